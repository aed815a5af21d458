"""At which of two sessions held one after the other people were."""

import datetime as dt

import pytest

from rows import battery, extract

CASES = battery("sisters")["case"]
ROWS = [(c["language"], c["introduction"] + s, c["published"], c["there"]) for c in CASES for s in c["sentences"]]


@pytest.mark.parametrize(("language", "text", "published", "there"), ROWS)
def test_who_is_at_which_session(language: str, text: str, published: dt.date, there: list[str]) -> None:
    records = extract(language, text, published)
    levels = {m.id: m.level for m in records.meetings}
    assert sorted(levels.values()) == ["foreign_ministers", "heads_of_state"]
    assert sorted(f"{levels[a.meeting_id]} {a.person} {a.status}" for a in records.attendances) == there


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        ("en", "BAKU, March 11, 2024. Kazakh President Kassym-Jomart Tokayev is on a state visit to Azerbaijan. On "
         "Monday he held talks with President of Azerbaijan Ilham Aliyev.", "Baku"),
        ("ru", "БАКУ, 11 марта 2024 года. Президент Казахстана Касым-Жомарт Токаев находится в Азербайджане с "
         "государственным визитом. В понедельник он провёл переговоры с президентом Азербайджана Ильхамом Алиевым.",
         "Baku"),
        ("en", "ASTANA, March 11, 2024. Kazakh President Kassym-Jomart Tokayev is on a state visit to Azerbaijan. On "
         "Monday he held talks with President of Azerbaijan Ilham Aliyev.", None),
    ],
)  # fmt: skip
def test_talks_of_a_visit_are_in_the_dateline_of_the_state_visited(language: str, text: str, city: str | None) -> None:
    assert [m.city for m in extract(language, text, dt.date(2024, 3, 11)).meetings] == [city]
