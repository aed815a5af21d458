"""Officials whom a place brings together, told of without a noun for their meeting."""

import datetime as dt

import pytest

from rows import extract, sentences

MET = ("CIS", "foreign_ministers", "2022-05-13", "Dushanbe", "held")


def meetings(language: str, text: str, published: dt.date) -> list[tuple[str | None, ...]]:
    found = extract(language, text, published).meetings
    return [(m.organization, m.level, m.start, m.city, m.status) for m in found]


@pytest.mark.parametrize(("language", "sentence"), sentences("gatherings", "body"))
def test_a_place_that_brings_officials_of_a_body_together_has_their_meeting(language: str, sentence: str) -> None:
    assert meetings(language, sentence, dt.date(2022, 5, 13)) == [MET]


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
