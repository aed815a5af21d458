"""Going on after a stop: which reports are done is read from the records that are on disk."""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cisner.errors import CisnerError, Failure
from cisner.report import Report, Unread

_BLOCK = 65_536
_MOST_HELD = 10_000  # reports between those that are done; more of them are a sign of other reports
_ID = re.compile(rb'\{"schema_version":"[^"]*","report":\{"id":("(?:[^"\\]|\\.)*")')

Item = Report | Failure | Unread


@dataclass(frozen=True, slots=True)
class Done:
    """Reports that an earlier run has dealt with, in order.

    Attributes:
        output: The file with its records.
        records: Ids of the reports with records.
        failures: Ids of those that failed; None if nobody kept them.
    """

    output: Path
    records: Iterator[str]
    failures: Iterator[str] | None


def done_before(output: Path, failures: Path | None) -> Done:
    """Cuts half lines off the files of an earlier run, and reads which reports it has dealt with.

    Args:
        output: The file with its records; it may be missing.
        failures: The file with its failures, if they are kept.
    """
    for path in (output, failures):
        if path is not None and path.exists():
            cut_half_line(path)
    return Done(output, _ids(output, _record_id), _ids(failures, _failure_id) if failures else None)


def remaining(items: Iterable[Item], done: Done) -> Iterator[Item]:
    """The reports that are still to be done, in order.

    Both files are in the order of the reports, so they are read side by side with them, and nothing is remembered. A
    report between two with records that is in neither file failed before; if failures are kept, it is done again.

    Args:
        items: All reports, in the order of the earlier run.
        done: What that run has left.

    Raises:
        CisnerError: The records are not those of these reports.
    """
    reports = iter(items)
    record, failure = next(done.records, None), next(done.failures or iter(()), None)
    held: list[Item] = []
    while record is not None:
        item = next(reports, None)
        if item is None or len(held) > _MOST_HELD:
            message = f"{done.output}: holds records of other reports: there is no {record!r} where it should be"
            raise CisnerError(message)
        if _id(item) == record:
            record = next(done.records, None)
        elif done.failures is not None:
            if _id(item) == failure:
                failure = next(done.failures, None)
            else:
                held.append(item)
    yield from held
    for item in reports:
        if failure is not None and done.failures is not None and _id(item) == failure:
            failure = next(done.failures, None)
        else:
            yield item


def cut_half_line(path: Path) -> None:
    """Takes off the end of a file what follows its last line end."""
    with path.open("rb+") as file:
        end = file.seek(0, os.SEEK_END)
        while end:
            start = max(0, end - _BLOCK)
            file.seek(start)
            found = file.read(end - start).rfind(b"\n")
            if found >= 0:
                file.truncate(start + found + 1)
                return
            end = start
        file.truncate(0)


def _id(item: Item) -> str:
    return item.report_id if isinstance(item, Failure) else item.id


def _ids(path: Path, id_of: Callable[[bytes], str]) -> Iterator[str]:
    if not path.exists():
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                yield id_of(line)
            except (ValueError, KeyError, TypeError):
                raise CisnerError(f"{path}:{number}: no line of an earlier run: nothing to go on from") from None


def _record_id(line: bytes) -> str:
    start = _ID.match(line)
    return str(json.loads(start[1]) if start else json.loads(line)["report"]["id"])


def _failure_id(line: bytes) -> str:
    return str(json.loads(line)["report_id"])
