"""Names of one person brought together."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from difflib import SequenceMatcher

from cisner.lexicon import Lexicon
from cisner.name_data import Names
from cisner.relations.cast import PersonRecord
from cisner.relations.naming import NameIndex, is_from_given_name, is_patronymic, similar, split_name, surname_of
from cisner.relations.posts import Named

_SPELLED = 0.75  # what two spellings of a surname have in common


class _Clusters:
    """Brings the names of one person together.

    Args:
        names: What tells a name in the language.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._index = NameIndex()
        self.people: list[PersonRecord] = []
        self._starts: list[list[int]] = []  # of the mentions of each person, sorted
        self._offices: list[set[str]] = []  # that stand with the mentions of each person

    def add(self, named: Named) -> None:
        """Give a name to the person that it means, known or new."""
        name = named.mention.norm
        words, initials = split_name(name)
        person = self._find(words, initials, named)
        if person is None:
            surname = surname_of(words, self._names)
            gender = named.mention.attributes.get("gender", "")
            person = PersonRecord(name, words, initials, surname, gender, index=len(self.people))
            self.people.append(person)
            self._index.add(person.index, words, surname)
            self._starts.append([])
            self._offices.append(set())
        elif _fuller(words, initials, name, person):
            person.name, person.parts, person.initials = name, words, initials
            self._index.add_words(person.index, words)
        person.named.append(named)
        named.person = person.index
        insort(self._starts[person.index], named.item.start)
        self._offices[person.index].update(post.office for post in named.posts)

    def _find(self, words: Sequence[str], initials: Sequence[str], named: Named) -> PersonRecord | None:
        if not words:
            return None
        short = len(words) == 1 and not initials
        given = not short and len(words) == 2 and is_patronymic(words[1], self._names)
        surname = words[0] if short or given else surname_of(words, self._names)
        near = [self.people[i] for i in self._index.find(surname)]
        if short:
            candidates = [p for p in near if _is_called(p, surname)] or self._in_brackets(surname, named)
        elif given:  # given name and patronymic of somebody named in full
            candidates = [p for p in near if set(words) <= set(p.parts)]
            if not candidates and not named.posts:
                candidates = self._without_patronymic(near, words)
        else:
            candidates = [p for p in near if _same(p, words, initials, surname)]
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        offices = {p.office for p in named.posts}
        for person in candidates:
            if not offices.isdisjoint(self._offices[person.index]):
                return person
        start = named.item.start
        before = [p for p in candidates if self._starts[p.index][0] <= start]
        return max(before or candidates, key=lambda p: self._last_before(p.index, start))

    def _without_patronymic(self, near: Sequence[PersonRecord], words: Sequence[str]) -> list[PersonRecord]:
        """The only one of a given name, named without patronymic: "Людмила Петрова" for "Людмила Марковна"."""
        of_name = [p for p in near if len(p.parts) == 2 and p.parts[0] == words[0]]
        alone = len(of_name) == 1 and len(of_name) == len(near)
        return of_name if alone and is_from_given_name(words[1], self._names) else []

    def _in_brackets(self, surname: str, named: Named) -> list[PersonRecord]:
        """Whose surname another spelling in brackets gives: "Akylbek Japarov (Zhaparov)"."""
        position, symbols = named.item.position, named.sentence.symbols
        if symbols[max(0, position - 2) : position + 2] != "P(P)":
            return []
        start = named.sentence.at[position - 2].start
        people = [p for p in self.people if start in self._starts[p.index]]
        return [p for p in people if SequenceMatcher(None, surname, p.surname).ratio() >= _SPELLED]

    def _last_before(self, person: int, start: int) -> int:
        starts = self._starts[person]
        position = bisect_right(starts, start)
        return starts[position - 1] if position else -1


def cluster(by_sentence: Sequence[Sequence[Named]], lexicon: Lexicon) -> list[PersonRecord]:
    """The people whom the names of a report are of, in order of their fullest names."""
    clusters = _Clusters(lexicon.names)
    everyone = [n for row in by_sentence for n in row]
    for named in sorted(everyone, key=lambda n: (sum(map(len, split_name(n.mention.norm))) < 2, n.item.start)):
        clusters.add(named)
    for person in clusters.people:
        person.named.sort(key=lambda n: n.item.start)
    return clusters.people


def _fuller(words: Sequence[str], initials: Sequence[str], name: str, person: PersonRecord) -> bool:
    return (len(words), len(initials)) > (len(person.parts), len(person.initials)) and not name.isupper()


def _is_called(person: PersonRecord, word: str) -> bool:
    """Whether a word alone may mean a person."""
    return similar(word, person.surname) or (len(person.parts) > 2 and word in person.parts)


def _same(person: PersonRecord, words: Sequence[str], initials: Sequence[str], surname: str) -> bool:
    if not similar(surname, person.surname) and not (surname in person.parts and person.surname in words):
        return False
    own = [w for w in words if w != surname and not similar(w, person.surname)]
    other = [w for w in person.parts if w != person.surname and not similar(w, surname)]
    if own and other:
        return any(similar(a, b) for a in own for b in other)
    letters = initials[:1] or [w[0] for w in own[:1]]
    others = person.initials[:1] or [w[0] for w in other[:1]]
    return not letters or not others or letters[0] == others[0]
