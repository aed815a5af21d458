"""Meetings in the making."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from cisner.mentions import Mention
from cisner.relations.cast import RANK
from cisner.relations.levels import LEVEL_OF
from cisner.relations.phrases import Phrase
from cisner.relations.sentence import Sentence

_FUNCTIONS = ("participant", "observer", "host", "chair")  # the more telling, the later

_SENIOR = "role.senior_official"
_CO_CHAIR = "role.co_chair"

_sentence_of = attrgetter("sentence.index")


@dataclass(slots=True)
class Involvement:
    """A person's part in an event, with the place that shows it.

    Attributes:
        person: Number of the person.
        sentence: The sentence of the place.
        start: First token.
        end: Token after the last.
        status: attended, expected or absent.
        rule: The rule that read it.
        function: participant, observer, host or chair.
        video: Whether the person joined by video.
    """

    person: int
    sentence: Sentence
    start: int
    end: int
    status: str
    rule: str
    function: str = "participant"
    video: bool = False


class Involved:
    """The people of an event, each once, in the order in which they are told of; a session may have thousands."""

    def __init__(self) -> None:
        self._by_person: dict[int, Involvement] = {}
        self._sentences: defaultdict[int, int] = defaultdict(int)

    def __iter__(self) -> Iterator[Involvement]:
        return iter(self._by_person.values())

    def __len__(self) -> int:
        return len(self._by_person)

    def of(self, person: int) -> Involvement | None:
        """The part of a person."""
        return self._by_person.get(person)

    def told_in(self, sentences: Iterable[int]) -> bool:
        """Whether one of some sentences, by number, shows somebody's part."""
        return any(self._sentences.get(s) for s in sentences)

    def add(self, new: Involvement) -> None:
        """Add a part, unless the person has one."""
        if new.person not in self._by_person:
            self._by_person[new.person] = new
            self._sentences[new.sentence.index] += 1

    def drop(self, old: Involvement) -> None:
        """Take a part away."""
        del self._by_person[old.person]
        self._sentences[old.sentence.index] -= 1

    def move(self, part: Involvement, sentence: Sentence, start: int, end: int) -> None:
        """Give a part another place that shows it."""
        self._sentences[part.sentence.index] -= 1
        self._sentences[sentence.index] += 1
        part.sentence, part.start, part.end = sentence, start, end

    def put(self, new: Involvement) -> None:
        """Add a part, or let it complete the one that the person has."""
        old = self.of(new.person)
        if old is None:
            self.add(new)
            return
        if old.status == "absent" and new.status == "attended" and new.video:
            old.status, old.rule, old.video = new.status, new.rule, True
        if old.status == "expected" and new.status == "absent":
            old.status, old.rule = new.status, new.rule
            self.move(old, new.sentence, new.start, new.end)
        if old.status != "absent" and new.status != "absent":
            old.function = max(old.function, new.function, key=_FUNCTIONS.index)
            old.video = old.video or new.video


@dataclass(slots=True, eq=False)
class Event:
    """A meeting in the making.

    Attributes:
        kind: Kind of the phrase that named it best.
        organization: Acronym or "".
        level: Level or "".
        formats: Formats in order of mention.
        phrases: Its mentions.
        votes: Status votes: held, planned, cancelled.
        start: ISO date or None.
        end: ISO date or None.
        city: English name or None.
        country: Country code or None.
        states: States that take part.
        involved: People that take part.
    """

    kind: str
    organization: str = ""
    level: str = ""
    formats: list[str] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    evidence: list[tuple[int, int, str]] = field(default_factory=list)
    votes: dict[str, int] = field(default_factory=dict)
    start: str | None = None
    end: str | None = None
    dated_by: str = ""
    city: str | None = None
    country: str | None = None
    placed_by: str = ""
    states: list[str] = field(default_factory=list)
    involved: Involved = field(default_factory=Involved)
    pair: frozenset[int] = frozenset()
    qualifiers: set[str] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)
    explicit: bool = False
    fixed_status: str = ""
    label: str = ""
    commission: bool = False  # of a standing body of two states
    model: Event | None = None  # the meeting of the same body that this one was told after
    group: Mention | None = None
    number: int = 0  # of the session
    turn: int = 0  # the same, be it told by an ordinal in words
    on_margins: bool = False  # told as beside another meeting
    subject: int = -1  # who met, called or received the others

    @property
    def personal(self) -> bool:
        """Whether the event is a meeting between named people rather than of a body."""
        return bool(self.pair) or (self.kind in ("call", "visit") and not self.organization)

    @property
    def nameless(self) -> bool:
        """Whether the event is a meeting of experts, at which the people of the report are not."""
        group = self.group
        return group is not None and group.norm == "other" and group.rule != _SENIOR and not self.organization

    @property
    def of_co_chairs(self) -> bool:
        """Whether the co-chairs of a commission meet, who are its two sides."""
        return self.commission and self.group is not None and self.group.rule == _CO_CHAIR

    def phrases_in(self, sentence: Sentence) -> list[Phrase]:
        """The mentions of a sentence, while they stand in the order of the text."""
        first = bisect_left(self.phrases, sentence.index, key=_sentence_of)
        return self.phrases[first : bisect_right(self.phrases, sentence.index, key=_sentence_of)]

    def own_level(self) -> str:
        """The level that the names of the meeting give."""
        return next((p.level for p in self.phrases if p.level), "")

    def vote(self, status: str, weight: int = 1) -> None:
        """Count what a mention says of the status."""
        self.votes[status] = self.votes.get(status, 0) + weight

    def status(self) -> str:
        """held, planned or cancelled, from the votes."""
        if self.fixed_status:
            return self.fixed_status
        if "cancelled" in self.votes and "held" not in self.votes:
            return "cancelled"
        held = self.votes.get("held", 0)
        ahead = "eve" in self.votes and not held
        return "planned" if ahead or self.votes.get("planned", 0) > held else "held"

    def turnout(self) -> str:
        """The status of who is said to be there: attended, or expected while the meeting is not held."""
        return "attended" if self.status() == "held" else "expected"


@dataclass(slots=True)
class Told:
    """What a sentence tells of meetings.

    Attributes:
        named: The meetings that it names, or tells of by a verb.
        at: The meeting at which its people are, who are said to be at no other.
        followed: The session before or after, named in an earlier sentence, of which this one tells more.
    """

    named: list[Event]
    at: Event | None = None
    followed: Event | None = None


def recorded(events: Iterable[Event]) -> list[Event]:
    """The meetings that have a record: it needs a participant, a date or a place."""
    events = list(events)
    first = next((e for e in events if e.explicit), None)
    return [e for e in events if e.involved or _is_placed(e) or (e is first and _is_named(e))]


def _is_placed(event: Event) -> bool:
    """Whether the text itself gives a day or a place."""
    return event.dated_by == "text" or event.placed_by == "text"


def _is_named(event: Event) -> bool:
    """Whether a meeting was held that is told of by its body or level, on a day or at a place."""
    told = bool(event.organization or event.own_level())
    return told and event.status() == "held" and bool(event.start or event.city)


def another_session(model: Event, direction: str, sentence: int, evidence: tuple[int, int, str]) -> Event:
    """A session of the same body as another, told of without its name.

    Args:
        model: The session told before.
        direction: "next" or "previous".
        sentence: Number of the sentence that tells of it.
        evidence: First token, token after the last, and rule.
    """
    event = Event("session" if model.kind == "council" else model.kind, model.organization, model.level)
    event.label, event.model = model.label, model
    event.qualifiers.add(direction)
    event.vote("held" if direction == "previous" else "planned")
    event.sentences.add(sentence)
    event.evidence.append(evidence)
    return event


def highest(offices: Iterable[str]) -> str:
    """The level of the highest of some offices."""
    ranked = sorted(offices, key=lambda o: RANK.get(o, 99))
    return LEVEL_OF.get(ranked[0], "mixed") if ranked else "mixed"
