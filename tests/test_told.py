"""Reports of a few sentences: all meetings that they tell of, each with its day, its place and its people."""

import datetime as dt

import pytest

from rows import battery, extract

CASES = battery("told")["case"]
ROWS = [(c["language"], c["introduction"] + s, c["published"], c["meetings"]) for c in CASES for s in c["sentences"]]


@pytest.mark.parametrize(("language", "text", "published", "meetings"), ROWS)
def test_meetings_told(language: str, text: str, published: dt.date, meetings: list[str]) -> None:
    records = extract(language, text, published)
    found = []
    for meeting in records.meetings:
        people = [a for a in records.attendances if a.meeting_id == meeting.id]
        there = ", ".join(sorted(a.person.split()[-1] for a in people if a.status != "absent"))
        found.append(f"{meeting.level} {meeting.start} {meeting.city} {meeting.status}: {there}")
    assert sorted(found) == sorted(meetings)
