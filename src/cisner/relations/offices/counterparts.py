"""Offices told by that of another: "his Georgian counterpart X", "his deputy Y"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from cisner.relations.cast import RANK, PersonRecord
from cisner.relations.posts import COUNTERPART, Named, Post
from cisner.relations.sentence import Item

_LEADERS = frozenset({
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "head_of_parliament",
})  # fmt: skip


def from_counterparts(
    by_sentence: Sequence[Sequence[Named]], people: Sequence[PersonRecord], deputy_of: Mapping[str, str]
) -> None:
    """As in "his Georgian counterpart X" and "his deputy Y": the office of the person spoken of before, or under it."""
    if not any(n.elliptic or n.counterpart or n.deputy is not None for row in by_sentence for n in row):
        return  # as most often
    previous: Post | None = None
    nearest: Post | None = None  # of who is named just before
    last: Post | None = None
    told: dict[str, Post] = {}  # the last of each state
    highest: dict[int, Post | None] = {}  # of all posts that stand with a person's name, by person
    spoken: Counter[int] = Counter()
    order: dict[int, int] = {}
    most = -1  # the person named most often, of several the one named first
    for row in by_sentence:
        if spoken and not (
            row and (any(n.person in spoken for n in row) or any(p.office for n in row for p in n.posts))
        ):
            previous = _highest(people[most], highest) or previous
        if not row:
            continue
        for named in row:
            spoken[named.person] += 1
            order.setdefault(named.person, len(order))
        for person in {n.person for n in row}:
            if most < 0 or (spoken[person], -order[person]) > (spoken[most], -order[most]):
                most = person
        for named in sorted(row, key=lambda n: n.item.start):
            own = _highest(people[named.person], highest)
            if named.elliptic and last is not None and own is None:
                named.posts.append(Post(last.office, named.country, last.title, "posts.elliptic"))
                highest.pop(named.person)
                continue
            last = next((p for p in named.posts if p.office), last)
            if named.deputy is not None and nearest is not None and not named.posts:
                office = deputy_of.get(nearest.office, "other")
                named.posts.append(Post(office, nearest.represents, named.deputy, "posts.deputy"))
                highest.pop(named.person)
            elif named.counterpart and not named.posts:
                own = previous if named.successor else _of_another_state(previous, told, named.country)
                alone = ""
                if not named.successor and not any(n.item.end <= named.item.start for n in row):
                    alone = _subject(named, told)
                office = alone or (own.office if own is not None else _office_before(named))
                if office:
                    same = own.represents if named.successor and own is not None else ""
                    named.posts.append(Post(office, named.country or same, None, COUNTERPART))
                    highest.pop(named.person)
            elif own is not None:
                previous = nearest = own
                told.pop(own.represents, None)
                told[own.represents] = own


def _of_another_state(post: Post | None, told: dict[str, Post], state: str) -> Post | None:
    """The post of whom a counterpart goes back to, who is of another state: "A met X; with X's own president …"."""
    if post is None or not state or post.represents != state:
        return post
    return next((p for country, p in reversed(told.items()) if country not in ("", state)), post)


def _highest(person: PersonRecord, known: dict[int, Post | None]) -> Post | None:
    """The highest post that stands with a person's name, remembered until another one is added."""
    if person.index not in known:
        posts = [p for n in person.named for p in n.posts if p.office]
        known[person.index] = min(posts, key=lambda p: RANK.get(p.office, 99)) if posts else None
    return known[person.index]


def _titles_before(named: Named) -> list[Item]:
    """The titles alone before a name that "his colleague" may go back to."""
    titles = (i for i in named.sentence.items if i.symbol in "RQ" and i.end <= named.item.start)
    return [t for t in titles if t.mention.norm != "counterpart"]


def _office_before(named: Named) -> str:
    """As in "казахстанскому президенту … его коллега X": the office that a title tells."""
    return next((str(t.mention.norm) for t in reversed(_titles_before(named))), "")


def _subject(named: Named, told: Mapping[str, Post]) -> str:
    """The office of a title that stands for somebody before "his colleague": "The Belarusian premier met his …"."""
    last = next(reversed(_titles_before(named)), None)
    if last is None or last.symbol != "R" or not last.mention.attributes["country"]:
        return ""
    if last.mention.norm in _LEADERS:
        return str(last.mention.norm)
    holder = told.get(last.mention.attributes["country"])  # "the Turkish minister", named before
    return holder.office if holder is not None and last.mention.attributes["plain"] else ""
