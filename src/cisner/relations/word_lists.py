"""Lists of words, prefixes (``stem*``) and endings as pattern files have them, made ready once to ask for a word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache


@lru_cache(maxsize=256)
def ending(endings: tuple[str, ...]) -> re.Pattern[str]:
    """What finds one of these at the end of a word; with none it finds nothing."""
    return re.compile(f"(?:{'|'.join(endings) or '(?!)'})$")


class Prefixed:
    """A list of words and prefixes (``stem*``) from a pattern file."""

    def __init__(self, listed: Iterable[str]) -> None:
        listed = tuple(listed)
        self._whole = frozenset(w for w in listed if not w.endswith("*"))
        self._prefixes = tuple(w[:-1] for w in listed if w.endswith("*"))

    def __contains__(self, word: str) -> bool:
        return word in self._whole or word.startswith(self._prefixes)


@lru_cache(maxsize=256)
def prefixed(listed: Collection[str]) -> Prefixed:
    """The list that a pattern file has, made once."""
    return Prefixed(listed)


@lru_cache(maxsize=256)
def stems(listed: Collection[str]) -> tuple[str, ...]:
    """What the words and prefixes of a list begin with."""
    return tuple(word.removesuffix("*") for word in listed)
