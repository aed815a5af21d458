"""Which meeting it is: its body, level, day, city and status, and one meeting told in several ways as one record."""

import datetime as dt

import pytest

from rows import cases, extract


@pytest.mark.parametrize(("language", "text", "published", "meetings"), cases("identity", "meetings"))
def test_meetings_are_those_told(language: str, text: str, published: dt.date, meetings: list[str]) -> None:
    found = extract(language, text, published).meetings
    assert sorted(f"{m.organization or '-'} {m.level} {m.start} {m.city} {m.status}" for m in found) == meetings
