"""Where the title of a document begins: with its noun, or with what stands before the noun and belongs to its name."""

from __future__ import annotations

import re

from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import ending, prefixed

_DASHES = frozenset({"–", "—", "-", "--"})
_YEAR = re.compile(r"20\d\d")
_YEARS = re.compile(r"(?:19|20)\d\d\s*[-–—/]\s*(?:19|20)?\d\d")
_NAME = 12  # words of a name before its noun
LEFT = 4  # words between an article and the noun


class Beginnings:
    """Tells where the titles of a report begin.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        frame = view.lexicon.file.agreement_frame
        self._links = frame.links
        self._stops = frame.stops
        self._modifiers = prefixed(frame.modifiers)
        verb = view.lexicon.file.role_frame.verb_ending
        self._verb = re.compile(verb) if verb else None
        own = self._own = view.lexicon.file.documents
        self._joint = prefixed(own.joint)
        self._untelling = prefixed(own.untelling)
        self._joins = own.conjunctions | own.as_well
        self._of = view.lexicon.file.words.of
        self._adjective_ending = ending(own.adjective_endings)
        self._place = ending(own.place_endings)
        self._persons = {i.start for s in view.sentences for i in s.of("PERSON")}

    def left(self, sentence: Sentence, item: Item) -> int:
        """First token of what belongs to the title before its noun."""
        view = self._view
        start = item.start
        proper = bool(self._own.articles) and view.words[start][:1].isupper()
        while start > sentence.start:
            word, low = view.words[start - 1], view.lower[start - 1]
            if low in self._modifiers:
                start -= 1
            elif (
                low == "-"
                and start - 2 >= sentence.start
                and view.words[start - 2][:1].isalnum()
                and not (view.source.spaces[start - 2] and view.source.spaces[start - 1])
            ):
                start -= 2
            elif (
                word[:1].isupper()
                and word[:1].isalpha()
                and (start - 1) not in self._persons
                and (start - 1 != sentence.start or self.of_place(low))
                and not view.words[start - 1].isupper()
                and item.mention.label == "AGREEMENT"
                and word.isalpha()
                and (proper or self._adjective_ending.search(low))
                and not (self._verb is not None and self._verb.search(low))
            ):
                start -= 1
            else:
                break
        return self._after_article(sentence, item, self._joined(sentence, item, start)) if self._own.articles else start

    def _joined(self, sentence: Sentence, item: Item, start: int) -> int:
        """What begins a name of several parts after an article: "the Enhanced Partnership and Cooperation Agreement".

        A year with a dash before it joins parts as well: "the Turkic Future – 2040 programme".
        """
        words, lower = self._view.words, self._view.lower
        taken = {i for it in sentence.items if it.symbol in "PRQKMG" for i in range(it.start, it.end)}
        index, joins = start, 0
        while index > sentence.start and start - index < _NAME and lower[index - 1] not in self._own.articles:
            word = words[index - 1]
            year = bool(_YEAR.fullmatch(word)) and words[index - 2] in _DASHES
            if index - 1 in taken or not (
                (word[:1].isupper() and word.isalpha())
                or year
                or word in _DASHES
                or (words[item.start][:1].isupper() and (lower[index - 1] in self._joins | self._of))
            ):
                return start
            joins += year or lower[index - 1] in self._joins
            index -= 1
        begun = index > sentence.start and lower[index - 1] in self._own.articles
        return index if begun and joins and words[index][:1].isupper() else start

    def _after_article(self, sentence: Sentence, item: Item, start: int) -> int:
        """What stands between an article and the noun belongs to the title, but for words that only praise it."""
        view = self._view
        inner = {i for it in sentence.items if it.symbol in "PRQKMGD" for i in range(it.start, it.end)}
        terms = [i for i in sentence.of("DATE") if _YEARS.fullmatch(view.text(i.start, i.end))]
        inner -= {i for it in terms for i in range(it.start, it.end)}  # "the 2021-2025 Programme"
        position = start
        while position > sentence.start and start - position <= LEFT:
            word, low = view.words[position - 1], view.lower[position - 1]
            if low in self._own.articles or low in self._own.possessives:
                start = position
                break
            if not (word[0].isalpha() or word in _DASHES or word[0].isdigit()) or low in self._stops:
                break
            if low in self._links or low in self._own.conjunctions or position - 1 in inner:
                break
            position -= 1
        cities = {i.start for i in sentence.of("CITY")}  # "the New York Declaration"
        while (
            start < item.start
            and start not in cities
            and not (view.words[start][:1].isupper() and view.words[start + 1][:1].isupper())  # "the New ECO Program"
            and (view.lower[start] in self._untelling or view.lower[start] in self._own.possessives)
        ):
            if view.words[start + 1] == "-":  # "four-point plan", but "long-awaited agreement"
                if view.lower[start + 2] not in self._untelling:
                    break
                start += 1
            start += 1
        return start

    def of_place(self, word: str) -> bool:
        """Whether an adjective names a place, as far as its ending tells: "Ташкентская", but not "Политическая"."""
        return bool(self._place.search(word)) and word not in self._untelling and word not in self._joint
