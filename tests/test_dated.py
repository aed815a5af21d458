"""Days that reports state in words, resolved against the day of publication and what the text said before."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path

import pytest

from cisner.extractor import Extractor
from cisner.report import Report

with (Path(__file__).parent / "batteries" / "dates.toml").open("rb") as file:
    CASES = tomllib.load(file)["case"]


@cache
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("language", "published", "text", "expected"),
    [(c["language"], c["published"], text, dates.split()) for c in CASES for text, dates in c["dates"]],
)
def test_dates_are_resolved(language: str, published: dt.date, text: str, expected: list[str]) -> None:
    report = Report(id="x", text=text, published=published, language=language)  # type: ignore[arg-type]
    found = [e.norm for e in extractor().extract(report).entities if e.label == "DATE" and e.norm]
    assert found == expected
