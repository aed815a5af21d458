"""Reading records back from the files that `cisner extract` wrote."""

import json
from collections.abc import Iterator

from pydantic import ValidationError

from cisner.decoding import decode, is_json
from cisner.errors import CisnerError, Failure, FailureCode, ReportError, first_fault
from cisner.records import Extraction


def read_records(data: bytes, source: str) -> Iterator[Extraction | Failure]:
    """Reads records from one JSON object or from JSON Lines.

    Args:
        data: The content of the file.
        source: What to call the file in failures.

    Yields:
        The records of a report, or the failure to read them.
    """
    for line, text in _objects(decode(data)):
        try:
            yield Extraction.model_validate_json(text)
        except ValidationError as error:
            yield Failure(source, source, FailureCode.FIELD, f"no records: {first_fault(error)}", line)


def holds_records(data: bytes) -> bool:
    """Tells whether data are records of `cisner extract`, by the first JSON object in them."""
    try:
        first = next(iter(_objects(decode(data))), None)
        return first is not None and "schema_version" in json.loads(first[1])
    except (CisnerError, ValueError, TypeError, RecursionError):
        return False


def _objects(text: str) -> Iterator[tuple[int | None, str]]:
    """The one object of a file, or the objects of its lines with their numbers."""
    if not text.strip():
        raise ReportError(FailureCode.EMPTY, "the file is empty")
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if len(lines) == 1 or not is_json(lines[0][1]):
        yield None, text
    else:
        yield from lines
