"""All benchmarks in one run: a table on the screen, and the figures as JSON.

    make bench                                      everything, on generated reports
    python benchmarks/bench.py --quick              a few minutes
    python benchmarks/bench.py --folder my/reports  on reports of your own as well

Times are CPU times of this process unless they say wall; ratios are medians over rounds that are run in turns, so that
a busy or a slow machine changes them little. The tokenizer of spaCy takes ten times as long over texts with line breaks
and no-break spaces (as web pages give them) as over texts without, so both are shown.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from corpus import Corpus
from growth import by_archive, by_knowledge, by_length, by_workers, starts, timestamp
from measure import versions
from rich.console import Console
from rich.table import Table
from rivals import Rival, compromise, natasha
from speed import race, speed, stages

from cisner.report import Report, read_reports

LANGUAGES = {"en": "English", "ru": "Russian"}


def main() -> None:
    """Runs the benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer and smaller rounds")
    parser.add_argument("--folder", type=Path, help="reports of your own to measure as well")
    parser.add_argument("--output", type=Path, default=Path("benchmarks/results.json"), help="where the figures go")
    parser.add_argument("--plot", type=Path, default=Path("benchmarks/growth.png"), help="where the curves go")
    parser.add_argument("--rivals", action=argparse.BooleanOptionalAction, default=True, help="measure other tools too")
    arguments = parser.parse_args()
    figures = measure(quick=arguments.quick, folder=arguments.folder, rivals=arguments.rivals)
    show(figures, Console())
    arguments.output.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    say(f"The figures are in {arguments.output}")
    plot(figures, arguments.plot)


def say(line: str) -> None:
    """Tells how far the run is."""
    print(line, file=sys.stderr, flush=True)


def measure(*, quick: bool, folder: Path | None, rivals: bool) -> dict[str, Any]:
    """All figures."""
    figures: dict[str, Any] = {"when": timestamp(), "versions": versions(), "speed": {}, "stages": {}, "rivals": {}}
    number = 150 if quick else 400
    for language, name in LANGUAGES.items():
        pages = list(Corpus(language).reports(number))
        plain = list(Corpus(language).reports(number, as_pages=False))
        for kind, reports in (("web pages", pages), ("plain texts", plain)):
            say(f"{name}, {kind}: {len(reports)} reports ...")
            figures["speed"][f"{name}, {kind}"] = speed(language, reports)
        figures["stages"][name] = stages(language, pages)
    if folder is not None:
        figures["speed"] |= _own(folder)
    if rivals:
        for make in (natasha, compromise):
            say(f"{make.__name__} ...")
            rival = make()
            figures["rivals"][make.__name__] = _race(rival, 40 if quick else 150)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        say("Starting ...")
        figures["start"] = starts(place)
        say("Length of a report ...")
        lengths = (50, 200, 800) if quick else (50, 200, 800, 3_200, 12_800)
        figures["length"] = {language: by_length(language, lengths, say) for language in LANGUAGES}
        say("Size of an archive ...")
        figures["archive"] = by_archive(place, (100, 400) if quick else (250, 1_000, 4_000), say)
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
            found["ru" if 2 * cyrillic > len(item.text) / 2 else "en"].append({"id": item.id, "text": item.text})
    return {f"{LANGUAGES[language]}, {folder}": speed(language, texts) for language, texts in found.items() if texts}


def _race(rival: Rival | str, number: int) -> dict[str, Any]:
    if isinstance(rival, str):
        return {"left_out": rival}
    try:
        return race(rival, list(Corpus(rival.language, seed=2).reports(number)))
    except Exception as error:
        return {"left_out": f"does not run: {error}"}


def show(figures: dict[str, Any], console: Console) -> None:
    """Prints the tables."""
    console.print(" · ".join(f"{name} {value}" for name, value in figures["versions"].items()))
    heads = ("tokens each", "stock tokens/s", "tokens/s", "stock reports/s", "reports/s", "whole ÷ stock")
    table = Table("reports", *heads, title="Speed")
    for name, row in figures["speed"].items():
        rates = [f"{row[key]:,.0f}" for key in _RATES]
        table.add_row(name, f"{row['tokens_per_report']:.0f}", *rates, f"{row['ratio']:.2f}")
    console.print(table)
    for name, shares in figures["stages"].items():
        table = Table("stage", "share", "x stock", title=f"Stages, {name}")
        whole = figures["speed"][f"{name}, web pages"]["ratio"]
        for stage, share in shares.items():
            table.add_row(stage, f"{share:.1%}", f"{share * whole:.2f}")
        console.print(table)
    table = Table("tool", "reports/s", "cisner", "times as fast", title="Other tools (CPU time, one thread)")
    for name, row in figures["rivals"].items():
        if "left_out" in row:
            table.add_row(name, row["left_out"], "", "")
        else:
            rates = (f"{row[key]:,.1f}" for key in ("reports_per_second", "cisner_reports_per_second", "times_as_fast"))
            table.add_row(f"{name} {row['version']}", *rates)
    console.print(table)
    _show_rows(console, "Seconds to start (wall)", [figures["start"]])
    for language, rows in figures["length"].items():
        _show_rows(console, f"Length of a report, {LANGUAGES[language]}", rows)
    _show_rows(console, "Size of an archive", figures["archive"])
    _show_rows(console, "Workers", figures["workers"])
    _show_rows(console, "Ten times as many known people", list(figures["knowledge"].values()))


_RATES = ("stock_tokens_per_second", "tokens_per_second", "stock_reports_per_second", "reports_per_second")


def _show_rows(console: Console, title: str, rows: list[dict[str, Any]]) -> None:
    table = Table(*rows[0], title=title)
    for row in rows:
        table.add_row(*(f"{value:,.2f}" if isinstance(value, float) else f"{value:,}" for value in row.values()))
    console.print(table)


def plot(figures: dict[str, Any], path: Path) -> None:
    """Draws the curves of growth, if matplotlib is installed."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        say("matplotlib is not installed: no curves")
        return
    figure = Figure(figsize=(12, 3.6), layout="constrained")
    length, archive, workers = figure.subplots(1, 3)
    for language, rows in figures["length"].items():
        length.loglog([r["characters"] for r in rows], [r["seconds"] for r in rows], "o-", label=LANGUAGES[language])
    first = figures["length"]["en"][0]
    sizes = [row["characters"] for row in figures["length"]["en"]]
    length.loglog(sizes, [first["seconds"] * s / sizes[0] for s in sizes], "k:", label="linear")
    length.set(title="One report", xlabel="characters", ylabel="CPU seconds")
    length.legend()
    reports = [row["reports"] for row in figures["archive"]]
    archive.plot(reports, [row["wall"] for row in figures["archive"]], "o-", label="seconds")
    archive.plot(reports, [row["memory_mb"] for row in figures["archive"]], "s--", label="memory, MB")
    archive.set(title="An archive, one process", xlabel="reports", ylim=(0, None))
    archive.legend()
    counts = [row["workers"] for row in figures["workers"]]
    workers.plot(counts, [row["gain"] for row in figures["workers"]], "o-", label="measured")
    workers.plot(counts, counts, "k:", label="ideal")
    workers.set(
        title=f"{figures['workers'][0]['reports']:,} reports", xlabel="workers", ylabel="times as fast", ylim=(0, None)
    )
    workers.legend()
    figure.savefig(path, dpi=110)
    say(f"The curves are in {path}")


if __name__ == "__main__":
    main()
