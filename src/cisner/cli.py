"""The command line. Whatever takes long to import is imported by the command that needs it."""

import logging
import os
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

from cisner import __version__
from cisner.commands import knowledge as knowledge_commands, patterns as patterns_command
from cisner.commands.evaluate import evaluate
from cisner.commands.explain import explain
from cisner.commands.extract import extract
from cisner.commands.options import LanguageChoice, LanguageOption, PatternsOption, PublishedOption, to_day
from cisner.output import complain, opened

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console

    from cisner.errors import Failure
    from cisner.records import Extraction

app = typer.Typer(
    name="cisner",
    help="Who attended which diplomatic meeting in which capacity: records from English and Russian reports.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Runs the command line; what goes wrong becomes one line and an exit code, never a traceback."""
    from cisner.errors import CisnerError

    logging.lastResort = logging.NullHandler()  # what libraries log is not for the user of a command
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")
    try:
        app()
    except CisnerError as error:
        _stop(str(error))
    except OSError as error:
        _stop(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except Exception as error:
        if "CISNER_DEBUG" in os.environ:
            raise
        _stop(f"internal error: {type(error).__name__}: {error} (CISNER_DEBUG=1 shows where)")


def _stop(message: str) -> NoReturn:
    complain(message)
    sys.exit(1)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"cisner {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    pass


app.command()(extract)


@app.command()
def review(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="Records from cisner extract, - for such from standard input, or a report."
        ),
    ],
    text: Annotated[bool, typer.Option(help="Show the text with its mentions.")] = True,
    published: PublishedOption = None,
    language: LanguageOption = LanguageChoice.AUTO,
    patterns: PatternsOption = None,
) -> None:
    """Show records as tables, and the text with its mentions."""
    from cisner.stored import holds_records, read_records

    results: Iterator[Extraction | Failure]
    data = _bytes_of(file)
    if data is not None and (file == "-" or holds_records(data)):
        results = (_with_source_text(result) for result in read_records(data, "stdin" if file == "-" else file))
    else:
        results = _results([file], to_day(published), language, patterns)
    failed = False
    with opened(None) as stream:
        console = _console(stream)
        for result in results:
            failed |= _put(result, stream, console, None, with_text=text)
    raise typer.Exit(1 if failed else 0)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the records."""
    import json

    from cisner.records import json_schema

    with opened(None) as stream:
        stream.write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")


@app.command()
def info() -> None:
    """Print versions, languages and how many patterns there are."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from cisner.resources import count_patterns, patterns_folder

    rows = [("cisner", __version__), ("Python", platform.python_version())]
    for package in ("spacy", "spacy-lookups-data", "pydantic", "trafilatura"):
        try:
            rows.append((package, version(package)))
        except PackageNotFoundError:
            rows.append((package, "not installed"))
    rows += [("languages", "en (English), ru (Russian)"), ("patterns", str(patterns_folder()))]
    rows += [(f"  {name}", str(count)) for name, count in count_patterns(patterns_folder()).items()]
    rows += [("terms of office", "as of"), *knowledge_commands.freshness(patterns_folder())]
    with opened(None) as stream:
        width = max(len(name) for name, _ in rows) + 2
        stream.writelines(f"{name:<{width}}{value}\n" for name, value in rows)


app.command()(evaluate)
app.command()(explain)
app.add_typer(patterns_command.app)
knowledge_commands.register(app)


def _results(
    paths: list[str], published: "date | None", language: LanguageChoice, patterns: Path | None
) -> "Iterator[Extraction | Failure]":
    """Reads and extracts, one result for each report, in order; records carry the text."""
    from cisner.errors import Failure
    from cisner.extractor import Extractor
    from cisner.report import read_reports

    extractor = Extractor(patterns=patterns)
    for report in read_reports(paths, published=published, language=language.known):
        result = report if isinstance(report, Failure) else extractor.attempt(report)
        if isinstance(result, Failure) or isinstance(report, Failure):
            yield result
        else:
            yield result.with_text(report.text)


def _put(
    result: "Extraction | Failure",
    stream: TextIO,
    console: "Console | None",
    indent: int | None,
    *,
    with_text: bool = True,
) -> bool:
    """Prints one result, to the console if there is one; tells whether it is a failure."""
    from cisner.errors import Failure

    if isinstance(result, Failure):
        complain(str(result))
        return True
    if console is None:
        stream.write(result.to_json(indent=indent) + "\n")
    else:
        from cisner.review import print_review

        print_review(result, console, with_text=with_text)
    stream.flush()
    return False


def _with_source_text(result: "Extraction | Failure") -> "Extraction | Failure":
    """Adds the text to records without it, if their source is still there and unchanged."""
    from cisner.errors import Failure
    from cisner.records import text_digest
    from cisner.report import Report, read_reports

    if isinstance(result, Failure) or result.report.text is not None or not result.report.source:
        return result
    if not Path(result.report.source).is_file():
        return result
    for report in read_reports([result.report.source]):
        if isinstance(report, Report) and text_digest(report.text) == result.report.sha256:
            return result.with_text(report.text)
    return result


def _bytes_of(file: str) -> bytes | None:
    """The content of a file or of standard input; None for what reading it as a report will complain about."""
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError:
        return None


def _console(stream: TextIO) -> "Console":
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False)
