"""spaCy's tokenizer of a language over normalised text: the same tokens in a fraction of the time.

spaCy's own loop forgets its cache after the first special case of a text, and in a memory zone it has none (spaCy
issue 13950). A run of characters without white space is split in the same way wherever it stands, so each is split once
and remembered here; only special cases that reach across spaces ("и др.") need a second look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, compress, count, pairwise
from pathlib import Path
from types import FunctionType
from typing import Any

from spacy.attrs import LIKE_NUM  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.vocab import Vocab

from cisner.morphology import fold
from cisner.text import normalise
from cisner.words import Words

_BREAK = re.compile(r"(\s\s+|[^\S ])")  # white space that is more than one plain space
_OTHER_SPACES = "\t\r\x1c\x1d\x1e\x1f"  # that are left in a normalised text
_REMEMBERED = 20_000  # runs, in about 10 MB
_LONG = 60  # characters; runs that are longer are not remembered
_TOO_LONG = 1_000  # characters; the time to split a run grows with the square of its length
_SLICE = 200
_PLAIN = re.compile(r"\w+(?:[,.]\w+)*")
_MARKS = (",", ".")  # at the end of a word


class NormalisingTokenizer:
    """Splits normalised text into the tokens that spaCy's own tokenizer makes of it; the length does not change.

    The one difference: runs of more than 1,000 characters without white space are cut before they are split.

    Args:
        base: The language's own tokenizer.
    """

    def __init__(self, base: Tokenizer) -> None:
        self.vocab: Vocab = base.vocab
        look_up_numbers_faster(base.vocab)
        self._runs = _Runs(base)

    def __call__(self, text: str) -> Doc:
        """Tokenize a text."""
        norms: dict[int, str] = {}
        words = self.words(normalise(text), norms)
        doc = Doc(self.vocab, words=words.texts, spaces=words.spaces)
        for position, norm in norms.items():
            doc[position].norm_ = norm
        return doc

    def words(self, text: str, norms: dict[int, str] | None = None) -> Words:
        """The tokens of a text without a doc, which takes as long to make as everything else here.

        Args:
            text: A normalised text.
            norms: Takes the norms that special cases set, by token.
        """
        tokens: list[_Token] = []
        ends: list[tuple[int, bool]] = []  # last tokens of pieces, and whether a space follows
        for index, piece in enumerate(_pieces(text)):
            if index % 2:
                if tokens and piece[0] == " ":
                    ends.append((len(tokens) - 1, True))
                    piece = piece[1:]
                tokens += self._runs[piece]
            else:
                if piece[:1] == " ":  # the text begins with it
                    tokens.append((" ", " ", False, ""))
                found = self._runs.find(piece.strip(" "))
                if not found:
                    continue
                tokens += chain.from_iterable(found)
            ends.append((len(tokens) - 1, not index % 2 and piece[-1] == " "))  # the text ends in it
        if not tokens:
            return Words([], [], [], text)
        words, lower, spaced, normed = zip(*tokens, strict=True)
        spaces = list(spaced)
        for position, space in ends:
            spaces[position] = space
        if norms is not None:
            norms |= {position: norm for position, norm in enumerate(normed) if norm}
        return Words(list(words), list(lower), spaces, text)

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


def _pieces(text: str) -> list[str]:
    """Text with single spaces and other white space, in turns."""
    if "  " in text or " \n" in text or "\n " in text or any(space in text for space in _OTHER_SPACES):
        return _BREAK.split(text)
    first, *lines = text.split("\n")  # the same, in a fraction of the time
    pieces, breaks = [first], ""
    for line in lines:
        breaks += "\n"
        if line:
            pieces += (breaks, line)
            breaks = ""
    return [*pieces, breaks] if breaks else pieces


# Text of a token, the same folded, whether a space follows, and the norm that a special case sets: in a plain tuple,
# which the garbage collector need not go through.
_Token = tuple[str, str, bool, str]
_Split = tuple[_Token, ...]


class _Runs(dict[str, _Split]):
    """Runs of characters and what they are split into: filled as they come, emptied when there are too many."""

    def __init__(self, base: Tokenizer) -> None:
        super().__init__()
        self._base = base
        self._plain = Tokenizer(
            base.vocab,
            prefix_search=base.prefix_search,
            suffix_search=base.suffix_search,
            infix_finditer=base.infix_finditer,
            token_match=base.token_match,
            url_match=base.url_match,
        )
        self._pairs = _special_pairs(base, self._plain)
        self._lefts = {left for left, _ in self._pairs}
        self._rights = {right for _, right in self._pairs}
        self._ends: dict[str, set[str]] = {}  # runs after which a special case may go on: their last tokens
        self._starts: dict[str, set[str]] = {}  # runs into which a special case may go on: their first tokens

    def find(self, piece: str) -> list[_Split]:
        """The tokens of a piece of text with single spaces only."""
        if len(self) + len(self._ends) + len(self._starts) >= _REMEMBERED:
            for remembered in (self, self._ends, self._starts):
                remembered.clear()
        runs = piece.split(" ") if piece else []
        found = list(map(self.__getitem__, runs))
        begun = compress(count(), map(self._starts.__contains__, runs))
        joints = [i for i in begun if i and self._may_join(runs[i - 1], runs[i])]
        if not joints:
            return found
        for index in reversed(joints):
            runs[index - 1 : index + 1] = [f"{runs[index - 1]} {runs[index]}"]
        return list(map(self.__getitem__, runs))

    def _may_join(self, left: str, right: str) -> bool:
        """Whether the last token of a run and the first of the next follow each other in a special case."""
        return any((a, b) in self._pairs for a in self._ends.get(left, ()) for b in self._starts.get(right, ()))

    def __missing__(self, run: str) -> _Split:
        split = self._word(run) or self._split(run)
        if len(run) <= _LONG:
            self[run] = split
        return split

    def _word(self, run: str) -> _Split | None:
        """The tokens of a run that is plainly a word or number, maybe with a comma or full stop: most new ones are."""
        word, mark = (run[:-1], run[-1]) if run[-1:] in _MARKS else (run, "")
        base, letters = self._base, word.isalpha()  # in letters alone there is nothing to split off, and no address
        if (
            len(run) > _LONG
            or not (letters or _PLAIN.fullmatch(word))
            or run in base.rules
            or word in base.rules
            or (word, mark) in self._pairs
            or (not letters and self._is_split(word))
            or (base.token_match and base.token_match(word))
        ):
            return None
        if mark and (
            base.find_suffix(run) != 1
            or (not letters and base.find_prefix(run))
            or (base.token_match and base.token_match(run))
            or (base.url_match and base.url_match(run))
        ):
            return None
        words = (word, mark) if mark else (word,)
        if words[-1] in self._lefts:
            self._ends[run] = {words[-1]}
        if word in self._rights:
            self._starts[run] = {word}
        return tuple((text, fold(text), index == len(words), "") for index, text in enumerate(words, 1))

    def _is_split(self, word: str) -> bool:
        """Whether something may be split off a word, or it is an address."""
        base = self._base
        if base.find_prefix(word) or base.find_suffix(word) or base.find_infix(word):
            return True
        return bool(base.url_match and base.url_match(word))

    def _split(self, run: str) -> _Split:
        slices = [run] if len(run) <= _TOO_LONG else [run[i : i + _SLICE] for i in range(0, len(run), _SLICE)]
        tokens: list[_Token] = []
        for part in slices:
            for token in self._base(part):
                norm = token.norm_ if token.norm != token.lex.norm else ""
                tokens.append((token.text, fold(token.text), bool(token.whitespace_), norm))
        text, lower, _, norm = tokens[-1]
        tokens[-1] = (text, lower, True, norm)
        if len(run) <= _TOO_LONG:
            self._note_ends(run, [text for text, *_ in tokens])
        return tuple(tokens)

    def _note_ends(self, run: str, words: list[str]) -> None:
        """Notes where a special case may reach beyond a run, its tokens taken with and without special cases."""
        plain = self._plain(run)
        if last := {words[-1], plain[-1].text} & self._lefts:
            self._ends[run] = last
        if first := {words[0], plain[0].text} & self._rights:
            self._starts[run] = first


def _special_pairs(base: Tokenizer, plain: Tokenizer) -> set[tuple[str, str]]:
    """Tokens that follow each other in special cases which spaCy looks for in the tokens of a whole text."""
    pairs: set[tuple[str, str]] = set()
    for text in base.rules:
        if " " in text or base.find_prefix(text) or base.find_infix(text) or base.find_suffix(text):
            pairs |= set(pairwise(token.text for token in plain(text)))
    return pairs


def look_up_numbers_faster(vocab: Vocab) -> None:
    """Turns the lists that a language looks number words up in (Russian: 884 words) into sets, for one vocabulary."""
    getters: dict[int, Any] = vocab.lex_attr_getters  # type: ignore[attr-defined]
    getter = getters.get(LIKE_NUM)
    if isinstance(getter, FunctionType):
        sets = {name: frozenset(value) for name, value in getter.__globals__.items() if isinstance(value, list)}
        getters[LIKE_NUM] = FunctionType(getter.__code__, {**getter.__globals__, **sets})
