"""Meetings that a report names beside the one that it is about: whose people stay with their own."""

from __future__ import annotations

import datetime as dt

import pytest

from rows import extract

TOLD = {
    "en": "BISHKEK, October 13. The CIS summit was held today. ",
    "ru": "БИШКЕК, 13 октября. Сегодня прошёл саммит СНГ. ",
}


def people(language: str, text: str) -> dict[str, dict[str, str]]:
    """The surnames with their status, by start and city of the meetings."""
    found = extract(language, TOLD[language] + text, dt.date(2023, 10, 13))
    return {
        f"{m.start} {m.city}": {a.person.split()[-1]: str(a.status) for a in found.attendances if a.meeting_id == m.id}
        for m in found.meetings
    }


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "It was the first since the Astana summit of October 2022. Vladimir Putin and Sadyr Japarov took part.",
            {"2023-10-13 Bishkek": {"Putin": "attended", "Japarov": "attended"}, "2022-10 Astana": {}},
        ),
        (
            "en",
            "Emomali Rahmon recalled the SCO summit in Dushanbe in 2021. Vladimir Putin and Sadyr Japarov took part.",
            {
                "2023-10-13 Bishkek": {"Rahmon": "attended", "Putin": "attended", "Japarov": "attended"},
                "2021 Dushanbe": {},
            },
        ),
        (
            "en",
            "Nikol Pashinyan, who had been expected at the meeting of premiers the day before, did not come. "
            "Vladimir Putin took part.",
            {"2023-10-13 Bishkek": {"Pashinyan": "absent", "Putin": "attended"}, "2023-10-12 Bishkek": {}},
        ),
        (
            "ru",
            "Эмомали Рахмон напомнил о саммите ШОС в Душанбе в 2021 году. Участвовали Владимир Путин и Садыр Жапаров.",
            {
                "2023-10-13 Bishkek": {"Рахмон": "attended", "Путин": "attended", "Жапаров": "attended"},
                "2021 Dushanbe": {},
            },
        ),
        (
            "ru",
            "Никол Пашинян, которого накануне ждали на встрече премьеров, не приехал. Участвовал Владимир Путин.",
            {"2023-10-13 Bishkek": {"Пашинян": "absent", "Путин": "attended"}, "2023-10-12 Bishkek": {}},
        ),
    ],
)
def test_people_stay_at_the_meeting_that_a_report_is_about(
    language: str, text: str, expected: dict[str, dict[str, str]]
) -> None:
    assert people(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Vladimir Putin and Sadyr Japarov took part in the CIS summit, to which Nikol Pashinyan did not come."),
        ("en", "Vladimir Putin and Sadyr Japarov took part in the CIS summit, which Nikol Pashinyan did not attend."),
        ("ru", "Владимир Путин и Садыр Жапаров участвовали в саммите СНГ, на который не приехал Никол Пашинян."),
        ("ru", "На саммит СНГ, куда не приехал Никол Пашинян, прибыли Владимир Путин и Садыр Жапаров."),
    ],
)
def test_who_is_absent_in_a_clause_about_the_session(language: str, text: str) -> None:
    found = extract(language, text, dt.date(2023, 10, 13)).attendances
    absent = {"en": "Pashinyan", "ru": "Пашинян"}[language]
    assert {a.person.split()[-1] for a in found if a.status == "absent"} == {absent}
    assert len([a for a in found if a.status == "attended"]) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The CIS summit took place in Astana without Serdar Berdimuhamedov."),
        ("en", "At the CIS summit in Astana Vladimir Putin was there, Serdar Berdimuhamedov was not."),
        ("en", "To the CIS summit in Astana came Vladimir Putin, but not Serdar Berdimuhamedov."),
        ("ru", "В Астане прошёл саммит СНГ – без Сердара Бердымухамедова."),
        ("ru", "На саммит СНГ в Астану приехал Владимир Путин, но не Сердар Бердымухамедов."),
    ],
)
def test_without_somebody(language: str, text: str) -> None:
    found = extract(language, text, dt.date(2022, 10, 14))
    assert {m.organization for m in found.meetings} == {"CIS"}
    status = {a.person.split()[0]: str(a.status) for a in found.attendances}
    assert status.pop({"en": "Serdar", "ru": "Сердар"}[language]) == "absent"
    assert set(status.values()) <= {"attended"}


def test_still_without_somebody_who_will_come() -> None:
    text = "Саммит СНГ открылся в Астане пока без Сердара Бердымухамедова."
    assert not [a for a in extract("ru", text, dt.date(2022, 10, 14)).attendances if a.status == "absent"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The CIS Council of Heads of State gathered in Moscow. It was opened by Ilham Aliyev of Azerbaijan.", None),
        ("The meeting of the leaders of Central Asian states opened in Astana. Sadyr Japarov spoke.", "leader"),
        (
            "The heads of state of the CIS gathered in Moscow. It was Ilham Aliyev of Azerbaijan who spoke.",
            "head of state",
        ),
    ],
)
def test_what_names_a_council_or_a_region_is_no_role(text: str, role: str | None) -> None:
    assert [a.role for a in extract("en", text, dt.date(2024, 8, 9)).attendances] == [role]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers also decided where and when they will meet again: in Moscow on October 7."),
        ("ru", "Министры определили, где и когда соберутся снова: 7 октября в Москве."),
    ],
)
def test_where_officials_will_meet_is_no_meeting_held(language: str, text: str) -> None:
    told = {
        "en": "The CIS Council of Foreign Ministers met in Minsk on April 12. ",
        "ru": "12 апреля в Минске прошло заседание Совета министров иностранных дел СНГ. ",
    }
    found = extract(language, told[language] + text, dt.date(2024, 4, 13)).meetings
    assert [m.city for m in found if m.status == "held"] == ["Minsk"]


def test_a_minister_beside_the_head_of_a_body_serves_no_body() -> None:
    text = (
        "В МИД Казахстана выступил исполнительный директор Секретариата СВМДА Кайрат Сарыбай. Сарыбай и первый "
        "заместитель министра иностранных дел Шахрат Нурышев подписали дорожную карту."
    )
    found = {p.name: p.roles[0].represents for p in extract("ru", text, dt.date(2022, 5, 18)).people}
    assert found == {"Кайрат Сарыбай": "CICA", "Шахрат Нурышев": "KZ"}


def test_foreign_names_after_a_hiss_have_no_soft_sign() -> None:
    text = "Президент Австрии Хайнц Фишер встретился с министром Петером Буриашем и послом Вацлавом Лукачем."
    found = {p.name for p in extract("ru", text, dt.date(2012, 5, 18)).people}
    assert {"Петер Буриаш", "Вацлав Лукач"} <= found


@pytest.mark.parametrize(
    ("language", "text", "attended"),
    [
        ("en", "Speaking at the CIS summit, Emomali Rahmon said that trade grew.", True),
        ("en", "Speaking at the CIS summit in Avaza on Friday, President Emomali Rahmon proposed a dialogue.", True),
        ("en", "Taking part in the CIS summit, Emomali Rahmon said that trade grew.", True),
        ("en", "The CIS summit was attended by three presidents, Emomali Rahmon said.", False),
        ("en", "Attended by three presidents, the CIS summit was a success, Emomali Rahmon said.", False),
        ("ru", "Выступая на саммите СНГ, Эмомали Рахмон заявил, что торговля растёт.", True),
        ("ru", "В саммите СНГ участвовали три президента, сообщил Эмомали Рахмон.", False),
    ],
)
def test_who_goes_on_to_say_something_was_there(language: str, text: str, attended: bool) -> None:
    dateline = {"en": "AVAZA. ", "ru": "АВАЗА. "}[language]
    found = extract(language, dateline + text, dt.date(2021, 8, 6)).attendances
    assert [str(a.status) for a in found] == ["attended"] * attended


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "В Минске прошло заседание Совета глав правительств СНГ. Белорусский премьер Андрей Кобяков отметил, что "
            "рассмотрены документы, подготовленные по итогам недавней встречи лидеров стран СНГ в Бишкеке.",
        ),
        (
            "en",
            "The CIS Council of Heads of Government met in Minsk. Belarusian Prime Minister Andrei Kobyakov noted that "
            "the documents follow from the recent meeting of the CIS leaders in Bishkek.",
        ),
    ],
)
def test_who_speaks_of_the_last_session_speaks_at_this_one(language: str, text: str) -> None:
    found = extract(language, text, dt.date(2016, 10, 28))
    [place] = [m for m in found.meetings if m.city == "Minsk"]
    assert [a.meeting_id for a in found.attendances] == [place.id]
