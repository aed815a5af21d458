"""The event that a phrase names, known or new."""

from __future__ import annotations

from collections.abc import Mapping

from cisner.knowledge.bodies import Body
from cisner.relations.bodies.attaching import attach, begin
from cisner.relations.bodies.going_on import GoingOn
from cisner.relations.bodies.matching import Matching
from cisner.relations.bodies.mentions import Mentions
from cisner.relations.bodies.named_sessions import NamedSessions
from cisner.relations.bodies.named_talks import NamedTalks
from cisner.relations.bodies.sittings import Sittings
from cisner.relations.bodies.unsaid import Unsaid
from cisner.relations.cast import Cast
from cisner.relations.events import Event
from cisner.relations.phrases import Phrase
from cisner.relations.reading import Reading
from cisner.relations.sentence import View

_TOPIC = 8  # words between a commission and its verb: "on economic cooperation"


class Bodies:
    """Finds the event that a meeting phrase names, or makes it.

    Args:
        view: The document.
        cast: Its people.
        reading: What its sentences say of meetings.
        events: The events so far; new ones are added.
        known: The bodies of the knowledge files, by acronym.
    """

    def __init__(
        self, view: View, cast: Cast, reading: Reading, events: list[Event], known: Mapping[str, Body]
    ) -> None:
        self._cast = cast
        self._wording = reading.wording
        self._dating = reading.dating
        self._placing = reading.placing
        self._status = reading.status
        self._reading = reading
        self._sittings = Sittings(view, reading)
        self._matching = Matching(view, reading)
        self._unsaid = Unsaid(view, reading)
        self._talks = NamedTalks(view, cast, reading, self._matching, events)
        self._events = events
        self._others = NamedSessions(reading, self._sittings, self._unsaid, events)
        self._going_on = GoingOn(view, reading, self._matching, self._unsaid, self._talks, self._others, events)
        self._mentions = Mentions(view, reading, self._sittings, self._talks, events, known)

    def of_phrase(self, phrase: Phrase, current: Event | None) -> Event | None:
        """The event that a phrase names, known or new, with what the phrase tells of it; None where it names none.

        Args:
            phrase: The phrase.
            current: The meeting that the report is about so far.
        """
        known = len(self._events)
        event = self._named_by(phrase, current)
        if event is not None and len(self._events) > known and self._mentions.is_only_weighed(phrase):
            self._events.remove(event)
            return None
        if event is not None and event.kind != "visit":  # what agencies call a summit has no other day or place
            attach(event, phrase, self._reading, self._matching)
        return event

    def _named_by(self, phrase: Phrase, current: Event | None) -> Event | None:
        if (self._talks.tells_of(phrase) and not self._sittings.of_council(phrase)) or self._mentions.names_none(
            phrase, current
        ):
            return None
        if self._others.is_of_another_number(phrase, current):
            return self._others.numbered(phrase, current)
        if not phrase.organization and not phrase.label and self._wording.is_topic(phrase) and current is None:
            return None  # "talked about the summit"
        if self._mentions.is_setting(phrase, current) or self._wording.is_denied(phrase):
            return None
        status = self._status.vote(phrase)
        if self._mentions.only_dates(phrase):
            return next((e for e in self._events if self._matching.fits(e, phrase, status)), None)
        phrase.margin = self._wording.is_margin(phrase)
        if phrase.margin:
            if phrase.organization and current is not None and current.organization == phrase.organization:
                return current
            others = (p for p in self._wording.phrases(phrase.sentence) if p is not phrase)
            after = ((p.specific and not p.weak_level) or p.label for p in others if p.start >= phrase.end)
            if any(after) or self._mentions.is_beside(phrase):
                return None  # "on the margins of the General Assembly the first C5+1 summit was held"
        if self._going_on.is_only_when(phrase, current, status) or self._going_on.only_ends(phrase, current):
            return None
        told = self._going_on.told_before(phrase, current)
        if told is not None:
            return told
        self._unsaid.take_group(phrase, current)
        named = phrase.specific or bool(phrase.label)
        return self._of_body(phrase, current, status) if named else self._of_any(phrase, current, status)

    def _of_body(self, phrase: Phrase, current: Event | None, status: str) -> Event | None:
        """The meeting of the body that a phrase names."""
        told = phrase.organization
        self._unsaid.inherit(phrase, current)
        if not told and self._mentions.is_only_setting(phrase):
            phrase.organization = ""
        if current is not None and self._sittings.named_only(phrase, current):
            return next((e for e in self._events if e.organization and self._matching.fits(e, phrase, status)), None)
        only_named = not phrase.has_noun and (self._sittings.is_title(phrase) or not self._sittings.meets(phrase))
        if only_named or self._sittings.is_given(phrase):
            return next((e for e in self._events if not e.pair and self._matching.fits(e, phrase, status)), None)
        event = self._specific(phrase, status)
        if event.phrases or current is None:
            return event
        if not phrase.joint and status == "planned" and event is not current:
            event.model = current
        if self._matching.heads(current, phrase):
            current.organization = phrase.organization
        if self._matching.is_past(current, phrase):
            current.qualifiers.add("previous")
        away = self._wording.is_placed_after(phrase) and self._others.is_at_another_place(phrase, current)
        if status == "held" and (away or (self._matching.headed(current) and not self._dating.is_recent(phrase))):
            event.qualifiers.add("previous")  # told before that of the headline
        return event

    def _of_any(self, phrase: Phrase, current: Event | None, status: str) -> Event | None:
        """The meeting that a phrase without a body names by its states, its turn or as the one of the report."""
        if phrase.kind == "forum":
            if self._mentions.is_institution(phrase):
                return None
            headed = next((e for e in self._events if self._matching.is_forum(e, phrase)), None)
            if headed is not None:
                headed.kind, headed.explicit = "forum", True
                return headed
            attended = current is None and self._mentions.is_attended(phrase)
            named = attended or phrase.capitalised or "next" in phrase.qualifiers
            return begin(phrase, self._events) if named else None
        if (
            phrase.kind == "council"
            and not phrase.has_noun
            and not (phrase.interstate and self._sits_in_commission(phrase, current))
        ):
            return self._others.of_same_body(phrase, current)
        if len(phrase.states) >= 2:
            return self._of_states(phrase)
        if self._is_of_commission(phrase, current):
            return self._of_commission(phrase, status)
        own = current is not None and current.commission and phrase.sentence.index in current.sentences
        if own and self._sittings.of_council(phrase):
            return current  # "the working group held its meeting"
        if "next" in phrase.qualifiers and current is not None and self._wording.is_ahead(phrase):
            if self._others.is_own_next(phrase, current):
                return current
            told = self._others.next_told(phrase, current)
            if told is not None:
                return told
            return self._others.another(phrase, current)
        if current is None and phrase.kind in ("session", "summit"):
            body = self._unsaid.body_before(phrase)
            if body is not None:
                phrase.organization, phrase.level = body
                return self._specific(phrase, status)
        if current is None and phrase.sentence.index <= 6 and self._is_meeting(phrase):
            # "they met in private, then opened the 2nd meeting of the commission": that is another one
            theirs = not (phrase.number or self._sittings.of_council(phrase)) and self._talks.are_told(phrase.sentence)
            return None if theirs else self._generic(phrase)
        if current is None or phrase.kind == "talks" or (status == "held" and self._talks.is_over(current)):
            return None
        return self._others.at_another_time(phrase, current)

    @staticmethod
    def _is_meeting(phrase: Phrase) -> bool:
        """Whether a phrase has a noun for what need have no name."""
        return phrase.kind in ("meeting", "summit", "session", "talks") or (
            phrase.kind == "council" and phrase.has_noun
        )

    def _is_of_commission(self, phrase: Phrase, current: Event | None) -> bool:
        """Whether a phrase names a session of a commission whose states go without saying."""
        if not phrase.commission or (current and current.organization and not self._beside(phrase)):
            return False
        if not (phrase.has_noun and phrase.number) and not phrase.interstate:
            return False
        if self._unsaid.body_before(phrase) is not None and not self._beside(phrase):
            return False  # "the 13th session of the assembly": of that body
        return self._placing.city_of(phrase) is not None or self._dating.day_of(phrase) is not None

    def _sits_in_commission(self, phrase: Phrase, current: Event | None) -> bool:
        """Whether a commission of several states is said to meet, where its states go without saying at a time."""
        if len(phrase.states) > 1 and self._sittings.sits(phrase, _TOPIC):
            return True
        return self._sittings.meet_together(phrase, _TOPIC) and self._is_of_commission(phrase, current)

    def _beside(self, phrase: Phrase) -> bool:
        """Whether a meeting is told of on the margins of that of a body."""
        return any(self._wording.is_margin(p) for p in self._wording.phrases(phrase.sentence) if p is not phrase)

    def _of_commission(self, phrase: Phrase, status: str) -> Event:
        """The session of a commission whose states go without saying, known or new."""
        known = [e for e in self._events if e.commission and not e.pair]
        event = next((e for e in known if self._matching.fits(e, phrase, status)), None)
        if event is None:
            event = begin(phrase, self._events)
            if status == "held" and not self._dating.is_recent(phrase):
                event.qualifiers.add("previous")
        return event

    def _of_states(self, phrase: Phrase) -> Event | None:
        """The meeting of some states, unless it is the talks of people told of."""
        theirs = (e for e in self._events if e.pair)
        if not phrase.commission and any(
            set(phrase.states) <= {self._cast.people[p].represents for p in e.pair}
            and not self._matching.is_another(phrase, e)
            for e in theirs
        ):
            return None
        same = (e for e in self._events if set(e.states) == set(phrase.states) and not e.pair)
        known = next((e for e in same if e.commission == phrase.commission), None)
        return known or begin(phrase, self._events)

    def _generic(self, phrase: Phrase) -> Event | None:
        known = next((e for e in self._events if not e.organization and not e.pair and not e.explicit), None)
        talks = [e for e in self._events if e.pair and e.kind == "talks"]
        if known is None and talks:
            if not phrase.qualifiers & {"next", "previous"}:
                self._talks.date(talks[-1], phrase)
            return None
        return known or begin(phrase, self._events)

    def _specific(self, phrase: Phrase, status: str) -> Event:
        for event in self._events:
            if event.pair or event.kind in ("call", "visit"):
                continue
            if not self._matching.fits(event, phrase, status):
                continue
            return event
        return begin(phrase, self._events)
