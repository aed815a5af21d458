"""Verbs of awaiting: who expects whom, where and when: "On 25 March X expects Y and Z in Yekaterinburg"."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.encounters.model import Encounter, Part
from cisner.relations.encounters.receiving import Receiving
from cisner.relations.encounters.together import OneTable
from cisner.relations.sentence import Sentence, View
from cisner.relations.sides import Party, Sides


class Awaiting:
    """Reads who awaits whom.

    Args:
        view: The document.
        sides: The people of its sentences.
        table: Who meets together.
    """

    def __init__(self, view: View, sides: Sides, table: OneTable) -> None:
        file = view.lexicon.file
        self._lower = view.lower
        self._sides = sides
        self._table = table
        self._by = file.talks.by
        self._small = file.talks.awaited_between | file.setting.inside | file.setting.into | file.words.the
        self._pronouns = file.words.pronoun - file.words.subject_pronoun
        # "expects X to sign", "awaits X's answer"
        self._not_him = file.talks.purpose | frozenset(file.role_frame.possessive)

    def told(self, sentence: Sentence, part: Part) -> list[Encounter]:
        """Whom a host expects, all at one table; a guest awaited on no day and nowhere is none."""
        host = self._host(part)
        if host is None or not sentence.of("DATE", "CITY"):
            return []
        guests = self._guests(sentence, part, host)
        people = (host.person, *dict.fromkeys(g.person for g in guests))
        if not guests or not self._table.two_sides(people):
            return []
        return [Encounter(part.cue, people, host.person)]

    def told_of_him(self, sentence: Sentence, part: Part) -> list[Encounter]:
        """As in "Y awaits him there", «его ждет Y»: the guest is a pronoun beside the verb."""
        beside = (self._lower[part.cue.end], self._lower[part.cue.start - 1])
        host = self._host(part)
        if host is None or self._pronouns.isdisjoint(beside):
            return []
        guest = self._sides.another(sentence, min(host.start, part.cue.start), host.person)
        if guest is None or not self._table.two_sides((host.person, guest)):
            return []
        return [Encounter(part.cue, (host.person, guest), host.person)]

    def _host(self, part: Part) -> Party | None:
        """Who awaits: after "by", in the nominative, else before the verb."""
        passive = self._lower[part.cue.end - 1] in self._by
        if passive:
            return next(iter(part.after), None)
        nominative = [p for p in part.parties if p.case == "nom"]
        if len(nominative) > 1 and self._lower[part.cue.start - 1] in self._pronouns:
            nominative = [p for p in nominative if p.start >= part.cue.end]  # «X летит в A, где его ждет Y»
        if nominative:
            return nominative[0] if len(nominative) == 1 else None
        return next((p for p in reversed(part.before) if p.free and p.case != "obl"), None)

    def _guests(self, sentence: Sentence, part: Part, host: Party) -> Sequence[Party]:
        """Those named right beside the verb on the other side of the host, joined to each other."""
        others = [p for p in part.parties if p.person != host.person]
        before = [p for p in others if p.end <= part.cue.start]
        after = [p for p in others if p.start >= part.cue.end and not p.link and p.case != "nom"]
        if host.start >= part.cue.end:
            joined = self._sides.joined_before(sentence, before)
            near = bool(before) and self._beside(sentence, before[-1].end, part.cue.start)
            return [p for p in before if p.person in joined] if near else []
        if not after or not self._beside(sentence, part.cue.end, Receiving.named_from(sentence, after[0])):
            return []
        listed = [n for n in range(1, len(after) + 1) if len(self._sides.joined_before(sentence, after[:n])) == n]
        guests = after[: max(listed)]
        return guests if self._lower[guests[-1].end] not in self._not_him else []

    def _beside(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether only days, places and small words stand between two tokens: not "awaits an answer from X"."""
        told = {t for i in sentence.of("DATE", "CITY", "COUNTRY") for t in range(i.start, i.end)}
        return all(t in told or self._lower[t] in self._small for t in range(start, end))
