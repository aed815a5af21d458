"""What the noun of a document tells by its form and the words before it: one or several, a proper name or none."""

from __future__ import annotations

from cisner.relations.documents.beginnings import Beginnings
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import ending, prefixed

# Kinds whose noun stands for a document wherever it is: a plain noun before it names its subject ("peace treaty").
_PLAIN = frozenset(
    {"agreement", "treaty", "convention", "contract", "protocol", "memorandum", "declaration", "charter"}
)


class Nouns:
    """Tells what the nouns of documents are.

    Args:
        view: The document.
        beginnings: Where titles begin.
    """

    def __init__(self, view: View, beginnings: Beginnings) -> None:
        self._view = view
        self._beginnings = beginnings
        own = self._own = view.lexicon.file.documents
        self._joint = prefixed(own.joint)
        self._untelling = prefixed(own.untelling)
        self._general = prefixed(own.general)
        self._vague = ending(own.vague_endings)

    def is_capital(self, item: Item) -> bool:
        """Whether a noun is written with a capital."""
        return self._view.words[item.start][:1].isupper()

    def is_plural(self, item: Item) -> bool:
        """Whether a noun stands for several documents."""
        readings = item.mention.attributes.get("readings", ())
        before = self._view.lower[max(item.start - 2, 0) : item.start]  # with an adjective: "two border agreements"
        counted = not self._own.numerals.isdisjoint(before) and not self._own.articles.intersection(before[1:])
        plural = bool(readings) and (counted or all(number == "pl" for number, _ in readings))
        return plural and (counted or not self._has_no_singular(str(item.mention.attributes.get("lemma", ""))))

    def _has_no_singular(self, lemma: str) -> bool:
        """Whether a noun is a plural in form alone: «правила», «основные направления»."""
        entries = [e for e in self._view.lexicon.lookup(lemma) if e.kind == "AGREEMENT"] if lemma else []
        return bool(entries) and all(number == "pl" for e in entries for number, _ in e.readings)

    def is_proper(self, sentence: Sentence, item: Item, start: int, end: int) -> bool:
        """Whether a title is a proper name: its noun is capitalised, and not because a sentence begins there."""
        first = next((i for i in range(sentence.start, sentence.end) if self._view.words[i][:1].isalpha()), -1)
        noun = self._view.words[item.start]
        if start < item.start and self._view.words[start][:1].isupper():
            if self._beginnings.of_place(self._view.lower[item.start - 1]):
                return True
        return (
            self.is_capital(item)
            and not noun.isupper()
            and (item.start != first or start < item.start)
            and (end > item.end or start < item.start)
        )

    def is_own_name(self, sentence: Sentence, item: Item) -> bool:
        """Whether the noun alone is the name: the Charter."""
        return (
            item.mention.norm == "charter"
            and self.is_capital(item)
            and item.start > sentence.start
            and not self._view.words[item.start].isupper()
        )

    def is_sure(self, start: int, end: int, item: Item) -> bool:
        """Whether a second word is capitalised too, for nouns that name a document only in a proper name."""
        words = self._view.words
        return any(words[i][:1].isupper() for i in range(start, end) if not item.start <= i < item.end)

    def is_named_before(self, start: int, item: Item) -> bool:
        """Whether what stands before the noun names the document: "Kishinev Declaration", "peace treaty"."""
        before = self._view.words[start : item.start]
        noun = self._view.lower[item.start : item.end]
        if any(w[:1].isupper() and w.lower() not in self._own.articles for w in before):
            return True
        lower = self._view.lower[start : item.start]
        if any(w in self._joint for w in (*lower, *noun)):
            return True
        return (
            bool(self._own.articles)
            and item.mention.norm in _PLAIN
            and any(
                w.isalpha() and w not in self._untelling and w not in self._general and not self._vague.search(w)
                for w in lower
            )
        )
