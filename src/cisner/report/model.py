"""What a report is, and making one of what a caller or a file gives."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict

from cisner.errors import Failure, FailureCode, ReportError
from cisner.records import Language


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
    try:
        for value in (item.id, item.text, item.source or "", item.title or ""):
            value.encode()
    except UnicodeEncodeError:
        raise ReportError(FailureCode.ENCODING, "half of a surrogate pair stands in the report") from None
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
