"""cisner as a library: what it exports, what importing costs, and the examples of the README."""

import doctest
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pytest

import cisner
from conftest import ROOT, RUSSIAN_TEXT, TEXT


def test_public_names() -> None:
    assert set(cisner.__all__) <= set(dir(cisner))
    for name in cisner.__all__:
        assert getattr(cisner, name) is not None
    with pytest.raises(AttributeError):
        _ = cisner.nothing  # type: ignore[attr-defined]


def test_importing_costs_nothing() -> None:
    code = "import sys, cisner; print(sorted({'spacy', 'pydantic', 'rich', 'typer'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code]) == b"[]\n"


def test_records_do_not_import_spacy() -> None:
    code = "import sys, cisner; cisner.Extraction, cisner.Report, cisner.read_reports; print('spacy' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code]) == b"False\n"


def test_extract() -> None:
    extraction = cisner.extract(TEXT, published=date(2023, 6, 8), id="talks", source="somewhere", title="Talks")
    assert isinstance(extraction, cisner.Extraction)
    report = extraction.report
    assert (report.id, report.source, report.title, report.language) == ("talks", "somewhere", "Talks", "en")
    assert report.published == date(2023, 6, 8)
    assert "Alikhan Smailov" in {item.person for item in extraction.attendances}
    assert all(TEXT[entity.start : entity.end] == entity.text for entity in extraction.entities)


@pytest.mark.parametrize(
    "text", ["", "  \n", "Der Kanzler traf sich mit dem Präsidenten und sie sprachen über die Lage."]
)
def test_extract_raises_for_what_cannot_be_read(text: str) -> None:
    with pytest.raises(cisner.CisnerError):
        cisner.extract(text)


def test_extract_many_answers_every_report_in_order() -> None:
    failure = cisner.Failure("gone", "gone.txt", "missing", "no such file or folder")  # type: ignore[arg-type]
    items = [cisner.Report(id="a", text=TEXT), failure, {"id": "b", "text": RUSSIAN_TEXT}, TEXT, {"id": "c"}, ""]
    results = list(cisner.extract_many(items))  # type: ignore[arg-type]
    kinds = [type(result).__name__ for result in results]
    assert kinds == ["Extraction", "Failure", "Extraction", "Extraction", "Failure", "Failure"]
    assert results[1] is failure
    assert results[2].report.language == "ru"  # type: ignore[union-attr]


def test_extract_many_is_lazy() -> None:
    taken = 0

    def reports() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield TEXT

    results = cisner.extract_many(reports())
    next(results)
    assert taken < 1000


def test_the_python_examples_of_the_readme() -> None:
    failures, tried = doctest.testfile(
        str(ROOT / "README.md"), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE
    )
    assert tried
    assert not failures


def test_the_first_example_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (report,) = re.findall(r"<!-- report -->\n```text\n(.*?)```", readme, re.DOTALL)
    (table,) = re.findall(r"<!-- records -->\n(.*?)\n\n", readme, re.DOTALL)
    rows = [tuple(cell.strip() for cell in line.strip("| ").split("|")) for line in table.splitlines()[2:]]
    extraction = cisner.extract(report)
    (meeting,) = extraction.meetings
    assert (meeting.organization, meeting.city, meeting.start) == ("CIS", "Sochi", "2023-06-08")
    assert rows == [
        (item.person, item.role, str(item.office), item.represents, str(item.status), str(item.function))
        for item in extraction.attendances
    ]
