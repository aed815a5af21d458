"""Meetings between people: talks, calls, visits and signings, told by their verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cisner.relations.events import TRILATERAL, Event, Involvement
from cisner.relations.frame import clause
from cisner.relations.people import Cast, persons_of
from cisner.relations.placing import Placing
from cisner.relations.sentence import FoundCue, Item, Sentence, View

_SEPARATE = ("separate", "bilateral", "отдельн", "двусторонн", "поочередн", "in turn")
_OF_PEOPLE = re.compile(r"M[ox]?(?:Q[-:,]?)?(?:[AR]|oC|C)*P(?:[,&x]{1,2}(?:[ARK]|oC|C)*P)+")
_BETWEEN = frozenset({"of", "between", "the", "with", "and", "his", "her", "с", "со", "между", "и"})
_MET = ("met", "gather", "came", "sat", "встрет", "собрал", "съехал", "совеща")
_EACH = frozenset({"each", "both", "two", "обоих", "каждого", "каждым", "обоими"})
_MOST_SIGNERS = 12
_NEAR_THEY = 4  # words between "they" and the verb
_NEAR_LIST = 3  # sentences between the credentials and the list of those who handed them over


class PersonalMeetings:
    """Finds the meetings that sentences tell of by who met whom.

    Args:
        view: The document.
        cast: Its people.
        placing: Days and places.
        events: The events so far; new ones are added.
    """

    def __init__(self, view: View, cast: Cast, placing: Placing, events: list[Event]) -> None:
        self._view = view
        self._cast = cast
        self._placing = placing
        self.events = events

    def told_in(self, sentence: Sentence) -> list[Event]:
        """The meetings between people that a sentence tells of."""
        out: list[Event] = []
        persons = persons_of(self._cast, sentence)
        if sentence.has("not_held"):
            return out
        if not persons:
            return self._they_met(sentence)
        cues = sentence.cue("call") or [*sentence.cue("meet"), *sentence.cue("receive")]
        for cue in cues:
            told = self._told(sentence, cue, persons)
            if told:
                out += told
                break
        if not out and sentence.has("credentials"):
            out += self._credentials(sentence, persons)
        if not out:
            out += self._talked(sentence, persons)
        if not out:
            out += self._named_for(sentence)
        if not out:
            out += self._signed(sentence, persons)
        if not out:
            out += self._gathered(sentence, persons)
        out += self._visits(sentence, persons)
        return out

    def _they_met(self, sentence: Sentence) -> list[Event]:
        """As in "They had met in Beijing in May": the two people of the sentence before, or of the talks told there."""
        they = self._view.lexicon.file.words["they"]
        cues = [
            c
            for c in (*sentence.cue("call"), *sentence.cue("meet"))
            if any(w in they for w in self._view.lower[max(sentence.start, c.start - _NEAR_THEY) : c.start])
        ]
        if not cues or not sentence.index:
            return []
        before = persons_of(self._cast, self._view.sentences[sentence.index - 1])
        pair = list(dict.fromkeys(p for _, _, p in before))
        if len(pair) != 2 or not self._two_sides(pair):
            return []
        return [self._between(frozenset(pair), cues[0], sentence, pair[0])]

    def _credentials(self, sentence: Sentence, persons: list[tuple[int, int, int]]) -> list[Event]:
        """As in "The president received the credentials of five ambassadors", who are listed in the lines after it."""
        hosts = [p for p in persons if self._cast.people[p[2]].office == "head_of_state"]
        if not hosts:
            return []
        group = [hosts[0][2], *(p for _, _, p in persons if self._cast.people[p].office == "ambassador")]
        listed: list[tuple[Sentence, tuple[int, int, int]]] = []
        for following in self._view.sentences[sentence.index + 1 :]:
            ambassadors = [
                p for p in persons_of(self._cast, following) if self._cast.people[p[2]].office == "ambassador"
            ]
            if not ambassadors and (listed or following.index > sentence.index + _NEAR_LIST):
                break
            listed += [(following, p) for p in ambassadors]
        pair = frozenset([*group, *(p[2] for _, p in listed)])
        if len(pair) < 2:
            return []
        cue = sentence.cue("credentials")[0]
        event = self._between(pair, cue, sentence, hosts[0][2])
        status = "expected" if event.status() != "held" else "attended"
        known = {i.person for i in event.involved}
        for place, (first, last, person) in listed:
            event.sentences.add(place.index)
            if person not in known:
                known.add(person)
                event.involved.append(Involvement(person, place, first, last, status, cue.rule))
        return [event]

    def _talked(self, sentence: Sentence, persons: list[tuple[int, int, int]]) -> list[Event]:
        """As in "С президентом X речь шла о торговле", "нашлось время и для Y": a talk that only its partner shows."""
        words = self._view.lexicon.file.words
        for cue in sentence.cue("talk"):
            start, end = clause(self._view, sentence, cue.start)
            inside = [p for p in persons if start <= p[0] < end and not self._only_said(sentence, p)]
            partners = [p for p in inside if self._before_name(sentence, p) in words["talk_partner"]]
            if not partners:
                two = self._subjects(sentence, [p for p in inside if p[1] <= cue.start])
                if len(two) == 2 == len(inside) and self._apart_or_alone(sentence) and self._two_sides(two):
                    return [self._between(frozenset(two), cue, sentence, two[0])]
                continue
            others = [
                p for p in inside if p[2] != partners[0][2] and p not in partners and self._is_subject(sentence, p)
            ]
            if others:
                subject: int | None = others[-1][2] if others[-1][1] <= cue.start else others[0][2]
            else:
                subject = self._protagonist(cue)
                for earlier in reversed(self._view.sentences[max(0, sentence.index - 3) : sentence.index]):
                    subject = subject if subject is not None else self._subject_of(earlier)
            pair = frozenset({partners[0][2], *([] if subject is None else [subject])})
            if subject is None or len(pair) < 2 or not self._two_sides(sorted(pair)):
                continue
            return [self._between(pair, cue, sentence, subject)]
        return []

    def _apart_or_alone(self, sentence: Sentence) -> bool:
        """Whether two who discuss something do so for themselves, or no session is on that they could do it at."""
        words = self._view.lower[sentence.start : sentence.end]
        return self._apart(sentence) or any(w in self._view.lexicon.file.words["they"] for w in words)

    def _before_name(self, sentence: Sentence, person: tuple[int, int, int]) -> str:
        """The word before a name, with its title."""
        left = person[0]
        for item in reversed(sentence.items):
            if item.symbol in "RKACQ" and item.end <= left and left - item.end <= 1 and item.start < left:
                left = item.start
        return self._view.lower[left - 1] if left > sentence.start else ""

    def _is_subject(self, sentence: Sentence, person: tuple[int, int, int]) -> bool:
        """Whether a person can be the subject of the sentence, by the case of the name or of the title alone."""
        for named in self._cast.by_sentence[sentence.index]:
            if named.item.start == person[0]:
                return named.mention.attributes.get("case") in ("nom", "", None)
        title = next((i for i in sentence.items if i.start == person[0] and i.symbol in "RK"), None)
        return title is None or any(case in ("nom", "any") for _, case in title.mention.attributes["readings"])

    def _subject_of(self, sentence: Sentence) -> int | None:
        """The one person whom a sentence tells of as its subject."""
        found = [p for p in persons_of(self._cast, sentence) if self._is_subject(sentence, p)]
        people = list(dict.fromkeys(p for _, _, p in found if self._cast.people[p].office != "presidential_staff"))
        return people[0] if people else None

    def _visits(self, sentence: Sentence, persons: list[tuple[int, int, int]]) -> list[Event]:
        """The visits that a sentence tells of: one, or one for each of "визиты, с которыми приедут X и Y"."""
        first = self._visit(sentence, persons)
        nouns = [i for i in sentence.of("MEETING") if i.mention.norm == "visit"]
        others = [self._journey(sentence, p, nouns[0]) for p in self._coming(nouns, persons)[1:]]
        return [e for e in (first, *others) if e is not None]

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
        if visitor is None:  # "Киев посетил X"
            cased = {n.item.start: n.mention.attributes.get("case") for n in self._cast.by_sentence[sentence.index]}
            visitor = next((p for p in inside if p[0] >= end and cased.get(p[0]) == "nom"), None)
        coming = self._coming(nouns, persons)
        if coming:
            visitor, rule = coming[0], nouns[0].mention.rule
        elif visitor is None and cues:
            subject = self._pronoun_subject(sentence, left, right)
            visitor = None if subject is None else (cues[0].start, cues[0].end, subject)
        if visitor is None or self._only_said(sentence, visitor):
            return None
        told_at = visitor[0] if coming else anchor
        own = self._cast.people[visitor[2]].represents
        place = self._destination(sentence, end, own)
        if place is None:
            return None
        day = self._placing.day_near(sentence, cues[0]) if cues else None
        pair = frozenset({visitor[2]})
        for event in self.events:
            if event.kind == "visit" and event.pair == pair and (event.country == place[1] or not event.country):
                break
        else:
            vote = self._placing.vote_at(sentence, told_at, day)
            if any(visitor[2] in e.pair and e.country == place[1] for e in self.events) and vote == "held":
                return None
            event = Event("visit", pair=pair)
            self.events.append(event)
            event.city, event.country, event.placed_by = place[0], place[1], "text"
            status = "expected" if vote != "held" else "attended"
            event.involved.append(Involvement(visitor[2], sentence, visitor[0], visitor[1], status, rule))
        event.evidence.append((anchor, end, rule))
        event.votes.append(self._placing.vote_at(sentence, told_at, day))
        event.sentences.add(sentence.index)
        if day and event.start is None:
            event.start, event.end, event.dated_by = day[0], day[1], "text"
        return event

    def _journey(self, sentence: Sentence, visitor: tuple[int, int, int], noun: Item) -> Event | None:
        """The visit of one more person of a sentence."""
        rule = noun.mention.rule
        place = self._destination(sentence, noun.end, self._cast.people[visitor[2]].represents)
        if place is None or any(e.kind == "visit" and e.pair == {visitor[2]} for e in self.events):
            return None
        vote = self._placing.vote_at(sentence, visitor[0], None)
        event = Event("visit", pair=frozenset({visitor[2]}), subject=visitor[2])
        event.city, event.country, event.placed_by = place[0], place[1], "text"
        status = "expected" if vote != "held" else "attended"
        event.involved.append(Involvement(visitor[2], sentence, visitor[0], visitor[1], status, rule))
        event.evidence.append((visitor[0], visitor[1], rule))
        event.votes.append(vote)
        event.sentences.add(sentence.index)
        self.events.append(event)
        return event

    def _coming(self, nouns: Sequence[Item], persons: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        """As in "визит, с которым приедет X": those who come."""
        for noun in nouns:
            words = self._view.lower[noun.end : noun.end + 4]
            if any(" ".join(words[1:3]) == w for w in self._view.lexicon.file.words["on_which"]):
                return [p for p in persons if p[0] >= noun.end]
        return []

    def _destination(self, sentence: Sentence, after: int, own: str) -> tuple[str | None, str] | None:
        """Where a visit leads: the first foreign city or state after the verb, else the only one of the sentence."""
        places = [(p[0], p[1], p[2]) for p in self._placing.places(sentence) if p[2] != own]
        states = [(i.start, None, i.mention.norm) for i in sentence.of("COUNTRY") if i.mention.norm != own]
        found = sorted([*places, *states], key=lambda f: (f[0] < after, f[0]))
        if not found:
            return None
        city = next((f for f in found if f[1] and f[2] == found[0][2]), found[0])
        return city[1], city[2]

    def _named_for(self, sentence: Sentence) -> list[Event]:
        """Meetings whose noun carries its people: "talks of X and Y", "переговоры X с Y", "встреча X, Y и Z"."""
        for match in _OF_PEOPLE.finditer(sentence.symbols):
            noun = sentence.at[match.start()]
            if noun.mention.norm not in ("talks", "meeting", "call", "summit"):
                continue
            items = [sentence.at[match.start() + i] for i, s in enumerate(match.group()) if s == "P"]
            if not self._linked(sentence, match.start(), match.end()):
                continue
            at = {n.item.start: n.person for n in self._cast.by_sentence[sentence.index]}
            group = list(dict.fromkeys(at[i.start] for i in items if i.start in at))
            if len(group) < 2 or not self._two_sides(group):
                continue
            kind = "call" if noun.mention.norm == "call" else "meet"
            cue = FoundCue(noun.start, noun.end, kind, noun.mention.rule)
            return [self._between(frozenset(group), cue, sentence, group[0])]
        return []

    def _linked(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether only prepositions stand between a meeting noun and the people that it carries."""
        items = [sentence.at[i] for i in range(start, end) if i in sentence.at]
        for item, following in pairwise(items):
            gap = self._view.lower[item.end : following.start]
            numerals = self._view.lexicon.file.words["several"]
            if any(w.isalpha() and w not in _BETWEEN and w not in numerals for w in gap):
                return False
        return True

    def _gathered(self, sentence: Sentence, persons: list[tuple[int, int, int]]) -> list[Event]:
        """Ministers or presidents of several states who are said to have met, without a noun for it."""
        cues = [c for c in sentence.cue("convene") if self._view.lower[c.start].startswith(_MET)]
        if not cues or self._placing.phrases(sentence):
            return []
        before = list(dict.fromkeys(p for start, end, p in persons if end <= cues[0].start))
        listed = list(dict.fromkeys(p for start, end, p in persons if start >= cues[0].end))
        if len(before) < 2 and len(listed) > 2:
            before = listed
        states = [self._cast.people[p].represents for p in before]
        if len(before) < 2 or "" in states or len(set(states)) < len(states):
            return []
        return [self._between(frozenset(before), cues[0], sentence, before[0])]

    def _signed(self, sentence: Sentence, persons: list[tuple[int, int, int]]) -> list[Event]:
        """People of two or more states who sign a document, where no session is told of on that day."""
        for cue in sentence.cue("sign"):
            start, end = clause(self._view, sentence, cue.start)
            if end < sentence.end and self._view.words[end] == ":":
                end = clause(self._view, sentence, end + 1)[1]
            inside = [p for p in persons if start <= p[0] < end]
            group = list(dict.fromkeys(p for _, _, p in inside))
            states = {self._cast.people[p].represents for p in group}
            if not 2 <= len(group) <= _MOST_SIGNERS or len(states) < 2 or "" in states:
                continue
            day = self._placing.day_near(sentence, cue)
            bodies = [e for e in self.events if not e.personal]
            if any(not day or not e.start or e.start.startswith(day[0]) or day[0].startswith(e.start) for e in bodies):
                continue
            if any(set(group) <= e.pair for e in self.events):
                continue
            talks = self._talks_of_states(states, day)
            if talks is not None:
                status = "expected" if talks.status() != "held" else "attended"
                known = {i.person for i in talks.involved}
                talks.sentences.add(sentence.index)
                for first, last, person in inside:
                    if person not in known:
                        known.add(person)
                        talks.involved.append(Involvement(person, sentence, first, last, status, cue.rule))
                return [talks]
            return [self._between(frozenset(group), cue, sentence, group[0])]
        return []

    def _talks_of_states(self, states: set[str], day: tuple[str, str | None] | None) -> Event | None:
        """The talks told before between people of the same states, with whom the signers are."""
        for event in reversed(self.events):
            if event.kind not in ("talks", "visit") or not event.pair or event.status() == "cancelled":
                continue
            if day and event.start and not day[0].startswith(event.start) and not event.start.startswith(day[0]):
                continue
            sides = {self._cast.people[p].represents for p in event.pair}
            if states <= sides | {event.country or ""}:
                return event
        return None

    def _reception(self, sentence: Sentence, cue: FoundCue, after: list[tuple[int, int, int]]) -> bool:
        """Whether somebody received the participants of a session, rather than each of them for talks."""
        words = self._view.lower[sentence.start : sentence.end]
        if any(w.startswith(_SEPARATE) for w in words):
            return False
        if after and "," in self._view.words[cue.end : after[0][0]]:
            return True
        return self._session_on() and len({p for _, _, p in after}) >= 2

    def _session_on(self) -> bool:
        """Whether the report has told of a session or summit that is on."""
        return any(not e.personal and e.status() == "held" for e in self.events)

    def _told(self, sentence: Sentence, cue: FoundCue, persons: list[tuple[int, int, int]]) -> list[Event]:
        start, end = clause(self._view, sentence, cue.start)
        if end < sentence.end and self._view.words[end] == ":" and not any(cue.end <= p[0] < end for p in persons):
            end = clause(self._view, sentence, end + 1)[1]  # "две встречи: с X и с Y"
        inside = [
            p
            for p in persons
            if start <= p[0] < end and not self._only_said(sentence, p) and not self._replaced(sentence, p)
        ]
        before = [p for p in inside if p[1] <= cue.start]
        if any(self._is_subject(sentence, p) for p in before):  # of the others only the name in the nominative tells
            before = [p for p in before if self._is_subject(sentence, p)]
        named = {n.person: n.item.start for n in self._cast.by_sentence[sentence.index]}
        before = [p for p in before if named.get(p[2], -1) <= cue.start or named[p[2]] == p[0]]
        known = {p for _, _, p in before}
        after = [p for p in inside if p[0] > cue.start and p[2] not in known]
        if cue.type == "receive" and before and not any(self._is_subject(sentence, p) for p in before):
            hosts = [p for p in inside if p[0] > cue.start and self._is_subject(sentence, p)]
            if len(hosts) == 1:  # "X (accusative) принял Y"
                before, after = hosts, before
                known = {p for _, _, p in before}
        direct = self._view.lower[cue.start - 1 : cue.start]
        pronoun = bool(direct) and direct[0] in self._view.lexicon.file.words["pronoun"]
        if (
            self._two_leaders(sentence, start, cue) is None
            and inside
            and (((not before or not after) and len({p for _, _, p in inside}) == 1) or (pronoun and not before))
        ):
            subject = self._pronoun_subject(sentence, start, end)
            if subject is None:
                subject = self._protagonist(cue)
            if subject is not None and subject != inside[0][2]:
                after = inside
                before = [(cue.start - 1, cue.start, subject)]
                inside = before + after
        if pronoun and cue.type == "receive" and len(after) == 1 and len(before) == 1:
            host, guest = after[0][2], before[0][2]  # "его принял X"
            if self._is_subject(sentence, after[0]) and self._two_sides([host, guest]):
                return [self._between(frozenset({host, guest}), cue, sentence, host)]
        if cue.type == "receive" and not after and before:
            each = self._each_of(sentence, cue, before[-1][2])
            if each:
                return [self._between(frozenset((before[-1][2], p)), cue, sentence, before[-1][2]) for p in each]
        if cue.type == "receive" and (not after or self._reception(sentence, cue, after)):
            return []
        guests = list(dict.fromkeys(p for _, _, p in after))
        if cue.type == "meet" and len(guests) > 2 and self._session_on() and not self._apart(sentence):
            return []
        if cue.type == "receive" and len(guests) > 2 and before and self._one_list(sentence, guests):
            group = [before[-1][2], *guests]
            return [self._between(frozenset(group), cue, sentence, group[0])]
        subjects = self._subjects(sentence, before)
        if len(guests) == 1 and len(subjects) > 1:
            group = [*subjects, *guests]
            return [self._between(frozenset(group), cue, sentence, group[0])]
        together = self._together(sentence, cue, guests) or sentence.has("credentials") or self._hosted(sentence, after)
        if cue.type != "call" and len({p for _, _, p in inside}) > 2 and together:
            group = list(dict.fromkeys(p for _, _, p in inside))
            return [self._between(frozenset(group), cue, sentence, group[0])]
        partner = [p for p in before if self._before_name(sentence, p) in self._view.lexicon.file.words["with"]]
        if (
            cue.type == "meet"
            and len(partner) == 1 == len(before)
            and len(guests) > 1
            and self._one_list(sentence, guests)
        ):
            group = [partner[0][2], *guests]  # "С госсекретарем X встретились министры пяти стран: …"
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

    def _each_of(self, sentence: Sentence, cue: FoundCue, host: int) -> list[int]:
        """As in "X received each of the two": the people of the talks told before, one by one."""
        if not _EACH & set(self._view.lower[cue.end : min(sentence.end, cue.end + 4)]):
            return []
        pairs = [e.pair for e in self.events if len(e.pair) > 1]
        return sorted(pairs[-1] - {host}) if pairs else []

    def _apart(self, sentence: Sentence) -> bool:
        """Whether talks are said to be with each by himself."""
        return any(w.startswith(_SEPARATE) for w in self._view.lower[sentence.start : sentence.end])

    def _one_list(self, sentence: Sentence, people: Sequence[int]) -> bool:
        """Whether people stand under one plural title: "принял лидеров пяти республик – X, Y и Z"."""
        lists = {n.in_list for n in self._cast.by_sentence[sentence.index] if n.person in people}
        return len(lists) == 1 and lists != {-1}

    def _subjects(self, sentence: Sentence, before: Sequence[tuple[int, int, int]]) -> list[int]:
        """The people joined before a verb: "X, Y and Z met with W"."""
        positions = {i.start: i.position for i in sentence.items}
        chain: list[int] = []
        last: int | None = None
        for start, _, person in reversed(before):
            position = positions.get(start)
            if position is None:
                break
            if last is not None:
                between = sentence.symbols[position + 1 : last]
                if not re.fullmatch(r"[RACo]*[&,][RACo]*" if len(chain) > 1 else r"[RACo]*&[RACo]*", between):
                    break
            chain.insert(0, person)
            last = position
        return list(dict.fromkeys(chain))

    def _together(self, sentence: Sentence, cue: FoundCue, guests: Sequence[int]) -> bool:
        """Whether talks are said to be of three sides, of two listed guests anywhere in the report."""
        start, end = clause(self._view, sentence, cue.start)
        if any(w.startswith(TRILATERAL) for w in self._view.lower[start:end]):
            return True
        return (
            len(guests) == 2
            and self._one_list(sentence, guests)
            and any(w.startswith(TRILATERAL) for w in self._view.lower)
        )

    @staticmethod
    def _hosted(sentence: Sentence, after: Sequence[tuple[int, int, int]]) -> bool:
        """As in "X met Y, hosted by Z": one meeting of three, not a reception after it."""
        received = {c.start for c in sentence.cue("receive")}
        return bool(after) and any(c.start >= after[0][1] and c.start not in received for c in sentence.cue("host"))

    def _goes_on_ahead(self, sentence: Sentence, event: Event) -> bool:
        """Whether a sentence without a past tense goes on about what lies ahead: "Вечером у него две встречи"."""
        told = [e for e in self.events if e is not event and e.sentences]
        if not told or any(e.status() != "planned" for e in told):
            return False
        return not self._placing.in_past(sentence)

    def _pronoun_subject(self, sentence: Sentence, start: int, end: int) -> int | None:
        """The person whom "he" or "she" before a verb means: the first of the sentence before."""
        pronouns = self._view.lexicon.file.words["pronoun"]
        if not any(w in pronouns for w in self._view.lower[start:end]):
            return None
        persons = persons_of(self._cast, sentence)
        told = {p for first, _, p in persons if start <= first < end}
        earlier = [p for p in persons if p[1] <= start and p[2] not in told and self._is_subject(sentence, p)]
        subjects = self._view.lexicon.file.words["subject_pronoun"]
        if earlier and not any(w in subjects for w in self._view.lower[sentence.start : start]):
            return earlier[-1][2]
        for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
            persons = persons_of(self._cast, self._view.sentences[index])
            persons = [p for p in persons if not self._only_said(self._view.sentences[index], p)] or persons
            if persons:
                return persons[0][2]
        return None

    def _two_leaders(self, sentence: Sentence, start: int, cue: FoundCue) -> frozenset[int] | None:
        """As in "The two leaders later met with X": those of the talks told before."""
        if not any(
            i.symbol == "Q" and start <= i.start < cue.start and not i.mention.attributes["country"]
            for i in sentence.items
        ):
            return None
        pairs = [e.pair for e in self.events if len(e.pair) > 1]
        return pairs[-1] if pairs else None

    def _protagonist(self, cue: FoundCue) -> int | None:
        """Whom a report goes on about: the one who met, called or went somewhere in the event told before."""
        for event in reversed(self.events):
            if event.personal and event.involved and (event.kind == "call" or cue.type != "call"):
                return event.subject if event.subject >= 0 else event.involved[0].person
        return None

    def _only_said(self, sentence: Sentence, person: tuple[int, int, int]) -> bool:
        posts = self._cast.people[person[2]].posts
        return any(p.office == "presidential_staff" for p in posts) and sentence.has("speak", "comment")

    def _replaced(self, sentence: Sentence, person: tuple[int, int, int]) -> bool:
        """Whether somebody else acts for a person: "accepted them on behalf of President X"."""
        left = next((i.start for i in sentence.items if i.symbol in "RQ" and i.end == person[0]), person[0])
        return any(0 <= left - c.end <= 1 for c in sentence.cue("substitute"))

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
            return (
                [[group[0], other] for other in group[1:]]
                if cue.type != "call" and len(group) < 4 and after
                else [group]
                if len(group) <= 3
                else []
            )
        subject = before[-1][2]
        subjects = [subject]
        objects = list(dict.fromkeys(p for _, _, p in after if p not in subjects))
        return [[subject, other] for other in objects]

    def _between(self, pair: frozenset[int], cue: FoundCue, sentence: Sentence, subject: int) -> Event:
        kind = "call" if cue.type == "call" else "talks"
        places = self._placing.places(sentence)
        day = self._placing.day_near(sentence, cue)
        for event in self.events:
            if (
                event.pair == pair
                and event.kind == kind
                and not (
                    day and event.start and not day[0].startswith(event.start) and not event.start.startswith(day[0])
                )
            ):
                break
        else:
            event = Event(kind, pair=pair, subject=subject)
            self.events.append(event)
        event.evidence.append((cue.start, cue.end, cue.rule))
        vote = self._placing.vote_at(sentence, cue.start, day)
        if vote == "held" and not day and self._goes_on_ahead(sentence, event):
            vote = "planned"
        event.votes.append(vote)
        event.sentences.add(sentence.index)
        if day and event.start is None:
            event.start, event.end = day
            event.dated_by = "text"
        if places and event.city is None and kind != "call":
            place = min(places, key=lambda p: (not p[3], abs(p[0] - cue.start)))
            event.city, event.country, event.placed_by = place[1], place[2], "text"
        known = {i.person for i in event.involved}
        status = "expected" if event.status() != "held" else "attended"
        for start, end, person in persons_of(self._cast, sentence):
            if person in pair and person not in known:
                known.add(person)
                function = "host" if cue.type == "receive" and person == subject else "participant"
                event.involved.append(Involvement(person, sentence, start, end, status, cue.rule, function))
        if subject not in known:
            function = "host" if cue.type == "receive" else "participant"
            event.involved.insert(0, Involvement(subject, sentence, cue.start, cue.end, status, cue.rule, function))
            known.add(subject)
        for person in sorted(pair - known):  # meant by a pronoun, or listed further on
            event.involved.append(Involvement(person, sentence, cue.start, cue.end, status, cue.rule))
        return event
