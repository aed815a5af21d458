"""Officials who do something at a place on a day: they have met there, whatever the verb.

"In Minsk on Friday the premiers of the CIS agreed upon …", "The leaders of A, B and C signed … in Yalta on June 7".
"""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.gatherings import group_of
from cisner.relations.phrases import Phrase
from cisner.relations.sentence import Item, Sentence, View

_RULE = "cue.together"
_FIRST = 3  # sentences that tell the news, be it without a day
_SEVERAL = 3  # states
_ADVERBS = 2  # words between officials and their verb
_TO_PLACE = 14  # tokens between a verb and the place after what was done
# what officials do when they meet
_WORK = (
    "works", "decides", "sign", "converse", "document_signed", "document_adopted", "document_considered",
    "document_planned", "document_done",
)  # fmt: skip
_WHEN_WHERE = frozenset("DL")
_ASIDE = frozenset({":", ";", "("})
_DAYS = frozenset({"day", "weekday", "relative"})
# without meeting, or not said to have been done
_ELSEWHERE = (
    "message", "honour", "call", "comment", "absent", "not_there", "not_held", "unreal", "supposed",
    "intended", "future", "cancelled", "video", "recall", "possible", "kept_away",
)  # fmt: skip


def find_acting(view: View, sentence: Sentence, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrase of officials of a body, or of several states, who did something together in a city.

    Args:
        view: The document.
        sentence: The sentence.
        phrases: Its phrases that have a noun: there are none but talks that somebody agrees upon.
    """
    symbols = sentence.symbols
    if any(p.kind != "talks" or p.specific or p.states for p in phrases):
        return []
    if "L" not in symbols or "P" in symbols or sentence.has(*_ELSEWHERE):
        return []
    limits = view.lexicon.dates["context"]["limit"]
    dates = (d for d in sentence.of("DATE") if view.lower[d.start - 1] not in limits)
    days = [d for d in dates if not _DAYS.isdisjoint(d.mention.attributes["values"])]
    if not days and sentence.index >= _FIRST:
        return []
    for item in sentence.of("TITLE"):
        phrase = group_of(sentence, item, bool(days)) if _opens(view, sentence, item) else None
        if phrase is None:
            continue
        if not phrase.organization and len(phrase.states) < _SEVERAL:
            continue  # of two states: their talks
        verb = _verb_after(view, sentence, phrase)
        city = next((c for c in sentence.of("CITY") if _is_there(view, c, phrase, verb, days)), None) if verb else None
        if city is None:
            return []
        phrase.rule, phrase.has_noun, phrase.convention, phrase.acting = _RULE, True, True, True
        return [phrase]
    return []


def _opens(view: View, sentence: Sentence, item: Item) -> bool:
    """Whether officials are the subject of a sentence: only days, places and small words stand before them."""
    if item.mention.cases and item.mention.cases.isdisjoint(("nom", "any")):
        return False
    before = [i for i in sentence.items if i.end <= item.start]
    words = view.lexicon.file.words
    if (
        view.lower[sentence.start] in words.about | view.lexicon.file.role_frame.concerning
    ):  # "On trade the ministers …"
        return not any(i.symbol in "PRQO" for i in before) and not view.lexicon.in_past[view.lower[item.start - 1]]
    if any(i.symbol not in _WHEN_WHERE for i in before):
        return False
    told = {i for when in before for i in range(when.start - 1, when.end)}
    small = words.the | {","}
    return all(i in told or view.lower[i] in small for i in range(sentence.start, item.start))


def _verb_after(view: View, sentence: Sentence, phrase: Phrase) -> int:
    """The token of the verb in the past that follows officials, when and where apart; 0 for none."""
    told = {i for d in sentence.of("DATE", "CITY") for i in range(d.start - 1, d.end)}
    others = 0
    for index in range(phrase.end, sentence.end):
        word = view.lower[index]
        if index in told or word == ",":
            continue
        if word in view.lexicon.file.words.negation or word in view.lexicon.file.words.passive_before:
            return 0
        if view.lexicon.in_past[word]:
            return index
        others += 1
        if others > _ADVERBS or not word.isalpha():
            return 0
    return 0


def _is_there(view: View, city: Item, phrase: Phrase, verb: int, days: Sequence[Item]) -> bool:
    """Whether a city is where officials did something, and not the place of what they spoke about or agreed upon."""
    sentence, file = phrase.sentence, view.lexicon.file
    if view.lower[city.start - 1] not in file.setting.inside:
        return False
    told = {i for d in sentence.of("DATE") for i in range(d.start - 1, d.end)}
    between = [i for i in range(verb + 1, city.start - 1) if i not in told]
    if city.start < verb or not between:
        return True
    if not any(c.start <= verb < c.end for c in sentence.cue(*_WORK)):
        return False  # "condemned the attack in Kabul"
    words = [view.lower[i] for i in between]
    if len(words) > _TO_PLACE or not _ASIDE.isdisjoint(words) or not file.words.that.isdisjoint(words):
        return False
    if any(w.startswith(file.setting.which) for w in words):
        return False
    infinitive = file.words.begins_infinitive(words[0])
    beside = any(0 <= max(d.start - city.end, city.start - d.end) <= 1 for d in days)
    return beside or not infinitive  # not "agreed to open a centre in Minsk"
