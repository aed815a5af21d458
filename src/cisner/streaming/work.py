"""What a process does with reports: text in, a line of records out. The same in one process, in several and on Ray."""

from dataclasses import dataclass

from cisner.errors import CisnerError, Failure, FailureCode
from cisner.records import Extraction, check_offsets
from cisner.report import Report, Unread


@dataclass(frozen=True, slots=True)
class Settings:
    """How to extract.

    Attributes:
        patterns: A pattern folder to lay over the built-in one.
        with_text: Whether each record carries the text of its report.
        members: Whether "all heads of state of the CIS" is expanded to inferred records of each.
    """

    patterns: str | None = None
    with_text: bool = False
    members: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a report: a line of records or a failure.

    Attributes:
        line: The records as JSON, without a line end.
        failure: Why there are none.
        meetings: Meetings in the records.
        attendances: Attendances in the records.
        problems: Problems in the records.
    """

    line: str | None = None
    failure: Failure | None = None
    meetings: int = 0
    attendances: int = 0
    problems: int = 0


class Worker:
    """Extracts from reports one by one; loads the pipeline of a language when the first report in it comes.

    Args:
        settings: How to extract.
    """

    def __init__(self, settings: Settings) -> None:
        from cisner.extractor import Extractor

        self._settings = settings
        self._extractor = Extractor(patterns=settings.patterns)

    def do(self, item: Report | Failure | Unread) -> Outcome:
        """The outcome for a report; never raises for a bad one.

        Raises:
            CisnerError: There is nothing to extract with.
        """
        report = item.read() if isinstance(item, Unread) else item
        if isinstance(report, Failure):
            return Outcome(failure=report)
        result = self._extractor.attempt(report)
        if isinstance(result, Failure):
            return Outcome(failure=result)
        try:
            return self._line(result, report)
        except Exception as error:
            message = f"internal error: {type(error).__name__}: {error}"
            return Outcome(failure=Failure(report.id, report.source, FailureCode.INTERNAL, message))

    def _line(self, result: Extraction, report: Report) -> Outcome:
        if self._settings.members:
            from cisner.loading import knowledge
            from cisner.rosters import infer_members

            folders = (self._settings.patterns,) if self._settings.patterns else ()
            result = infer_members(result, report.text, knowledge(folders))
        if self._settings.with_text:
            result = _with_text(result, report.text)
        counts = len(result.meetings), len(result.attendances), len(result.problems)
        return Outcome(result.to_json(), None, *counts)


def _with_text(result: Extraction, text: str) -> Extraction:
    """Like `Extraction.with_text`, without validating anew what has just been validated."""
    faults = check_offsets(result, text)
    if faults:
        raise CisnerError("; ".join(faults))
    return result.model_copy(update={"report": result.report.model_copy(update={"text": text})})
