"""The plain sentences of agencies, each with one meeting."""

from __future__ import annotations

import datetime as dt

import pytest

from rows import extract, sentences


@pytest.mark.parametrize(("language", "sentence"), sentences("ordinary", "attended"))
def test_somebody_is_at_a_session(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2022, 10, 14))
    assert [(m.organization, m.city, str(m.status)) for m in found.meetings] == [("CIS", "Astana", "held")]
    status = {a.person.split()[-1]: str(a.status) for a in found.attendances}
    assert status[{"en": "Rahmon", "ru": "Рахмон"}[language]] == "attended"


@pytest.mark.parametrize(("language", "sentence"), sentences("ordinary", "talks"))
def test_two_presidents_have_talks(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2025, 7, 8))
    assert [(m.organization, str(m.level), str(m.status)) for m in found.meetings] == [(None, "heads_of_state", "held")]
    assert {m.city for m in found.meetings} <= {"Astana", "Dushanbe"}
    assert [str(a.status) for a in found.attendances] == ["attended", "attended"]


@pytest.mark.parametrize(("language", "sentence"), sentences("ordinary", "no_talks"))
def test_talks_that_nobody_plans_have_no_record(language: str, sentence: str) -> None:
    assert not extract(language, sentence, dt.date(2022, 10, 7)).meetings


@pytest.mark.parametrize(("language", "sentence"), sentences("ordinary", "talks_ahead"))
def test_talks_that_may_come_are_planned(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2022, 10, 7))
    assert [(m.city, str(m.status), m.start) for m in found.meetings] == [("Astana", "planned", None)]
    assert [str(a.status) for a in found.attendances] == ["expected", "expected"]


@pytest.mark.parametrize(
    ("language", "sentence", "absent"),
    [
        ("en", "Erbol Sultanbaev said the Kyrgyz president would not attend the CIS summit in Astana.", "Japarov"),
        ("en", "Spokesman Erbol Sultanbaev said that the head of state will not attend the CIS summit in Astana.", ""),
        ("en", "Kyrgyz President Sadyr Japarov said he would not attend the CIS summit in Astana.", "Japarov"),
        (
            "ru",
            "Пресс-секретарь Эрбол Султанбаев сообщил, что глава государства не приедет на саммит СНГ в Астане.",
            "",
        ),
        ("ru", "Президент Киргизии Садыр Жапаров сообщил, что не приедет на саммит СНГ в Астане.", "Жапаров"),
    ],
)
def test_who_says_that_another_stays_away_is_not_absent(language: str, sentence: str, absent: str) -> None:
    found = extract(language, sentence, dt.date(2022, 10, 14))
    assert [(a.person.split()[-1], str(a.status)) for a in found.attendances] == [(absent, "absent")] * bool(absent)


def test_after_a_spokesman_for_the_president_the_name_may_be_the_presidents() -> None:
    text = "Spokesman for the President of Kyrgyzstan Sadyr Japarov said that trade grew."
    found = extract("en", text, dt.date(2022, 10, 7))
    assert [str(r.office) for p in found.people for r in p.roles] == ["head_of_state"]


@pytest.mark.parametrize(("language", "sentence"), sentences("ordinary", "three"))
def test_three_meet_at_one_table(language: str, sentence: str) -> None:
    day = dt.date(1998, 3, 20) if "Лучинский" in sentence or "Lucinschi" in sentence else dt.date(2022, 7, 19)
    found = extract(language, sentence, day)
    assert [str(m.status) for m in found.meetings] == ["held"]
    assert [str(a.status) for a in found.attendances] == ["attended"] * 3
    assert "bilateral" not in map(str, found.meetings[0].format)


def test_a_rank_is_no_part_of_a_title() -> None:
    text = (
        "В Минске под председательством министра обороны Беларуси генерал-лейтенанта Виктора Хренина прошло заседание."
    )
    found = extract("ru", text, dt.date(2023, 5, 25))
    assert [r.title for p in found.people for r in p.roles] == ["министр обороны"]


def test_the_city_in_the_name_of_a_summit_is_its_own() -> None:
    text = (
        "The foreign ministers of the SCO gathered in Beijing on Tuesday and agreed on the SCO Qingdao summit in June."
    )
    found = extract("en", text, dt.date(2018, 4, 25))
    assert {(m.city, str(m.level)) for m in found.meetings} == {
        ("Beijing", "foreign_ministers"),
        ("Qingdao", "heads_of_state"),
    }


def test_the_same_day_is_that_told_before_in_the_past() -> None:
    text = (
        "Chinese Foreign Minister Wang Yi said on Tuesday that the SCO summit will take place in Tianjin on August 31. "
        "On the same day, Wang Yi chaired the SCO Council of Foreign Ministers."
    )
    found = extract("en", text, dt.date(2025, 7, 16))
    assert {(str(m.level), m.start) for m in found.meetings} == {
        ("heads_of_state", "2025-08-31"),
        ("foreign_ministers", "2025-07-15"),
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Russian Defence Minister Andrei Belousov took part in a session of the CSTO Council of Defence Ministers. "
            "The session was held ahead of the CSTO summit, which will take place in Bishkek. "
            "Russian President Vladimir Putin will take part in it.",
        ),
        (
            "ru",
            "Министр обороны России Андрей Белоусов принял участие в заседании Совета министров обороны ОДКБ. "
            "Заседание прошло перед саммитом ОДКБ, который состоится в Бишкеке. "
            "В нём примет участие президент России Владимир Путин.",
        ),
    ],
)
def test_the_summit_after_a_session_has_its_own_place_and_people(language: str, text: str) -> None:
    found = extract(language, text, dt.date(2025, 11, 27))
    people = {a.meeting_id: a.person.split()[-1] for a in found.attendances}
    assert [(str(m.level), m.city, str(m.status), people[m.id]) for m in found.meetings] == [
        ("defence_ministers", None, "held", {"en": "Belousov", "ru": "Белоусов"}[language]),
        ("heads_of_state", "Bishkek", "planned", {"en": "Putin", "ru": "Путин"}[language]),
    ]


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "ASHGABAT, May 27. /TASS/. The CIS summit will be held here on May 31.", "2019-05-31"),
        ("en", "ASHGABAT, May 27. /TASS/. The presidents of the CIS will meet here on May 31.", "2019-05-31"),
        ("en", "Ashgabat prepares for the CIS summit.", None),
        ("ru", "АШХАБАД, 27 мая. /ТАСС/. Саммит СНГ пройдёт здесь 31 мая.", "2019-05-31"),
    ],
)
def test_a_summit_to_come_is_where_the_report_is_written(language: str, text: str, start: str | None) -> None:
    found = extract(language, text, dt.date(2019, 5, 27))
    assert [(m.organization, m.city, m.start, str(m.status)) for m in found.meetings] == [
        ("CIS", "Ashgabat", start, "planned")
    ]
