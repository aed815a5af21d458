"""Receptions: a head of state who receives the heads of the delegations of a session of lower level."""

from __future__ import annotations

from cisner.relations.cast import RANK, Cast
from cisner.relations.events import Event, Involvement
from cisner.relations.meetings import Meetings
from cisner.relations.phrases import LEVEL_OF
from cisner.relations.sentence import Sentence, View

_REACH = 3  # sentences in which those who were received may be listed
_FEWEST = 3


def add_receptions(view: View, cast: Cast, meetings: Meetings) -> None:
    """Make receptions that the report gives participants of their own meetings beside the session.

    Without a list of their own they belong to the session, and the host has attended it.

    Args:
        view: The document.
        cast: Its people.
        meetings: Its meetings, complete; receptions are added.
    """
    for sentence in view.sentences:
        cues = sentence.cue("receive", "meet")
        if not cues or not _of_delegations(view, sentence):
            continue
        session = next((e for e in meetings.local[sentence.index] if not e.personal and e.organization), None)
        host = next(
            (n for n in cast.by_sentence[sentence.index] if n.mention.attributes.get("case") in ("nom", "")), None
        )
        if session is None or host is None or session.status() != "held" or not session.level:
            continue
        office = cast.people[host.person].office
        if office not in ("head_of_state", "head_of_government") or not _above(office, session.level):
            continue
        near = _until_session(sentence, session)
        guests = [
            i
            for i in session.involved
            if i.person != host.person and i.status == "attended" and i.sentence.index in near
        ]
        if len(guests) < _FEWEST:
            continue
        cue = cues[0]
        event = Event("talks", session.organization, LEVEL_OF[office], subject=host.person)
        event.pair = frozenset([host.person, *(g.person for g in guests)])
        event.start, event.end, event.dated_by = session.start, session.end, session.dated_by
        event.city, event.country, event.placed_by = session.city, session.country, session.placed_by
        event.evidence.append((cue.start, cue.end, cue.rule))
        event.votes.append("held")
        event.sentences |= {sentence.index, *(g.sentence.index for g in guests)}
        event.involved.append(
            Involvement(host.person, sentence, host.item.start, host.item.end, "attended", cue.rule, "host")
        )
        event.involved += [Involvement(g.person, g.sentence, g.start, g.end, "attended", g.rule) for g in guests]
        session.involved = [i for i in session.involved if i.person != host.person or i.sentence is not sentence]
        meetings.events.append(event)
        return


def _until_session(sentence: Sentence, session: Event) -> range:
    """The sentences from a reception to where the report comes back to the session."""
    named = [p.sentence.index for p in session.phrases if p.specific and p.sentence.index > sentence.index]
    return range(sentence.index, min([*named, sentence.index + _REACH + 1]))


def _of_delegations(view: View, sentence: Sentence) -> bool:
    words = " ".join(view.lower[sentence.start : sentence.end])
    return any(f" {d} " in f" {words} " for d in view.lexicon.file.words["delegation_heads"])


def _above(office: str, level: str) -> bool:
    """Whether a host stands above the level of a session."""
    offices = [o for o, of in LEVEL_OF.items() if of == level]
    return bool(offices) and RANK[office] < min(RANK[o] for o in offices)
