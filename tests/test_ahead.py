"""Meetings to come: who is awaited, is on his way, has promised to come, or has them in his diary."""

import datetime as dt

import pytest

from rows import cases, extract

_MARKS = {"attended": "", "expected": "?", "absent": "-"}


@pytest.mark.parametrize(("language", "text", "published", "meetings"), cases("ahead", "meetings"))
def test_meetings_ahead(language: str, text: str, published: dt.date, meetings: list[str]) -> None:
    records = extract(language, text, published)
    found = []
    for meeting in records.meetings:
        there = (a for a in records.attendances if a.meeting_id == meeting.id)
        people = sorted(f"{a.person}{_MARKS[a.status.value]}" for a in there)
        names = ", ".join(people)
        until = f"/{meeting.end}" if meeting.end else ""
        body = f" {meeting.organization}" if meeting.organization else ""
        told = f"{meeting.start}{until} {meeting.city} {meeting.status.value}{body}: {names}"
        found.append(told.strip())
    assert sorted(found) == meetings
