"""Other sessions of the body of a report that phrases name: the next one, one of another number, time or place.

Those that sentences tell of without a name are found by `sessions`.
"""

from __future__ import annotations

from cisner.relations.bodies.attaching import begin
from cisner.relations.bodies.matching import LONGEST_SESSION
from cisner.relations.bodies.sittings import Sittings
from cisner.relations.bodies.unsaid import MINISTERIAL, Unsaid
from cisner.relations.cues import FoundCue
from cisner.relations.days import days_apart
from cisner.relations.events import Event
from cisner.relations.phrases import Phrase
from cisner.relations.reading import Reading

LOWER = MINISTERIAL | {"permanent_representatives", "officials", "parliament"}
_YEAR = 4  # characters of a year
MONTH = len("2022-05")


class NamedSessions:
    """Finds the other sessions of a body, or makes them.

    Args:
        reading: What the sentences of the report say of meetings.
        sittings: Which bodies are said to meet.
        unsaid: What phrases leave unsaid.
        events: The events so far; new ones are added.
    """

    def __init__(self, reading: Reading, sittings: Sittings, unsaid: Unsaid, events: list[Event]) -> None:
        self._wording = reading.wording
        self._dating = reading.dating
        self._placing = reading.placing
        self._status = reading.status
        self._sittings = sittings
        self._unsaid = unsaid
        self._events = events

    @staticmethod
    def is_of_another_number(phrase: Phrase, current: Event | None) -> bool:
        """Whether a phrase tells by its number of another session of the body that a report is about."""
        if current is None or not (phrase.turn and current.turn) or phrase.turn == current.turn:
            return False
        if phrase.organization and phrase.organization != current.organization:
            return False
        if phrase.kind == "summit" and current.level in LOWER:
            return False  # "the fourth meeting of ministers … the eighth summit"
        return not phrase.level or phrase.weak_level or phrase.level == current.level

    def numbered(self, phrase: Phrase, current: Event | None) -> Event | None:
        """The session with another number, if the text gives it a day or a place."""
        assert current is not None
        known = next((e for e in self._events if e.turn == phrase.turn and e.model is current), None)
        if known is not None:
            return known
        at = FoundCue(phrase.start, phrase.end, phrase.kind, phrase.rule)
        day = self._dating.day_of(phrase) or self._dating.day_near(phrase.sentence, at)
        city = self._placing.city_of(phrase)
        if day is None and (city is None or city[0] == current.city):
            return None
        if not phrase.number and day and days_apart(day[0], current.start) <= LONGEST_SESSION:
            return current  # "the 23rd session … its first meeting"
        event = self.another(phrase, current)
        event.states, event.commission = list(current.states), current.commission
        event.qualifiers.add("previous" if phrase.turn < current.turn else "next")
        event.vote("held" if phrase.turn < current.turn else "planned")
        if day is not None:
            (event.start, event.end), event.dated_by = day, "text"
        return event

    def at_another_time(self, phrase: Phrase, current: Event) -> Event:
        """The meeting of the report, or an earlier one like it that a sentence dates: "the first was in 2002"."""
        day = self._dating.day_of(phrase)
        ahead = self._wording.is_ahead(phrase)
        dated = self._placing.city_of(phrase) and any(
            0 <= d.start - phrase.end <= 1 for d in phrase.sentence.of("DATE")
        )  # "the session of May 3 in Minsk"
        turned = bool(phrase.turn) or "previous" in phrase.qualifiers
        other_year = turned and day is not None and day[0][:_YEAR] < (current.start or "")[:_YEAR]
        exact = other_year or (day is not None and len(day[0]) >= MONTH)
        dated = dated or other_year or (exact and "previous" in phrase.qualifiers)
        city = self._placing.city_of(phrase)
        away = bool(day and city and current.city and city[0] != current.city)
        told = (
            ahead or dated or (phrase.sentence.has("convene") and (away or not phrase.sentence.has("attend", "chair")))
        )
        start = current.start or ""
        if ahead and day and not start and current.status() == "held":
            start = "0000"
        if city and not start and not self._dating.is_recent(phrase):
            start, told = "9999", True
        vague = not day or (len(day[0]) < MONTH and not other_year)
        same_day = vague or not day or not start or start.startswith(day[0]) or day[0].startswith(start)
        if not told or (same_day and not self.is_at_another_place(phrase, current)):
            return current
        if not same_day and day and current.end and start <= day[0] <= current.end:
            return current
        event = self.another(phrase, current)
        if ahead:
            event.qualifiers.add("next")
        elif current.status() == "held":
            event.qualifiers.add("previous")
        return event

    def is_at_another_place(self, phrase: Phrase, current: Event) -> bool:
        """Whether a held meeting is told of beside one to come at another place."""
        city = self._placing.city_of(phrase)
        ahead = current.status() == "planned" and not self._wording.is_ahead(phrase)
        return ahead and city is not None and current.placed_by == "text" and city[0] != current.city

    def of_same_body(self, phrase: Phrase, current: Event | None) -> Event | None:
        """As in "The commission last met in Yerevan on …": the body of the report at another time."""
        day = self._dating.day_of(phrase)
        if current is None or not self._sittings.sits(phrase):
            return None
        if not day or len(day[0]) < 10 or (current.start or "").startswith(day[0]):
            return current
        if current.start is None and current.status() == self._status.vote(phrase) == "planned":
            return current  # "The Council is to meet tomorrow": the day of the session announced before
        event = begin(phrase, self._events)
        event.organization, event.states, event.model = current.organization, list(current.states), current
        of_another = phrase.interstate and not current.commission
        event.level = self._unsaid.level_of_group(phrase) or ("ministers" if of_another else current.level)
        event.qualifiers.add("previous")
        return event

    def is_own_next(self, phrase: Phrase, current: Event) -> bool:
        """Whether the next session is that which a sentence announces: "the council will hold its next session on"."""
        if phrase.sentence.index not in current.sentences:
            return False
        if not current.start:
            return len(current.sentences) == 1
        day = self._dating.day_of(phrase)  # announced in the headline, too
        return current.status() == "planned" and day is not None and day[0].startswith(current.start)

    def next_told(self, phrase: Phrase, current: Event) -> Event | None:
        """The next session that was told of before without its name: "they agreed to meet again in Astana"."""
        at = FoundCue(phrase.start, phrase.end, phrase.kind, phrase.rule)
        day = self._dating.day_of(phrase) or self._dating.day_near(phrase.sentence, at)
        city = self._placing.city_of(phrase)
        for event in self._events:
            if event.model is not current or "next" not in event.qualifiers or event.phrases:
                continue
            if city is not None and event.city not in (None, city[0]):
                continue
            if not day or not event.start or day[0].startswith(event.start) or event.start.startswith(day[0]):
                return event
        return None

    def another(self, phrase: Phrase, model: Event) -> Event:
        """A further meeting of the body of another one."""
        event = begin(phrase, self._events)
        event.organization, event.level, event.model = model.organization, model.level, model
        return event
