"""Offices that a text gives to people, and the names of a sentence while they are given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cisner.mentions import Mention
from cisner.relations.sentence import Item, Sentence

COUNTERPART = "posts.counterpart"  # the rule of the office of whom somebody is a counterpart
SHARED = "posts.shared"  # the rule of a title that several names have
_SUCCESSOR = "word.successor"
_DEPUTY = "modifier.deputy"


@dataclass(slots=True)
class Post:
    """An office that a text gives a person at one place.

    Attributes:
        office: Office class, or "" where only a state is given.
        represents: Country code or acronym, or "".
        title: The title's mention, if there is one.
        rule: Name of the pattern.
        acting: Whether the person is acting.
        former: Whether the title says "former".
        past: Whether a word beside the title does: "once", "until now".
    """

    office: str
    represents: str
    title: Mention | None
    rule: str
    acting: bool = False
    former: bool = False
    past: bool = False


@dataclass(slots=True)
class Named:
    """A name in a sentence with what is said of it there.

    Attributes:
        item: The name.
        sentence: Its sentence.
        posts: Offices that the sentence gives it.
        country: Code of a state that stands with the name without a title, or "".
        counterpart: Whether it is told of as a counterpart of somebody.
        successor: Whether as a successor or predecessor: of somebody in the same office of the same state.
        deputy: The word that makes it a deputy of somebody told of elsewhere, or None.
        elliptic: Whether an adjective stands for the title told before.
        in_list: Position of the list that the name is in, or -1.
        person: Number of the person, or -1 as long as it is not known.
    """

    item: Item
    sentence: Sentence
    posts: list[Post] = field(default_factory=list)
    country: str = ""
    counterpart: bool = False
    successor: bool = False
    deputy: Mention | None = None
    elliptic: bool = False
    in_list: int = -1
    person: int = -1

    @property
    def mention(self) -> Mention:
        """The PERSON mention."""
        return self.item.mention

    @property
    def case(self) -> str:
        """Case of the name, or "" where it is unknown."""
        return self.mention.attributes.get("case") or ""

    def mark(self, title: Mention) -> None:
        """Note that the person is the counterpart, the successor or the deputy of one named elsewhere."""
        self.counterpart, self.successor = True, succeeds(title)
        self.deputy = title if deputises(title) else None


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A list of states and a list of names of different length.

    Attributes:
        start: First token.
        end: Token after the last.
        states: How many states.
        names: How many names.
    """

    start: int
    end: int
    states: int
    names: int


@dataclass(slots=True)
class Roll:
    """The names of a sentence, and the titles that are given to them.

    Attributes:
        sentence: The sentence.
        named: Names by their position in the symbol string.
        used: Positions of titles that have been given.
        symbols: The symbol string of the sentence.
        mismatches: Lists that could not be zipped.
    """

    sentence: Sentence
    named: dict[int, Named]
    mismatches: list[Mismatch]
    used: set[int] = field(default_factory=set)
    symbols: str = field(init=False)

    def __post_init__(self) -> None:
        """Take the symbol string of the sentence."""
        self.symbols = self.sentence.symbols

    def title(self, position: int) -> Mention:
        """The mention at a position of the symbol string."""
        return self.sentence.at[position].mention

    def items(self, span: tuple[int, int], kinds: str) -> Iterator[Item]:
        """Items of some kinds in a range of the symbol string."""
        for position in range(*span):
            if self.symbols[position] in kinds:
                yield self.sentence.at[position]

    def states(self, span: tuple[int, int], kinds: str = "C") -> list[str]:
        """Norms of the items of some kinds in a range of the symbol string."""
        return [item.mention.norm for item in self.items(span, kinds)]

    def pairs(self, span: tuple[int, int], kinds: str = "CAP") -> Iterator[tuple[str, Item]]:
        """States and the names that follow them in a range of the symbol string."""
        found = list(self.items(span, kinds))
        for state, person in zip(found[::2], found[1::2], strict=False):
            yield state.mention.norm, person

    def give(self, item: Item, post: Post, position: int) -> None:
        """Give a name a post from the list whose title stands at a position."""
        own = self.named[item.position]
        own.posts.append(post)
        own.in_list = position

    def place(self, people: Sequence[Item], countries: Sequence[str]) -> None:
        """Give names the states that stand with them without a title."""
        for item, country in zip(people, countries, strict=True):
            self.named[item.position].country = country


def post_of(title: Mention, rule: str, country: str = "") -> Post:
    """The post that a title gives by itself."""
    attributes = title.attributes
    represents = country or attributes["country"]
    if (title.norm == "head_of_organization" and attributes["organization"]) or (
        not represents and attributes["organization"]
    ):
        represents = attributes["organization"]
    return Post(title.norm, represents, title, rule, attributes["acting"], attributes["former"])


def succeeds(title: Mention) -> bool:
    """Whether a title means somebody in the same office of the same state: "his predecessor"."""
    return title.rule == _SUCCESSOR


def deputises(title: Mention) -> bool:
    """Whether a title is that of the deputy of somebody who is named elsewhere: "his deputy"."""
    return title.rule == _DEPUTY
