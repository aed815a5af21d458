"""Verbs of receiving: the host, the guests, and what is received that is nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.relations.cues import FoundCue
from cisner.relations.encounters.model import Encounter, Part
from cisner.relations.encounters.together import OneTable
from cisner.relations.groups import Groups
from cisner.relations.sentence import Sentence, View
from cisner.relations.sides import Party, Sides
from cisner.relations.talks import each_alone, of_three

_TITLES = re.compile(r"(?:R(?:oC|C)?(?:[,&]{1,2}R(?:oC|C)?)*,?|K(?:o[CL])?,?)$")  # of one person
_BY = "cue.received_by"
_NEAR = 4  # words from a verb to its object
_REACH = 8  # words around a verb where a word for its object may stand


class Receiving:
    """Reads who received whom.

    Args:
        view: The document.
        sides: The people of its sentences.
        table: Who meets together.
        groups: People meant by a word for several.
    """

    def __init__(self, view: View, sides: Sides, table: OneTable, groups: Groups) -> None:
        words = view.lexicon.file.words
        self._view = view
        self._sides = sides
        self._table = table
        self._talks = view.lexicon.file.talks
        self._pronouns = words.pronoun
        self._subjects = words.subject_pronoun
        self._groups = groups

    def told(self, sentence: Sentence, part: Part) -> list[Encounter]:
        """Whom a host received: all at one table, or one by one."""
        led = self._delegation(part)
        if led is not None:
            return [led]
        several = self._by_several(sentence, part)
        if several:
            return several
        host = self.host(part)
        if host is None:
            return []
        guests = [p for p in part.parties if p.person != host.person and (p.case != "nom" or p.start < host.start)]
        if len([p for p in guests if p.case == "nom"]) > 1:
            return []
        if not guests:
            return self._both(sentence, part, host.person) or self.each(sentence, part)
        if self._reception(sentence, part, guests) or self._thing(sentence, part, guests[0]):
            return []
        people = list(dict.fromkeys(p.person for p in guests))
        together = (len(people) > 2 and self._table.one_list(sentence, people)) or sentence.has("credentials")
        at_once = self._table.all_at_once(part) or self._table.as_three(sentence, part)
        at_once = at_once or (part.cue.rule == _BY and not each_alone(self._view, sentence, sentence.end))
        groups = [people] if together or (len(people) > 1 and at_once) else [[p] for p in people]
        met = [(host.person, *g) for g in groups]
        return [Encounter(part.cue, m, host.person) for m in met if self._table.two_sides(m)]

    def _by_several(self, sentence: Sentence, part: Part) -> list[Encounter]:
        """As in «X принимали президент Y и премьер Z»: hosts of one state, one after the other if not "together"."""
        by = part.cue.rule == _BY or any(p.link == "by" for p in part.after[:1])
        hosts = [p for p in part.after if by or p.case == "nom"]
        joined = self._sides.joined_before(sentence, hosts)
        if len(joined) < 2 or len(joined) != len(hosts) or self._table.two_sides(joined):
            return []
        if self._thing(sentence, part, hosts[0]):
            return []
        guests = list(dict.fromkeys(p.person for p in part.parties if p not in hosts))
        meant = self._sides.meant(sentence, part.start, hosts[0].start) if not guests else None
        guests = guests if meant is None else [meant]
        if len(guests) != 1 or not self._table.two_sides((joined[0], *guests)):
            return []
        if self._table.all_at_once(part) or of_three(self._view, 0, len(self._view.lower)):
            return [Encounter(part.cue, (joined[0], *guests, *joined[1:]), joined[0])]
        return [Encounter(part.cue, (host, *guests), host) for host in joined]

    def host(self, part: Part) -> Party | None:
        """Who receives: after "by", in the nominative, else before the verb."""
        by = [p for p in part.after if p.link == "by" or part.cue.rule == _BY]
        nominative = [p for p in part.parties if p.case == "nom"]
        if by or len(nominative) == 1:
            return (by or nominative)[0]
        if self._view.lower[part.cue.start - 1] in self._pronouns - self._subjects and nominative:
            return nominative[-1]  # "его принимал X"
        whom = self._view.lexicon.file.words.whom
        at = next((i for i in range(part.cue.start - 1, part.start, -1) if self._view.lower[i] in whom), part.end)
        inside = [p for p in nominative if p.start > at]
        if len(inside) == 1:
            return inside[0]  # «Y, которого принял X»
        free = [p for p in part.before if p.free]
        if free:
            return free[-1]
        return part.after[-1] if len({p.person for p in part.after}) == 2 and not part.before else None

    def _both(self, sentence: Sentence, part: Part, host: int) -> list[Encounter]:
        """As in "X received the two guests together": at one table; "X received both": one by one."""
        after = range(part.cue.end, min(sentence.end - 1, part.cue.end + _REACH))
        if part.cue.rule == _BY:  # "the two guests were received by X"
            after = range(max(part.start, part.cue.start - _REACH), part.cue.start)
        guests = self._groups.before(sentence, after.start, after.stop, but=host, numbered=True)
        if not guests:
            return []
        alone = each_alone(self._view, sentence, sentence.end)
        each = alone or not self._talks.each.isdisjoint(self._view.lower[after.start : after.stop])
        each = each and not self._table.all_at_once(part)
        return [Encounter(part.cue, (host, *g), host) for g in ([(g,) for g in guests] if each else [guests])]

    def by_pronoun(self, sentence: Sentence, cue: FoundCue) -> list[Encounter]:
        """As in "Before that he had received the two guests one after the other": nobody is named."""
        left = max(sentence.start, cue.start - _NEAR)
        host = self._sides.meant(sentence, left, cue.start)
        things = self._talks.things
        thing = any(w.startswith(things) for w in self._view.lower[cue.end : min(sentence.end, cue.end + _NEAR)])
        return [] if host is None or thing else self._both(sentence, Part(cue, left, sentence.end, []), host)

    def each(self, sentence: Sentence, part: Part) -> list[Encounter]:
        """As in "X received each of the two"."""
        if not part.parties:
            return []
        host = part.parties[-1].person
        others = self._sides.each_of(part.cue.end, min(sentence.end, part.cue.end + _NEAR), host)
        return [Encounter(part.cue, (host, p), host if part.cue.type == "receive" else None) for p in others]

    def _reception(self, sentence: Sentence, part: Part, guests: Sequence[Party]) -> bool:
        """Whether somebody received the participants of a session, rather than each of them for talks."""
        if each_alone(self._view, sentence, sentence.end) or not part.after or part.cue.rule == _BY:
            return False
        if "," in self._view.words[part.cue.end : self.named_from(sentence, part.after[0])]:
            return True
        first = part.after[0].start
        others = any(i.symbol == "Q" and part.cue.end <= i.start and i.end < first for i in sentence.items)
        several = len({p.person for p in guests}) >= 2 or others  # "welcomed the leaders and Secretary General X"
        return several and not self._table.all_at_once(part) and self._table.session_on(sentence, part.cue)

    @staticmethod
    def named_from(sentence: Sentence, party: Party) -> int:
        """The first token of the titles that lead to a name."""
        name = next((i for i in sentence.items if i.start == party.start), None)
        if name is None:
            return party.start
        titles = _TITLES.search(sentence.symbols, 0, name.position)
        return sentence.at[titles.start()].start if titles else name.start

    def _delegation(self, part: Part) -> Encounter | None:
        """As in "received a delegation led by X": talks with the one who leads it."""
        lower, talks = self._view.lower, self._talks
        near = range(part.start, min(part.end, part.cue.end + _REACH))
        at = next((i for i in near if lower[i].startswith(talks.delegation)), None)
        leader = next((p for p in part.parties if at is not None and p.start > at), None)
        if at is None or leader is None or any(w.startswith(talks.arrival) for w in lower[part.start : part.end]):
            return None
        if any(w.startswith(talks.things) for w in lower[part.cue.end : at]):
            return None
        told = " ".join((*lower[at + 1 : leader.start], *lower[leader.end : leader.end + 2]))
        if not any(f" {phrase}" in f" {told}" for phrase in talks.led):
            return None
        others = {p.person for p in part.parties} - {leader.person}
        if len(others) != 1 or not self._table.two_sides((leader.person, host := others.pop())):
            return None
        return Encounter(part.cue, (host, leader.person), host)

    def _thing(self, sentence: Sentence, part: Part, guest: Party) -> bool:
        """Whether what was received is a thing ("an invitation from X"), or somebody at the airport."""
        lower = self._view.lower
        if any(w.startswith(self._talks.arrival) for w in lower[sentence.start : part.end]):
            return True
        end = min(max(guest.start, part.cue.end + _NEAR), part.end)
        around = range(max(part.start, part.cue.start - _REACH), end)
        things = [i for i in around if lower[i].startswith(self._talks.things) and not guest.start <= i < guest.end]
        titles = [range(t.start, t.end) for t in sentence.items if t.symbol == "R"] if things else []
        return any(not any(i in title for title in titles) for i in things)  # not "the head of the delegation X"
