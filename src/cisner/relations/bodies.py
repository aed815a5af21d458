"""Meetings of bodies: phrases brought together into events."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from cisner.knowledge.bodies import Body
from cisner.relations.cast import Cast, persons_of
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event, Involvement, highest
from cisner.relations.gatherings import VAGUE
from cisner.relations.phrases import LEVEL_OF, Phrase
from cisner.relations.placing import Placing
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.sittings import Sittings
from cisner.relations.talks import of_three


def _body_of(item: Item) -> str:
    """The body that an item names, by itself or in a title."""
    if item.symbol == "O":
        return "" if item.mention.attributes.get("extra") == "ambiguous" else item.mention.norm
    return str(item.mention.attributes["organization"]) if item.symbol in "RQ" else ""


_MINISTERIAL = frozenset({"ministers", "foreign_ministers", "defence_ministers"})
_LOOSE = VAGUE | {"head_of_organization"}  # of those a headline speaks of: "health chiefs of the SCO"
_TOPIC = 8  # words between a commission and its verb: "on economic cooperation"
_PAIR = 2
_LAST_HEADING = 3  # sentence
_TOGETHER = "cue.together"
_LOWER = _MINISTERIAL | {"permanent_representatives", "officials", "parliament"}
_MOST_TALKING = 3  # mentions of people in a sentence that verbs of talks bring together
_BACK = 2  # sentences from talks to "their next meeting"
_LONGEST_SESSION = 2  # days between two dates of one session


def _days_apart(day: str, other: str | None) -> int:
    """Days between two dates known to the day; a large number otherwise."""
    if not other or len(day) != 10 or len(other) != 10:
        return 9999
    return abs((dt.date.fromisoformat(day) - dt.date.fromisoformat(other)).days)


def _is_heading(sentence: Sentence) -> bool:
    """Whether a sentence stands over the text: one of the first lines, without a full stop."""
    return sentence.index <= _LAST_HEADING and not (sentence.is_full or sentence.is_line)


def _others(states: Sequence[str], known: Sequence[str]) -> bool:
    """Whether the states of two meetings are not those of one, be they told of without the host."""
    return not set(states) <= set(known) and not set(known) <= set(states)


class Bodies:
    """Finds the event that a meeting phrase names, or makes it.

    Args:
        view: The document.
        cast: Its people.
        placing: Days and places.
        events: The events so far; new ones are added.
        known: The bodies of the knowledge files, by acronym.
    """

    def __init__(
        self, view: View, cast: Cast, placing: Placing, events: list[Event], known: Mapping[str, Body]
    ) -> None:
        self._view = view
        self._cast = cast
        self._placing = placing
        self._sittings = Sittings(view, placing)
        self.events = events
        self._known = known
        self._often = view.lexicon.file.words.often
        self._such = view.lexicon.file.words.such
        self._bodies = [
            m
            for m in view.source.find("ORGAN", "ORGANIZATION")
            if m.attributes.get("extra") != "ambiguous" and (m.label == "ORGANIZATION" or m.attributes.get("extra"))
        ]

    def of_phrase(self, phrase: Phrase, current: Event | None) -> Event | None:
        """The event that a phrase names, known or new; None where it names none."""
        if self._is_of_people(phrase) or self._names_none(phrase, current):
            return None
        if self._of_another_number(phrase, current):
            return self._numbered(phrase, current)
        if not phrase.organization and not phrase.label and self._placing.is_topic(phrase) and current is None:
            return None  # "talked about the summit"
        if self._is_setting(phrase, current) or self._placing.is_denied(phrase):
            return None
        status = self._placing.vote(phrase)
        phrase.margin = self._placing.is_margin(phrase)
        if phrase.margin:
            if phrase.organization and current is not None and current.organization == phrase.organization:
                return current
            others = (p for p in self._placing.phrases(phrase.sentence) if p.start >= phrase.end)
            if any((p.specific and not p.weak_level) or p.label for p in others):
                return None  # "on the margins of the General Assembly the first C5+1 summit was held"
        told = self._told_before(phrase, current)
        if told is not None:
            return told
        self._take_group(phrase)
        return self._of_body(phrase, current, status) if phrase.specific else self._of_any(phrase, current, status)

    def _is_of_people(self, phrase: Phrase) -> bool:
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
            and phrase.sentence.has("meet", "call", "converse", "apart")
            and 1 < len(persons_of(self._cast, phrase.sentence)) <= _MOST_TALKING
        )

    def _names_none(self, phrase: Phrase, current: Event | None) -> bool:
        """Whether a phrase names no single meeting, or one that is told otherwise."""
        if self._general(phrase):
            return True
        if phrase.plural and (not phrase.specific or not phrase.own_organ) and not phrase.one_of_several:
            return True
        if phrase.rule == _TOGETHER and current is None and not (phrase.organization or phrase.states):
            if any(e.pair for e in self.events):
                return True  # those whose talks were told before
        if phrase.kind in ("call", "visit"):
            return True  # told by their verbs and people
        if phrase.convention and self._have_met(phrase):
            return True
        if phrase.reception and current is not None:
            return True  # the host attends the session
        if current is None or current.personal or phrase.organization:
            return False
        return self._placing.calling_off.first_set(phrase.sentence) and current.status() == "held"

    def _have_met(self, phrase: Phrase) -> bool:
        """Whether officials of some states are people who have met: "where the two presidents meet was a secret"."""
        if phrase.organization or len(phrase.states) < _PAIR or self._placing.day_of(phrase):
            return False
        pairs = (e.pair for e in self.events if e.pair)
        return any(set(phrase.states) == {self._cast.people[p].represents for p in pair} for pair in pairs)

    def _general(self, phrase: Phrase) -> bool:
        """Whether a sentence speaks of all meetings of a kind: "The Council meets once a year"."""
        words = " ".join(self._view.lower[phrase.sentence.start : phrase.sentence.end])
        if phrase.sentence.of("DATE") or not any(f" {often} " in f" {words} " for often in self._often):
            return False
        return not phrase.sentence.of("CITY")

    def _told_before(self, phrase: Phrase, current: Event | None) -> Event | None:
        """The meeting told before that a phrase without a body of its own goes on about, or the next one of it."""
        if phrase.convention or (
            phrase.level and not phrase.organization and phrase.kind in ("meeting", "talks", "summit")
        ):
            again = self._again(phrase)
            if again is not None:
                return again
        if current is None or phrase.organization:
            return None
        if phrase.convention and self._who_go_there(phrase, current):
            return current
        if not phrase.weak_level:
            return None
        if "next" in phrase.qualifiers and self._placing.is_ahead(phrase):
            event = self._new(phrase)
            model = self._spoken_of(phrase) or current
            event.organization, event.level, event.label = model.organization, model.level, model.label
            event.model = model
            return event
        if phrase.label or self._above(phrase, current) or phrase.qualifiers & {"next", "previous"}:
            return None
        city = self._placing.city_of(phrase)
        near = self._placing.of_city(phrase) or any(
            0 <= i.start - phrase.end <= 3 or 0 <= phrase.start - i.end <= 1 for i in phrase.sentence.of("CITY")
        )
        here = city is None or not near or current.city is None or city[0] == current.city
        return current if here else None

    def _take_group(self, phrase: Phrase) -> None:
        """Give "their session" the body of the officials before it."""
        if phrase.specific or self._view.lower[phrase.start - 1] not in self._view.lexicon.file.words.whose:
            return
        groups = [i.mention for i in phrase.sentence.items if i.symbol == "Q" and i.end <= phrase.start]
        if groups and groups[-1].attributes["organization"]:
            phrase.organization = str(groups[-1].attributes["organization"])
            phrase.level, phrase.group = LEVEL_OF.get(groups[-1].norm, ""), groups[-1]

    def _of_body(self, phrase: Phrase, current: Event | None, status: str) -> Event | None:
        """The meeting of the body that a phrase names."""
        self._inherit(phrase, current)
        if current is not None and self._sittings.named_only(phrase, current):
            return next((e for e in self.events if e.organization and self._compatible(e, phrase, status)), None)
        if not phrase.has_noun and (self._sittings.is_title(phrase) or not self._sittings.meets(phrase)):
            return next((e for e in self.events if not e.pair and self._compatible(e, phrase, status)), None)
        event = self._specific(phrase, status)
        if event.phrases or current is None:
            return event
        if not phrase.joint and status == "planned" and event is not current:
            event.model = current
        if self._headed(current) and status == "held" and not self._placing.is_recent(phrase):
            event.qualifiers.add("previous")  # told before that of the headline
        return event

    def _of_any(self, phrase: Phrase, current: Event | None, status: str) -> Event | None:
        """The meeting that a phrase without a body names by its states, its turn or as the one of the report."""
        if phrase.kind == "forum":
            headed = next((e for e in self.events if self._is_forum(e, phrase)), None)
            if headed is not None:
                headed.kind, headed.explicit = "forum", True
                return headed
            return self._new(phrase) if phrase.capitalised or "next" in phrase.qualifiers else None
        if (
            phrase.kind == "council"
            and not phrase.has_noun
            and not (len(phrase.states) >= 2 and self._sittings.sits(phrase, _TOPIC))
        ):
            return self._same_body(phrase, current)
        if len(phrase.states) >= 2:
            return self._of_states(phrase)
        if "next" in phrase.qualifiers and current is not None and self._placing.is_ahead(phrase):
            if current.sentences == {phrase.sentence.index} and not current.start:
                return current  # "the council will hold its next session on …"
            event = self._new(phrase)
            event.organization, event.level, event.model = current.organization, current.level, current
            return event
        if current is None and phrase.kind in ("session", "summit"):
            body = self._body_before(phrase)
            if body is not None:
                phrase.organization, phrase.level = body
                return self._specific(phrase, status)
        if current is None and phrase.sentence.index <= 6 and phrase.kind in ("meeting", "summit", "session", "talks"):
            return None if self._people_meet(phrase.sentence) else self._generic(phrase)
        if current is None or phrase.kind == "talks" or (status == "held" and self._of_talks(current)):
            return None
        return self._at_another_time(phrase, current)

    def _of_states(self, phrase: Phrase) -> Event | None:
        """The meeting of some states, unless it is the talks of people told of."""
        pairs = (e.pair for e in self.events if e.pair)
        if not phrase.commission and any(
            set(phrase.states) <= {self._cast.people[p].represents for p in pair} for pair in pairs
        ):
            return None
        same = (e for e in self.events if set(e.states) == set(phrase.states) and not e.pair)
        known = next((e for e in same if e.commission == phrase.commission), None)
        return known or self._new(phrase)

    def _of_talks(self, current: Event) -> bool:
        """Whether "the meeting" that is over is one of the talks told of, and not the session that lies ahead."""
        return current.status() == "planned" and any(e.personal and e.status() == "held" for e in self.events)

    def _is_setting(self, phrase: Phrase, current: Event | None) -> bool:
        """Whether a phrase is of a body like the UN, beside whose Assembly others are told to meet."""
        body = self._known.get(phrase.organization)
        if body is None or not body.setting:
            return False
        others = [p for p in self._placing.phrases(phrase.sentence) if p.start != phrase.start]
        if any(p.organization not in ("", body.id) or p.convention for p in others):
            return True
        return bool(others) and current is not None and current.organization not in ("", body.id)

    @staticmethod
    def _of_another_number(phrase: Phrase, current: Event | None) -> bool:
        """Whether a phrase tells by its number of another session of the body that a report is about."""
        if current is None or not (phrase.number and current.number) or phrase.number == current.number:
            return False
        if phrase.organization and phrase.organization != current.organization:
            return False
        return not phrase.level or phrase.weak_level or phrase.level == current.level

    def _numbered(self, phrase: Phrase, current: Event | None) -> Event | None:
        """The session with another number, if the text gives it a day or a place."""
        assert current is not None
        known = next((e for e in self.events if e.number == phrase.number and e.model is current), None)
        if known is not None:
            return known
        at = FoundCue(phrase.start, phrase.end, phrase.kind, phrase.rule)
        day = self._placing.day_of(phrase) or self._placing.day_near(phrase.sentence, at)
        city = self._placing.city_of(phrase)
        if day is None and (city is None or city[0] == current.city):
            return None
        event = self._new(phrase)
        event.organization, event.level, event.model = current.organization, current.level, current
        event.states, event.commission = list(current.states), current.commission
        event.qualifiers.add("previous" if phrase.number < current.number else "next")
        event.votes["held" if phrase.number < current.number else "planned"] += 1
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
        bodies = {_body_of(i) for i in phrase.sentence.items if i.end <= phrase.start} - {""}
        return bool(bodies) and self._placing.vote(phrase) == "planned"

    def _trilateral(self, phrase: Phrase) -> bool:
        """Whether a phrase names the meeting of three that was told of by its people, as one more mention."""
        if not of_three(self._view, phrase.start, phrase.end):
            return False
        known = next((e for e in self.events if len(e.pair) == 3), None)
        if known is not None:
            known.phrases.append(phrase)
        return known is not None

    def _at_another_time(self, phrase: Phrase, current: Event) -> Event:
        """The meeting of the report, or an earlier one like it that a sentence dates: "the first was in 2002"."""
        day = self._placing.day_of(phrase)
        ahead = self._placing.is_ahead(phrase)
        dated = self._placing.city_of(phrase) and any(
            0 <= d.start - phrase.end <= 1 for d in phrase.sentence.of("DATE")
        )  # "the session of May 3 in Minsk"
        told = ahead or dated or (phrase.sentence.has("convene") and not phrase.sentence.has("attend", "chair"))
        start = current.start or ""
        if ahead and day and not start and current.status() == "held":
            start = "0000"
        same_day = not day or len(day[0]) < 7 or not start or start.startswith(day[0]) or day[0].startswith(start)
        if not told or (same_day and not self._at_another_place(phrase, current)):
            return current
        if not same_day and day and current.end and start <= day[0] <= current.end:
            return current
        event = self._new(phrase)
        event.organization, event.level, event.model = current.organization, current.level, current
        if ahead:
            event.qualifiers.add("next")
        elif current.status() == "held":
            event.qualifiers.add("previous")
        return event

    def _at_another_place(self, phrase: Phrase, current: Event) -> bool:
        """Whether a held meeting is told of beside one to come at another place."""
        city = self._placing.city_of(phrase)
        ahead = current.status() == "planned" and not self._placing.is_ahead(phrase)
        return ahead and city is not None and current.placed_by == "text" and city[0] != current.city

    def _with_somebody(self, phrase: Phrase) -> bool:
        """Whether "with" and a person follow a noun: "a summit with his Kazakh counterpart X"."""
        noun = next(
            (i for i in phrase.sentence.items if i.symbol == "M" and phrase.start <= i.start < phrase.end), None
        )
        if noun is None or noun.end >= phrase.sentence.end:
            return False
        if self._view.lower[noun.end] not in self._view.lexicon.file.words.with_:
            return False
        return bool(re.match(r"x?(?:[ARK]|oC|C)*P", phrase.sentence.symbols[noun.position + 1 :]))

    @staticmethod
    def _carries_people(phrase: Phrase) -> bool:
        """Whether a noun is followed by its people: "встреча президента X с премьер-министром Y"."""
        noun = next(
            (i for i in phrase.sentence.items if i.symbol == "M" and phrase.start <= i.start < phrase.end), None
        )
        if noun is None:
            return False
        after = phrase.sentence.symbols[noun.position + 1 :]
        return bool(re.match(r"[ox]?(?:Q[-:,]?)?(?:[AR]|oC|C)*P(?:[,&x]{1,2}(?:[ARK]|oC|C)*P)", after))

    def _body_before(self, phrase: Phrase) -> tuple[str, str] | None:
        """The body named last before a bare "session" or "summit", with the level of its organ."""
        reach = self._view.sentences[max(0, phrase.sentence.index - 2)].start
        bodies = [m for m in self._bodies if reach <= m.start and m.end <= phrase.start]
        if not bodies:
            titles = (m for m in self._view.source.find("TITLE") if m.norm == "head_of_organization")
            held = [str(m.attributes["organization"]) for m in titles if reach <= m.start and m.end <= phrase.start]
            return (held[-1], phrase.level) if phrase.level and held and held[-1] else None
        last = bodies[-1]
        organs = [m for m in bodies[-2:] if m.label == "ORGAN" and m.norm == last.norm and last.start - m.end <= 1]
        level = str(organs[-1].attributes.get("extra", "")) if organs else ""
        return last.norm, level or phrase.level

    def _spoken_of(self, phrase: Phrase) -> Event | None:
        """The meeting, of those told of, of the body named last before a phrase: "… of the CIS … the next summit"."""
        body = self._body_before(phrase)
        return next((e for e in self.events if body and e.organization == body[0]), None)

    def _again(self, phrase: Phrase) -> Event | None:
        """The people of the talks told just before, at another time: "they agreed to meet again in June"."""
        before = self._view.lower[max(phrase.sentence.start, phrase.start - 2) : phrase.start]
        first = 0 if not self._such.isdisjoint(before) else phrase.sentence.index - _BACK  # "such a summit": any before
        near = [e for e in self.events if e.pair and e.kind == "talks" and max(e.sentences) >= first]
        if not near or phrase.organization or phrase.states:
            return None
        if phrase.kind in ("summit", "session") and any(e.organization and not e.pair for e in self.events):
            return None  # of the body, not of the two who met beside it
        last = near[-1]
        if "previous" in phrase.qualifiers or (len(last.pair) == 2 and self._has_name(phrase)):
            return None
        offices = [self._cast.people[p].office for p in last.pair if self._cast.people[p].office]
        if phrase.level != highest(offices):
            return None
        levels = {LEVEL_OF.get(self._cast.people[p].office) for p in last.pair}
        if (phrase.group is not None or phrase.weak_level) and levels != {phrase.level}:
            return None  # "the next meeting of the heads of state" is not of a president and a secretary general
        if not self._placing.is_ahead(phrase):
            return None if self._is_elsewhere(phrase, last) else last
        event = Event("talks", pair=last.pair)
        event.qualifiers.add("next")
        self.events.append(event)
        for old in last.involved:
            event.involved.add(
                Involvement(old.person, phrase.sentence, phrase.start, phrase.end, "expected", phrase.rule)
            )
        return event

    def _is_elsewhere(self, phrase: Phrase, event: Event) -> bool:
        """Whether a phrase has a day or a city that is not that of an event."""
        day, city = self._placing.day_of(phrase), self._placing.city_of(phrase)
        if city is not None and event.city is not None and city[0] != event.city:
            return True
        start = event.start or ""
        return day is not None and bool(start) and not (start.startswith(day[0]) or day[0].startswith(start))

    def _has_name(self, phrase: Phrase) -> bool:
        """Whether a summit is one of a row with a name of its own: "the sixth Caspian Summit"."""
        first = phrase.start - 1
        return phrase.kind == "summit" and first > phrase.sentence.start and self._view.words[first][:1].isupper()

    def _same_body(self, phrase: Phrase, current: Event | None) -> Event | None:
        """As in "The commission last met in Yerevan on …": the body of the report at another time."""
        day = self._placing.day_of(phrase)
        if current is None or not self._sittings.sits(phrase):
            return None
        if not day or len(day[0]) < 10 or (current.start or "").startswith(day[0]):
            return current
        if current.start is None and current.status() == self._placing.vote(phrase) == "planned":
            return current  # "The Council is to meet tomorrow": the day of the session announced before
        event = self._new(phrase)
        event.organization, event.states, event.model = current.organization, list(current.states), current
        event.level = self._level_of_group(phrase) or current.level
        event.qualifiers.add("previous")
        return event

    def _level_of_group(self, phrase: Phrase) -> str:
        """The level of "their Council": that of the officials named in plural before."""
        if self._view.lower[phrase.start - 1] not in self._view.lexicon.file.words.whose:
            return ""
        before = [
            i
            for s in self._view.sentences[max(0, phrase.sentence.index - 1) : phrase.sentence.index + 1]
            for i in s.items
        ]
        groups = [i for i in before if i.symbol == "Q" and i.end <= phrase.start]
        return LEVEL_OF.get(groups[-1].mention.norm, "") if groups else ""

    def _generic(self, phrase: Phrase) -> Event | None:
        known = next((e for e in self.events if not e.organization and not e.pair and not e.explicit), None)
        talks = [e for e in self.events if e.pair and e.kind == "talks"]
        if known is None and talks:
            self._date(talks[-1], phrase)
            return None
        return known or self._new(phrase)

    def _date(self, talks: Event, phrase: Phrase) -> None:
        """Give talks told in the sentence before the day that a word for them stands with: "The talk was on Monday"."""
        day = self._placing.day_of(phrase)
        if day and talks.start is None and max(talks.sentences) >= phrase.sentence.index - 1:
            talks.start, talks.end, talks.dated_by = day[0], day[1], "text"
            talks.sentences.add(phrase.sentence.index)

    def _people_meet(self, sentence: Sentence) -> bool:
        persons = persons_of(self._cast, sentence)
        nouns = {i.start for i in sentence.items if i.symbol == "M"}
        return any(
            c.start not in nouns
            or any(first >= c.end for first, _, _ in persons)  # not "the talks between the premiers"
            for c in sentence.cue("meet", "receive", "call", "converse", "see")
            if 0 < len(persons) <= _MOST_TALKING
        )

    def _inherit(self, phrase: Phrase, current: Event | None) -> None:
        """The body of a phrase that names only a level ("the foreign ministers"): the one that the report is about."""
        title = phrase.group
        if title is not None and current is not None and current.level in _MINISTERIAL and not phrase.own_organ:
            if title.attributes["plain"] and LEVEL_OF.get(title.norm) == "ministers" == phrase.level:
                phrase.level = current.level  # "the ministers" of a council of foreign ministers
        if phrase.organization or phrase.joint or phrase.states or phrase.label or phrase.kind in ("talks", "forum"):
            return
        sentence = phrase.sentence
        bodies = list(dict.fromkeys(
            body for i in sentence.items if i.end <= phrase.start and (body := _body_of(i))
        ))  # fmt: skip
        if len(bodies) == 1:
            phrase.organization = bodies[0]
        elif (
            current is not None
            and current.organization
            and (not phrase.weak_level or (phrase.level == current.level and self._placing.of_city(phrase)))
        ):
            phrase.organization = current.organization
        elif current is None and phrase.weak_level and not bodies:
            before = self._body_before(phrase)
            phrase.organization = before[0] if before else ""

    def _specific(self, phrase: Phrase, status: str) -> Event:
        for event in self.events:
            if event.pair or event.kind in ("call", "visit"):
                continue
            if not self._compatible(event, phrase, status):
                continue
            return event
        return self._new(phrase)

    def _compatible(self, event: Event, phrase: Phrase, status: str) -> bool:
        if phrase.organization and event.organization and phrase.organization != event.organization:
            return False
        if (phrase.kind == "forum") != (event.kind == "forum"):
            return False
        if phrase.organization and not event.organization and len(event.states) > 1:
            return False
        if phrase.organization and not event.organization and event.group is not None and not phrase.level:
            return False  # "the meeting of the foreign ministers … after the session of the General Assembly"
        if phrase.label and phrase.label != event.label and (event.label or event.organization):
            return False
        if phrase.level and event.level and phrase.level != event.level and not self._put_loosely(event):
            return False
        if not phrase.organization and event.organization and (phrase.joint or not phrase.level):
            return False
        if ("next" in phrase.qualifiers) != ("next" in event.qualifiers) and (
            event.status() != "planned" or status != "planned"
        ):
            return False
        if ("previous" in phrase.qualifiers) != ("previous" in event.qualifiers):
            return False
        if {len(phrase.states), len(event.states)}.isdisjoint({0, 1}) and _others(phrase.states, event.states):
            return False
        if self._headed(event) and event.organization == phrase.organization:
            # a headline has no day, and its place may be put in other words
            ahead = event.status() == status == "planned" and not event.start
            return ahead or self._placing.is_recent(phrase)
        day = self._placing.day_of(phrase)
        if day and _days_apart(day[0], event.start) <= _LONGEST_SESSION and phrase.organization == event.organization:
            day = None
        if day and event.start and not (day[0].startswith(event.start) or event.start.startswith(day[0])):
            if not (event.end and event.start <= day[0] <= event.end):
                return False
        city = self._placing.city_of(phrase)
        if status == "planned" and event.status() == "held" and city and not event.city and phrase.convention:
            return False  # "the leaders meet in Kyiv next spring"
        return not (city and event.city and city[0] != event.city and event.placed_by != "dateline")

    def _is_forum(self, event: Event, phrase: Phrase) -> bool:
        """Whether the headline tells of a forum as of a meeting of those who come: "Speakers meet in Ashgabat"."""
        city = self._placing.city_of(phrase)
        return self._headed(event) and not event.organization and city is not None and city[0] == event.city

    def _put_loosely(self, event: Event) -> bool:
        """Whether only a headline has told of a meeting, and not exactly whose: "Health chiefs of the SCO confer"."""
        first = event.phrases[0].sentence if event.phrases else None
        return first is not None and _is_heading(first) and event.group is not None and event.group.norm in _LOOSE

    def _headed(self, event: Event) -> bool:
        """Whether only the headline has told of a meeting."""
        return bool(event.sentences) and all(_is_heading(self._view.sentences[i]) for i in event.sentences)

    def _new(self, phrase: Phrase) -> Event:
        event = Event(phrase.kind)
        event.explicit = phrase.specific or phrase.capitalised
        self.events.append(event)
        return event

    def attach(self, event: Event, phrase: Phrase) -> None:
        """Let an event take what one of its mentions says."""
        event.organization = event.organization or phrase.organization
        if phrase.level and self._put_loosely(event):
            event.level, event.group = phrase.level, phrase.group
        event.level = event.level or phrase.level
        if phrase.own_organ or (phrase.specific and event.kind in ("council", "meeting") and phrase.kind != "council"):
            event.kind = phrase.kind
        for state in phrase.states:
            if state not in event.states and not phrase.organization:
                event.states.append(state)
        event.qualifiers |= phrase.qualifiers
        event.commission = event.commission or phrase.commission
        event.label = event.label or phrase.label
        event.number = event.number or phrase.number
        if event.group is None:
            event.group = phrase.group
        event.phrases.append(phrase)
        event.evidence.append((phrase.start, phrase.end, phrase.rule))
        vote = self._placing.vote(phrase)
        if not phrase.has_noun and vote == "held" and not self._placing.in_past(phrase.sentence):
            vote = "open"  # "delegations of the assembly arrive"
        if phrase.specific or "cancelled" not in event.votes:  # a word for any meeting does not revive one
            event.votes[vote] += 1
        event.sentences.add(phrase.sentence.index)
        day = self._placing.day_of(phrase)
        if day and (event.start is None or (len(day[0]) > len(event.start) and day[0].startswith(event.start))):
            event.start, event.end = day
            event.dated_by = "text"
        elif (
            day
            and event.dated_by == "text"
            and phrase.organization
            and 0 < _days_apart(day[0], event.start) <= _LONGEST_SESSION
        ):
            days = sorted({str(event.start), event.end or str(event.start), day[0], day[1] or day[0]})
            event.start, event.end = days[0], days[-1]
        city = self._placing.city_of(phrase)
        if city and event.city is None:
            event.city, event.country = city
            event.placed_by = "text"
        elif city is None and event.city is None and not event.country:
            event.country = self._placing.country_of(phrase) or None
            event.placed_by = "text" if event.country else event.placed_by
