"""The other session that a sentence without a name for one goes on about.

After "The previous session took place in Minsk" that is "X presided there" and "Kazakhstan was then represented by Y";
after "The next session will be in Minsk" it is "X will chair it".
"""

from __future__ import annotations

from cisner.relations.cues import FoundCue
from cisner.relations.events import Event
from cisner.relations.sentence import Sentence, View

_PARTS = ("attend", "chair", "host", "absent", "absent_adjacent")
_BESIDE = 3  # tokens between a verb and the pronoun for the session


class Antecedents:
    """Finds the session of which a sentence tells more.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._words = view.lexicon.file.words

    def of(self, sentence: Sentence, before: Event | None, current: Event | None) -> Event | None:
        """The session before or after the one that the report is about, if a sentence goes on about it.

        Args:
            sentence: A sentence that names no meeting.
            before: The last meeting of the sentence before, named there or gone on about.
            current: The meeting that the report is about.
        """
        if before is None or before is current or before.personal or not _is_other(before, current):
            return None
        parts = sentence.cue(*_PARTS)
        if not parts:
            return None
        if before.status() == "held":
            then = self._view.says(sentence.start, sentence.end, self._words.back_then)
            return before if then or self._behind(sentence, parts, current) else self._pronoun(before, parts)
        ahead = sentence.has("future") and current is not None and current.status() == "held"
        return before if ahead else self._pronoun(before, parts)

    def _behind(self, sentence: Sentence, parts: list[FoundCue], current: Event | None) -> bool:
        """Whether somebody was at a session, in the past tense, while that of the report is still to come."""
        if current is None or current.status() != "planned" or sentence.has("future"):
            return False
        return any(self._view.lexicon.in_past[w] for c in parts for w in self._view.lower[c.start : c.end])

    def _pronoun(self, event: Event, parts: list[FoundCue]) -> Event | None:
        """The event, where a pronoun stands beside a verb of chairing or, if it was held, of being there."""
        parted = ("chair", "host", "attend") if event.status() == "held" else ("chair", "host")
        for cue in parts:
            near = self._view.lower[max(0, cue.start - _BESIDE) : cue.end + _BESIDE]
            if cue.type in parted and not self._words.for_session.isdisjoint(near):
                return event
        return None


def _is_other(event: Event, current: Event | None) -> bool:
    """Whether a session is told as the next or previous one of a body, or on another day than that of the report.

    So is one of another body or level, of which one was held and the other lies ahead.
    """
    if event.qualifiers & {"next", "previous"}:
        return True
    if current is None:
        return False
    if event.status() != current.status():
        if event.organization not in ("", current.organization) or event.level not in ("", current.level):
            return True
    return None not in (event.start, current.start) and event.start != current.start
