"""The plain sentences of agencies, each with one meeting."""

from __future__ import annotations

import datetime as dt

import pytest

from rows import extract, sentences


@pytest.mark.parametrize(("language", "sentence"), sentences("ordinary", "attended"))
def test_somebody_is_at_a_session(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2022, 10, 14))
    assert [(m.organization, m.city, str(m.status)) for m in found.meetings] == [("CIS", "Astana", "held")]
    status = {a.person.split()[-1]: str(a.status) for a in found.attendances}
    assert status[{"en": "Rahmon", "ru": "Рахмон"}[language]] == "attended"


@pytest.mark.parametrize(("language", "sentence"), sentences("ordinary", "talks"))
def test_two_presidents_have_talks(language: str, sentence: str) -> None:
    found = extract(language, sentence, dt.date(2025, 7, 8))
    assert [(m.organization, str(m.level), str(m.status)) for m in found.meetings] == [(None, "heads_of_state", "held")]
    assert {m.city for m in found.meetings} <= {"Astana", "Dushanbe"}
    assert [str(a.status) for a in found.attendances] == ["attended", "attended"]
