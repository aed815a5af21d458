"""What stands before a role word: "First Deputy", "acting", a portfolio, and the state or body of the office."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.components.titles.complement import ORGANIZATIONS
from cisner.components.titles.grammar import Grammar
from cisner.components.titles.page import Page
from cisner.mentions import Mention
from cisner.morphology import PLURAL

_NAME_OF_INSTITUTION = 6  # tokens
_MODIFIERS = frozenset({"DEPUTY", "ACTING", "FORMER", "NEUTRAL"})


def find_head(grammar: Grammar, page: Page, mention: Mention) -> tuple[Mention | None, list[Mention]]:
    """The role word that modifiers stand before, and these."""
    modifiers: list[Mention] = []
    current: Mention | None = mention
    while current is not None and current.label in _MODIFIERS:
        modifiers.append(current)
        position = current.end
        if page.lower[position : position + 1] == ["-"]:
            position += 1
        following = page.starting.get(position)
        if following is not None and following.label == "ADJECTIVE":
            following = page.starting.get(following.end)
        elif following is None and tuple(page.lower[position : position + 1]) in grammar.before:
            following = page.starting.get(position + 1)
        current = following
    if current is not None and current.label in ("ROLE", "CHIEF"):
        return current, modifiers
    return None, modifiers


def modifiers_before(grammar: Grammar, page: Page, mention: Mention) -> tuple[int, list[Mention]]:
    """First token of the modifiers and portfolio words before a role word ("acting", "interior"), and the modifiers."""
    start = mention.start
    modifiers: list[Mention] = []
    while start > 0:
        previous = page.ending.get(start)
        if previous is None and page.lower[start - 1] == "-":
            previous = page.ending.get(start - 1)
        if previous is not None and previous.label in _MODIFIERS:
            modifiers.insert(0, previous)
            start = previous.start
        elif tuple(page.lower[start - 2 : start]) in grammar.before:
            start -= 2
        elif (page.lower[start - 1],) in grammar.before:
            start -= 1
        else:
            break
    if mention.norm == "minister" and grammar.before and not is_plural(mention):
        start = _portfolios_before(grammar, page, start)
    return start, modifiers


def _portfolios_before(grammar: Grammar, page: Page, start: int) -> int:
    """First token of what else a minister is for: "Investment, Industry and | Trade Minister"."""
    while start > 0:
        last = start - 1 if page.lower[start - 1] in grammar.joins or page.lower[start - 1] == "," else start
        if page.ending.get(last) is not None or page.lower[max(0, last - 1)] not in grammar.frame.portfolio:
            break
        start = last - 1
    return max(start, 0)


def represented_before(grammar: Grammar, page: Page, start: int) -> Mention | None:
    """The state or body that stands before a title: "Kazakh", "Azerbaijan's own", "CSTO"."""
    position = start
    if position and page.lower[position - 1] in grammar.frame.emphatic:
        position -= 1
    while position and page.lower[position - 1] in grammar.frame.possessive:
        position -= 1
    previous = page.ending.get(position)
    return previous if previous is not None and previous.label in grammar.frame.left else None


def body_before(page: Page, start: int) -> Mention | None:
    """The body of an institution with a name of several words: "OSCE Conflict Prevention | Centre Director"."""
    for position in range(start, max(0, start - _NAME_OF_INSTITUTION), -1):
        previous = page.ending.get(position)
        if previous is not None and previous.label in ORGANIZATIONS:
            return previous
        if not page.words[position - 1][:1].isupper() and page.words[position - 1] != "-":
            break
    return None


def leading(head: Mention, modifiers: Sequence[Mention]) -> Mention:
    """The word of a title that is inflected with the whole."""
    return modifiers[0] if modifiers and modifiers[0].label in ("DEPUTY", "ACTING") else head


def is_plural(head: Mention) -> bool:
    """Whether a role word is for sure in the plural."""
    return head.numbers == {PLURAL}


def may_be_plural(head: Mention) -> bool:
    """Whether a role word has the form of a plural."""
    return any(number == PLURAL for number, _ in head.attributes.get("readings", ()))


def is_chief(head: Mention) -> bool:
    """Whether a word may be that of a chief, whose office follows from the institution."""
    return head.label == "CHIEF" or any(row[0] == "CHIEF" for row in head.attributes.get("also", ()))
