"""The mention of a title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cisner.components.titles.complement import ORGANIZATIONS, Complement, state_of
from cisner.components.titles.grammar import Grammar
from cisner.components.titles.modifiers import body_before, is_plural, leading, represented_before
from cisner.components.titles.office import is_body_word, of_unnamed_body, office_in_place
from cisner.components.titles.page import Page
from cisner.mentions import Mention
from cisner.morphology import PLURAL, SINGULAR

_TO_STATE = 2  # tokens of "of the" before a state
_NATIONAL = frozenset(
    {"head_of_government", "deputy_head_of_government", "foreign_minister", "defence_minister", "minister"}
)
_OF_EACH = frozenset({"INSTITUTION", "ROLE", "CHIEF"})


def _ends_with_inner(page: Page, complement: Complement, end: int) -> bool:
    """Whether a title ends with the office of whom its holder serves, or with its state."""
    state = page.ending.get(end)
    if state is not None and state.label == "COUNTRY" and 0 <= state.start - complement.inner_end <= _TO_STATE:
        return True
    return complement.inner_end == end


def write(
    grammar: Grammar,
    page: Page,
    start: int,
    head: Mention,
    complement: Complement,
    office: str,
    modifiers: Sequence[Mention],
    whole: bool,
) -> Mention:
    """The mention of a title.

    Args:
        grammar: The words of the language.
        page: The text.
        start: First token of the title, without the state before it.
        head: The role word.
        complement: What follows it.
        office: The office that the two mean.
        modifiers: Those before the role word.
        whole: Whether nothing but modifiers stands before the role word.
    """
    kinds = [m.label for m in modifiers]
    left = represented_before(grammar, page, start)
    office = office_in_place(grammar, head, complement, office, modifiers, left)
    of_body = of_unnamed_body(complement) or (left is not None and is_body_word(left))
    if left is not None and left.label == "INSTITUTION":
        complement.institution_country = complement.institution_country or state_of(left)
        left = represented_before(grammar, page, left.start) or body_before(page, left.start) or left
    city = _city_before(grammar, page, start) if left is None else None
    if city is not None and office == "regional_head":
        complement.take(city, abroad=False)  # "Moscow Mayor"
    elif city is not None and city.end < start and office in _NATIONAL:
        complement.country = complement.country or city.rule.partition(".")[2]  # "Cairo's foreign minister"
    complement.organization = complement.organization or grammar.body_of.get(head.rule, "")
    complement.country = complement.country or grammar.state_of.get(head.rule, "")
    country, organization = _represented(complement, office, left)
    numbers, readings = _readings(grammar, page, start, head, leading(head, modifiers))
    end = max(complement.end, head.end)
    if complement.institution_class == "state" and not grammar.several.isdisjoint(page.lower[head.end : end]):
        numbers = {PLURAL}  # "главы двух государств"
    attributes: dict[str, Any] = {
        "office": office,
        "country": country,
        "organization": organization,
        "abroad": complement.abroad,
        "number": "pl" if numbers == {PLURAL} else ("sg" if PLURAL not in numbers else "either"),
        "readings": readings,
        "acting": "ACTING" in kinds,
        "former": "FORMER" in kinds,
        "weak": head.attributes.get("extra") == "needs_country" and not country and not organization,
        "left": left.start if left is not None else start,
        "bare": complement.end == head.end,
        "of_body": of_body and not (country or organization),
        # the office of whom the holder serves, where the title ends with it: "aide to President", "… of Kenya"
        "serves": complement.inner_office if _ends_with_inner(page, complement, end) else "",
        "plain": whole and not (complement.words or complement.institution or complement.has_name),
        "owners": complement.owners if len(complement.owners) > 1 and all(complement.owners) else [],
        "heads": [[m.start, m.end, _lemma(m)] for m in _inflected(modifiers, head)],
        "governed": [],
    }
    if numbers == {PLURAL}:
        attributes["governed"] = _governed(grammar, page, modifiers, head, end)
    return Mention("TITLE", start, end, office, head.rule, attributes)


def _city_before(grammar: Grammar, page: Page, start: int) -> Mention | None:
    """The city before a title, in languages that put it there: "Moscow Mayor", "Cairo's foreign minister"."""
    if "COUNTRY" not in grammar.frame.left:
        return None
    while start and page.lower[start - 1] in grammar.frame.possessive:
        start -= 1
    city = page.ending.get(start)
    return city if city is not None and city.label == "CITY" else None


def _inflected(modifiers: Sequence[Mention], head: Mention) -> list[Mention]:
    """The words of a title that have its number and case: "нового президента", "заместителей" of a minister."""
    chain = [*modifiers, head]
    last = next(i for i, m in enumerate(chain) if m.label != "NEUTRAL")
    return chain[: last + 1]


def _governed(grammar: Grammar, page: Page, modifiers: Sequence[Mention], head: Mention, end: int) -> list[list[Any]]:
    """Plurals after those words, of which each holder has one: "deputy ministers", "heads of the ministries"."""
    own = len(_inflected(modifiers, head))
    after = (page.starting.get(index) for index in range(head.end, end))
    chain = [*modifiers, head][own:] + [m for m in after if m is not None and m.label in _OF_EACH]
    return [
        [m.start, m.end, m.attributes["governed"]]
        for m in chain
        if m.attributes.get("governed")
        and m.attributes.get("extra") != "state"
        and (m.start in page.ending or not grammar.is_adjective(page.lower[m.start - 1]))
    ]


def _lemma(mention: Mention) -> str:
    """The dictionary form; "" for an adjective that stands in the nominative singular of its gender."""
    if mention.label == "NEUTRAL" and (SINGULAR, "nom") in mention.attributes["readings"]:
        return ""
    return str(mention.attributes.get("lemma", ""))


def _represented(complement: Complement, office: str, left: Mention | None) -> tuple[str, str]:
    """The state and the body of the office."""
    organization = complement.organization
    country = complement.country
    if left is not None and left.label in ORGANIZATIONS:
        organization = organization or left.norm
        country = "" if office == "other" else country  # "World Bank country manager for Uzbekistan"
    elif left is not None and left.label != "INSTITUTION":
        country = country or left.norm
    if office == "regional_head":
        country = country or complement.city_country
    if not organization:
        country = country or complement.institution_country
    if office == "head_of_organization" and organization:
        country = ""
    return country, organization


def _readings(
    grammar: Grammar, page: Page, start: int, head: Mention, source: Mention
) -> tuple[set[str], list[tuple[str, str]]]:
    """The numbers that a title may have, and its readings of number and case."""
    readings = list(source.attributes.get("readings", ()))
    numbers = {number for number, _ in readings}
    if source is not head and is_plural(head) and any(c in ("nom", "any") for _, c in head.attributes["readings"]):
        numbers = {PLURAL}  # "deputy ministers": the noun, not the modifier, has the number
    if start and page.lower[start - 1] in grammar.several:
        numbers = {PLURAL}  # "два президента": a numeral that governs the singular
    if any(tuple(page.lower[start - len(o) : start]) == o for o in grammar.one_of):
        return {SINGULAR}, []
    return numbers, readings
