"""The events of those who met, known or new, and what later sentences change of them."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cues import FoundCue
from cisner.relations.earlier import is_elsewhere, tells_back
from cisner.relations.encounters.model import Encounter
from cisner.relations.events import Event, Involvement
from cisner.relations.frame import Frame
from cisner.relations.reading import Reading
from cisner.relations.said import beside_said
from cisner.relations.sentence import Sentence, View
from cisner.relations.sides import Party
from cisner.relations.talks import own_part

_OPENING = 6  # tokens of "In the course of the" at the beginning of a sentence
_NEAR = 2  # sentences between talks and how they were held


class EncounterEvents:
    """Makes events of encounters.

    Args:
        view: The document.
        frame: Its date and places.
        reading: What its sentences say of meetings.
        events: The events so far; new ones are added.
    """

    def __init__(self, view: View, frame: Frame, reading: Reading, events: list[Event]) -> None:
        self._view = view
        self._wording = reading.wording
        self._years = reading.years
        self._dating = reading.dating
        self._placing = reading.placing
        self._status = reading.status
        self._home_city = frame.dateline_city
        self._talks = view.lexicon.file.talks
        self._margins = view.lexicon.file.words.margins
        self._events = events

    def of(self, sentence: Sentence, found: Encounter, parties: Sequence[Party], own: range | None = None) -> Event:
        """The event of an encounter, known or new, with what the sentence says of it, or the part that is its own."""
        cue, pair = found.cue, frozenset(found.people)
        announced = sentence  # where the words for a series stand
        while cue.start < announced.start:
            announced = self._view.sentences[announced.index - 1]
        if announced is not sentence:
            self._forget_noun(cue)
            own = own or own_part(self._view, sentence)
        day = self._dating.day_inside(sentence, own) if own else None
        day = day or self._dating.day_near(announced, cue)
        vote = self._status.vote_at(announced, cue.start, day)
        place = (self._placing.place_inside(sentence, own) if own else None) or self._place(announced, cue)
        turn = self._turn(announced, cue)
        back = place[1] if place and vote == "held" and tells_back(self._view, sentence, cue) else ""
        later = place[1] if place and vote == "planned" else ""  # "they will meet in Tashkent"
        if day is None and (turn or back or later):
            day = self._years.after(announced, cue)
        event = (None if day or sentence.has("future") else self._same_call(sentence, cue, pair)) or self._known(
            "call" if cue.type == "call" else "talks", found.people, day, vote, (turn, back or later)
        )
        event.evidence.append((cue.start, cue.end, cue.rule))
        if self._falls_through(sentence, found):
            event.fixed_status = "cancelled"
        ahead = vote == "held" and not day and self._goes_on_ahead(sentence, event)
        event.vote("planned" if ahead else vote)
        event.sentences.add(sentence.index)
        event.on_margins |= not self._margins.isdisjoint(self._view.lower[sentence.start : sentence.end])
        if day and event.start is None:
            event.start, event.end = day
            event.dated_by = "text"
        if place and event.city is None and event.kind != "call":
            event.city, event.country, event.placed_by = place[1], place[2], "text"
        self.involve(sentence, event, found, parties)
        return event

    def tell_by_telephone(self, sentence: Sentence, parties: Sequence[Party]) -> None:
        """As in "X discussed trade with Y. During the telephone conversation …": how they talked is told later."""
        calls = [c for c in sentence.formats if c.type == "telephone"]
        if not calls or not self._events or calls[0].start - sentence.start > _OPENING:
            return
        last = self._events[-1]
        if last.kind != "talks" or not last.pair or last.placed_by == "text" or last.status() != "held":
            return
        if max(last.sentences) >= sentence.index - _NEAR and not any(p.start < calls[0].start for p in parties):
            last.kind = "call"
            day = self._dating.day_near(sentence, calls[0]) if last.start is None else None
            if day is not None:
                (last.start, last.end), last.dated_by = day, "text"

    def call_off(self, sentence: Sentence) -> None:
        """As in "That meeting was called off": the talks told just before did not come about."""
        if not self._events or not sentence.has("cancelled"):
            return
        nouns = [i for i in sentence.of("MEETING") if self._view.lower[i.start - 1] in self._talks.this]
        last = self._events[-1]
        if nouns and last.kind in ("talks", "call") and last.pair and max(last.sentences) >= sentence.index - 1:
            last.fixed_status = "cancelled"
            for involvement in last.involved:
                involvement.status = "expected"

    def _known(
        self,
        kind: str,
        people: Sequence[int],
        day: tuple[str, str | None] | None,
        vote: str,
        another: tuple[str, str],
    ) -> Event:
        """The event of people who met, known or new.

        Args:
            kind: Its kind.
            people: Those who met.
            day: The day that is told.
            vote: Whether it is told as held.
            another: What may tell it from talks told of before: their turn, and the city of earlier or later ones.
        """
        pair, other = frozenset(people), {"held": "planned", "planned": "held"}.get(vote)
        turn, city = another
        for event in self._events:
            if event.pair != pair or event.kind != kind:
                continue
            if turn and turn not in event.qualifiers:
                continue
            if city and is_elsewhere(event, city, self._home_city) and (vote == "held" or event.status() == "held"):
                continue
            if day and not event.start and (event.status() == other or not self._dating.is_about_now(day[0])):
                continue  # "they last met in Paris in May"
            if not (day and event.start) or day[0].startswith(event.start) or event.start.startswith(day[0]):
                return event
        event = Event(kind, pair=pair, subject=people[0])
        if turn or (city and any(e.pair == pair and e.kind == kind for e in self._events)):
            event.qualifiers.add(turn or ("previous" if vote == "held" else "next"))
        self._events.append(event)
        return event

    def _same_call(self, sentence: Sentence, cue: FoundCue, pair: frozenset[int]) -> Event | None:
        """The call told before that "the talk with X" goes back to, or that "he and X discussed …" goes on about."""
        known = next((e for e in self._events if e.kind == "call" and e.pair == pair), None)
        if known is None or any(p[3] for p in self._placing.places(sentence)):
            return None
        goes_on = cue.type in ("talk", "converse") and max(known.sentences) == sentence.index - 1
        return known if goes_on or self._view.lower[cue.start - 1] in self._talks.this else None

    def _place(self, sentence: Sentence, cue: FoundCue) -> tuple[int, str, str, bool] | None:
        """The city where people met: the next one, rather after "in"."""
        of = self._view.lexicon.file.words.of
        aside = self._dating.coming_aside(sentence, cue.start)
        here = [p for p in self._placing.places_here(sentence, cue.end) if p[0] not in aside]
        places = [p for p in here if p[3] or self._view.lower[p[0] - 1] not in of]
        places = beside_said(self._view, sentence, cue.start, places, lambda p: p[0])
        return min(places, key=lambda p: (not p[3], abs(p[0] - cue.start)), default=None)

    def _turn(self, sentence: Sentence, cue: FoundCue) -> str:
        """Whether a noun for talks is told as the next ones of those who met, or the previous ones."""
        phrases = (p for p in self._wording.phrases(sentence) if p.start < cue.end and cue.start < p.end)
        return next((q for p in phrases for q in ("next", "previous") if q in p.qualifiers), "")

    def _forget_noun(self, cue: FoundCue) -> None:
        """Take away the meeting without people that the noun for a series was taken for."""
        self._events[:] = [
            e
            for e in self._events
            if e.personal or e.organization or len(e.phrases) != 1 or e.phrases[0].end != cue.end
        ]

    def _falls_through(self, sentence: Sentence, found: Encounter) -> bool:
        """Whether talks were to be part of a visit that was called off."""
        if not sentence.has("intended"):
            return False
        people = set(found.people)
        return any(e.kind == "visit" and e.pair <= people and e.status() == "cancelled" for e in self._events)

    def _goes_on_ahead(self, sentence: Sentence, event: Event) -> bool:
        """Whether a sentence without a past tense goes on about what lies ahead: "Вечером у него две встречи"."""
        told = [e for e in self._events if e is not event and e.sentences]
        return bool(told) and all(e.status() == "planned" for e in told) and not self._wording.in_past(sentence)

    @staticmethod
    def involve(sentence: Sentence, event: Event, found: Encounter, parties: Sequence[Party]) -> None:
        """Put the people of an encounter on its event: those the sentence names, and its subject if it does not."""
        status = "expected" if event.status() != "held" else "attended"
        places = {p.person: (p.start, p.end) for p in reversed(parties)}
        for person in dict.fromkeys([found.people[0], *(p.person for p in parties), *found.people]):
            if person not in found.people:
                continue
            start, end = places.get(person, (found.cue.start, found.cue.end))
            function = "host" if person == found.host else "participant"
            event.involved.add(Involvement(person, sentence, start, end, status, found.cue.rule, function))
