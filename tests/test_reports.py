"""The reports of tests/reports, written for cisner, against their own gold.

Two things hold: a report that was once read without an error stays so (``right.txt``), and no measure over all reports
of a language falls below its bound. The collection keeps what cisner still gets wrong (it is the work list), so the
bounds lie below 1.
"""

import json
import re
from functools import cache
from typing import Any

import pytest

import cisner
from cisner.scoring import Scores, rows_of, score
from conftest import ROOT

FOLDER = ROOT / "tests" / "reports"
RIGHT = frozenset((FOLDER / "right.txt").read_text(encoding="utf-8").split())
BOUNDS = {
    "en": {"attendances": 0.93, "meetings": 0.88, "people": 0.97, "agreements": 0.97, "countries": 0.99, "dates": 0.94},
    "ru": {"attendances": 0.95, "meetings": 0.90, "people": 0.97, "agreements": 0.97, "countries": 0.99, "dates": 0.94},
}
_STEP = 11  # words between two cuts
languages = pytest.mark.parametrize("language", sorted(BOUNDS))


@cache
def gold(language: str) -> tuple[dict[str, Any], ...]:
    lines = (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


@cache
def extracted(language: str) -> dict[str, dict[str, Any]]:
    reports = [{key: item[key] for key in ("id", "text", "published")} for item in gold(language)]
    results = list(cisner.extract_many(reports))
    assert all(isinstance(result, cisner.Extraction) for result in results)
    return {r.report.id: json.loads(r.to_json()) for r in results if isinstance(r, cisner.Extraction)}


@cache
def scores(language: str) -> Scores:
    wanted = {item["id"]: rows_of(item, item["id"]) for item in gold(language)}
    found = {key: rows_of(record, key) for key, record in extracted(language).items()}
    return score(wanted, found, dict.fromkeys(wanted, language))


@languages
def test_right_reports_stay_right(language: str) -> None:
    assert len(RIGHT & {item["id"] for item in gold(language)}) >= 40
    assert [m.as_json() for m in scores(language).mistakes if m.report in RIGHT] == []


@languages
def test_figures_hold(language: str) -> None:
    figures = {name: scores(language).overall[name].f1 for name in BOUNDS[language]}
    assert {name: f1 for name, f1 in figures.items() if f1 < BOUNDS[language][name]} == {}


@languages
def test_every_value_has_its_place_in_the_text(language: str) -> None:
    for item in gold(language):
        record = extracted(language)[item["id"]]
        rows = [row for kind in ("meetings", "attendances", "agreements") for row in record[kind]]
        assert all(row["evidence"] for row in rows), item["id"]
        for quote in (*record["entities"], *(e for row in rows for e in row["evidence"])):
            assert item["text"][quote["start"] : quote["end"]] == quote["text"], item["id"]


@languages
def test_a_report_may_begin_and_break_off_anywhere(language: str) -> None:
    texts = [item["text"] for item in gold(language)]
    cuts = [(text, match.end()) for text in texts for match in list(re.finditer(r"\w+", text))[::_STEP]]
    parts = [text[:at] for text, at in cuts] + [text[at:] for text, at in cuts if text[at:].strip()]
    results = cisner.extract_many(parts, language="ru" if language == "ru" else "en")
    assert [r.message for r in results if isinstance(r, cisner.Failure)] == []
