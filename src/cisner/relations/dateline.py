"""The dateline of a report: a city, and perhaps a day, at its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cisner.relations.sentence import Item, Sentence, View

_FIRST = 12  # sentences that may hold the city
_FIRST_DATED = 6  # those that may hold the day
_HEAD = 160  # tokens in which their beginnings lie
_HEAD_DATED = 60  # tokens in which the day lies
_SHORT_LINE = 14  # tokens
_TO_DAY = 2  # tokens from the city to the day
_AFTER_CITY = frozenset({".", "–", "—", "-", "/", "(", ":"})
_DIGITS = re.compile(r"[\d\s.\-:,/]+[–—|]?")
_LINE = re.compile(r"D[,-]?L\.?")  # "20 December 2022, Astana"
_CITY_ALONE = ("L", "L.")
_YEARLESS = {"day", "month"}
_WHOLE_DAY = frozenset({"day", "month", "year"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the head of a report says of where and when it was written.

    Attributes:
        city: English name, or None.
        country: Country code, or None.
        day: ISO date, or None.
    """

    city: str | None
    country: str | None
    day: str | None


def find_dateline(seen: View, published: str | None = None) -> Dateline:
    """A city that opens one of the first lines, and the day beside it or in a line of its own.

    Args:
        seen: The document.
        published: Day of publication (ISO), which gives the year of "MINSK, May 30".
    """
    city = next((item for s in seen.sentences[:_FIRST] if s.start <= _HEAD for item in _cities(seen, s)), None)
    day = next((day for s in seen.sentences[:_FIRST_DATED] for day in _days(seen, s, published)), None)
    if city is None:
        return Dateline(None, None, day)
    return Dateline(city.mention.norm, city.mention.rule.partition(".")[2], day)


def _cities(seen: View, sentence: Sentence) -> Sequence[Item]:
    """The cities of a line that stand as in a dateline."""
    before = seen.sentences[sentence.index - 1].symbols if sentence.index else ""
    if _LINE.fullmatch(sentence.symbols) or (sentence.symbols in _CITY_ALONE and before.rstrip(".").endswith("D")):
        return sentence.of("CITY")
    found = []
    for item in sentence.items[:3]:
        if item.symbol != "L" or not (
            _opens(seen, seen.words[sentence.start : item.start]) or _after_state(sentence, item)
        ):
            continue
        after = seen.words[item.end] if item.end < len(seen.words) else ""
        dated = any(i.symbol in "DC" and 0 <= i.start - item.end <= 1 for i in sentence.items)
        if after in _AFTER_CITY or seen.words[item.start].isupper() or (after == "," and dated):
            found.append(item)
    return found


def _after_state(sentence: Sentence, city: Item) -> bool:
    """Whether only the state of a city stands before it: "Азербайджан, Баку, 14 мая"."""
    state = sentence.items[0]
    country = city.mention.rule.partition(".")[2]
    return (
        state.symbol == "C"
        and state.mention.norm == country
        and state.start == sentence.start
        and 0 <= city.start - state.end <= 1
    )


def _opens(seen: View, before: Sequence[str]) -> bool:
    """Whether only a date, an agency or nothing stands before a dateline's city."""
    words = [w for w in before if w.strip()]
    if not words:
        return True
    label = words[0] in seen.lexicon.dates["context"]["dateline"]
    if _DIGITS.fullmatch(" ".join(words[1:] if label else words)):
        return True
    return len(words) <= 3 and all(w.isupper() or not w.isalpha() for w in words)


def _days(seen: View, sentence: Sentence, published: str | None) -> list[str]:
    """The days of a line that stand as in a dateline: a line of their own, or after its city."""
    dates = sentence.of("DATE")
    if not dates:
        return []
    found = []
    alone = sentence.end - sentence.start <= _SHORT_LINE and not sentence.cues and not sentence.of("MEETING", "ORGAN")
    cities = _cities(seen, sentence)
    for item in dates:
        values = item.mention.attributes["values"]
        at_city = any(0 <= item.start - city.end <= _TO_DAY for city in cities)
        whole = set(values) >= _WHOLE_DAY and "day2" not in values
        if whole and (alone or at_city) and item.start < _HEAD_DATED:
            found.append(f"{values['year']:04}-{values['month']:02}-{values['day']:02}")
        elif set(values) == _YEARLESS and at_city and published and item.start < _HEAD_DATED:
            day = f"{values['month']:02}-{values['day']:02}"
            found.append(f"{int(published[:4]) - (day > published[5:]):04}-{day}")
    return found
