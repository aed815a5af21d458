"""Days that head the parts of a digest or calendar: "Tuesday, November 22", «СРЕДА. Минск.»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cisner.relations.days import is_day
from cisner.relations.events import Event
from cisner.relations.sentence import Sentence, View

_FEWEST = 2  # headings that make a text a digest
_TOP = 2  # sentences of a page in which its own day may stand


@dataclass(frozen=True, slots=True)
class Section:
    """What the heading of a part says.

    Attributes:
        day: The day (ISO).
        city: English name, or None.
        country: Country code, or None.
    """

    day: str
    city: str | None = None
    country: str | None = None


def find_sections(view: View, dates: Mapping[int, str], published: str | None) -> dict[int, Section]:
    """The sections of a digest, by number of each of their sentences; none where a text is no digest.

    Args:
        view: The document.
        dates: Its dates, by the first token of each.
        published: Day of the report (ISO), if known.
    """
    headings = {s.index: day for s in view.sentences if "D" in s.symbols and (day := _heading(view, s, dates))}
    own = {i for i, day in headings.items() if i < _TOP and day == published}
    if len({day for i, day in headings.items() if i not in own}) < _FEWEST:
        return {}
    sections: dict[int, Section] = {}
    current: Section | None = None
    for sentence in view.sentences:
        if sentence.index in headings:
            current = _placed(Section(headings[sentence.index]), sentence)
        elif current is not None and is_bare(view, sentence, "L"):
            current = _placed(current, sentence)
        if current is not None:
            sections[sentence.index] = current
    return sections


def is_bare(view: View, sentence: Sentence, symbols: str) -> bool:
    """Whether a sentence consists of mentions of some kinds alone, as headings do."""
    covered = {t for i in sentence.items if i.symbol in symbols for t in range(i.start, i.end)}
    words = view.lower
    return bool(covered) and all(
        t in covered or not any(map(str.isalnum, words[t])) for t in range(sentence.start, sentence.end)
    )


def date_by_headings(events: Iterable[Event], sections: Mapping[int, Section]) -> None:
    """Give meetings without a day or a place those of the section that tells of them first."""
    if not sections:  # as nearly always
        return
    for event in events:
        section = section_of(event, sections)
        if section is None or event.qualifiers & {"next", "previous"}:
            continue
        if event.start is None:
            event.start, event.dated_by = section.day, "heading"
        if event.city is None and not event.country and section.city:
            event.city, event.country, event.placed_by = section.city, section.country, "heading"


def section_of(event: Event, sections: Mapping[int, Section]) -> Section | None:
    """The section that tells of a meeting first."""
    return sections.get(min(event.sentences, default=-1))


def _heading(view: View, sentence: Sentence, dates: Mapping[int, str]) -> str:
    """The day that a sentence is the heading of, or ""."""
    if sentence.index and view.sentences[sentence.index - 1].paragraph == sentence.paragraph:
        return ""
    days = {dates.get(i.start, "") for i in sentence.of("DATE")}
    return days.pop() if len(days) == 1 and all(map(is_day, days)) and is_bare(view, sentence, "DL") else ""


def _placed(section: Section, sentence: Sentence) -> Section:
    """A section at the city of its heading, if there is one."""
    cities = [i.mention for i in sentence.items if i.symbol == "L"]
    if len(cities) != 1:
        return section
    return Section(section.day, str(cities[0].norm), cities[0].rule.partition(".")[2])
