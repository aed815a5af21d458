"""The string of symbols of a sentence, which patterns run over: a letter for each mention, and classed gaps.

Symbols: P person, R title, Q titles in the plural, K counterpart, C country, A adjective of a country, O organization
or organ, L city, M meeting noun, G document noun, D date; between them , ; : ( ) - & o (of) and x for any other words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.relations.sentence import Item, Sentence
from cisner.remembering import Remembered

SYMBOLS = {
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
_SILENT = frozenset({'"', "«", "»", "“", "”", "„", "'", "’", "•", "·", "*", "...", "…", "|", "▪"})
_MAYBE_AND = "?"  # a word that may begin a conjunction of several words
_OTHERS = re.compile("xx+")


def item_of(mention: Mention) -> Item:
    """The item that a mention is in its sentence."""
    if mention.label != "TITLE":
        return Item(mention, SYMBOLS[mention.label], mention.start, mention.end)
    symbol = "K" if mention.norm == "counterpart" else "Q" if mention.attributes["number"] == "pl" else "R"
    return Item(mention, symbol, min(int(mention.attributes["left"]), mention.start), mention.end)


@lru_cache(maxsize=4)
def gaps_of(lexicon: Lexicon) -> Gaps:
    """The classes of a language, made once."""
    return Gaps(lexicon)


class Gaps:
    """Classes the words between mentions.

    Args:
        lexicon: The language's lexicon.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._and = [tuple(a.split()) for a in lexicon.file.words.and_]
        self._of = lexicon.file.words.of
        self._genitive = lexicon.file.words.genitive
        self._silent = lexicon.file.words.article | _SILENT | lexicon.names.honorifics
        self._classes = Remembered(self._class)

    def write(self, sentence: Sentence, lower: Sequence[str]) -> None:
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
