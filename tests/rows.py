"""The rows of the batteries: sentences in many wordings, and what is extracted from them."""

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from cisner.extractor import Extractor
from cisner.records import Extraction
from cisner.report import Report

_BATTERIES = Path(__file__).parent / "batteries"


def battery(name: str) -> dict[str, Any]:
    """A battery, as its file has it."""
    return tomllib.loads((_BATTERIES / f"{name}.toml").read_text("utf-8"))


def sentences(name: str, key: str) -> list[tuple[str, str]]:
    """Language and sentence of the rows of a battery."""
    rows = battery(name)[key]
    return [(language, sentence) for language in ("en", "ru") for sentence in rows[language]]


@cache
def extractor() -> Extractor:
    """One extractor for all rows."""
    return Extractor()


def extract(language: str, text: str, published: dt.date | None = None) -> Extraction:
    """What a report with a text has."""
    return extractor().extract(Report(id="x", text=text, published=published, language=language))  # type: ignore[arg-type]


def cases(name: str, key: str) -> list[tuple[str, str, dt.date, list[str]]]:
    """Language, text, day of publication and what is expected, of a battery's cases that expect something of a kind."""
    return [
        (
            case["language"],
            f"{case['introduction']}{sentence}{case.get('ending', '')}",
            case["published"],
            sorted(case[key]),
        )
        for case in battery(name)["case"]
        if key in case
        for sentence in case["sentences"]
    ]
