"""`cisner who`, `office`, `body` and `cisner knowledge`, as a user calls them."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def output(result: "subprocess.CompletedProcess[bytes]", code: int = 0) -> str:
    assert result.returncode == code, result.stderr.decode()
    assert b"Traceback" not in result.stderr
    return result.stdout.decode()


def parsed(result: "subprocess.CompletedProcess[bytes]") -> Any:
    return json.loads(output(result))


@pytest.mark.parametrize(
    "name", ["Askar Mamin", "mamin", "Мамин", "Аскар Мамин", "Asqar Mamin", "mamin-askar", "Q527063"]
)
def test_who(cisner: Run, name: str) -> None:
    (person,) = parsed(cisner("who", name, "--format", "json"))
    assert (person["id"], person["wikidata_id"]) == ("mamin-askar", "Q527063")
    assert person["names"]["ru"] == ["Аскар Мамин"]
    assert "Askar Mamin (Q527063)" in output(cisner("who", name))


def test_who_on_a_day(cisner: Run) -> None:
    people = parsed(cisner("who", "Japarov", "--on", "2022-05-01", "--format", "json"))
    assert {p["id"]: [t["office"] for t in p["terms"]] for p in people} == {
        "japarov-sadyr": ["head_of_state"],
        "japarov-akylbek": ["head_of_government"],
    }
    assert "no known office on 1950-01-01" in output(cisner("who", "Askar Mamin", "--on", "1950-01-01"))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Nazarbajew", "Nursultan Nazarbayev"),
        ("Назарбайев", "Nursultan Nazarbayev"),
        ("Lukashenkov Aleksandr", "Alexander Lukashenko"),
    ],
)
def test_suggestions_for_names(cisner: Run, name: str, meant: str) -> None:
    result = cisner("who", name)
    found = output(result, result.returncode) + result.stderr.decode()
    assert meant in found
    if result.returncode:
        (line,) = result.stderr.decode().splitlines()
        assert "did you mean" in line


def test_nobody(cisner: Run) -> None:
    result = cisner("who", "Xyzzy Qwertz")
    assert output(result, 1) == ""
    assert result.stderr.decode() == "cisner: nobody called 'Xyzzy Qwertz' is known\n"


@pytest.mark.parametrize(
    ("title", "state"),
    [("Prime Minister", "KZ"), ("премьер-министр", "Казахстан"), ("head_of_government", "kazakhstan")],
)
def test_office_on_a_day(cisner: Run, title: str, state: str) -> None:
    (holder,) = parsed(cisner("office", title, state, "--on", "2021-11-12", "--format", "json"))
    assert (holder["name"], holder["start"], holder["certain"]) == ("Askar Mamin", "2019-02-21", True)


def test_office_of_all_times(cisner: Run) -> None:
    rows = parsed(cisner("office", "Minister of Finance", "KZ", "--format", "json"))
    assert len(rows) > 5
    assert {row["title"] for row in rows} == {"Minister of Finance"}
    starts = [row["start"] for row in rows]
    assert starts == sorted(starts)
    table = output(cisner("office", "Secretary General", "CSTO"))
    assert "Nikolai Bordyuzha" in table
    assert "(acting)" in table


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("office", "Minister of Fishing", "KZ"), "did you mean Minister of"),
        (("office", "Prime Minister", "Kazahstan"), "did you mean KZ"),
        (
            ("office", "Prime Minister", "KZ", "--on", "1950"),
            "no Prime Minister of KZ is known on 1950-01-01/1950-12-31",
        ),
        (("body", "CISS"), "did you mean CIS"),
        (("body", "KZ"), "is a state"),
    ],
)
def test_what_is_not_found_is_one_line(cisner: Run, arguments: tuple[str, ...], words: str) -> None:
    result = cisner(*arguments)
    assert output(result, 1) == ""
    (line,) = result.stderr.decode().splitlines()
    assert line.startswith("cisner: ")
    assert words in line


@pytest.mark.parametrize(
    "arguments", [("who",), ("who", "A", "--on", "May"), ("office", "President"), ("body",), ("knowledge",)]
)
def test_wrong_usage(cisner: Run, arguments: tuple[str, ...]) -> None:
    output(cisner(*arguments), 2)


def test_body(cisner: Run) -> None:
    body = parsed(cisner("body", "СНГ", "--on", "2008-06-01", "--format", "json"))
    assert body["id"] == "CIS"
    members = {m["country"]: m["status"] for m in body["members"]}
    assert (members["GE"], members["TM"]) == ("member", "associate")
    assert body["chairs"] == [{"year": 2008, "country": "KG"}]
    assert [h["name"] for h in body["heads"]] == ["Sergei Lebedev"]
    table = output(cisner("body", "CIS"))
    for words in ("Georgia", "2009-08-18", "Interparliamentary Assembly", "СНГ"):
        assert words in table


def test_tables_fit_the_terminal(cisner: Run) -> None:
    for arguments in (("who", "Aliyev"), ("office", "President", "KG"), ("body", "CIS")):
        lines = output(cisner(*arguments, env={"COLUMNS": "80"})).splitlines()
        assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    "arguments", [["who", "Zas"], ["office", "President", "KZ"], ["body", "CIS"], ["knowledge", "export"]]
)
def test_look_up_needs_no_spacy(arguments: list[str]) -> None:
    code = "import sys; sys.modules['spacy'] = None; sys.argv[0] = 'cisner'\nfrom cisner.cli import main\nmain()"
    result = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()


def test_info_tells_how_fresh_the_terms_are(cisner: Run) -> None:
    lines = output(cisner("info")).splitlines()
    assert any(line.split() == ["kz.toml", "2026-02"] for line in lines)


# --- keeping it fresh ----------------------------------------------------------------------------------------------


def test_export_import_check(cisner: Run, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(output(cisner("knowledge", "export")))))
    assert len(rows) > 2000
    table = tmp_path / "new.csv"
    table.write_text(
        "country,position,person,wikidata_id,start,end\n"
        "KZ,Prime Minister,Olzhas Bektenov,,2024-02-06,2026-10-01\n"
        "KZ,Prime Minister,Nurzhan Newman,,2026-10-01,\n"
        "KZ,Prime Minister,Wrong One,,2015-10-01,2016-01-01\n",
        "utf-8",
    )
    result = cisner("knowledge", "import", table, "--output", tmp_path / "own", "--as-of", "2026-11")
    assert "2 terms of 2 people are new, 0 were known, 1 left out" in output(result)
    assert "overlaps" in result.stderr.decode()
    own = ("--patterns", tmp_path / "own")
    (holder,) = parsed(cisner("office", "Prime Minister", "KZ", "--on", "2026-10-15", "--format", "json", *own))
    assert holder["name"] == "Nurzhan Newman"
    found = parsed(cisner("knowledge", "check", "--format", "json", *own))
    assert not [f for f in found if f["kind"] == "overlap"]
    assert "0 overlaps" in output(cisner("knowledge", "check"))


def test_check_shows_overlaps_and_ends_with_one(cisner: Run, tmp_path: Path) -> None:
    people = tmp_path / "knowledge" / "people"
    people.mkdir(parents=True)
    people.joinpath("own.toml").write_text(
        '[[person]]\nid = "wrong"\nen = ["Wrong One"]\nterms = [{office = "head_of_state", country = "KZ", '
        'title = "President", start = 2005-01-01, end = 2006-01-01}]\n',
        "utf-8",
    )
    result = cisner("knowledge", "check", "--patterns", tmp_path)
    assert "1 overlaps" in output(result, 1)
    assert "overlaps" in cisner("who", "Zas", "--patterns", tmp_path).stderr.decode()


def test_a_file_that_is_no_table_of_terms(cisner: Run, tmp_path: Path) -> None:
    table = tmp_path / "strange.csv"
    table.write_text("a,b\n1,2\n", "utf-8")
    result = cisner("knowledge", "import", table, "--output", tmp_path / "own")
    assert output(result, 1) == ""
    assert "no column for the person" in result.stderr.decode()
    assert not (tmp_path / "own").exists()
