"""Where the title of a document ends.

It ends where the sentence or the next document begins, or at a verb, an occasion, an official who acts.
"""

from __future__ import annotations

import re

from cisner import words as quotes
from cisner.relations.fates import STATUS
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import ending, prefixed

OPENING, CLOSING = quotes.OPENING | {"‘"}, quotes.CLOSING | {"’"}
_UNNAMED = 5  # tokens of "and a number of documents"
LONGEST = 90
_PEOPLE = ("TITLE", "PERSON")
_DASHES = frozenset({"–", "—", "-"})
_MARKS = _DASHES | {",", ";", ":", "("}
LEFT = 4  # words between an article and the noun
_GOVERNED = 9  # words from a preposition to the subject of the document that it governs


class Extent:
    """Tells where the titles of a report end.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        frame = view.lexicon.file.agreement_frame
        self._links = frame.links
        self._stops = frame.stops
        roles = view.lexicon.file.role_frame
        self._verb = re.compile(roles.verb_ending) if roles.verb_ending else None
        self._adjective = re.compile(roles.adjective_ending) if roles.adjective_ending else None
        self._modifiers = prefixed(frame.modifiers)
        coming = view.lexicon.file.meeting_frame
        self._coming = prefixed((*coming.next, *coming.coming))
        own = self._own = view.lexicon.file.documents
        self._members = prefixed(own.members)
        self._relatives = prefixed(own.relative_pronouns)
        self._continues = prefixed(own.comma_continues)
        self._drafts = prefixed(own.drafts)
        self._joins = own.conjunctions | own.as_well
        self._trailing = self._joins | own.also | own.trailing
        self._before_next = self._joins | own.also | own.still | own.before_next
        self._genitive_ending = ending(own.genitive_endings)
        self._genitive_sure = ending(own.genitive_sure_endings)
        self._finite_ending = ending(own.finite_endings)
        self._noun_like = ending(own.noun_like_endings)
        self._passive_participle = ending(own.passive_participle_endings)
        self._predicate = ending(own.predicate_endings)
        self._nominative_ending = ending(own.nominative_endings)
        self._reduced = ending(own.reduced_endings)
        self._agreeing = ending(own.agreeing_endings)
        self._gerund = ending(own.gerund_endings)
        self._by = view.lexicon.file.talks.by
        self._of = view.lexicon.file.words.of
        cues = [c for s in view.sentences for c in s.cue(*STATUS)]
        self._told = {c.start for c in cues}
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
        if word in _DASHES and 0 < index < sentence.end - 1 and (word == "—" or self._spaced(index)):
            if not (self._joins_states(sentence, index) or self._joins_years(index)):
                return True
        if word.islower() and (
            low in self._stops
            or self._finite(index)
            or self._reduced_clause(position, index)
            or (index in self._told and (self._predicate.search(low) or self._to_be(position, index)))
            or (index in self._put_off and self._predicate.search(low))  # «подписание … намечено на октябрь»
        ):
            return True
        if low in self._own.articles and self._breaks(position, index):
            return True
        if index in self._subjects or (word.islower() and self._nominative_ending.search(low)):
            return True
        if word == "," and (self._ends_at_comma(sentence, position, index) or self._goes_on(position, index)):
            return True
        if word == "," and self._like_the_first(sentence, position, index):
            return True
        if index > position and low in self._by and self.officials(sentence, index):
            return True  # "the signing of the Convention by the leaders of five states"
        if (word == "," or low in self._joins) and self.distributive(sentence, index):
            return True
        if low in self._joins and (
            self._next_document(sentence, index)
            or self._like_the_first(sentence, position, index)
            or self._next_phrase(sentence, index)
            or self._next_act(sentence, index)
            or self._goes_on_outside(sentence, position, index)
        ):
            return True
        if index > position and self._tells_fate(sentence, index):
            return True
        return index > position and self.is_circumstance(sentence, index)

    def _remark(self, sentence: Sentence, index: int) -> bool:
        """Whether brackets tell what happens to the document, and are no part of its title."""
        close = next((i for i in range(index, sentence.end) if self._view.words[i] == ")"), sentence.end)
        return any(c.type in STATUS and index < c.start < close for c in sentence.cues)

    def _spaced(self, index: int) -> bool:
        spaces = self._view.source.spaces
        return spaces[index - 1] and spaces[index]

    def _joins_states(self, sentence: Sentence, index: int) -> bool:
        """A dash inside "государств – участников СНГ", or between two places: "the railway from China – Kyrgyzstan"."""
        if self._view.lower[index + 1] in self._members:
            return True
        places = [i for i in sentence.items if i.symbol in "CL" and index in (i.end, i.start - 1)]
        return len(places) > 1

    def _joins_years(self, index: int) -> bool:
        """A dash between two numbers: "for 2026 – 2035"."""
        return self._view.words[index - 1].isdigit() and self._view.words[index + 1].isdigit()

    def _finite(self, index: int) -> bool:
        word = self._view.lower[index]
        if not self._verb_like(word) or any(s in word for s in self._own.active_participle_suffixes):
            return False
        if (
            self._noun_like.search(word)
            and index
            and self._adjective is not None
            and self._adjective.search(self._view.lower[index - 1])
        ):
            return False
        return bool(self._finite_ending.search(word))

    def _verb_like(self, word: str) -> bool:
        return bool(self._verb is not None and self._verb.search(word))

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

    def _next_phrase(self, sentence: Sentence, index: int) -> bool:
        """Whether a conjunction goes on with something new: "… and a business forum", "… and three more documents"."""
        following = self._view.lower[index + 1 : min(index + _UNNAMED, sentence.end)]
        if following[:1] and following[0] in self._own.indefinite:
            return True
        noun = next((i for i, word in enumerate(following) if word in self._own.unnamed), 0)
        return noun > 0 and (self._own.numerals | self._own.more).issuperset(following[:noun])

    def _to_be(self, position: int, index: int) -> bool:
        """Whether an infinitive says what is to become of the document, no aim of its subject: "to be signed"."""
        lower = self._view.lower
        return lower[index] in self._own.purpose and (index == position or lower[index + 1] in self._own.infinitives)

    def _next_act(self, sentence: Sentence, index: int) -> bool:
        """Whether a conjunction goes on with what else is done: "… and adopt a statement", "… and preparations for"."""
        first = index + 1
        following = self._view.lower[first : min(first + 2, sentence.end)]
        if not following or following[0] in self._own.acts:
            return bool(following)
        if first in self._told and following[0] in self._own.plain:
            return True
        if following[-1] not in self._own.articles or not (first in self._told or self._gerund.search(following[0])):
            return False
        return any(i.symbol == "G" and first < i.start <= first + LEFT for i in sentence.items)

    def _goes_on_outside(self, sentence: Sentence, position: int, index: int) -> bool:
        """Whether a conjunction goes on with what began before the title: "at the programme of A and at questions"."""
        link = self._view.lower[min(index + 1, sentence.end - 1)]
        if link not in self._own.occasion_prepositions and link not in self._links:
            return False
        before = self._view.lower[max(sentence.start, position - _GOVERNED) : position - 1]
        return link in before and link not in self._view.lower[position:index]

    def _tells_fate(self, sentence: Sentence, index: int) -> bool:
        """Whether a preposition begins what becomes of the document: "ready for signing", "is in preparation"."""
        end = self._fate_phrases.get(index, 0)
        if not end:
            return False
        if end >= sentence.end:
            return True
        if self._view.lower[index] in self._own.purpose:
            return not self._view.words[end][:1].isalnum()  # "they have a protocol to decide on."
        return not (self._view.lower[end] in self._of or self.is_genitive(end))

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
            return any(w in self._own.also for w in following[1:2]) and self._next_document(sentence, index)
        if self._finite(index + 1) or first in self._stops or self._passive_participle.search(first):
            return True
        if words[index + 1].islower() and self._reduced.search(first):
            return True
        if index + 1 in self._persons or words[index + 1] in OPENING or first in self._own.indefinite:
            return True
        if any(i.symbol in "PRQK" and index < i.start <= index + 2 for i in sentence.items):
            return True
        if any(w in self._own.reporting for w in lower[index + 1 : min(index + 9, sentence.end)]):
            return True
        return first not in self._continues and self._next_document(sentence, index)

    def _begins_with_it(self, sentence: Sentence, position: int) -> bool:
        """Whether a sentence begins with a preposition and the document, so that a comma ends both."""
        start = sentence.start
        return self._view.lower[start] in self._own.occasion_prepositions and position - start <= _GOVERNED

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

    def _next_document(self, sentence: Sentence, index: int) -> bool:
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

    def _like_the_first(self, sentence: Sentence, position: int, index: int) -> bool:
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
        return bool(first & second) and (lower[after] in self._links or self.is_genitive(after))

    def distributive(self, sentence: Sentence, index: int) -> int:
        """The link of a subject that one of several documents has: of "on B" in "one on A and one on B", or 0."""
        lower, own = self._view.lower, self._own
        skipped = self._joins | own.also | own.articles | _MARKS
        while index < sentence.end and lower[index] in skipped:
            index += 1
        if index >= sentence.end or lower[index] not in own.distributives:
            return 0
        index += 1
        while index < sentence.end and self._view.words[index] in _DASHES:
            index += 1
        return index if index < sentence.end and lower[index] in self._links else 0

    def _heads(self, sentence: Sentence, item: Item) -> bool:
        """Whether a subject follows a noun: no "… of Peace and National Accord in Tajikistan"."""
        return item.end < sentence.end and self._view.lower[item.end] in self._own.heads

    def is_circumstance(self, sentence: Sentence, position: int) -> bool:
        """Whether a link begins not a subject but a time or an occasion: "on Monday", "in the presence of"."""
        lower = self._view.lower
        if lower[position] not in self._own.occasion_prepositions:
            return False
        index = position + 1
        while index < sentence.end and (
            lower[index] in self._own.articles or lower[index] in self._own.possessives or lower[index] in self._coming
        ):
            index += 1
        if index >= sentence.end:
            return True
        wide = 1 if lower[position] in self._links else LEFT  # "at the Batumi International Conference"
        if any(w in self._own.occasions for w in lower[index : min(index + wide, sentence.end)]):
            return True
        date = next((i for i in sentence.items if i.symbol == "D" and i.start <= index < i.end), None)
        if date is None:
            return any(
                i.symbol == "L"
                and i.start == index
                and i.end < sentence.end
                and (self._view.words[i.end] in (",", ".", ";") or self._is_day(sentence, i.end))
                for i in sentence.items
            )
        values = date.mention.attributes["values"]
        near = date.mention.attributes["relative"] and lower[position] not in self._own.term_links
        return bool(near or "day" in values or "weekday" in values)

    def _is_day(self, sentence: Sentence, position: int) -> bool:
        """Whether a day follows, with or without a preposition: "in Minsk on May 7", «в Минске 7 мая»."""
        position += self._view.lower[position] in self._own.occasion_prepositions
        dates = (i for i in sentence.of("DATE") if i.start == position)
        return any("day" in i.mention.attributes["values"] for i in dates)

    # -- words --

    def is_genitive(self, position: int) -> bool:
        """Whether a word looks like one that the noun governs: "соглашение стран"."""
        word = self._view.lower[position]
        if position in self._told and self._predicate.search(word):  # "конвенция парафирована"
            return False
        if self._hyphen(position):  # "научно-технического", "купли-продажи"
            return self.is_genitive(position + 2) or bool(self._genitive_ending.search(word))
        if not word[:1].isalpha() or not self._genitive_ending.search(word):
            return False
        if self._verb_like(word) and not self._genitive_sure.search(word):
            return False
        return word not in self._stops and word not in self._own.not_genitive

    def _hyphen(self, position: int) -> bool:
        return (
            position + 2 < len(self._view.words)
            and self._view.words[position + 1] == "-"
            and not self._spaced(position + 1)
        )

    def closing(self, sentence: Sentence, position: int) -> int:
        """Token of the quotation mark that closes a quotation, or 0; quotations may be nested once."""
        depth = 1
        for index in range(position, min(sentence.end, position + LONGEST)):
            word = self._view.words[index]
            if word in ("«", "„"):
                depth += 1
            elif word in ("»", "”") or (word in ('"', "“") and depth):
                depth -= 1
                if depth == 0:
                    return index
        return 0

    def _nominative(self, item: Item) -> bool:
        """Whether an official or a person is in the nominative, and so does something to a document."""
        if item.symbol == "P":
            return bool(self._own.genitive_endings) and item.mention.norm == self._view.text(item.start, item.end)
        readings = item.mention.attributes["readings"]
        return bool(readings) and all(case == "nom" for _, case in readings)

    def says(self, start: int, end: int) -> bool:
        """Whether a quotation is direct speech, no name: a verb stands in it."""
        words, lower = self._view.words, self._view.lower
        inside = (i for i in range(start, end) if words[i].islower() or i == start)
        return any(lower[i] in self._stops or (words[i].islower() and self._finite(i)) for i in inside)
