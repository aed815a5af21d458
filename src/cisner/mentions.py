"""Mentions: what the components of the pipeline find, and how a ``Doc`` carries them.

On a ``Doc`` they travel in ``doc.user_data`` as plain lists, because objects there would break ``doc.to_bytes``; the
last component also shows them as spans.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

    @property
    def numbers(self) -> set[str]:
        """The numbers that the form of a noun may have."""
        return {number for number, _ in self.attributes.get("readings", ())}

    @property
    def cases(self) -> set[str]:
        """The cases that the form of a noun may have."""
        return {case for _, case in self.attributes.get("readings", ())}


def read(doc: Doc, *labels: str) -> list[Mention]:
    """The mentions of a doc in text order, all or those with the labels."""
    rows = doc.user_data.get(KEY, ())
    return [Mention(*row) for row in rows if not labels or row[0] in labels]


def write(doc: Doc, mentions: Iterable[Mention]) -> None:
    """Put mentions on a doc, in the place of those that it has."""
    doc.user_data[KEY] = [[m.label, m.start, m.end, m.norm, m.rule, m.attributes] for m in mentions]
