"""How far apart the dates of meetings are: ISO dates, as far as they are known ("2022-05", "2022-05-13")."""

from __future__ import annotations

import datetime as dt

UNKNOWN = 9999  # days, where a date is not known to the day
LONGEST_VISIT = 4  # days
_LENGTH = len("2022-05-13")


def is_day(date: str | None) -> bool:
    """Whether a date is known to the day, its year included."""
    return date is not None and len(date) == _LENGTH and not date.startswith("X")


def days_between(earlier: str | None, later: str | None) -> int | None:
    """Days from one date to another, negative if that lies before; None unless both are known to the day."""
    if earlier is None or later is None or not (is_day(earlier) and is_day(later)):
        return None
    return (dt.date.fromisoformat(later) - dt.date.fromisoformat(earlier)).days


def days_apart(one: str | None, other: str | None) -> int:
    """Days between two dates, whichever comes first; `UNKNOWN` unless both are known to the day."""
    days = days_between(one, other)
    return UNKNOWN if days is None else abs(days)


def are_apart(one: str | None, other: str | None, most: int) -> bool:
    """Whether two dates, as far as they are known, are more than some days apart, or not in one month or year."""
    if not one or not other:
        return False
    if is_day(one) and is_day(other):
        return days_apart(one, other) > most
    return not (one.startswith(other) or other.startswith(one))


def of_one_visit(day: str, other: str) -> bool:
    """Whether two dates may belong to one visit: equal as far as they go, or a few days apart."""
    return days_apart(day, other) <= LONGEST_VISIT or day.startswith(other) or other.startswith(day)
