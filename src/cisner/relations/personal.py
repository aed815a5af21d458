"""Meetings between people: talks, calls, visits and signings, told by their verbs and nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cisner.relations.cast import Cast
from cisner.relations.company import in_company
from cisner.relations.credentials import Credentials
from cisner.relations.cues import FoundCue
from cisner.relations.days import is_day
from cisner.relations.earlier import is_elsewhere, tells_back
from cisner.relations.encounters import VERBS, Encounter, Encounters
from cisner.relations.encounters.joint import with_joint_holders
from cisner.relations.events import Event, Involvement, highest
from cisner.relations.frame import Frame, clause
from cisner.relations.in_turn import InTurn
from cisner.relations.reading import Reading
from cisner.relations.said import beside_said
from cisner.relations.sentence import Sentence, View
from cisner.relations.series import Series
from cisner.relations.sides import Party, Sides
from cisner.relations.talks import each_alone, of_three, own_part
from cisner.relations.visits import GOING, Visits

_OF_PEOPLE = re.compile(
    r"M(?:[ox]|,x,)?(?:Q(?:[,&]{1,2}o?C)*[-:,]?)?(?:[AR]|oC|C)*,?P"
    r"(?:(?:oC|,(?:R|oC|C)+(?=,))?[,&x]{1,2}(?:[AR]|oC|C|K(?:o[CL])?)*,?P)+"
)
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
_OPENING = 6  # tokens of "In the course of the" at the beginning of a sentence


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
        self._status = reading.status
        self._home_city = frame.dateline_city
        self._talks = view.lexicon.file.talks
        self._counts = view.lexicon.file.words.counted
        self._margins = view.lexicon.file.words.margins
        self._with = view.lexicon.file.words.with_
        self._sides = Sides(view, cast, events, frame.dateline_country)
        self._encounters = Encounters(view, cast, reading.dating, self._sides, events)
        self._turns = InTurn(view, cast, self._sides, events)
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
        self._was_by_telephone(sentence, parties)
        if not parties:
            self._call_off(sentence)
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
            out = self._credentials_of(sentence, parties) or self._told(sentence, parties, self._named_for(sentence))
            out = out or self._signed(sentence, parties)
            out = out or self._told(sentence, parties, self._gathered(sentence, parties))
            out = out or self._told(sentence, parties, self._in_company(sentence, parties))
            out = out or self._told(sentence, parties, self._encounters.over(sentence, parties))
        self._call_off(sentence)
        visits = [] if sentence.has("not_held") else self._visits.told_in(sentence, parties)
        visits = visits or self._visits.owned_in(sentence)
        return [*out, *visits]

    def _told(self, sentence: Sentence, parties: Sequence[Party], found: Sequence[Encounter]) -> list[Event]:
        """The events of encounters, each once."""
        if not found:
            return []
        single = [f for f in with_joint_holders(self._cast, sentence, found) if not self._counted(sentence, f.cue)]
        own = self._own_parts(sentence, single, parties)
        events = (self._event(sentence, f, parties, o) for f, o in zip(single, own, strict=True))
        return list({id(e): e for e in events}.values())

    def _was_by_telephone(self, sentence: Sentence, parties: Sequence[Party]) -> None:
        """As in "X discussed trade with Y. During the telephone conversation …": how they talked is told later."""
        calls = [c for c in sentence.formats if c.type == "telephone"]
        if not calls or not self.events or calls[0].start - sentence.start > _OPENING:
            return
        last = self.events[-1]
        if last.kind != "talks" or not last.pair or last.placed_by == "text" or last.status() != "held":
            return
        if max(last.sentences) >= sentence.index - _TWO and not any(p.start < calls[0].start for p in parties):
            last.kind = "call"
            day = self._dating.day_near(sentence, calls[0]) if last.start is None else None
            if day is not None:
                (last.start, last.end), last.dated_by = day, "text"

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

    def _call_off(self, sentence: Sentence) -> None:
        """As in "That meeting was called off": the talks told just before did not come about."""
        if not self.events or not sentence.has("cancelled"):
            return
        nouns = [i for i in sentence.of("MEETING") if self._view.lower[i.start - 1] in self._talks.this]
        last = self.events[-1]
        if nouns and last.kind in ("talks", "call") and last.pair and max(last.sentences) >= sentence.index - 1:
            last.fixed_status = "cancelled"
            for involvement in last.involved:
                involvement.status = "expected"

    def _named_for(self, sentence: Sentence) -> list[Encounter]:
        """Meetings whose noun carries its people: "talks of X and Y", "переговоры X с Y", "встреча X, Y и Z"."""
        for match in _OF_PEOPLE.finditer(sentence.symbols):
            noun = sentence.at[match.start()]
            if noun.mention.norm not in ("talks", "meeting", "call", "summit"):
                continue
            items = [sentence.at[match.start() + i] for i, s in enumerate(match.group()) if s == "P"]
            if not self._linked(sentence, match.start(), match.end()):
                continue
            at = {n.item.start: n.person for n in self._cast.by_sentence[sentence.index]}
            group = list(dict.fromkeys(at[i.start] for i in items if i.start in at))
            states = {self._cast.people[p].represents for p in group}
            if len(group) < 2 or (len(states) == 1 and "" not in states):
                continue
            if self.events and match.group()[1] not in "ox" and not self._owned(sentence, group):
                continue  # "after the talks Ministers X and Y signed …": the talks told of before
            kind = "call" if noun.mention.norm == "call" else "meet"
            return [Encounter(FoundCue(noun.start, noun.end, kind, noun.mention.rule), tuple(group))]
        return []

    def _owned(self, sentence: Sentence, people: Sequence[int]) -> bool:
        """Whether people are in a case that makes a noun theirs."""
        return any(p.case == "obl" for p in self._sides.of(sentence) if p.person in people)

    def _linked(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether only prepositions stand between a meeting noun and the people that it carries."""
        items = [sentence.at[i] for i in range(start, end) if i in sentence.at]
        fillers = self._talks.between | self._view.lexicon.file.words.several
        for item, following in pairwise(items):
            gap = self._view.lower[item.end : following.start]
            if item is items[0] and self._says_more(item.start, gap):
                continue
            if any(w.isalpha() and w not in fillers for w in gap):
                return False
        return True

    def _says_more(self, noun: int, gap: Sequence[str]) -> bool:
        """Whether a clause about talks stands after their noun: "After talks that went on all night X and Y …"."""
        words = self._view.lexicon.file.words
        if len(gap) <= _TWO or words.after.isdisjoint(self._view.lower[max(0, noun - _TWO) : noun]):
            return False
        return gap[0] == gap[-1] == "," or gap[0] in words.relative

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
        if any(c.type in _PARTS for c in sentence.formats) and self._in_session(found.people):
            return True
        if found.cue.type in ("talk", "converse") and self._goes_on_there(sentence, found):
            return True
        if found.cue.type != "converse":
            return False
        at = self._view.lexicon.file.words.speech_at
        phrases = (p for p in self._wording.phrases(sentence) if (p.specific or p.label) and not p.margin)
        return any(not at.isdisjoint(self._view.lower[max(0, p.start - _TWO) : p.start]) for p in phrases)

    def _goes_on_there(self, sentence: Sentence, found: Encounter) -> bool:
        """Whether a sentence only tells what those of a session did: "The Council met. X, Y and Z discussed trade"."""
        if sentence.of("DATE", "CITY", "MEETING") or of_three(self._view, sentence.start, sentence.end):
            return False
        return self._in_session(found.people) and not each_alone(self._view, sentence, sentence.end)

    def _credentials_of(self, sentence: Sentence, parties: Sequence[Party]) -> list[Event]:
        """The ceremony at which ambassadors present their credentials."""
        before = self._credentials.told_before() if sentence.has("credentials") else None
        if before is not None:
            return [before]  # told of in the headline, and once more
        found = self._credentials.told_in(sentence, parties)
        if found is None:
            return []
        encounter, listed = found
        event = self._event(sentence, encounter, parties)
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
                return [self._event(sentence, found, parties)]
            talks.sentences.add(sentence.index)
            self._involve(sentence, talks, found, inside)
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

    # -- events --

    def _event(self, sentence: Sentence, found: Encounter, parties: Sequence[Party], own: range | None = None) -> Event:
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
            day = self._dating.year_after(announced, cue)
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
        self._involve(sentence, event, found, parties)
        return event

    def _place(self, sentence: Sentence, cue: FoundCue) -> tuple[int, str, str, bool] | None:
        """The city where people met: the next one, rather after "in"."""
        of = self._view.lexicon.file.words.of
        aside = self._dating.coming_aside(sentence, cue.start)
        here = [p for p in self._placing.places_here(sentence, cue.end) if p[0] not in aside]
        places = [p for p in here if p[3] or self._view.lower[p[0] - 1] not in of]
        places = beside_said(self._view, sentence, cue.start, places, lambda p: p[0])
        return min(places, key=lambda p: (not p[3], abs(p[0] - cue.start)), default=None)

    def _forget_noun(self, cue: FoundCue) -> None:
        """Take away the meeting without people that the noun for a series was taken for."""
        self.events[:] = [
            e for e in self.events if e.personal or e.organization or len(e.phrases) != 1 or e.phrases[0].end != cue.end
        ]

    def _falls_through(self, sentence: Sentence, found: Encounter) -> bool:
        """Whether talks were to be part of a visit that was called off."""
        if not sentence.has("intended"):
            return False
        people = set(found.people)
        return any(e.kind == "visit" and e.pair <= people and e.status() == "cancelled" for e in self.events)

    def _goes_on_ahead(self, sentence: Sentence, event: Event) -> bool:
        """Whether a sentence without a past tense goes on about what lies ahead: "Вечером у него две встречи"."""
        told = [e for e in self.events if e is not event and e.sentences]
        return bool(told) and all(e.status() == "planned" for e in told) and not self._wording.in_past(sentence)

    def _same_call(self, sentence: Sentence, cue: FoundCue, pair: frozenset[int]) -> Event | None:
        """The call told before that "the talk with X" goes back to, or that "he and X discussed …" goes on about."""
        known = next((e for e in self.events if e.kind == "call" and e.pair == pair), None)
        if known is None or any(p[3] for p in self._placing.places(sentence)):
            return None
        goes_on = cue.type in ("talk", "converse") and max(known.sentences) == sentence.index - 1
        return known if goes_on or self._view.lower[cue.start - 1] in self._talks.this else None

    def _turn(self, sentence: Sentence, cue: FoundCue) -> str:
        """Whether a noun for talks is told as the next ones of those who met, or the previous ones."""
        phrases = (p for p in self._wording.phrases(sentence) if p.start < cue.end and cue.start < p.end)
        return next((q for p in phrases for q in ("next", "previous") if q in p.qualifiers), "")

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
        for event in self.events:
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
        if turn or (city and any(e.pair == pair and e.kind == kind for e in self.events)):
            event.qualifiers.add(turn or ("previous" if vote == "held" else "next"))
        self.events.append(event)
        return event

    @staticmethod
    def _involve(sentence: Sentence, event: Event, found: Encounter, parties: Sequence[Party]) -> None:
        """Put the people of an encounter on its event: those the sentence names, and its subject if it does not."""
        status = "expected" if event.status() != "held" else "attended"
        places = {p.person: (p.start, p.end) for p in reversed(parties)}
        for person in dict.fromkeys([found.people[0], *(p.person for p in parties), *found.people]):
            if person not in found.people:
                continue
            start, end = places.get(person, (found.cue.start, found.cue.end))
            function = "host" if person == found.host else "participant"
            event.involved.add(Involvement(person, sentence, start, end, status, found.cue.rule, function))


def _asks(view: View, sentence: Sentence) -> bool:
    """Whether a sentence is a question in form too: it tells of no talks."""
    if "?" not in view.words[sentence.end - 2 : sentence.end]:
        return False
    return not view.lexicon.file.talks.asking.isdisjoint(view.lower[sentence.start : sentence.start + 2])
