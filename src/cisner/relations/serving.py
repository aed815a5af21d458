"""The state of somebody who serves another: "his spokesman X", "Y, an aide to Z", "with Z came Y"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from cisner.relations.cast import PersonRecord
from cisner.relations.posts import Named, Post
from cisner.relations.sentence import Item, View

_STAFF = "presidential_staff"
_LEADERS = frozenset({"head_of_state", "head_of_government"})
_SENT_WITH = re.compile(r"C[x-]?(R+)$")
_JOINED = re.compile(r"P(?:,?&(x?)|,(x))R+$")  # before a name: "and Minister", "and with Minister"


class Serving:
    """Finds whom somebody serves.

    Args:
        view: The document.
        people: Its people.
    """

    def __init__(self, view: View, people: Sequence[PersonRecord]) -> None:
        words = view.lexicon.file.words
        self._view = view
        self._people = people
        self._possessive = words.possessive_pronoun
        self._personal = words.personal_possessive
        self._company = words.company
        self._with = words.with_ | {"–", "—"}
        self._beside = words.beside
        self._joins = words.with_
        self._named = sorted((n for p in people for n in p.named), key=lambda n: n.item.start)
        self._starts = [n.item.start for n in self._named]

    def personally(self, person: PersonRecord, post: Post) -> str:
        """Country code of whom "his" or "her" goes back to, or the empty string."""
        title = post.title
        whose = self._possessive if post.office == _STAFF else self._personal  # «его» may be "its"
        if title is None or self._view.lower[title.start - 1] not in whose:
            return ""
        return self._meant(person, title.start)

    def _meant(self, person: PersonRecord, start: int) -> str:
        """The state of whom a pronoun means: the name before it in its sentence, else the first of one before."""
        here = bisect_left(self._starts, start)
        last = self._named[here - 1].sentence if here else None
        first = bisect_left(self._starts, last.start) if last is not None and last.end <= start else here
        order = (*range(first, here), *range(first - 1, -1, -1))
        return self._first_state((self._named[i] for i in order), person)

    def leader(self, person: PersonRecord) -> str:
        """The state of the leader first told of before in the sentence, or in the report if it tells of no state."""
        own = person.named[0]
        here = range(bisect_left(self._starts, own.sentence.start), bisect_left(self._starts, own.item.start))
        told = any(i.symbol in "CA" and i.end <= own.item.start for i in own.sentence.items)
        leaders = (self._led(self._named[i]) for i in (*here, *(() if told else range(len(self._named)))))
        return next((state for state in leaders if state), "")

    def _led(self, named: Named) -> str:
        """The state that somebody leads, or the empty string."""
        person = self._people[named.person]
        return person.represents if person.office in _LEADERS else ""

    def state(self, person: PersonRecord, post: Post) -> str:
        """Country code, or the empty string."""
        title = post.title
        own = next((n for n in person.named for p in n.posts if p.title is title), None)
        if title is None or own is None:
            return ""
        sentence, first = own.sentence, min(title.start, int(title.attributes["left"]))
        here = bisect_left(self._starts, own.item.start)
        item = next((i for i in sentence.items if i.mention is title), None)
        after = sentence.at.get(item.position + 2) if item is not None else None
        if (
            item is not None
            and after is not None
            and re.fullmatch("R[xo]P", sentence.symbols[item.position : after.position + 1])
        ):
            gap = self._view.lower[item.end : after.start]
            if gap and gap[0] in self._view.lexicon.file.role_frame.links:
                return self._of_item(after)
        lower = self._view.lower
        if lower[first - 1] in self._view.lexicon.file.role_frame.possessive:  # "Vladimir Putin's spokesman X"
            owner = next((i for i in sentence.items if i.symbol == "P" and i.end == first - 1), None)
            if owner is not None and (state := self._of_item(owner)):
                return state
        if any(w in self._possessive for w in lower[max(sentence.start, first - 2) : first]):
            return self._meant(person, own.item.start)
        if self._view.says(sentence.start, own.item.start, self._company):
            return self._first_state(self._named[bisect_left(self._starts, sentence.start) : here], person)
        return ""

    def sent_by(self, person: PersonRecord, post: Post) -> str:
        """The state right before a title: "Kyrgyzstan with Deputy Minister X, Uzbekistan with Deputy Minister Y"."""
        own = next((n for n in person.named for p in n.posts if post.title is not None and p.title is post.title), None)
        found = _SENT_WITH.search(own.sentence.symbols, 0, own.item.position) if own is not None else None
        if own is None or found is None:
            return ""
        state, title = own.sentence.at[found.start()], own.sentence.at[found.start(1)]
        gap = self._view.lower[state.end : title.start]
        return str(state.mention.norm) if gap and self._with.issuperset(gap) else ""

    def with_leader(self, person: PersonRecord, post: Post) -> str:
        """The state of whom an aide is told to be with: «с X приехал его помощник Y», "with X was Y, his aide"."""
        own = next((n for n in person.named for p in n.posts if p is post), None)
        if own is None or post.office != _STAFF:
            return ""
        told = range(bisect_left(self._starts, own.sentence.start), bisect_left(self._starts, own.item.start))
        if len({self._led(self._named[i]) for i in told} - {""}) > 1:
            return ""  # "X spoke with Y, his press secretary told"
        for i in reversed(told):
            leader = self._named[i]
            state = self._people[leader.person].represents
            led = self._view.lower[self._first(leader) - 1] in self._beside
            if state and led and leader.person != person.index:
                return state
        return ""

    @staticmethod
    def _first(named: Named) -> int:
        """First token of a name with the titles before it."""
        titles = (i.start for i in named.sentence.items if i.symbol == "R" and 0 <= named.item.start - i.end <= 1)
        return min(titles, default=named.item.start)

    def beside(self, person: PersonRecord, post: Post) -> str:
        """The state of whoever is told of just before, joined to: "with Minister X of Belarus and (with) Aide Y"."""
        title = post.title
        own = next((n for n in person.named for p in n.posts if title is not None and p.title is title), None)
        if own is None:
            return ""
        found = _JOINED.search(own.sentence.symbols, 0, own.item.position)
        if not found:
            return ""
        other = own.sentence.at[found.start()]
        words = {w for w in self._view.lower[other.end : self._first(own)] if w[:1].isalpha()}
        linked = found[1] or found[2]
        return "" if linked and self._joins.isdisjoint(words) else self._of_item(other)

    def _of_item(self, item: Item) -> str:
        """The state of the person whose name an item is."""
        at = bisect_left(self._starts, item.start)
        found = at < len(self._named) and self._named[at].item is item
        return self._people[self._named[at].person].represents if found else ""

    def _first_state(self, named: Iterable[Named], person: PersonRecord) -> str:
        """The state of the first of some names whose bearer has one and is somebody else."""
        others = (n.person for n in named if n.person != person.index)
        return next((state for other in others if (state := self._people[other].represents)), "")
