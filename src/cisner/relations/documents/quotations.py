"""The quotation marks around titles, and quotations that are none: direct speech."""

from __future__ import annotations

from cisner import words as quotes
from cisner.relations.documents.inflections import Inflections
from cisner.relations.sentence import Sentence, View

OPENING, CLOSING = quotes.OPENING | {"‘"}, quotes.CLOSING | {"’"}
LONGEST = 90


class Quotations:
    """Tells where quotations end, and whether they may be titles.

    Args:
        view: The document.
        forms: How its words are inflected.
    """

    def __init__(self, view: View, forms: Inflections) -> None:
        self._view = view
        self._forms = forms
        self._stops = view.lexicon.file.agreement_frame.stops

    def closing(self, sentence: Sentence, position: int) -> int:
        """Token of the quotation mark that closes a quotation, or 0; quotations may be nested once."""
        depth = 1
        for index in range(position, min(sentence.end, position + LONGEST)):
            word = self._view.words[index]
            if word in ("«", "„"):
                depth += 1
            elif word in ("»", "”") or (word in ('"', "“") and depth):
                depth -= 1
                if depth == 0:
                    return index
        return 0

    def says(self, start: int, end: int) -> bool:
        """Whether a quotation is direct speech, no name: a verb stands in it."""
        words, lower = self._view.words, self._view.lower
        inside = (i for i in range(start, end) if words[i].islower() or i == start)
        return any(lower[i] in self._stops or (words[i].islower() and self._forms.is_finite(i)) for i in inside)
