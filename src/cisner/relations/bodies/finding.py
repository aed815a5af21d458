"""The event that a phrase names, known or new."""

from __future__ import annotations

from collections.abc import Mapping

from cisner.knowledge.bodies import Body
from cisner.relations.bodies.attaching import attach
from cisner.relations.bodies.matching import LONGEST_SESSION, Matching
from cisner.relations.bodies.mentions import Mentions
from cisner.relations.bodies.named_talks import NamedTalks
from cisner.relations.bodies.sittings import Sittings
from cisner.relations.bodies.unsaid import MINISTERIAL, Unsaid, body_of
from cisner.relations.cast import Cast
from cisner.relations.cues import FoundCue
from cisner.relations.days import are_apart, days_apart, days_between
from cisner.relations.events import Event
from cisner.relations.frame import clause
from cisner.relations.phrases import Phrase
from cisner.relations.reading import Reading
from cisner.relations.sentence import View

_TOPIC = 8  # words between a commission and its verb: "on economic cooperation"
_TO_PLACE = 3  # words between a meeting and its place: "took place in"
_LOWER = MINISTERIAL | {"permanent_representatives", "officials", "parliament"}


_LONGEST = 14  # days of a session
_YEAR = 4  # characters of a year
_MONTH = len("2022-05")


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
        self._view = view
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
        if self._of_another_number(phrase, current):
            return self._numbered(phrase, current)
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
        if self._goes_on_after(phrase, current, status) or self._ends(phrase, current):
            return None
        told = self._told_before(phrase, current)
        if told is not None:
            return told
        self._unsaid.take_group(phrase, current)
        named = phrase.specific or bool(phrase.label)
        return self._of_body(phrase, current, status) if named else self._of_any(phrase, current, status)

    def _goes_on_after(self, phrase: Phrase, current: Event | None, status: str) -> bool:
        """Whether a meeting told of as held only says when somebody goes on: "After the summit X will go to A"."""
        if current is None or status != "planned" or current.status() != "held" or phrase.number:
            return False
        if phrase.organization not in ("", current.organization) or phrase.level not in ("", current.level):
            return False
        return self._wording.is_after(phrase) and self._dating.day_of(phrase) is None

    def _ends(self, phrase: Phrase, current: Event | None) -> bool:
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

    def _told_before(self, phrase: Phrase, current: Event | None) -> Event | None:
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
            event = self._new(phrase)
            model = self._spoken_of(phrase, current) or current
            event.organization, event.level, event.label = model.organization, model.level, model.label
            event.model = model
            return event
        if phrase.label or self._above(phrase, current) or phrase.qualifiers & {"next", "previous"}:
            return None
        if (current.organization or current.group) and current.level in _LOWER and current.kind != "summit":
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
            return self._at_another_time(phrase, current)  # "The CIS summit … since that in Astana in October 2022"
        ahead = self._wording.is_eve(phrase) and current.level not in ("", phrase.level)
        return current if here and not ahead else None

    def _announced(self, phrase: Phrase) -> Event | None:
        """The meeting announced for a month, of which a phrase tells the day: "in December … on December 26"."""
        day = self._dating.day_of(phrase) if phrase.has_noun and not phrase.label else None
        if day is None or len(day[0]) <= _MONTH:
            return None
        return next(
            (e for e in self._events if len(e.start or "") == _MONTH and self._is_day_of(e, phrase, day[0])), None
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
        earlier = status == "held" and self._wording.is_placed_after(phrase) and self._at_another_place(phrase, current)
        if earlier or (self._matching.headed(current) and status == "held" and not self._dating.is_recent(phrase)):
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
            return self._new(phrase) if attended or phrase.capitalised or "next" in phrase.qualifiers else None
        if (
            phrase.kind == "council"
            and not phrase.has_noun
            and not (phrase.interstate and self._sits_in_commission(phrase, current))
        ):
            return self._same_body(phrase, current)
        if len(phrase.states) >= 2:
            return self._of_states(phrase)
        if self._is_of_commission(phrase, current):
            return self._of_commission(phrase, status)
        own = current is not None and current.commission and phrase.sentence.index in current.sentences
        if own and self._sittings.of_council(phrase):
            return current  # "the working group held its meeting"
        if "next" in phrase.qualifiers and current is not None and self._wording.is_ahead(phrase):
            if self._is_own_next(phrase, current):
                return current
            told = self._next_told(phrase, current)
            if told is not None:
                return told
            return self._another(phrase, current)
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
        return self._at_another_time(phrase, current)

    @staticmethod
    def _is_meeting(phrase: Phrase) -> bool:
        """Whether a phrase has a noun for what need have no name."""
        return phrase.kind in ("meeting", "summit", "session", "talks") or (
            phrase.kind == "council" and phrase.has_noun
        )

    def _is_own_next(self, phrase: Phrase, current: Event) -> bool:
        """Whether the next session is that which a sentence announces: "the council will hold its next session on"."""
        if phrase.sentence.index not in current.sentences:
            return False
        if not current.start:
            return len(current.sentences) == 1
        day = self._dating.day_of(phrase)  # announced in the headline, too
        return current.status() == "planned" and day is not None and day[0].startswith(current.start)

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
            event = self._new(phrase)
            if status == "held" and not self._dating.is_recent(phrase):
                event.qualifiers.add("previous")
        return event

    def _next_told(self, phrase: Phrase, current: Event) -> Event | None:
        """The next session that was told of before without its name: "they agreed to meet again in Astana"."""
        at = FoundCue(phrase.start, phrase.end, phrase.kind, phrase.rule)
        day = self._dating.day_of(phrase) or self._dating.day_near(phrase.sentence, at)
        city = self._placing.city_of(phrase)
        for event in self._events:
            if event.model is not current or "next" not in event.qualifiers or event.phrases:
                continue
            if city is not None and event.city not in (None, city[0]):
                continue
            if not day or not event.start or day[0].startswith(event.start) or event.start.startswith(day[0]):
                return event
        return None

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
        return known or self._new(phrase)

    @staticmethod
    def _of_another_number(phrase: Phrase, current: Event | None) -> bool:
        """Whether a phrase tells by its number of another session of the body that a report is about."""
        if current is None or not (phrase.turn and current.turn) or phrase.turn == current.turn:
            return False
        if phrase.organization and phrase.organization != current.organization:
            return False
        if phrase.kind == "summit" and current.level in _LOWER:
            return False  # "the fourth meeting of ministers … the eighth summit"
        return not phrase.level or phrase.weak_level or phrase.level == current.level

    def _numbered(self, phrase: Phrase, current: Event | None) -> Event | None:
        """The session with another number, if the text gives it a day or a place."""
        assert current is not None
        known = next((e for e in self._events if e.turn == phrase.turn and e.model is current), None)
        if known is not None:
            return known
        at = FoundCue(phrase.start, phrase.end, phrase.kind, phrase.rule)
        day = self._dating.day_of(phrase) or self._dating.day_near(phrase.sentence, at)
        city = self._placing.city_of(phrase)
        if day is None and (city is None or city[0] == current.city):
            return None
        if not phrase.number and day and days_apart(day[0], current.start) <= LONGEST_SESSION:
            return current  # "the 23rd session … its first meeting"
        event = self._another(phrase, current)
        event.states, event.commission = list(current.states), current.commission
        event.qualifiers.add("previous" if phrase.turn < current.turn else "next")
        event.vote("held" if phrase.turn < current.turn else "planned")
        if day is not None:
            (event.start, event.end), event.dated_by = day, "text"
        return event

    def _who_go_there(self, phrase: Phrase, current: Event) -> bool:
        """Whether those of some states go where a session is told to be: "the heads of A and B set out for Astana"."""
        city = self._placing.city_of(phrase)
        if phrase.organization or phrase.level != current.level or not current.organization or city is None:
            return False
        return city[0] == current.city

    def _above(self, phrase: Phrase, current: Event | None) -> bool:
        """Whether a summit that a body is said to have is another meeting than that of its ministers told of."""
        if current is None or current.level not in _LOWER or not current.organization:
            return False
        bodies = {body_of(i) for i in phrase.sentence.items if i.end <= phrase.start} - {""}
        return bool(bodies) and self._status.vote(phrase) == "planned"

    def _at_another_time(self, phrase: Phrase, current: Event) -> Event:
        """The meeting of the report, or an earlier one like it that a sentence dates: "the first was in 2002"."""
        day = self._dating.day_of(phrase)
        ahead = self._wording.is_ahead(phrase)
        dated = self._placing.city_of(phrase) and any(
            0 <= d.start - phrase.end <= 1 for d in phrase.sentence.of("DATE")
        )  # "the session of May 3 in Minsk"
        turned = bool(phrase.turn) or "previous" in phrase.qualifiers
        other_year = turned and day is not None and day[0][:_YEAR] < (current.start or "")[:_YEAR]
        exact = other_year or (day is not None and len(day[0]) >= _MONTH)
        dated = dated or other_year or (exact and "previous" in phrase.qualifiers)
        city = self._placing.city_of(phrase)
        away = bool(day and city and current.city and city[0] != current.city)
        told = (
            ahead or dated or (phrase.sentence.has("convene") and (away or not phrase.sentence.has("attend", "chair")))
        )
        start = current.start or ""
        if ahead and day and not start and current.status() == "held":
            start = "0000"
        if city and not start and not self._dating.is_recent(phrase):
            start, told = "9999", True
        vague = not day or (len(day[0]) < _MONTH and not other_year)
        same_day = vague or not day or not start or start.startswith(day[0]) or day[0].startswith(start)
        if not told or (same_day and not self._at_another_place(phrase, current)):
            return current
        if not same_day and day and current.end and start <= day[0] <= current.end:
            return current
        event = self._another(phrase, current)
        if ahead:
            event.qualifiers.add("next")
        elif current.status() == "held":
            event.qualifiers.add("previous")
        return event

    def _at_another_place(self, phrase: Phrase, current: Event) -> bool:
        """Whether a held meeting is told of beside one to come at another place."""
        city = self._placing.city_of(phrase)
        ahead = current.status() == "planned" and not self._wording.is_ahead(phrase)
        return ahead and city is not None and current.placed_by == "text" and city[0] != current.city

    def _spoken_of(self, phrase: Phrase, current: Event) -> Event | None:
        """The meeting, of those told of, of the body named last before a phrase: "… of the CIS … the next summit"."""
        body = self._unsaid.body_before(phrase)
        found = [e for e in (current, *self._events) if body and e.organization == body[0]]
        return next((e for e in found if e.level == phrase.level), next(iter(found), None))

    def _same_body(self, phrase: Phrase, current: Event | None) -> Event | None:
        """As in "The commission last met in Yerevan on …": the body of the report at another time."""
        day = self._dating.day_of(phrase)
        if current is None or not self._sittings.sits(phrase):
            return None
        if not day or len(day[0]) < 10 or (current.start or "").startswith(day[0]):
            return current
        if current.start is None and current.status() == self._status.vote(phrase) == "planned":
            return current  # "The Council is to meet tomorrow": the day of the session announced before
        event = self._new(phrase)
        event.organization, event.states, event.model = current.organization, list(current.states), current
        of_another = phrase.interstate and not current.commission
        event.level = self._unsaid.level_of_group(phrase) or ("ministers" if of_another else current.level)
        event.qualifiers.add("previous")
        return event

    def _generic(self, phrase: Phrase) -> Event | None:
        known = next((e for e in self._events if not e.organization and not e.pair and not e.explicit), None)
        talks = [e for e in self._events if e.pair and e.kind == "talks"]
        if known is None and talks:
            if not phrase.qualifiers & {"next", "previous"}:
                self._talks.date(talks[-1], phrase)
            return None
        return known or self._new(phrase)

    def _specific(self, phrase: Phrase, status: str) -> Event:
        for event in self._events:
            if event.pair or event.kind in ("call", "visit"):
                continue
            if not self._matching.fits(event, phrase, status):
                continue
            return event
        return self._new(phrase)

    def _another(self, phrase: Phrase, model: Event) -> Event:
        """A further meeting of the body of another one."""
        event = self._new(phrase)
        event.organization, event.level, event.model = model.organization, model.level, model
        return event

    def _new(self, phrase: Phrase) -> Event:
        event = Event(phrase.kind)
        event.explicit = phrase.specific or phrase.capitalised
        self._events.append(event)
        return event
