"""Who was at a session where the same sentence tells of talks, of what lies ahead, or of hosts who are thanked."""

import datetime as dt

import pytest

from rows import battery, extract

CASES = battery("besides")["case"]
ROWS = [
    (c["language"], c["introduction"] + s, c["published"], c["there"], c.get("status", "attended"))
    for c in CASES
    for s in c["sentences"]
]


@pytest.mark.parametrize(("language", "text", "published", "there", "status"), ROWS)
def test_who_is_at_the_session_told_before(
    language: str, text: str, published: dt.date, there: list[str], status: str
) -> None:
    records = extract(language, text, published)
    session = next(m.id for m in records.meetings if m.organization)
    found = [a for a in records.attendances if a.meeting_id == session]
    assert [f"{a.person}, {a.function}" for a in found] == there
    assert {str(a.status) for a in found} <= {status}


def test_talks_on_the_margins_are_where_and_when_the_session_is() -> None:
    text = (
        "DUSHANBE, May 21, 2024. The CIS Council of Heads of Government will meet in Ashgabat on May 24. On the "
        "margins Mikhail Mishustin will meet with Abdulla Aripov. After the session Mishustin will pay a visit to Baku."
    )
    found = extract("en", text, dt.date(2024, 5, 21)).meetings
    assert [(m.city, m.start) for m in found] == [
        ("Ashgabat", "2024-05-24"),
        ("Ashgabat", "2024-05-24"),
        ("Baku", None),
    ]
