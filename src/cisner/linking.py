"""From a person of a report to a known person: by name, office, country and date together. In doubt nobody is linked.

Two things are weighed: how well the name agrees with a known spelling, and how well the stated capacities agree with
the terms of office. The less the name says, the more the terms must say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from cisner.knowledge import ONE, Holds, Knowledge, KnownPerson, Period, Term
from cisner.morphology import fold
from cisner.transliteration import key

_INITIALS = re.compile(r"(?:[^\W\d_][a-zа-я]?\.-?)+")
_PATRONYMIC = re.compile(r"(?:ov|ev|v|n)ic(?:h)?$|(?:ov|ev)na$|icna$")
_NATIONAL = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})
_CHIEFS = frozenset({"head_of_state", "head_of_government"})
_FORMER = {"former_head_of_state": "head_of_state"}
_LIKELY = 14  # days beside a term in which an office is still (or already) ascribed to somebody


class NameMatch(IntEnum):
    """How well a name agrees with a known person's."""

    NONE = 0
    WEAK = 1  # a surname alone, or spellings that differ much
    FAIR = 2  # surname and initial, or a spelling that differs
    STRONG = 3  # surname and given name in similar spellings
    SAME = 4  # the same given name and surname in usual spellings
    WHOLE = 5  # the whole name in a usual spelling


class OfficeMatch(IntEnum):
    """How well the capacities of a person agree with a known person's terms."""

    FOREIGN = 0  # the terms are those of another state or body
    RELATED = 1  # another office of the same state or body
    UNSTATED = 2  # the text gives no capacity
    HELD = 3  # the same office, at another time
    PERHAPS = 4  # the same office, and the time may fit
    HOLDS = 5  # the same office at that time


class Capacity(NamedTuple):
    """An office that the text ascribes to somebody, for a state or body."""

    office: str
    represents: str | None

    @property
    def held_as(self) -> str:
        """The office of the terms that it speaks of."""
        return _FORMER.get(self.office, self.office)


@dataclass(frozen=True, slots=True, eq=False)
class TextName:
    """A name as a text has it: words and initials; the same name gives the same object, as long as it is remembered.

    Attributes:
        words: Its words.
        initials: Keys of its initials.
        keys: Keys of its words.
        whole: Key of all its words together.
    """

    words: tuple[str, ...]
    initials: tuple[str, ...]
    keys: tuple[str, ...]
    whole: str

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, name: str) -> TextName:
        """Takes a name apart; initials may be glued to the surname ("А.Г.Лукашенко")."""
        words: list[str] = []
        initials: list[str] = []
        for part in re.sub(r"(?<=\.)(?=[^\W\d_]{2,}(?!\.))", " ", name).split():
            if _INITIALS.fullmatch(part) or len(part) == 1:
                initials += [key(letter) for letter in re.findall(r"[^\W\d_][a-zа-я]?", part)]
            else:
                words.append(part.strip(".,"))
        return cls(tuple(words), tuple(initials), tuple(map(key, words)), key("".join(words)))


def link(
    name: str, capacities: Sequence[Capacity], periods: Sequence[Period], knowledge: Knowledge
) -> KnownPerson | None:
    """The known person that a report means, or None.

    Args:
        name: The name in the nominative.
        capacities: The offices that the text gives the person.
        periods: The days on which the person has them: of the meetings, of the report.
        knowledge: Who is known.
    """
    text = TextName.of(name)
    if not text.words:
        return None
    sure = [
        person
        for person in knowledge.by_name(fold(name))
        if match_name(text, person) is NameMatch.WHOLE
        and match_office(person, capacities, periods, knowledge) is OfficeMatch.HOLDS
    ]
    if len(sure) == 1:  # nobody else could fit better
        return sure[0]
    ranked = []
    for person in _candidates(text, name, capacities, knowledge):
        named = match_name(text, person)
        if named is NameMatch.NONE:
            continue
        office = match_office(person, capacities, periods, knowledge)
        if _enough(named, office, text, person, capacities, periods, knowledge):
            ranked.append((office, named, person))
    ranked.sort(key=lambda r: (r[1] >= NameMatch.SAME, r[0], r[1]), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return None
    return ranked[0][2]


def _candidates(
    text: TextName, name: str, capacities: Sequence[Capacity], knowledge: Knowledge
) -> Iterable[KnownPerson]:
    found = {p.id: p for p in knowledge.by_name(fold(name))}
    for word in text.words:
        found.update((p.id, p) for p in knowledge.by_surname(fold(word)))
    for capacity in capacities:
        if capacity.represents:
            found.update(knowledge.people_in(capacity.held_as, capacity.represents))
    return found.values()


# -- names ---------------------------------------------------------------------------------------


@lru_cache(maxsize=16_384)
def match_name(text: TextName, person: KnownPerson) -> NameMatch:
    """How well a name agrees with the best of a person's spellings; the same people are in the news every day."""
    if _other_patronymic(text, person):
        return NameMatch.NONE
    patronymic = key(person.patronymic)[:1]
    return max(_match_spelling(text, _spelling(name, person.surname_first), patronymic) for name in person.names)


def likeness(a: str, b: str) -> float:
    """How alike two words of names are, from 0 to 1, whatever their alphabets and spellings."""
    return _alike(key(a), key(b))


def _alike(left: str, right: str) -> float:
    """How alike two keys are."""
    if left == right:
        return 1.0 if left else 0.0
    if min(len(left), len(right)) < 4:
        return 0.0
    return fuzz.ratio(left, right) / 100


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A known spelling of a name, as keys, and the first letters of the given names as they are written."""

    surname: str
    given: tuple[str, ...]
    letters: tuple[str, ...]
    whole: str


@lru_cache(maxsize=8192)
def _spelling(name: str, surname_first: bool) -> _Spelling:
    words = name.split()
    surname = words.pop(0 if surname_first else -1)
    return _Spelling(key(surname), tuple(map(key, words)), tuple(word[0].lower() for word in words), key(name))


def _match_spelling(text: TextName, spelling: _Spelling, patronymic: str) -> NameMatch:
    given = spelling.given
    if len(text.words) > 1 and given and text.whole == spelling.whole:
        return NameMatch.WHOLE
    each = [_alike(word, spelling.surname) for word in text.keys]
    alike = max(each)
    if alike < 0.7:
        return NameMatch.NONE
    position = each.index(alike)
    rest = [word for i, word in enumerate(text.keys) if i != position]
    if not rest and not text.initials:
        return NameMatch.WEAK if alike >= 0.86 else NameMatch.NONE
    if not given:
        return NameMatch.FAIR if alike == 1 else NameMatch.NONE
    if not rest:
        if alike == 1 and patronymic and len(text.initials) == 2 and text.initials == (given[0][:1], patronymic):
            return NameMatch.SAME
        same = text.initials[0] in {g[:1] for g in given} or text.initials[0] in spelling.letters
        return NameMatch.FAIR if same and alike >= 0.8 else NameMatch.NONE
    own, other = max((_alike(r, g), r[:1] == g[:1]) for r in rest for g in given)
    if alike == 1 and own == 1:
        return NameMatch.SAME
    if (own >= 0.85 and alike >= 0.85) or (alike == 1 and own >= 0.75):
        return NameMatch.STRONG
    if alike >= 0.8 and own >= 0.65:
        return NameMatch.FAIR
    if (alike == 1 and other and own >= 0.5) or own >= 0.9:
        return NameMatch.WEAK
    return NameMatch.NONE


def _other_patronymic(text: TextName, person: KnownPerson) -> bool:
    """Whether the text gives a patronymic that is not the person's."""
    if not person.patronymic:
        return False
    if len(text.initials) == 2 and len(text.words) == 1:
        return text.initials[1] != key(person.patronymic)[:1]
    if len(text.words) < 3:
        return False
    patronymics = [word for word in text.words[1:] if _PATRONYMIC.search(key(word)) and word not in person.names]
    own = {key(person.surname(name)) for name in person.names}
    return any(likeness(word, person.patronymic) < 0.6 for word in patronymics if key(word) not in own)


# -- offices -------------------------------------------------------------------------------------


def match_office(
    person: KnownPerson, capacities: Sequence[Capacity], periods: Sequence[Period], knowledge: Knowledge
) -> OfficeMatch:
    """How well the best of the capacities agrees with a person's terms."""
    stated = [c for c in capacities if c.represents]
    if not stated:
        return OfficeMatch.UNSTATED
    return max(_match_capacity(person, c, periods, knowledge) for c in stated)


def _match_capacity(
    person: KnownPerson, capacity: Capacity, periods: Sequence[Period], knowledge: Knowledge
) -> OfficeMatch:
    own = [t for t in person.terms if t.represents == capacity.represents]
    if not own:
        return OfficeMatch.FOREIGN
    terms = [t for t in own if t.office == capacity.held_as]
    if not terms:
        return OfficeMatch.RELATED
    if capacity.office != capacity.held_as:
        past = any(t.holds(p) is Holds.NO and t.days_away(p) > 0 for t in terms for p in periods)
        return OfficeMatch.HOLDS if past else OfficeMatch.HELD
    best = max((knowledge.holds(t, p) for t in terms for p in periods), default=Holds.NO)
    if best is Holds.YES:
        return OfficeMatch.HOLDS
    close = any(abs(t.days_away(p)) <= _LIKELY for t in terms for p in periods)
    return OfficeMatch.PERHAPS if best is Holds.MAYBE or (close and periods) else OfficeMatch.HELD


def _enough(
    named: NameMatch,
    office: OfficeMatch,
    text: TextName,
    person: KnownPerson,
    capacities: Sequence[Capacity],
    periods: Sequence[Period],
    knowledge: Knowledge,
) -> bool:
    """Whether name and office together leave no doubt."""
    alone = any(knowledge.offices.holders(c.held_as) == ONE for c in capacities)
    if office >= OfficeMatch.PERHAPS:
        return named >= NameMatch.STRONG or alone or _same_surname(text, person)
    if office is OfficeMatch.HELD:
        if not alone:
            return named >= NameMatch.STRONG
        return named >= NameMatch.FAIR or (len(text.words) == 1 and bool(periods))
    if named < NameMatch.SAME:
        return False
    if office is OfficeMatch.UNSTATED:
        return _in_public_life(person, periods)
    busy = _offices_on(person, periods, knowledge)
    if office is OfficeMatch.RELATED:
        # Somebody known to hold another office on that day is a namesake, unless the capacity is one that nobody else
        # could have, or the person so prominent that the text must be wrong.
        stated = {c.held_as for c in capacities}
        return not busy or bool(busy & _CHIEFS) or bool(stated & _NATIONAL) or bool(busy & _wider(stated))
    if any(c.represents and len(c.represents) > 2 for c in capacities):
        return _in_public_life(person, periods)
    return any(c.office in _NATIONAL and _taken(c, periods, person, knowledge) for c in capacities)


def _same_surname(text: TextName, person: KnownPerson) -> bool:
    surnames = {key(person.surname(name)) for name in person.names}
    return any(key(word) in surnames for word in text.words)


def _wider(stated: Iterable[str]) -> frozenset[str]:
    """Offices that the stated ones may be another name for: a deputy prime minister is called a minister, and so on."""
    government = frozenset({"minister", "deputy_head_of_government", "foreign_minister", "defence_minister"})
    found: set[str] = set()
    for office in stated:
        if office in government or office in ("agency_head", "other"):
            found |= government | {"agency_head"}
        if office in ("security_council_secretary", "presidential_staff"):
            found |= {"security_council_secretary", "presidential_staff"}
        if office == "parliamentarian":
            found.add("head_of_parliament")
        found.add(office)
    return frozenset(found)


def _offices_on(person: KnownPerson, periods: Sequence[Period], knowledge: Knowledge) -> set[str]:
    return {t.office for t in person.terms for p in periods if knowledge.holds(t, p) is Holds.YES}


def _taken(capacity: Capacity, periods: Sequence[Period], person: KnownPerson, knowledge: Knowledge) -> bool:
    """Whether somebody else is known to hold an office at all the times."""
    holders = [knowledge.holder(capacity.office, capacity.represents or "", p) for p in periods]
    return bool(holders) and all(h is not None and h[0] is not person for h in holders)


def _in_public_life(person: KnownPerson, periods: Sequence[Period]) -> bool:
    """Whether a time lies within the person's known career, give or take some years."""
    if not periods or not person.terms:
        return bool(person.terms)
    first = min(int(t.begins[0][:4]) for t in person.terms) - 15
    last = max(int((t.end or t.as_of or "9999")[:4]) for t in person.terms) + 20
    return any(first <= int(p.first[:4]) <= last for p in periods)


def nearest_term(terms: Iterable[Term], period: Period) -> Term | None:
    """The term closest to a time."""
    return min(terms, key=lambda t: (abs(t.days_away(period)), t.begins), default=None)
