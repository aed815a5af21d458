"""What a phrase tells of its meeting: body, level, day, place and whether it was held."""

from __future__ import annotations

from cisner.relations.bodies.matching import LONGEST_SESSION, Matching
from cisner.relations.days import days_apart
from cisner.relations.events import Event
from cisner.relations.phrases import Phrase
from cisner.relations.placing import Placing
from cisner.relations.reading import Reading

_BEGUN = 4  # the weight of a meeting that has opened, against what is still to be done at it


def begin(phrase: Phrase, events: list[Event]) -> Event:
    """A new meeting that a phrase names, added to those told of so far."""
    event = Event(phrase.kind)
    event.explicit = phrase.specific or phrase.capitalised
    events.append(event)
    return event


def attach(event: Event, phrase: Phrase, reading: Reading, matching: Matching) -> None:
    """Let an event take what one of its mentions says.

    Args:
        event: The meeting.
        phrase: The mention.
        reading: What the sentences say of meetings.
        matching: What tells one meeting from another.
    """
    _name(event, phrase, matching)
    event.phrases.append(phrase)
    event.evidence.append((phrase.start, phrase.end, phrase.rule))
    vote = reading.status.vote(phrase)
    if not phrase.has_noun and vote == "held" and not reading.wording.in_past(phrase.sentence):
        vote = "open"  # "delegations of the assembly arrive"
    if vote == "held" and not phrase.specific and "next" in event.qualifiers and "planned" in event.votes:
        vote = "open"  # "where the next summit will be: Pakistan was chosen as the place of the meeting"
    if phrase.specific or "cancelled" not in event.votes:  # a word for any meeting does not revive one
        event.vote(vote, _BEGUN if vote == "held" and phrase.has_noun and reading.wording.has_begun(phrase) else 1)
    event.sentences.add(phrase.sentence.index)
    _date(event, phrase, reading.dating.day_of(phrase))
    _place(event, phrase, reading.placing)


def _name(event: Event, phrase: Phrase, matching: Matching) -> None:
    event.organization = event.organization or phrase.organization
    if phrase.level and matching.put_loosely(event):
        event.level, event.group = phrase.level, phrase.group
    event.level = event.level or phrase.level
    if phrase.own_organ or (phrase.specific and event.kind in ("council", "meeting") and phrase.kind != "council"):
        event.kind = phrase.kind
    for state in phrase.states:
        if state not in event.states and not phrase.organization:
            event.states.append(state)
    event.qualifiers |= phrase.qualifiers
    event.commission = event.commission or phrase.commission
    event.label = event.label or phrase.label
    event.number = event.number or phrase.number
    event.turn = event.turn or phrase.turn
    if event.group is None:
        event.group = phrase.group


def _date(event: Event, phrase: Phrase, day: tuple[str, str | None] | None) -> None:
    """The day, where it is the first or the more exact one; one more day of a session makes it longer."""
    if not day:
        return
    if event.start is None or (len(day[0]) > len(event.start) and day[0].startswith(event.start)):
        event.start, event.end = day
        event.dated_by = "text"
    elif event.dated_by == "text" and phrase.organization and 0 < days_apart(day[0], event.start) <= LONGEST_SESSION:
        days = sorted({str(event.start), event.end or str(event.start), day[0], day[1] or day[0]})
        event.start, event.end = days[0], days[-1]


def _place(event: Event, phrase: Phrase, placing: Placing) -> None:
    city = placing.city_of(phrase)
    if city and event.city is None:
        event.city, event.country = city
        event.placed_by = "text"
    elif city is None and event.city is None and not event.country:
        event.country = placing.country_of(phrase) or None
        event.placed_by = "text" if event.country else event.placed_by
