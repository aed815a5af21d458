"""Who came and who did not, in many wordings and with counter-examples: the status of everybody in a report."""

import datetime as dt

import pytest

from cisner.records import Extraction
from rows import cases, extract


@pytest.mark.parametrize(("language", "text", "published", "there"), cases("absences", "there"))
def test_who_came_and_who_did_not(language: str, text: str, published: dt.date, there: list[str]) -> None:
    assert _statuses(extract(language, text, published)) == there


def _statuses(records: Extraction) -> list[str]:
    """Surname and status of everybody, with "by video" and, of a meeting that is not held, "called off"."""
    off = {m.id for m in records.meetings if m.status == "cancelled"}
    return sorted(
        {
            f"{a.person.split()[-1]}: {a.status}"
            + (", called off" if a.meeting_id in off else "")
            + (" by video" if a.mode else "")
            for a in records.attendances
        }
    )
