"""Speeches that show that somebody is at a meeting: at one of the level of the speaker, or told to be held there."""

from __future__ import annotations

from cisner.relations.attendance.presence import agentless, elsewhere
from cisner.relations.attendance.scene import Found, Scene
from cisner.relations.capacity import outsider, seated
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event
from cisner.relations.frame import clause
from cisner.relations.said import content_start

_PREPOSITION = 2  # words of "at the" before a meeting
_FRONTED = 4  # words of "speaking on Friday at the" before a meeting that opens a clause


def speaking(scene: Scene, found: Found, event: Event, told_here: bool) -> FoundCue | None:
    """The speech of somebody whose office sits at a meeting."""
    speech = next((c for c in found.near if c.type in ("speak", "recall")), None)
    person = scene.cast.people[found.at.person]
    if speech is None or event.status() != "held" or _only_named(scene, found, speech):
        return None
    if _speaks_there(scene, found, event, speech):
        return speech
    if event.pair and found.at.person not in event.pair and _only_tells(scene, found, event, speech):
        return None
    if not seated(person, event) and not _is_represented(scene, found, event):
        return None
    if outsider(person, event, scene.known_bodies):
        return None
    others = [e for e in scene.bodies(found.sentence.index) if e.status() == "held"]
    if event.city and not told_here and elsewhere(scene.view, found.sentence, event, others):
        return None
    if any(e.pair and found.at.person in e.pair and _goes_before(e, event) for e in scene.meetings.events):
        return None  # who has just received somebody speaks of what a summit decided
    return speech if event.organization or told_here or event.level or not event.pair else None


def _speaks_there(scene: Scene, found: Found, event: Event, speech: FoundCue) -> bool:
    """Whether somebody speaks at a meeting, whatever the office: "At the session X said", "X said at the session"."""
    sentence, lower = found.sentence, scene.view.lower
    start = clause(scene.view, sentence, found.first)[0]
    for phrase in event.phrases_in(sentence):
        before = lower[max(start, phrase.start - _PREPOSITION) : phrase.start]
        fronted = phrase.end <= found.first and phrase.start - start <= _FRONTED
        after = 0 <= phrase.start - speech.end <= _PREPOSITION
        if found.at.subject and (fronted or after) and not scene.view.lexicon.file.words.speech_at.isdisjoint(before):
            return True
    return False


def _only_named(scene: Scene, found: Found, speech: FoundCue) -> bool:
    """Whether somebody is no subject of a verb of saying: "a speech by X", "the visit that X is said to plan"."""
    lower, first = scene.view.lower, found.first - 1
    words = scene.view.lexicon.file.words
    if lower[first] in words.relative:
        return True
    if first + 1 == speech.end and lower[speech.start - 1] in words.pronoun | words.it:
        return True  # "in November it recalled X"
    return first >= speech.end and agentless(scene.view, first)


def _only_tells(scene: Scene, found: Found, event: Event, speech: FoundCue) -> bool:
    """Whether a meeting is in what somebody says: "The minister said that they had met"."""
    said = content_start(scene.view, found.sentence, speech.end)
    return any(said < start < found.sentence.end for start, _, _ in event.evidence)


def _is_represented(scene: Scene, found: Found, event: Event) -> bool:
    """Whether the body that somebody heads is told to be represented at a meeting: "The UIC is represented too"."""
    bodies = {p.represents for p in scene.cast.people[found.at.person].posts if p.office == "head_of_organization"}
    if not bodies:
        return False
    told = scene.meetings.told
    return any(
        told[s.index].at is event and any(i.mention.norm in bodies for i in s.of("ORGANIZATION"))
        for s in scene.view.sentences[: found.sentence.index]
        if s.has("attend")
    )


def _goes_before(talks: Event, event: Event) -> bool:
    """Whether a report tells of talks before it tells of a session, and the session has a day of its own."""
    if event.dated_by != "text" or talks.status() != "held" or not (talks.sentences and event.sentences):
        return False
    return max(talks.sentences) < min(event.sentences) and (talks.start or "9999") > (event.start or "9999")
