"""Documents: what was signed, adopted, planned — in running text, in lists, with shared nouns.

A document is a noun ("agreement", "концепция") with its subject. What its title is, `titling` tells; what became of it,
`fates`. A document whose fate nothing tells has a record only if a proper name names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cisner.mentions import Mention
from cisner.relations.documents.fates import NAMED, Fates
from cisner.relations.documents.titling import Titles
from cisner.relations.documents.verbs import STATUS, usual
from cisner.relations.documents.writing import Title
from cisner.relations.elsewhere import other_reports
from cisner.relations.events import Event
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import prefixed

_STRONGEST = ("ratified", "signed", "adopted", "rejected", "planned", "")
_STEM = 6
# Cues that are too weak for nouns that seldom name a document.
_VAGUE = frozenset({"cue.document_considered", "cue.document_done"})
_TAIL = 4  # words after a title in which its year may stand
_EARLY = 8  # words before the noun of an entry in a list, if the noun is weak


@dataclass(slots=True)
class Document:
    """A document in the making.

    Attributes:
        title: As in the text, status verb and article taken away.
        kind: Kind of the document.
        status: signed, adopted, planned, ratified or rejected.
        start: First token of the title.
        end: Token after the title.
        sentence: Where it stands.
        rule: Rule of the cue that gave the status.
        event: The meeting at which it was or will be made, if any.
        made: Day, month or year (ISO) in which it was or will be made, with the words for it, if the text tells it.
        between: States and bodies between which it is, each with the words for it.
        is_old: Whether it was made long before the report.
    """

    title: str
    kind: str
    status: str
    start: int
    end: int
    sentence: Sentence
    rule: str
    noun: Mention | None = None
    key: tuple[str, ...] = field(default=())
    event: Event | None = None
    made: tuple[str, Item] | None = None
    between: list[tuple[str, Item]] = field(default_factory=list)
    is_old: bool = False

    @property
    def date(self) -> str | None:
        """Day, month or year (ISO) in which it was or will be made, if the text tells it."""
        return self.made[0] if self.made is not None else None

    @property
    def parties(self) -> list[str]:
        """The states and bodies between which it is, each once."""
        return sorted({party for party, _ in self.between})


def find_documents(view: View, year: int | None) -> list[Document]:
    """All documents of a report with a known fate or a proper name, in text order, each once.

    Args:
        view: The document.
        year: Year of the report, or None.
    """
    elsewhere = other_reports(view)
    sentences = [s for s in view.sentences if (s.is_line or "G" in s.symbols) and s.index not in elsewhere]
    return _Documents(view, year).find(sentences) if sentences else []


class _Documents:
    """Finds the documents of a report.

    Args:
        view: The document.
        year: Year of the report, or None.
    """

    def __init__(self, view: View, year: int | None) -> None:
        self._view = view
        self._year = year
        self._titles = Titles(view)
        self._fates = Fates(view)
        own = view.lexicon.file.documents
        self._denied = own.negations & own.possessives  # "no agreement on gas"
        self._generic = prefixed(view.lexicon.file.documents.generic)

    def find(self, sentences: Sequence[Sentence]) -> list[Document]:
        """All documents with a known fate or a proper name, in text order, each once."""
        found = [d for s in sentences for d in self._in_sentence(s)]
        if any(d.status and d.sentence.is_full for d in found):
            found = [d for d in found if not self._heading(d.sentence)]
        kept: list[Document] = []
        for document in sorted(found, key=lambda d: _STRONGEST.index(d.status)):
            if not any(_same(document.key, other.key) for other in kept):
                kept.append(document)
        for document in kept:
            if not document.status:
                ahead = self._fates.lies_ahead(document.sentence, document.start)
                document.status, document.rule = ("planned" if ahead else usual(document.kind)), NAMED
        return sorted(kept, key=lambda d: (d.start, d.end))

    def _in_sentence(self, sentence: Sentence) -> Iterator[Document]:
        entry = self._titles.entry(sentence) if self._is_entry(sentence) else None
        if entry is not None:
            yield from self._entry(sentence, *entry)
            return
        modal = self._view.lexicon.file.documents.before_verb
        nouns = [i for i in sentence.items if i.symbol == "G" and self._view.lower[i.start - 1] not in modal]
        named: list[tuple[Item, Title]] = []
        for item in nouns:
            if item.start < max((t.end for _, t in named), default=sentence.start):
                continue
            named += [(item, t) for t in self._titles.of(sentence, item)]
        listed = len(named) > 1 and ":" in self._view.words[sentence.start : named[0][1].start]
        taken = [range(t.start, t.end) for _, t in named]
        for item, title in named:
            reach = (min(title.start, item.start), max(t.end for i, t in named if i is item))
            last = item is named[-1][0]
            status, rule = self._fates.of(sentence, item, reach, taken, last)
            if not status and listed:
                status, rule = self._fates.listed(sentence, item.mention.norm)
            if self._view.lower[reach[0] - 1] in self._denied and reach[0] > sentence.start and status != "rejected":
                continue
            if not status and not title.proper:
                status, rule = self._fates.untold(sentence, item, title.end)
            weak = item.mention.attributes.get("extra") == "weak" and not title.proper
            if (status and not (weak and rule in _VAGUE)) or (
                title.proper and sentence.is_full and not self._is_background(sentence, title, reach[0])
            ):
                yield self._document(sentence, item, title, status, rule)

    def _is_background(self, sentence: Sentence, title: Title, start: int) -> bool:
        """Whether something rests on a document, or it bears the number of an earlier year: "the Treaty of 1992"."""
        words = self._view.words[title.start : min(title.end + _TAIL, sentence.end)]
        years = [int(w) for w in words if len(w) == len("1992") and w.isdigit()]
        old = self._year is not None and bool(years) and max(years) < self._year
        return old or self._fates.rests(sentence, start)

    def _heading(self, sentence: Sentence) -> bool:
        """Whether a sentence is the heading of the report, which the text repeats in full."""
        return sentence.index <= 1 and sentence.intro < 0 and not sentence.is_full

    def _is_entry(self, sentence: Sentence) -> bool:
        """Whether a sentence is a line of a list of documents."""
        if not sentence.is_line or sentence.intro < 0:
            return False
        intro = self._view.sentences[sentence.intro]
        return intro.has(*STATUS) or self._view.text(intro.start, intro.end).strip().endswith(":")

    def _entry(self, sentence: Sentence, start: int, end: int) -> Iterator[Document]:
        item = next(
            (
                i
                for i in sentence.items
                if i.symbol == "G" and (i.start - start <= _EARLY or not i.mention.attributes.get("extra"))
            ),
            None,
        )
        if item is None:
            intro = self._view.sentences[sentence.intro]
            tells = any(w in self._generic for w in self._view.lower[intro.start : intro.end])
            if not tells or any(i.symbol in "PRQ" for i in sentence.items):
                return
        status, rule = self._fates.of_entry(sentence, item.mention if item else None)
        if status:
            yield self._document(sentence, item, self._titles.entry_title(start, end, item), status, rule)

    def _document(self, sentence: Sentence, item: Item | None, title: Title, status: str, rule: str) -> Document:
        kind = title.kind or (item.mention.norm if item else "other")
        return Document(
            title.text, kind, status, title.start, title.end, sentence, rule,
            item.mention if item else None, self._key(sentence, kind, item, title),
        )  # fmt: skip

    def _key(self, sentence: Sentence, kind: str, item: Item | None, title: Title) -> tuple[str, ...]:
        """What tells a document from others, however its noun is declined and the bodies in its title are written."""
        view = self._view
        bodies = {i.start: i for i in sentence.items if i.symbol == "O"}
        words = [kind]
        index = title.start
        small = view.lexicon.file.documents.articles | view.lexicon.file.agreement_frame.links
        while index < title.end:
            body = bodies.get(index)
            word = view.lower[index]
            if body is not None:
                words.append(body.mention.norm)
            elif word[:1].isalnum() and word not in small and not (item and item.start <= index < item.end):
                words.append(word[:_STEM])
            index = body.end if body is not None else index + 1
        return tuple(words)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the words of one title begin those of the other."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter] and (shorter > 1 or one == other)
