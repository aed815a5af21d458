"""Documents told of in many ways: what became of them, and where their titles end."""

from __future__ import annotations

import datetime as dt

import pytest

from rows import battery, extract

BATTERY = battery("documents")
OPENING = {
    "en": "MINSK, May 13, 2022. The ministers of trade of the CIS countries met in Minsk on Friday. ",
    "ru": "МИНСК, 13 мая 2022 года. В пятницу в Минске встретились министры торговли стран СНГ. ",
}


def documents(language: str, text: str, published: dt.date = dt.date(2022, 5, 13)) -> list[tuple[str, str]]:
    """Title, in lower case, and status of the documents of a report."""
    return [(a.title.lower(), a.status) for a in extract(language, text, published).agreements]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (case["language"], case["introduction"] + sentence, [] if status == "none" else [(case["title"], status)])
        for case in BATTERY["case"]
        for status in ("signed", "adopted", "planned", "none")
        for sentence in case.get(status, [])
    ],
)
def test_what_became_of_a_document(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert documents(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "titles", "status"),
    [(c["language"], text, c["titles"], c["status"]) for c in BATTERY["several"] for text in c["texts"]],
)
def test_several_documents(language: str, text: str, titles: list[str], status: str) -> None:
    assert documents(language, OPENING[language] + text) == [(title.lower(), status) for title in titles]


def signing(language: str, text: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """Meeting, day and parties of the documents of a report."""
    return [(a.meeting_id, a.date, a.parties) for a in extract(language, text, dt.date(2014, 10, 10)).agreements]


MET = {
    "en": "The presidents of Russia and Belarus, Vladimir Putin and Alexander Lukashenko, met in Minsk on October 10. ",
    "ru": "Президенты России и Белоруссии Владимир Путин и Александр Лукашенко встретились в Минске 10 октября. ",
}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "They signed an agreement on trade.", ("m1", None, ())),
        ("en", "They signed an agreement between the Government of Russia and the Government of Belarus on trade.",
         ("m1", None, ("BY", "RU"))),
        ("en", "Ten years have passed since the signing of the treaty on friendship.", (None, None, ())),
        ("en", "The 20th anniversary of the signing of the treaty on friendship lies ahead.", (None, None, ())),
        ("en", "Twenty years ago the two sides signed a treaty on friendship.", (None, None, ())),
        ("en", "On the anniversary of the Victory the presidents signed a statement on peace.", ("m1", None, ())),
        ("en", "The treaty on the Eurasian Economic Union, signed in Astana on May 29, 2014, was ratified.",
         (None, "2014-05-29", ())),
        ("en", "The Russian-Belarusian treaty on friendship was signed on February 21, 1995.",
         (None, "1995-02-21", ("BY", "RU"))),
        ("en", "A convention on borders is to be signed in Moscow in December 2014.", (None, "2014-12", ())),
        ("en", "On October 10 the presidents signed a statement on trade.", ("m1", "2014-10-10", ())),
        ("en", "They signed a programme of cooperation for 2015-2017.", ("m1", None, ())),
        ("ru", "Они подписали соглашение о торговле.", ("m1", None, ())),
        ("ru", "Подписано соглашение между Правительством России и Правительством Белоруссии о торговле.",
         ("m1", None, ("BY", "RU"))),
        ("ru", "Исполняется десять лет со дня подписания Договора о дружбе.", (None, None, ())),
        ("ru", "Стороны готовятся к 20-летию подписания Договора о дружбе.", (None, None, ())),
        ("ru", "В годовщину Победы президенты подписали заявление о мире.", ("m1", None, ())),
        ("ru", "Договор о Евразийском экономическом союзе, подписанный в Астане 29 мая 2014 года, ратифицирован.",
         (None, "2014-05-29", ())),
        ("ru", "Российско-белорусский договор о дружбе был подписан 21 февраля 1995 года.",
         (None, "1995-02-21", ("BY", "RU"))),
        ("ru", "В декабре 2014 года в Москве планируется подписать конвенцию о границах.", (None, "2014-12", ())),
        ("ru", "10 октября президенты подписали заявление о торговле.", ("m1", "2014-10-10", ())),
    ],
)  # fmt: skip
def test_where_and_when_a_document_was_made(
    language: str, sentence: str, expected: tuple[str | None, str | None, tuple[str, ...]]
) -> None:
    assert signing(language, MET[language] + sentence) == [expected]


def test_what_else_there_was_is_no_part_of_a_title() -> None:
    english = "The ministers adopted a concept of cooperation in energy and a plan of action, among others."
    assert documents("en", OPENING["en"] + english)[1] == ("plan of action", "adopted")
    russian = "Министры приняли концепцию сотрудничества в энергетике, план мероприятий на 2023 год и др."
    assert documents("ru", OPENING["ru"] + russian)[1] == ("план мероприятий на 2023 год", "adopted")


@pytest.mark.parametrize(
    "sentence",
    [
        "Министры рассмотрели положение в зоне конфликта.",
        "Был представлен доклад о положении на рынках.",
        "Стороны обсудили положение дел в сфере торговли.",
    ],
)
def test_a_situation_is_no_document(sentence: str) -> None:
    assert documents("ru", OPENING["ru"] + sentence) == []
    assert documents("ru", OPENING["ru"] + "Утверждено Положение о Координационном комитете.") != []


@pytest.mark.parametrize(
    ("language", "text", "titles"),
    [(c["language"], text, c["titles"]) for c in BATTERY["extent"] for text in c["texts"]],
)
def test_where_titles_begin_and_end(language: str, text: str, titles: list[str]) -> None:
    assert [title for title, _ in documents(language, OPENING[language] + text)] == [t.lower() for t in titles]
