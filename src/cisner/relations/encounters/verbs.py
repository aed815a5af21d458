"""What each kind of verb says of the people beside it."""

from __future__ import annotations

from cisner.relations.cast import Cast, told_state
from cisner.relations.cues import FoundCue
from cisner.relations.encounters.awaiting import Awaiting
from cisner.relations.encounters.model import MOST_JOINED, Encounter, Part
from cisner.relations.encounters.receiving import Receiving
from cisner.relations.encounters.together import OneTable
from cisner.relations.sentence import Sentence, View
from cisner.relations.sides import Party, Sides
from cisner.relations.talks import each_alone

_TWO = 2
_GAP = 4  # words between joined subjects and their verb


class Verbs:
    """Reads the groups of people that the verb of a part brings together.

    Args:
        view: The document.
        cast: Its people.
        sides: The people of its sentences.
        table: Who meets together.
        receiving: Verbs of receiving.
    """

    def __init__(self, view: View, cast: Cast, sides: Sides, table: OneTable, receiving: Receiving) -> None:
        self._view = view
        self._cast = cast
        self._sides = sides
        self._table = table
        self._receiving = receiving
        self._awaiting = Awaiting(view, sides, table)
        self._talks = view.lexicon.file.talks
        self._margins = view.lexicon.file.words.margins

    def told(self, sentence: Sentence, part: Part) -> list[Encounter]:
        """The encounters that a verb tells of the people of its part."""
        if part.cue.type == "receive":
            return self._receiving.told(sentence, part)
        if part.cue.type in ("talk", "meet") and self._only_welcomed(sentence, part):
            return []
        if part.cue.type == "awaits":
            return self._awaiting.told(sentence, part) or self._awaiting.told_of_him(sentence, part)
        if part.cue.type in ("talk", "converse", "apart"):
            return self._talked(sentence, part)
        return self._saw(sentence, part) if part.cue.type == "see" else self._met(sentence, part)

    def _only_welcomed(self, sentence: Sentence, part: Part) -> bool:
        """Whether who travels is met where he lands: "On the tarmac he shook hands with X"."""
        cue = part.cue
        if not self._view.says(sentence.start, sentence.end, self._talks.arrival, ""):
            return False
        if not self._view.lower[cue.start].startswith(self._talks.welcome):
            return False
        noun = any(i.start == cue.start for i in sentence.of("MEETING"))
        return cue.type == "talk" or not (noun or any(p.link == "with" for p in part.parties))

    def _talked(self, sentence: Sentence, part: Part) -> list[Encounter]:
        """Somebody with somebody, or two or three joined before the verb."""
        partners = [p for p in part.parties if p.link == "with"] or [p for p in part.parties if p.link == "for"]
        owners = [p for p in part.parties if p.link == "of"]
        others = [p for p in part.parties if p.free and p.case != "obl" and p not in owners] or owners
        if not partners and others is not owners:
            partners = owners
        free = [p for p in others if p.end <= part.cue.start] or others
        subjects = self._sides.joined_before(sentence, [p for p in free if p.end <= part.cue.start])
        if len(partners) == 1 and len(subjects) > 1:
            return [Encounter(part.cue, (*subjects, partners[0].person))]
        if len(partners) > 1 and free and self._table.all_at_once(part):
            return [Encounter(part.cue, (free[-1].person, *dict.fromkeys(p.person for p in partners)))]
        if partners and free:
            return self._table.pairs(part, free[-1].person, [p.person for p in partners])
        if part.cue.type == "talk" and not self._for_hours(part):
            return []
        joined = self._sides.joined_before(sentence, part.before)
        near = part.cue.type == "apart" or (bool(part.before) and self._gap(part) <= _GAP)
        if not part.before and part.after and (part.after[0].case == "nom" or part.after[0].link == "by"):
            joined, near = self._sides.joined_before(sentence, part.after), True  # «беседовали X и Y»
        if near and 2 <= len(joined) <= MOST_JOINED and self._table.two_sides(joined):
            return [Encounter(part.cue, tuple(joined))]
        return []

    def _for_hours(self, part: Part) -> bool:
        """Whether a verb of speaking or sitting lasts: "X and Y spoke for two hours"."""
        return self._view.says(part.start, part.end, self._talks.duration, "")

    def _gap(self, part: Part) -> int:
        """Words between the last subject and its verb, without an insertion between commas."""
        start, end = part.before[-1].end, part.cue.start
        if self._view.lower[start] == ",":
            closing = next((i for i in range(end - 1, start, -1) if self._view.lower[i] == ","), start)
            start = closing + 1
        return end - start

    def _saw(self, sentence: Sentence, part: Part) -> list[Encounter]:
        """Somebody saw or visited somebody, named right after the verb."""
        free = [p for p in part.before if p.free]
        objects = [p for p in part.parties if p.end > part.cue.start and p.person not in {f.person for f in free}]
        if not free or not objects or not self.directly(part.cue, objects[0]):
            return []
        if part.cue.rule == "cue.saw" and not told_state(self._cast.people[objects[0].person]):
            return []  # "spoke to X": a reporter
        within = objects[0].end < part.cue.end  # "had X as his guest"
        if not within and self._talks.purpose & set(self._view.lower[objects[0].end : objects[0].end + 1]):
            return []
        host = {"cue.visited": objects[0].person, "cue.entertained": free[-1].person}.get(part.cue.rule)
        subjects = self._sides.joined_before(sentence, free)
        seen = list(dict.fromkeys(p.person for p in objects))
        together = len(seen) > 1 and (self._table.all_at_once(part) or self._table.as_three(sentence, part))
        brought = not within and self._view.lower[part.cue.end - 1] in self._talks.at_once
        if brought and len(seen) == _TWO and not sentence.of("MEETING") and self._table.two_sides(seen):
            return [Encounter(part.cue, (free[-1].person, *seen), free[-1].person)]  # a mediator
        if brought or (together and len(seen) >= MOST_JOINED):
            return []  # "it brought together": a session
        if (len(subjects) > 1 and len(seen) == 1) or (together and self._table.two_sides(seen)):
            return [Encounter(part.cue, tuple(dict.fromkeys((*subjects, *seen))), host)]
        pairs = self._table.pairs(part, free[-1].person, seen)
        return [Encounter(e.cue, e.people, host) for e in pairs]

    def _met(self, sentence: Sentence, part: Part) -> list[Encounter]:
        before, after = part.before, part.after
        before = [p for p in before if p.case != "obl" and p.free] or before
        guests = list(dict.fromkeys(p.person for p in after))
        if (
            part.cue.type == "meet"
            and len(guests) > 2
            and self._margins.isdisjoint(self._view.lower[sentence.start : sentence.end])
            and self._table.session_on(sentence, part.cue)
            and not each_alone(self._view, sentence, sentence.end)
        ):
            return []
        subjects = self._sides.joined_before(sentence, before)
        if len(guests) == 1 and len(subjects) > 1:
            return [Encounter(part.cue, (*subjects, *guests))]
        everyone = list(dict.fromkeys(p.person for p in part.parties))
        if len(guests) > 1 and len(subjects) > 1 and not each_alone(self._view, sentence, sentence.end):
            return [Encounter(part.cue, (*subjects, *guests))]  # "X and Y met with Z and W"
        together = len(everyone) > 2 and self._table.at_one_table(sentence, part, guests)
        if part.cue.type != "call" and (together or (len(guests) > 1 and self._table.all_at_once(part))):
            return [Encounter(part.cue, tuple(everyone))]
        if len(before) == 1 and before[0].link == "with" and len(guests) > 1 and self._table.one_list(sentence, guests):
            return [Encounter(part.cue, (before[0].person, *guests))]  # "С X встретились министры пяти стран: …"
        both = self._sides.told_before(sentence, part.start, part.cue.start) if after and not before else None
        if both is not None:
            return [Encounter(part.cue, (min(both), *(both - {min(both)}), *guests))]
        if len(everyone) < 2 or (not part.before and all(p.link == "with" for p in part.after)):
            return []  # "беседы с X и Y": of somebody told before
        if not before or not after:
            return self._table.on_one_side(part, everyone)
        return self._table.pairs(part, before[-1].person, guests)

    def directly(self, cue: FoundCue, party: Party) -> bool:
        """Whether somebody is named right after a verb or within it, but for a title and a word or two."""
        if (party.link and not self._sides.links_itself(cue.end - 1)) or party.case == "nom":
            return False
        sentence = next(s for s in self._view.sentences if s.start <= cue.start < s.end)
        known = {t for i in sentence.items for t in range(i.start, i.end)}
        words, first = self._view.lower, self._receiving.named_from(sentence, party)
        gap = [t for t in range(cue.end, first) if t not in known and words[t][:1].isalpha()]
        return not gap or (len(gap) == 1 and "," not in words[cue.end : first])
