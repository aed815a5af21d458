"""Documents that are drafts still: called so, or passed on to those who decide."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cues import FoundCue
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import prefixed

_NEAR = 4  # words between a draft or a pronoun and what is done to it


class Drafts:
    """Tells which documents are drafts.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        own = self._own = view.lexicon.file.documents
        self._drafts = prefixed(own.drafts)
        self._joins = own.conjunctions | own.as_well | own.also

    def word(self, sentence: Sentence, item: Item, start: int, taken: Sequence[range]) -> int | None:
        """The word that makes a draft of a document: before its title, in it, or before others joined to it.

        Args:
            sentence: Where it stands.
            item: Its noun.
            start: First token of its title.
            taken: Tokens of the titles in the sentence.
        """
        own = self._own_word(sentence, item, start)
        if own is None and (first := self._first_joined(start, taken)) < start:
            return self._draft_before(sentence, first)  # "the drafts of an agreement on A and a plan of B"
        return own

    def _own_word(self, sentence: Sentence, item: Item, start: int) -> int | None:
        """The same for the document alone."""
        reach = max(sentence.start, min(start - 1, item.start - self._own.draft_reach))
        before = self._draft_before(sentence, start)
        if before is not None and before < start - 1:
            return before
        return next((i for i in range(reach, item.end) if self._view.lower[i] in self._drafts), None)

    def _draft_before(self, sentence: Sentence, start: int) -> int | None:
        """The same right before a title, but for small words: "the draft of a statement"."""
        lower, index = self._view.lower, start - 1
        small = self._own.articles | self._own.issuer_links
        while index > sentence.start and lower[index] in small:
            index -= 1
        return index if index >= sentence.start and lower[index] in self._drafts else None

    def _first_joined(self, start: int, taken: Sequence[range]) -> int:
        """First token of the first of the documents that are joined up to one."""
        small = self._joins | self._own.articles | self._own.issuer_links | {","}
        for title in sorted(taken, key=lambda r: -r.start):
            if title.stop <= start and small.issuperset(self._view.lower[title.stop : start]):
                start = title.start
        return start

    def goes_on(self, sentence: Sentence) -> bool:
        """Whether what was approved is called a draft that goes on: "The draft will be put before the presidents"."""
        following = self._view.sentences[sentence.index + 1 : sentence.index + 2]
        if not following or following[0].paragraph != sentence.paragraph:
            return False
        start = following[0].start
        start += self._view.lower[start] in self._own.articles
        if self._view.lower[start] not in self._drafts:
            return False
        named = any(i.symbol == "G" and i.start <= start + _NEAR for i in following[0].items)
        return not named and any(c.start > start for c in following[0].cue("document_planned"))

    def is_passed_on(self, sentence: Sentence, cues: Sequence[FoundCue], end: int) -> bool:
        """Whether what was approved goes on to others: "approved the protocol and submitted it to the presidents"."""
        lower, one = self._view.lower, self._own.pronouns_one
        for cue in cues:
            if cue.type == "document_planned" and cue.start >= end:
                around = lower[max(end, cue.start - _NEAR) : min(cue.end + 1, sentence.end)]
                before = lower[end : cue.start]
                if not one.isdisjoint(around) and not self._joins.isdisjoint(before):
                    return True
        return False
