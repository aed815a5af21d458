"""Who came for whom: "X is replaced by Y", "X left it to Y to speak", "X is ill; Y sits in for her"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cisner.relations.attendance.choosing import choose
from cisner.relations.attendance.scene import At, Scene, after, before, title_start
from cisner.relations.cast import guessed
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event, Involvement
from cisner.relations.sentence import Sentence

_JOINED = re.compile(r"(?:,R)?[,&]{1,2}R?")  # between two who come instead of one
_TWO = 2
_TO_SENT = 5  # tokens from "sent" to who was sent
_BREAKS = frozenset(":;,–—")
SUBSTITUTES = ("substitute", "replaced_by")  # cues
_SUBSTITUTING = "cue.substituting"
_OBLIQUE = ("acc", "gen")
_GENITIVE = ("gen", "")  # the case of whom another came "instead of", in a language without cases none


class Substitutes:
    """Finds those who are told to have come for others, who thereby are absent.

    Args:
        scene: The report.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        words = scene.view.lexicon.file.words
        self._that = words.that
        self._sends = words.sends
        self._pronouns = words.pronoun | words.possessive_pronoun

    def told_in(self, sentence: Sentence) -> Iterator[tuple[Event, Involvement]]:
        """Yield the parts of both, where a sentence names the substitute."""
        for cue in sentence.cue(*SUBSTITUTES):
            pair = self._direct(sentence, cue)
            if pair is None and self._of_pronoun(cue):
                pair = self._earlier(sentence, cue)
            if pair is None:
                continue
            for substitute in (pair[1], *self._joined(sentence, cue, pair[1])):
                yield from self._both(sentence, cue, pair[0], substitute)

    def sent_in(self, sentence: Sentence) -> Iterator[tuple[Event, Involvement]]:
        """As in "X preferred to send Y", "X had named Y to go in his stead": two of one state, of different office."""
        lower, sends = self._scene.view.lower, self._scene.view.lexicon.file.words.sends_whom
        people = self._scene.people(sentence)
        if len(people) < _TWO or sends.isdisjoint(lower[sentence.start : sentence.end]):
            return
        if sentence.has("message", "appoint", "talk"):
            return
        for one, other in pairwise(people):
            first = title_start(sentence, other)
            verb = next((i for i in range(one.end, first) if lower[i] in sends), None)
            if verb is None or other.case == "nom" or first - verb > _TO_SENT or "," in lower[verb:first]:
                continue
            if one.subject and self._of_one_state(one, other) and self._own_office(one, other):
                cue = FoundCue(verb, verb + 1, "sent", "attendance.sent")
                yield from self._both(sentence, cue, (sentence, one), other)

    def _both(
        self, sentence: Sentence, cue: FoundCue, replaced: tuple[Sentence, At], substitute: At
    ) -> Iterator[tuple[Event, Involvement]]:
        people = self._scene.cast.people
        one, other = people[replaced[1].person], people[substitute.person]
        event = choose(self._scene, sentence, substitute)
        if event is None or one is other:
            return
        told = {p.represents for p in other.posts if not guessed(p)} - {""}
        if one.represents and told and one.represents not in told:
            return  # they stand for different states
        yield event, _part(substitute, sentence, event.turnout(), cue)
        yield event, _part(replaced[1], replaced[0], "absent", cue)
        for post in other.posts:
            if not post.represents or (guessed(post) and one.represents):
                post.represents = one.represents

    def _direct(self, sentence: Sentence, cue: FoundCue) -> tuple[tuple[Sentence, At], At] | None:
        """Both in one sentence: "X is replaced by Y", «X заменил Y» with X in an oblique case."""
        people = self._scene.people(sentence)
        left, right = before(people, cue), self._without_office(after(people, cue))
        if left and right and self._scene.view.lower[cue.start - 1] in self._sends:
            return (sentence, left[-1]), right[0]  # «X остался дома, послав взамен министра Y»
        if cue.type == "replaced_by":
            # who succeeds somebody in office is named without another office
            if not left or not right or not self._own_office(left[-1], right[0]):
                return None
            if not self._that.isdisjoint(self._scene.view.lower[left[-1].end : cue.start]):
                return None  # "X said that Armenia was represented by Y"
            return (sentence, left[-1]), right[0]
        if (
            not left
            and len(right) > 1
            and right[0].case in _GENITIVE
            and title_start(sentence, right[0]) - cue.end <= 1
        ):
            # not «вместо X министром стал Y»
            comes = right[1].subject and (
                cue.rule == _SUBSTITUTING or sentence.has("attend", "arrives", "betake", "visit")
            )
            return ((sentence, right[0]), right[1]) if comes else None
        if left and right and cue.type == "substitute" and self._stands_in(sentence, cue, left[-1], right[0]):
            return (sentence, right[0]), left[-1]
        if left and not right and cue.type == "substitute":
            return self._for_chief(sentence, cue, left[-1])
        if left and right and left[-1].case in _OBLIQUE and right[0].case == "nom":
            return ((sentence, left[-1]), right[0]) if self._own_office(left[-1], right[0]) else None
        return None

    def _stands_in(self, sentence: Sentence, cue: FoundCue, one: At, replaced: At) -> bool:
        """Whether somebody is told to do what another of his state was to do: "Y deputised for X"."""
        words = self._scene.view.lexicon.file.words
        if sentence.has("appoint") or " ".join(self._scene.view.lower[cue.start : cue.end]) in words.on_behalf:
            return False
        first, passed = title_start(sentence, replaced), words.the | words.own_chief
        if self._says_whose(cue) or replaced.case == "nom":
            return False
        if any(w not in passed for w in self._scene.view.lower[cue.end : first]):
            return False
        return one.subject and self._of_one_state(one, replaced) and self._own_office(replaced, one)

    def _says_whose(self, cue: FoundCue) -> bool:
        """Whether a cue itself says "his", so that the one who is replaced is not named after it."""
        own = self._scene.view.lexicon.file.words.personal_possessive
        return not own.isdisjoint(self._scene.view.lower[cue.start : cue.end])

    def _without_office(self, people: list[At]) -> list[At]:
        """Those after a cue, without an office apart from its holder's name: "the president of her country, X"."""
        own = self._scene.view.lexicon.file.words.own_chief
        if len(people) > 1 and people[0].named is None and people[1].named is not None:
            if all(w in own for w in self._scene.view.lower[people[0].end : people[1].start]):
                return people[1:]
        return people

    def _for_chief(self, sentence: Sentence, cue: FoundCue, one: At) -> tuple[tuple[Sentence, At], At] | None:
        """As in "Y replaced the head of her state", whom another place names: the head of state of the same state."""
        words, lower, people = self._scene.view.lexicon.file.words, self._scene.view.lower, self._scene.cast.people
        own = next((i for i in range(cue.end, sentence.end) if lower[i] not in words.own_chief), sentence.end)
        if words.whose.isdisjoint(lower[cue.end : own]) or not one.subject or not people[one.person].represents:
            return None
        state = people[one.person].represents
        heads = [p for p in people if p.represents == state and p.office == "head_of_state" and p.index != one.person]
        if len(heads) != 1 or people[one.person].office in ("", "head_of_state"):
            return None
        return (sentence, At(cue.end, own, heads[0].index, None)), one

    def _of_one_state(self, one: At, other: At) -> bool:
        """Whether two stand for one state, as far as the text says; a state that was only guessed does not count."""
        people = (self._scene.cast.people[p.person] for p in (one, other))
        return len({p.represents for p in people if not (p.main and guessed(p.main))} - {""}) == 1

    def _joined(self, sentence: Sentence, cue: FoundCue, first: At) -> list[At]:
        """Those who come with the first of several: "instead of him came two: the minister X and Y, his deputy"."""
        people = self._scene.people(sentence)
        positions = {i.start: i.position for i in sentence.items}
        found, last = list[At](), first
        for other in people if first.start >= cue.end else ():
            if other.start <= last.start:
                continue
            if last.start not in positions or other.start not in positions:
                break
            if not _JOINED.fullmatch(sentence.symbols[positions[last.start] + 1 : positions[other.start]]):
                break
            found.append(other)
            last = other
        return found

    def _own_office(self, replaced: At, substitute: At) -> bool:
        people = self._scene.cast.people
        own = people[substitute.person].office
        return bool(own) and own != people[replaced.person].office

    def _of_pronoun(self, cue: FoundCue) -> bool:
        """Whether a cue only says "him": "in his place", "sits in for her"."""
        return any(w in self._pronouns for w in self._scene.view.lower[cue.start : cue.end + 1])

    def _earlier(self, sentence: Sentence, cue: FoundCue) -> tuple[tuple[Sentence, At], At] | None:
        """The one before a break in the sentence, else the first of the sentence before."""
        people = self._scene.people(sentence)
        left, right = before(people, cue), after(people, cue)
        if not (left or right):
            return None
        words = self._scene.view.words
        if left and right and words[cue.start - 1] in _BREAKS:  # "Нет и X: вместо него приехал Y"
            return (sentence, left[-1]), right[0]
        substitute = left[-1] if left else right[0]
        apart = [p for p in left[:-1] if not _BREAKS.isdisjoint(words[p.end : substitute.start])]
        if apart and self._own_office(apart[-1], substitute):  # "X is ill; Y sits in for her"
            return (sentence, apart[-1]), substitute
        if not sentence.index:
            return None
        previous = self._scene.view.sentences[sentence.index - 1]
        earlier = self._scene.people(previous)
        return ((previous, earlier[0]), substitute) if earlier else None


def _part(at: At, sentence: Sentence, status: str, cue: FoundCue) -> Involvement:
    return Involvement(at.person, sentence, at.start, at.end, status, cue.rule)
