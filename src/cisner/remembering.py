"""What is worked out of a word form once and then remembered, up to a bound."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")
_MOST = 100_000


class Remembered(dict[_K, _V]):
    """The answers of a function: each is asked for once, and all are forgotten when there are too many.

    Args:
        function: What gives the answer for a word.
        most: How many answers are remembered.
    """

    def __init__(self, function: Callable[[_K], _V], most: int = _MOST) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, word: _K) -> _V:
        if len(self) >= self._most:
            self.clear()
        value = self[word] = self._function(word)
        return value
