"""Meetings that are put off to another day or place, and those that are called off."""

from __future__ import annotations

import datetime as dt

import pytest

from cisner.records import Extraction
from rows import extract, sentences


def _told(found: Extraction) -> list[tuple[str | None, str]]:
    """Start and status of the meetings, by day."""
    return sorted((m.start, str(m.status)) for m in found.meetings)


@pytest.mark.parametrize(("language", "sentence"), sentences("moved", "summit"))
def test_a_summit_is_put_off(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2020, 10, 12))
    assert _told(found) == [("2020-10-16", "cancelled"), ("2020-12-18", "planned")]
    assert {m.organization for m in found.meetings} == {"CIS"}


@pytest.mark.parametrize(("language", "sentence"), sentences("moved", "bilateral"))
def test_bilateral_meetings_are_put_off(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2023, 5, 10))
    assert _told(found) == [("2023-05-15", "cancelled"), ("2023-06-20", "planned")]


@pytest.mark.parametrize(("language", "sentence"), sentences("moved", "on_the_day"))
def test_a_summit_is_held_when_it_was_planned(language: str, sentence: str) -> None:
    assert _told(extract(language, sentence, dt.date(2020, 10, 12))) == [("2020-10-16", "planned")]


@pytest.mark.parametrize(("language", "sentence"), sentences("moved", "held"))
def test_a_summit_was_held_after_a_delay(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2022, 10, 14))
    assert ("2022-10-14", "held") in _told(found)
    assert [m.city for m in found.meetings if str(m.status) == "held"] == ["Astana"]


@pytest.mark.parametrize(("language", "sentence"), sentences("moved", "elsewhere"))
def test_a_summit_is_moved_to_another_city(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2022, 9, 10))
    assert [(m.city, str(m.status)) for m in found.meetings] == [("Moscow", "planned")]


@pytest.mark.parametrize(("language", "sentence"), sentences("moved", "off"))
def test_a_summit_is_called_off(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2022, 9, 28))
    assert [(m.organization, str(m.status)) for m in found.meetings] == [("CIS", "cancelled")]


@pytest.mark.parametrize(("language", "sentence"), sentences("moved", "visit_off"))
def test_whoever_cancels_a_visit_calls_off_no_summit(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2022, 10, 10))
    assert [str(m.status) for m in found.meetings if m.organization == "CIS"] == ["held"]
    assert "absent" in {str(a.status) for a in found.attendances}
