"""Commissions of two states, and the adjectives that name them."""

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
