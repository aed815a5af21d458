"""Runs a report and explains its records."""

from __future__ import annotations

from pathlib import Path

from cisner import pipeline
from cisner.analysis import analyse
from cisner.enrichment import enrich
from cisner.explaining.context import Context
from cisner.explaining.meetings import explain_meeting
from cisner.explaining.missing import unrecorded
from cisner.explaining.model import Explanation
from cisner.explaining.people import explain_agreement, explain_attendance, explain_person
from cisner.recording import record
from cisner.report import Report
from cisner.text import detect_language, normalise, squeeze


class Explainer:
    """Explains records; builds the pipeline of a language when the first report in it comes.

    Args:
        patterns: A pattern folder to lay over the built-in one.
    """

    def __init__(self, patterns: Path | None = None) -> None:
        self._patterns = patterns
        self._readers: dict[str, pipeline.Reader] = {}

    def explain(self, report: Report) -> Explanation:
        """The records of a report with the reasons for every field.

        Raises:
            CisnerError: The report is in a language that cisner does not read.
        """
        language = report.language or detect_language(report.text)
        if language not in self._readers:
            self._readers[language] = pipeline.Reader(language, self._patterns)
        reader = self._readers[language]
        squeezed = squeeze(report.text)
        words = reader(normalise(squeezed.text))
        published = report.published.isoformat() if report.published else None
        analysis = analyse(words, reader.lexicon, reader.knowledge, reader.capitals, published)
        extraction = enrich(record(analysis, report, squeezed, language), reader.knowledge)
        context = Context(analysis, extraction, report, squeezed)
        records = (
            *(explain_meeting(context, meeting) for meeting in extraction.meetings),
            *(explain_attendance(context, attendance) for attendance in extraction.attendances),
            *(explain_person(context, person) for person in extraction.people),
            *(explain_agreement(context, agreement) for agreement in extraction.agreements),
        )
        return Explanation(extraction, records, tuple(unrecorded(context)))
