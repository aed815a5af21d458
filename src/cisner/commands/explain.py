"""`cisner explain`: why a record says what it says, and why somebody has none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cisner.errors import CisnerError, Failure

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from cisner.explaining import Explanation, Reason
    from cisner.report import Report


class ExplanationFormat(StrEnum):
    """How `cisner explain` prints."""

    TABLE = "table"
    JSON = "json"


def explain(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A report, - for one from standard input, or records that carry their text."
        ),
    ],
    record: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only this record: m1, p2, a1, or m1/p2 for a person at a meeting."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication of reports that name none.")
    ] = None,
    language: Annotated[str, typer.Option(help="Language of reports that name none: en, ru or auto.")] = "auto",
    patterns: Annotated[
        Path | None,
        typer.Option(help="A folder of your own patterns, laid over cisner's.", exists=True, file_okay=False),
    ] = None,
    format: Annotated[  # noqa: A002
        ExplanationFormat, typer.Option("--format", "-f", help="table: for reading. json: one object a line.")
    ] = ExplanationFormat.TABLE,
) -> None:
    """For each field of a record: the words, the rule, and what it was resolved from; for others, what was missing."""
    from cisner.explaining import Explainer
    from cisner.output import complain, opened

    if language not in ("auto", "en", "ru"):
        raise typer.BadParameter("use auto, en or ru", param_hint="--language")
    explainer = Explainer(patterns)
    failed = found = False
    with opened(None) as stream:
        for report in _reports(file, published, language):
            if isinstance(report, Failure):
                complain(str(report))
                failed = True
                continue
            try:
                explanation = explainer.explain(report)
            except CisnerError as error:
                complain(f"{report.source or report.id}: {error}")
                failed = True
                continue
            if record is not None:
                explanation = explanation.about(record)
                if not explanation.records and not explanation.unrecorded:
                    continue
            found = True
            if format is ExplanationFormat.JSON:
                stream.write(json.dumps(explanation.as_json(), ensure_ascii=False) + "\n")
            else:
                from rich.console import Console

                _print(explanation, Console(file=stream, highlight=False, markup=False, emoji=False))
    if record is not None and not found and not failed:
        raise CisnerError(f"{file}: there is no record {record!r}; without --record all are shown")
    if failed:
        raise typer.Exit(1)


def _reports(file: str, published: str | None, language: str) -> Iterator[Report | Failure]:
    from cisner.report import Report, parse_day, read_reports
    from cisner.stored import holds_records, read_records

    data = Path(file).read_bytes() if file != "-" and Path(file).is_file() else b""
    if data and holds_records(data):
        for extraction in read_records(data, file):
            if isinstance(extraction, Failure):
                yield extraction
                continue
            info = extraction.report
            if info.text is None:
                raise CisnerError(f"{file}: records without their text: explain the report, or extract --with-text")
            fields: dict[str, Any] = info.model_dump(include={"id", "text", "published", "source", "language", "title"})
            yield Report(**fields)
        return
    day = parse_day(published) if published else None
    chosen: Any = None if language == "auto" else language
    yield from read_reports([file], published=day, language=chosen)


def _print(explanation: Explanation, console: Console) -> None:
    from rich.text import Text

    for record in explanation.records:
        heading = Text(f"{record.kind} {record.id}", style="bold reverse").append(
            f" {record.title}", style="not reverse"
        )
        console.print(heading)
        console.print(_table(record.reasons))
    if explanation.unrecorded:
        console.print(Text("Named, but on record for no meeting", style="bold reverse"))
        for person in explanation.unrecorded:
            console.print(Text(f"{person.id} {person.person}".strip(), style="bold"))
            console.print(_table(person.missing))


def _table(reasons: Iterable[Reason]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for header, ratio in (("Field", None), ("Value", 3), ("Words", 4), ("Rule", 3), ("From", 4)):
        table.add_column(header, ratio=ratio, overflow="fold")
    for reason in reasons:
        words = " | ".join(f"“{' '.join(w.text.split())}” {w.start}" for w in reason.words)
        table.add_row(*(Text(cell) for cell in (reason.field, reason.value, words, reason.rule, reason.source)))
    return table
