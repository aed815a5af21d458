"""Meetings: phrases and verbs brought together into events, with day, place, level and status."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cisner import mentions
from cisner.dates import Anchor, Expression, resolve
from cisner.mentions import Mention
from cisner.relations.people import RANK, Cast, Named, Reference
from cisner.relations.phrases import LEVEL_OF, Phrase, find_conventions, find_phrases
from cisner.relations.sentence import FoundCue, Item, Sentence, View

_BILATERAL_KINDS = frozenset({"talks", "meeting", "call", "visit"})
_SEPARATE = ("separate", "bilateral", "отдельн", "двусторонн", "поочередн", "in turn")
_TRILATERAL = ("trilateral", "three-way", "трехсторонн")


@dataclass(slots=True)
class Involvement:
    """A person's part in an event, with the place that shows it."""

    person: int
    sentence: Sentence
    start: int
    end: int
    status: str  # attended, expected, absent
    rule: str
    function: str = "participant"
    video: bool = False


@dataclass(slots=True)
class Event:
    """A meeting in the making.

    Attributes:
        kind: Kind of the phrase that named it best.
        organization: Acronym or "".
        level: Level or "".
        formats: Formats in order of mention.
        phrases: Its mentions.
        votes: Status votes: held, planned, cancelled.
        start: ISO date or None.
        end: ISO date or None.
        city: English name or None.
        country: Country code or None.
        states: States that take part.
        involved: People that take part.
    """

    kind: str
    organization: str = ""
    level: str = ""
    formats: list[str] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    evidence: list[tuple[int, int, str]] = field(default_factory=list)
    votes: list[str] = field(default_factory=list)
    start: str | None = None
    end: str | None = None
    dated_by: str = ""
    city: str | None = None
    country: str | None = None
    placed_by: str = ""
    states: list[str] = field(default_factory=list)
    involved: list[Involvement] = field(default_factory=list)
    pair: frozenset[int] = frozenset()
    qualifiers: set[str] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)
    explicit: bool = False
    fixed_status: str = ""
    label: str = ""
    model: Event | None = None  # the meeting of the same body that this one was told after
    group: Mention | None = None
    name: str = ""

    @property
    def personal(self) -> bool:
        """Whether the event is a meeting between named people rather than of a body."""
        return bool(self.pair) or (self.kind in ("call", "visit") and not self.organization)

    def own_level(self) -> str:
        """The level that the names of the meeting give."""
        return next((p.level for p in self.phrases if p.level), "")

    def status(self) -> str:
        """held, planned or cancelled, from the votes."""
        if self.fixed_status:
            return self.fixed_status
        if "cancelled" in self.votes and "held" not in self.votes:
            return "cancelled"
        held, planned = self.votes.count("held"), self.votes.count("planned")
        return "planned" if planned > held else "held"


@dataclass(slots=True)
class Frame:
    """What the whole report gives: its date, its dateline, its places."""

    published: str | None
    anchor: Anchor
    dateline_city: str | None
    dateline_country: str | None
    capitals: dict[str, str]
    dates: dict[int, str]  # start token of a DATE mention -> EDTF


def resolve_dates(view: View, anchor: Anchor) -> dict[int, str]:
    """Resolve every date mention against the anchor and the tense of its sentence."""
    grammar_future = frozenset(view.lexicon.dates["context"]["future"])
    out: dict[int, str] = {}
    previous: str | None = None
    for sentence in view.sentences:
        for item in sentence.of("DATE"):
            attributes = item.mention.attributes
            expression = Expression(
                attributes["chars"][0], attributes["chars"][1], item.mention.rule, attributes["values"],
                attributes["relative"], attributes["year_offset"],
            )  # fmt: skip
            open_anchor = Anchor(None) if attributes["recurring"] else anchor
            value = resolve(expression, open_anchor, future=_tense(view, sentence, item, grammar_future), previous=previous)
            if value is not None:
                out[item.start] = value
                if not value.startswith("X"):
                    previous = value.partition("/")[0]
    return out


def _tense(view: View, sentence: Sentence, item: Item, future_words: frozenset[str]) -> bool | None:
    """Whether a date lies ahead: by words just around it, then by the clause."""
    near = view.lower[max(sentence.start, item.start - 2) : item.start]
    if any(w in ("since", "last", "с") for w in near[-1:]):
        return False
    if any(w in ("until", "by", "до", "next") for w in near[-1:]):
        return True
    start, end = clause(view, sentence, item.start)
    past = re.compile(view.lexicon.dates["context"]["past"])
    for word in reversed(view.lower[max(start, item.start - 7) : item.start]):
        if word in future_words:
            return True
        if word.isalpha() and past.search(word):
            return False
    if any(c.type == "future" and start <= c.start < end for c in sentence.cues):
        return True
    if any(w in future_words for w in view.lower[start:end]):
        return True
    if any(past.search(w) for w in view.lower[start:end] if w.isalpha()):
        return False
    return None


def clause(view: View, sentence: Sentence, token: int) -> tuple[int, int]:
    """The stretch between strong boundaries (semicolon, dash between words, "but") around a token."""
    start, end = sentence.start, sentence.end
    for index in range(token - 1, sentence.start - 1, -1):
        if view.lower[index] in _STRONG:
            start = index + 1
            break
    for index in range(token, sentence.end):
        if view.lower[index] in _STRONG:
            end = index
            break
    return start, end


_STRONG = frozenset({";", ":", "but", "while", "whereas", "а", "но", "однако", "тогда"})


def year_of_text(view: View) -> int | None:
    """The year that a report without a date speaks from: the latest that it tells of in the past tense."""
    years: list[int] = []
    for sentence in view.sentences:
        if sentence.has("future"):
            continue
        documents = [i.start for i in sentence.of("AGREEMENT")]
        for item in sentence.of("DATE"):
            year = item.mention.attributes["values"].get("year")
            if year and "year2" not in item.mention.attributes["values"]:
                if documents and item.start > documents[0]:
                    continue
                if view.lower[item.start - 1] in ("until", "by", "before", "до", "к"):
                    continue
                years.append(year)
    return max(years) if years else None


# -- building -----------------------------------------------------------------------------------------------------------


def _body_of(item: Item) -> str:
    """The body that an item names, by itself or in a title."""
    if item.symbol == "O":
        return "" if item.mention.attributes.get("extra") == "ambiguous" else item.mention.norm
    return str(item.mention.attributes["organization"]) if item.symbol in "RQ" else ""


class Events:
    """Collects the events of a report, sentence by sentence.

    Args:
        view: The document.
        cast: Its people.
        frame: Its date and places.
    """

    def __init__(self, view: View, cast: Cast, frame: Frame) -> None:
        self._view = view
        self._cast = cast
        self._frame = frame
        self.events: list[Event] = []
        self._bodies = [
            m
            for m in mentions.read(view.doc, "ORGAN", "ORGANIZATION")
            if m.attributes.get("extra") != "ambiguous" and (m.label == "ORGANIZATION" or m.attributes.get("extra"))
        ]
        self._found: dict[int, list[Phrase]] = {}
        self.current: list[Event | None] = []  # per sentence: the event that people there are at
        self.local: list[list[Event]] = []  # per sentence: events named or told there

    def build(self) -> list[Event]:
        """Find and merge the events."""
        current: Event | None = None
        for sentence in self._view.sentences:
            told: list[Event] = []
            for phrase in self._phrases(sentence):
                event = self._of_phrase(phrase, next((e for e in reversed(told) if not e.personal), current))
                if event is None:
                    continue
                self._attach(event, phrase)
                if event not in told:
                    told.append(event)
            personal = self._personal(sentence)
            for event in personal:
                if event not in told:
                    told.append(event)
            bodies = [e for e in told if not e.personal]
            if bodies:
                current = self._main_of(bodies, current)
            self.local.append(told)
            self.current.append(current)
            self._describe(sentence, told)
            self._announce(sentence, told, current)
        for event in self.events:
            _fix_status(event, self._frame.published)
        return self.events

    def _announce(self, sentence: Sentence, told: Sequence[Event], current: Event | None) -> None:
        """A sentence that says who will come tells that the meeting lies ahead."""
        if told or current is None or current.fixed_status or not sentence.has("future"):
            return
        if sentence.has("attend", "chair", "host") and self._persons(sentence) and not sentence.has("speak"):
            current.votes.append("planned")

    @staticmethod
    def _main_of(bodies: Sequence[Event], current: Event | None) -> Event | None:
        if current in bodies:
            return current
        for event in bodies:
            if "next" not in event.qualifiers and "previous" not in event.qualifiers:
                return event
        return current or bodies[0]

    # phrases ------------------------------------------------------------------------------------------------------

    def _of_phrase(self, phrase: Phrase, current: Event | None) -> Event | None:
        personal = phrase.kind in ("meeting", "talks") and not phrase.organization and not phrase.own_organ
        if personal and not phrase.convention and phrase.sentence.has("meet", "call") and len(self._persons(phrase.sentence)) > 1:
            return None
        if phrase.plural and (not phrase.specific or not phrase.own_organ) and not phrase.one_of_several:
            return None
        status = self._vote(phrase)
        if phrase.kind in ("call", "visit"):
            return None  # told by their verbs and people
        if phrase.convention or (phrase.level and not phrase.organization and phrase.kind in ("meeting", "talks", "summit")):
            again = self._again(phrase)
            if again is not None:
                return again
        if phrase.weak_level and not phrase.organization and not phrase.label:
            if current is not None and "next" not in phrase.qualifiers and "previous" not in phrase.qualifiers:
                city = self._city_near(phrase)
                if city is None or current.city is None or city[0] == current.city:
                    return current
        if phrase.specific:
            self._inherit(phrase, current)
            if not phrase.has_noun and not self._meets(phrase):
                return next((e for e in self.events if not e.pair and self._compatible(e, phrase, status)), None)
            return self._specific(phrase, status)
        if phrase.kind == "forum":
            if phrase.capitalised or "next" in phrase.qualifiers:
                return self._new(phrase)
            return None
        if phrase.kind == "council" and not phrase.has_noun:
            return self._same_body(phrase, current)
        if phrase.states and len(phrase.states) >= 2:
            known = next((e for e in self.events if set(e.states) == set(phrase.states) and not e.pair), None)
            return known or self._new(phrase)
        if "next" in phrase.qualifiers and current is not None and self._future(phrase):
            event = self._new(phrase)
            event.organization, event.level = current.organization, current.level
            return event
        if current is None and phrase.kind in ("session", "summit"):
            body = self._body_before(phrase)
            if body is not None:
                phrase.organization, phrase.level = body
                return self._specific(phrase, status)
        if current is None and phrase.sentence.index <= 6 and phrase.kind in ("meeting", "summit", "session", "talks"):
            return None if self._people_meet(phrase.sentence) else self._generic(phrase)
        return current if current is not None and phrase.kind != "talks" else None

    def _meets(self, phrase: Phrase) -> bool:
        """Whether the sentence says that a body meets, not only that it exists."""
        sentence = phrase.sentence
        if sentence.has("founded") or any(g.end <= phrase.start and phrase.start - g.end <= 6 for g in sentence.of("AGREEMENT")):
            return False
        if sentence.has("convene", "venue", "attend", "chair", "host", "absent", "cancelled", "sign", "document_adopted", "document_signed"):
            return True
        if any(g.end <= phrase.start and phrase.start - g.end <= 6 for g in sentence.of("AGREEMENT")):
            return False
        before = self._view.lower[phrase.start - 1] if phrase.start > sentence.start else ""
        if before in ("the", "a"):
            before = self._view.lower[phrase.start - 2] if phrase.start - 1 > sentence.start else ""
        return before in ("at", "на", "to", "for") and not sentence.has("founded")

    def _body_before(self, phrase: Phrase) -> tuple[str, str] | None:
        """The body named last before a bare "session" or "summit", with the level of its organ."""
        reach = self._view.sentences[max(0, phrase.sentence.index - 2)].start
        bodies = [m for m in self._bodies if reach <= m.start and m.end <= phrase.start]
        if not bodies:
            return None
        last = bodies[-1]
        level = str(last.attributes.get("extra", "")) if last.label == "ORGAN" else ""
        return last.norm, level or phrase.level

    def _again(self, phrase: Phrase) -> Event | None:
        """"The ministers agreed to meet again in June": the people of the talks told just before, at another time."""
        near = [e for e in self.events if e.pair and e.kind == "talks" and max(e.sentences) >= phrase.sentence.index - 2]
        if not near or phrase.organization or phrase.states:
            return None
        last = near[-1]
        if not self._future(phrase):
            return last
        event = Event("talks", pair=last.pair)
        event.qualifiers.add("next")
        self.events.append(event)
        for old in last.involved:
            event.involved.append(Involvement(old.person, phrase.sentence, phrase.start, phrase.end, "expected", phrase.rule))
        return event

    def _same_body(self, phrase: Phrase, current: Event | None) -> Event | None:
        """"The commission last met in Yerevan on …": the body of the report at another time."""
        day = self._date_near(phrase)
        meets = any(c.type == "convene" and 0 <= c.start - phrase.end <= 3 for c in phrase.sentence.cues)
        if current is None or not meets:
            return None
        if not day or len(day[0]) < 10 or (current.start or "").startswith(day[0]):
            return current
        event = self._new(phrase)
        event.organization, event.states, event.model = current.organization, list(current.states), current
        event.level = self._level_of_group(phrase) or current.level
        event.qualifiers.add("previous")
        return event

    def _level_of_group(self, phrase: Phrase) -> str:
        """The level of "their Council": that of the officials named in plural before."""
        if self._view.lower[phrase.start - 1] not in ("their", "их"):
            return ""
        before = [i for s in self._view.sentences[max(0, phrase.sentence.index - 1) : phrase.sentence.index + 1] for i in s.items]
        groups = [i for i in before if i.symbol == "Q" and i.end <= phrase.start]
        return LEVEL_OF.get(groups[-1].mention.norm, "") if groups else ""

    def _generic(self, phrase: Phrase) -> Event | None:
        known = next((e for e in self.events if not e.organization and not e.pair and not e.explicit), None)
        if known is None and any(e.pair and e.kind == "talks" for e in self.events):
            return None
        return known or self._new(phrase)

    def _people_meet(self, sentence: Sentence) -> bool:
        return sentence.has("meet", "receive", "call") and bool(self._persons(sentence))

    def _inherit(self, phrase: Phrase, current: Event | None) -> None:
        """The body of a phrase that names only a level ("the foreign ministers"): the one that the report is about."""
        if phrase.organization or phrase.joint or phrase.states or phrase.kind in ("talks", "forum"):
            return
        sentence = phrase.sentence
        bodies = list(dict.fromkeys(
            body for i in sentence.items if i.end <= phrase.start and (body := _body_of(i))
        ))  # fmt: skip
        if len(bodies) == 1:
            phrase.organization = bodies[0]
        elif current is not None and current.organization and not phrase.weak_level:
            phrase.organization = current.organization

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
        if phrase.label and phrase.label != event.label and (event.label or event.organization):
            return False
        if phrase.level and event.level and phrase.level != event.level:
            return False
        if not phrase.organization and event.organization and (phrase.joint or not phrase.level):
            return False
        if ("next" in phrase.qualifiers) != ("next" in event.qualifiers) and (event.status() != "planned" or status != "planned"):
            return False
        if ("previous" in phrase.qualifiers) != ("previous" in event.qualifiers):
            return False
        day = self._date_near(phrase)
        if day and event.start and not (day[0].startswith(event.start) or event.start.startswith(day[0])):
            if not (event.end and event.start <= day[0] <= event.end):
                return False
        city = self._city_near(phrase)
        return not (city and event.city and city[0] != event.city and event.placed_by != "dateline")

    def _new(self, phrase: Phrase) -> Event:
        event = Event(phrase.kind)
        event.explicit = phrase.specific or phrase.capitalised
        self.events.append(event)
        return event

    def _attach(self, event: Event, phrase: Phrase) -> None:
        view = self._view
        event.organization = event.organization or phrase.organization
        event.level = event.level or phrase.level
        if phrase.own_organ or (phrase.specific and event.kind in ("council", "meeting") and phrase.kind != "council"):
            event.kind = phrase.kind
        for state in phrase.states:
            if state not in event.states and not phrase.organization:
                event.states.append(state)
        event.qualifiers |= phrase.qualifiers
        event.label = event.label or phrase.label
        if event.group is None:
            event.group = phrase.group
        event.phrases.append(phrase)
        event.evidence.append((phrase.start, phrase.end, phrase.rule))
        event.votes.append(self._vote(phrase))
        event.sentences.add(phrase.sentence.index)
        if not event.name or (phrase.specific and len(event.phrases) > 1 and not event.phrases[0].specific):
            event.name = view.text(phrase.start, phrase.end)
        day = self._date_near(phrase)
        if day and (event.start is None or (len(day[0]) > len(event.start) and day[0].startswith(event.start))):
            event.start, event.end = day
            event.dated_by = "text"
        city = self._city_near(phrase)
        if city and event.city is None:
            event.city, event.country = city
            event.placed_by = "text"
        elif city is None and event.city is None and not event.country:
            event.country = self._country_near(phrase) or None
            event.placed_by = "text" if event.country else event.placed_by

    def _vote(self, phrase: Phrase) -> str:
        sentence = phrase.sentence
        start, end = clause(self._view, sentence, phrase.start)
        near = [c for c in sentence.cues if start <= c.start < end]
        if any(c.type == "cancelled" for c in near):
            return "cancelled"
        day = self._date_near(phrase)
        published = self._frame.published
        if day and published and len(day[0]) == 10:
            if day[0] > published:
                return "planned"
            if day[0] < published:
                return "held"
        if self._future(phrase):
            return "planned"
        return "held" if near or not sentence.index == 0 else "open"

    def _future(self, phrase: Phrase) -> bool:
        if "coming" in phrase.qualifiers:
            return True
        start, end = clause(self._view, phrase.sentence, phrase.start)
        return any(c.type == "future" and start <= c.start < end for c in phrase.sentence.cues)

    # days and places -------------------------------------------------------------------------------------------------

    def _date_near(self, phrase: Phrase) -> tuple[str, str | None] | None:
        """The date of the sentence that is nearest to a phrase and is not a document's or a limit."""
        sentence = phrase.sentence
        candidates = [
            i for i in sentence.of("DATE") if self._dates_event(sentence, i) and not self._dates_earlier(phrase, i)
        ]
        if not candidates:
            return self._year_near(phrase)
        others = [p for p in self._phrases(sentence) if p.start != phrase.start and (p.specific or "next" in p.qualifiers or not phrase.specific)]

        def distance(item: Item) -> tuple[bool, int]:
            value = self._frame.dates[item.start]
            gap = item.start - phrase.end if item.start >= phrase.end else phrase.start - item.end
            return (len(value.partition("/")[0]) < 10, gap)

        best = min(candidates, key=distance)
        gap = distance(best)[1]
        for other in others:
            if self._dates_earlier(other, best):
                continue
            other_gap = best.start - other.end if best.start >= other.end else other.start - best.end
            if other_gap < gap:
                candidates = [c for c in candidates if c is not best]
                return None
        value = self._frame.dates[best.start]
        start, _, end = value.partition("/")
        return start, end or None

    def _year_near(self, phrase: Phrase) -> tuple[str, str | None] | None:
        """The year of a meeting to come or long past, where nothing more precise is said of it."""
        if not phrase.qualifiers & {"next", "previous"} and not self._future(phrase):
            return None
        for item in phrase.sentence.of("DATE"):
            value = self._frame.dates.get(item.start, "")
            before = self._view.lower[item.start - 1] if item.start else ""
            relative = bool(item.mention.attributes["relative"])
            if len(value) == 4 and (relative or before in ("in", "в", "for", "на")) and abs(item.start - phrase.end) < 20:
                return value, None
        return None

    def _country_near(self, phrase: Phrase) -> str:
        """The state where a meeting takes place, if no city is named: "in Kazakhstan"."""
        for item in phrase.sentence.of("COUNTRY"):
            before = self._view.lower[item.start - 1] if item.start else ""
            if before in ("in", "в", "во") and 0 <= item.start - phrase.end <= 12:
                return item.mention.norm
        return ""

    def _dates_earlier(self, phrase: Phrase, item: Item) -> bool:
        """Whether a date before a phrase belongs to another phrase that stands before it ("A on 15 May, and B")."""
        if item.end > phrase.start:
            return False
        earlier = [p for p in self._phrases(phrase.sentence) if p.end <= item.start and p.specific]
        between = self._view.words[item.end : phrase.start]
        return bool(earlier) and any(w in (",", ";", "and", "и") for w in between)

    def _phrases(self, sentence: Sentence) -> list[Phrase]:
        if sentence.index not in self._found:
            phrases = find_phrases(self._view, sentence)
            self._found[sentence.index] = [*phrases, *find_conventions(self._view, sentence, phrases)]
        return self._found[sentence.index]

    def _dates_event(self, sentence: Sentence, item: Item) -> bool:
        value = self._frame.dates.get(item.start)
        if value is None or value.startswith("X"):
            return False
        if "/" in value and len(value.partition("/")[0]) < 10:
            return False
        before = self._view.lower[item.start - 1] if item.start else ""
        if before in ("от", "dated", "until", "by", "до", "since", "through"):
            return False
        if before in ("с", "for", "к") and len(value.partition("/")[0]) < 10:
            return False
        documents = [g for g in sentence.of("AGREEMENT") if g.end <= item.start]
        if before == "of" and documents and item.start - documents[-1].end < 25:
            return False
        if len(value) == 4:
            return False
        return True

    def _city_near(self, phrase: Phrase) -> tuple[str, str] | None:
        sentence = phrase.sentence
        found = self._places(sentence)
        if not found:
            return None
        best = min(found, key=lambda f: (not f[3], f[0] - phrase.end if f[0] >= phrase.end else (phrase.start - f[0]) * 2))
        if phrase.weak_level and not phrase.organization and not 0 <= best[0] - phrase.end <= 3:
            return None
        return (best[1], best[2]) if best[1] else None

    def _places(self, sentence: Sentence) -> list[tuple[int, str, str, bool]]:
        """Cities of a sentence that can be where something takes place: token, name, country, whether "in" stands before."""
        view, out = self._view, []
        for item in sentence.of("CITY"):
            if item.mention.attributes.get("extra") == "ambiguous" and view.lower[item.start - 1] not in ("in", "в", "at"):
                continue
            before = [w for w in view.lower[max(sentence.start, item.start - 3) : item.start]]
            inside = any(w in ("in", "в", "во", "at") for w in before)
            after = view.lower[item.end : item.end + 1]
            if not inside and after and after[0] in ("declaration", "agreement", "process", "region", "декларация"):
                continue
            if before[-1:] and before[-1] in ("from", "из", "over", "with", "between"):
                continue
            out.append((item.start, item.mention.norm, item.mention.rule.partition(".")[2], inside))
        for index in range(sentence.start, sentence.end):
            if view.lower[index].startswith(("capital", "столиц")):
                state = next((i for i in sentence.items if i.symbol in "CA" and (0 <= i.start - index <= 3 or 0 <= index - i.end <= 1)), None)
                if state is not None and state.mention.norm in self._frame.capitals:
                    out.append((index, self._frame.capitals[state.mention.norm], state.mention.norm, True))
        return out

    # meetings between people --------------------------------------------------------------------------------------

    def _persons(self, sentence: Sentence) -> list[tuple[int, int, int]]:
        """People of a sentence, by name or title alone: (start, end, person)."""
        named = [(n.item.start, n.item.end, n.person) for n in self._cast.by_sentence[sentence.index]]
        references = [(r.item.start, r.item.end, r.person) for r in self._cast.references[sentence.index]]
        return sorted(named + references)

    def _personal(self, sentence: Sentence) -> list[Event]:
        out: list[Event] = []
        persons = self._persons(sentence)
        if not persons:
            return out
        cues = sentence.cue("call") or [*sentence.cue("meet"), *sentence.cue("receive")]
        for cue in cues:
            told = self._told(sentence, cue, persons)
            if told:
                out += told
                break
        if not out:
            out += self._signed(sentence, persons)
        visit = self._visit(sentence, persons)
        if visit is not None:
            out.append(visit)
        return out

    def _visit(self, sentence: Sentence, persons: list[tuple[int, int, int]]) -> Event | None:
        """A visit: who goes, where to; talks on the spot are told by their own verbs."""
        nouns = [i for i in sentence.of("MEETING") if i.mention.norm == "visit"]
        cues = sentence.cue("visit")
        if (not cues and not nouns) or sentence.has("absent"):
            return None
        anchor = cues[0].start if cues else nouns[0].start
        end = cues[0].end if cues else nouns[0].end
        rule = cues[0].rule if cues else nouns[0].mention.rule
        left, right = clause(self._view, sentence, anchor)
        inside = [p for p in persons if left <= p[0] < right]
        before = [p for p in inside if p[1] <= anchor]
        visitor = before[-1] if before else (inside[0] if inside and nouns else None)
        if visitor is None or self._only_said(sentence, visitor):
            return None
        own = self._cast.people[visitor[2]].represents
        place = self._destination(sentence, end, own)
        if place is None:
            return None
        day = self._sentence_date(sentence, cues[0]) if cues else None
        pair = frozenset({visitor[2]})
        for event in self.events:
            if event.kind == "visit" and event.pair == pair and (event.country == place[1] or not event.country):
                break
        else:
            vote = self._vote_at(sentence, anchor, day)
            if any(visitor[2] in e.pair and e.country == place[1] for e in self.events) and vote == "held":
                return None
            event = Event("visit", pair=pair)
            self.events.append(event)
            event.city, event.country, event.placed_by = place[0], place[1], "text"
            status = "expected" if vote != "held" else "attended"
            event.involved.append(Involvement(visitor[2], sentence, visitor[0], visitor[1], status, rule))
        event.evidence.append((anchor, end, rule))
        event.votes.append(self._vote_at(sentence, anchor, day))
        event.sentences.add(sentence.index)
        if day and event.start is None:
            event.start, event.end, event.dated_by = day[0], day[1], "text"
        return event

    def _destination(self, sentence: Sentence, after: int, own: str) -> tuple[str | None, str] | None:
        """Where a visit leads: the first foreign city or state after the verb, else the only one of the sentence."""
        places = [(p[0], p[1], p[2]) for p in self._places(sentence) if p[2] != own]
        states = [(i.start, None, i.mention.norm) for i in sentence.of("COUNTRY") if i.mention.norm != own]
        found = sorted([*places, *states], key=lambda f: (f[0] < after, f[0]))
        if not found:
            return None
        city = next((f for f in found if f[1] and f[2] == found[0][2]), found[0])
        return city[1], city[2]

    def _signed(self, sentence: Sentence, persons: list[tuple[int, int, int]]) -> list[Event]:
        """People of two or more states who sign a document, where no session is told of on that day."""
        for cue in sentence.cue("sign"):
            start, end = clause(self._view, sentence, cue.start)
            inside = [p for p in persons if start <= p[0] < end]
            group = list(dict.fromkeys(p for _, _, p in inside))
            states = {self._cast.people[p].represents for p in group}
            if not 2 <= len(group) <= 5 or len(states) < 2 or "" in states:
                continue
            day = self._sentence_date(sentence, cue)
            bodies = [e for e in self.events if not e.personal]
            if any(not day or not e.start or e.start.startswith(day[0]) or day[0].startswith(e.start) for e in bodies):
                continue
            if any(set(group) <= e.pair for e in self.events):
                continue
            return [self._between(frozenset(group), cue, sentence, group[0])]
        return []

    def _reception(self, sentence: Sentence, cue: FoundCue, after: list[tuple[int, int, int]]) -> bool:
        """Whether somebody received the participants of a session, rather than each of them for talks."""
        words = self._view.lower[sentence.start : sentence.end]
        if any(w.startswith(_SEPARATE) for w in words):
            return False
        if after and "," in self._view.words[cue.end : after[0][0]]:
            return True
        bodies = any(not e.personal and e.status() == "held" for e in self.events)
        return bodies and len({p for _, _, p in after}) >= 2

    def _told(self, sentence: Sentence, cue: FoundCue, persons: list[tuple[int, int, int]]) -> list[Event]:
        start, end = clause(self._view, sentence, cue.start)
        inside = [p for p in persons if start <= p[0] < end and not self._only_said(sentence, p)]
        before = [p for p in inside if p[1] <= cue.start]
        known = {p for _, _, p in before}
        after = [p for p in inside if p[0] > cue.start and p[2] not in known]
        direct = self._view.lower[cue.start - 1 : cue.start]
        pronoun = bool(direct) and direct[0] in self._view.lexicon.file.words["pronoun"]
        if self._two_leaders(sentence, start, cue) is None and inside and ((not before or not after) and len({p for _, _, p in inside}) == 1 or (pronoun and not before)):
            subject = self._pronoun_subject(sentence, start, end)
            if subject is None:
                subject = self._protagonist(cue)
            if subject is not None and subject != inside[0][2]:
                after = inside
                before = [(cue.start - 1, cue.start, subject)]
                inside = before + after
        if cue.type == "receive" and (not after or self._reception(sentence, cue, after)):
            return []
        if cue.type != "call" and len({p for _, _, p in inside}) > 2 and self._together(sentence, cue):
            group = list(dict.fromkeys(p for _, _, p in inside))
            return [self._between(frozenset(group), cue, sentence, group[0])]
        both = self._two_leaders(sentence, start, cue) if after and not before else None
        if both is not None:
            return [self._between(both | {p for _, _, p in after}, cue, sentence, min(both))]
        if len({p for _, _, p in inside}) < 2:
            return []
        groups = self._pairs(before, after, cue, sentence)
        events = []
        for group in groups:
            if len(set(group)) < 2 or not self._two_sides(group):
                continue
            events.append(self._between(frozenset(group), cue, sentence, group[0]))
        return events

    def _together(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether talks are said to be of three sides."""
        return any(w.startswith(_TRILATERAL) for w in self._view.lower[max(sentence.start, cue.start - 4) : cue.end + 2])

    def _pronoun_subject(self, sentence: Sentence, start: int, end: int) -> int | None:
        """The person whom "he" or "she" before a verb means: the first of the sentence before."""
        pronouns = self._view.lexicon.file.words["pronoun"]
        if not any(w in pronouns for w in self._view.lower[start:end]):
            return None
        for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
            persons = self._persons(self._view.sentences[index])
            if persons:
                return persons[0][2]
        return None

    def _two_leaders(self, sentence: Sentence, start: int, cue: FoundCue) -> frozenset[int] | None:
        """"The two leaders later met with X": those of the talks told before."""
        if not any(i.symbol == "Q" and start <= i.start < cue.start and not i.mention.attributes["country"] for i in sentence.items):
            return None
        pairs = [e.pair for e in self.events if len(e.pair) > 1]
        return pairs[-1] if pairs else None

    def _protagonist(self, cue: FoundCue) -> int | None:
        """Whom a report goes on about: the one who met, called or went somewhere in the event told before."""
        for event in reversed(self.events):
            if event.personal and event.involved and (event.kind == "call" or cue.type != "call"):
                return event.involved[0].person
        return None

    def _only_said(self, sentence: Sentence, person: tuple[int, int, int]) -> bool:
        posts = self._cast.people[person[2]].posts
        return any(p.office == "presidential_staff" for p in posts) and sentence.has("speak", "comment")

    def _two_sides(self, group: Sequence[int]) -> bool:
        states = {self._cast.people[p].represents for p in group}
        return len(states) > 1 or "" in states

    def _pairs(
        self, before: list[tuple[int, int, int]], after: list[tuple[int, int, int]], cue: FoundCue, sentence: Sentence
    ) -> list[list[int]]:
        if not before or not after:
            group = list(dict.fromkeys(p for _, _, p in before or after))
            if len(group) == 2:
                return [group]
            # "В отдельных встречах с A, B он …": the first is the one who meets the others
            return [[group[0], other] for other in group[1:]] if cue.type != "call" and len(group) < 4 and after else [group] if len(group) <= 3 else []
        subject = before[-1][2]
        subjects = [subject]
        objects = list(dict.fromkeys(p for _, _, p in after if p not in subjects))
        return [[subject, other] for other in objects]

    def _between(self, pair: frozenset[int], cue: FoundCue, sentence: Sentence, subject: int) -> Event:
        kind = "call" if cue.type == "call" else "talks"
        places = self._places(sentence)
        day = self._sentence_date(sentence, cue)
        for event in self.events:
            if event.pair == pair and event.kind == kind:
                if not (day and event.start and not day[0].startswith(event.start) and not event.start.startswith(day[0])):
                    break
        else:
            event = Event(kind, pair=pair)
            self.events.append(event)
        event.evidence.append((cue.start, cue.end, cue.rule))
        event.votes.append(self._vote_at(sentence, cue.start, day))
        event.sentences.add(sentence.index)
        if day and event.start is None:
            event.start, event.end = day
            event.dated_by = "text"
        if places and event.city is None and kind != "call":
            place = min(places, key=lambda p: (not p[3], abs(p[0] - cue.start)))
            event.city, event.country, event.placed_by = place[1], place[2], "text"
        known = {i.person for i in event.involved}
        status = "expected" if event.status() != "held" else "attended"
        for start, end, person in self._persons(sentence):
            if person in pair and person not in known:
                known.add(person)
                function = "host" if cue.type == "receive" and person == subject else "participant"
                event.involved.append(Involvement(person, sentence, start, end, status, cue.rule, function))
        if subject not in known:
            function = "host" if cue.type == "receive" else "participant"
            event.involved.insert(0, Involvement(subject, sentence, cue.start, cue.end, status, cue.rule, function))
        return event

    def _sentence_date(self, sentence: Sentence, cue: FoundCue) -> tuple[str, str | None] | None:
        candidates = [i for i in sentence.of("DATE") if self._dates_event(sentence, i)]
        if not candidates:
            return None
        best = min(candidates, key=lambda i: (len(self._frame.dates[i.start].partition("/")[0]) < 10, abs(i.start - cue.start)))
        start, _, end = self._frame.dates[best.start].partition("/")
        return start, end or None

    def _vote_at(self, sentence: Sentence, token: int, day: tuple[str, str | None] | None) -> str:
        start, end = clause(self._view, sentence, token)
        near = [c for c in sentence.cues if start <= c.start < end]
        if any(c.type == "cancelled" for c in near):
            return "cancelled"
        if day and self._frame.published and len(day[0]) == 10 and day[0] != self._frame.published:
            return "planned" if day[0] > self._frame.published else "held"
        return "planned" if any(c.type == "future" for c in near) else "held"

    # formats ----------------------------------------------------------------------------------------------------------

    def _describe(self, sentence: Sentence, told: Sequence[Event]) -> None:
        target = next(iter(told), None) or self.current[-1]
        if target is None:
            return
        for cue in sentence.formats:
            if cue.type not in target.formats and cue.type != "telephone":
                if cue.type == "videoconference" and not told:
                    continue
                target.formats.append(cue.type)


def _fix_status(event: Event, published: str | None) -> None:
    """The day decides whether a meeting is over, where the text gives one."""
    day = event.start or ""
    if published and len(day) == 10 and day != published and event.status() != "cancelled":
        event.fixed_status = "planned" if day > published else "held"


# -- completing ---------------------------------------------------------------------------------------------------------


def complete(events: Sequence[Event], cast: Cast, frame: Frame) -> None:
    """Fill what follows for an event from its people and from the report: level, format, day, place, status of people."""
    main = next((e for e in events if not e.personal and "next" not in e.qualifiers and "previous" not in e.qualifiers), None)
    for event in events:
        people = [cast.people[i.person] for i in event.involved if i.status != "absent"]
        if event.kind == "call" and "telephone" not in event.formats:
            event.formats.append("telephone")
        if event.kind == "visit" and "visit" not in event.formats:
            event.formats.append("visit")
        if not event.level and event.model is not None:
            event.level = event.model.level
        if event.personal or not event.level:
            offices = [p.office for p in people if p.office]
            if offices and (event.personal or not event.organization):
                event.level = highest(offices)
                if event.personal and len(people) > 1 and all(
                    p.known_office == "foreign_minister" or any(q.office == "foreign_minister" for q in p.posts) for p in people
                ):
                    event.level = "foreign_ministers"
                if event.level == "permanent_representatives":
                    event.level = "officials"
            elif offices:
                event.level = LEVEL_OF.get(Counter(offices).most_common(1)[0][0], "mixed")
        sides = {p.represents for p in people if p.represents}
        if event.kind != "call" and "bilateral" not in event.formats and not event.organization:
            if (event.pair and len(event.pair) == 2) or (len(event.states) == 2 and event.kind != "forum") or (not event.explicit and len(sides) == 2):
                event.formats.append("bilateral")
        if event.start is None and event.status() == "held" and "previous" not in event.qualifiers:
            if event is main or (event.personal and event.votes.count("held")):
                reference = main.start if main is not None and event is not main and main.status() == "held" and main.start else frame.published
                event.start = reference
                event.dated_by = "published"
        place_free = "videoconference" in event.formats or event.kind == "call"
        if place_free:
            if event.kind == "call" or event.placed_by == "":
                event.city = event.country = None
            continue
        if event.city is None and event.placed_by == "":
            travelled = next((e for e in events if e.kind == "visit" and e.city and e.status() == "held"), None)
            if event is main and event.status() == "held" and travelled is not None and not frame.dateline_city:
                event.city, event.country, event.placed_by = travelled.city, travelled.country, "visit"
            elif event is main and event.status() == "held":
                event.city, event.country, event.placed_by = frame.dateline_city, frame.dateline_country, "dateline"
            elif event.personal and event.status() == "held":
                if main is not None and main.city and main.status() == "held":
                    event.city, event.country, event.placed_by = main.city, main.country, "main"
                else:
                    event.city, event.country, event.placed_by = frame.dateline_city, frame.dateline_country, "dateline"


def without_idle_visits(events: Sequence[Event], cast: Cast) -> list[Event]:
    """The events without visits whose purpose is a meeting of its own at the same place and time."""

    def idle(visit: Event) -> bool:
        return any(
            e is not visit
            and e.kind != "call"
            and visit.pair <= {i.person for i in e.involved if i.status != "absent"}
            and (not visit.city or not e.city or visit.city == e.city)
            and (not visit.country or not e.country or visit.country == e.country)
            and (e.city or e.country)
            and (not visit.start or not e.start or visit.start.startswith(e.start) or e.start.startswith(visit.start))
            for e in events
        )

    kept = []
    for event in events:
        if event.kind == "visit" and event.pair:
            talks = _talks_of(event, events, cast)
            if talks is not None:
                _join(talks, event)
                continue
            if idle(event):
                continue
        kept.append(event)
    return kept


def _talks_of(visit: Event, events: Sequence[Event], cast: Cast) -> Event | None:
    """The talks of a visit: with somebody of the state that is visited, at no other place or time."""
    for event in events:
        if event.kind != "talks" or not visit.pair < event.pair or event.status() != visit.status():
            continue
        others = {cast.people[p].represents for p in event.pair - visit.pair}
        if visit.country not in others:
            continue
        if event.placed_by == "text" and event.country and event.country != visit.country:
            continue
        if event.dated_by == "text" and visit.start and event.start and not event.start.startswith(visit.start):
            continue
        return event
    return None


def _join(talks: Event, visit: Event) -> None:
    if "visit" not in talks.formats:
        talks.formats.append("visit")
    if talks.placed_by != "text":
        talks.city, talks.country, talks.placed_by = visit.city, visit.country, visit.placed_by
    if talks.dated_by != "text" and visit.start:
        talks.start, talks.end, talks.dated_by = visit.start, visit.end, visit.dated_by
    talks.evidence += visit.evidence


def highest(offices: Iterable[str]) -> str:
    """The level of the highest of some offices."""
    ranked = sorted(offices, key=lambda o: RANK.get(o, 99))
    return LEVEL_OF.get(ranked[0], "mixed") if ranked else "mixed"


def people_at(sentence: Sentence, cast: Cast) -> list[Named | Reference]:
    """People of a sentence by name, and those meant by a title alone."""
    return [*cast.by_sentence[sentence.index], *cast.references[sentence.index]]
