"""What a check of pattern files finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, doubtful or worth knowing.

    Attributes:
        severity: Errors make the check fail, warnings do not, notes are shown on request.
        code: Kind of finding.
        where: Language or file.
        rule: The rule or entry.
        message: One line.
    """

    severity: Severity
    code: str
    where: str
    rule: str
    message: str

    def as_json(self) -> dict[str, str]:
        """The finding for a JSON object."""
        return {
            "severity": self.severity.value,
            "code": self.code,
            "where": self.where,
            "rule": self.rule,
            "message": self.message,
        }


def error(code: str, where: str, rule: str, message: str) -> Finding:
    """A finding that makes the check fail."""
    return Finding(Severity.ERROR, code, where, rule, message)


def warning(code: str, where: str, rule: str, message: str) -> Finding:
    """A finding that somebody should look at."""
    return Finding(Severity.WARNING, code, where, rule, message)


def note(code: str, where: str, rule: str, message: str) -> Finding:
    """A finding that may well be meant."""
    return Finding(Severity.NOTE, code, where, rule, message)
