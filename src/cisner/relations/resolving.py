"""The dates of a report, resolved by the tense around them and by what the text has told before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

from cisner.dates import Anchor, Expression, resolve
from cisner.relations.days import is_day
from cisner.relations.headings import is_bare
from cisner.relations.said import source_part
from cisner.relations.sentence import Item, Sentence, View

_EVENTS = "date.month of events"  # "the June war"
_MEETING = ("convene", "meet", "call", "talk", "converse", "visit", "receive", "attend", "chair", "host", "sign")
_TO_COME = ("attend", "chair")
_AUXILIARIES = 3  # words between "was to" and its verb: "was to have been held"
_NEAR = 8  # words before a date in which its verb stands
_AFTER = 2  # a sentence and the one after it
_BACK = 2  # days that a weekday in the present tense may lie back: "On Tuesday the minister is in Astana"


def resolve_dates(view: View, anchor: Anchor) -> dict[int, str]:
    """Resolve every date mention against the anchor and the tense of its sentence."""
    return _Resolver(view, anchor).dates


_OF_YEAR = 4  # words of "of the same year"
_NAMED = frozenset("MOQGCL")  # what a meeting or a document is named by


class _Resolver:
    """Goes through the dates of a report in order."""

    def __init__(self, view: View, anchor: Anchor) -> None:
        self._view, self._anchor = view, anchor
        self._lower, self._in_past, self._context = view.lower, view.lexicon.in_past, view.lexicon.date_words
        self._relative = tuple(view.lexicon.dates["context"]["relative"])
        self._eve = view.lexicon.file.meeting_frame.eve
        self._participles = tuple(self._context["happened"])
        self._same_year = tuple(view.lexicon.dates["context"]["same_year"])
        self._year = ""  # that of the date before
        self._today = anchor.published.isoformat() if anchor.published else "9999"
        self._last: str | None = None
        self._past: str | None = None  # the last that was not ahead
        self.dates: dict[int, str] = {}
        for sentence in view.sentences:
            if "D" in sentence.symbols:
                self._sentence(sentence)

    def _sentence(self, sentence: Sentence) -> None:
        year = of_day = 0  # the last that stood alone, and that of a day
        for item in sentence.of("DATE"):
            values = item.mention.attributes["values"]
            told = set(values)
            if told == {"year"}:
                year = values["year"]
            elif told == {"year", "month", "day"} and item.start > sentence.start:
                of_day = values["year"]
            elif told == {"month"} and year:
                values = {**values, "year": year}  # "it has the chair in 2026, and the summit is in October"
            elif told == {"month", "day"} and of_day:
                values = {**values, "year": of_day}  # "on November 22, 2022, and a week later, on November 29"
            if not self._of_eve(sentence, item):
                self._keep(item, self._resolved(sentence, item, values))
        self._weekdays(sentence.of("DATE"))

    def _weekdays(self, dates: Sequence[Item]) -> None:
        """Give weekdays the date right after them that is one: "on Friday, April 14"."""
        for weekday, date in pairwise(dates):
            values, day = weekday.mention.attributes["values"], self.dates.get(date.start, "")
            beside = date.start - weekday.end <= 1 and self._lower[weekday.end : date.start] in ([], [","], ["("])
            if beside and set(values) == {"weekday"} and is_day(day):
                if dt.date.fromisoformat(day).isoweekday() == values["weekday"]:
                    self.dates[weekday.start] = day

    def _of_eve(self, sentence: Sentence, item: Item) -> bool:
        """Whether a word only tells of the time before a meeting: "on the eve of the summit"."""
        if not item.mention.attributes["relative"] or self._lower[item.start] not in self._eve:
            return False
        return any(i.symbol in "MOG" and i.start == item.end for i in sentence.items)

    def _resolved(self, sentence: Sentence, item: Item, values: dict[str, int]) -> str | None:
        attributes, rule = item.mention.attributes, item.mention.rule
        start, end = attributes["chars"]
        if self._year and "month" in values and "year" not in values and self._is_of_same_year(item):
            values = {**values, "year": int(self._year)}
        expression = Expression(start, end, rule, values, attributes["relative"], attributes["year_offset"])
        future = None if rule == _EVENTS else self._tense(sentence, item)
        if future is None and set(values) == {"weekday"} and is_bare(self._view, sentence, "DL"):
            future = self._of_section(sentence)
        present = future is None and self._told_with("present", sentence, item)
        if future is None and not present and "weekday" in values and self._in_headline(sentence, item):
            future = False  # headlines tell of what is over
        past = future is False and "year" not in values
        past = past and (
            self._told_with("long_past", sentence, item)
            or self._took_place(sentence, item)
            or any(self._happened(sentence, i) for i in range(max(sentence.start, item.start - _NEAR), item.start))
        )
        # "a day earlier", "the same day": than what has been told, not than what is to come
        earlier = attributes["relative"].startswith(("previous -", "previous 0"))
        return resolve(
            expression,
            Anchor(None) if attributes["recurring"] else self._anchor,
            future=future,
            past=past,
            present=present,
            lasting=self._lasts_since(sentence, item),
            previous=self._past if earlier and future is False and self._past else self._last,
            back=_BACK + ("weekday" in values and not self._has_verb(sentence)) - present,
        )

    def _of_section(self, heading: Sentence) -> bool | None:
        """Whether what stands under a weekday lies ahead, as far as the sentence after it tells."""
        following = self._view.sentences[heading.index + 1 : heading.index + 2]
        if any(s.has("future") for s in following):
            return True
        past = any(self._in_past[self._lower[i]] for s in following for i in range(s.start, s.end))
        return False if past else None

    def _told_with(self, words: str, sentence: Sentence, item: Item) -> bool:
        """Whether the clause of a date has one of some words."""
        start, end = sentence.clause(self._lower, item.start)
        return not self._context[words].isdisjoint(self._lower[start:end])

    def _lasts_since(self, sentence: Sentence, item: Item) -> bool:
        """Whether what began on a date is going on: «с 1 января председательствует», "since January 1"."""
        before = self._lower[max(sentence.start, item.start - 1) : item.start]
        since = not self._context["past_before"].isdisjoint(before)
        return since and self._told_with("lasting", sentence, item)

    def _in_headline(self, sentence: Sentence, item: Item) -> bool:
        return not sentence.index and self._relative_clause(sentence.start, item.start) == sentence.start

    def _keep(self, item: Item, value: str | None) -> None:
        if value is None:
            return
        self.dates[item.start] = value
        self._year = value[:4] if value[:4].isdigit() else self._year
        day = value.partition("/")[0]
        if is_day(day):
            self._last = day
            self._past = day if day <= self._today else self._past

    def _has_verb(self, sentence: Sentence) -> bool:
        """Whether a sentence is no mere caption or heading."""
        stops, ending = self._view.lexicon.file.agreement_frame.stops, self._view.lexicon.file.role_frame.verb_ending
        verb = re.compile(ending) if ending else None
        return any(w in stops or (verb and verb.search(w)) for w in self._lower[sentence.start : sentence.end])

    def _tense(self, sentence: Sentence, item: Item) -> bool | None:
        """Whether a date lies ahead: by words just around it, then by the clause."""
        context, lower, future = self._context, self._lower, self._context["future"]
        near = lower[item.start - 1] if item.start > sentence.start else ""
        if near in context["past_before"]:
            return False
        if near in context["future_before"] and item.mention.rule != "date.month adjective":
            return True
        start, end = sentence.clause(lower, item.start)
        said = source_part(self._view, sentence)
        start = max(start, said.start) if item.start in said else start  # "trade will grow, X said on Friday"
        if not context["next"].isdisjoint(lower[start : item.start]):
            return True
        start = self._relative_clause(start, item.start)
        if any(start <= c.start < end for c in sentence.cue("reconvene")):
            return True
        if self._was_to_be(sentence, item):
            return True
        verbs = (range(c.start, c.end) for c in sentence.cue("future", "awaits"))
        ahead = {i for verb in verbs if not any(map(self._is_past, verb)) for i in verb}
        aside = self._aside_before(item)
        if any(i in ahead or lower[i] in future for i in range(start, aside)):
            return True  # "will take place, it has already been approved, on October 13"
        infinitive = apart = False
        for index in range(item.start - 1, max(start, item.start - _NEAR) - 1, -1):
            word = lower[index]
            if word in future or index in ahead or (infinitive and word in context["deciding"]):
                return True
            if word in context["future_near"] and not apart:
                return True
            if self._happened(sentence, index):
                return self._to_be_attended(sentence, start, index)
            apart = apart or word == ","  # "before the visit, on Thursday, he called him"
            infinitive = infinitive or self._is_infinitive(index)
            if self._is_past(index) and not self._view.words[index][0].isupper():
                return False
        places = (start + i for i in self._in_past.places(lower[start:end]))
        told = [i for i in places if self._is_past(i) and self._view.words[i].islower()]
        later = [c.start for c in sentence.cue("future", "awaits") if start <= c.start < end]
        if later:  # not of "trade will grow, said the ministers at their session on Friday"
            return not any(lower[i - 1] == "," and later[0] < i < item.start for i in told)
        if not future.isdisjoint(lower[start:end]):
            return True
        return False if told else None

    def _aside_before(self, item: Item) -> int:
        """The comma where what stands between commas right before a date begins, or 0."""
        words = self._view.words
        end = item.start - (words[item.start - 1] != ",") - 1
        if end < 0 or words[end] != ",":
            return 0
        return next((i for i in range(end - 1, max(0, end - _NEAR), -1) if words[i] == ","), 0)

    def _was_to_be(self, sentence: Sentence, item: Item) -> bool:
        """Whether a weekday is that of what was to be and is called off: "the visit which was to begin on Monday"."""
        if "weekday" not in item.mention.attributes["values"] or not sentence.has("intended"):
            return False
        if not any(0 <= item.start - c.end <= _NEAR for c in sentence.cue("intended")):
            return False
        around = self._view.sentences[max(0, sentence.index - 1) : sentence.index + _AFTER]
        return any(s.has("cancelled") for s in around)

    def _took_place(self, sentence: Sentence, item: Item) -> bool:
        """Whether the verb of a date says that people met then; what was decided may be a plan for a day ahead."""
        if not sentence.has(*_MEETING):
            return False
        words = self._view.words
        start, end = sentence.clause(self._lower, item.start)
        content = self._view.lexicon.file.words.that
        told = (i for i in range(item.start - 1, start, -1) if self._lower[i] in content and words[i - 1] == ",")
        start = max(next(told, start), self._relative_clause(start, item.start))  # "recalled that in February X came"
        before = range(item.start - 1, max(start, item.start - _NEAR) - 1, -1)
        after = range(item.end, next((i for i in range(item.end, end) if words[i] == ","), end))
        verb = next((i for i in (*before, *after) if self._is_past(i) and words[i].islower()), -1)
        return any(c.start <= verb < c.end for c in sentence.cue(*_MEETING)) and not any(
            self._is_infinitive(i) for i in range(max(start, verb - _AUXILIARIES), verb)
        )

    def _is_of_same_year(self, item: Item) -> bool:
        """Whether words after a day or month give it the year told before: "on October 10 of the same year"."""
        return " ".join(self._lower[item.end : item.end + _OF_YEAR]).startswith(self._same_year)

    def _happened(self, sentence: Sentence, index: int) -> bool:
        """Whether a participle tells that what stands before it is over: "the summit held in", «совет, прошедший»."""
        if not self._lower[index].startswith(self._participles):
            return False
        before = index - (self._lower[index - 1] == ",")
        return any(i.end == before and i.symbol in _NAMED for i in sentence.items)

    def _to_be_attended(self, sentence: Sentence, start: int, index: int) -> bool:
        """Whether somebody will be at what a participle tells of: "will chair the session hosted by A on 4 March"."""
        future = self._context["future"]
        cues = (c for c in sentence.cue(*_TO_COME) if start < c.start < index)
        return any(not future.isdisjoint(self._lower[c.start - 1 : c.end]) for c in cues)

    def _is_infinitive(self, index: int) -> bool:
        """Whether an infinitive is or begins here, and no place: "decided to meet", but "came to Minsk"."""
        word, words = self._lower[index], self._view.lexicon.file.words
        return words.begins_infinitive(word) and (word not in words.infinitive or self._view.words[index + 1].islower())

    def _is_past(self, index: int) -> bool:
        """Whether a word tells of the past, and is no participle after "will be"."""
        return self._in_past[self._lower[index]] and self._lower[index - 1] not in self._context["infinitive"]

    def _relative_clause(self, start: int, token: int) -> int:
        """Where the relative clause of a token begins, or the clause: "he came to Minsk, where they meet on …"."""
        lower = self._lower
        for index in range(token - 1, start, -1):
            if lower[index] == ",":
                return index + 1 if any(w.startswith(self._relative) for w in lower[index + 1 : index + 3]) else start
        return start
