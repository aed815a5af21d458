"""Who meets at one table, and who one by one."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cast import Cast, told_state
from cisner.relations.cues import FoundCue
from cisner.relations.dating import Dating
from cisner.relations.encounters.model import MOST_JOINED, Encounter, Part
from cisner.relations.events import Event
from cisner.relations.sentence import Sentence, View
from cisner.relations.talks import of_three

_TO_NOUN = 2  # tokens of "for a" before a noun
_SPOUSE = "role.spouse"  # comes along with somebody


class OneTable:
    """Tells talks of several from talks of two after each other.

    Args:
        view: The document.
        cast: Its people.
        dating: The days of its meetings.
        events: The events so far.
    """

    def __init__(self, view: View, cast: Cast, dating: Dating, events: Sequence[Event]) -> None:
        self._view = view
        self._dating = dating
        self._cast = cast
        self._events = events
        self._talks = view.lexicon.file.talks

    def on_one_side(self, part: Part, people: Sequence[int]) -> list[Encounter]:
        """People who all stand before the verb or all after it."""
        partners = any(p.link == "with" for p in part.after)
        if partners and not part.whole and part.cue.type != "call" and len(people) == MOST_JOINED:
            # "В отдельных встречах с A, B он …": the first is the one who meets the others
            return self.pairs(part, people[0], people[1:])
        if len(people) > MOST_JOINED or not self.two_sides(people):
            return []
        return [Encounter(part.cue, tuple(people))]

    def pairs(self, part: Part, subject: int, others: Sequence[int]) -> list[Encounter]:
        """Talks of one with each of some others."""
        unique = [o for o in dict.fromkeys(others) if o != subject]
        return [Encounter(part.cue, (subject, o)) for o in unique if self.two_sides((subject, o))]

    def session_on(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether the report has told of a session or summit that is on, on the day that a sentence gives a verb."""
        held = [e for e in self._events if not e.personal and e.status() == "held"]
        if not held:
            return False
        day = self._dating.day_near(sentence, cue)
        return day is None or any(self._dating.may_be_on(e, day[0]) for e in held)

    def at_one_table(self, sentence: Sentence, part: Part, guests: Sequence[int]) -> bool:
        """Whether talks are of three sides, as is said or follows from somebody else being their host."""
        if of_three(self._view, part.start, part.end) or sentence.has("credentials"):
            return True
        if len(guests) == 2 and self.one_list(sentence, guests) and of_three(self._view, 0, len(self._view.lower)):
            return True
        received = {c.start for c in sentence.cue("receive")}
        hosts = [c for c in sentence.cue("host") if c.start not in received]
        return bool(part.after) and any(c.start >= part.after[0].end for c in hosts)

    def all_at_once(self, part: Part) -> bool:
        """Whether a part says that all met together."""
        words = self._view.lower[part.start : part.end]
        return any(w in self._talks.at_once for w in words) or any(t in " ".join(words) for t in self._talks.one_table)

    def as_three(self, sentence: Sentence, part: Part) -> bool:
        """Whether a part says that its talks are of three sides, or a summit: "hosted X and Y for a summit"."""
        if of_three(self._view, part.start, part.end):
            return True
        summits = [i for i in sentence.of("MEETING") if i.mention.norm == "summit" and part.cue.end <= i.start]
        return any(
            not self._talks.for_talks.isdisjoint(self._view.lower[i.start - _TO_NOUN : i.start]) for i in summits
        )

    def one_list(self, sentence: Sentence, people: Sequence[int]) -> bool:
        """Whether people stand under one plural title: "принял лидеров пяти республик – X, Y и Z"."""
        lists = {n.in_list for n in self._cast.by_sentence[sentence.index] if n.person in people}
        return len(lists) == 1 and lists != {-1}

    def two_sides(self, group: Sequence[int]) -> bool:
        """Whether people are of two states, or may be: those of one delegation do not meet each other."""
        people = [self._cast.people[p] for p in dict.fromkeys(group)]
        people = [p for p in people if not (p.main and p.main.title and p.main.title.rule == _SPOUSE)]
        states = {told_state(p) for p in people}
        return len(people) > 1 and (len(states) > 1 or "" in states)
