"""`cisner patterns check`: the rules and the knowledge, tested by their own examples."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from cisner.rules import CheckReport

app = typer.Typer(
    name="patterns",
    help="Look after the pattern files.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class CheckFormat(StrEnum):
    """How `cisner patterns check` prints."""

    TABLE = "table"
    JSON = "json"


@app.callback()
def _patterns() -> None:
    """Look after the pattern files."""


@app.command()
def check(
    patterns: Annotated[
        Path | None,
        typer.Option(help="A folder of your own patterns, laid over cisner's.", exists=True, file_okay=False),
    ] = None,
    format: Annotated[  # noqa: A002
        CheckFormat, typer.Option("--format", "-f", help="table: findings for reading. json: one object.")
    ] = CheckFormat.TABLE,
    notes: Annotated[bool, typer.Option("--notes", help="Also tell what may well be meant.")] = False,
) -> None:
    """Check all pattern files and run every rule on its examples; the exit code is 1 if there are errors."""
    from cisner.output import opened
    from cisner.rules import Severity, check_patterns

    report = check_patterns(patterns)
    if not notes:
        report.findings = [f for f in report.findings if f.severity is not Severity.NOTE]
    with opened(None) as stream:
        if format is CheckFormat.JSON:
            stream.write(json.dumps(report.as_json(), ensure_ascii=False, indent=2) + "\n")
        else:
            from rich.console import Console

            _print(report, Console(file=stream, highlight=False, markup=False, emoji=False))
    raise typer.Exit(1 if report.count(Severity.ERROR) else 0)


def _print(report: CheckReport, console: Console) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from cisner.rules import Severity

    styles = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
    if report.findings:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for header in ("", "Where", "Rule"):
            table.add_column(header, overflow="fold")
        table.add_column("Finding", overflow="fold", ratio=1)
        for finding in report.findings:
            severity = Text(finding.severity.value, style=styles[finding.severity])
            table.add_row(severity, finding.where, finding.rule, Text(finding.message))
        console.print(table)
    for language, count in report.rules.items():
        console.print(Text(f"{language}: {count} rules, {report.examples[language]} examples and counter-examples"))
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    console.print(Text(f"{errors} errors, {warnings} warnings", style="bold"))
