"""Figures over many reports: precision, recall, F1 with bootstrap intervals, by measure, language and status."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cisner.scoring.compare import MEASURES, Comparison, Result, compare
from cisner.scoring.rows import Item, Rows

LISTED = ("attendances", "meetings", "agreements", "people", "countries", "dates")  # measures whose errors are listed
WITH_STATUS = ("attendances", "meetings", "agreements")
FIELDS = ("start", "city")
_SAMPLES = 400
_TAIL = 10  # samples left out at each end: 95 %
_SEED = 7

Tally = tuple[int, int, int]  # hits, spurious, missed


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure over some reports."""

    hits: int
    spurious: int
    missed: int
    interval: tuple[float, float] | None = None

    @property
    def precision(self) -> float:
        """Share of the records that are right."""
        return self.hits / (self.hits + self.spurious) if self.hits + self.spurious else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def gold(self) -> int:
        """How many rows were asked for."""
        return self.hits + self.missed

    def as_json(self) -> dict[str, Any]:
        """The figure for a JSON object."""
        return {
            "p": round(self.precision, 4),
            "r": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "gold": self.gold,
            "tp": self.hits,
            "fp": self.spurious,
            "fn": self.missed,
            "ci95": [round(bound, 3) for bound in self.interval] if self.interval else None,
        }


@dataclass(frozen=True, slots=True)
class Mistake:
    """A row of gold that was missed (-), or a record that gold does not have (+)."""

    report: str
    measure: str
    sign: str
    row: Item | str

    def as_json(self) -> dict[str, Any]:
        """The mistake for a JSON object."""
        row = self.row.shown() if isinstance(self.row, Item) else self.row
        kind = "missed" if self.sign == "-" else "spurious"
        return {"report": self.report, "measure": self.measure, "kind": kind, "row": row}


@dataclass(slots=True)
class Scores:
    """Everything that an evaluation says.

    Attributes:
        overall: Figures of each measure.
        by_language: The same for the reports of each language.
        by_status: Figures of the rows with each status, for the measures that have one.
        fields: Share of aligned meetings with the right start and city, and how many were asked for.
        mistakes: What was missed and what is spurious, in the order of reports.
        violations: Offsets of records that do not hold in the text.
        reports: How many reports were scored.
        without_records: Reports of gold without records.
    """

    overall: dict[str, Figure]
    by_language: dict[str, dict[str, Figure]]
    by_status: dict[str, dict[str, Figure]]
    fields: dict[str, tuple[float, int]]
    mistakes: list[Mistake]
    violations: int
    reports: int
    without_records: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """One JSON object."""
        return {
            **{name: figure.as_json() for name, figure in self.overall.items()},
            **{name: {"accuracy": round(share, 4), "of": of} for name, (share, of) in self.fields.items()},
            "grounded": {"violations": self.violations},
            "documents": {"scored": self.reports, "without_prediction": self.without_records},
            "by_language": _nested(self.by_language),
            "by_status": _nested(self.by_status),
            "errors": [mistake.as_json() for mistake in self.mistakes],
        }


def score(
    gold: Mapping[str, Rows], found: Mapping[str, Rows], languages: Mapping[str, str], violations: int = 0
) -> Scores:
    """Score the records of many reports.

    Args:
        gold: Rows of gold by the id of the report.
        found: Rows of the records by id; a report without records counts as one in which nothing was found.
        languages: Language of each report, as far as it is known.
        violations: Offsets of the records that do not hold.
    """
    results = {key: compare(rows, found.get(key, Rows())) for key, rows in gold.items()}
    groups: dict[str, dict[str, Result]] = {}
    for key, result in results.items():
        if key in languages:
            groups.setdefault(languages[key], {})[key] = result
    return Scores(
        overall=_figures(list(results.values())),
        by_language={language: _figures(list(groups[language].values())) for language in sorted(groups)},
        by_status={name: _by_status(name, list(results.values())) for name in WITH_STATUS},
        fields={name: _accuracy(name, results.values()) for name in FIELDS},
        mistakes=[mistake for key, result in results.items() for mistake in _mistakes(key, result)],
        violations=violations,
        reports=len(gold),
        without_records=[key for key in gold if key not in found],
    )


def ungrounded(record: Mapping[str, Any], text: str) -> int:
    """How many quotes of a record are not what stands in the text at their offsets."""
    quotes = list(record.get("entities", ()))
    for key in ("meetings", "attendances", "agreements"):
        for item in record.get(key, ()):
            quotes += item.get("evidence", ())
    return sum(text[quote["start"] : quote["end"]] != quote["text"] for quote in quotes)


def _figures(results: Sequence[Result]) -> dict[str, Figure]:
    rng = random.Random(_SEED)
    return {name: _figure([_tally(r.measures[name]) for r in results], rng) for name in MEASURES}


def _by_status(name: str, results: Sequence[Result]) -> dict[str, Figure]:
    statuses = Counter[str]()
    for result in results:
        measure = result.measures[name]
        statuses.update(row.status for row in [*(g for g, _ in measure.hits), *measure.missed, *measure.spurious])
    rng = random.Random(_SEED)
    return {
        status: _figure([_tally(r.measures[name], status) for r in results], rng)
        for status in sorted(s for s in statuses if s)
    }


def _tally(measure: Comparison, status: str | None = None) -> Tally:
    """Hits, spurious and missed rows: all, or those with a status."""

    def count(rows: Iterable[Any]) -> int:
        return sum(status is None or row.status == status for row in rows)

    return count(g for g, _ in measure.hits), count(measure.spurious), count(measure.missed)


def _figure(tallies: Sequence[Tally], rng: random.Random) -> Figure:
    """The figure of all reports; its interval from samples of reports, drawn with replacement."""
    samples = []
    for _ in range(_SAMPLES if tallies else 0):
        drawn = [rng.choice(tallies) for _ in tallies]
        samples.append(Figure(*(sum(column) for column in zip(*drawn, strict=True))).f1)
    samples.sort()
    interval = (samples[_TAIL], samples[-_TAIL - 1]) if samples else None
    hits, spurious, missed = (sum(t[i] for t in tallies) for i in range(3))
    return Figure(hits, spurious, missed, interval)


def _accuracy(name: str, results: Iterable[Result]) -> tuple[float, int]:
    pairs = [result.fields[name] for result in results]
    right, total = sum(r for r, _ in pairs), sum(t for _, t in pairs)
    return (right / total if total else 0.0), total


def _mistakes(key: str, result: Result) -> Iterator[Mistake]:
    for name in LISTED:
        measure = result.measures[name]
        yield from (Mistake(key, name, "-", row) for row in measure.missed)
        yield from (Mistake(key, name, "+", row) for row in measure.spurious)


def _nested(figures: Mapping[str, Mapping[str, Figure]]) -> dict[str, dict[str, Any]]:
    return {outer: {name: f.as_json() for name, f in inner.items()} for outer, inner in figures.items()}
