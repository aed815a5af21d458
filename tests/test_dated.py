"""Days that reports state in words, resolved against what the text said before; the one place that they name."""

from __future__ import annotations

import datetime as dt

import pytest

from rows import battery, extract

CASES = battery("dates")["case"]


@pytest.mark.parametrize(
    ("language", "published", "text", "expected"),
    [(c["language"], c["published"], text, dates.split()) for c in CASES for text, dates in c["dates"]],
)
def test_dates_are_resolved(language: str, published: dt.date, text: str, expected: list[str]) -> None:
    found = [e.norm for e in extract(language, text, published).entities if e.label == "DATE" and e.norm]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "talks", "more", "city"),
    [
        ("en", "President Recep Tayyip Erdoğan received Foreign Minister Rashid Meredov.", more, city)
        for more, city in (
            ("They spoke of gas. The guest had arrived in Ankara the day before.", "Ankara"),
            ("They spoke of gas. In Ankara Meredov also opened an exhibition.", "Ankara"),
            ("They spoke of gas. The ministers will meet in Ankara in October.", None),
            ("They spoke of gas. Last year they were in Ankara, and in Ashgabat.", None),
        )
    ]
    + [
        ("ru", "Президент Реджеп Тайип Эрдоган принял министра иностранных дел Рашида Мередова.", more, city)
        for more, city in (
            ("Говорили о газе. Гость находится в Анкаре со вчерашнего дня.", "Ankara"),
            ("Говорили о газе. В октябре министры встретятся в Анкаре.", None),
        )
    ],
)
def test_a_meeting_takes_the_one_city_of_the_report(language: str, talks: str, more: str, city: str | None) -> None:
    assert extract(language, f"{talks} {more}", dt.date(2024, 8, 13)).meetings[0].city == city
