"""The people around a verb of talks: by name, title, pronoun or as "the guest", and how they are joined to it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from cisner.relations.cast import Cast, persons_of
from cisner.relations.events import Event
from cisner.relations.naming import split_name
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.stand_ins import StandIns

_JOINED = re.compile(r"[RACKo()]*[&,]{1,2}[RACKox()]*")
_LAST_TWO = re.compile(r"(?:oC|,R(?:oC)?)?,?&[RACKo]*(?:L,|,)?|[RACo]*&[RACo]*")
_LISTED = re.compile(r"[RACo]*[&,](?:R&C|A&A|[RACKo])*")  # the second in "X, the leaders of A and B Y and Z" too
_PART_OF_TITLE = frozenset("RACKO()")
_COUNTERPART = re.compile(r"K(?:o[CL])?,?$")  # "his opposite number from Baku, X"
_LED = re.compile(r"R(?:[oRCA]|xR)*$")  # titles before a name
_STAFF = "role.presidential_staff"  # a spokesman, of a ministry too
_NEAR = 4  # words between a preposition and the title or name that it governs
_PAIR = 2
_EARLIER = 3  # sentences that a pronoun may look back


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a sentence that may tell of talks.

    Attributes:
        start: First token.
        end: Token after the last.
        person: Number of the person.
        link: What joins it to its verb: "with", "by", "for", "of" or "".
        case: "nom" if it surely is the subject, "obl" if it surely is not, where the form shows it.
    """

    start: int
    end: int
    person: int
    link: str = ""
    case: str = ""

    @property
    def free(self) -> bool:
        """Whether it may be the subject: no preposition governs it."""
        return self.link in ("", "of")


class Sides:
    """Finds the parties of a sentence.

    Args:
        view: The document.
        cast: Its people.
        events: The events told so far.
        home: Code of the country that the report is written from, or None.
    """

    def __init__(self, view: View, cast: Cast, events: Sequence[Event], home: str | None) -> None:
        words = view.lexicon.file.words
        self._view = view
        self._cast = cast
        self._events = events
        self._talks = view.lexicon.file.talks
        self._pronouns = words.pronoun
        self._stand_ins = StandIns(view, cast, events, home)
        self._subjects = words.subject_pronoun
        self._with = words.with_
        self._where = tuple(view.lexicon.dates["context"]["relative"])
        self._and = frozenset(words.and_)
        self._articles = words.article
        self._contrast = frozenset(view.lexicon.file.setting.contrast)
        kinds = (("by", self._talks.by), ("for", self._talks.beside_with), ("of", self._talks.owner))
        self._links = {word: link for link, words in kinds for word in words}

    def of(self, sentence: Sentence) -> list[Party]:
        """The people of a sentence in order, those meant by "the guest" or "the Indian" included."""
        out: list[Party] = []
        items = {i.start: i for i in sentence.items}
        for start, end, person in persons_of(self._cast, sentence):
            item = items.get(start)
            if item is not None and self._is_owner(sentence, item, person):
                continue
            case = _case(item)
            if case == "nom" and item is not None and item.symbol == "P" and not self._as_named(item, person):
                case = "obl"  # "Алиева" for somebody named "Алиев" before
            link = self._link(sentence, item, out) if item is not None and case != "nom" else ""
            out.append(Party(start, end, person, link, case))
        taken = {t for p in out for t in range(p.start, p.end)}
        stand_ins = self._stand_ins.of(sentence, taken)
        out += [Party(start, end, person, self._linked(sentence, start)) for start, end, person in stand_ins]
        pronoun = self._joined_pronoun(sentence, out)
        return sorted([*out, *pronoun], key=lambda p: p.start)

    def links_itself(self, token: int) -> bool:
        """Whether a verb ends in the preposition that its object needs: «побывал в гостях у»."""
        return self._view.lower[token] in self._links or self._view.lower[token] in self._with

    def _is_owner(self, sentence: Sentence, item: Item, person: int) -> bool:
        """Whether somebody is only told as the one whose aide acts: "an aide of President X met"."""
        led = _LED.search(sentence.symbols, 0, item.position)
        if led is None:
            return False
        titles = [i.mention for p in range(*led.span()) if (i := sentence.at.get(p)) is not None and i.symbol == "R"]
        staff = {t.start for t in titles if t.norm == "presidential_staff"}
        if not staff:
            return False
        named = (n for n in self._cast.by_sentence[sentence.index] if n.person == person)
        return not staff <= {p.title.start for n in named for p in n.posts if p.title is not None}

    def _joined_pronoun(self, sentence: Sentence, named: Sequence[Party]) -> list[Party]:
        """Whom the pronoun of "he and X" means: somebody else."""
        at = self._stand_ins.joined_pronoun(sentence, [(p.start, p.end, p.person) for p in named]) if named else None
        if at is None:
            return []
        before = [p.person for p in named if p.end < at - 1]
        person = before[0] if before else self._before(sentence, {p.person for p in named})
        return [Party(at, at + 1, person)] if person is not None else []

    def _as_named(self, item: Item, person: int) -> bool:
        """Whether the surname in a mention is that of the person, not another form of it."""
        words, _ = split_name(item.mention.norm)
        return not words or not set(words).isdisjoint(self._cast.people[person].parts)

    def _link(self, sentence: Sentence, item: Item, earlier: Sequence[Party]) -> str:
        """What joins a name to its verb; of several joined names all are joined as the first is."""
        symbols, left = sentence.symbols, item.position
        counterpart = _COUNTERPART.search(symbols, max(0, left - 4), left)
        left = counterpart.start() if counterpart else left
        while left and (symbols[left - 1] in _PART_OF_TITLE or symbols[left - 2 : left] in ("Co", "Ro", "R,", "K,")):
            left -= 1
        first = next((sentence.at[p] for p in range(left, item.position + 1) if p in sentence.at), item)
        if earlier and (last := self._position(sentence, earlier[-1])) is not None:
            joined = _JOINED.fullmatch(symbols[last + 1 : item.position])
            gap = self._view.lower[earlier[-1].end : first.start]
            listed = joined and len(gap) <= _NEAR and self._contrast.isdisjoint(gap)
            if listed and not self._linked(sentence, first.start):
                return earlier[-1].link
        return self._linked(sentence, first.start)

    def _linked(self, sentence: Sentence, start: int) -> str:
        first = max(
            [sentence.start, start - _NEAR, *(i.end for i in sentence.items if i.symbol == "P" and i.end <= start)]
        )
        for index in range(start - 1, first - 1, -1):
            word = self._view.lower[index]
            if word in self._with:
                return "" if self._is_relation(sentence, index - 1) else "with"
            if word in self._links:
                return self._links[word]
            if not word[:1].isalpha() or word in self._talks.ends:
                break
        return ""

    def _is_relation(self, sentence: Sentence, index: int) -> bool:
        """Whether a noun before "with" makes its object no party, unless it is what one discusses with the other."""
        word = self._view.lower[index]
        if word not in self._talks.relations:
            return False
        discussed = (c for c in sentence.cue("converse") if 0 <= index - c.end <= _NEAR)
        return word not in self._talks.matters or not any(self._discusses(c.end - 1) for c in discussed)

    def _discusses(self, index: int) -> bool:
        return self._view.lower[index].startswith(self._talks.discusses)

    @staticmethod
    def _position(sentence: Sentence, party: Party) -> int | None:
        return next((i.position for i in sentence.items if i.start == party.start), None)

    # -- those whom a sentence leaves to the ones before it --

    def meant(self, sentence: Sentence, start: int, end: int) -> int | None:
        """Whom "he" between two tokens means: in the sentence before who met somebody, else who is named first."""
        if not any(w in self._pronouns for w in self._view.lower[start:end]):
            return None
        named = [p for p in self.of(sentence) if p.end <= start]
        earlier = [p for p in named if p.case != "obl" and p.free] or (named if len(named) == 1 else [])
        if earlier and not any(w in self._subjects for w in self._view.lower[sentence.start : start]):
            return earlier[-1].person
        return self._before(sentence, frozenset())

    def another(self, sentence: Sentence, end: int, person: int) -> int | None:
        """Whom "him" means beside somebody: who is told of first before a token, else in the sentences before."""
        earlier = [p.person for p in self.of(sentence) if p.end <= end and p.person != person and p.case != "obl"]
        return earlier[0] if earlier else self._before(sentence, {person})

    def _before(self, sentence: Sentence, others: Set[int]) -> int | None:
        """Who met somebody in the sentences before, else who is named there first; nobody of some others."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _EARLIER), -1):
            told = next((e for e in self._events if e.personal and e.involved and index in e.sentences), None)
            if told is not None:
                subject = self._topic_of(self._view.sentences[index], told)
                return subject if subject not in others else next((p for p in told.pair if p not in others), None)
            persons = [p for _, _, p in persons_of(self._cast, self._view.sentences[index]) if p not in others]
            persons = [p for p in persons if not self.only_said(self._view.sentences[index], p)] or persons
            if persons:
                return persons[0]
        return None

    def _topic_of(self, sentence: Sentence, event: Event) -> int:
        """Who goes on being told of after talks: their subject; T after "T was in Tashkent, where M received him"."""
        subject = event.subject if event.subject >= 0 else next(iter(event.involved)).person
        first = next((p for p in self.of(sentence) if p.free and p.case != "obl"), None)
        met = next((i for i in event.involved if i.person == subject), None)
        if first is None or first.person == subject or first.person not in event.pair or met is None:
            return subject
        return (
            first.person if any(w.startswith(self._where) for w in self._view.lower[first.end : met.start]) else subject
        )

    def told_before(self, sentence: Sentence, start: int, end: int) -> frozenset[int] | None:
        """As in "The two leaders later met with X": those of the talks told before."""
        group = any(
            i.symbol == "Q" and start <= i.start < end and not i.mention.attributes["country"] for i in sentence.items
        )
        pairs = [e.pair for e in self._events if len(e.pair) > 1]
        return pairs[-1] if group and pairs else None

    def protagonist(self, kind: str) -> int | None:
        """Whom a report goes on about: the one who met, called or went somewhere in the event told before."""
        for event in reversed(self._events):
            if event.personal and event.involved and (event.kind == "call" or kind != "call"):
                return event.subject if event.subject >= 0 else next(iter(event.involved)).person
        return None

    def across(self, sentence: Sentence, person: int) -> int | None:
        """Who had talks with somebody in the sentences before."""
        recent = (e for e in reversed(self._events) if e.sentences and max(e.sentences) >= sentence.index - _EARLIER)
        last = next((e for e in recent if e.personal and len(e.pair) == _PAIR and person in e.pair), None)
        return None if last is None else next(p for p in last.pair if p != person)

    def just_met(self, sentence: Sentence) -> int | None:
        """Who met or called somebody in the sentences before."""
        told = (e for e in reversed(self._events) if e.personal and max(e.sentences) >= sentence.index - _EARLIER)
        return next((e.subject for e in told if e.subject >= 0), None)

    def subject_before(self, sentence: Sentence) -> int | None:
        """The subject of the sentence before, or of those before that."""
        for earlier in reversed(self._view.sentences[max(0, sentence.index - _EARLIER) : sentence.index]):
            found = [p.person for p in self.of(earlier) if p.case != "obl" and p.free]
            found = [p for p in found if self._cast.people[p].office != "presidential_staff"]
            if found:
                return found[0]
        return None

    def only_said(self, sentence: Sentence, person: int) -> bool:
        """Whether somebody is an aide who speaks of what others do."""
        known = self._cast.people[person]
        staff = known.office == "presidential_staff" or any(p.title and p.title.rule == _STAFF for p in known.posts)
        return staff and sentence.has("speak", "comment")

    def each_of(self, start: int, end: int, host: int) -> list[int]:
        """As in "X received each of the two": the people of the talks told before, one by one."""
        if not self._talks.each & set(self._view.lower[start:end]):
            return []
        groups = [e.pair if e.personal else frozenset(i.person for i in e.involved) for e in self._events]
        fitting = [g for g in groups if len(g) > 1]
        return sorted(fitting[-1] - {host}) if fitting else []

    def joined_before(self, sentence: Sentence, before: Sequence[Party]) -> list[int]:
        """The people joined before a verb: "X, Y and Z met with W"."""
        chain: list[int] = []
        last: Party | None = None
        for party in reversed(before):
            if last is not None and not self._is_joined(sentence, party, last, first=len(chain) == 1):
                break
            chain.insert(0, party.person)
            last = party
        return list(dict.fromkeys(chain))

    def _is_joined(self, sentence: Sentence, one: Party, other: Party, *, first: bool) -> bool:
        """Whether "and", or before the last but one a comma, joins two people; by words where one is not named."""
        here, there = self._position(sentence, one), self._position(sentence, other)
        if here is not None and there is not None:
            if here == there:  # both are in "the Russian and Ukrainian leaders"
                return True
            between = sentence.symbols[here + 1 : there]
            return bool((_LAST_TWO if first else _LISTED).fullmatch(between))
        titles = {t for i in sentence.items if i.symbol in "RAK" for t in range(i.start, i.end)}
        gap = {self._view.lower[t] for t in range(one.end, other.start) if t not in titles}
        return not gap.isdisjoint(self._and) and gap <= self._and | self._articles


def _case(item: Item | None) -> str:
    """Whether the form of a name or of a title alone is that of a subject: "nom", "obl", or "" where it may be both."""
    if item is None:
        return ""
    if item.symbol == "P":
        case = item.mention.attributes.get("case")
        return "nom" if case == "nom" else "obl" if case else ""
    cases = item.mention.cases
    if not cases or "any" in cases:
        return ""
    return ("nom" if len(cases) == 1 else "") if "nom" in cases else "obl"
