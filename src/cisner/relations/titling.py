"""What the title of a document is: the noun with its subject, a name in quotation marks, a name after "entitled".

Where a title begins, `beginnings` tells, and where it ends, `extent`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cisner.relations.beginnings import Beginnings
from cisner.relations.extent import CLOSING, LEFT, LONGEST, OPENING, Extent
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import Prefixed, ending, prefixed

_PAUSES = frozenset({",", ":", "–", "—", "-", "("})
_DOUBLE_OPENING = frozenset("“«„")
_DOUBLE = _DOUBLE_OPENING | frozenset("”»")
_TO_QUOTE = 12  # words between a quotation mark and the noun of a title
_REACH = 8  # words between the noun of several documents and what each is about
_BULLETS = frozenset({"•", "·", "*", "-", "–", "—", "▪", "o"})
# Kinds that are named by who issued them, where nothing tells what they are about.
_ISSUED = frozenset({"decision", "statement", "resolution", "other"})
# Kinds whose noun stands for a document wherever it is: a plain noun before it names its subject ("peace treaty").
_PLAIN = frozenset(
    {"agreement", "treaty", "convention", "contract", "protocol", "memorandum", "declaration", "charter"}
)
_DASHES = frozenset({"-", "‑", "–"})
_YEAR_AHEAD = re.compile(r"20\d\d")
_OF_EVENTS = frozenset({"programme", "plan"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title.

    Attributes:
        start: First token.
        end: Token after the last.
        text: As in the text, without article and quotation marks, its noun in the nominative.
        proper: Whether it is a proper name, capitalised and with a subject.
        kind: Kind of the document, where it is not that of its noun.
    """

    start: int
    end: int
    text: str
    proper: bool = False
    kind: str = ""


class Titles:
    """Finds the titles of a report.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._beginnings = Beginnings(view)
        self._extent = Extent(view)
        self._links = view.lexicon.file.agreement_frame.links
        own = self._own = view.lexicon.file.documents
        self._joint = prefixed(own.joint)
        self._untelling = prefixed(own.untelling)
        self._general = prefixed(own.general)
        self._events = prefixed(own.events)
        frame = view.lexicon.file.meeting_frame
        self._coming = prefixed((*frame.next, *frame.coming))
        self._still = own.still
        self._between = own.conjunctions | own.as_well | own.also
        self._naming = [tuple(n.split()) for n in own.naming]
        self._vague = ending(own.vague_endings)

    def of(self, sentence: Sentence, item: Item) -> list[Title]:
        """The titles with this noun: none where nothing names the document, several that share the noun."""
        words = self._view.words
        position, start = item.end, self._beginnings.left(sentence, item)
        if start > sentence.start and words[start - 1] in OPENING:
            if (
                position < sentence.end
                and words[position] in CLOSING
                and start == item.start
                and not self._capital(item)
            ):
                position += 1  # a quoted noun: the "roadmap" for peace
            elif (close := self._extent.closing(sentence, start)) and not self._extent.says(item.end, close):
                return [self._title(item, start, close, proper=True)]
        quoted = self._inside_quotes(sentence, item)
        if quoted is not None:
            return [quoted]
        named = self._named(sentence, position)
        if named is not None:
            return named
        if position < sentence.end and words[position] in OPENING:
            close = self._extent.closing(sentence, position + 1)
            if close:
                return [self._title(item, start, close + 1, self._proper(sentence, item, start, close))]
        if self._of_event(sentence, item):
            return []
        each = self._distributed(sentence, item)
        if each:
            return each
        plural = self._plural(item)
        readings = item.mention.attributes.get("readings", ())
        if plural or any(number == "pl" and case in ("nom", "acc") for number, case in readings):
            parts = self._shared(sentence, item)
            if parts:
                return parts
        if plural and not (item.mention.attributes.get("extra") == "weak" and self._capital(item)):
            return []
        end = self._subject(sentence, item, position)
        if end == position and not self._telling_modifier(start, item) and not self._own_name(sentence, item):
            return []
        if end - start > LONGEST or (
            item.mention.attributes.get("extra") == "named" and not self._sure(start, end, item)
        ):
            return []
        return [self._title(item, start, end if end > position else item.end, self._proper(sentence, item, start, end))]

    def _of_event(self, sentence: Sentence, item: Item) -> bool:
        """Whether a programme or plan is that of an event, and no document: "the programme of the visit"."""
        if item.mention.norm not in _OF_EVENTS or (item.start > sentence.start and self._capital(item)):
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
            return Title(start, end, _unquote(" ".join(self._view.text(start, end).split())))
        return self._title(item, start, end)

    def another(self, sentence: Sentence, item: Item, position: int) -> Title | None:
        """As in "… and another on healthcare": a second document of the same kind."""
        lower = self._view.lower
        begun = position
        while position < sentence.end and (
            lower[position] == "," or lower[position] in self._between or lower[position] in self._still
        ):
            position += 1
        more = not self._still.isdisjoint(lower[begun:position])
        known = self._own.another | (self._own.distributives if more else frozenset())
        if position + 2 >= sentence.end or lower[position] not in known:
            return None
        position += 1 + (lower[position + 1] in _DASHES)
        if lower[position] not in self._links:
            return None
        start, end = position, self._extent.right(sentence, position)
        return Title(start, end, f"{item.mention.attributes.get('lemma', '')} {self._view.text(start, end)}")

    def _inside_quotes(self, sentence: Sentence, item: Item) -> Title | None:
        """As in “the plan of consultations for 2016”: what stands in double quotation marks around the noun."""
        words = self._view.words
        before = range(item.start - 1, max(sentence.start, item.start - _TO_QUOTE) - 1, -1)
        mark = next((i for i in before if words[i] in _DOUBLE), -1)
        if mark < 0 or words[mark] not in _DOUBLE_OPENING:
            return None
        close = self._extent.closing(sentence, mark + 1)
        if close < item.end or self._extent.says(mark + 1, close):
            return None
        start = mark + 1 + (self._view.lower[mark + 1] in self._own.articles)
        if (start, close) == (item.start, item.end):
            return None  # a quoted noun: the "roadmap"
        return self._title(item, start, close, proper=True)

    # -- what names a document --

    def _subject(self, sentence: Sentence, item: Item, position: int) -> int:
        """Token after the subject that follows the noun, or `position` where none does."""
        lower, words = self._view.lower, self._view.words
        if position >= sentence.end:
            return position
        told = self._told_by_clause(sentence, position)
        if told:
            return self._extent.right(sentence, told)
        if self._capital(item) and (year := self._year(position)):
            linked = year < sentence.end and lower[year] in self._links
            return self._extent.right(sentence, year) if linked else year
        follows = lower[position]
        known = next((i for i in sentence.items if i.start == position and i.symbol in "QO"), None)
        if not (
            follows in self._links
            or words[position] == "("
            or self._extent.is_genitive(position)
            or (self._own.genitive_endings and (known is not None or self._undeclined(position)))
        ):
            return position
        if follows in self._links and (
            self._extent.is_circumstance(sentence, position) or self._is_place(sentence, position)
        ):
            return position
        if item.mention.norm == "decision" and follows not in self._links and not self._capital(item):
            return position  # whose decision, or the solution of what
        end = self._extent.right(sentence, position)
        begin = position + (follows in self._links)
        while begin < end and lower[begin] in self._own.articles:
            begin += 1
        rest = lower[begin:end]
        empty = bool(rest) and len(rest) < 3 and rest[0] in self._own.empty_subjects
        if empty and len(rest) > 1 and (item.end - item.start > 1 or self._capital(item)):
            empty = False  # "the Action Plan for its implementation"
        if not rest or empty or self._counted(sentence, begin):
            return position
        if self._issuer(sentence, item, position, end) or self._is_company(sentence, position, end):
            return position
        return end

    def _told_by_clause(self, sentence: Sentence, position: int) -> int:
        """Token at which the object of a clause about the document begins, or 0: "agreement establishing a fund"."""
        lower = self._view.lower
        begins, phrases = _clauses(self._own.telling)
        if lower[position] not in begins:  # as most often
            return 0
        for phrase in phrases:
            end = position + len(phrase)
            if end < sentence.end and all(w in p for w, p in zip(lower[position:end], phrase, strict=True)):
                return end
        return 0

    def _year(self, position: int) -> int:
        """Token after the year that belongs to the name of a document, or 0: "Vision 2040", «Стратегия 2030»."""
        words = self._view.words
        dash = words[position] in _DASHES and not self._view.source.spaces[position - 1]
        index = position + dash
        return index + 1 if index < len(words) and _YEAR_AHEAD.fullmatch(words[index]) else 0

    def _undeclined(self, position: int) -> bool:
        """Whether the word after the noun has no ending that tells its case: «декларация СКБ», «решение государств»."""
        word = self._view.words[position]
        return (word.isupper() and len(word) > 1) or self._view.lower[position] in self._own.parties

    def _is_place(self, sentence: Sentence, position: int) -> bool:
        """Whether a preposition begins where a document was made, and no subject: "in the Turkish city of Trabzon"."""
        if self._view.lower[position] not in self._own.occasion_prepositions:
            return False
        small = self._own.articles
        known = {i.start: i for i in sentence.items if i.symbol in "AL"}
        index = position + 1
        while index < sentence.end and (self._view.lower[index] in small or index in known):
            if index in known and known[index].symbol == "L":
                return True
            index = known[index].end if index in known else index + 1
        return index < sentence.end and self._view.lower[index] in self._own.places

    def _counted(self, sentence: Sentence, index: int) -> bool:
        """Whether a number is no date: "a communique of 23 points"."""
        return self._view.words[index].isdigit() and not any(i.start == index for i in sentence.of("DATE"))

    def _issuer(self, sentence: Sentence, item: Item, position: int, end: int) -> bool:
        """Whether only who issued a document follows: "statement by the ministers", «решение Совета»."""
        lower = self._view.lower
        if self._capital(item) or (item.mention.norm not in _ISSUED and lower[position] not in self._own.issued_by):
            return False
        linked = lower[position] in self._links
        if linked and lower[position] not in self._own.issuer_links:
            return False
        if any(w in self._links for w in lower[position + 1 : end]):
            return False
        covered = {i for it in sentence.items if it.symbol in "PRQOCAL" for i in range(it.start, it.end)}
        return all(
            i in covered
            or lower[i] in self._own.articles
            or lower[i] in self._own.parties
            or lower[i].isdigit()
            or (self._own.genitive_endings and self._view.words[i].isupper())
            for i in range(position + linked, end)
        )

    def _is_company(self, sentence: Sentence, position: int, end: int) -> bool:
        """Whether only with whom somebody signed follows: "a joint declaration with President Erdogan"."""
        if self._view.lower[position] not in self._own.company or not self._extent.officials(sentence, position):
            return False
        return not any(w in self._own.subject_links for w in self._view.lower[position + 1 : end])

    def _capital(self, item: Item) -> bool:
        return self._view.words[item.start][:1].isupper()

    def _proper(self, sentence: Sentence, item: Item, start: int, end: int) -> bool:
        """Whether a title is a proper name: its noun is capitalised, and not because a sentence begins there."""
        first = next((i for i in range(sentence.start, sentence.end) if self._view.words[i][:1].isalpha()), -1)
        noun = self._view.words[item.start]
        if start < item.start and self._view.words[start][:1].isupper():
            if self._beginnings.of_place(self._view.lower[item.start - 1]):
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
        while position < sentence.end and (lower[position] == ":" or lower[position] in self._own.articles):
            position += 1
        if position >= sentence.end:
            return None
        if words[position] in OPENING:
            close = self._extent.closing(sentence, position + 1)
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

    def _plural(self, item: Item) -> bool:
        """Whether a noun stands for several documents."""
        readings = item.mention.attributes.get("readings", ())
        before = self._view.lower[max(item.start - 2, 0) : item.start]  # with an adjective: "two border agreements"
        counted = not self._own.numerals.isdisjoint(before) and not self._own.articles.intersection(before[1:])
        plural = bool(readings) and (counted or all(number == "pl" for number, _ in readings))
        return plural and (counted or not self._has_no_singular(str(item.mention.attributes.get("lemma", ""))))

    def _has_no_singular(self, lemma: str) -> bool:
        """Whether a noun is a plural in form alone: «правила», «основные направления»."""
        entries = [e for e in self._view.lexicon.lookup(lemma) if e.kind == "AGREEMENT"] if lemma else []
        return bool(entries) and all(number == "pl" for e in entries for number, _ in e.readings)

    # -- several titles with one noun --

    def _shared(self, sentence: Sentence, item: Item) -> list[Title]:
        """As in "Agreements on A, on B and on C": the subjects that share one noun, or its noun and first words."""
        lower, words = self._view.lower, self._view.words
        position = item.end
        if position + 1 < sentence.end and (
            words[position] in ("–", "-", "—", ":")
            or (words[position] in (",", "(") and lower[position + 1] in self._links)
        ):
            position += 1
        elif self._plural(item) and lower[position : position + 1] != [","] and position < sentence.end:
            position = self._after_verb(sentence, position)  # "two agreements were signed: on A and on B"
        first = position
        end = self._extent.right(sentence, position)
        # a dash may stand between the noun with its attribute and the subjects
        if end < sentence.end - 1 and words[end] in ("–", "—", "-") and lower[end + 1] in self._links:
            position = end + 1
            end = self._extent.right(sentence, position)
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

    def _after_verb(self, sentence: Sentence, position: int) -> int:
        """Token after a colon or dash before a link, if what was done stands between it and the noun."""
        lower = self._view.lower
        if lower[position] in self._links:
            return position
        for index in range(position, min(sentence.end - 1, position + _REACH)):
            if lower[index] in (":", "–", "—") and lower[index + 1] in self._links:
                return index + 1
        return position

    def _distributed(self, sentence: Sentence, item: Item) -> list[Title]:
        """As in "two memorandums, one on A and one on B"."""
        words = self._view.words
        lemma = str(item.mention.attributes.get("lemma", "")) or self._view.text(item.start, item.end)
        out = []
        link = self._extent.distributive(sentence, item.end)
        if not link and self._plural(item):  # "two agreements were signed, one on A …"
            marks = (i for i in range(item.end, min(sentence.end, item.end + _REACH)) if words[i] in _PAUSES)
            link = next((found for i in marks if (found := self._extent.distributive(sentence, i))), 0)
        while link:
            end = self._extent.right(sentence, link)
            out.append(Title(link, end, f"{lemma} {self._view.text(link, end)}", self._capital(item)))
            link = self._extent.distributive(sentence, end)
        return out if len(out) > 1 else []

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
        for declined, nominatives in self._own.nominative.items():
            if word.lower().endswith(declined):
                chosen = next((a for n, a in nominatives.items() if noun.endswith(n)), nominatives.get("", declined))
                return word[: len(word) - len(declined)] + chosen
        return word

    def _amendments(self, start: int) -> int:
        """First token of "amendments to the" before a title, or -1: they are a document of their own."""
        lower, own = self._view.lower, self._own
        index = start - 1
        index -= index > 0 and lower[index] in own.articles
        if index <= 0 or lower[index] not in own.amended or lower[index - 1] not in own.amendments:
            return -1
        index -= 1
        while index > 1 and lower[index - 1] in own.conjunctions and lower[index - 2] in own.amendments:
            index -= 2
        return index

    def _title(self, item: Item, start: int, end: int, proper: bool = False) -> Title:
        view = self._view
        amendments = self._amendments(start)
        if amendments >= 0:
            return Title(amendments, end, " ".join(view.text(amendments, end).split()), kind="other")
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
        if after[:1] in CLOSING and item.start and view.words[item.start - 1] in OPENING:
            after = after[1:]
        space = " " if after and view.source.spaces[item.end - 1] else ""
        return Title(start, end, _unquote(" ".join(f"{before} {noun}{space}{after}".split())), proper)


@lru_cache(maxsize=4)
def _clauses(telling: tuple[str, ...]) -> tuple[Prefixed, list[tuple[Prefixed, ...]]]:
    """What clauses about documents begin with: the first words, and the whole phrases."""
    phrases = [phrase.split() for phrase in telling]
    return Prefixed(p[0] for p in phrases), [tuple(Prefixed((word,)) for word in p) for p in phrases]


def _unquote(title: str) -> str:
    title = title.strip(" ,;")
    if title[:1] in OPENING and title[-1:] in CLOSING:
        title = title[1:-1]
    return re.sub(r"\s*[«“„\"]\s*([^«»“”\"]*)$", r" \1", title) if title.count('"') == 1 else title
