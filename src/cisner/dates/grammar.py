"""Date expressions as they stand in the text: found where a date word or number begins, read by a small grammar.

The grammar is data (``patterns/<language>/dates.toml``).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
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
