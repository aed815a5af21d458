"""Who it is that visits, among the people of a sentence, and where the visit leads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.relations.asides import asides, inside as told_aside
from cisner.relations.cues import FoundCue
from cisner.relations.frame import clause
from cisner.relations.placing import Placing
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.sides import Party, Sides
from cisner.relations.talks import invites

INVERTED = frozenset({"cue.arrives", "cue.hosts_guest"})


class Visitors:
    """Finds visitors and where they go.

    Args:
        view: The document.
        placing: The places of its sentences.
        sides: The people of its sentences.
    """

    def __init__(self, view: View, placing: Placing, sides: Sides) -> None:
        self._view = view
        self._placing = placing
        self._sides = sides

    def of(self, sentence: Sentence, cue: FoundCue, parties: Sequence[Party]) -> Party | None:
        """Who makes the visit that a verb or noun tells of."""
        left, right = clause(self._view, sentence, cue.start)
        titled = {i.end: i.start for i in sentence.items if i.symbol == "R"}
        inside = [p for p in parties if left <= p.start < right]
        inside = [p for p in inside if not invites(self._view, titled.get(p.start, p.start))]
        before = [p for p in inside if p.end <= cue.start]
        if cue.rule not in INVERTED and any(p.start >= cue.end and p.case == "nom" for p in inside):
            before = [p for p in before if not self._only_tells(p, cue)]  # "X recalled that to Y had come Z"
        spoken_of = asides(self._view, sentence) if len(before) > 1 else []
        before = [p for p in before if not told_aside(p.start, spoken_of) or told_aside(cue.start, spoken_of)] or before
        noun = any(i.end == cue.end and i.mention.norm == "visit" for i in sentence.of("MEETING"))
        owners = (p for p in inside if 0 <= titled.get(p.start, p.start) - cue.end <= 1)
        owner = next(owners, None) if noun else None
        if owner is not None and owner.case != "nom" and not owner.link:
            return owner  # "the visit of X"
        if before:
            return before[-1]
        visits = [i for i in sentence.of("MEETING") if i.mention.norm == "visit"]
        if inside and visits and not (noun and any(cue.end <= i.start < inside[0].start for i in visits)):
            return inside[0]
        if noun and len(visits) > 1:
            return None  # "the trip was to prepare the visit of X"
        known = cue.rule in INVERTED
        after = next((p for p in inside if p.start >= cue.end and (known or p.case == "nom")), None)
        if after is not None:  # "Киев посетил X"
            return after
        subject = self._sides.meant(sentence, left, right) if cue.type == "visit" else None
        return None if subject is None else Party(cue.start, cue.end, subject)

    def coming(self, sentence: Sentence, parties: Sequence[Party]) -> list[Party]:
        """As in "визит, с которым приедет X": those who come."""
        for noun in (i for i in sentence.of("MEETING") if i.mention.norm == "visit"):
            words = self._view.lower[noun.end : noun.end + 4]
            if " ".join(words[1:3]) in self._view.lexicon.file.talks.on_which:
                return [p for p in parties if p.start >= noun.end]
        return []

    def destination(self, sentence: Sentence, after: int, own: str) -> tuple[str | None, str] | None:
        """Where a visit leads: the first foreign city or state after the verb, else the only one of the sentence."""
        here = self._placing.places_here(sentence, sentence.start)
        places = [(p[0], p[1], p[2]) for p in self._placing.places(sentence) if p[0] >= after or p in here]
        places = [p for p in places if p[2] != own]
        states = [
            (i.start, None, i.mention.norm)
            for i in sentence.of("COUNTRY")
            if i.mention.norm != own and not _beside_name(sentence, i)
        ]
        found = sorted([*places, *states], key=lambda f: (f[0] < after, f[0]))
        if not found:
            return None
        city = next((f for f in found if f[1] and f[2] == found[0][2]), found[0])
        return city[1], city[2]

    def _only_tells(self, teller: Party, cue: FoundCue) -> bool:
        """Whether a visit is what somebody tells of: "X recalled that …"."""
        words, lower = self._view.lexicon.file.words, self._view.lower
        return any(lower[i] == "," and lower[i + 1] in words.that for i in range(teller.end, cue.start))


def _beside_name(sentence: Sentence, item: Item) -> bool:
    """Whether a state stands with a name as that of its bearer: "X of Kazakhstan"."""
    return re.search(r"Po?$", sentence.symbols[: item.position]) is not None
