"""Officials whom a place brings together, told of without a noun for their meeting."""

import datetime as dt

import pytest

from rows import extract, sentences

MET = ("CIS", "foreign_ministers", "2022-05-13", "Dushanbe", "held")


def meetings(language: str, text: str, published: dt.date) -> list[tuple[str | None, ...]]:
    found = extract(language, text, published).meetings
    return [(m.organization, str(m.level), m.start, m.city, str(m.status)) for m in found]


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "body"))
def test_a_place_that_brings_officials_of_a_body_together_has_their_meeting(language: str, sentence: str) -> None:
    assert meetings(language, sentence, dt.date(2022, 5, 13)) == [MET]


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "eve"))
def test_a_meeting_named_to_say_when_another_was_is_none_of_its_own(language: str, sentence: str) -> None:
    assert meetings(language, sentence, dt.date(2022, 5, 13)) == [MET]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "On the eve of the CIS summit in Astana, Vladimir Putin met Kassym-Jomart Tokayev."),
        ("ru", "Накануне саммита СНГ в Астане Владимир Путин встретился с Касым-Жомартом Токаевым."),
    ],
)
def test_talks_before_a_summit_have_their_day_and_the_summit_lies_ahead(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2022, 10, 13)).meetings
    assert {(m.organization, m.start, m.city, str(m.status)) for m in found} == {
        ("CIS", None, "Astana", "planned"),
        (None, "2022-10-13", "Astana", "held"),
    }


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "The foreign ministers of the SCO met in Tashkent on Friday to prepare the summit in Samarkand on 15 and "
            "16 September.",
        ),
        (
            "en",
            "The SCO foreign ministers gathered in Tashkent on Friday ahead of the summit in Samarkand on 15-16 "
            "September.",
        ),
        (
            "ru",
            "Министры иностранных дел ШОС собрались в пятницу в Ташкенте, чтобы подготовить саммит, который пройдёт в "
            "Самарканде 15–16 сентября.",
        ),
        (
            "ru",
            "Министры иностранных дел стран ШОС в пятницу встретились в Ташкенте для подготовки саммита в Самарканде "
            "15–16 сентября.",
        ),
        (
            "ru",
            "Перед саммитом в Самарканде 15–16 сентября министры иностранных дел ШОС в пятницу заседали в Ташкенте.",
        ),
    ],
)
def test_a_session_and_the_summit_that_it_prepares_have_each_their_day_and_place(language: str, sentence: str) -> None:
    assert set(meetings(language, sentence, dt.date(2022, 7, 29))) == {
        ("SCO", "foreign_ministers", "2022-07-29", "Tashkent", "held"),
        ("SCO", "heads_of_state", "2022-09-15", "Samarkand", "planned"),
    }


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        (
            "en",
            "The declaration was signed at the summit in Samarkand last September, Vladimir Norov recalled at the "
            "session of the SCO Council of Foreign Ministers in Goa on May 5.",
            "2022-09",
        ),
        (
            "ru",
            "Декларация была подписана на саммите в Самарканде в сентябре прошлого года, напомнил Владимир Норов на "
            "заседании СМИД ШОС в Гоа 5 мая.",
            "2022-09",
        ),
    ],
)
def test_each_of_two_meetings_has_the_date_that_stands_with_it(language: str, sentence: str, day: str) -> None:
    found = extract(language, sentence, dt.date(2023, 5, 5)).meetings
    assert [(m.start, m.city) for m in found] == [(day, "Samarkand"), ("2023-05-05", "Goa")]


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "none"))
def test_what_officials_of_a_body_do_apart_is_no_meeting(language: str, sentence: str) -> None:
    assert meetings(language, sentence, dt.date(2022, 5, 13)) == []


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "states"))
def test_a_place_that_brings_officials_of_states_together_has_their_meeting(language: str, sentence: str) -> None:
    met = (None, "foreign_ministers", "2018-03-15", "Baku", "held")
    assert meetings(language, sentence, dt.date(2018, 3, 15)) == [met]


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "planned"))
def test_a_place_that_awaits_officials_has_their_meeting_ahead(language: str, sentence: str) -> None:
    ahead = (None, "foreign_ministers", "2018-03-15", "Baku", "planned")
    assert meetings(language, sentence, dt.date(2018, 3, 14)) == [ahead]


COUNCIL = {
    "en": "MOSCOW, November 29, 2024. The 104th session of the CIS Economic Council took place in Moscow on Friday. ",
    "ru": "МОСКВА, 29 ноября 2024 года. Сегодня в Москве прошло 104-е заседание Экономического совета СНГ. ",
}
COUNCIL_MET = ("CIS", "ministers", "2024-11-29", "Moscow", "held")


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "numbered"))
def test_a_session_with_another_number_is_another_one(language: str, sentence: str) -> None:
    earlier = ("CIS", "ministers", "2024-03", "Moscow", "held")
    found = meetings(language, COUNCIL[language] + sentence, dt.date(2024, 11, 29))
    assert sorted(found, key=str) == sorted([earlier, COUNCIL_MET], key=str)


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "same_number"))
def test_a_number_alone_makes_no_session(language: str, sentence: str) -> None:
    assert meetings(language, COUNCIL[language] + sentence, dt.date(2024, 11, 29)) == [COUNCIL_MET]


MINISTERS = {
    "en": "NEW YORK, September 20, 2017. The SCO Council of Foreign Ministers held an extraordinary session in New "
    "York on Wednesday. ",
    "ru": "НЬЮ-ЙОРК, 20 сентября 2017 года. Совет министров иностранных дел ШОС провел в среду внеочередное заседание "
    "в Нью-Йорке. ",
}
MINISTERS_MET = ("SCO", "foreign_ministers", "2017-09-20", "New York", "held")


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "decided"))
def test_a_body_that_decided_somewhere_on_a_day_sat_there(language: str, sentence: str) -> None:
    earlier = ("SCO", "heads_of_state", "2017-06-09", "Astana", "held")
    found = meetings(language, MINISTERS[language] + sentence, dt.date(2017, 9, 20))
    assert sorted(found, key=str) == sorted([earlier, MINISTERS_MET], key=str)


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "margins"))
def test_the_assembly_beside_which_ministers_meet_is_only_the_occasion(language: str, sentence: str) -> None:
    assert meetings(language, sentence, dt.date(2017, 9, 20)) == [MINISTERS_MET]


GUAM = {
    "en": "KYIV, March 27, 2017. The heads of government of GUAM met in Kyiv today. ",
    "ru": "КИЕВ, 27 марта 2017 года. Главы правительств стран ГУАМ встретились сегодня в Киеве. ",
}


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "first_set"))
def test_the_day_for_which_a_session_was_first_set_is_not_that_of_another(language: str, sentence: str) -> None:
    met = ("GUAM", "heads_of_government", "2017-03-27", "Kyiv", "held")
    assert meetings(language, GUAM[language] + sentence, dt.date(2017, 3, 27)) == [met]


SUMMIT = {
    "en": "BUDAPEST, May 21, 2025. The leaders of the Organization of Turkic States held an informal summit in "
    "Budapest on Wednesday. ",
    "ru": "БУДАПЕШТ, 21 мая 2025 года. Лидеры Организации тюркских государств провели в среду неформальный саммит в "
    "Будапеште. ",
}


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "long_before"))
def test_a_summit_of_months_ago_is_one_of_the_same_body(language: str, sentence: str) -> None:
    found = meetings(language, SUMMIT[language] + sentence, dt.date(2025, 5, 21))
    assert sorted(found, key=str) == [
        ("OTS", "heads_of_state", "2024-11", "Bishkek", "held"),
        ("OTS", "heads_of_state", "2025-05-21", "Budapest", "held"),
    ]


@pytest.mark.parametrize(("language", "text"), sentences("gatherings", "headline"))
def test_a_headline_tells_of_the_meeting_of_its_text(language: str, text: str) -> None:
    assert meetings(language, text, dt.date(2016, 10, 14)) == [
        ("CSTO", "heads_of_state", "2016-10-14", "Yerevan", "held")
    ]


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "denied"))
def test_a_meeting_that_is_denied_is_none(language: str, sentence: str) -> None:
    assert meetings(language, sentence, dt.date(2021, 11, 9)) == []


def test_those_who_go_where_a_session_is_to_be_held_gather_for_it() -> None:
    text = (
        "On 29 May Nur-Sultan will host a meeting of the Supreme Eurasian Economic Council. The presidents of Belarus, "
        "Kyrgyzstan and Moldova set out for Nur-Sultan on 28 May. It will be attended by Belarusian President "
        "Alexander Lukashenko and Moldovan President Igor Dodon."
    )
    found = extract("en", text, dt.date(2019, 5, 28))
    (meeting,) = found.meetings
    assert (meeting.organization, meeting.start, meeting.status) == ("EAEU", "2019-05-29", "planned")
    assert {a.person for a in found.attendances} == {"Alexander Lukashenko", "Igor Dodon"}


TRANSPORT = {
    "en": "BAKU, October 26, 2022. The transport ministers of the OTS meet in Tashkent on October 27-28. ",
    "ru": "БАКУ, 26 октября 2022 года. Министры транспорта ОТГ соберутся в Ташкенте 27-28 октября. ",
}


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "others"))
def test_other_officials_of_a_body_who_met_on_another_day_had_a_meeting_of_their_own(
    language: str, sentence: str
) -> None:
    found = meetings(language, TRANSPORT[language] + sentence, dt.date(2022, 10, 26))
    assert found == [
        ("OTS", "ministers", "2022-10-27", "Tashkent", "planned"),
        ("OTS", "foreign_ministers", "2022-10-17", "Istanbul", "held"),
    ]


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "others_none"))
def test_what_other_officials_do_about_a_meeting_is_none(language: str, sentence: str) -> None:
    found = meetings(language, TRANSPORT[language] + sentence, dt.date(2022, 10, 26))
    assert found == [("OTS", "ministers", "2022-10-27", "Tashkent", "planned")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Antony Blinken attended the C5+1 ministerial in Astana on Tuesday together with Jeenbek Kulubaev.",
    ],
)
def test_a_format_named_by_a_sum_is_a_meeting_of_its_own(sentence: str) -> None:
    before = "On Wednesday in Tashkent Blinken was received by President of Uzbekistan Shavkat Mirziyoyev. "
    found = extract("en", before + sentence, dt.date(2023, 3, 1))
    c5 = next(m for m in found.meetings if m.name.startswith("C5+1"))
    assert (c5.start, c5.city, str(c5.level)) == ("2023-02-28", "Astana", "foreign_ministers")
    assert len([a for a in found.attendances if a.meeting_id == c5.id]) == 2


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The first such meeting took place in Astana in 2018.", [("2018", "Astana", "held")]),
        ("en", "The previous one was in Dushanbe in September 2023.", [("2023-09", "Dushanbe", "held")]),
        ("en", "In 2023 Dushanbe hosted the fifth.", [("2023", "Dushanbe", "held")]),
        ("en", "The seventh is to be held in Tashkent next year.", [("2025", "Tashkent", "planned")]),
        ("en", "Earlier ones had met in Cholpon-Ata (2022) and Dushanbe (2023).",
         [("2022", "Cholpon-Ata", "held"), ("2023", "Dushanbe", "held")]),
        ("en", "It was the second day of the first session for some of the experts.", []),
        ("ru", "Первая такая встреча состоялась в Астане в 2018 году.", [("2018", "Astana", "held")]),
        ("ru", "Предыдущую принимал Душанбе в сентябре 2023 года.", [("2023-09", "Dushanbe", "held")]),
        ("ru", "Пятая прошла в Душанбе в 2023 году.", [("2023", "Dushanbe", "held")]),
        ("ru", "Седьмая пройдёт в Ташкенте в 2025 году.", [("2025", "Tashkent", "planned")]),
        ("ru", "Прежние проходили в Чолпон-Ате (2022) и Душанбе (2023).",
         [("2022", "Cholpon-Ata", "held"), ("2023", "Dushanbe", "held")]),
    ],
)  # fmt: skip
def test_sessions_by_their_turn(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    told = {
        "en": "ASTANA, August 9. The sixth consultative meeting of the heads of state of Central Asia was held here. ",
        "ru": "АСТАНА, 9 августа. Здесь прошла шестая консультативная встреча глав государств Центральной Азии. ",
    }
    found = extract(language, told[language] + text, dt.date(2024, 8, 9)).meetings
    assert [(m.start, m.city, str(m.status)) for m in found[1:]] == expected
    assert (found[0].start, found[0].city) == ("2024-08-09", "Astana")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The ECO Council of Ministers meets in Dushanbe. On April 16, senior officials met to prepare it.",
         [("foreign_ministers", "2018-04-17", "Dushanbe"), ("officials", "2018-04-16", "Dushanbe")]),
        ("en", "The ECO Council of Ministers meets in Dushanbe. The experts met on April 16.",
         [("foreign_ministers", "2018-04-17", "Dushanbe"), ("officials", "2018-04-16", "Dushanbe")]),
        ("en", "Experts and officials said on April 16 that trade grows.", []),
        ("ru", "В Душанбе проходит заседание Совета министров иностранных дел ОЭС. 16 апреля старшие должностные лица "
         "встретились, чтобы подготовить его.",
         [("foreign_ministers", "2018-04-17", "Dushanbe"), ("officials", "2018-04-16", "Dushanbe")]),
    ],
)  # fmt: skip
def test_officials_prepare_a_session(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    dateline = {"en": "DUSHANBE, April 17. ", "ru": "ДУШАНБЕ, 17 апреля. "}[language]
    found = extract(language, dateline + text, dt.date(2018, 4, 17)).meetings
    assert [(str(m.level), m.start, m.city) for m in found] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The foreign ministers of the CIS met in Minsk two weeks ago.", None),
        ("en", "The foreign ministers of the CIS met in Minsk last week.", None),
        ("en", "The foreign ministers of the CIS met in Minsk a week ago.", "2018-03-21"),
        ("en", "The foreign ministers of the CIS met in Minsk a month ago.", "2018-02"),
        ("en", "The foreign ministers of the CIS met in Minsk.", "2018-03-28"),
        ("ru", "Министры иностранных дел СНГ встретились в Минске две недели назад.", None),
        ("ru", "Министры иностранных дел СНГ встретились в Минске неделю назад.", "2018-03-21"),
        ("ru", "Министры иностранных дел СНГ встретились в Минске месяц назад.", "2018-02"),
    ],
)
def test_some_time_ago_is_not_the_day_of_the_report(language: str, text: str, expected: str | None) -> None:
    assert [m.start for m in extract(language, text, dt.date(2018, 3, 28)).meetings] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The EU-Central Asia Foreign Ministers' meeting was held in Samarkand in November 2017.",
         (None, "foreign_ministers")),
        ("en", "The EU–Central Asia Ministerial Meeting took place in Bishkek on July 7, 2019.", (None, "ministers")),
        ("en", "The EU foreign ministers met in Luxembourg on June 17, 2019.", ("EU", "foreign_ministers")),
        ("ru", "Первый саммит «ЕС – Центральная Азия» прошёл в Самарканде 3–4 апреля 2025 года.",
         (None, "heads_of_state")),
    ],
)  # fmt: skip
def test_a_meeting_of_a_body_with_a_region_is_not_the_bodys_own(
    language: str, text: str, expected: tuple[str | None, str]
) -> None:
    assert [(m.organization, str(m.level)) for m in extract(language, text, dt.date(2025, 4, 5)).meetings] == [expected]


def test_the_name_of_a_meeting_closes_its_quotation_marks() -> None:
    text = "Первый саммит «ЕС – Центральная Азия» прошёл в Самарканде 3–4 апреля 2025 года."
    assert [m.name for m in extract("ru", text, dt.date(2025, 4, 5)).meetings] == [
        "Первый саммит «ЕС – Центральная Азия»"
    ]


@pytest.mark.parametrize(
    ("language", "text", "bodies"),
    [
        ("en", "It was followed by a session of the CSTO.", ["CIS", "CSTO"]),
        ("en", "After that the CSTO Collective Security Council met.", ["CIS", "CSTO"]),
        ("en", "Leaders will speak of the session of the CSTO.", ["CIS"]),
        ("ru", "За ним последовала сессия Совета коллективной безопасности ОДКБ.", ["CIS", "CSTO"]),
    ],
)
def test_a_session_that_follows_another_is_of_the_same_day(language: str, text: str, bodies: list[str]) -> None:
    told = {
        "en": "MOSCOW. An informal CIS summit took place in the Kremlin on May 15. ",
        "ru": "МОСКВА. В Кремле 15 мая прошёл неформальный саммит СНГ. ",
    }
    found = meetings(language, told[language] + text, dt.date(2012, 5, 15))
    assert [m[0] for m in found] == bodies
    assert {m[2:4] for m in found} == {("2012-05-15", "Moscow")}


@pytest.mark.parametrize(
    ("language", "text", "published", "expected"),
    [
        ("en", "MOSCOW, December 4. The CIS Council of Ministers of Defence met today.", "2024-12-10", "2024-12-04"),
        ("en", "MOSCOW, December 4. The CIS Council of Ministers of Defence met today.", "2024-12-04", "2024-12-04"),
        ("en", "MOSCOW, December 29. The CIS Council of Ministers of Defence met.", "2025-01-03", "2024-12-29"),
        ("en", "MOSCOW, December 4, 2014. The CIS Council of Ministers of Defence met.", "2024-12-10", "2024-12-10"),
        ("ru", "МОСКВА, 4 декабря. Сегодня прошло заседание Совета министров обороны СНГ.", "2024-12-10", "2024-12-04"),
    ],
)
def test_today_is_the_day_of_the_dateline_if_the_page_is_some_days_younger(
    language: str, text: str, published: str, expected: str
) -> None:
    assert [m[2] for m in meetings(language, text, dt.date.fromisoformat(published))] == [expected]
