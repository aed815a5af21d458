"""Whom somebody brings along to talks, and who only stays away from a meeting that is held."""

import datetime as dt

import pytest

from rows import extract

DAY = dt.date(2022, 10, 14)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "At the talks with Emomali Rahmon in Astana Vladimir Putin was accompanied by Foreign Minister Sergei "
            "Lavrov, Presidential Aide Yuri Ushakov and Press Secretary Dmitry Peskov.",
        ),
        (
            "ru",
            "На переговорах с Эмомали Рахмоном в Астане Владимира Путина сопровождали министр иностранных дел Сергей "
            "Лавров, помощник президента Юрий Ушаков и пресс-секретарь Дмитрий Песков.",
        ),
    ],
)
def test_those_whom_somebody_brings_along_are_at_the_same_talks(language: str, sentence: str) -> None:
    found = extract(language, sentence, DAY)
    assert len(found.meetings) == 1
    assert len(found.attendances) == 5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Prime Minister Natalia Gavrilita has cancelled her trip to Astana, where the CIS summit opens on Friday.",
        ),
        ("en", "The CIS summit opens in Astana on Friday. Natalia Gavrilita has cancelled her participation."),
        ("ru", "Премьер Наталья Гаврилица отменила поездку в Астану, где в пятницу открывается саммит СНГ."),
    ],
)
def test_who_cancels_a_trip_is_absent_from_a_summit_that_is_held(language: str, text: str) -> None:
    found = extract(language, text, DAY)
    summit = next(m for m in found.meetings if m.organization == "CIS")
    assert str(summit.status) == "held"
    assert [str(a.status) for a in found.attendances if a.meeting_id == summit.id] == ["absent"]


@pytest.mark.parametrize(
    "sentence",
    [
        "President Serdar Berdimuhamedov received credentials from the new ambassadors of Japan, Hirohisa Soma, and of "
        "Georgia, Konstantine Sabiashvili.",
        "President Serdar Berdimuhamedov received credentials from the ambassadors of Japan, Hirohisa Soma, and "
        "Georgia, Konstantine Sabiashvili.",
    ],
)
def test_envoys_told_after_their_states_present_their_credentials(sentence: str) -> None:
    found = extract("en", sentence, dt.date(2023, 2, 9)).attendances
    assert {(a.person, a.represents) for a in found} >= {("Hirohisa Soma", "JP"), ("Konstantine Sabiashvili", "GE")}


def test_who_leads_a_delegation_is_not_in_the_chair() -> None:
    text = (
        "The CIS Economic Council met in Moscow. The delegation of Belarus was led by Chairman of the State Customs "
        "Committee Vladimir Orlovsky."
    )
    assert [str(a.function) for a in extract("en", text, DAY).attendances] == ["participant"]
