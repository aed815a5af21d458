"""Date expressions: found where a date word or number begins, read by a small grammar, written as EDTF (ISO 8601).

The grammar is data (``patterns/<language>/dates.toml``). Expressions are read as they stand; `resolve` fills what they
leave open from the publication date and the tense of the sentence. Nothing is silently set to the publication date.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

_DIGITS = re.compile(r"\d+")
_CASED = re.compile(r"\(\?-i:([^()]*)\)")  # the part of a pattern that tells capitals
_WORD_BEFORE = re.compile(r"(\w+)[ -]$")
_WORD_AFTER = re.compile(r"\s*([\w%]+)")
_OFFSETS = (("this_year", 0), ("last_year", -1), ("next_year", 1))


class Expression(NamedTuple):
    """A date expression as read, before resolution.

    Attributes:
        start: Offset in the text, in code points.
        end: Offset after the expression.
        rule: Name of the expression in the pattern file.
        values: Numbers by group: day, month, year, day2, month2, year2, weekday, half, quarter.
        relative: "unit offset" of a relative expression, else "".
        year_offset: -1, 0, 1 for "last year", "this year", "next year" beside a month, else None.
    """

    start: int
    end: int
    rule: str
    values: Mapping[str, int]
    relative: str = ""
    year_offset: int | None = None


class DateGrammar:
    """The date grammar of one language.

    Args:
        table: The parsed ``dates.toml``.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._months = {name: int(number) for number, names in table["months"].items() for name in names}
        self._weekdays = {name: int(number) for number, names in table["weekdays"].items() for name in names}
        self._ordinals = {name: int(number) for number, names in table["ordinals"].items() for name in names}
        self._relative: dict[str, str] = dict(table["relative"])
        context = table["context"]
        self.future = frozenset(context["future"])
        self.recurring: tuple[str, ...] = tuple(context["recurring"])
        self._capital_months = bool(context["capital_months"])
        self._month_before = frozenset(context["month_before"])
        self._plain_months = frozenset(context["plain_months"])
        self._after_plain_month = re.compile(context["after_plain_month"])
        adjectives = table["month_adjectives"]
        self._month_adjectives = {
            stem + ending: int(number)
            for number, stem in adjectives.get("stems", {}).items()
            for ending in adjectives.get("endings", ())
        }
        self._not_after_year = frozenset(context["not_after_year"])
        self._not_before_year = frozenset(context["not_before_year"])
        alternatives = {
            "month": _alternatives(self._months),
            "month_adjective": _alternatives(self._month_adjectives) if self._month_adjectives else "(?!)",
            "weekday": _alternatives(self._weekdays),
            "relative": _alternatives(self._relative),
            "year": r"(?:19|20)\d\d",
            "day": r"(?:3[01]|[12]\d|0?[1-9])" + table["day_suffix"],
            "dash": r"[-–—‑]",
            "year_word": table["year_word"],
        }
        self._expressions = []
        patterns = []
        for row in table["expression"]:
            pattern = row["pattern"]
            for key, value in alternatives.items():
                pattern = pattern.replace("{" + key + "}", value)
            compiled = re.compile(pattern, re.IGNORECASE)
            unnamed = re.sub(r"\(\?P<\w+>|(?<!\\)\((?!\?)", "(?:", re.sub(r"\(\?P=\w+\)", ".+?", pattern))
            seen = _CASED.sub(lambda part: f"(?:{part[1].lower()})", unnamed)  # the screens do without capitals
            patterns.append(f"({seen})")
            self._expressions.append((row["name"], compiled, bool(row.get("bare_month")), bool(row.get("bare_year"))))
        whole = "|".join(patterns)
        self._any = re.compile(whole, re.IGNORECASE)  # most numbers begin no expression
        is_lower = not any(c.isupper() for c in re.sub(r"\\.", "", whole))
        self._any_lower = re.compile(whole) if is_lower else None
        anchors = [*table["anchors"], *self._relative]
        words = {anchor for anchor in anchors if " " not in anchor}
        self._anchors = frozenset(words.union(self._months, self._month_adjectives, self._weekdays))
        self.beginnings: dict[str, tuple[str, ...]] = {}  # of two words, by the first of them
        for beginning in sorted({" ".join(anchor.split()[:2]) for anchor in anchors if " " in anchor}):
            first = beginning.split()[0]
            if first not in self._anchors:
                self.beginnings[first] = (*self.beginnings.get(first, ()), beginning)

    def is_anchor(self, word: str) -> bool:
        """Whether an expression may begin at this lower-case word."""
        return word.rstrip(".") in self._anchors or word in self.beginnings or word[:1].isdigit()

    def read(self, text: str, start: int, lower: str) -> Expression | None:
        """The expression that begins at an offset, or None.

        Args:
            text: The text.
            start: The offset.
            lower: The text in lower case, in which it is seen in half the time that nothing begins there.
        """
        if self._any_lower is not None and len(lower) == len(text):
            first = self._any_lower.match(lower, start)
        else:
            first = self._any.match(text, start)
        if first is None or first.lastindex is None:
            return None
        for name, pattern, bare_month, bare_year in islice(self._expressions, first.lastindex - 1, None):
            match = pattern.match(text, start)
            if match is None:
                continue
            if bare_month and not self._month_in_context(text, match):
                continue
            if bare_year and not self._year_in_context(text, match):
                continue
            groups = {key: value for key, value in match.groupdict().items() if value}
            values = self._values(groups)
            if values is None:
                continue
            offset = next((o for k, o in _OFFSETS if k in groups), None)
            relative = self._relative.get(groups["relative"].lower(), "") if "relative" in groups else ""
            return Expression(start, match.end(), name, values, relative, offset)
        return None

    def _values(self, groups: Mapping[str, str]) -> dict[str, int] | None:
        values: dict[str, int] = {}
        for key in ("day", "day2", "year", "year2", "month_number"):
            if key in groups:
                digits = _DIGITS.match(groups[key])
                assert digits is not None
                values[key] = int(digits.group())
        for key in ("month", "month2"):
            if key in groups:
                values[key] = self._months[groups[key].lower()]
        if "month_adjective" in groups:
            values["month"] = self._month_adjectives[groups["month_adjective"].lower()]
        if "weekday" in groups:
            values["weekday"] = self._weekdays[groups["weekday"].lower()]
        for key in ("half", "quarter"):
            if key in groups:
                values[key] = self._ordinals[groups[key].lower()]
        if "month_number" in values:
            values["month"] = values.pop("month_number")
            if values["month"] > 12 >= values.get("day", 13):
                values["month"], values["day"] = values["day"], values["month"]
        if values.get("year", 1000) < 100:
            values["year"] += 2000 if values["year"] < 70 else 1900
        if "year2" in values and values["year2"] < 100:
            values["year2"] += values["year"] // 100 * 100
        if not 1 <= values.get("month", 1) <= 12 or values.get("year2", 9999) < values.get("year", 0):
            return None
        if "day" in values and "month" in values:
            last = calendar.monthrange(values.get("year", 2000), values["month"])[1]
            if not 1 <= values["day"] <= last or not 1 <= values.get("day2", 1) <= 31:
                return None
            if "day2" in values and "month2" not in values and values["day2"] <= values["day"]:
                return None
        return values

    def _month_in_context(self, text: str, match: re.Match[str]) -> bool:
        before = _WORD_BEFORE.search(text[max(0, match.start() - 20) : match.start()])
        capital = match.group()[0].isupper() or not self._capital_months
        if match.group().lower() in self._plain_months and self._after_plain_month.match(text, match.end()):
            return capital
        return (
            capital and before is not None and before.group(1).lower() in self._month_before and len(match.group()) > 2
        )

    def _year_in_context(self, text: str, match: re.Match[str]) -> bool:
        before = text[max(0, match.start() - 16) : match.start()].lower().split()
        if match.start() and text[match.start() - 1] in "$€£.,:/№":
            return False
        after = _WORD_AFTER.match(text, match.end(), match.end() + 20)
        if before and before[-1] in self._not_before_year:
            return False
        return after is None or after.group(1).lower() not in self._not_after_year


def _alternatives(words: Mapping[str, Any]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


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


def interval(edtf: str | None) -> tuple[str | None, str | None]:
    """Start and end of an EDTF value: ("2018-01", "2018-07") for "2018-01/2018-07", (value, None) otherwise."""
    if not edtf or edtf.startswith("X"):
        return None, None
    start, _, end = edtf.partition("/")
    return start, end or None
