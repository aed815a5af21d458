"""Reading reports lazily, in order, each with an id of its own."""

import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from cisner.errors import Failure, FailureCode, ReportError
from cisner.records import Language
from cisner.report.files import STDIN, Source, sources
from cisner.report.formats import Fields, Item, WebPage, read_file, read_stream
from cisner.report.model import Report
from cisner.report.remote import is_remote, open_remote

Repeated = Mapping[int, int]  # digests of ids, and how often they were there before


@dataclass(frozen=True, slots=True)
class Unread:
    """A report that takes long to read: another process may do it."""

    page: WebPage
    id: str
    published: date | None
    language: Language | None

    def read(self) -> Report | Failure:
        """The report, or the failure to read it."""
        try:
            report = self.page.report()
        except Exception as error:
            return replace(self.page.source.failure(error), report_id=self.id)
        return _with_defaults(report, self.id, self.published, self.language)


@dataclass(slots=True)
class Position:
    """How far reading has come; to be passed to `read_reports` and looked at in between.

    Attributes:
        done: Bytes read.
        total: Bytes to read, None if that is not known.
    """

    done: int = 0
    total: int | None = None


def read_reports(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    language: Language | None = None,
    fields: Fields | None = None,
) -> Iterator[Report | Failure]:
    """Reads reports lazily, in the order of the paths; folders are read in the order of their file names.

    Args:
        paths: Text files, web pages (.html, .htm), reports as JSON (.json), JSON Lines (.jsonl), CSV (.csv, .tsv) or
            Parquet (.parquet), archives of these (.tar), all of them also compressed (.gz, .zst, .bz2, .xz), folders
            and patterns of file names, or ``-`` for standard input: JSON Lines if it begins with a brace, else one
            text.
        published: Day of publication of the reports that name none.
        language: Language of the reports that name none.
        fields: What JSON and tables call the fields of a report.

    Yields:
        A report, or the failure to read one.
    """
    for item in read_pending(paths, published=published, language=language, fields=fields):
        yield item.read() if isinstance(item, Unread) else item


def read_pending(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    language: Language | None = None,
    fields: Fields | None = None,
    position: Position | None = None,
    without: Iterable[Path] = (),
) -> Iterator[Report | Failure | Unread]:
    """Like `read_reports`, but leaves what takes long to the caller.

    Args:
        paths: As for `read_reports`.
        published: As for `read_reports`.
        language: As for `read_reports`.
        fields: As for `read_reports`.
        position: Is kept up to date while reading.
        without: Files to pass over if they lie in one of the folders: what is being written.
    """
    items = _read_all(list(paths), fields or Fields(), position, {str(path.absolute()) for path in without})
    yield from identified(items, published, language)


def identified(
    items: Iterable[Item], published: date | None, language: Language | None, repeated: Repeated | None = None
) -> Iterator[Report | Failure | Unread]:
    """Gives every report an id of its own, and what it does not say itself.

    Args:
        items: What was read.
        published: Day of publication of the reports that name none.
        language: Language of the reports that name none.
        repeated: Ids that were there before these reports.
    """
    given = _Ids(repeated or {})
    for item in items:
        if isinstance(item, Failure):
            yield item
        elif isinstance(item, WebPage):
            yield Unread(item, given.unique(item.source.id), published, language)
        else:
            yield _with_defaults(item, given.unique(item.id), published, language)


def raw_ids(source: Source, fields: Fields) -> Iterator[str]:
    """The ids of the reports of a file as they are there."""
    for item in read_source(source, fields):
        if not isinstance(item, Failure):
            yield item.source.id if isinstance(item, WebPage) else item.id


def digest(id_: str) -> int:
    """Eight bytes that stand for an id, the same in every process."""
    return int.from_bytes(blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _with_defaults(report: Report, id_: str, published: date | None, language: Language | None) -> Report:
    day, own = report.published or published, report.language or language
    if (id_, day, own) == (report.id, report.published, report.language):
        return report
    return report.model_copy(update={"id": id_, "published": day, "language": own})


def _read_all(paths: list[str | Path], fields: Fields, position: Position | None, without: set[str]) -> Iterator[Item]:
    if position is not None:
        position.total = _size(sources(paths))
    for source in sources(paths):
        if not without or str(Path(source.path).absolute()) not in without:
            yield from read_source(source, fields, position)


def _size(files: Iterable[Source]) -> int | None:
    """Bytes in all files together; None if they cannot be counted."""
    total = 0
    for source in files:
        if source.path == STDIN:
            return None
        if is_remote(source.path):
            return None
        try:
            total += Path(source.path).stat().st_size
        except (OSError, ValueError):
            continue
    return total


def read_source(source: Source, fields: Fields, position: Position | None = None) -> Iterator[Item]:
    """The reports of one file, and the failure to read it any further.

    Args:
        source: The file.
        fields: What it calls the fields of a report.
        position: Is kept up to date while reading.
    """
    try:
        if source.path == STDIN:
            yield from read_stream(sys.stdin.buffer, source, fields)
            return
        with _opened(source) as file:
            before = position.done if position else 0
            for item in read_file(file, source, fields):
                if position is not None:
                    position.done = before + file.tell()
                yield item
            if position is not None:
                position.done = before + file.tell()
    except Exception as error:  # whatever the formats and compressions may raise: the other files go on
        yield source.failure(error)


def _opened(source: Source) -> BinaryIO:
    if is_remote(source.path):
        return open_remote(source.path, seekable=source.suffix == ".parquet")
    path = Path(source.path)
    if path.is_dir():
        kinds = ".txt, .html, .json, .jsonl, .csv, .parquet"
        raise ReportError(FailureCode.EMPTY, f"no reports in this folder ({kinds})")
    return path.open("rb")


class _Ids:
    """Makes ids unique: a second ``x`` becomes ``x#2``. Remembers eight bytes of an id, for a million of them 16 MB."""

    def __init__(self, repeated: Repeated) -> None:
        self._repeated = repeated
        self._cells = array("q", [0]) * 1024
        self._used = 0
        self._again: Counter[str] = Counter()

    def unique(self, id_: str) -> str:
        """The id, with a number if it has been there before."""
        key = hash(id_) or 1
        cell = self._find(key)
        is_known = self._cells[cell] == key or id_ in self._again
        if not is_known and self._repeated and (before := self._repeated.get(digest(id_), 0)):
            self._again[id_] = before - 1
            is_known = True
        if is_known:
            self._again[id_] += 1
            return self.unique(f"{id_}#{self._again[id_] + 1}")
        self._cells[cell] = key
        self._used += 1
        if self._used * 2 > len(self._cells):
            self._grow()
        return id_

    def _find(self, key: int) -> int:
        """The cell of a key: the one that holds it, or the free one that it belongs in."""
        cells, mask = self._cells, len(self._cells) - 1
        cell = key & mask
        while cells[cell] not in (0, key):
            cell = (cell + 1) & mask
        return cell

    def _grow(self) -> None:
        old = self._cells
        self._cells = array("q", [0]) * (2 * len(old))
        for key in old:
            if key:
                self._cells[self._find(key)] = key
