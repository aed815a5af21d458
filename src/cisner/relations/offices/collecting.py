"""The posts of all mentions of a person brought together, short titles taken for the long ones that they repeat."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.relations.cast import PersonRecord
from cisner.relations.posts import post_of
from cisner.relations.sentence import View


def collect_posts(person: PersonRecord) -> None:
    """Bring the posts of all mentions of a person together."""
    countries = [n.country for n in person.named if n.country]
    person.country = max(dict.fromkeys(countries), key=countries.count, default="")  # of several the first
    for named in person.named:
        for post in named.posts:
            if any(
                p.office == post.office and (p.represents == post.represents or not post.represents)
                for p in person.posts
            ):
                continue
            blank = next((p for p in person.posts if p.office == post.office and not p.represents), None)
            if blank is not None:
                blank.represents = post.represents
            else:
                person.posts.append(post)
    states = {p.represents for p in person.posts if len(p.represents) == 2}
    for post in person.posts:
        if not post.represents and post.office != "head_of_organization" and len(states) == 1:
            post.represents = next(iter(states))


def lengthen(view: View, people: Sequence[PersonRecord]) -> None:
    """A title that repeats the beginning of a longer one, "Chairman of the Board": the same office of the same body."""
    longer = [
        i.mention
        for s in view.sentences
        for i in s.items
        if i.symbol == "R" and i.mention.attributes["organization"] and not i.mention.attributes["bare"]
    ]
    if not longer:
        return
    for post in (p for person in people for p in person.posts):
        title = post.title
        if title is None or title.attributes["bare"] or (post.represents and post.office != "agency_head"):
            continue
        if title.attributes["organization"] or title.attributes["country"]:
            continue
        own = _lemmas(view, title)
        for other in longer:
            if _lemmas(view, other)[: len(own)] == own:
                post.office, post.represents = other.norm, post_of(other, "").represents
                break


def _lemmas(view: View, title: Mention) -> list[str]:
    start, end, lemma = title.attributes["heads"][0]
    words = [w for w in view.lower[end : title.end] if w.isalpha() and w not in view.lexicon.file.words.the]
    return [fold(lemma) or " ".join(view.lower[start:end]), *words]
