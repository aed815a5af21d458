"""Those who meet without a noun for it: officials, a body, delegations, the guests of a head of state.

They become phrases like those that name a meeting; whether a named body is said to meet, `bodies.sittings` tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.relations.acting import find_acting
from cisner.relations.cues import FoundCue
from cisner.relations.frame import clause
from cisner.relations.gatherings import CUES, VAGUE, beside, find_gathering, is_object
from cisner.relations.levels import LEVEL_OF
from cisner.relations.officials import plural_title, states_after
from cisner.relations.phrases import Phrase
from cisner.relations.sentence import Item, Sentence, View

_REGION = 6  # tokens of "of all five Central Asian"
_BESIDE = 2  # tokens between those who meet and the verb
_MEETING = ("convene", "together")
_SITTING = ("sits", "together")
_TOGETHER = (*_MEETING, "attend", "converse", "apart")
_WORK = ("converse", "document_considered", "document_planned")
_AUXILIARIES = 2  # words between officials and their verb: "are to"
_TELLING = frozenset({*_WORK, *_TOGETHER, *_SITTING, *CUES, "betake", "receive"})  # without these nobody meets
_APART = ("message", "honour", "sign", "call", "comment", "speak", "absent", "appoint")
_NAMES = re.compile(r"[-:,(]*(?:P(?:\(x?C\)|oC)?[,;&-]*){3,}")
# levels of which several that meet make a mixed one
_TO_VERB = 8  # tokens between officials, with their states, and the verb
_MINOR = frozenset(LEVEL_OF.values()) - {"heads_of_state", "heads_of_government"}
_GROUPS_BEFORE = re.compile(r"(?:Q[,&]+)+$")
_GROUP_FOLLOWS = re.compile(r"Q[,&]+Q")
_RECEIVED = re.compile(r"Q(?![-:,]*[APR])(?:[x-]{0,3}(O))?")


def find_conventions(view: View, sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Those who meet, without a noun for it: officials, a body, delegations, the guests of a head of state."""
    acting = find_acting(view, sentence, phrases)
    if _TELLING.isdisjoint(sentence.types):
        return acting
    return (
        _groups_meeting(view, sentence, phrases)
        or _bodies_sitting(view, sentence, phrases)
        or _awaited(view, sentence, phrases)
        or _conferring(view, sentence, phrases)
        or _listed_officials(sentence, phrases)
        or ([] if any(p.kind != "forum" or p.capitalised for p in phrases) else find_gathering(view, sentence))
        or _officials_received(view, sentence, phrases)
        or _delegations(view, sentence, phrases)
        or acting
    )


def _groups_meeting(view: View, sentence: Sentence, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Officials who meet: "The foreign ministers meet in Ashgabat on October 10"."""
    if not sentence.has(*_MEETING):
        return []
    out = []
    negation, asked = view.lexicon.file.words.negation, frozenset(view.lexicon.file.setting.in_which)
    for item in sentence.items:
        if item.symbol != "Q" and not plural_title(item):
            continue
        if any(p.start < item.end and item.start < p.end for p in phrases):
            continue
        after = sentence.symbols[item.position + 1 : item.position + 4]
        met = any(c.type in _MEETING and _follow(view, sentence, item, c) for c in sentence.cues)
        some = _some_named(view, sentence, item)
        if ("P" in after and not some and not (met and after[0] == ",")) or LEVEL_OF.get(item.mention.norm) is None:
            continue  # but "when the heads of state meet, X will stay at home"
        placed = sentence.of("DATE") or (item.mention.attributes["organization"] and sentence.of("CITY"))
        if item.mention.norm in VAGUE and (not placed or any(p.specific for p in phrases)):
            continue
        if _GROUP_FOLLOWS.match(sentence.symbols, item.position):
            continue  # told of with the last of those who meet
        group, others = _together(sentence, item), states_after(sentence, item)
        end = some or (others[-1].end if others else item.end)
        first, organizations = group[0], [str(g.mention.attributes["organization"]) for g in group]
        cue = next(
            (
                c
                for c in sentence.cues
                if c.type in _MEETING and (item.end <= c.start <= end + _TO_VERB or _follow(view, sentence, first, c))
            ),
            None,
        )
        if cue is None or (cue.type == "together" and view.lower[cue.start - 1] in negation):
            continue  # "the ministers have never got together"
        if not asked.isdisjoint(view.lower[end : cue.start]):
            continue  # "the ministers decided where and when they will meet again"
        if any(item.end <= p.start < cue.start for p in phrases):
            continue  # "the ministers spoke of the summit, which takes place in …"
        levels = list(dict.fromkeys(LEVEL_OF[g.mention.norm] for g in group))
        level = levels[0] if len(levels) == 1 or not _MINOR.issuperset(levels) else "mixed"
        phrase = Phrase(sentence, first.start, end, "meeting", next(filter(None, organizations), ""), level)
        phrase.rule, phrase.has_noun, phrase.convention = cue.rule, True, True
        countries = [str(g.mention.attributes["country"]) for g in group]
        phrase.states = [s for s in dict.fromkeys((*countries, *(s.mention.norm for s in others))) if s]
        phrase.group, phrase.label = item.mention, _region(view, sentence, item)
        out.append(phrase)
    return out


def _follow(view: View, sentence: Sentence, first: Item, cue: FoundCue) -> bool:
    """Whether those who meet stand right after the verb, or after where and when: "Gathered in Minsk on Friday, X"."""
    if cue.start < first.start and first.start - cue.end <= _BESIDE:  # the cue may have the title in it
        return True
    placed = cue.start == sentence.start and sentence.of("CITY") and sentence.of("DATE")
    return bool(placed) and beside(view, sentence, (first.start, first.end), (cue.start, cue.end))


def _some_named(view: View, sentence: Sentence, item: Item) -> int:
    """Token after those of officials who are named, or 0: "The leaders of the CSTO, among them X and Y, met"."""
    end, talks = item.end, view.lexicon.file.talks
    if not item.mention.attributes["organization"] or view.lower[end : end + 1] not in ([","], ["("], ["–"]):
        return 0
    if not " ".join(view.lower[end + 1 : end + 4]).startswith(talks.among):
        return 0
    names = [i.end for i in sentence.of("PERSON") if i.start > end]
    return next((n for n in reversed(names) if view.lower[n : n + 1] in ([","], [")"], ["–"])), 0)


def _region(view: View, sentence: Sentence, item: Item) -> str:
    """The region whose officials meet: "the presidents of all five Central Asian states"."""
    words = f" {' '.join(view.lower[item.end : min(item.end + _REGION, sentence.end)])} "
    return next((r for r in view.lexicon.file.words.region if f" {r}" in words), "")


def _together(sentence: Sentence, item: Item) -> list[Item]:
    """The plural titles that end with one: "the foreign ministers, the defence ministers and the secretaries"."""
    before = _GROUPS_BEFORE.search(sentence.symbols, 0, item.position)
    own = range(before.start(), item.position) if before else ()
    groups = [sentence.at[i] for i in own if sentence.symbols[i] == "Q"]
    return [*(g for g in groups if g.mention.norm in LEVEL_OF), item]


def _bodies_sitting(view: View, sentence: Sentence, phrases: Sequence[Phrase]) -> list[Phrase]:
    """A body that meets: "В Москве вчера заседало ЕврАзЭС", "The CSTO met in Yerevan"."""
    if phrases or not sentence.has(*_SITTING):
        return []
    with_whom = view.lexicon.file.words.with_
    for item in sentence.of("ORGANIZATION"):
        if item.mention.attributes.get("extra") == "ambiguous" or not item.mention.norm:
            continue
        cue = next(
            (c for c in sentence.cue(*_SITTING) if 0 <= c.start - item.end <= _BESIDE or 0 <= item.start - c.end <= 1),
            None,
        )
        if cue is None or (cue.start >= item.end and not _opens_clause(view, sentence, item)):
            continue
        if view.words[cue.start].isupper():
            continue  # a heading: "WHO SITS WHERE"
        after = sentence.symbols[item.position + 1 : item.position + 3]
        if cue.end < sentence.end and (view.lower[cue.end] in with_whom or re.match(r"x?[PRQCA]", after)):
            continue  # "the EU met Uzbekistan"
        top = view.says(*clause(view, sentence, item.start), view.lexicon.file.meeting_frame.top_level)
        phrase = Phrase(sentence, item.start, item.end, "session", item.mention.norm, "heads_of_state" if top else "")
        phrase.rule, phrase.has_noun = cue.rule, True
        return [phrase]
    return []


def _opens_clause(view: View, sentence: Sentence, item: Item) -> bool:
    """Whether nothing that an item could depend on stands before it."""
    first = item.start
    while first > sentence.start and view.lower[first - 1] in view.lexicon.file.words.article:
        first -= 1
    if first == sentence.start or not view.lower[first - 1][:1].isalnum():
        return True
    return any(i.end == first and i.symbol in "DL" for i in sentence.items)


def _awaited(view: View, sentence: Sentence, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Officials of a body whom a city expects on a day: "3–4 июля президентов ГУУАМ ждет Ялта"."""
    if phrases or not sentence.has("betake") or not sentence.of("DATE"):
        return []
    inside = view.lexicon.file.setting.inside
    hosts = [
        (cue, min(cue.start, city.start), max(cue.end, city.end))
        for cue in sentence.cue("betake")
        for city in sentence.of("CITY")
        if city.start == cue.end or (city.end == cue.start and view.lower[city.start - 1] not in inside)
    ]
    for item in sentence.items:
        body, level = item.mention.attributes.get("organization"), LEVEL_OF.get(item.mention.norm)
        if item.symbol != "Q" or not body or level is None or item.mention.norm in VAGUE:
            continue
        cue = next((c for c, start, end in hosts if _next_to(view, sentence, item, start, end)), None)
        if cue is None:
            continue
        return [_of_officials(sentence, item, level, cue.rule)]
    return []


def _conferring(view: View, sentence: Sentence, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Officials of a body who are to discuss something on a day: "On May 12 the CIS premiers will discuss"."""
    if phrases or not sentence.has(*_WORK) or sentence.has(*_APART) or sentence.of("PERSON", "CITY"):
        return []
    days = [d for d in sentence.of("DATE") if not {"day", "weekday"}.isdisjoint(d.mention.attributes["values"])]
    ahead = sentence.has("future")
    for item in sentence.items if days else ():
        body, level = item.mention.attributes.get("organization"), LEVEL_OF.get(item.mention.norm)
        if not (item.symbol == "Q" or plural_title(item)) or not body or level is None or item.mention.norm in VAGUE:
            continue
        cases = item.mention.cases
        if cases and cases.isdisjoint(("nom", "any")):
            continue
        verbs = (c for c in sentence.cue(*_WORK) if ahead or c.type == "converse")
        cue = next((c for c in verbs if _next_to(view, sentence, item, c.start, c.end, _AUXILIARIES)), None)
        if cue is None or view.lower[item.start - 1] in view.lexicon.file.meeting_frame.links:
            continue
        setting, words = view.lexicon.file.setting, view.lexicon.file.words
        after = view.lower[cue.end : days[0].start]
        if any(w == "," or w in words.relative or w.startswith(setting.which) for w in after):
            continue  # "… will discuss a concept that is to take effect on January 1"
        return [_of_officials(sentence, item, level, cue.rule)]
    return []


def _of_officials(sentence: Sentence, item: Item, level: str, rule: str) -> Phrase:
    """The meeting of officials of a body."""
    phrase = Phrase(sentence, item.start, item.end, "meeting", item.mention.attributes["organization"], level)
    phrase.rule, phrase.has_noun, phrase.convention, phrase.group = rule, True, True, item.mention
    return phrase


def _next_to(view: View, sentence: Sentence, item: Item, start: int, end: int, most: int = 0) -> bool:
    """Whether only dates and articles stand between an item and a span, and some other words at most."""
    dates = {i for date in sentence.of("DATE") for i in range(date.start, date.end)}
    gap = range(item.end, start) if item.end <= start else range(end, item.start)
    others = [i for i in gap if i not in dates and view.lower[i] not in view.lexicon.file.words.the]
    return len(others) <= most and all(view.lower[i].isalpha() for i in others)


def _listed_officials(sentence: Sentence, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Officials of a body, each named, who do something together: "the presidents of the CIS – X, Y and Z – dined"."""
    if phrases or not sentence.has(*_TOGETHER) or sentence.has(*_APART):
        return []
    for item in sentence.items:
        if item.symbol != "Q" or not item.mention.attributes["organization"]:
            continue
        level = LEVEL_OF.get(item.mention.norm, "")
        if not _NAMES.match(sentence.symbols, item.position + 1) or item.mention.norm in VAGUE:
            continue
        return [_of_officials(sentence, item, level, sentence.cue(*_TOGETHER)[0].rule)]
    return []


def _officials_received(view: View, sentence: Sentence, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Officials of a body whom a head of state receives: "принял секретарей советов безопасности стран ШОС"."""
    if phrases or not sentence.has("receive"):
        return []
    for item in sentence.items:
        body = _RECEIVED.match(sentence.symbols, item.position) if item.symbol == "Q" else None
        if body is None or item.mention.norm in VAGUE:
            continue
        near = (c for c in sentence.cue("receive") if 0 <= item.start - c.end <= _BESIDE)
        cue = next((c for c in near if is_object(view, sentence, item.start, item.end, c, item.mention)), None)
        organization = item.mention.attributes["organization"]
        if not organization and body.group(1):
            organization = sentence.at[body.start(1)].mention.norm
        if cue is None or not organization:
            continue
        phrase = Phrase(sentence, item.start, item.end, "meeting", organization)
        phrase.rule, phrase.has_noun, phrase.reception = cue.rule, True, True
        return [phrase]
    return []


def _delegations(view: View, sentence: Sentence, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Delegations that confer: "В Баткене совещались делегации"."""
    file = view.lexicon.file
    if phrases or not sentence.has("convene") or not sentence.of("DATE", "CITY"):
        return []
    for index in range(sentence.start, sentence.end):
        if view.lower[index] not in file.words.delegations:
            continue
        cues = (c for c in sentence.cue("convene") if view.lower[c.start].startswith(file.talks.gathered))
        cue = next((c for c in cues if 0 <= c.start - index <= _BESIDE + 1 or 0 <= index - c.end <= _BESIDE), None)
        if cue is None:
            continue
        phrase = Phrase(sentence, min(index, cue.start), max(index + 1, cue.end), "meeting")
        phrase.rule, phrase.has_noun, phrase.convention = cue.rule, True, True
        return [phrase]
    return []
