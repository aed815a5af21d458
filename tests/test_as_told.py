"""Wordings of Russian and English reports: what they say of meetings, of people and of documents."""

import datetime as dt
from typing import Any

import pytest

from rows import battery, extract

FILES = ("as_told", "in_passing")
CASES = [c for name in FILES for c in battery(name)["case"]]


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:60] for c in CASES])
def test_reads_it_as_it_is_told(case: dict[str, Any]) -> None:
    day: dt.date = case["published"]
    records = extract(case["language"], case["text"], day)
    bodies = {m.id: m.organization or m.format[0] if m.organization or m.format else "" for m in records.meetings}
    found = {
        "meetings": [f"{bodies[m.id]}, {m.level}, {m.status}, {m.start}, {m.city}" for m in records.meetings],
        "formats": [" ".join(m.format) for m in records.meetings],
        "there": [
            f"{bodies[a.meeting_id]}: {a.person}, {a.role}, {a.represents}, {a.status}, {a.function}"
            for a in records.attendances
        ],
        "documents": [f"{a.status}: {a.title}" for a in records.agreements],
        "people": [f"{p.name}: {r.title}, {r.office}, {r.represents}" for p in records.people for r in p.roles],
    }
    found["first"] = found["meetings"][:1]
    assert {k: found[k] for k in case if k in found} == {k: case[k] for k in case if k in found}
