"""Meetings and who was at them, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cisner.recording.page import Page, Row
from cisner.recording.wording import Wording
from cisner.relations.capacity import capacity
from cisner.relations.credentials import CREDENTIALS
from cisner.relations.events import Event
from cisner.relations.sessions import SESSION_OF_GROUP

_FORMATS = ("informal", "narrow", "expanded", "extraordinary", "videoconference", "telephone", "bilateral", "visit")
_QUOTED = 12  # tokens to the end of what is quoted in a name
_OFFICE_AT = {
    "heads_of_state": "head_of_state",
    "heads_of_government": "head_of_government",
    "foreign_ministers": "foreign_minister",
    "defence_ministers": "defence_minister",
    "ministers": "minister",
}


def meeting_row(page: Page, wording: Wording, event: Event, meeting_id: str) -> Row:
    """A meeting."""
    start, end, rule = event.evidence[0]
    return {
        "id": meeting_id,
        "name": _name(page, wording, event),
        "organization": event.organization or None,
        "level": event.level or "mixed",
        "format": [f for f in _FORMATS if f in event.formats],
        "start": event.start,
        "end": event.end,
        "city": event.city,
        "country": event.country or None,
        "status": event.status(),
        "evidence": [page.evidence(start, end, rule)],
    }


def attendance_rows(
    page: Page, wording: Wording, event: Event, meeting_id: str, person_ids: Mapping[int, str]
) -> Iterator[Row]:
    """Who was at a meeting, in which capacity."""
    people = page.analysis.cast.people
    seat = _OFFICE_AT.get(event.level, "")
    absent = {people[i.person].represents for i in event.involved if i.status == "absent"}
    for involvement in event.involved:
        person = people[involvement.person]
        post = capacity(person, event.level)
        status = event.turnout() if involvement.status == "attended" else involvement.status
        # whose state is not told, may be anybody; who came in the place of another has another office
        of_level = seat if person.country and (status == "absent" or person.country not in absent) else ""
        office = (post.office if post else "") or person.known_office or of_level
        yield {
            "meeting_id": meeting_id,
            "person_id": person_ids[person.index],
            "person": wording.name(person.name),
            "role": wording.title(post.title) if post and post.title is not None else None,
            "office": office or None,
            "represents": (post.represents if post else "") or person.country or None,
            "status": status,
            "mode": "videoconference" if involvement.video and status != "absent" else None,
            "function": involvement.function,
            "evidence": [page.evidence(involvement.start, involvement.end, involvement.rule)],
        }


def _name(page: Page, wording: Wording, event: Event) -> str:
    """The name of a meeting: the fullest in the text, or one made of its people."""
    if event.phrases:
        best = max(event.phrases, key=lambda p: (p.specific, p.end - p.start))
        return _closed(page.text(best.start, _quoted_until(page, best.start, best.end)))
    templates = page.analysis.view.lexicon.file.meeting_names
    if event.model is not None and event.evidence[0][2] == SESSION_OF_GROUP:
        turn = "previous" if "previous" in event.qualifiers else "next"
        return templates[turn].format(body=_name(page, wording, event.model))
    if event.kind not in templates or not event.pair:
        return page.text(*event.evidence[0][:2])
    pair = [i.person for i in event.involved if i.person in event.pair]
    names = [wording.name(page.analysis.cast.people[p].name) for p in pair]
    if event.evidence[0][2] == CREDENTIALS:
        return templates["credentials"].format(people=names[0])
    return templates[event.kind].format(people=templates["join"].join(names))


def _quoted_until(page: Page, start: int, end: int) -> int:
    """Token after a name, with the rest of what stands in quotation marks: «саммит «ЕС – Центральная Азия»»."""
    words = page.analysis.view.words
    if words[start:end].count("«") <= words[start:end].count("»"):
        return end
    return next((i + 1 for i in range(end, min(end + _QUOTED, len(words))) if words[i] == "»"), end)


def _closed(name: str) -> str:
    """A name whose last bracket is closed: that of "session of the Commonwealth (CIS" is not of it."""
    return name if name.count("(") <= name.count(")") else name[: name.rindex("(")].rstrip()
