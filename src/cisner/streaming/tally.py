"""How many reports are done, how fast, and how long the rest will take."""

import sys
import time
from dataclasses import dataclass, field

from cisner.report import Position
from cisner.streaming.work import Outcome

_CLEAR_LINE = "\r\x1b[K"
_PAUSE = 0.2  # seconds between two looks at the clock's line


@dataclass(slots=True)
class Tally:
    """Counts outcomes.

    Attributes:
        reports: Reports, failed ones included.
        failed: Failed ones.
        meetings: Meetings in all records.
        attendances: Attendances in all records.
        problems: Problems in all records.
    """

    reports: int = 0
    failed: int = 0
    meetings: int = 0
    attendances: int = 0
    problems: int = 0
    _begin: float = field(default_factory=time.monotonic)

    def add(self, outcome: Outcome) -> None:
        """Counts an outcome."""
        self.reports += 1
        self.failed += outcome.failure is not None
        self.meetings += outcome.meetings
        self.attendances += outcome.attendances
        self.problems += outcome.problems

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self._begin

    def __str__(self) -> str:
        counts = (
            _count(self.reports, "report"),
            f"{self.failed:,} failed",
            _count(self.meetings, "meeting"),
            _count(self.attendances, "attendance"),
            _count(self.problems, "problem"),
            f"{self.seconds:,.1f} s",
        )
        return ", ".join(counts)


class Progress:
    """One line on standard error, if it is a terminal that nothing else is printed on; otherwise nothing.

    Args:
        tally: What is counted.
        position: How far reading has come.
        shown: Whether to show anything.
    """

    def __init__(self, tally: Tally, position: Position, *, shown: bool) -> None:
        self._tally = tally
        self._position = position
        self._shown = shown
        self._next = 0.0
        self._from: tuple[float, int] | None = None  # when and where the first report was done

    def update(self) -> None:
        """Shows the line again, a few times a second."""
        if self._from is None:
            self._from = self._tally.seconds, self._position.done
        if self._shown and time.monotonic() >= self._next:
            self._next = time.monotonic() + _PAUSE
            print(_CLEAR_LINE + self.line(), end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Takes the line away."""
        if self._shown:
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)

    def line(self) -> str:
        """Reports done and failed, how many a second, and the time left as far as it can be told."""
        tally, position = self._tally, self._position
        rate = tally.reports / max(tally.seconds, 1e-6)
        parts = [_count(tally.reports, "report"), f"{rate:,.0f} a second"]
        if tally.failed:
            parts.append(f"{tally.failed:,} failed")
        if position.total and position.done:
            parts.append(f"{min(1.0, position.done / position.total):.0%}")
            # what an earlier run has done goes by at once, and says nothing about the rest
            begin, start = self._from or (0.0, 0)
            if position.done > start:
                pace = (tally.seconds - begin) / (position.done - start)
                parts.append(f"{_duration(pace * max(0, position.total - position.done))} left")
        return " · ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
