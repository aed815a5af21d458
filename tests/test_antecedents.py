"""Which session a sentence goes on about, and bodies that are told to meet in the clause after their names."""

import datetime as dt

import pytest

from rows import extract, sentences

DAY = dt.date(2022, 6, 10)


@pytest.mark.parametrize(("language", "text"), sentences("antecedents", "other"))
def test_what_follows_on_another_session_is_told_of_it(language: str, text: str) -> None:
    found = extract(language, text, DAY)
    cities = {m.id: m.city for m in found.meetings}
    assert [cities[a.meeting_id] for a in found.attendances] == ["Minsk"]
    assert next(m for m in found.meetings if m.city == "Tashkent").status == "held"


@pytest.mark.parametrize(("language", "text"), sentences("antecedents", "ahead"))
def test_who_was_there_was_at_the_last_session_while_the_next_is_to_come(language: str, text: str) -> None:
    found = extract(language, text, DAY)
    assert {m.city: m.status.value for m in found.meetings} == {"Tashkent": "planned", "Minsk": "held"}
    assert len(found.meetings) == 2
    cities = {m.id: m.city for m in found.meetings}
    assert [cities[a.meeting_id] for a in found.attendances] == ["Minsk"]


@pytest.mark.parametrize(("language", "text"), sentences("antecedents", "own"))
def test_the_report_comes_back_to_its_own_session(language: str, text: str) -> None:
    found = extract(language, text, DAY)
    cities = {m.id: m.city for m in found.meetings}
    assert [cities[a.meeting_id] for a in found.attendances] == ["Tashkent"]


@pytest.mark.parametrize(("language", "text"), sentences("antecedents", "to_decide"))
def test_a_clause_after_a_body_says_that_it_meets(language: str, text: str) -> None:
    own, other = extract(language, text, DAY).meetings
    assert (own.level, own.status, other.level, other.status) == (
        "heads_of_government",
        "held",
        "heads_of_state",
        "planned",
    )
    assert (other.organization, other.city, other.start) == ("CIS", "Dushanbe", "2022-10")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "Президент Узбекистана Шавкат Мирзиёев вернулся из Токио. Рядом с ним на снимке президенты Казахстана, "
            "Киргизии и Таджикистана Касым-Жомарт Токаев, Садыр Жапаров и Эмомали Рахмон. В четверг президента принял "
            "император Японии Нарухито.",
        ),
        (
            "en",
            "Uzbek President Shavkat Mirziyoyev has returned from Tokyo. With him in the photograph are the "
            "presidents of Kazakhstan, Kyrgyzstan and Tajikistan, Kassym-Jomart Tokayev, Sadyr Japarov and Emomali "
            "Rahmon. On Thursday the president was received by Emperor of Japan Naruhito.",
        ),
    ],
)
def test_after_a_list_a_bare_title_means_whom_the_report_began_with(language: str, text: str) -> None:
    received = {a.person.split()[-1] for a in extract(language, text, DAY).attendances}
    assert {"Нарухито", "Мирзиёев"} <= received or {"Naruhito", "Mirziyoyev"} <= received
    assert not {"Рахмон", "Rahmon"} & received


@pytest.mark.parametrize(("language", "text"), sentences("antecedents", "officials"))
def test_senior_officials_and_ministers_of_one_body_meet_apart(language: str, text: str) -> None:
    found = [(m.organization, m.level, m.status, m.start) for m in extract(language, text, DAY).meetings]
    assert found == [
        ("ECO", "officials", "held", "2022-06-10"),
        ("ECO", "foreign_ministers", "planned", "2022-06-11"),
    ]
