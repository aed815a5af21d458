"""What stands before a name and governs its case: titles and prepositions."""

from __future__ import annotations

import re

from cisner.components.names.page import Page
from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.morphology import fold

BEFORE_NAME = frozenset(
    {"ROLE", "CHIEF", "INSTITUTION", "ORGAN", "COUNTRY", "ORGANIZATION", "COUNTERPART", "ADJECTIVE"}
)
_PASSED_OVER = frozenset('(,–—-:"«“)')
_LONGEST_ASIDE = 8  # tokens in brackets
_OWNERS = frozenset({"INSTITUTION", "ORGANIZATION", "ORGAN"})
_GOVERNORS = frozenset({"ROLE", "CHIEF", "COUNTERPART", "DEPUTY", "ACTING"})


class Governing:
    """Finds what governs a name.

    Args:
        lexicon: The language's name data.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names = lexicon.names
        self._small = lexicon.file.words.beside_title
        self._links = lexicon.file.role_frame.links
        self._portfolio = lexicon.file.role_frame.portfolio
        ending = lexicon.file.role_frame.verb_ending
        self._verb = re.compile(ending) if ending else None

    def title_before(self, page: Page, start: int) -> Mention | None:
        """What is known of the words before a name, over brackets, dashes, honorifics, "there,"."""
        words, index = page.words, start
        # "Secretary-General" ends like a rank
        aside = start > 0 and words[start - 1] == ","
        while index not in page.before and index > 0:
            word = words[index - 1]
            if aside and word == ")" and words[max(0, index - 3)] == "(":
                index -= 3  # "the president of the bank (ADB), X"
                continue
            if word == ")" or not (self._passed_over(word) or (aside and word in self._small)):
                break
            index -= 1
        return page.before.get(index)

    @staticmethod
    def without_aside(page: Page, start: int) -> int:
        """The token that a name follows but for a bracket: "Minister of Culture (chairman of the council) X"."""
        if not start or page.words[start - 1] != ")":
            return start
        near = range(start - 2, max(-1, start - _LONGEST_ASIDE), -1)
        return next((i for i in near if page.words[i] == "("), start)

    def _passed_over(self, word: str) -> bool:
        return word in _PASSED_OVER or fold(word) in self._names.honorifics

    def _region_before(self, page: Page, end: int) -> int:
        """The token of what a name before a token belongs to, or -1: "главы АвтоВАЗа", "of the UN Regional Centre"."""
        beside = page.before.get(end - 1)
        if beside is not None and (beside.label in _GOVERNORS or beside.label in _OWNERS):
            return end - 1
        for index in (end - 2, end - 3):
            if index > 0 and page.words[index] in self._links:
                return index
        return -1

    def governor(self, page: Page, title: Mention | None, start: int) -> Mention | None:
        """The role word whose case a name shares: the first of the title that ends before the name."""
        found = None
        current = title
        position = title.start if title is not None else start
        for _ in range(12):
            if current is not None:
                if current.label in _GOVERNORS:
                    found = current
                elif current.label not in BEFORE_NAME and current.label not in ("CITY", "MEETING", "NEUTRAL"):
                    break
                position = current.start
            elif found is not None or position <= 0:
                break
            elif page.words[position - 1].islower():
                word = fold(page.words[position - 1])
                if self._verb and word not in self._portfolio and self._verb.search(word):
                    break  # «среди министров были X и Y»
                position -= 1
            elif (region := self._region_before(page, position)) >= 0:
                position = region
            else:
                break
            current = page.before.get(position)
        return found

    def cases(self, page: Page, title: Mention | None, start: int) -> frozenset[str]:
        """The cases that the title or preposition before a name allow; empty for any."""
        inflector, words = self._lexicon.inflector, page.words
        if len(inflector.cases) < 2:
            return frozenset()
        if title is not None and title.label in ("ROLE", "CHIEF", "COUNTERPART"):
            cases = frozenset(c for n, c in title.attributes.get("readings", ()))
            if title.start and fold(words[title.start - 1]) in inflector.prepositions:
                governed = cases & inflector.prepositions[fold(words[title.start - 1])]
                return governed or cases
            return cases
        if start and title is None:
            return inflector.prepositions.get(fold(words[start - 1]), frozenset())
        return frozenset()
