"""What the title of a document is: the noun with its subject, a name in quotation marks, a name after "entitled".

Where a title begins, `beginnings` tells, and where it ends, `extent`; what follows the noun as its subject, `subjects`;
which titles share a noun, `several`.
"""

from __future__ import annotations

import re

from cisner.relations.documents.another import Another
from cisner.relations.documents.beginnings import LEFT, Beginnings
from cisner.relations.documents.circumstances import Circumstances
from cisner.relations.documents.extent import Extent
from cisner.relations.documents.inflections import Inflections
from cisner.relations.documents.nouns import Nouns
from cisner.relations.documents.quotations import CLOSING, LONGEST, OPENING, Quotations
from cisner.relations.documents.several import Several
from cisner.relations.documents.subjects import Subjects
from cisner.relations.documents.writing import Title, Writing, unquoted
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import prefixed

_DOUBLE_OPENING = frozenset("“«„")
_DOUBLE = _DOUBLE_OPENING | frozenset("”»")
_TO_QUOTE = 12  # words between a quotation mark and the noun of a title
_BULLETS = frozenset({"•", "·", "*", "-", "–", "—", "▪", "o"})
_OF_EVENTS = frozenset({"programme", "plan"})


class Titles:
    """Finds the titles of a report.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        forms, circumstances = Inflections(view), Circumstances(view)
        others = Another(view, forms)
        self._quotations = Quotations(view, forms)
        self._beginnings = Beginnings(view)
        self._nouns = Nouns(view, self._beginnings)
        self._extent = Extent(view, forms, others, circumstances)
        self._subjects = Subjects(view, forms, self._nouns, self._extent, circumstances)
        self._several = Several(view, self._nouns, self._extent, others)
        self._writing = Writing(view, self._nouns)
        own = self._own = view.lexicon.file.documents
        self._events = prefixed(own.events)
        frame = view.lexicon.file.meeting_frame
        self._coming = prefixed((*frame.next, *frame.coming))
        self._naming = [tuple(n.split()) for n in own.naming]

    def of(self, sentence: Sentence, item: Item) -> list[Title]:
        """The titles with this noun: none where nothing names the document, several that share the noun."""
        titles = self._before_another(sentence, item)
        another = self._several.another(sentence, item, titles[-1].end) if len(titles) == 1 else None
        return titles if another is None else [*titles, another]

    def _before_another(self, sentence: Sentence, item: Item) -> list[Title]:
        """The same but for what a later "and another on" adds."""
        words, nouns = self._view.words, self._nouns
        position, start = item.end, self._beginnings.left(sentence, item)
        if start > sentence.start and words[start - 1] in OPENING:
            if (
                position < sentence.end
                and words[position] in CLOSING
                and start == item.start
                and not nouns.is_capital(item)
            ):
                position += 1  # a quoted noun: the "roadmap" for peace
            elif (close := self._quotations.closing(sentence, start)) and not self._quotations.says(item.end, close):
                return [self._writing.title(item, start, close, proper=True)]
        quoted = self._inside_quotes(sentence, item)
        if quoted is not None:
            return [quoted]
        named = self._named(sentence, position)
        if named is not None:
            return named
        if position < sentence.end and words[position] in OPENING:
            close = self._quotations.closing(sentence, position + 1)
            if close:
                return [self._writing.title(item, start, close + 1, nouns.is_proper(sentence, item, start, close))]
        if self._of_event(sentence, item):
            return []
        each = self._several.one_each(sentence, item)
        if each:
            return each
        plural = nouns.is_plural(item)
        readings = item.mention.attributes.get("readings", ())
        if plural or any(number == "pl" and case in ("nom", "acc") for number, case in readings):
            parts = self._several.joined(sentence, item)
            if parts:
                return parts
        if plural and not (item.mention.attributes.get("extra") == "weak" and nouns.is_capital(item)):
            return []
        end = self._subjects.after(sentence, item, position)
        if end == position and not nouns.is_named_before(start, item) and not nouns.is_own_name(sentence, item):
            return []
        if end - start > LONGEST or (
            item.mention.attributes.get("extra") == "named" and not nouns.is_sure(start, end, item)
        ):
            return []
        return [
            self._writing.title(
                item, start, end if end > position else item.end, nouns.is_proper(sentence, item, start, end)
            )
        ]

    def _of_event(self, sentence: Sentence, item: Item) -> bool:
        """Whether a programme or plan is that of an event, and no document: "the programme of the visit"."""
        if item.mention.norm not in _OF_EVENTS or (item.start > sentence.start and self._nouns.is_capital(item)):
            return False
        lower, small = self._view.lower, self._own.articles | self._view.lexicon.file.words.of
        after = (w for w in lower[item.end : sentence.end] if w not in small and w not in self._coming)
        beside = (next(after, ""), *lower[max(sentence.start, item.start - 1) : item.start])
        return any(w in self._events for w in beside)

    def entry(self, sentence: Sentence) -> tuple[int, int] | None:
        """First token and token after the last of an entry in a list, without its bullet and the like."""
        words, lower = self._view.words, self._view.lower
        start, end = sentence.start, sentence.end
        while start < end and (
            words[start] in _BULLETS or not words[start].strip() or re.fullmatch(r"\d{1,2}[.)]?", words[start])
        ):
            start += 1
        while start < end and (lower[start] in self._own.articles or lower[start] in (".", ")")):
            start += 1
        while end > start and (
            words[end - 1] in (";", ".", ",") or words[end - 1] in self._own.conjunctions or not words[end - 1].strip()
        ):
            end -= 1
        return (start, end) if end > start else None

    def entry_title(self, start: int, end: int, item: Item | None) -> Title:
        """The title that an entry in a list is."""
        if item is None:
            return Title(start, end, unquoted(" ".join(self._view.text(start, end).split())))
        return self._writing.title(item, start, end)

    def _inside_quotes(self, sentence: Sentence, item: Item) -> Title | None:
        """As in “the plan of consultations for 2016”: what stands in double quotation marks around the noun."""
        words = self._view.words
        before = range(item.start - 1, max(sentence.start, item.start - _TO_QUOTE) - 1, -1)
        mark = next((i for i in before if words[i] in _DOUBLE), -1)
        if mark < 0 or words[mark] not in _DOUBLE_OPENING:
            return None
        close = self._quotations.closing(sentence, mark + 1)
        if close < item.end or self._quotations.says(mark + 1, close):
            return None
        start = mark + 1 + (self._view.lower[mark + 1] in self._own.articles)
        if (start, close) == (item.start, item.end):
            return None  # a quoted noun: the "roadmap"
        return self._writing.title(item, start, close, proper=True)

    def _named(self, sentence: Sentence, position: int) -> list[Title] | None:
        """The name after "entitled", "known as": a quotation, or capitalised words; none if another noun heads it."""
        words, lower = self._view.words, self._view.lower
        if position < sentence.end and words[position] == ",":
            position += 1
        phrase = next((n for n in self._naming if tuple(lower[position : position + len(n)]) == n), None)
        if phrase is None:
            return None
        position += len(phrase)
        while position < sentence.end and (lower[position] == ":" or lower[position] in self._own.articles):
            position += 1
        if position >= sentence.end:
            return None
        if words[position] in OPENING:
            close = self._quotations.closing(sentence, position + 1)
            if not close:
                return None
            start, end = position + 1, close
        elif words[position][:1].isupper():
            start, end = position, self._extent.right(sentence, position)
            if any(i.symbol == "G" and start <= i.start < min(end, start + LEFT) for i in sentence.items):
                return []
        else:
            return None
        return [Title(start, end, " ".join(self._view.text(start, end).split()), proper=True)]
