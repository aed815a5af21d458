"""People, their terms of office, and whether a term covers a day when the days are known only in part."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

_FIRST, _LAST = "0001-01-01", "9999-12-31"


class Holds(IntEnum):
    """Whether somebody held an office at a time."""

    NO = 0
    MAYBE = 1
    YES = 2


class Period(NamedTuple):
    """The days from `first` to `last`, both ISO 8601 to the day."""

    first: str
    last: str

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, start: str, end: str | None = None) -> Period:
        """The days of a date as precise as it is known: a day, a month, a year, or from one to another."""
        return cls(first_day(start), last_day(end or start))

    @classmethod
    def parse(cls, text: str) -> Period:
        """The days of a date that a user gives.

        Raises:
            ValueError: It is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD.
        """
        if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text, re.ASCII):
            raise ValueError(f"{text!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
        try:
            dt.date.fromisoformat(first_day(text))
        except ValueError:
            raise ValueError(f"{text!r} is a date that does not exist") from None
        return cls.of(text)

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


def first_day(value: str) -> str:
    """The first day of a day, month or year."""
    return value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value


def last_day(value: str) -> str:
    """The last day of a day, month or year."""
    if len(value) == 4:
        return value + "-12-31"
    if len(value) == 7:
        return f"{value}-{calendar.monthrange(int(value[:4]), int(value[5:]))[1]}"
    return value


def days_between(earlier: str, later: str) -> int:
    """How many days lie between two days."""
    return (dt.date.fromisoformat(later) - dt.date.fromisoformat(earlier)).days


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office.

    Attributes:
        office: Office class of the records' vocabulary.
        represents: Country code, or acronym of an organization.
        start: First day, ISO 8601 as precise as known, or None.
        end: Last day, or None while in office (as of the file's date).
        title: English title.
        acting: Whether the holder was acting.
        source: Where the dates come from.
        end_approximate: Whether `end` only says until when the holder is known to have been in office.
        as_of: How fresh the file is.
    """

    office: str
    represents: str
    start: str | None
    end: str | None
    title: str = ""
    acting: bool = False
    source: str = ""
    end_approximate: bool = False
    as_of: str | None = None

    def covers(self, day: str) -> bool:
        """Whether a day, month or year falls in the term, as far as the precision tells."""
        if self.start and day[: len(self.start)] < self.start[: len(day)]:
            return False
        return not (self.end and day[: len(self.end)] > self.end[: len(day)])

    @property
    def begins(self) -> tuple[str, str]:
        """Earliest and latest first day."""
        return (first_day(self.start), last_day(self.start)) if self.start else (_FIRST, self.ends[0])

    @property
    def ends(self) -> tuple[str, str]:
        """Earliest and latest last day."""
        if self.end is None:
            return (first_day(self.as_of) if self.as_of else first_day(self.start or _FIRST), _LAST)
        return first_day(self.end), _LAST if self.end_approximate else last_day(self.end)

    @property
    def is_open(self) -> bool:
        """Whether the end is not known."""
        return self.end is None or self.end_approximate

    def holds(self, period: Period) -> Holds:
        """Whether the term covers a period: all of it for certain, possibly, or certainly not."""
        earliest, latest = self.begins
        if period.last < earliest:
            return Holds.NO
        soonest, last = self.ends
        if period.first > last:
            return Holds.NO
        return Holds.YES if latest <= period.first and period.last <= soonest else Holds.MAYBE

    def days_away(self, period: Period) -> int:
        """Days from the term to a period: negative before the term, positive after it, 0 where it may cover it."""
        if self.holds(period) is not Holds.NO:
            return 0
        if period.last < self.begins[0]:
            return -days_between(period.last, self.begins[0])
        return days_between(self.ends[1], period.first)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the knowledge files.

    Attributes:
        id: Stable id.
        wikidata: Wikidata id, only if it was checked.
        gender: ``m``, ``f`` or empty.
        spellings: Names by language, the English ones first; of each the usual one first.
        terms: Terms of office, latest first.
        surname_first: Whether the surname stands first in the names.
        patronymic: Russian patronymic.
        names: All spellings.
    """

    id: str
    wikidata: str | None
    gender: str
    spellings: Mapping[str, tuple[str, ...]]
    terms: tuple[Term, ...]
    surname_first: bool = False
    patronymic: str = ""
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Put all spellings side by side, which names are looked up in again and again."""
        object.__setattr__(self, "names", tuple([n for names in self.spellings.values() for n in names]))

    def __hash__(self) -> int:
        return hash(self.id)  # hashing all fields would cost more than what is remembered by person

    @property
    def name(self) -> str:
        """The official English spelling."""
        return self.names[0]

    def name_in(self, language: str) -> str:
        """The usual name in a language, else the English one."""
        return next(iter(self.spellings.get(language, ())), self.name)

    def surname(self, name: str) -> str:
        """The surname in one of the spellings."""
        words = name.split()
        return words[0] if self.surname_first else words[-1]
