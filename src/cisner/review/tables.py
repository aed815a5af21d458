"""The tables of `cisner review`: meetings, attendance, agreements, problems."""

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cisner.records import Attendance, Extraction, Meeting, ReportInfo
from cisner.review.display import cell, printable, term
from cisner.review.spans import legend, marked_text
from cisner.vocabulary import Basis, Verdict

_DOUBTFUL = (Verdict.CONTRADICTED, Verdict.FORMER, Verdict.ELECT)
_WIDE = 120  # columns from which there is room for the ids and levels


def print_review(extraction: Extraction, console: Console, *, with_text: bool = True) -> None:
    """Prints what was found in one report.

    Args:
        extraction: The records; the text is shown if they carry it.
        console: Where to print.
        with_text: Whether to show the text with its mentions.
    """
    console.print(_heading(extraction.report))
    if not extraction.meetings:
        console.print("No meetings found.", style="dim")
    wide = console.width >= _WIDE
    for table, rows in (
        (meetings_table(extraction, wide=wide), extraction.meetings),
        (attendance_table(extraction, wide=wide), extraction.attendances),
        (agreements_table(extraction, wide=wide), extraction.agreements),
        (problems_table(extraction), extraction.problems),
    ):
        if rows:
            console.print(table)
    text = extraction.report.text
    if with_text and text is not None:
        colour = console.color_system is not None and not console.no_color
        if colour:
            console.print(legend())
        console.print()
        console.print(marked_text(text, extraction.entities, colour=colour))
        console.print()


def meetings_table(extraction: Extraction, *, wide: bool = False) -> Table:
    """One row per meeting."""
    table = _table("Meetings")
    _column(table, "", no_wrap=True, style="dim")
    _column(table, "Meeting", ratio=2)
    _column(table, "Body", no_wrap=True)
    if wide:
        _column(table, "Level", no_wrap=True)
        _column(table, "Format", ratio=1)
    _column(table, "Date", no_wrap=wide)
    _column(table, "Place", no_wrap=wide)
    _column(table, "Status", no_wrap=True)
    for meeting in extraction.meetings:
        level, formats = term(meeting.level), cell(", ".join(meeting.format))
        name = cell(meeting.name)
        if not wide:
            kind = Text(", ").join([level, formats] if formats else [level])
            name = Text("\n").join([name, Text(kind.plain, style="dim")])
        row = [cell(meeting.id), name, cell(meeting.organization), *([level, formats] if wide else [])]
        table.add_row(*row, _dates(meeting), _place(meeting), term(meeting.status))
    return table


def attendance_table(extraction: Extraction, *, wide: bool = False) -> Table:
    """One row per person and meeting, grouped by meeting."""
    with_mode = any(item.mode for item in extraction.attendances)
    with_check = wide or any(item.verdict in _DOUBTFUL for item in extraction.attendances)
    table = _table("Attendance")
    _column(table, "", no_wrap=True, style="dim")
    _column(table, "Person", ratio=2)
    _column(table, "Capacity", ratio=3)
    if wide:
        _column(table, "Office", ratio=2)
    _column(table, "For", no_wrap=True)
    _column(table, "Status", no_wrap=True)
    if with_mode:
        _column(table, "Mode", no_wrap=True)
    _column(table, "Function", no_wrap=True)
    if with_check:
        _column(table, "Check")
    for meeting in extraction.meetings:
        items = [item for item in extraction.attendances if item.meeting_id == meeting.id]
        for item in items:
            row = [cell(item.meeting_id), cell(item.person), _capacity(item, wide=wide)]
            row += [term(item.office)] if wide else []
            row += [cell(item.represents), term(item.status)]
            row += [_mode(item, wide=wide)] if with_mode else []
            row += [term(item.function)]
            row += [_check(item)] if with_check else []
            table.add_row(*row)
        if items:
            table.add_section()
    return table


def agreements_table(extraction: Extraction, *, wide: bool = False) -> Table:
    """One row per document."""
    table = _table("Agreements")
    _column(table, "", no_wrap=True, style="dim")
    _column(table, "Title", ratio=3)
    _column(table, "Kind", no_wrap=True)
    _column(table, "Status", no_wrap=True)
    if wide:
        _column(table, "Parties", ratio=1)
        _column(table, "Date", no_wrap=True)
    for agreement in extraction.agreements:
        row = [cell(agreement.meeting_id), cell(agreement.title), term(agreement.kind), term(agreement.status)]
        table.add_row(*row, *([cell(", ".join(agreement.parties)), cell(agreement.date)] if wide else []))
    return table


def problems_table(extraction: Extraction) -> Table:
    """One row per problem, with the words it is about where the text is at hand."""
    table = _table("Problems")
    _column(table, "Problem", no_wrap=True, style="yellow")
    _column(table, "What", ratio=3)
    _column(table, "Where", ratio=2)
    text = extraction.report.text
    for problem in extraction.problems:
        where = ""
        if problem.start is not None:
            where = text[problem.start : problem.end] if text else f"{problem.start}–{problem.end}"
        table.add_row(term(problem.code), cell(problem.message), cell(where))
    return table


def _table(title: str) -> Table:
    return Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False, expand=True
    )


def _column(table: Table, header: str, *, no_wrap: bool = False, ratio: int | None = None, style: str = "") -> None:
    """A column that breaks its words rather than cutting them off."""
    table.add_column(header, no_wrap=no_wrap, ratio=ratio, style=style, overflow="fold")


def _heading(report: ReportInfo) -> Text:
    parts = [
        report.language,
        f"published {report.published}" if report.published else "no publication date",
        report.dateline,
        report.source,
    ]
    heading = Text(printable(report.id), style="bold reverse")
    if report.title:
        heading.append(f" {printable(report.title)}", style="not reverse bold")
    return heading.append(" · ".join(["", *(printable(part) for part in parts if part)]), style="not reverse not bold")


def _capacity(item: Attendance, *, wide: bool) -> Text:
    """The role in the text's words, else the office that stands for it."""
    if item.role or wide:
        return cell(item.role)
    return term(item.office)


def _check(item: Attendance) -> Text:
    """What the known terms of office say of the capacity, and whether the report states it."""
    doubtful = item.verdict in _DOUBTFUL
    words = Text(item.verdict.replace("_", " "), style="yellow" if doubtful else "")
    return words.append(", inferred", style="dim") if item.basis is Basis.INFERRED else words


def _mode(item: Attendance, *, wide: bool) -> Text:
    return term(item.mode) if wide else Text("video" if item.mode else "")


def _dates(meeting: Meeting) -> Text:
    return cell(meeting.start if not meeting.end else f"{meeting.start} – {meeting.end}")


def _place(meeting: Meeting) -> Text:
    return cell(", ".join(part for part in (meeting.city, meeting.country) if part))
