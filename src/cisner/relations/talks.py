"""What the words around talks say of their sides: that there are three, that each is met alone."""

from __future__ import annotations

from cisner.relations.sentence import Sentence, View


def of_three(view: View, start: int, end: int) -> bool:
    """Whether a word between two tokens says that a meeting is of three sides: "trilateral", "the three"."""
    talks, words = view.lexicon.file.talks, view.lower[start:end]
    if any(w.startswith(talks.trilateral) for w in words):
        return True
    told = f" {' '.join(words)} "
    return any(f" {t} " in told for t in talks.trios)


def each_alone(view: View, sentence: Sentence, end: int) -> bool:
    """Whether a sentence says, before a token, that talks are with each alone: "separate", "one by one"."""
    if sentence.has("apart"):
        return True
    words = f" {' '.join(view.lower[sentence.start : end])} "
    return any(f" {s}" in words for s in view.lexicon.file.talks.separate)
