"""The office that a title means."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.components.titles.complement import MINISTRIES, ORGANIZATIONS, Complement
from cisner.components.titles.grammar import Grammar
from cisner.components.titles.modifiers import is_chief, is_plural, may_be_plural, represented_before
from cisner.components.titles.page import Page
from cisner.knowledge import MINISTERS
from cisner.mentions import Mention

_ANY_MINISTER = ("minister", *MINISTERS)
_BODY = "international"
_COUNCIL = "security_council"
_STATE = "state"
_UNTELLING = frozenset({"chairman", "head"})
_HEADS = _UNTELLING | {"head_of_organization"}
_OF_BODIES = _HEADS | {""}
_OF_BODY = ("head_of_state", "head_of_parliament", "other")  # what the chief of a body may be taken for
_MEMBERS = {"parliament": "parliamentarian"}
_DEPUTIES = ("deputy_head_of_government", "deputy_minister")


def office_of(grammar: Grammar, head: Mention, complement: Complement) -> str | None:
    """The office that a role word means with what follows it, or None for no title."""
    if head.label == "ROLE":
        return _of_role(grammar, head, complement)
    if head.rule in grammar.member_of:
        return grammar.member_of[head.rule].get(complement.institution_class)
    if complement.institution_class == _BODY and complement.country and not complement.organization:
        return "agency_head"  # "head of the Atomic Energy Organization of Iran"
    if _of_council_of_states(head, complement):
        return "head_of_organization"
    inner = bool(complement.organization) and (complement.institution or complement.words)
    if inner and complement.inner_office in _HEADS and head.label == "CHIEF":
        return "other"  # "head of the secretariat of the Secretary General"
    if complement.organization and complement.abroad and complement.institution_class in grammar.posted:
        return grammar.posted[complement.institution_class]
    if complement.institution:
        return complement.institution
    if complement.organization:
        return "head_of_organization"
    if head.label == "DEPUTY":
        return None
    if complement.has_name:
        return "agency_head"
    if complement.inner_office and complement.inner_office not in _UNTELLING:
        return complement.inner_office
    if complement.country and not complement.words:
        return "head_of_state" if complement.by_noun else None
    return "other" if complement.words else None


def seat_before(grammar: Grammar, page: Page, start: int, head: Mention) -> str | None:
    """The office of a member of the house that stands before the title: "State Duma deputy"."""
    house = represented_before(grammar, page, start)
    if house is None or house.label != "INSTITUTION":
        return None
    of = _MEMBERS if head.label == "DEPUTY" else grammar.member_of.get(head.rule, {})
    return of.get(str(house.attributes.get("extra", "")))


def _of_council_of_states(head: Mention, complement: Complement) -> bool:
    """Whether the states of a body only say whose its organ is: «председатель Совета министров финансов стран СНГ»."""
    states = complement.institution_class == _STATE and bool(complement.organization)
    return states and complement.words > 0 and not is_plural(head)


def is_body_word(mention: Mention) -> bool:
    """Whether a mention is a word for any international body: "the organization"."""
    return mention.label == "INSTITUTION" and mention.attributes.get("extra") == _BODY


def of_unnamed_body(complement: Complement) -> bool:
    """Whether a title is of a body that it does not name: "press secretary of the organization"."""
    if complement.institution_class != _BODY or complement.organization or complement.country:
        return False
    return complement.inner_office in _OF_BODIES  # not "the president's envoy for it"


def _of_role(grammar: Grammar, head: Mention, complement: Complement) -> str:
    """The office of a role word that has one of its own."""
    chief, plural = is_chief(head), is_plural(head)
    of_state = head.norm == "head_of_state"
    if chief and _of_council_of_states(head, complement):
        return "head_of_organization"
    if complement.institution and chief and (complement.institution_class != _STATE or of_state):
        return complement.institution
    at_ministry = grammar.at_ministry.get(head.rule, "")
    of_minister = complement.inner_office in _ANY_MINISTER  # "assistant to the foreign minister"
    if at_ministry and (complement.institution_class in MINISTRIES or of_minister):
        return at_ministry
    if complement.institution_class == _COUNCIL and head.rule in grammar.at_council:
        return grammar.at_council[head.rule]
    of_body = (bool(complement.organization) or of_unnamed_body(complement)) and not complement.country and not plural
    if of_body and head.rule in grammar.at_body and not (may_be_plural(head) and grammar.at_body[head.rule] == "other"):
        return grammar.at_body[head.rule]  # "главы МИД СНГ" are several: the CIS has no minister
    if complement.reached and chief and not complement.organization:
        return complement.institution or ("agency_head" if complement.has_name else "other")
    if of_state and chief:
        if of_body:
            return "head_of_organization"
        if not complement.inner_office and complement.has_name and not complement.country:
            return "agency_head"
    return head.norm


def office_in_place(
    grammar: Grammar,
    head: Mention,
    complement: Complement,
    office: str,
    modifiers: Sequence[Mention],
    left: Mention | None,
) -> str:
    """The office with the modifiers of the title, and with the institution or body that stands before it."""
    if head.rule not in grammar.member_of:
        office = _of_chief(head, complement, office, left)
    kinds = {m.label for m in modifiers}
    if "DEPUTY" in kinds:
        office = grammar.deputy_of.get(office, office if office in _DEPUTIES else "other")
    if "FORMER" in kinds:
        office = grammar.former_of.get(office, office)
    if left is None:
        return office
    if left.label == "INSTITUTION" and left.attributes.get("extra") in MINISTRIES:
        return grammar.at_ministry.get(head.rule, office)
    if left.label == "INSTITUTION" and left.attributes.get("extra") == _COUNCIL:
        return grammar.at_council.get(head.rule, office)
    if is_body_word(left) and not complement.country:
        return grammar.at_body.get(head.rule, office)
    if left.label in ORGANIZATIONS and not complement.country and not modifiers and not is_plural(head):
        return grammar.at_body.get(head.rule, office)
    return office


def _of_chief(head: Mention, complement: Complement, office: str, left: Mention | None) -> str:
    """The office of the chief of an institution or body that stands before the title."""
    if left is None or not is_chief(head) or (complement.institution and complement.institution_class != _STATE):
        return office
    if left.label == "INSTITUTION" and (complement.institution or not complement.words):
        return left.norm  # "Security Council Secretary of the host country"
    if complement.country:
        return office
    if left.label in ORGANIZATIONS and not is_plural(head) and office in _OF_BODY:
        return "head_of_organization"
    return office
