"""Verbs of coming and of awaiting beside a place: "into Tashkent flew X", "X will be in A", "Minsk awaits X"."""

from __future__ import annotations

import re

from cisner.relations.cues import FoundCue
from cisner.relations.frame import clause
from cisner.relations.placing import Placing
from cisner.relations.sentence import Item, Sentence, View

_NAMED = re.compile(r"(?:R(?:oC|C)?[,&]?)*P")  # titles and a name
_OPENING = frozenset(",;:.–—-")


class Going:
    """Finds the verbs that tell of a visit by the place beside them.

    Args:
        view: The document.
        placing: The places of its meetings.
    """

    def __init__(self, view: View, placing: Placing) -> None:
        file = view.lexicon.file
        self._view = view
        self._placing = placing
        self._articles = file.words.the | file.words.a
        self._on = file.setting.before_day
        self._him = file.words.pronoun - file.words.subject_pronoun
        self._whose = file.words.whose

    def inverted(self, sentence: Sentence) -> FoundCue | None:
        """As in «В Ташкент прилетел X»: the place before the verb, who comes right after it."""
        into = self._view.lexicon.file.setting.into
        for cue in sentence.cue("arrives"):
            left = clause(self._view, sentence, cue.start)[0]
            cities = [start for start, *_ in self._placing.places(sentence)]
            starts = sorted([*cities, *(i.start for i in sentence.of("COUNTRY"))])
            near = ((i, self._view.lower[max(left, i - 2) : i + 1]) for i in starts if left <= i < cue.start)
            places = [i for i, words in near if not into.isdisjoint(words)]
            if places and _comes(sentence, cue, self._view.lexicon.file.words.the):
                return FoundCue(places[0], cue.end, "visit", cue.rule)
        return self.hosted(sentence) or self.stays(sentence)

    def stays(self, sentence: Sentence, since: int = 0) -> FoundCue | None:
        """As in "X will be in Moscow on 6 December": a place right after the verb."""
        places = {i.start for i in sentence.of("CITY", "COUNTRY")}
        ends = {i.end for i in sentence.items if i.symbol in "PR"}
        subjects = self._view.lexicon.file.words.subject_pronoun
        for cue in sentence.cue("stays"):  # not of "the next summit would be in Ankara"
            if cue.start < since:
                continue
            first = self._before_days(sentence, cue.start)
            if not self._whose.isdisjoint(self._view.lower[cue.start : cue.end]):
                continue  # "sets out in June his plans for Tashkent"
            if cue.end in places and (first in ends or self._view.lower[first - 1] in subjects):
                return FoundCue(cue.start, cue.end, "visit", cue.rule)
        return None

    def _before_days(self, sentence: Sentence, token: int) -> int:
        """The first token of the days, each with its preposition, that stand right before another."""
        days = {d.end: d.start for d in sentence.of("DATE")}
        while token in days:
            token = days[token]
            token -= self._view.lower[token - 1] in self._on
        return token

    def hosted(self, sentence: Sentence) -> FoundCue | None:
        """As in "Moscow will host X", «в Минске ждут X»: nothing but days between the place and its guest."""
        for cue in sentence.cue("hosts_guest"):
            if self._guest_before(sentence, cue):
                return FoundCue(cue.start, cue.end, "visit", cue.rule)
            before, start = [i for i in sentence.items if i.end <= cue.start], cue.start
            while before and before[-1].symbol == "D" and start - before[-1].end <= 1:
                start = before.pop().start
            passive = self._view.lower[cue.end - 1] in self._view.lexicon.file.talks.by
            preposition = int(start < cue.start or passive)  # "Moscow on Friday receives X", "A and B, are visited by"
            if not before or before[-1].symbol not in "LC" or start - before[-1].end > preposition:
                continue
            guest = _named_after(sentence, cue, self._articles)
            host = passive or self._is_host(sentence, before[-1])
            if host and self._view.lower[cue.end] in self._him:  # "Ashgabat awaits him on 29 June"
                return FoundCue(before[-1].start, cue.end, "visit", cue.rule)
            if guest is not None and self._is_received(guest) and host:
                return FoundCue(before[-1].start, cue.end, "visit", cue.rule)
        return None

    def _guest_before(self, sentence: Sentence, cue: FoundCue) -> bool:
        """As in «Президента X ждут в Минске»: the guest right before the verb, "in" and the place right after it."""
        guest = next((i for i in sentence.items if i.end == self._before_days(sentence, cue.start)), None)
        case = guest.mention.attributes.get("case") if guest is not None and guest.symbol == "P" else None
        named = case not in ("nom", "", None)
        if not named and self._view.lower[cue.start - 1] not in self._him:
            return False
        end = next((d.end for d in sentence.of("DATE") if d.start == cue.end), cue.end)
        place = any(i.start == end + 1 for i in sentence.of("CITY", "COUNTRY"))
        return place and self._view.lower[end] in self._view.lexicon.file.setting.inside

    def _is_host(self, sentence: Sentence, place: Item) -> bool:
        """Whether a place opens its clause, alone or after "in": not in "the ministers of A and B await X"."""
        before, inside = place.start - 1, self._view.lexicon.file.setting.inside
        if self._before_days(sentence, place.start) == sentence.start or self._view.lower[before] in inside:
            return True
        joined = any(i.symbol in "LC" and i.end == before for i in sentence.items)
        return self._view.words[before] in _OPENING and not joined

    def _is_received(self, guest: Item) -> bool:
        """Whether a name is a guest's, and not that of who acts: "Moscow awaits X's answer", "expects X to sign"."""
        file, after = self._view.lexicon.file, self._view.lower[guest.end]
        acts = after in file.role_frame.possessive or after in file.talks.purpose
        return guest.mention.attributes.get("case") != "nom" and not acts


def _comes(sentence: Sentence, cue: FoundCue, articles: frozenset[str]) -> bool:
    """Whether who comes is named right after a verb, with the titles before the name, as its subject."""
    bearer = _named_after(sentence, cue, articles)
    return bearer is not None and bearer.mention.attributes.get("case") in ("nom", "", None)


def _named_after(sentence: Sentence, cue: FoundCue, articles: frozenset[str]) -> Item | None:
    """The name right after a verb, with nothing but titles and days before it."""
    following, end = [i for i in sentence.items if i.start >= cue.end], cue.end
    while following and following[0].symbol == "D" and following[0].start - end <= 1:  # "will receive on Monday X"
        end = following.pop(0).end
    first = following[0] if following else None
    if first is None or first.symbol not in "RP" or not articles.issuperset(sentence.words[end : first.start]):
        return None
    named = _NAMED.match(sentence.symbols, first.position)
    return sentence.at[named.end() - 1] if named is not None else None
