"""Who was at a session where the same sentence tells of talks, of what lies ahead, or of hosts who are thanked."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from rows import extract

CASES = tomllib.loads((Path(__file__).parent / "batteries" / "besides.toml").read_text("utf-8"))["case"]
ROWS = [(c["language"], c["introduction"] + s, c["published"], c["there"]) for c in CASES for s in c["sentences"]]


@pytest.mark.parametrize(("language", "text", "published", "there"), ROWS)
def test_who_is_at_the_session_told_before(language: str, text: str, published: dt.date, there: list[str]) -> None:
    records = extract(language, text, published)
    session = next(m.id for m in records.meetings if m.organization)
    found = [a for a in records.attendances if a.meeting_id == session]
    assert [f"{a.person}, {a.function}" for a in found] == there
    assert {str(a.status) for a in found} <= {"attended"}
