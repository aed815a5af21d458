"""The records that cisner prints: frozen models and the checks that hold across fields.

This module is the contract with every reader of the output. Fields may be added, not renamed. It knows nothing of how
records are found and imports no spaCy.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cisner.vocabulary import (
    AgreementKind as AgreementKind,
    AgreementStatus as AgreementStatus,
    AttendanceStatus as AttendanceStatus,
    Basis as Basis,
    EntityLabel as EntityLabel,
    Format as Format,
    Function as Function,
    Level as Level,
    MeetingStatus as MeetingStatus,
    Mode as Mode,
    Office as Office,
    Verdict as Verdict,
)

SCHEMA_VERSION: Final = "1.0"

Language = Literal["en", "ru"]

_COUNTRY_CODE = re.compile("[A-Z]{2}").fullmatch
OFFICES = frozenset(office.value for office in Office)
_COUNTRY, _ROLE = EntityLabel.COUNTRY, EntityLabel.ROLE  # a member is looked up more slowly than a name


@lru_cache(maxsize=4096)
def _iso_date(value: str) -> str:
    """Checks a year, month or day that exists: 2018, 2018-11, 2018-11-02."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", value, re.ASCII):
        raise ValueError(f"{value!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise ValueError(f"{value!r} is a date that does not exist") from None
    return value


def _not_spanned(quote: "Evidence | Entity") -> ValueError:
    length = len(quote.text)
    return ValueError(f"offsets {quote.start}-{quote.end} do not span the {length} characters of {quote.text!r}")


Text = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^\S+$")]
Offset = Annotated[int, Field(ge=0)]
IsoDate = Annotated[str, AfterValidator(_iso_date), Field(description="ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), Field(description="ISO 3166-1 alpha-2")]
Party = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z][A-Za-z0-9&+ -]*[A-Za-z0-9+]$"),
    Field(description="ISO 3166-1 alpha-2 of a state, or acronym of an organization in Latin letters"),
]


class Record(BaseModel):
    """Base of every record: it cannot be changed, and takes no field that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Evidence(Record):
    """A slice of the report, in Unicode code points, and the name of the rule that drew a value from it."""

    start: Offset
    end: Offset
    text: Text
    rule: Text

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.end - self.start != len(self.text):
            raise _not_spanned(self)
        return self


Grounds = Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Entity(Record):
    """A mention in the text and its normal form.

    `norm` by label: PERSON the name in the nominative, ROLE the office, COUNTRY the ISO code, ORGANIZATION the
    acronym, CITY the English name, DATE the EDTF form, MEETING and AGREEMENT the id of the record.
    """

    id: Id
    label: EntityLabel
    start: Offset
    end: Offset
    text: Text
    norm: Text | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.end - self.start != len(self.text):
            raise _not_spanned(self)
        if self.norm is None:
            return self
        if self.label is _COUNTRY and not _COUNTRY_CODE(self.norm):
            raise ValueError(f"{self.norm!r} is not an ISO 3166-1 alpha-2 code")
        if self.label is _ROLE and self.norm not in OFFICES:
            raise ValueError(f"{self.norm!r} is not an office")
        return self


class Role(Record):
    """A capacity that the text gives a person."""

    title: Text
    office: Office
    represents: Party | None = None


class Person(Record):
    """A person of the report; `name` is as the text has it.

    `known_id` is the person's id in the knowledge files, if it is certain who is meant. `name_latin` is the official
    English spelling of a known person (`name_latin_from` says `knowledge`), or for a name in Cyrillic letters its
    `transliteration`, which is nobody's official spelling.
    """

    id: Id
    name: Text
    wikidata_id: Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")] | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Id, ...] = ()
    known_id: Id | None = None
    name_latin: Text | None = None
    name_latin_from: Literal["knowledge", "transliteration"] | None = None


class KnownTerm(Record):
    """A term of office from the knowledge files; `end` is null while it runs, as far as known."""

    person_id: Id
    person: Text
    office: Office
    represents: Text
    title: Text | None = None
    start: IsoDate | None = None
    end: IsoDate | None = None
    acting: bool = False
    source: Text | None = None


class Meeting(Record):
    """A particular event that the report places."""

    id: Id
    name: Text
    organization: Party | None = None
    level: Level
    format: tuple[Format, ...] = ()
    start: IsoDate | None = None
    end: IsoDate | None = None
    city: Text | None = None
    country: Country | None = None
    status: MeetingStatus
    evidence: Grounds

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if len(set(self.format)) < len(self.format):
            raise ValueError("a format is listed twice")
        if self.end is not None:
            if self.start is None:
                raise ValueError("an end without a start")
            known = min(len(self.start), len(self.end))
            if self.end[:known] < self.start[:known]:
                raise ValueError(f"the end {self.end} is before the start {self.start}")
        return self


class Attendance(Record):
    """A person, a meeting, and the capacity in which the one took part in the other.

    `verdict` compares the capacity with the known terms of office; `term` is the one it rests on, for a contradiction
    that of the known holder. `basis` is `inferred` where not the report but terms of office or membership name the
    person or the capacity; `premises` then says how.
    """

    meeting_id: Id
    person_id: Id
    person: Text
    role: Text | None = None
    office: Office | None = None
    represents: Party | None = None
    status: AttendanceStatus
    mode: Mode | None = None
    function: Function
    evidence: Grounds
    verdict: Verdict = Verdict.UNKNOWN
    term: KnownTerm | None = None
    basis: Basis = Basis.STATED
    premises: tuple[Text, ...] = ()


class Agreement(Record):
    """A document named by its subject."""

    id: Id
    title: Text
    kind: AgreementKind
    status: AgreementStatus
    meeting_id: Id | None = None
    parties: tuple[Party, ...] = ()
    date: IsoDate | None = None
    evidence: Grounds

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if len(set(self.parties)) < len(self.parties):
            raise ValueError("a party is listed twice")
        return self


class Problem(Record):
    """Something a reader should look at: what was left out, or what contradicts what."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    message: Text
    start: Offset | None = None
    end: Offset | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError("only one of start and end is given")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError("the end is before the start")
        return self


class ReportInfo(Record):
    """The report that the records were drawn from."""

    id: Text
    source: str | None = None
    language: Language
    title: str | None = None
    published: date | None = None
    dateline: str | None = None
    text_length: Offset
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    text: Annotated[str | None, Field(exclude_if=lambda text: text is None)] = None


class Extraction(Record):
    """Everything that was found in one report."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    report: ReportInfo
    entities: tuple[Entity, ...] = ()
    people: tuple[Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    problems: tuple[Problem, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        faults = [*_duplicates(self), *_broken_links(self), *_beyond_the_text(self)]
        if self.report.text is not None:
            faults += check_offsets(self, self.report.text)
        if faults:
            raise ValueError("; ".join(faults))
        return self

    def with_text(self, text: str) -> "Extraction":
        """Returns a copy that carries the text of the report, after checking that it is the same text."""
        data = self.model_dump()
        data["report"]["text"] = text
        return Extraction.model_validate(data)

    def to_json(self, *, indent: int | None = None) -> str:
        """Returns the record as JSON; the same records give the same bytes."""
        return self.model_dump_json(indent=indent)


def json_schema() -> dict[str, Any]:
    """Returns the JSON Schema of what `Extraction.to_json` writes."""
    schema = Extraction.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def text_digest(text: str) -> str:
    """Returns the SHA-256 of a text in UTF-8, as `report.sha256` holds it."""
    return hashlib.sha256(text.encode()).hexdigest()


def check_offsets(extraction: Extraction, text: str) -> list[str]:
    """Compares every quote of an extraction with the text it was drawn from.

    Returns:
        One line for each disagreement; empty when ``text[start:end]`` is the quoted text throughout.
    """
    if len(text) != extraction.report.text_length or text_digest(text) != extraction.report.sha256:
        return ["the text is not the one that the records were drawn from"]
    return [
        f"{place}: the text at {quote.start}-{quote.end} is not {quote.text!r}"
        for place, quote in _quotes(extraction)
        if text[quote.start : quote.end] != quote.text
    ]


def _quotes(extraction: Extraction) -> Iterator[tuple[str, Entity | Evidence]]:
    """Every slice of the report that an extraction holds, with the place it stands at."""
    for entity in extraction.entities:
        yield f"entity {entity.id}", entity
    for meeting in extraction.meetings:
        yield from ((f"meeting {meeting.id}", quote) for quote in meeting.evidence)
    for item in extraction.attendances:
        yield from ((f"attendance of {item.person_id} at {item.meeting_id}", quote) for quote in item.evidence)
    for agreement in extraction.agreements:
        yield from ((f"agreement {agreement.id}", quote) for quote in agreement.evidence)


def _repeated(what: str, keys: Sequence[object]) -> Iterator[str]:
    if len(set(keys)) == len(keys):  # which most often is all there is to say
        return
    seen: set[object] = set()
    for key in keys:
        if key in seen:
            yield f"{what} {key} is there twice"
        seen.add(key)


_PLACE, _END = attrgetter("start", "end", "label._value_", "norm"), attrgetter("end")


def _duplicates(extraction: Extraction) -> Iterator[str]:
    entities = extraction.entities
    yield from _repeated("entity", [item.id for item in entities])
    yield from _repeated("mention", list(map(_PLACE, entities)))
    yield from _repeated("person", [item.id for item in extraction.people])
    yield from _repeated("meeting", [item.id for item in extraction.meetings])
    yield from _repeated("agreement", [item.id for item in extraction.agreements])
    yield from _repeated("attendance", [(item.person_id, item.meeting_id) for item in extraction.attendances])


def _broken_links(extraction: Extraction) -> Iterator[str]:
    entities = {entity.id for entity in extraction.entities}
    people = {person.id: person.name for person in extraction.people}
    meetings = {meeting.id for meeting in extraction.meetings}
    agreements = {agreement.id for agreement in extraction.agreements}
    for person in extraction.people:
        yield from (f"person {person.id}: no entity {key}" for key in person.mentions if key not in entities)
    for item in extraction.attendances:
        if item.meeting_id not in meetings:
            yield f"attendance: no meeting {item.meeting_id}"
        if item.person_id not in people:
            yield f"attendance: no person {item.person_id}"
        elif people[item.person_id] != item.person:
            yield f"attendance: person {item.person_id} is {people[item.person_id]!r}, not {item.person!r}"
    for agreement in extraction.agreements:
        if agreement.meeting_id is not None and agreement.meeting_id not in meetings:
            yield f"agreement {agreement.id}: no meeting {agreement.meeting_id}"
    for label, targets in ((EntityLabel.MEETING, meetings), (EntityLabel.AGREEMENT, agreements)):
        for entity in extraction.entities:
            if entity.label is label and entity.norm is not None and entity.norm not in targets:
                yield f"entity {entity.id}: no {label.lower()} {entity.norm}"


def _beyond_the_text(extraction: Extraction) -> Iterator[str]:
    length = extraction.report.text_length
    if max(map(_END, extraction.entities), default=0) > length or any(
        quote.end > length
        for records in (extraction.meetings, extraction.attendances, extraction.agreements)
        for record in records
        for quote in record.evidence
    ):
        for place, quote in _quotes(extraction):
            if quote.end > length:
                yield f"{place}: ends at {quote.end}, after the end of the text ({length})"
    for problem in extraction.problems:
        if problem.end is not None and problem.end > length:
            yield f"problem {problem.code}: ends at {problem.end}, after the end of the text ({length})"
