"""Lists of names under one title: zipped with their states, in pairs with them, or with the states in brackets."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from cisner.mentions import Mention
from cisner.relations.posts.counterparts import list_counterparts
from cisner.relations.posts.model import SHARED, Mismatch, Post, Roll
from cisner.relations.posts.states import place_in_order
from cisner.relations.sentence import Item

_PLURAL = "Q"
_PAIR = 2
_ADJECTIVES = re.compile(r"(?:[AC][,&]+)+$")  # "Kyrgyzstan's and Azerbaijan's prime ministers" too
_NAMES = re.compile(r"[-:,]?((?:P[,&]*)+)")
_OWN_STATE_PAIRED = re.compile(r"[-(:,]?(P)\)?((?:[,;&]+o?[CO][-(:]?P\)?)*)")
_OWN_STATE_COMMAS = re.compile(r",(P)((?:[;,&]+o?[CO],P)+)")
_OWN_STATE_ZIPPED = re.compile(r"((?:[,&]+o?C)+)(?:x[COL])?x?[-:,(]?((?:P[,&]*)+)(?![\-(]?[CR])")
_PAIRED = re.compile(r"(?:o|:|[xRACLMO]{0,6}:|-)*((?:o?[CA][-(:]?P\)?[,;&]*){1,})")
_ZIPPED = re.compile(r"(?:o|[xRACLMO]{0,6}:)?((?:o?C[,&]*){2,})x?[-:,(]?((?:P[,&]*){2,})")
_BRACKETED = re.compile(r"(?:[^PRQ.]|R(?=:)){0,12}?((?:P(?:\(x?C\)|oC)[,;&]*)+)")
_BRACKETED_FIRST = re.compile(r"((?:P\(C\)[,;&]*){2,})[-,]?x?(Q)")
_NAMES_FIRST = re.compile(r"((?:P[,&]+)+P)[,-](Q)((?:[,&]+o?C)+)")
_IN_BRACKETS = re.compile(r"(P)(?:\(x?|o)(C)\)?")
_SHARED = re.compile(r"(?:x(?=[-:])|-?[ox,&]{1,7}(?=:))?[o:,-]?((?:P[,&]*)+)")
_OWN_STATE_SHARED = re.compile(r"(?:x(?=[-:])|-?[ox,&]{1,7}(?=:))?[:,-]?((?:P(?:\(x\))?[,&]+)+P(?!-|[(o]*[CA]))")
_OWN_STATE_PORTFOLIOS = re.compile(r"(?::x)?[-(]?(P)\)?((?:[,;&]+x[-(]P\)?)+)")
_TITLE_AFTER = re.compile(r"[,-]R(?:o?[CO])?(?=[,.;)-]|$)")
_LATER = re.compile(r"[,;:.-]?x(?:,x)?[,:-]*((?:P[,&]+)+P)")


def give_listed(roll: Roll, namely: Collection[str]) -> None:
    """Give the names of lists their titles and states.

    Args:
        roll: The names of the sentence.
        namely: Words between a title and the names of its holders: "these were, respectively, X and Y".
    """
    for position, symbol in enumerate(roll.symbols):
        if symbol not in "QRK" or position in roll.used:
            continue
        if symbol == "K":
            list_counterparts(roll, position)
            continue
        title = roll.title(position)
        if symbol != _PLURAL and title.attributes["number"] != "either":
            continue
        ways = _WITH_OWN_STATE if _own_state(title) else _WITHOUT_STATE
        if any(way(roll, title, position) for way in ways) or _shared_later(roll, title, position, namely):
            roll.used.add(position)
    # "X, Y and Z, presidents of Austria, Kyrgyzstan and Georgia"
    for match in _NAMES_FIRST.finditer(roll.symbols):
        position, title = match.start(2), roll.title(match.start(2))
        people = list(roll.items(match.span(1), "P"))
        states = [title.attributes["country"], *roll.states(match.span(3))]
        if position not in roll.used and len(people) == len(states) and all(states):
            _zip(roll, title, states, people, position)
            roll.used.add(position)
    # "X (Belarus), Y (Kazakhstan) and Z (Kyrgyzstan) – all three prime ministers"
    for match in _BRACKETED_FIRST.finditer(roll.symbols):
        position = match.start(2)
        _give_bracketed(roll, roll.title(position), match.span(1), position)
        roll.used.add(position)


def _by_adjectives(roll: Roll, title: Mention, position: int) -> bool:
    """As in "the Lithuanian and Polish presidents, X and Y": the last adjective is part of the title."""
    before = _ADJECTIVES.search(roll.symbols, 0, position)
    names = _NAMES.match(roll.symbols, position + 1)
    if not before or not names:
        return False
    countries = [*roll.states(before.span(), "AC"), title.attributes["country"]]
    people = list(roll.items(names.span(1), "P"))
    own = len(people) == len(countries) + 1 and _has_own_title(roll, people[-1])
    return (own or len(people) == len(countries)) and _zip(roll, title, countries, people, position)


def _of_institutions(roll: Roll, title: Mention, position: int) -> bool:
    """As in "the heads of Gazprom and Naftogaz, X and Y"."""
    owners, names = title.attributes.get("owners"), _NAMES.match(roll.symbols, position + 1)
    if not owners or not names or len(owners) != names.group(1).count("P"):
        return False
    return _zip(roll, title, owners, list(roll.items(names.span(1), "P")), position)


def _own_state(title: Mention) -> str:
    """The state, or body that sends ambassadors, that a title took with it."""
    attributes = title.attributes
    return str(attributes["country"] or (attributes["organization"] if title.norm == "ambassador" else ""))


def _after_own_state(roll: Roll, title: Mention, position: int) -> bool:
    """As in "Prime Ministers of Kazakhstan X, Russia — Y": the title took the first state with it."""
    own = _own_state(title)
    zipped = _OWN_STATE_ZIPPED.match(roll.symbols, position + 1)
    if zipped:
        people = list(roll.items(zipped.span(2), "P"))
        return _zip(roll, title, [own, *roll.states(zipped.span(1))], people, position)
    paired = _OWN_STATE_COMMAS.match(roll.symbols, position + 1) or _OWN_STATE_PAIRED.match(roll.symbols, position + 1)
    if not paired:
        return False
    roll.give(roll.sentence.at[paired.start(1)], Post(title.norm, own, title, "posts.list"), position)
    _give_paired(roll, title, paired.span(2), position)
    return True


def _of_portfolios(roll: Roll, title: Mention, position: int) -> bool:
    """As in "the Russian ministers of justice (X) and culture (Y)": a portfolio and a name each."""
    match = _OWN_STATE_PORTFOLIOS.match(roll.symbols, position + 1)
    if not match:
        return False
    _share(roll, title, list(roll.items(match.span(), "P")), position)
    return True


def _shared_of_state(roll: Roll, title: Mention, position: int) -> bool:
    """As in "the Russian ministers X, Y and Z", where none of the names has a state of its own."""
    match = _OWN_STATE_SHARED.match(roll.symbols, position + 1)
    if not match:
        return False
    _share(roll, title, list(roll.items(match.span(1), "P")), position)
    return True


def _shared_later(roll: Roll, title: Mention, position: int, namely: Collection[str]) -> bool:
    """As in "A and B made do with ministers; these were, respectively, X and Y"."""
    match = _LATER.match(roll.symbols, position + 1)
    if not match:
        return False
    words = roll.sentence.words[roll.sentence.at[position].end : roll.sentence.at[match.start(1)].start]
    if not all(w.lower() in namely for w in words if w[:1].isalpha()):
        return False
    people = list(roll.items(match.span(1), "P"))
    _share(roll, title, people, position)
    if not title.attributes["country"]:
        place_in_order(roll, position, people)
    return True


def _share(roll: Roll, title: Mention, people: Sequence[Item], position: int) -> None:
    for item in people:
        roll.give(item, Post(title.norm, title.attributes["country"], title, SHARED), position)


def _in_pairs(roll: Roll, title: Mention, position: int) -> bool:
    """As in "the presidents of Russia – X, of Belarus – Y"."""
    match = _PAIRED.match(roll.symbols, position + 1)
    if match:
        _give_paired(roll, title, match.span(1), position)
    return match is not None


def _zipped(roll: Roll, title: Mention, position: int) -> bool:
    """As in "the presidents of Russia and Belarus, X and Y"."""
    match = _ZIPPED.match(roll.symbols, position + 1)
    if not match:
        return False
    return _zip(roll, title, roll.states(match.span(1)), list(roll.items(match.span(2), "P")), position)


def _bracketed(roll: Roll, title: Mention, position: int) -> bool:
    """As in "the presidents – X (Russia), Y (Belarus)", also with a few words between."""
    match = _BRACKETED.match(roll.symbols, position + 1)
    if match:
        _give_bracketed(roll, title, match.span(1), position)
    return match is not None


def _shared(roll: Roll, title: Mention, position: int) -> bool:
    """As in "Presidents X and Y"."""
    match = _SHARED.match(roll.symbols, position + 1)
    if not match:
        return False
    people = list(roll.items(match.span(1), "P"))
    if len(people) < 2 and (roll.symbols[position] != _PLURAL or roll.symbols[position + 1 : position + 2] == ","):
        return False  # "greeting the heads of state, X said"
    if len(people) > _PAIR and _has_own_title(roll, people[-1]):
        people = people[:-1]
    for item in people:
        roll.give(item, Post(title.norm, "", title, SHARED), position)
    place_in_order(roll, position, people)
    return True


_WITH_OWN_STATE = (_of_institutions, _by_adjectives, _shared_of_state, _of_portfolios, _after_own_state)
_WITHOUT_STATE = (_in_pairs, _zipped, _bracketed, _shared)


def _zip(roll: Roll, title: Mention, countries: Sequence[str], people: Sequence[Item], position: int) -> bool:
    """Give as many names as states their posts; two or more names for another number of states are a problem."""
    if len(people) == len(countries) + 1 and len(countries) > 1 and _has_own_title(roll, people[-1]):
        people = people[:-1]  # "the ministers of A and B, X and Y, and Z, Secretary General of the CIS"
    if len(people) == len(countries):
        for item, country in zip(people, countries, strict=True):
            roll.give(item, Post(title.norm, country, title, "posts.zipped"), position)
    elif len(people) > 1:
        roll.mismatches.append(Mismatch(title.start, people[-1].end, len(countries), len(people)))
    else:
        return False
    return True


def _has_own_title(roll: Roll, last: Item) -> bool:
    """Whether the title of the last of a list follows, between commas or dashes."""
    return _TITLE_AFTER.match(roll.symbols, last.position + 1) is not None


def _give_paired(roll: Roll, title: Mention, span: tuple[int, int], position: int) -> None:
    for country, item in roll.pairs(span, "CAOP"):
        roll.give(item, Post(title.norm, country, title, "posts.list"), position)


def _give_bracketed(roll: Roll, title: Mention, span: tuple[int, int], position: int) -> None:
    for match in _IN_BRACKETS.finditer(roll.symbols, *span):
        post = Post(title.norm, roll.title(match.start(2)).norm, title, "posts.bracketed")
        roll.give(roll.sentence.at[match.start(1)], post, position)
