"""The meeting told before that a phrase without a body of its own goes on about, or the next one of its body."""

from __future__ import annotations

from cisner.relations.bodies.attaching import begin
from cisner.relations.bodies.matching import LONGEST_SESSION, Matching
from cisner.relations.bodies.named_sessions import LOWER, MONTH, NamedSessions
from cisner.relations.bodies.named_talks import NamedTalks
from cisner.relations.bodies.unsaid import Unsaid, body_of
from cisner.relations.days import are_apart, days_between
from cisner.relations.events import Event
from cisner.relations.frame import clause
from cisner.relations.phrases import Phrase
from cisner.relations.reading import Reading
from cisner.relations.sentence import View

_TO_PLACE = 3  # words between a meeting and its place: "took place in"
_LONGEST = 14  # days of a session


class GoingOn:
    """Finds the meetings that phrases go on about.

    Args:
        view: The document.
        reading: What its sentences say of meetings.
        matching: What tells one meeting from another.
        unsaid: What phrases leave unsaid.
        talks: Talks named by a noun.
        others: Other sessions of a body.
        events: The events so far; new ones are added.
    """

    def __init__(
        self,
        view: View,
        reading: Reading,
        matching: Matching,
        unsaid: Unsaid,
        talks: NamedTalks,
        others: NamedSessions,
        events: list[Event],
    ) -> None:
        self._view = view
        self._wording = reading.wording
        self._dating = reading.dating
        self._placing = reading.placing
        self._status = reading.status
        self._matching = matching
        self._unsaid = unsaid
        self._talks = talks
        self._others = others
        self._events = events

    def told_before(self, phrase: Phrase, current: Event | None) -> Event | None:
        """The meeting told before that a phrase without a body of its own goes on about, or the next one of it."""
        if phrase.convention or (
            phrase.level and not phrase.organization and phrase.kind in ("meeting", "talks", "summit")
        ):
            again = self._talks.again(phrase)
            if again is not None:
                return again
        if current is None or phrase.organization or (current.commission and phrase.kind == "summit"):
            return None
        announced = self._announced(phrase)
        if announced is not None:
            return announced
        if (
            phrase.convention
            and self._who_go_there(phrase, current)
            and not self._matching.comes_after(current, phrase)
        ):
            return current
        if not phrase.weak_level:
            return None
        if self._comes_next(phrase, current):
            event = begin(phrase, self._events)
            model = self._spoken_of(phrase, current) or current
            event.organization, event.level, event.label = model.organization, model.level, model.label
            event.model = model
            return event
        if phrase.label or self._above(phrase, current) or phrase.qualifiers & {"next", "previous"}:
            return None
        if (current.organization or current.group) and current.level in LOWER and current.kind != "summit":
            long_ago = not current.start and not self._dating.is_recent(phrase)
            if phrase.number or long_ago or self._matching.is_elsewhere(phrase, current):
                return None  # "the ministers of the Council met … at the 7th summit", "… at the summit on October 15"
        day = self._dating.day_of(phrase)
        if day is not None and phrase.turn and are_apart(day[0], current.start, LONGEST_SESSION):
            return None  # "No summit will be held in 2016. The fifth summit was hosted by Astana in September 2015"
        city = self._placing.city_of(phrase)
        articles = self._view.lexicon.file.words.the
        near = (
            self._placing.of_city(phrase)
            or self._wording.is_placed_after(phrase)
            or any(0 <= phrase.start - i.end <= 1 for i in phrase.sentence.of("CITY"))
            or any(
                0 <= at - (self._view.lower[at - 1] in articles) - phrase.end <= _TO_PLACE
                for at, *_ in self._placing.places(phrase.sentence)
            )
        )
        here = city is None or not near or current.city is None or city[0] == current.city
        if near and city and current.status() == "held" and not self._dating.is_recent(phrase):
            # "The CIS summit … since that in Astana in October 2022"
            return self._others.at_another_time(phrase, current)
        ahead = self._wording.is_eve(phrase) and current.level not in ("", phrase.level)
        return current if here and not ahead else None

    def _announced(self, phrase: Phrase) -> Event | None:
        """The meeting announced for a month, of which a phrase tells the day: "in December … on December 26"."""
        day = self._dating.day_of(phrase) if phrase.has_noun and not phrase.label else None
        if day is None or len(day[0]) <= MONTH:
            return None
        return next(
            (e for e in self._events if len(e.start or "") == MONTH and self._is_day_of(e, phrase, day[0])), None
        )

    def _is_day_of(self, event: Event, phrase: Phrase, day: str) -> bool:
        """Whether a day is in the month for which a meeting was announced, and nothing else says that it is another."""
        if event.pair or event.status() != "planned" or not day.startswith(str(event.start)):
            return False
        city = self._placing.city_of(phrase)
        elsewhere = city is not None and event.city is not None and city[0] != event.city
        return not elsewhere and not (phrase.level and event.level and phrase.level != event.level)

    def _comes_next(self, phrase: Phrase, current: Event) -> bool:
        """Whether a summit lies ahead, by its turn or elsewhere than the one told of: "their second will be in A"."""
        if not self._wording.is_ahead(phrase):
            return False
        if "next" in phrase.qualifiers:
            return True
        if phrase.states or phrase.label or current.status() != "held" or current.level != phrase.level:
            return False
        if self._wording.is_after(phrase) or self._of_it(phrase):
            return False
        city = self._placing.city_of(phrase)
        day = self._dating.day_of(phrase)
        return bool(city and current.city and city[0] != current.city and day and day[0] > (current.start or ""))

    def _of_it(self, phrase: Phrase) -> bool:
        """Whether something of a meeting is spoken of: "the results of the summit will be discussed"."""
        words, start = self._view.lexicon.file.words, phrase.start
        start -= self._view.lower[start - 1] in words.the | words.possessive_pronoun
        noun = next((i.mention for i in phrase.sentence.of("MEETING") if phrase.start <= i.start), None)
        cases = noun.cases if noun is not None else set()
        return cases == {"gen"} or self._view.lower[start - 1] in words.of_state

    def _who_go_there(self, phrase: Phrase, current: Event) -> bool:
        """Whether those of some states go where a session is told to be: "the heads of A and B set out for Astana"."""
        city = self._placing.city_of(phrase)
        if phrase.organization or phrase.level != current.level or not current.organization or city is None:
            return False
        return city[0] == current.city

    def _above(self, phrase: Phrase, current: Event | None) -> bool:
        """Whether a summit that a body is said to have is another meeting than that of its ministers told of."""
        if current is None or current.level not in LOWER or not current.organization:
            return False
        bodies = {body_of(i) for i in phrase.sentence.items if i.end <= phrase.start} - {""}
        return bool(bodies) and self._status.vote(phrase) == "planned"

    def _spoken_of(self, phrase: Phrase, current: Event) -> Event | None:
        """The meeting, of those told of, of the body named last before a phrase: "… of the CIS … the next summit"."""
        body = self._unsaid.body_before(phrase)
        found = [e for e in (current, *self._events) if body and e.organization == body[0]]
        return next((e for e in found if e.level == phrase.level), next(iter(found), None))

    def is_only_when(self, phrase: Phrase, current: Event | None, status: str) -> bool:
        """Whether a meeting told of as held only says when somebody goes on: "After the summit X will go to A"."""
        if current is None or status != "planned" or current.status() != "held" or phrase.number:
            return False
        if phrase.organization not in ("", current.organization) or phrase.level not in ("", current.level):
            return False
        return self._wording.is_after(phrase) and self._dating.day_of(phrase) is None

    def only_ends(self, phrase: Phrase, current: Event | None) -> bool:
        """Whether a phrase only tells when the session of the report ends, whose last day that is then."""
        if current is None or not current.start or phrase.specific or phrase.turn or phrase.qualifiers - {"regular"}:
            return False
        start, end = clause(self._view, phrase.sentence, phrase.start)
        ends = self._view.lexicon.file.meeting_frame.ends
        day = self._dating.day_of(phrase)
        if day is None or not any(w.startswith(ends) for w in self._view.lower[start:end]):
            return False
        if day[0] == current.start or not 0 < (days_between(current.start, day[0]) or 0) <= _LONGEST:
            return False
        if current.dated_by == "text" and current.end is None:
            current.end = day[0]
        return True
