"""The meetings of a report, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cisner.knowledge.bodies import Body
from cisner.relations.antecedents import Antecedents
from cisner.relations.bodies import Bodies
from cisner.relations.cast import Cast, persons_of
from cisner.relations.days import is_day
from cisner.relations.elsewhere import other_reports
from cisner.relations.events import Event
from cisner.relations.frame import Frame
from cisner.relations.personal import PersonalMeetings
from cisner.relations.placing import Placing
from cisner.relations.sentence import Sentence, View
from cisner.relations.sessions import OtherSessions
from cisner.relations.sisters import Sisters
from cisner.relations.topic import Topic


class Meetings:
    """Collects the events of a report.

    Args:
        view: The document.
        cast: Its people.
        frame: Its date and places.
        known: The bodies of the knowledge files, by acronym.
    """

    def __init__(self, view: View, cast: Cast, frame: Frame, known: Mapping[str, Body]) -> None:
        self._view = view
        self._cast = cast
        self._frame = frame
        self.events: list[Event] = []
        self.current: list[Event | None] = []  # per sentence: the event that people there are at
        self.local: list[list[Event]] = []  # per sentence: events named or told there
        self.followed: list[Event | None] = []  # per sentence: the other session that it goes on about unnamed
        self.placing = Placing(view, frame)
        self._bodies = Bodies(view, cast, self.placing, self.events, known)
        self._personal = PersonalMeetings(view, cast, self.placing, self.events)
        self._antecedents = Antecedents(view)
        self.sisters = Sisters(frame, self.events)
        self._others = OtherSessions(view, cast, frame, self.placing, self.events)

    def build(self) -> list[Event]:
        """Find and merge the events."""
        current: Event | None = None
        topic = Topic(self._view, self._frame.published)
        elsewhere = other_reports(self._view)
        for sentence in self._view.sentences:
            told: list[Event] = []
            if sentence.index in elsewhere:
                self.local.append(told)
                self.current.append(None)
                self.followed.append(None)
                continue
            other = self._others.by_group(sentence, current)
            if other is not None:
                told.append(other)
            for phrase in self.placing.phrases(sentence) if other is None else ():
                last = next((e for e in reversed(told) if not e.personal), current)
                event = self._bodies.of_phrase(phrase, self.sisters.meant(phrase, last))
                if event is None:
                    continue
                if event not in told:
                    told.append(event)
            personal = self._personal.told_in(sentence)
            if other is not None and any(e.pair for e in personal):  # "They last met in Kazan": of two people
                told.remove(other)
                self.events.remove(other)
            if any(e.pair for e in personal):
                told = self._without_double(sentence, told)
            for event in personal:
                if event not in told:
                    told.append(event)
            other = self._others.told_in(sentence, told, current)
            if other is not None:
                told.append(other)
            bodies = [e for e in told if not e.personal and not e.nameless]
            here = topic.turn(sentence, bodies)
            current = topic.current
            if not told:
                self._taken_up(sentence)
                if here is current:
                    here = topic.current = self.sisters.told_in(sentence, current)
            self.followed.append(None if told else self._antecedents.of(sentence, self._last_other(current), current))
            self.local.append(told)
            self.current.append(here)
            self._describe(sentence, told)
            self._announce(sentence, told, current)
        for event in self.events:
            _fix_status(event, self._frame.published)
        if any(event.city is None for event in self.events):
            place = self.placing.only_place()
            ahead = any((e.city, e.country) == place and e.status() != "held" for e in self.events)
            self._frame.only_place = None if ahead else place
        return self.events

    def _without_double(self, sentence: Sentence, told: Sequence[Event]) -> list[Event]:
        """The events of a sentence without talks told by a mere noun: it is that of the people who met."""
        doubles = [
            e
            for e in told
            if e.kind in ("talks", "meeting")
            and not (e.personal or e.organization or e.label or e.states)
            and all(p.sentence is sentence and not p.qualifiers for p in e.phrases)
        ]
        self.events[:] = [e for e in self.events if e not in doubles]
        return [e for e in told if e not in doubles]

    def _taken_up(self, sentence: Sentence) -> None:
        """A sentence that goes on about a meeting unnamed: "It will be held in June", "Those plans are off"."""
        last = next((e for e in reversed(self.local[-1]) if e.evidence), None) if self.local else None
        if last is None or self.placing.phrases(sentence) or self._first_set(sentence, last):
            return
        if "held" not in last.votes and self.placing.calling_off.taken_up(sentence) and not sentence.has("attend"):
            last.votes["cancelled"] += 1
            return
        first = self._view.lower[sentence.start : sentence.start + 2]
        if not (set(first) & self._view.lexicon.file.words.it) or persons_of(self._cast, sentence):
            return
        cues = sentence.cue("convene")
        if not cues:
            return
        day = self.placing.day_near(sentence, cues[0])
        places = self.placing.places(sentence)
        vote = self.placing.vote_at(sentence, cues[0].start, day)
        last.votes[vote] += 2  # this is what the sentence is there for
        last.sentences.add(sentence.index)
        if day and (last.start is None or (is_day(day[0]) and not sentence.has("reconvene"))):
            last.start, last.end, last.dated_by = day[0], day[1], "text"
        if places and last.city is None:
            last.city, last.country, last.placed_by = places[0][1], places[0][2], "text"

    def _last_other(self, current: Event | None) -> Event | None:
        """The last meeting of the sentence before, if it is not the one that the report is about."""
        if not self.local:
            return None
        return self.followed[-1] or next((e for e in reversed(self.local[-1]) if e is not current), None)

    def _first_set(self, sentence: Sentence, event: Event) -> bool:
        """As in "It had first been set for May, but was put off", of a meeting that was held."""
        return event.status() == "held" and self.placing.calling_off.first_set(sentence)

    def _announce(self, sentence: Sentence, told: Sequence[Event], current: Event | None) -> None:
        """A sentence that says who will come tells that the meeting lies ahead."""
        if told or self.followed[-1] or current is None or current.fixed_status or not sentence.has("future"):
            return
        if sentence.has("attend", "chair", "host") and persons_of(self._cast, sentence) and not sentence.has("speak"):
            current.votes["planned"] += 1
            if current.start and current.start == self._frame.published and not self._over(current):
                current.votes["planned"] += 1  # "takes place today"

    def _over(self, event: Event) -> bool:
        """Whether a verb in the past stands with a meeting."""
        in_past = self._view.lexicon.in_past
        sentences = [self._view.sentences[i] for i in event.sentences]
        return any(in_past[w] for s in sentences for w in self._view.lower[s.start : s.end])

    def _describe(self, sentence: Sentence, told: Sequence[Event]) -> None:
        target = next(iter(told), None) or self.current[-1]
        if target is None:
            return
        for cue in sentence.formats:
            if cue.type not in target.formats and cue.type != "telephone":
                if cue.type == "videoconference" and (not told or self._joined_alone(sentence, target)):
                    continue
                target.formats.append(cue.type)

    def _joined_alone(self, sentence: Sentence, event: Event) -> bool:
        """Whether one person joined a meeting told of before by video; the others were there."""
        if sentence.has("convene") or not sentence.has("attend") or min(event.sentences) == sentence.index:
            return False
        return len({person for _, _, person in persons_of(self._cast, sentence)}) == 1


def _fix_status(event: Event, published: str | None) -> None:
    """The day decides whether a meeting is over, where the text gives one."""
    day = event.start or ""
    if published and is_day(day) and day != published and event.status() != "cancelled":
        event.fixed_status = "planned" if day > published else "held"
