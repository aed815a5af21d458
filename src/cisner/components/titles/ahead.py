"""What lies ahead of a token inside a title: states, a further portfolio, a field, a rank; 0 where it does not."""

from __future__ import annotations

from cisner.components.titles.complement import ORGANIZATIONS
from cisner.components.titles.grammar import Grammar
from cisner.components.titles.page import Page

_FIELD = 6  # words that say what an office is for
_CLOSED: tuple[list[str], ...] = ([","], ["."], [";"], [")"], [])  # after a name in apposition
_ADJECTIVES_OF_STATES = 5  # tokens up to the word for states


def states_ahead(grammar: Grammar, page: Page, position: int, limit: int) -> int:
    """The token of a word for states that only adjectives lead to: "heads of the Caspian-littoral states"; or 0."""
    index = position + 1
    while index < limit and page.lower[index] in grammar.frame.inner - grammar.frame.links:
        index += 1
    for at in range(index, min(index + _ADJECTIVES_OF_STATES, limit)):
        mention = page.starting.get(at)
        if mention is not None and mention.label == "INSTITUTION":
            return at if at > index and mention.attributes.get("extra") == "state" else 0
        if mention is not None and mention.label != "ADJECTIVE":
            return 0
        word = page.lower[at]
        if word == "-" or word in grammar.several:
            continue
        if not word.isalpha() or word in grammar.frame.links or word in grammar.stop_words:
            return 0
    return 0


def state_in_turn(grammar: Grammar, page: Page, position: int, limit: int) -> int:
    """The token of a state whose turn it is: "премьер председательствующей в ЕАЭС Белоруссии"; or 0."""
    if page.lower[position] in grammar.frame.links:
        body = page.starting.get(position + 1)
        position = body.end if body is not None and body.label in ORGANIZATIONS else position + 2
    state = page.starting.get(position)
    if state is None or position >= limit:
        return 0
    return position if state.label == "COUNTRY" or state.attributes.get("extra") == "state" else 0


def second_portfolio(grammar: Grammar, page: Page, position: int, limit: int) -> int:
    """Where a further portfolio ends: «министр иностранных дел и по делам эмигрантов Ливана»; or 0."""
    start = position + 1
    phrases = (p for p in grammar.further if tuple(page.lower[start : start + len(p)]) == p)
    index = start + len(next(phrases, ()))
    if index == start:
        return 0
    while index < limit and index not in page.starting and page.words[index].islower():
        if page.lower[index] in grammar.joins or grammar.is_verb(page.lower[index], ""):
            break
        index += 1
    return index


def has_portfolio_after(grammar: Grammar, page: Page, position: int, limit: int) -> bool:
    """Whether a comma stands between portfolios: "Minister of Industry, Mining and Trade"."""
    following = position + 1
    if following >= limit or page.lower[following] not in grammar.frame.portfolio:
        return False
    return any(w in grammar.frame.inner and w.isalpha() for w in page.lower[following + 1 : following + 4])


def field_end(grammar: Grammar, page: Page, position: int, limit: int) -> int:
    """Where the words end that say what an office is for, if they lead to its holder; or 0.

    As in "his aide for international relations, X, told" and "state minister for conflict settlement X".
    """
    index = position + 1
    while index < min(limit, position + _FIELD) and index not in page.starting:
        if not page.words[index].islower() or page.lower[index] in grammar.stop_words:
            break
        index += 1
    comma = page.words[index : index + 1] == [","]
    holder = page.starting.get(index + comma)
    if index == position + 1 or holder is None or holder.label != "PERSON":
        return 0
    return index if not comma or page.words[holder.end : holder.end + 1] in _CLOSED else 0


def is_rank_of_name(grammar: Grammar, page: Page, position: int, limit: int) -> bool:
    """Whether only a rank stands before a name: "Chief of Staff of the Armed Forces Major General X"."""
    index = position
    while index < limit and (page.lower[index] in grammar.ranks or page.lower[index] == "-"):
        index += 1
    following = page.starting.get(index)
    return following is not None and following.label == "PERSON"
