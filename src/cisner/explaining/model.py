"""What an explanation consists of."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from cisner.records import Extraction


@dataclass(frozen=True, slots=True)
class Words:
    """A slice of the report, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value.

    Attributes:
        field: Name of the field.
        value: Its value, as text.
        rule: The rule or entry that read it; empty where it only follows from other fields.
        words: The words that it was read from.
        source: What it was resolved from, in a few words.
    """

    field: str
    value: str
    rule: str = ""
    words: tuple[Words, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """A record with the reasons for its fields.

    Attributes:
        id: Id of the record; of an attendance those of meeting and person: "m1/p2".
        kind: meeting, attendance, person or agreement.
        title: What to call it.
        reasons: One for each field that has a value.
    """

    id: str
    kind: str
    title: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """A person of the report who has no attendance record.

    Attributes:
        id: Id of the person's record, or empty if there is none.
        person: The name.
        words: Where the report names the person.
        missing: What was missing, or stood against it.
    """

    id: str
    person: str
    words: tuple[Words, ...]
    missing: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything about the records of one report."""

    extraction: Extraction
    records: tuple[Explained, ...]
    unrecorded: tuple[Unrecorded, ...]

    def about(self, record: str) -> Explanation:
        """What concerns one record: it, and the attendances that it is part of."""
        records = tuple(r for r in self.records if record in (r.id, *r.id.split("/")))
        return Explanation(self.extraction, records, tuple(u for u in self.unrecorded if u.id == record))

    def as_json(self) -> dict[str, Any]:
        """One JSON object."""
        return {
            "report": self.extraction.report.id,
            "records": [asdict(record) for record in self.records],
            "unrecorded": [asdict(person) for person in self.unrecorded],
        }
