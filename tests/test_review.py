"""The tables and the marked text, as they appear on terminals of several widths."""

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from cisner.records import Extraction
from cisner.review import marked_text, print_review
from cisner.vocabulary import Basis, Verdict
from conftest import RUSSIAN_TEXT, TEXT, Builder

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def shown(extraction: Extraction, width: int = 80, *, terminal: bool = False, with_text: bool = True) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=terminal, color_system="standard" if terminal else None)
    print_review(extraction, console, with_text=with_text)
    return stream.getvalue()


def flat(output: str) -> str:
    return re.sub(r"\s+", " ", output)


@pytest.mark.parametrize("width", [80, 100, 160, 240])
@pytest.mark.parametrize("terminal", [False, True])
def test_nothing_is_wider_than_the_terminal_or_cut_off(
    english: Builder, russian: Builder, width: int, terminal: bool
) -> None:
    for builder, text in ((english, TEXT), (russian, RUSSIAN_TEXT)):
        output = ESCAPE.sub("", shown(builder.build().with_text(text), width, terminal=terminal))
        assert max(cell_len(line) for line in output.splitlines()) <= width
        assert "…" not in output


@pytest.mark.parametrize("width", [80, 160])
def test_everything_is_there(english: Builder, width: int) -> None:
    output = shown(english.build().with_text(TEXT), width)
    expected = """Meetings Attendance Agreements Problems published 2023-06-08 Sochi, RU Bishkek, KG 2023-10-27 CIS KZ
        held planned attended absent signed participant narrow expanded Smailov Pashinyan Lebedev"""
    for word in expected.split():
        assert word in output
    assert "Prime Minister" in output
    assert "heads of government" in flat(output)
    assert "heads_of" not in output


@pytest.mark.parametrize("verdict", [Verdict.CONTRADICTED, Verdict.FORMER])
def test_doubtful_capacities_are_marked(english: Builder, verdict: Verdict) -> None:
    extraction = english.build()
    first, *others = extraction.attendances
    doubtful = first.model_copy(update={"verdict": verdict, "basis": Basis.INFERRED})
    assert "Check" not in shown(extraction)
    output = flat(shown(extraction.model_copy(update={"attendances": (doubtful, *others)}), 100))
    assert "Check" in output
    assert f"{verdict}, inferred" in output


def test_cyrillic(russian: Builder) -> None:
    output = flat(shown(russian.build().with_text(RUSSIAN_TEXT), 160))
    assert "Садыр Жапаров" in output
    assert "заседание Совета глав государств СНГ" in output
    assert "videoconference" in output


def test_without_meetings() -> None:
    output = shown(Builder(TEXT).build())
    assert "No meetings found" in output
    assert "Attendance" not in output


def test_the_text_is_shown_only_if_wanted(english: Builder) -> None:
    extraction = english.build().with_text(TEXT)
    assert "stayed away" in shown(extraction)
    assert "stayed away" not in shown(extraction, with_text=False)
    assert "stayed away" not in shown(english.build())


def test_mentions_are_coloured_on_a_terminal(english: Builder) -> None:
    marked = marked_text(TEXT, english.build().entities, colour=True)
    assert marked.plain == TEXT
    styles = {TEXT[span.start : span.end]: str(span.style) for span in marked.spans}
    assert styles["Alikhan Smailov"] == "bold cyan"
    order = [TEXT[span.start : span.end] for span in marked.spans]
    assert order.index("Prime Minister of Kazakhstan") < order.index("Kazakhstan")
    output = shown(english.build().with_text(TEXT), terminal=True)
    assert "\x1b[1;36mAlikhan Smailov\x1b[0m" in output
    assert "|person]" not in output


def test_mentions_are_bracketed_without_colour(english: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    extraction = english.build().with_text(TEXT)
    assert "[Prime Minister of [Kazakhstan|country]|role], [Alikhan Smailov|person]" in flat(shown(extraction))
    monkeypatch.setenv("NO_COLOR", "1")
    output = shown(extraction, terminal=True)
    assert "|person]" in output
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", output)


def test_a_report_is_not_read_as_markup_and_cannot_steer_the_terminal() -> None:
    name = "[bold]Ali[/bold] :smile: \x1b[31mAsadov\x07\u202e\r\n(x)"
    builder = Builder(f"Hear {name} now")
    builder.data["report"].update(id="id\x1b[2J", title="[red]t[/red]", source="\x9bx")
    key = builder.entity("PERSON", name, name)
    builder.add("people", id="p1", name=name, wikidata_id=None, roles=[], mentions=[key])
    builder.add("problems", code="odd", message=f"odd {name}", start=0, end=4)
    output = shown(builder.build().with_text(builder.text), 160)
    assert "[bold]Ali[/bold] :smile:" in output
    assert "[red]t[/red]" in output
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", output)
