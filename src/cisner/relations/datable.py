"""Which dates of a sentence may be that of a meeting: not those of documents, offices, pages or when somebody spoke."""

from __future__ import annotations

import re

from cisner.relations.cues import FoundCue
from cisner.relations.frame import Frame
from cisner.relations.said import source_part
from cisner.relations.sentence import Item, Sentence, View

_DATELINE = re.compile(r"L(?:[,-]?|\([^()]*)D([x.()-]*)")  # "MINSK (BelTA, 5 May)", too
_SAID = 2  # tokens from a verb of saying to its day
_HEAD = 3  # tokens that a page begins with before its own date is over


class Datable:
    """Tells which dates may be that of a meeting.

    Args:
        view: The document.
        frame: Its date and places.
    """

    def __init__(self, view: View, frame: Frame) -> None:
        self._view = view
        self._frame = frame
        self._where = view.lexicon.file.setting

    def is_of_event(self, sentence: Sentence, item: Item) -> bool:
        """Whether a date may be that of what its sentence tells of."""
        value = self._frame.dates.get(item.start)
        if value is None or len(value) == 4 or value.startswith("X") or item.mention.rule == "date.month of events":
            return False
        if "/" in value and len(value.partition("/")[0]) < 10:
            return False
        before = self._view.lower[item.start - 1] if item.start else ""
        if before in self._where.limit and not self._of_clause_after(item):
            return False
        if self._when_said(sentence, item, value):
            return False
        if before in self._where.span and len(value.partition("/")[0]) < 10:
            if not any(c.end in (item.start - 1, item.start) for c in sentence.cue("future", "convene", "reconvene")):
                return False  # "a plan for 2023", but "scheduled for May"
        documents = [g for g in sentence.of("AGREEMENT") if g.end <= item.start]
        if not documents or item.start - documents[-1].end >= 25:
            return True
        of_session = any(m.end == item.start - 1 for m in sentence.of("MEETING"))
        return of_session or self._before_list(sentence, item) not in self._where.date_of

    def _when_said(self, sentence: Sentence, item: Item, value: str) -> bool:
        """Whether a day is that on which somebody told of what lies ahead: "will be held, X said on Thursday"."""
        content = not self._view.lexicon.file.words.that.isdisjoint(self._view.lower[item.end : item.end + 2])
        if value > (self._frame.published or "") or not (content or sentence.has("future", "cancelled")):
            return False
        said = source_part(self._view, sentence)
        if any(c.start in said and c.end <= item.start for c in sentence.cue("meet", "receive")):
            return False  # "…, X said as he met Y in Baku on 6 March"
        return item.start in said or any(0 <= item.start - c.end <= _SAID for c in sentence.cue("speak", "comment"))

    def _before_list(self, sentence: Sentence, item: Item) -> str:
        """The word before a date, or before those that it is joined to: "of May 9, 2020, and January 11, 2021"."""
        dates, first = {i.end: i.start for i in sentence.of("DATE")}, item.start
        joins = self._where.conjunction | {","}
        while first > sentence.start and self._view.lower[first - 1] in joins:
            end = next((e for e in range(first - 1, 0, -1) if self._view.lower[e - 1] not in joins), 0)
            if end not in dates:
                break
            first = dates[end]
        return self._view.lower[first - 1] if first else ""

    def _of_clause_after(self, item: Item) -> bool:
        """Whether a date is that of the clause after it: "since May, when the 58th session was held"."""
        following = self._view.lower[item.end : item.end + 2]
        return following[:1] == [","] and following[1:] == [self._view.lexicon.file.setting.when]

    def without_pages_own(self, sentence: Sentence, days: list[Item]) -> list[Item]:
        """Days without the first, where it is that of the page, before its headline."""
        if not days or days[0].start >= _HEAD or self._goes_on(days[0]):
            return days
        return days[1:] if len(days) > 1 or not sentence.is_full else days

    def _goes_on(self, item: Item) -> bool:
        """Whether a date is the beginning of a sentence: a page's own date has a mark or a capital after it."""
        following = self._view.words[item.end : item.end + 1]
        return bool(following) and following[0][:1].islower()

    @staticmethod
    def opens(sentence: Sentence, item: Item) -> bool:
        """Whether a date is the first thing that a sentence names after the city that opens it."""
        return _DATELINE.match(sentence.symbols) is not None and sentence.items[1:2] == [item]

    def is_of_dateline(self, sentence: Sentence, item: Item) -> bool:
        """Whether a date is that of the dateline that opens a sentence: "DUSHANBE, May 31 – The hosts get ready"."""
        found = _DATELINE.match(sentence.symbols)
        ended = found is not None and not set(found.group(1)).isdisjoint("-.)")
        return ended and self.opens(sentence, item)

    def is_of_a_thing(self, cue: FoundCue, date: Item) -> bool:
        """Whether a day is that of something else: "they met at the forum, which opens on Friday"."""
        lower, which = self._view.lower, self._where.which
        between = range(cue.end, date.start)
        return any(lower[i].startswith(which) and lower[i - 1] == "," for i in between)

    def is_of_office(self, sentence: Sentence, date: Item, cue: FoundCue) -> bool:
        """Whether a day before a verb is that of an office: "X, re-elected President on Sunday, talked with Y"."""
        lower = self._view.lower
        if date.start > cue.start or "," not in lower[date.end : cue.start]:
            return False
        comma = next((i for i in range(date.start - 1, sentence.start, -1) if lower[i] == ","), -1)
        if not any(i.end == comma and i.symbol == "P" for i in sentence.items):
            return False
        return not self._view.lexicon.file.words.tenure_of_whom.isdisjoint(lower[comma + 1 : date.start])
