"""Surnames by themselves, of people whom the text never names in full."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.components.names.evidence import Evidence
from cisner.components.names.governing import Governing
from cisner.components.names.nominative import Nominative
from cisner.components.names.page import Page
from cisner.components.names.parts import QUOTES, Part, texts
from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.morphology import fold


class Alone:
    """Finds surnames that nothing else in the text explains.

    Args:
        lexicon: The language's name data.
        evidence: What words tell.
        nominative: Brings names to the nominative.
        governing: Finds the words before a name.
    """

    def __init__(self, lexicon: Lexicon, evidence: Evidence, nominative: Nominative, governing: Governing) -> None:
        self._names = lexicon.names
        self._evidence = evidence
        self._nominative = nominative
        self._governing = governing

    def add(self, page: Page, found: list[Mention], places: Sequence[int]) -> None:
        """Add the surnames.

        Args:
            page: The text.
            found: Names that are known already; the surnames are put to them.
            places: Words that may be surnames.
        """
        words = page.words
        taken = {i for m in found for i in range(m.start, m.end)}
        for index in places:
            word = words[index]
            if index in taken or len(word) < 4 or word.isupper():
                continue
            if index in page.starts or (index - 1 in page.starts and not words[index - 1][:1].isalpha()):
                continue
            if fold(word) in page.lower or fold(word) in self._names.not_names:
                continue
            around = (*words[max(0, index - 1) : index], *words[index + 1 : index + 2])
            if any(w[:1].isupper() or w in QUOTES or w in ("-", "–") for w in around):
                continue
            if fold(words[index - 1]) in self._names.place_words or not any(
                self._names.surname_alone.search(f) for f in self._evidence.base_forms(word)
            ):
                continue
            part = Part(index, index + 1, word, "word")
            name, gender, case = self._nominative.of(texts([part]), self._governing.cases(page, None, index))
            attributes = {"gender": gender, "case": case, "size": 1, "alone": True}
            found.append(Mention("PERSON", index, index + 1, name, "names.alone", attributes))
