"""The tables of `cisner evaluate`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cisner.scoring.figures import Figure, Mistake, Scores

_SIGNS = {"-": ("missed", "red"), "+": ("spurious", "yellow")}
_WIDE = 100  # columns from which there is room for the counts


def print_scores(scores: Scores, console: Console, *, mistakes: bool = True) -> None:
    """Print the figures, and before them what was missed and what is spurious.

    Args:
        scores: The evaluation.
        console: Where to print.
        mistakes: Whether to list the mistakes.
    """
    if mistakes and scores.mistakes:
        console.print(_mistakes_table(scores.mistakes))
    wide = console.width >= _WIDE
    heading = f"{scores.reports} reports"
    if scores.without_records:
        heading += f", {len(scores.without_records)} without records: {', '.join(scores.without_records)}"
    console.print(Text(heading, style="bold"))
    console.print(_figures_table("All reports", scores.overall.items(), wide=wide))
    for language, figures in scores.by_language.items():
        console.print(_figures_table(f"Language {language}", figures.items(), wide=wide))
    console.print(_status_table(scores.by_status, wide=wide))
    for name, (share, of) in scores.fields.items():
        console.print(Text(f"{name} of aligned meetings: {share:.3f} of {of}"))
    console.print(Text(f"offsets that do not hold: {scores.violations}"))


def _figures_table(title: str, rows: Iterable[tuple[str, Figure]], *, wide: bool) -> Table:
    table = _table(title, wide=wide)
    for name, figure in rows:
        table.add_row(name, *_cells(figure, wide=wide))
    return table


def _status_table(groups: Mapping[str, Mapping[str, Figure]], *, wide: bool) -> Table:
    table = _table("By status", wide=wide)
    for name, figures in groups.items():
        for status, figure in figures.items():
            table.add_row(f"{name} {status}", *_cells(figure, wide=wide))
        table.add_section()
    return table


def _table(title: str, *, wide: bool) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Measure", no_wrap=True)
    for header in ("Gold", *(("Right", "Spurious", "Missed") if wide else ()), "P", "R", "F1", "95 % of F1"):
        table.add_column(header, justify="right", no_wrap=True)
    return table


def _cells(figure: Figure, *, wide: bool) -> list[str]:
    interval = f"{figure.interval[0]:.3f}–{figure.interval[1]:.3f}" if figure.interval else ""
    counts = [figure.gold, *((figure.hits, figure.spurious, figure.missed) if wide else ())]
    shares = [f"{share:.3f}" for share in (figure.precision, figure.recall, figure.f1)]
    return [*map(str, counts), *shares, interval]


def _mistakes_table(mistakes: Iterable[Mistake]) -> Table:
    table = Table(title="Errors", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for header in ("Report", "Measure", ""):
        table.add_column(header, no_wrap=True)
    table.add_column("What", overflow="fold")
    last = ""
    for mistake in mistakes:
        if last and mistake.report != last:
            table.add_section()
        word, style = _SIGNS[mistake.sign]
        row = mistake.as_json()["row"]
        what = row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)[1:-1].replace('"', "")
        table.add_row(mistake.report, mistake.measure, Text(word, style=style), Text(what))
        last = mistake.report
    return table
