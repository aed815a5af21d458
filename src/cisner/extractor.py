"""Reports in, records out: one `Extraction` or `Failure` for every report, in order."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cisner.errors import CisnerError, Failure, FailureCode, ReportError, ResourceError
from cisner.records import Extraction, Language
from cisner.report import Report, accept, parse_day, to_report
from cisner.text import Squeezed, language_of, normalise, squeeze

if TYPE_CHECKING:
    from cisner.pipeline import Reader

LONGEST_TEXT = 5_000_000  # characters
_KEPT_FORMS = 20_000  # word forms that a pipeline keeps, in about 10 MB
_MOST_FORMS = 150_000  # after that many it is made anew: spaCy's tables only grow


class Extractor:
    """Extracts records; builds the pipeline of a language when the first report in it comes.

    Its memory stays within bounds however many reports it sees.

    Args:
        patterns: A pattern folder to lay over the built-in one.
    """

    def __init__(self, *, patterns: str | Path | None = None) -> None:
        self._patterns = str(patterns) if patterns is not None else None
        self._tools: dict[Language, _Tools] = {}

    def extract(self, report: Report, *, language: Language | None = None) -> Extraction:
        """The records of one report.

        Args:
            report: The report.
            language: Its language, whatever it says itself.

        Raises:
            CisnerError: The report cannot be used; its text says why.
        """
        to_report(report)
        if len(report.text) > LONGEST_TEXT:
            message = f"the text has {len(report.text)} characters, more than {LONGEST_TEXT}"
            raise ReportError(FailureCode.TOO_LONG, message)
        squeezed = squeeze(report.text)
        text = normalise(squeezed.text)
        chosen = language or report.language or language_of(text)
        return self._of(chosen).extract(report, squeezed, text, chosen)

    def extract_many(
        self, reports: Iterable[Report | Mapping[str, object] | str | Failure], *, language: Language | None = None
    ) -> Iterator[Extraction | Failure]:
        """Records of many reports, lazily and in order; a report that fails becomes a `Failure` in its place.

        Args:
            reports: Reports, mappings with at least ``text``, texts, or failures, which stay what they are.
            language: ``en`` or ``ru`` for all of them.
        """
        for number, item in enumerate(reports, 1):
            report = accept(item, id=f"report-{number}")
            yield report if isinstance(report, Failure) else self.attempt(report, language=language)

    def attempt(self, report: Report, *, language: Language | None = None) -> Extraction | Failure:
        """The records of a report, or the failure to extract them: one bad report never stops the rest.

        Raises:
            ResourceError: There is nothing to extract with; no other report would fare better.
        """
        try:
            return self.extract(report, language=language)
        except ResourceError:
            raise
        except CisnerError as error:
            return Failure(report.id, report.source, error.code, str(error))
        except Exception as error:
            message = f"internal error: {type(error).__name__}: {error}"
            return Failure(report.id, report.source, FailureCode.INTERNAL, message)

    def _of(self, language: Language) -> _Tools:
        tools = self._tools.get(language)
        if tools is None or tools.is_worn:
            if self._tools.pop(language, None):  # before the new one is built beside it
                gc.unfreeze()
                gc.collect()
            with _lasting():
                tools = self._tools[language] = _Tools.load(language, self._patterns)
        return tools


@dataclass(slots=True)
class _Tools:
    """What it takes to extract from reports in one language."""

    reader: Reader
    forms: int  # word forms in the vocabulary of the new pipeline

    @classmethod
    def load(cls, language: Language, patterns: str | None) -> _Tools:
        from cisner.pipeline import Reader

        reader = Reader(language, patterns)
        return cls(reader, forms=len(reader.nlp.vocab))

    @property
    def is_worn(self) -> bool:
        """Whether so many word forms have gone through that the tables of spaCy have become large."""
        return len(self.reader.nlp.vocab) - self.forms > _MOST_FORMS

    def extract(self, report: Report, squeezed: Squeezed, text: str, language: Language) -> Extraction:
        """The records of a report, from its text without invisible characters, normalised."""
        from cisner.assemble import assemble

        reader = self.reader
        with _uncollected():  # nearly all of what is made here is gone by the end of the report
            with self._memory_zone():
                words = reader(text)
            return assemble(words, report, squeezed, language, reader.lexicon, reader.knowledge, reader.capitals)

    def _memory_zone(self) -> AbstractContextManager[object]:
        """What is allocated for a report goes with it, once the commonest word forms are in the vocabulary."""
        return self.reader.nlp.memory_zone() if len(self.reader.nlp.vocab) - self.forms > _KEPT_FORMS else nullcontext()


@contextmanager
def _uncollected() -> Iterator[None]:
    """The garbage collector waits until what is inside is done."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@contextmanager
def _lasting() -> Iterator[None]:
    """What is made inside stays: the garbage collector need not go through it every few hundred reports."""
    with _uncollected():
        try:
            yield
        finally:
            gc.freeze()


@cache
def _shared() -> Extractor:
    return Extractor()


def extract(
    text: str,
    *,
    published: dt.date | str | None = None,
    language: Language | None = None,
    id: str = "report",  # noqa: A002
    source: str | None = None,
    title: str | None = None,
) -> Extraction:
    """Extract the records of one report.

    Args:
        text: The report.
        published: Publication date, against which relative dates are resolved.
        language: ``en`` or ``ru``; found by script and stop words if not given.
        id: Id of the report in the records.
        source: Where the report comes from.
        title: Its title, if that is not part of the text.

    Returns:
        The records; offsets are code points into `text`.

    Raises:
        CisnerError: The text cannot be used: empty, in another language, too long.
    """
    day = parse_day(published) if isinstance(published, str) else published
    return _shared().extract(Report(id=id, text=text, published=day, source=source, title=title, language=language))


def extract_many(
    reports: Iterable[Report | Mapping[str, object] | str | Failure], *, language: Language | None = None
) -> Iterator[Extraction | Failure]:
    """Extract the records of many reports, lazily and in order.

    Args:
        reports: Reports, mappings with at least ``text``, or texts.
        language: ``en`` or ``ru`` for all of them.

    Yields:
        An `Extraction` for each report, or a `Failure` for one that cannot be used.
    """
    return _shared().extract_many(reports, language=language)
