"""The small words of a language that rules look for around what was found: ``[words]`` of ``lexicon.toml``."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass

from cisner.morphology import fold


def _folded(words: str) -> str:
    """What is compared with the folded words of a text has to be folded itself, and "" would fit anything."""
    if not words.strip():
        raise ValueError("an empty word")
    if fold(words) != words:
        raise ValueError(f"{words!r} can never match: write {fold(words)!r}")
    return words


STRICT = ConfigDict(extra="forbid")
_Folded = Annotated[str, AfterValidator(_folded)]
Words = frozenset[_Folded]
Phrases = tuple[_Folded, ...]
Beginnings = tuple[_Folded, ...]  # of words
Endings = tuple[_Folded, ...]  # of words, or of what stands before something


# A dataclass is read in a third of the time that a model takes, and these words are read all the time.
@dataclass(frozen=True, kw_only=True, config=STRICT)
class SmallWords:
    """The lists of words by what they tell; what each is for is said beside it in ``lexicon.toml``."""

    on_behalf: Phrases
    stands_for: Beginnings
    speaks_for: Beginnings
    the: Words
    a: Words
    genitive: Words
    labours: Words
    crowd: Beginnings
    opinion_of: Beginnings
    premises: Beginnings
    belongings: Beginnings
    everybody: Words
    no_one: Words
    sends_whom: Words
    often: Phrases
    in_name_of: Endings
    for_state: Words
    that_of: Endings
    on_side: Endings
    by_whom: Phrases
    of_hosts: Phrases
    member_of: Phrases
    passive_before: Words
    plural_verb: Endings
    passive_end: Words
    host_noun: Words
    as_: Words = Field(alias="as")
    observing: Words
    there: Words
    here: Words
    same_place: Phrases
    back_then: Phrases
    for_session: Words
    both_of: Words
    possessive_pronoun: Words
    personal_possessive: Words
    company: Phrases
    beside: Words
    at: Words
    relative: Words
    at_that_time: Phrases
    copula: Phrases
    tenure: Words
    perfect: Words
    tenure_past: Words
    tenure_before: Words
    tenure_of_whom: Words
    tenure_frame: Words
    succession: Words
    in_place: Phrases
    in_place_of: Endings
    that_office: Phrases
    both: Phrases
    all_three: Phrases
    one_by_one: Phrases
    several: Words
    predicate: Words
    copula_far: Endings
    acting_verb: Endings
    whose: Words
    leads: Words
    represents: Beginnings
    represents_at: Beginnings  # what an ambassador does: "who represents Russia in Kyrgyzstan"
    it: Words
    it_object: Words  # a meeting that something is done with: «Ее назначили на июль»
    event: Words
    moved_to: Words
    venue_premises: Beginnings
    moved_from: Words
    it_there: Words
    margins: Words
    long_before: Phrases
    before_now: Words
    invited_by: Phrases
    whom: Words
    infinitive: Words
    purpose: Words  # before a noun for what is to be done: «для участия»
    infinitive_endings: Endings
    infinitive_between: Words
    occasion: Words
    occasion_before: Words
    goal: Words
    left_at_that: Words
    venue: Beginnings
    or_: Words = Field(alias="or")
    oblique_endings: Endings
    such: Words
    settlement: Words
    series_fillers: Words
    plural_before: Endings
    after: Words
    fellows: Words
    about: Words
    weight: Beginnings
    joining: Words
    holding: Beginnings
    where: Words
    speech_at: Words
    for_now: Words
    own_chief: Words
    own_state: Words
    in_turn: Words
    shared_states: Words
    shared_between: Words
    calls_off: Beginnings
    subject_pronoun: Words
    of_state: Words
    one_of: Phrases
    named_already: Phrases
    that: Words
    read_also: Phrases
    they_alone: Words
    all_are: Words
    they: Words
    in_addition: Phrases
    as_a_rule: Phrases
    last_time: Phrases
    has_begun: Beginnings  # of verbs beside a meeting that is under way or over: "opened", «проходит»
    begins_now: Words
    counted: Phrases
    all_received: Phrases
    delegation_heads: Phrases
    delegations: Words
    sends: Words
    number: Words
    ordinals: Beginnings
    ordinal_endings: Endings
    ones: Words
    of_them: tuple[str, ...]
    at_first: Words
    region: Beginnings
    neither: Words
    not_guests: Words
    credited: Phrases
    without: Words
    so_far: Endings
    them: Words
    plan: Words
    will_not_be: Phrases
    who: Words
    only: Words
    nobody: Words
    those: Words
    came: Words
    eponym: Endings
    eponym_place: Beginnings
    eponym_thing: Words
    opening: Words
    as_said: Words
    says_that: Words
    according: Phrases
    and_: Phrases = Field(alias="and")
    of: Words
    article: Words
    relative_pronoun: Beginnings
    of_rank: Words
    additive: Words
    namely: Words
    beside_title: Words
    successor: Phrases
    counterpart: Phrases
    pronoun: Words
    side: Words
    misses: Beginnings
    against: Words
    with_: Words = Field(alias="with")
    between_not_and_verb: Words
    negation: Words
    capital: Words

    def begins_infinitive(self, word: str) -> bool:
        """Whether a word is an infinitive, or stands before one."""
        return word in self.infinitive or word.endswith(self.infinitive_endings)
