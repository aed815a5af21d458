"""Meetings between people: talks, calls, visits and signings, told by their verbs and nouns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cisner.relations.announcing import Announcements
from cisner.relations.cast import Cast
from cisner.relations.company import in_company
from cisner.relations.credentials import Credentials
from cisner.relations.cues import FoundCue
from cisner.relations.days import is_day
from cisner.relations.encounters import VERBS, Encounter, Encounters
from cisner.relations.encounters.events import EncounterEvents
from cisner.relations.encounters.joint import with_joint_holders
from cisner.relations.encounters.nouns import NamedFor
from cisner.relations.events import Event, highest
from cisner.relations.frame import Frame, clause
from cisner.relations.in_turn import InTurn
from cisner.relations.reading import Reading
from cisner.relations.sentence import Sentence, View
from cisner.relations.series import Series
from cisner.relations.sides import Party, Sides
from cisner.relations.talks import each_alone, of_three
from cisner.relations.visits import GOING, Visits

_TELLING = frozenset(
    {
        *VERBS,
        "sign",
        "convene",
        "credentials",
        *GOING,
        "cancelled",
        "intended",
        "interlocutor",
        "series",
        "arrives",
    }
)
_PARTS = ("narrow", "expanded")  # formats of a session's parts
_TWO = 2
_AROUND = 5  # words around a verb of talks in which it is told how often
_MOST_SIGNERS = 12


class PersonalMeetings:
    """Finds the meetings that sentences tell of by who met whom.

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
        self._wording = reading.wording
        self._dating = reading.dating
        self._placing = reading.placing
        self._talks = view.lexicon.file.talks
        self._counts = view.lexicon.file.words.counted
        self._with = view.lexicon.file.words.with_
        self._sides = Sides(view, cast, events, frame.dateline_country)
        self._encounters = Encounters(view, cast, reading.dating, self._sides, events)
        self._named_for = NamedFor(view, cast, events)
        self._met = EncounterEvents(view, frame, reading, events)
        self._turns = InTurn(view, cast, self._sides, Announcements(view, cast, self._sides, events))
        self._series = Series(view, cast, self._sides, events, self._turns)
        self._credentials = Credentials(view, cast, self._sides.of, events)
        self._visits = Visits(view, cast, reading, self._sides, events)
        self.events = events

    def told_in(self, sentence: Sentence) -> list[Event]:
        """The meetings between people that a sentence tells of."""
        if _TELLING.isdisjoint(sentence.types) and not sentence.of("MEETING") and not self._turns.open(sentence):
            return self._of_company(sentence) if self._may_be_in_company(sentence) else []
        if _asks(self._view, sentence):
            return []
        parties = self._sides.of(sentence)
        self._met.tell_by_telephone(sentence, parties)
        if not parties:
            self._met.call_off(sentence)
            self._visits.awaited(sentence, parties)
            found = self._series.of_lines(sentence) or self._encounters.of_them(sentence)
            if self._turns.announces(sentence, parties, found):
                return []
            them = self._told(sentence, parties, found)
            them = them or self._credentials_of(sentence, parties) or self._visits.owned_in(sentence)
            them = them or self._visits.called_off(sentence, parties)
            return them or (self._visits.told_in(sentence, parties) if sentence.has(*GOING) else [])
        found = self._series.of_lines(sentence, parties) or self._series.of(sentence, parties)
        found = found or self._encounters.of(sentence, parties)
        announced = self._turns.announces(sentence, parties, found)
        found = [] if announced else self._turns.of(sentence, parties, found)
        found = [f for f in found if len(f.people) <= _TWO or not self._at_session(sentence, f)]
        out = self._told(sentence, parties, found)
        if not out and not sentence.has("not_held"):
            out = self._credentials_of(sentence, parties)
            out = out or self._told(sentence, parties, self._named_for.of(sentence, parties))
            out = out or self._signed(sentence, parties)
            out = out or self._told(sentence, parties, self._gathered(sentence, parties))
            out = out or self._told(sentence, parties, self._in_company(sentence, parties))
            out = out or self._told(sentence, parties, self._encounters.over(sentence, parties))
        self._met.call_off(sentence)
        visits = [] if sentence.has("not_held") else self._visits.told_in(sentence, parties)
        visits = visits or self._visits.owned_in(sentence)
        return [*out, *visits]

    def _told(self, sentence: Sentence, parties: Sequence[Party], found: Sequence[Encounter]) -> list[Event]:
        """The events of encounters, each once."""
        if not found:
            return []
        single = [f for f in with_joint_holders(self._cast, sentence, found) if not self._counted(sentence, f.cue)]
        own = self._own_parts(sentence, single, parties)
        events = (self._met.of(sentence, f, parties, o) for f, o in zip(single, own, strict=True))
        return list({id(e): e for e in events}.values())

    def _own_parts(
        self, sentence: Sentence, found: Sequence[Encounter], parties: Sequence[Party]
    ) -> list[range | None]:
        """Where each of several partners is told with a day or place: "met X in Baku on 6 May and Y in Ankara"."""
        none: list[range | None] = [None] * len(found)
        if len(found) < _TWO or len({f.cue.start for f in found}) > 1 or len(sentence.of("CITY", "DATE")) < _TWO:
            return none
        shared = frozenset.intersection(*(frozenset(f.people) for f in found))
        ends = [next((p.end for p in parties if p.person in f.people and p.person not in shared), -1) for f in found]
        if ends != sorted(ends) or ends[0] < 0:
            return none
        parts = [range(start, end) for start, end in pairwise([*ends, sentence.end])]
        told = (self._dating.day_inside(sentence, p) or self._placing.place_inside(sentence, p) for p in parts)
        return list(parts) if all(told) else none

    def _counted(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether people are said to have met several times, on no day: "They have met three times this year"."""
        if cue.start < sentence.start:
            return False  # it announced them
        start, end = clause(self._view, sentence, cue.start)
        near = range(max(start, cue.start - _AROUND), min(end, cue.end + _AROUND))
        if not self._view.says(near.start, near.stop, self._counts):
            return False
        return not any(is_day(self._dating.date_of(i)) for i in sentence.of("DATE"))

    def _may_be_in_company(self, sentence: Sentence) -> bool:
        """Whether a sentence without a verb of talks has two people, and "with" where they may be at a session."""
        if len(self._cast.by_sentence[sentence.index]) + len(self._cast.references[sentence.index]) < _TWO:
            return False
        words = self._view.lower[sentence.start : sentence.end]
        return not self._with.isdisjoint(words) or all(e.personal for e in self.events)

    def _of_company(self, sentence: Sentence) -> list[Event]:
        parties = self._sides.of(sentence)
        return self._told(sentence, parties, self._in_company(sentence, parties))

    def _in_company(self, sentence: Sentence, parties: Sequence[Party]) -> list[Encounter]:
        """What people did together, where no verb says that they met and no session is told of."""
        if _asks(self._view, sentence):
            return []
        phrases = self._wording.phrases(sentence)
        if any(not p.margin for p in phrases if p.specific or p.label):
            return []
        session = not phrases and any(not e.personal for e in self.events)
        found = in_company(self._view, self._cast, self._sides, sentence, parties, session=session)
        return [Encounter(cue, people) for cue, people in found]

    def _gathered(self, sentence: Sentence, parties: Sequence[Party]) -> list[Encounter]:
        """Ministers or presidents of several states who are said to have met, without a noun for it."""
        cues = [c for c in sentence.cue("convene") if self._view.lower[c.start].startswith(self._talks.gathered)]
        if not cues or self._wording.phrases(sentence):
            return []
        ahead = any(c.start == cues[0].start for c in sentence.cue("future"))
        if ahead and not self._on_another_day(sentence, cues[0]):
            return []
        before = list(dict.fromkeys(p.person for p in parties if p.end <= cues[0].start))
        listed = list(dict.fromkeys(p.person for p in parties if p.start >= cues[0].end))
        before = listed if len(before) < 2 < len(listed) else before
        states = [self._cast.people[p].represents for p in before]
        if len(before) < 2 or "" in states or len(set(states)) < len(states) or self._in_session(before):
            return []
        return [Encounter(cues[0], tuple(before))]

    def _on_another_day(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether a verb has a day on which no session is told of: "The ministers will gather the day before"."""
        day = self._dating.day_near(sentence, cue)
        return day is not None and all(e.personal or not e.start or e.start > day[0] for e in self.events)

    def _in_session(self, people: Sequence[int]) -> bool:
        """Whether a body of the level of three or more people is told to be sitting: they meet there."""
        level = highest(self._cast.people[p].office for p in people)
        sessions = (e for e in self.events if not e.personal and e.organization and e.status() == "held")
        return len(people) > _TWO and any(e.level == level for e in sessions)

    def _at_session(self, sentence: Sentence, found: Encounter) -> bool:
        """Whether what three or more do is the session, or its narrow part: "At the summit X, Y and Z discussed"."""
        tells = found.cue.type in ("talk", "converse") and self._names_no_talks(sentence)
        if (tells or any(c.type in _PARTS for c in sentence.formats)) and self._in_session(found.people):
            return True
        if found.cue.type != "converse":
            return False
        at = self._view.lexicon.file.words.speech_at
        phrases = (p for p in self._wording.phrases(sentence) if (p.specific or p.label) and not p.margin)
        return any(not at.isdisjoint(self._view.lower[max(0, p.start - _TWO) : p.start]) for p in phrases)

    def _names_no_talks(self, sentence: Sentence) -> bool:
        """Whether a sentence may only tell what those of a session did: "The Council met. X and Y discussed trade"."""
        told = sentence.of("DATE", "CITY", "MEETING") or of_three(self._view, sentence.start, sentence.end)
        return not told and not each_alone(self._view, sentence, sentence.end)

    def _credentials_of(self, sentence: Sentence, parties: Sequence[Party]) -> list[Event]:
        """The ceremony at which ambassadors present their credentials."""
        before = self._credentials.told_before() if sentence.has("credentials") else None
        if before is not None:
            return [before]  # told of in the headline, and once more
        found = self._credentials.told_in(sentence, parties)
        if found is None:
            return []
        encounter, listed = found
        event = self._met.of(sentence, encounter, parties)
        around = [*self._view.sentences[max(0, sentence.index - 1) : sentence.index], *(s for s, _ in listed)]
        if not self._wording.in_past(sentence) and any(s.has("future") for s in around):
            event.vote("planned", 2)  # "The hall will be opened today. The president receives …"
        named = {p.person: (s, p) for s, p in reversed(listed)}
        for involvement in event.involved:
            if involvement.start == encounter.cue.start and involvement.person in named:
                there, party = named[involvement.person]
                event.involved.move(involvement, there, party.start, party.end)
        event.sentences.update(s.index for s, _ in listed)
        return [event]

    def _signed(self, sentence: Sentence, parties: Sequence[Party]) -> list[Event]:
        """People of two or more states who sign a document, where no session is told of on that day."""
        if sentence.has("message", "honour"):
            return []  # a telegram is signed as well
        for cue in sentence.cue("sign"):
            start, end = clause(self._view, sentence, cue.start)
            if end < sentence.end and self._view.words[end] == ":":
                end = clause(self._view, sentence, end + 1)[1]
            inside = [p for p in parties if start <= p.start < end]
            group = list(dict.fromkeys(p.person for p in inside))
            states = {self._cast.people[p].represents for p in group}
            if not 2 <= len(group) <= _MOST_SIGNERS or len(states) < 2 or "" in states:
                continue
            day = self._dating.day_near(sentence, cue)
            bodies = [e for e in self.events if not e.personal]
            if any(not day or not e.start or e.start.startswith(day[0]) or day[0].startswith(e.start) for e in bodies):
                continue
            if any(set(group) <= e.pair for e in self.events):
                continue
            found = Encounter(cue, tuple(group))
            talks = self._talks_of_states(states, day)
            if talks is None:
                return [self._met.of(sentence, found, parties)]
            talks.sentences.add(sentence.index)
            self._met.involve(sentence, talks, found, inside)
            return [talks]
        return []

    def _talks_of_states(self, states: set[str], day: tuple[str, str | None] | None) -> Event | None:
        """The talks told before between people of the same states, with whom the signers are."""
        for event in reversed(self.events):
            if event.kind not in ("talks", "visit") or not event.pair or event.status() == "cancelled":
                continue
            if day and event.start and not day[0].startswith(event.start) and not event.start.startswith(day[0]):
                continue
            sides = {self._cast.people[p].represents for p in event.pair}
            if states <= sides | {event.country or ""}:
                return event
        return None


def _asks(view: View, sentence: Sentence) -> bool:
    """Whether a sentence is a question in form too: it tells of no talks."""
    if "?" not in view.words[sentence.end - 2 : sentence.end]:
        return False
    return not view.lexicon.file.talks.asking.isdisjoint(view.lower[sentence.start : sentence.start + 2])
