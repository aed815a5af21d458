"""The titles of several documents that share one noun: "agreements on A and on B", "two memorandums, one on A …"."""

from __future__ import annotations

from cisner.relations.documents.another import HYPHENS, Another
from cisner.relations.documents.extent import Extent
from cisner.relations.documents.nouns import Nouns
from cisner.relations.documents.writing import Title
from cisner.relations.sentence import Item, Sentence, View

_PAUSES = frozenset({",", ":", "–", "—", "-", "("})
_REACH = 8  # words between the noun of several documents and what each is about


class Several:
    """Finds the titles that share a noun.

    Args:
        view: The document.
        nouns: What nouns tell.
        extent: Where titles end.
        others: Where another document begins.
    """

    def __init__(self, view: View, nouns: Nouns, extent: Extent, others: Another) -> None:
        self._view = view
        self._nouns = nouns
        self._extent = extent
        self._others = others
        self._links = view.lexicon.file.agreement_frame.links
        own = self._own = view.lexicon.file.documents
        self._still = own.still
        self._between = own.conjunctions | own.as_well | own.also

    def joined(self, sentence: Sentence, item: Item) -> list[Title]:
        """As in "Agreements on A, on B and on C": the subjects that share one noun, or its noun and first words."""
        lower, words = self._view.lower, self._view.words
        position = item.end
        if position + 1 < sentence.end and (
            words[position] in ("–", "-", "—", ":")
            or (words[position] in (",", "(") and lower[position + 1] in self._links)
        ):
            position += 1
        elif self._nouns.is_plural(item) and lower[position : position + 1] != [","] and position < sentence.end:
            position = self._after_verb(sentence, position)  # "two agreements were signed: on A and on B"
        first = position
        end = self._extent.right(sentence, position)
        # a dash may stand between the noun with its attribute and the subjects
        if end < sentence.end - 1 and words[end] in ("–", "—", "-") and lower[end + 1] in self._links:
            position = end + 1
            end = self._extent.right(sentence, position)
        if position >= end or lower[position] not in self._links:
            return []
        cuts = self._cuts(position, end)
        if len(cuts) < 2:
            return []
        attribute = self._view.text(first, position - 1) if position > first + 1 else ""
        common = self._view.text(position, cuts[0]) if cuts[0] > position else ""
        lemma = str(item.mention.attributes.get("lemma", "")) or self._view.text(item.start, item.end)
        out = []
        for number, (cut, following) in enumerate(zip(cuts, [*cuts[1:], end + 1], strict=True)):
            stop = following
            if following <= end:
                stop = following - 1
                while words[stop - 1] == "," or lower[stop - 1] in self._between:
                    stop -= 1
            else:
                stop = end
            parts = (lemma, attribute, common, self._view.text(cut, stop))
            begin = cut if number else position
            out.append(Title(begin, stop, " ".join(p for p in parts if p), self._nouns.is_capital(item)))
        return out

    def one_each(self, sentence: Sentence, item: Item) -> list[Title]:
        """As in "two memorandums, one on A and one on B"."""
        words = self._view.words
        lemma = str(item.mention.attributes.get("lemma", "")) or self._view.text(item.start, item.end)
        out = []
        link = self._others.distributive(sentence, item.end)
        if not link and self._nouns.is_plural(item):  # "two agreements were signed, one on A …"
            marks = (i for i in range(item.end, min(sentence.end, item.end + _REACH)) if words[i] in _PAUSES)
            link = next((found for i in marks if (found := self._others.distributive(sentence, i))), 0)
        while link:
            end = self._extent.right(sentence, link)
            out.append(Title(link, end, f"{lemma} {self._view.text(link, end)}", self._nouns.is_capital(item)))
            link = self._others.distributive(sentence, end)
        return out if len(out) > 1 else []

    def another(self, sentence: Sentence, item: Item, position: int) -> Title | None:
        """As in "… and another on healthcare": a second document of the same kind."""
        lower = self._view.lower
        begun = position
        while position < sentence.end and (
            lower[position] == "," or lower[position] in self._between or lower[position] in self._still
        ):
            position += 1
        more = not self._still.isdisjoint(lower[begun:position])
        known = self._own.another | (self._own.distributives if more else frozenset())
        if position + 2 >= sentence.end or lower[position] not in known:
            return None
        position += 1 + (lower[position + 1] in HYPHENS)
        if lower[position] not in self._links:
            return None
        start, end = position, self._extent.right(sentence, position)
        return Title(start, end, f"{item.mention.attributes.get('lemma', '')} {self._view.text(start, end)}")

    def _after_verb(self, sentence: Sentence, position: int) -> int:
        """Token after a colon or dash before a link, if what was done stands between it and the noun."""
        lower = self._view.lower
        if lower[position] in self._links:
            return position
        for index in range(position, min(sentence.end - 1, position + _REACH)):
            if lower[index] in (":", "–", "—") and lower[index + 1] in self._links:
                return index + 1
        return position

    def _cuts(self, position: int, end: int) -> list[int]:
        """Where the subjects begin: at the first link, or at a later one, if it comes again after a comma or "and"."""
        lower, words = self._view.lower, self._view.words
        for head in range(position, min(end, position + 8)):
            link = lower[head]
            if link not in self._links:
                continue
            heads = next((v for v in self._own.link_variants if link in v), frozenset({link}))
            cuts = [head]
            for index in range(head + 1, end):
                if lower[index] in heads and (
                    words[index - 1] == ","
                    or lower[index - 1] in self._own.conjunctions
                    or (words[index - 2] == "," and lower[index - 1] in self._own.also)
                ):
                    cuts.append(index)
            if len(cuts) > 1:
                return cuts
        return []
