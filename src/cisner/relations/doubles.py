"""Meetings told of twice in other kinds: as a visit and its talks, of states and of their people, as a signing."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cast import Cast
from cisner.relations.days import days_apart, is_day, of_one_visit
from cisner.relations.events import Event
from cisner.relations.levels import LEVEL_OF

_EARLY = 2  # days before a session on which people come for it


def without_doubles(events: Sequence[Event], cast: Cast) -> list[Event]:
    """The events without those that others are, which take over what was told of them."""
    return [e for e in events if not (_told_otherwise(e, events, cast) or _is_visit_of_another(e, events, cast))]


def _told_otherwise(event: Event, events: Sequence[Event], cast: Cast) -> bool:
    """Whether a signing is that at a session, or a meeting of states the talks of their people."""
    if _signing_at_session(event, events):
        return True
    talks = _told_by_people(event, events, cast)
    if talks is not None:
        _take_over(talks, event)
    return talks is not None


def _is_visit_of_another(event: Event, events: Sequence[Event], cast: Cast) -> bool:
    """Whether the purpose of a visit is a meeting of its own: a session, talks, or any at its place and time."""
    if event.kind != "visit" or not event.pair:
        return False
    if _came_to_session(event, events, cast):
        return True
    talks = _talks_of(event, events, cast)
    if talks is not None:
        _join(talks, event)
    return talks is not None or any(_meets_there(event, e) for e in events)


def _meets_there(visit: Event, event: Event) -> bool:
    """Whether the visitor is at another meeting at the place and time of the visit."""
    if event is visit or event.kind == "call" or not (event.city or event.country):
        return False
    if visit.explicit and event.placed_by == "visit" and visit.status() != event.status():
        return False  # "X is in Minsk on a visit. He will be received by Y"
    if visit.city and event.city and visit.city != event.city:
        return False
    if visit.country and event.country and visit.country != event.country:
        return False
    start, day = visit.start, event.start
    if start and day and not (start.startswith(day) or day.startswith(start)):
        return False
    return visit.pair <= {i.person for i in event.involved if i.status != "absent"}


def _came_to_session(visit: Event, events: Sequence[Event], cast: Cast) -> bool:
    """Put who has come where a session of his level is on at that session, if nothing calls it a visit."""
    level = LEVEL_OF.get(cast.people[visit.subject].office)
    if visit.explicit or not visit.city or visit.status() == "cancelled":
        return False
    for event in events:
        if event.personal or event.city != visit.city or event.status() != visit.status():
            continue
        if event.level == level and event.start and _just_before(visit.start or event.start, event.start):
            event.involved.add(next(iter(visit.involved)))
            return True
    return False


def _just_before(arrival: str, start: str) -> bool:
    """Whether somebody comes on the day of a session, or shortly before it."""
    return arrival == start or (arrival < start and is_day(arrival) and days_apart(arrival, start) <= _EARLY)


def _signing_at_session(event: Event, events: Sequence[Event]) -> bool:
    """Whether people who sign a document do so at a session that they are at: no meeting of their own."""
    if not event.pair or {rule for _, _, rule in event.evidence} != {"cue.sign"}:
        return False
    if "text" in (event.dated_by, event.placed_by):
        return False
    sessions = (e for e in events if not e.personal and e.status() == "held")
    return any(event.pair <= {i.person for i in e.involved if i.status == "attended"} for e in sessions)


def _told_by_people(event: Event, events: Sequence[Event], cast: Cast) -> Event | None:
    """The meeting of named people that a meeting of two states ("the premiers of A and B") is."""
    if event.pair or event.organization or len(event.states) < 2:
        return None
    if event.commission and (event.involved or not event.of_co_chairs):
        return None
    for other in events:
        if other.kind != "talks" or len(other.pair) != len(event.states) or other.status() != event.status():
            continue
        if {cast.people[p].represents for p in other.pair} != set(event.states) or _at_another_time(event, other):
            continue
        if event.dated_by != "text" or other.dated_by != "text" or not other.start or other.start == event.start:
            return other
    return None


def _at_another_time(event: Event, talks: Event) -> bool:
    """Whether a meeting of states is not the talks of their people: on a day far from theirs, or at another place."""
    if event.dated_by == "text" and event.start and talks.start and not of_one_visit(event.start, talks.start):
        return True
    return event.placed_by == talks.placed_by == "text" and event.city != talks.city


def _take_over(talks: Event, event: Event) -> None:
    """Give talks between people what was told of them as a meeting of states."""
    for part in event.involved:
        talks.involved.add(part)
    talks.formats += [f for f in event.formats if f not in talks.formats]
    if event.dated_by == "text" and talks.dated_by != "text":
        talks.start, talks.end, talks.dated_by = event.start, event.end, event.dated_by
    if event.placed_by == "text" and talks.placed_by != "text":
        talks.city, talks.country, talks.placed_by = event.city, event.country, event.placed_by
    talks.evidence += event.evidence
    talks.phrases += event.phrases


def _talks_of(visit: Event, events: Sequence[Event], cast: Cast) -> Event | None:
    """The talks of a visit: with somebody of the state that is visited, at no other place or time."""
    for event in events:
        if event.kind != "talks" or not visit.pair < event.pair or event.status() != visit.status():
            continue
        others = {cast.people[p].represents for p in event.pair - visit.pair}
        if visit.country not in others:
            continue
        if event.placed_by == "text" and event.country and event.country != visit.country:
            continue
        if event.dated_by == "text" and visit.start and event.start and not of_one_visit(visit.start, event.start):
            continue
        return event
    return None


def _join(talks: Event, visit: Event) -> None:
    if "visit" not in talks.formats:
        talks.formats.append("visit")
    if talks.placed_by != "text" and (visit.city or talks.country != visit.country):
        talks.city, talks.country, talks.placed_by = visit.city, visit.country, visit.placed_by
    if talks.dated_by != "text" and visit.start:
        talks.start, talks.end, talks.dated_by = visit.start, visit.end, visit.dated_by
    talks.evidence += visit.evidence
