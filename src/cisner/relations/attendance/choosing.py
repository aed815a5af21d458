"""The meeting that a place of the text speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.asides import asides, inside
from cisner.relations.attendance.besides import also_at_session
from cisner.relations.attendance.scene import At, Scene
from cisner.relations.capacity import seated
from cisner.relations.events import Event
from cisner.relations.frame import clause
from cisner.relations.said import told_together
from cisner.relations.sentence import Sentence

_LISTED = 2  # meetings after a colon
_SINCE = 3  # sentences since talks were told
_FAR = 999
_WITH_OTHERS = ("cue.company", "cue.participation")
_MAIN = ("attend", "absent", "speak", "chair", "host")  # what a main clause tells of somebody
_TO_MAIN = 3  # words from the comma after a clause to the verb
_THERE = ("attend", "chair", "host", "sign", "receive", "absent", "future")


def choose(scene: Scene, sentence: Sentence, at: At) -> Event | None:
    """The meeting that somebody at a place may be at; none where only their talks are told."""
    bodies = scene.bodies(sentence.index)
    local = scene.meetings.told[sentence.index].named
    talks = next((e for e in local if e.personal and at.person in e.pair), None)
    if talks is not None and not sentence.has("absent") and not _also_there(scene, sentence, at, talks):
        return None
    if bodies and scene.on_margins(sentence):
        return None
    current = scene.meetings.told[sentence.index].at
    if current is not None and current not in bodies and all(_before_or_after(e, current) for e in bodies):
        if not sentence.has(*_THERE):
            bodies = []  # who tells of another session tells of it at this one
        bodies = [e for e in bodies if not _told_of_another(scene, sentence, at, e)]
    if bodies:
        bodies = _told_with(scene, sentence, at, bodies) or bodies
        return min(bodies, key=lambda e: _distance(e, sentence, at))
    followed = scene.meetings.told[sentence.index].followed
    if followed is not None:
        return followed
    if sentence.intro >= 0:
        introduced = scene.bodies(sentence.intro)
        if introduced:
            return introduced[0]
    if current is not None:
        current = _seat(scene, at, current)
    if current is None and sentence.has("attend", "chair"):
        current = _talks_before(scene, sentence, at)
    if current is None and at.named is not None:  # a list before the first mention of a meeting: the report's first
        current = next(
            (
                e
                for e in scene.meetings.events
                if not (e.personal or e.nameless or _told_in_passing(e) or _still_to_come(scene, sentence, e))
            ),
            None,
        )
    return current


def _before_or_after(event: Event, current: Event) -> bool:
    """Whether a meeting is told as the next or last one, or as one long before the session of the report."""
    told = event.model is current or not event.qualifiers.isdisjoint(("next", "previous"))
    return told or bool(event.start and current.start and event.start < current.start)


def _told_of_another(scene: Scene, sentence: Sentence, at: At, event: Event) -> bool:
    """Whether a meeting is named only in a clause about somebody, and what is told of them after it is of another."""
    clauses = asides(scene.view, sentence)
    starts = [p.start for p in event.phrases_in(sentence)]
    if not clauses or not starts or not all(inside(s, clauses) for s in starts):
        return False
    ends = [end for start, end in clauses if start < starts[0] < end]
    verbs = [c for c in sentence.cue(*_MAIN) if any(0 <= c.start - end <= _TO_MAIN for end in ends)]
    return bool(verbs) and not inside(at.start, clauses)


def _told_with(scene: Scene, sentence: Sentence, at: At, bodies: Sequence[Event]) -> list[Event]:
    """The meetings on the same side of "said that" as somebody: "At the Council X said that the summit would …"."""
    if len(bodies) == 1:
        return []
    view = scene.view
    return [e for e in bodies if any(told_together(view, sentence, at.start, p.start) for p in e.phrases_in(sentence))]


def _seat(scene: Scene, at: At, current: Event) -> Event:
    """Of sessions of several bodies, the one at which somebody has a seat, if that is only one."""
    sisters = scene.meetings.sisters.of(current)
    person = scene.cast.people[at.person]
    if not sisters or seated(person, current):
        return current
    seats = [e for e in sisters if seated(person, e)]
    return seats[0] if len(seats) == 1 else current


def _told_in_passing(event: Event) -> bool:
    """Whether a meeting to come has no name in the report: "New Delhi, where the G20 foreign ministers assemble"."""
    return event.status() == "planned" and all(p.convention for p in event.phrases)


def _still_to_come(scene: Scene, sentence: Sentence, event: Event) -> bool:
    """Whether a sentence in the past stands before the announcement of a meeting: "X and Y signed a plan"."""
    wording = scene.meetings.reading.wording
    return event.status() == "planned" and not sentence.has("future") and wording.in_past(sentence)


def enumerated(scene: Scene, sentence: Sentence) -> dict[Event, int]:
    """As in "Three events will see the president: A, B and C": meetings listed after a colon, and its token."""
    bodies = scene.bodies(sentence.index)
    if len(bodies) < _LISTED:
        return {}
    words = scene.view.words
    colon = next((i for i in range(sentence.start, sentence.end) if words[i] == ":"), -1)
    if colon < 0:
        return {}
    found = {e: colon for e in bodies if any(p.start > colon for p in e.phrases_in(sentence))}
    return found if len(found) >= _LISTED else {}


def both(scene: Scene, sentence: Sentence, event: Event) -> list[Event]:
    """A meeting, with the one held beside it where a sentence says so: "attended both sessions"."""
    both_of, lower = scene.view.lexicon.file.words.both_of, scene.view.lower
    if both_of.isdisjoint(scene.view.forms):
        return [event]
    nouns = {i.start for i in sentence.of("MEETING")}
    words = (i for i in range(sentence.start, sentence.end - 1) if lower[i] in both_of)
    told = any(i + 1 in nouns or not (lower[i + 1].isalpha() or sentence.of("MEETING")) for i in words)
    return (scene.meetings.sisters.of(event) if told else []) or [event]


def _distance(event: Event, sentence: Sentence, at: At) -> int:
    """Words between somebody and the nearest name of a meeting in the sentence."""
    return min((abs(p.start - at.start) for p in event.phrases_in(sentence)), default=_FAR)


def _talks_before(scene: Scene, sentence: Sentence, at: At) -> Event | None:
    """The talks told shortly before, for the subject of a sentence that says who was there."""
    talks = [
        e
        for e in scene.meetings.events
        if e.pair and e.sentences and sentence.index - _SINCE <= max(e.sentences) <= sentence.index
    ]
    honoured = any(c.start < at.start for c in sentence.cue("honour"))
    brought = any(c.rule in _WITH_OTHERS and c.start < at.start for c in sentence.cue("attend"))
    if not talks or not (at.subject or brought) or honoured:
        return None
    last = talks[-1]
    elsewhere = {i.mention.norm for i in sentence.of("CITY")} - {last.city}
    if not at.subject and (last.kind == "call" or last.status() == "cancelled"):
        return None
    return None if elsewhere and (sentence.has("visit") or not at.subject) else last


def _also_there(scene: Scene, sentence: Sentence, at: At, talks: Event) -> bool:
    """Whether another clause puts somebody at the meeting: "X will join later: he is talking to Y"."""
    if also_at_session(scene, sentence, at, talks):
        return True
    start, end = clause(scene.view, sentence, at.start)
    apart = not any(start <= first < end for first, _, _ in talks.evidence)
    return apart and any(c.type == "attend" and start <= c.start < end for c in sentence.cues)
