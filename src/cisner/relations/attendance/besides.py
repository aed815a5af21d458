"""Who of those whose talks a sentence tells of was at a session besides, as the same sentence says."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.asides import asides, inside
from cisner.relations.attendance.scene import At, Scene
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event
from cisner.relations.sentence import Sentence

_THERE = ("attend", "seat", "observer", "chair")
_TO_PRONOUN = 3  # tokens of "took part in it"


def also_at_session(scene: Scene, sentence: Sentence, at: At, talks: Event) -> bool:
    """Whether a verb of taking part belongs to somebody, and no other than one of a session.

    As in "X took part in the session and met with Y", "X, who took part in it, met with Y" and "Y received X, who had
    taken part in it": X was there, not Y.
    """
    here = range(sentence.start, sentence.end)
    told = [(first, end) for first, end, _ in talks.evidence if first in here]
    told_aside = asides(scene.view, sentence)
    if told and all(any(at.end == start <= first < end for start, end in told_aside) for first, _ in told):
        return True  # "X, who had met Y, spoke of trade"
    people = scene.people(sentence)
    for cue in sentence.cue(*_THERE):
        if talks.kind != "visit" and any(first < cue.end and cue.start < end for first, end in told):
            continue  # but "came to Minsk for the summit"
        if _of_a_session(scene, sentence, cue) and at.person in _owners(people, cue, told_aside, told):
            return True
    return False


def _of_a_session(scene: Scene, sentence: Sentence, cue: FoundCue) -> bool:
    """Whether the sentence names a session, or goes back to one right after a verb: "took part in it"."""
    if scene.bodies(sentence.index):
        return True
    lower, file = scene.view.lower, scene.view.lexicon.file
    following = "".join(lower[cue.end : cue.end + 1])
    if following in file.setting.conjunction or not following.isalpha():
        return True  # "took part and was then received by"
    return not file.words.it_there.isdisjoint(lower[cue.start : cue.end + _TO_PRONOUN])


def _owners(
    people: Sequence[At], cue: FoundCue, told_aside: list[tuple[int, int]], told: Sequence[tuple[int, int]]
) -> set[int]:
    """Whose verb a cue is: of who stands before its relative clause, else of the subjects of the main clause."""
    aside = next(((start, end) for start, end in told_aside if start <= cue.start < end), None)
    if aside is not None:
        before = [p for p in people if p.end <= aside[0]]
        return {before[-1].person} if before else set()
    main = [p for p in people if not inside(p.start, told_aside)]
    verbs = [first for first, _ in told if not inside(first, told_aside)]
    before = [p for p in main if p.end <= cue.start and p.case in ("", "nom") and not any(v < p.start for v in verbs)]
    after = [p for p in main if p.start >= cue.end and p.case in ("", "nom")]
    after = [p for p in after if not any(cue.end <= v < p.start for v in verbs)]
    return {p.person for p in before or after}
