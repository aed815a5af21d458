"""Builds the view of a document: its mentions and cues, without those that tell of nothing, given to its sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from operator import attrgetter
from typing import TypeVar, cast

from cisner.cue_index import Cue
from cisner.lexicon import FORMAT, Lexicon
from cisner.mentions import Mention
from cisner.relations.commissions import interstate_from
from cisner.relations.cues import FoundCue
from cisner.relations.lines import sentences_of
from cisner.relations.modality import settle
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.symbols import SYMBOLS, gaps_of, item_of
from cisner.words import Words

_RANKS = {"PERSON": 0, "TITLE": 1, "DATE": 2}  # of mentions that overlap the first is kept; all others come last
_OTHER_RANK = 3
_INSTITUTION = "INSTITUTION"
_STRONG = frozenset({";", ":"})  # marks at which a clause ends
_NAMES = frozenset({"PERSON", "CITY", "ORGANIZATION", "ORGAN", "COUNTRY"})  # in which words tell nothing
_COMPLEMENT = 5  # tokens after a verb in which what completes it begins
_Placed = TypeVar("_Placed", Mention, FoundCue)


def view(source: Words, lexicon: Lexicon) -> View:
    """Build the view of words that have gone through the pipeline."""
    words, lower = source.texts, _spelled_out(source.lower, lexicon)
    all_mentions = source.mentions
    items = _select(all_mentions, lower, lexicon)
    forms = set(lower)
    told = lexicon.cues.find(lower, forms)
    formats = [FoundCue(s, e, c.type.removeprefix(FORMAT), c.rule) for s, e, c in told if c.type.startswith(FORMAT)]
    told = [found for found in told if not found[2].type.startswith(FORMAT)] if formats else told
    cues = [FoundCue(s, e, c.type, c.rule) for s, e, c in _outside(told, items)]
    sentences = sentences_of(source.starts, words, lexicon.file.setting.conjunction)
    ends = [s.end for s in sentences]
    gaps = gaps_of(lexicon)
    strong = _STRONG | lexicon.file.setting.contrast
    additive = lexicon.file.words.additive
    for sentence, own_items, own_cues, own_formats in zip(
        sentences,
        _by_sentence(items, ends),
        _by_sentence(cues, ends),
        _by_sentence(formats, ends),
        strict=True,
    ):
        sentence.strong, sentence.contrast, sentence.additive = strong, lexicon.file.setting.contrast, additive
        sentence.items = list(map(item_of, own_items))
        sentence.labels = {m.label for m in own_items}
        sentence.cues = [
            c for c in own_cues if c.rule not in lexicon.completed or _is_complete(c, sentence, lower, lexicon)
        ]
        settle(sentence, lower, lexicon)
        sentence.formats = own_formats
        gaps.write(sentence, lower)
        sentence.cues += _in_infinitive(sentence, lower, lexicon)
        sentence.types = {c.type for c in sentence.cues}
    seen = View(source, lexicon, words, lower, forms, sentences)
    for sentence in sentences:
        if sentence.intro >= 0:
            seen.lines.setdefault(sentence.intro, []).append(sentence)
    return seen


def _spelled_out(lower: list[str], lexicon: Lexicon) -> list[str]:
    """The words with short forms in full: "wo", "n't" as "will", "not"."""
    lower = _without_possessives(lower, lexicon)
    endings, stems = lexicon.file.contractions.endings, lexicon.file.contractions.stems
    if endings.keys().isdisjoint(lower):  # as nearly always
        return lower
    out = [endings.get(word, word) for word in lower]
    for index, (word, following) in enumerate(pairwise(lower)):
        if following in endings and word in stems:
            out[index] = stems[word]
    return out


def _without_possessives(lower: list[str], lexicon: Lexicon) -> list[str]:
    """The words with pronouns that are no possessives told apart: "met her on Friday" as "met him on Friday"."""
    pronouns = lexicon.file.object_pronouns
    if pronouns.read_as.keys().isdisjoint(lower):
        return lower
    out = list(lower)
    for index, (word, following) in enumerate(pairwise(lower)):
        if word in pronouns.read_as and (following in pronouns.before or not following[:1].isalnum()):
            out[index] = pronouns.read_as[word]
    return out


def _is_complete(cue: FoundCue, sentence: Sentence, lower: list[str], lexicon: Lexicon) -> bool:
    """Whether nothing follows a cue that gives it another meaning: no "agreement" after "did not come to an"."""
    words, end = lexicon.file.words, min(sentence.end, cue.end + _COMPLEMENT)
    following = lower[cue.end] if cue.end < sentence.end else ""
    if lower[cue.end - 1] not in words.goal:
        if not following[:1].isalpha() or following in words.left_at_that:
            return True
    if any(i.symbol in "PR" and i.start == cue.end and _is_nominative(i) for i in sentence.items):
        return True  # «не смог приехать президент X»
    told = any(i.symbol in "MLCO" and cue.end <= i.start < end for i in sentence.items)
    return told or any(w.startswith(words.venue) for w in lower[cue.end : end])


def _is_nominative(item: Item) -> bool:
    """Whether a title or a name stands in the nominative for sure: not in a language without cases."""
    return "nom" in item.mention.cases


def _in_infinitive(sentence: Sentence, lower: list[str], lexicon: Lexicon) -> list[FoundCue]:
    """The future of a headline, an infinitive right after its subject: "Kazakh President to visit Baku"."""
    infinitive = lexicon.file.words.infinitive
    subject = next((i for i in sentence.items if i.end < sentence.end and lower[i.end] in infinitive), None)
    if subject is None or "x" in sentence.symbols[: subject.position]:
        return []
    at = subject.end
    earlier = any(w in infinitive for w in lower[sentence.start : at])
    if earlier or not any(c.start in (at, at + 1) for c in sentence.cues):
        return []
    return [FoundCue(at, at + 1, "future", "cue.infinitive")]


def _select(found: list[Mention], lower: Sequence[str], lexicon: Lexicon) -> list[Mention]:
    """The mentions that relations are built from: titles swallow their parts and the state before them."""
    owned: set[int] = set()
    for title in found:
        if title.label == "TITLE":
            owned.update(range(min(title.attributes["left"], title.start), title.end))
    kept: list[list[Mention]] = [[], [], [], []]  # by rank
    for mention in found:
        if mention.label == _INSTITUTION and mention.start not in owned:
            mention = _as_commission(mention, lower, lexicon)
        label, attributes = mention.label, mention.attributes
        if label not in SYMBOLS or "nested" in attributes or "alone" in attributes:
            continue
        if mention.start not in owned or label in ("TITLE", "PERSON"):
            kept[_RANKS.get(label, _OTHER_RANK)].append(mention)
    taken: set[int] = set()
    out = []
    for mention in chain.from_iterable(kept):
        span = range(mention.start, mention.end)
        if taken.isdisjoint(span):
            taken.update(span)
            out.append(mention)
    return sorted(out, key=attrgetter("start"))


def _as_commission(institution: Mention, lower: Sequence[str], lexicon: Lexicon) -> Mention:
    """The commission of several states that an institution without a title is, or else the institution."""
    also = cast(list[list[str]], institution.attributes.get("also", []))
    start, end = institution.start, institution.end
    last = lexicon.lookup(lower[end - 1])  # of "the Joint Economic Commission"
    noun = ([e.kind, e.value, e.rule, e.extra] for e in last)
    told = next((entry for entry in (*also, *noun) if entry[:2] == ["MEETING", "council"]), None)
    if told is None or interstate_from(lower, start, end, lexicon) < 0:
        return institution
    readings = institution.attributes["readings"]
    return Mention("MEETING", start, end, told[1], told[2], {"readings": readings, "extra": told[3]})


def _outside(found: list[tuple[int, int, Cue]], items: list[Mention]) -> Iterator[tuple[int, int, Cue]]:
    """Cues that do not lie wholly inside a name, a title or a place."""
    ends: dict[int, int] = {}  # of the names, by the tokens inside them
    for mention in items:
        if mention.label in _NAMES:
            ends.update(dict.fromkeys(range(mention.start, mention.end), mention.end))
    for start, end, cue in found:
        if cue.type == "appoint" and any(m.label == "TITLE" and m.start <= start < m.end for m in items):
            continue  # "избранный президент"
        if start not in ends or end > ends[start]:
            yield start, end, cue


def _by_sentence(things: list[_Placed], ends: Sequence[int]) -> Iterator[list[_Placed]]:
    """The things of each sentence, from all in order and the tokens after the sentences."""
    starts = [thing.start for thing in things]
    position = 0
    for end in ends:
        following = bisect_left(starts, end, position)
        yield things[position:following]
        position = following
