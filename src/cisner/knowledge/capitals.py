"""The capitals of states, some of which were others before or had another name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class _Past:
    """A capital, or the name of one, until a day (ISO)."""

    country: str
    name: str
    until: str


@dataclass(slots=True)
class Capitals:
    """English names of the capitals of states by day.

    Args:
        rows: The countries of ``countries.toml``.
    """

    rows: Sequence[Mapping[str, Any]]
    _now: dict[str, str] = field(init=False)
    _past: list[_Past] = field(init=False)

    def __post_init__(self) -> None:
        self._now = {row["id"]: row["capital"] for row in self.rows if row.get("capital")}
        self._past = [
            _Past(row["id"], past["name"], str(past["until"]))
            for row in self.rows
            for past in sorted(row.get("past_capitals", ()), key=lambda p: str(p["until"]), reverse=True)
        ]

    def on(self, day: str | None) -> dict[str, str]:
        """The capital of each state, by its code.

        Args:
            day: The day (ISO); without one, the capitals of today.
        """
        if day is None or not any(day < past.until for past in self._past):
            return self._now
        return self._now | {past.country: past.name for past in self._past if day < past.until}
