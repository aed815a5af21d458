"""A run over reports: read, extract, count, keep the failures, yield the lines of records."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from cisner.errors import Failure
from cisner.output import complain
from cisner.records import Language
from cisner.report import Fields, Position, Report, Unread, read_pending
from cisner.streaming.outcomes import outcomes_of
from cisner.streaming.resume import done_before, remaining
from cisner.streaming.tally import Progress, Tally
from cisner.streaming.work import Outcome, Settings
from cisner.streaming.writing import Lines, failure_line


@dataclass(frozen=True, slots=True)
class Job:
    """What to do.

    Attributes:
        paths: Where the reports are.
        settings: How to extract.
        fields: What JSON and tables call the fields of a report.
        published: Day of publication of the reports that name none.
        language: Language of the reports that name none.
        output: Where the records go; None for standard output.
        failures: Where the failures go; None for standard error.
        resume: Whether to go on behind what an earlier run has left.
        workers: Number of processes.
    """

    paths: Sequence[str]
    settings: Settings
    fields: Fields
    published: date | None = None
    language: Language | None = None
    output: Path | None = None
    failures: Path | None = None
    resume: bool = False
    workers: int = 1


class Run:
    """A job being done: an iterator over lines of records, to be used in a ``with`` statement.

    Args:
        job: What to do.
        shown: Whether to show how far it is.
    """

    def __init__(self, job: Job, *, shown: bool = False) -> None:
        self.tally = Tally()
        self._job = job
        self._position = Position()
        self._progress = Progress(self.tally, self._position, shown=shown)
        self._measured = shown
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        with self._stack as stack:
            stack.callback(self._progress.clear)
            self._outcomes = stack.enter_context(closing(self._begin()))
            failures = self._job.failures
            self._failures = stack.enter_context(Lines(failures, keep=self._job.resume)) if failures else None
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def __iter__(self) -> Iterator[str]:
        for outcome in self._outcomes:
            self.tally.add(outcome)
            if outcome.failure is not None:
                self._report(outcome.failure)
            if outcome.line is not None:
                yield outcome.line
            self._progress.update()

    def _begin(self) -> Generator[Outcome, None, None]:
        job = self._job
        files = [file for file in (job.output, job.failures) if file is not None]
        position = self._position if self._measured else None
        items: Iterator[Report | Failure | Unread] = read_pending(
            job.paths,
            published=job.published,
            language=job.language,
            fields=job.fields,
            position=position,
            without=files,
        )
        if job.resume and job.output is not None:
            items = remaining(items, done_before(job.output, job.failures))
        return outcomes_of(items, job.settings, job.workers)

    def _report(self, failure: Failure) -> None:
        if self._failures is None:
            complain(str(failure))
        else:
            self._failures.put(failure_line(failure))
            self._failures.flush()
