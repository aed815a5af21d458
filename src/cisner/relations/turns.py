"""Sessions of one body told by their turns: "the first was held in Astana in 2018, the second in Tashkent"."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cast import Cast, persons_of
from cisner.relations.events import Event, another_session
from cisner.relations.frame import Frame
from cisner.relations.numbers import turn_at
from cisner.relations.reading import Reading
from cisner.relations.sentence import Sentence, View
from cisner.relations.sessions import SESSION_OF_GROUP, has_no_noun, is_held, is_of

_FEWEST = 2
_TO_NOUN = 2  # tokens from an ordinal to its noun: "the first such summit"
_NOT_SESSIONS = frozenset({"talks", "call", "visit", "forum"})


class Turns:
    """Finds the sessions of such a sentence that no phrase names.

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
        self._events = events

    def told_in(self, sentence: Sentence, named: Sequence[Event], current: Event | None) -> list[Event]:
        """The further sessions that a sentence tells of, each with its place, and its day if it has one."""
        if current is None or current.personal or current.kind in _NOT_SESSIONS:
            return []
        if len(sentence.of("CITY", "COUNTRY")) < _FEWEST or sentence.of("AGREEMENT"):
            return []
        turns = self._turns(sentence, current)
        if len(turns) < _FEWEST or persons_of(self._cast, sentence):
            return []
        ends = [*(start for start, _ in turns[1:]), sentence.end]
        found = (self._session(sentence, s, e, t, named, current) for (s, t), e in zip(turns, ends, strict=True))
        return [event for event in found if event is not None]

    def _turns(self, sentence: Sentence, current: Event) -> list[tuple[int, int]]:
        """The tokens of the ordinals that stand for sessions, with their numbers; the first may have a noun."""
        told = ((i, turn_at(self._view, i)) for i in range(sentence.start, sentence.end - 1))
        turns = [(i, turn) for i, turn in told if turn]
        if len(turns) < _FEWEST or len({turn for _, turn in turns}) < len(turns):
            return []
        first = turns[0][0]
        noun = next((i for i in sentence.items if i.symbol == "M" and 0 < i.start - first <= _TO_NOUN), None)
        if noun is not None and any(
            p.start <= noun.start < p.end and not is_of(p, current) for p in self._wording.phrases(sentence)
        ):
            return []
        if noun is None and not (has_no_noun(self._view, sentence, first) and is_held(sentence, first)):
            return []
        return turns if all(has_no_noun(self._view, sentence, i) for i, _ in turns[1:]) else []

    def _session(
        self, sentence: Sentence, start: int, end: int, turn: int, named: Sequence[Event], current: Event
    ) -> Event | None:
        """The session told of between two tokens, unless it is known or has no place."""
        places = [i for i in sentence.of("CITY", "COUNTRY") if start < i.start < end]
        place = next((i for i in places if i.mention.label == "CITY"), next(iter(places), None))
        if place is None or turn == current.turn:
            return None
        is_city = place.mention.label == "CITY"
        city = str(place.mention.norm) if is_city else None
        country = place.mention.rule.partition(".")[2] if is_city else str(place.mention.norm)
        days = [d for i in sentence.of("DATE") if start < i.start < end and (d := self._frame.dates.get(i.start))]
        first, _, last = days[0].partition("/") if len(days) == 1 and not days[0].startswith("X") else ("", "", "")
        known = next((e for e in named if (e.city, e.country) == (city, country) and e is not current), None)
        if known is not None:
            if first:
                known.start, known.end, known.dated_by = first, last or None, "text"
            return None
        published = self._frame.published or ""
        if not first and sentence.has("future", "intended"):
            return None
        ahead = turn > current.turn if current.turn else bool(first) and first > published[: len(first)]
        evidence = start, place.end, SESSION_OF_GROUP
        event = another_session(current, "next" if ahead else "previous", sentence.index, evidence)
        event.states, event.turn = list(current.states), turn
        event.city, event.country, event.placed_by = city, country, "text"
        if first:
            event.start, event.end, event.dated_by = first, last or None, "text"
        self._events.append(event)
        return event
