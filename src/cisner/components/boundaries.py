"""Sentence starts: at line breaks, and after closing punctuation before a capital, a digit, a quote or a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from cisner.components.component import Component
from cisner.lexicon import Lexicon
from cisner.remembering import Remembered
from cisner.words import Words

_END = frozenset({".", "!", "?", "…", "...", "!..", "?.."})
_CLOSERS = frozenset({'"', "”", "»", "“", ")", "'", "’", "]"})
_OPENERS = frozenset("\"«“„‘'(-–—•·*▪")
_YEAR = re.compile(r"\d{4}")
_AGENCY = "/."  # of a dateline: "МОСКВА, 6 июня. /ТАСС/."
_NO_START = 2**64 - 1


class Boundaries(Component):
    """Marks the first token of every sentence.

    Args:
        lexicon: The language's lexicon.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._year_abbreviation = frozenset(lexicon.dates["context"]["year_abbreviation"])
        self._letters = frozenset(f"{letter}." for letter in lexicon.names.letters)
        self._surname_first = lexicon.names.surname_first
        ending = _END | self._year_abbreviation
        self._telling: Remembered[str, bool] = Remembered(
            lambda word: word in ending or word.endswith(_AGENCY) or _is_break(word)
        )

    def find(self, words: Words) -> None:
        """Set the sentence starts."""
        starts = self._starts(words.texts)
        if not self._letters.isdisjoint(words.lower):
            starts = sorted({*starts, *self._after_letters(words)})
        words.starts = starts

    def _after_letters(self, words: Words) -> list[int]:
        """Sentences after a name that ends in a letter: "… Ван И. Он сказал"."""
        return [
            i + 1
            for i in range(1, len(words.texts) - 1)
            if words.lower[i] in self._letters
            and words.lower[i - 1] in self._surname_first
            and words.texts[i + 1][:1].isupper()
        ]

    def write(self, doc: Doc, words: Words) -> None:
        """Set the sentence starts of a doc."""
        column = np.full((len(doc), 1), _NO_START, dtype="uint64")
        column[words.starts] = 1
        doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]

    def _starts(self, words: Sequence[str]) -> list[int]:
        starts = [0]
        last = len(words)
        for index in self._telling.places(words):
            following = index + 1
            if _is_break(words[index]):
                while following < last and _is_break(words[following]):
                    following += 1
                starts_here = following < last
            elif self._ends(words, index):
                while following < last and (words[following] in _CLOSERS or words[following].isspace()):
                    if _is_break(words[following]):
                        break
                    following += 1
                starts_here = following < last and _opens(words[following])
            else:
                continue
            if starts_here and starts[-1] != following:
                starts.append(following)
        return starts

    def _ends(self, words: Sequence[str], index: int) -> bool:
        """Whether a sentence may end with a mark or an abbreviation."""
        if words[index].endswith(_AGENCY):
            return True
        if words[index] in _END:
            return not _abbreviated(words, index)
        return index > 0 and _YEAR.match(words[index - 1]) is not None


def _is_break(word: str) -> bool:
    """Whether a word is white space with a line break."""
    return word[0] in "\n\r" or (word[0] in " \t" and "\n" in word)


def _opens(word: str) -> bool:
    """Whether a sentence may begin with a word: a capital, a digit, a quote or a dash; no line break does."""
    first = word[0]
    return (first.isalpha() and not first.islower()) or first.isdigit() or first in _OPENERS


def _abbreviated(words: Sequence[str], index: int) -> bool:
    """Whether a full stop belongs to an initial or a numbering ("1.", "V .") rather than to a sentence."""
    if words[index] != "." or index == 0:
        return False
    before = words[index - 1]
    if len(before) == 1 and before.isalpha() and before.isupper():
        return True
    return before.isdigit() and len(before) <= 2 and (index == 1 or "\n" in words[index - 2])
