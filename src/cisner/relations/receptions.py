"""Receptions: a head of state who receives the heads of the delegations of a session of lower level."""

from __future__ import annotations

from dataclasses import dataclass

from cisner.relations.cast import RANK, Cast
from cisner.relations.cues import FoundCue
from cisner.relations.dating import Dating
from cisner.relations.days import is_day
from cisner.relations.events import Event, Involvement
from cisner.relations.levels import LEVEL_OF, of_level
from cisner.relations.meetings import Meetings
from cisner.relations.posts import Named
from cisner.relations.sentence import Sentence, View

_REACH = 3  # sentences in which those who were received may be listed
_FEWEST = 3
_BEFORE = 4  # tokens of "before the" or "on the eve of the"
_STATE = len("KZ")


def add_receptions(view: View, cast: Cast, meetings: Meetings) -> None:
    """Make receptions that the report gives participants or a time of their own meetings beside the session.

    Without these they belong to the session, and the host has attended it.

    Args:
        view: The document.
        cast: Its people.
        meetings: Its meetings, complete; receptions are added.
    """
    words = view.lexicon.file.words
    for sentence in view.sentences:
        if not sentence.has("receive", "meet"):
            continue
        session = _session_at(meetings, sentence)
        groups = (words.delegation_heads, words.all_received)
        if not any(view.says(sentence.start, sentence.end, w) for w in groups) and not _those_of(sentence, session):
            continue
        told = _told_in(view, cast, meetings, sentence, session) if session is not None else None
        if session is not None and told is not None:
            _add(meetings, session, told)
            return


@dataclass(frozen=True, slots=True)
class _Reception:
    """Who received whom.

    Attributes:
        sentence: Where it is told.
        host: Who received.
        office: The host's.
        cue: The verb.
        guests: Their parts in the session.
        day: The day, where the reception has a time of its own: before or after the session.
    """

    sentence: Sentence
    host: Named
    office: str
    cue: FoundCue
    guests: list[Involvement]
    day: str | None


def _told_in(view: View, cast: Cast, meetings: Meetings, sentence: Sentence, session: Event) -> _Reception | None:
    """The reception that a sentence tells of, if it is a meeting of its own."""
    names = cast.by_sentence[sentence.index]
    host = next((n for n in names if n.mention.attributes.get("case") in ("nom", "")), None)
    if host is None or _is_object(view, sentence, host) or session.status() != "held" or not session.level:
        return None
    office = cast.people[host.person].office
    if office not in ("head_of_state", "head_of_government") or not _above(office, session.level):
        return None
    apart = _apart_in_time(view, meetings.reading.dating, sentence, session)
    near = _until_session(sentence, session)
    guests = [
        i
        for i in session.involved
        if i.person != host.person
        and i.status == "attended"
        and (i.sentence.index in near or (apart and _of_state(cast.people[i.person].represents)))
    ]
    heads = view.says(sentence.start, sentence.end, view.lexicon.file.words.delegation_heads)
    named = heads and session in meetings.told[sentence.index].named
    if len(guests) < _FEWEST or not (apart or named):
        return None
    return _Reception(sentence, host, office, sentence.cue("receive", "meet")[0], guests, apart)


def _is_object(view: View, sentence: Sentence, host: Named) -> bool:
    """Whether what is received is somebody's: "The ministers received copies of a letter of President X"."""
    cue = next(iter(sentence.cue("receive")), None)
    if cue is None or host.case == "nom" or host.item.start < cue.start:
        return False
    return view.lexicon.file.talks.by.isdisjoint(view.lower[cue.start : host.item.start])


def _add(meetings: Meetings, session: Event, told: _Reception) -> None:
    """Make a reception a meeting beside its session, at which the host was not."""
    sentence, host, rule = told.sentence, told.host, told.cue.rule
    event = Event("talks", "" if told.day else session.organization, LEVEL_OF[told.office], subject=host.person)
    event.pair = frozenset([host.person, *(g.person for g in told.guests)])
    event.start, event.end, event.dated_by = session.start, session.end, session.dated_by
    if told.day:
        event.start, event.end = told.day, None
    event.city, event.country, event.placed_by = session.city, session.country, session.placed_by
    event.evidence.append((told.cue.start, told.cue.end, rule))
    event.vote("held")
    event.sentences |= {sentence.index, *(g.sentence.index for g in told.guests)}
    event.involved.add(Involvement(host.person, sentence, host.item.start, host.item.end, "attended", rule, "host"))
    for guest in told.guests:
        event.involved.add(Involvement(guest.person, guest.sentence, guest.start, guest.end, "attended", guest.rule))
    there = session.involved.of(host.person)
    if there is not None and there.sentence is sentence:
        session.involved.drop(there)
    meetings.events.append(event)


def _those_of(sentence: Sentence, session: Event | None) -> bool:
    """Whether officials without a state are those of a session: "the ministers were received by the president"."""
    if session is None or not session.level:
        return False
    offices = [i.mention.norm for i in sentence.items if i.symbol == "Q" and not i.mention.attributes["country"]]
    return any(of_level(LEVEL_OF.get(office, ""), session.level) for office in offices)


def _session_at(meetings: Meetings, sentence: Sentence) -> Event | None:
    """The session that a sentence tells of, else that which the report is at."""
    told = next((e for e in meetings.told[sentence.index].named if not e.personal and e.organization), None)
    return told or meetings.told[sentence.index].at


def _apart_in_time(view: View, dating: Dating, sentence: Sentence, session: Event) -> str | None:
    """The day of a reception that the sentence puts beside, before or after the session, or on another day."""
    day = dating.day_near(sentence, sentence.cue("receive", "meet")[0])
    if day and is_day(day[0]) and session.start and day[0] != session.start:
        return day[0]
    eve, after = view.lexicon.file.meeting_frame.eve, view.lexicon.file.words.after
    nouns = [i for i in sentence.items if i.symbol in "MOG"]
    words = view.lower[sentence.start : max((i.start for i in nouns), default=sentence.start)]
    near = words[-_BEFORE:]
    beside = view.says(sentence.start, sentence.end, view.lexicon.file.words.in_addition)
    return session.start if beside or any(w in near for w in (*eve, *after)) else None


def _of_state(code: str) -> bool:
    """Whether somebody stands for a state, not a body."""
    return len(code) == _STATE


def _until_session(sentence: Sentence, session: Event) -> range:
    """The sentences from a reception to where the report comes back to the session."""
    named = [p.sentence.index for p in session.phrases if p.specific and p.sentence.index > sentence.index]
    return range(sentence.index, min([*named, sentence.index + _REACH + 1]))


def _above(office: str, level: str) -> bool:
    """Whether a host stands above the level of a session."""
    offices = [o for o, of in LEVEL_OF.items() if of == level]
    return bool(offices) and RANK[office] < min(RANK[o] for o in offices)
