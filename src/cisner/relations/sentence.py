"""A sentence as a sequence of typed mentions and classed gaps, and as a string of symbols that patterns run over.

Symbols: P person, R title, Q titles in the plural, K counterpart, C country, A adjective of a country, O organization
or organ, L city, M meeting noun, G document noun, D date; between them , ; : ( ) - & o (of) and x for any other words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice, pairwise
from operator import attrgetter
from typing import TypeVar

from cisner.lexicon import FORMAT, Cue, Lexicon
from cisner.mentions import Mention
from cisner.relations.cues import FoundCue
from cisner.relations.modality import settle
from cisner.remembering import Remembered
from cisner.words import Words

_SYMBOLS = {
    "PERSON": "P",
    "TITLE": "R",
    "COUNTRY": "C",
    "ADJECTIVE": "A",
    "DEMONYM": "A",
    "ORGANIZATION": "O",
    "ORGAN": "O",
    "CITY": "L",
    "MEETING": "M",
    "AGREEMENT": "G",
    "DATE": "D",
}
_PUNCTUATION = {
    ",": ",",
    "/": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    ")": ")",
    "-": "-",
    "–": "-",
    "—": "-",
    "‑": "-",
    "[": "(",
    "]": ")",
}
_RANKS = {"PERSON": 0, "TITLE": 1, "DATE": 2}  # of mentions that overlap the first is kept; all others come last
_OTHER_RANK = 3
_NAMES = frozenset({"PERSON", "CITY", "ORGANIZATION", "ORGAN", "COUNTRY"})  # in which words tell nothing
_MAYBE_AND = "?"  # a word that may begin a conjunction of several words
_OTHERS = re.compile("xx+")
_COMPLEMENT = 5  # tokens after a verb in which what completes it begins
_LONGEST_LINE = 40  # tokens of an entry in a list without separators
_ENDS = frozenset(".!?;:…»”)")
_BULLETS = frozenset({"•", "·", "*", "-", "–", "—", "▪"})
_STRONG = frozenset({";", ":"})
_BREAKS_OFF = frozenset({",", "–", "—", "-"})  # that a line before a list may end with, with no colon
_Placed = TypeVar("_Placed", Mention, FoundCue)
_SILENT = frozenset({'"', "«", "»", "“", "”", "„", "'", "’", "•", "·", "*", "...", "…", "|", "▪"})


@dataclass(slots=True)
class Item:
    """A mention in a sentence, with its symbol.

    Attributes:
        mention: The mention.
        symbol: Its letter in the symbol string.
        start: First token; of a title with the state or body before it.
        end: Token after the last.
        position: Its place in the symbol string.
    """

    mention: Mention
    symbol: str
    start: int
    end: int
    position: int = -1


@dataclass(slots=True)
class Sentence:
    """One sentence.

    Attributes:
        index: Number in the document.
        start: First token.
        end: Token after the last.
        items: Mentions in order, without those inside longer ones.
        cues: Cues in order.
        formats: Format words in order.
        symbols: The symbol string.
        paragraph: Number of the paragraph (block of lines).
        is_line: Whether the sentence is a line of a list.
        intro: Index of the sentence that introduces the list, or -1.
    """

    index: int
    start: int
    end: int
    words: Sequence[str]
    items: list[Item] = field(default_factory=list)
    cues: list[FoundCue] = field(default_factory=list)
    formats: list[FoundCue] = field(default_factory=list)
    symbols: str = ""
    at: dict[int, Item] = field(default_factory=dict)
    paragraph: int = 0
    is_line: bool = False
    intro: int = -1
    strong: frozenset[str] = _STRONG  # words and marks at which a clause ends
    contrast: frozenset[str] = frozenset()
    additive: frozenset[str] = frozenset()  # words after which a contrast is none: "not only X but also Y"
    labels: set[str] = field(default_factory=set)  # of the items
    types: set[str] = field(default_factory=set)  # of the cues
    _breaks: list[int] | None = None
    _of: dict[tuple[str, ...], list[Item]] = field(default_factory=dict)

    def clause(self, lower: Sequence[str], token: int) -> tuple[int, int]:
        """The stretch between strong boundaries (semicolon, dash between words, "but") around a token.

        Args:
            lower: The words of the document, in lower case.
            token: A token of the sentence.
        """
        if self._breaks is None:
            self._breaks = self._find_breaks(lower)
        if not self._breaks:
            return self.start, self.end
        following = bisect_left(self._breaks, token)
        start = self._breaks[following - 1] + 1 if following else self.start
        end = self._breaks[following] if following < len(self._breaks) else self.end
        return start, end

    def _find_breaks(self, lower: Sequence[str]) -> list[int]:
        """The tokens at which a clause ends."""
        if self.strong.isdisjoint(lower[self.start : self.end]):  # as most often
            return []
        return [
            i
            for i in range(self.start, self.end)
            if lower[i] in self.strong and (lower[i] not in self.contrast or self._contrasts(lower, i))
        ]

    def _contrasts(self, lower: Sequence[str], index: int) -> bool:
        """Whether a word like "but" parts clauses: not in "not only X but also Y", nor in «тет-а-тет»."""
        hyphens = lower[index - 1 : index] == ["-"] == lower[index + 1 : index + 2]
        return not hyphens and self.additive.isdisjoint(lower[index + 1 : index + 2])

    @property
    def is_full(self) -> bool:
        """Whether it ends as sentences do, and is no heading."""
        return any(w[:1] in _ENDS for w in self.words[max(self.start, self.end - 3) : self.end])

    def of(self, *labels: str) -> Sequence[Item]:
        """Items with one of the labels."""
        if self.labels.isdisjoint(labels):  # as most often
            return ()
        found = self._of.get(labels)
        if found is None:
            found = self._of[labels] = [i for i in self.items if i.mention.label in labels]
        return found

    def drop(self, unreal: Sequence[Item]) -> None:
        """Take out items that tell of nothing."""
        self.items = [i for i in self.items if i not in unreal]
        self._of.clear()

    def has(self, *types: str) -> bool:
        """Whether a cue of one of the types is in the sentence."""
        return not self.types.isdisjoint(types)

    def cue(self, *types: str) -> list[FoundCue]:
        """Cues of the types."""
        if self.types.isdisjoint(types):
            return []
        return [c for c in self.cues if c.type in types]


@dataclass(slots=True)
class View:
    """A document for the relations: its sentences and words.

    Attributes:
        source: The words with their mentions.
        lexicon: The language's lexicon.
        words: The words as written.
        lower: The same folded, for comparison.
        forms: These, each once.
        sentences: In the order of the text.
        nested: Mentions inside longer ones.
        lines: Lines of lists, by number of the sentence that introduces them.
    """

    source: Words
    lexicon: Lexicon
    words: list[str]
    lower: list[str]
    forms: set[str]
    sentences: list[Sentence]
    nested: list[Mention]
    lines: dict[int, list[Sentence]] = field(default_factory=dict)
    _spelled: str = field(init=False)
    _told: dict[tuple[tuple[str, ...], str], list[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Join the words, in which phrases are looked for."""
        self._spelled = f" {' '.join(self.lower)} "

    def says(self, start: int, end: int, phrases: tuple[str, ...], stop: str = " ") -> bool:
        """Whether one of some phrases stands between two tokens.

        Args:
            start: First token.
            end: Token after the last.
            phrases: The phrases, or with an empty stop what they begin with.
            stop: What stands behind them.
        """
        told = self._told.get((phrases, stop))
        if told is None:  # most reports have none of them anywhere
            anywhere, by_first = _sought(phrases, stop)
            near = anywhere
            if not self.forms.isdisjoint(by_first):
                near = [*near, *(p for first in by_first if first in self.forms for p in by_first[first])]
            told = self._told[phrases, stop] = [p for p in near if p in self._spelled]
        if not told:
            return False
        words = f" {' '.join(self.lower[start:end])} "
        return any(p in words for p in told)

    def text(self, start: int, end: int) -> str:
        """Text of a range of tokens."""
        return self.source.slice(start, end)


def view(source: Words, lexicon: Lexicon) -> View:
    """Build the view of words that have gone through the pipeline."""
    words, lower = source.texts, _spelled_out(source.lower, lexicon)
    all_mentions = source.mentions
    items = _select(all_mentions)
    forms = set(lower)
    told = lexicon.cues.find(lower, forms)
    formats = [FoundCue(s, e, c.type.removeprefix(FORMAT), c.rule) for s, e, c in told if c.type.startswith(FORMAT)]
    told = [found for found in told if not found[2].type.startswith(FORMAT)] if formats else told
    cues = [FoundCue(s, e, c.type, c.rule) for s, e, c in _outside(told, items)]
    sentences = _sentences(source.starts, words, lexicon.file.setting.conjunction)
    ends = [s.end for s in sentences]
    gaps = _gaps(lexicon)
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
        sentence.items = list(map(_item, own_items))
        sentence.labels = {m.label for m in own_items}
        sentence.cues = [
            c for c in own_cues if c.rule not in lexicon.completed or _is_complete(c, sentence, lower, lexicon)
        ]
        settle(sentence, lower, lexicon)
        sentence.formats = own_formats
        gaps.symbols(sentence, lower)
        sentence.cues += _in_infinitive(sentence, lower, lexicon)
        sentence.types = {c.type for c in sentence.cues}
    nested = [m for m in all_mentions if m.attributes.get("nested")]
    seen = View(source, lexicon, words, lower, forms, sentences, nested)
    for sentence in sentences:
        if sentence.intro >= 0:
            seen.lines.setdefault(sentence.intro, []).append(sentence)
    return seen


@lru_cache(maxsize=256)
def _sought(phrases: tuple[str, ...], stop: str) -> tuple[list[str], dict[str, list[str]]]:
    """Phrases as they stand in a text: those whose first word need not stand whole, and the others by that word."""
    anywhere: list[str] = []
    by_first: dict[str, list[str]] = {}
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        near = by_first.setdefault(first, []) if rest or stop else anywhere
        near.append(f" {phrase}{stop}")
    return anywhere, by_first


@lru_cache(maxsize=4)
def _gaps(lexicon: Lexicon) -> _Gaps:
    return _Gaps(lexicon)


def _item(mention: Mention) -> Item:
    if mention.label != "TITLE":
        return Item(mention, _SYMBOLS[mention.label], mention.start, mention.end)
    symbol = "K" if mention.norm == "counterpart" else "Q" if mention.attributes["number"] == "pl" else "R"
    return Item(mention, symbol, min(int(mention.attributes["left"]), mention.start), mention.end)


def _spelled_out(lower: list[str], lexicon: Lexicon) -> list[str]:
    """The words with short forms in full: "wo", "n't" as "will", "not"."""
    endings, stems = lexicon.file.contractions.endings, lexicon.file.contractions.stems
    if endings.keys().isdisjoint(lower):  # as nearly always
        return lower
    out = [endings.get(word, word) for word in lower]
    for index, (word, following) in enumerate(pairwise(lower)):
        if following in endings and word in stems:
            out[index] = stems[word]
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
    cases = item.mention.cases
    return "nom" in cases


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


def _select(found: list[Mention]) -> list[Mention]:
    """The mentions that relations are built from: titles swallow their parts and the state before them."""
    owned: set[int] = set()
    for title in found:
        if title.label == "TITLE":
            owned.update(range(min(title.attributes["left"], title.start), title.end))
    kept: list[list[Mention]] = [[], [], [], []]  # by rank
    for mention in found:
        label, attributes = mention.label, mention.attributes
        if label not in _SYMBOLS or "nested" in attributes or "alone" in attributes:
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


def _sentences(starts: list[int], words: list[str], conjunction: frozenset[str]) -> list[Sentence]:
    starts = starts or [0]
    ends = [*starts[1:], len(words)]
    out: list[Sentence] = []
    paragraph = 0
    intro = -1
    for start, end in zip(starts, ends, strict=True):
        if end <= start:
            continue
        index = len(out)
        breaks_before = start > 0 and "\n" in words[start - 1]
        if breaks_before and "\n\n" in words[start - 1].replace(" ", "").replace("\r", ""):
            paragraph += 1
        last = _last(words, start, end)
        sentence = Sentence(index, start, end, words, paragraph=paragraph)
        if breaks_before or start == 0:
            content = list(islice(filter(str.strip, words[start:end]), 2))
            bulleted = bool(content) and (content[0] in _BULLETS or _is_number(content))
            if intro < 0 and out and (bulleted or last == ";"):
                before = _last(words, out[-1].start, out[-1].end)
                intro = out[-1].index if before in _BREAKS_OFF else intro
            separator = words[start - 1].replace(" ", "").replace("\r", "") if start else ""
            tight = bool(out) and (out[-1].index == intro or (out[-1].is_line and separator.count("\n") == 1))
            short = end - start <= _LONGEST_LINE and last not in (".", ":")
            if intro >= 0 and (
                (tight and short)
                or bulleted
                or last in (";", ",")
                or (out and out[-1].intro == intro and _ends_item(out[-1], words, conjunction))
            ):
                sentence.is_line, sentence.intro = True, intro
            else:
                intro = -1
        elif out and out[-1].intro >= 0 and not breaks_before:
            sentence.intro = out[-1].intro
        if last == ":":
            intro = index
        out.append(sentence)
    return out


def _is_number(content: Sequence[str]) -> bool:
    """Whether a line begins with its number in a list: "1.", "2)"."""
    return content[0].isdigit() and len(content[0]) <= 2 and content[1:2] in (["."], [")"])


def _last(words: Sequence[str], start: int, end: int) -> str:
    """The last word of a range that is not white space."""
    while start < end and not words[end - 1].strip():
        end -= 1
    return words[end - 1] if start < end else ""


def _ends_item(sentence: Sentence, words: Sequence[str], conjunction: frozenset[str]) -> bool:
    """Whether a line of a list shows that another one follows."""
    last = _last(words, sentence.start, sentence.end)
    return last in (";", ",") or last in conjunction


class _Gaps:
    """Classes the words between mentions."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._and = [tuple(a.split()) for a in lexicon.file.words.and_]
        self._of = lexicon.file.words.of
        self._genitive = lexicon.file.words.genitive
        self._silent = lexicon.file.words.article | _SILENT | lexicon.names.honorifics
        self._classes = Remembered(self._class)

    def symbols(self, sentence: Sentence, lower: Sequence[str]) -> None:
        """Set the symbol string and the positions of the items in it."""
        out: list[str] = []
        position, length = sentence.start, 0
        for item in sentence.items:
            gap = self._gap(lower, position, item.start)
            length += len(gap)
            item.position = length
            sentence.at[length] = item
            length += 1
            out += (gap, item.symbol)
            position = item.end
        out.append(self._gap(lower, position, sentence.end))
        sentence.symbols = "".join(out)

    def _gap(self, lower: Sequence[str], start: int, end: int) -> str:
        if start >= end:
            return ""
        gap = "".join(map(self._classes.__getitem__, lower[start:end]))
        if _MAYBE_AND in gap:
            gap = self._with_and(lower, start, end)
        return _OTHERS.sub("x", gap) if "xx" in gap else gap

    def _with_and(self, lower: Sequence[str], start: int, end: int) -> str:
        """The same where a conjunction of several words may begin."""
        out: list[str] = []
        index = start
        while index < end:
            symbol = self._classes[lower[index]]
            if symbol == _MAYBE_AND:
                phrase = next((a for a in self._and if tuple(lower[index : index + len(a)]) == a), None)
                if phrase is not None:
                    out.append("&")
                    index += len(phrase)
                    continue
                symbol = self._plain_class(lower[index])
            out.append(symbol)
            index += 1
        return "".join(out)

    def _class(self, word: str) -> str:
        """The symbol of a word, empty for one that does not count."""
        if word in _PUNCTUATION:
            return _PUNCTUATION[word]
        if not word.strip() or word in self._silent:
            return ""
        begun = next((a for a in self._and if a[0] == word), None)
        if begun is not None:
            return "&" if len(begun) == 1 else _MAYBE_AND
        return self._plain_class(word)

    def _plain_class(self, word: str) -> str:
        if word in self._of:
            return "o"
        if word in (".", "!", "?"):
            return "."
        return "" if word in self._genitive else "x"
