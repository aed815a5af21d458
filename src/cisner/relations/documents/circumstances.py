"""Prepositions after a document that begin not its subject but when, where or on what occasion it was made."""

from __future__ import annotations

from cisner.relations.documents.beginnings import LEFT
from cisner.relations.sentence import Sentence, View
from cisner.relations.word_lists import prefixed


class Circumstances:
    """Tells the times, places and occasions after documents from their subjects.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        file = view.lexicon.file
        self._links = file.agreement_frame.links
        self._coming = prefixed((*file.meeting_frame.next, *file.meeting_frame.coming))
        self._own = file.documents

    def is_circumstance(self, sentence: Sentence, position: int) -> bool:
        """Whether a link begins not a subject but a time or an occasion: "on Monday", "in the presence of"."""
        lower = self._view.lower
        if lower[position] not in self._own.occasion_prepositions:
            return False
        index = position + 1
        while index < sentence.end and (
            lower[index] in self._own.articles or lower[index] in self._own.possessives or lower[index] in self._coming
        ):
            index += 1
        if index >= sentence.end:
            return True
        wide = 1 if lower[position] in self._links else LEFT  # "at the Batumi International Conference"
        if any(w in self._own.occasions for w in lower[index : min(index + wide, sentence.end)]):
            return True
        date = next((i for i in sentence.items if i.symbol == "D" and i.start <= index < i.end), None)
        if date is None:
            return any(
                i.symbol == "L"
                and i.start == index
                and i.end < sentence.end
                and (self._view.words[i.end] in (",", ".", ";") or self._is_day(sentence, i.end))
                for i in sentence.items
            )
        values = date.mention.attributes["values"]
        near = date.mention.attributes["relative"] and lower[position] not in self._own.term_links
        return bool(near or "day" in values or "weekday" in values)

    def is_place(self, sentence: Sentence, position: int) -> bool:
        """Whether a preposition begins where a document was made, and no subject: "in the Turkish city of Trabzon"."""
        if self._view.lower[position] not in self._own.occasion_prepositions:
            return False
        small = self._own.articles
        known = {i.start: i for i in sentence.items if i.symbol in "AL"}
        index = position + 1
        while index < sentence.end and (self._view.lower[index] in small or index in known):
            if index in known and known[index].symbol == "L":
                return True
            index = known[index].end if index in known else index + 1
        return index < sentence.end and self._view.lower[index] in self._own.places

    def _is_day(self, sentence: Sentence, position: int) -> bool:
        """Whether a day follows, with or without a preposition: "in Minsk on May 7", «в Минске 7 мая»."""
        position += self._view.lower[position] in self._own.occasion_prepositions
        dates = (i for i in sentence.of("DATE") if i.start == position)
        return any("day" in i.mention.attributes["values"] for i in dates)
