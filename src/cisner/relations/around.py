"""The body of a meeting that names none: that of which the sentences around it speak."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.knowledge import Knowledge
from cisner.relations.cast import Cast
from cisner.relations.events import Event
from cisner.relations.sentence import View
from cisner.relations.talks import of_three

_REGIONAL = 60  # members of a body at most that the states of its people tell from others
_FEW = 3  # states whose people make a meeting one of their body


def name_bodies(events: Sequence[Event], cast: Cast, view: View, knowledge: Knowledge) -> None:
    """Give a meeting without a body the one that the sentences around it speak of, if its people are of that body."""
    found = [
        m
        for m in view.source.find("ORGAN", "ORGANIZATION")
        if m.attributes.get("extra") != "ambiguous" and not m.attributes.get("nested")
    ]
    for event in events:
        if event.organization or event.personal or event.label or event.states or not event.phrases:
            continue
        if any(p.joint or of_three(view, p.start, p.end) for p in event.phrases) or event.kind in ("talks", "forum"):
            continue
        first = event.phrases[0].sentence.index
        near = [view.sentences[i] for i in {0, *range(max(0, first - 2), first + 2)} if i < len(view.sentences)]
        bodies = {m.norm for m in found if any(s.start <= m.start < s.end for s in near)}
        if len(bodies) != 1:
            continue
        body = knowledge.bodies.get(bodies.pop())
        if body is None or not body.memberships:
            continue
        ever = {m.country for m in body.memberships}
        if len(ever) > _REGIONAL:
            continue  # everybody is of the UN
        states = {s for i in event.involved if len(s := cast.people[i.person].represents) == 2}
        if len(states & ever) >= max(_FEW, 2 * len(states - ever)):
            event.organization = body.id
    for event in events:
        if event.model is not None and not event.organization and event.level == event.model.level:
            event.organization = event.model.organization
