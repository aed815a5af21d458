"""What single words tell: a given name, a patronymic, the ending of a surname, somebody known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cisner.components.names.parts import CAMEL, CAPITALISED, GLUED, GLUED_AFTER, INITIALS, Part
from cisner.knowledge import Knowledge
from cisner.lexicon import Lexicon
from cisner.morphology import fold
from cisner.remembering import Remembered


class Evidence:
    """Answers about words, each worked out once.

    Args:
        lexicon: The language's name data.
        knowledge: People that are known.
    """

    def __init__(self, lexicon: Lexicon, knowledge: Knowledge) -> None:
        self._inflector = lexicon.inflector
        self._names = lexicon.names
        self._knowledge = knowledge
        self._kinds = Remembered(self._find_kind)
        self._genders = Remembered(self._find_gender)
        self._patronymics = Remembered(self._find_patronymic)
        self._surnames = Remembered(self._find_surname_like)
        self._bases = Remembered(self._find_base_forms)
        self._never = Remembered(self._find_never)
        self._in_a_case = Remembered(self._find_in_a_case)
        self._any_surnames = Remembered(self._find_is_surname)
        self._is_known = lru_cache(maxsize=10_000)(self._find_known)
        self.never = self._never.__getitem__
        self.in_a_case = self._in_a_case.__getitem__
        self._is_surname = self._any_surnames.__getitem__
        self.kind = self._kinds.__getitem__
        self.gender = self._genders.__getitem__
        self.patronymic = self._patronymics.__getitem__
        self.surname_like = self._surnames.__getitem__
        self.base_forms = self._bases.__getitem__

    def known(self, piece: Sequence[Part]) -> bool:
        """Whether a name, or its last part as a surname, is in the knowledge files."""
        return self._is_known(" ".join(p.text for p in piece), piece[-1].text)

    def _find_never(self, word: str) -> bool:
        """Whether a word is known to be no name, or is the word of a firm or an office."""
        folded = fold(word)
        return folded in self._names.not_names or bool(self._names.alone.bodies.search(folded))

    def declines(self, folded: str) -> bool:
        """Whether a word may stand in another case than the nominative."""
        return bool(self._names.undeclined.search(folded)) or any(
            r.case != "nom" for r in self._inflector.name_readings(folded)
        )

    def apart(self, first: str, second: str, *, given: bool, any_case: bool) -> bool:
        """Whether two words do not agree, so that they are of two people: "с Токаевым Мирзиёев".

        Args:
            first: A surname.
            second: What may be another.
            given: Whether the first is a given name after its surname: "с Си Цзиньпином Токаев".
            any_case: Whether the first may be in another case than the nominative with no sign of it.
        """
        folded, names = fold(first), self._names
        if not self._is_surname(fold(second)) or fold(second) in names.given or self.in_a_case(second):
            return False
        if folded in names.given or folded in names.surname_first:
            return False
        if given or self.gender(first):
            return given and bool(self.gender(first))
        if self.in_a_case(first):
            return True
        return any_case and self._knowledge.has_surname(folded) and bool(names.surname.search(fold(second)))

    def _find_is_surname(self, folded: str) -> bool:
        return bool(self._names.surname.search(folded)) or self._knowledge.has_surname(folded)

    def _find_in_a_case(self, word: str) -> bool:
        """Whether a word may be a man's surname in another case than the nominative."""
        return any(
            r.case != "nom" and r.gender == "m" and self._is_surname(r.nominative)
            for r in self._inflector.name_readings(fold(word))
        )

    def _find_kind(self, word: str) -> str | None:
        """Kind of part that a word may be."""
        if fold(word) in self._names.honorifics:
            return None
        if word[:1].isupper():  # as all three begin
            if INITIALS.match(word):
                return "initials"
            if GLUED.match(word) or GLUED_AFTER.match(word) or self._camel(word):
                return "glued"
        if CAPITALISED.match(word):
            return "word"
        folded = fold(word)
        if folded in self._names.particles or folded in self._names.patronymic_words:
            return "particle"
        return None

    def _camel(self, word: str) -> bool:
        """Whether a space was lost between a given name and a surname."""
        parts = CAMEL.match(word)
        return parts is not None and bool(self.gender(parts.group(1)))

    def _find_gender(self, word: str) -> str:
        """Gender of a given name in any case form, or the empty string."""
        folded = fold(word)
        if folded in self._names.given:
            return self._names.given[folded]
        for reading in self._inflector.name_readings(folded):
            gender = self._names.given.get(reading.nominative)
            if gender and (reading.gender in gender or gender == "mf"):
                return gender
        head, _, tail = folded.partition("-")
        return self._names.given.get(head, "") if self._names.given.get(tail) else ""

    def _find_known(self, text: str, last: str) -> bool:
        if self._knowledge.has_name(fold(text)):
            return True
        for reading in self._inflector.name_readings(fold(last)):
            if self._knowledge.has_surname(reading.nominative):
                return True
        return self._knowledge.has_surname(fold(last))

    def _find_surname_like(self, word: str) -> bool:
        """Whether a word ends as surnames do."""
        folded = fold(word)
        if self._names.surname.search(folded):
            return True
        return any(
            self._names.surname.search(r.nominative)
            for r in self._inflector.name_readings(folded)
            if r.kind == "surname"
        )

    def _find_patronymic(self, word: str) -> str:
        """Gender of a patronymic, or the empty string."""
        folded = fold(word)
        if folded in self._names.patronymic_words:
            return "mf"
        for pattern, gender in self._names.patronymics:
            if pattern.search(folded):
                return gender
            if any(pattern.search(r.nominative) for r in self._inflector.name_readings(folded) if gender in r.gender):
                return gender
        return ""

    def _find_base_forms(self, word: str) -> tuple[str, ...]:
        """A word and the nominatives that it may be a form of."""
        folded = fold(word)
        return (folded, *(r.nominative for r in self._inflector.name_readings(folded)))
