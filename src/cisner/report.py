"""Reports: what one is, and reading them from files, folders and standard input.

Reading does not raise for a single bad report: a `Failure` takes its place in the stream.
"""

import codecs
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict

from cisner.decoding import decode, decode_page
from cisner.errors import Failure, FailureCode, ReportError
from cisner.records import Language

_STDIN = Path("-")
_NOWHERE = Path("''")  # what is shown for an empty path, which pathlib would take for the working folder
_FOLDER_SUFFIXES = frozenset({".txt", ".html", ".htm", ".json", ".jsonl"})


class Report(BaseModel):
    """A report to extract records from.

    Attributes:
        id: Name of the report in the output.
        text: The text; offsets in the records are code points of it.
        published: Day of publication, which relative and yearless dates are resolved against.
        source: File or address that it came from.
        language: Language, if it is known; otherwise it is detected.
        title: Headline, if it is not part of the text.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    text: str
    published: date | None = None
    source: str | None = None
    language: Language | None = None
    title: str | None = None


def to_report(item: Report | Mapping[str, object] | str, *, id: str = "report") -> Report:  # noqa: A002
    """Makes a checked report of a text, of a mapping with the fields of `Report`, or of a report.

    Fields that a report does not have are passed over.

    Args:
        item: The text, mapping or report.
        id: The id, where the item has none of its own.

    Raises:
        ReportError: A field is missing or of the wrong kind, or the text is empty.
    """
    if isinstance(item, str):
        item = {"text": item}
    if isinstance(item, Mapping):
        if "text" not in item and "schema_version" in item:
            raise ReportError(FailureCode.FIELD, "these are records, not a report: look at them with cisner review")
        item = Report(
            id=_identifier(item.get("id")) or id,
            text=_required_text(item),
            published=_day(item.get("published")),
            source=_optional_text(item, "source"),
            language=_language(item.get("language")),
            title=_optional_text(item, "title"),
        )
    if not isinstance(item, Report):
        raise ReportError(FailureCode.FIELD, f"a report is a text, a mapping or a Report, not {type(item).__name__}")
    if not item.text.strip():
        raise ReportError(FailureCode.EMPTY, "the report has no text")
    for value in (item.id, item.text, item.source, item.title):
        if value and re.search("[\ud800-\udfff]", value):
            raise ReportError(FailureCode.ENCODING, "half of a surrogate pair stands in the report")
    return item


def accept(item: Report | Mapping[str, object] | str | Failure, *, id: str = "report") -> Report | Failure:  # noqa: A002
    """Like `to_report`, but a report that cannot be used becomes a failure, and a failure stays one.

    Args:
        item: The text, mapping, report or failure.
        id: The id, where the item has none of its own.
    """
    if isinstance(item, Failure):
        return item
    try:
        return to_report(item, id=id)
    except ReportError as error:
        fields = item.model_dump() if isinstance(item, Report) else item if isinstance(item, Mapping) else {}
        known, source = fields.get("id"), fields.get("source")
        return Failure(
            report_id=known if isinstance(known, str) and known else id,
            source=source if isinstance(source, str) else None,
            code=error.code,
            message=str(error),
        )


def parse_day(text: str) -> date:
    """Reads a day of the form YYYY-MM-DD, with or without a time of day behind it.

    Raises:
        ReportError: It has another form, or there is no such day.
    """
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
        if re.match(r"\d{4}-\d{2}-\d{2}[T ]", text, re.ASCII):
            return datetime.fromisoformat(text).date()
    except ValueError:
        raise ReportError(FailureCode.DATE, f"{text!r} is a date that does not exist") from None
    raise ReportError(FailureCode.DATE, f"{text!r} is not a date of the form YYYY-MM-DD")


def read_reports(
    paths: Iterable[str | Path], *, published: date | None = None, language: Language | None = None
) -> Iterator[Report | Failure]:
    """Reads reports lazily, in the order of the paths; folders are read in the order of their file names.

    Args:
        paths: Text files, web pages (.html, .htm), reports as JSON (.json) or JSON Lines (.jsonl), folders of these,
            or ``-`` for standard input: JSON Lines if it begins with a brace, else one text.
        published: Day of publication of the reports that name none.
        language: Language of the reports that name none.

    Yields:
        A report, or the failure to read one.
    """
    seen: Counter[str] = Counter()
    for item in chain.from_iterable(_read(source) for source in _sources(paths)):
        if isinstance(item, Failure):
            yield item
            continue
        seen[item.id] += 1
        copy = seen[item.id]
        yield item.model_copy(
            update={
                "id": f"{item.id}#{copy}" if copy > 1 else item.id,
                "published": item.published or published,
                "language": item.language or language,
            }
        )


@dataclass(frozen=True, slots=True)
class _Source:
    """A file to read, and what it is called in the output."""

    path: Path
    inside: Path  # below the folder that was asked for
    id: str

    @property
    def shown(self) -> str:
        return _printable(self.path) if self.path != _STDIN else "stdin"

    def failure(self, error: Exception, *, line: int | None = None) -> Failure:
        if isinstance(error, ReportError):
            code, message, line = error.code, str(error), line or error.line
        elif isinstance(error, FileNotFoundError):
            code, message = FailureCode.MISSING, "no such file or folder"
        else:
            reason = error.strerror if isinstance(error, OSError) else None
            code, message = FailureCode.UNREADABLE, f"cannot be read: {reason or error}"
        return Failure(self.id if line is None else f"{self.id}:{line}", self.shown, code, message, line)


def _sources(paths: Iterable[str | Path]) -> list[_Source]:
    """The files of the paths; equal names are told apart by as much of their paths as it takes."""
    sources = [source for path in paths for source in _expand(path)]
    longer_names: tuple[Callable[[_Source], str], ...] = (
        lambda source: _printable(source.inside.with_suffix("")),
        lambda source: _printable(source.inside),
        lambda source: source.shown,
    )
    for name in longer_names:
        count = Counter(source.id for source in sources)
        sources = [replace(source, id=name(source)) if count[source.id] > 1 else source for source in sources]
    return sources


def _expand(given: str | Path) -> list[_Source]:
    path = Path(given) if given != "" else _NOWHERE
    if path == _STDIN or not path.is_dir():
        return [_Source(path, path, "stdin" if path == _STDIN else _printable(Path(path.stem)))]
    files = [
        file
        for file in sorted(path.rglob("*"))
        if file.suffix.lower() in _FOLDER_SUFFIXES and not _is_hidden(file.relative_to(path)) and file.is_file()
    ]
    # A JSON file beside a text of the same name is about that text: its records, or its gold.
    texts = {file.with_suffix("") for file in files if file.suffix.lower() not in (".json", ".jsonl")}
    reports = [file for file in files if file.suffix.lower() != ".json" or file.with_suffix("") not in texts]
    if not reports:
        return [_Source(path, path, _printable(path))]  # reading it says what is wrong
    return [_Source(file, file.relative_to(path), _printable(Path(file.stem))) for file in reports]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _printable(path: Path) -> str:
    """The path with forward slashes and without bytes that are no text."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _read(source: _Source) -> Iterator[Report | Failure]:
    try:
        if source.path == _STDIN:
            yield from _read_stdin(source, sys.stdin.buffer)
            return
        if source.path.is_dir():
            raise ReportError(FailureCode.EMPTY, "no reports in this folder (.txt, .html, .json, .jsonl)")
        suffix = source.path.suffix.lower()
        with source.path.open("rb") as file:
            if suffix == ".jsonl":
                yield from _read_lines(source, _byte_lines(file))
            elif suffix == ".json":
                yield _json_report(decode(file.read()), source, source.id)
            elif suffix in (".html", ".htm"):
                yield _page_report(file.read(), source)
            else:
                yield _text_report(file.read(), source)
    except (ReportError, OSError, ValueError) as error:
        yield source.failure(error)


def _read_stdin(source: _Source, stream: BinaryIO) -> Iterator[Report | Failure]:
    lines = _byte_lines(stream)
    head: list[bytes] = []
    for line in lines:
        head.append(line)
        if line.strip():
            break
    if not head or not head[-1].lstrip().startswith(b"{"):
        yield _text_report(b"".join(chain(head, lines)), source)
    elif _is_json(head[-1]):
        yield from _read_lines(source, chain(head, lines))
    else:
        rest = [*head, *lines]
        if _is_json(b"".join(rest)):  # one object over several lines
            yield _json_report(decode(b"".join(rest)), source, source.id)
        else:
            yield from _read_lines(source, rest)


def _read_lines(source: _Source, lines: Iterable[bytes]) -> Iterator[Report | Failure]:
    found = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = True
        try:
            yield _json_report(decode(line), source, f"{source.id}:{number}")
        except ReportError as error:
            yield source.failure(error, line=number)
    if not found:
        raise ReportError(FailureCode.EMPTY, "no reports in this file")


def _byte_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream in an encoding in which a line feed is one byte."""
    first = stream.readline()
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from BytesIO(decode(first + stream.read()).encode())
        return
    yield first.removeprefix(codecs.BOM_UTF8)
    yield from stream


def _text_report(data: bytes, source: _Source) -> Report:
    return to_report({"text": decode(data), "source": source.shown}, id=source.id)


def _page_report(data: bytes, source: _Source) -> Report:
    page = decode_page(data)
    fields = {"text": page.text, "source": source.shown, "title": page.title, "published": page.published}
    return to_report(fields, id=source.id)


def _json_report(text: str, source: _Source, id_: str) -> Report:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg} (column {error.colno})"
        raise ReportError(FailureCode.JSON, message, line=error.lineno) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, a thousand brackets
        raise ReportError(FailureCode.JSON, "not JSON that a report could be in") from None
    if not isinstance(data, dict):
        raise ReportError(FailureCode.JSON, "a report is a JSON object with the field 'text'")
    return to_report({"source": source.shown, **data}, id=id_)


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _required_text(item: Mapping[str, object]) -> str:
    text = _optional_text(item, "text")
    if text is None:
        raise ReportError(FailureCode.FIELD, "the field 'text' is missing")
    return text


def _optional_text(item: Mapping[str, object], field: str) -> str | None:
    value = item.get(field)
    if value is None or isinstance(value, str):
        return value
    raise ReportError(FailureCode.FIELD, f"the field {field!r} is not a text")


def _identifier(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ReportError(FailureCode.FIELD, "the field 'id' is neither a text nor a number")


def _day(value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return parse_day(value)
    raise ReportError(FailureCode.DATE, f"{value!r} is not a date of the form YYYY-MM-DD")


def _language(value: object) -> Language | None:
    if value is None or value == "":
        return None
    if value == "en" or value == "ru":
        return value
    raise ReportError(FailureCode.LANGUAGE, f"the language {value!r} is not supported: en or ru")
