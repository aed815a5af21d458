"""Where the title of a document ends.

It ends where the sentence or the next document begins, or at a verb, an occasion, an official who acts.
"""

from __future__ import annotations

from cisner.relations.documents.another import DASHES, GOVERNED, Another
from cisner.relations.documents.circumstances import Circumstances
from cisner.relations.documents.inflections import Inflections
from cisner.relations.documents.quotations import OPENING
from cisner.relations.documents.verbs import STATUS
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import ending, prefixed

_PEOPLE = ("TITLE", "PERSON")


class Extent:
    """Tells where the titles of a report end.

    Args:
        view: The document.
        forms: How its words are inflected.
        others: Where another document begins.
        circumstances: When and where documents were made.
    """

    def __init__(self, view: View, forms: Inflections, others: Another, circumstances: Circumstances) -> None:
        self._view = view
        self._forms = forms
        self._others = others
        self._circumstances = circumstances
        frame = view.lexicon.file.agreement_frame
        self._links = frame.links
        self._stops = frame.stops
        own = self._own = view.lexicon.file.documents
        self._members = prefixed(own.members)
        self._relatives = prefixed(own.relative_pronouns)
        self._continues = prefixed(own.comma_continues)
        self._joins = own.conjunctions | own.as_well
        self._trailing = self._joins | own.also | own.trailing
        self._passive_participle = ending(own.passive_participle_endings)
        self._predicate = ending(own.predicate_endings)
        self._nominative_ending = ending(own.nominative_endings)
        self._reduced = ending(own.reduced_endings)
        self._gerund = ending(own.gerund_endings)
        self._by = view.lexicon.file.talks.by
        self._of = view.lexicon.file.words.of
        cues = [c for s in view.sentences for c in s.cue(*STATUS)]
        self._put_off = {c.start for s in view.sentences for c in s.cue("future", "cancelled")}
        small = self._links | own.occasion_prepositions
        self._fate_phrases = {c.start: c.end for c in cues if c.end - c.start > 1 and view.lower[c.start] in small}
        people = [i for s in view.sentences for i in s.of(*_PEOPLE)]
        self._subjects = {i.start for i in people if self._nominative(i)}
        self._persons = {i.start for i in people if i.symbol == "P"}

    def right(self, sentence: Sentence, position: int) -> int:
        """Token after a title whose subject begins at `position`."""
        words, lower = self._view.words, self._view.lower
        depth = 0
        quoted = clause = False
        index = position
        while index < sentence.end:
            word, low = words[index], lower[index]
            if word in ("«", "„") or (word in ("“", '"') and not quoted):
                quoted = True
            elif word in ("»", "”", '"', "“") and quoted:
                quoted = False
            elif word in ("»", "”"):
                break  # of a speech that began before the title
            elif word == "(":
                if self._remark(sentence, index):
                    break
                depth += 1
            elif word == ")":
                if depth == 0:
                    break
                depth -= 1
            elif clause and word in (",", ";"):
                break
            elif word == "," and lower[index - 1] in self._own.correlatives and lower[index - 2] in self._links:
                clause = True  # "отчет о том, как выполняется программа"
            elif depth == 0 and not (quoted or clause) and self._ends(sentence, position, index, word, low):
                break
            index += 1
        while index > position and (
            words[index - 1] in (",", "–", "-", ".", "—")
            or lower[index - 1] in self._trailing
            or (lower[index - 1] in self._links and index < sentence.end)
            or not words[index - 1].strip()
        ):
            index -= 1
        return index

    def _ends(self, sentence: Sentence, position: int, index: int, word: str, low: str) -> bool:
        if word in (";", ":", "--") or (word in (".", "!", "?") and index + 1 >= sentence.end - 1):
            return True
        if word in DASHES and 0 < index < sentence.end - 1 and (word == "—" or self._forms.is_spaced(index)):
            if not (self._joins_states(sentence, index) or self._joins_years(index)):
                return True
        if word.islower() and (
            low in self._stops
            or self._forms.is_finite(index)
            or self._reduced_clause(position, index)
            or (index in self._forms.told and (self._predicate.search(low) or self._to_be(position, index)))
            or (index in self._put_off and self._predicate.search(low))  # «подписание … намечено на октябрь»
        ):
            return True
        if low in self._own.articles and self._breaks(position, index):
            return True
        if index in self._subjects or (word.islower() and self._nominative_ending.search(low)):
            return True
        if word == "," and (self._ends_at_comma(sentence, position, index) or self._goes_on(position, index)):
            return True
        if word == "," and self._others.is_like_the_first(sentence, position, index):
            return True
        if index > position and low in self._by and self.officials(sentence, index):
            return True  # "the signing of the Convention by the leaders of five states"
        if (word == "," or low in self._joins) and self._others.distributive(sentence, index):
            return True
        if low in self._joins and (
            self._others.is_next(sentence, index)
            or self._others.is_like_the_first(sentence, position, index)
            or self._others.is_something_new(sentence, index)
            or self._others.is_next_act(sentence, index)
            or self._others.goes_on_outside(sentence, position, index)
        ):
            return True
        if index > position and self._tells_fate(sentence, index):
            return True
        return index > position and self._circumstances.is_circumstance(sentence, index)

    def _remark(self, sentence: Sentence, index: int) -> bool:
        """Whether brackets tell what happens to the document, and are no part of its title."""
        close = next((i for i in range(index, sentence.end) if self._view.words[i] == ")"), sentence.end)
        return any(c.type in STATUS and index < c.start < close for c in sentence.cues)

    def _joins_states(self, sentence: Sentence, index: int) -> bool:
        """A dash inside "государств – участников СНГ", or between two places: "the railway from China – Kyrgyzstan"."""
        if self._view.lower[index + 1] in self._members:
            return True
        places = [i for i in sentence.items if i.symbol in "CL" and index in (i.end, i.start - 1)]
        return len(places) > 1

    def _joins_years(self, index: int) -> bool:
        """A dash between two numbers: "for 2026 – 2035"."""
        return self._view.words[index - 1].isdigit() and self._view.words[index + 1].isdigit()

    def _breaks(self, position: int, index: int) -> bool:
        """Whether an article after a capitalised word ends a capitalised title: "the Treaty on Friendship the ink"."""
        words, lower = self._view.words, self._view.lower
        first = position + (lower[position] in self._links)
        while first < index and lower[first] in self._own.articles:
            first += 1
        last = lower[index - 1]
        if last in self._links or last in self._own.occasion_prepositions or self._gerund.search(last):
            return False  # "the Agreement Establishing the World Trade Organization"
        if lower[index - 2] in self._own.purpose:
            return False  # "the Protocol to Amend the Treaty"
        return words[first][:1].isupper() and words[index - 1][:1].isupper()

    def _reduced_clause(self, position: int, index: int) -> bool:
        """A verb or participle after a noun, before a small word: "on trade signed in Minsk", "and agreed to meet"."""
        lower = self._view.lower
        if index <= position + 1 or not self._reduced.search(lower[index]) or index + 1 >= len(lower):
            return False
        previous, following = lower[index - 1], lower[index + 1]
        if previous in self._own.articles or previous in self._links or previous == "-":
            return False
        if previous in self._joins and following in self._links:
            return True
        return following in self._own.articles or following in self._own.after_verbs

    def _to_be(self, position: int, index: int) -> bool:
        """Whether an infinitive says what is to become of the document, no aim of its subject: "to be signed"."""
        lower = self._view.lower
        return lower[index] in self._own.purpose and (index == position or lower[index + 1] in self._own.infinitives)

    def _tells_fate(self, sentence: Sentence, index: int) -> bool:
        """Whether a preposition begins what becomes of the document: "ready for signing", "is in preparation"."""
        end = self._fate_phrases.get(index, 0)
        if not end:
            return False
        if end >= sentence.end:
            return True
        if self._view.lower[index] in self._own.purpose:
            return not self._view.words[end][:1].isalnum()  # "they have a protocol to decide on."
        return not (self._view.lower[end] in self._of or self._forms.is_genitive(end))

    def _ends_at_comma(self, sentence: Sentence, position: int, index: int) -> bool:
        lower, words = self._view.lower, self._view.words
        following = lower[index + 1 : index + 6]
        if not following:
            return True
        first = following[0]
        if first in self._own.comma_stops or first in self._own.pronouns_one or first in self._own.pronouns_many:
            return True
        if following[1:2] and following[1] in self._own.pronouns_one and first not in self._links:
            return True  # ", sent it back"
        clause = any(w in self._own.comma_stops or w in self._stops for w in following[1:2])
        if first in self._own.conjunctions and (clause or "," not in words[position:index]):
            return True  # no last entry of a list, so a clause
        if any(w in self._relatives for w in following[:3]):
            return True
        if first in self._own.articles and self._begins_with_it(sentence, position):
            return True  # "Under the protocol on borders, the committee meets"
        if first in self._own.as_well:
            return any(w in self._own.also for w in following[1:2]) and self._others.is_next(sentence, index)
        if self._forms.is_finite(index + 1) or first in self._stops or self._passive_participle.search(first):
            return True
        if words[index + 1].islower() and self._reduced.search(first):
            return True
        if index + 1 in self._persons or words[index + 1] in OPENING or first in self._own.indefinite:
            return True
        if any(i.symbol in "PRQK" and index < i.start <= index + 2 for i in sentence.items):
            return True
        if any(w in self._own.reporting for w in lower[index + 1 : min(index + 9, sentence.end)]):
            return True
        return first not in self._continues and self._others.is_next(sentence, index)

    def _begins_with_it(self, sentence: Sentence, position: int) -> bool:
        """Whether a sentence begins with a preposition and the document, so that a comma ends both."""
        start = sentence.start
        return self._view.lower[start] in self._own.occasion_prepositions and position - start <= GOVERNED

    def _goes_on(self, position: int, index: int) -> bool:
        """Whether a comma begins a clause about the document: "a concept of reform, outlining the priorities"."""
        words, lower = self._view.words, self._view.lower
        if index + 1 >= len(lower) or not (self._gerund.search(lower[index + 1]) and words[index + 1].islower()):
            return False
        following = lower[index + 2] if index + 2 < len(lower) else ""
        return following in self._own.articles and not any(self._gerund.search(w) for w in lower[position:index])

    def officials(self, sentence: Sentence, index: int) -> bool:
        """Whether officials or a person are named right after a token."""
        first = index + 1 + (self._view.lower[index + 1 : index + 2] in [[a] for a in self._own.articles])
        return any(i.symbol in "PRQ" and i.start == first for i in sentence.items)

    def _nominative(self, item: Item) -> bool:
        """Whether an official or a person is in the nominative, and so does something to a document."""
        if item.symbol == "P":
            return bool(self._own.genitive_endings) and item.mention.norm == self._view.text(item.start, item.end)
        readings = item.mention.attributes["readings"]
        return bool(readings) and all(case == "nom" for _, case in readings)
