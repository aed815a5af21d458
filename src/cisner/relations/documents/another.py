"""Whether another document begins after one, or something else that is told beside it."""

from __future__ import annotations

from cisner.relations.documents.beginnings import LEFT
from cisner.relations.documents.inflections import Inflections
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import ending, prefixed

_UNNAMED = 5  # tokens of "and a number of documents"
DASHES = frozenset({"–", "—", "-"})
HYPHENS = frozenset({"-", "‑", "–"})
_MARKS = DASHES | {",", ";", ":", "("}
GOVERNED = 9  # words from a preposition to the subject of the document that it governs


class Another:
    """Tells where another document begins.

    Args:
        view: The document.
        forms: How its words are inflected.
    """

    def __init__(self, view: View, forms: Inflections) -> None:
        self._view = view
        self._forms = forms
        frame = view.lexicon.file.agreement_frame
        self._links = frame.links
        self._modifiers = prefixed(frame.modifiers)
        own = self._own = view.lexicon.file.documents
        self._drafts = prefixed(own.drafts)
        self._joins = own.conjunctions | own.as_well
        self._before_next = self._joins | own.also | own.still | own.before_next
        self._agreeing = ending(own.agreeing_endings)
        self._gerund = ending(own.gerund_endings)

    def is_next(self, sentence: Sentence, index: int) -> bool:
        """Whether another document begins right after a comma or conjunction."""
        view = self._view
        nouns = {i.start: i for i in sentence.items if i.symbol == "G"}
        limit = min(sentence.end, index + 9)
        position = index + 1
        steps = drafts = names = 0
        while position < limit:
            item = nouns.get(position)
            if item is not None and (view.lower[position - 1] in self._own.numerals or drafts):
                return True
            if item is not None:
                readings = item.mention.attributes.get("readings", ())
                if self._own.articles and not steps and position > index + 1 and not self._heads(sentence, item):
                    return False
                if item.mention.attributes.get("extra") == "weak" and not (
                    view.words[position][:1].isupper() or view.lower[index + 1] not in self._links
                ):
                    return False  # "decisions on the staff and on the budget"
                nominative = not readings or any(case in ("nom", "acc", "any", "ins") for _, case in readings)
                sure = steps > 0 or item.mention.attributes.get("extra") != "weak"
                sure = sure or (bool(readings) and all(case in ("nom", "acc") for _, case in readings))
                return (nominative and sure) or view.words[position][:1].isupper()
            low = view.lower[position]
            if low in self._own.begins_next or low in self._own.begins_nothing:
                return low in self._own.begins_next
            if low in self._joins and names and not steps:
                return False  # "… in Services and Investments and the Agreement on …"
            if (
                low in self._before_next
                or low in self._modifiers
                or low in self._own.numerals
                or low in self._drafts
                or view.words[position][:1].isupper()
                or low in ("-", "«", '"', "“")
                or (position + 1 in nouns and self._agreeing.search(low))
            ):
                steps += low in self._own.articles or bool(self._agreeing.search(low))
                names += view.words[position][:1].isupper()
                drafts += low in self._drafts
                position += 1
                continue
            return False
        return False

    def is_like_the_first(self, sentence: Sentence, position: int, index: int) -> bool:
        """Whether a noun of the same case follows: «подписание резолюции о торговле и меморандума о науке»."""
        lower = self._view.lower
        start, limit = index + 1, min(sentence.end, index + 1 + LEFT)
        while start < limit and (lower[start] in self._before_next or self._agreeing.search(lower[start])):
            start += 1
        nouns = [i for i in sentence.items if i.symbol == "G" and i.start <= start]
        if len(nouns) < 2 or nouns[-1].start != start or nouns[-2].end > position:
            return False
        first, second = (set(n.mention.attributes.get("readings", ())) for n in nouns[-2:])
        after = min(nouns[-1].end, sentence.end - 1)
        return bool(first & second) and (lower[after] in self._links or self._forms.is_genitive(after))

    def distributive(self, sentence: Sentence, index: int) -> int:
        """The link of a subject that one of several documents has: of "on B" in "one on A and one on B", or 0."""
        lower, own = self._view.lower, self._own
        skipped = self._joins | own.also | own.articles | _MARKS
        while index < sentence.end and lower[index] in skipped:
            index += 1
        if index >= sentence.end or lower[index] not in own.distributives:
            return 0
        index += 1
        while index < sentence.end and self._view.words[index] in DASHES:
            index += 1
        return index if index < sentence.end and lower[index] in self._links else 0

    def is_something_new(self, sentence: Sentence, index: int) -> bool:
        """Whether a conjunction goes on with something new: "… and a business forum", "… and three more documents"."""
        following = self._view.lower[index + 1 : min(index + _UNNAMED, sentence.end)]
        if following[:1] and following[0] in self._own.indefinite:
            return True
        noun = next((i for i, word in enumerate(following) if word in self._own.unnamed), 0)
        return noun > 0 and (self._own.numerals | self._own.more).issuperset(following[:noun])

    def is_next_act(self, sentence: Sentence, index: int) -> bool:
        """Whether a conjunction goes on with what else is done: "… and adopt a statement", "… and preparations for"."""
        first = index + 1
        following = self._view.lower[first : min(first + 2, sentence.end)]
        if not following or following[0] in self._own.acts:
            return bool(following)
        if first in self._forms.told and following[0] in self._own.plain:
            return True
        if following[-1] not in self._own.articles or not (
            first in self._forms.told or self._gerund.search(following[0])
        ):
            return False
        return any(i.symbol == "G" and first < i.start <= first + LEFT for i in sentence.items)

    def goes_on_outside(self, sentence: Sentence, position: int, index: int) -> bool:
        """Whether a conjunction goes on with what began before the title: "at the programme of A and at questions"."""
        link = self._view.lower[min(index + 1, sentence.end - 1)]
        if link not in self._own.occasion_prepositions and link not in self._links:
            return False
        before = self._view.lower[max(sentence.start, position - GOVERNED) : position - 1]
        return link in before and link not in self._view.lower[position:index]

    def _heads(self, sentence: Sentence, item: Item) -> bool:
        """Whether a subject follows a noun: no "… of Peace and National Accord in Tajikistan"."""
        return item.end < sentence.end and self._view.lower[item.end] in self._own.heads
