"""`cisner knowledge import | check | export`: keeping the terms of office fresh."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cisner.commands import lookup
from cisner.commands.lookup import FormatOption, LookupFormat, PatternsOption

if TYPE_CHECKING:
    from cisner.knowledge.exchange import Layer

app = typer.Typer(
    name="knowledge",
    help="Look after the terms of office.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_SHOWN = 20  # refused rows that an import prints


def register(cli: typer.Typer) -> None:
    """Puts the commands on the command line."""
    cli.command()(lookup.who)
    cli.command()(lookup.office)
    cli.command()(lookup.body)
    cli.add_typer(app)


@app.command("import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="CSV with the columns of `cisner knowledge export`, or CSV or JSON of a Wikidata query.",
            exists=True,
            dir_okay=False,
        ),
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DIR", help="The layer: a folder for --patterns.", file_okay=False),
    ] = Path("cisner-patterns"),
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Up to when terms without an end are running; today if not given."),
    ] = None,
    patterns: PatternsOption = None,
) -> None:
    """Make a knowledge layer of office terms: what is new in FILE, as far as it does not contradict what is known."""
    import datetime as dt

    from cisner.decoding import decode
    from cisner.errors import CisnerError
    from cisner.knowledge import Knowledge
    from cisner.knowledge.exchange import import_terms, layer_toml
    from cisner.output import opened

    lookup.parse_period(as_of)
    fresh = as_of or dt.date.today().isoformat()
    knowledge = lookup.load_knowledge(patterns)
    layer = import_terms(decode(file.read_bytes()), knowledge, file.name, fresh)
    if layer.people:
        people = output / "knowledge" / "people"
        people.mkdir(parents=True, exist_ok=True)
        target = people / f"{file.stem}.toml"
        with opened(target) as stream:
            stream.write(layer_toml(layer, file.name, fresh))
        try:
            Knowledge([*knowledge.folders, output])
        except CisnerError as error:
            target.unlink()
            raise CisnerError(f"{output} would not validate with this file: {error}") from None
    _report(layer, output)


def _report(layer: Layer, output: Path) -> None:
    from cisner.output import complain

    for reason in layer.refused[:_SHOWN]:
        complain(f"left out: {reason}")
    if len(layer.refused) > _SHOWN:
        complain(f"left out: {len(layer.refused) - _SHOWN} rows more")
    new = f"{layer.terms} terms of {len(layer.people)} people are new"
    print(f"{new}, {layer.agreed} were known, {len(layer.refused)} left out")
    if layer.people:
        print(f"use them with --patterns {output}")


@app.command()
def check(
    format: FormatOption = LookupFormat.TABLE,  # noqa: A002
    patterns: PatternsOption = None,
) -> None:
    """List gaps, overlaps and entries grown old; the exit code is 1 if there are overlaps."""
    import datetime as dt

    from cisner.knowledge import Knowledge, checks

    knowledge = Knowledge(lookup.folders(patterns), checked=False)
    found = checks.check(knowledge, dt.date.today())
    if format is LookupFormat.JSON:
        keys = ("kind", "represents", "office", "start", "end", "message")
        lookup.print_json([{key: getattr(finding, key) for key in keys} for finding in found])
    else:
        lookup.print_table(("", "Finding"), [(finding.kind, finding.message) for finding in found])
        counts = {kind: sum(f.kind == kind for f in found) for kind in (checks.OVERLAP, checks.GAP, checks.STALE)}
        print(f"{counts[checks.OVERLAP]} overlaps, {counts[checks.GAP]} gaps, {counts[checks.STALE]} stale entries")
    raise typer.Exit(1 if any(finding.kind == checks.OVERLAP for finding in found) else 0)


@app.command()
def export(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here instead of to standard output.")
    ] = None,
    patterns: PatternsOption = None,
) -> None:
    """Write all terms of office as CSV."""
    from cisner.knowledge.exchange import export_csv
    from cisner.output import opened

    with opened(output) as stream:
        stream.write(export_csv(lookup.load_knowledge(patterns)))


def freshness(folder: Path) -> list[tuple[str, str]]:
    """How fresh the people files of a folder are, for `cisner info`."""
    from cisner.knowledge import Knowledge

    return [(f"  {name}", as_of) for name, as_of in sorted(Knowledge([folder], checked=False).as_of.items())]
