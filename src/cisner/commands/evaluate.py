"""`cisner evaluate`: records, or what is extracted from reports on the spot, against gold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cisner.errors import CisnerError

if TYPE_CHECKING:
    from cisner.report import Report
    from cisner.scoring.rows import Rows


class EvaluationFormat(StrEnum):
    """How `cisner evaluate` prints."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="Gold: a folder with ID.json and the text ID.txt for each report, or JSON Lines with `id` and `text`.",
            exists=True,
        ),
    ],
    found: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PREDICTIONS|REPORTS]",
            help="Records (a JSON Lines file, or a folder of JSON files), or reports to extract them from now: a file "
            "or a folder. Without it, the texts in GOLD.",
            exists=True,
            show_default=False,
        ),
    ] = None,
    texts: Annotated[
        Path | None,
        typer.Option(help="Folder of the texts, if they are not in GOLD.", exists=True, file_okay=False),
    ] = None,
    format: Annotated[  # noqa: A002
        EvaluationFormat, typer.Option("--format", "-f", help="table: figures for reading. json: one object.")
    ] = EvaluationFormat.TABLE,
    errors: Annotated[bool, typer.Option(help="List what was missed and what is spurious.")] = True,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here instead of to standard output.")
    ] = None,
    patterns: Annotated[
        Path | None,
        typer.Option(help="A folder of your own patterns, laid over cisner's.", exists=True, file_okay=False),
    ] = None,
) -> None:
    """Compare records with gold: precision, recall and F1 by measure, language and status, and every error."""
    from cisner.output import complain, opened
    from cisner.scoring import rows_of, score
    from cisner.scoring.figures import ungrounded

    wanted = _gold(gold)
    failures: list[str] = []
    records = _stored(found, gold) if found is not None else None
    if records is None:
        results = list(_extracted(found or texts or gold, wanted, patterns))
        failures = [result for result in results if isinstance(result, str)]
        records = {result["report"]["id"]: result for result in results if not isinstance(result, str)}
    gold_rows: dict[str, Rows] = {}
    found_rows: dict[str, Rows] = {}
    languages: dict[str, str] = {}
    violations = 0
    for key, record in wanted.items():
        text, own = _text(key, record, texts or gold), records.get(key)
        if text is None and own is None:
            continue
        gold_rows[key] = rows_of(record, f"{gold.name}/{key}")
        language = record.get("language") or (own or {}).get("report", {}).get("language")
        if language:
            languages[key] = language
        if own is not None:
            found_rows[key] = rows_of(own, key)
            violations += ungrounded(own, text) if text is not None else 0
    scores = score(gold_rows, found_rows, languages, violations)
    with opened(output) as stream:
        if format is EvaluationFormat.JSON:
            data = scores.as_json()
            stream.write(json.dumps(data if errors else {**data, "errors": []}, ensure_ascii=False, indent=2) + "\n")
        else:
            from rich.console import Console

            from cisner.scoring.tables import print_scores

            console = Console(file=stream, highlight=False, markup=False, emoji=False)
            print_scores(scores, console, mistakes=errors)
    for message in failures:
        complain(message)
    if failures:
        raise typer.Exit(1)


def _gold(source: Path) -> dict[str, dict[str, Any]]:
    """Gold by the id of its report."""
    if source.is_dir():
        wanted = {path.stem: _parsed(path) for path in sorted(source.glob("*.json"))}
    else:
        wanted = {str(row["id"]): row for row in _objects(source) if "id" in row and "text" in row}
    if not wanted:
        raise CisnerError(f"{source}: no gold here: one JSON file for each report, or JSON Lines with id and text")
    return wanted


def _text(key: str, gold: dict[str, Any], texts: Path) -> str | None:
    """The text of a report, if it is at hand."""
    from cisner.decoding import decode

    if "text" in gold:
        return str(gold["text"])
    path = texts / f"{key}.txt"
    return decode(path.read_bytes()) if path.is_file() else None


def _parsed(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise CisnerError(f"{path}: not JSON: {error}") from None
    if not isinstance(data, dict):
        raise CisnerError(f"{path}: gold is one JSON object")
    return data


def _stored(found: Path, gold: Path) -> dict[str, dict[str, Any]] | None:
    """Records by the id of their report; None for what holds reports."""
    if found.is_dir():
        if found.resolve() == gold.resolve():
            return None
        files = sorted(path for path in found.iterdir() if path.suffix in (".json", ".jsonl"))
    else:
        files = [found] if found.suffix in (".json", ".jsonl") else []
    out: dict[str, dict[str, Any]] = {}
    for path in files:
        for number, record in enumerate(_objects(path), 1):
            if "text" in record or not ({"report", "meetings", "attendances"} & record.keys()):
                continue
            key = (record.get("report") or record).get("id", path.stem if number == 1 else f"{path.stem}:{number}")
            out[str(key)] = record
    return out or None


def _objects(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file: one, or one a line."""
    text = path.read_text("utf-8")
    try:
        items: Iterable[Any] = [json.loads(text)]
    except ValueError:
        try:
            items = [json.loads(line) for line in text.splitlines() if line.strip()]
        except ValueError as error:
            raise CisnerError(f"{path}: not JSON: {error}") from None
    return (item for item in items if isinstance(item, dict))


def _extracted(source: Path, gold: dict[str, dict[str, Any]], patterns: Path | None) -> Iterator[dict[str, Any] | str]:
    """Records of the reports that gold knows, with the dates of publication that gold gives; or why there are none."""
    from cisner.errors import Failure
    from cisner.extractor import Extractor
    from cisner.report import parse_day, read_reports

    def dated() -> Iterator[Report | Failure]:
        for report in read_reports([source]):
            if isinstance(report, Failure):
                yield report
            elif report.id in gold:
                published = gold[report.id].get("published")
                day = report.published or (parse_day(published) if published else None)
                yield report.model_copy(update={"published": day})

    for result in Extractor(patterns=patterns).extract_many(dated()):
        yield str(result) if isinstance(result, Failure) else result.model_dump(mode="json")
