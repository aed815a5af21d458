"""The people of a report: who they are, where they are mentioned, and the posts that they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cisner.knowledge import KnownPerson
from cisner.relations.posts import Mismatch, Named, Post
from cisner.relations.sentence import Item, Sentence

# Higher offices come first where a person has two.
RANK = {o: i for i, o in enumerate((
    "head_of_state", "head_of_government", "former_head_of_state", "head_of_parliament", "deputy_head_of_government",
    "foreign_minister", "defence_minister", "minister", "head_of_organization", "security_council_secretary",
    "deputy_minister", "ambassador", "agency_head", "regional_head", "presidential_staff", "parliamentarian", "other",
))}  # fmt: skip


@dataclass(slots=True)
class PersonRecord:
    """A person of the report.

    Attributes:
        name: The fullest form of the name.
        parts: Folded parts of the name, without initials.
        initials: Folded initials.
        surname: Folded surname.
        posts: Posts in order of mention, without repetitions.
        named: Mentions by name.
        references: Mentions by title alone.
        known: The person in the knowledge files, if linked.
    """

    name: str
    parts: Sequence[str]
    initials: Sequence[str]
    surname: str
    gender: str = ""
    posts: list[Post] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    country: str = ""
    known: KnownPerson | None = None
    index: int = -1
    known_office: str = ""

    @property
    def office(self) -> str:
        """Office of the main post, else the one that the terms of office give on the day."""
        main = self.main
        return main.office if main else self.known_office

    @property
    def main(self) -> Post | None:
        """The post that stands for the person: the first with a state, of those the highest."""
        posts = self.posts
        if len(posts) < 2:
            return posts[0] if posts and posts[0].office else None
        posts = [p for p in posts if p.office]
        if len(posts) < 2:
            return posts[0] if posts else None
        return min(posts, key=lambda p: (not p.represents, RANK.get(p.office, 99)))

    @property
    def represents(self) -> str:
        """State or body of the main post, or the state that stands with the name."""
        main = self.main
        return (main.represents if main else "") or self.country


@dataclass(slots=True)
class Reference:
    """A person meant by a title alone."""

    item: Item
    sentence: Sentence
    person: int


@dataclass(slots=True)
class Cast:
    """All people of a report."""

    people: list[PersonRecord]
    by_sentence: list[list[Named]]
    references: list[list[Reference]]
    mismatches: list[Mismatch]


def persons_of(cast: Cast, sentence: Sentence) -> list[tuple[int, int, int]]:
    """People of a sentence, by name or title alone: first token, token after the last, number of the person."""
    named = [(n.item.start, n.item.end, n.person) for n in cast.by_sentence[sentence.index]]
    references = [(r.item.start, r.item.end, r.person) for r in cast.references[sentence.index]]
    return sorted(named + references)


def told_state(person: PersonRecord) -> str:
    """The state or body of a person, unless only the report around gives it to somebody without a state office."""
    main = person.main
    return "" if main is not None and main.office == "other" and guessed(main) else person.represents


def guessed(post: Post) -> bool:
    """Whether only the report around gives a post its state."""
    return post.rule.endswith("+context")
