"""Which meetings a report of talks on a visit tells of, with who was at each, and when and where it was."""

import datetime as dt

import pytest

from rows import battery, extract

CASES = battery("visits")["case"]
ROWS = [(c["language"], c["introduction"] + s, c["published"], c["meetings"]) for c in CASES for s in c["sentences"]]


@pytest.mark.parametrize(("language", "text", "published", "meetings"), ROWS)
def test_meetings_on_a_visit(language: str, text: str, published: dt.date, meetings: list[str]) -> None:
    records = extract(language, text, published)
    people = {m.id: sorted(a.person for a in records.attendances if a.meeting_id == m.id) for m in records.meetings}
    found = [f"{m.start} {m.city} {m.status}: {', '.join(people[m.id])}" for m in records.meetings]
    assert sorted(found) == meetings
