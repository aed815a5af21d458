"""Lines of a page that lead to other reports: "READ ALSO: …"."""

from __future__ import annotations

from functools import lru_cache

from cisner.lexicon import Lexicon
from cisner.relations.sentence import Sentence, View

_HEADING = 5  # tokens of a heading over links


def other_reports(view: View) -> set[int]:
    """The sentences that only tell what other reports are about: those after "Read also", up to the next paragraph."""
    phrases = _phrases(view.lexicon)
    out: set[int] = set()
    if phrases.keys().isdisjoint(view.forms):
        return out
    paragraph = -1  # of the last heading over links
    for sentence in view.sentences:
        begun = phrases.get(view.lower[sentence.start])
        if sentence.paragraph == paragraph:
            out.add(sentence.index)
        elif begun and any(_begins(view, sentence, p) for p in begun):
            out.add(sentence.index)
            heading = sentence.end - sentence.start <= _HEADING
            paragraph = sentence.paragraph if heading else paragraph
    return out


@lru_cache(maxsize=4)
def _phrases(lexicon: Lexicon) -> dict[str, list[tuple[str, ...]]]:
    """The words that lead to other reports, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon.file.words.read_also:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


def _begins(view: View, sentence: Sentence, phrase: tuple[str, ...]) -> bool:
    """Whether a line begins with a phrase."""
    start = sentence.start
    own_line = start == 0 or "\n" in view.words[start - 1]
    return own_line and tuple(view.lower[start : start + len(phrase)]) == phrase
