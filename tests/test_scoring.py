"""Scoring: likeness of names and titles, measures, figures, the command."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cisner.errors import CisnerError
from cisner.scoring import MEASURES, compare, rows_of, score
from cisner.scoring.figures import Figure, ungrounded
from cisner.scoring.likeness import city_key, dates_agree, same_person, same_title
from conftest import ROOT

Cisner = Callable[..., subprocess.CompletedProcess[bytes]]

SHARED = ROOT.parent / "shared"
GOLD = {
    "id": "r1",
    "language": "en",
    "published": "2023-06-08",
    "meetings": [
        {"id": "m1", "name": "session of the CIS Council of Heads of Government", "organization": "CIS"}
        | {"level": "heads_of_government", "start": "2023-06-08", "city": "Sochi", "status": "held"},
        {"id": "m2", "name": "next session", "organization": "CIS", "level": "heads_of_government"}
        | {"start": "2023-10", "city": "Bishkek", "status": "planned"},
    ],
    "attendances": [
        {"meeting": "m1", "person": "Alikhan Smailov", "office": "head_of_government", "represents": "KZ"}
        | {"status": "attended"},
        {"meeting": "m1", "person": "Nikol Pashinyan", "office": "head_of_government", "represents": "AM"}
        | {"status": "absent"},
        {"meeting": "m1", "person": "Sergey Lebedev", "office": "head_of_organization", "represents": "CIS"}
        | {"status": "attended", "optional": True},
    ],
    "people": [{"person": "Alikhan Smailov", "office": "head_of_government", "represents": "KZ"}],
    "agreements": [{"title": "Agreement on free trade in services", "status": "signed", "meeting": "m1"}],
    "countries": ["KZ", "AM"],
    "dates": ["2023-10", "2023-06-08"],
    "dates_optional": ["2024"],
}


def changed(**fields: Any) -> dict[str, Any]:
    return {**json.loads(json.dumps(GOLD)), **fields}


def result(found: dict[str, Any], gold: dict[str, Any] | None = None) -> dict[str, tuple[int, int, int]]:
    measures = compare(rows_of(gold or GOLD, "gold"), rows_of(found, "found")).measures
    return {name: (len(m.hits), len(m.spurious), len(m.missed)) for name, m in measures.items()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nikol Pashinyan", "Nikol Pashinian"),
        ("А. Г. Лукашенко", "Александр Григорьевич Лукашенко"),
        ("Lukashenko", "Alexander Lukashenko"),
        ("Ли Кэцян", "Ли"),
        ("Жапаров Садыр", "Садыр Жапаров"),
    ],
)
def test_names_of_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ilham Aliyev", "Heydar Aliyev"), ("Ilham", "Ilham Aliyev"), ("", "Ilham Aliyev"), ("I. A.", "I. A.")],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_titles_of_one_document() -> None:
    assert same_title("the Agreement on free trade in services", "agreement on free trade of services")
    assert same_title("Соглашение о свободной торговле услугами", "соглашения о свободной торговле услугами")
    assert same_title("Concept of railway transport until 2030", "Concept of strategic railway transport until 2030")
    assert not same_title("Agreement on free trade", "Agreement on railway tariffs")
    assert not same_title("", "")


def test_cities_and_dates() -> None:
    assert city_key("Nur-Sultan") == city_key("Astana")
    assert city_key("") is None
    assert dates_agree("2023-06", "2023-06-08")
    assert dates_agree(None, "2023")
    assert not dates_agree("2023-06-08", "2023-06-09")


def test_gold_agrees_with_itself() -> None:
    figures = result(changed())
    assert figures["attendances"] == (2, 0, 0)
    assert figures["dates"] == (1, 0, 0)  # the day of publication is not asked for
    assert all(spurious == missed == 0 for _, spurious, missed in figures.values())


def test_nothing_found_is_all_missed() -> None:
    assert {name: m for name, (_, _, m) in result({}).items()} == dict(
        zip(MEASURES, (2, 2, 2, 1, 1, 1, 1, 2, 1), strict=True)
    )


def test_wrong_status_spoils_the_attendance_but_not_the_presence() -> None:
    found = changed()
    found["attendances"][1]["status"] = "attended"
    figures = result(found)
    assert figures["attendances"] == (1, 1, 1)
    assert figures["attended"] == (2, 0, 0)


def test_optional_rows_cost_nothing() -> None:
    found = changed()
    del found["attendances"][2]
    assert result(found)["attendances"] == (2, 0, 0)
    found = changed(dates=["2023-10", "2024"])
    assert result(found)["dates"] == (1, 0, 0)
    found["attendances"][2]["office"] = "other"  # wrong, but about an optional row
    assert result(found)["attendances"] == (2, 0, 0)


def test_records_of_the_command_are_read_too() -> None:
    found = {
        "report": {"id": "r1", "language": "en"},
        "people": [{"name": "Alikhan Smailov", "roles": [{"office": "head_of_government", "represents": "KZ"}]}],
        "entities": [
            {"label": "COUNTRY", "norm": "KZ"},
            {"label": "COUNTRY", "norm": "AM"},
            {"label": "DATE", "norm": "2023-10"},
        ],
    }
    figures = result(found)
    assert figures["people"] == figures["names"] == (1, 0, 0)
    assert figures["countries"] == (2, 0, 0)
    assert figures["dates"] == (1, 0, 0)


def test_what_is_no_record_is_named() -> None:
    with pytest.raises(CisnerError, match=r"r1\.json"):
        rows_of({"meetings": [{"name": "without an id"}]}, "r1.json")
    with pytest.raises(CisnerError, match=r"r1\.json"):
        rows_of({"people": ["not an object"]}, "r1.json")


def test_figures_by_language_and_status() -> None:
    found = changed()
    found["attendances"][1]["status"] = "expected"
    gold = {"a": rows_of(GOLD, "a"), "b": rows_of(GOLD, "b")}
    scores = score(gold, {"a": rows_of(GOLD, "a"), "b": rows_of(found, "b")}, {"a": "en", "b": "ru"})
    assert scores.overall["attendances"].f1 == pytest.approx(0.75)
    assert scores.by_language["en"]["attendances"].f1 == 1.0
    assert scores.by_language["ru"]["attendances"].f1 == pytest.approx(0.5)
    absent = scores.by_status["attendances"]["absent"]
    assert (absent.hits, absent.spurious, absent.missed) == (1, 0, 1)
    assert scores.by_status["attendances"]["expected"].spurious == 1
    assert scores.fields == {"start": (1.0, 4), "city": (1.0, 4)}
    assert [(m.report, m.measure, m.sign) for m in scores.mistakes] == [
        ("b", "attendances", "-"),
        ("b", "attendances", "+"),
    ]
    low, high = scores.overall["attendances"].interval or (9, 9)
    assert low <= 0.75 <= high
    assert (
        scores.as_json()
        == score(gold, {"a": rows_of(GOLD, "a"), "b": rows_of(found, "b")}, {"a": "en", "b": "ru"}).as_json()
    )


def test_a_figure_of_nothing_is_zero() -> None:
    assert Figure(0, 0, 0).f1 == 0.0


def test_offsets_that_do_not_hold_are_counted() -> None:
    record = {
        "entities": [{"start": 0, "end": 5, "text": "Sochi"}],
        "meetings": [{"evidence": [{"start": 0, "end": 5, "text": "Minsk"}]}],
    }
    assert ungrounded(record, "Sochi") == 1


def test_command_prints_tables_and_json(tmp_path: Path, cisner: Cisner) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "r1.json").write_text(json.dumps(GOLD), "utf-8")
    (gold / "r1.txt").write_text("Sochi", "utf-8")
    predictions = tmp_path / "records.jsonl"
    predictions.write_text(json.dumps(changed(attendances=GOLD["attendances"][:1])) + "\n", "utf-8")
    table = cisner("evaluate", str(gold), str(predictions))
    assert table.returncode == 0, table.stderr
    assert "Nikol Pashinyan" in table.stdout.decode()
    assert "By status" in table.stdout.decode()
    printed = cisner("evaluate", str(gold), str(predictions), "--format", "json")
    figures = json.loads(printed.stdout)
    assert figures["attendances"]["fn"] == 1
    assert figures["by_language"]["en"]["attendances"] == figures["attendances"]
    assert figures["errors"][0]["kind"] == "missed"
    (tmp_path / "empty").mkdir()
    assert cisner("evaluate", str(tmp_path / "empty"), str(predictions)).returncode == 1


def test_command_extracts_from_reports(tmp_path: Path, cisner: Cisner) -> None:
    text = (
        "President of Kazakhstan Kassym-Jomart Tokayev and President of Uzbekistan Shavkat Mirziyoyev held talks "
        "in Tashkent on December 22, 2022."
    )
    gold = {
        "id": "talks",
        "language": "en",
        "published": "2022-12-22",
        "people": [
            {"person": "Kassym-Jomart Tokayev", "office": "head_of_state", "represents": "KZ"},
            {"person": "Shavkat Mirziyoyev", "office": "head_of_state", "represents": "UZ"},
        ],
        "countries": ["KZ", "UZ"],
    }
    (tmp_path / "talks.txt").write_text(text, "utf-8")
    (tmp_path / "talks.json").write_text(json.dumps(gold), "utf-8")
    lines = tmp_path / "gold.jsonl"
    lines.write_text(json.dumps({**gold, "text": text}) + "\n", "utf-8")
    for arguments in ([tmp_path], [tmp_path, tmp_path], [tmp_path, tmp_path / "talks.txt"], [lines]):
        done = cisner("evaluate", *map(str, arguments), "--format", "json")
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["people"]["f1"] == 1.0


@pytest.mark.skipif(not (SHARED / "tools" / "score.py").is_file(), reason="the shared gold is not here")
@pytest.mark.parametrize("folder", ["seeds", "open"])
def test_figures_agree_with_the_shared_scorer(folder: str, tmp_path: Path, cisner: Cisner) -> None:
    gold = SHARED / "gold" / folder
    predictions = tmp_path / "records.jsonl"
    records = []
    for number, path in enumerate(
        sorted(gold.glob("*.json"))
    ):  # gold with some of it spoilt, so that every measure errs
        record = json.loads(path.read_text("utf-8"))
        spoilt = {key: record[key][number % 2 :] for key in ("people", "agreements", "countries", "dates")}
        for item in record["attendances"][::3]:
            item["status"] = "expected"
        for item in record["meetings"][1::4]:
            item |= {"level": "mixed", "start": "2001", "city": "Minsk"}
        records.append({**record, **spoilt})
    predictions.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records[1:]), "utf-8")
    command = [sys.executable, str(SHARED / "tools" / "score.py"), "score", str(gold), str(predictions), "--json"]
    expected = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    own = json.loads(cisner("evaluate", str(gold), str(predictions), "--format", "json").stdout)
    assert {key: own[key] for key in expected} == expected
