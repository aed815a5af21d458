"""How time and memory grow: with the length of a report, the number of reports, of workers and of known people."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus import LAST_DAY, Corpus, terms
from measure import alternate, command, ratio, wall
from speed import ROUNDS, parts

from cisner.extractor import Extractor

Say = Callable[[str], None]
_LONGEST = 15.0  # seconds for a report; none that are longer still


def by_length(texts: Iterable[str], say: Say) -> list[dict[str, float]]:
    """CPU seconds for reports that are longer and longer."""
    rows = []
    extractor = Extractor()
    for text in texts:
        turns = alternate([[text]] * 3, {"whole": lambda texts: list(extractor.extract_many(texts))})
        seconds = min(turns["whole"])
        rows.append({"characters": len(text), "seconds": seconds, "per_mb": seconds / len(text) * 1e6})
        say(f"{len(text):,} characters in {seconds:.2f} s")
        if seconds > _LONGEST:
            say("longer reports are left out")
            break
    return rows


def on_many(language: str, numbers: Iterable[int]) -> Iterator[str]:
    """A report with so many different names, one sentence each, for each number."""
    return (Corpus(language, seed=7).long_text(number) for number in numbers)


def on_one_session(language: str, numbers: Iterable[int]) -> Iterator[str]:
    """A report on one session and its participants, with about so many sentences, for each number."""
    return (Corpus(language, seed=7).text(LAST_DAY, paragraphs=number // 3, kind="session") for number in numbers)


def by_archive(folder: Path, numbers: Iterable[int], say: Say) -> list[dict[str, float]]:
    """Wall and CPU seconds and greatest memory of the command over archives of so many reports."""
    rows = []
    for number in numbers:
        path = archive(folder, number)
        row = wall(command("extract", path, "--output", folder / "out.jsonl"))
        rows.append({"reports": number, **row})
        say(f"{number:,} reports: {row['wall']:.1f} s, {row['memory_mb']:.0f} MB")
    return rows


def by_workers(folder: Path, number: int, say: Say) -> list[dict[str, float]]:
    """Wall seconds of the command with one worker, two, and so on up to the number of processors."""
    path = archive(folder, number)
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    rows: list[dict[str, float]] = []
    for workers in sorted({1, 2, *(n for n in (4, 8, 16, 32, 64) if n < processors), processors}):
        line = command("extract", path, "--output", folder / f"out{workers}.jsonl", "--workers", str(workers))
        row = min((wall(line) for _ in range(2)), key=lambda row: row["wall"])
        gain = rows[0]["wall"] / row["wall"] if rows else 1.0
        rows.append({"workers": workers, "reports": number, **row, "gain": gain, "same_bytes": True})
        say(f"{workers} workers: {row['wall']:.1f} s")
        if workers > 1:
            same = (folder / f"out{workers}.jsonl").read_bytes() == (folder / "out1.jsonl").read_bytes()
            rows[-1]["same_bytes"] = same
    return rows


def by_knowledge(folder: Path, language: str, say: Say) -> dict[str, float]:
    """How much more CPU time it takes with ten times as many people in the knowledge files."""
    people = folder / "many" / "knowledge" / "people"
    people.mkdir(parents=True, exist_ok=True)
    number = _write_people(people / "many.toml")
    reports = list(Corpus(language, seed=5).reports((ROUNDS + 1) * 60))
    few, many = Extractor(), Extractor(patterns=folder / "many")
    seconds = alternate(
        parts(reports),
        {"few": lambda part: list(few.extract_many(part)), "many": lambda part: list(many.extract_many(part))},
    )
    more = ratio(seconds, "many", "few") - 1
    say(f"{language}: {more:+.1%} with {number:,} more people")
    return {"people_added": number, "more_cpu": more}


def _write_people(path: Path) -> int:
    """Nine people with new names for every known one."""
    english, russian = terms("en"), terms("ru")
    pairs = [
        (a.name, b.name, a.country, start)
        for key, held in english.items()
        for (start, _, a), (_, _, b) in zip(held, russian.get(key, ()), strict=False)
    ]
    lines = ['as_of = "2026-01"']
    number = 0
    for copy in range(9):
        for index, (name, name_ru, country, start) in enumerate(pairs):
            other, other_ru = pairs[(index * 7 + copy * 131 + 1) % len(pairs)][:2]
            new = f"{other.split()[0]} {name.split()[-1]}{'abcdefghi'[copy]}ov"
            new_ru = f"{other_ru.split()[0]} {name_ru.split()[-1]}{'абвгдежзи'[copy]}ов"
            lines += [
                f'[[person]]\nid = "bench-{copy}-{index}"\ngender = "m"\nen = ["{new}"]\nru = ["{new_ru}"]',
                f'terms = [{{office = "minister", country = "{country}", title = "No. {number}", start = "{start}"}}]',
            ]
            number += 1
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return number


def starts(folder: Path) -> dict[str, float]:
    """Seconds to start: the command over one report, `import spacy`, loading after it, and ``--help``."""
    path = archive(folder, 1)
    code = (
        "import time, json; a = time.perf_counter(); import spacy; b = time.perf_counter(); import cisner\n"
        "cisner.load('{}'); c = time.perf_counter(); print(json.dumps([b - a, c - b]))"
    )
    found = {"help": _best(command("--help")), "one_report": _best(command("extract", path))}
    for language in ("en", "ru"):
        times = [json.loads(subprocess.check_output([sys.executable, "-c", code.format(language)])) for _ in range(3)]
        found["import_spacy"], found[f"load_{language}"] = (min(column) for column in zip(*times, strict=True))
    return found


def _best(line: list[str]) -> float:
    return min(wall(line)["wall"] for _ in range(3))


def archive(folder: Path, number: int) -> Path:
    """JSON Lines with that many reports, in both languages in turns."""
    path = folder / f"reports-{number}.jsonl"
    if not path.exists():
        both = [Corpus(language, seed=11).reports((number + 1) // 2) for language in ("en", "ru")]
        with path.open("w", encoding="utf-8") as file:
            for english, russian in zip(*both, strict=True):
                for report in (english, russian):
                    if number:
                        file.write(json.dumps(report, ensure_ascii=False) + "\n")
                        number -= 1
    return path


def timestamp() -> str:
    """Now, in ISO 8601."""
    return time.strftime("%Y-%m-%dT%H:%M:%S")
