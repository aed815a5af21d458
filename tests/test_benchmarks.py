"""The benchmarks' own reports and tables; the measuring itself is `make bench`."""

import sys
from pathlib import Path

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))

import readme
from corpus import FIRST_DAY, Corpus
from measure import alternate, ratio


@pytest.mark.parametrize("language", ["en", "ru"])
def test_reports(language: str) -> None:
    reports = list(Corpus(language).reports(60))
    assert reports == list(Corpus(language).reports(60))
    assert reports != list(Corpus(language, seed=2).reports(60))
    for report in reports:
        assert "{" not in report["text"], report
        assert 150 < len(report["text"]) < 6_000
        assert report["text"].count("\n") >= 1
        assert not any(line[0].islower() for line in report["text"].split("\n")), report


def test_one_place_and_day_in_a_report() -> None:
    corpus = Corpus("en")
    for _ in range(20):
        headline, body = corpus.text(FIRST_DAY, kind="talks").split("\n\n")[:2]
        city, written = body.split(" – ")[0].split(", ", 1)
        assert written == "January 1, 1995"
        assert f" {city.title()} " in f"{headline} {body} "


def test_a_part_of_the_archive_is_about_no_meeting() -> None:
    from cisner import Extraction, extract_many

    found = [result for result in extract_many(Corpus("en").reports(50)) if isinstance(result, Extraction)]
    assert len(found) == 50
    assert 10 <= sum(not result.meetings for result in found) <= 30


def test_turns() -> None:
    done: list[str] = []
    seconds = alternate(
        [1, 2, 3], {"a": lambda part: done.append(f"a{part}"), "b": lambda part: done.append(f"b{part}")}
    )
    assert done == ["a1", "b1", "b2", "a2", "a3", "b3"]
    assert [len(row) for row in seconds.values()] == [2, 2]
    assert ratio({"a": [2.0, 9.0, 4.0], "b": [1.0, 3.0, 2.0]}, "a", "b") == 2.0


def test_figures_in_the_readme(tmp_path: Path) -> None:
    speed = {f"{a}_{b}_per_second": 123.4 for a in ("stock", "whole") for b in ("tokens", "reports")} | {"ratio": 3.21}
    worker = {"memory_mb": 287.0, "gain": 1.7}
    figures = {
        "versions": {"cisner": "1", "spacy": "3", "python": "3.11", "machine": "x"},
        "when": "2026-01-01T00:00:00",
        "speed": {"English": speed},
        "workers": [{"workers": 1, **worker}, {"workers": 2, **worker}],
        "archive": [worker],
        "start": {"load_en": 1.0, "load_ru": 1.2, "import_spacy": 1.0, "one_report": 3.0},
        "knowledge": {"en": {"more_cpu": 0.03}},
        "rivals": {"natasha": {"version": "1.6", "times_as_fast": 6.0}, "compromise": {"left_out": "not installed"}},
    }
    path = tmp_path / "README.md"
    path.write_text(f"before\n{readme.BEGIN}\nold\n{readme.END}\nafter\n", "utf-8")
    for _ in range(2):
        readme.update(path, figures)
        text = path.read_text("utf-8")
        assert text.startswith("before\n")
        assert text.endswith("\nafter\n")
        assert "old" not in text
        assert "| English | 120 | 120 | 120 | 3.2 |" in text
        assert "6.0 times as fast as natasha 1.6" in text
        assert "| reports per core-hour (1,200 characters each) | 440,000 |" in text
    assert readme.BEGIN in (ROOT / "README.md").read_text("utf-8")
