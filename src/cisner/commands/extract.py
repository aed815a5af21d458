"""`cisner extract`: reports in, records out, from one report to an archive."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from cisner.commands.options import LanguageChoice, LanguageOption, PatternsOption, PublishedOption, to_day
from cisner.output import complain, opened

if TYPE_CHECKING:
    from cisner.report import Fields
    from cisner.streaming import Lines, Outcome, Progress, Settings, Tally

_INTERRUPTED = 130  # the exit code of a shell's command that Ctrl-C ended


class OutputFormat(StrEnum):
    """How `cisner extract` prints."""

    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"
    PARQUET = "parquet"


class Engine(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    RAY = "ray"


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS...",
            help="Reports: .txt, .html, .json, .jsonl, .csv, .parquet, .tar, these also as .gz or .zst; folders of "
            "them; patterns of file names; or - for standard input.",
            show_default=False,
        ),
    ],
    published: PublishedOption = None,
    language: LanguageOption = LanguageChoice.AUTO,
    format: Annotated[  # noqa: A002
        OutputFormat,
        typer.Option(
            help="json: indented for one report, one line each for several. jsonl: always one line each. "
            "parquet: with --engine ray only."
        ),
    ] = OutputFormat.JSON,
    output: Annotated[
        Path | None, typer.Option(help="Write here instead of to standard output; with --engine ray, a folder.")
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the text of the report into its record.")] = False,
    infer_members: Annotated[
        bool,
        typer.Option("--infer-members", help='Expand "all heads of state of the CIS" to inferred records of each.'),
    ] = False,
    patterns: PatternsOption = None,
    text_field: Annotated[str, typer.Option(help="What JSON and tables call the text.")] = "text",
    id_field: Annotated[str, typer.Option(help="What JSON and tables call the id.")] = "id",
    published_field: Annotated[str, typer.Option(help="What JSON and tables call the day.")] = "published",
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0: one for each processor.")] = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an earlier run into --output stopped.")] = False,
    failures: Annotated[
        Path | None, typer.Option(help="Write failed reports here, as JSON Lines, instead of to standard error.")
    ] = None,
    engine: Annotated[Engine, typer.Option(help="local: this machine. ray: a Ray cluster.")] = Engine.LOCAL,
    address: Annotated[str | None, typer.Option(help="Address of the Ray cluster; without it, a local one.")] = None,
) -> None:
    """Extract the records of reports."""
    from cisner.report import Fields
    from cisner.streaming import Settings

    fields = Fields(text_field, id_field, published_field)
    settings = Settings(str(patterns) if patterns else None, with_text, infer_members)
    if engine is Engine.RAY:
        raise typer.BadParameter("not here yet", param_hint="--engine")
    run = _Run(paths, output, failures, format, resume=resume)
    run.check()
    raise typer.Exit(run.extract(settings, fields, to_day(published), language, workers or _processors()))
