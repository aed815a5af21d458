"""Meetings that a report tells of twice: in its headline and by another word, without saying that they are one."""

from __future__ import annotations

from cisner.relations.cast import Cast
from cisner.relations.events import Event
from cisner.relations.levels import LEVEL_OF
from cisner.relations.sentence import View

_TOLD_OF = "attendance.told_of"
_NEAR = 3  # sentences


def join_calls(events: list[Event], view: View) -> None:
    """Join talks of which only that people spoke is told with the call that they had: "X discussed Y with Z".

    Args:
        events: The meetings of a report; those that were joined with another are taken out.
        view: The report.
    """
    calls = [e for e in events if e.kind == "call" and e.pair]
    for event in [e for e in events if calls and e.kind == "talks"]:
        call = next((c for c in calls if _same(event, c)), None)
        if call is None or not _only_spoken(event, view):
            continue
        if event.dated_by == "text" and not call.start:
            call.start, call.end, call.dated_by = event.start, event.end, event.dated_by
        call.evidence += event.evidence
        call.sentences |= event.sentences
        for involvement in event.involved:
            call.involved.put(involvement)
        events.remove(event)


def join_nameless(events: list[Event], cast: Cast) -> None:
    """Join a meeting of which nobody is told but those who met with their talks: "The talks were held in Minsk. X …".

    Args:
        events: The meetings of a report; those that were joined with another are taken out.
        cast: Its people.
    """
    for event in list(events):
        if event.organization or event.label or event.commission or event.model or event.kind == "summit":
            continue
        if event.turn:  # "the second consultative meeting"
            continue
        if event.group is None and (event.personal or event.qualifiers):
            continue
        others = (e for e in events if e is not event and e.kind in ("talks", "call") and e.pair and not e.on_margins)
        talks = next((e for e in others if _told_in(event, e, cast)), None)
        if talks is None:
            continue
        if event.dated_by == "text" and talks.dated_by != "text":
            talks.start, talks.end, talks.dated_by = event.start, event.end, event.dated_by
        if event.placed_by == "text" and talks.placed_by != "text" and talks.kind != "call":
            talks.city, talks.country, talks.placed_by = event.city, event.country, event.placed_by
        talks.formats += [f for f in event.formats if f not in talks.formats]
        talks.sentences |= event.sentences
        talks.evidence += event.evidence
        events.remove(event)


def _told_in(event: Event, talks: Event, cast: Cast) -> bool:
    """Whether a meeting without a name is talks of which a report tells beside it."""
    for day, other in ((event.start, talks.start), (event.city, talks.city), (event.country, talks.country)):
        if day and other and day != other:
            return False
    there = {i.person for i in event.involved if i.status != "absent" and i.rule != _TOLD_OF}
    if event.group is not None and there <= talks.pair:
        level = LEVEL_OF.get(event.group.norm, "")
        of_level = all(level in LEVEL_OF.get(cast.people[p].office, "") for p in talks.pair)
        if not (event.states or event.start or event.city):  # "The ministers will talk in the palace"
            return of_level and 0 < min(event.sentences) - min(talks.sentences) <= _NEAR
        states = {cast.people[p].represents for p in talks.pair}
        if of_level and event.states and set(event.states) <= states and event.status() == talks.status():
            return True
    if event.status() != talks.status() or event.personal or event.kind not in ("meeting", "talks"):
        return False  # at a summit there may be others
    if there == talks.pair:
        return True
    beside = 0 <= min(talks.sentences) - min(event.sentences) <= _NEAR
    return event.kind == "talks" and there <= talks.pair and beside and not event.states


def _same(talks: Event, call: Event) -> bool:
    """Whether talks may be a call: of the same people, or of nobody by name, at no other time and at no place."""
    if talks.pair != call.pair and (talks.pair or talks.involved or talks.organization or talks.states):
        return False
    if talks.status() != call.status() or talks.formats or talks.placed_by == "text":
        return False
    return "text" not in (talks.dated_by, call.dated_by) or not (
        talks.start and call.start and talks.start != call.start
    )


def _only_spoken(event: Event, view: View) -> bool:
    spoken = view.lexicon.file.talks.spoken
    return all(view.lower[start].startswith(spoken) for start, _, _ in event.evidence)
