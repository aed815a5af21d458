"""What is not told as a fact: wished for, refused, denied or supposed; and what may come.

Cues of five types govern the verbs and meeting nouns after them. After a "wish" ("ready to", "invited to") and what is
"unreal" ("failed to", "ruled out") nothing is told; after "supposed" ("if", "denied that") nothing is told up to the
next comma; nor of the noun before "no_plan" ("is not on the agenda"). What is "possible" ("may") lies ahead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from cisner.lexicon import Lexicon
from cisner.relations.cues import FoundCue
from cisner.relations.sentence import Item, Sentence
from cisner.relations.word_lists import stems

_REACH = 8  # tokens from a wish to its verb
_REACH_OF_NOUN = {"wish": 8, "unreal": 4}  # tokens to the noun of what is wished for or denied
_OF_PEOPLE = frozenset({"meeting", "talks", "call", "visit"})  # the summit that is proposed has a record
_OCCASION = 3  # tokens before a noun that may say that something happened there
_NUMBERED = 2  # tokens of "the fifth annual" before a noun
_ENDS = frozenset({",", ";", ":"})
_GOVERNING = frozenset({"wish", "unreal", "possible", "supposed", "no_plan"})
_PREDICATES = frozenset({"convene", "attend", "speak", "decides", "comment"})  # verbs of a clause of their own
_DENIABLE = frozenset({"meet", "receive", "talk", "converse", "see", "call", "visit", "chair"})
_TOLD = frozenset({
    "meet", "receive", "talk", "converse", "see", "call", "visit", "apart", "host", "attend", "chair", "betake",
    "convene", "guests", "sits", "interlocutor",
})  # fmt: skip


def settle(sentence: Sentence, lower: Sequence[str], lexicon: Lexicon) -> None:
    """Take away cues and nouns of talks that tell of nothing real; what may come gets a cue of the future.

    Args:
        sentence: The sentence, with its items and all its cues.
        lower: The words of the document.
        lexicon: The language's words.
    """
    if not sentence.cues:
        return
    governing = [c for c in sentence.cues if c.type in _GOVERNING and not _is_how_he_comes(c, lower, lexicon)]
    negation, adverbs = lexicon.file.words.negation, lexicon.file.words.between_not_and_verb
    denied = [c for c in sentence.cues if c.type in _DENIABLE and _negated(c, lower, negation, adverbs)]
    if denied:
        sentence.cues = [c for c in sentence.cues if c not in denied]
    if not governing:
        return
    out = []
    for cue in sentence.cues:
        by = next(_governors(governing, cue, lower, lexicon), None) if cue.type in _TOLD else None
        if by is None:
            out.append(cue)
        elif by.type == "possible":
            out += [cue, FoundCue(by.start, by.end, "future", by.rule)]
    unreal = []
    for noun in sentence.of("MEETING"):
        by = next((c for c in governing if _governs_noun(c, noun, sentence, lower, lexicon)), None)
        if by is None or noun.mention.norm not in _OF_PEOPLE or _beside_another(noun, sentence):
            continue
        if by.type == "wish" and sentence.of("DATE") and _of_row(noun, lower, lexicon):
            out.append(FoundCue(by.start, by.end, "future", by.rule))
            continue
        if _denied(by, lower, lexicon):
            out.append(FoundCue(by.start, by.end, "future", by.rule))
        else:
            unreal.append(noun)
    kept = (c for c in out if c.type not in _TOLD or not any(c.start < n.end and n.start < c.end for n in unreal))
    sentence.cues = sorted(kept, key=lambda c: c.start)
    if unreal:
        sentence.drop(unreal)


def _negated(cue: FoundCue, lower: Sequence[str], negation: Set[str], adverbs: Set[str]) -> bool:
    """Whether a verb is denied right before it: "has never met", "has not yet received"."""
    before = cue.start - 1
    return lower[before] in negation or (lower[before] in adverbs and lower[before - 1] in negation)


def _is_how_he_comes(cue: FoundCue, lower: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether an invitation is that at which somebody comes: "arrived at the invitation of X for a visit"."""
    around = " ".join(lower[max(cue.start - 2, 0) : cue.end + 1])
    return cue.type == "wish" and any(phrase in around for phrase in lexicon.file.words.invited_by)


def _beside_another(noun: Item, sentence: Sentence) -> bool:
    """Whether a meeting is told of beside another: "to join the meeting to the session of the council"."""
    following = next((i for i in sentence.items if i.start >= noun.end), None)
    return following is not None and following.symbol == "M"


def _of_row(noun: Item, lower: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a meeting is one of a row: the "next" that somebody offers to host is planned."""
    before = lower[noun.start - _NUMBERED : noun.start]
    ordinals = lexicon.file.words.ordinals
    return any(w.startswith((*stems(lexicon.file.meeting_frame.next), *ordinals)) for w in before)


def is_wished(sentence: Sentence, noun: Item, lower: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a meeting is what somebody is invited to or proposes: "invited him to the summit"."""
    wishes = (c for c in sentence.cues if c.type == "wish")
    return any(_governs_noun(c, noun, sentence, lower, lexicon) for c in wishes)


def _denied(cue: FoundCue, lower: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a meeting is not ruled out: "не исключил встречу"."""
    return cue.type == "unreal" and lower[cue.start - 1] in lexicon.file.words.negation


def _governors(
    governing: Sequence[FoundCue], cue: FoundCue, lower: Sequence[str], lexicon: Lexicon
) -> Iterator[FoundCue]:
    """The cues that govern a verb."""
    words = lexicon.file.words
    infinitive = words.begins_infinitive(lower[cue.start]) or lower[cue.start - 1] in words.infinitive
    infinitive = infinitive or lower[cue.start] in words.purpose
    for by in governing:
        between = lower[by.end : cue.start]
        if cue.start < by.start or cue.end <= by.end or not _ENDS.isdisjoint(between):
            continue
        if by.type == "supposed":
            yield by
        elif by.type == "possible":
            if all(w in words.infinitive_between for w in between):
                yield by
        elif len(between) <= _REACH and infinitive:
            yield by


def _governs_noun(cue: FoundCue, noun: Item, sentence: Sentence, lower: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a noun is what a verb is about, and not where it was said: "proposed at the summit"."""
    if cue.type == "no_plan":
        return _is_subject_of(cue, noun, sentence, lower, lexicon)
    if cue.type not in _REACH_OF_NOUN or cue.end > noun.start:
        return False
    between = lower[cue.end : noun.start]
    if len(between) > _REACH_OF_NOUN[cue.type] or not _ENDS.isdisjoint(between):
        return False
    readings = noun.mention.cases
    if readings == {"prp"}:
        return False
    where = lexicon.file.words.occasion_before if "acc" in readings else lexicon.file.words.occasion
    named = max((i.end for i in sentence.items if i.end <= noun.start), default=0)
    return all(w not in where for w in lower[max(cue.end, named, noun.start - _OCCASION) : noun.start])


def _is_subject_of(cue: FoundCue, noun: Item, sentence: Sentence, lower: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a noun is what is said not to be planned: the first of its clause, not that of an "after the talks"."""
    if lower[cue.start - 1] in lexicon.file.words.negation:
        return False  # "a meeting is not impossible"
    if noun.end > cue.start or not _ENDS.isdisjoint(lower[noun.end : cue.start]):
        return False
    words = lexicon.file.words
    if any(c.type in _PREDICATES and noun.end <= c.start < c.end <= cue.start for c in sentence.cues):
        return False
    return all(w not in words.occasion for w in lower[max(sentence.start, noun.start - _OCCASION) : noun.start])
