"""Credentials: envoys who stand in a list under the sentence about the ceremony."""

from __future__ import annotations

import datetime as dt

import pytest

from rows import extract

LIST = {
    "en": "\n\nUkraine – Volodymyr Yelchenko;\nCzech Republic – Petr Kolar;\nGabon – Rene Makongo.",
    "ru": "\n\nУкраина – Владимир Ельченко;\nЧехия – Петр Коларж;\nГабон – Рене Маконго.",
}


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "President of Russia Dmitry Medvedev will receive letters of credence from ambassadors in the Kremlin "
         "today.", "expected"),
        ("en", "President of Russia Dmitry Medvedev received letters of credence from ambassadors in the Kremlin on "
         "Tuesday. The press service has sent out the list.", "attended"),
        ("en", "Three ambassadors received in the Kremlin\n\nPresident of Russia Dmitry Medvedev received letters of "
         "credence from ambassadors in the Kremlin on Tuesday.", "attended"),
        ("ru", "В Кремле приняли трёх послов\n\nВо вторник в Кремле Дмитрий Медведев принял верительные грамоты.",
         "attended"),
        ("ru", "Дмитрий Медведев примет сегодня в Кремле верительные грамоты у дипломатов.", "expected"),
        ("ru", "Во вторник в Кремле Дмитрий Медведев принял верительные грамоты у послов. Список разослала "
         "пресс-служба.", "attended"),
    ],
)  # fmt: skip
def test_envoys_of_a_list(language: str, text: str, status: str) -> None:
    found = extract(language, text + LIST[language], dt.date(2011, 2, 8))
    envoys = [a for a in found.attendances if a.office == "ambassador"]
    assert len(found.meetings) == 1
    assert {(a.represents, str(a.status)) for a in envoys} == {("UA", status), ("CZ", status), ("GA", status)}
    assert all(a.role in (None, "ambassador", "посол") for a in envoys)
    assert [a.person.split()[-1] for a in found.attendances if a.office == "head_of_state"] == [
        "Medvedev" if language == "en" else "Медведев"
    ]
