"""Puts the figures of a run into the README, between two marks; started by itself, those of the last run."""

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
BEGIN, END = "<!-- figures of make bench BENCH=--readme -->", "<!-- end of figures -->"
_HOURS = 12  # a night


def update(path: Path, figures: dict[str, Any]) -> None:
    """Replaces what stands between the marks."""
    text = path.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    path.write_text(f"{before}{BEGIN}\n{written(figures)}{END}{after}", "utf-8")


def written(figures: dict[str, Any]) -> str:
    """The section in Markdown."""
    versions = figures["versions"]
    slowest = min(row["whole_reports_per_second"] for row in figures["speed"].values())
    hourly = slowest * 3600
    workers = figures["workers"]
    two = next(row for row in workers if row["workers"] == 2)
    share = two["gain"] / 2
    memory = max(row["memory_mb"] for row in (*figures["archive"], *workers))
    nightly = hourly * 16 * share * _HOURS
    start, knowledge = figures["start"], figures["knowledge"]
    rows = [
        f"cisner {versions['cisner']}, spaCy {versions['spacy']}, Python {versions['python']}, {versions['machine']}, "
        f"{figures['when'][:10]}.",
        "",
        "| one process | stock spaCy tokenizer, reports/s | cisner, reports/s | cisner, tokens/s | CPU time, ratio |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, row in figures["speed"].items():
        rates = [row[f"{key}_per_second"] for key in ("stock_reports", "whole_reports", "whole_tokens")]
        rows.append(f"| {name} | {' | '.join(f'{_round(rate):,}' for rate in rates)} | {row['ratio']:.1f} |")
    for name, row in figures["rivals"].items():
        if "left_out" not in row:
            rows += [
                "",
                f"On the same reports cisner is {row['times_as_fast']:.1f} times as fast as {name} {row['version']}.",
            ]
    rows += [
        "",
        f"Loading takes {max(start['load_en'], start['load_ru']):.1f} s after `import spacy` "
        f"({start['import_spacy']:.1f} s), `cisner extract` over one report {start['one_report']:.1f} s. "
        "Ten times as many known people cost "
        f"{max(row['more_cpu'] for row in knowledge.values()):+.0%}. Two workers on two processors are "
        f"{two['gain']:.1f} times as fast as one.",
        "",
        "| | |",
        "| --- | --- |",
        f"| reports per core-hour (1,200 characters each) | {_round(hourly):,} |",
        f"| memory per worker | {_round(memory)} MB |",
        f"| 10 million reports | {_round(1e7 / hourly / share):,} core-hours |",
        f"| a billion reports | {_round(1e9 / hourly / share):,} core-hours |",
        f"| what one machine of 16 cores does in a night ({_HOURS} h) | {_round(nightly / 1e6):,} million reports |",
        "",
    ]
    return "\n".join(rows) + "\n"


def _round(number: float) -> int:
    """Two significant digits: more would be noise."""
    digits = max(0, len(str(int(number))) - 2)
    return int(round(number, -digits))


if __name__ == "__main__":
    update(HERE.parent / "README.md", json.loads((HERE / "results.json").read_text("utf-8")))
