"""Meetings put off to another day: the one that will not be held then, and the one that will be.

"The summit planned for 16 October will take place on 18 December", "it was moved from May to June".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cisner.relations.events import Event, Involved
from cisner.relations.frame import Frame
from cisner.relations.reading import Reading
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import stems

_MONTH = len("2022-05")
_TO_DAY = 4  # tokens from what a day was first set for to it: "scheduled for Friday, May"
_TO_NEW = 8  # tokens from the verb of moving to the new day, but for the old one
_TO_VERB = 3  # tokens between a day and the verb of meeting
_TOLD = ("moved", "first_set", "not_then", "anew")


class Moved:
    """Finds meetings that are said to be held on another day than was planned.

    Args:
        view: The document.
        frame: Its date and places.
        reading: What its sentences say of meetings.
        events: The events so far; those that are not held are added.
    """

    def __init__(self, view: View, frame: Frame, reading: Reading, events: list[Event]) -> None:
        self._view = view
        self._frame = frame
        self._wording = reading.wording
        self._calling_off = reading.status.calling_off
        self._events = events
        words = view.lexicon.file.words
        self._to, self._from = words.moved_to, words.moved_from
        self._limits = view.lexicon.dates["context"]["limit"]
        self._relatives = stems(view.lexicon.file.documents.relative_pronouns)

    def told_in(self, sentence: Sentence, named: list[Event], before: Event | None) -> list[Event]:
        """Give the meeting of a sentence its new day, and the one that will not be held a record of its own.

        Args:
            sentence: The sentence.
            named: The meetings that it names.
            before: The meeting told of last.

        Returns:
            The meetings that it names, one told of before in the place of one that it turns out to be.
        """
        if not sentence.has(*_TOLD):
            return named
        if not sentence.of("DATE"):
            self._at_other_place(sentence, named)
            return named
        days = self._days(sentence) or self._anew(sentence, named, before)
        if days is None and before is not None:
            return self._set_first(sentence, named, before)
        event = self._of(named, before, *days) if days is not None else None
        if event is None or days is None or (event.status() == "held" and event.sentences - {sentence.index}):
            return named  # of a meeting that has been held, when it was first set for does not matter
        old, new = days
        known = self._known(sentence, event, new)
        self._move(sentence, known, old, new)
        return [known if e is event else e for e in named]

    def _set_first(self, sentence: Sentence, named: list[Event], before: Event) -> list[Event]:
        """As in "This meeting, initially scheduled for 4 March, will open on the 27th", told of the meeting before."""
        dates = sentence.of("DATE")
        if (len(dates) != 1 and not named) or not before.start or before.dated_by != "text" or before.personal:
            return named
        old = next((d for d in dates if self._is_first(sentence, d) and self._at_first(d)), None)
        day = self._value(old) if old is not None else ""
        again = next((e for e in named if e.start == day and e.sentences == {sentence.index}), None)
        if len(day) < _MONTH or before.start.startswith(day) or (again is None and before not in named):
            return named
        if again is not None:
            self._events.remove(again)
        if before.status() == "planned":
            gone = _called_off(before, sentence, day)
            gone.model = before
            self._events.insert(self._events.index(before) + 1, gone)
        before.sentences.add(sentence.index)
        return [before if e is again else e for e in named]

    def _at_first(self, day: Item) -> bool:
        """Whether a word before a day says that a meeting was set for it only at first."""
        words = self._view.lower[max(0, day.start - _TO_DAY) : day.start]
        return not self._view.lexicon.file.words.at_first.isdisjoint(words)

    def _at_other_place(self, sentence: Sentence, named: Sequence[Event]) -> None:
        """As in "was moved from Bishkek to Moscow": it will be held, there."""
        if len(named) != 1 or len(sentence.of("CITY")) < 2 or not sentence.has("moved") or sentence.has("attend"):
            return
        if "held" not in named[0].votes or named[0].sentences == {sentence.index}:
            named[0].votes = {"planned": sum(named[0].votes.values())}

    # -- the days --

    def _days(self, sentence: Sentence) -> tuple[str, str] | None:
        """The day that was planned, or "", and the new one."""
        dates = [i for i in sentence.of("DATE") if len(self._value(i)) >= _MONTH]
        found = self._after_verb(sentence, dates) or self._beside(sentence, dates)
        if found is None or found[0].startswith(found[1]):
            return None  # "the summit set for 22 July will not be held in July"
        return found

    def _after_verb(self, sentence: Sentence, dates: Sequence[Item]) -> tuple[str, str] | None:
        """As in "was moved from 16 October to 18 December"."""
        for cue in sentence.cue("moved"):
            if self._calling_off.denied(cue):
                continue
            after = [d for d in dates if d.start >= cue.end]
            for number, date in enumerate(after):
                between = date.start - cue.end - sum(d.end - d.start for d in after[:number])
                if between > _TO_NEW:
                    break
                start, _, end = self._value(date).partition("/")
                if end and self._before(date) in self._from:
                    return start, end  # told as if it were a range
                if self._before(date) in self._to and not self._is_first(sentence, date):
                    others = [d for d in dates if d is not date]
                    return (self._value(others[0]) if others else ""), self._value(date)
        return None

    def _beside(self, sentence: Sentence, dates: Sequence[Item]) -> tuple[str, str] | None:
        """As in "planned for 16 October, will be held on 18 December", "on 18 December instead of 16 October"."""
        old = next((d for d in dates if self._is_first(sentence, d)), None) if len(dates) > 1 else None
        if old is None:
            return None
        denied = any(c.end == old.start for c in sentence.cue("not_then"))  # "not on the 16th but on the 18th"
        new = [d for d in dates if d is not old and (denied or self._is_told(sentence, d))]
        if len(new) != 1 or self._is_of_another(sentence, old, new[0]):
            return None
        return self._value(old), self._value(new[0])

    def _is_of_another(self, sentence: Sentence, old: Item, new: Item) -> bool:
        """Whether another meeting, or a thing with a clause of its own, stands before the second of two days."""
        lower = self._view.lower
        first, second = sorted((old, new), key=lambda d: d.start)
        phrases = self._wording.phrases(sentence)
        if len(phrases) > 1 and any(first.end <= p.start < second.start for p in phrases):
            return True
        return lower[second.start - 1] in self._limits or any(
            lower[i] == "," and lower[i + 1].startswith(self._relatives) for i in range(first.end, second.start - 1)
        )

    def _anew(self, sentence: Sentence, named: Sequence[Event], before: Event | None) -> tuple[str, str] | None:
        """As in "The new date is 18 December", of a meeting that was called off before."""
        if not sentence.has("anew") or before is None or before.status() != "cancelled":
            return None
        if any(e is not before for e in named):
            return None
        days = {self._value(d) for d in sentence.of("DATE") if not self._is_first(sentence, d)} - {before.start}
        ahead = {d for d in days if len(d) >= _MONTH and d > (self._frame.published or "9999")}
        return ("", ahead.pop()) if len(ahead) == 1 else None

    def _is_first(self, sentence: Sentence, date: Item) -> bool:
        """Whether a day is that for which a meeting was first set, or on which it is said not to be held."""
        if any(c.end == date.start for c in sentence.cue("not_then")):
            return True
        if self._before(date) in self._from and any(c.end == date.start - 1 for c in sentence.cue("moved")):
            return True  # «перенесенный с 7 октября»
        dates = sentence.of("DATE")
        near = (c for c in sentence.cue("first_set") if 0 <= date.start - c.end <= _TO_DAY)
        return any(not any(c.end <= d.start < date.start for d in dates) for c in near)

    def _is_told(self, sentence: Sentence, date: Item) -> bool:
        """Whether a verb of meeting stands with a day."""
        plans = {c.start for c in sentence.cue("first_set")}
        verbs = [c for c in sentence.cue("future", "convene", "reconvene") if c.start not in plans]
        return any(0 <= date.start - c.end <= _TO_VERB or 0 <= c.start - date.end <= _TO_VERB for c in verbs)

    def _before(self, date: Item) -> str:
        return self._view.lower[date.start - 1] if date.start else ""

    def _value(self, date: Item) -> str:
        value = self._frame.dates.get(date.start, "")
        return "" if value.startswith("X") else value

    # -- the meetings --

    @staticmethod
    def _of(named: Sequence[Event], before: Event | None, old: str, new: str) -> Event | None:
        """The meeting that is moved: the one with either day, else the only one."""
        days = {d.partition("/")[0] for d in (old, new) if d}
        return next((e for e in named if e.start in days), None) or (
            named[0] if len(named) == 1 else before if not named else None
        )

    def _move(self, sentence: Sentence, event: Event, old: str, new: str) -> None:
        """Give a meeting its new day, and what it would have been a record."""
        start, _, end = new.partition("/")
        published = self._frame.published
        ahead = published is None or start > published[: len(start)]
        if not old and event.dated_by == "text" and event.start and not start.startswith(event.start):
            old = event.start  # told before
        if old and ahead and not any(_is_on(e, event, old) for e in self._events if e is not event):
            self._events.insert(self._events.index(event), _called_off(event, sentence, old))
        event.start, event.end, event.dated_by = start, end or None, "text"
        event.fixed_status = "planned" if ahead else "held"

    def _known(self, sentence: Sentence, event: Event, new: str) -> Event:
        """The meeting on the new day as it was told of before, with what a sentence adds to it."""
        if event.sentences - {sentence.index}:
            return event
        known = next((e for e in self._events if e is not event and _is_on(e, event, new)), None)
        if known is None:
            return event
        known.phrases += event.phrases
        known.evidence += event.evidence
        known.sentences |= event.sentences
        self._events.remove(event)
        return known


def _called_off(event: Event, sentence: Sentence, day: str) -> Event:
    """What a meeting would have been on the day for which it was first set."""
    gone = replace(event, involved=Involved(), phrases=[], votes=event.votes.copy(), fixed_status="cancelled")
    gone.formats, gone.states = list(event.formats), list(event.states)
    gone.sentences, gone.qualifiers = {sentence.index}, set(event.qualifiers)
    gone.evidence = event.evidence[-1:]
    start, _, end = day.partition("/")
    gone.start, gone.end, gone.dated_by = start, end or None, "text"
    for part in event.involved:
        gone.involved.add(replace(part))
    return gone


def _is_on(event: Event, other: Event, day: str) -> bool:
    """Whether a meeting is one like another on a day, as far as that is known."""
    if (event.organization, event.level, event.pair) != (other.organization, other.level, other.pair):
        return False
    return bool(event.start) and day.startswith(str(event.start))
