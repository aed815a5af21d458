"""What a whole report gives to its sentences: its date, its dateline, its dates resolved by the tense around them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from cisner.dates import Anchor, Expression, resolve
from cisner.relations.sentence import Item, Sentence, View


@dataclass(slots=True)
class Frame:
    """What the whole report gives: its date, its dateline, its places."""

    published: str | None
    anchor: Anchor
    dateline_city: str | None
    dateline_country: str | None
    capitals: dict[str, str]
    dates: dict[int, str]  # start token of a DATE mention -> EDTF
    fresh_days: dict[int, str] = field(default_factory=dict)  # sentence -> the day just before the report's


def resolve_dates(view: View, anchor: Anchor) -> dict[int, str]:
    """Resolve every date mention against the anchor and the tense of its sentence."""
    eve = view.lexicon.file.meeting_frame.eve
    out: dict[int, str] = {}
    previous: str | None = None
    for sentence in view.sentences:
        year: int | None = None  # the last one that stands alone
        for item in sentence.of("DATE"):
            attributes = item.mention.attributes
            values = attributes["values"]
            if set(values) == {"year"}:
                year = values["year"]
            elif year is not None and set(values) == {"month"}:
                values = {**values, "year": year}  # "Kyrgyzstan has the chair in 2026, and the summit is in October"
            if attributes["relative"] and any(
                i.symbol in "MOG" and i.start == item.end and view.lower[item.start] in eve for i in sentence.items
            ):
                continue
            expression = Expression(
                attributes["chars"][0], attributes["chars"][1], item.mention.rule, values,
                attributes["relative"], attributes["year_offset"],
            )  # fmt: skip
            open_anchor = Anchor(None) if attributes["recurring"] else anchor
            future = _tense(view, sentence, item)
            if future is None and "weekday" in values:
                # in the present tense, of a programme; headlines tell of what is over
                future = bool(sentence.index) or _relative_clause(view, sentence.start, item.start) > sentence.start
            value = resolve(expression, open_anchor, future=future, previous=previous)
            if value is not None:
                out[item.start] = value
                if not value.startswith("X"):
                    previous = value.partition("/")[0]
    return out


def _tense(view: View, sentence: Sentence, item: Item) -> bool | None:
    """Whether a date lies ahead: by words just around it, then by the clause."""
    context, future_words = view.lexicon.date_words, view.lexicon.date_words["future"]
    near = view.lower[item.start - 1] if item.start > sentence.start else ""
    if near in context["past_before"]:
        return False
    if near in context["future_before"] and item.mention.rule != "date.month adjective":
        return True
    start, end = clause(view, sentence, item.start)
    if not context["next"].isdisjoint(view.lower[start : item.start]):
        return True
    start = _relative_clause(view, start, item.start)
    in_past, passive = view.lexicon.in_past, context["infinitive"]
    if any(c.type == "reconvene" and start <= c.start < end for c in sentence.cues):
        return True
    for index in range(item.start - 1, max(start, item.start - 7) - 1, -1):
        word = view.lower[index]
        if word in future_words:
            return True
        if in_past[word] and not view.words[index][0].isupper():
            if view.lower[index - 1] in passive:  # "will be held"
                continue
            return False
    if any(c.type == "future" and start <= c.start < end for c in sentence.cues):
        return True
    if not future_words.isdisjoint(view.lower[start:end]):
        return True
    for index in range(start, end):
        word = view.words[index]
        if in_past[word] and word.islower() and view.lower[index - 1] not in passive:
            return False
    return None


def _relative_clause(view: View, start: int, token: int) -> int:
    """Where the relative clause of a token begins, or the clause: "he came to Minsk, where they meet on …"."""
    relative = tuple(view.lexicon.dates["context"]["relative"])
    for index in range(token - 1, start, -1):
        if view.words[index] == ",":
            return index + 1 if any(w.startswith(relative) for w in view.lower[index + 1 : index + 3]) else start
    return start


_NEWS = 2  # days that news are fresh


def fresh_days(view: View, dates: dict[int, str], published: str | None) -> dict[int, str]:
    """The day just before the report's that a sentence speaks of ("yesterday"), by the sentence's index."""
    out: dict[int, str] = {}
    today = dt.date.fromisoformat(published) if published else None
    for sentence in view.sentences if today else ():
        told = [i for i in sentence.of("DATE") if not (_of_page(i) and dates.get(i.start) == published)]
        days = {v for i in told if len(v := dates.get(i.start, "")) == 10 and not v.startswith("X")}
        if today and len(days) == 1 and 0 < (today - dt.date.fromisoformat(min(days))).days <= _NEWS:
            out[sentence.index] = days.pop()
    return out


def _of_page(item: Item) -> bool:
    """Whether a date is written in full, as datelines have the day of the report."""
    return {"day", "month", "year"} <= set(item.mention.attributes["values"])


def clause(view: View, sentence: Sentence, token: int) -> tuple[int, int]:
    """The stretch between strong boundaries (semicolon, dash between words, "but") around a token."""
    return sentence.clause(view.lower, token)


def year_of_text(view: View) -> int | None:
    """The year that a report without a date speaks from: the latest that it tells of in the past tense."""
    years: list[int] = []
    for sentence in view.sentences:
        if sentence.has("future"):
            continue
        documents = [i.start for i in sentence.of("AGREEMENT")]
        for item in sentence.of("DATE"):
            year = item.mention.attributes["values"].get("year")
            if year and "year2" not in item.mention.attributes["values"]:
                if documents and item.start > documents[0]:
                    continue
                if view.lower[item.start - 1] in view.lexicon.dates["context"]["limit"]:
                    continue
                years.append(year)
    return max(years) if years else None
