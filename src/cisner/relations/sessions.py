"""Other sessions of the body that a report is about, told without its name.

"They agreed to meet again in Astana in October", "the previous session was in Minsk", "in October it is Astana's turn
to receive the Council".
"""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cast import Cast, persons_of
from cisner.relations.cues import FoundCue
from cisner.relations.days import days_apart
from cisner.relations.events import Event, another_session
from cisner.relations.frame import Frame, clause
from cisner.relations.gatherings import VAGUE
from cisner.relations.levels import LEVEL_OF, are_of_level, of_level
from cisner.relations.numbers import ordinal_at
from cisner.relations.phrases import Phrase
from cisner.relations.reading import Reading
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import stems

_AGAIN = "cue.reconvene"
SESSION_OF_GROUP = "session.group"  # the rule
_APART = 10  # days between two sessions of one body, at least
_GATHERS = ("convene", "reconvene", "venue", "host", "see", "betake")
_GATHERED = ("convene", "sits", "together", "venue", "brings_together", "guests")
_OF_THEM = 2  # words after "the first"
_TO_VERB = 2  # tokens from "the first" to its verb, "one" included
_TO_NOUN = 4  # tokens from an ordinal to its noun: "the first ever such summit"
_NEAR = 3  # tokens between those who meet and the verb
_BESIDE = 2  # tokens between those who meet and the place: "what the Council had decided in Sochi"
_NOT_SESSIONS = frozenset({"call", "visit", "forum"})


class OtherSessions:
    """Finds the next and the previous meeting of the body that a report is about.

    Args:
        view: The document.
        cast: Its people.
        frame: Its date and places.
        reading: What its sentences say of meetings.
        events: The events so far; new ones are added.
    """

    def __init__(self, view: View, cast: Cast, frame: Frame, reading: Reading, events: list[Event]) -> None:
        self._view = view
        self._cast = cast
        self._frame = frame
        self._wording = reading.wording
        self._placing = reading.placing
        self._events = events
        self._fellows = view.lexicon.file.words.fellows

    def by_group(self, sentence: Sentence, current: Event | None) -> Event | None:
        """The session that a sentence tells of by day, place and those who meet: "In October the ministers go to X".

        The day has to be far from that of the report's own meeting. A verb of meeting, of going there or of receiving
        has to stand with those who meet, or another place.
        """
        if not self._follows(sentence, current) or not sentence.of("DATE") or persons_of(self._cast, sentence):
            return None
        assert current is not None
        if sentence.has("intended") and current.status() == "cancelled" and current.start is None:
            first = self._day(sentence)
            if first:
                current.start, current.end, current.dated_by = *first, "text"  # "It had been set for 22 July"
            return None
        if any(not is_of(p, current) or "next" in p.qualifiers for p in self._wording.phrases(sentence)):
            return None
        if any(i.symbol == "O" and i.mention.norm != current.organization for i in sentence.items):
            return None
        group = self._group(sentence, current)
        if group is None:
            return None
        day = self._day(sentence, group)
        if day is None:
            return None
        place = self._place(sentence)
        elsewhere = place is not None and (place[0] != current.city if place[0] else place[1] != current.country)
        if not (self._gather(sentence, group) or (elsewhere and self._sit_in(sentence, group))):
            return None
        if self._is_ahead(day[0], current):
            if current.start is None and current.status() == "planned" and not elsewhere:
                return None  # the day of the session to come that a headline tells of
            direction = "next"
        elif self._is_behind(day[0], current) and not sentence.has("future") and (place is None or elsewhere):
            direction = "previous"
        else:
            return None
        return self._new(sentence, current, FoundCue(group.start, group.end, direction, SESSION_OF_GROUP), day, place)

    def told_in(self, sentence: Sentence, told: Sequence[Event], current: Event | None) -> Event | None:
        """The session that a sentence tells of by a verb or a qualifier, if it has a day or a place."""
        if not self._follows(sentence, current):
            return None
        assert current is not None
        trigger = self._trigger(sentence) or self._alone(sentence, current)
        if trigger is None:
            return None
        own = (sentence.start, sentence.end)
        if any(e is not current for e in told):  # "The previous one was in Avaza; the next one will be in Dushanbe"
            own = clause(self._view, sentence, trigger.start)
            if trigger.rule != _AGAIN or any(own[0] <= p.start < own[1] for p in self._wording.phrases(sentence)):
                return None
        day, place = self._day(sentence, within=own), self._place(sentence, own)
        if trigger.type == "previous":
            if day is None or not self._is_behind(day[0], current):
                return None
            return self._new(sentence, current, trigger, day, place)
        ahead = day is not None and self._is_ahead(day[0], current)
        if not (ahead or (day is None and place and place[0] != current.city and sentence.has("future"))):
            return None
        return self._new(sentence, current, trigger, day, place)

    @staticmethod
    def _follows(sentence: Sentence, current: Event | None) -> bool:
        """Whether a sentence comes after the first one about the meeting that the report is about."""
        if current is None or current.personal or current.qualifiers & {"next", "previous"}:
            return False
        return len(current.sentences) > (sentence.index in current.sentences)  # those told so far

    def _new(
        self,
        sentence: Sentence,
        current: Event,
        trigger: FoundCue,
        day: tuple[str, str | None] | None,
        place: tuple[str | None, str] | None,
    ) -> Event | None:
        level = next((p.level for p in self._wording.phrases(sentence) if p.level), current.level)
        direction = "previous" if trigger.type == "previous" else "next"
        event = another_session(current, direction, sentence.index, (trigger.start, trigger.end, trigger.rule))
        event.level = current.level if of_level(level, current.level) else level
        if day:
            event.start, event.end = day
            event.dated_by = "text"
        if place:
            event.city, event.country = place
            event.placed_by = "text"
        if any(_same(event, e, direction) for e in self._events):
            return None
        self._events.append(event)
        return event

    # -- who meets --

    def _group(self, sentence: Sentence, current: Event) -> Item | FoundCue | None:
        """Those who meet: the body by a common noun, a meeting noun, its members, "they" with a verb of meeting."""
        for item in sentence.items:
            if item.symbol == "M":
                return item
            level = LEVEL_OF.get(item.mention.norm, "") if item.symbol == "Q" else ""
            if are_of_level(item.mention, level, current.level):
                return item
            if level and item.mention.norm not in VAGUE:
                return None  # others have a meeting
        pronouns = self._view.lexicon.file.words.they if sentence.has("convene", "reconvene") else ()
        for index in range(sentence.start, sentence.end):
            word = self._view.lower[index]
            if word in self._fellows or word in pronouns:
                return FoundCue(index, index + 1, "group", "")
        return None

    @staticmethod
    def _gather(sentence: Sentence, group: Item | FoundCue) -> bool:
        """Whether a verb of meeting stands with those who meet."""
        return any(
            0 <= c.start - group.end <= _NEAR or 0 <= group.start - c.end <= _NEAR for c in sentence.cue(*_GATHERS)
        )

    def _sit_in(self, sentence: Sentence, group: Item | FoundCue) -> bool:
        """Whether those who meet, or what they decide, stand with a place: "the session in Minsk"."""
        inside = self._view.lexicon.file.setting.inside
        if sentence.has("founded"):
            return False
        return any(
            0 < c.start - group.end <= _BESIDE + 1 and self._view.lower[c.start - 1] in inside
            for c in sentence.of("CITY", "COUNTRY")
        )

    def _trigger(self, sentence: Sentence) -> FoundCue | None:
        found = sentence.cue("reconvene")
        if found:
            return found[0]
        before = sentence.cue("last_time")
        if before and sentence.has(*_GATHERED):
            return FoundCue(before[0].start, before[0].end, "previous", before[0].rule)
        for phrase in self._wording.phrases(sentence):
            if phrase.organization:
                continue
            if phrase.qualifiers & {"next", "coming", "regular"}:
                return FoundCue(phrase.start, phrase.end, "next", phrase.rule)
            if "previous" in phrase.qualifiers:
                return FoundCue(phrase.start, phrase.end, "previous", phrase.rule)
        return None

    def _alone(self, sentence: Sentence, current: Event) -> FoundCue | None:
        """As in "The first was in Astana in 2018", "Dushanbe hosted the fifth": an adjective without its noun."""
        if not sentence.of("DATE", "CITY", "COUNTRY"):
            return None
        frame, words = self._view.lexicon.file.meeting_frame, self._view.lexicon.file.words
        previous, following = stems(frame.previous), stems(frame.next)
        ones, adjectives = words.ones, (*words.ordinals, *previous, *following)
        for index in range(sentence.start, sentence.end - 1):
            word = self._view.lower[index]
            if not word.startswith(adjectives):  # as most often
                continue
            turn = ordinal_at(self._view, index, index + 1)
            if turn and not has_no_noun(self._view, sentence, index) and not _of_meeting(sentence, index):
                return None  # "the first plant is in Kazakhstan, the second will be in Uzbekistan"
            said = not turn and (not ones or self._view.lower[index + 1] in ones)
            earlier, later = said and word.startswith(previous), said and word.startswith(following)
            if (turn and turn != current.turn) or earlier or later:
                if not current.turn and (turn or later) and not is_held(sentence, index):
                    continue  # "two papers were signed. The first was agreed upon in Astana in 2018"
                if has_no_noun(self._view, sentence, index):
                    behind = turn < current.turn if current.turn else turn == 1 or not sentence.has("future")
                    direction = "next" if later or (turn and not behind) else "previous"
                    return FoundCue(index, index + 1, direction, SESSION_OF_GROUP)
        return None

    # -- when and where --

    def _day(
        self, sentence: Sentence, group: Item | FoundCue | None = None, within: tuple[int, int] | None = None
    ) -> tuple[str, str | None] | None:
        documents = [i.end for i in sentence.of("AGREEMENT")]
        limits = self._view.lexicon.dates["context"]["limit"]
        known = []
        for item in sentence.of("DATE"):
            value = self._frame.dates.get(item.start, "")
            if not value or value.startswith("X"):
                continue
            if within is not None and not within[0] <= item.start < within[1]:
                continue
            if group is not None:
                if self._view.lower[item.start - 1] in limits:
                    continue
                if any(end <= item.start and not end <= group.start < item.start for end in documents):
                    continue  # the day of a document
            known.append(value.partition("/"))
        if not known:
            return None
        start, _, end = max(known, key=lambda v: len(v[0]))
        return start, end or None

    def _is_ahead(self, day: str, current: Event) -> bool:
        after = [d for d in (current.start, self._frame.published) if d]
        if any(e.start and e.status() == "planned" and day.startswith(e.start) for e in self._events):
            return False  # the day of what was announced for its month
        return bool(after) and all(day > d[: len(day)] and _apart(day, d) for d in after)

    def _is_behind(self, day: str, current: Event) -> bool:
        before = [d for d in (current.start, self._frame.published) if d]
        return bool(before) and all(day[: len(d)] < d[: len(day)] and _apart(day, d) for d in before)

    def _place(self, sentence: Sentence, within: tuple[int, int] | None = None) -> tuple[str | None, str] | None:
        start, end = within or (sentence.start, sentence.end)
        cities = [p for p in self._placing.places(sentence) if start <= p[0] < end]
        if cities:
            best = max(cities, key=lambda c: c[3])
            return best[1], best[2]
        states = {i.mention.norm for i in sentence.of("COUNTRY") if start <= i.start < end}
        return (None, states.pop()) if len(states) == 1 else None


def _apart(day: str, other: str) -> bool:
    """Whether two dates, as far as they are known, are not those of one session."""
    return days_apart(day, other) >= _APART


def _same(event: Event, other: Event, direction: str) -> bool:
    """Whether two sessions to come, or two past ones, are one."""
    if other is event or direction not in other.qualifiers or other.organization != event.organization:
        return False
    return (
        not (event.start and other.start) or event.start.startswith(other.start) or other.start.startswith(event.start)
    )


def is_held(sentence: Sentence, index: int) -> bool:
    """Whether a verb of meeting follows an adjective: "the first was held", "the next one will be held"."""
    return any(0 < c.start - index <= _TO_VERB for c in sentence.cue(*_GATHERS))


def has_no_noun(view: View, sentence: Sentence, index: int) -> bool:
    """Whether an adjective stands for a noun told before: a verb, a place or a mark follows it, or "one"."""
    words, after = view.lexicon.file.words, view.lower[index + 1]
    if after in words.ones or after in view.lexicon.file.setting.inside or not after.isalnum():
        return True
    if view.says(index + 1, min(index + 1 + _OF_THEM, sentence.end), words.of_them):
        return True
    if view.lexicon.in_past[after] or after in view.lexicon.date_words["future"]:
        return True
    return any(c.start == index + 1 for c in sentence.cue(*_GATHERS, "future"))


def is_of(phrase: Phrase, current: Event) -> bool:
    """Whether a meeting phrase may be about a session of the same body."""
    if phrase.kind in _NOT_SESSIONS and phrase.kind != current.kind:
        return False
    if phrase.label or phrase.plural:
        return False
    if phrase.states and set(phrase.states) != set(current.states):
        return False
    if phrase.organization and phrase.organization != current.organization:
        return False
    return not phrase.level or phrase.weak_level or are_of_level(phrase.group, phrase.level, current.level)


def _of_meeting(sentence: Sentence, index: int) -> bool:
    """Whether a meeting is the noun of an ordinal: "the first summit of the five"."""
    return any(i.symbol in "MOQ" and 0 < i.start - index <= _TO_NOUN for i in sentence.items)
