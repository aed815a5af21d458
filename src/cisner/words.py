"""The words of a text as plain lists, with the mentions found among them: what components and relations work on.

A ``Doc`` gives and takes them, but is not needed: reading its tokens one by one costs more than the work on them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate
from operator import add, attrgetter
from typing import TYPE_CHECKING

from cisner import mentions
from cisner.mentions import Mention
from cisner.morphology import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

OPENING, CLOSING = frozenset('«"“„'), frozenset('»"”“')  # quotation marks


class Words:
    """The words of a text.

    Args:
        texts: As they stand.
        lower: Lower case, ё as е.
        spaces: Whether a space follows each.
        text: The whole text.

    Attributes:
        offsets: Where each begins in the text.
        starts: First tokens of sentences, once the boundaries are set.
        mentions: What has been found, in text order.
    """

    __slots__ = ("lower", "mentions", "offsets", "spaces", "starts", "text", "texts")

    def __init__(self, texts: list[str], lower: list[str], spaces: list[bool], text: str) -> None:
        self.texts = texts
        self.lower = lower
        self.spaces = spaces
        self.text = text
        self.offsets = [0, *accumulate(map(add, map(len, texts), spaces))]
        self.starts: list[int] = []
        self.mentions: list[Mention] = []

    @classmethod
    def of(cls, doc: Doc) -> Words:
        """The words of a doc, with the sentences and mentions that it has."""
        texts = [token.text for token in doc]
        words = cls(texts, list(map(fold, texts)), [bool(token.whitespace_) for token in doc], doc.text)
        if doc.has_annotation("SENT_START"):
            words.starts = [token.i for token in doc if token.is_sent_start]
        words.mentions = mentions.read(doc)
        return words

    def __len__(self) -> int:
        return len(self.texts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a range of words begins and ends in the text."""
        return self.offsets[start], self.offsets[end - 1] + len(self.texts[end - 1])

    def slice(self, start: int, end: int) -> str:
        """The text of a range of words."""
        left, right = self.span(start, end)
        return self.text[left:right]

    def find(self, *labels: str) -> list[Mention]:
        """The mentions with the labels."""
        return [m for m in self.mentions if m.label in labels]

    def add(self, found: Sequence[Mention]) -> None:
        """Put in mentions, in text order."""
        if not found:
            return
        self.mentions += found
        self.mentions.sort(key=attrgetter("end"), reverse=True)  # of those that begin together the longest first
        self.mentions.sort(key=attrgetter("start"))

    def discard(self, spans: Iterable[tuple[int, int]], labels: Collection[str]) -> None:
        """Take out the mentions with some labels that lie inside one of the spans."""
        inside = {i for start, end in spans for i in range(start, end)}
        self.mentions = [
            m for m in self.mentions if m.label not in labels or m.start not in inside or m.end - 1 not in inside
        ]

    def first_at(self, offset: int) -> int:
        """The first word that begins at an offset in the text or after it."""
        return bisect_left(self.offsets, offset, 0, len(self.texts))

    def sentence_end(self, index: int) -> int:
        """The word after the sentence that a word is in."""
        following = bisect_left(self.starts, index + 1)
        return self.starts[following] if following < len(self.starts) else len(self.texts)
