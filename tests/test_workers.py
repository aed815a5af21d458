"""Several processes: the same bytes, and an orderly end whatever happens."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import archive, lines_in, start, wait_for_lines
from cisner.errors import CisnerError, Failure
from cisner.report import Report, read_pending
from cisner.streaming import Outcome, Settings, Worker, outcomes_of, pool
from cisner.streaming.pool import Pool
from conftest import TEXT


def fingerprints(outcomes: Iterator[Outcome]) -> list[str]:
    return [outcome.line or str(outcome.failure) for outcome in outcomes]


def test_the_number_of_workers_does_not_show(tmp_path: Path) -> None:
    path = archive(tmp_path / "reports.jsonl", 200, bad=(3, 199))
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><article><p>{TEXT}</p></article></body></html>", "utf-8")
    one = fingerprints(outcomes_of(read_pending([path, page]), Settings(with_text=True), 1))
    assert len(one) == 201
    for workers in (2, 5):
        assert fingerprints(outcomes_of(read_pending([path, page]), Settings(with_text=True), workers)) == one


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_other_ways_to_start_a_process(tmp_path: Path, method: str) -> None:
    path = archive(tmp_path / "reports.jsonl", 4)
    with Pool(Settings(), 2, start_method=method) as processes:
        outcomes = list(processes.work(read_pending([path])))
    assert outcomes == list(outcomes_of(read_pending([path]), Settings(), 1))


def test_no_reports() -> None:
    assert list(outcomes_of([], Settings(), 2)) == []


class Deadly(Worker):
    """Ends its process at one report."""

    def do(self, item: object) -> Outcome:
        if isinstance(item, Report) and "deadly" in item.id:
            os.kill(os.getpid(), signal.SIGKILL)
        return Outcome(line=item.id if isinstance(item, Report) else "other")


def test_a_report_that_kills_its_process_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "Worker", Deadly)
    ids = [f"deadly {n}" if n in (0, 5, 199) else f"r{n}" for n in range(200)]
    with Pool(Settings(), 2, start_method="fork") as processes:
        outcomes = list(processes.work(Report(id=id_, text=TEXT) for id_ in ids))
    assert [o.line or o.failure.report_id for o in outcomes] == ids  # type: ignore[union-attr]
    failures = [o.failure for o in outcomes if o.failure is not None]
    assert [f.report_id for f in failures] == ["deadly 0", "deadly 5", "deadly 199"]
    assert "code -9" in failures[0].message


def test_processes_that_never_live_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "Worker", Deadly)
    with Pool(Settings(), 2, start_method="fork") as processes, pytest.raises(CisnerError, match="code -9"):
        list(processes.work(Report(id="deadly", text=TEXT) for _ in range(20)))


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_whole_lines_and_no_processes(tmp_path: Path, workers: str) -> None:
    reports, out = archive(tmp_path / "reports.jsonl", 20_000), tmp_path / "out.jsonl"
    process = start("extract", reports, "--output", out, "--workers", workers)
    wait_for_lines(process, out, 20)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors.decode().splitlines()[-1].startswith("cisner: stopped: what is done is in")
    assert b"Traceback" not in errors
    assert out.read_bytes().endswith(b"}\n")
    assert 20 <= lines_in(out) < 20_000
    assert not alive(process.pid)


def test_processes_end_when_the_parent_is_killed(tmp_path: Path) -> None:
    reports, out = archive(tmp_path / "reports.jsonl", 20_000), tmp_path / "out.jsonl"
    process = start("extract", reports, "--output", out, "--workers", "2")
    wait_for_lines(process, out, 20)
    process.kill()
    process.communicate(timeout=30)
    deadline = time.monotonic() + 20
    while alive(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(process.pid)


def test_failures_pass_through() -> None:
    gone = Failure("gone", None, "missing", "no such file or folder")  # type: ignore[arg-type]
    (outcome,) = outcomes_of([gone], Settings(), 1)
    assert outcome == Outcome(failure=gone)
