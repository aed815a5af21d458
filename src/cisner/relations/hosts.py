"""Hosts that no verb tells of: who receives somebody from abroad in his own country."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.capacity import capacity
from cisner.relations.cast import RANK, Cast
from cisner.relations.events import Event, Involvement

_FROM_AFAR = frozenset({"telephone", "videoconference"})


def find_hosts(cast: Cast, events: Sequence[Event]) -> None:
    """Make the one of the country where two sides talk the host, where the report names none."""
    for event in events:
        if not event.country or "bilateral" not in event.formats or not _FROM_AFAR.isdisjoint(event.formats):
            continue
        there = [i for i in event.involved if i.status != "absent"]
        if any(i.function == "host" for i in there):
            continue
        home = [i for i in there if _represents(cast, event, i) == event.country]
        ranks = [RANK.get(cast.people[i.person].office, len(RANK)) for i in home]
        leading = [i for i, rank in zip(home, ranks, strict=True) if rank == min(ranks)]  # not those who came along
        if len(leading) == 1 and len(there) > len(home) and leading[0].function == "participant":
            leading[0].function = "host"


def _represents(cast: Cast, event: Event, involvement: Involvement) -> str:
    person = cast.people[involvement.person]
    post = capacity(person, event.level)
    return (post.represents if post else "") or person.country
