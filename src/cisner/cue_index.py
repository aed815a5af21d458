"""Cues: patterns of words, prefixes and gaps, found in a text by the words that they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from cisner.morphology import fold
from cisner.remembering import Remembered

_GAP = re.compile(r"_(\d+)$")
_ENDS = frozenset({".", "!", "?", ";", "\n", "\n\n"})  # that a gap does not reach over
_STOP = "\0"


@dataclass(frozen=True, slots=True)
class Cue:
    """A compiled cue: words, prefixes (``stem*``) and gaps (``_2``)."""

    type: str
    rule: str
    parts: tuple[str, ...]


def tokenize_cue(form: str) -> list[str]:
    """Split a cue, keeping ``*`` and ``_n``."""
    words = []
    for word in fold(form).split():
        if _GAP.match(word):
            words.append(word)
        else:
            words += [w for w in re.split(r"(-|'s|['’])", word) if w]
    return words


@dataclass(frozen=True, slots=True)
class _Step:
    """A word of a cue after its first: the word or its beginning, and how many other words may stand before it."""

    text: str
    is_prefix: bool
    gap: int


def _steps(parts: Sequence[str]) -> tuple[_Step, ...]:
    steps = []
    gap = 0
    for part in parts:
        found = _GAP.match(part)
        if found:
            gap = int(found.group(1))
        else:
            steps.append(_Step(part.removesuffix("*"), part.endswith("*"), gap))
            gap = 0
    return tuple(steps)


# What the next word, and _STOP behind it, begins with; how many words of the cue that tells, the steps after them, and
# the whole words among these.
_Compiled = tuple[Cue, str, int, tuple[_Step, ...], frozenset[str]]


def _compiled(cue: Cue) -> _Compiled:
    """A cue with what the word after its first begins with: a whole word ends in a stop; before a gap any will do."""
    steps = _steps(cue.parts[1:])
    begins, told = "", 1
    if steps and not steps[0].gap:
        begins, told = steps[0].text + ("" if steps[0].is_prefix else _STOP), 2
    steps = steps[told - 1 :]
    return cue, begins, told, steps, frozenset(step.text for step in steps if not step.is_prefix)


class _Starting(NamedTuple):
    """The cues that may start at a word.

    Attributes:
        cues: All of them.
        whole: The words, each with a stop, that some of them go on with.
        open: The others, of which many next words may be.
    """

    cues: list[_Compiled]
    whole: frozenset[str]
    open: list[_Compiled]


class CueIndex:
    """Finds cues in a list of lower-case words; what can start at a word, and at two words, is remembered."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._exact: dict[str, list[_Compiled]] = {}
        self._prefix: dict[str, list[_Compiled]] = {}
        for cue in cues:
            first, compiled = cue.parts[0], _compiled(cue)
            if first.endswith("*"):
                self._prefix.setdefault(first[:-1], []).append(compiled)
            else:
                self._exact.setdefault(first, []).append(compiled)
        self._lengths = sorted(set(map(len, self._prefix)))
        self._starting: Remembered[str, _Starting | None] = Remembered(self._find_starting)
        self._going_on: Remembered[tuple[str, str], tuple[_Compiled, ...]] = Remembered(self._find_going_on)

    def _find_starting(self, word: str) -> _Starting | None:
        found = list(self._exact.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            found += self._prefix.get(word[:length], ())
        whole = frozenset(c[1] for c in found if c[1].endswith(_STOP))
        return _Starting(found, whole, [c for c in found if c[1] not in whole]) if found else None

    def _find_going_on(self, pair: tuple[str, str]) -> tuple[_Compiled, ...]:
        """The cues that start at a word and may go on with the next."""
        starting, following = self._starting[pair[0]], pair[1] + _STOP
        if starting is None:
            return ()
        near = starting.cues if following in starting.whole else starting.open
        return tuple([c for c in near if following.startswith(c[1])])

    def find(self, words: Sequence[str], present: Set[str] | None = None) -> list[tuple[int, int, Cue]]:
        """Matches as (start, end, cue) over word indexes, in text order; of one type at one start the longest.

        Args:
            words: The words.
            present: The same as a set, where there is one.
        """
        present = set(words) if present is None else present
        found: list[tuple[int, int, Cue]] = []
        last = len(words) - 1
        going_on = self._going_on
        for index in self._starting.places(words):
            cues = going_on[words[index], words[index + 1] if index < last else ""]
            if not cues:
                continue
            best: dict[str, tuple[int, Cue]] = {}
            for cue, _, told, steps, needed in cues:
                if not needed <= present:  # as most often
                    continue
                end = _match(steps, words, index + told) if steps else index + told
                if end and end > best.get(cue.type, (0, cue))[0]:
                    best[cue.type] = (end, cue)
            if best:
                found += [(index, end, cue) for end, cue in best.values()]
        return found


def _match(steps: tuple[_Step, ...], words: Sequence[str], position: int) -> int:
    """Where a match ends whose first word is before a position, or 0."""
    for step in steps:
        near = words[position : position + step.gap + 1]
        if step.is_prefix:
            at = next((i for i, word in enumerate(near) if word.startswith(step.text)), -1)
        else:
            at = near.index(step.text) if step.text in near else -1
        if at < 0 or (at and not _ENDS.isdisjoint(near[:at])):
            return 0
        position += at + 1
    return position
