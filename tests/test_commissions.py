"""Commissions and councils: which body they are of, who came from where in which capacity."""

import datetime as dt

import pytest

from rows import extract, sentences

DAY = dt.date(2023, 5, 15)


@pytest.mark.parametrize(("language", "text"), sentences("commissions", "chaired"))
def test_both_sides_chair_a_commission(language: str, text: str) -> None:
    extraction = extract(language, text, DAY)
    assert [(m.level, m.city) for m in extraction.meetings] == [("ministers", "Yerevan")]
    assert [(a.represents, a.function) for a in extraction.attendances] == [("AM", "chair"), ("GE", "chair")]


@pytest.mark.parametrize(("language", "row"), sentences("commissions", "states"))
def test_compound_adjectives_name_their_states(language: str, row: tuple[str, str]) -> None:
    text, states = row
    found = [e.norm for e in extract(language, text, DAY).entities if e.label == "COUNTRY"]
    assert found == states.split()


@pytest.mark.parametrize(("language", "row"), sentences("commissions", "came"))
def test_who_came_from_where(language: str, row: tuple[str, str]) -> None:
    text, expected = row
    people = extract(language, text, DAY).people
    assert expected in {f"{p.name}, {r.title}, {r.represents}" for p in people for r in p.roles}


@pytest.mark.parametrize(("language", "row"), sentences("commissions", "bodies"))
def test_councils_belong_to_their_body(language: str, row: tuple[str, str]) -> None:
    text, body = row
    assert [m.organization for m in extract(language, text, DAY).meetings] == [body]


@pytest.mark.parametrize(("language", "row"), sentences("commissions", "nameless"))
def test_commissions_that_name_no_body(language: str, row: tuple[str, str, str]) -> None:
    text, meetings, people = row
    extraction = extract(language, text, DAY)
    told = "; ".join(sorted(f"{m.level} {m.start} {m.city} {m.status}" for m in extraction.meetings))
    assert told == meetings
    assert "; ".join(sorted(f"{a.person} {a.function}" for a in extraction.attendances)) == people
    assert all(m.organization in (None, "EAEU") for m in extraction.meetings)
