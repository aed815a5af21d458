"""People without an attendance record: what was missing, or what stood against it."""

from __future__ import annotations

from collections.abc import Iterator

from cisner.explaining.context import Context
from cisner.explaining.model import Reason, Unrecorded
from cisner.relations.cast import PersonRecord
from cisner.relations.frame import clause
from cisner.relations.sentence import Sentence

_ATTENDING = ("attend", "chair", "host", "sign", "observer", "receive", "meet", "call", "visit", "video")
_AGAINST = {
    "message": "is the sender of a message",
    "honour": "is congratulated, thanked or remembered",
    "appoint": "is appointed, elected or dismissed",
    "comment": "comments from outside",
}


def unrecorded(context: Context) -> Iterator[Unrecorded]:
    """The people whom the report names and who have no attendance record."""
    attending = {item.person_id for item in context.extraction.attendances}
    ids = {id(person): key for key, person in context.people.items()}
    for person in context.analysis.cast.people:
        key = ids.get(id(person), "")
        if key not in attending or not key:
            words = tuple(context.mention_words(named.mention) for named in person.named)
            yield Unrecorded(key, person.name, words, tuple(_missing(context, person)))
    counted = {named.mention.start for row in context.analysis.cast.by_sentence for named in row}
    for mention in context.view.source.find("PERSON"):
        if mention.start not in counted:
            reason = Reason("name", mention.norm, mention.rule, (), "names a hall, a prize or a document")
            yield Unrecorded("", mention.norm, (context.mention_words(mention),), (reason,))


def _missing(context: Context, person: PersonRecord) -> Iterator[Reason]:
    if not context.analysis.events:
        yield Reason("meeting", "none", source="the report tells of no meeting")
    elif not context.extraction.meetings:
        yield Reason("meeting", "none", source="no meeting has a participant, a day or a place")
    if not person.posts and not person.country:
        yield Reason("office", "none", source="no title and no state stand with the name")
    elif not person.posts:
        yield Reason("office", "none", source="no title stands with the name")
    places = [(n.sentence, n.item.start) for n in person.named]
    places += [(r.sentence, r.item.start) for r in person.references]
    for sentence, token in sorted(places, key=lambda place: place[1]):
        yield from _at(context, sentence, token)


def _at(context: Context, sentence: Sentence, token: int) -> Iterator[Reason]:
    """What one mention says of taking part."""
    start, end = clause(context.view, sentence, token)
    near = [c for c in sentence.cues if start <= c.start < end]
    for cue in near:
        if cue.type in _AGAINST:
            yield Reason("status", "none", cue.rule, (context.words(cue.start, cue.end),), _AGAINST[cue.type])
            return
    taking_part = [c for c in near if c.type in _ATTENDING]
    speaking = next((c for c in near if c.type == "speak"), None)
    place = (context.words(token, token + 1),)
    if taking_part:
        cue = taking_part[0]
        source = "no meeting is told of here, or the office does not sit at it"
        yield Reason("status", "none", cue.rule, (context.words(cue.start, cue.end),), source)
    elif speaking is not None:
        source = "only speaks: it is not said that it was at the meeting, and the office does not sit there"
        yield Reason("status", "none", speaking.rule, (context.words(speaking.start, speaking.end),), source)
    else:
        yield Reason("status", "none", "", place, "no word of taking part in the clause")
