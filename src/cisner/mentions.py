"""Mentions: what the components of the pipeline find, and how a ``Doc`` carries them.

They travel in ``doc.user_data`` as plain lists, because objects there would break ``doc.to_bytes``; the last component
also shows them as spans.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

KEY = "cisner"


@dataclass(slots=True)
class Mention:
    """A stretch of tokens with a meaning.

    Attributes:
        label: PERSON, TITLE, COUNTRY, ADJECTIVE, CITY, ORGANIZATION, ORGAN, MEETING, AGREEMENT, DATE …
        start: First token.
        end: Token after the last.
        norm: Normal value.
        rule: Name of the rule or knowledge item that found it.
        attributes: What else is known, as plain values.
    """

    label: str
    start: int
    end: int
    norm: str
    rule: str
    attributes: dict[str, Any] = field(default_factory=dict)


def read(doc: Doc, *labels: str) -> list[Mention]:
    """The mentions of a doc in text order, all or those with the labels."""
    rows = doc.user_data.get(KEY, ())
    return [Mention(*row) for row in rows if not labels or row[0] in labels]


def discard(doc: Doc, spans: list[tuple[int, int]], labels: frozenset[str]) -> None:
    """Take off a doc the mentions with some labels that lie inside one of the spans."""
    inside = {i for start, end in spans for i in range(start, end)}
    rows = doc.user_data.get(KEY, [])
    rows[:] = [r for r in rows if r[0] not in labels or not (r[1] in inside and r[2] - 1 in inside)]


def add(doc: Doc, mentions: list[Mention]) -> None:
    """Put mentions on a doc, in text order."""
    rows = doc.user_data.setdefault(KEY, [])
    rows += [[m.label, m.start, m.end, m.norm, m.rule, m.attributes] for m in mentions]
    rows.sort(key=lambda row: (row[1], -row[2]))
