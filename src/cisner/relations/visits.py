"""Visits: who goes where; talks on the spot are told by their own verbs."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cast import Cast
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event, Involvement
from cisner.relations.frame import clause
from cisner.relations.going import Going
from cisner.relations.reading import Reading
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.sides import Party, Sides
from cisner.relations.spoken_of import is_weighed
from cisner.relations.talks import invites
from cisner.relations.visitors import INVERTED, Visitors
from cisner.relations.word_lists import stems

GOING = ("visit", "stays", "hosts_guest")  # of somebody who may be told of before
_SESSIONS = frozenset({"session", "summit", "council", "forum"})
_UNDERTAKEN = "cue.undertakes"
_SETTING_OUT = "cue.sets_out"  # who does so is not there yet
_VERB = 8  # tokens between a visit and the verb that says that it took place
_TO_CITY = 2  # sentences from the state of a visit to its city
_ITS_DAY = 6  # tokens between a visit and its own day
_SPEAKING = ("speak", "comment", "talk", "meet", "converse", "call", "receive")
_SPOKEN = 3  # words of "about his recent" before a visit


class Visits:
    """Finds the visits that sentences tell of.

    Args:
        view: The document.
        cast: Its people.
        reading: What its sentences say of meetings.
        sides: The people of its sentences.
        events: The events so far; new ones are added.
    """

    def __init__(self, view: View, cast: Cast, reading: Reading, sides: Sides, events: list[Event]) -> None:
        self._view = view
        self._cast = cast
        self._wording = reading.wording
        self._years = reading.years
        self._dating = reading.dating
        self._status = reading.status
        self._sides = sides
        self._visitors = Visitors(view, reading.placing, sides)
        self._going = Going(view, reading.placing)
        self._events = events
        self._articles = view.lexicon.file.words.the | view.lexicon.file.words.a
        self._from = view.lexicon.file.words.against
        self._previous = stems(view.lexicon.file.meeting_frame.previous)

    def told_in(self, sentence: Sentence, parties: Sequence[Party]) -> list[Event]:
        """The visits that a sentence tells of: one, or one for each of "визиты, с которыми приедут X и Y"."""
        cue = self._cue(sentence)
        if cue is not None and sentence.has("kept_away", "absent") and self._only_to_session(sentence):
            return []  # "the trip of X to Minsk will not take place", where a session is held
        if cue is None or sentence.has("absent") or self._view.lower[cue.start - 1] in self._from:
            self.awaited(sentence, parties)
            return self.called_off(sentence, parties) if sentence.has("absent") else []
        if self._to_session(sentence, cue) or self._instead(sentence):
            return []
        if cue.rule in (_UNDERTAKEN, _SETTING_OUT) and not sentence.of("DATE"):
            return []  # "accepted an invitation to visit A", "gave his word that he would come to A"
        but = sentence.cue("except")
        parties = [p for p in parties if not any(0 <= p.start - c.end <= _VERB for c in but)]
        coming = self._visitors.coming(sentence, parties)
        if not coming and any(i.start == cue.start and _several(i) for i in sentence.of("MEETING")):
            return []  # "they discussed mutual visits"
        visitor = coming[0] if coming else self._visitors.of(sentence, cue, parties)
        if visitor is None or self._sides.only_said(sentence, visitor.person):
            return []
        first = self._visit(sentence, cue, visitor, bool(coming))
        if first is not None and first.status() == "planned":
            self._invited(sentence, first, parties, cue)
        others = [self._along(sentence, other, cue) for other in coming[1:]]
        further = self._going.stays(sentence, clause(self._view, sentence, cue.start)[1])
        if further is not None:  # "X leaves for A on Monday; on Tuesday he will be in B"
            others.append(self._visit(sentence, further, visitor, coming=False))
        return [e for e in (first, *others) if e is not None]

    def _invited(self, sentence: Sentence, event: Event, parties: Sequence[Party], cue: FoundCue) -> None:
        """Put on a visit to come the host at whose invitation it is."""
        titled = {i.end: i.start for i in sentence.items if i.symbol == "R"}
        for party in parties:
            host = self._cast.people[party.person]
            if party.person in event.pair or not event.country or host.represents != event.country:
                continue
            accepted = cue.rule == _UNDERTAKEN and cue.end <= party.start
            if accepted or invites(self._view, titled.get(party.start, party.start)):
                there = Involvement(party.person, sentence, party.start, party.end, "expected", cue.rule, "host")
                event.involved.add(there)

    def _to_session(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether a verb of coming has a session right after it: "came to the SCO summit in Tashkent"."""
        if not sentence.of("MEETING"):
            return False
        phrases = (p for p in self._wording.phrases(sentence) if p.kind in _SESSIONS and p.start >= cue.end)
        return any(self._articles.issuperset(self._view.lower[cue.end : p.start]) for p in phrases)

    def _only_to_session(self, sentence: Sentence) -> bool:
        """Whether a session was told of before that is held where a sentence has its journey go."""
        cities = {str(i.mention.norm) for i in sentence.of("CITY")}
        cities = cities or {str(i.mention.norm) for i in sentence.of("COUNTRY")[1:]}
        return any(not e.personal and (not cities or {e.city, e.country} & cities) for e in self._events)

    def _instead(self, sentence: Sentence) -> bool:
        """Whether who comes does so instead of another, to a session told of before: "instead of X, Y arrived in A"."""
        return sentence.has("substitute") and any(not e.personal for e in self._events)

    def called_off(self, sentence: Sentence, parties: Sequence[Party]) -> list[Event]:
        """As in "X will not come to Tashkent on 20 June: the visit is put off", in one sentence or two."""
        nouns = [i for i in sentence.of("MEETING") if i.mention.norm == "visit"]
        cues = [c for c in sentence.cue("cancelled") if not self._status.calling_off.denied(c)]
        if not nouns or not cues or not sentence.index:
            return []
        source = sentence if parties else self._view.sentences[sentence.index - 1]
        coming = list(parties) or self._sides.of(source)
        if len({p.person for p in coming}) != 1 or not source.has("absent", "intended"):
            return []
        visitor = coming[0]
        place = self._visitors.destination(source, source.start, self._cast.people[visitor.person].represents)
        cue = FoundCue(nouns[0].start, nouns[0].end, "visit", nouns[0].mention.rule)
        if place is None or any(e.kind == "visit" and visitor.person in e.pair for e in self._events):
            return []
        event = self._new(source, cue, visitor, place, "cancelled")
        if event is None:
            return []
        event.evidence.append((cue.start, cue.end, cue.rule))
        event.vote("cancelled")
        event.sentences |= {source.index, sentence.index}
        day = self._dating.day_near(source, FoundCue(visitor.start, visitor.end, "visit", cue.rule))
        if day and not self._dating.is_news(source, day):
            event.start, event.end, event.dated_by = day[0], day[1], "text"
        return [event]

    def owned_in(self, sentence: Sentence) -> list[Event]:
        """As in "his visit to Uzbekistan on 26–28 May": the visit of who was named just before.

        It has its own day, or is called off.
        """
        for noun in (i for i in sentence.of("MEETING") if i.mention.norm == "visit"):
            days = [d for d in sentence.of("DATE") if 0 < d.start - noun.end <= _ITS_DAY]
            called_off = self._status.vote_at(sentence, noun.start, None) == "cancelled"
            if not (days or called_off) or not self._is_owned(noun):
                continue
            before = self._view.sentences[max(0, sentence.index - 1) : sentence.index + 1]
            named = [n for s in before for n in self._cast.by_sentence[s.index] if n.item.end <= noun.start]
            if not named or not self._cast.people[named[-1].person].represents:
                continue
            visitor = Party(noun.start, noun.end, named[-1].person)
            cue = FoundCue(noun.start, noun.end, "visit", noun.mention.rule)
            event = self._visit(sentence, cue, visitor, coming=False)
            if event is not None:
                return [event]
        return []

    def _is_owned(self, noun: Item) -> bool:
        """Whether a visit is that of somebody meant by a pronoun: "his visit", "the visit that he was to make"."""
        words, lower = self._view.lexicon.file.words, self._view.lower
        if any(w in words.whose for w in lower[noun.start - 2 : noun.start]):
            return True
        relatives, whichever = words.that, tuple(self._view.lexicon.file.setting.which)
        after = lower[noun.end : noun.end + _ITS_DAY]
        relative = next((i for i, w in enumerate(after) if w in relatives or w.startswith(whichever)), None)
        subjects = self._view.lexicon.file.words.subject_pronoun
        return relative is not None and not subjects.isdisjoint(after[relative : relative + 2])

    def _visit(self, sentence: Sentence, cue: FoundCue, visitor: Party, coming: bool) -> Event | None:
        after = cue.start if cue.rule in INVERTED else cue.end
        place = self._visitors.destination(sentence, after, self._cast.people[visitor.person].represents)
        if place is None:
            return None
        took_place = cue.type == "visit" or any(0 <= c.start - cue.end <= _VERB for c in sentence.cue("convene"))
        took_place = took_place or (sentence.has("future") and not sentence.has(*_SPEAKING))
        day = (self._dating.day_near if took_place else self._years.beside)(sentence, cue)
        if took_place and day is None:
            day = self._years.after(sentence, cue)
        vote = self._status.vote_at(sentence, visitor.start if coming else cue.start, day)
        if cue.rule == _SETTING_OUT and vote == "held" and not (day and self._dating.is_over(day[0])):
            vote = "planned"
        vote = "cancelled" if self._is_called_off(sentence, cue) else vote
        noun = cue.type == "noun" or any(i.start == cue.start for i in sentence.of("MEETING"))
        if vote == "held" and noun:
            of_another = not any(0 <= d.start - cue.end <= _ITS_DAY for d in sentence.of("DATE"))
            if of_another and is_weighed(self._view, sentence, cue.start):
                return None  # "In preparation for his visit experts met on Friday"
            if not day and self._looks_back(sentence, cue):
                return None
        if vote == "cancelled":
            day = day or self._dating.day_near(sentence, cue)
            day = None if self._dating.is_news(sentence, day) else day
        past = day[0] if day and vote == "held" else None
        event = self._known(visitor, place[1], past) or self._new(sentence, cue, visitor, place, vote, past)
        if event is None:
            return None
        event.explicit = event.explicit or cue.type == "noun" or _named(sentence)
        event.evidence.append((cue.start, cue.end, cue.rule))
        event.vote(vote)
        part = event.involved.of(visitor.person)
        if part is not None and part.status == "expected" and event.status() == "held":
            part.status = "attended"  # "X will be in A until Friday. … The visit began today"
        if place[0] and event.city is None and sentence.index - max(event.sentences, default=-1) <= _TO_CITY:
            event.city = place[0]  # "The president will visit A. He is to come to the city of B"
        event.sentences.add(sentence.index)
        if day and event.start is None:
            event.start, event.end, event.dated_by = day[0], day[1], "text"
        return event

    def _looks_back(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether people only speak of a visit that is over: "spoke about his visit", «вспоминали визит»."""
        file, lower = self._view.lexicon.file, self._view.lower
        before = lower[max(sentence.start, cue.start - _SPOKEN) : cue.start]
        if any(w.startswith(self._previous) for w in before) or not file.words.about.isdisjoint(before):
            return True
        return any(0 <= cue.start - c.end <= _SPOKEN for c in sentence.cue("recall"))

    def _is_called_off(self, sentence: Sentence, cue: FoundCue) -> bool:
        """As in "X cancelled his visit to Y", where others went on with theirs."""
        before = self._view.lower[max(sentence.start, cue.end - _ITS_DAY) : cue.end]
        visit = any(i.end == cue.end and i.mention.norm == "visit" for i in sentence.of("MEETING"))
        return visit and any(w.startswith(self._view.lexicon.file.words.calls_off) for w in before)

    def awaited(self, sentence: Sentence, parties: Sequence[Party]) -> None:
        """As in "He had been expected in Minsk on 27 November": the days of a visit that was told of as called off."""
        cues = sentence.cue("intended")
        persons = {p.person for p in parties}
        if cues and not persons:
            meant = self._sides.meant(sentence, sentence.start, sentence.end)
            persons = {meant} if meant is not None else persons
        event = next((e for e in self._events if e.kind == "visit" and e.pair <= persons), None)
        if not cues or event is None or event.start is not None or event.status() != "cancelled":
            return
        day = self._dating.day_near(sentence, cues[0])
        if day:
            event.start, event.end, event.dated_by = day[0], day[1], "text"
            event.sentences.add(sentence.index)

    def _cue(self, sentence: Sentence) -> FoundCue | None:
        """The verb of a visit, else its noun."""
        cues = sentence.cue("visit")
        if cues:
            return (self._going.hosted(sentence) if sentence.has("hosts_guest") else None) or cues[0]
        noun = next((i for i in sentence.of("MEETING") if i.mention.norm == "visit"), None)
        return FoundCue(noun.start, noun.end, "noun", noun.mention.rule) if noun else self._going.inverted(sentence)

    def _along(self, sentence: Sentence, visitor: Party, cue: FoundCue) -> Event | None:
        """The visit of one more person of a sentence."""
        place = self._visitors.destination(sentence, cue.end, self._cast.people[visitor.person].represents)
        if place is None or any(e.kind == "visit" and e.pair == {visitor.person} for e in self._events):
            return None
        vote = self._status.vote_at(sentence, visitor.start, None)
        event = self._new(sentence, cue, visitor, place, vote)
        if event is not None:
            event.evidence.append((visitor.start, visitor.end, cue.rule))
            event.vote(vote)
            event.sentences.add(sentence.index)
        return event

    def _known(self, visitor: Party, country: str, past: str | None) -> Event | None:
        pair = frozenset({visitor.person})
        own = (e for e in self._events if e.kind == "visit" and e.pair == pair)
        there = (e for e in own if e.country == country or not e.country)
        return next((e for e in there if not self._dating.is_later(e, past)), None)

    def _new(
        self,
        sentence: Sentence,
        cue: FoundCue,
        visitor: Party,
        place: tuple[str | None, str],
        vote: str,
        past: str | None = None,
    ) -> Event | None:
        there = (e for e in self._events if visitor.person in e.pair and e.country == place[1])
        if vote == "held" and any(not self._dating.is_later(e, past) for e in there):
            return None
        event = Event("visit", pair=frozenset({visitor.person}), subject=visitor.person)
        self._events.append(event)
        event.city, event.country, event.placed_by = place[0], place[1], "text"
        status = "expected" if vote != "held" else "attended"
        event.involved.add(Involvement(visitor.person, sentence, visitor.start, visitor.end, status, cue.rule))
        return event


def _named(sentence: Sentence) -> bool:
    """Whether a sentence has a noun for a visit, and does not only tell who came."""
    return any(i.mention.norm == "visit" for i in sentence.of("MEETING"))


def _several(noun: Item) -> bool:
    """Whether the noun of visits can be nothing but a plural."""
    return noun.mention.numbers == {"pl"}
