"""Date expressions resolved: what they leave open is filled from the publication date and the tense of the sentence.

Nothing is silently set to the publication date.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from cisner.dates.grammar import Expression

_PLANS = 150  # days that plans told in the past tense reach ahead
_PLANS_BY_MONTH = 93  # the same, where only a month is told
_SLIP = 2  # days that the date of a report may lie before what it tells of
_NEWS = 7  # days
_JUST_PAST = 45  # days
_SOON = 45  # days that a chairmanship told in the present tense may lie ahead


@dataclass(frozen=True, slots=True)
class Anchor:
    """What open parts of an expression are resolved against.

    Attributes:
        published: Publication (or dateline) date, if known.
        year: Year to assume where there is no publication date, if the text shows one.
    """

    published: dt.date | None
    year: int | None = None


def resolve(
    expression: Expression,
    anchor: Anchor,
    *,
    future: bool | None,
    past: bool = False,
    present: bool = False,
    lasting: bool = False,
    previous: str | None = None,
    back: int = 3,
) -> str | None:
    """The expression as EDTF, or None where it cannot be resolved.

    Args:
        expression: What was read.
        anchor: Publication date or the year that the text shows.
        future: Tense of the sentence, None where it does not show.
        past: Whether words say that it is long past, so that it is no plan told in the past tense.
        present: Whether its verb is in the present tense: a day that is no news then lies ahead.
        lasting: Whether what is told began on the day and goes on.
        previous: The date resolved before it in the text, for "a day later".
        back: Days that a day of the week may lie back where no tense shows which is meant.
    """
    values = dict(expression.values)
    if expression.relative.startswith("date "):  # "New Year's Day"
        values = {"month": int(expression.relative[5:7]), "day": int(expression.relative[7:])}
    elif expression.relative:
        return _relative(expression.relative, anchor, previous)
    if set(values) == {"day"}:
        return _day_alone(values["day"], anchor, previous, future)
    if "weekday" in values:
        return _weekday(values["weekday"], anchor, future, previous, back)
    if "year" not in values:
        if expression.year_offset is not None:
            this_year = anchor.published.year if anchor.published else anchor.year
            if this_year is None:
                return None
            values["year"] = this_year + expression.year_offset
        else:
            year = _year_for(values, anchor, future, past, present, _SOON if lasting else _PLANS)
            if year is None:
                return _without_year(values)
            values["year"] = year
    return _edtf(values)


def _without_year(values: Mapping[str, int]) -> str | None:
    if "month" in values and "day" in values and "day2" not in values:
        return f"XXXX-{values['month']:02}-{values['day']:02}"
    return None


def _year_for(
    values: Mapping[str, int], anchor: Anchor, future: bool | None, past: bool, present: bool, plans: int
) -> int | None:
    published = anchor.published
    if published is None:
        return anchor.year
    month, day = values.get("month", 1), values.get("day", 0)
    candidates = (published.year - 1, published.year, published.year + 1)

    def distance(year: int) -> int:
        return (year - published.year) * 372 + (month - published.month) * 31 + ((day or published.day) - published.day)

    if future is True:
        later = [y for y in candidates if distance(y) >= 0]
        # Of a day just past, nobody speaks without the year when next year's is meant.
        return later[0] - 1 if day and distance(later[0]) > 372 - _JUST_PAST else later[0]
    if future is False:
        earlier = [y for y in candidates if distance(y) <= 0]
        # A day ahead in a past-tense sentence is a plan told in the past ("was to meet on …"): of last year's, the year
        # would be given.
        plans = _SLIP if past else min(plans, _PLANS if day else _PLANS_BY_MONTH)
        ahead = [y for y in candidates if 0 < distance(y) <= plans]
        return ahead[0] if ahead else earlier[-1]
    nearest = min(candidates, key=lambda y: (abs(distance(y)), -y))
    return nearest + 1 if present and day and distance(nearest) < -_NEWS else nearest


def _day_alone(day: int, anchor: Anchor, previous: str | None, future: bool | None) -> str | None:
    """A day whose month is that of the date before it: "on September 14 and 15 … on the 15th"; none that is over."""
    month = previous[:7] if previous and len(previous) == 10 else str(anchor.published)[:7] if anchor.published else ""
    if not month or day > calendar.monthrange(int(month[:4]), int(month[5:]))[1]:
        return None
    told = f"{month}-{day:02}"
    return None if future and anchor.published and told < anchor.published.isoformat() else told


def _weekday(weekday: int, anchor: Anchor, future: bool | None, previous: str | None, back: int) -> str | None:
    """The day of the week ahead, that just past, or, where no tense shows which, the nearer one."""
    if anchor.published is None:
        return None
    shift = weekday - anchor.published.isoweekday()
    programme = future is None and previous is not None and previous > anchor.published.isoformat()
    if future or programme:
        shift = shift % 7
    elif future is None:
        shift = (shift + back) % 7 - back
    elif shift > 0:
        shift -= 7
    return (anchor.published + dt.timedelta(days=shift)).isoformat()


def _is_long_past(day: str | None, published: dt.date) -> bool:
    """Whether a date is no news, so that "a day earlier" counts from the report's."""
    return day is None or (published - dt.date.fromisoformat(day)).days > _NEWS


def _relative(relative: str, anchor: Anchor, previous: str | None) -> str | None:
    unit, offset = relative.split()
    amount = int(offset)
    if unit == "previous":
        if anchor.published and (_is_long_past(previous, anchor.published) if amount < 0 else previous is None):
            previous = anchor.published.isoformat()  # "Earlier that day", of a report without another day
        return (dt.date.fromisoformat(previous) + dt.timedelta(days=amount)).isoformat() if previous else None
    if anchor.published is None:
        return f"{anchor.year + amount:04}" if unit == "year" and anchor.year else None
    if unit == "day":
        return (anchor.published + dt.timedelta(days=amount)).isoformat()
    if unit == "month":
        index = anchor.published.year * 12 + anchor.published.month - 1 + amount
        return f"{index // 12:04}-{index % 12 + 1:02}"
    return f"{anchor.published.year + amount:04}"


def _edtf(values: Mapping[str, int]) -> str | None:
    year, month, day = values["year"], values.get("month"), values.get("day")
    if "half" in values:
        return f"{year}-01/{year}-06" if values["half"] == 1 else f"{year}-07/{year}-12"
    if "quarter" in values:
        first = 3 * values["quarter"] - 2
        return f"{year}-{first:02}/{year}-{first + 2:02}"
    if month is None:
        return f"{year}/{values['year2']}" if "year2" in values else f"{year}"
    if day is None:
        return f"{year}-{month:02}/{year}-{values['month2']:02}" if "month2" in values else f"{year}-{month:02}"
    try:
        start = dt.date(year, month, day)
        if "day2" not in values:
            return start.isoformat()
        end = dt.date(year, values.get("month2", month), values["day2"])
    except ValueError:
        return None
    return f"{start}/{end}" if end > start else None
