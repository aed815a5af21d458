"""Names of people in a report: taken apart, compared, and found again among many in little time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz, process

from cisner.morphology import fold
from cisner.name_data import Names

_INITIAL = re.compile(r"^(?:\w[a-zа-я]?\.-?)+$")
_GLUED = re.compile(r"^((?:\w[a-zа-я]?\.-?)+)(\w{2,}.*)$")
_GLUED_AFTER = re.compile(r"^(\w{3,}?)((?:[A-ZА-Я]\.)+)$")
_ALIKE = 0.83
_LONG = 4  # letters above which two words may differ and still be one name


@lru_cache(maxsize=10_000)
def split_name(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Folded words and initials of a name."""
    words: list[str] = []
    initials: list[str] = []
    for part in name.split():
        glued = _GLUED.match(part)
        after = _GLUED_AFTER.match(part)
        if _INITIAL.match(part):
            initials += re.findall(r"\w", fold(part))
        elif glued:
            initials += re.findall(r"(\w)[a-zа-я]?\.", fold(glued.group(1)))
            words.append(fold(glued.group(2)))
        elif after:
            words.append(fold(after.group(1)))
            initials += re.findall(r"\w", fold(after.group(2)))
        else:
            words.append(fold(part))
    return tuple(words), tuple(initials)


def similar(a: str, b: str) -> bool:
    """Whether two folded words may be spellings of one name."""
    return a == b or (min(len(a), len(b)) > _LONG and a[0] == b[0] and _ratio(a, b) >= _ALIKE)


@lru_cache(maxsize=10_000)
def _ratio(a: str, b: str) -> float:
    # what rapidfuzz finds in common is never less than what difflib does, and found a hundred times as fast
    return SequenceMatcher(None, a, b).ratio() if fuzz.ratio(a, b) >= 100 * _ALIKE - 1 else 0.0


def surname_of(words: Sequence[str], names: Names) -> str:
    """The surname among the folded words of a name."""
    if not words:
        return ""
    if len(words) > 2 and (is_patronymic(words[-1], names) or words[-1] in names.patronymic_words):
        return words[0]
    if len(words) > 1 and words[0] in names.surname_first:
        return words[0]
    if (
        len(words) == 2
        and words[1] in names.given
        and words[0] not in names.given
        and not names.surname.search(words[1])
    ):
        return words[0]
    return words[-1]


def is_patronymic(word: str, names: Names) -> bool:
    """Whether a folded word has the ending of a patronymic."""
    return any(pattern.search(word) for pattern, _ in names.patronymics)


def is_from_given_name(word: str, names: Names) -> bool:
    """Whether a folded patronymic is of a known given name: "Николаевич", not the surname "Мясникович"."""
    stems = [pattern.sub("", word) for pattern, _ in names.patronymics if pattern.search(word)]
    return any(name.startswith(stem) and len(name) < len(stem) + 3 for stem in stems for name in names.given)


class NameIndex:
    """Numbers by surnames and other words of names; finds those whose words are the same or may be."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[int]] = {}
        self._by_surname: dict[str, list[int]] = {}
        self._alike: dict[str, list[str]] = {}  # long surnames by first letter

    def add(self, number: int, words: Sequence[str], surname: str) -> None:
        """Put in a number under a surname and all words of a name."""
        self.add_words(number, words)
        if surname not in self._by_surname:
            self._by_surname[surname] = []
            if len(surname) > _LONG:
                self._alike.setdefault(surname[0], []).append(surname)
        self._by_surname[surname].append(number)

    def add_words(self, number: int, words: Sequence[str]) -> None:
        """Put in a number under the words of a fuller form of its name."""
        for word in words:
            self._by_word.setdefault(word, []).append(number)

    def find(self, word: str) -> list[int]:
        """The numbers that may be meant by a word, in ascending order."""
        found = {*self._by_word.get(word, ()), *self._by_surname.get(word, ())}
        for surname in self._near(word):
            found.update(self._by_surname[surname])
        return sorted(found)

    def _near(self, word: str) -> list[str]:
        choices = self._alike.get(word[0]) if len(word) > _LONG else None
        if not choices or choices == [word]:
            return choices or []
        alike = process.extract(word, choices, scorer=fuzz.ratio, score_cutoff=100 * _ALIKE - 1, limit=None)
        return [surname for surname, _, _ in alike]
