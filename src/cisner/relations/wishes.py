"""What somebody only wants, offers or may do: "is ready to meet", "invited him to visit", "may come"."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.lexicon import Lexicon
from cisner.relations.cues import FoundCue

_REACH = 8  # tokens from a wish to what is wished
_TOLD = frozenset({
    "meet", "receive", "talk", "converse", "see", "call", "visit", "apart", "host", "attend", "chair", "betake",
    "convene", "guests", "sits",
})  # fmt: skip


def settle(cues: Sequence[FoundCue], lower: Sequence[str], lexicon: Lexicon) -> list[FoundCue]:
    """The cues of a sentence without those that are only wished for; what may come lies ahead.

    Args:
        cues: Cues of a sentence, in text order.
        lower: The words of the document.
        lexicon: The language's words.
    """
    wishes = [c for c in cues if c.type in ("wish", "possible")]
    if not wishes:
        return list(cues)
    out = []
    for cue in cues:
        governing = next((w for w in wishes if _governs(w, cue, lower, lexicon)), None) if cue.type in _TOLD else None
        if governing is None:
            out.append(cue)
        elif governing.type == "possible":
            out += [cue, FoundCue(governing.start, governing.end, "future", governing.rule)]
    return sorted(out, key=lambda c: c.start)


def after_wish(cues: Sequence[FoundCue], token: int) -> bool:
    """Whether a token stands near enough after a wish: "invited to the summit", "an invitation to visit"."""
    return any(c.type == "wish" and 0 <= token - c.end <= _REACH for c in cues)


def _governs(wish: FoundCue, cue: FoundCue, lower: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a verb in the infinitive, or a noun after a preposition, belongs to a wish before it."""
    words, between = lexicon.file.words, lower[wish.end : cue.start]
    if not 0 <= cue.start - wish.end <= _REACH or any(w in lexicon.file.talks.joins for w in between):
        return False
    if wish.type == "possible":
        return all(w in words["infinitive_between"] for w in between)
    first, before = lower[cue.start], lower[cue.start - 1]
    if not {first, before}.isdisjoint((*words["infinitive"], *words["wished_for"])):
        return True
    return first.endswith(tuple(words["infinitive_endings"]))
