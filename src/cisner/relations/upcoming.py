"""The next meeting of a body, told without its name: "they agreed to meet again in Astana in October"."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.events import Event
from cisner.relations.frame import Frame
from cisner.relations.placing import Placing
from cisner.relations.sentence import FoundCue, Sentence, View


class Upcoming:
    """Finds the next meeting of the body that a report is about.

    Args:
        view: The document.
        frame: Its date and places.
        placing: Days and places.
        events: The events so far; new ones are added.
    """

    def __init__(self, view: View, frame: Frame, placing: Placing, events: list[Event]) -> None:
        self._view = view
        self._frame = frame
        self._placing = placing
        self._events = events

    def told_in(self, sentence: Sentence, told: Sequence[Event], current: Event | None) -> Event | None:
        """The meeting to come that a sentence announces, if it has a day or a place and is not known yet."""
        if current is None or current.personal or any(e is not current for e in told) or "next" in current.qualifiers:
            return None
        if sentence.index <= min(current.sentences, default=sentence.index):
            return None
        trigger = self._trigger(sentence)
        if trigger is None:
            return None
        day, place = self._day(sentence), self._place(sentence)
        ahead = day is not None and self._is_ahead(day[0], current)
        if not (ahead or (day is None and place and place[0] != current.city and sentence.has("future"))):
            return None
        level = next((p.level for p in self._placing.phrases(sentence) if p.level), current.level)
        event = Event(current.kind if current.kind != "council" else "session", current.organization, level)
        event.label, event.model, event.group = current.label, current, None
        event.qualifiers.add("next")
        event.votes.append("planned")
        event.sentences.add(sentence.index)
        event.evidence.append((trigger.start, trigger.end, trigger.rule))
        event.name = self._view.text(trigger.start, trigger.end)
        if day:
            event.start, event.end = day
            event.dated_by = "text"
        if place:
            event.city, event.country = place
            event.placed_by = "text"
        if any(_same(event, e) for e in self._events):
            return None
        self._events.append(event)
        return event

    def _trigger(self, sentence: Sentence) -> FoundCue | None:
        found = sentence.cue("reconvene")
        if found:
            return found[0]
        for phrase in self._placing.phrases(sentence):
            if phrase.qualifiers & {"next", "coming", "regular"} and not phrase.organization:
                return FoundCue(phrase.start, phrase.end, "next", phrase.rule)
        return None

    def _day(self, sentence: Sentence) -> tuple[str, str | None] | None:
        values = [self._frame.dates.get(i.start, "") for i in sentence.of("DATE")]
        known = [v.partition("/") for v in values if v and not v.startswith("X")]
        if not known:
            return None
        start, _, end = max(known, key=lambda v: len(v[0]))
        return start, end or None

    def _is_ahead(self, day: str, current: Event) -> bool:
        after = [d for d in (current.start, self._frame.published) if d]
        return bool(after) and all(day > d[: len(day)] for d in after)

    def _place(self, sentence: Sentence) -> tuple[str | None, str] | None:
        cities = self._placing.places(sentence)
        if cities:
            best = max(cities, key=lambda c: c[3])
            return best[1], best[2]
        states = {i.mention.norm for i in sentence.of("COUNTRY")}
        return (None, states.pop()) if len(states) == 1 else None


def _same(event: Event, other: Event) -> bool:
    """Whether two meetings to come are one."""
    if other is event or "next" not in other.qualifiers or other.organization != event.organization:
        return False
    return (
        not (event.start and other.start) or event.start.startswith(other.start) or other.start.startswith(event.start)
    )
