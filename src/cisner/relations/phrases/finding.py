"""The meeting phrases of a sentence, one after the other."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from cisner.relations.levels import LEVEL_OF
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
        if out and _share_a_verb(view, out[-1], phrase):
            out[-1].one_of_several = phrase.one_of_several = True
        if out and _is_further(view, out[-1], phrase):
            out[-1].one_of_several = phrase.one_of_several = phrase.has_noun = True
            phrase.organization = phrase.organization or out[-1].organization
        out += _several(view, items[:first], own, phrase)
    return out


def _several(view: View, before: list[Item], own: list[Item], phrase: Phrase) -> list[Phrase]:
    """A phrase, or one for each of the bodies or councils that it names in the plural.

    Args:
        view: The document.
        before: The items before it.
        own: Its items.
        phrase: The phrase.
    """
    if not phrase.plural or phrase.joint or phrase.kind not in ("summit", "session", "council", "meeting"):
        return [phrase]
    if phrase.kind in ("summit", "session"):
        told = any(i.symbol in "DL" and i.start >= phrase.end for i in phrase.sentence.items)
        own = [*(_joined_before(view, before, own[0]) if told else ()), *own]
        bodies = list(dict.fromkeys(i.mention.norm for i in own if i.symbol == "O"))
        if len(bodies) > 1:
            return [_one(phrase, organization=b) for b in bodies]
    councils = any(i.mention.norm == "council" and i.mention.numbers == {"pl"} for i in own)
    levels = list(dict.fromkeys(LEVEL_OF.get(i.mention.norm, "") for i in own if i.symbol == "Q")) if councils else []
    return [_one(phrase, level=v) for v in levels] if len(levels) > 1 and all(levels) else [phrase]


def _one(phrase: Phrase, organization: str = "", level: str = "") -> Phrase:
    """One of several meetings that a phrase names."""
    one = replace(phrase, one_of_several=True, has_noun=True, qualifiers=set(phrase.qualifiers))
    one.organization, one.level = organization or phrase.organization, level or phrase.level
    return one


def _joined_before(view: View, before: list[Item], first: Item) -> list[Item]:
    """The bodies that a conjunction joins to the first of a phrase: "the BRICS and | SCO summits"."""
    joins = view.lexicon.file.setting.conjunction | {","}
    out: list[Item] = []
    while first.symbol == "O" and before and before[-1].symbol == "O":
        between = view.lower[before[-1].end : first.start]
        if not between or not joins.issuperset(between):
            break
        first = before[-1]
        out, before = [first, *out], before[:-1]
    return out


def _is_further(view: View, first: Phrase, second: Phrase) -> bool:
    """Whether a noun in the plural before one council is that of the next: "sessions of the A of the CIS and B"."""
    between = view.lower[first.end : second.start]
    words = view.lexicon.file
    joins = words.setting.conjunction | words.words.the | words.words.of
    nouns = (i.mention for i in first.sentence.of("MEETING") if first.start <= i.start < first.end)
    if not any(n.norm != "council" and "pl" in n.numbers for n in nouns):
        return False
    councils = first.has_noun and first.level and second.level and not second.has_noun
    return bool(councils) and not words.setting.conjunction.isdisjoint(between) and joins.issuperset(between)


def _share_a_verb(view: View, first: Phrase, second: Phrase) -> bool:
    """Whether a conjunction joins two meetings of bodies that have one verb and day: "A of the CIS and B of it met"."""
    sentence, words = first.sentence, view.lexicon.file
    if len(sentence.of("DATE")) > 1 or first.joint or second.joint or second.qualifiers & {"next", "previous"}:
        return False
    formats = {i for c in sentence.formats for i in range(c.start, c.end)}
    between = [view.lower[i] for i in range(first.end, second.start) if i not in formats]
    joins = words.setting.conjunction | words.words.the | words.words.a
    told = all(p.level and p.organization for p in (first, second))
    return told and not words.setting.conjunction.isdisjoint(between) and joins.issuperset(between)


def _same_noun(view: View, first: Phrase, second: Phrase) -> bool:
    """Whether one noun and one body belong to two councils: "the sessions of the A and the B of the CIS"."""
    between = view.lower[first.end : second.start]
    joins = view.lexicon.file.setting.conjunction | view.lexicon.file.words.the | {","}
    councils = bool(first.level and second.level) and not first.organization and not second.has_noun
    return councils and bool(between) and joins.issuperset(between)


def _is_core(item: Item) -> bool:
    return item.symbol == "M" or (item.mention.label == "ORGAN" and bool(item.mention.attributes.get("extra")))
