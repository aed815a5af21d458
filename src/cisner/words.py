"""The words of a doc as plain lists, made once per doc and remembered per word form."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.attrs import ORTH  # type: ignore[import-not-found]
from spacy.tokens import Doc

from cisner.morphology import fold

_KEY = "cisner_words"
_MOST_FORMS = 200_000


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a doc.

    Attributes:
        texts: As they stand.
        lower: Lower case, ё as е.
        starts: First tokens of sentences, once the boundaries are set.
    """

    texts: list[str]
    lower: list[str]
    starts: list[int]


class WordForms:
    """Remembers the text and the folded form of every word form that it has seen, up to a bound."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._lower: dict[int, str] = {}

    def of(self, doc: Doc) -> Words:
        """The words of a doc; made at the first call."""
        kept = doc.user_data.get(_KEY)
        if kept is not None:
            return Words(kept[0], kept[1], kept[2])
        if len(self._texts) > _MOST_FORMS:
            self._texts.clear()
            self._lower.clear()
        orths = doc.to_array(ORTH).tolist() if len(doc) > 1 else [t.orth for t in doc]
        texts, lower = self._texts, self._lower
        for orth in set(orths) - texts.keys():
            text = doc.vocab.strings[orth]
            texts[orth] = text
            lower[orth] = fold(text)
        words = Words([texts[o] for o in orths], [lower[o] for o in orths], [])
        doc.user_data[_KEY] = [words.texts, words.lower, words.starts]
        return words


def forget(doc: Doc) -> None:
    """Take the lists off a doc, before it is kept or stored."""
    doc.user_data.pop(_KEY, None)
