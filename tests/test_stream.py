"""Archives: what they may be, and what a run over one leaves behind."""

import bz2
import csv
import gzip
import io
import json
import lzma
import os
import pty
import re
import sys
import tarfile
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive import archive, start, wait_for_lines
from cisner.errors import Failure, FailureCode
from cisner.report import Fields, Position, Report, Unread, read_pending, read_reports
from cisner.report.remote import bare_address
from cisner.streaming import Progress, Tally
from cisner.streaming.writing import Lines
from conftest import RUSSIAN_TEXT, TEXT

ROWS = [
    {"key": "a", "body": TEXT, "day": "2023-06-08", "language": "en", "other": "1"},
    {"key": "b", "body": RUSSIAN_TEXT, "day": "", "language": "", "other": "2"},
    {"key": "c", "body": "", "day": "", "language": "", "other": "3"},
]
FIELDS = Fields(text="body", id="key", published="day")


def read(*paths: Path | str, fields: Fields | None = None) -> list[Report | Failure]:
    return list(read_reports(paths, fields=fields))


def ids(items: list[Report | Failure]) -> list[str]:
    return [item.report_id if isinstance(item, Failure) else item.id for item in items]


def check_rows(items: list[Report | Failure], path: Path) -> None:
    first, second, third = items
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert isinstance(third, Failure)
    assert (first.id, first.text, first.published, first.language) == ("a", TEXT, date(2023, 6, 8), "en")
    assert (second.id, second.text, second.published) == ("b", RUSSIAN_TEXT, None)
    assert first.source == path.as_posix()
    assert third.code is FailureCode.EMPTY


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = tmp_path / "reports.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(ROWS[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(ROWS)
    items = read(path, fields=FIELDS)
    check_rows(items, path)
    assert isinstance(items[2], Failure)
    assert items[2].line is not None


def test_csv_with_line_breaks_and_short_rows(tmp_path: Path) -> None:
    path = tmp_path / "reports.csv"
    path.write_text('id,text\n1,"One\nTwo ""three"""\n2\n,"Four"\n5,six,seven\n', "utf-8")
    items = read(path)
    assert ids(items) == ["1", "reports:4", "reports:5", "5"]
    assert items[0].text == 'One\nTwo "three"'  # type: ignore[union-attr]
    assert isinstance(items[1], Failure)
    assert items[1].code is FailureCode.FIELD


def test_csv_without_the_column(tmp_path: Path) -> None:
    path = tmp_path / "reports.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    (item,) = read(path)
    assert isinstance(item, Failure)
    assert "no column 'text' (columns: a, b)" in item.message
    assert "--text-field" in item.message
    path.write_bytes(b"")
    assert ids(read(path)) == ["reports"]


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "reports.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(ROWS), path)
    check_rows(read(path, fields=FIELDS), path)
    rows = [{"id": 1, "text": TEXT, "published": date(2023, 6, 8)}] * 600
    parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=100)
    items = read(path)
    assert ids(items)[:3] == ["1", "1#2", "1#3"]
    assert len(items) == 600
    assert items[-1].published == date(2023, 6, 8)  # type: ignore[union-attr]
    path.write_bytes(path.read_bytes()[:-20])
    (broken,) = read(path)
    assert isinstance(broken, Failure)
    assert broken.code is FailureCode.UNREADABLE


@pytest.mark.parametrize(
    ("module", "name", "extra"), [("pyarrow", "a.parquet", "parquet"), ("zstandard", "a.txt.zst", "zst")]
)
def test_what_an_extra_is_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(b"x")
    (item,) = read(tmp_path / name)
    assert isinstance(item, Failure)
    assert item.code is FailureCode.EXTRA
    assert f"cisner[{extra}]" in item.message


def packed(name: str, data: bytes) -> bytes:
    if name.endswith(".zst"):
        return pytest.importorskip("zstandard").ZstdCompressor().compress(data)  # type: ignore[no-any-return]
    return {".gz": gzip.compress, "bz2": bz2.compress, ".xz": lzma.compress, "tgz": gzip.compress}[name[-3:]](data)


@pytest.mark.parametrize("suffix", [".gz", ".zst", ".bz2", ".xz"])
def test_compressed_files(tmp_path: Path, suffix: str) -> None:
    text, lines = tmp_path / f"talks.txt{suffix}", tmp_path / f"reports.JSONL{suffix}"
    text.write_bytes(packed(text.name, RUSSIAN_TEXT.encode("cp1251")))
    lines.write_bytes(packed(lines.name, b"".join(json.dumps({"text": f"{TEXT} {n}"}).encode() + b"\n" for n in "12")))
    assert ids(read(tmp_path)) == ["reports:1", "reports:2", "talks"]
    assert read(text)[0].text == RUSSIAN_TEXT  # type: ignore[union-attr]
    lines.write_bytes(lines.read_bytes()[:-9])
    items = read(lines, text)
    assert isinstance(items[-2], Failure)
    assert items[-2].code is FailureCode.UNREADABLE
    assert isinstance(items[-1], Report)


def tar(path: Path, files: dict[str, bytes]) -> Path:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as file:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            file.addfile(entry, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        file.addfile(link)
    data = buffer.getvalue()
    path.write_bytes(data if path.suffix == ".tar" else packed(path.name, data))
    return path


@pytest.mark.parametrize("suffix", [".tar", ".tar.gz", ".tgz", ".tar.zst"])
def test_archives(tmp_path: Path, suffix: str) -> None:
    files = {
        "2023/a.txt": TEXT.encode(),
        "2024/a.txt": RUSSIAN_TEXT.encode("koi8-r"),
        "./more.jsonl.gz": gzip.compress(json.dumps({"id": "x", "text": TEXT}).encode()),
        "rows.csv": b"text\nOne\nTwo\n",
        "../../evil.txt": TEXT.encode(),
        ".hidden": TEXT.encode(),
        "bad.txt": b"%PDF-1.7",
        "empty.csv": b"",
    }
    path = tar(tmp_path / f"reports{suffix}", files)
    items = read(path)
    expected = ["2023/a", "2024/a", "x", "rows:2", "rows:3", "bad", "empty"]
    assert [id_ for id_ in ids(items) if "evil" not in id_] == expected
    assert items[1].text == RUSSIAN_TEXT  # type: ignore[union-attr]
    assert items[0].source == f"{path.as_posix()}:2023/a.txt"  # type: ignore[union-attr]
    assert list(tmp_path.iterdir()) == [path]


def test_an_archive_that_breaks_off(tmp_path: Path) -> None:
    path = tar(tmp_path / "reports.tar", {f"{n}.txt": TEXT.encode() for n in range(20)})
    path.write_bytes(path.read_bytes()[: 7 * 1024 + 100])
    items = read(path, path)
    assert any(isinstance(item, Report) for item in items)
    assert any(isinstance(item, Failure) for item in items)
    (tmp_path / "none.tar").write_bytes(b"no archive at all")
    (item,) = read(tmp_path / "none.tar")
    assert isinstance(item, Failure)


def test_patterns_of_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.txt", "deep/er/c.txt", "d.jsonl", "deep/e[1].txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('{"text": "x"}', "utf-8")
    assert ids(read(f"{tmp_path}/*.txt")) == ["a", "b"]
    assert ids(read(f"{tmp_path}/**/*.txt")) == ["a", "b", "e[1]", "c"] or set(ids(read(f"{tmp_path}/**/*.txt"))) == {
        "a",
        "b",
        "c",
        "e[1]",
    }
    assert ids(read(tmp_path / "deep/e[1].txt")) == ["e[1]"]
    monkeypatch.chdir(tmp_path)
    assert ids(read("?.txt")) == ["a", "b"]
    (item,) = read("nothing*.txt")
    assert isinstance(item, Failure)
    assert item.code is FailureCode.MISSING
    (item,) = read("**x/[")
    assert isinstance(item, Failure)


def test_addresses(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    for name in ("1.jsonl", "a b/2.jsonl.gz", "a b/c/3.txt", ".hidden/4.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = json.dumps({"id": name, "text": "x"}).encode()
        path.write_bytes(packed(name, data) if name.endswith(".gz") else data)
    root = f"file://{tmp_path}"
    everything = ["1.jsonl", "a b/2.jsonl.gz", "3"]
    for pattern, found in (
        ("", everything),
        ("/", everything),
        ("/*.jsonl", everything[:1]),
        ("/*/*.gz", everything[1:2]),
        ("/**/*.txt", ["4", "3"]),
        ("/a b/**/*", everything[1:]),
        ("/none", ["none"]),
    ):
        assert ids(read(root + pattern)) == found, pattern


def test_addresses_of_other_stores() -> None:
    fsspec = pytest.importorskip("fsspec")
    pytest.importorskip("pyarrow")
    fsspec.filesystem("memory").pipe("/store/x.jsonl", b'{"text": "x"}')
    items = [*read("memory://store"), *read("memory://store/*.jsonl"), *read("no-such-store://x/y.txt")]
    assert ids(items) == ["x:1", "x:1", "y"]
    assert [item.source for item in items[:2]] == ["memory://store/x.jsonl"] * 2


def test_secrets_of_an_address_are_not_shown() -> None:
    assert bare_address("s3://key:secret@store/a/b.txt?endpoint_override=host:1") == "s3://store/a/b.txt"
    assert bare_address("file:///a/b.txt") == "file:///a/b.txt"


def test_renamed_fields_of_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in [*ROWS, {"text": TEXT}]), "utf-8")
    items = read(path, fields=FIELDS)
    check_rows(items[:3], path)
    assert isinstance(items[3], Failure)
    assert "'body' is missing" in items[3].message


def test_a_line_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cisner.report import formats

    monkeypatch.setattr(formats, "_MOST_BYTES", 1000)
    path = tmp_path / "reports.jsonl"
    path.write_text('{"text": "a"}\n' + "x" * 5000 + '\n{"text": "b"}\n' + "y" * 3000, "utf-8")
    items = read(path)
    assert [isinstance(item, Report) for item in items] == [True, False, True, False]
    assert [item.code for item in items if isinstance(item, Failure)] == [FailureCode.TOO_LONG] * 2
    (tmp_path / "a.txt").write_text("x" * 1001, "utf-8")
    (item,) = read(tmp_path / "a.txt")
    assert isinstance(item, Failure)
    assert item.code is FailureCode.TOO_LONG


def test_pages_are_left_to_the_caller(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(f"<html><body><article><p>{TEXT}</p></article></body></html>", "utf-8")
    (tmp_path / "b.html").write_text("<html></html>", "utf-8")
    first, second = read_pending([tmp_path], published=date(2023, 1, 1))
    assert isinstance(first, Unread)
    assert isinstance(second, Unread)
    report, failure = first.read(), second.read()
    assert isinstance(report, Report)
    assert (report.id, report.published) == ("a", date(2023, 1, 1))
    assert isinstance(failure, Failure)
    assert failure.report_id == second.id == "b"


def test_reading_takes_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    with path.open("w") as file:
        for number in range(20_000):
            file.write(json.dumps({"id": f"report-{number}", "text": TEXT}) + "\n")
    tracemalloc.start()
    try:
        count = sum(1 for _ in read_reports([path]))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 20_000
    assert peak < 3_000_000


# --- a run ---------------------------------------------------------------------------------------------------------


def test_a_run_over_a_folder(tmp_path: Path, cisner: Callable[..., Any]) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    archive(folder / "many.jsonl", 5, bad=(1,))
    (folder / "talks.txt").write_text(TEXT, "utf-8")
    out, failed = folder / "out.jsonl", folder / "failed.jsonl"
    for _ in range(2):  # what it writes into the folder it does not read
        result = cisner("extract", folder, "--output", out, "--failures", failed)
        assert result.returncode == 1
        assert result.stdout == b""
        (summary,) = result.stderr.decode().splitlines()
        assert re.match(
            r"cisner: 6 reports, 1 failed, \d+ meetings, \d+ attendances, \d+ problems?, [\d.]+ s$", summary
        )
        records = [json.loads(line)["report"]["id"] for line in out.read_text("utf-8").splitlines()]
        assert records == ["r0", "r2", "r3", "r4", "talks"]
        (failure,) = map(json.loads, failed.read_text("utf-8").splitlines())
        assert (failure["report_id"], failure["line"], failure["code"]) == ("many:2", 2, "json")


def test_fields_and_tables(tmp_path: Path, cisner: Callable[..., Any]) -> None:
    path = tmp_path / "reports.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(ROWS[0]))
        writer.writeheader()
        writer.writerows(ROWS[:2])
    arguments = ("--text-field", "body", "--id-field", "key", "--published-field", "day")
    result = cisner("extract", path, *arguments, "--workers", "0")
    assert result.returncode == 0, result.stderr
    records = [json.loads(line)["report"] for line in result.stdout.decode().splitlines()]
    assert [(r["id"], r["published"], r["language"]) for r in records] == [("a", "2023-06-08", "en"), ("b", None, "ru")]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "parquet"],
        ["--address", "auto"],
        ["--failures", "."],
        ["-o", "x.jsonl.gz"],
        ["--output", "x.jsonl", "--failures", "x.jsonl"],
        ["--failures", "reports.jsonl"],
        ["--workers", "-1"],
        ["--engine", "ray"],
        ["--engine", "ray", "--output", "x", "--resume"],
        ["--engine", "ray", "--output", "x", "--format", "table"],
    ],
)
def test_options_that_do_not_go_together(tmp_path: Path, cisner: Callable[..., Any], arguments: list[str]) -> None:
    archive(tmp_path / "reports.jsonl", 1)
    result = cisner("extract", "reports.jsonl", *arguments, cwd=tmp_path)
    assert result.returncode == 2, result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reports.jsonl"]


def test_records_are_written_as_they_come(tmp_path: Path) -> None:
    reports, out = archive(tmp_path / "reports.jsonl", 5_000), tmp_path / "out.jsonl"
    process = start("extract", reports, "--output", out)
    wait_for_lines(process, out, 10)
    assert process.poll() is None
    process.kill()
    process.communicate()


def test_progress_is_shown_on_a_terminal_only(tmp_path: Path) -> None:
    reports = archive(tmp_path / "reports.jsonl", 400)
    master, slave = pty.openpty()
    command = f"exec {sys.executable} -m cisner extract {reports} --output {tmp_path / 'out.jsonl'}"
    pid = os.fork()
    if pid == 0:  # pragma: no cover
        os.dup2(slave, 2)
        os.dup2(slave, 1)
        os.execvp("sh", ["sh", "-c", command])
    os.close(slave)
    shown = b"".join(_read(master))
    os.waitpid(pid, 0)
    text = shown.decode()
    assert re.search(r"\d+ reports · \d+ a second · \d+% · \d+:\d\d left", text)
    assert "cisner: 400 reports, 0 failed" in text


def _read(descriptor: int) -> Iterator[bytes]:
    try:
        while data := os.read(descriptor, 4096):
            yield data
    except OSError:  # the other end is closed
        return


def test_the_progress_line() -> None:
    tally, position = Tally(), Position(done=25, total=100)
    tally.reports, tally.failed, tally._begin = 3000, 2, tally._begin - 100
    line = Progress(tally, position, shown=False).line()
    assert line == "3,000 reports · 30 a second · 2 failed · 25% · 5:00 left"
    assert Progress(tally, Position(), shown=False).line() == "3,000 reports · 30 a second · 2 failed"


def test_time_left_after_resuming(capsys: pytest.CaptureFixture[str]) -> None:
    tally, position = Tally(), Position(done=600, total=1000)  # what an earlier run has done
    progress = Progress(tally, position, shown=True)
    tally.reports = 1
    progress.update()
    tally.reports, position.done, tally._begin = 200, 800, tally._begin - 100
    assert progress.line() == "200 reports · 2 a second · 80% · 1:40 left"
    assert "1 report · " in capsys.readouterr().err


def test_lines_that_cannot_be_written(tmp_path: Path) -> None:
    from cisner.errors import CisnerError

    with pytest.raises(CisnerError, match="cannot be written"):
        Lines(tmp_path / "none" / "out.jsonl")
