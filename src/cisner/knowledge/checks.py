"""What a look at the knowledge files shows: offices without a holder, overlaps, entries that have grown old."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cisner.knowledge import layers
from cisner.knowledge.offices import ONE
from cisner.knowledge.store import Knowledge
from cisner.knowledge.terms import days_between, last_day

GAP, OVERLAP, STALE = "gap", "overlap", "stale"
_SHORTEST = 31  # days without a holder that are worth a line
_FRESH = 366


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at: a gap, an overlap, an entry grown old.

    Attributes:
        kind: gap, overlap or stale.
        represents: Country code or acronym, or "".
        office: Class of the office, or "".
        start: ISO date, month or year, or "".
        end: The same.
        message: One line for a reader.
    """

    kind: str
    represents: str
    office: str
    start: str
    end: str
    message: str


def check(knowledge: Knowledge, today: dt.date) -> list[Finding]:
    """All findings, by kind, state and time.

    Args:
        knowledge: What is known.
        today: The day on which it is looked at.
    """
    found = [*_overlaps(knowledge), *_gaps(knowledge), *_stale(knowledge, today)]
    order = (OVERLAP, GAP, STALE)
    return sorted(found, key=lambda f: (order.index(f.kind), f.represents, f.office, f.start))


def _overlaps(knowledge: Knowledge) -> Iterator[Finding]:
    for (first, earlier), (second, later) in layers.overlaps(knowledge.people.values(), knowledge.offices):
        message = f"{layers.described(first, earlier)} overlaps {layers.described(second, later)}"
        yield Finding(OVERLAP, later.represents, later.office, later.start or "", earlier.end or "", message)


def _gaps(knowledge: Knowledge) -> Iterator[Finding]:
    watched = knowledge.offices.watched
    body = knowledge.bodies.get(watched.members_of) if watched else None
    if watched is None or body is None:
        return
    for state in sorted({m.country for m in body.memberships}):
        for office in watched.offices:
            if not knowledge.offices.is_missing(state, office):
                yield from _gaps_of(state, office, watched.since, knowledge)


def _gaps_of(state: str, office: str, since: str, knowledge: Knowledge) -> Iterator[Finding]:
    """Periods since a day that no term covers, as far as the precision of the dates tells."""
    terms = [t for _, t in knowledge.terms(office, state)]
    title = knowledge.offices.name(office)
    until = max((last_day(t.as_of) for t in terms if t.as_of), default=since)
    if not terms:
        yield Finding(GAP, state, office, since, "", f"no {title} of {state} is known")
        return
    reached = since
    single = knowledge.offices.holders(office) == ONE
    for term in sorted(terms, key=lambda t: t.begins[0]):
        begins = term.begins[0]
        if begins > reached and days_between(reached, begins) > _SHORTEST:
            yield Finding(GAP, state, office, reached, begins, f"no {title} of {state} from {reached} to {begins}")
        reached = max(reached, term.ends[1] if term.end and not (single and term.end_approximate) else term.ends[0])
        if term.end is None:
            reached = max(reached, until)
    if reached < until and days_between(reached, until) > _SHORTEST:
        yield Finding(GAP, state, office, reached, until, f"no {title} of {state} since {reached}")


def _stale(knowledge: Knowledge, today: dt.date) -> Iterator[Finding]:
    for name, as_of in sorted(knowledge.as_of.items()):
        if days_between(last_day(as_of), today.isoformat()) > _FRESH:
            yield Finding(STALE, "", "", as_of, "", f"{name} is of {as_of}")
    for person in knowledge.people.values():
        for term in person.terms:
            if term.end_approximate:
                message = f"{layers.described(person, term)}: it is not known how long"
                yield Finding(STALE, term.represents, term.office, term.start or "", term.end or "", message)
