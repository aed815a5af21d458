"""Those of a sentence with some people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cisner.relations.cast import Cast
from cisner.relations.cues import FoundCue
from cisner.relations.encounters.model import Encounter
from cisner.relations.events import Event
from cisner.relations.sentence import Sentence, View
from cisner.relations.sides import Party

_OF_PEOPLE = re.compile(
    r"M(?:[ox]|,x,)?(?:Q(?:[,&]{1,2}o?C)*[-:,]?)?(?:[AR]|oC|C)*,?P"
    r"(?:(?:oC|,(?:R|oC|C)+(?=,))?[,&x]{1,2}(?:[AR]|oC|C|K(?:o[CL])?)*,?P)+"
)
_AFTER = 2  # words of "after the" before a noun


class NamedFor:
    """Finds the meetings that are named for their people.

    Args:
        view: The document.
        cast: Its people.
        events: The events so far.
    """

    def __init__(self, view: View, cast: Cast, events: Sequence[Event]) -> None:
        self._view = view
        self._cast = cast
        self._events = events
        self._talks = view.lexicon.file.talks

    def of(self, sentence: Sentence, parties: Sequence[Party]) -> list[Encounter]:
        """Those of a sentence with some people."""
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
            if self._events and match.group()[1] not in "ox" and not _owned(parties, group):
                continue  # "after the talks Ministers X and Y signed …": the talks told of before
            kind = "call" if noun.mention.norm == "call" else "meet"
            return [Encounter(FoundCue(noun.start, noun.end, kind, noun.mention.rule), tuple(group))]
        return []

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
        if len(gap) <= _AFTER or words.after.isdisjoint(self._view.lower[max(0, noun - _AFTER) : noun]):
            return False
        return gap[0] == gap[-1] == "," or gap[0] in words.relative


def _owned(parties: Sequence[Party], people: Sequence[int]) -> bool:
    """Whether people are in a case that makes a noun theirs."""
    return any(p.case == "obl" for p in parties if p.person in people)
