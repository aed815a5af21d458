"""The parts that a report gives its people in its meetings, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping

from cisner.knowledge.bodies import Body
from cisner.relations.attendance.choosing import both, choose, enumerated
from cisner.relations.attendance.judging import judge
from cisner.relations.attendance.presence import told_of
from cisner.relations.attendance.scene import Scene
from cisner.relations.attendance.unnamed import Unnamed
from cisner.relations.cast import Cast
from cisner.relations.meetings import Meetings
from cisner.relations.sentence import View


def decide_attendances(view: View, cast: Cast, meetings: Meetings, bodies: Mapping[str, Body]) -> None:
    """Put the people of every sentence on the meeting that they are said to be at.

    Args:
        view: The document.
        cast: Its people.
        meetings: Its meetings; those of bodies and those that are told of as such get their people here.
        bodies: What is known of international bodies.
    """
    scene = Scene(view, cast, meetings, bodies)
    unnamed = Unnamed(scene)
    for sentence in view.sentences:
        for event, part in unnamed.told_in(sentence):
            event.involved.put(part)
        people = scene.people(sentence)
        listed = enumerated(scene, sentence) if people else {}
        for at in people:
            event_there = choose(scene, sentence, at)
            if event_there is None:
                continue
            found = scene.find(sentence, at)
            events = tuple(listed) if at.end <= listed.get(event_there, -1) else both(scene, sentence, event_there)
            for event in events:
                judged = judge(scene, found, event)
                if judged is not None:
                    event.involved.put(judged)
    for event, part in told_of(view, cast, meetings, bodies):
        event.involved.put(part)
