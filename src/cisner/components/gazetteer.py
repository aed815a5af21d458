"""Everything that can be listed: countries, organizations, cities, titles, meeting and document nouns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import compress, count
from typing import Any

from spacy.tokens import Doc

from cisner.components.component import Component
from cisner.lexicon import COMPOUND, Entry, Lexicon
from cisner.mentions import Mention
from cisner.morphology import PLURAL, fold
from cisner.remembering import Remembered
from cisner.words import Words

_PLAIN = re.compile(r"^[\w\- ]+$")
_PIECES = re.compile(r"-|[^\s-]+")
# Of several meanings of one stretch of text the first of these is its label; the others stay known to the components.
_WHOLE = frozenset({"CITY", "COUNTRY", "ADJECTIVE", "DEMONYM", "STOP"})  # nothing is read inside these
_ORDER = ("STOP", "ROLE", "ORGAN", "COUNTRY", "CITY", "ORGANIZATION", "ADJECTIVE", "DEMONYM", "CHIEF", "INSTITUTION",
          "COUNTERPART",
          "DEPUTY", "ACTING", "FORMER", "MEETING", "AGREEMENT", "NEUTRAL")  # fmt: skip
_WITH_LEMMA = frozenset({"AGREEMENT", "MEETING", "ROLE", "CHIEF", "DEPUTY", "ACTING", "FORMER", "NEUTRAL"})
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_HYPHENS = frozenset("-–")
_END = ""  # of a phrase, among the words that go on it
_LONG = 8  # letters from which a name may hold a typing error
_NESTED = frozenset({"COUNTRY", "ADJECTIVE", "DEMONYM", "ORGANIZATION", "CITY"})


class Gazetteer(Component):
    """Matches the phrases of a lexicon, the longest first; countries and bodies are also found inside longer names.

    Args:
        tokenizer: Splits the phrases as texts are split.
        lexicon: What to match.
    """

    def __init__(self, tokenizer: Callable[[str], Doc], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._phrases: dict[str, dict[str, Any]] = {}
        for key, entries in lexicon.entries.items():
            if _PLAIN.match(key):
                self._add(_PIECES.findall(key))
            else:
                for text in {e.text for e in entries}:
                    self._add([fold(token.text) for token in tokenizer(text)])
        self._misspelt = Remembered(self._typo)
        self._known = Remembered(self._meaning)
        self._near: dict[str, list[str]] = {}
        for key, known in lexicon.entries.items():
            if (
                len(key) >= _LONG
                and key.isalpha()
                and any(e.kind == "COUNTRY" and e.extra != "ambiguous" for e in known)
            ):
                for deletion in _deletions(key):
                    self._near.setdefault(deletion, []).append(key)

    def _add(self, words: Sequence[str]) -> None:
        node = self._phrases
        for word in words:
            node = node.setdefault(word, {})
        node[_END] = {}

    def _matches(self, words: Words) -> Iterator[tuple[int, int]]:
        """The stretches that may be phrases, letter case aside."""
        lower, phrases = words.lower, self._phrases
        last = len(lower)
        for start in compress(count(), map(phrases.__contains__, lower)):
            node: dict[str, Any] | None = phrases[lower[start]]
            end = start + 1
            while node is not None:
                if _END in node:
                    yield start, end
                node = node.get(lower[end]) if end < last else None
                end += 1

    def find(self, words: Words) -> None:
        """Add the phrases as mentions."""
        meanings: dict[tuple[int, int], tuple[Meaning, Meaning | None]] = {}
        for start, end in self._matches(words):
            meaning = self._known[words.texts[start] if end - start == 1 else words.slice(start, end)]
            if meaning is not None and (meaning[0][3]["extra"] != COMPOUND or self._compound(words, end)):
                meanings[start, end] = meaning
        typos = self._misspelt.places(words.texts)
        if typos:
            taken = {i for span in meanings for i in range(*span)}
            for index in typos:
                meaning = self._known[words.texts[index]]
                if index not in taken and meaning is not None:
                    meanings[index, index + 1] = meaning
        out = []
        covering: dict[int, Mention] = {}
        for start, end in sorted(meanings, key=lambda span: span[0] - span[1]):  # of those as long the first
            if start not in covering and end - 1 not in covering:
                mention = _mention(start, end, meanings.pop((start, end))[0])
                out.append(mention)
                if end - start == 1:  # as most often
                    covering[start] = mention
                else:
                    covering.update(dict.fromkeys(range(start, end), mention))
        for (start, end), (_, nested) in meanings.items():
            inside = covering.get(start)
            if inside is None or inside.start > start or inside.end < end or inside.label in _WHOLE:
                continue
            if nested is not None:
                mention = _mention(start, end, nested)
                mention.attributes["nested"] = True
                out.append(mention)
        words.add(out)

    def _compound(self, words: Words, end: int) -> bool:
        """Whether another state follows after a hyphen: "Sino-Russian", but not "Indo-Pacific"."""
        if end + 1 >= len(words.lower) or words.lower[end] not in _HYPHENS:
            return False
        following = self._known[words.texts[end + 1]]
        return following is not None and following[0][0] in ("ADJECTIVE", "COUNTRY")

    def _typo(self, word: str) -> Sequence[Entry]:
        """What is meant by the long name of a state with one letter wrong, missing, doubled or swapped."""
        if len(word) < _LONG or not word[0].isupper() or not word.isalpha() or word.isupper():
            return ()
        return self._correct(fold(word))

    def _correct(self, word: str) -> Sequence[Entry]:
        for key in _deletions(word):
            for name in self._near.get(key, ()):
                if _one_edit(word, name):
                    return (
                        () if self._is_name(word) else [e for e in self._lexicon.entries[name] if e.kind == "COUNTRY"]
                    )
        return ()

    def _is_name(self, word: str) -> bool:
        """Whether a word is, or ends as, a part of somebody's name."""
        names = self._lexicon.names
        return (
            word in names.given or any(p.search(word) for p, _ in names.patronymics) or bool(names.surname.search(word))
        )

    def _meaning(self, text: str) -> tuple[Meaning, Meaning | None] | None:
        """What a stretch of text means, and what it means inside a longer name."""
        found = self._lexicon.lookup(text) or self._typo(text)
        nested = [e for e in found if e.kind in _NESTED]
        return (_meaning(found), _meaning(nested) if nested else None) if found else None


Meaning = tuple[str, str, str, dict[str, object]]  # label, norm, rule, attributes


def _meaning(entries: Sequence[Entry]) -> Meaning:
    ranked = sorted(entries, key=lambda e: _RANK[e.kind])
    first = ranked[0]
    same = [e for e in ranked if e.kind == first.kind]
    attributes: dict[str, object] = {
        "readings": sorted({r for e in same for r in e.readings}),
        "extra": first.extra,
    }
    if first.kind in _WITH_LEMMA:
        attributes["lemma"] = first.lemma
    if first.governed and all(number == PLURAL for e in same for number, _ in e.readings):
        attributes["governed"] = first.governed
    others = [[e.kind, e.value, e.rule, e.extra] for e in ranked[1:]]
    if others:
        attributes["also"] = others
    return first.kind, first.value, first.rule, attributes


def _mention(start: int, end: int, meaning: Meaning) -> Mention:
    label, norm, rule, attributes = meaning
    return Mention(label, start, end, norm, rule, attributes.copy())


def _deletions(word: str) -> set[str]:
    """The word and what is left of it without one of its letters: equal for words that are one edit apart."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _one_edit(word: str, name: str) -> bool:
    """Whether two words differ by one letter more, less or other, or by two neighbours swapped."""
    if word[0] != name[0] or abs(len(word) - len(name)) > 1 or word == name:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    rest, other = word[at:], name[at:]
    if len(word) == len(name):
        return rest[1:] == other[1:] or (rest[:2] == other[:2][::-1] and rest[2:] == other[2:])
    return rest[1:] == other or rest == other[1:]
