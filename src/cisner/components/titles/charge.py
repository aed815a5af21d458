"""What several officials are in charge of, between their title and their body: "ministers responsible for sport"."""

from __future__ import annotations

from cisner.components.titles.grammar import Grammar
from cisner.components.titles.page import Page

_LONGEST = 12  # tokens from "in charge of" to the body
_INSIDE = frozenset({"INSTITUTION", "ADJECTIVE", "NEUTRAL"})


def body_after_charge(grammar: Grammar, page: Page, position: int, limit: int) -> int:
    """The token of the body after what officials are in charge of, or of the words for its members; 0 without one.

    Args:
        grammar: The words of the language.
        page: The text.
        position: Token where "in charge of" or words like these may begin.
        limit: Token where the title ends at the latest.
    """
    start = _end_of_phrase(grammar, page, position)
    links = grammar.frame.links | grammar.frame.inner
    for index in range(start, min(limit, start + _LONGEST)) if start else ():
        mention, word = page.starting.get(index), page.lower[index]
        if mention is not None and mention.label == "ORGANIZATION":
            linked = page.lower[index - 1 - (page.lower[index - 1] in grammar.the)]
            return 0 if linked in grammar.with_ else index  # "responsible for relations with the EU"
        if mention is not None and mention.label not in _INSIDE:
            return 0
        if word == "," or word in links or word in grammar.members or mention is not None:
            continue
        if not page.words[index].islower() or word in grammar.stop_words or not grammar.may_be_charge(word):
            return 0
    return 0


def _end_of_phrase(grammar: Grammar, page: Page, position: int) -> int:
    """The token after words like "in charge of" that begin at a token, or 0."""
    for phrase in grammar.charged:
        words = page.lower[position : position + len(phrase)]
        pairs = zip(words, phrase, strict=False)
        if len(words) == len(phrase) and all(w == p or (p[-1] == "*" and w.startswith(p[:-1])) for w, p in pairs):
            return position + len(phrase)
    return 0
