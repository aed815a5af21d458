"""Extraction on a Ray cluster: tasks read files, a pool of actors makes records, tasks write them in parts.

What is read and what becomes of a report is the code of the local run. The work of a node that dies Ray gives to
another one; a part that is written again has the same name.
"""

import logging
import os
import pickle
import sys
import warnings
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from cisner.errors import CisnerError, FailureCode, ReportError
from cisner.records import Language
from cisner.report import Fields
from cisner.report.files import STDIN, sources
from cisner.report.reading import identified, read_source
from cisner.streaming import Job, Lines, Settings, Tally, Worker, failure_line

_BATCH = 64  # reports that an actor takes at a time
_MOST_FILES = 32  # that one task reads
_MOST_TASKS = 1_000  # that read
_BLOCK_BYTES = 2_000_000  # of reports or records between two steps: some seconds of work
_ACTOR, _TASK = 0.9, 0.05  # processors

Batch = dict[str, list[Any]]


def extract_on_ray(job: Job, folder: str, *, as_parquet: bool, address: str | None = None) -> Tally:
    """Runs a job on a cluster.

    Args:
        job: What to do; its output does not count here.
        folder: Where the parts go: a path, or an address in an object store.
        as_parquet: Whether the parts are Parquet files rather than JSON Lines.
        address: Of the cluster; without it Ray looks for one and else starts one on this machine.

    Returns:
        What was counted.

    Raises:
        CisnerError: The extra ``ray`` is not installed, or the folder has parts already.
    """
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # what Ray says of itself while all goes well
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    try:
        import ray
        from ray import data

        from cisner.engines.ids import repeated_ids
        from cisner.engines.parts import PartsSink, failures_in
    except ImportError:
        raise ReportError(FailureCode.EXTRA, "the engine ray needs an extra: pip install 'cisner[ray]'") from None
    files = list(sources(job.paths))
    if any(source.path == STDIN for source in files):
        raise CisnerError("standard input cannot be read on a cluster")
    sink = PartsSink(folder, as_parquet=as_parquet)
    if not ray.is_initialized():
        ray.init(address=address, include_dashboard=False, log_to_driver=False, logging_level="error")
    _set_up(data.DataContext.get_current())
    processors = max(1, int(ray.cluster_resources().get("CPU", 1)))
    actors = job.workers if job.workers > 1 else processors
    repeated = repeated_ids(files, job.fields)
    rows = [{"source": pickle.dumps((source, repeated.get(number)))} for number, source in enumerate(files)]
    read = partial(_read, fields=job.fields, published=job.published, language=job.language)
    warnings.filterwarnings("ignore", module=r"ray\.")  # hints for those who wrote the code below
    (
        data.from_items(rows, override_num_blocks=min(len(files), _MOST_TASKS))
        .map_batches(read, batch_size=max(1, min(_MOST_FILES, len(files) // (4 * actors))), num_cpus=_TASK)
        .map_batches(
            Extraction,
            fn_constructor_args=(job.settings,),
            batch_size=_BATCH,
            compute=data.ActorPoolStrategy(size=actors),
            num_cpus=_ACTOR,
        )
        .write_datasink(sink, ray_remote_args={"num_cpus": _TASK})
    )
    if job.failures is not None:
        with Lines(job.failures) as lines:
            for line in failures_in(folder):
                lines.put(line.rstrip("\n"))
    return sink.tally


def _set_up(context: Any) -> None:
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context.target_max_block_size = _BLOCK_BYTES
    shown = sys.stderr.isatty()
    context.enable_progress_bars = shown
    context.print_on_execution_start = shown


def _read(batch: dict[str, Any], fields: Fields, published: date | None, language: Language | None) -> Iterator[Batch]:
    """A task: the reports of some files, in pieces, as they are read."""
    for packed in batch["source"]:
        source, repeated = pickle.loads(packed)
        items: list[bytes] = []
        for item in identified(read_source(source, fields), published, language, repeated):
            items.append(pickle.dumps(item))
            if len(items) == _BATCH:
                yield {"item": items}
                items = []
        yield {"item": items}


class Extraction:
    """An actor: reports in, records out. It loads a pipeline once.

    Args:
        settings: How to extract.
    """

    def __init__(self, settings: Settings) -> None:
        self._worker = Worker(settings)

    def __call__(self, batch: dict[str, Any]) -> Batch:
        """The outcomes of a batch of reports."""
        out: Batch = {name: [] for name in ("report_id", "meetings", "attendances", "problems", "record", "failure")}
        for packed in batch["item"]:
            item = pickle.loads(packed)
            outcome = self._worker.do(item)
            out["report_id"].append(item.report_id if hasattr(item, "report_id") else item.id)
            out["meetings"].append(outcome.meetings)
            out["attendances"].append(outcome.attendances)
            out["problems"].append(outcome.problems)
            out["record"].append(outcome.line or "")
            out["failure"].append(failure_line(outcome.failure) if outcome.failure else "")
        return out
