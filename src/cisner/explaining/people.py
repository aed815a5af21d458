"""The fields of people, attendances and agreements."""

from __future__ import annotations

from collections.abc import Iterator

from cisner.explaining.context import Context, first
from cisner.explaining.model import Explained, Reason, Words
from cisner.records import Agreement, Attendance, Basis, Person
from cisner.relations.capacity import capacity
from cisner.relations.cast import PersonRecord
from cisner.relations.documents import Document
from cisner.relations.events import Event, Involvement
from cisner.relations.posts import Post

_POST_SOURCES = {
    "posts.before": "the title before the name",
    "posts.before_comma": "the title before the name",
    "posts.in_turns": "titles and names in turns",
    "posts.after": "the title after the name",
    "posts.zipped": "a list of states and a list of names, equally long",
    "posts.list": "a list of states and names under one title",
    "posts.bracketed": "a list of names with their states in brackets",
    "posts.shared": "one title for several names",
    "posts.respectively": "states named in the same order",
    "posts.carried": "the title of the name before it in the list",
    "posts.counterpart": "the office of the person met",
    "posts.deputy": "the deputy of the person named before",
    "posts.group": "the officials who meet",
    "posts.tenure": "a verb of office between the name and the title",
    "posts.copula": "a verb between the name and the title",
    "posts.capacity": "“as” or the like between the name and the title",
    "posts.told_after": "the title by which the next sentence goes on about the person",
    "posts.leads": "a verb that says what the person leads",
    "posts.of_another": "a title beside the name of somebody else",
    "posts.served": "the title of somebody who serves the person",
    "posts.elliptic": "the title told before, with the state alone",
    "posts.office_alone": "a title without a name",
    "posts.terms_of_office": "the terms of office of a known person",
}
_FATES = {
    "document.named": "a proper name of a document; nothing tells more",
    "document.listed": "a list after a colon; nothing tells more",
    "document.draft": "a draft, as the words before it say",
}
_STATUSES = {
    "attendance.list": "a list of people with their offices, in a text about this meeting",
    "attendance.told_of": "the subject of a sentence about this meeting, from an office that belongs there",
    "attendance.named": "the people of the talks told before, said to be there as well",
    "attendance.sent": "one who sent somebody else there",
    "attendance.represented": "somebody else is there for the person",
    "attendance.contrast": "somebody else is said to be there, and not the person",
    "talks.company": "told to have come with one of those who met",
}
_AHEAD = {"planned": "the meeting is still to come", "cancelled": "the meeting was put off"}
_PARTIES = ("COUNTRY", "ADJECTIVE", "DEMONYM", "ORGANIZATION", "ORGAN")
_COMPLETED = {
    "terms_of_office": "the terms of office of a known person",
    "context": "the state that the text speaks of",
    "in_order": "the states that the sentence before lists in this order",
}


def explain_person(context: Context, record: Person) -> Explained:
    """Why a person is on record: the mentions, and the titles that stand with them."""
    person = context.people.get(record.id)
    if person is None:
        return Explained(record.id, "person", record.name, ())
    named = tuple(context.mention_words(n.mention) for n in person.named)
    rule = person.named[0].mention.rule if person.named else ""
    reasons = [Reason("name", record.name, rule, named, "nominative of the fullest form")]
    for reference in person.references:
        title = reference.item.mention
        source = "a title alone that means this person"
        reasons.append(Reason("mention", title.norm, title.rule, (context.mention_words(title),), source))
    for role in record.roles:
        post = next(
            (p for p in person.posts if (p.office, p.represents or None) == (role.office, role.represents)), None
        )
        if post is not None:
            reasons += _of_post(context, person, post, role.title, role.office, role.represents)
    if record.known_id is not None:
        source = f"name, office and time agree with the knowledge file: {record.known_id}"
        reasons.append(Reason("wikidata_id", record.wikidata_id or "none", source=source))
    return Explained(record.id, "person", record.name, tuple(reasons))


def explain_attendance(context: Context, record: Attendance) -> Explained:
    """Why a person is at a meeting, and in which capacity."""
    key, title = f"{record.meeting_id}/{record.person_id}", f"{record.person} at {record.meeting_id}"
    event, person = context.events.get(record.meeting_id), context.people.get(record.person_id)
    involved = event.involved.of(person.index) if event and person else None
    if event is None or person is None or involved is None:
        return Explained(key, "attendance", title, ())
    place = context.words(involved.start, involved.end)
    name_rule = person.named[0].mention.rule if person.named else ""
    reasons = [Reason("person", record.person, name_rule, (place,), _meant_by(place, person))]
    post = capacity(person, event.level)
    if post is not None:
        reasons += _of_post(context, person, post, record.role or "", record.office or "", record.represents)
    else:
        if record.office is not None:
            source = "the terms of office of a known person" if person.known_office else "the level of the meeting"
            reasons.append(Reason("office", record.office, source=source))
        if record.represents is not None:
            reasons.append(Reason("represents", record.represents, source="the state that stands with the name"))
    words = _told_by(context, event, involved)
    source = _STATUSES.get(involved.rule, "") or _AHEAD.get(event.status(), "")
    reasons.append(Reason("status", record.status, involved.rule, words or (place,), source))
    if record.mode is not None:
        rule = "cue.video"
        found = context.cue_words(involved.sentence, rule, involved.start)
        reasons.append(Reason("mode", record.mode, rule if found else "", found, "" if found else "the whole meeting"))
    if record.function != "participant":
        rule = f"cue.{record.function}"
        found = context.cue_words(involved.sentence, rule, involved.start)
        reasons.append(
            Reason("function", record.function, rule if found else "", found, "" if found else "told elsewhere")
        )
    reasons += _checked(record)
    return Explained(key, "attendance", title, tuple(reasons))


def explain_agreement(context: Context, record: Agreement) -> Explained:
    """Why a document is on record, and its status."""
    evidence = record.evidence[0]
    for document in context.analysis.documents:
        words = context.words(document.start, document.end)
        if (words.start, words.end, document.title) != (evidence.start, evidence.end, record.title):
            continue
        noun = document.noun
        start, rule = (noun.start, noun.rule) if noun else (document.start, "")
        found = context.cue_words(document.sentence, document.rule, start)
        source = (
            "" if found else _FATES.get(document.rule, "a sentence beside it, or the words that introduce the list")
        )
        kind = (context.mention_words(noun),) if noun else ()
        reasons = (
            Reason("title", record.title, rule, (words,), "as in the text, from the noun to the end of its subject"),
            Reason("kind", record.kind, rule, kind, "the noun" if noun else "an entry in a list of documents"),
            Reason("status", record.status, document.rule, found, source),
            Reason("meeting", record.meeting_id or "none", source=_of_meeting(document)),
            *_of_making(context, record, document),
        )
        return Explained(record.id, "agreement", record.title, reasons)
    return Explained(record.id, "agreement", record.title, ())


def _of_meeting(document: Document) -> str:
    """Why a document has the meeting that it has, or none."""
    if document.is_old:
        return "made long ago, by the words before it"
    if document.event is None:
        return "of another day than the meetings told of" if document.date else "no meeting is told of before it"
    return "the meeting of its day" if document.date else "the meeting told of last before it"


def _of_making(context: Context, record: Agreement, document: Document) -> Iterator[Reason]:
    """Why a document has a date, and parties."""
    if document.made is not None:
        date, item = document.made
        words = context.words(item.start, item.end)
        yield Reason("date", date, item.mention.rule, (words,), "the day beside the signing or the title")
    if document.between:
        told = tuple(context.words(i.start, i.end) for _, i in document.between)
        yield Reason("parties", ", ".join(record.parties), "", told, "the states and bodies in the title")


def _of_post(
    context: Context, person: PersonRecord, post: Post, role: str, office: str, represents: str | None
) -> Iterator[Reason]:
    rule, _, completed = post.rule.partition("+")
    source = _POST_SOURCES.get(rule, "")
    title = post.title
    words = (context.mention_words(title),) if title is not None else ()
    if title is not None and role:
        yield Reason("role", role, rule, words, source)
    if office:
        yield Reason(
            "office", office, title.rule if title else rule, words, "the class of the title" if title else source
        )
    if not represents:
        return
    if completed:
        name = f"{rule.partition('.')[0]}.{completed}"
        yield Reason("represents", represents, name, (), _COMPLETED.get(completed, ""))
        return
    stated = None
    if title is not None:
        stated = first(
            context.inside(min(int(title.attributes["left"]), title.start), title.end, *_PARTIES), represents
        )
    if stated is not None:
        yield Reason("represents", represents, stated.rule, (context.mention_words(stated),), "named in the title")
    elif title is not None and title.attributes["country"] == represents:
        yield Reason("represents", represents, title.rule, words, "the institution in the title")
    else:
        yield _state_beside(context, person, post, represents, rule, source)


def _state_beside(
    context: Context, person: PersonRecord, post: Post, represents: str, rule: str, source: str
) -> Reason:
    """The state or body named outside the title: in the list, or with the name."""
    for named in person.named:
        if post in named.posts:
            near = context.inside(named.sentence.start, named.sentence.end, *_PARTIES)
            fitting = [m for m in near if m.norm == represents]
            if fitting:
                best = min(fitting, key=lambda m: abs(m.start - named.item.start))
                words = (context.mention_words(best),)
                return Reason("represents", represents, best.rule, words, source or "the words around the name")
    return Reason("represents", represents, rule, (), source or "what the report says of the person elsewhere")


def _meant_by(place: Words, person: PersonRecord) -> str:
    by_name = any(part in place.text.casefold() for part in person.name.casefold().split())
    return "named here" if by_name else "meant by a title or pronoun"


def _told_by(context: Context, event: Event, involved: Involvement) -> tuple[Words, ...]:
    """The verb or noun that says that somebody is there: in the sentence, else in the nearest about the meeting."""
    told = context.rule_words(involved.sentence, involved.rule, involved.start)
    others = sorted(context.sentences(event.sentences), key=lambda s: abs(s.index - involved.sentence.index))
    return told or next((w for s in others if (w := context.rule_words(s, involved.rule))), ())


def _checked(record: Attendance) -> Iterator[Reason]:
    if record.verdict != "unknown":
        term = record.term
        known = f"{term.person}, {term.title or term.office} {term.start or ''}–{term.end or ''}" if term else ""
        yield Reason("verdict", record.verdict, source=f"known: {known}" if known else "the terms of office")
    if record.basis is not Basis.STATED:
        known = "; ".join(record.premises)
        yield Reason("basis", record.basis, source=known or "the report gives the person no title or state")
