"""Whether a meeting told of before is the one that a phrase names."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.days import days_apart
from cisner.relations.events import Event
from cisner.relations.gatherings import VAGUE
from cisner.relations.phrases import Phrase
from cisner.relations.reading import Reading
from cisner.relations.sentence import Sentence, View

LONGEST_SESSION = 2  # days between two dates of one session
_LOOSE = VAGUE | {"head_of_organization"}  # of those a headline speaks of: "health chiefs of the SCO"
_LAST_HEADING = 3  # sentence


def _is_heading(sentence: Sentence) -> bool:
    """Whether a sentence stands over the text: one of the first lines, without a full stop."""
    return sentence.index <= _LAST_HEADING and not (sentence.is_full or sentence.is_line)


def _others(states: Sequence[str], known: Sequence[str]) -> bool:
    """Whether the states of two meetings are not those of one, be they told of without the host."""
    return not set(states) <= set(known) and not set(known) <= set(states)


def _in_same_turn(event: Event, phrase: Phrase, status: str) -> bool:
    """Whether not only one of the two is the next meeting, or the last."""
    if ("next" in phrase.qualifiers) != ("next" in event.qualifiers):
        if event.status() != "planned" or status != "planned":
            return False
    return ("previous" in phrase.qualifiers) == ("previous" in event.qualifiers)


class Matching:
    """Compares events with phrases.

    Args:
        view: The document.
        reading: What its sentences say of meetings.
    """

    def __init__(self, view: View, reading: Reading) -> None:
        self._view = view
        self._wording = reading.wording
        self._dating = reading.dating
        self._placing = reading.placing

    def fits(self, event: Event, phrase: Phrase, status: str) -> bool:
        """Whether nothing that a phrase says is against its being of an event.

        Args:
            event: The event.
            phrase: The phrase.
            status: Whether it tells of a meeting held, planned or cancelled.
        """
        if not self._of_same_body(event, phrase) or not _in_same_turn(event, phrase, status):
            return False
        if status == "held" and phrase.convention and self.comes_after(event, phrase):
            return False
        if {len(phrase.states), len(event.states)}.isdisjoint({0, 1}) and _others(phrase.states, event.states):
            return False
        away = self._wording.is_placed_after(phrase) and self.is_elsewhere(phrase, event)
        if self.headed(event) and event.organization == phrase.organization and not away:
            # a headline has no day, and its place may be put in other words
            ahead = event.status() == status == "planned" and not event.start
            return ahead or self._dating.is_recent(phrase)
        if not self._at_same_time(event, phrase):
            return False
        city = self._placing.city_of(phrase)
        if status == "planned" and event.status() == "held" and city and not event.city and phrase.convention:
            return False  # "the leaders meet in Kyiv next spring"
        return not (city and event.city and city[0] != event.city and event.placed_by != "dateline")

    def comes_after(self, event: Event, phrase: Phrase) -> bool:
        """Whether a meeting is named to say when a phrase's was: "they met a day before the summit that A holds"."""
        return any(self._wording.is_led_by_eve(p) for p in event.phrases_in(phrase.sentence))

    def _of_same_body(self, event: Event, phrase: Phrase) -> bool:
        """Whether body, level and name do not differ."""
        if phrase.organization and event.organization and phrase.organization != event.organization:
            return False
        if (phrase.kind == "forum") != (event.kind == "forum"):
            return False
        if phrase.organization and not event.organization:
            if len(event.states) > 1:
                return False
            if event.group is not None and not phrase.level:
                return False  # "the meeting of the foreign ministers … after the session of the General Assembly"
        if phrase.label and phrase.label != event.label and (event.label or event.organization):
            return False
        if phrase.level and event.level and phrase.level != event.level and not self.put_loosely(event):
            return False
        return bool(phrase.organization or not event.organization or (phrase.level and not phrase.joint))

    def _at_same_time(self, event: Event, phrase: Phrase) -> bool:
        """Whether the days do not differ, or are days of one session."""
        day = self._dating.day_of(phrase)
        if not day and self.is_past(event, phrase):
            return False
        if not day or not event.start or day[0].startswith(event.start) or event.start.startswith(day[0]):
            return True
        if days_apart(day[0], event.start) <= LONGEST_SESSION and phrase.organization == event.organization:
            return True
        return bool(event.end and event.start <= day[0] <= event.end)

    def is_past(self, event: Event, phrase: Phrase) -> bool:
        """Whether a meeting was held long ago, and the text has come to these days: "A year ago … This Friday …"."""
        if event.dated_by != "text" or not event.start or self._dating.is_about_now(event.start):
            return False
        told = self._view.sentences[max(event.sentences) + 1 : phrase.sentence.index + 1]
        return event.status() == "held" and any(self._dating.tells_of_now(sentence) for sentence in told)

    def is_elsewhere(self, phrase: Phrase, event: Event) -> bool:
        """Whether a phrase has a day or a city that is not that of an event."""
        day, city = self._dating.day_of(phrase), self._placing.city_of(phrase)
        if city is not None and event.city is not None and city[0] != event.city:
            return True
        start = event.start or ""
        return day is not None and bool(start) and not (start.startswith(day[0]) or day[0].startswith(start))

    def is_another(self, phrase: Phrase, event: Event) -> bool:
        """Whether a phrase has a day of its own, long before or after talks that may be those of the same states."""
        if self._dating.is_recent(phrase):
            return False
        return event.start is None or self.is_elsewhere(phrase, event)

    def is_forum(self, event: Event, phrase: Phrase) -> bool:
        """Whether the headline tells of a forum as of a meeting of those who come: "Speakers meet in Ashgabat"."""
        city = self._placing.city_of(phrase)
        return self.headed(event) and not event.organization and city is not None and city[0] == event.city

    def put_loosely(self, event: Event) -> bool:
        """Whether only a headline has told of a meeting, and not exactly whose: "Health chiefs of the SCO confer"."""
        first = event.phrases[0].sentence if event.phrases else None
        return first is not None and _is_heading(first) and event.group is not None and event.group.norm in _LOOSE

    def heads(self, event: Event, phrase: Phrase) -> bool:
        """Whether a headline tells of a meeting like that of a body, without its name, at the same place."""
        city = self._placing.city_of(phrase)
        there = city is not None and city[0] == event.city and event.level == phrase.level
        return there and not (event.organization or event.label or event.states) and self.headed(event)

    def headed(self, event: Event) -> bool:
        """Whether only the headline has told of a meeting."""
        return bool(event.sentences) and all(_is_heading(self._view.sentences[i]) for i in event.sentences)
