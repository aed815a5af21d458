"""Extends a title to the name that it agrees with, if only the rest of an institution is between."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.components.titles.complement import ORGANIZATIONS, Complement
from cisner.components.titles.grammar import Grammar
from cisner.components.titles.modifiers import is_plural, leading
from cisner.components.titles.page import Page
from cisner.mentions import Mention

_REACH = 9  # words
_OTHER_TITLE = frozenset({"ROLE", "CHIEF", "DEPUTY", "COUNTERPART", "MEETING", "DATE"})
_INSIDE = ORGANIZATIONS | {"COUNTRY", "INSTITUTION", "ADJECTIVE", "CITY", "NEUTRAL"}
_TITLE = frozenset({"ROLE", "CHIEF", "DEPUTY", "ACTING", "FORMER"})
_ADJECTIVES = 3  # words up to the next title, those before it counted


def reach(
    grammar: Grammar, page: Page, head: Mention, modifiers: Sequence[Mention], found: Complement, limit: int
) -> None:
    """Take in what stands between a title and its name.

    Args:
        grammar: The words of the language.
        page: The text.
        head: The role word.
        modifiers: Those before it.
        found: What follows the role word, which is changed.
        limit: Token where the title ends at the latest.
    """
    words = grammar.frame.reach
    if not words or is_plural(head):
        return
    position, capitals = found.end, False
    while position < min(limit, found.end + _REACH):
        mention = page.starting.get(position)
        if mention is not None and mention.label == "PERSON":
            break
        if page.words[position] == "," and _title_follows(grammar, page, position + 1):
            break
        if (mention is not None and mention.label in _OTHER_TITLE) or page.lower[position] in grammar.ranks:
            return
        if mention is not None and mention.label in _INSIDE:
            if mention.label in ORGANIZATIONS:
                found.organization = found.organization or mention.norm
            position = mention.end
            continue
        passed = _pass(grammar, page, position, limit, position == found.end)
        if passed is None:
            return
        position, named = passed
        capitals = capitals or named
    else:
        return
    if position == found.end or page.lower[position - 1] in words or page.words[position - 1] == "-":
        return  # "президент Киргизии - X": a dash before the name, no rest of an institution
    person = page.starting.get(position)
    cases = leading(head, modifiers).cases
    case = person.attributes.get("case") if person is not None else None
    if cases and case and case not in cases:
        return
    found.end, found.has_name, found.reached = position, found.has_name or capitals, True


def _pass(grammar: Grammar, page: Page, position: int, limit: int, first: bool) -> tuple[int, bool] | None:
    """The token after a word of the rest of an institution, and whether it names one; none for other words."""
    word, folded = page.words[position], page.lower[position]
    quoted = page.quoted(position, limit)
    if quoted:
        return quoted, True
    if page.bracketed(position):
        return position + 3, False
    if folded in grammar.frame.inner and word != "-":
        return None
    if word.isalpha() and page.words[position + 1 : position + 2] == ["-"]:  # "крымско-татарского"
        return position + 2, False
    name = word[:1].isupper()
    if name or word == "-" or folded in grammar.frame.reach or _continues(grammar, page, position):
        return position + 1, name and first
    return None


def _continues(grammar: Grammar, page: Page, position: int) -> bool:
    """Whether a word has the form of those that continue a title."""
    word, folded = page.words[position], page.lower[position]
    plain = word.islower() and folded not in grammar.stop_words and grammar.is_oblique(folded)
    return plain and not grammar.is_verb(folded, page.lower[position - 1])


def _title_follows(grammar: Grammar, page: Page, position: int) -> bool:
    """Whether another title of the same person begins at a token, adjectives before it passed over."""
    for index in range(position, min(position + _ADJECTIVES, len(page.lower))):
        mention = page.starting.get(index)
        if mention is not None:
            return mention.label in _TITLE
        if not page.lower[index].isalpha() or page.lower[index] in grammar.stop_words:
            return False
    return False
