"""`cisner extract`: reports in, records out, from one report to an archive."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from cisner.commands.options import LanguageChoice, LanguageOption, PatternsOption, PublishedOption, to_day
from cisner.output import complain, opened

if TYPE_CHECKING:
    from cisner.records import Extraction
    from cisner.streaming import Job

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
            "--format",
            "-f",
            help="json: indented for one report, one line each for several. jsonl: always one line each. "
            "parquet: with --engine ray only.",
        ),
    ] = OutputFormat.JSON,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            help="File to write instead of to standard output; with --engine ray, folder or address.",
        ),
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
    workers: Annotated[int, typer.Option("--workers", "-w", min=0, help="Processes; 0: one for each processor.")] = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an earlier run into --output stopped.")] = False,
    failures: Annotated[
        Path | None, typer.Option(help="Write failed reports here, as JSON Lines, instead of to standard error.")
    ] = None,
    engine: Annotated[Engine, typer.Option(help="local: this machine. ray: a Ray cluster.")] = Engine.LOCAL,
    address: Annotated[str | None, typer.Option(help="Address of the Ray cluster; without it, a local one.")] = None,
) -> None:
    """Extract the records of reports."""
    from cisner.report import Fields
    from cisner.streaming import Job, Settings

    job = Job(
        paths=paths,
        settings=Settings(str(patterns) if patterns else None, with_text, infer_members),
        fields=Fields(text_field, id_field, published_field),
        published=to_day(published),
        language=language.known,
        output=Path(output) if output is not None and engine is Engine.LOCAL else None,
        failures=failures,
        resume=resume,
        workers=workers or _processors(),
    )
    if engine is Engine.RAY:
        if output is None:
            raise typer.BadParameter("a cluster writes into a folder: name it with --output", param_hint="--engine")
        _check_cluster(job, format)
        raise typer.Exit(_extract_on_cluster(job, output, format, address))
    _check(job, format, address)
    try:
        failed = _extract(job, format)
    except KeyboardInterrupt:
        done = f": what is done is in {output}, and --resume goes on from there" if output is not None else ""
        complain(f"stopped{done}")
        raise typer.Exit(_INTERRUPTED) from None
    raise typer.Exit(1 if failed else 0)


def _extract(job: Job, format: OutputFormat) -> bool:  # noqa: A002
    """Runs a job on this machine; tells whether a report failed."""
    from cisner.streaming import Lines, Run

    is_terminal = sys.stderr.isatty() and not (job.output is None and sys.stdout.isatty())
    with Run(job, shown=is_terminal) as run:
        head = list(islice(run, 2)) if format is OutputFormat.JSON and not job.resume else []
        is_single = format is OutputFormat.JSON and not job.resume and run.tally.reports < 2
        records = chain(head, run)
        if job.output is None or is_single or format is OutputFormat.TABLE:
            with opened(job.output) as stream:
                _print(records, stream, format, indent=2 if is_single else None)
        else:
            with Lines(job.output, keep=job.resume) as lines:
                for line in records:
                    lines.put(line)
                    lines.flush()
    if run.tally.reports > 1 and (job.output is not None or is_terminal):
        complain(str(run.tally))
    failed_before = job.resume and job.failures is not None and job.failures.stat().st_size > 0
    return bool(run.tally.failed) or failed_before


def _print(records: Iterator[str], stream: TextIO, format: OutputFormat, *, indent: int | None) -> None:  # noqa: A002
    for line in records:
        if format is OutputFormat.TABLE:
            _print_tables(line, stream)
        elif indent is not None:
            stream.write(_extraction(line).to_json(indent=indent) + "\n")
        else:
            stream.write(line + "\n")
        stream.flush()


def _print_tables(line: str, stream: TextIO) -> None:
    from rich.console import Console

    from cisner.review import print_review

    print_review(_extraction(line), Console(file=stream, highlight=False, markup=False, emoji=False))


def _extraction(line: str) -> Extraction:
    from cisner.records import Extraction

    return Extraction.model_validate_json(line)


def _extract_on_cluster(job: Job, folder: str, format: OutputFormat, address: str | None) -> int:  # noqa: A002
    from cisner.engines.ray import extract_on_ray

    tally = extract_on_ray(job, folder, as_parquet=format is OutputFormat.PARQUET, address=address)
    complain(str(tally))
    return 1 if tally.failed else 0


def _check(job: Job, format: OutputFormat, address: str | None) -> None:  # noqa: A002
    if format is OutputFormat.PARQUET:
        raise typer.BadParameter("parquet is written with --engine ray only", param_hint="--format")
    if address is not None:
        raise typer.BadParameter("an address needs --engine ray", param_hint="--address")
    if job.resume and (job.output is None or format is OutputFormat.TABLE):
        raise typer.BadParameter("only JSON Lines in an --output file can be gone on with", param_hint="--resume")
    for option, file in (("--output", job.output), ("--failures", job.failures)):
        if file is not None:
            _check_file(option, file, job.paths)
    if job.output is not None and job.failures is not None and job.output.absolute() == job.failures.absolute():
        raise typer.BadParameter(f"{job.failures} is the output", param_hint="--failures")


def _check_file(option: str, file: Path, paths: Sequence[str]) -> None:
    from cisner.report.files import PACKED

    if file.is_dir():
        raise typer.BadParameter(f"{file} is a folder", param_hint=option)
    if file.suffix in PACKED:
        raise typer.BadParameter(f"{file} would not be packed: leave out {file.suffix}", param_hint=option)
    if not file.absolute().parent.is_dir():
        raise typer.BadParameter(f"there is no folder {file.parent}", param_hint=option)
    if file.exists() and any(Path(path).exists() and file.samefile(path) for path in paths):
        raise typer.BadParameter(f"{file} is one of the reports", param_hint=option)


def _check_cluster(job: Job, format: OutputFormat) -> None:  # noqa: A002
    if format is OutputFormat.TABLE:
        raise typer.BadParameter("a cluster writes parquet or jsonl", param_hint="--format")
    if job.resume:
        raise typer.BadParameter("goes on with --engine local only", param_hint="--resume")
    if job.failures is not None:
        _check_file("--failures", job.failures, job.paths)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
