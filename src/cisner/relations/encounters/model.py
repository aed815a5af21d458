"""What verbs of talks tell."""

from __future__ import annotations

from dataclasses import dataclass

from cisner.relations.cues import FoundCue
from cisner.relations.sides import Party

# Verbs by what they need: "meet" any two people, "talk" somebody "with" whom, "converse" and "apart" (alone, face to
# face) the same or two joined subjects, "see" an object right after it, "awaits" a day or a place besides.
VERBS = ("call", "meet", "receive", "talk", "converse", "see", "apart", "awaits")
MOST_JOINED = 3  # people in one subject who still meet each other
NOUNS = {"talks": "meet", "meeting": "meet", "call": "call"}  # of meetings, with the verbs that tell the same


@dataclass(frozen=True, slots=True)
class Encounter:
    """People who met.

    Attributes:
        cue: The words that tell it.
        people: Who met; the subject first.
        host: Who received the others, or None.
    """

    cue: FoundCue
    people: tuple[int, ...]
    host: int | None = None


@dataclass(slots=True)
class Part:
    """A verb with the part of the sentence that belongs to it.

    Attributes:
        cue: The verb.
        start: First token.
        end: Token after the last.
        parties: The people in it, in order.
        whole: Whether these are all who met, and the subject of the sentence is none of them.
    """

    cue: FoundCue
    start: int
    end: int
    parties: list[Party]
    whole: bool = False

    @property
    def before(self) -> list[Party]:
        """Those who stand before the verb."""
        return [p for p in self.parties if p.end <= self.cue.start]

    @property
    def after(self) -> list[Party]:
        """Those who stand only after the verb."""
        known = {p.person for p in self.before}
        return [p for p in self.parties if p.start > self.cue.start and p.person not in known]

    @property
    def persons(self) -> set[int]:
        """The numbers of the people."""
        return {p.person for p in self.parties}
