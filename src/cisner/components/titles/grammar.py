"""The words that a language lets stand in a title and around it."""

from __future__ import annotations

import re

from cisner.lexicon import Lexicon

DASHES = frozenset({"-", "–", "—"})


class Grammar:
    """The role frame of a language, compiled.

    Args:
        lexicon: The language's lexicon.
        stop_words: Words that never belong to a title.
    """

    def __init__(self, lexicon: Lexicon, stop_words: frozenset[str]) -> None:
        file, frame = lexicon.file, lexicon.file.role_frame
        self.frame = frame
        self.before = frozenset(tuple(b.split()) for b in frame.before)
        self.joins = file.setting.conjunction | DASHES | {"&"}
        self.with_ = file.words.with_
        self.further = [tuple(f.split()) for f in frame.further]
        self.one_of = [tuple(o.split()) for o in file.words.one_of]
        self.several = file.words.several
        self.in_turn = file.words.in_turn
        self.charged = [tuple(c.split()) for c in frame.charged]
        self.charge_words = frozenset(c[0] for c in self.charged)
        self.the = file.words.the
        self.members = file.words.shared_between | file.words.shared_states
        self.deputy_of, self.former_of = file.deputy_of, file.former_of
        self.at_ministry = {f"role.{r.name}": r.at_ministry for r in file.role if r.at_ministry}
        self.at_council = {f"role.{r.name}": r.at_security_council for r in file.role if r.at_security_council}
        self.at_body = {f"role.{r.name}": r.at_organization for r in file.role if r.at_organization}
        self.body_of = {f"role.{r.name}": r.body for r in file.role if r.body}
        self.member_of = {f"chief.{c.name}": c.of for c in file.chief if c.of}
        self.posted = {i.cls: i.posted for i in file.institution if i.posted}
        self.envoys = frozenset(f"role.{r.name}" for r in file.role if r.envoy)
        self.state_of = {f"role.{r.name}": r.country for r in file.role if r.country}
        self.leads, self.who = file.words.leads, file.talks.who
        self.ranks = lexicon.names.honorifics
        self.stop_words = stop_words - frame.links - frame.inner - frame.portfolio
        self._dates = {w for r in lexicon.dates["relative"] for w in r.split()}
        self._dates.update(lexicon.dates["context"]["future"], *lexicon.dates["months"].values())
        self._inner = re.compile(frame.inner_ending) if frame.inner_ending else None
        self._verb = re.compile(frame.verb_ending) if frame.verb_ending else None
        self._adjective = re.compile(frame.adjective_ending) if frame.adjective_ending else None

    def is_oblique(self, folded: str) -> bool:
        """Whether a word has the ending of those that continue a title."""
        return bool(self._inner and self._inner.search(folded))

    def is_adjective(self, folded: str) -> bool:
        """Whether a word has the ending of an adjective, in a language whose adjectives agree."""
        return bool(self._adjective and self._adjective.search(folded))

    def may_be_charge(self, folded: str) -> bool:
        """Whether a word may tell what somebody is in charge of: no verb, or one of the words for that."""
        return folded in self.frame.portfolio or (self._verb is not None and not self.is_verb(folded, ""))

    def is_verb(self, folded: str, before: str) -> bool:
        """Whether a word has the ending of a verb, and the one before it is no adjective."""
        if self._verb is None or not self._verb.search(folded):
            return False
        return self._adjective is None or not self._adjective.search(before)

    def is_inside(self, word: str, folded: str, before: str, expected: bool) -> bool:
        """Whether a word can stand inside a title.

        Args:
            word: The word.
            folded: The same in lower case.
            before: The word before it.
            expected: Whether a linking word or a name stands before it.
        """
        if not word[:1].isalpha() or folded in self.stop_words or folded in self._dates:
            return False
        if folded in self.frame.portfolio:
            return True
        if word.islower() and self.is_verb(folded, before):
            return False
        if self._inner is None:
            return word[0].isupper() and expected
        foreign = (word.isupper() and len(word) > 1) or (word[0].isupper() and word.isascii())
        return foreign or self.is_oblique(folded)
