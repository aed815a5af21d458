"""Talks of the same people at another time: each with its own day and place, and those of the report with theirs."""

from __future__ import annotations

import datetime as dt

import pytest

from rows import extract

_TALKS = {
    "en": [
        "ASTANA, August 8. /Kazinform/. President of Kazakhstan Kassym-Jomart Tokayev held talks with President of "
        "Uzbekistan Shavkat Mirziyoyev.",
        "President of Kazakhstan Kassym-Jomart Tokayev received President of Uzbekistan Shavkat Mirziyoyev in Astana.",
        "Talks between Presidents Kassym-Jomart Tokayev of Kazakhstan and Shavkat Mirziyoyev of Uzbekistan were held "
        "in Astana on Thursday.",
    ],
    "ru": [
        "АСТАНА, 8 августа. /Казинформ/. Президент Казахстана Касым-Жомарт Токаев провёл переговоры с президентом "
        "Узбекистана Шавкатом Мирзиёевым.",
        "Президент Казахстана Касым-Жомарт Токаев принял в Астане президента Узбекистана Шавката Мирзиёева.",
        "Переговоры президентов Казахстана Касым-Жомарта Токаева и Узбекистана Шавката Мирзиёева прошли в четверг в "
        "Астане.",
    ],
}
_OTHERS = {
    "en": [
        ("The next meeting of the presidents will take place in Tashkent in 2025.", "2025", "planned"),
        ("Their next meeting will take place in Tashkent in 2025.", "2025", "planned"),
        ("They will meet again in Tashkent in 2025.", "2025", "planned"),
        ("In September the presidents will meet in Tashkent.", "2024-09", "planned"),
        ("They last met in Tashkent in 2023.", "2023", "held"),
        ("Their previous meeting took place in Tashkent in 2023.", "2023", "held"),
        ("The previous meeting of the two presidents was held in Tashkent in December 2023.", "2023-12", "held"),
        ("The two presidents met in Tashkent last year.", "2023", "held"),
    ],
    "ru": [
        ("Следующая встреча президентов пройдёт в Ташкенте в 2025 году.", "2025", "planned"),
        ("Их следующая встреча пройдёт в Ташкенте в 2025 году.", "2025", "planned"),
        ("В сентябре президенты встретятся в Ташкенте.", "2024-09", "planned"),
        ("В последний раз они встречались в Ташкенте в 2023 году.", "2023", "held"),
        ("Предыдущая встреча двух президентов состоялась в Ташкенте в декабре 2023 года.", "2023-12", "held"),
        ("В прошлом году президенты встречались в Ташкенте.", "2023", "held"),
    ],
}
_ROWS = [(lang, talks, *other) for lang in _TALKS for talks in _TALKS[lang] for other in _OTHERS[lang]]


@pytest.mark.parametrize(("language", "talks", "other", "start", "status"), _ROWS)
def test_talks_at_another_time_are_others(language: str, talks: str, other: str, start: str, status: str) -> None:
    found = extract(language, f"{talks} {other}", dt.date(2024, 8, 8))
    assert [(m.city, m.start, str(m.status)) for m in found.meetings] == [
        ("Astana", "2024-08-08", "held"),
        ("Tashkent", start, status),
    ]
    first = [a for a in found.attendances if a.meeting_id == found.meetings[0].id]
    assert [str(a.status) for a in first] == ["attended", "attended"]
