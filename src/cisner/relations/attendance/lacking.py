"""Names around a word that their bearers are not there: "the absence of X and Y", «нет X», "neither X nor Y"."""

from __future__ import annotations

import re

from cisner.relations.attendance.absentees import ABSENT
from cisner.relations.attendance.scene import At, Found, Scene, after, before, title_start
from cisner.relations.cues import FoundCue
from cisner.relations.sentence import Sentence

_COORDINATED = re.compile(r"[PRQCAOK,;&()o-]*")
_NEITHER = re.compile(r"[PRQCAOK,;&()ox-]*")
_REFUSAL = "cue.refusal"
_WHERE = 5  # words between "the absence from the summit of" and the name
_NEXT = 2  # words between «нет» and the name
_TOLD = ("attend", *ABSENT)  # of the others


def lacked(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """As in "for the absence of X and Y" and «не хватало X и Y»: those directly after, with where they were lacking."""
    right = after(found.people, cue)
    if not right or found.at not in right or found.at.case == "nom":
        return False
    first = right[0]
    words, start = scene.view.lower, title_start(found.sentence, first)
    groups = {t for i in found.sentence.items if i.symbol == "Q" for t in range(i.start, i.end)}
    gap = [words[i] for i in range(cue.end, start) if words[i][:1].isalpha() and i not in groups]
    where = any(i.symbol in "MOL" and cue.end <= i.start < start for i in found.sentence.items)
    if len(gap) > (_WHERE if where else 1):
        return False
    if not (found.at is first or coordinated(found.sentence, first, found.at)):
        return False
    if cue.rule != _REFUSAL:
        return True
    listed = [p for p in right if p is first or coordinated(found.sentence, first, p)]
    return not _of_an_act(scene, found, listed[-1])


def _of_an_act(scene: Scene, found: Found, last: At) -> bool:
    """Whether what is refused is told after the names, and it is not to come: "the refusal of X to sign"."""
    end = next((i.end for i in found.sentence.of("COUNTRY") if 0 <= i.start - last.end <= 1), last.end)
    following, words = scene.view.lower[end], scene.view.lexicon.file.words
    return words.begins_infinitive(following) or following in words.against


def lacking(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """As in "Нет и X", «Не было президентов A и B X и Y»: the names that stand in the genitive right after the word."""
    at, sentence = found.at, found.sentence
    if at.case != "gen" or at.start < cue.end:
        return False
    first = next(p for p in found.people if p.start >= cue.end)
    only = all(w in scene.view.lexicon.file.words.only for w in scene.view.lower[cue.end : found.first])
    if not (cue.start <= sentence.start + 1 or not scene.view.words[cue.start - 1].isalnum() or (only and first is at)):
        return False
    if first is at and found.first - cue.end <= _NEXT:
        return True
    inside = {t for i in sentence.items if i.symbol in "QRCA" for t in range(i.start, i.end)}
    apart = [i for i in range(cue.end, first.start) if i not in inside and scene.view.lower[i][:1].isalpha()]
    return len(apart) <= _NEXT and (first is at or coordinated(sentence, first, at))


def joined_before(found: Found, cue: FoundCue) -> bool:
    """As in «X, Y и Z на саммите не было»: joined with the one right before the word, in the same case."""
    left = before(found.people, cue)
    if not left or left[-1] is found.at or not found.at.case or not 0 <= cue.start - left[-1].end <= 1:
        return False
    return left[-1].case == found.at.case and coordinated(found.sentence, found.at, left[-1])


def neither(scene: Scene, found: Found) -> FoundCue | None:
    """As in "Neither X nor Y came" and «Ни X, ни Y в зале не было»."""
    cue = next((c for c in found.near if c.type == "nor" and c.end <= found.at.start), None)
    words = scene.view.lexicon.file.words
    if cue is None:
        return None
    first, last = after(found.people, cue)[0], found.people[-1]
    if found.at is not first and not _joined(found.sentence, first, found.at):
        return None
    there = any(c.start >= last.end or c.end <= cue.start for c in found.near if c.type in _TOLD)
    told = scene.view.lower[last.end : found.sentence.end]
    return cue if there or any(w in words.came for w in told) else None


def _joined(sentence: Sentence, first: At, other: At) -> bool:
    """Whether only titles, states and short words stand between two people."""
    gap = between(sentence, first, other)
    return gap is not None and _NEITHER.fullmatch(gap) is not None


def coordinated(sentence: Sentence, first: At, other: At) -> bool:
    """Whether two people stand in one list."""
    gap = between(sentence, first, other)
    return gap is not None and _COORDINATED.fullmatch(gap) is not None


def between(sentence: Sentence, first: At, other: At) -> str | None:
    """The symbols between two people, if both stand among the mentions of the sentence."""
    positions = {i.start: i.position for i in sentence.items}
    if first.start not in positions or other.start not in positions:
        return None
    return sentence.symbols[positions[first.start] + 1 : positions[other.start]]
