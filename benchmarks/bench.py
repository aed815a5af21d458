"""All benchmarks in one run: tables on the screen, the figures as JSON, the curves of growth as PNG.

    make bench                              everything, on generated reports
    make bench BENCH=--quick                a few minutes
    make bench BENCH="--folder my/reports"  on reports of your own as well
    make bench BENCH=--readme               and the figures into the README

Times are CPU times of one process and one thread unless they say wall. "Stock" is `spacy.blank(language).pipe`,
"cisner" is `cisner.extract_many` with the JSON of its records, over the same reports in memory. They take turns, each
turn on reports that neither has seen, and a ratio is the median over the turns, so that a busy or slow machine changes
it little. Rows with "compiled" are of the environment `.venv-compiled`, measured by a process of its own in the same
way. The tokenizer of spaCy takes several times as long over texts with line breaks and no-break spaces (as web pages
give them) as over texts without, so both are shown.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"  # before numpy is loaded

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from corpus import Corpus
from growth import by_archive, by_knowledge, by_length, by_workers, on_many, on_one_session, starts, timestamp
from measure import versions
from readme import update
from rich.console import Console
from rich.table import Table
from rivals import Rival, compromise, natasha
from speed import ROUNDS, race, speed, speed_with, stages

from cisner.report import Report, read_reports

LANGUAGES = {"en": "English", "ru": "Russian"}
HERE = Path(__file__).resolve().parent
HEADS = {"length": "Length of a report", "session": "Length of a report on one session"}
COMPILED = HERE.parent / ".venv-compiled" / "bin" / "python"


def main() -> None:
    """Runs the benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer and smaller rounds")
    parser.add_argument(
        "--folder", type=Path, action="append", default=[], help="reports of your own to measure as well"
    )
    parser.add_argument("--output", type=Path, default=HERE / "results.json", help="where the figures go")
    parser.add_argument("--plot", type=Path, default=HERE / "growth.png", help="where the curves go")
    parser.add_argument("--rivals", action=argparse.BooleanOptionalAction, default=True, help="measure other tools too")
    parser.add_argument("--readme", action="store_true", help="put the figures into the README")
    arguments = parser.parse_args()
    begin = time.monotonic()
    figures = measure(quick=arguments.quick, folders=arguments.folder, rivals=arguments.rivals)
    figures["minutes"] = (time.monotonic() - begin) / 60
    show(figures, Console())
    arguments.output.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    say(f"{figures['minutes']:.0f} minutes; the figures are in {arguments.output}")
    plot(figures, arguments.plot)
    if arguments.readme:
        update(HERE.parent / "README.md", figures)


def say(line: str) -> None:
    """Tells how far the run is."""
    print(line, file=sys.stderr, flush=True)


def measure(*, quick: bool, folders: list[Path], rivals: bool) -> dict[str, Any]:
    """All figures."""
    figures: dict[str, Any] = {"when": timestamp(), "versions": versions(), "speed": {}, "stages": {}, "rivals": {}}
    number = (ROUNDS + 1) * (40 if quick else 150)
    if not COMPILED.exists():
        say("cisner with compiled modules is left out: there is no C compiler, or it failed: make compiled")
    for language, name in LANGUAGES.items():
        for kind, as_pages in (("web pages", True), ("plain texts", False)):
            say(f"{name}, {kind}: {number} reports ...")
            reports = list(Corpus(language).reports(number, as_pages=as_pages))
            figures["speed"][f"{name}, {kind}"] = speed(language, reports)
            if COMPILED.exists():
                figures["speed"][f"{name}, {kind}, compiled"] = speed_with(COMPILED, language, reports)
        figures["stages"][name] = stages(language, list(Corpus(language, seed=3).reports(number // 4)))
    for folder in folders:
        figures["speed"] |= _own(folder)
    if rivals:
        for make in (natasha, compromise):
            say(f"{make.__name__} ...")
            figures["rivals"][make.__name__] = _race(make, 60 if quick else 240)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        say("Starting ...")
        figures["start"] = starts(place)
        lengths = (50, 200, 800) if quick else (50, 200, 800, 3_200, 12_800)
        for key, texts in (("length", on_many), ("session", on_one_session)):
            say(f"{HEADS[key]} ...")
            figures[key] = {language: by_length(texts(language, lengths), say) for language in LANGUAGES}
        say("Size of an archive ...")
        figures["archive"] = by_archive(place, (100, 400) if quick else (500, 2_000, 8_000), say)
        say("Workers ...")
        figures["workers"] = by_workers(place, 1_000 if quick else 4_000, say)
        say("Knowledge ...")
        figures["knowledge"] = {language: by_knowledge(place, language, say) for language in LANGUAGES}
    return figures


def _own(folder: Path) -> dict[str, Any]:
    found: dict[str, list[dict[str, str]]] = {"en": [], "ru": []}
    for item in read_reports([folder]):
        if isinstance(item, Report):
            cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in item.text)
            found["ru" if 4 * cyrillic > len(item.text) else "en"].append({"id": item.id, "text": item.text})
    if not any(found.values()):
        say(f"{folder}: no reports")
    return {
        f"{LANGUAGES[language]}, {folder.name}": speed(language, texts) for language, texts in found.items() if texts
    }


def _race(make: Callable[[], Rival | str], number: int) -> dict[str, Any]:
    rival = make()
    if isinstance(rival, str):
        say(f"{make.__name__}: {rival}")
        return {"left_out": rival}
    try:
        return race(rival, list(Corpus(rival.language, seed=2).reports(number)))
    except RuntimeError as error:
        say(f"{rival.name} does not run: {error}")
        return {"left_out": f"does not run: {error}"}


def show(figures: dict[str, Any], console: Console) -> None:
    """Prints the tables."""
    console.print(" · ".join(f"{name} {value}" for name, value in figures["versions"].items()))
    heads = (
        "tokens each",
        "stock tokens/s",
        "cisner tokens/s",
        "stock reports/s",
        "cisner reports/s",
        "cisner ÷ stock",
    )
    table = Table("reports", *heads, title="Speed, one process")
    for name, row in figures["speed"].items():
        rates = [f"{row[f'{tool}_{unit}_per_second']:,.0f}" for unit in ("tokens", "reports") for tool in TOOLS]
        table.add_row(name, f"{row['tokens_per_report']:.0f}", *rates, f"{row['ratio']:.2f}")
    console.print(table)
    for name, found in figures["stages"].items():
        table = Table("stage", "share", "tokens/s", "reports/s", title=f"Stages of cisner, {name}")
        for stage, row in found.items():
            rates = [f"{row[key]:,.0f}" for key in ("tokens_per_second", "reports_per_second")]
            table.add_row(stage, f"{row['share']:.1%}", *rates)
        console.print(table)
    table = Table("tool", "reports/s", "cisner", "times as fast", title="Other tools (CPU time, one thread)")
    for name, row in figures["rivals"].items():
        if "left_out" in row:
            table.add_row(name, row["left_out"])
        else:
            rates = (f"{row[key]:,.1f}" for key in ("reports_per_second", "cisner_reports_per_second", "times_as_fast"))
            table.add_row(f"{name} {row['version']}", *rates)
    console.print(table)
    _show_rows(console, "Seconds to start (wall)", [figures["start"]])
    for key, head in HEADS.items():
        for language, rows in figures[key].items():
            _show_rows(console, f"{head}, {LANGUAGES[language]}", rows)
    _show_rows(console, "Size of an archive", figures["archive"])
    _show_rows(console, "Workers", figures["workers"])
    _show_rows(console, "Ten times as many known people", list(figures["knowledge"].values()))


TOOLS = ("stock", "whole")


def _show_rows(console: Console, title: str, rows: list[dict[str, Any]]) -> None:
    table = Table(*(name.replace("_", " ") for name in rows[0]), title=title)
    for row in rows:
        table.add_row(*map(_shown, row.values()))
    console.print(table)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,.2f}" if isinstance(value, float) else f"{value:,}"


def plot(figures: dict[str, Any], path: Path) -> None:
    """Draws the curves of growth, if matplotlib is installed."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        say("No curves: matplotlib is not installed: pip install 'cisner[bench]'")
        return
    figure = Figure(figsize=(13, 3.4), layout="constrained")
    length, archive, memory, workers = figure.subplots(1, 4)
    for kind, style, what in (("length", "o-", ""), ("session", "s--", ", one session")):
        for language, rows in figures[kind].items():
            points = [row["characters"] for row in rows], [row["seconds"] for row in rows]
            length.loglog(*points, style, label=LANGUAGES[language] + what)
    last = figures["length"]["en"][-1]
    sizes = [row["characters"] for row in figures["length"]["en"]]
    length.loglog(sizes, [last["seconds"] * size / sizes[-1] for size in sizes], "k:", label="linear")
    length.set(title="One report: CPU seconds", xlabel="characters")
    length.legend(fontsize="small")
    reports = [row["reports"] for row in figures["archive"]]
    for axes, key, title in (
        (archive, "cpu", "An archive: CPU seconds"),
        (memory, "memory_mb", "An archive: memory, MB"),
    ):
        axes.plot(reports, [row[key] for row in figures["archive"]], "o-")
        axes.set(title=title, xlabel="reports", xlim=(0, None), ylim=(0, None))
    counts = [row["workers"] for row in figures["workers"]]
    workers.plot(counts, [row["gain"] for row in figures["workers"]], "o-", label="measured")
    workers.plot(counts, counts, "k:", label="ideal")
    workers.set(title="Workers: times as fast", xlabel="processes", xticks=counts, ylim=(0, None))
    workers.legend()
    figure.savefig(path, dpi=90, metadata={"Software": None})
    say(f"The curves are in {path}")


if __name__ == "__main__":
    main()
