"""`cisner who`, `cisner office`, `cisner body`: what is known of people, offices and international bodies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from cisner.knowledge import Knowledge, Period


class LookupFormat(StrEnum):
    """How the look-up commands print."""

    TABLE = "table"
    JSON = "json"


PatternsOption = Annotated[
    Path | None,
    typer.Option(help="A folder of your own knowledge, laid over cisner's.", exists=True, file_okay=False),
]
DayOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="Only what holds on this day, month or year.")
]
FormatOption = Annotated[LookupFormat, typer.Option("--format", "-f", help="table: for reading. json: for programs.")]


def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or surname, in Latin or Cyrillic letters.")],
    on: DayOption = None,
    format: FormatOption = LookupFormat.TABLE,  # noqa: A002
    patterns: PatternsOption = None,
) -> None:
    """Tell who somebody is, and the terms of office."""
    from cisner.lookup import certainty, find_people, person_row, terms_on

    period = parse_period(on)
    knowledge = load_knowledge(patterns)
    answer = find_people(name, knowledge)
    terms = [(person, terms_on(person, period, knowledge)) for person in answer.found]
    if format is LookupFormat.JSON:
        print_json([person_row(person, own) for person, own in terms])
    elif terms:
        rows = []
        for person, own in terms:
            spellings = ", ".join(person.names[1:])
            heading = f"{person.name}{f' ({person.wikidata})' if person.wikidata else ''}\n{spellings}".rstrip()
            for index, term in enumerate(own):
                sure = certainty(term, period, knowledge)
                rows.append((heading if index == 0 else "", *_office_cells(term), _days(term, sure)))
            if not own:
                rows.append((heading, f"no known office on {period}" if period else "no known office", "", ""))
        print_table(("Person", "Office", "Of", "Term"), rows, sections=True)
    if not answer.found:
        _not_found(f"nobody called {name!r} is known", answer.suggestions)


def office(
    title: Annotated[str, typer.Argument(metavar="TITLE", help='An office: "Prime Minister", "Министр финансов" …')],
    party: Annotated[str, typer.Argument(metavar="COUNTRY", help="A state or body: code, acronym or name.")],
    on: DayOption = None,
    format: FormatOption = LookupFormat.TABLE,  # noqa: A002
    patterns: PatternsOption = None,
) -> None:
    """List who held an office."""
    from cisner.lookup import certainty, find_holders, holder_row

    period = parse_period(on)
    knowledge = load_knowledge(patterns)
    code = _party(party, knowledge)
    answer = find_holders(title, code, period, knowledge)
    if format is LookupFormat.JSON:
        print_json([{**holder_row(p, t), "certain": certainty(t, period, knowledge) == "yes"} for p, t in answer.found])
    elif answer.found:
        rows = [(p.name, *_office_cells(t), _days(t, certainty(t, period, knowledge))) for p, t in answer.found]
        print_table(("Person", "Office", "Of", "Term"), rows)
    if not answer.found:
        _not_found(f"no {title} of {code} is known{f' on {period}' if period else ''}", answer.suggestions)


def body(
    name: Annotated[str, typer.Argument(metavar="BODY", help="An international body: acronym or name.")],
    on: DayOption = None,
    format: FormatOption = LookupFormat.TABLE,  # noqa: A002
    patterns: PatternsOption = None,
) -> None:
    """Show an international body: members, chair, heads and organs."""
    from cisner.lookup import body_row

    period = parse_period(on)
    knowledge = load_knowledge(patterns)
    code = _party(name, knowledge)
    found = knowledge.bodies.get(code)
    if found is None:
        _not_found(f"{name!r} is a state: `cisner office` lists who held its offices", ())
        return
    row = body_row(found, period, knowledge)
    if format is LookupFormat.JSON:
        print_json(row)
        return
    _print_body(row)


def _print_body(row: dict[str, Any]) -> None:
    from cisner.output import opened

    with opened(None) as stream:
        stream.write(f"{row['id']}: {row['name']}{' (' + row['wikidata_id'] + ')' if row['wikidata_id'] else ''}\n")
        stream.writelines(f"  {', '.join(row['names'][lang] + row['acronyms'][lang])}\n" for lang in row["names"])
    members = [(m["name"], m["country"], m["status"], _dates(m["start"], m["end"])) for m in row["members"]]
    print_table(("Member", "", "Status", "Time"), members)
    heads = [
        (h["name"], h["title"] + (" (acting)" if h["acting"] else ""), _dates(h["start"], h["end"]))
        for h in row["heads"]
    ]
    print_table(("Head", "Post", "Time"), heads)
    print_table(("Chair in", "State"), [(str(c["year"]), c["country"]) for c in row["chairs"]])
    organs = [((o["names"]["en"] or o["names"]["ru"] or [""])[0], o["level"].replace("_", " ")) for o in row["organs"]]
    print_table(("Organ", "Level"), organs)


# -- helpers -------------------------------------------------------------------------------------


def folders(patterns: Path | None) -> list[Path]:
    """The built-in knowledge and the user's over it."""
    from cisner.resources import patterns_folder

    return [patterns_folder(), *([patterns] if patterns else [])]


def load_knowledge(patterns: Path | None) -> Knowledge:
    """What is known, with the user's layer."""
    from cisner.knowledge import Knowledge

    return Knowledge(folders(patterns))


def parse_period(text: str | None) -> Period | None:
    """The days of a date given on the command line."""
    from cisner.knowledge import Period

    if text is None:
        return None
    try:
        return Period.parse(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _party(words: str, knowledge: Knowledge) -> str:
    from cisner.errors import CisnerError
    from cisner.lookup import similar_parties

    code = knowledge.party(words)
    if code is None:
        like = similar_parties(words, knowledge)
        raise CisnerError(f"no state or body {words!r} is known{_meant(like)}")
    return code


def _not_found(message: str, suggestions: Sequence[str]) -> None:
    from cisner.output import complain

    complain(message + _meant(suggestions))
    raise typer.Exit(1)


def _meant(suggestions: Sequence[str]) -> str:
    return f"; did you mean {' or '.join(suggestions)}?" if suggestions else ""


def _office_cells(term: Any) -> tuple[str, str]:
    title = term.title or term.office.replace("_", " ")
    return title + (" (acting)" if term.acting and "acting" not in title.lower() else ""), term.represents


def _days(term: Any, sure: str) -> str:
    end = f"{term.end} or later" if term.end and term.end_approximate else term.end
    return _dates(term.start, end) + ("" if sure == "yes" else " (perhaps)")


def _dates(start: str | None, end: str | None) -> str:
    return f"{start or '?'} – {end or ''}".rstrip()


def print_json(value: object) -> None:
    """Prints a value as JSON."""
    from cisner.output import opened

    with opened(None) as stream:
        stream.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]], *, sections: bool = False) -> None:
    """Prints rows as a table, nothing if there are none."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from cisner.output import opened
    from cisner.review.display import printable

    rows = list(rows)
    if not rows:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for header in headers:
        table.add_column(header, overflow="fold")
    for row in rows:
        if sections and row[0] and table.row_count:
            table.add_section()
        table.add_row(*(Text("\n".join(map(printable, value.split("\n")))) for value in row))
    with opened(None) as stream:
        console: Console = Console(file=stream, highlight=False, markup=False, emoji=False)
        console.print(table)
