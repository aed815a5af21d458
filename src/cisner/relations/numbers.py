"""Numbers of sessions: "the 101st session", "XXI заседание", "session No. 101"."""

from __future__ import annotations

import re

from cisner.relations.sentence import View
from cisner.small_words import SmallWords

_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|-?[а-я]{1,3})")
_ROMAN = re.compile(r"[IVXL]{1,7}")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_AFTER = 3  # tokens of "under the number"


def number_at(view: View, start: int, end: int, last: int) -> int:
    """The number that the words of a meeting phrase, or those right after it, give a session; 0 for none.

    Args:
        view: The document.
        start: First token of the phrase.
        end: Token after its last.
        last: Token after the last of the sentence.
    """
    for index in range(start, end):
        found = _ordinal(view, index)
        if found:
            return found
    words = view.lexicon.file.words.number
    for index in range(end, min(end + _AFTER, last - 1)):
        if view.lower[index] in words:
            digits = next((w for w in view.words[index + 1 : index + 3] if w.isalnum()), "")
            return int(digits) if digits.isdigit() and len(digits) <= 3 else 0
    return 0


def _ordinal(view: View, index: int) -> int:
    """The ordinal number at a token: "101st", "101" before "-е", "XXI"."""
    word = view.words[index]
    if not word[:1].isdigit():
        return _roman(word) if is_roman(word) else 0
    found = _ORDINAL.fullmatch(word.lower())
    if found:
        return int(found.group(1))
    return int(word) if word.isdigit() and len(word) <= 3 and view.words[index + 1 : index + 2] == ["-"] else 0


def is_roman(word: str) -> bool:
    """Whether a word is a Roman number."""
    return _ROMAN.fullmatch(word) is not None


def _roman(word: str) -> int:
    """The value of a Roman number."""
    values = [_VALUES[letter] for letter in word]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def ordinal_at(view: View, start: int, end: int) -> int:
    """The number that an ordinal in words gives a session between two tokens, "the sixth summit"; 0 for none.

    Args:
        view: The document.
        start: First token.
        end: Token after the last.
    """
    words = view.lexicon.file.words
    for word in view.lower[start:end]:
        if word.startswith(words.ordinals) and (found := _value(words, word)):
            return found
    return 0


def turn_at(view: View, index: int) -> int:
    """The number that a token gives a session as an ordinal, in words or digits; 0 for none."""
    return ordinal_at(view, index, index + 1) or _ordinal(view, index)


def _value(words: SmallWords, word: str) -> int:
    """The number that an ordinal stands for; 0 for another word."""
    for value, stem in enumerate(words.ordinals, 1):
        if word.startswith(stem):
            rest = word[len(stem) :]
            if rest in words.ordinal_endings or not (rest or words.ordinal_endings):
                return value
    return 0
