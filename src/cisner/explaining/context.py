"""An analysed report and its records, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cisner.analysis import Analysis
from cisner.explaining.model import Words
from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.records import Extraction, Meeting
from cisner.relations.cast import PersonRecord
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event
from cisner.relations.sentence import Sentence, View
from cisner.report import Report
from cisner.text import Squeezed


@dataclass(slots=True)
class Context:
    """What the explanations are drawn from.

    Attributes:
        analysis: Everything that was found.
        extraction: The records of it.
        report: The report.
        squeezed: The text that was analysed, with the way back.
        events: The event of each meeting, by the meeting's id.
        people: The person of each record, by the record's id.
    """

    analysis: Analysis
    extraction: Extraction
    report: Report
    squeezed: Squeezed
    events: dict[str, Event] = field(init=False, default_factory=dict)
    people: dict[str, PersonRecord] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        waiting = list(self.analysis.events)
        for meeting in self.extraction.meetings:
            event = next((e for e in waiting if self._is(e, meeting)), None)
            if event is not None:
                waiting.remove(event)
                self.events[meeting.id] = event
        left = list(self.analysis.cast.people)
        for record in self.extraction.people:
            person = next((p for p in left if fold(p.name) == fold(record.name)), None)
            if person is not None:
                left.remove(person)
                self.people[record.id] = person

    @property
    def view(self) -> View:
        """The sentences."""
        return self.analysis.view

    def words(self, start: int, end: int) -> Words:
        """A range of tokens as a slice of the report."""
        left, right = self.squeezed.original(*self.view.source.span(start, end))
        return Words(left, right, self.report.text[left:right])

    def mention_words(self, mention: Mention) -> Words:
        """A mention as a slice of the report."""
        return self.words(mention.start, mention.end)

    def inside(self, start: int, end: int, *labels: str) -> list[Mention]:
        """The mentions with some labels in a range of tokens, nested ones too."""
        return [m for m in self.view.source.find(*labels) if start <= m.start and m.end <= end]

    def sentences(self, indexes: Iterable[int]) -> list[Sentence]:
        """The sentences with some numbers, in order."""
        return [self.view.sentences[index] for index in sorted(indexes) if index < len(self.view.sentences)]

    def cues(self, sentence: Sentence, rule: str) -> Iterator[FoundCue]:
        """The cues of a sentence, and of the one that introduces it as a list, that a rule found."""
        introduction = [self.view.sentences[sentence.intro]] if sentence.intro >= 0 else []
        for source in (sentence, *introduction):
            yield from (c for c in (*source.cues, *source.formats) if c.rule == rule)

    def cue_words(self, sentence: Sentence, rule: str, near: int | None = None) -> tuple[Words, ...]:
        """The words of the cue that a rule found, the nearest to a token."""
        found = list(self.cues(sentence, rule))
        if not found:
            return ()
        best = min(found, key=lambda c: abs(c.start - near)) if near is not None else found[0]
        return (self.words(best.start, best.end),)

    def rule_words(self, sentence: Sentence, rule: str, near: int = 0) -> tuple[Words, ...]:
        """The same, or else the words of the mention that a rule found."""
        nouns = [i.mention for i in sentence.items if i.mention.rule == rule]
        noun = min(nouns, key=lambda m: abs(m.start - near), default=None)
        return self.cue_words(sentence, rule, near) or ((self.mention_words(noun),) if noun is not None else ())

    def _is(self, event: Event, meeting: Meeting) -> bool:
        start, end, rule = event.evidence[0]
        words, evidence = self.words(start, end), meeting.evidence[0]
        return (words.start, words.end, rule) == (evidence.start, evidence.end, evidence.rule)


def first(items: Sequence[Mention], norm: str) -> Mention | None:
    """The first mention with a normal value."""
    return next((m for m in items if m.norm == norm), None)
