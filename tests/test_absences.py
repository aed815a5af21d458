"""Who came and who did not, in many wordings and with counter-examples: the status of everybody in a report."""

import datetime as dt

import pytest

from rows import cases, extract


@pytest.mark.parametrize(("language", "text", "published", "there"), cases("absences", "there"))
def test_who_came_and_who_did_not(language: str, text: str, published: dt.date, there: list[str]) -> None:
    records = extract(language, text, published)
    assert sorted({f"{a.person.split()[-1]}: {a.status}" for a in records.attendances}) == there
