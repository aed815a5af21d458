"""Sentence starts: at line breaks, and after closing punctuation before a capital, a digit, a quote or a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from cisner.components.component import Component
from cisner.lexicon import Lexicon
from cisner.words import Words

_END = frozenset({".", "!", "?", "…", "...", "!..", "?.."})
_CLOSERS = frozenset({'"', "”", "»", "“", ")", "'", "’", "]"})
_OPENERS = frozenset("\"«“„‘'(-–—•·*▪")
_NO_START = 2**64 - 1


class Boundaries(Component):
    """Marks the first token of every sentence.

    Args:
        lexicon: The language's lexicon.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._year_abbreviation = frozenset(lexicon.dates["context"]["year_abbreviation"])
        self._names = lexicon.names

    def find(self, words: Words) -> None:
        """Set the sentence starts."""
        starts = _starts(words.texts, self._year_abbreviation)
        if any(f"{letter}." in words.lower for letter in self._names.letters):
            starts = sorted({*starts, *self._after_letters(words)})
        words.starts = starts

    def _after_letters(self, words: Words) -> list[int]:
        """Sentences after a name that ends in a letter: "… Ван И. Он сказал"."""
        ends = [f"{letter}." for letter in self._names.letters]
        return [
            i + 1
            for i in range(1, len(words.texts) - 1)
            if words.lower[i] in ends
            and words.lower[i - 1] in self._names.surname_first
            and words.texts[i + 1][:1].isupper()
        ]

    def write(self, doc: Doc, words: Words) -> None:
        """Set the sentence starts of a doc."""
        column = np.full((len(doc), 1), _NO_START, dtype="uint64")
        column[words.starts] = 1
        doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]


def _starts(words: Sequence[str], year_abbreviation: frozenset[str]) -> list[int]:
    starts = [0]
    pending = after_break = False
    for index, word in enumerate(words):
        if word[0] in "\n\r" or (word[0] in " \t" and "\n" in word):
            after_break = True
            continue
        if after_break:
            if starts[-1] != index:
                starts.append(index)
            after_break = pending = False
        elif pending:
            if word in _CLOSERS or word.isspace():
                continue
            first = word[0]
            if (first.isalpha() and not first.islower()) or first.isdigit() or first in _OPENERS:
                starts.append(index)
            pending = False
        if word in _END:
            pending = not _abbreviated(words, index)
        elif word in year_abbreviation and index and re.match(r"\d{4}", words[index - 1]):
            pending = True
    return starts


def _abbreviated(words: Sequence[str], index: int) -> bool:
    """Whether a full stop belongs to an initial or a numbering ("1.", "V .") rather than to a sentence."""
    if words[index] != "." or index == 0:
        return False
    before = words[index - 1]
    if len(before) == 1 and before.isalpha() and before.isupper():
        return True
    return before.isdigit() and len(before) <= 2 and (index == 1 or "\n" in words[index - 2])
