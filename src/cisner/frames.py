"""What pattern files tell of the words around mentions: titles, meetings, documents, talks, dates and places."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass

from cisner.small_words import STRICT


def _compilable(ending: str) -> str:
    try:
        re.compile(ending)
    except re.error as error:
        raise ValueError(f"no regular expression: {error}") from None
    return ending


# A regular expression at the end of a lower-case word.
Ending = Annotated[str, AfterValidator(_compilable)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class RoleFrame:
    """The words that may stand inside a title."""

    links: frozenset[str]
    abroad: frozenset[str]
    concerning: frozenset[str]  # prepositions before what an envoy is concerned with
    inner: frozenset[str]
    portfolio: frozenset[str]
    further: tuple[str, ...]
    charged: tuple[str, ...]  # what stands between officials and what they are in charge of; ``*`` for any ending
    before: tuple[str, ...]
    possessive: frozenset[str]
    emphatic: frozenset[str] = frozenset()  # words between the state and a title: "Azerbaijan's own"
    left: frozenset[str]
    reach: frozenset[str] = frozenset()  # prepositions that may stand between a title and its name
    inner_ending: str = ""
    verb_ending: str = ""
    adjective_ending: str = ""


@dataclass(frozen=True, kw_only=True, config=STRICT)
class MeetingFrame:
    """The words around a meeting noun."""

    ends: tuple[str, ...]  # beginnings of words for the end of a session
    fillers: frozenset[str]
    subject_links: frozenset[str]
    subject_endings: tuple[str, ...]
    joint: tuple[str, ...]
    level: frozenset[str]
    ministerial: tuple[str, ...]
    top_level: tuple[str, ...]
    next: tuple[str, ...]
    coming: tuple[str, ...]
    eve: tuple[str, ...]
    next_after: tuple[str, ...]
    between: frozenset[str]
    margin: tuple[str, ...]
    format: frozenset[str]
    capital: frozenset[str]
    other_capital: tuple[str, ...]
    previous: tuple[str, ...]
    regular: tuple[str, ...]
    modifiers: tuple[str, ...]
    links: frozenset[str]
    holds: frozenset[str]
    tight: frozenset[str] = frozenset()
    adjective_ending: Ending = ""
    interstate: tuple[str, ...] = ()
    border: tuple[str, ...] = ()
    house: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Setting:
    """The words before and after dates and places that say what these are of."""

    inside: frozenset[str]
    which: tuple[str, ...]
    in_which: tuple[str, ...]
    away: frozenset[str]
    residents: frozenset[str]
    named_after: frozenset[str]
    limit: frozenset[str]
    span: frozenset[str]
    date_of: frozenset[str]
    year_after: frozenset[str]
    before_day: frozenset[str]
    onward: frozenset[str]
    session: frozenset[str]
    conjunction: frozenset[str]
    contrast: frozenset[str]
    towards: frozenset[str]
    into: frozenset[str]
    when: str


@dataclass(frozen=True, kw_only=True, config=STRICT)
class AgreementFrame:
    """The words around the noun of a document."""

    links: frozenset[str]
    modifiers: tuple[str, ...]
    stops: frozenset[str]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class DocumentWords:
    """The words and endings that tell where the title of a document begins and ends; ``stem*`` is a prefix."""

    articles: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    as_well: frozenset[str] = frozenset()
    link_variants: tuple[frozenset[str], ...] = ()
    joint: tuple[str, ...] = ()
    another: frozenset[str] = frozenset()
    distributives: frozenset[str] = frozenset()
    numerals: frozenset[str] = frozenset()
    concessions: frozenset[str] = frozenset()
    nominative_endings: tuple[Ending, ...] = ()
    subject_links: frozenset[str] = frozenset()
    remembered: tuple[str, ...] = ()
    anniversaries: tuple[str, ...] = ()
    dated: frozenset[str] = frozenset()
    purpose: frozenset[str] = frozenset()
    drafts: tuple[str, ...] = ()
    draft_reach: int = 2
    begins_next: frozenset[str] = frozenset()
    begins_nothing: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    telling: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    amendments: frozenset[str] = frozenset()
    amended: frozenset[str] = frozenset()
    demanding: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    bills: tuple[str, ...] = ()
    before_verb: frozenset[str] = frozenset()
    before_next: frozenset[str] = frozenset()
    members: tuple[str, ...] = ()
    comma_stops: frozenset[str] = frozenset()
    relative_pronouns: tuple[str, ...] = ()
    comma_continues: tuple[str, ...] = ()
    occasion_prepositions: frozenset[str] = frozenset()
    term_links: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    trailing: frozenset[str] = frozenset()
    genitive_endings: tuple[Ending, ...] = ()
    genitive_sure_endings: tuple[Ending, ...] = ()
    not_genitive: frozenset[str] = frozenset()
    adjective_endings: tuple[Ending, ...] = ()
    finite_endings: tuple[Ending, ...] = ()
    noun_like_endings: tuple[Ending, ...] = ()
    active_participle_suffixes: tuple[str, ...] = ()
    passive_participle_endings: tuple[Ending, ...] = ()
    predicate_endings: tuple[Ending, ...] = ()
    place_endings: tuple[Ending, ...] = ()
    agreeing_endings: tuple[Ending, ...] = ()
    nominal: tuple[str, ...] = ()
    company: frozenset[str] = frozenset()
    still: frozenset[str] = frozenset()
    correlatives: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    nominative: dict[str, dict[str, str]] = Field(default_factory=dict)
    reduced_endings: tuple[Ending, ...] = ()
    vague_endings: tuple[Ending, ...] = ()
    after_verbs: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    untelling: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    empty_subjects: frozenset[str] = frozenset()
    issuer_links: frozenset[str] = frozenset()
    issued_by: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    generic: tuple[str, ...] = ()
    pronouns_one: frozenset[str] = frozenset()
    pronouns_many: frozenset[str] = frozenset()
    carried_out: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    unnamed: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    bases: tuple[str, ...] = ()
    attained: frozenset[str] = frozenset()
    gerund_endings: tuple[str, ...] = ()
    negations: frozenset[str] = frozenset()
    contrasts: frozenset[str] = frozenset()
    not_yet: frozenset[str] = frozenset()
    not_only: frozenset[str] = frozenset()
    general: tuple[str, ...] = ()
    infinitives: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class TalkWords:
    """The words around talks between people; those in tuples are mostly beginnings of words."""

    pairs: tuple[str, ...]
    trios: tuple[str, ...]
    fours: tuple[str, ...]
    fives: tuple[str, ...]
    no_people: tuple[str, ...]
    spoken: tuple[str, ...]
    guests: tuple[str, ...]
    theirs: frozenset[str]
    once: frozenset[str]
    duration: tuple[str, ...]
    who: tuple[str, ...]
    among: tuple[str, ...]
    one_table: tuple[str, ...]
    separate: tuple[str, ...]
    counts: frozenset[str]
    interviews: tuple[str, ...]
    rows: tuple[str, ...]
    partners: tuple[str, ...]
    before_next: frozenset[str]
    afterwards: frozenset[str]
    two_sided: tuple[str, ...]
    audiences: tuple[str, ...]
    trilateral: tuple[str, ...]
    gathered: tuple[str, ...]
    things: tuple[str, ...]
    arrival: tuple[str, ...]
    welcome: tuple[str, ...]
    delegation: tuple[str, ...]
    led: tuple[str, ...]
    between: frozenset[str]
    each: frozenset[str]
    at_once: frozenset[str]
    awaited_between: frozenset[str]
    by: frozenset[str]
    beside_with: frozenset[str]
    owner: frozenset[str]
    on_which: tuple[str, ...]
    joins: frozenset[str]
    ends: frozenset[str]
    guest: frozenset[str]
    host: frozenset[str]
    definite: frozenset[str]
    this: frozenset[str]
    asking: frozenset[str]
    mutual: tuple[str, ...]
    table: tuple[str, ...]
    relations: frozenset[str]
    matters: frozenset[str]
    discusses: tuple[str, ...]
    hails: tuple[str, ...]
    acts: tuple[str, ...]
    purpose: frozenset[str]
    for_talks: frozenset[str]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Contractions:
    """Short forms of words: the second part, and the first part where that is short as well ("wo" of "won't")."""

    endings: dict[str, str]
    stems: dict[str, str]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ObjectPronouns:
    """Pronouns that are spelled like possessives, what they are read as, and the words that show that they are none."""

    read_as: dict[str, str]
    before: frozenset[str]
