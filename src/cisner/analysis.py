"""From words with mentions to everything that a report tells, before it becomes records."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cisner.dates import Anchor
from cisner.knowledge import Knowledge
from cisner.knowledge.capitals import Capitals
from cisner.lexicon import Lexicon
from cisner.relations.around import name_bodies
from cisner.relations.attendance import decide_attendances
from cisner.relations.capacity import name_groups, name_known, name_ministers
from cisner.relations.cast import Cast
from cisner.relations.completing import complete
from cisner.relations.dateline import find_dateline
from cisner.relations.days import days_between
from cisner.relations.documents import Document, Signing, find_documents
from cisner.relations.doubles import without_doubles
from cisner.relations.events import Event, recorded
from cisner.relations.frame import (
    Frame,
    following_sentences,
    fresh_days,
    present_sentences,
    undated_sentences,
    year_of_text,
)
from cisner.relations.headings import find_sections
from cisner.relations.hosts import find_hosts
from cisner.relations.meetings import Meetings
from cisner.relations.people import gather
from cisner.relations.receptions import add_receptions
from cisner.relations.resolving import resolve_dates
from cisner.relations.retelling import join_calls, join_nameless
from cisner.relations.sentence import View
from cisner.relations.viewing import view
from cisner.words import Words

_PUT_UP = 14  # days after which a page may show a report


@dataclass(slots=True)
class Analysis:
    """Everything that was found in a report."""

    view: View
    cast: Cast
    frame: Frame
    events: list[Event]
    documents: list[Document]


def _is_older(written: str | None, published: str | None) -> bool:
    """Whether a page was published some days after the report on it was written, by its dateline."""
    return 0 < (days_between(written, published) or 0) <= _PUT_UP


def analyse(
    words: Words, lexicon: Lexicon, knowledge: Knowledge, capitals: Capitals, published: str | None
) -> Analysis:
    """Find the relations of words that have gone through the pipeline.

    Args:
        words: The words.
        lexicon: The language's lexicon.
        knowledge: Known people.
        capitals: The capitals of states.
        published: Day of the report (ISO), if known.
    """
    seen = view(words, lexicon)
    dateline = find_dateline(seen, published)
    day = dateline.day if _is_older(dateline.day, published) else published or dateline.day
    year = None if day else year_of_text(seen)
    anchor = Anchor(dt.date.fromisoformat(day) if day else None, year)
    dates = resolve_dates(seen, anchor)
    fresh, sections = fresh_days(seen, dates, day), find_sections(seen, dates, day)
    frame = Frame(day, anchor, dateline.city, dateline.country, capitals.on(day), dates, fresh, sections)
    frame.present, frame.undated = present_sentences(seen), undated_sentences(seen)
    frame.following = following_sentences(seen)
    cast = gather(seen, knowledge, day or (str(year) if year else None))
    meetings = Meetings(seen, cast, frame, knowledge.bodies)
    events = meetings.build()
    if events:  # many reports tell of none
        decide_attendances(seen, cast, meetings, knowledge.bodies)
        join_calls(events, seen)
        join_nameless(events, cast)
        name_bodies(events, cast, seen, knowledge)
        complete(events, cast, frame)
        add_receptions(seen, cast, meetings)
        name_ministers(cast, events)
        name_groups(cast, events)
        name_known(cast, events)
        find_hosts(cast, events)
    events = without_doubles(events, cast)
    documents = find_documents(seen, int(day[:4]) if day else year)
    if documents:
        Signing(seen, frame, recorded(events)).complete(documents)
    return Analysis(seen, cast, frame, events, documents)
