"""International bodies: members by date, chairmanship by year, organs and their levels."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cisner.knowledge.terms import Holds, Period, Term
from cisner.patterns import LANGUAGES

STATUSES = ("member", "associate", "observer", "partner")
_CODE = re.compile(r"(?<=\w)/[A-Za-z]+(?::[^\s/,]*)*")


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's place in a body for a time; `start` and `end` as in a term of office.

    Attributes:
        country: Country code.
        status: One of ``STATUSES``.
        start: ISO date, month or year, or None if it is not known.
        end: The same; None also while it lasts.
    """

    country: str
    status: str
    start: str | None
    end: str | None

    def holds(self, period: Period) -> Holds:
        """Whether the state had this place all the time."""
        return Term("", self.country, self.start, self.end, as_of="9999").holds(period)


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ of a body; `level` is at which level it meets, empty for what is no meeting."""

    names: Mapping[str, tuple[str, ...]]
    level: str


@dataclass(frozen=True, slots=True)
class Body:
    """An international body.

    Attributes:
        id: The acronym that stands for it in records.
        name: Its English name.
        wikidata: Its Wikidata id, if checked.
        names: Names by language.
        acronyms: Acronyms by language.
        memberships: The states in it, each with its time.
        chairs: Code of the state in the chair, by year.
        organs: Its organs.
        setting: Whether its sessions are mostly told of as the place where others meet.
    """

    id: str
    name: str
    wikidata: str | None
    names: Mapping[str, tuple[str, ...]]
    acronyms: Mapping[str, tuple[str, ...]]
    memberships: tuple[Membership, ...]
    chairs: Mapping[int, str]
    organs: tuple[Organ, ...]
    setting: bool

    def on(self, period: Period, statuses: Sequence[str] = STATUSES) -> list[Membership]:
        """The states with one of the statuses for all of a period, by status and code."""
        found = [m for m in self.memberships if m.status in statuses and m.holds(period) is Holds.YES]
        return sorted(found, key=lambda m: (STATUSES.index(m.status), m.country))

    def chair(self, period: Period) -> str | None:
        """The state in the chair in the year of a period."""
        year = period.first[:4]
        return self.chairs.get(int(year)) if year == period.last[:4] else None


def read_body(row: Mapping[str, Any]) -> Body:
    """A body from its entry in ``organizations.toml``."""
    return Body(
        id=row["id"],
        name=row.get("name") or plain(next(iter(row.get("en", {}).get("names", ())), row["id"])),
        wikidata=row.get("wikidata"),
        names={lang: tuple(plain(n) for n in row.get(lang, {}).get("names", ())) for lang in LANGUAGES},
        acronyms={lang: tuple(row.get(lang, {}).get("acronyms", ())) for lang in LANGUAGES},
        memberships=tuple(
            Membership(m["country"], m.get("status", "member"), iso(m.get("start")), iso(m.get("end")))
            for m in row.get("members", ())
        ),
        chairs={c["year"]: c["country"] for c in row.get("chairs", ())},
        organs=tuple(
            Organ({lang: tuple(plain(n) for n in organ.get(lang, ())) for lang in LANGUAGES}, organ.get("level", ""))
            for organ in row.get("organ", ())
        ),
        setting=row.get("setting", False),
    )


def plain(form: str) -> str:
    """A surface form without its inflection mark-up."""
    return _CODE.sub("", form)


def iso(value: Any) -> str | None:
    """A TOML date, or a string with a month or year, as ISO 8601."""
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    return str(value) if value else None
