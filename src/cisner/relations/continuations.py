"""Sentences that tell more of a meeting without naming it: "It will be held in June", "X and Y are to attend"."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cast import Cast, persons_of
from cisner.relations.days import is_day
from cisner.relations.events import Event
from cisner.relations.frame import Frame
from cisner.relations.reading import Reading
from cisner.relations.sentence import Sentence, View


class Continuations:
    """Adds what such sentences tell to the events.

    Args:
        view: The document.
        cast: Its people.
        frame: Its date and places.
        reading: What its sentences say of meetings.
    """

    def __init__(self, view: View, cast: Cast, frame: Frame, reading: Reading) -> None:
        self._view = view
        self._cast = cast
        self._frame = frame
        self._wording = reading.wording
        self._dating = reading.dating
        self._placing = reading.placing
        self._status = reading.status

    def take_up(self, sentence: Sentence, before: Sequence[Event]) -> None:
        """Read a sentence that begins with "it" or calls something off: it is about the last meeting told of.

        Args:
            sentence: A sentence that names no meeting.
            before: The meetings of the sentence before.
        """
        last = next((e for e in reversed(before) if e.evidence), None) if before else None
        if last is None or self._wording.phrases(sentence) or self._first_set(sentence, last):
            return
        if "held" not in last.votes and self._status.calling_off.taken_up(sentence) and not sentence.has("attend"):
            last.vote("cancelled")
            return
        first, words = self._view.lower[sentence.start : sentence.start + 2], self._view.lexicon.file.words
        again = not words.event.isdisjoint(first) and last.dated_by != "text"  # "The ceremony took place on Tuesday"
        if ((words.it | words.it_object).isdisjoint(first) and not again) or persons_of(self._cast, sentence):
            return
        self._convened(sentence, last)

    def announce(self, sentence: Sentence, topic: Event) -> None:
        """Read a sentence that names no meeting: if it says who will come, the meeting of the report lies ahead."""
        if topic.fixed_status or not sentence.has("future"):
            return
        if sentence.has("attend", "chair", "host") and persons_of(self._cast, sentence) and not sentence.has("speak"):
            topic.vote("planned")
            if topic.start and topic.start == self._frame.published and not self._over(topic):
                topic.vote("planned")  # "takes place today"

    def _convened(self, sentence: Sentence, event: Event) -> None:
        """Take day, place and status from "It convenes in Minsk in June"."""
        cues = sentence.cue("convene") or (() if event.dated_by == "text" else sentence.cue("first_set"))
        if not cues:
            return
        day = self._dating.day_near(sentence, cues[0])
        places = self._placing.places(sentence) or self._only_city(sentence)
        event.vote(self._status.vote_at(sentence, cues[0].start, day), 2)  # this is what the sentence is there for
        event.sentences.add(sentence.index)
        if day and (event.start is None or (is_day(day[0]) and not sentence.has("reconvene"))):
            event.start, event.end, event.dated_by = day[0], day[1], "text"
        if places and event.city is None:
            event.city, event.country, event.placed_by = places[0][1], places[0][2], "text"

    def _first_set(self, sentence: Sentence, event: Event) -> bool:
        """As in "It had first been set for May, but was put off", of a meeting that was held."""
        words = self._view.lexicon.file.words.at_first
        if event.dated_by == "text" and not words.isdisjoint(self._view.lower[sentence.start : sentence.end]):
            return True
        held = event.status() == "held" and (event.start or event.city or event.involved)
        return bool(held) and self._status.calling_off.first_set(sentence)

    @staticmethod
    def _only_city(sentence: Sentence) -> list[tuple[int, str, str, bool]]:
        """The one city of a sentence, as in "It is set for May, the place is Minsk"."""
        cities = sentence.of("CITY")
        return [(c.start, c.mention.norm, c.mention.rule.partition(".")[2], True) for c in cities if len(cities) == 1]

    def _over(self, event: Event) -> bool:
        """Whether a verb in the past stands with a meeting."""
        in_past = self._view.lexicon.in_past
        sentences = [self._view.sentences[i] for i in event.sentences]
        return any(in_past[w] for s in sentences for w in self._view.lower[s.start : s.end])
