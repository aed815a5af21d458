"""Adds to the records of a report what is known with dates: who is meant, and whether a stated capacity can be true.

The text always stands: names, roles and offices of the records stay as they are; verdicts and problems are put beside
them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cisner.knowledge import Knowledge, KnownPerson, Period, Term
from cisner.linking import Capacity, link
from cisner.records import (
    Attendance,
    Basis,
    Entity,
    EntityLabel,
    Extraction,
    KnownTerm,
    Meeting,
    Person,
    Problem,
    Verdict,
)
from cisner.transliteration import is_cyrillic, to_latin
from cisner.verdict import Finding, Statement, judge, span
from cisner.vocabulary import MeetingStatus, Office

CONTRADICTED = "capacity_contradicted"


def enrich(extraction: Extraction, knowledge: Knowledge) -> Extraction:
    """The records with links to known people, verdicts on capacities, and problems for contradictions.

    Args:
        extraction: The records of a report.
        knowledge: What is known, with dates.
    """
    meetings = {meeting.id: meeting for meeting in extraction.meetings}
    published = extraction.report.published.isoformat() if extraction.report.published else None
    linked: dict[str, KnownPerson | None] = {}
    rows: dict[str, list[Attendance]] = {}
    for item in extraction.attendances:
        rows.setdefault(item.person_id, []).append(item)
    for person in extraction.people:
        attended = rows.get(person.id, [])
        periods = _periods([meetings[a.meeting_id] for a in attended], published)
        linked[person.id] = link(person.name, _capacities(person, attended), periods, knowledge)
    entities = {entity.id: entity for entity in extraction.entities}
    places_of = {person.id: [entities[key] for key in person.mentions] for person in extraction.people}
    names = {entity.id for entity in extraction.entities if entity.label is EntityLabel.PERSON}
    named = {person.id: not names.isdisjoint(person.mentions) for person in extraction.people}
    problems: list[Problem] = []
    seen: set[tuple[str, str | None, str | None, str]] = set()
    attendances = []
    times = {meeting.id: _periods([meeting], published) for meeting in extraction.meetings}
    for item in extraction.attendances:
        finding = _verdict(item, linked[item.person_id], times[item.meeting_id], knowledge)
        attendances.append(_with_verdict(item, finding, named[item.person_id]))
        place = (item.person_id, item.office, item.represents, finding.reason)
        if finding.verdict is Verdict.CONTRADICTED and place not in seen:
            seen.add(place)
            day = meetings[item.meeting_id].start or published or ""
            problems.append(_problem(item, finding, day, places_of.get(item.person_id, ())))
    return extraction.model_copy(
        update={
            "people": tuple(_with_link(person, linked[person.id]) for person in extraction.people),
            "attendances": tuple(attendances),
            "problems": (*extraction.problems, *problems),
        }
    )


def _periods(meetings: Sequence[Meeting], published: str | None) -> list[Period]:
    """When somebody had a capacity: on the days of the meetings held, and when the report came out."""
    periods = [Period.of(m.start, m.end) for m in meetings if m.start and m.status is MeetingStatus.HELD]
    if published:
        periods.append(Period.of(published))
    if not periods:
        periods = [Period.of(m.start, m.end) for m in meetings if m.start]
    return list(dict.fromkeys(periods))


def _capacities(person: Person, attended: Sequence[Attendance]) -> list[Capacity]:
    stated = [Capacity(role.office, role.represents) for role in person.roles]
    stated += [Capacity(a.office, a.represents) for a in attended if a.office and a.role]
    if not stated:  # only the state is known, or a class that follows from the meeting
        stated = [Capacity(a.office or Office.OTHER, a.represents) for a in attended if a.represents]
    return list(dict.fromkeys(stated))


def _verdict(item: Attendance, person: KnownPerson | None, periods: Sequence[Period], knowledge: Knowledge) -> Finding:
    if item.office is None:
        return Finding(Verdict.UNKNOWN)
    finding = judge(
        Statement(item.person, person, item.role or "", Capacity(item.office, item.represents), periods), knowledge
    )
    if item.role is None and finding.verdict not in (Verdict.CONFIRMED, Verdict.ACTING):
        return Finding(Verdict.UNKNOWN)  # the text states no office that could be wrong
    return finding


def _with_verdict(item: Attendance, finding: Finding, named: bool) -> Attendance:
    update: dict[str, object] = {"verdict": finding.verdict}
    person, term = finding.person, finding.term
    if person is not None and term is not None:
        update["term"] = known_term(person, term)
    if item.role is None or not named:
        update["basis"] = Basis.INFERRED
        if person is not None and term is not None:
            update["premises"] = (f"{person.name} was {term.title or term.office} of {term.represents} {span(term)}",)
    return item.model_copy(update=update)


@lru_cache(maxsize=20_000)
def known_term(person: KnownPerson, term: Term) -> KnownTerm:
    """A term of office as a record."""
    return KnownTerm(
        person_id=person.id,
        person=person.name,
        office=Office(term.office),
        represents=term.represents,
        title=term.title or None,
        start=term.start,
        end=None if term.end_approximate else term.end,
        acting=term.acting,
        source=term.source or None,
    )


def _with_link(person: Person, known: KnownPerson | None) -> Person:
    if known is not None:
        return person.model_copy(
            update={
                "wikidata_id": known.wikidata,
                "known_id": known.id,
                "name_latin": known.name,
                "name_latin_from": "knowledge",
            }
        )
    if is_cyrillic(person.name):
        latin = to_latin(person.name)
        return person.model_copy(
            update={"wikidata_id": None, "name_latin": latin, "name_latin_from": "transliteration"}
        )
    return person if person.wikidata_id is None else person.model_copy(update={"wikidata_id": None})


def _problem(item: Attendance, finding: Finding, day: str, places: Sequence[Entity]) -> Problem:
    evidence = item.evidence[0]
    place = min(places, key=lambda e: abs(e.start - evidence.start), default=evidence)
    stated = f"{item.role or item.office} ({item.represents}) {item.person} on {day}"
    return Problem(
        code=CONTRADICTED,
        message=f"text: {stated}; known: {finding.reason}",
        start=place.start,
        end=place.end,
    )
