"""What is worked out of a word form once and then remembered, up to a bound."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import compress, count
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")
_MOST = 10_000


class Remembered(dict[_K, _V]):
    """The answers of a function: each is asked for once, as long as it is wanted now and then.

    When there are too many, those since the last time become the old ones, and old ones that nobody has asked for in
    the meantime are forgotten: memory stays flat over an archive, and common words stay known.

    Args:
        function: What gives the answer for a word.
        most: How many answers are remembered, and as many old ones.
    """

    def __init__(self, function: Callable[[_K], _V], most: int = _MOST) -> None:
        super().__init__()
        self._function = function
        self._most = most
        self._old: dict[_K, _V] = {}

    def __missing__(self, word: _K) -> _V:
        if len(self) >= self._most:
            self._old = dict(self)
            self.clear()
        old = self._old
        value = self[word] = old[word] if word in old else self._function(word)
        return value

    def places(self, keys: Iterable[_K]) -> list[int]:
        """Which of some keys, by number, have an answer that is not empty."""
        return list(compress(count(), map(self.__getitem__, keys)))
