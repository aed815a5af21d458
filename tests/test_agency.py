"""How news agencies put things: visits announced, talks called a summit, chiefs of bodies and whom they send."""

import datetime as dt
from typing import Any

import pytest

from rows import battery, extract

CASES = battery("agency")["case"]
ROWS = [(case, text) for case in CASES for text in case["texts"]]


@pytest.mark.parametrize(("case", "text"), ROWS, ids=[text[:60] for _, text in ROWS])
def test_records(case: dict[str, Any], text: str) -> None:
    published: dt.date = case["published"]
    records = extract(case["language"], text, published)
    there: dict[str, list[str]] = {m.id: [] for m in records.meetings}
    for a in records.attendances:
        there[a.meeting_id].append(a.person if a.function == "participant" else f"{a.person} ({a.function})")
    found = {
        "meetings": [
            f"{m.start} {m.city} {m.status} {'+'.join(m.format)}: {', '.join(sorted(there[m.id]))}"
            for m in records.meetings
        ],
        "people": [f"{p.name}, {r.title}, {r.represents}" for p in records.people for r in p.roles],
        "agreements": [f"{a.status}: {a.title}" for a in records.agreements],
    }
    for kind, rows in found.items():
        if kind in case:
            assert sorted(rows) == sorted(case[kind])
