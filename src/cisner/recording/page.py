"""A report beside what was found in it: places as offsets and as words of the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cisner.analysis import Analysis
from cisner.report import Report
from cisner.text import Squeezed

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A report beside its analysis.

    Attributes:
        analysis: Everything that was found.
        report: The report.
        squeezed: The text that was analysed, with the way back to the report's text.
    """

    analysis: Analysis
    report: Report
    squeezed: Squeezed

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of a range of tokens in the report."""
        found = self.analysis.view.source.span(start, end)
        return found if self.squeezed.starts is None else self.squeezed.original(*found)

    def text(self, start: int, end: int) -> str:
        """A range of tokens as in the report, on one line."""
        left, right = self.span(start, end)
        return " ".join(self.report.text[left:right].split())

    def evidence(self, start: int, end: int, rule: str) -> Row:
        """A range of tokens as evidence that a rule found."""
        left, right = self.span(start, end)
        return {"start": left, "end": right, "text": self.report.text[left:right], "rule": rule}
