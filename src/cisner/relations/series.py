"""One person's talks with several others, each a meeting of its own: "he had meetings with X of A and Y of B"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from cisner.relations.cast import Cast, persons_of, told_state
from cisner.relations.cues import FoundCue
from cisner.relations.encounters import NOUNS, Encounter
from cisner.relations.events import Event
from cisner.relations.in_turn import InTurn
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.sides import Party, Sides
from cisner.relations.talks import each_alone, of_three, several

_SAYS = re.compile(r"-?P:")  # a line of a transcript
_BY = "cue.received_by"
_TO_VERB = 1  # words between "among those" and "came"
_BESIDE = 7  # tokens around a noun for talks: ", with each of whom she will have a separate meeting"
_FEWEST = 2  # others that make a series


class Series:
    """Finds the people whom somebody met one after the other.

    Args:
        view: The document.
        cast: Its people.
        sides: The people of its sentences.
        events: The events so far.
        turns: Talks that are told one by one.
    """

    def __init__(self, view: View, cast: Cast, sides: Sides, events: Sequence[Event], turns: InTurn) -> None:
        self._view = view
        self._cast = cast
        self._sides = sides
        self._events = events
        self._turns = turns
        words = view.lexicon.file.words
        self._fillers = words.series_fillers
        self._plural = words.plural_before
        self._with = words.with_
        self._subjects = words.subject_pronoun
        self._each = view.lexicon.file.talks.each

    def of(self, sentence: Sentence, parties: Sequence[Party]) -> list[Encounter]:
        """The encounters of a series that a sentence tells of, if it does."""
        if of_three(self._view, sentence.start, sentence.end):
            return []
        return self._in_list_of(sentence, parties)

    def _in_list_of(self, sentence: Sentence, parties: Sequence[Party]) -> list[Encounter]:
        """The encounters of somebody with the people of a list."""
        listed = self._listed(sentence, parties)
        if len(listed) < _FEWEST:
            return []
        others = list(dict.fromkeys(p.person for p in listed))
        states = [told_state(self._cast.people[p]) for p in others]
        one_by_one = each_alone(self._view, sentence, listed[0].start) and listed[0].link == "with"
        if "" in states and not one_by_one:
            return []
        cue = self._cue(sentence, listed[0], many=len(set(states)) > _FEWEST)
        host = self._host(sentence, parties, listed, cue) if cue is not None else None
        if cue is None and len(parties) == len(listed) > _FEWEST:
            cue, host = self._turns.announced(sentence)
        if cue is None:
            return []
        if host is None or host in others or told_state(self._cast.people[host]) in states:
            return []
        return [Encounter(cue, (host, other)) for other in others]

    def of_lines(self, sentence: Sentence, parties: Sequence[Party] = ()) -> list[Encounter]:
        """The encounters of somebody with those whom the lines after a sentence name: "Those who called: …".

        Args:
            sentence: The sentence before the lines.
            parties: Its people.
        """
        if sentence.has("credentials"):
            return []  # one ceremony
        lines = self._view.lines.get(sentence.index, ())
        cues = self._of_list(sentence, parties) if lines else []
        if not cues or len(parties) > 1 or any(e.organization or e.label for e in self._events):
            return []
        first = [n[0].person for line in lines if (n := self._sides.of(line)) and not _SAYS.match(line.symbols)]
        others = list(dict.fromkeys(first))
        subject = parties[0].person if parties else self._sides.meant(sentence, sentence.start, sentence.end)
        subject = self._sides.subject_before(sentence) if subject is None else subject
        if subject is None:
            subject = self._sides.protagonist(cues[0].type)
        if subject is None or subject in others or len(others) < _FEWEST:
            return []
        received = cues[0].type == "receive"
        if (received or not parties) and told_state(self._cast.people[subject]) in map(self._state, others):
            return []
        pronouns = self._subjects.intersection(self._view.lower[sentence.start : sentence.end])
        visitor = parties and self._view.lower[parties[0].end - 1] in self._view.lexicon.file.talks.guest
        passive = visitor or parties[0].case == "obl" if parties else cues[0].rule == _BY or not pronouns
        guest = received and passive
        hosts = {other: other if guest else subject if received else None for other in others}
        return [Encounter(cues[0], (subject, other), hosts[other]) for other in others]

    def _of_list(self, sentence: Sentence, parties: Sequence[Party]) -> list[FoundCue]:
        """What says that the people of a list have met somebody: a verb, or before a colon a noun too."""
        told = ":" in self._view.words[sentence.end - 2 : sentence.end]
        types = ("receive", *(("meet",) if told else ())) if parties or told else ()
        cues = sentence.cue("call", "interlocutor", *types)
        if cues or not told:
            return cues
        nouns = [i for i in sentence.of("MEETING") if i.mention.norm in NOUNS and "pl" in i.mention.numbers]
        return [FoundCue(i.start, i.end, NOUNS[i.mention.norm], i.mention.rule) for i in nouns[-1:]]

    def _state(self, person: int) -> str:
        return told_state(self._cast.people[person])

    def _listed(self, sentence: Sentence, parties: Sequence[Party]) -> list[Party]:
        """The longest list of people, one after the other with nothing but titles and states between them."""
        covered = {t for i in sentence.items if i.symbol in "RACKQO" for t in range(i.start, i.end)}
        best: list[Party] = []
        run: list[Party] = []
        for party in parties:
            if run and not self._in_list(covered, run[-1], party):
                run = []
            run.append(party)
            if len(run) > len(best):
                best = list(run)
        return best

    def _in_list(self, covered: Set[int], one: Party, other: Party) -> bool:
        """Whether nothing but titles, states and small words stands between two people."""
        if one.start == other.start:
            return True  # both are in "the presidents of A and B"
        gap = [self._view.lower[t] for t in range(one.end, other.start) if t not in covered]
        return any(w in (",", ";") or w in self._view.lexicon.file.setting.conjunction for w in gap) and all(
            w in self._fillers or not w[:1].isalpha() for w in gap
        )

    def _cue(self, sentence: Sentence, first: Party, *, many: bool) -> FoundCue | None:
        """What says that there were several meetings: a noun in the plural, or a verb with "each" or "one by one"."""
        for item in sentence.of("MEETING"):
            kind = NOUNS.get(item.mention.norm)
            numbers = item.mention.numbers
            if not kind or item.start > first.start or "pl" not in numbers:
                continue
            after = [w for w in self._view.lower[item.end : item.end + 2] if w[:1].isalpha()]
            apart = each_alone(self._view, sentence, first.start) or several(self._view, sentence, item)
            linked = first.link == "with" and (apart or self._introduced(item.end, first.start))
            if not linked and (not after or after[0] not in self._with):
                continue  # "sat down for talks: X, Y and Z"
            before, listed = self._view.lower[item.start - 1], self._view.words[item.end] == ":"
            if len(numbers) > 1 and not (listed or before.endswith(self._plural)):
                continue
            # a plural "talks" may be one meeting
            if item.mention.norm != "talks" or many or each_alone(self._view, sentence, first.start):
                return FoundCue(item.start, item.end, kind, item.mention.rule)
        for item in sentence.of("MEETING"):  # "X and Y, with each of whom she has a meeting"
            if item.start > first.start and item.mention.norm in NOUNS and self._with_each(sentence, item):
                return FoundCue(item.start, item.end, NOUNS[item.mention.norm], item.mention.rule)
        named = [c for c in sentence.cue("interlocutor") if not _present(sentence, c)]
        if named:
            return FoundCue(named[0].start, named[0].end, "meet", named[0].rule)
        calls = sentence.cue("call")
        if calls and all(e.personal for e in self._events):  # a session by video is told in the same words
            return calls[0]
        verbs = sentence.cue("meet", "receive", "converse", "talk")
        return verbs[0] if verbs and each_alone(self._view, sentence, sentence.end) else None

    def _with_each(self, sentence: Sentence, noun: Item) -> bool:
        """Whether "with each" stands beside a noun for talks."""
        near = self._view.lower[max(sentence.start, noun.start - _BESIDE) : min(sentence.end, noun.end + _BESIDE)]
        return any(w in self._with and each in self._each for w, each in pairwise(near))

    def _introduced(self, end: int, start: int) -> bool:
        """Whether a colon introduces those with whom the meetings were: "Two more meetings followed: with X and Y"."""
        words = self._view.lower[end:start]
        return ":" in words and not self._with.isdisjoint(words[words.index(":") + 1 :][:1])

    def _host(self, sentence: Sentence, parties: Sequence[Party], listed: Sequence[Party], cue: FoundCue) -> int | None:
        """Who met them: somebody else in the sentence, or whom the sentences before are about."""
        own = [p for p in parties if p not in listed and self._cast.people[p.person].office != "presidential_staff"]
        if own:
            near = [p for p in own if p.end <= listed[0].start] or own
            return near[-1].person
        linked = {listed[0].link} & {"with", "for"} or self._with & set(self._view.lower[cue.start : listed[0].start])
        if not linked and cue.type != "call" and not sentence.has("interlocutor"):
            return None  # "A, B and C had meetings"
        found = self._sides.meant(sentence, sentence.start, listed[0].start)
        found = found if found is not None else self._sides.subject_before(sentence)
        found = found if found is not None else self._sides.protagonist(cue.type)
        return self._alone_before(sentence) if found is None and linked else found  # not of "among those who spoke"

    def _alone_before(self, sentence: Sentence) -> int | None:
        """The one person of the sentence before, in any case: "It was X's last day. It began with talks: with …"."""
        before = {p for _, _, p in persons_of(self._cast, self._view.sentences[sentence.index - 1])}
        return before.pop() if sentence.index and len(before) == 1 else None


def _present(sentence: Sentence, cue: FoundCue) -> bool:
    """Whether those whom a cue tells of were at a session: "among those present", "among those who came"."""
    there = sentence.cue("attend", "arrives")
    return any(c.start == cue.start or 0 <= c.start - cue.end <= _TO_VERB for c in there)
