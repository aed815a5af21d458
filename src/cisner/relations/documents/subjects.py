"""What a document is about, told after its noun: "on trade", "establishing a fund", «о торговле», a year ahead."""

from __future__ import annotations

import re
from functools import lru_cache

from cisner.relations.documents.another import HYPHENS
from cisner.relations.documents.circumstances import Circumstances
from cisner.relations.documents.extent import Extent
from cisner.relations.documents.inflections import Inflections
from cisner.relations.documents.nouns import Nouns
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import Prefixed

# Kinds that are named by who issued them, where nothing tells what they are about.
_ISSUED = frozenset({"decision", "statement", "resolution", "other"})
_YEAR_AHEAD = re.compile(r"20\d\d")


class Subjects:
    """Tells what follows the nouns of documents as their subjects.

    Args:
        view: The document.
        forms: How its words are inflected.
        nouns: What nouns tell.
        extent: Where titles end.
        circumstances: Where they were made.
    """

    def __init__(
        self, view: View, forms: Inflections, nouns: Nouns, extent: Extent, circumstances: Circumstances
    ) -> None:
        self._view = view
        self._forms = forms
        self._nouns = nouns
        self._extent = extent
        self._circumstances = circumstances
        self._links = view.lexicon.file.agreement_frame.links
        self._own = view.lexicon.file.documents

    def after(self, sentence: Sentence, item: Item, position: int) -> int:
        """Token after the subject that follows the noun, or `position` where none does."""
        lower, words = self._view.lower, self._view.words
        if position >= sentence.end:
            return position
        told = self._told_by_clause(sentence, position)
        if told:
            return self._extent.right(sentence, told)
        if self._nouns.is_capital(item) and (year := self._year(position)):
            linked = year < sentence.end and lower[year] in self._links
            return self._extent.right(sentence, year) if linked else year
        follows = lower[position]
        known = next((i for i in sentence.items if i.start == position and i.symbol in "QO"), None)
        if not (
            follows in self._links
            or words[position] == "("
            or self._forms.is_genitive(position)
            or (self._own.genitive_endings and (known is not None or self._undeclined(position)))
        ):
            return position
        if follows in self._links and (
            self._circumstances.is_circumstance(sentence, position) or self._circumstances.is_place(sentence, position)
        ):
            return position
        if item.mention.norm == "decision" and follows not in self._links and not self._nouns.is_capital(item):
            return position  # whose decision, or the solution of what
        end = self._extent.right(sentence, position)
        begin = position + (follows in self._links)
        while begin < end and lower[begin] in self._own.articles:
            begin += 1
        rest = lower[begin:end]
        empty = bool(rest) and len(rest) < 3 and rest[0] in self._own.empty_subjects
        if empty and len(rest) > 1 and (item.end - item.start > 1 or self._nouns.is_capital(item)):
            empty = False  # "the Action Plan for its implementation"
        if not rest or empty or self._counted(sentence, begin):
            return position
        if self._issuer(sentence, item, position, end) or self._is_company(sentence, position, end):
            return position
        return end

    def _told_by_clause(self, sentence: Sentence, position: int) -> int:
        """Token at which the object of a clause about the document begins, or 0: "agreement establishing a fund"."""
        lower = self._view.lower
        begins, phrases = _clauses(self._own.telling)
        if lower[position] not in begins:  # as most often
            return 0
        for phrase in phrases:
            end = position + len(phrase)
            if end < sentence.end and all(w in p for w, p in zip(lower[position:end], phrase, strict=True)):
                return end
        return 0

    def _year(self, position: int) -> int:
        """Token after the year that belongs to the name of a document, or 0: "Vision 2040", «Стратегия 2030»."""
        words = self._view.words
        dash = words[position] in HYPHENS and not self._view.source.spaces[position - 1]
        index = position + dash
        return index + 1 if index < len(words) and _YEAR_AHEAD.fullmatch(words[index]) else 0

    def _undeclined(self, position: int) -> bool:
        """Whether the word after the noun has no ending that tells its case: «декларация СКБ», «решение государств»."""
        word = self._view.words[position]
        return (word.isupper() and len(word) > 1) or self._view.lower[position] in self._own.parties

    def _counted(self, sentence: Sentence, index: int) -> bool:
        """Whether a number is no date: "a communique of 23 points"."""
        return self._view.words[index].isdigit() and not any(i.start == index for i in sentence.of("DATE"))

    def _issuer(self, sentence: Sentence, item: Item, position: int, end: int) -> bool:
        """Whether only who issued a document follows: "statement by the ministers", «решение Совета»."""
        lower = self._view.lower
        if self._nouns.is_capital(item) or (
            item.mention.norm not in _ISSUED and lower[position] not in self._own.issued_by
        ):
            return False
        linked = lower[position] in self._links
        if linked and lower[position] not in self._own.issuer_links:
            return False
        if any(w in self._links for w in lower[position + 1 : end]):
            return False
        covered = {i for it in sentence.items if it.symbol in "PRQOCAL" for i in range(it.start, it.end)}
        return all(
            i in covered
            or lower[i] in self._own.articles
            or lower[i] in self._own.parties
            or lower[i].isdigit()
            or (self._own.genitive_endings and self._view.words[i].isupper())
            for i in range(position + linked, end)
        )

    def _is_company(self, sentence: Sentence, position: int, end: int) -> bool:
        """Whether only with whom somebody signed follows: "a joint declaration with President Erdogan"."""
        if self._view.lower[position] not in self._own.company or not self._extent.officials(sentence, position):
            return False
        return not any(w in self._own.subject_links for w in self._view.lower[position + 1 : end])


@lru_cache(maxsize=4)
def _clauses(telling: tuple[str, ...]) -> tuple[Prefixed, list[tuple[Prefixed, ...]]]:
    """What clauses about documents begin with: the first words, and the whole phrases."""
    phrases = [phrase.split() for phrase in telling]
    return Prefixed(p[0] for p in phrases), [tuple(Prefixed((word,)) for word in p) for p in phrases]
