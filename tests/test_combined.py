"""Reports put together of sentences on several meetings: each meeting keeps its people, whatever stands beside it."""

import datetime as dt
from itertools import combinations, permutations
from typing import Any

import pytest

from rows import battery, extract

REPORTS = battery("combined")["report"]
PUBLISHED = dt.date(2025, 4, 7)
_STEP = 7  # every seventh of all reports of three sentences


def reports() -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Language, introduction and sentences: all pairs in both orders, and some of three in the order of the file."""
    made = []
    for report in REPORTS:
        chosen = [*permutations(report["sentence"], 2), *list(combinations(report["sentence"], 3))[::_STEP]]
        made += [(report["language"], report["introduction"], list(sentences)) for sentences in chosen]
    return made


def expected(sentences: list[dict[str, Any]]) -> list[tuple[str, frozenset[str]]]:
    """What is told: the session with its people, talks and calls with theirs, meetings in other cities."""
    session = frozenset(part for s in sentences for part in s.get("session", ()))
    personal = [(kind, frozenset(s[kind])) for s in sentences for kind in ("talks", "call") if kind in s]
    cities = {s["elsewhere"] for s in sentences if "elsewhere" in s}
    return sorted([("Minsk", session), *personal, *((city, frozenset[str]()) for city in cities)], key=str)


def told(language: str, text: str) -> list[tuple[str, frozenset[str]]]:
    """The meetings of a report with their people."""
    records = extract(language, text, PUBLISHED)
    found = []
    for meeting in records.meetings:
        people = [a for a in records.attendances if a.meeting_id == meeting.id]
        parts = frozenset(f"{a.person.split()[-1]}, {a.status}" for a in people)
        personal = "call" if "telephone" in meeting.format else "talks"
        found.append((str(meeting.city) if meeting.organization else personal, parts))
    return sorted(found, key=str)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_meetings_told_beside_each_other_keep_their_people(language: str) -> None:
    wrong = []
    for own, introduction, sentences in reports():
        text = " ".join([introduction, *(s["text"] for s in sentences)])
        if own == language and told(language, text) != expected(sentences):
            wrong.append((text, told(language, text)))
    assert wrong == []
