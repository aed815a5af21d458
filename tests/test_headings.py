"""Digests and calendars: days that head their parts."""

from __future__ import annotations

import datetime as dt

import pytest

from rows import extract

CSTO = {
    "en": "The foreign ministers of the CSTO countries met in Yerevan. Ararat Mirzoyan opened the session.",
    "ru": "В Ереване собрались министры иностранных дел стран ОДКБ. Открыл заседание Арарат Мирзоян.",
}
TALKS = {
    "en": "President of Azerbaijan Ilham Aliyev held talks with President of Turkey Recep Tayyip Erdogan.",
    "ru": "Президент Азербайджана Ильхам Алиев провел переговоры с президентом Турции Реджепом Эрдоганом.",
}
TO_COME = {
    "en": "The foreign ministers of the CSTO countries will meet in Yerevan.",
    "ru": "В Ереване соберутся министры иностранных дел стран ОДКБ.",
}


def days_and_cities(language: str, text: str, published: str) -> list[tuple[str | None, str | None, str]]:
    text = text.format(csto=CSTO[language], talks=TALKS[language], to_come=TO_COME[language])
    found = extract(language, text, dt.date.fromisoformat(published))
    return [(m.start, m.city, str(m.status)) for m in found.meetings]


HELD = [("2022-11-22", "Yerevan", "held"), ("2022-11-24", "Baku", "held")]


@pytest.mark.parametrize(
    ("language", "text", "published", "expected"),
    [
        ("en", "TUESDAY. {csto}\n\nTHURSDAY. Baku. {talks}", "2022-11-27", HELD),
        ("en", "Tuesday, November 22\n\n{csto}\n\nThursday, November 24, Baku\n\n{talks}", "2022-11-27", HELD),
        ("en", "November 22\n{csto}\n\nNovember 24. Baku\n{talks}", "2022-11-27", HELD),
        ("en", "Week in review\n\n27 November 2022\n\n{csto}", "2022-11-27", [("2022-11-27", "Yerevan", "held")]),
        ("en", "Monday\n{to_come}\n\nTuesday. Moscow\nNothing is planned.", "2022-11-20",
         [("2022-11-21", "Yerevan", "planned")]),
        ("ru", "ВТОРНИК. {csto}\n\nЧЕТВЕРГ. Баку. {talks}", "2022-11-27", HELD),
        ("ru", "Вторник, 22 ноября\n\n{csto}\n\nЧетверг, 24 ноября, Баку\n\n{talks}", "2022-11-27", HELD),
        ("ru", "22 ноября. {csto}\n\n24 ноября. Баку. {talks}", "2022-11-27", HELD),
        ("ru", "27 ноября 2022 года\n\n{csto}", "2022-11-27", [("2022-11-27", "Yerevan", "held")]),
        ("ru", "Понедельник, 21 ноября\n\n{to_come}\n\nВторник, 22 ноября\n\nНичего не намечено.", "2022-11-20",
         [("2022-11-21", "Yerevan", "planned")]),
    ],
)  # fmt: skip
def test_meetings_under_a_day_are_on_that_day(
    language: str, text: str, published: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    assert days_and_cities(language, text, published) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The CIS summit opens in Dushanbe on Thursday.", ("2022-02-10", "planned")),
        ("en", "The visit of President Ebrahim Raisi to Tajikistan begins on Thursday.", ("2022-02-10", "planned")),
        ("en", "The CIS summit opened in Dushanbe on Tuesday.", ("2022-02-08", "held")),
        ("ru", "В четверг в Душанбе открывается саммит СНГ.", ("2022-02-10", "planned")),
        ("ru", "Во вторник в Душанбе открылся саммит СНГ.", ("2022-02-08", "held")),
    ],
)
def test_what_begins_on_a_weekday_lies_ahead_in_a_headline_too(
    language: str, text: str, expected: tuple[str, str]
) -> None:
    found = extract(language, text, dt.date(2022, 2, 9))
    assert [(m.start, str(m.status)) for m in found.meetings] == [expected]
