"""Who only tells what a sentence says: its source."""

from __future__ import annotations

from cisner.relations.sentence import Sentence, View

_PARTS = frozenset({",", ";", ":", "–", "—", "”", "“", '"', "»", "«", "(", ")"})
_BEFORE_SOURCE = frozenset({",", "–", "—", "”", '"', "»"})
_BRIEF = 6  # words after "X told"


def source_only(view: View, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The part of a sentence that only says who tells the rest, if somebody at a place is there.

    As in "the presidents have agreed to come, X told reporters", "according to X", «как сообщил X», «сказал X».
    """
    words, lower = view.lexicon.file.words, view.lower
    first = next((i + 1 for i in range(start - 1, sentence.start - 1, -1) if view.words[i] in _PARTS), sentence.start)
    last = next((i for i in range(end, sentence.end) if view.words[i] in _PARTS), sentence.end)
    said = [c for c in sentence.cue("speak", "comment") if first <= c.start < last]
    if " ".join(lower[first : first + 2]) in words.according or (said and lower[first] in words.as_said):
        return first, last
    if first == sentence.start or not said or view.words[first - 1] not in _BEFORE_SOURCE:
        return None
    closing = said[0].start == first or (
        last >= sentence.end - 1 and end <= said[-1].start and last - said[-1].end < _BRIEF
    )
    return (first, last) if closing and not sentence.has("message") else None
