"""Talks whose people speak of another meeting or visit: who met, and where."""

import datetime as dt

import pytest

from rows import battery, extract

CASES = battery("spoken_of")["case"]
ROWS = [(c["language"], s, c["published"], c["met"], c["city"]) for c in CASES for s in c["sentences"]]


@pytest.mark.parametrize(("language", "text", "published", "met", "city"), ROWS)
def test_talks_are_not_where_what_is_spoken_of_is(
    language: str, text: str, published: dt.date, met: list[list[str]], city: str
) -> None:
    records = extract(language, text, published)
    at = {m.id: [a.person.split()[-1] for a in records.attendances if a.meeting_id == m.id] for m in records.meetings}
    assert [sorted(people) for people in at.values() if people] == [sorted(people) for people in met]
    assert [m.city or "" for m in records.meetings if at[m.id]] == [city]
