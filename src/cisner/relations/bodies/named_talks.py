"""Talks between people, named by a noun: "the talks were on Monday", "they agreed to meet again"."""

from __future__ import annotations

import re

from cisner.relations.bodies.matching import Matching
from cisner.relations.cast import Cast, persons_of
from cisner.relations.events import Event, Involvement, highest
from cisner.relations.levels import LEVEL_OF
from cisner.relations.numbers import number_at
from cisner.relations.phrases import Phrase
from cisner.relations.reading import Reading
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.talks import of_three

_PAIR = 2
_MOST_TALKING = 3  # mentions of people in a sentence that verbs of talks bring together
_QUOTES = frozenset({"«", "“", '"', "„"})
_BACK = 2  # sentences from talks to "their next meeting"


class NamedTalks:
    """Tells phrases that name the talks of people from those of meetings of bodies.

    Args:
        view: The document.
        cast: Its people.
        reading: What its sentences say of meetings.
        matching: What tells one meeting from another.
        events: The events so far; new ones are added.
    """

    def __init__(self, view: View, cast: Cast, reading: Reading, matching: Matching, events: list[Event]) -> None:
        self._view = view
        self._cast = cast
        self._wording = reading.wording
        self._dating = reading.dating
        self._placing = reading.placing
        self._matching = matching
        self._events = events
        self._such = view.lexicon.file.words.such

    def tells_of(self, phrase: Phrase) -> bool:
        """Whether a phrase is of talks that are told by their people."""
        if not phrase.organization and self._trilateral(phrase):
            return True
        personal = phrase.kind in ("meeting", "talks") and not phrase.organization and not phrase.own_organ
        if personal and not phrase.convention and self._carries_people(phrase):
            return True
        if not phrase.organization and phrase.sentence.has("meet") and self._with_somebody(phrase):
            return True
        return (
            personal
            and not phrase.convention
            and not phrase.number
            and phrase.sentence.has("meet", "call", "converse", "apart")
            and 1 < len(persons_of(self._cast, phrase.sentence)) <= _MOST_TALKING
        )

    def _trilateral(self, phrase: Phrase) -> bool:
        """Whether a phrase names the meeting of three that was told of by its people, as one more mention."""
        known = next((e for e in self._events if len(e.pair) == 3), None)
        if known is None or not of_three(self._view, phrase.start, phrase.end):
            return False
        known.phrases.append(phrase)
        return True

    def _with_somebody(self, phrase: Phrase) -> bool:
        """Whether "with" and a person follow a noun: "a summit with his Kazakh counterpart X"."""
        noun = _noun(phrase)
        if noun is None or noun.end >= phrase.sentence.end:
            return False
        if self._view.lower[noun.end] not in self._view.lexicon.file.words.with_:
            return False
        return bool(re.match(r"x?(?:[ARK]|oC|C)*P", phrase.sentence.symbols[noun.position + 1 :]))

    @staticmethod
    def _carries_people(phrase: Phrase) -> bool:
        """Whether a noun is followed by its people: "встреча президента X с премьер-министром Y"."""
        noun = _noun(phrase)
        if noun is None:
            return False
        after = phrase.sentence.symbols[noun.position + 1 :]
        return bool(re.match(r"[ox]?(?:Q[-:,]?)?(?:[AR]|oC|C)*P(?:[,&x]{1,2}(?:[ARK]|oC|C)*P)", after))

    def have_met(self, phrase: Phrase) -> bool:
        """Whether officials of some states are people who have met: "where the two presidents meet was a secret"."""
        if phrase.organization or len(phrase.states) < _PAIR or self._dating.day_of(phrase):
            return False
        pairs = (e.pair for e in self._events if e.pair)
        return any(set(phrase.states) == {self._cast.people[p].represents for p in pair} for pair in pairs)

    def is_over(self, current: Event) -> bool:
        """Whether "the meeting" that is over is one of the talks told of, and not the session that lies ahead."""
        return current.status() == "planned" and any(e.personal and e.status() == "held" for e in self._events)

    def are_told(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of a few people that they meet: "the meeting" in it is theirs."""
        persons = persons_of(self._cast, sentence)
        nouns = {i.start for i in sentence.items if i.symbol == "M"}
        attend = sentence.cue("attend")  # «принял участие»: nobody is received
        return any(
            c.start not in nouns
            or any(first >= c.end for first, _, _ in persons)  # not "the talks between the premiers"
            for c in sentence.cue("meet", "receive", "call", "converse", "see")
            if 0 < len(persons) <= _MOST_TALKING and not any(a.start == c.start and c.end < a.end for a in attend)
        )

    def again(self, phrase: Phrase) -> Event | None:
        """The people of the talks told just before, at another time: "they agreed to meet again in June"."""
        before = self._view.lower[max(phrase.sentence.start, phrase.start - 2) : phrase.start]
        first = 0 if not self._such.isdisjoint(before) else phrase.sentence.index - _BACK  # "such a summit": any before
        near = [e for e in self._events if e.pair and e.kind == "talks" and max(e.sentences) >= first]
        if phrase.organization or phrase.states or phrase.number:
            return None
        if phrase.kind in ("summit", "session") and any(e.organization and not e.pair for e in self._events):
            return None  # of the body, not of the two who met beside it
        if not near:
            return self._on_visit(phrase)
        last = near[-1]
        if "previous" in phrase.qualifiers or (len(last.pair) == 2 and self._has_name(phrase)):
            return None
        offices = [self._cast.people[p].office for p in last.pair if self._cast.people[p].office]
        if phrase.level != highest(offices):
            return None
        levels = {LEVEL_OF.get(self._cast.people[p].office) for p in last.pair}
        if (phrase.group is not None or phrase.weak_level) and levels != {phrase.level}:
            return None  # "the next meeting of the heads of state" is not of a president and a secretary general
        ahead = self._wording.is_ahead(phrase) and not (last.status() == "planned" and self._is_bare(phrase))
        ahead = ahead and not self._goes_on(phrase, last)
        if not ahead:
            long_ago = last.start is None and not self._dating.is_recent(phrase)
            return None if long_ago or self._matching.is_elsewhere(phrase, last) else last
        event = Event("talks", pair=last.pair)
        event.qualifiers.add("next")
        self._events.append(event)
        for old in last.involved:
            event.involved.add(
                Involvement(old.person, phrase.sentence, phrase.start, phrase.end, "expected", phrase.rule)
            )
        return event

    def _goes_on(self, phrase: Phrase, last: Event) -> bool:
        """As in "Talks of X and Y have begun. During the meeting transport will be discussed": they are still on."""
        before = self._view.lower[max(phrase.sentence.start, phrase.start - 2) : phrase.start]
        on = last.status() == "held" and (last.start is None or self._dating.is_today(last.start))
        meanwhile = any(w in self._view.lexicon.file.words.occasion for w in before) and not self._wording.is_eve(
            phrase
        )
        return on and meanwhile and "next" not in phrase.qualifiers and self._dating.day_of(phrase) is None

    def _on_visit(self, phrase: Phrase) -> Event | None:
        """As in "The president will visit A. Following the summit documents will be signed": what agencies call it."""
        visits = [e for e in self._events if e.kind == "visit" and e.pair and max(e.sentences) < phrase.sentence.index]
        if phrase.kind != "summit" or len(visits) != 1 or not self._is_bare(phrase):
            return None
        offices = [self._cast.people[p].office for p in visits[0].pair]
        city = self._placing.city_of(phrase)
        if highest(offices) != phrase.level or (city is not None and city[1] != visits[0].country):
            return None
        return None if self._matching.is_elsewhere(phrase, visits[0]) else visits[0]

    def _is_bare(self, phrase: Phrase) -> bool:
        """Whether a noun stands alone: "the summit", not "the second summit", "a summit" or "the summit of leaders"."""
        if phrase.group is not None or phrase.qualifiers & {"next", "previous"}:
            return False
        if self._has_name(phrase) and not self._placing.of_city(phrase):
            return False
        sentence, words = phrase.sentence, self._view.lexicon.file.words
        if number_at(self._view, max(sentence.start, phrase.start - 2), phrase.start, phrase.start):
            return False
        following = self._view.words[phrase.end : phrase.end + 1]
        return self._view.lower[phrase.start - 1] not in words.a and not (following and following[0] in _QUOTES)

    def _has_name(self, phrase: Phrase) -> bool:
        """Whether a summit is one of a row with a name of its own: "the sixth Caspian Summit"."""
        first = phrase.start - 1
        return phrase.kind == "summit" and first > phrase.sentence.start and self._view.words[first][:1].isupper()

    def date(self, talks: Event, phrase: Phrase) -> None:
        """Give talks told in the sentence before the day that a word for them stands with: "The talk was on Monday"."""
        day = self._dating.day_of(phrase)
        if day and talks.start is None and max(talks.sentences) >= phrase.sentence.index - 1:
            talks.start, talks.end, talks.dated_by = day[0], day[1], "text"
            talks.sentences.add(phrase.sentence.index)


def _noun(phrase: Phrase) -> Item | None:
    """The noun of a phrase."""
    items = phrase.sentence.items
    return next((i for i in items if i.symbol == "M" and phrase.start <= i.start < phrase.end), None)
