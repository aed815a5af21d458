"""Where the title of a document begins and ends.

A title ends where the sentence, the list entry or the next document begins, or at a verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cisner.relations.fates import STATUS, Prefixed
from cisner.relations.sentence import Item, Sentence, View

OPENING = frozenset({"«", "“", '"', "„", "‘"})
CLOSING = frozenset({"»", "”", '"', "“", "’"})
_BULLETS = frozenset({"•", "·", "*", "-", "–", "—", "▪", "o"})
_LONGEST = 90
_LEFT = 4  # words between an article and the noun
# Kinds that are named by who issued them, where nothing tells what they are about.
_ISSUED = frozenset({"decision", "statement", "resolution", "other"})
# Kinds whose noun stands for a document wherever it is: a plain noun before it names its subject ("peace treaty").
_PLAIN = frozenset(
    {"agreement", "treaty", "convention", "contract", "protocol", "memorandum", "declaration", "charter"}
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title.

    Attributes:
        start: First token.
        end: Token after the last.
        text: As in the text, without article and quotation marks, its noun in the nominative.
        proper: Whether it is a proper name, capitalised and with a subject.
    """

    start: int
    end: int
    text: str
    proper: bool = False


def _ending(endings: Sequence[str]) -> re.Pattern[str]:
    """What finds one of these at the end of a word; with none it finds nothing."""
    return re.compile(f"(?:{'|'.join(endings) or '(?!)'})$")


class Titles:
    """Finds the titles of a report.

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
        self._modifiers = Prefixed(frame.modifiers)
        own = self._own = view.lexicon.file.documents
        self._joint = Prefixed(own.joint)
        self._members = Prefixed(own.members)
        self._relatives = Prefixed(own.relative_pronouns)
        self._continues = Prefixed(own.comma_continues)
        self._untelling = Prefixed(own.untelling)
        self._general = Prefixed(own.general)
        self._joins = own.conjunctions | own.as_well
        self._between = self._joins | own.also
        self._trailing = self._between | own.trailing
        self._before_next = self._between | own.before_next
        self._naming = [tuple(n.split()) for n in own.naming]
        self._genitive_ending = _ending(own.genitive_endings)
        self._genitive_sure = _ending(own.genitive_sure_endings)
        self._adjective_ending = _ending(own.adjective_endings)
        self._finite_ending = _ending(own.finite_endings)
        self._noun_like = _ending(own.noun_like_endings)
        self._passive_participle = _ending(own.passive_participle_endings)
        self._predicate = _ending(own.predicate_endings)
        self._place = _ending(own.place_endings)
        self._reduced = _ending(own.reduced_endings)
        self._vague = _ending(own.vague_endings)
        self._told = {c.start for s in view.sentences for c in s.cues if c.type in STATUS}
        self._subjects = {i.start for s in view.sentences for i in s.of("TITLE", "PERSON") if self._nominative(i)}
        self._persons = {i.start for s in view.sentences for i in s.of("PERSON")}

    def of(self, sentence: Sentence, item: Item) -> list[Title]:
        """The titles with this noun: none where nothing names the document, several that share the noun."""
        words = self._view.words
        position, start = item.end, self._left(sentence, item)
        if start > sentence.start and words[start - 1] in OPENING:
            if (
                position < sentence.end
                and words[position] in CLOSING
                and start == item.start
                and not self._capital(item)
            ):
                position += 1  # a quoted noun: the "roadmap" for peace
            elif (close := self._closing(sentence, start)) and not self._says(item.end, close):
                return [self._title(item, start, close, proper=True)]
        named = self._named(sentence, position)
        if named is not None:
            return named
        if position < sentence.end and words[position] in OPENING:
            close = self._closing(sentence, position + 1)
            if close:
                return [self._title(item, start, close + 1, self._proper(sentence, item, start, close))]
        plural = self._plural(item)
        readings = item.mention.attributes.get("readings", ())
        if plural or any(number == "pl" and case in ("nom", "acc") for number, case in readings):
            parts = self._shared(sentence, item, start)
            if parts:
                return parts
        if plural and not (item.mention.attributes.get("extra") == "weak" and self._capital(item)):
            return []
        end = self._subject(sentence, item, position)
        if end == position and not self._telling_modifier(start, item) and not self._own_name(sentence, item):
            return []
        if end - start > _LONGEST or (
            item.mention.attributes.get("extra") == "named" and not self._sure(start, end, item)
        ):
            return []
        return [self._title(item, start, end if end > position else item.end, self._proper(sentence, item, start, end))]

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
            return Title(start, end, _unquote(" ".join(self._view.text(start, end).split())))
        return self._title(item, start, end)

    def another(self, sentence: Sentence, item: Item, position: int) -> Title | None:
        """As in "… and another on healthcare": a second document of the same kind."""
        lower = self._view.lower
        while position < sentence.end and (lower[position] == "," or lower[position] in self._own.conjunctions):
            position += 1
        if position + 1 >= sentence.end or lower[position] not in self._own.another:
            return None
        if lower[position + 1] not in self._links:
            return None
        start, end = position + 1, self._right(sentence, position + 1)
        return Title(start, end, f"{item.mention.attributes.get('lemma', '')} {self._view.text(start, end)}")

    def _says(self, start: int, end: int) -> bool:
        """Whether a quotation is direct speech, no name: a verb stands in it."""
        words, lower = self._view.words, self._view.lower
        return any(words[i].islower() and (lower[i] in self._stops or self._finite(i)) for i in range(start, end))

    # -- what names a document --

    def _nominative(self, item: Item) -> bool:
        """Whether an official or a person is in the nominative, and so does something to a document."""
        if item.symbol == "P":
            return bool(self._own.genitive_endings) and item.mention.norm == self._view.text(item.start, item.end)
        readings = item.mention.attributes["readings"]
        return bool(readings) and all(case == "nom" for _, case in readings)

    def _subject(self, sentence: Sentence, item: Item, position: int) -> int:
        """Token after the subject that follows the noun, or `position` where none does."""
        lower, words = self._view.lower, self._view.words
        if position >= sentence.end:
            return position
        follows = lower[position]
        known = next((i for i in sentence.items if i.start == position and i.symbol in "QO"), None)
        if not (
            follows in self._links
            or words[position] == "("
            or self._genitive(position)
            or (self._own.genitive_endings and (known is not None or re.fullmatch(r"[IVXL]+", words[position])))
        ):
            return position
        if follows in self._links and self._circumstance(sentence, position):
            return position
        if item.mention.norm == "decision" and follows not in self._links and not self._capital(item):
            return position  # whose decision, or the solution of what
        end = self._right(sentence, position)
        begin = position + (follows in self._links)
        while begin < end and lower[begin] in self._own.articles:
            begin += 1
        rest = lower[begin:end]
        if not rest or (len(rest) < 3 and rest[0] in self._own.empty_subjects) or self._counted(sentence, begin):
            return position
        if self._issuer(sentence, item, position, end):
            return position
        return end

    def _counted(self, sentence: Sentence, index: int) -> bool:
        """Whether a number is no date: "a communique of 23 points"."""
        return self._view.words[index].isdigit() and not any(i.start == index for i in sentence.of("DATE"))

    def _issuer(self, sentence: Sentence, item: Item, position: int, end: int) -> bool:
        """Whether only who issued a document follows: "statement by the ministers", «решение Совета»."""
        lower = self._view.lower
        if self._capital(item) or (item.mention.norm not in _ISSUED and lower[position] != "by"):
            return False
        linked = lower[position] in self._links
        if linked and lower[position] not in self._own.issuer_links:
            return False
        if any(w in self._links for w in lower[position + 1 : end]):
            return False
        covered = {i for it in sentence.items if it.symbol in "PRQOCAL" for i in range(it.start, it.end)}
        return all(
            i in covered or lower[i] in self._own.articles or lower[i] in self._own.parties or lower[i].isdigit()
            for i in range(position + linked, end)
        )

    def _circumstance(self, sentence: Sentence, position: int) -> bool:
        """Whether a link begins not a subject but a time or an occasion: "on Monday", "in the presence of"."""
        lower = self._view.lower
        if lower[position] not in self._own.occasion_prepositions:
            return False
        index = position + 1
        while index < sentence.end and lower[index] in self._own.articles:
            index += 1
        if index >= sentence.end:
            return True
        wide = 1 if lower[position] in self._links else _LEFT  # "at the Batumi International Conference"
        if any(w in self._own.occasions for w in lower[index : min(index + wide, sentence.end)]):
            return True
        date = next((i for i in sentence.items if i.symbol == "D" and i.start <= index < i.end), None)
        if date is None:
            return (
                any(i.symbol == "L" and i.start == index for i in sentence.items)
                and index + 1 < sentence.end
                and (self._view.words[index + 1] in (",", ".", ";"))
            )
        values = date.mention.attributes["values"]
        near = date.mention.attributes["relative"] and lower[position] not in self._own.term_links
        return bool(near or "day" in values or "weekday" in values)

    def _capital(self, item: Item) -> bool:
        return self._view.words[item.start][:1].isupper()

    def _proper(self, sentence: Sentence, item: Item, start: int, end: int) -> bool:
        """Whether a title is a proper name: its noun is capitalised, and not because a sentence begins there."""
        first = next((i for i in range(sentence.start, sentence.end) if self._view.words[i][:1].isalpha()), -1)
        noun = self._view.words[item.start]
        if start < item.start and self._view.words[start][:1].isupper():
            if self._of_place(self._view.lower[item.start - 1]):
                return True
        return (
            self._capital(item)
            and not noun.isupper()
            and (item.start != first or start < item.start)
            and (end > item.end or start < item.start)
        )

    def _sure(self, start: int, end: int, item: Item) -> bool:
        """Whether a second word is capitalised too, for nouns that name a document only in a proper name."""
        words = self._view.words
        return any(words[i][:1].isupper() for i in range(start, end) if not item.start <= i < item.end)

    def _own_name(self, sentence: Sentence, item: Item) -> bool:
        """Whether the noun alone is the name: the Charter."""
        return (
            item.mention.norm == "charter"
            and self._capital(item)
            and item.start > sentence.start
            and not self._view.words[item.start].isupper()
        )

    def _telling_modifier(self, start: int, item: Item) -> bool:
        """Whether what stands before the noun names the document: "Kishinev Declaration", "peace treaty"."""
        before = self._view.words[start : item.start]
        noun = self._view.lower[item.start : item.end]
        if any(w[:1].isupper() and w.lower() not in self._own.articles for w in before):
            return True
        lower = self._view.lower[start : item.start]
        if any(w in self._joint for w in (*lower, *noun)):
            return True
        return (
            bool(self._own.articles)
            and item.mention.norm in _PLAIN
            and any(
                w.isalpha() and w not in self._untelling and w not in self._general and not self._vague.search(w)
                for w in lower
            )
        )

    def _named(self, sentence: Sentence, position: int) -> list[Title] | None:
        """The name after "entitled", "known as": a quotation, or capitalised words; none if another noun heads it."""
        words, lower = self._view.words, self._view.lower
        if position < sentence.end and words[position] == ",":
            position += 1
        phrase = next((n for n in self._naming if tuple(lower[position : position + len(n)]) == n), None)
        if phrase is None:
            return None
        position += len(phrase)
        while position < sentence.end and lower[position] in (":", *self._own.articles):
            position += 1
        if position >= sentence.end:
            return None
        if words[position] in OPENING:
            close = self._closing(sentence, position + 1)
            if not close:
                return None
            start, end = position + 1, close
        elif words[position][:1].isupper():
            start, end = position, self._right(sentence, position)
            if any(i.symbol == "G" and start <= i.start < min(end, start + _LEFT) for i in sentence.items):
                return []
        else:
            return None
        return [Title(start, end, " ".join(self._view.text(start, end).split()), proper=True)]

    # -- where a title begins --

    def _genitive(self, position: int) -> bool:
        word = self._view.lower[position]
        if position in self._told:  # "конвенция парафирована"
            return False
        if self._hyphen(position):  # "научно-технического", "купли-продажи"
            return self._genitive(position + 2) or bool(self._genitive_ending.search(word))
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

    def _left(self, sentence: Sentence, item: Item) -> int:
        view = self._view
        start = item.start
        while start > sentence.start:
            word, low = view.words[start - 1], view.lower[start - 1]
            if low in self._modifiers:
                start -= 1
            elif low == "-" and start - 2 >= sentence.start and view.words[start - 2][:1].isalnum():
                start -= 2
            elif (
                word[:1].isupper()
                and word[:1].isalpha()
                and (start - 1) not in self._persons
                and (start - 1 != sentence.start or self._of_place(low))
                and not view.words[start - 1].isupper()
                and item.mention.label == "AGREEMENT"
                and word.isalpha()
                and (view.words[item.start][:1].isupper() or self._adjective_ending.search(low))
                and not self._verb_like(low)
            ):
                start -= 1
            else:
                break
        return self._after_article(sentence, item, start) if self._own.articles else start

    def _of_place(self, word: str) -> bool:
        """Whether an adjective names a place, as far as its ending tells: "Ташкентская", but not "Политическая"."""
        return bool(self._place.search(word)) and word not in self._untelling and word not in self._joint

    def _after_article(self, sentence: Sentence, item: Item, start: int) -> int:
        """What stands between an article and the noun belongs to the title, but for words that only praise it."""
        view = self._view
        inner = {i for it in sentence.items if it.symbol in "PRQKMGD" for i in range(it.start, it.end)}
        position = start
        while position > sentence.start and start - position <= _LEFT:
            word, low = view.words[position - 1], view.lower[position - 1]
            if low in self._own.articles or low in self._own.possessives:
                start = position
                break
            if not (word[0].isalpha() or word == "-" or word[0].isdigit()) or low in self._stops:
                break
            if low in self._links or low in self._own.conjunctions or position - 1 in inner:
                break
            position -= 1
        while start < item.start and (
            view.lower[start] in self._untelling or view.lower[start] in self._own.possessives
        ):
            if view.words[start + 1] == "-":  # "four-point plan", but "long-awaited agreement"
                if view.lower[start + 2] not in self._untelling:
                    break
                start += 1
            start += 1
        return start

    def _verb_like(self, word: str) -> bool:
        return bool(self._verb is not None and self._verb.search(word))

    def _closing(self, sentence: Sentence, position: int) -> int:
        """Token of the quotation mark that closes a quotation, or 0; quotations may be nested once."""
        depth = 1
        for index in range(position, min(sentence.end, position + _LONGEST)):
            word = self._view.words[index]
            if word in ("«", "„"):
                depth += 1
            elif word in ("»", "”") or (word in ('"', "“") and depth):
                depth -= 1
                if depth == 0:
                    return index
        return 0

    def _plural(self, item: Item) -> bool:
        readings = item.mention.attributes.get("readings", ())
        return bool(readings) and all(number == "pl" for number, _ in readings)

    # -- where a title ends --

    def _right(self, sentence: Sentence, position: int) -> int:
        """Token after a title whose subject begins at `position`."""
        words, lower = self._view.words, self._view.lower
        depth = 0
        quoted = False
        index = position
        while index < sentence.end:
            word, low = words[index], lower[index]
            if word in ("«", "„") or (word in ("“", '"') and not quoted):
                quoted = True
            elif word in ("»", "”", '"', "“") and quoted:
                quoted = False
            elif word == "(":
                if self._remark(sentence, index):
                    break
                depth += 1
            elif word == ")":
                if depth == 0:
                    break
                depth -= 1
            elif depth == 0 and not quoted and self._ends(sentence, position, index, word, low):
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
        if word in (";", ":", "—") or (word in (".", "!", "?") and index + 1 >= sentence.end - 1):
            return True
        if (
            word in ("–", "-")
            and 0 < index < sentence.end - 1
            and self._spaced(index)
            and not self._joins_states(index)
        ):
            return True
        if word.islower() and (
            low in self._stops
            or self._finite(index)
            or self._reduced_clause(position, index)
            or (index in self._told and self._predicate.search(low))
        ):
            return True
        if low in self._own.articles and self._breaks(position, index):
            return True
        if index in self._subjects:
            return True
        if word == "," and self._ends_at_comma(sentence, index):
            return True
        if low in self._joins and (self._next_document(sentence, index) or self._next_phrase(sentence, index)):
            return True
        return index > position and self._circumstance(sentence, index)

    def _remark(self, sentence: Sentence, index: int) -> bool:
        """Whether brackets tell what happens to the document, and are no part of its title."""
        close = next((i for i in range(index, sentence.end) if self._view.words[i] == ")"), sentence.end)
        return any(c.type in STATUS and index < c.start < close for c in sentence.cues)

    def _spaced(self, index: int) -> bool:
        doc = self._view.doc
        return bool(doc[index - 1].whitespace_) and bool(doc[index].whitespace_)

    def _joins_states(self, index: int) -> bool:
        """A dash inside "государств – участников СНГ"."""
        return self._view.lower[index + 1] in self._members

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

    def _breaks(self, position: int, index: int) -> bool:
        """Whether an article after a capitalised word ends a capitalised title: "the Treaty on Friendship the ink"."""
        words, lower = self._view.words, self._view.lower
        first = position + (lower[position] in self._links)
        while first < index and lower[first] in self._own.articles:
            first += 1
        return words[first][:1].isupper() and words[index - 1][:1].isupper() and words[index + 1][:1].islower()

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
        """Whether a conjunction goes on with something new: "… and a business forum"."""
        return index + 1 < sentence.end and self._view.lower[index + 1] in self._own.indefinite

    def _ends_at_comma(self, sentence: Sentence, index: int) -> bool:
        lower, words = self._view.lower, self._view.words
        following = lower[index + 1 : index + 6]
        if not following:
            return True
        first = following[0]
        if first in self._own.comma_stops or any(w in self._relatives for w in following[:3]):
            return True
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

    def _next_document(self, sentence: Sentence, index: int) -> bool:
        """Whether another document begins right after a comma or conjunction."""
        view = self._view
        nouns = {i.start: i for i in sentence.items if i.symbol == "G"}
        limit = min(sentence.end, index + 9)
        position = index + 1
        steps = 0
        while position < limit:
            item = nouns.get(position)
            if item is not None:
                readings = item.mention.attributes.get("readings", ())
                if self._own.articles and not steps and position > index + 1 and not self._heads(sentence, item):
                    return False
                nominative = not readings or any(case in ("nom", "acc", "any", "ins") for _, case in readings)
                return (nominative and (steps > 0 or item.mention.attributes.get("extra") != "weak")) or view.words[
                    position
                ][:1].isupper()
            low = view.lower[position]
            if low in self._own.begins_next or low in self._own.begins_nothing:
                return low in self._own.begins_next
            if (
                low in self._before_next
                or low in self._modifiers
                or view.words[position][:1].isupper()
                or low in ("-", "«", '"', "“")
            ):
                steps += low in self._own.articles
                position += 1
                continue
            return False
        return False

    def _heads(self, sentence: Sentence, item: Item) -> bool:
        """Whether a subject follows a noun: no "… of Peace and National Accord in Tajikistan"."""
        return item.end < sentence.end and self._view.lower[item.end] in self._own.heads

    # -- several titles with one noun --

    def _shared(self, sentence: Sentence, item: Item, start: int) -> list[Title]:
        """As in "Agreements on A, on B and on C": the subjects that share one noun, or its noun and first words."""
        lower, words = self._view.lower, self._view.words
        position = item.end
        if position + 1 < sentence.end and (
            words[position] in ("–", "-", "—", ":") or (words[position] == "," and lower[position + 1] in self._links)
        ):
            position += 1
        first = position
        end = self._right(sentence, position)
        # a dash may stand between the noun with its attribute and the subjects
        if end < sentence.end - 1 and words[end] in ("–", "—", "-") and lower[end + 1] in self._links:
            position = end + 1
            end = self._right(sentence, position)
        if position >= end or lower[position] not in self._links:
            return []
        cuts = self._cuts(position, end)
        if len(cuts) < 2:
            return []
        attribute = self._view.text(first, position - 1) if position > first + 1 else ""
        common = self._view.text(position, cuts[0]) if cuts[0] > position else ""
        lemma = str(item.mention.attributes.get("lemma", "")) or self._view.text(item.start, item.end)
        out = []
        for number, (cut, following) in enumerate(zip(cuts, [*cuts[1:], end + 1], strict=True)):
            stop = following
            if following <= end:
                stop = following - 1
                while words[stop - 1] == "," or lower[stop - 1] in self._between:
                    stop -= 1
            else:
                stop = end
            parts = (lemma, attribute, common, self._view.text(cut, stop))
            begin = cut if number else position
            out.append(Title(begin, stop, " ".join(p for p in parts if p), self._capital(item)))
        return out

    def _cuts(self, position: int, end: int) -> list[int]:
        """Where the subjects begin: at the first link, or at a later one, if it comes again after a comma or "and"."""
        lower, words = self._view.lower, self._view.words
        for head in range(position, min(end, position + 8)):
            link = lower[head]
            if link not in self._links:
                continue
            heads = next((v for v in self._own.link_variants if link in v), frozenset({link}))
            cuts = [head]
            for index in range(head + 1, end):
                if lower[index] in heads and (
                    words[index - 1] == ","
                    or lower[index - 1] in self._own.conjunctions
                    or (words[index - 2] == "," and lower[index - 1] in self._own.also)
                ):
                    cuts.append(index)
            if len(cuts) > 1:
                return cuts
        return []

    # -- its text --

    def _agreeing(self, word: str, noun: str) -> str:
        """An adjective in the nominative of a noun: "Астанинской" with "декларация" is "Астанинская"."""
        for ending, nominatives in self._own.nominative.items():
            if word.lower().endswith(ending):
                chosen = next((a for n, a in nominatives.items() if noun.endswith(n)), nominatives.get("", ending))
                return word[: len(word) - len(ending)] + chosen
        return word

    def _title(self, item: Item, start: int, end: int, proper: bool = False) -> Title:
        view = self._view
        before = view.text(start, item.start) if item.start > start else ""
        noun = view.text(item.start, item.end)
        lemma = str(item.mention.attributes.get("lemma", ""))
        readings = item.mention.attributes.get("readings", ())
        if (
            lemma
            and readings
            and not self._plural(item)
            and not any(n in ("sg", "any") and case in ("nom", "any") for n, case in readings)
        ):
            noun = lemma if not noun[:1].isupper() else lemma[:1].upper() + lemma[1:]
            before = " ".join(self._agreeing(w, lemma) for w in before.split())
        after = view.text(item.end, end) if end > item.end else ""
        if after[:1] in CLOSING and before == "":
            after = after[1:]
        title = " ".join(p for p in (before, noun, after) if p)
        return Title(start, end, _unquote(" ".join(title.split())), proper)


def _unquote(title: str) -> str:
    title = title.strip(" ,;")
    if title[:1] in OPENING and title[-1:] in CLOSING:
        title = title[1:-1]
    return re.sub(r"\s*[«“„\"]\s*([^«»“”\"]*)$", r" \1", title) if title.count('"') == 1 else title
