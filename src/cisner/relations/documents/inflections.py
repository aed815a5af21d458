"""How the words around documents are inflected, as far as their endings tell: genitives, finite verbs."""

from __future__ import annotations

import re

from cisner.relations.documents.verbs import STATUS
from cisner.relations.sentence import View
from cisner.relations.word_lists import ending


class Inflections:
    """Tells the forms of words around documents.

    Args:
        view: The document.

    Attributes:
        told: Tokens at which it is told what becomes of documents.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._stops = view.lexicon.file.agreement_frame.stops
        roles = view.lexicon.file.role_frame
        self._verb = re.compile(roles.verb_ending) if roles.verb_ending else None
        self._adjective = re.compile(roles.adjective_ending) if roles.adjective_ending else None
        own = self._own = view.lexicon.file.documents
        self._genitive_ending = ending(own.genitive_endings)
        self._genitive_sure = ending(own.genitive_sure_endings)
        self._finite_ending = ending(own.finite_endings)
        self._noun_like = ending(own.noun_like_endings)
        self._predicate = ending(own.predicate_endings)
        self.told = {c.start for s in view.sentences for c in s.cue(*STATUS)}

    def is_genitive(self, position: int) -> bool:
        """Whether a word looks like one that the noun governs: "соглашение стран"."""
        word = self._view.lower[position]
        if position in self.told and self._predicate.search(word):  # "конвенция парафирована"
            return False
        if self._hyphen(position):  # "научно-технического", "купли-продажи"
            return self.is_genitive(position + 2) or bool(self._genitive_ending.search(word))
        if not word[:1].isalpha() or not self._genitive_ending.search(word):
            return False
        if self._verb_like(word) and not self._genitive_sure.search(word):
            return False
        return word not in self._stops and word not in self._own.not_genitive

    def is_finite(self, index: int) -> bool:
        """Whether a word looks like a verb that says what somebody does."""
        word = self._view.lower[index]
        if not self._verb_like(word) or any(s in word for s in self._own.active_participle_suffixes):
            return False
        if (
            self._noun_like.search(word)
            and index
            and self._adjective is not None
            and self._adjective.search(self._view.lower[index - 1])
        ):
            return False
        return bool(self._finite_ending.search(word))

    def _verb_like(self, word: str) -> bool:
        return bool(self._verb is not None and self._verb.search(word))

    def _hyphen(self, position: int) -> bool:
        return (
            position + 2 < len(self._view.words)
            and self._view.words[position + 1] == "-"
            and not self.is_spaced(position + 1)
        )

    def is_spaced(self, index: int) -> bool:
        """Whether a mark has a space on either side."""
        spaces = self._view.source.spaces
        return spaces[index - 1] and spaces[index]
