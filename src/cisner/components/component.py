"""What the components have in common: they work on words, and take them off a doc in a spaCy pipeline."""

from __future__ import annotations

from spacy.tokens import Doc

from cisner import mentions
from cisner.words import Words


class Component:
    """A step that adds to what is found in a text."""

    def find(self, words: Words) -> None:
        """Add what the component finds.

        Args:
            words: The words of a text, with what the components before found.
        """
        raise NotImplementedError

    def __call__(self, doc: Doc) -> Doc:
        """Put on a doc what the component finds."""
        if len(doc):
            words = Words.of(doc)
            self.find(words)
            self.write(doc, words)
        return doc

    def write(self, doc: Doc, words: Words) -> None:
        """Put what was found on a doc."""
        mentions.write(doc, words.mentions)
