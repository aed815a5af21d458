"""The output of a cluster: a folder of parts, each written by one task."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet
from pyarrow.fs import FileSelector
from ray.data import Datasink
from ray.data.block import BlockAccessor

from cisner.errors import CisnerError
from cisner.report.remote import is_remote, located
from cisner.streaming import Tally

COLUMNS = {
    "report_id": pa.string(),
    "meetings": pa.int32(),
    "attendances": pa.int32(),
    "problems": pa.int32(),
    "record": pa.string(),
    "failure": pa.string(),
}
_ROWS = 5_000  # reports in a part, at least
_COUNTS = ("meetings", "attendances", "problems")


class PartsSink(Datasink):  # type: ignore[misc]
    """Writes ``part-000000.jsonl`` or ``.parquet`` and, where reports failed, ``failures-000000.jsonl``.

    Args:
        folder: Path of the folder or its address in an object store.
        as_parquet: Whether to write Parquet.
    """

    def __init__(self, folder: str, *, as_parquet: bool) -> None:
        self._as_parquet = as_parquet
        self._folder = folder
        self.tally = Tally()
        filesystem, path = _place(folder)
        filesystem.create_dir(path, recursive=True)
        if any(entry.base_name.startswith("part-") for entry in filesystem.get_file_info(FileSelector(path))):
            raise CisnerError(f"{folder}: there are parts of an earlier run")

    def write(self, blocks: Iterable[Any], ctx: Any) -> dict[str, int]:
        """Writes one part; called where the task runs."""
        table = pa.concat_tables([_table(block) for block in blocks])
        failed = pa.compute.not_equal(table["failure"], "")
        records, failures = table.filter(pa.compute.invert(failed)), table.filter(failed)
        name = f"{ctx.task_idx:06}"
        if records.num_rows and self._as_parquet:
            filesystem, path = _place(self._folder)
            parquet.write_table(records.drop_columns("failure"), f"{path}/part-{name}.parquet", filesystem=filesystem)
        elif records.num_rows:
            self._write_lines(f"part-{name}.jsonl", records["record"])
        if failures.num_rows:
            self._write_lines(f"failures-{name}.jsonl", failures["failure"])
        counts = {count: pa.compute.sum(table[count]).as_py() or 0 for count in _COUNTS}
        return {"reports": table.num_rows, "failed": failures.num_rows, **counts}

    def _write_lines(self, name: str, lines: pa.ChunkedArray) -> None:
        filesystem, path = _place(self._folder)
        with filesystem.open_output_stream(f"{path}/{name}") as file:
            for chunk in lines.iterchunks():
                file.write("".join(f"{line}\n" for line in chunk.to_pylist()).encode())

    def on_write_complete(self, write_result: Any) -> None:
        """Adds up what the tasks have counted."""
        for counts in write_result.write_returns:
            for name, count in counts.items():
                setattr(self.tally, name, getattr(self.tally, name) + count)

    @property
    def min_rows_per_write(self) -> int:
        """Parts are not too small."""
        return _ROWS


def failures_in(folder: str) -> Iterator[str]:
    """The lines about failed reports that were written into a folder of parts."""
    filesystem, path = _place(folder)
    names = sorted(entry.path for entry in filesystem.get_file_info(FileSelector(path)))
    for name in names:
        if name.rpartition("/")[2].startswith("failures-"):
            with filesystem.open_input_stream(name) as file:
                yield from io.TextIOWrapper(file, "utf-8")


def _table(block: Any) -> pa.Table:
    table = BlockAccessor.for_block(block).to_arrow()
    return table.select(list(COLUMNS)).cast(pa.schema(list(COLUMNS.items())))


def _place(folder: str) -> tuple[Any, str]:
    return located(folder if is_remote(folder) else Path(folder).absolute().as_uri())
