"""Documents told of in many ways: what became of them, and where their titles end."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path

import pytest

from cisner.extractor import Extractor
from cisner.report import Report

with (Path(__file__).parent / "batteries" / "documents.toml").open("rb") as file:
    BATTERY = tomllib.load(file)
OPENING = {
    "en": "MINSK, May 13, 2022. The ministers of trade of the CIS countries met in Minsk on Friday. ",
    "ru": "МИНСК, 13 мая 2022 года. В пятницу в Минске встретились министры торговли стран СНГ. ",
}


@cache
def extractor() -> Extractor:
    return Extractor()


def documents(language: str, text: str, published: dt.date = dt.date(2022, 5, 13)) -> list[tuple[str, str]]:
    """Title, in lower case, and status of the documents of a report."""
    report = Report(id="x", text=text, published=published, language=language)  # type: ignore[arg-type]
    return [(a.title.lower(), a.status) for a in extractor().extract(report).agreements]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (case["language"], case["introduction"] + sentence, [] if status == "none" else [(case["title"], status)])
        for case in BATTERY["case"]
        for status in ("signed", "adopted", "planned", "none")
        for sentence in case.get(status, [])
    ],
)
def test_what_became_of_a_document(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert documents(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "titles", "status"),
    [(c["language"], text, c["titles"], c["status"]) for c in BATTERY["several"] for text in c["texts"]],
)
def test_several_documents(language: str, text: str, titles: list[str], status: str) -> None:
    assert documents(language, OPENING[language] + text) == [(title.lower(), status) for title in titles]
