"""Cyrillic and Latin spellings of names: a transliteration, and a key under which the usual systems agree.

What comes out is an alias for look-up and a help for readers, never an official spelling: no system gives more than
some of the names as their bearers write them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ё": "yo",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h", "җ": "j", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u",
}  # fmt: skip
_BEFORE_YE = frozenset("аеёиоуыэюяіїєъьәөұү")
_PLAIN = str.maketrans({"ı": "i", "ə": "a", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
# Spellings of one sound, in this order; what stands on the right is no spelling of its own but a key.
_SAME = (
    ("shch", "s"), ("sch", "s"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"),
    ("tch", "c"), ("ch", "c"), ("sh", "s"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("ij", "i"), ("y", "i"),
    ("iie", "e"), ("ie", "e"), ("io", "o"), ("iu", "u"), ("ia", "a"), ("ii", "i"), ("ou", "u"), ("oo", "u"),
    ("ee", "e"), ("ae", "e"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")
_NO_LETTER = re.compile(r"[^a-z]+")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")


def is_cyrillic(text: str) -> bool:
    """Whether a text has a Cyrillic letter."""
    return _CYRILLIC_LETTER.search(text) is not None


def to_latin(text: str) -> str:
    """A Cyrillic name in Latin letters, close to the system of BGN/PCGN without its signs: Токаев, Tokayev."""
    out: list[str] = []
    before = ""
    for index, letter in enumerate(text):
        low = letter.lower()
        following = text[index + 1 : index + 2]
        if low == "е":
            latin = "ye" if not before.isalpha() or before in _BEFORE_YE else "e"
        elif low in "иы" and following.lower() == "й" and not text[index + 2 : index + 3].isalpha():
            latin = ""  # -ий and -ый at the end of a word are -y
        else:
            latin = _LATIN.get(low, low)
        if letter != low and latin:
            latin = latin.upper() if following.isupper() and len(latin) > 1 else latin[0].upper() + latin[1:]
        out.append(latin)
        before = low
    return "".join(out)


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """What a name or a part of it has in common in all usual spellings, Latin and Cyrillic: letters only."""
    latin = to_latin(name.lower()) if is_cyrillic(name) else name.lower()
    if not latin.isascii():
        latin = unicodedata.normalize("NFKD", latin.translate(_PLAIN))
    if not (latin.isascii() and latin.isalpha()):
        latin = _NO_LETTER.sub("", latin)
    for spelling, sound in _SAME:
        if spelling in latin:
            latin = latin.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", latin)
