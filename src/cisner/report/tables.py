"""Rows of CSV and Parquet files."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import BinaryIO, cast

from cisner.decoding import encoding_of
from cisner.errors import FailureCode, ReportError

_SAMPLE = 65_536  # bytes from which the encoding of a table is told
_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 50_000_000  # characters
_ROWS = 256  # of a Parquet file that are in memory at a time

Row = Mapping[str, object]


def csv_rows(stream: BinaryIO, needed: str) -> Iterator[tuple[int, Row]]:
    """The rows of a CSV file with a header, each with the number of its last line.

    Comma, semicolon, tab and bar are recognised as delimiters, by the header.

    Args:
        stream: The file.
        needed: A column that has to be there.

    Raises:
        ReportError: The file is empty, in no known encoding, or without the column.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    sample = buffered.peek(_SAMPLE)
    if not sample.strip():
        raise ReportError(FailureCode.EMPTY, "no reports in this file")
    csv.field_size_limit(_LONGEST_FIELD)  # of the whole process: the module has no other
    encoding = encoding_of(sample)
    text = io.TextIOWrapper(buffered, encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="")
    header = text.readline()
    delimiter = max(_DELIMITERS, key=header.count)
    columns = next(csv.reader([header], delimiter=delimiter), [])
    _check(columns, needed)
    rows = csv.DictReader(text, columns, delimiter=delimiter)
    for row in rows:
        yield rows.line_num + 1, {name: value for name, value in row.items() if name}


def parquet_rows(file: str | BinaryIO, needed: str, wanted: set[str]) -> Iterator[tuple[int, Row]]:
    """The rows of a Parquet file with their numbers.

    Args:
        file: The file, or its path.
        needed: A column that has to be there.
        wanted: The columns to read.

    Raises:
        ReportError: The extra ``parquet`` is not installed, or the column is missing.
    """
    try:
        from pyarrow import parquet
    except ImportError:
        message = "reading .parquet files needs an extra: pip install 'cisner[parquet]'"
        raise ReportError(FailureCode.EXTRA, message) from None
    with parquet.ParquetFile(file) as table:
        names = list(table.schema_arrow.names)
        _check(names, needed)
        batches = table.iter_batches(batch_size=_ROWS, columns=[name for name in names if name in wanted])
        yield from enumerate(chain.from_iterable(batch.to_pylist() for batch in batches), 1)


def _check(columns: list[str], needed: str) -> None:
    if needed not in columns:
        shown = ", ".join(columns[:20]) or "none"
        message = f"there is no column {needed!r} (columns: {shown}): name it with --text-field"
        raise ReportError(FailureCode.FIELD, message)
