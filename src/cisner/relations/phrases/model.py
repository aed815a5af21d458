"""A phrase that names a meeting, and what its words say of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cisner.mentions import Mention
from cisner.relations.sentence import Sentence


@dataclass(slots=True)
class Phrase:
    """A mention of a meeting.

    Attributes:
        sentence: Where it stands.
        start: First token, modifiers included.
        end: Token after the last.
        kind: session, council, meeting, summit, talks, visit, call or forum.
        organization: Acronym of the body, or "".
        level: Level from the body's name, or "".
        states: Countries in the phrase.
        qualifiers: next, previous.
        own_organ: Whether the body has a name of its own ("Eurasian Intergovernmental Council").
        number: Number of the session, or 0.
        turn: The number, be it told in digits or by an ordinal in words, or 0.
    """

    sentence: Sentence
    start: int
    end: int
    kind: str
    organization: str = ""
    level: str = ""
    states: list[str] = field(default_factory=list)
    qualifiers: set[str] = field(default_factory=set)
    own_organ: bool = False
    has_noun: bool = False
    plural: bool = False
    rule: str = ""
    capitalised: bool = False
    convention: bool = False
    acting: bool = False  # only told by what officials did at a place
    weak_level: bool = False
    joint: bool = False
    one_of_several: bool = False
    label: str = ""
    commission: bool = False
    experts: bool = False  # a working group or the like
    interstate: bool = False  # a commission that only several states can have
    ministerial: bool = False  # by an adjective, whatever the ministers
    group: Mention | None = None
    reception: bool = False  # by a head of state
    number: int = 0
    turn: int = 0
    margin: bool = False  # only the setting of another meeting: "on the sidelines of the summit"
    own_clause: bool = False  # told of in a clause of its own: "the session which the Council is to hold"

    @property
    def specific(self) -> bool:
        """Whether the phrase names a body or a level by itself."""
        return bool(self.organization or self.level)
