"""Reads what follows a role word, word by word, up to the first that does not belong to the title."""

from __future__ import annotations

from cisner.components.titles.ahead import (
    field_end,
    has_portfolio_after,
    is_rank_of_name,
    second_portfolio,
    state_in_turn,
    states_ahead,
)
from cisner.components.titles.charge import body_after_charge
from cisner.components.titles.complement import ORGANIZATIONS, Complement
from cisner.components.titles.grammar import DASHES, Grammar
from cisner.components.titles.modifiers import is_plural, may_be_plural
from cisner.components.titles.page import Page
from cisner.knowledge import MINISTERS
from cisner.mentions import Mention

_PASSED_OVER = frozenset({"MEETING", "AGREEMENT", "DATE", "ACTING", "FORMER", "COUNTERPART"})
_ROLES = frozenset({"ROLE", "CHIEF", "DEPUTY"})
_PLAIN_TITLES = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "former_head_of_state"}
)
_POSTED = frozenset({"ambassador", "other"})  # offices that can be held abroad
_SERVING = frozenset({"other", "presidential_staff"})  # offices of those who may serve the chief of a body
_AT_STATE = _POSTED | {"presidential_staff"}
_POSTED_CLASSES = frozenset({"section", "mission", "faction"})  # "head of the country office in Tashkent"
_CHAIRS = frozenset({"chief.chairman", "role.co_chair"})
_SITTINGS = frozenset({"session", "meeting", "summit", "talks"})
_BODY_AHEAD = 9  # words


class Following:
    """Reads what follows a role word.

    Args:
        grammar: The words of the language.
        page: The text.
        head: The role word.
        limit: Token where the title ends at the latest.
    """

    __slots__ = (
        "_abroad",
        "_found",
        "_frame",
        "_grammar",
        "_head",
        "_limit",
        "_linked",
        "_narrow",
        "_page",
        "_position",
    )

    def __init__(self, grammar: Grammar, page: Page, head: Mention, limit: int) -> None:
        self._grammar = grammar
        self._frame = grammar.frame
        self._page = page
        self._head = head
        self._limit = limit
        self._narrow = head.label == "ROLE" and head.norm in _PLAIN_TITLES
        self._found = Complement(head.end)
        self._position = head.end
        self._abroad = self._linked = False

    def read(self) -> Complement:
        """What follows."""
        while self._position < self._limit:
            mention = self._page.starting.get(self._position)
            if mention is not None and (mention.label == "PERSON" or self._chairs(mention)):
                break
            whole = mention is not None and mention.label not in _PASSED_OVER
            if not (self._mention(mention) if mention is not None and whole else self._word()):
                break
        return self._found

    def _chairs(self, mention: Mention) -> bool:
        """Whether the title ends before a meeting, whose chair is no office: «сопредседатель | консультаций»."""
        own = mention.label == "MEETING" and mention.start == self._head.end
        return own and mention.norm in _SITTINGS and self._head.rule in _CHAIRS

    def _mention(self, mention: Mention) -> bool:
        """Take in a mention, unless it does not belong to the title."""
        found, label = self._found, mention.label
        if label == "DEPUTY" and self._page.lower[self._position] in self._frame.links:
            return self._word()  # "the council under the President"
        if label == "DEPUTY" or (label == "NEUTRAL" and self._narrow):
            return False
        if label in ("ROLE", "CHIEF") and not self._belongs(mention):
            return False
        if label == "STOP" and self._page.words[mention.start].islower():
            return False  # "the ministers of the CIS | are meeting", but "President of Northern Cyprus"
        if label in ("COUNTRY", "ADJECTIVE", "DEMONYM") and found.country and not self._abroad and not self._linked:
            return False
        found.end = self._position = mention.end
        # "Chief of Kyrgyz President's Administration", "Director of the Federal Drug Control Service"
        owner = label == "ORGANIZATION" and self._chief_follows()
        found.take(mention, self._abroad and not owner)
        self._linked = self._linked and (label in ("ADJECTIVE", "NEUTRAL") or owner)
        return True

    def _chief_follows(self) -> bool:
        """Whether a body stands before its chief, whom the title serves: "envoy of the UN Secretary-General"."""
        if self._head.label != "DEPUTY" and self._head.norm not in _SERVING:
            return False
        owned = any(w in self._frame.possessive for w in self._page.lower[self._position : self._position + 1])
        position = self._position + owned
        chief = self._page.starting.get(position)
        if chief is None or not (chief.norm == "head_of_organization" or chief.label == "CHIEF"):
            return False
        self._position = position
        return True

    def _belongs(self, mention: Mention) -> bool:
        """Whether a second role word is inside the first title ("press secretary of the President")."""
        if self._linked and self._page.lower[self._position - 1] not in self._grammar.joins:
            return True
        readings = mention.attributes.get("readings", ())
        return any(case == "gen" for _, case in readings) and not any(
            case == "nom" and number == "sg" for number, case in readings
        )

    def _word(self) -> bool:
        """Take in the word that comes next, unless it does not belong to the title."""
        page, position, found = self._page, self._position, self._found
        grammar, limit = self._grammar, self._limit
        word, folded = page.words[position], page.lower[position]
        if folded in grammar.members and (body := self._body_of_members()):
            self._position = body
            return True
        if folded in grammar.charge_words and (body := self._body_after_charge()):
            self._position = body
            self._linked = True
            return True
        if word == "(" and position + 2 < self._limit and page.bracketed(position):
            inside = page.starting.get(position + 1)
            if inside is not None and inside.label not in ORGANIZATIONS:
                return False
            found.end = self._position = position + 3
            return True
        if folded in self._frame.possessive:
            owned = page.starting.get(position + 1)
            if owned is not None and owned.label in _ROLES:
                return False
            self._position += 1
            return True
        if folded == "," and self._head.norm == "minister" and has_portfolio_after(grammar, page, position, limit):
            self._position += 1
            return True
        second = second_portfolio(grammar, page, position, limit) if folded in self._frame.inner or folded == "," else 0
        if second:
            found.end = self._position = second
            return True
        quoted = 0 if self._narrow else page.quoted(position, limit)
        if quoted:
            self._quote(quoted)
            return True
        if folded in grammar.in_turn and (state := state_in_turn(grammar, page, position + 1, limit)):
            self._position = state
            return True
        if folded in grammar.several and self._of_states(position + 1):
            self._position += 1
            return True
        if folded in self._frame.links and not found.words and (states := states_ahead(grammar, page, position, limit)):
            self._position = states
            return True
        if folded in self._frame.concerning and not self._narrow and (end := field_end(grammar, page, position, limit)):
            found.end = self._position = end
            found.words += 1
            return True
        if folded in self._frame.links or folded in self._frame.inner:
            return self._link(folded)
        if folded in grammar.ranks and is_rank_of_name(grammar, page, position, limit):
            return False
        if self._narrow and not (folded in self._frame.portfolio and (found.has_name or self._joined_portfolio())):
            return False
        if not grammar.is_inside(word, folded, page.lower[position - 1], self._linked or found.has_name):
            return False
        self._position += 1
        found.end = self._position
        found.words += 1
        found.has_name = found.has_name or word[:1].isupper()
        self._linked = False
        return True

    def _body_of_members(self) -> int:
        """Where words for the members of a body go on: "ministers of the member states of the CIS"; or 0.

        At the word for states, of which somebody may be the head, else at the body.
        """
        page, position, states = self._page, self._position, 0
        if self._found.organization or self._found.country or not may_be_plural(self._head):
            return 0
        while position < self._limit and page.lower[position] in self._grammar.members:
            mention = page.starting.get(position)
            if mention is not None and mention.label == "INSTITUTION":
                states = states or position
            position += 1
        body = page.starting.get(position)
        return states or position if position < self._limit and body is not None and body.label == "ORGANIZATION" else 0

    def _body_after_charge(self) -> int:
        """The token of the body of officials in charge of something: "ministers responsible for sport of the"; or 0."""
        if self._found.organization or self._found.country or not may_be_plural(self._head):
            return 0
        return body_after_charge(self._grammar, self._page, self._position, self._limit)

    def _of_states(self, position: int) -> bool:
        """Whether a word for states stands at a token: after "главы двух"."""
        mention = self._page.starting.get(position)
        return self._head.label == "CHIEF" and mention is not None and mention.attributes.get("extra") == "state"

    def _joined_portfolio(self) -> bool:
        """Whether a minister has a further portfolio: "Minister of Foreign Affairs and Emigrants"."""
        joined = self._linked and self._page.lower[self._position - 1] in self._grammar.joins - DASHES
        single = self._head.norm in MINISTERS and not is_plural(self._head)
        return single and (joined or self._found.words > 0)

    def _quote(self, end: int) -> None:
        """Take in a quoted name, with the institution that it begins with."""
        self._found.has_name = True
        inner = self._page.starting.get(self._position + 1)
        if inner is not None and inner.label == "INSTITUTION":
            self._found.take(inner, self._abroad)
        self._position = self._found.end = end

    def _link(self, folded: str) -> bool:
        """Pass over a linking word, unless it does not continue the title."""
        following = self._position + 1
        while following < self._limit and self._page.lower[following] in self._frame.inner:
            following += 1
        if following >= self._limit:
            return False
        envoy = self._head.rule in self._grammar.envoys and folded in self._frame.concerning
        abroad = envoy or folded in self._frame.abroad
        mention = self._page.starting.get(following)
        if mention is not None:
            if not self._links_mention(folded, mention, abroad):
                return False
            abroad = abroad and mention.label not in ("ROLE", "CHIEF")
        elif not self._links_word(folded, following, abroad):
            return False
        # "ambassador to Belarus", but "adviser to the President of Belarus"
        self._abroad = abroad or (self._abroad and folded in self._frame.inner and not self._found.inner_office)
        self._linked = True
        self._position += 1
        return True

    def _links_mention(self, folded: str, mention: Mention, abroad: bool) -> bool:
        """Whether a linking word joins a mention to the title."""
        if mention.label in ("PERSON", "DATE") or folded in DASHES:
            return False
        if folded in self._grammar.with_ and mention.label in _ROLES:
            return False  # "talks of the Prime Minister with President X"
        if folded in self._grammar.joins:
            if mention.label in _ROLES or mention.label in ("ADJECTIVE", "CITY"):
                return False
            if mention.label in ("COUNTRY", "DEMONYM", "ORGANIZATION") and not self._found.abroad:
                return False
        if abroad and mention.label not in ("ROLE", "CHIEF"):  # those: "при президенте Узбекистана"
            cls = self._found.institution_class
            return self._head.norm in _AT_STATE or cls in _POSTED_CLASSES or cls in self._grammar.posted
        if abroad and self._found.country:  # "handed his credentials as Ambassador of Japan to President X"
            return not self._is_of_name(mention)
        return True

    def _is_of_name(self, role: Mention) -> bool:
        """Whether a name stands right after a role word."""
        following = self._page.starting.get(role.end)
        return following is not None and following.label == "PERSON"

    def _links_word(self, folded: str, following: int, abroad: bool) -> bool:
        """Whether a linking word joins a word to the title; one that leads abroad joins names and bodies only."""
        if folded in DASHES:
            return False
        page = self._page
        word = page.words[following]
        if not abroad:
            return self._grammar.is_inside(word, page.lower[following], folded, True)
        near = (page.starting.get(i) for i in range(following, min(self._limit, following + _BODY_AHEAD)))
        body = any(m is not None and m.label in ORGANIZATIONS for m in near)
        named = word[:1].isupper() and not is_plural(self._head)  # not "received the ambassadors in the Kremlin"
        return (named or body) and self._head.norm in _POSTED
