"""Talks of one person with several, announced together and then told one by one."""

import datetime as dt

import pytest

from rows import cases, extract


@pytest.mark.parametrize(("language", "text", "published", "met"), cases("in_turn", "met"))
def test_each_of_those_told_in_turn_has_talks_of_his_own(
    language: str, text: str, published: dt.date, met: list[str]
) -> None:
    found = extract(language, text, published)
    told = []
    for meeting in found.meetings:
        people = sorted(a.person.split()[-1] for a in found.attendances if a.meeting_id == meeting.id)
        if people:
            told.append(" ".join(people) + (" (tel)" if "telephone" in meeting.format else ""))
    assert sorted(told) == met
