"""One meeting has one record, in however many words a report tells of it."""

import datetime as dt

import pytest

from rows import extract, sentences

_DAY = dt.date(2023, 5, 16)  # a Tuesday


@pytest.mark.parametrize(("language", "text"), sentences("retelling", "call"))
def test_a_call_told_again_is_one_meeting(language: str, text: str) -> None:
    found = extract(language, text, _DAY)
    assert [[f.value for f in m.format] for m in found.meetings] == [["telephone"]]
    assert len(found.attendances) == 2


@pytest.mark.parametrize(("language", "text"), sentences("retelling", "talks"))
def test_talks_told_again_are_one_meeting(language: str, text: str) -> None:
    found = extract(language, text, _DAY)
    assert [(m.city, m.status.value) for m in found.meetings] == [("Tashkent", "held")]
    assert len(found.attendances) == 2


@pytest.mark.parametrize(("language", "text"), sentences("retelling", "two"))
def test_a_call_and_talks_are_two_meetings(language: str, text: str) -> None:
    assert len(extract(language, text, _DAY).meetings) == 2
