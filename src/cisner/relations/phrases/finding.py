"""The meeting phrases of a sentence, one after the other."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from cisner.relations.phrases.describing import describe
from cisner.relations.phrases.model import Phrase
from cisner.relations.phrases.reach import held_by, is_joint, left_of, right_of, with_others
from cisner.relations.sentence import Item, Sentence, View

_CORES = frozenset({"MEETING", "ORGAN"})


def find_phrases(view: View, sentence: Sentence) -> list[Phrase]:
    """The meeting phrases of a sentence, in order."""
    if _CORES.isdisjoint(sentence.labels):
        return []
    out: list[Phrase] = []
    items = sentence.items
    consumed = -1
    for index, item in enumerate(items):
        if index <= consumed or not _is_core(item):
            continue
        first = left_of(view, items, index, consumed)
        last = right_of(view, sentence, index)
        if item.symbol == "M" and is_joint(view, item.start, item.end):
            last = with_others(view, sentence, last)
        consumed = last
        own = items[first : last + 1]
        phrase = describe(view, sentence, own)
        phrase.own_clause = any(noun.symbol == "M" and held_by(view, noun, body) for noun, body in pairwise(own))
        if out and out[-1].has_noun and phrase.organization and _same_noun(view, out[-1], phrase):
            out[-1].organization = phrase.organization
            out[-1].one_of_several = phrase.one_of_several = phrase.has_noun = True
        bodies = list(dict.fromkeys(i.mention.norm for i in own if i.symbol == "O"))
        if phrase.plural and len(bodies) > 1 and not phrase.joint and phrase.kind in ("summit", "session"):
            for body in bodies:
                out.append(replace(phrase, organization=body, one_of_several=True, qualifiers=set(phrase.qualifiers)))
        else:
            out.append(phrase)
    return out


def _same_noun(view: View, first: Phrase, second: Phrase) -> bool:
    """Whether one noun and one body belong to two councils: "the sessions of the A and the B of the CIS"."""
    between = view.lower[first.end : second.start]
    joins = view.lexicon.file.setting.conjunction | view.lexicon.file.words.the | {","}
    councils = bool(first.level and second.level) and not first.organization and not second.has_noun
    return councils and bool(between) and joins.issuperset(between)


def _is_core(item: Item) -> bool:
    return item.symbol == "M" or (item.mention.label == "ORGAN" and bool(item.mention.attributes.get("extra")))
