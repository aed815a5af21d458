"""Reports in, records out: one `Extraction` or `Failure` for every report, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cisner.errors import CisnerError, Failure, FailureCode, ReportError
from cisner.records import Extraction, Language
from cisner.report import Report
from cisner.text import detect_language, squeeze

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

_LONGEST = 5_000_000


class Extractor:
    """Extracts records; builds the pipeline of a language when the first report in it comes.

    Args:
        patterns: A pattern folder to lay over the built-in one.
    """

    def __init__(self, *, patterns: str | Path | None = None) -> None:
        self._patterns = str(patterns) if patterns is not None else None
        self._pipelines: dict[str, Pipeline] = {}

    def extract(self, report: Report, *, language: Language | None = None) -> Extraction:
        """The records of one report.

        Raises:
            CisnerError: The report cannot be used; its text says why.
        """
        from cisner import pipeline
        from cisner.assemble import assemble

        if not report.text.strip():
            raise ReportError(FailureCode.EMPTY, "the text is empty")
        if len(report.text) > _LONGEST:
            raise ReportError(FailureCode.TOO_LONG, f"the text has {len(report.text)} characters, more than {_LONGEST}")
        chosen = language or report.language or detect_language(report.text)
        nlp = self._pipelines.get(chosen)
        if nlp is None:
            nlp = self._pipelines[chosen] = pipeline.load(chosen, patterns=self._patterns)
            nlp.max_length = _LONGEST + 1
        squeezed = squeeze(report.text)
        folders = (self._patterns,) if self._patterns else ()
        doc = nlp(squeezed.text)
        return assemble(
            doc, report, squeezed, chosen, pipeline.lexicon(chosen, folders), pipeline.knowledge(folders), pipeline.capitals(folders)
        )

    def extract_many(
        self, reports: Iterable[Report | Mapping[str, object] | str | Failure], *, language: Language | None = None
    ) -> Iterator[Extraction | Failure]:
        """Records of many reports, lazily and in order; a report that fails becomes a `Failure` in its place."""
        for number, item in enumerate(reports, 1):
            if isinstance(item, Failure):
                yield item
                continue
            report_id, source = f"report-{number}", None
            try:
                report = _report(item, number)
                report_id, source = report.id, report.source
                yield self.extract(report, language=language)
            except CisnerError as error:
                yield Failure(report_id, source, error.code, str(error))
            except Exception as error:  # one bad report never stops the rest
                yield Failure(report_id, source, FailureCode.INTERNAL, f"internal error: {type(error).__name__}: {error}")


def _report(item: Report | Mapping[str, object] | str, number: int) -> Report:
    if isinstance(item, Report):
        return item
    if isinstance(item, str):
        return Report(id=f"report-{number}", text=item)
    return Report.model_validate({"id": f"report-{number}", **item})


@cache
def _shared() -> Extractor:
    return Extractor()


def extract(
    text: str,
    *,
    published: dt.date | str | None = None,
    language: Language | None = None,
    id: str = "report",
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
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
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
