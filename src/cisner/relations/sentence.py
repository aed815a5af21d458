"""A document as its sentences, and a sentence as its typed mentions and cues, with a string of symbols for patterns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.relations.cues import FoundCue
from cisner.words import Words

_ENDS = frozenset(".!?;:…»”)")


@dataclass(slots=True)
class Item:
    """A mention in a sentence, with its symbol.

    Attributes:
        mention: The mention.
        symbol: Its letter in the symbol string.
        start: First token; of a title with the state or body before it.
        end: Token after the last.
        position: Its place in the symbol string.
    """

    mention: Mention
    symbol: str
    start: int
    end: int
    position: int = -1


@dataclass(slots=True)
class Sentence:
    """One sentence.

    Attributes:
        index: Number in the document.
        start: First token.
        end: Token after the last.
        items: Mentions in order, without those inside longer ones.
        cues: Cues in order.
        formats: Format words in order.
        symbols: The symbol string.
        paragraph: Number of the paragraph (block of lines).
        is_line: Whether the sentence is a line of a list.
        intro: Index of the sentence that introduces the list, or -1.
    """

    index: int
    start: int
    end: int
    words: Sequence[str]
    items: list[Item] = field(default_factory=list)
    cues: list[FoundCue] = field(default_factory=list)
    formats: list[FoundCue] = field(default_factory=list)
    symbols: str = ""
    at: dict[int, Item] = field(default_factory=dict)
    paragraph: int = 0
    is_line: bool = False
    intro: int = -1
    strong: frozenset[str] = frozenset()  # words and marks at which a clause ends
    contrast: frozenset[str] = frozenset()
    additive: frozenset[str] = frozenset()  # words after which a contrast is none: "not only X but also Y"
    labels: set[str] = field(default_factory=set)  # of the items
    types: set[str] = field(default_factory=set)  # of the cues
    _breaks: list[int] | None = None
    _of: dict[tuple[str, ...], list[Item]] = field(default_factory=dict)

    def clause(self, lower: Sequence[str], token: int) -> tuple[int, int]:
        """The stretch between strong boundaries (semicolon, dash between words, "but") around a token.

        Args:
            lower: The words of the document, in lower case.
            token: A token of the sentence.
        """
        if self._breaks is None:
            self._breaks = self._find_breaks(lower)
        if not self._breaks:
            return self.start, self.end
        following = bisect_left(self._breaks, token)
        start = self._breaks[following - 1] + 1 if following else self.start
        end = self._breaks[following] if following < len(self._breaks) else self.end
        return start, end

    def _find_breaks(self, lower: Sequence[str]) -> list[int]:
        """The tokens at which a clause ends."""
        if self.strong.isdisjoint(lower[self.start : self.end]):  # as most often
            return []
        return [
            i
            for i in range(self.start, self.end)
            if lower[i] in self.strong and (lower[i] not in self.contrast or self._contrasts(lower, i))
        ]

    def _contrasts(self, lower: Sequence[str], index: int) -> bool:
        """Whether a word like "but" parts clauses: not in "not only X but also Y", nor in «тет-а-тет»."""
        hyphens = lower[index - 1 : index] == ["-"] == lower[index + 1 : index + 2]
        return not hyphens and self.additive.isdisjoint(lower[index + 1 : index + 2])

    @property
    def is_full(self) -> bool:
        """Whether it ends as sentences do, and is no heading."""
        return any(w[:1] in _ENDS for w in self.words[max(self.start, self.end - 3) : self.end])

    def of(self, *labels: str) -> Sequence[Item]:
        """Items with one of the labels."""
        if self.labels.isdisjoint(labels):  # as most often
            return ()
        found = self._of.get(labels)
        if found is None:
            found = self._of[labels] = [i for i in self.items if i.mention.label in labels]
        return found

    def drop(self, unreal: Sequence[Item]) -> None:
        """Take out items that tell of nothing."""
        self.items = [i for i in self.items if i not in unreal]
        self._of.clear()

    def has(self, *types: str) -> bool:
        """Whether a cue of one of the types is in the sentence."""
        return not self.types.isdisjoint(types)

    def cue(self, *types: str) -> list[FoundCue]:
        """Cues of the types."""
        if self.types.isdisjoint(types):
            return []
        return [c for c in self.cues if c.type in types]


@dataclass(slots=True)
class View:
    """A document for the relations: its sentences and words.

    Attributes:
        source: The words with their mentions.
        lexicon: The language's lexicon.
        words: The words as written.
        lower: The same folded, for comparison.
        forms: These, each once.
        types: The types of all cues.
        sentences: In the order of the text.
        lines: Lines of lists, by number of the sentence that introduces them.
    """

    source: Words
    lexicon: Lexicon
    words: list[str]
    lower: list[str]
    forms: set[str]
    sentences: list[Sentence]
    lines: dict[int, list[Sentence]] = field(default_factory=dict)
    types: set[str] = field(init=False)
    _spelled: str = field(init=False)
    _told: dict[tuple[tuple[str, ...], str], list[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Join the words, in which phrases are looked for, and the types of cues."""
        self.types = set().union(*(sentence.types for sentence in self.sentences))
        self._spelled = f" {' '.join(self.lower)} "

    def says(self, start: int, end: int, phrases: tuple[str, ...], stop: str = " ") -> bool:
        """Whether one of some phrases stands between two tokens.

        Args:
            start: First token.
            end: Token after the last.
            phrases: The phrases, or with an empty stop what they begin with.
            stop: What stands behind them.
        """
        told = self._told.get((phrases, stop))
        if told is None:  # most reports have none of them anywhere
            anywhere, by_first = _sought(phrases, stop)
            near = anywhere
            if not self.forms.isdisjoint(by_first):
                near = [*near, *(p for first in self.forms.intersection(by_first) for p in by_first[first])]
            told = self._told[phrases, stop] = [p for p in near if p in self._spelled]
        if not told:
            return False
        words = f" {' '.join(self.lower[start:end])} "
        return any(p in words for p in told)

    def has(self, *types: str) -> bool:
        """Whether a cue of one of the types is anywhere in the text."""
        return not self.types.isdisjoint(types)

    def text(self, start: int, end: int) -> str:
        """Text of a range of tokens."""
        return self.source.slice(start, end)


@lru_cache(maxsize=256)
def _sought(phrases: tuple[str, ...], stop: str) -> tuple[list[str], dict[str, list[str]]]:
    """Phrases as they stand in a text: those whose first word need not stand whole, and the others by that word."""
    anywhere: list[str] = []
    by_first: dict[str, list[str]] = {}
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        near = by_first.setdefault(first, []) if rest or stop else anywhere
        near.append(f" {phrase}{stop}")
    return anywhere, by_first
