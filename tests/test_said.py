"""What somebody said at one meeting about another: whose the people, days and places are."""

import datetime as dt

import pytest

from rows import extract

MINSK = ("CIS", "2022-06-24", "Minsk", "held")
SPOKE = {
    "en": [
        "At the CIS Economic Council in Minsk on Friday Sergei Lebedev said that {}.",
        "Speaking at the session of the CIS Economic Council in Minsk on Friday, Sergei Lebedev said that {}.",
        "Sergei Lebedev told the CIS Economic Council in Minsk on Friday that {}.",
    ],
    "ru": [
        "На заседании Экономического совета СНГ в Минске в пятницу Сергей Лебедев сообщил, что {}.",
        "Выступая в пятницу в Минске на заседании Экономического совета СНГ, Сергей Лебедев сообщил, что {}.",
        "Сергей Лебедев сказал на заседании Экономического совета СНГ в Минске в пятницу, что {}.",
    ],
}
SAID = {
    "en": [
        ("the Council of Heads of Government will meet in Astana in October", ("CIS", "2022-10", "Astana", "planned")),
        ("the Council of Heads of State had met in Sochi in 2017", ("CIS", "2017", "Sochi", "held")),
    ],
    "ru": [
        ("Совет глав правительств соберётся в октябре в Астане", ("CIS", "2022-10", "Astana", "planned")),
        ("Совет глав государств собирался в 2017 году в Сочи", ("CIS", "2017", "Sochi", "held")),
    ],
}


@pytest.mark.parametrize(
    ("language", "sentence", "other"),
    [(la, spoke.format(said), other) for la, spoken in SPOKE.items() for spoke in spoken for said, other in SAID[la]],
)
def test_who_speaks_of_another_meeting_is_at_his_own(
    language: str, sentence: str, other: tuple[str | None, ...]
) -> None:
    found = extract(language, sentence, dt.date(2022, 6, 24))
    meetings = {m.id: (m.organization, m.start, m.city, str(m.status)) for m in found.meetings}
    assert sorted(meetings.values(), key=str) == sorted((MINSK, other), key=str)
    assert [meetings[a.meeting_id] for a in found.attendances] == [MINSK]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "At the session of the CIS Economic Council in Minsk on Friday the analyst Dmitry Volkov spoke of trade.",
        ),
        ("en", "Trade has grown, the analyst Dmitry Volkov said at the CIS Economic Council in Minsk on Friday."),
        (
            "ru",
            "На заседании Экономического совета СНГ в Минске в пятницу аналитик Дмитрий Волков рассказал о торговле.",
        ),
    ],
)
def test_who_speaks_at_a_meeting_is_there_whatever_the_office(language: str, sentence: str) -> None:
    assert len(extract(language, sentence, dt.date(2022, 6, 24)).attendances) == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Dmitry Volkov said at a briefing after the session of the CIS Economic Council in Minsk that trade grew.",
        ),
        ("en", "Commenting on the CIS Economic Council in Minsk on Friday, Dmitry Volkov said that trade had grown."),
        (
            "ru",
            "Заседание Экономического совета СНГ прошло в Минске в пятницу. Торговля растёт, считает Дмитрий Волков.",
        ),
    ],
)
def test_who_comments_on_a_meeting_is_not_there(language: str, sentence: str) -> None:
    assert extract(language, sentence, dt.date(2022, 6, 24)).attendances == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "ASTANA, July 4. The Council of Heads of State of the SCO met on Thursday under the chairmanship of "
            "Kassym-Jomart Tokayev. The day before, Tokayev received Xi Jinping and Shehbaz Sharif.",
        ),
        (
            "ru",
            "АСТАНА, 4 июля. Под председательством Касым-Жомарта Токаева в четверг прошло заседание Совета глав "
            "государств ШОС. Накануне Токаев принял Си Цзиньпина и Шахбаза Шарифа.",
        ),
    ],
)
def test_guests_received_on_another_day_than_the_session_have_talks(language: str, text: str) -> None:
    found = extract(language, text, dt.date(2024, 7, 4))
    people = {m.id: [a for a in found.attendances if a.meeting_id == m.id] for m in found.meetings}
    assert [(m.organization, m.start, len(people[m.id])) for m in found.meetings] == [
        ("SCO", "2024-07-04", 1),
        (None, "2024-07-03", 2),
        (None, "2024-07-03", 2),
    ]
