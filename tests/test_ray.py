"""The same records from a Ray cluster, also when a node of it dies in the middle."""

import gzip
import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from archive import archive
from cisner.errors import CisnerError
from cisner.report import Fields, read_pending
from cisner.streaming import Job, Settings, outcomes_of
from conftest import RUSSIAN_TEXT, TEXT

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
ray = pytest.importorskip("ray", reason="the extra ray is not installed: pip install 'cisner[ray]'")

NODE = {"num_cpus": 1, "object_store_memory": 150_000_000}


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two nodes with a processor each, both on this machine."""
    from ray.cluster_utils import Cluster

    # a dead node is noticed after a second, not after a quarter of a minute
    alert = {"health_check_initial_delay_ms": 500, "health_check_period_ms": 500, "health_check_failure_threshold": 2}
    nodes = Cluster(initialize_head=True, head_node_args={**NODE, "include_dashboard": False, "_system_config": alert})
    nodes.add_node(**NODE)
    ray.init(address=nodes.address, log_to_driver=False, logging_level="error")
    nodes.wait_for_nodes()
    yield nodes
    ray.shutdown()
    nodes.shutdown()


def job(*paths: Path, **options: Any) -> Job:
    return Job(paths=[str(path) for path in paths], settings=Settings(), fields=Fields(), **options)


def local(*paths: Path) -> tuple[list[str], list[str]]:
    """Records and ids of failed reports of the local run."""
    outcomes = list(outcomes_of(read_pending(paths), Settings(), 1))
    failed = [outcome.failure.report_id for outcome in outcomes if outcome.failure]
    return sorted(outcome.line for outcome in outcomes if outcome.line), sorted(failed)


def parts(folder: Path) -> tuple[list[str], list[str]]:
    """Records and ids of failed reports in the parts that a cluster has written."""
    records, failed = [], []
    for path in folder.glob("part-*.jsonl"):
        records += path.read_text("utf-8").splitlines()
    for path in folder.glob("failures-*.jsonl"):
        failed += [json.loads(line)["report_id"] for line in path.read_text("utf-8").splitlines()]
    return sorted(records), sorted(failed)


def test_the_same_records(cluster: Any, tmp_path: Path) -> None:
    from cisner.engines.ray import extract_on_ray

    reports = tmp_path / "reports"
    reports.mkdir()
    archive(reports / "many.jsonl", 120, bad=(3, 77))
    archive(reports / "again.jsonl", 30)  # the same ids: they are numbered
    (reports / "a.txt").write_text(TEXT, "utf-8")
    (reports / "c.json").write_text(json.dumps({"id": "a", "text": TEXT}), "utf-8")
    (reports / "b.txt.gz").write_bytes(gzip.compress(RUSSIAN_TEXT.encode("cp1251")))
    (reports / "bad.txt").write_bytes(b"%PDF-1.7")
    (reports / "page.html").write_text(f"<html><body><article><p>{TEXT}</p></article></body></html>", "utf-8")
    failures = tmp_path / "failed.jsonl"
    tally = extract_on_ray(job(reports, failures=failures), str(tmp_path / "out"), as_parquet=False)
    records, failed = local(reports)
    assert sorted(json.loads(line)["report_id"] for line in failures.read_text("utf-8").splitlines()) == failed
    assert parts(tmp_path / "out") == (records, failed)
    assert (tally.reports, tally.failed) == (len(records) + len(failed), len(failed))
    assert tally.attendances == sum(len(json.loads(record)["attendances"]) for record in records)
    with pytest.raises(CisnerError, match="parts of an earlier run"):
        extract_on_ray(job(reports), str(tmp_path / "out"), as_parquet=False)


def test_parquet_from_and_to_an_address(cluster: Any, tmp_path: Path) -> None:
    from pyarrow import Table, parquet

    from cisner.engines.ray import extract_on_ray

    rows = [{"key": f"r{n}", "body": TEXT, "day": "2023-06-08"} for n in range(50)]
    parquet.write_table(Table.from_pylist(rows), tmp_path / "reports.parquet")
    given = Job(
        paths=[f"file://{tmp_path}/*.parquet"],
        settings=Settings(with_text=True),
        fields=Fields("body", "key", "day"),
    )
    extract_on_ray(given, f"file://{tmp_path / 'out'}", as_parquet=True)
    table = parquet.read_table(tmp_path / "out")
    assert sorted(table["report_id"].to_pylist()) == sorted(row["key"] for row in rows)
    for row in table.to_pylist():
        record = json.loads(row["record"])
        assert record["report"]["text"] == TEXT
        assert record["report"]["published"] == "2023-06-08"
        assert len(record["attendances"]) == row["attendances"]


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    from cisner.engines import parts as writing

    monkeypatch.setattr(writing, "_ROWS", 50)


@pytest.mark.usefixtures("small_parts")
def test_a_node_that_is_killed(cluster: Any, tmp_path: Path) -> None:
    for rows in (125, 500, 2000):  # a machine may be done before its node dies: then it gets more to do
        doomed = cluster.add_node(**NODE)
        cluster.wait_for_nodes()
        reports, out = tmp_path / f"reports-{rows}", tmp_path / f"out-{rows}"
        reports.mkdir()
        for number in range(16):
            archive(reports / f"{number}.jsonl", rows, bad=(7,))  # ids that repeat from file to file
        tally, killed = _extract_and_kill(cluster, doomed, reports, out)
        assert (tally.reports, tally.failed) == (16 * rows, 16)
        assert parts(out) == local(reports)
        if killed:
            return
    pytest.fail("the node outlived all the work")


def _extract_and_kill(cluster: Any, doomed: Any, reports: Path, out: Path) -> tuple[Any, bool]:
    """Run an extraction and kill a node in the middle of it; whether it died before the end."""
    from ray._private.state import available_resources_per_node

    from cisner.engines.ray import extract_on_ray

    done = threading.Event()
    killed = []

    def kill() -> None:
        """Kills the node once an actor is at work on it and some reports are done."""
        while not done.is_set():
            is_taken = available_resources_per_node().get(doomed.node_id, {}).get("CPU", 1.0) < 0.5
            if is_taken and len(list(out.glob("part-*"))) > 3:
                cluster.remove_node(doomed, allow_graceful=False)
                killed.append(not done.is_set())
                return
            time.sleep(0.05)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        tally = extract_on_ray(job(reports), str(out), as_parquet=False)
    finally:
        done.set()
        thread.join()
    return tally, killed == [True]


def test_what_a_cluster_cannot_read(cluster: Any, tmp_path: Path) -> None:
    from cisner.engines.ray import extract_on_ray

    with pytest.raises(CisnerError, match="standard input"):
        extract_on_ray(job(Path("-")), str(tmp_path / "out"), as_parquet=False)
    tally = extract_on_ray(job(tmp_path / "none.txt"), str(tmp_path / "out"), as_parquet=False)
    assert (tally.reports, tally.failed) == (1, 1)


def test_the_command(cluster: Any, tmp_path: Path, cisner: Callable[..., Any]) -> None:
    reports = archive(tmp_path / "reports.jsonl", 20, bad=(2,))
    address = ("--engine", "ray", "--address", cluster.address)
    result = cisner("extract", reports, *address, "--output", tmp_path / "out", "--format", "jsonl")
    assert result.returncode == 1, result.stderr
    assert result.stderr.decode().splitlines()[-1].startswith("cisner: 20 reports, 1 failed")
    assert parts(tmp_path / "out") == local(reports)
