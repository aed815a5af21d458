"""Who was there in which capacity, in plain wordings: exactly the records that a case names."""

from __future__ import annotations

import datetime as dt

import pytest

from rows import cases, extract


@pytest.mark.parametrize(("language", "text", "published", "expected"), cases("capacities", "attendances"))
def test_who_was_there_and_as_what(language: str, text: str, published: dt.date, expected: list[str]) -> None:
    found = extract(language, text, published).attendances
    assert sorted(f"{a.person}, {a.office}, {a.represents}, {a.status}, {a.function}" for a in found) == expected


@pytest.mark.parametrize(("language", "text", "published", "expected"), cases("capacities", "roles"))
def test_each_has_his_title_in_the_singular(language: str, text: str, published: dt.date, expected: list[str]) -> None:
    found = extract(language, text, published).people
    assert sorted(f"{p.name}, {role.title}, {role.represents}" for p in found for role in p.roles) == expected


@pytest.mark.parametrize(("language", "text", "published", "expected"), cases("capacities", "meetings"))
def test_which_meetings_there_were(language: str, text: str, published: dt.date, expected: list[str]) -> None:
    found = extract(language, text, published).meetings
    assert sorted(f"{m.organization}, {m.level}, {m.city}, {m.status}" for m in found) == expected


@pytest.mark.parametrize(
    "told",
    [
        "Nursultan Nazarbayev's seat will be taken by Prime Minister Bakytzhan Sagintayev.",
        "Prime Minister Bakytzhan Sagintayev will take the place of President Nursultan Nazarbayev.",
    ],
)
def test_who_takes_the_seat_of_another_will_be_there_for_him(told: str) -> None:
    found = extract("en", f"At the CSTO summit in Yerevan on October 14, {told}", dt.date(2016, 10, 12))
    assert {a.person: str(a.status) for a in found.attendances} == {
        "Nursultan Nazarbayev": "absent",
        "Bakytzhan Sagintayev": "expected",
    }
