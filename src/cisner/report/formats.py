"""From an open file to reports: texts, web pages, JSON, JSON Lines, tables and archives."""

import codecs
import io
import json
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import BinaryIO, cast

from cisner.decoding import decode, decode_page, is_json
from cisner.errors import Failure, FailureCode, ReportError
from cisner.report.files import Source, unpack
from cisner.report.model import Report, to_report
from cisner.report.pieces import buffered
from cisner.report.tables import Row, csv_rows, parquet_rows

_MOST_BYTES = 64_000_000  # of one report, in whatever encoding or markup
_LINES = (".jsonl", ".ndjson")
_BLOCK = 65_536


@dataclass(frozen=True, slots=True)
class Fields:
    """What JSON Lines and tables call the fields of a report.

    Attributes:
        text: The text.
        id: The name of the report.
        published: The day of publication.
    """

    text: str = "text"
    id: str = "id"
    published: str = "published"

    def renamed(self, row: Row) -> Row:
        """The row with cisner's own names of the fields."""
        ours = {"text": self.text, "id": self.id, "published": self.published}
        if all(name == theirs for name, theirs in ours.items()):
            return row
        if self.text not in row:
            raise ReportError(FailureCode.FIELD, f"the field {self.text!r} is missing")
        rest = {name: value for name, value in row.items() if name not in ours}
        return rest | {name: row[theirs] for name, theirs in ours.items() if theirs in row}


@dataclass(frozen=True, slots=True)
class WebPage:
    """A web page whose text has not been looked for yet, which takes longer than extracting from it."""

    source: Source
    data: bytes

    def report(self) -> Report:
        """The report on the page.

        Raises:
            ReportError: There is none.
        """
        page = decode_page(self.data)
        fields = {"text": page.text, "source": self.source.shown, "title": page.title, "published": page.published}
        return to_report(fields, id=self.source.id)


Item = Report | Failure | WebPage


def read_file(file: BinaryIO, source: Source, fields: Fields) -> Iterator[Item]:
    """The reports of a file, by the suffix of its name.

    Args:
        file: The file as it is on disk.
        source: What it is called.
        fields: What it calls the fields of a report.

    Raises:
        Exception: It cannot be read any further.
    """
    stream = unpack(file, source.shown)
    suffix = ".tar" if source.suffix == ".tgz" else source.suffix
    if suffix == ".tar":
        yield from _members(stream, source, fields)
    elif suffix in _LINES:
        yield from read_lines(source, byte_lines(stream), fields)
    elif suffix in (".csv", ".tsv"):
        yield from _read_rows(csv_rows(stream, fields.text), source, fields)
    elif suffix == ".parquet":
        wanted = {fields.text, fields.id, fields.published, "source", "language", "title"}
        seekable = stream if stream.seekable() and stream is file else io.BytesIO(read_whole(stream))
        yield from _read_rows(parquet_rows(seekable, fields.text, wanted), source, fields)
    elif suffix == ".json":
        yield json_report(decode(read_whole(stream)), source, source.id, fields)
    elif suffix in (".html", ".htm"):
        yield WebPage(source, read_whole(stream))
    else:
        yield text_report(read_whole(stream), source)


def read_lines(source: Source, lines: Iterable[bytes | None], fields: Fields) -> Iterator[Report | Failure]:
    """The reports of JSON Lines, a failure for each line that holds none."""
    found = False
    for number, line in enumerate(lines, 1):
        if line is not None and not line.strip():
            continue
        found = True
        try:
            yield json_report(decode(_not_too_long(line)), source, f"{source.id}:{number}", fields)
        except ReportError as error:
            yield source.failure(error, line=number)
    if not found:
        raise ReportError(FailureCode.EMPTY, "no reports in this file")


def byte_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream, in an encoding in which a line feed is one byte; None for one that is too long."""
    first = stream.readline(_MOST_BYTES)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from io.BytesIO(decode(first + stream.read(_MOST_BYTES)).encode())
        return
    line = first.removeprefix(codecs.BOM_UTF8)
    while line:
        if len(line) < _MOST_BYTES or line.endswith(b"\n"):
            yield line
        else:
            yield None
            while line and not line.endswith(b"\n"):
                line = stream.readline(_MOST_BYTES)
        line = stream.readline(_MOST_BYTES)


def json_report(text: str, source: Source, id_: str, fields: Fields) -> Report:
    """The report in a JSON object.

    Raises:
        ReportError: There is none.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg} (column {error.colno})"
        raise ReportError(FailureCode.JSON, message, line=error.lineno) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, a thousand brackets
        raise ReportError(FailureCode.JSON, "not JSON that a report could be in") from None
    if not isinstance(data, dict):
        raise ReportError(FailureCode.JSON, "a report is a JSON object with the field 'text'")
    return to_report({"source": source.shown, **fields.renamed(data)}, id=id_)


def text_report(data: bytes, source: Source) -> Report:
    """The report that a file is as a whole.

    Raises:
        ReportError: It is no text.
    """
    return to_report({"text": decode(data), "source": source.shown}, id=source.id)


def read_whole(stream: BinaryIO) -> bytes:
    """The rest of a stream.

    Raises:
        ReportError: It is too long for a report.
    """
    return _not_too_long(data if len(data := stream.read(_MOST_BYTES + 1)) <= _MOST_BYTES else None)


def _not_too_long(data: bytes | None) -> bytes:
    if data is None:
        raise ReportError(FailureCode.TOO_LONG, f"more than {_MOST_BYTES // 1_000_000} MB are no report")
    return data


def _read_rows(rows: Iterable[tuple[int, Row]], source: Source, fields: Fields) -> Iterator[Report | Failure]:
    found = False
    for number, row in rows:
        found = True
        try:
            yield to_report({"source": source.shown, **fields.renamed(row)}, id=f"{source.id}:{number}")
        except ReportError as error:
            yield source.failure(error, line=number)
    if not found:
        raise ReportError(FailureCode.EMPTY, "no reports in this file")


def _members(stream: BinaryIO, source: Source, fields: Fields) -> Iterator[Item]:
    """The reports of the files in an archive, in their order there; it is read once, from front to back."""
    found = False
    watched = _Watched(stream)
    with tarfile.open(fileobj=cast(BinaryIO, watched), mode="r|") as archive:
        for entry in archive:
            member = source.member(entry.name)
            hidden = any(part.startswith(".") and part not in (".", "..") for part in entry.name.split("/"))
            if hidden or not entry.isfile():
                continue
            found = True
            content = archive.extractfile(entry)
            assert content is not None
            try:
                yield from read_file(buffered(iter(partial(content.read, _BLOCK), b"")), member, fields)
            except tarfile.TarError:
                raise
            except Exception as error:
                yield member.failure(error)
    if any(watched.last):
        raise ReportError(FailureCode.UNREADABLE, "cannot be read to its end: the archive breaks off")
    if not found:
        raise ReportError(FailureCode.EMPTY, "no reports in this archive")


class _Watched:
    """A stream that keeps the last block that was read: zeros at the end of an archive that is whole."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.last = b""

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self.last = data[-tarfile.BLOCKSIZE :] or self.last
        return data


def read_stream(stream: BinaryIO, source: Source, fields: Fields) -> Iterator[Report | Failure]:
    """The reports of standard input: JSON Lines or one JSON object if it begins with a brace, else one text."""
    lines = byte_lines(stream)
    head: list[bytes] = []
    for line in lines:
        head.append(_not_too_long(line))
        if head[-1].strip():
            break
    if not head or not head[-1].lstrip().startswith(b"{"):
        yield text_report(b"".join(chain(head, map(_not_too_long, lines))), source)
    elif is_json(head[-1]):
        yield from read_lines(source, chain(head, lines), fields)
    else:
        rest = [*head, *map(_not_too_long, lines)]
        if is_json(b"".join(rest)):  # one object over several lines
            yield json_report(decode(b"".join(rest)), source, source.id, fields)
        else:
            yield from read_lines(source, rest, fields)
