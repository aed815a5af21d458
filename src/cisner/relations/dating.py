"""When: the day that a sentence gives a meeting, among the days of other things."""

from __future__ import annotations

from itertools import pairwise

from cisner.relations.cues import FoundCue
from cisner.relations.datable import Datable
from cisner.relations.days import days_apart, is_day, of_one_visit
from cisner.relations.events import Event
from cisner.relations.frame import Frame, clause
from cisner.relations.phrases import Phrase
from cisner.relations.said import beside_said, content_start, told_together
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.spoken_of import first_spoken_of
from cisner.relations.wording import Wording
from cisner.relations.years import Years

_RECENT = 10  # days
_AROUND = 3
_NEWS = 2  # words from "postponed" to the day on which it was
_DAY = len("2022-05-13")
_AFTER_NAME = 4  # tokens of "in Nizhny Novgorod on"
_BREAKS = frozenset({",", ";"})
_DASHES = frozenset({"–", "—", "-"})


def _gap(phrase: Phrase, item: Item) -> int:
    """Tokens between a meeting and a date."""
    return item.start - phrase.end if item.start >= phrase.end else phrase.start - item.end


class Dating:
    """Reads the days of meetings off sentences.

    Args:
        view: The document.
        frame: Its date and places.
        wording: What its words say of meetings.
        years: Its years.
    """

    def __init__(self, view: View, frame: Frame, wording: Wording, years: Years) -> None:
        self._view = view
        self._frame = frame
        self._wording = wording
        self._years = years
        self._datable = Datable(view, frame)
        self._where = view.lexicon.file.setting
        self._words = view.lexicon.file.words
        self._turns: dict[int, dict[int, Item]] = {}  # days of meetings in turns, by sentence

    def is_recent(self, phrase: Phrase) -> bool:
        """Whether the day that a meeting is given, if any, is not long before or after that of the report."""
        day = self.day_of(phrase)
        return day is None or self.is_about_now(day[0])

    def may_be_on(self, event: Event, day: str) -> bool:
        """Whether nothing is against a meeting's being on a day; one without a date is of the day of the report."""
        start = event.start or self._frame.published
        return not (is_day(day) and is_day(start)) or str(start) <= day <= (event.end or str(start))

    def is_later(self, event: Event, past: str | None) -> bool:
        """Whether a meeting is so long after a day, if one is told, that a visit on that day was another one."""
        start = event.start or self._frame.published
        return bool(past and start) and str(past) < str(start) and not of_one_visit(str(past), str(start))

    def is_about_now(self, day: str) -> bool:
        """Whether a date, as far as it is known, is not long before or after the day of the report."""
        published = self._frame.published
        if not published:
            return True
        return days_apart(day, published) <= _RECENT if is_day(day) else published.startswith(day)

    def lies_ahead(self, day: str) -> bool:
        """Whether a day is after that of the report."""
        return bool(self._frame.published) and day > str(self._frame.published)

    def is_over(self, day: str) -> bool:
        """Whether a day, month or year is before that of the report."""
        return bool(self._frame.published) and day < str(self._frame.published)[: len(day)]

    def is_today(self, day: str) -> bool:
        """Whether a day is that of the report."""
        return day == self._frame.published

    def tells_of_now(self, sentence: Sentence) -> bool:
        """Whether a sentence has the day of the report, or one of the days around it."""
        days = (self._frame.dates.get(i.start) for i in sentence.of("DATE"))
        return any(days_apart(day, self._frame.published) <= _AROUND for day in days)

    def day_of(self, phrase: Phrase) -> tuple[str, str | None] | None:
        """The date of the sentence that is nearest to a phrase and is not a document's or a limit."""
        if self._wording.is_eve(phrase):
            ahead = self._day_ahead(phrase)
            return self._days(ahead) if ahead is not None else None
        sentence = phrase.sentence
        in_turn = self._in_turns(sentence).get(phrase.start)
        if in_turn is not None:
            return self._days(in_turn)
        candidates = [
            i
            for i in sentence.of("DATE")
            if self._datable.is_of_event(sentence, i) and not self._dates_earlier(phrase, i)
        ]
        candidates = [c for c in self._without_those_ahead(sentence, candidates) if self._told_with(phrase, c)]
        if not candidates:
            return self._years.of(phrase)
        candidates = self._datable.without_pages_own(sentence, candidates)
        if candidates and self._datable.is_of_dateline(sentence, candidates[0]):
            if len(candidates) > 1 or not self._wording.in_past(sentence):
                candidates = candidates[1:]
        if not candidates:
            return None
        own = clause(self._view, sentence, phrase.start)
        inside = [c for c in candidates if own[0] <= c.start < own[1]]
        more = self._wording.own_clause(phrase)
        inside = [c for c in candidates if c.start in more] or inside
        candidates = inside or candidates  # not the day of "and on the 4th Astana receives B"
        if any(c.start >= phrase.end for c in candidates):
            candidates = [c for c in candidates if c.end > phrase.start or not self._in_main_clause(c, phrase)]
        candidates = [c for c in candidates if not self._of_other(phrase, c)]
        if not candidates:
            return None

        def distance(item: Item) -> tuple[bool, int]:
            whole = len(self._frame.dates[item.start].partition("/")[0]) == _DAY
            own = item.end == phrase.start  # "the September summit"
            return (not whole and not own, _gap(phrase, item))

        return self._days(min(candidates, key=distance))

    def _told_with(self, phrase: Phrase, date: Item) -> bool:
        """Whether a date and a meeting are both in what somebody said, or both outside."""
        return told_together(self._view, phrase.sentence, phrase.start, date.start)

    def _in_turns(self, sentence: Sentence) -> dict[int, Item]:
        """The days of meetings told one after the other, by their first tokens: "May 12 for A and May 26 for B"."""
        if sentence.index not in self._turns:
            self._turns[sentence.index] = self._read_turns(sentence)
        return self._turns[sentence.index]

    def _read_turns(self, sentence: Sentence) -> dict[int, Item]:
        dates = [i for i in sentence.of("DATE") if len(self._frame.dates.get(i.start, "")) == _DAY]
        meetings = [p for p in self._wording.phrases(sentence) if p.specific] if len(dates) > 1 else []
        if (
            len(dates) < 2
            or len(dates) != len(meetings)
            or not all(self._datable.is_of_event(sentence, d) for d in dates)
        ):
            return {}
        pairs, joins = list(zip(dates, meetings, strict=True)), self._where.conjunction | _BREAKS
        for (date, meeting), (following, _) in pairwise(pairs):
            if not (date.end <= meeting.start and meeting.end <= following.start):
                return {}
            if joins.isdisjoint(self._view.lower[meeting.end : following.start]):
                return {}
        apart = any(not _BREAKS.isdisjoint(self._view.words[d.end : m.start]) for d, m in pairs)
        return {} if apart or pairs[-1][0].end > pairs[-1][1].start else {m.start: d for d, m in pairs}

    def date_of(self, item: Item) -> str | None:
        """The resolved date of a mention."""
        return self._frame.dates.get(item.start)

    def is_in_turn(self, phrase: Phrase) -> bool:
        """Whether a meeting is one of several that are told with their days: "May 12 is the day of A, May 26 of B"."""
        return phrase.start in self._in_turns(phrase.sentence)

    def _days(self, date: Item) -> tuple[str, str | None]:
        start, _, end = self._frame.dates[date.start].partition("/")
        return start, end or None

    def _day_ahead(self, phrase: Phrase) -> Item | None:
        """The day to come after a meeting: of "before the summit in Astana on 14 October", not that of what is now."""
        told = [c.end for c in phrase.sentence.cue("future", "convene") if 0 <= c.start - phrase.end <= _AFTER_NAME]
        ends = [phrase.end, *told[:2]]  # "preparations for the summit, which is scheduled to be held on …"
        dates = phrase.sentence.of("DATE")
        if "," in self._view.lower[phrase.end : phrase.end + 1]:
            ends.remove(phrase.end)  # "on the eve of the summit, on October 12, the ministers will meet": their day
        near = (i for i in dates if any(0 <= i.start - end <= _AFTER_NAME for end in ends))
        day = next((i for i in near if self._datable.is_of_event(phrase.sentence, i)), None)
        ahead = day is not None and self._frame.dates[day.start] > (self._frame.published or "9999")
        return day if ahead else None

    def _without_those_ahead(self, sentence: Sentence, dates: list[Item]) -> list[Item]:
        """The dates that are not those of meetings to come, before which something else is told to be."""
        if not dates:
            return dates
        later = [self._day_ahead(p) for p in self._wording.phrases(sentence) if self._wording.is_eve(p)]
        return [d for d in dates if d not in later]

    def _of_other(self, phrase: Phrase, date: Item) -> bool:
        """Whether a date is nearer to another meeting of its sentence, or that of what a dash leaves out."""
        following = self._view.words[date.end : date.end + 2]
        if date.start > phrase.end and following[:1] and following[0] in _DASHES and following[-1].islower():
            return True  # "on Thursday the ministers meet, on Friday – the heads of state"
        gap = _gap(phrase, date)
        return any(
            _gap(other, date) < gap
            for other in self._wording.phrases(phrase.sentence)
            if other.start != phrase.start
            and (other.specific or "next" in other.qualifiers or not phrase.specific)
            and not (phrase.one_of_several and other.one_of_several)
            and not (self._dates_earlier(other, date) or self._wording.is_eve(other))
        )

    def _dates_earlier(self, phrase: Phrase, item: Item) -> bool:
        """Whether a date before a phrase belongs to another phrase that stands before it ("A on 15 May, and B")."""
        if item.end > phrase.start:
            return False
        earlier = [p for p in self._wording.phrases(phrase.sentence) if p.end <= item.start and p.specific]
        earlier = [p for p in earlier if not self._wording.is_eve(p)]  # "on the eve of the summit, on 12 October, B"
        between, joins = self._view.words[item.end : phrase.start], self._where.conjunction | self._words.or_ | _BREAKS
        return bool(earlier) and not joins.isdisjoint(between)

    def day_near(self, sentence: Sentence, cue: FoundCue) -> tuple[str, str | None] | None:
        """The day that a sentence gives what a cue tells."""
        candidates = [i for i in sentence.of("DATE") if self._datable.is_of_event(sentence, i)]
        about = min(first_spoken_of(self._view, sentence, cue.end), content_start(self._view, sentence, cue.end))
        candidates = [i for i in candidates if i.start < about and not self._datable.is_of_a_thing(cue, i)]
        candidates = [i for i in candidates if not self._datable.is_of_office(sentence, i, cue)]
        coming = self.coming_aside(sentence, cue.start) if candidates else range(0)
        candidates = [i for i in candidates if i.start not in coming]
        candidates = self._datable.without_pages_own(sentence, self._without_those_ahead(sentence, candidates))
        candidates = beside_said(self._view, sentence, cue.start, candidates, lambda i: i.start)
        if not candidates:
            return self._years.beside(sentence, cue)
        if len(candidates) > 1 and self._datable.opens(sentence, candidates[0]):
            candidates = candidates[1:]  # "MINSK, May 12. The visit set for May 20 …"
        elif self._datable.is_of_dateline(sentence, candidates[0]) and sentence.has("future"):
            if not self._wording.in_past(sentence):
                return self._years.beside(sentence, cue)  # "MINSK, May 12 – X will visit Baku"
        best = min(
            candidates, key=lambda i: (len(self._frame.dates[i.start].partition("/")[0]) < 10, abs(i.start - cue.start))
        )
        return self._days(best)

    def coming_aside(self, sentence: Sentence, verb: int) -> range:
        """The relative clause after talks that were held, if it tells what lies ahead: "met X, who will chair …".

        Args:
            sentence: The sentence.
            verb: Token of the verb; after a mere noun it is about the talks: "talks of X and Y, who were to meet".
        """
        lower, none = self._view.lower, range(0)
        if any(i.start == verb for i in sentence.of("MEETING")):
            return none
        commas = (i for i in range(verb, sentence.end - 1) if lower[i] == ",")
        comma = next((i for i in commas if self._opens_aside(sentence, i)), None)
        if comma is None or any(c.start < comma for c in sentence.cue("future")):
            return none
        commas = (i for i in range(comma + 1, sentence.end) if lower[i] == ",")
        aside = range(comma, next(commas, sentence.end))
        published = self._frame.published
        days = [self.date_of(i) for i in sentence.of("DATE") if i.start in aside]
        ahead = bool(published) and any(d and is_day(d) and d > str(published) for d in days)
        return aside if ahead or any(c.start in aside for c in sentence.cue("future")) else none

    def _opens_aside(self, sentence: Sentence, comma: int) -> bool:
        who = self._view.lexicon.file.talks.who
        return any(w.startswith(who) for w in self._view.lower[comma + 1 : min(comma + 3, sentence.end)])

    def day_inside(self, sentence: Sentence, part: range) -> tuple[str, str | None] | None:
        """The day that a part of a sentence has: "… X in Baku on 6 May and …"."""
        day = next((i for i in sentence.of("DATE") if i.start in part and self._datable.is_of_event(sentence, i)), None)
        return self._days(day) if day is not None else None

    def _in_main_clause(self, date: Item, phrase: Phrase) -> bool:
        """Whether a relative clause holds a meeting and not the day before it: "came on Tuesday, where a session …"."""
        lower, which = self._view.lower, self._where.in_which
        return any(lower[i - 1] == "," and lower[i].startswith(which) for i in range(date.end + 1, phrase.start))

    def is_news(self, sentence: Sentence, day: tuple[str, str | None] | None) -> bool:
        """Whether a day is that on which a meeting was called off, not its own: "was postponed on Monday"."""
        published = self._frame.published
        if not day or not published or day[0] > published[: len(day[0])]:
            return False
        own = [i.start for i in sentence.of("DATE") if self._frame.dates.get(i.start, "").partition("/")[0] == day[0]]
        return any(0 <= own[-1] - c.end <= _NEWS for c in sentence.cue("cancelled")) if own else False
