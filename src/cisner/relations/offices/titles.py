"""Titles whose office depends on the state or body: the Secretary of State of the US is its foreign minister."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cisner.lexicon import Lexicon
from cisner.relations.cast import PersonRecord


def offices_of_states(lexicon: Lexicon, people: Sequence[PersonRecord]) -> None:
    """Give titles the office that they have in the state of their holder."""
    offices = _by_state(lexicon)
    for person in people:
        for post in person.posts:
            if post.title is not None:
                post.office = offices.get((post.title.rule, post.represents), post.office)


@lru_cache(maxsize=4)
def _by_state(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """The offices that titles have in some states, by the rule of the title and the state."""
    return {(f"role.{r.name}", country): office for r in lexicon.file.role for country, office in r.by_country.items()}


@lru_cache(maxsize=4)
def offices_at_bodies(lexicon: Lexicon) -> dict[str, str]:
    """The offices that titles have at an international body, by the rule of the title."""
    return {f"role.{r.name}": r.at_organization for r in lexicon.file.role if r.at_organization}


@lru_cache(maxsize=4)
def vague_titles(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Offices that titles mean in some states, or at the head of a body: those of a "Secretary of State"."""
    head = "head_of_organization"
    found = {
        f"role.{r.name}": frozenset({*r.by_country.values(), *((head,) if r.at_organization == head else ())})
        for r in lexicon.file.role
    }
    return {rule: offices for rule, offices in found.items() if offices}
