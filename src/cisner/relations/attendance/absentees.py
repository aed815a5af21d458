"""Those named one after another once it is told that some are absent: "Who was missing? X is ill. Y stayed at home"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.relations.attendance.scene import At, Found, Scene, before
from cisner.relations.capacity import seated
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event
from cisner.relations.sentence import Sentence

ABSENT = ("absent", "absent_adjacent")
_TELLING = (*ABSENT, "lack")
_ABSENCE = (*_TELLING, "stay", "kept_away")
_PRESENCE = frozenset({"attend", "chair", "host", "sign", "receive", "video", "speak", "comment"})
_SENTENCES = 2  # from the number of those who are absent to their names
_ONE_BY_ONE = 8  # tokens before a name, from "One was" on
_WHO = 2  # first words of a question after somebody
_JOINED = re.compile(r"[RQCAOK,&()o-]*")  # between those who share a sentence


def one_of_absent(scene: Scene, found: Found, event: Event) -> FoundCue | None:
    """The cue for the absence of several, for one of those whom the sentences after it name."""
    if not scene.view.has(*_TELLING):
        return None
    return _one_by_one(scene, found) or _in_answer(scene, found, event)


def _one_by_one(scene: Scene, found: Found) -> FoundCue | None:
    """As in "Two presidents stayed away. One was X. The other, Y, …": named one by one after their number."""
    view, words = scene.view, scene.view.lexicon.file.words
    sentence, at = found.sentence, found.at
    near = view.sentences[max(0, sentence.index - _SENTENCES) : sentence.index + 1]
    if not any(s.has(*ABSENT) for s in near):
        return None
    inside = {i for item in sentence.items for i in range(item.start, item.end)}
    told = [i for i in range(max(sentence.start, at.start - _ONE_BY_ONE), at.start) if i not in inside]
    said = " ".join(w for i in told if (w := view.lower[i])[:1].isalpha() and w not in words.the)
    if not f" {said}".endswith(tuple(f" {w}" for w in words.one_by_one)):
        return None
    for before_it in reversed(near):
        for cue in before_it.cue(*ABSENT):
            if _counted(scene, before_it, cue) and cue.end <= at.start and not before(scene.people(before_it), cue):
                return cue
    return None


def _in_answer(scene: Scene, found: Found, event: Event) -> FoundCue | None:
    """As in "Who did not come? X …. Y …" and "Three were missing. X …. Y stayed at home": the subjects of a paragraph.

    Only of those who have a seat at the meeting, and of whom the paragraph does not tell that they were there.
    """
    sentence, at, view = found.sentence, found.at, scene.view
    person = scene.cast.people[at.person]
    if not sentence.index or event.personal or person.represents == event.country or not seated(person, event):
        return None
    if not (_leads(sentence, found.people, at) and _PRESENCE.isdisjoint(c.type for c in _beside(found))):
        return None
    if any(i.person == at.person and i.status == "attended" for i in event.involved):
        return None
    for earlier in reversed(view.sentences[: sentence.index]):
        if earlier.paragraph < sentence.paragraph and not _heads(scene, earlier, sentence):
            return None
        cue = _opens(scene, earlier)
        if cue is not None:
            return cue
    return None


def _opens(scene: Scene, sentence: Sentence) -> FoundCue | None:
    """The cue of a sentence that asks who was absent, or tells how many."""
    cue = next(iter(sentence.cue(*_TELLING)), None)
    if cue is None or scene.people(sentence):
        return None
    if _asks(scene, sentence):
        return cue
    return cue if _counted(scene, sentence, cue) and _goes_on(scene, sentence) else None


def _asks(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence asks after somebody: "Who did not come?"."""
    view, first = scene.view, sentence.start
    asked = not view.lexicon.file.words.who.isdisjoint(view.lower[first : first + _WHO])
    return asked and "?" in view.words[first : sentence.end]


def _goes_on(scene: Scene, sentence: Sentence) -> bool:
    """Whether the paragraph tells of somebody's absence after the number of the absent."""
    following = scene.view.sentences[sentence.index + 1 :]
    return any(
        s.has(*_ABSENCE) and scene.people(s)
        for s in following[: next((i for i, s in enumerate(following) if s.paragraph != sentence.paragraph), None)]
    )


def _heads(scene: Scene, earlier: Sentence, sentence: Sentence) -> bool:
    """Whether a question is a paragraph of its own, as a heading over its answer."""
    return earlier.paragraph == sentence.paragraph - 1 and _asks(scene, earlier)


def _counted(scene: Scene, sentence: Sentence, cue: FoundCue) -> bool:
    several = scene.view.lexicon.file.words.several
    return not several.isdisjoint(scene.view.lower[sentence.start : cue.end + 1])


def _leads(sentence: Sentence, people: Sequence[At], at: At) -> bool:
    """Whether a sentence begins with somebody, or with others and him: of whom it tells."""
    first = people[0]
    positions = {i.start: i.position for i in sentence.items}
    if first.start not in positions or at.start not in positions:
        return first.start == at.start
    gap = sentence.symbols[positions[first.start] + 1 : positions[at.start]].replace("P", "")
    return first.start == at.start or _JOINED.fullmatch(gap) is not None


def _beside(found: Found) -> list[FoundCue]:
    """The cues of somebody's clause, but for verbs of saying that are another's."""
    others = [p for p in found.people if p.start != found.at.start]
    said = ("speak", "comment")
    return [c for c in found.near if c.type not in said or not any(0 <= c.start - p.end <= 1 for p in others)]
