"""Plain reports of agencies: their meetings, people and documents, as ``batteries/plain.toml`` and others have them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cisner.records import Meeting
from rows import battery, extract

_CASES: list[dict[str, Any]] = [c for name in ("plain", "multilateral") for c in battery(name)["case"]]


def _fields(meeting: Meeting) -> list[str]:
    """Body, level, start, end, city, country, status and formats, as a case writes them."""
    values = (meeting.organization, meeting.level, meeting.start, meeting.end, meeting.city, meeting.country)
    return [*(str(v or "-") for v in values), str(meeting.status), "+".join(map(str, meeting.format)) or "-"]


def _fits(wanted: str, found: list[str]) -> bool:
    return all(w in ("*", f) for w, f in zip(wanted.split("/"), found, strict=False))


@pytest.mark.parametrize(("case", "sentence"), [(case, s) for case in _CASES for s in case["sentences"]])
def test_a_plain_report(case: dict[str, Any], sentence: str) -> None:
    published: dt.date = case["published"]
    found = extract(case["language"], case.get("introduction", "") + sentence, published)
    if "meetings" in case:
        rest = [_fields(m) for m in found.meetings]
        assert len(rest) == len(case["meetings"]), rest
        for wanted in case["meetings"]:
            fitting = next((m for m in rest if _fits(wanted, m)), None)
            assert fitting is not None, (wanted, rest)
            rest.remove(fitting)
    if "people" in case:
        assert sorted(f"{a.person.split()[-1]} {a.status}" for a in found.attendances) == sorted(case["people"])
    if "parts" in case:
        there = [(a.person.split()[-1], a.office, a.represents, a.status, a.function) for a in found.attendances]
        assert sorted(" ".join(map(str, part)) for part in there) == sorted(case["parts"])
    if "documents" in case:
        assert sorted(f"{a.kind} {a.status} {a.title}" for a in found.agreements) == sorted(case["documents"])
