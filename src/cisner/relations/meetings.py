"""The meetings of a report, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cisner.knowledge.bodies import Body
from cisner.relations.antecedents import Antecedents
from cisner.relations.bodies import Bodies
from cisner.relations.cast import Cast, persons_of
from cisner.relations.continuations import Continuations
from cisner.relations.cues import FoundCue
from cisner.relations.days import is_day
from cisner.relations.elsewhere import other_reports
from cisner.relations.events import Event, Told
from cisner.relations.frame import Frame
from cisner.relations.headings import date_by_headings
from cisner.relations.moved import Moved
from cisner.relations.personal import PersonalMeetings
from cisner.relations.reading import Reading
from cisner.relations.rows import Rows
from cisner.relations.sentence import Sentence, View
from cisner.relations.sessions import OtherSessions
from cisner.relations.sisters import Sisters
from cisner.relations.topic import Topic
from cisner.relations.turns import Turns

_PAIR = 2


class Meetings:
    """Collects the events of a report.

    Args:
        view: The document.
        cast: Its people.
        frame: Its date and places.
        known: The bodies of the knowledge files, by acronym.

    Attributes:
        events: The meetings found.
        told: What each sentence tells of them.
        reading: What the sentences say of meetings.
        sisters: The sessions held at about the same time.
    """

    def __init__(self, view: View, cast: Cast, frame: Frame, known: Mapping[str, Body]) -> None:
        self._view = view
        self._cast = cast
        self._frame = frame
        self.events: list[Event] = []
        self.told: list[Told] = []
        self.reading = Reading(view, frame)
        self.sisters = Sisters(frame, self.events)
        self._topic = Topic(view, self.reading.wording, frame.published, self.sisters)
        self._bodies = Bodies(view, cast, self.reading, self.events, known)
        self._personal = PersonalMeetings(view, cast, frame, self.reading, self.events)
        self._others = OtherSessions(view, cast, frame, self.reading, self.events)
        self._rows = Rows(view, cast, frame, self.reading, self.events)
        self._turns = Turns(view, cast, frame, self.reading, self.events)
        self._moved = Moved(view, frame, self.reading, self.events)
        self._antecedents = Antecedents(view)
        self._continuations = Continuations(view, cast, frame, self.reading)

    def build(self) -> list[Event]:
        """Find and merge the events."""
        elsewhere = other_reports(self._view)
        for sentence in self._view.sentences:
            self.told.append(Told([]) if sentence.index in elsewhere else self._read(sentence))
        date_by_headings(self.events, self._frame.sections)
        for event in self.events:
            _fix_status(event, self._frame.published)
        if any(event.city is None for event in self.events):
            place, at = self.reading.placing.only_place() or (None, frozenset())
            taken = any((e.city, e.country) == place and self._at_another_time(e) for e in self.events)
            self._frame.only_place = None if taken else place
            self._frame.only_place_at = at
        return self.events

    def _at_another_time(self, event: Event) -> bool:
        """Whether a meeting is one to come, or one that was held long before the report."""
        told = event.start if event.dated_by == "text" else None
        return event.status() != "held" or (told is not None and not self.reading.dating.is_about_now(told))

    def _read(self, sentence: Sentence) -> Told:
        """What a sentence tells of meetings."""
        before, topic = self.told[-1] if self.told else Told([]), self._topic
        named = self._named_in(sentence)
        last = next((e for e in reversed(before.named) if e.evidence), topic.current)
        named = self._moved.told_in(sentence, named, last)
        bodies = [e for e in named if not e.personal and not e.nameless]
        told = Told(named)
        if not named:
            self._continuations.take_up(sentence, before.named)
            told.followed = self._antecedents.of(
                sentence, _last_other(before, self._topic.current), self._topic.current
            )
        told.at = topic.turn(sentence, bodies) if named else topic.go_on(sentence)
        self._describe(sentence, told)
        if not named and told.followed is None and topic.current is not None:
            self._continuations.announce(sentence, topic.current)
        return told

    def _named_in(self, sentence: Sentence) -> list[Event]:
        """The meetings that a sentence names or tells of by a verb."""
        current = self._topic.current
        other = self._others.by_group(sentence, current)
        named = [other] if other is not None else self._of_bodies(sentence)
        personal = self._personal.told_in(sentence)
        if personal and any(e.pair for e in personal):
            if other is not None:  # "They last met in Kazan": of two people
                named.remove(other)
                self.events.remove(other)
            named = self._without_double(sentence, named, personal)
        named += [e for e in personal if e not in named]
        other = self._others.told_in(sentence, named, current)
        named = named if other is None else [*named, other]
        named += self._rows.told_in(sentence, named, current)
        return [*named, *self._turns.told_in(sentence, named, current)]

    def _of_bodies(self, sentence: Sentence) -> list[Event]:
        """The meetings that a sentence names by a noun."""
        named: list[Event] = []
        for phrase in self.reading.wording.phrases(sentence):
            last = next((e for e in reversed(named) if not e.personal), self._topic.current)
            event = self._bodies.of_phrase(phrase, self.sisters.meant(phrase, last))
            if event is not None and event not in named:
                named.append(event)
        return named

    def _without_double(self, sentence: Sentence, told: Sequence[Event], personal: Sequence[Event]) -> list[Event]:
        """The events of a sentence without talks told by a mere noun: it is that of the people who met."""
        nouns = {start for e in personal for start, _, _ in e.evidence}
        several = any(len(e.pair) > _PAIR for e in personal)  # "hosted X and Y for a summit"
        doubles = [
            e
            for e in told
            if (e.kind in ("talks", "meeting") or (several and e.kind == "summit"))
            and not (e.personal or e.organization or e.label or len(e.states) > 1 or e.number)
            and all(
                p.sentence is sentence and (not p.qualifiers or not nouns.isdisjoint(range(p.start, p.end)))
                for p in e.phrases
            )
        ]
        self.events[:] = [e for e in self.events if e not in doubles]
        return [e for e in told if e not in doubles]

    def _describe(self, sentence: Sentence, told: Told) -> None:
        """Take the format of a meeting from words like "by video"."""
        if not (told.named or told.at):
            return
        for cue in sentence.formats:
            if any(title.start <= cue.start < title.end for title in sentence.of("TITLE")):
                continue  # "Ambassador Extraordinary"
            target = _nearest(told.named, sentence, cue) or told.at
            if target is None:
                continue
            if cue.type not in target.formats and cue.type != "telephone":
                if cue.type == "videoconference" and (not told.named or self._joined_alone(sentence, target)):
                    continue
                target.formats.append(cue.type)

    def _joined_alone(self, sentence: Sentence, event: Event) -> bool:
        """Whether one person joined a meeting told of before by video; the others were there."""
        if sentence.has("convene") or not sentence.has("attend") or min(event.sentences) == sentence.index:
            return False
        return len({person for _, _, person in persons_of(self._cast, sentence)}) == 1


def _nearest(events: Sequence[Event], sentence: Sentence, cue: FoundCue) -> Event | None:
    """The meeting of a sentence in whose name a word stands, else the first."""
    inside = (e for e in events for p in e.phrases_in(sentence) if p.start <= cue.start < p.end)
    return next(inside, None) or next(iter(events), None)


def _last_other(before: Told, current: Event | None) -> Event | None:
    """The last meeting of the sentence before, if it is not the one that the report is about."""
    return before.followed or next((e for e in reversed(before.named) if e is not current), None)


def _fix_status(event: Event, published: str | None) -> None:
    """The day decides whether a meeting is over, where the text gives one."""
    day = event.start or ""
    if not published or not day or event.status() == "cancelled":
        return
    if day > published[: len(day)]:  # a month or year to come, too
        event.fixed_status = "planned"
    elif is_day(day) and day < published:
        event.fixed_status = "held"
