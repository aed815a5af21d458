"""Finds titles in a text."""

from __future__ import annotations

from cisner.components.component import Component
from cisner.components.titles.complement import Complement
from cisner.components.titles.following import Following
from cisner.components.titles.grammar import Grammar
from cisner.components.titles.modifiers import find_head, modifiers_before, represented_before
from cisner.components.titles.office import office_of, seat_before
from cisner.components.titles.page import Page
from cisner.components.titles.reach import reach
from cisner.components.titles.writing import write
from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.words import Words

_BEGINNING = frozenset({"ROLE", "CHIEF", "DEPUTY", "COUNTERPART"})
_LONGEST = 30  # words
_ASIDE = (",", "–", "—", "(")
_BEFORE_NAME = (*_ASIDE, ":")


_STATES = frozenset({"ADJECTIVE", "COUNTRY", "DEMONYM"})
_BEFORE_STATE = frozenset({"FORMER", "ACTING"})


def _of_one_named(page: Page, title: Mention, complement: Complement, ranks: frozenset[str]) -> bool:
    """Whether a title of a state or body stands beside a name: "Kai Eide, the representative of the OSCE"."""
    party = (
        title.attributes["country"] or title.attributes["organization"] or complement.institution or complement.words
    )
    if not party or title.attributes["number"] == "pl":
        return False
    return _beside_name(page, int(title.attributes["left"]), title.end, ranks)


def _beside_name(page: Page, start: int, end: int, ranks: frozenset[str] = frozenset()) -> bool:
    """Whether a name stands beside the words of a title: "his deputy X", "представитель министерства полковник X"."""
    after = end + (page.lower[end] in _BEFORE_NAME if end < len(page.lower) else 0)
    while after < len(page.lower) and page.lower[after] in ranks:
        after += 1
    comma = next((i for i in (start - 1, start - 2) if page.lower[i] in _ASIDE), -1)
    beside = (page.starting.get(after), page.ending.get(comma))
    return any(m is not None and m.label == "PERSON" for m in beside)


class Titles(Component):
    """Builds TITLE mentions from the role words of the gazetteer.

    Args:
        lexicon: The language's lexicon.
        stop_words: Words that never belong to a title.
    """

    def __init__(self, lexicon: Lexicon, stop_words: frozenset[str]) -> None:
        self._grammar = Grammar(lexicon, stop_words)

    def find(self, kept: Words) -> None:
        """Add the titles."""
        page = Page.of(kept)
        titles: list[Mention] = []
        reached = 0
        for mention in page.mentions:
            if mention.start < reached or mention.label not in _BEGINNING:
                continue
            title = self._title(page, mention, kept.sentence_end(mention.start))
            if title is not None:
                titles.append(title)
                reached = title.end
        kept.add(titles)

    def _title(self, page: Page, mention: Mention, sentence_end: int) -> Mention | None:
        """The title that begins at a mention, with modifiers before it."""
        grammar = self._grammar
        if mention.label == "COUNTERPART":
            return write(grammar, page, mention.start, mention, Complement(mention.end), "counterpart", [], True)
        head, modifiers = find_head(grammar, page, mention)
        if head is None:
            if mention.label != "DEPUTY":
                return None
            head, modifiers = mention, [mention]
        if page.lower[mention.start] in grammar.leads and page.lower[mention.start - 1].startswith(grammar.who):
            return None  # "X, who heads the ministry"
        if head.label == "CHIEF" and head.end < len(page.lower) and page.lower[head.end] in grammar.the:
            return None  # "X and Y head the delegations"
        start, left = modifiers_before(grammar, page, mention)
        modifiers = left + modifiers
        limit = min(sentence_end, mention.start + _LONGEST)
        complement = Following(grammar, page, head, limit).read()
        state = represented_before(grammar, page, start)
        past = page.ending.get(state.start) if state is not None and state.label in _STATES else None
        if state is not None and past is not None and past.label in _BEFORE_STATE:  # "former Kazakh President"
            start, modifiers = past.start, [past, *modifiers]
            complement.country = complement.country or state.norm
        inner = page.ending.get(head.start)
        if inner is not None and inner.label == "ADJECTIVE" and inner.start > mention.start:
            complement.country = complement.country or inner.norm  # "заместитель таджикского министра"
        reach(grammar, page, head, modifiers, complement, limit)
        office = office_of(grammar, head, complement) or seat_before(grammar, page, start, head)
        if head.label == "DEPUTY" and office is None and _beside_name(page, head.start, head.end):
            return write(grammar, page, head.start, head, complement, "counterpart", [], True)
        chief = head.label == "CHIEF" and head.rule not in grammar.member_of
        if office is None and chief and represented_before(grammar, page, start) is not None:
            office = "other"
        if office is None:
            return None
        title = write(grammar, page, start, head, complement, office, modifiers, start == mention.start)
        if head.attributes.get("extra") == "beside_name" and not _of_one_named(page, title, complement, grammar.ranks):
            return None
        return title
