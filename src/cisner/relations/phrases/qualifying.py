"""The modifiers of a meeting phrase: its number, and whether it is told as the next or the previous one."""

from __future__ import annotations

from cisner.relations.numbers import is_roman
from cisner.relations.phrases.model import Phrase
from cisner.relations.sentence import View

_LONGEST_INSERTION = 5  # tokens


def qualify(view: View, phrase: Phrase) -> None:
    """Take the modifiers before a phrase into it and note what they say."""
    found = view.lexicon.qualifiers.find(view.lower[phrase.sentence.start : phrase.end], view.forms)
    spans = [(phrase.sentence.start + s, phrase.sentence.start + e, cue.type) for s, e, cue in found]
    start = phrase.start
    moved = True
    while moved:
        moved = False
        for left, right, kind in spans:
            if right == start and left < start:
                start = left
                if kind != "modifier":
                    phrase.qualifiers.add(kind)
                moved = True
        inserted = _before_insertion(view, phrase.sentence.start, start)
        for left, right, kind in spans:  # "the next, 72nd, session"
            if right == inserted and left < start:
                start, moved = left, True
                phrase.qualifiers |= {kind} - {"modifier"}
        previous = view.lower[start - 1] if start > phrase.sentence.start else ""
        if previous and (
            (previous[0].isdigit() and len(previous) <= 5)
            or is_roman(view.words[start - 1])
            or (previous in ("-", "–") and start - 2 >= phrase.sentence.start and view.lower[start - 2][:1].isdigit())
        ):
            start -= 2 if previous in ("-", "–") else 1
            moved = True
    for left, _, kind in spans:
        if phrase.start <= left < phrase.end and kind != "modifier":
            phrase.qualifiers.add(kind)
    phrase.start = start
    after = " ".join(view.lower[phrase.end : phrase.end + 3])
    if after.startswith(view.lexicon.file.meeting_frame.next_after):
        phrase.qualifiers.add("next")
    if "previous" in phrase.qualifiers and _is_predicate(view, phrase):
        phrase.qualifiers.discard("previous")


def _is_predicate(view: View, phrase: Phrase) -> bool:
    """As in "For some it was the last summit": said of the one that is told of, no word for an earlier one."""
    words = view.lexicon.file.words
    before = [w for w in view.lower[max(phrase.sentence.start, phrase.start - 2) : phrase.start] if w not in words.the]
    cleft = any(w in words.that for w in view.lower[phrase.end : phrase.end + 1])
    return any(w in words.predicate for w in before[-1:]) and not cleft


def _before_insertion(view: View, first: int, start: int) -> int:
    """Token after what stands before an insertion between commas that ends at a token, or -1."""
    if start - 1 <= first or view.lower[start - 1] != ",":
        return -1
    for index in range(start - 2, max(first, start - 2 - _LONGEST_INSERTION), -1):
        if view.lower[index] == ",":
            return index
    return -1
