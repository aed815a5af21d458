"""The states that stand with names without a title: beside them, or listed in the same order elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.relations.posts.model import Roll
from cisner.relations.sentence import Item, View

_AFTER = re.compile(r"(P)(?:\((?:C|[xo]?C)(?:\)|,(?=R))|oC|-C(?=[;,.)]|$)|,C(?=[;,)]|$))")
_BEFORE = re.compile(r"(C)(?:\(|-|:|,)?(P)")
_LAST_OF_LIST = re.compile(r"Q(?:o?C)?(?:[,&]+o?C)+$")
_ADJECTIVE = re.compile(r"(A)-?(P)")
_ELLIPTIC = re.compile(r"x?(A)[,-](P)[,-]")
_BEFORE_COLON = re.compile(r"(C(?:[,&]+C|\(C\))+[^:.PC]*:)([^:.]*)\.?$")
_LED = re.compile(r"((?:o?[CA][,&]+)+o?[CA])x((?:P[,&]+)+P|(?:RP[,&]+)+RP)(?!P|[,&]*[RQ]P)")
_LIST = re.compile(r"[CA](?:[,&]+[CA])+")
_LIST_LATER = re.compile(r"[^P]*?o?(C(?:[,&]+o?C)+)")


def place_beside(roll: Roll, view: View) -> None:
    """Give names the states beside them, and the posts of those names too where they have none."""
    for match in _AFTER.finditer(roll.symbols):
        person = roll.named[match.start(1)]
        person.country = person.country or roll.states(match.span())[0]
    genitive = view.lexicon.file.words.genitive
    for match in _BEFORE.finditer(roll.symbols):
        state = roll.sentence.at[match.start(1)]
        if match.end(1) == match.start(2) and roll.sentence.words[state.end] not in genitive:
            continue
        person = roll.named[match.start(2)]
        said = roll.sentence.cue("speak", "comment") if roll.symbols[match.start(2) - 1] == "," else []
        if any(0 <= c.start - person.item.end <= 1 for c in said):
            continue  # "the ministers of A and B, X said, will meet"
        if ends_list(roll.symbols, match.start(1)):
            continue
        person.country = person.country or state.mention.norm
    for match in _ADJECTIVE.finditer(roll.symbols):
        person = roll.named[match.start(2)]
        person.country = person.country or roll.title(match.start(1)).norm
    for person in roll.named.values():
        for post in person.posts:
            if not post.represents and person.country and post.office != "head_of_organization":
                post.represents = person.country


def ends_list(symbols: str, position: int) -> bool:
    """Whether a state is the last of several whose officials follow: not that of X in "the premiers of A and B – X"."""
    return symbols[position + 1 : position + 2] in "-:" and _LAST_OF_LIST.search(symbols, 0, position + 1) is not None


def place_introduced(roll: Roll) -> None:
    """As in "A and B have sent guests: X and Y": states before a colon, as many names after it."""
    match = _BEFORE_COLON.search(roll.symbols)
    if not match or "C" in match.group(2):
        return
    countries = roll.states(match.span(1))
    countries = [c for i, c in enumerate(countries) if not i or c != countries[i - 1]]  # "the Emirates (UAE)"
    people = list(roll.items(match.span(2), "P"))
    if len(people) == len(countries):
        roll.place(people, countries)


def place_led(roll: Roll, view: View) -> None:
    """As in "The delegations of A, B and C were led by X, Y and Z": as many names as states."""
    represents = view.lexicon.file.words.represents
    for match in _LED.finditer(roll.symbols):
        states = roll.states(match.span(1), "CA")
        people = list(roll.items(match.span(2), "P"))
        first = roll.sentence.at[match.start(2)]
        gap = view.lower[roll.sentence.at[match.end(1) - 1].end : first.start]
        if len(states) == len(people) and any(w.startswith(represents) for w in gap):
            roll.place(people, states)


def place_in_order(roll: Roll, position: int, people: Sequence[Item]) -> None:
    """States listed around: "The observers are Cuba and Uzbekistan; Presidents X and Y, respectively".

    Args:
        roll: The names of the sentence.
        position: Position of the title that the names stand under.
        people: The names.
    """
    before = list(_LIST.finditer(roll.symbols, 0, position))
    after = _LIST_LATER.match(roll.symbols, people[-1].position + 1)
    spans = ([before[-1].span()] if before else []) + ([after.span(1)] if after else [])
    countries = next((c for span in spans if len(c := roll.states(span, "CA")) == len(people)), [])
    for item, country in zip(people, countries, strict=False):
        own = roll.named[item.position]
        if own.posts:
            own.posts[-1].represents, own.posts[-1].rule = country, "posts.respectively"
        elif not own.country:
            own.country = country


def mark_elliptic(roll: Roll) -> None:
    """An adjective that stands for the title told before: "Узбекский, X, …" after "белорусский лидер Y"."""
    match = _ELLIPTIC.match(roll.symbols)
    if not match:
        return
    own, adjective = roll.named[match.start(2)], roll.title(match.start(1))
    if not own.posts and adjective.label == "ADJECTIVE":
        own.country, own.elliptic = adjective.norm, True
