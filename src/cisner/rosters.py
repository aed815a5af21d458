"""Member rosters: "all heads of state of the CIS took part" expanded to a record for each, on request only.

Every such record is inferred from membership and terms of office on the day, and says so with its premises. A member
whose office holder is not certain is left out, and a problem names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cisner.enrichment import known_term
from cisner.errors import ResourceError
from cisner.knowledge import Body, Knowledge, KnownPerson, Membership, Period, Term
from cisner.knowledge.layers import read_file
from cisner.morphology import fold
from cisner.records import (
    Attendance,
    AttendanceStatus,
    Basis,
    EntityLabel,
    Evidence,
    Extraction,
    Format,
    Function,
    Level,
    Meeting,
    MeetingStatus,
    Mode,
    Office,
    Person,
    Problem,
    Verdict,
)
from cisner.verdict import span

RULE = "rosters.members"
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?](?=\s+[A-ZА-ЯЁ«\"“])|(?=\n)|$)", re.DOTALL)
_LEVELS = {
    Level.HEADS_OF_STATE: "head_of_state",
    Level.HEADS_OF_GOVERNMENT: "head_of_government",
    Level.FOREIGN_MINISTERS: "foreign_minister",
    Level.DEFENCE_MINISTERS: "defence_minister",
}


@dataclass(frozen=True, slots=True)
class _Words:
    """The expressions of a language."""

    groups: tuple[tuple[str, re.Pattern[str]], ...]
    cues: dict[str, re.Pattern[str]]

    @classmethod
    def of(cls, raw: dict[str, Any]) -> _Words:
        try:
            groups = tuple((row["office"], re.compile(rf"\b(?:{row['pattern']})")) for row in raw["group"])
            return cls(groups, {name: re.compile(pattern) for name, pattern in raw["cues"].items()})
        except (KeyError, re.error) as error:
            raise ResourceError(f"rosters.toml: {error}") from None


@dataclass(frozen=True, slots=True)
class _Roster:
    """Members of a body that a sentence puts at a meeting."""

    meeting: Meeting
    body: Body
    office: str
    excepted: frozenset[str]
    start: int
    end: int
    expected: bool


def infer_members(extraction: Extraction, text: str, knowledge: Knowledge) -> Extraction:
    """The records with one more for each member state that a roster puts at a meeting.

    Args:
        extraction: The records of a report.
        text: The report's text, which the offsets of the records count.
        knowledge: Members of bodies and terms of office.
    """
    words = _words(knowledge, extraction.report.language)
    if words is None:
        return extraction
    people, attendances = list(extraction.people), list(extraction.attendances)
    problems = list(extraction.problems)
    for roster in _find(extraction, text, words, knowledge):
        for member in _members(roster, extraction):
            if any(a.meeting_id == roster.meeting.id and a.represents == member.country for a in attendances):
                continue
            period = _period(roster.meeting, extraction)
            office = roster.office
            if office == "head_of_state":
                office = knowledge.offices.at_summit(member.country, period.first)
            holder = knowledge.holder(office, member.country, period)
            if holder is None:
                problems.append(_missing(roster, member, office))
                continue
            person = _person(holder[0], people, extraction.report.language)
            if any(a.meeting_id == roster.meeting.id and a.person_id == person.id for a in attendances):
                continue
            if person not in people:
                people.append(person)
            attendances.append(_attendance(roster, member, person, holder, text))
    update = {"people": tuple(people), "attendances": tuple(attendances), "problems": tuple(problems)}
    return extraction.model_copy(update=update)


def _words(knowledge: Knowledge, language: str) -> _Words | None:
    for folder in reversed(knowledge.folders):
        path = folder / language / "rosters.toml"
        if path.is_file():
            return _Words.of(read_file(path))
    return None


# -- finding -------------------------------------------------------------------------------------


def _find(extraction: Extraction, text: str, words: _Words, knowledge: Knowledge) -> Iterator[_Roster]:
    for match in _SENTENCE.finditer(text):
        sentence = fold(match.group())
        if len(sentence) != len(match.group()):  # a letter whose lower case is longer: offsets would not hold
            continue
        found = _read(sentence, words)
        if found is None:
            continue
        office, first, last, exception = found
        offset = match.start()
        meeting = _meeting(extraction, offset, offset + len(sentence))
        if meeting is None or meeting.status is MeetingStatus.CANCELLED or meeting.organization is None:
            continue
        named = _bodies(extraction, offset + first, offset + last)
        body = knowledge.bodies.get(meeting.organization)
        level = _LEVELS.get(meeting.level, "")
        if body is None or (named and body.id not in named) or not level or office not in ("", level):
            continue
        excepted = _excepted(extraction, words, offset, sentence, exception) if exception else frozenset[str]()
        if exception and not excepted:
            continue
        expected = meeting.status is MeetingStatus.PLANNED or words.cues["expected"].search(sentence) is not None
        yield _Roster(meeting, body, level, excepted, offset + first, offset + last, expected)


def _read(sentence: str, words: _Words) -> tuple[str, int, int, re.Match[str] | None] | None:
    """Office, extent and exception of a roster, if a sentence has one."""
    cues = words.cues
    if cues["not_all"].search(sentence) or cues["denied"].search(sentence):
        return None
    attend = cues["attend"].search(sentence)
    if attend is None:
        return None
    exception = cues["except"].search(sentence)
    groups = [(g, office) for office, pattern in words.groups if (g := pattern.search(sentence))]
    for group, office in sorted(groups, key=lambda found: found[0].start()):
        reach = sentence[max(0, group.start() - 12) : group.end() + 40]
        if exception is not None and not 0 <= exception.start() - group.end() < 80:
            continue
        if exception is None and not cues["all"].search(reach):
            continue
        first = min(group.start(), attend.start())
        last = max(group.end(), attend.end(), exception.end() if exception else 0)
        return office, first, last, exception
    return None


def _meeting(extraction: Extraction, start: int, end: int) -> Meeting | None:
    """The one meeting told of in a sentence, else the last one before it."""
    placed = [(e.start, m) for m in extraction.meetings for e in m.evidence]
    inside = {m.id: m for at, m in placed if start <= at < end}
    named = [e.norm for e in extraction.entities if e.label is EntityLabel.MEETING and start <= e.start < end]
    inside |= {m.id: m for m in extraction.meetings if m.id in named}
    if inside:
        return next(iter(inside.values())) if len(inside) == 1 else None
    before = [(at, m) for at, m in placed if at < start]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _bodies(extraction: Extraction, start: int, end: int) -> set[str | None]:
    inside = (e for e in extraction.entities if e.label is EntityLabel.ORGANIZATION and start <= e.start < end)
    return {e.norm for e in inside}


def _excepted(
    extraction: Extraction, words: _Words, offset: int, sentence: str, exception: re.Match[str]
) -> frozenset[str]:
    """The states of an exception: those that follow its cue with nothing but titles and conjunctions between."""
    found: set[str] = set()
    position = exception.end()
    states = sorted(
        (e for e in extraction.entities if e.label is EntityLabel.COUNTRY and e.start >= offset + position),
        key=lambda e: e.start,
    )
    for entity in states:
        start = entity.start - offset
        if start < position:
            continue
        if start >= len(sentence) or not words.cues["between"].fullmatch(sentence[position:start]):
            break
        found.add(entity.norm or "")
        position = entity.end - offset
    return frozenset(found)


# -- records -------------------------------------------------------------------------------------


def _period(meeting: Meeting, extraction: Extraction) -> Period:
    day = meeting.start or (extraction.report.published.isoformat() if extraction.report.published else "")
    if meeting.status is MeetingStatus.PLANNED and extraction.report.published:
        day = extraction.report.published.isoformat()
    return Period.of(day, meeting.end if day == meeting.start else None) if day else Period.of("0001", "9999")


def _members(roster: _Roster, extraction: Extraction) -> Sequence[Membership]:
    members = roster.body.on(_period(roster.meeting, extraction), ("member",))
    return [m for m in members if m.country not in roster.excepted]


def _person(known: KnownPerson, people: Sequence[Person], language: str) -> Person:
    for person in people:
        if person.known_id == known.id:
            return person
    taken = {person.id for person in people}
    number = next(n for n in range(len(people) + 1, 10_000) if f"p{n}" not in taken)
    return Person(
        id=f"p{number}",
        name=known.name_in(language),
        wikidata_id=known.wikidata,
        known_id=known.id,
        name_latin=known.name,
        name_latin_from="knowledge",
    )


def _attendance(
    roster: _Roster, member: Membership, person: Person, holder: tuple[KnownPerson, Term], text: str
) -> Attendance:
    known, term = holder
    body, day = roster.body.id, roster.meeting.start or "the day of the report"
    since = f" since {member.start}" if member.start else ""
    return Attendance(
        meeting_id=roster.meeting.id,
        person_id=person.id,
        person=person.name,
        office=Office(term.office),
        represents=member.country,
        status=AttendanceStatus.EXPECTED if roster.expected else AttendanceStatus.ATTENDED,
        mode=Mode.VIDEOCONFERENCE if Format.VIDEOCONFERENCE in roster.meeting.format and not roster.expected else None,
        function=Function.PARTICIPANT,
        evidence=(Evidence(start=roster.start, end=roster.end, text=text[roster.start : roster.end], rule=RULE),),
        verdict=Verdict.ACTING if term.acting else Verdict.CONFIRMED,
        term=known_term(known, term),
        basis=Basis.INFERRED,
        premises=(
            f"{member.country} was a member of {body} on {day}{since}",
            f"{known.name} was {term.title or term.office} of {member.country} {span(term)}",
        ),
    )


def _missing(roster: _Roster, member: Membership, office: str) -> Problem:
    return Problem(
        code="member_unknown",
        message=f"no certain {office} of {member.country} is known for {roster.meeting.start or 'that day'}",
        start=roster.start,
        end=roster.end,
    )
