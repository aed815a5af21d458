"""The meeting that a report is about, sentence by sentence, and what it tells in passing."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.asides import asides, inside
from cisner.relations.days import days_between, is_day
from cisner.relations.events import Event
from cisner.relations.sentence import Sentence, View
from cisner.relations.sisters import Sisters
from cisner.relations.wording import Wording

_THERE = ("attend", "chair", "host", "sign", "receive", "absent")
_AT_THE = 2  # words of "at the"
_WEEK = 5  # days after which a meeting is no longer of the same week


class Topic:
    """Follows what the sentences of a report are about.

    Args:
        view: The document.
        wording: What its words say of meetings.
        published: Day of the report (ISO), or None.
        sisters: The sessions held at about the same time.

    Attributes:
        current: The meeting that the report is about so far.
    """

    def __init__(self, view: View, wording: Wording, published: str | None, sisters: Sisters) -> None:
        self._view = view
        self._wording = wording
        self._published = published
        self._sisters = sisters
        self._aside: Event | None = None  # told in passing just before
        self.current: Event | None = None

    def turn(self, sentence: Sentence, bodies: Sequence[Event]) -> Event | None:
        """The meeting at which the people of a sentence that names some are, who are said to be at no other.

        Args:
            sentence: The sentence that follows.
            bodies: The sessions among the meetings that it names.
        """
        if not bodies:
            return self._told_aside(sentence) or self.current
        main = _main_of(bodies, self.current, self._wording)
        of_somebody = self.current is not None and self._told_of_somebody(sentence, main)
        passing = self.current is not None and (of_somebody or self._in_passing(main, self.current))
        self._aside = main if passing else None
        if self._aside is None:
            self.current = main
        elif of_somebody or self._only_mentioned(sentence, main):
            return self.current
        return main

    def _told_of_somebody(self, sentence: Sentence, event: Event) -> bool:
        """Whether a meeting told of for the first time is named in a clause about somebody: "X, who had been at …"."""
        phrases = event.phrases_in(sentence)
        if event is self.current or len(event.sentences) > 1 or not phrases:
            return False
        clauses = asides(self._view, sentence)
        return bool(clauses) and all(inside(p.start, clauses) for p in phrases)

    def _only_mentioned(self, sentence: Sentence, event: Event) -> bool:
        """Whether somebody speaks of a session held before: "Since May, when the last session was held, … X said"."""
        if event.status() != "held" or not sentence.has("speak", "recall") or sentence.has(*_THERE):
            return False
        lower, at = self._view.lower, self._view.lexicon.file.words.speech_at
        return all(at.isdisjoint(lower[max(0, p.start - _AT_THE) : p.start]) for p in event.phrases_in(sentence))

    def go_on(self, sentence: Sentence) -> Event | None:
        """The meeting at which the people of a sentence that names none are."""
        aside = self._told_aside(sentence)
        if aside is None:
            self.current = self._sisters.told_in(sentence, self.current)
        return aside or self.current

    def _told_aside(self, sentence: Sentence) -> Event | None:
        """The meeting to come told of in passing just before, if a sentence says what will be."""
        ahead = self._aside is not None and self._aside.status() == "planned" and sentence.has("future")
        return self._aside if ahead and not sentence.has("speak") else None

    def _in_passing(self, event: Event, current: Event) -> bool:
        """Whether a meeting is told once beside a session: one to come, if that was held, or one of weeks before."""
        if event is current or not (current.organization or event.model is current):
            return False
        once = len(event.sentences) == 1
        if event.status() == "planned":
            return once and current.status() == "held"
        now = (current.start if current.status() == "held" else "") or self._published or ""
        day = event.start or ""
        if event.dated_by == "text" and now and (once or current.status() == "held"):
            days = days_between(day, now)
            return not is_day(day) and day < now[: len(day)] if days is None else days > _WEEK
        another = (event.organization, event.level) != (current.organization, current.level)
        if not once or not another or event.dated_by:
            return False
        numbered = event.number and not event.placed_by and event.organization == current.organization
        return bool(numbered) or self._long_before(event)  # "an idea put forward at the 7th summit of the Council"

    def _long_before(self, event: Event) -> bool:
        """Whether a sentence tells of a meeting with words like "last month"."""
        told = [self._view.sentences[i] for i in event.sentences]
        return any(self._view.says(s.start, s.end, self._view.lexicon.file.words.long_before) for s in told)


def _main_of(bodies: Sequence[Event], current: Event | None, wording: Wording) -> Event:
    """Of several meetings the one that is told of already, else the first that is neither the next nor the last one."""
    if current is not None and current in bodies:
        return current
    others = [e for e in bodies if "next" not in e.qualifiers and "previous" not in e.qualifiers]
    if current is None and len(others) > 1 and _sets_the_time(others[0], wording):
        others = [e for e in others[1:] if e.status() == "held"] or others
    return next(iter(others), None) or current or bodies[0]


def _sets_the_time(event: Event, wording: Wording) -> bool:
    """Whether a meeting is named only to say when or beside what another was: "Before the leaders gather, they met"."""
    first = min(event.phrases, key=lambda p: p.start, default=None)
    return first is not None and (wording.is_led_by_eve(first) or wording.is_margin(first))
