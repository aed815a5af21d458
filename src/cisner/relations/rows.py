"""Meetings told in a row by their days and places: "they met in Baku in May, in Ashgabat in June and in Ankara"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cisner.relations.cast import Cast, PersonRecord
from cisner.relations.events import Event, Involved, another_session, highest
from cisner.relations.frame import Frame
from cisner.relations.reading import Reading
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.sessions import SESSION_OF_GROUP
from cisner.relations.word_lists import stems

_FEWEST = 2
_YEAR = 4  # letters of the roughest date that tells one meeting from another
_INSIDE = 2  # words between a day and its place
_BETWEEN = 3  # words from one pair to the next: ", and in"
_NEAR = 6  # words from the noun or verb to the first pair
_PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class _Pair:
    """A day and a place beside it."""

    first: Item
    last: Item
    start: str
    end: str | None
    city: str | None
    country: str


class Rows:
    """Finds the further meetings of a row.

    Args:
        view: The document.
        cast: Its people.
        frame: Its date and places.
        reading: What its sentences say of meetings.
        events: The events so far; new ones are added.
    """

    def __init__(self, view: View, cast: Cast, frame: Frame, reading: Reading, events: list[Event]) -> None:
        self._view = view
        self._cast = cast
        self._frame = frame
        self._wording = reading.wording
        self._dating = reading.dating
        self._events = events
        setting = view.lexicon.file.setting
        small = setting.inside | setting.towards | setting.into | view.lexicon.file.words.the | setting.conjunction
        self._small = small | setting.before_day | setting.onward | frozenset(",;(")
        self._contrast = setting.contrast
        self._onward = setting.onward
        self._joins = setting.conjunction | {",", ";"}

    def told_in(self, sentence: Sentence, named: Sequence[Event], current: Event | None) -> list[Event]:
        """The meetings of a row in a sentence beyond the one that is known, each with its day and place."""
        visit = next((e for e in named if e.kind == "visit" and e.pair), None)
        if visit is not None:
            return self._stops(sentence, visit)
        row = self._row(sentence)
        if not row or any(g.start < row[0].first.start for g in sentence.of("AGREEMENT")):
            return []  # where and when something was signed
        known = next((e for e in named for p in row if e.start == p.start and e.dated_by == "text"), None)
        if known is not None and known.kind not in ("visit", "call"):
            own = next(p for p in row if p.start == known.start)
            known.city, known.country, known.placed_by = own.city, own.country, "text"
            self._leave_strangers(sentence, known, own)
            return [self._like(known, p) for p in row if p.start != known.start]
        if current is None or current.personal or not self._of_several(sentence, row[0], current):
            return []
        return [self._other(sentence, current, p) for p in row if not self._dating.is_about_now(p.start)]

    def _stops(self, sentence: Sentence, visit: Event) -> list[Event]:
        """The further stops of a trip: "X will be in A on 28 June and in B on 29 June"."""
        if len(sentence.of("DATE")) < _FEWEST or visit.dated_by != "text":
            return []
        home = {self._cast.people[p].represents for p in visit.pair}
        pairs = [p for p in self._pairs(sentence, "LC") if p.country not in home]
        stops = [p for p in pairs if not self._is_of(visit, p) and self._is_joined(sentence, p)]
        if any(p.start == visit.start for p in stops):  # "On the 28th X will be in A, on the 29th in B"
            own = [d for d in sentence.of("DATE") if all(d is not i for p in pairs for i in (p.first, p.last))]
            day = self._frame.dates.get(own[0].start, "") if len(own) == 1 else ""
            if len(day) < len(stops[0].start):
                return []
            visit.start, _, end = day.partition("/")
            visit.end = end or None
        known = {e.start for e in self._events if e.kind == "visit" and e.pair == visit.pair}
        return [self._like(visit, p) for p in stops if p.start not in known]

    @staticmethod
    def _is_of(visit: Event, pair: _Pair) -> bool:
        """Whether a place is that of a visit."""
        return pair.country == visit.country if pair.city is None else pair.city == visit.city

    def _is_joined(self, sentence: Sentence, pair: _Pair) -> bool:
        """Whether a day and place are told after a comma or "and", and nothing more of them."""
        lower, first, last = self._view.lower, pair.first.start - 1, pair.last.end
        while first > sentence.start and lower[first] in self._small and lower[first] not in self._joins:
            first -= 1
        ends = last >= sentence.end or lower[last] in self._joins or not lower[last][:1].isalpha()
        return ends and lower[first] in self._joins | self._contrast

    # -- the row --

    def _row(self, sentence: Sentence) -> list[_Pair]:
        """The longest row of days with their places in a sentence."""
        if len(sentence.of("DATE")) < _FEWEST or len(sentence.of("CITY")) < _FEWEST:
            return []
        row: list[_Pair] = []
        for pair in self._pairs(sentence, "L"):
            if row and not self._beside(row[-1].last, pair.first, _BETWEEN, joined=True):
                if len(row) >= _FEWEST:
                    break
                row = []
            row.append(pair)
        return row if len(row) >= _FEWEST and len({p.start for p in row}) == len(row) else []

    def _pairs(self, sentence: Sentence, places: str) -> Iterator[_Pair]:
        """Days and places that stand beside each other, each used once."""
        used = -1
        for one, other in pairwise(sentence.items):
            if one.start < used or (one.symbol == "D") == (other.symbol == "D"):
                continue
            if one.symbol not in f"D{places}" or other.symbol not in f"D{places}":
                continue
            if not self._beside(one, other, _INSIDE, joined=False):
                continue
            date, place = (one, other) if one.symbol == "D" else (other, one)
            start, _, end = self._frame.dates.get(date.start, "").partition("/")
            if len(start) >= _YEAR and not start.startswith("X"):
                used = other.end
                norm, state = str(place.mention.norm), place.symbol == "C"
                country = norm if state else place.mention.rule.partition(".")[2]
                yield _Pair(one, other, start, end or None, None if state else norm, country)

    def _beside(self, one: Item, other: Item, most: int, *, joined: bool) -> bool:
        """Whether only small words stand between two mentions, a comma or "and" among them where they are joined."""
        gap = [w for w in self._view.lower[one.end : other.start] if w != ")"]
        told = all(w in self._small or not w.isalpha() or len(w) < _INSIDE + 1 for w in gap)
        gap = [w for w in gap if w not in self._onward]
        return told and len(gap) <= most and joined != self._joins.isdisjoint(gap)

    # -- its meetings --

    def _of_several(self, sentence: Sentence, first: _Pair, current: Event) -> bool:
        """Whether a noun or verb before a row is for meetings like that of the report: "the summits", "they met"."""
        they = self._view.lexicon.file.words.they
        verbs = [c for c in sentence.cue("convene", "meet") if self._view.lower[c.start - 1] in they]
        previous = stems(self._view.lexicon.file.meeting_frame.previous)
        opening = self._view.lower[sentence.start]
        if opening.startswith(previous) and sentence.has("convene"):  # "Earlier ones had met in A (2019), B (2021)"
            return not any(p.start < first.first.start for p in self._wording.phrases(sentence))
        return any(0 <= first.first.start - c.end <= _INSIDE for c in verbs) or any(
            p.plural
            and 0 <= first.first.start - p.end <= _NEAR
            and p.organization in ("", current.organization)
            and p.level in ("", current.level)
            and p.kind not in ("visit", "call", "talks")
            for p in self._wording.phrases(sentence)
        )

    def _other(self, sentence: Sentence, current: Event, pair: _Pair) -> Event:
        """Another session of the body that the report is about."""
        ahead = pair.start > (self._frame.published or "9999")[: len(pair.start)]
        evidence = pair.first.start, pair.last.end, SESSION_OF_GROUP
        event = another_session(current, "next" if ahead else _PREVIOUS, sentence.index, evidence)
        event.states = list(current.states)
        return self._placed(event, pair)

    def _like(self, known: Event, pair: _Pair) -> Event:
        """A meeting of the same people or body as another of the row."""
        event = replace(known, involved=Involved(), phrases=[], votes=known.votes.copy())
        event.formats, event.states = list(known.formats), list(known.states)
        event.sentences, event.qualifiers = set(known.sentences), set(known.qualifiers)
        event.evidence = [(pair.first.start, pair.last.end, known.evidence[-1][2])]
        for part in known.involved:
            event.involved.add(replace(part))
        return self._placed(event, pair)

    def _placed(self, event: Event, pair: _Pair) -> Event:
        event.start, event.end, event.dated_by = pair.start, pair.end, "text"
        event.city, event.country, event.placed_by = pair.city, pair.country, "text"
        self._events.append(event)
        return event

    def _leave_strangers(self, sentence: Sentence, event: Event, pair: _Pair) -> None:
        """Leave a meeting of long ago to the states of those who are told of, where one was in no office then."""
        here = {n.person for n in self._cast.by_sentence[sentence.index]}
        people = [self._cast.people[p] for p in sorted(event.pair)]
        terms = [p.known.terms for p in people if p.known is not None and p.index not in here]
        if any(t and all((term.start or "0000") > (event.start or "") for term in t) for t in terms):
            event.states = [p.represents for p in people if p.represents]
            event.pair, event.involved, event.subject = frozenset(), Involved(), -1
            event.level = highest(_shared(people) or [p.office for p in people])
            event.evidence = [(event.evidence[0][0], pair.last.end, event.evidence[0][2])]
            event.qualifiers.add(_PREVIOUS)


def _shared(people: Sequence[PersonRecord]) -> set[str]:
    """The offices that all have: foreign ministers of whom one is deputy prime minister, too."""
    offices = [{p.office for p in person.posts} for person in people]
    return set.intersection(*offices) if offices else set()
