"""The body of a meeting that names none: that of which the sentences around it speak."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.knowledge import Knowledge
from cisner.relations.cast import Cast
from cisner.relations.events import Event
from cisner.relations.sentence import View
from cisner.relations.talks import of_three

_REGIONAL = 60  # members of a body at most that the states of its people tell from others
_AFTER, _AFTER_HEADLINE = 2, 4  # sentences from a meeting to the last near it
_FEW = 3  # states whose people make a meeting one of their body


def name_bodies(events: Sequence[Event], cast: Cast, view: View, knowledge: Knowledge) -> None:
    """Give a meeting without a body the one that the sentences around it speak of, if its people are of that body.

    Summits told of beside it are of the same body then.
    """
    found = [
        m
        for m in view.source.find("ORGAN", "ORGANIZATION")
        if m.attributes.get("extra") != "ambiguous" and not m.attributes.get("nested")
    ]
    given: set[str] = set()
    for event in events:
        if _has_body(event):
            continue
        if any(p.joint or of_three(view, p.start, p.end) for p in event.phrases) or event.kind in ("talks", "forum"):
            continue
        first = event.phrases[0].sentence.index
        last = first + (_AFTER if first else _AFTER_HEADLINE)
        near = [view.sentences[i] for i in {0, *range(max(0, first - 2), last)} if i < len(view.sentences)]
        told = {m.norm for m in found if any(s.start <= m.start < s.end for s in near)}
        bodies = (knowledge.bodies[b] for b in told if b in knowledge.bodies)
        members = {b.id: {m.country for m in b.memberships} for b in bodies if not b.setting}  # others meet at the UN
        regional = [b for b, ever in members.items() if 0 < len(ever) <= _REGIONAL]
        if len(regional) != 1 or not all(members.values()):
            continue
        ever = members[regional[0]]
        states = {s for i in event.involved if len(s := cast.people[i.person].represents) == 2}
        if len(states & ever) >= max(_FEW, 2 * len(states - ever)):
            event.organization = regional[0]
            given.add(regional[0])
    for event in events:
        if len(given) == 1 and event.kind == "summit" and not _has_body(event):
            event.organization = next(iter(given))
        if event.model is not None and not (event.organization or event.label) and event.level == event.model.level:
            event.organization = event.model.organization


def _has_body(event: Event) -> bool:
    """Whether the body of a meeting is known, or it is of none: of named people or states, of a format."""
    return bool(event.organization or event.personal or event.label or event.states or not event.phrases)
