"""How the title of a document is written: its noun in the nominative, without article and quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cisner.relations.documents.nouns import Nouns
from cisner.relations.documents.quotations import CLOSING, OPENING
from cisner.relations.sentence import Item, View


@dataclass(frozen=True, slots=True)
class Title:
    """A title.

    Attributes:
        start: First token.
        end: Token after the last.
        text: As in the text, without article and quotation marks, its noun in the nominative.
        proper: Whether it is a proper name, capitalised and with a subject.
        kind: Kind of the document, where it is not that of its noun.
    """

    start: int
    end: int
    text: str
    proper: bool = False
    kind: str = ""


class Writing:
    """Writes the titles of a report.

    Args:
        view: The document.
        nouns: What their nouns tell.
    """

    def __init__(self, view: View, nouns: Nouns) -> None:
        self._view = view
        self._own = view.lexicon.file.documents
        self._nouns = nouns

    def title(self, item: Item, start: int, end: int, proper: bool = False) -> Title:
        """The title that some tokens are, with the noun among them."""
        view = self._view
        amendments = self._amendments(start)
        if amendments >= 0:
            return Title(amendments, end, " ".join(view.text(amendments, end).split()), kind="other")
        before = view.text(start, item.start) if item.start > start else ""
        noun = view.text(item.start, item.end)
        lemma = str(item.mention.attributes.get("lemma", ""))
        readings = item.mention.attributes.get("readings", ())
        if (
            lemma
            and readings
            and not self._nouns.is_plural(item)
            and not any(n in ("sg", "any") and case in ("nom", "any") for n, case in readings)
        ):
            noun = lemma if not noun[:1].isupper() else lemma[:1].upper() + lemma[1:]
            before = " ".join(self._agreeing(w, lemma) for w in before.split())
        after = view.text(item.end, end) if end > item.end else ""
        if after[:1] in CLOSING and item.start and view.words[item.start - 1] in OPENING:
            after = after[1:]
        space = " " if after and view.source.spaces[item.end - 1] else ""
        return Title(start, end, unquoted(" ".join(f"{before} {noun}{space}{after}".split())), proper)

    def _agreeing(self, word: str, noun: str) -> str:
        """An adjective in the nominative of a noun: "Астанинской" with "декларация" is "Астанинская"."""
        for declined, nominatives in self._own.nominative.items():
            if word.lower().endswith(declined):
                chosen = next((a for n, a in nominatives.items() if noun.endswith(n)), nominatives.get("", declined))
                return word[: len(word) - len(declined)] + chosen
        return word

    def _amendments(self, start: int) -> int:
        """First token of "amendments to the" before a title, or -1: they are a document of their own."""
        lower, own = self._view.lower, self._own
        index = start - 1
        index -= index > 0 and lower[index] in own.articles
        if index <= 0 or lower[index] not in own.amended or lower[index - 1] not in own.amendments:
            return -1
        index -= 1
        while index > 1 and lower[index - 1] in own.conjunctions and lower[index - 2] in own.amendments:
            index -= 2
        return index


def unquoted(title: str) -> str:
    """A title without the quotation marks and commas around it."""
    title = title.strip(" ,;")
    if title[:1] in OPENING and title[-1:] in CLOSING:
        title = title[1:-1]
    return re.sub(r"\s*[«“„\"]\s*([^«»“”\"]*)$", r" \1", title) if title.count('"') == 1 else title
