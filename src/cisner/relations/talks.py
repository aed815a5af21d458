"""What the words around talks say of their sides: that there are three, that each is met alone."""

from __future__ import annotations

import re
from functools import cache

from cisner.relations.sentence import Item, Sentence, View

_AFTER = 5  # words after a noun that may say how the talks are: "talks one-on-one"


def of_three(view: View, start: int, end: int) -> bool:
    """Whether a word between two tokens says that a meeting is of three sides: "trilateral", "the three"."""
    talks = view.lexicon.file.talks
    return view.says(start, end, talks.trilateral, "") or view.says(start, end, talks.trios)


def each_alone(view: View, sentence: Sentence, end: int) -> bool:
    """Whether a sentence says, before a token, that talks are with each alone: "separate", "one by one"."""
    if sentence.has("apart"):
        return True
    return _phrases(view.lexicon.file.talks.separate).search(_told(view, sentence, end)) is not None


def several(view: View, sentence: Sentence, noun: Item) -> bool:
    """Whether a noun tells of several meetings, each with somebody else: "bilateral meetings", "three calls"."""
    talks, words = view.lexicon.file.talks, view.lexicon.file.words
    end = min(sentence.end, noun.end + _AFTER)
    if noun.mention.norm == "talks":  # which may be one meeting, "bilateral talks" too
        alone = tuple(s for s in talks.separate if s not in talks.two_sided)
        return _phrases(alone).search(_told(view, sentence, end)) is not None
    numbers = {n for n, _ in noun.mention.attributes.get("readings", ())}
    before = view.lower[noun.start - 1] if noun.start > sentence.start else ""
    if "pl" not in numbers or (len(numbers) > 1 and not before.endswith(words.plural_before)):
        return False
    return before in words.several or each_alone(view, sentence, end)


def _told(view: View, sentence: Sentence, end: int) -> str:
    return f" {' '.join(view.lower[sentence.start : end])} "


@cache
def _phrases(starts: tuple[str, ...]) -> re.Pattern[str]:
    """What begins with one of these, at a word's start; one search is faster than one for each."""
    return re.compile(f" (?:{'|'.join(map(re.escape, starts))})")
