"""The year that a sentence gives a meeting or a visit, where nothing more precise is said of it."""

from __future__ import annotations

from cisner.relations.cues import FoundCue
from cisner.relations.frame import Frame
from cisner.relations.phrases import Phrase
from cisner.relations.said import told_together
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.wording import Wording

_YEAR = len("2022")
_TO_YEAR = 20  # tokens between a meeting and its year
_TO_SAT = 8  # tokens between the verb of a meeting and its year
_SAT = 3  # tokens between a meeting or its year and the verb


class Years:
    """Reads years off sentences.

    Args:
        view: The document.
        frame: Its date and places.
        wording: What its words say of meetings.
    """

    def __init__(self, view: View, frame: Frame, wording: Wording) -> None:
        self._view = view
        self._frame = frame
        self._wording = wording
        self._where = view.lexicon.file.setting

    def of(self, phrase: Phrase) -> tuple[str, str | None] | None:
        """The year of a meeting to come or long past, where nothing more precise is said of it."""
        sentence, today = phrase.sentence, (self._frame.published or "9999")[:4]
        turn = bool(phrase.qualifiers & {"next", "previous"})
        years = [
            i
            for i in sentence.of("DATE")
            if len(self._frame.dates.get(i.start, "")) == len(today)
            and told_together(self._view, sentence, phrase.start, i.start)
        ]
        if not years:
            return None
        ahead = turn or self._wording.is_ahead(phrase)
        for item in years:
            value = self._frame.dates[item.start]
            before = self._view.lower[item.start - 1] if item.start else ""
            own = self._is_own_year(phrase, item)
            numbered = turn or (phrase.turn > 0 and value != today)  # not "the third session of this year"
            if value < today and not (numbered or own) and not self._sat_in(phrase, item):
                continue
            if own and value < today:
                return value, None
            if not (ahead or numbered) and value >= today:
                continue
            relative = bool(item.mention.attributes["relative"])
            if (relative or before in self._where.year_after) and abs(item.start - phrase.end) < _TO_YEAR:
                return value, None
        return None

    def beside(self, sentence: Sentence, cue: FoundCue) -> tuple[str, str | None] | None:
        """The year that stands right before a noun: "last year's visit", «прошлогодняя поездка»."""
        beside = (i for i in sentence.of("DATE") if 0 <= cue.start - i.end <= 1 and i.mention.attributes["relative"])
        year = next((v for i in beside if len(v := self._frame.dates.get(i.start, "")) == _YEAR), None)
        return (year, None) if year else None

    def after(self, sentence: Sentence, cue: FoundCue) -> tuple[str, str | None] | None:
        """The year that a verb has after it: "will visit Tajikistan this year", "visited it in 2017"."""
        for item in sentence.of("DATE"):
            year = self._frame.dates.get(item.start, "")
            if len(year) != _YEAR or not cue.end <= item.start < cue.end + _TO_SAT:
                continue
            relative = bool(item.mention.attributes["relative"])
            if relative or self._view.lower[item.start - 1] in self._where.inside:
                return year, None
        return None

    def _is_own_year(self, phrase: Phrase, year: Item) -> bool:
        """Whether a year is part of a meeting's name: "the 2021 SCO summit", "the SCO summit in Dushanbe in 2021"."""
        if phrase.start - 1 <= year.start < phrase.end:
            return True
        city = next((i for i in phrase.sentence.of("CITY") if 0 <= i.start - phrase.end <= 1), None)
        return city is not None and 0 < year.start - city.end <= 1 and self._view.lower[city.end] in self._where.inside

    def _sat_in(self, phrase: Phrase, year: Item) -> bool:
        """Whether a meeting is told with the year in which it was held: "The Council met in Sochi in 2017"."""
        if phrase.sentence.has("founded"):
            return False
        start, end = min(phrase.start, year.start), max(phrase.end, year.end)
        verbs = [c for c in phrase.sentence.cue("convene", "sits") if start - _SAT <= c.start < end + _SAT]
        return any(abs(year.start - c.start) <= _TO_SAT for c in verbs)
