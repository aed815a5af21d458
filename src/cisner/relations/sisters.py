"""Sessions of several bodies held one after the other: which of them goes on being told of.

After "The foreign ministers met on Thursday, the heads of state on Friday" what happened on Friday, what the heads of
state did and who is one of them belong to the second session, whichever was told of last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cisner.relations.bodies.matching import LONGEST_SESSION
from cisner.relations.days import days_apart
from cisner.relations.events import Event
from cisner.relations.frame import Frame
from cisner.relations.gatherings import VAGUE
from cisner.relations.levels import LEVEL_OF, of_level
from cisner.relations.officials import plural_title
from cisner.relations.phrases import Phrase
from cisner.relations.sentence import Sentence

_IN_TURN = frozenset({"next", "previous"})


class Sisters:
    """Tells sessions held on the same or following days apart.

    Args:
        frame: The date and places of the report.
        events: The events so far.
    """

    def __init__(self, frame: Frame, events: Sequence[Event]) -> None:
        self._frame = frame
        self._events = events

    def of(self, event: Event | None) -> list[Event]:
        """The sessions of bodies held at about the time of one, with it; none where it stands alone."""
        if event is None or not _is_session(event):
            return []
        found = [e for e in self._events if e is event or (_is_session(e) and _together(e, event))]
        return found if len(found) > 1 else []

    def meant(self, phrase: Phrase, current: Event | None) -> Event | None:
        """The session told of before that a phrase without a body goes on about: the one of its level."""
        if phrase.organization or phrase.label or phrase.states or not phrase.level:
            return current
        return _only(e for e in self.of(current) if of_level(phrase.level, e.level)) or current

    def told_in(self, sentence: Sentence, current: Event | None) -> Event | None:
        """The session that a sentence without a meeting is about: of the day, or of the officials, that it names."""
        sisters = self.of(current)
        if not sisters or sentence.has("future"):
            return current
        days = {self._frame.dates.get(i.start) for i in sentence.of("DATE")}
        of_day = _only(e for e in sisters if e.start in days)
        if of_day is not None:
            return of_day
        named = {i.start for i in sentence.of("PERSON")}
        groups = [i.mention for i in sentence.items if plural_title(i) and i.end not in named]
        levels = {LEVEL_OF.get(g.norm, "") for g in groups if not g.attributes["country"] and g.norm not in VAGUE}
        level = levels.pop() if len(levels) == 1 else ""
        return _only(e for e in sisters if of_level(level, e.level)) or current


def _is_session(event: Event) -> bool:
    """Whether an event is the session of a body, held or to come, that the report itself tells of."""
    return bool(event.organization and event.level) and not (event.personal or event.qualifiers & _IN_TURN)


def _together(event: Event, other: Event) -> bool:
    """Whether two sessions are of different officials or bodies and at most some days apart."""
    same = (event.organization, event.level) == (other.organization, other.level)
    return not same and days_apart(event.start, other.start) <= LONGEST_SESSION


def _only(events: Iterable[Event]) -> Event | None:
    """The one event, if there is just one."""
    found = list(events)
    return found[0] if len(found) == 1 else None
