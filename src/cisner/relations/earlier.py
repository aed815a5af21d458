"""Talks before those of a report: "they had already met in Davos"."""

from __future__ import annotations

from cisner.relations.cues import FoundCue
from cisner.relations.events import Event
from cisner.relations.frame import clause
from cisner.relations.sentence import Sentence, View

_NEAR = 4  # words before a verb where "already" stands


def tells_back(view: View, sentence: Sentence, cue: FoundCue) -> bool:
    """Whether a verb of talks goes back to what was before."""
    words = view.lexicon.file.words
    start, end = clause(view, sentence, cue.start)
    if not words.before_now.isdisjoint(view.lower[max(start, cue.start - _NEAR) : cue.end + 1]):
        return True
    return any(start <= c.start < end for c in sentence.cue("last_time")) or view.says(start, end, words.long_before)


def is_elsewhere(event: Event, city: str, home: str | None) -> bool:
    """Whether an event is in another city than the one told; one that is placed nowhere is at home."""
    return (event.city or home or city) != city
