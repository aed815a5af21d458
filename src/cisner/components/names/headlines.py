"""Headlines in which every word has a capital: "Tokayev Receives Xi Jinping", where verbs look like names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from spacy.lookups import load_lookups

from cisner.components.names.evidence import Evidence
from cisner.components.names.page import Page

_FEWEST = 3  # words of a headline
_SMALL = 4  # letters: longer words with a small letter end the headline
_LEMMAS, _INDEX = "lemma_lookup", "lemma_index"


class Headlines:
    """Tells the words of such headlines that are no names.

    The verbs are those of spacy-lookups-data, loaded when the first headline asks for them.

    Args:
        language: Code of a language; one without a table of verbs has no such headlines.
        evidence: What words tell.
        stop_words: Small words of the language.
    """

    def __init__(self, language: str, evidence: Evidence, stop_words: frozenset[str]) -> None:
        self._language = language
        self._evidence = evidence
        self._stop_words = stop_words

    def ordinary(self, page: Page) -> Iterator[int]:
        """Yield where verbs and small words stand in headlines of a page."""
        for start, end in pairwise([*sorted(page.starts), len(page.words)]):
            while end > start and page.words[end - 1].isspace():
                end -= 1
            if end > start and page.words[end - 1] != "." and self._may_be_headline(page.words[start:end]):
                verbs = [i for i in range(start + 1, end) if self._is_verb(page, start, i)]
                if verbs:
                    yield from verbs
                    yield from (i for i in range(start, end) if page.words[i].lower() in self._stop_words)

    @staticmethod
    def _may_be_headline(words: list[str]) -> bool:
        for word in words:
            if len(word) > _SMALL and not word[0].isupper() and word[0].isalpha():
                return False
        return sum(w[0].isupper() and not w.isupper() for w in words) >= _FEWEST

    def _is_verb(self, page: Page, start: int, index: int) -> bool:
        """Whether a word is a verb; the first form ("Discuss") is one after several people only."""
        word, lower = page.words[index], page.words[index].lower()
        lemmas, verbs = _verbs(self._language)
        lemma = lemmas.get(lower, lower)
        if not word[0].isupper() or lemma not in verbs or self._evidence.gender(word):
            return False
        if lemma == lower and not any(w in (",", "and", "&") for w in page.words[start:index]):
            return False
        return not self._is_surname(page, index)

    def _is_surname(self, page: Page, index: int) -> bool:
        """Whether a word is the second of a name: "Robert Gates"."""
        before = page.words[index - 2] if index > 1 and not page.blocked[index - 2] else ""
        return bool(self._evidence.gender(page.words[index - 1])) and (
            not before[:1].isupper() or before.lower() in self._stop_words
        )


@lru_cache(maxsize=4)
def _verbs(language: str) -> tuple[Mapping[str, str], frozenset[str]]:
    """The first forms of the words of a language, and those of its verbs."""
    lookups = load_lookups(language, [_LEMMAS, _INDEX], strict=False)
    lemmas: Mapping[str, str] = lookups.get_table(_LEMMAS, {})
    index: Mapping[str, Sequence[str]] = lookups.get_table(_INDEX, {})
    return lemmas, frozenset(index.get("verb", ()))
