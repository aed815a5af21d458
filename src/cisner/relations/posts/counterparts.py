"""Lists of people who hold the office of those named before, to be found later: "their colleagues X (A) and Y (B)"."""

from __future__ import annotations

import re

from cisner.relations.posts.model import Roll, succeeds
from cisner.relations.posts.states import place_in_order

_LIST = re.compile(r"((?:oC[,&]+)+oC|o?C(?:[,&]+o?C)+)?[-:,]?((?:P(?:\(C\))?[,&]*){2,})")
_VERB = re.compile(r"()x((?:P[,&]*)+)")
_PAIRED = re.compile(r"[-:,]*((?:o?[CA][-(:]?P\)?[,;&]*)+)")
_ADJECTIVES = re.compile(r"(?:A[,&]+)+$")


def list_counterparts(roll: Roll, position: int) -> None:
    """Mark the people listed after a word for counterparts, with their states."""
    title = roll.title(position)
    paired = _PAIRED.match(roll.symbols, position + 1)
    if paired:  # "его коллеги: от Армении – X, от Киргизии – Y"
        for country, item in roll.pairs(paired.span(1)):
            roll.named[item.position].counterpart = True
            roll.named[item.position].country = country
        return
    run = _LIST.match(roll.symbols, position + 1)
    if not run and succeeds(title):  # "his predecessors were X and Y"
        run = _VERB.match(roll.symbols, position + 1)
    if not run:
        return
    people = list(roll.items(run.span(2), "P"))
    for item in people:
        roll.named[item.position].mark(title)
        roll.named[item.position].in_list = position
    roll.used.add(position)
    before = _ADJECTIVES.search(roll.symbols, 0, position)
    own = title.attributes["country"]
    states = roll.states(before.span(), "A") if before else []
    states += [own] if own else []
    states += roll.states(run.span(1))
    if len(states) == len(people):
        roll.place(people, states)
        return
    place_in_order(roll, position, people)
