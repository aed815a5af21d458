"""What announces several talks of one person: "bilateral meetings", "received three of his colleagues"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cisner.relations.cast import Cast, told_state
from cisner.relations.cues import FoundCue
from cisner.relations.encounters import NOUNS, Encounter
from cisner.relations.events import Event
from cisner.relations.officials import plural_title
from cisner.relations.sentence import Sentence, View
from cisner.relations.sides import Party, Sides
from cisner.relations.talks import each_alone, several

_CALLS = "cue.series_of_calls"
_BY = "cue.received_by"
_OTHERS = "cue.others"
_VERBS = ("call", "receive", "meet", "talk", "converse", "see", "series")
_BACK = 2  # sentences from the first one told to a noun for talks
_REACH = 5  # sentences from the second one told to the first
_SEVERAL = 2  # talks that make a row
_TO_GROUP = 4  # tokens from a number to those whom it counts: "three of his former"


@dataclass(slots=True)
class Row:
    """Talks of one person that are told in turn.

    Attributes:
        cue: The words that announce them.
        host: Whose talks they are, or None where that is not told yet.
        last: The sentence that announced them or told the last of them.
        told: How many have been told.
        waiting: Whether a sentence said that the next came, and not who.
        listed: Whether only words of turn go on with it: a list in one sentence, or guests without a number.
        planned: Whether they lie ahead.
        hosting: Whether the others come to see that person.
        sure: Whether the words that announce them say whose they are.
    """

    cue: FoundCue
    host: int | None
    last: int
    told: int = 0
    waiting: bool = False
    listed: bool = False
    planned: bool = False
    hosting: bool = False
    sure: bool = False


class Announcements:
    """Finds what announces talks that are told one by one.

    Args:
        view: The document.
        cast: Its people.
        sides: The people of its sentences.
        events: The events so far.
    """

    def __init__(self, view: View, cast: Cast, sides: Sides, events: Sequence[Event]) -> None:
        self._view = view
        self._cast = cast
        self._sides = sides
        self._events = events
        self._times = view.lexicon.file.words.counted
        self._margins = view.lexicon.file.words.margins
        self._partners = view.lexicon.file.talks.partners
        self._counts = view.lexicon.file.words.several | view.lexicon.file.talks.counts

    def in_sentence(self, sentence: Sentence, parties: Sequence[Party], found: Sequence[Encounter]) -> Row | None:
        """The row that a sentence announces, if it names nobody with whom the talks are.

        Args:
            sentence: The sentence.
            parties: Its people.
            found: The encounters that its own verbs seem to tell.
        """
        named = {p.person for p in parties}
        states = {told_state(self._cast.people[p]) for p in named}
        if len(states) > 1 or any(named.issuperset(e.people) for e in found):
            return None
        cue = self._announcement(sentence, parties, implied=bool(found))
        guests = None if cue or found else self._of_guests(sentence)
        cue = cue or guests
        if cue is None:
            return None
        hosting = cue.type == "receive" and cue.rule != _BY
        row = Row(cue, self._whose(sentence, parties), sentence.index, hosting=hosting, sure=bool(parties))
        row.planned, row.listed = sentence.has("future"), guests is not None
        return row

    def _announcement(self, sentence: Sentence, parties: Sequence[Party], *, implied: bool) -> FoundCue | None:
        """The words that announce several talks: "bilateral meetings", "received three of his guests"."""
        calls = sentence.cue("call")
        for noun in sentence.of("MEETING"):
            if noun.mention.norm not in NOUNS or not several(self._view, sentence, noun):
                continue
            if implied or any(p.link == "with" for p in parties):
                return None  # "With X he has had several talks"
            call = any(c.start < noun.end and noun.start < c.end for c in calls)  # «три телефонных разговора»
            return FoundCue(noun.start, noun.end, "call" if call else NOUNS[noun.mention.norm], noun.mention.rule)
        if not sentence.has(*_VERBS) or sentence.has("credentials"):
            return None
        often = bool(calls) and self._view.says(sentence.start, sentence.end, self._times)
        rows = [c for c in sentence.cue("series") if not implied or c.rule == _OTHERS]
        if not rows and (implied or not (often or self._counted(sentence))):
            return None
        calls = calls or [c for c in rows if c.rule == _CALLS]
        received = sentence.cue("receive")
        cue = (calls or received or sentence.cue(*_VERBS))[0]
        return FoundCue(cue.start, cue.end, "call" if calls else "receive" if received else "meet", cue.rule)

    def _counted(self, sentence: Sentence) -> bool:
        """Whether a number stands before colleagues or guests who are not named: "three of his colleagues"."""
        lower = self._view.lower
        colleagues = [i.start for i in sentence.of("TITLE") if i.symbol == "K" and "pl" in i.mention.numbers]
        if colleagues and not self._margins.isdisjoint(lower[sentence.start : sentence.end]):
            return True  # "talked with his colleagues on the sidelines"
        numbers = [i for i in range(sentence.start, sentence.end) if lower[i] in self._counts]
        if not numbers:
            return False
        groups = list(colleagues)
        if sentence.has("call", "receive", "see") or each_alone(self._view, sentence, sentence.end):
            groups += [i.start for i in sentence.of("TITLE") if plural_title(i)]
        groups += [i for i in range(sentence.start, sentence.end) if lower[i].startswith(self._partners)]
        return any(0 < group - number <= _TO_GROUP for number in numbers for group in groups)

    def _of_guests(self, sentence: Sentence) -> FoundCue | None:
        """As in "received guests before the summit": who they were is told by their turns."""
        for cue in sentence.cue("receive"):
            near = self._view.lower[cue.end : min(cue.end + _TO_GROUP, sentence.end)]
            if any(w.startswith(self._partners) for w in near):
                return cue
        return None

    def _whose(self, sentence: Sentence, parties: Sequence[Party]) -> int | None:
        """Whose talks a sentence announces."""
        free = [p.person for p in parties if p.free and p.case != "obl"]
        if free or len({p.person for p in parties}) == 1:
            return free[0] if free else parties[0].person
        return self._sides.subject_before(sentence)

    @staticmethod
    def in_list(sentence: Sentence, found: Sequence[Encounter]) -> Row | None:
        """The row of the talks that a sentence tells of one with several: "X met Y and Z. Then came W"."""
        if len(found) < (1 if sentence.has("turn") else _SEVERAL):
            return None
        shared = frozenset.intersection(*(frozenset(e.people) for e in found))
        if len(shared) != 1 and len(found) > 1:
            return None
        cue, host = found[0].cue, found[0].people[0] if len(found) == 1 else min(shared)
        kind = cue.type if cue.type in ("call", "receive") else "meet"
        cue = FoundCue(cue.start, cue.end, kind, cue.rule)
        return Row(cue, host, sentence.index, len(found), listed=True, hosting=found[0].host == host)

    def before(self, sentence: Sentence) -> Row | None:
        """A row that only its second member shows: "X received Y. A second caller was Z"."""
        before = self._view.sentences[max(0, sentence.index - _BACK) : sentence.index]
        if sentence.has("turn"):
            for noun in sentence.of("MEETING"):  # "X began his bilateral meetings with Y"
                if noun.mention.norm in NOUNS and several(self._view, sentence, noun):
                    cue = FoundCue(noun.start, noun.end, NOUNS[noun.mention.norm], noun.mention.rule)
                    parties = self._sides.of(sentence)
                    host = next((p.person for p in parties if p.free and p.case != "obl"), None)
                    return Row(cue, host, sentence.index)
            # "Thursday was given to talks. X began with Y"
            nouns = [(s, i) for s in before if not s.of("PERSON") for i in s.of("MEETING") if i.mention.norm == "talks"]
            for earlier, noun in reversed(nouns):
                cue = FoundCue(noun.start, noun.end, NOUNS["talks"], noun.mention.rule)
                return Row(cue, self._whose(earlier, self._sides.of(earlier)), earlier.index)
        if not sentence.has("caller"):
            return None
        for event in reversed(self._events):
            if len(event.pair) == 2 and event.sentences and sentence.index - max(event.sentences) <= _REACH:
                if event.kind not in ("talks", "call") or not event.evidence:
                    break
                start, end, rule = event.evidence[0]
                kind = "call" if event.kind == "call" else "meet"
                return Row(FoundCue(start, end, kind, rule), self._host_of(event), max(event.sentences), 1)
        return None

    def _host_of(self, event: Event) -> int:
        """Who has visitors: whom an ambassador came to see, else the host of talks, else their subject."""
        above = [p for p in event.pair if self._cast.people[p].office != "ambassador"]
        hosts = [i.person for i in event.involved if i.function == "host"]
        first: int = (*(above if len(above) == 1 else ()), *hosts, event.subject)[0]
        return first
