"""People meant by a title alone: "the Kazakh president", "his Turkish counterpart", "the presidents of A and B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.knowledge import MINISTERS, Knowledge
from cisner.mentions import Mention
from cisner.relations.cast import PersonRecord, Reference
from cisner.relations.holders import Holders
from cisner.relations.posts import Named, post_of
from cisner.relations.sentence import Item, Sentence, View

_HIGHEST = ("head_of_state", "head_of_government", "foreign_minister")
_PRESENT = ("attend", "absent")
_TALKS = ("meet", "receive", "converse", "talk", "call", "see")
_BACK = 2  # sentences from "his counterpart" to the office that it goes back to
_BREAKS = frozenset({";", ":", "–", "—"})
_ADJECTIVES = re.compile(r"(?:A[,&]+)+$")
_STATES = re.compile(r"(?:[,&]+o?C)+")
_LIST = re.compile(r"(?:,o?C)*&o?C(?![PRQ(-])")
_FROM = re.compile(r"oC(?:[,&]+o?C)*")
_APART = re.compile(r"x?[:(-](C(?:[,&]+o?C)+)(?![PRQ(-])")
_THOSE_OF = re.compile(r"[,:(-]xo(C(?:[,&]+o?C)+)(?![PRQ(-])")


def refer(
    view: View,
    by_sentence: Sequence[Sequence[Named]],
    people: list[PersonRecord],
    knowledge: Knowledge,
    day: str | None,
) -> list[list[Reference]]:
    """The people meant by titles alone, sentence by sentence; a sole known holder is added to the people."""
    named = (n for row in by_sentence for n in row)
    holders = Holders(people, named, knowledge, day, view.lexicon.language)
    reader = _Reader(view, by_sentence, people, holders)
    return [reader.read(s, row) if s.items else [] for s, row in zip(view.sentences, by_sentence, strict=True)]


class _Reader:
    """Reads the titles of a report in their order.

    Args:
        view: The document.
        by_sentence: Its names.
        people: Its people.
        holders: Who holds an office.
    """

    def __init__(
        self, view: View, by_sentence: Sequence[Sequence[Named]], people: Sequence[PersonRecord], holders: Holders
    ) -> None:
        self._view = view
        self._by_sentence = by_sentence
        self._people = people
        self._holders = holders
        self._possessive = frozenset(view.lexicon.file.role_frame.possessive)

    def read(self, sentence: Sentence, row: Sequence[Named]) -> list[Reference]:
        """Those whom the titles of a sentence mean."""
        found: list[Reference] = []
        used = {p.title.start for n in row for p in n.posts if p.title is not None}
        persons_at = {n.item.start: n.person for n in row}
        last: int | None = None  # named before in the sentence
        for item in sentence.items:
            if item.symbol == "P" and item.start in persons_at:
                last = persons_at[item.start]
                self._holders.tell(last)
            elif item.symbol == "K":
                if not any(n.counterpart and 0 <= n.item.start - item.end <= 1 for n in row):
                    found += [Reference(item, sentence, p) for p in self._counterparts(sentence, item, last)]
            elif item.symbol in "RQ" and item.mention.start not in used:
                meant = self._meant(sentence, item, last)
                found += [Reference(item, sentence, p) for p in meant]
        for reference in found:
            self._people[reference.person].references.append(reference)
        return found

    def _meant(self, sentence: Sentence, item: Item, last: int | None) -> list[int]:
        """Whom a title or a plural title of several states means."""
        if item.symbol == "Q" or _of_several(sentence, item):
            return self._group(sentence, item)
        title = item.mention
        if title.attributes["number"] == "pl" or (title.attributes["weak"] and not title.attributes["country"]):
            return []
        holder = self._told(item, title.attributes["country"] or self._state_of_owner(item, last))
        if holder is None and (title.attributes["country"] or title.attributes["organization"]):
            holder = self._known(title)
        if holder is None and title.attributes["country"]:
            holder = self._bare_before(sentence, item)
        if holder is None:
            holder = self._only_minister(sentence, title)
        if holder is None:
            return []
        _complete(self._people[holder], title)
        self._holders.tell(holder)
        return [holder]

    def _state_of_owner(self, item: Item, last: int | None) -> str:
        """The state of the person named before, if a title is told as his: "X came with his prime minister"."""
        own = last is not None and self._view.lower[item.start - 1] in self._view.lexicon.file.words.whose
        return self._people[last].represents if own and last is not None else ""

    def _told(self, item: Item, state: str) -> int | None:
        """Who of the report has the office of a title, or the one that a short title may stand for."""
        title, organization = item.mention, item.mention.attributes["organization"]
        holder = self._holders.of(title.norm, state, organization, item.start)
        if holder is not None:
            return holder
        others: tuple[str, ...] = ("head_of_government",) if title.rule == "role.leader" else ()
        if title.norm == "minister" and title.attributes["plain"] and state:
            others = MINISTERS
        told = (self._holders.of(office, state, "", item.start) for office in others)
        return next((h for h in told if h is not None), None)

    def _known(self, title: Mention) -> int | None:
        """Whom the terms of office tell."""
        holder = self._holders.by_terms(title)
        if holder is not None or not title.attributes["country"] or self._owns(title):
            return holder
        return self._holders.unnamed(title.norm, title.attributes["country"], title)

    def _owns(self, title: Mention) -> bool:
        """Whether something of somebody is meant: "the Kazakh president's spokesman", "the palace of the president"."""
        words, lower = self._view.lexicon.file.words, self._view.lower
        if not self._possessive.isdisjoint(lower[title.end : title.end + 1]):
            return True
        start = min(int(title.attributes["left"]), title.start)
        while start and (lower[start - 1] in words.the or lower[start - 1] in words.of_state):
            start -= 1
        return start > 0 and lower[start - 1].startswith(words.belongings)

    def _counterparts(self, sentence: Sentence, item: Item, last: int | None) -> list[int]:
        """Those who hold, in other states, the office of the one named before."""
        office = self._people[last].office if last is not None else self._office_before(sentence, item)
        found = []
        for state in _states_of_counterparts(sentence, item):
            offices = dict.fromkeys((office or _HIGHEST[0], *_HIGHEST))
            told = (self._holders.of(wanted, state, "", item.start) for wanted in offices)
            holder = next((h for h in told if h is not None), None)
            if holder is None and office:
                holder = self._holders.unnamed(office, state)
            found += [holder] if holder is not None else []
        return found

    def _office_before(self, sentence: Sentence, item: Item) -> str:
        """The office told last before "He and his Belarusian counterpart", by a name or a title alone."""
        for told in reversed(self._view.sentences[max(0, sentence.index - _BACK) : sentence.index + 1]):
            titles = [i for i in told.items if i.symbol == "R" and i.end <= item.start]
            if titles and titles[-1].mention.norm in _HIGHEST:
                return str(titles[-1].mention.norm)
        return ""

    def _group(self, sentence: Sentence, item: Item) -> list[int]:
        """The people that "the Russian and Kazakh leaders" or "the presidents of A and B" are.

        All of them or none, but of those who attend the ones whom the report names.
        """
        own = item.mention.attributes["country"]
        before = _ADJECTIVES.search(sentence.symbols, 0, item.position)
        after = _STATES.match(sentence.symbols, item.position + 1)
        states = [own] if own else []
        states += _norms(sentence, before) if before else []
        if not states and not after:
            states = self._states_apart(sentence, item)
        states += _norms(sentence, after) if after else []
        found = [self._holders.of(item.mention.norm, state, "", item.start) for state in states]
        whole = [f for f in found if f is not None]
        told = sentence.has(*_PRESENT) or not sentence.of("MEETING")
        some = told and not sentence.has(*_TALKS)  # of those who meet each is a side
        return whole if len(states) > 1 and (some or len(whole) == len(states)) else []

    def _states_apart(self, sentence: Sentence, item: Item) -> list[str]:
        """The states after a break: "Two presidents were missing, those of A and B", «два президента – A и B»."""
        found = _APART.match(sentence.symbols, item.position + 1)
        if found is not None:
            return _norms(sentence, found, 1)
        for found in _THOSE_OF.finditer(sentence.symbols, item.position + 1):
            first = sentence.at[found.start(1)].start
            if any(w in self._view.lexicon.file.words.those for w in self._view.lower[first - 3 : first]):
                return _norms(sentence, found, 1)
        return []

    def _only_minister(self, sentence: Sentence, title: Mention) -> int | None:
        """As in "the minister was received by President X": the one foreign or defence minister of another state."""
        attributes = title.attributes
        if title.norm != "minister" or not attributes["plain"] or attributes["country"] or attributes["organization"]:
            return None
        if not sentence.has(*_TALKS) or sentence.has("speak"):
            return None  # "X decided it, the minister said"
        here = {self._people[n.person].represents for n in self._by_sentence[sentence.index]}
        told = [p for p in self._holders.of_any(MINISTERS) if self._people[p].represents not in here]
        return told[0] if len(told) == 1 else None

    def _bare_before(self, sentence: Sentence, item: Item) -> int | None:
        """As in "X let it be known; the Russian deputy premier named no cause": the one person told of just before."""
        before = self._before(sentence, item)
        if len({n.person for n in before}) != 1 or before[0].case not in ("", "nom"):
            return None
        person = self._people[before[0].person]
        if person.posts or person.known_office or person.country not in ("", item.mention.attributes["country"]):
            return None
        if person.known is not None and all(t.office != item.mention.norm for t in person.known.terms):
            return None
        person.posts.append(post_of(item.mention, "posts.told_after"))
        return person.index

    def _before(self, sentence: Sentence, item: Item) -> list[Named]:
        """The names of the clause before a title that begins one, else of the sentence before."""
        view = self._view
        words = view.lexicon.file.words
        skipped = words.the | words.that | words.for_now
        start = item.start
        while start > sentence.start and (view.lower[start - 1] in skipped or not view.words[start - 1].strip()):
            start -= 1
        if start > sentence.start:
            if view.words[start - 1] not in _BREAKS:
                return []
            first = sentence.clause(view.lower, start - 2)[0]
            return [n for n in self._by_sentence[sentence.index] if first <= n.item.start < start]
        if sentence.index and view.sentences[sentence.index - 1].paragraph == sentence.paragraph:
            return list(self._by_sentence[sentence.index - 1])
        return []


def _norms(sentence: Sentence, found: re.Match[str], group: int = 0) -> list[str]:
    """The states that a pattern of symbols matches."""
    places = range(*found.span(group))
    return [sentence.at[i].mention.norm for i in places if i in sentence.at and sentence.symbols[i] in "AC"]


def _of_several(sentence: Sentence, item: Item) -> bool:
    """Whether a title that may be plural is of several states: «главы МИД A, B и C»."""
    title = item.mention.attributes
    one = title["number"] != "either" or not title["country"]
    return not one and _LIST.match(sentence.symbols, item.position + 1) is not None


def _states_of_counterparts(sentence: Sentence, item: Item) -> list[str]:
    """The states of "his Turkish and Iranian counterparts", "his counterparts from Turkey and Iran"."""
    own = item.mention.attributes["country"]
    if own:
        around = _ADJECTIVES.search(sentence.symbols, 0, item.position)
    else:
        around = _FROM.match(sentence.symbols, item.position + 1)
    states = (_norms(sentence, around) if around else []) + ([own] if own else [])
    return states if len(states) > 1 or item.mention.attributes["number"] == "sg" else []  # not "colleagues from A"


def _complete(person: PersonRecord, title: Mention) -> None:
    """Take the title that the text has elsewhere for an office that only the terms of office gave."""
    for post in person.posts:
        if post.title is None and post.office == title.norm and post.rule == "posts.terms_of_office":
            post.title = title
