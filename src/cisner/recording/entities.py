"""Entities: everything found in the text that has a name or a normal value, with its offsets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cisner.components.entities import LABELS
from cisner.mentions import Mention
from cisner.recording.page import Page, Row
from cisner.recording.wording import Wording
from cisner.records import OFFICES
from cisner.relations.documents import Document
from cisner.relations.events import Event

_TOLD_AS_RECORDS = ("MEETING", "AGREEMENT")


# Start and end in tokens, label, normal value and, if it means a person, the person's number: a plain tuple is made in
# a third of the time of a named one.
_Entity = tuple[int, int, str, str | None, int]


def entity_rows(
    page: Page, wording: Wording, events: Sequence[Event], ids: Mapping[Event, str], documents: Sequence[Document]
) -> tuple[list[Row], dict[int, list[str]]]:
    """The entities in order, and the ids of those that mean a person, by the person's number."""
    found = list(_mentions(page, wording))
    found += ((p.start, p.end, "MEETING", ids[e], -1) for e in events for p in e.phrases)
    found += ((d.start, d.end, "AGREEMENT", f"a{number}", -1) for number, d in enumerate(documents, 1))
    rows: list[Row] = []
    people: dict[int, list[str]] = {}
    seen: set[tuple[int, int, str]] = set()
    text = page.report.text
    for start, end, label, norm, person in sorted(found, key=lambda e: (e[0], -e[1], e[2])):
        if (start, end, label) in seen:
            continue
        seen.add((start, end, label))
        left, right = page.span(start, end)
        entity_id = f"e{len(rows) + 1}"
        rows.append(
            {"id": entity_id, "label": label, "start": left, "end": right, "text": text[left:right], "norm": norm}
        )
        if person >= 0:
            people.setdefault(person, []).append(entity_id)
    return rows, people


def _mentions(page: Page, wording: Wording) -> Iterator[_Entity]:
    """The mentions that are entities, without names of halls and documents, and dates that nothing resolves."""
    cast = page.analysis.cast
    named = {n.item.start: n.person for row in cast.by_sentence for n in row}
    alone = {  # people named by their office alone: the title is their mention
        r.item.start: r.person for row in cast.references for r in row if not cast.people[r.person].named
    }
    for mention in page.analysis.view.source.mentions:
        label, start = LABELS.get(mention.label), mention.start
        if label is None or label in _TOLD_AS_RECORDS or (label == "COUNTRY" and start in named):
            continue
        norm, person = _norm(page, mention), -1
        if mention.label == "TITLE":
            if mention.norm == "counterpart":
                continue
            person = alone.get(start, -1)
        elif mention.label == "PERSON":
            if start not in named:
                continue
            person = named[start]
            norm = wording.name(cast.people[person].name)
        elif mention.label == "DATE" and norm is None:
            continue
        yield start, mention.end, label, norm or None, person


def _norm(page: Page, mention: Mention) -> str | None:
    """The normal value of a mention."""
    if mention.label == "TITLE":
        return mention.norm if mention.norm in OFFICES else None
    if mention.label == "DATE":
        return page.analysis.frame.dates.get(mention.start)
    return mention.norm
