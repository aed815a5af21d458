"""Capacities: which offices sit at meetings of a level, and the post that stands for somebody at a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cisner.knowledge.bodies import Body
from cisner.relations.cast import Cast, PersonRecord
from cisner.relations.events import Event
from cisner.relations.officials import of_council
from cisner.relations.posts import COUNTERPART, Post

# Offices that sit at meetings of a level; for the weak evidence of somebody who only speaks.
_SEATED = {
    "heads_of_state": {"head_of_state", "head_of_government", "former_head_of_state", "head_of_organization"},
    "heads_of_government": {"head_of_government", "deputy_head_of_government", "head_of_state", "head_of_organization"},
    "foreign_ministers": {"foreign_minister", "deputy_minister", "head_of_organization"},
    "defence_ministers": {"defence_minister", "deputy_minister", "head_of_organization"},
    "ministers": {
        "minister", "deputy_head_of_government", "deputy_minister", "head_of_organization", "head_of_government",
    },
    "parliament": {"head_of_parliament", "parliamentarian", "head_of_organization"},
    "permanent_representatives": {"ambassador", "head_of_organization", "deputy_minister"},
    "officials": {
        "agency_head", "other", "deputy_minister", "minister", "security_council_secretary", "head_of_organization",
        "deputy_head_of_government",
    },
}  # fmt: skip


def seated(person: PersonRecord, event: Event) -> bool:
    """Whether somebody holds an office that sits at meetings of the event's level."""
    offices = {p.office for p in person.posts} or ({person.known_office} - {""})
    if not event.level:
        return bool(offices - {"presidential_staff", "other", ""})
    fitting = _SEATED.get(event.level, set())
    if "head_of_organization" in offices & fitting and event.organization:
        return any(
            p.represents == event.organization for p in person.posts if p.office == "head_of_organization"
        ) or bool(offices & (fitting - {"head_of_organization"}))
    return bool(offices & fitting)


def outsider(person: PersonRecord, event: Event, bodies: Mapping[str, Body]) -> bool:
    """Whether somebody without a title in the report is of a state that never was in the body that meets."""
    body = bodies.get(event.organization)
    if body is None or not body.memberships or not person.represents:
        return False
    if any(p.title is not None for p in person.posts):
        return False
    return all(m.country != person.represents for m in body.memberships)


def name_ministers(cast: Cast, events: Sequence[Event]) -> None:
    """A bare "Minister" at a meeting of foreign or defence ministers is one of them."""
    wanted = {"foreign_ministers": "foreign_minister", "defence_ministers": "defence_minister"}
    for event in events:
        office = wanted.get(event.level)
        if office is None or event.personal:
            continue
        for involvement in event.involved:
            for post in cast.people[involvement.person].posts:
                if post.office == "minister" and _is_bare(post):
                    post.office = office


def _is_bare(post: Post) -> bool:
    """Whether a minister is told without a portfolio, or as the colleague of other ministers."""
    if post.title is None:
        return post.rule == COUNTERPART
    return bool(post.title.attributes["plain"]) and post.title.rule == "role.minister"


def name_groups(cast: Cast, events: Sequence[Event]) -> None:
    """Give people without a title that of their group: "prime ministers gather … present are X (Belarus)"."""
    for event in events:
        if event.group is None or event.personal:
            continue
        own = not any(of_council(p.sentence, event.group.start) for p in event.phrases if p.group is event.group)
        for involvement in event.involved:
            person = cast.people[involvement.person]
            if person.posts or not person.country:
                continue
            office = person.known_office or event.group.norm
            if never_held(person, office):
                continue
            theirs = own and {office, event.group.norm} != _LEADERS  # a prime minister among "the heads of state"
            person.posts.append(Post(office, person.country, event.group if theirs else None, "posts.group"))


_LEADERS = frozenset({"head_of_state", "head_of_government"})
_WELL_KNOWN = frozenset({"head_of_state", "head_of_government", "foreign_minister"})  # offices whose holders are known


def never_held(person: PersonRecord, office: str) -> bool:
    """Whether a known person surely has not held an office: "the premiers meet … since foreign minister X came"."""
    known = person.known
    return office in _WELL_KNOWN and known is not None and all(t.office != office for t in known.terms)


def name_known(cast: Cast, events: Sequence[Event]) -> None:
    """Give those of an event whom the text gives no title the office that they are known to have held on the day."""
    for person in {i.person: cast.people[i.person] for e in events for i in e.involved}.values():
        if not person.posts and person.known_office:
            person.posts.append(Post(person.known_office, person.country, None, "posts.terms_of_office"))


def capacity(person: PersonRecord, level: str) -> Post | None:
    """The post that stands for a meeting: the one that fits its level, else the main one."""
    seated = {
        "foreign_ministers": "foreign_minister",
        "defence_ministers": "defence_minister",
        "parliament": "head_of_parliament",
        "permanent_representatives": "ambassador",
        "heads_of_government": "head_of_government",
        "heads_of_state": "head_of_state",
    }
    wanted = seated.get(level, "")
    fitting = [p for p in person.posts if p.office == wanted]
    return fitting[0] if fitting else person.main
