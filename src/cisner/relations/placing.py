"""When and where: the day, the place and the tense that the words around a meeting give it."""

from __future__ import annotations

import re
from itertools import pairwise

from cisner.relations.calling_off import CallingOff
from cisner.relations.conventions import find_conventions
from cisner.relations.cues import FoundCue
from cisner.relations.days import days_apart, is_day
from cisner.relations.events import Event
from cisner.relations.frame import Frame, clause
from cisner.relations.modality import is_wished
from cisner.relations.phrases import Phrase, find_phrases
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.sources import said_in
from cisner.relations.spoken_of import is_spoken_of
from cisner.relations.tense import Tense

_RECENT = 10  # days
_AROUND = 3
_SAID = 2  # tokens from a verb of saying to its day
_EVE = 5  # words of "on the eve of the"
_NEWS = 2  # words from "postponed" to the day on which it was
_TO_HOUR = 9  # words from "begins" to the hour
_HOUR = re.compile(r"(?:[01]?\d|2[0-4])(?:[:.]\d\d)?")
_MARGIN = 5  # words of "on the sidelines of the"
_SAYING = ("speak", "comment", "decides")
_DATELINE = re.compile(r"L[,-]?D([x.-]*)")
_DAY = len("2022-05-13")
_TO_YEAR = 20  # tokens between a meeting and its year
_TO_SAT = 8  # tokens between the verb of a meeting and its year
_SAT = 3  # tokens between a meeting or its year and the verb
_AFTER_NAME = 4  # tokens of "in Nizhny Novgorod on"
_BREAKS = frozenset({",", ";"})
_DASHES = frozenset({"–", "—", "-"})
_YEAR = len("2022")
_HEAD = 3  # tokens that a page begins with before its own date is over


def _gap(phrase: Phrase, item: Item) -> int:
    """Tokens between a meeting and a date."""
    return item.start - phrase.end if item.start >= phrase.end else phrase.start - item.end


class Placing:
    """Reads days, places and status votes off sentences.

    Args:
        view: The document.
        frame: Its date and places.
    """

    def __init__(self, view: View, frame: Frame) -> None:
        self._view = view
        self._frame = frame
        self._found: dict[int, list[Phrase]] = {}
        self._turns: dict[int, dict[int, Item]] = {}  # days of meetings in turns, by sentence
        self._where = view.lexicon.file.setting
        self._words = view.lexicon.file.words
        self._articles = self._words.the | self._words.a
        self._negation = view.lexicon.file.words.negation
        self._of_cities = tuple(view.lexicon.file.city_adjectives)
        self._tense = Tense(view)
        self.calling_off = CallingOff(view)
        self.home = frame.dateline_country

    def is_eve(self, phrase: Phrase) -> bool:
        """Whether a sentence only speaks of the time before a meeting: "on the eve of the summit"."""
        if phrase.convention:
            return False  # "the draft lay before the ministers when they met"
        before = self._before(phrase, _EVE)
        return before.endswith(self._view.lexicon.file.meeting_frame.eve) and not self._goes_on_after(phrase)

    def _goes_on_after(self, phrase: Phrase) -> bool:
        """Whether a clause of its own tells more of a meeting: "before the session, which opened on Friday"."""
        following = self._view.lower[phrase.end : phrase.end + 2]
        return following[:1] == [","] and following[1:2] != [] and following[1].startswith(self._where.which)

    def is_recent(self, phrase: Phrase) -> bool:
        """Whether the day that a meeting is given, if any, is not long before or after that of the report."""
        day = self.day_of(phrase)
        return day is None or self.is_about_now(day[0])

    def may_be_on(self, event: Event, day: str) -> bool:
        """Whether nothing is against a meeting's being on a day; one without a date is of the day of the report."""
        start = event.start or self._frame.published
        return not (is_day(day) and is_day(start)) or str(start) <= day <= (event.end or str(start))

    def is_about_now(self, day: str) -> bool:
        """Whether a date, as far as it is known, is not long before or after the day of the report."""
        published = self._frame.published
        if not published:
            return True
        return days_apart(day, published) <= _RECENT if is_day(day) else published.startswith(day)

    def tells_of_now(self, sentence: Sentence) -> bool:
        """Whether a sentence has the day of the report, or one of the days around it."""
        days = (self._frame.dates.get(i.start) for i in sentence.of("DATE"))
        return any(days_apart(day, self._frame.published) <= _AROUND for day in days)

    def is_denied(self, phrase: Phrase) -> bool:
        """Whether there is said to be no such meeting: "Neither a meeting nor a call"."""
        words = self._view.lexicon.file.words.neither
        before = self._view.lower[max(phrase.sentence.start, phrase.start - 2) : phrase.start]
        return not phrase.organization and phrase.kind != "summit" and not words.isdisjoint(before)

    def is_after(self, phrase: Phrase) -> bool:
        """Whether a sentence only speaks of the time after a meeting."""
        before = self._view.lower[max(phrase.sentence.start, phrase.start - 2) : phrase.start]
        return not self._view.lexicon.file.words.after.isdisjoint(before)

    def is_topic(self, phrase: Phrase) -> bool:
        """Whether a meeting is only what somebody speaks about."""
        about = self._view.lexicon.file.words.about
        if phrase.sentence.index == 0 and phrase.start == phrase.sentence.start + 1 and phrase.level:
            return False  # the heading of a notice: "On the meeting of the foreign ministers"
        return phrase.start > phrase.sentence.start and self._view.lower[phrase.start - 1] in about

    def is_margin(self, phrase: Phrase) -> bool:
        """Whether a meeting is only the setting of another: "on the sidelines of the summit"."""
        return self._before(phrase, _MARGIN).endswith(self._view.lexicon.file.meeting_frame.margin)

    def _before(self, phrase: Phrase, most: int) -> str:
        """Some words before a meeting, without the article."""
        words = self._view.lower[max(phrase.sentence.start, phrase.start - most) : phrase.start]
        return " ".join(words[:-1] if words and words[-1] in self._articles else words)

    def vote(self, phrase: Phrase) -> str:
        """What a mention says of the status of its meeting: held, planned, cancelled, open or eve (before it)."""
        if self.is_eve(phrase):
            return "eve"
        sentence = phrase.sentence
        start, end = clause(self._view, sentence, phrase.start)
        near = [c for c in sentence.cues if start <= c.start < end]
        if self.calling_off.told_of(phrase):
            return "cancelled"
        day = self.day_of(phrase)
        published = self._frame.published
        if day and published and len(day[0]) >= 7:
            if day[0] > published[: len(day[0])]:
                return "planned"
            if day[0] < published[: len(day[0])]:
                return "open" if any(c.type == "intended" for c in near) else "held"
        if self.is_ahead(phrase):
            return "planned"
        return "held" if near or sentence.index != 0 else "open"

    def is_ahead(self, phrase: Phrase) -> bool:
        """Whether the words around a mention put its meeting in the future."""
        if "coming" in phrase.qualifiers:
            return True
        start, end = clause(self._view, phrase.sentence, phrase.start)
        if start > phrase.sentence.start and self._view.words[start - 1] == ":":
            start = clause(self._view, phrase.sentence, start - 2)[0]  # "three events lie ahead: A, B and C"
        end = min(end, self._content_clause(phrase.sentence, phrase.end))
        future = [c for c in phrase.sentence.cue("future") if start <= c.start < end]
        if any(self._tense.of_noun(phrase.sentence, c, phrase.start, phrase.end) for c in future):
            return True
        if phrase.sentence.has("wish"):
            nouns = (i for i in phrase.sentence.of("MEETING", "ORGAN") if phrase.start <= i.start < phrase.end)
            if any(is_wished(phrase.sentence, i, self._view.lower, self._view.lexicon) for i in nouns):
                return True
        if self._begins_at_an_hour(phrase, end):
            return True
        return phrase.convention and self._later_year(phrase.sentence, start, end)

    def _begins_at_an_hour(self, phrase: Phrase, end: int) -> bool:
        """Whether a meeting is announced for an hour, in the present: "the talks begin in Moscow at 3 p.m. today"."""
        lower, at = self._view.lower, self._words.at | self._where.inside
        verb = next((i for i in range(phrase.end, end) if lower[i] in self._words.begins_now), end)
        hours = range(verb + 1, min(end, verb + _TO_HOUR))
        return any(lower[i - 1] in at and _HOUR.fullmatch(lower[i]) for i in hours)

    def _later_year(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether words stand beside a year to come: "in 2024 the premiers gather in Islamabad"."""
        at = self._view.lexicon.file.words.at
        published = self._frame.published or "9999"
        years = [i for i in sentence.of("DATE") if start <= i.start < end and self._view.lower[i.start - 1] in at]
        return any(self._frame.dates.get(i.start, "")[:4] > published[:4] for i in years)

    def vote_at(self, sentence: Sentence, token: int, day: tuple[str, str | None] | None) -> str:
        """What the words around a token say of the status of a meeting."""
        start, end = clause(self._view, sentence, token)
        end = min(self._main_clause_end(token, end), self._speaks_from(sentence, token))
        near = [c for c in sentence.cues if start <= c.start < end]
        if any(c.type == "cancelled" and not self.calling_off.denied(c) for c in near):
            return "cancelled"
        if day and self._frame.published and is_day(day[0]) and day[0] != self._frame.published:
            return "planned" if day[0] > self._frame.published else "held"
        ahead = [c for c in near if c.type == "future" and not self._begins_another(token, c.start)]
        return "planned" if any(self._tense.of_verb(sentence, c, token) for c in ahead) else "held"

    def _begins_another(self, token: int, verb: int) -> bool:
        """Whether a verb is another one than that at a token, joined to it: "met him and agreed to meet again"."""
        return verb > token and self._view.lower[verb - 1] in self._view.lexicon.file.setting.conjunction

    def _main_clause_end(self, token: int, end: int) -> int:
        """Where a relative clause begins after a token: "говорили о визите, с которым X собирается в Y"."""
        lower, which = self._view.lower, self._where.in_which
        pronouns = tuple(r.rstrip("*") for r in self._view.lexicon.file.documents.relative_pronouns)
        for index in range(token, end - 1):
            if lower[index] == "," and (
                lower[index + 1].startswith(which)
                or any(w.startswith(pronouns) for w in lower[index + 1 : index + 4] if pronouns)
            ):
                return index
        return end

    def in_past(self, sentence: Sentence) -> bool:
        """Whether a word of a sentence is in the past tense."""
        context = self._view.lexicon.dates["context"]
        others, in_past = context["not_past"], self._view.lexicon.in_past
        words = self._view.lower[sentence.start : sentence.end]
        return any(in_past[w] for w in words if w not in others)

    def day_of(self, phrase: Phrase) -> tuple[str, str | None] | None:
        """The date of the sentence that is nearest to a phrase and is not a document's or a limit."""
        if self.is_eve(phrase):
            ahead = self._day_ahead(phrase)
            return self._days(ahead) if ahead is not None else None
        sentence = phrase.sentence
        in_turn = self._in_turns(sentence).get(phrase.start)
        if in_turn is not None:
            return self._days(in_turn)
        candidates = [
            i for i in sentence.of("DATE") if self._dates_event(sentence, i) and not self._dates_earlier(phrase, i)
        ]
        candidates = [c for c in self._without_eves(sentence, candidates) if self._told_together(phrase, c.start)]
        if not candidates:
            return self._year_near(phrase)
        candidates = self._without_pages_own(sentence, candidates)
        if candidates and self._of_dateline(sentence, candidates[0]) and not self.in_past(sentence):
            candidates = candidates[1:]
        if not candidates:
            return None
        own = clause(self._view, sentence, phrase.start)
        inside = [c for c in candidates if own[0] <= c.start < own[1]]
        more = self._own_clause(phrase)
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

    def _in_turns(self, sentence: Sentence) -> dict[int, Item]:
        """The days of meetings told one after the other, by their first tokens: "May 12 for A and May 26 for B"."""
        if sentence.index not in self._turns:
            self._turns[sentence.index] = self._read_turns(sentence)
        return self._turns[sentence.index]

    def _read_turns(self, sentence: Sentence) -> dict[int, Item]:
        dates = [i for i in sentence.of("DATE") if len(self._frame.dates.get(i.start, "")) == _DAY]
        meetings = [p for p in self.phrases(sentence) if p.specific] if len(dates) > 1 else []
        if len(dates) < 2 or len(dates) != len(meetings) or not all(self._dates_event(sentence, d) for d in dates):
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
        near = (i for i in phrase.sentence.of("DATE") if 0 <= i.start - phrase.end <= _AFTER_NAME)
        day = next((i for i in near if self._dates_event(phrase.sentence, i)), None)
        ahead = day is not None and self._frame.dates[day.start] > (self._frame.published or "9999")
        return day if ahead else None

    def _without_eves(self, sentence: Sentence, dates: list[Item]) -> list[Item]:
        """The dates that are not those of meetings to come, before which something else is told to be."""
        if not dates:
            return dates
        later = [self._day_ahead(p) for p in self.phrases(sentence) if self.is_eve(p)]
        return [d for d in dates if d not in later]

    def is_placed_after(self, phrase: Phrase) -> bool:
        """Whether a clause of its own tells where a meeting was: "the summit, which was held in Minsk"."""
        clause = self._own_clause(phrase)
        return any(i.start in clause for i in phrase.sentence.of("CITY"))

    def _own_clause(self, phrase: Phrase) -> range:
        """The tokens of the clause that tells more of a meeting, if any: "the summit, which opens in May"."""
        if not self._goes_on_after(phrase):
            return range(0)
        commas = (i for i in range(phrase.end + 1, phrase.sentence.end) if self._view.words[i] == ",")
        return range(phrase.end, next(commas, phrase.sentence.end))

    def _of_other(self, phrase: Phrase, date: Item) -> bool:
        """Whether a date is nearer to another meeting of its sentence, or that of what a dash leaves out."""
        following = self._view.words[date.end : date.end + 2]
        if date.start > phrase.end and following[:1] and following[0] in _DASHES and following[-1].islower():
            return True  # "on Thursday the ministers meet, on Friday – the heads of state"
        gap = _gap(phrase, date)
        return any(
            _gap(other, date) < gap
            for other in self.phrases(phrase.sentence)
            if other.start != phrase.start
            and (other.specific or "next" in other.qualifiers or not phrase.specific)
            and not (phrase.one_of_several and other.one_of_several)
            and not (self._dates_earlier(other, date) or self.is_eve(other))
        )

    def _of_dateline(self, sentence: Sentence, item: Item) -> bool:
        """Whether a date is that of the dateline that opens a sentence: "DUSHANBE, May 31 – The hosts get ready"."""
        found = _DATELINE.match(sentence.symbols)
        ended = found is not None and not set(found.group(1)).isdisjoint("-.")
        return ended and sentence.items[1:2] == [item]

    def _goes_on(self, item: Item) -> bool:
        """Whether a date is the beginning of a sentence: a page's own date has a mark or a capital after it."""
        following = self._view.words[item.end : item.end + 1]
        return bool(following) and following[0][:1].islower()

    def _year_near(self, phrase: Phrase) -> tuple[str, str | None] | None:
        """The year of a meeting to come or long past, where nothing more precise is said of it."""
        sentence, today = phrase.sentence, (self._frame.published or "9999")[:4]
        turn = bool(phrase.qualifiers & {"next", "previous"})
        years = [
            i
            for i in sentence.of("DATE")
            if len(self._frame.dates.get(i.start, "")) == len(today) and self._told_together(phrase, i.start)
        ]
        if not years:
            return None
        ahead = turn or self.is_ahead(phrase)
        for item in years:
            value = self._frame.dates[item.start]
            before = self._view.lower[item.start - 1] if item.start else ""
            if value < today and not turn and not self._sat_in(phrase, item):
                continue
            if not ahead and value >= today:
                continue
            relative = bool(item.mention.attributes["relative"])
            if (relative or before in self._where.year_after) and abs(item.start - phrase.end) < _TO_YEAR:
                return value, None
        return None

    def _sat_in(self, phrase: Phrase, year: Item) -> bool:
        """Whether a meeting is told with the year in which it was held: "The Council met in Sochi in 2017"."""
        if phrase.sentence.has("founded"):
            return False
        start, end = min(phrase.start, year.start), max(phrase.end, year.end)
        verbs = [c for c in phrase.sentence.cue("convene", "sits") if start - _SAT <= c.start < end + _SAT]
        return any(abs(year.start - c.start) <= _TO_SAT for c in verbs)

    def of_city(self, phrase: Phrase) -> bool:
        """Whether a city names a meeting: "the Bishkek summit", «Бишкекский саммит»."""
        first = next((i.start for i in phrase.sentence.of("MEETING") if phrase.start <= i.start), phrase.start)
        return self._adjective(first) is not None or any(i.end == first for i in phrase.sentence.of("CITY"))

    def _adjective(self, token: int) -> tuple[str, str] | None:
        """The city and country whose adjective stands before a token."""
        before = self._view.lower[token - 1] if token else ""
        if not before.startswith(self._of_cities):  # as most often
            return None
        cities = self._view.lexicon.file.city_adjectives
        return next(city for stem, city in cities.items() if before.startswith(stem))

    def country_of(self, phrase: Phrase) -> str:
        """The state where a meeting takes place, if no city is named: "in Kazakhstan"."""
        for item in phrase.sentence.of("COUNTRY"):
            before = self._view.lower[item.start - 1] if item.start else ""
            if before in self._where.inside and 0 <= item.start - phrase.end <= 12:
                return item.mention.norm
        return ""

    def _dates_earlier(self, phrase: Phrase, item: Item) -> bool:
        """Whether a date before a phrase belongs to another phrase that stands before it ("A on 15 May, and B")."""
        if item.end > phrase.start:
            return False
        earlier = [p for p in self.phrases(phrase.sentence) if p.end <= item.start and p.specific]
        between, joins = self._view.words[item.end : phrase.start], self._where.conjunction | self._words.or_ | _BREAKS
        return bool(earlier) and not joins.isdisjoint(between)

    def phrases(self, sentence: Sentence) -> list[Phrase]:
        """The meeting phrases of a sentence, found once."""
        if sentence.index not in self._found:
            phrases = find_phrases(self._view, sentence)
            self._found[sentence.index] = [*phrases, *find_conventions(self._view, sentence, phrases)]
        return self._found[sentence.index]

    def _dates_event(self, sentence: Sentence, item: Item) -> bool:
        value = self._frame.dates.get(item.start)
        if value is None or len(value) == 4 or value.startswith("X") or item.mention.rule == "date.month of events":
            return False
        if "/" in value and len(value.partition("/")[0]) < 10:
            return False
        before = self._view.lower[item.start - 1] if item.start else ""
        if before in self._where.limit and not self._of_clause_after(item):
            return False
        if self._when_said(sentence, item, value):
            return False
        if before in self._where.span and len(value.partition("/")[0]) < 10:
            if not any(c.end in (item.start - 1, item.start) for c in sentence.cue("future", "convene", "reconvene")):
                return False  # "a plan for 2023", but "scheduled for May"
        documents = [g for g in sentence.of("AGREEMENT") if g.end <= item.start]
        if not documents or item.start - documents[-1].end >= 25:
            return True
        of_session = any(m.end == item.start - 1 for m in sentence.of("MEETING"))
        return of_session or self._before_list(sentence, item) not in self._where.date_of

    def _when_said(self, sentence: Sentence, item: Item, value: str) -> bool:
        """Whether a day is that on which somebody told of what lies ahead: "will be held, X said on Thursday"."""
        that = self._view.lexicon.file.words.that.isdisjoint(self._view.lower[item.end : item.end + 2])
        if value > (self._frame.published or "") or (that and not sentence.has("future")):
            return False
        return item.start in said_in(self._view, sentence) or any(
            0 <= item.start - c.end <= _SAID for c in sentence.cue("speak", "comment")
        )

    def _before_list(self, sentence: Sentence, item: Item) -> str:
        """The word before a date, or before those that it is joined to: "of May 9, 2020, and January 11, 2021"."""
        dates, first = {i.end: i.start for i in sentence.of("DATE")}, item.start
        joins = self._where.conjunction | {","}
        while first > sentence.start and self._view.lower[first - 1] in joins:
            end = next((e for e in range(first - 1, 0, -1) if self._view.lower[e - 1] not in joins), 0)
            if end not in dates:
                break
            first = dates[end]
        return self._view.lower[first - 1] if first else ""

    def _of_clause_after(self, item: Item) -> bool:
        """Whether a date is that of the clause after it: "since May, when the 58th session was held"."""
        following = self._view.lower[item.end : item.end + 2]
        return following[:1] == [","] and following[1:] == [self._view.lexicon.file.setting.when]

    def day_near(self, sentence: Sentence, cue: FoundCue) -> tuple[str, str | None] | None:
        """The day that a sentence gives what a cue tells."""
        candidates = [i for i in sentence.of("DATE") if self._dates_event(sentence, i)]
        about = min(self._first_spoken_of(sentence, cue.end), self._content_clause(sentence, cue.end))
        candidates = [i for i in candidates if i.start < about and not self._of_a_thing(cue, i)]
        candidates = self._without_pages_own(sentence, self._without_eves(sentence, candidates))
        if not candidates:
            return self.year_beside(sentence, cue)
        if len(candidates) > 1 and _DATELINE.match(sentence.symbols) and candidates[0] is sentence.items[1]:
            candidates = candidates[1:]  # "MINSK, May 12. The visit set for May 20 …"
        best = min(
            candidates, key=lambda i: (len(self._frame.dates[i.start].partition("/")[0]) < 10, abs(i.start - cue.start))
        )
        return self._days(best)

    def year_beside(self, sentence: Sentence, cue: FoundCue) -> tuple[str, str | None] | None:
        """The year that stands right before a noun: "last year's visit", «прошлогодняя поездка»."""
        beside = (i for i in sentence.of("DATE") if 0 <= cue.start - i.end <= 1 and i.mention.attributes["relative"])
        year = next((v for i in beside if len(v := self._frame.dates.get(i.start, "")) == _YEAR), None)
        return (year, None) if year else None

    def _without_pages_own(self, sentence: Sentence, days: list[Item]) -> list[Item]:
        """Days without the first, where it is that of the page, before its headline."""
        if not days or days[0].start >= _HEAD or self._goes_on(days[0]):
            return days
        return days[1:] if len(days) > 1 or not sentence.is_full else days

    def _of_a_thing(self, cue: FoundCue, date: Item) -> bool:
        """Whether a day is that of something else: "they met at the forum, which opens on Friday"."""
        lower, which = self._view.lower, self._where.which
        between = range(cue.end, date.start)
        return any(lower[i].startswith(which) and lower[i - 1] == "," for i in between)

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

    def city_of(self, phrase: Phrase) -> tuple[str, str] | None:
        """City and country that a sentence gives a meeting."""
        sentence = phrase.sentence
        found = [f for f in self.places(sentence) or self._there(sentence) if self._told_together(phrase, f[0])]
        if not found:
            return None
        more, said = self._own_clause(phrase), said_in(self._view, sentence)
        found = [f for f in found if f[0] in more] or [f for f in found if phrase.start in said or f[0] not in said]
        if not found:
            return None
        best = min(
            found, key=lambda f: (not f[3], f[0] - phrase.end if f[0] >= phrase.end else (phrase.start - f[0]) * 2)
        )
        return (best[1], best[2]) if best[1] else None

    def _there(self, sentence: Sentence) -> list[tuple[int, str, str, bool]]:
        """The one place of the sentence before, if a sentence says "there" or "in the same city"."""
        words = self._view.lexicon.file.words.there
        at = next((i for i in range(sentence.start, sentence.end) if self._view.lower[i] in words), None)
        if at is None and self._view.says(sentence.start, sentence.end, self._words.same_place):
            at = sentence.start
        if at is None or not sentence.index:
            return []
        cities = self._view.sentences[sentence.index - 1].of("CITY")
        found = {(c.mention.norm, c.mention.rule.partition(".")[2]) for c in cities}
        if len(found) > 1:
            found.discard((self._frame.dateline_city, self._frame.dateline_country))
        return [(at, *found.pop(), True)] if len(found) == 1 else []

    def only_place(self) -> tuple[str, str] | None:
        """The one city, with its country, in which a report without a dateline's places anything."""
        if self._frame.dateline_city:
            return None
        sentences = self._view.sentences
        found = {(name, land) for s in sentences for _, name, land, inside in self.places_here(s, s.start) if inside}
        return found.pop() if len(found) == 1 else None

    def places_here(self, sentence: Sentence, since: int) -> list[tuple[int, str, str, bool]]:
        """The places of a sentence that are not those of another meeting that people speak of after a token."""
        first = self._first_spoken_of(sentence, since)
        if since > sentence.start:
            first = min(first, self._content_clause(sentence, since))
        return [p for p in self.places(sentence) if p[0] < first]

    def _first_spoken_of(self, sentence: Sentence, since: int) -> int:
        """The first meeting after a token that people only speak of; the end of the sentence, if there is none."""
        nouns = (n for n in sentence.of("MEETING", "ORGAN") if n.start >= since)
        return min((n.start for n in nouns if is_spoken_of(self._view, sentence, since, n)), default=sentence.end)

    def _told_together(self, phrase: Phrase, token: int) -> bool:
        """Whether a meeting and a token are both in what somebody said, or both outside: not "said on Friday that"."""
        return (phrase.start < self.said_from(phrase.sentence)) == (token < self.said_from(phrase.sentence))

    def said_from(self, sentence: Sentence) -> int:
        """Where the clause begins that tells what somebody said; the end of the sentence, if none does."""
        return self._content_clause(sentence, sentence.start)

    def _content_clause(self, sentence: Sentence, since: int) -> int:
        """Where a clause begins that tells what was said or agreed: "that the presidents would meet in May"."""
        lower, that = self._view.lower, self._view.lexicon.file.words.that
        if that.isdisjoint(lower[since : sentence.end]):
            return sentence.end
        said = [c.end for c in sentence.cue(*_SAYING)]
        ends = {*said, *(i.end for i in sentence.items if i.symbol in "DLPC" and said and i.start > said[0])}
        return next(
            (i for i in range(since, sentence.end) if lower[i] in that and (lower[i - 1] == "," or i in ends)),
            sentence.end,
        )

    def _speaks_from(self, sentence: Sentence, token: int) -> int:
        """Where people who met begin to speak of another meeting; the end of the sentence, if they do not."""
        if self._first_spoken_of(sentence, token + 1) == sentence.end:
            return sentence.end
        return min((c.start for c in sentence.cue("speak", "comment") if c.start > token), default=sentence.end)

    def places(self, sentence: Sentence) -> list[tuple[int, str, str, bool]]:
        """Cities where something can take place: token, name, country, whether "in" stands before."""
        view, where, out = self._view, self._where, list[tuple[int, str, str, bool]]()
        settlement = self._view.lexicon.file.words.settlement
        for item in sentence.of("CITY"):
            if item.mention.attributes.get("extra") == "ambiguous" and view.lower[item.start - 1] not in where.inside:
                continue
            before = list(view.lower[max(sentence.start, item.start - 3) : item.start])
            if not settlement.isdisjoint(before):  # "in the Tajik city of Khujand"
                before = list(view.lower[max(sentence.start, item.start - 6) : item.start])
            inside = any(w in where.inside for w in before)
            after = view.lower[item.end : item.end + 1]
            if not inside and after and after[0] in where.named_after:
                continue
            if before[-1:] and before[-1] in where.away:
                continue
            if inside and before[-2:-1] and before[-2] in where.residents:
                continue  # "nobody in Moscow", "the embassy in Ashgabat"
            out.append((item.start, item.mention.norm, item.mention.rule.partition(".")[2], inside))
        for item in sentence.of("MEETING"):
            named = self._adjective(item.start)
            if named is not None:
                out.append((item.start - 1, *named, True))
        capital = view.lexicon.file.meeting_frame.capital
        other = view.lexicon.file.meeting_frame.other_capital
        if capital.isdisjoint(view.lower[sentence.start : sentence.end]):
            return out
        for index in range(sentence.start, sentence.end):
            if view.lower[index] in capital and not view.lower[index - 1].startswith(other):
                state = next(
                    (
                        i
                        for i in sentence.items
                        if i.symbol in "CA" and (0 <= i.start - index <= 3 or 0 <= index - i.end <= 1)
                    ),
                    None,
                )
                if state is not None and state.mention.norm in self._frame.capitals:
                    out.append((index, self._frame.capitals[state.mention.norm], state.mention.norm, True))
        return out
