"""The day on which somebody tells of a meeting to come is not its own."""

import datetime as dt

import pytest

from rows import extract, sentences

_DAY = dt.date(2016, 9, 15)  # a Thursday
_ROWS = [
    (*row, start, status)
    for key, start, status in (
        ("october", "2016-10", "planned"),
        ("undated", None, "planned"),
        ("held", "2016-09-15", "held"),
    )
    for row in sentences("announcements", key)
]


@pytest.mark.parametrize(("language", "text", "start", "status"), _ROWS)
def test_a_meeting_has_its_own_day(language: str, text: str, start: str | None, status: str) -> None:
    found = extract(language, text, _DAY).meetings
    assert [(m.start, m.city, m.status.value) for m in found] == [(start, "Yerevan", status)]


def test_a_name_of_a_meeting_ends_before_a_bracket_that_is_not_closed() -> None:
    text = "Встреча глав правительств Содружества Независимых Государств (СНГ) пройдет в Ереване 14 октября."
    assert all(m.name.count("(") == m.name.count(")") for m in extract("ru", text, _DAY).meetings)


@pytest.mark.parametrize(("language", "row"), sentences("calling_off", "intended"))
def test_what_was_intended_is_called_off_after_but(language: str, row: tuple[str, str]) -> None:
    text, status = row
    found = extract(language, text, _DAY).meetings
    assert [(m.status.value, m.start, m.city) for m in found] == [(status, "2016-08", "Yerevan")]


@pytest.mark.parametrize(("language", "text"), sentences("announcements", "told_aside"))
def test_what_somebody_is_to_do_at_a_summit_does_not_put_it_ahead(language: str, text: str) -> None:
    summit = next(m for m in extract(language, text, _DAY).meetings if m.organization == "CSTO")
    assert (summit.status.value, summit.city) == ("held", "Yerevan")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "YEREVAN (Novosti - 15th September, 2016) The CSTO summit will be held in Yerevan on October 14, "
         "Armenian Deputy Foreign Minister Shavarsh Kocharyan said on Thursday."),
        ("en", "YEREVAN, September 15, 2016. The CSTO summit in Yerevan will take place, it has already been approved, "
         "on October 14."),
        ("ru", "ЕРЕВАН (Новости, 15 сентября 2016 года) Саммит ОДКБ пройдёт в Ереване 14 октября, сказал в четверг "
         "замминистра иностранных дел Армении Шаварш Кочарян."),
        ("ru", "ЕРЕВАН, 15 сентября 2016 года. Саммит ОДКБ в Ереване пройдёт, это уже решено, 14 октября."),
    ],
)  # fmt: skip
def test_a_day_ahead_is_neither_that_of_the_dateline_nor_last_years(language: str, text: str) -> None:
    found = extract(language, text, _DAY).meetings
    assert [(m.start, m.city, m.status.value) for m in found] == [("2016-10-14", "Yerevan", "planned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The CSTO summit will be held in Yerevan on October 14. On the eve of the summit, on October 13, the "
         "Council of Foreign Ministers of the CSTO will meet there."),
        ("ru", "Саммит ОДКБ пройдёт в Ереване 14 октября. Накануне саммита, 13 октября, там соберётся Совет министров "
         "иностранных дел ОДКБ."),
    ],
)  # fmt: skip
def test_a_day_after_the_eve_of_a_summit_is_that_of_who_meets_then(language: str, text: str) -> None:
    assert [m.start for m in extract(language, text, _DAY).meetings] == ["2016-10-14", "2016-10-13"]
