"""spaCy's tokenizer of a language over normalised text: the same tokens in a fraction of the time.

spaCy's own loop forgets its cache after the first special case of a text, and in a memory zone it has none (spaCy
issue 13950). A run of characters without white space is split in the same way wherever it stands, so each is split once
and remembered here; only special cases that reach across spaces ("и др.") need a second look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from types import FunctionType
from typing import Any, NamedTuple

from spacy.attrs import LIKE_NUM
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from cisner.text import normalise

_BREAK = re.compile(r"(\s\s+|[^\S ])")  # white space that is more than one plain space
_REMEMBERED = 50_000  # runs, in about 20 MB
_LONGEST = 1_000  # characters of a run: the time to split one grows with the square of its length


class NormalisingTokenizer:
    """Splits normalised text into the tokens that spaCy's own tokenizer makes of it; the length does not change.

    The one difference: runs of more than 1,000 characters without white space are cut before they are split.

    Args:
        base: The language's own tokenizer.
    """

    def __init__(self, base: Tokenizer) -> None:
        self.vocab: Vocab = base.vocab
        self._runs = _Runs(base)

    def __call__(self, text: str) -> Doc:
        """Tokenize a text."""
        words: list[str] = []
        spaces: list[bool] = []
        norms: dict[int, int] = {}
        for index, piece in enumerate(_BREAK.split(normalise(text))):
            if index % 2:
                if words and piece[0] == " ":
                    spaces[-1] = True
                    piece = piece[1:]
                found = self._runs[piece]
                words += found.words
                spaces += found.spaces
                spaces[-1] = False
                continue
            if piece[:1] == " ":  # the text begins with it
                words.append(" ")
                spaces.append(False)
                piece = piece[1:]
            if not piece:
                continue
            ends_in_space = piece[-1] == " "  # the text does
            runs = self._runs.split(piece[:-1] if ends_in_space else piece)
            words_of, spaces_of, norms_of = zip(*map(self._runs.__getitem__, runs), strict=True)
            if any(norms_of):
                norms |= _positions(norms_of, words_of, len(words))
            words += chain.from_iterable(words_of)
            spaces += chain.from_iterable(spaces_of)
            spaces[-1] = ends_in_space
        doc = Doc(self.vocab, words=words, spaces=spaces)
        for position, norm in norms.items():
            doc[position].norm = norm
        return doc

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """Tokenize texts one by one."""
        return map(self, texts)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to store: the tokenizer follows from the language."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> NormalisingTokenizer:
        """Nothing to read."""
        return self

    def to_disk(self, _: Path, **__: Any) -> None:
        """Nothing to store."""

    def from_disk(self, _: Path, **__: Any) -> NormalisingTokenizer:
        """Nothing to read."""
        return self


class _Split(NamedTuple):
    """The tokens of a run, whether a space follows each, and their norms where a special case sets any."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    norms: dict[int, int] | None


class _Runs(dict[str, _Split]):
    """Runs of characters and what they were split into; filled as they come, emptied when there are too many."""

    def __init__(self, base: Tokenizer) -> None:
        super().__init__()
        self._base = base
        self._plain = _without_special_cases(base)
        self._pairs = _pairs(base, self._plain)
        self._lefts = {left for left, _ in self._pairs}
        self._rights = {right for _, right in self._pairs}
        self._ends: dict[str, set[str]] = {}  # runs that a special case may go on from, and with which token
        self._starts: dict[str, set[str]] = {}  # runs that a special case may go on in

    def __missing__(self, run: str) -> _Split:
        if len(self) >= _REMEMBERED:
            self.clear()
            self._ends.clear()
            self._starts.clear()
        split = self._tokenize(run)
        if len(run) > 2 * len(split.words) + 60:
            return split
        self[run] = split
        if " " not in run:
            for ends, index, known in ((self._ends, -1, self._lefts), (self._starts, 0, self._rights)):
                tokens = {split.words[index], self._plain(run)[index].text} & known
                if tokens:
                    ends[run] = tokens
        return split

    def _tokenize(self, run: str) -> _Split:
        doc = self._base(run)
        norms = {token.i: token.norm for token in doc if token.norm != token.lex.norm}
        spaces = [bool(token.whitespace_) for token in doc]
        spaces[-1] = True
        return _Split(tuple(token.text for token in doc), tuple(spaces), norms or None)
