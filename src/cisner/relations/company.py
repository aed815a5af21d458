"""People whom no verb of talks brings together, but what they did in company: "X broke bread with Y in Baku"."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cast import Cast, told_state
from cisner.relations.cues import FoundCue
from cisner.relations.frame import clause
from cisner.relations.sentence import Sentence, View
from cisner.relations.sides import Party, Sides

_RULE = "talks.company"
_TELLS_OTHERWISE = ("not_held", "absent", "message", "message_read", "honour", "appoint", "chair", "represents", "lack")
_GOVERNS = ("wish", "unreal", "supposed", "comment")
_MOST = 3

Company = tuple[FoundCue, tuple[int, ...]]


def in_company(
    view: View, cast: Cast, sides: Sides, sentence: Sentence, parties: Sequence[Party], *, session: bool
) -> list[Company]:
    """The people of a sentence who did something together, group by group, each with the words that say so.

    Args:
        view: The document.
        cast: Its people.
        sides: The people of its sentences.
        sentence: The sentence.
        parties: Its people.
        session: Whether they may be together at a session: its table is not theirs alone.
    """
    heading = not (sentence.index or sentence.is_full)  # its verbs have no tense: the text tells it again
    if len(parties) < 2 or sentence.is_line or heading or sentence.has(*_TELLS_OTHERWISE):
        return []
    if any(p.person == q.person for p in parties for q in parties if p is not q):
        return []
    states = [told_state(cast.people[p.person]) for p in parties]
    if len(parties) > _MOST or "" in states or len(set(states)) < len(states):
        return []
    reader = _Reader(view, sentence)
    left, right = clause(view, sentence, parties[0].start)
    if parties[-1].start >= right:
        return []
    subject, others = parties[0], parties[1:]
    if reader.is_governed(left, others[-1].start):
        return []
    found = reader.partners(subject, others)
    if found and reader.is_placed():
        return [(reader.cue(subject.end, p.start), (subject.person, p.person)) for p in found]
    if session:
        return []
    joined = sides.joined_before(sentence, parties)
    together = reader.mutual(parties[-1].end, right) if len(joined) == len(parties) else None
    if together is not None:
        return [(together, tuple(joined))]
    table = reader.table(left, right) if len(others) == 1 and subject.free else None
    return [(table, (subject.person, others[0].person))] if table is not None else []


class _Reader:
    """What the words of a sentence say of its people."""

    def __init__(self, view: View, sentence: Sentence) -> None:
        file = view.lexicon.file
        self._view, self._sentence, self._talks = view, sentence, file.talks
        self._that = file.words.that | {",", ":"}
        self._negation = file.words.negation

    def is_governed(self, start: int, end: int) -> bool:
        """Whether something in a range denies, wishes or only says what follows."""
        lower = self._view.lower[start:end]
        if not self._negation.isdisjoint(lower) or any(start <= c.start < end for c in self._sentence.cue(*_GOVERNS)):
            return True
        said = any(start <= c.start < end for c in self._sentence.cue("speak"))
        return said and not self._that.isdisjoint(lower)

    def is_placed(self) -> bool:
        """Whether a day, a place or the time that it took is told."""
        if any(i.symbol in "DL" for i in self._sentence.items):
            return True
        return self._view.says(self._sentence.start, self._sentence.end, self._talks.duration, "")

    def partners(self, subject: Party, others: Sequence[Party]) -> list[Party]:
        """Those with whom the subject did something, unless what is told is a relation: "ties with"."""
        if not subject.free or any(p.link != "with" for p in others):
            return []
        words = self._view.lower[subject.end : others[0].start]
        return list(others) if self._talks.relations.isdisjoint(words) else []

    def mutual(self, start: int, end: int) -> FoundCue | None:
        """The words after joined people that say that they were together."""
        told = self._view.says(start, end, self._talks.mutual)
        return FoundCue(start, end, "converse", _RULE) if told else self.table(start, end)

    def table(self, start: int, end: int) -> FoundCue | None:
        """The word for where people sit together, or to what one invites another."""
        known = {t for i in self._sentence.items for t in range(i.start, i.end)}  # "cabinet of ministers"
        free = (i for i in range(start, end) if i not in known)
        at = next((i for i in free if self._view.lower[i].startswith(self._talks.table)), None)
        return self.cue(at, at + 1) if at is not None else None

    @staticmethod
    def cue(start: int, end: int) -> FoundCue:
        """The words of a range as those that tell of talks."""
        return FoundCue(start, max(end, start + 1), "converse", _RULE)
