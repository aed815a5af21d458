"""What the words of a meeting phrase say: kind, body, level, states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.relations.commissions import interstate_from
from cisner.relations.levels import LEVEL_OF
from cisner.relations.numbers import number_at, ordinal_at
from cisner.relations.officials import plural_title
from cisner.relations.phrases.formats import LONGEST_FORMAT, is_beside_region, is_side, name_of, region_beside
from cisner.relations.phrases.model import Phrase
from cisner.relations.phrases.qualifying import qualify
from cisner.relations.phrases.reach import is_joint
from cisner.relations.sentence import Item, Sentence, View

_RANKED = frozenset(LEVEL_OF.values())
_KINDS = ("call", "visit", "summit", "forum", "session", "council", "talks", "meeting")
_NUMBERED = frozenset({"session", "council", "meeting", "summit", "forum"})
_TO_ORDINAL = 2  # tokens before a phrase in which an ordinal may stand: "sixth | consultative meeting"
_CHAIRS = frozenset({"role.co_chair", "chief.chairman", "chief.head"})
_EXPERTS = "meeting.working_group"
_TO_REGION = 4  # tokens of "(EU) - Central Asia" after the body
_TO_STATE = 3  # tokens of "between the Republic of"


def describe(view: View, sentence: Sentence, items: Sequence[Item]) -> Phrase:
    """The phrase that some items make up, with a noun or the name of an organ among them."""
    nouns = [i for i in items if i.symbol == "M"]
    organs = [i for i in items if i.mention.label == "ORGAN" and i.mention.attributes.get("extra")]
    titles = [i for i in items if plural_title(i)]
    kinds = {i.mention.norm for i in nouns} | ({"session"} if organs else set())
    phrase = Phrase(sentence, items[0].start, items[-1].end, next(k for k in _KINDS if k in kinds))
    phrase.has_noun = any(i.mention.norm != "council" for i in nouns)
    phrase.own_organ = bool(organs)
    joint = bool(nouns) and is_joint(view, phrase.start, phrase.end)
    bodies = _give_body(view, phrase, items, titles, joint)
    if joint and len(_levels(items)) > 1:
        phrase.level = "mixed"
        if not (phrase.organization or phrase.joint):
            phrase.organization = next(iter(bodies), "")
    else:
        _give_level(view, phrase, nouns, organs, titles)
    phrase.states = list(dict.fromkeys(
        [i.mention.norm for i in items if i.symbol in "AC"]
        + [i.mention.attributes["country"] for i in titles if i.mention.attributes["country"]]
    ))  # fmt: skip
    phrase.plural = _is_plural(view, phrase.kind, nouns)
    phrase.rule = (organs or nouns)[0].mention.rule
    phrase.capitalised = view.words[(organs or nouns)[0].start][:1].isupper() or _has_name(view, nouns)
    phrase.group = titles[0].mention if titles else None
    phrase.commission = not organs and any(i.mention.norm == "council" for i in nouns) and not phrase.organization
    if phrase.commission and not phrase.states:
        phrase.states = _states_of_commission(view, phrase)
    if phrase.commission:
        councils = [i for i in nouns if i.mention.norm == "council"]
        first = max(interstate_from(view.lower, i.start, i.end, view.lexicon) for i in councils)
        phrase.experts = any(i.mention.rule == _EXPERTS for i in councils)
        phrase.interstate = len(phrase.states) > 1 or first >= 0
        phrase.start = min(phrase.start, first) if first >= sentence.start else phrase.start
        if titles and titles[0].mention.rule in _CHAIRS:
            phrase.level = ""  # those of its sides
    phrase.ministerial = _is_ministerial(view, phrase)
    qualify(view, phrase)
    phrase.number = 0 if phrase.plural else number_at(view, phrase.start, phrase.end, sentence.end)
    if phrase.kind in _NUMBERED and not phrase.plural:
        before = max(sentence.start, phrase.start - _TO_ORDINAL)
        phrase.turn = phrase.number or ordinal_at(view, before, phrase.end)
    if not phrase.organization:
        phrase.label = phrase.label or name_of(view, phrase)
        if phrase.label:
            phrase.states = []
    return phrase


def _give_body(view: View, phrase: Phrase, items: Sequence[Item], titles: Sequence[Item], joint: bool) -> set[str]:
    """Give a phrase the body that it names, or none where it is a joint sitting of several; these are returned."""
    bodies = [i for i in items if i.symbol == "O"]
    if not any(i.symbol == "M" for i in items):
        bodies = [b for b in bodies if b.mention.attributes.get("extra") != "ambiguous"]
    side = is_side if phrase.kind in ("forum", "summit") else is_beside_region
    for body in (*_before_region(phrase), *bodies, *titles):
        region = region_beside(view, body)
        if region:  # "the meeting of the EU and Central Asia": of neither alone
            phrase.label = f"{body.mention.attributes.get('organization') or body.mention.norm} {region}"
            phrase.start = min(phrase.start, body.start)
            return set()
    bodies = [b for b in bodies if not side(view, b)]
    told = {b.mention.norm for b in bodies}
    told.update(str(t.mention.attributes["organization"]) for t in titles if t.mention.attributes["organization"])
    phrase.joint = joint and len(told) > 1
    if bodies and not phrase.joint:
        phrase.organization = bodies[0].mention.norm
    return told


def _before_region(phrase: Phrase) -> list[Item]:
    """The body that may stand with a region before a phrase: "the EU-Central Asia | ministerial meeting"."""
    before = [i for i in phrase.sentence.items if i.end <= phrase.start]
    return [i for i in before[-1:] if i.symbol == "O" and phrase.start - i.end <= _TO_REGION]


def _give_level(
    view: View, phrase: Phrase, nouns: Sequence[Item], organs: Sequence[Item], titles: Sequence[Item]
) -> None:
    """Give a phrase the level of its organ, of its noun or of the officials who meet; a summit is of heads of state."""
    if organs and titles and titles[-1].start >= organs[0].end and _at_level(view, organs[0].end, titles[-1].start):
        phrase.level = LEVEL_OF.get(titles[-1].mention.norm, "")
        return
    told = next((level for i in organs or nouns if (level := i.mention.attributes.get("extra"))), None)
    if told is not None:
        phrase.level = str(told)
    elif titles:
        phrase.level = LEVEL_OF.get(titles[0].mention.norm, "")
        if phrase.kind == "summit" and titles[0].mention.norm == "head_of_organization":
            phrase.level = "heads_of_state"  # «саммит глав ОДКБ»: of its states
        body = titles[0].mention.attributes.get("organization")
        if body and not (phrase.organization or phrase.joint or phrase.label):
            phrase.organization = body
    elif phrase.kind == "summit":
        phrase.level, phrase.weak_level = "heads_of_state", True


def _is_ministerial(view: View, phrase: Phrase) -> bool:
    """Whether an adjective makes a meeting one of ministers: "the Ministerial Conference", «министерская встреча»."""
    adjectives = view.lexicon.file.meeting_frame.ministerial
    words = view.lower[max(phrase.sentence.start, phrase.start - 1) : phrase.end]
    return phrase.kind in _NUMBERED and any(w.startswith(adjectives) for w in words)


def _is_plural(view: View, kind: str, nouns: Sequence[Item]) -> bool:
    """Whether several meetings are told of at once; talks are in the plural anyway, but not "three conversations"."""
    if kind == "talks" and nouns and view.lower[nouns[0].start - 1] in view.lexicon.file.words.several:
        return True
    counted = [i.mention for i in nouns if i.mention.norm not in ("talks", "call")]
    told = bool(counted) or any(i.mention.norm == "call" for i in nouns)
    return told and all({n for n, _ in m.attributes.get("readings", [("sg", "")])} == {"pl"} for m in counted)


def _states_of_commission(view: View, phrase: Phrase) -> list[str]:
    """As in "the commission on bilateral cooperation between A and B"."""
    between = view.lexicon.file.meeting_frame.between
    last = min(phrase.sentence.end, phrase.end + LONGEST_FORMAT)
    at = next((i for i in range(phrase.end, last) if view.lower[i] in between), None)
    first = next((i for i in phrase.sentence.items if at is not None and i.start > at), None)
    if first is None or first.start - (at or 0) > _TO_STATE:
        return []
    found = re.match(r"C[,&]+C", phrase.sentence.symbols[first.position :])
    return [first.mention.norm, phrase.sentence.at[first.position + found.end() - 1].mention.norm] if found else []


def _at_level(view: View, start: int, end: int) -> bool:
    """Whether words say at which level a body meets: "at the level of the heads of government"."""
    return not view.lexicon.file.meeting_frame.level.isdisjoint(view.lower[start:end])


def _levels(items: Sequence[Item]) -> set[str]:
    """The levels of the bodies and groups of a joint sitting."""
    told = {str(i.mention.attributes.get("extra", "")) for i in items if i.symbol == "M" or i.mention.label == "ORGAN"}
    return {v for v in (*told, *(LEVEL_OF.get(i.mention.norm, "") for i in items if i.symbol == "Q")) if v in _RANKED}


def _has_name(view: View, nouns: Sequence[Item]) -> bool:
    """Whether a noun carries a proper name: "Евразийский экономический форум"."""
    ending = view.lexicon.file.meeting_frame.adjective_ending
    if not nouns or not ending:
        return False
    adjective = re.compile(ending)
    first = nouns[0].start
    for index in range(first - 1, max(nouns[0].start - 4, 0), -1):
        word = view.words[index]
        if not word[:1].isalpha() or not adjective.search(word.lower()):
            return False
        if word[:1].isupper():
            return view.words[index - 1] not in (".", "\n", "!", "?") and index > 0
    return False
