"""Where and when documents came about, and between whom: the meeting, the day and the parties of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cisner.relations.bodies.unsaid import body_of
from cisner.relations.days import days_between
from cisner.relations.documents.finding import Document
from cisner.relations.documents.verbs import STATUS
from cisner.relations.events import Event
from cisner.relations.frame import Frame
from cisner.relations.sentence import Item, View

_REMEMBERED = 8  # words from "ten years since" to the signing or the title
_BESIDE = 4  # words between a verb and the day of it: "signed in Minsk on May 7"
_UNDONE = "document_considered"  # a cue whose day is not that of the document
_TAIL = 1  # words between a title and its day: "of May 7"
_FEWEST = 2  # parties
_LONG = 10  # days


class Signing:
    """Completes documents by what a report tells of their making.

    Args:
        view: The document.
        frame: Its date and places.
        events: Its meetings.
    """

    def __init__(self, view: View, frame: Frame, events: Sequence[Event]) -> None:
        self._view = view
        self._frame = frame
        self._events = events
        self._own = view.lexicon.file.documents
        self._between = view.lexicon.file.meeting_frame.between

    def complete(self, documents: Sequence[Document]) -> None:
        """Give each document its meeting, its day and its parties, as far as the text tells them."""
        titles = [range(d.start, d.end) for d in documents]
        for document in documents:
            others = [t for t in titles if t.start != document.start]
            document.between = self._parties(document)
            document.made = self._made(document, others)
            document.is_old = self._remembered(document, others)
            if not document.is_old:
                document.event = self._event(document)

    def _event(self, document: Document) -> Event | None:
        """The meeting told last before a document, or the one of its day; none if it was made before that."""
        index = document.sentence.index
        before = [e for e in self._events if any(s <= index for s in e.sentences)]
        if document.status == "planned" and any(e.status() == "planned" for e in before):
            before = [e for e in before if not self._long_over(e)]
        nearest = max(before, key=lambda e: max(s for s in e.sentences if s <= index), default=None)
        if nearest is None and len(self._events) == 1:
            nearest = self._events[0]  # a heading may tell of the documents first
        day = document.date
        if day is None or nearest is None or _fits(day, nearest):
            return nearest
        return next((e for e in self._events if e.start and _fits(day, e)), None)

    def _long_over(self, event: Event) -> bool:
        """Whether a meeting was held long before the report."""
        ago = days_between(event.start, self._frame.published)
        return event.status() == "held" and ago is not None and ago >= _LONG

    def _remembered(self, document: Document, others: Sequence[range]) -> bool:
        """Whether the making of a document lies long behind: "ten years since the signing of the treaty"."""
        end = document.start
        start = max(end - _REMEMBERED, document.sentence.start, *(t.stop for t in others if t.stop <= end))
        before = " ".join(self._view.lower[start:end])
        if any(phrase in before for phrase in self._own.remembered):
            return True
        # but not "on the anniversary of the Victory the presidents signed a treaty"
        start = max(start, *(i.end for i in document.sentence.items if i.symbol in "PRQ" and i.end <= end), 0)
        before = " ".join(self._view.lower[start:end])
        return any(phrase in before for phrase in self._own.anniversaries)

    def _made(self, document: Document, others: Sequence[range]) -> tuple[str, Item] | None:
        """When a document was or will be made, and the words for it: in its title, after it, or beside the verb."""
        free = (i for i in document.sentence.of("DATE") if not any(i.start in t for t in others))
        days = [(value, i) for i in free if (value := self._value(document, i))]
        for value, item in days:
            beside = item.start >= document.start and item.start - document.end <= _TAIL
            if beside and self._view.lower[item.start - 1] in self._own.dated and not self._amended(document, item):
                return value, item
        for cue in document.sentence.cues:
            if cue.type not in STATUS or cue.type == _UNDONE or cue.rule != document.rule:
                continue
            for value, item in days:
                gap = range(cue.end, item.start) if item.start >= cue.end else range(item.end, cue.start)
                inside = document.start <= item.start < document.end
                if not inside and len(gap) <= _BESIDE and "," not in self._view.lower[gap.start : gap.stop]:
                    return value, item
        return None

    def _amended(self, document: Document, day: Item) -> bool:
        """Whether a day is that of another document in the title: "protocol on changes to the treaty of May 7"."""
        nouns = [i for i in document.sentence.of("AGREEMENT") if document.start <= i.start < day.start]
        return any(n.mention is not document.noun for n in nouns)

    def _value(self, document: Document, item: Item) -> str | None:
        """The value of a date that is no range, and by which what was done can have been done."""
        value = self._frame.dates.get(item.start, "")
        done = document.status != "planned" and bool(self._frame.published)
        if not value[:1].isdigit() or "/" in value or (done and value > str(self._frame.published)):
            return None
        return value

    def _parties(self, document: Document) -> list[tuple[str, Item]]:
        """The states and bodies that a title puts a document between, in its order, with the words for them."""
        items = [i for i in document.sentence.items if i.start < document.end]
        between = (t for t in range(document.start, document.end) if self._view.lower[t] in self._between)
        token = next(between, None)
        found = self._joined(items, token, document.end) if token is not None else self._hyphened(document, items)
        parties = [(_party(i), i) for i in sorted(found, key=lambda i: i.start)]
        return parties if len({party for party, _ in parties}) >= _FEWEST else []

    def _joined(self, items: Sequence[Item], since: int, end: int) -> Iterator[Item]:
        """Those after "between", up to the subject: "between the Government of A and B on trade"."""
        stop = next((t for t in range(since, end) if self._view.lower[t] in self._own.subject_links), end)
        for item in items:
            if since < item.start < stop and _party(item):
                yield item

    def _hyphened(self, document: Document, items: Sequence[Item]) -> Iterator[Item]:
        """Those in adjectives before the noun: "the Russian-Kazakh treaty"."""
        end = document.noun.start if document.noun is not None else document.start
        for item in reversed(items):
            hyphen = self._view.lower[item.end : item.end + 1] == ["-"]
            if item.mention.label == "ADJECTIVE" and end - item.end <= hyphen:
                end = item.start
                yield item


def _party(item: Item) -> str:
    """The state or body that a mention names, or ""."""
    return item.mention.norm if item.symbol in "CA" else body_of(item)


def _fits(day: str, event: Event) -> bool:
    """Whether a document made on a day may have been made at a meeting."""
    start, end = event.start, event.end or event.start
    if start is None or end is None:
        return True
    length = min(len(day), len(start))
    return start[:length] <= day[:length] <= end[:length]
