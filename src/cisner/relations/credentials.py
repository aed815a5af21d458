"""Credentials: the ambassadors who hand them over at one ceremony, and the head of state who takes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from cisner.relations.cast import Cast
from cisner.relations.encounters import Encounter
from cisner.relations.events import Event
from cisner.relations.posts import Post
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.sides import Party

CREDENTIALS = "cue.credentials"  # the rule
_AMBASSADOR = "ambassador"
_DIPLOMAT = "other"  # the office of "diplomats"
_OF_GROUP = "posts.group"
_NEAR_LIST = 3  # sentences between the credentials and the list of those who handed them over
_STATE = len("KZ")
_ENTRY = re.compile(r"(?:C[-:,(]+P|P[-:,(]+C)[);,.]*")
_FEWEST = 3  # people without a title who are ambassadors since each stands beside a state


class Credentials:
    """Finds the ceremony of a report at which ambassadors present their credentials.

    Args:
        view: The document.
        cast: Its people.
        parties_of: Gives the people of a sentence.
        events: The events so far.
    """

    def __init__(
        self, view: View, cast: Cast, parties_of: Callable[[Sentence], Sequence[Party]], events: Sequence[Event]
    ) -> None:
        self._view = view
        self._cast = cast
        self._parties_of = parties_of
        self._events = events

    def told_in(
        self, sentence: Sentence, parties: Sequence[Party]
    ) -> tuple[Encounter, list[tuple[Sentence, Party]]] | None:
        """As in "The president received the credentials of five ambassadors", who are listed after or before it.

        Returns:
            Who was there, and where those are named whom other sentences list.
        """
        if not sentence.has("credentials") or self.told_before() is not None:
            return None
        sentences, here = self._view.sentences, sentence.index
        own = self._envoys(sentence, parties)
        listed = self._listed(sentences[i] for i in range(here + 1, len(sentences)))
        if not own and not listed:
            listed = self._listed(sentences[i] for i in range(here - 1, -1, -1))[::-1]
        guests = list(dict.fromkeys(p.person for p in (*own, *(p for _, p in listed))))
        host = self._host(parties, len(guests))
        guests = [p for p in guests if host is None or self._state(p) != self._state(host)]
        if host is None:
            return None
        if not guests:  # "The president received the credentials of the ambassadors of 17 states"
            envoys = any(_is_title(i) and _is_several(i) for i in sentence.items)
            named = any(p.person == host for p in parties)
            return (Encounter(sentence.cue("credentials")[0], (host,)), []) if named and envoys else None
        self._name(guests, [sentence, *(s for s, _ in listed)])
        people = tuple(dict.fromkeys([host, *guests]))
        return Encounter(sentence.cue("credentials")[0], people), listed

    def told_before(self) -> Event | None:
        """The ceremony, if a sentence has told of it."""
        return next((e for e in self._events if e.evidence and e.evidence[0][2] == CREDENTIALS), None)

    def _host(self, parties: Sequence[Party], guests: int) -> int | None:
        """Who takes the credentials: the head of state, in Turkmenistan the chairman of parliament."""
        for office in ("head_of_state", "head_of_parliament"):
            for party in parties:
                if self._cast.people[party.person].office == office:
                    return party.person
        if guests < 2:  # a single ambassador may have been to somebody else
            return None
        heads = [p.index for p in self._cast.people if p.office == "head_of_state"]
        return heads[0] if len(heads) == 1 else None

    def _state(self, person: int) -> str:
        return self._cast.people[person].represents

    def _listed(self, sentences: Iterable[Sentence]) -> list[tuple[Sentence, Party]]:
        """The ambassadors of sentences that follow each other, with where they are named."""
        found: list[tuple[Sentence, Party]] = []
        away = 0  # sentences since one that spoke of credentials
        for sentence in sentences:
            envoys = self._envoys(sentence, self._parties_of(sentence), 1 if _is_entry(sentence) else _FEWEST)
            away = 0 if sentence.has("credentials") else away + 1
            if not envoys and (away > _NEAR_LIST if not found else not _is_entry(sentence)):
                break
            found += [(sentence, p) for p in envoys]
        titled = [(s, p) for s, p in found if self._cast.people[p.person].office == _AMBASSADOR]
        return found if len(found) >= _FEWEST else titled

    def _envoys(self, sentence: Sentence, parties: Sequence[Party], fewest: int = _FEWEST) -> list[Party]:
        """The ambassadors of a sentence, and those beside the name of a state who have no title at all."""
        if sentence.has("absent", "absent_adjacent", "not_held"):
            return []
        people = self._cast.people
        titled = [p for p in parties if people[p.person].office == _AMBASSADOR]
        untitled = [p for p in parties if self._may_be_envoy(p.person) and len(people[p.person].country) == _STATE]
        if len(untitled) + len(titled) < fewest:
            return titled
        return sorted([*titled, *untitled], key=lambda p: p.start)

    def _may_be_envoy(self, person: int) -> bool:
        """Whether somebody has no title but that of a group: "letters of ten diplomats"."""
        return all(p.office == _DIPLOMAT and p.rule == _OF_GROUP for p in self._cast.people[person].posts)

    def _name(self, people: Sequence[int], sentences: Sequence[Sentence]) -> None:
        """Give those without a title the one that the text has for all."""
        title = next((i.mention for s in sentences for i in s.items if _is_title(i)), None)
        for number in people:
            person = self._cast.people[number]
            if person.office != _AMBASSADOR:
                person.posts[:] = [Post(_AMBASSADOR, person.country, title, _OF_GROUP)]


def _is_entry(sentence: Sentence) -> bool:
    """Whether a sentence is one of a list: a line, or nothing but a state and a name."""
    return sentence.is_line or _ENTRY.fullmatch(sentence.symbols) is not None


def _is_several(item: Item) -> bool:
    return item.symbol == "Q" or item.mention.attributes["number"] == "pl"


def _is_title(item: Item) -> bool:
    return item.symbol in "RQ" and item.mention.norm == _AMBASSADOR
