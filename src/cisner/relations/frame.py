"""What a whole report gives to its sentences: its date, its dateline, its dates resolved by the tense around them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from cisner.dates import Anchor
from cisner.relations.days import is_day
from cisner.relations.headings import Section
from cisner.relations.sentence import Item, Sentence, View


@dataclass(slots=True)
class Frame:
    """What the whole report gives: its date, its dateline, its places.

    Attributes:
        published: Day of the report (ISO), given or from its dateline, or None.
        anchor: What dates without a year or with a weekday are resolved against.
        dateline_city: English name, or None.
        dateline_country: Country code, or None.
        capitals: English name of the capital of each state on the day, by country code.
        dates: EDTF of the dates, by the first token of each.
        fresh_days: The day (ISO) just before the report's that a sentence speaks of, by number of the sentence.
        present: The sentences, by number, that tell of a meeting in the present: "The Council meets in Dushanbe".
        following: The sentences, by number, that tell of one thing after another: "It was followed by a session".
        undated: The sentences, by number, that tell of some time ago and of no day: "last week".
        sections: What the headings of a digest say, by number of each sentence under them.
        only_place: City and country code, if the report places things in one city only.
        only_place_at: The sentences, by number, that do so.
    """

    published: str | None
    anchor: Anchor
    dateline_city: str | None
    dateline_country: str | None
    capitals: dict[str, str]
    dates: dict[int, str]
    fresh_days: dict[int, str] = field(default_factory=dict)
    sections: Mapping[int, Section] = field(default_factory=dict)
    present: frozenset[int] = frozenset()
    following: frozenset[int] = frozenset()
    undated: frozenset[int] = frozenset()
    only_place: tuple[str, str] | None = None
    only_place_at: frozenset[int] = frozenset()


_NEWS = 2  # days that news are fresh


def fresh_days(view: View, dates: dict[int, str], published: str | None) -> dict[int, str]:
    """The day just before the report's that a sentence speaks of ("yesterday"), by the sentence's index."""
    out: dict[int, str] = {}
    today = dt.date.fromisoformat(published) if published else None
    for sentence in view.sentences if today else ():
        if "D" not in sentence.symbols:
            continue
        told = [i for i in sentence.of("DATE") if not (_of_page(i) and dates.get(i.start) == published)]
        days = {v for i in told if is_day(v := dates.get(i.start, ""))}
        if today and len(days) == 1 and 0 < (today - dt.date.fromisoformat(min(days))).days <= _NEWS:
            out[sentence.index] = days.pop()
    return out


def present_sentences(view: View) -> frozenset[int]:
    """The sentences, by number, that tell of a meeting in the present: "The Council meets in Dushanbe"."""
    present = view.lexicon.date_words["present"]
    if present.isdisjoint(view.forms) or not view.has("convene"):
        return frozenset()
    found = (s for s in view.sentences if s.has("convene") and not s.has("future"))
    return frozenset(s.index for s in found if not present.isdisjoint(view.lower[s.start : s.end]))


def following_sentences(view: View) -> frozenset[int]:
    """The sentences, by number, that tell of one thing after another: "It was followed by a session"."""
    return frozenset(s.index for s in view.sentences if s.has("follows")) if view.has("follows") else frozenset()


def undated_sentences(view: View) -> frozenset[int]:
    """The sentences, by number, that tell of some time ago and of no day: "They met in Minsk last week"."""
    if not view.has("some_time_ago"):
        return frozenset()
    return frozenset(s.index for s in view.sentences if s.has("some_time_ago") and not s.of("DATE"))


def _of_page(item: Item) -> bool:
    """Whether a date is written in full, as datelines have the day of the report."""
    return {"day", "month", "year"} <= set(item.mention.attributes["values"])


def clause(view: View, sentence: Sentence, token: int) -> tuple[int, int]:
    """The stretch between strong boundaries (semicolon, dash between words, "but") around a token."""
    return sentence.clause(view.lower, token)


def year_of_text(view: View) -> int | None:
    """The year that a report without a date speaks from: the latest told in the past tense, else the first ahead."""
    past: list[int] = []
    ahead: list[int] = []
    limits = view.lexicon.dates["context"]["limit"]
    for sentence in view.sentences:
        documents = [i.start for i in sentence.of("AGREEMENT")]
        for item in sentence.of("DATE"):
            values = item.mention.attributes["values"]
            if not values.get("year") or "year2" in values or (documents and item.start > documents[0]):
                continue
            if sentence.has("future"):
                ahead += [values["year"]] if "day" in values else []
            elif view.lower[item.start - 1] not in limits:
                past.append(values["year"])
    return max(past) if past else min(ahead, default=None)
