"""Chains of titles before a name: which of them are those of the name, which are those of another beside it."""

from __future__ import annotations

import re

from cisner.mentions import Mention
from cisner.relations.posts.model import Named, Post, Roll, post_of
from cisner.relations.sentence import Item

_STATE_AFTER = re.compile(r"(?:\(R\)|\))?o?C")
_NAME_AFTER = re.compile(r",P[,.x]")
_ASIDE = (",", "-", "(")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_STAFF = "presidential_staff"
_SERVED = ("head_of_state", "head_of_government")
NATIONAL = frozenset({
    "head_of_state", "head_of_government", "deputy_head_of_government", "foreign_minister", "defence_minister",
    "minister", "head_of_parliament",
})  # fmt: skip
_SECRETARIES = ("role.secretary_general", "chief.secretary")
_OBLIQUE = frozenset({"gen", "acc", "dat", "ins"})


def give_chain(roll: Roll, span: tuple[int, int], person: Named) -> None:
    """Give a name the titles in a range before it; those without a state share that of the first with one."""
    shared_country = ""
    free = [i for i in roll.items(span, "RK") if i.position not in roll.used]
    for item in free:
        title = item.mention
        if item is not free[-1] and _of_a_state(title) and of_no_state(free[-1].mention):
            continue
        if _of_another(roll, item, free[-1]):
            continue
        if roll.sentence.words[item.end] in _POSSESSIVE and item.position + 1 < span[1]:
            shared_country = shared_country or title.attributes["country"]  # "the Russian leader's aide X"
            continue
        if title.norm == "counterpart":
            if not agree(title, person.case):  # «приветствовал коллег X»
                continue
            person.mark(title)
            person.country = title.attributes["country"] or home_of(roll, span) or person.country
        elif title.attributes["number"] == "pl" or (title.norm == _STAFF and not agree(title, person.case)):
            continue  # «помощник президента X» is not X
        elif not _serves(roll, item, person):
            if not agree(title, person.case):
                _give_another(roll, item, person)
                continue
            post = post_of(title, "posts.before", state_after(roll, item, span[1]))
            shared_country = shared_country or (post.represents if len(post.represents) == 2 else "")
            person.posts.append(post)
        roll.used.add(item.position)
    for post in person.posts:
        if not post.represents and post.office != "head_of_organization":
            post.represents = shared_country


def _of_another(roll: Roll, item: Item, last: Item) -> bool:
    """As in "besides the head of the Kyrgyz government, President X": nobody is both, so the first is another."""
    one, other = item.mention, last.mention
    both = (
        {one.norm, other.norm} == set(_SERVED) and bool(one.attributes["country"]) and not other.attributes["country"]
    )
    return both and "," in roll.symbols[item.position : last.position]


def _of_a_state(title: Mention) -> bool:
    attributes = title.attributes
    return title.norm in NATIONAL and bool(attributes["country"]) and not attributes["former"]


def of_no_state(title: Mention) -> bool:
    """Whether nobody who holds a title serves a state: "Ukraine's foreign minister and CIS Executive Secretary X"."""
    return title.norm == "head_of_organization" and title.rule in _SECRETARIES


def _serves(roll: Roll, item: Item, name: Named) -> bool:
    """As in "X, an aide to President Y," and "an aide to President Y, X,": the name beside is that of the president."""
    office, position, beside = item.mention.attributes["serves"], item.position, name.item.position
    uninflected = all(case == "any" for _, case in item.mention.attributes["readings"])
    if not office or position + 1 != beside or not uninflected:
        return False
    before = roll.named.get(position - 2) if roll.symbols[position - 1 : position] in _ASIDE else None
    after = roll.named.get(beside + 2) if _NAME_AFTER.match(roll.symbols, beside + 1) else None
    owner = next((n for n in (before, after) if n is not None and not n.posts), None)
    if owner is None:
        return False
    owner.posts.append(post_of(item.mention, "posts.of_another"))
    if not name.posts and office in _SERVED:
        name.posts.append(Post(office, item.mention.attributes["country"], None, "posts.served"))
    return True


def _give_another(roll: Roll, item: Item, name: Named) -> None:
    """As in "X, пресс-секретарь Y" and "пресс-секретарь Y X": the title is that of the other name beside it."""
    before = item.position - 2 if roll.symbols[item.position - 1 : item.position] in _ASIDE else -1
    for other in (before, name.item.position + 1):
        owner = roll.named.get(other)
        if owner is not None and not owner.posts and owner.case == "nom":
            owner.posts.append(post_of(item.mention, "posts.of_another"))
            roll.used.add(item.position)
            return


def agree(title: Mention, case: str) -> bool:
    """Whether a title and the name beside it can stand in one case: "вдова президента Наина Ельцина" is none."""
    cases = title.cases
    if not cases or "any" in cases:
        return True
    if case == "nom":
        return "nom" in cases
    # "пресс-секретарь Путина": the title is in the nominative, the name for sure is not
    return not (cases == {"nom"} and case in _OBLIQUE)


def state_after(roll: Roll, item: Item, end: int) -> str:
    """The state between a title that names none and the end of its chain."""
    after = _STATE_AFTER.match(roll.symbols, item.position + 1, end)
    return roll.title(after.end() - 1).norm if after and not item.mention.attributes["country"] else ""


def home_of(roll: Roll, span: tuple[int, int]) -> str:
    """The state of the capital in "his opposite number from Baku"."""
    return next((city.mention.rule.partition(".")[2] for city in roll.items(span, "L")), "")
