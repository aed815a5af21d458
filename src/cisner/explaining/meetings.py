"""The fields of meetings."""

from __future__ import annotations

from collections.abc import Iterator

from cisner.explaining.context import Context, first
from cisner.explaining.model import Explained, Reason
from cisner.mentions import Mention
from cisner.records import Meeting
from cisner.relations.events import Event

_DATED_BY = {
    "published": "the day of the report: the meeting is told of without a day",
    "dateline": "the dateline",
    "main": "the main meeting of the report",
}
_PLACED_BY = {
    "dateline": "the dateline: the report names no other place",
    "main": "the main meeting of the report",
    "visit": "the visit that the report tells of",
}


def explain_meeting(context: Context, meeting: Meeting) -> Explained:
    """Why a meeting is on record, and each of its fields."""
    event = context.events.get(meeting.id)
    if event is None:
        return Explained(meeting.id, "meeting", meeting.name, ())
    reasons = (
        _name(context, meeting, event),
        _organization(context, meeting, event),
        _level(context, meeting, event),
        *_formats(context, meeting, event),
        _date(context, meeting, event),
        *_place(context, meeting, event),
        _status(context, meeting, event),
    )
    return Explained(meeting.id, "meeting", meeting.name, tuple(r for r in reasons if r is not None))


def _name(context: Context, meeting: Meeting, event: Event) -> Reason:
    start, end, rule = event.evidence[0]
    more = f"; {len(event.phrases)} mentions brought together" if len(event.phrases) > 1 else ""
    for phrase in event.phrases:
        words = context.words(phrase.start, phrase.end)
        if " ".join(words.text.split()) == meeting.name:
            return Reason("name", meeting.name, phrase.rule, (words,), f"its fullest mention{more}")
    return Reason("name", meeting.name, rule, (context.words(start, end),), "the people who met")


def _organization(context: Context, meeting: Meeting, event: Event) -> Reason | None:
    if meeting.organization is None:
        return None
    for phrase in event.phrases:
        inside = context.inside(phrase.start, phrase.end, "ORGANIZATION", "ORGAN")
        named = first(inside, meeting.organization)
        if named is not None:
            return Reason("organization", meeting.organization, named.rule, (context.mention_words(named),), "its name")
        for title in context.inside(phrase.start, phrase.end, "TITLE"):
            if title.attributes["organization"] == meeting.organization:
                words = (context.mention_words(title),)
                return Reason("organization", meeting.organization, title.rule, words, "the officials who meet")
    return Reason("organization", meeting.organization, source="the body that the report is about")


def _level(context: Context, meeting: Meeting, event: Event) -> Reason:
    phrase = next((p for p in event.phrases if p.level), None)
    if phrase is not None and phrase.level == meeting.level:
        inside = context.inside(phrase.start, phrase.end, "ORGAN", "TITLE")
        named = inside[0] if inside else None
        if named is not None:
            return Reason("level", meeting.level, named.rule, (context.mention_words(named),), "the name of the body")
        return Reason(
            "level", meeting.level, phrase.rule, (context.words(phrase.start, phrase.end),), "kind of meeting"
        )
    if event.model is not None:
        return Reason("level", meeting.level, source="the meeting of the same body told of before")
    people = [context.analysis.cast.people[i.person].name for i in event.involved if i.status != "absent"]
    return Reason("level", meeting.level, source=f"the offices of {', '.join(people)}" if people else "nothing better")


def _formats(context: Context, meeting: Meeting, event: Event) -> Iterator[Reason]:
    for value in meeting.format:
        rule = f"format.{value}"
        words = next(
            (w for sentence in context.sentences(event.sentences) if (w := context.cue_words(sentence, rule))), ()
        )
        if words:
            yield Reason("format", value, rule, words, "")
        else:
            start, end, told_by = event.evidence[0]
            source = "two sides" if value == "bilateral" else "what is told of it"
            yield Reason("format", value, told_by, (context.words(start, end),), source)


def _date(context: Context, meeting: Meeting, event: Event) -> Reason | None:
    if meeting.start is None:
        return None
    value = meeting.start if meeting.end is None else f"{meeting.start}/{meeting.end}"
    if event.dated_by in _DATED_BY:
        return Reason("date", value, source=_DATED_BY[event.dated_by])
    for phrase_sentence in context.sentences(event.sentences):
        for item in phrase_sentence.of("DATE"):
            resolved = context.analysis.frame.dates.get(item.start, "")
            if resolved.partition("/")[0] == meeting.start:
                words = (context.mention_words(item.mention),)
                return Reason("date", value, item.mention.rule, words, _resolved(context, item.mention))
    return Reason("date", value, source="another mention of the meeting")


def _resolved(context: Context, date: Mention) -> str:
    """What completed a date expression."""
    if "year" in date.attributes["values"] and not date.attributes["relative"]:
        return "as written"
    published = context.analysis.frame.published
    return f"completed from the day of the report, {published}" if published else "completed from the years in the text"


def _place(context: Context, meeting: Meeting, event: Event) -> Iterator[Reason]:
    by = _PLACED_BY.get(event.placed_by, "")
    if meeting.city is not None:
        cities = context.inside(0, len(context.view.source), "CITY")
        near = [m for m in cities if any(s.start <= m.start < s.end for s in context.sentences(event.sentences))]
        named = first([*near, *cities], meeting.city)
        words = (context.mention_words(named),) if named else ()
        yield Reason("city", meeting.city, named.rule if named else "", words, by or "the sentence of the meeting")
    if meeting.country is not None:
        source = f"follows from {meeting.city}" if meeting.city else by or "the sentence of the meeting"
        yield Reason("country", meeting.country, source=source)


def _status(context: Context, meeting: Meeting, event: Event) -> Reason:
    wanted = {"planned": ("future",), "cancelled": ("cancelled",)}.get(meeting.status.value, ())
    for sentence in context.sentences(event.sentences):
        for cue in sentence.cue(*wanted) if wanted else ():
            return Reason("status", meeting.status, cue.rule, (context.words(cue.start, cue.end),), _votes(event))
    return Reason("status", meeting.status, source=_votes(event))


def _votes(event: Event) -> str:
    if event.fixed_status:
        return "the words about it"
    votes = sorted(event.votes.items(), key=lambda told: -told[1])
    told = ", ".join(f"{count} × {vote}" for vote, count in votes)
    return f"its mentions: {told}" if told else ""
