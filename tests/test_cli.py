"""The command line, as a process: what it prints, where, and how it ends."""

import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import RUSSIAN_TEXT, SAMPLES, TEXT, Builder

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def clean(result: "subprocess.CompletedProcess[bytes]", code: int) -> str:
    """The output of a run that ended with a code and without a traceback."""
    errors = result.stderr.decode()
    assert result.returncode == code, errors
    assert "Traceback" not in errors
    return result.stdout.decode()


def complaint(result: "subprocess.CompletedProcess[bytes]", code: int = 1) -> str:
    """The one line on standard error."""
    clean(result, code)
    (line,) = result.stderr.decode().splitlines()
    assert line.startswith("cisner: ")
    return line


def test_version_and_help(cisner: Run) -> None:
    from cisner import __version__

    assert clean(cisner("--version"), 0) == f"cisner {__version__}\n"
    assert "extract" in clean(cisner("--help"), 0)
    for command in ("extract", "review", "schema", "info"):
        assert command in clean(cisner(command, "--help"), 0)
    clean(cisner(), 2)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["schema"], ["info"], ["review", "records.json"]])
def test_spacy_is_not_imported_where_records_are_enough(arguments: list[str], tmp_path: Path, english: Builder) -> None:
    (tmp_path / "records.json").write_text(english.build().to_json(), "utf-8")
    code = "import sys; sys.modules['spacy'] = None; sys.argv[0] = 'cisner'\nfrom cisner.cli import main\nmain()"
    result = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, cwd=tmp_path, check=False)
    assert result.returncode == 0, result.stderr.decode()


def test_help_loads_nothing_heavy() -> None:
    line = [sys.executable, "-X", "importtime", "-m", "cisner", "--help"]
    told = subprocess.run(line, capture_output=True, text=True, check=True).stderr
    loaded = {row.rpartition("|")[2].strip().partition(".")[0] for row in told.splitlines()}
    assert "cisner" in loaded
    assert not loaded & {"numpy", "pydantic", "pyarrow", "ray", "spacy", "trafilatura"}


def test_schema(cisner: Run) -> None:
    schema = json.loads(clean(cisner("schema"), 0))
    assert schema["properties"]["schema_version"]["const"] == "1.0"


def test_info(cisner: Run, tmp_path: Path) -> None:
    output = clean(cisner("info"), 0)
    for words in ("cisner", "Python", "spacy", "English", "Russian", "patterns", "knowledge/countries.toml"):
        assert words in output
    assert "no such folder" in complaint(cisner("info", env={"CISNER_PATTERNS": str(tmp_path / "none")}))


def test_completion(cisner: Run) -> None:
    environment = {"_CISNER_COMPLETE": "complete_bash", "COMP_WORDS": "cisner ex", "COMP_CWORD": "1"}
    code = "import sys; sys.argv = ['cisner']; from cisner.cli import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env={**os.environ, **environment}, check=False
    )
    assert "extract" in result.stdout.decode().split()


# --- review --------------------------------------------------------------------------------------------------------


def test_review_of_records(cisner: Run, tmp_path: Path, english: Builder, russian: Builder) -> None:
    one, many = tmp_path / "one.json", tmp_path / "many.jsonl"
    one.write_text(english.build().with_text(TEXT).to_json(indent=2), "utf-8")
    assert "|person] stayed away" in clean(cisner("review", one), 0)
    many.write_text(english.build().to_json() + "\n\n" + russian.build().to_json() + "\n", "utf-8")
    output = clean(cisner("review", many), 0)
    assert "Smailov" in output
    assert "Садыр" in output
    assert clean(cisner("review", "-", stdin=many.read_bytes()), 0) == output


def test_review_finds_the_text_of_the_source(cisner: Run, tmp_path: Path, english: Builder) -> None:
    path = tmp_path / "records.json"
    path.write_text(english.build().to_json(), "utf-8")
    assert "stayed away" not in clean(cisner("review", path, cwd=tmp_path), 0)
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    assert "stayed away" in clean(cisner("review", path, cwd=tmp_path), 0)
    assert "stayed away" not in clean(cisner("review", path, "--no-text", cwd=tmp_path), 0)
    (tmp_path / "report.txt").write_text(TEXT + "!", "utf-8")
    assert "stayed away" not in clean(cisner("review", path, cwd=tmp_path), 0)


def test_review_of_broken_records(cisner: Run, tmp_path: Path, english: Builder) -> None:
    good = english.build().to_json()
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join([good, good.replace('"held"', '"done"'), "{"]), "utf-8")
    result = cisner("review", path)
    assert "Smailov" in clean(result, 1)
    first, second = result.stderr.decode().splitlines()
    assert first.startswith(f"cisner: {path}:2: no records: meetings.0.status: ")
    assert second.startswith(f"cisner: {path}:3: no records: ")
    assert "empty" in complaint(cisner("review", "-"))


def test_review_fits_the_terminal(cisner: Run, tmp_path: Path, english: Builder) -> None:
    path = tmp_path / "records.json"
    path.write_text(english.build().with_text(TEXT).to_json(), "utf-8")
    for columns in ("80", "160"):
        output = clean(cisner("review", path, env={"COLUMNS": columns}), 0)
        assert max(map(len, output.splitlines())) <= int(columns)


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colours_on_a_terminal(tmp_path: Path, english: Builder, environment: dict[str, str], coloured: bool) -> None:
    path = tmp_path / "records.json"
    path.write_text(english.build().with_text(TEXT).to_json(), "utf-8")
    output = on_a_terminal(["review", str(path)], {"TERM": "xterm", **environment})
    assert ("\x1b[1;36m" in output) == coloured
    assert ("|person]" in output) != coloured


def on_a_terminal(arguments: list[str], environment: dict[str, str]) -> str:
    """What a command prints on a terminal of its own."""
    inner, outer = pty.openpty()
    base = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "cisner", *arguments],
        stdout=outer,
        stderr=outer,
        env={**base, "COLUMNS": "80", **environment},
    )
    os.close(outer)
    output = b""
    while process.poll() is None or select.select([inner], [], [], 0.1)[0]:
        if select.select([inner], [], [], 0.1)[0]:
            try:
                data = os.read(inner, 65536)
            except OSError:
                break
            output += data
    process.wait()
    os.close(inner)
    return output.decode()


# --- extract: usage ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "a.txt", "--published", "2023-02-30"],
        ["extract", "a.txt", "--published", "8 June"],
        ["extract", "a.txt", "--language", "kk"],
        ["extract", "a.txt", "--format", "xml"],
        ["extract", "a.txt", "--patterns", "nowhere"],
        ["extract", "a.txt", "--output", "nowhere/out.json"],
        ["extract", "a.txt", "--output", "a.txt"],
        ["extract", "a.txt", "--output", "."],
        ["extract", "--nonsense"],
        ["nonsense"],
        ["review"],
    ],
)
def test_wrong_usage_ends_with_two(cisner: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    result = cisner(*arguments, cwd=tmp_path)
    assert clean(result, 2) == ""
    assert "Error: " in result.stderr.decode()
    assert (tmp_path / "a.txt").read_text("utf-8") == TEXT


# --- extract: the whole way ----------------------------------------------------------------------------------------


def test_one_report_is_one_object(cisner: Run, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, "utf-8")
    output = clean(cisner("extract", path, "--published", "2023-06-08"), 0)
    record = json.loads(output)
    assert output.startswith('{\n  "schema_version"')
    assert record["report"]["id"] == "talks"
    assert record["report"]["published"] == "2023-06-08"
    assert "text" not in record["report"]
    lines = clean(cisner("extract", path, "--format", "jsonl"), 0).splitlines()
    assert len(lines) == 1


def test_several_reports_are_json_lines_in_order(cisner: Run, tmp_path: Path) -> None:
    for name, text in (("b", RUSSIAN_TEXT), ("a", TEXT), ("c", TEXT)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    first = cisner("extract", tmp_path, "--with-text", env={"PYTHONHASHSEED": "1"})
    records = [json.loads(line) for line in clean(first, 0).splitlines()]
    assert [record["report"]["id"] for record in records] == ["a", "b", "c"]
    assert [record["report"]["language"] for record in records] == ["en", "ru", "en"]
    assert records[1]["report"]["text"] == RUSSIAN_TEXT
    assert "Кыргызстана" in first.stdout.decode()
    for record in records:
        text = record["report"]["text"]
        assert all(text[e["start"] : e["end"]] == e["text"] for e in record["entities"])
    assert cisner("extract", tmp_path, "--with-text", env={"PYTHONHASHSEED": "2"}).stdout == first.stdout


def test_bad_reports_are_named_and_the_rest_goes_on(cisner: Run, tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"id": "good", "text": TEXT}) + '\n{"id": \n{"id": "none", "text": ""}\n', "utf-8")
    (tmp_path / "de.txt").write_text(
        "Der Kanzler traf sich mit dem Präsidenten und sie sprachen über die Lage.", "utf-8"
    )
    result = cisner("extract", "reports.jsonl", "gone.txt", "de.txt", cwd=tmp_path)
    (line,) = clean(result, 1).splitlines()
    assert json.loads(line)["report"]["id"] == "good"
    errors = result.stderr.decode().splitlines()
    assert [error.split(" ")[1] for error in errors] == ["reports.jsonl:2:", "reports.jsonl:3:", "gone.txt:", "de.txt:"]
    assert "German" in errors[3]


def test_standard_input(cisner: Run) -> None:
    record = json.loads(clean(cisner("extract", "-", stdin=RUSSIAN_TEXT.encode("cp1251")), 0))
    assert (record["report"]["id"], record["report"]["language"]) == ("stdin", "ru")
    assert "no text" in complaint(cisner("extract", "-", stdin=b""))


def test_output_files_appear_whole_or_not_at_all(cisner: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    out = tmp_path / "out.json"
    result = cisner("extract", tmp_path / "a.txt", "--output", out)
    assert clean(result, 0) == ""
    assert json.loads(out.read_text("utf-8"))["report"]["id"] == "a"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "out.json"]
    clean(cisner("extract", tmp_path / "a.txt", "--output", "/dev/null"), 0)
    assert not Path("/dev/null").is_file()


def test_tables(cisner: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    table = clean(cisner("extract", tmp_path / "a.txt", "--format", "table"), 0)
    assert "a · en" in table
    assert "a · en" in clean(cisner("review", tmp_path / "a.txt"), 0)


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": str(n), "text": TEXT}) + "\n" for n in range(200))
    (tmp_path / "r.jsonl").write_text(lines, "utf-8")
    command = (
        f"{sys.executable} -m cisner extract r.jsonl --with-text | head -c 100 >/dev/null; echo ${{PIPESTATUS[0]}}"
    )
    result = subprocess.run(["bash", "-c", command], capture_output=True, cwd=tmp_path, check=False)
    assert result.stdout == b"0\n"
    assert result.stderr == b""


def test_output_is_utf8_whatever_the_locale(cisner: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RUSSIAN_TEXT, "utf-8")
    result = cisner("extract", tmp_path / "a.txt", "--with-text", env={"PYTHONIOENCODING": "latin-1", "LC_ALL": "C"})
    assert "Жапаров" in clean(result, 0)


def test_the_samples(cisner: Run, tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    assert clean(cisner("extract", SAMPLES, "--with-text", "--format", "jsonl", "--output", out), 0) == ""
    output = clean(cisner("review", out), 0)
    for words in ("Roman Golovchenko", "Касым-Жомарт", "Shavkat Mirziyoyev"):
        assert words in output.replace("\n", " ")
