"""Talks told of by "then" alone, after others: "X was received by A, then by B"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from cisner.relations.encounters.model import Encounter
from cisner.relations.encounters.together import OneTable
from cisner.relations.sentence import Sentence, View
from cisner.relations.sides import Party

_TWO = 2
_MARKS = frozenset({",", ";", "-", "–", "—"})


def sequels(view: View, sentence: Sentence, parties: Sequence[Party]) -> dict[int, Party]:
    """Who follows somebody else after "then": by first token, the one told before.

    Args:
        view: The document.
        sentence: The sentence.
        parties: Its people, in order.
    """
    if view.lexicon.file.talks.afterwards.isdisjoint(view.lower[sentence.start : sentence.end]):
        return {}  # as most often
    return {other.start: one for one, other in pairwise(parties) if _follows(view, sentence, one, other)}


def with_sequels(
    table: OneTable, parties: Sequence[Party], before: Mapping[int, Party], found: Sequence[Encounter]
) -> list[Encounter]:
    """The encounters of a sentence, with those that words like "then" add: who met B as well is who met A before.

    Args:
        table: Who meets together.
        parties: The people of the sentence, in order.
        before: What ``sequels`` tells of them.
        found: What its verbs tell of the others.
    """
    out = list(found)
    for party in parties:
        one = before.get(party.start)
        last = next((e for e in reversed(out) if one is not None and one.person in e.people), None)
        if one is None or last is None or len(last.people) != _TWO:
            continue
        whose = next(p for p in last.people if p != one.person)
        if not table.two_sides((whose, party.person)):
            continue
        host = party.person if last.host == one.person else last.host
        pair = (whose, party.person) if last.people[0] == whose else (party.person, whose)
        out.append(Encounter(last.cue, pair, host))
    return out


def _follows(view: View, sentence: Sentence, one: Party, other: Party) -> bool:
    """Whether nothing but "then", commas and what joins somebody to a verb stands between two people."""
    words, talks = view.lexicon.file.words, view.lexicon.file.talks
    passed = {
        *talks.afterwards,
        *words.pronoun,
        *talks.by,
        *words.and_,
        *view.lexicon.file.setting.contrast,
        *words.with_,
        *words.article,
        *_MARKS,
    }
    covered = {t for i in sentence.items if i.symbol in "RACKO" for t in range(i.start, i.end)}
    gap = {view.lower[t] for t in range(one.end, other.start) if t not in covered}
    return gap <= passed and not gap.isdisjoint(talks.afterwards) and not _does_more(view, sentence, other)


def _does_more(view: View, sentence: Sentence, party: Party) -> bool:
    """Whether a verb of somebody's own follows: "X was received by A, then B spoke"."""
    after = view.lower[party.end]
    words = view.lexicon.file.words
    return party.end < sentence.end and after[:1].isalpha() and after not in words.and_ and not party.link
