"""Going on after a stop: nothing twice, nothing lost, the same file as without a stop."""

import random
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from archive import archive, lines_in, start, wait_for_lines
from cisner.errors import CisnerError, Failure, FailureCode
from cisner.report import Report
from cisner.streaming import Done, done_before, remaining

REPORTS = 300
BAD = (0, 7, 8, 150, 299)


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, bytes]:
    folder = tmp_path_factory.mktemp("unbroken")
    reports = archive(folder / "reports.jsonl", REPORTS, bad=BAD)
    process = start("extract", reports, "--output", folder / "out.jsonl", "--failures", folder / "failed.jsonl")
    process.communicate(timeout=120)
    assert process.returncode == 1
    output, failures = (folder / "out.jsonl").read_bytes(), (folder / "failed.jsonl").read_bytes()
    assert (output.count(b"\n"), failures.count(b"\n")) == (REPORTS - len(BAD), len(BAD))
    return reports, output, failures


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_again_and_again(unbroken: tuple[Path, bytes, bytes], tmp_path: Path, workers: int) -> None:
    reports, output, failures = unbroken
    out, failed = tmp_path / "out.jsonl", tmp_path / "failed.jsonl"
    arguments = ("extract", reports, "--output", out, "--failures", failed, "--workers", str(workers), "--resume")
    for number in sorted(random.Random(workers).sample(range(1, REPORTS - 20), 3)):
        process = start(*arguments)
        wait_for_lines(process, out, number)
        process.kill()
        process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL
    assert 0 < lines_in(out) < REPORTS
    process = start(*arguments)
    process.communicate(timeout=120)
    assert process.returncode == 1
    assert out.read_bytes() == output
    assert failed.read_bytes() == failures


def test_a_half_line_is_cut(unbroken: tuple[Path, bytes, bytes], tmp_path: Path) -> None:
    reports, output, _ = unbroken
    out = tmp_path / "out.jsonl"
    for end in (100, output.index(b"\n") + 1, len(output) // 2, len(output) - 1):
        out.write_bytes(output[:end])
        process = start("extract", reports, "--output", out, "--resume")
        process.communicate(timeout=120)
        assert out.read_bytes() == output, end


def test_records_of_other_reports_are_left_alone(
    unbroken: tuple[Path, bytes, bytes], tmp_path: Path, cisner: Callable[..., object]
) -> None:
    _, output, _ = unbroken
    out = tmp_path / "out.jsonl"
    out.write_bytes(output)
    other = archive(tmp_path / "other.jsonl", 3)
    other.write_text(other.read_text().replace('"r', '"s'))
    process = start("extract", other, "--output", out, "--resume")
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 1
    assert b"records of other reports" in errors
    assert b"Traceback" not in errors
    assert out.read_bytes() == output
    out.write_bytes(b"no records\n")
    process = start("extract", other, "--output", out, "--resume")
    _, errors = process.communicate(timeout=120)
    assert b"no line of an earlier run" in errors
    assert out.read_bytes() == b"no records\n"


@pytest.mark.parametrize("arguments", [["--resume"], ["--resume", "--output", "out.txt", "--format", "table"]])
def test_what_cannot_be_gone_on_with(tmp_path: Path, arguments: list[str]) -> None:
    archive(tmp_path / "reports.jsonl", 1)
    process = start("extract", "reports.jsonl", *arguments, cwd=tmp_path)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    assert b"--resume" in errors


def report(id_: str) -> Report:
    return Report(id=id_, text="text")


def failure(id_: str) -> Failure:
    return Failure(id_, None, FailureCode.EMPTY, "the report has no text")


def left(items: list[Report | Failure], records: list[str], failures: list[str] | None) -> list[str]:
    done = Done(Path("out"), iter(records), iter(failures) if failures is not None else None)
    return [item.report_id if isinstance(item, Failure) else item.id for item in remaining(items, done)]


def test_remaining() -> None:
    items: list[Report | Failure] = [report("a"), failure("b"), report("c"), failure("d"), report("e")]
    assert left(items, [], None) == ["a", "b", "c", "d", "e"]
    assert left(items, ["a"], None) == ["b", "c", "d", "e"]
    assert left(items, ["a", "c"], None) == ["d", "e"]
    assert left(items, ["a", "c"], ["b"]) == ["d", "e"]
    assert left(items, ["a", "c"], ["b", "d"]) == ["e"]
    assert left(items, ["a", "c"], []) == ["b", "d", "e"]
    assert left(items, [], ["b"]) == ["a", "c", "d", "e"]
    assert left(items, ["a", "c", "e"], ["b", "d"]) == []
    with pytest.raises(CisnerError, match="other reports"):
        left(items, ["c", "a"], ["b"])


def test_nothing_is_done_before_the_first_run(tmp_path: Path) -> None:
    done = done_before(tmp_path / "out.jsonl", tmp_path / "failed.jsonl")
    assert list(done.records) == list(done.failures or ()) == []
