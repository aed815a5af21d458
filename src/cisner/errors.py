"""What can go wrong, as exceptions and as values.

`CisnerError` is the root of everything cisner raises on purpose. A stream of reports does not raise: a report that
cannot be read or extracted becomes a `Failure` in its place, and the others go on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError


class FailureCode(StrEnum):
    """Why there are no records of a report."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    JSON = "json"
    FIELD = "field"
    DATE = "date"
    LANGUAGE = "language"
    TOO_LONG = "too_long"
    EXTRA = "extra"
    INTERNAL = "internal"


class CisnerError(Exception):
    """Root of the errors that cisner raises on purpose; its text is one clear line."""

    code: FailureCode = FailureCode.INTERNAL


class ReportError(CisnerError):
    """A report that cannot be used.

    Attributes:
        code: The kind of failure.
        line: Line of the report's file, where one line is to blame.
    """

    def __init__(self, code: FailureCode, message: str, *, line: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.line = line


class UnsupportedLanguageError(CisnerError):
    """A text that is neither English nor Russian, or too short to tell."""

    code = FailureCode.LANGUAGE


class ResourceError(CisnerError):
    """The patterns or the configuration of the pipeline are not where they should be."""

    code = FailureCode.MISSING


@dataclass(frozen=True, slots=True)
class Failure:
    """A report without records, and why.

    Attributes:
        report_id: Id of the report, as far as it is known.
        source: File or address that the report came from.
        code: The kind of failure.
        message: One line for a human reader.
        line: Line of the source, for formats with one report per line.
    """

    report_id: str
    source: str | None
    code: FailureCode
    message: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.source or self.report_id
        return f"{place}:{self.line}: {self.message}" if self.line is not None else f"{place}: {self.message}"


_UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")  # in a model, and in a dataclass


def first_fault(error: ValidationError) -> str:
    """The first thing that a model does not accept: where in the data, and why."""
    fault = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in fault["loc"])
    message = "there is no such key" if fault["type"] in _UNKNOWN_KEY else fault["msg"]
    message = message.removeprefix("Value error, ")
    return f"{place}: {message}" if place else message
