"""Speed: bare tokenization, each stage, the whole, and other tools, on the same reports.

Started by itself, with a language, it measures reports that come in as JSON Lines and prints the figures as JSON: a way
to ask the Python of another environment, where modules of cisner are compiled.

All pipelines are made once and have warmed up on other reports; then they take reports that none of them has seen, as
in an archive. Nobody profits from texts that come again.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import spacy
from measure import Stages, alternate, ratio, replaced
from rivals import Rival

import cisner.assemble
import cisner.extractor
from cisner.extractor import Extractor
from cisner.records import Extraction

Reports = Sequence[dict[str, str]]

ROUNDS = 7
_FEWEST = 10  # reports in a round
_PLACES = (  # functions that are stages beside the components of the pipeline: module or class, name, stage
    (cisner.extractor, "language_of", "language"),
    (cisner.extractor, "squeeze", "squeeze"),
    (cisner.extractor, "normalise", "normalise"),
    (cisner.assemble, "assemble", "records"),
    (cisner.assemble, "analyse", "relations"),
    (cisner.assemble, "enrich", "knowledge"),
    (Extraction, "model_validate", "validation"),
    (Extraction, "to_json", "json"),
)


def parts(reports: Reports, rounds: int = ROUNDS) -> list[Reports]:
    """The reports for warming up and for each round; the same ones again if there are few."""
    size = len(reports) // (rounds + 1)
    if size < _FEWEST:
        return [reports] * (rounds + 1)
    return [reports[at : at + size] for at in range(0, size * (rounds + 1), size)]


def speed(language: str, reports: Reports) -> dict[str, Any]:
    """Tokens and reports per CPU second of bare tokenization and of the whole extraction, JSON included."""
    stock = spacy.blank(language)
    rounds = parts(reports)
    counter = spacy.blank(language)
    tokens = [sum(len(counter.make_doc(report["text"])) for report in part) for part in rounds[1:]]
    seconds = alternate(
        rounds,
        {
            "stock": lambda part: _drain(stock.pipe(report["text"] for report in part)),
            "whole": lambda part: lines(part),
        },
    )
    row: dict[str, Any] = {
        "reports": len(rounds[0]) * ROUNDS,
        "tokens_per_report": sum(tokens) / len(rounds[0]) / ROUNDS,
        "ratio": ratio(seconds, "whole", "stock"),
        "failures": sum(not _good(result) for result in cisner.extractor.extract_many(rounds[0])),
    }
    for name, spent in seconds.items():
        row[f"{name}_tokens_per_second"] = statistics.median(a / b for a, b in zip(tokens, spent, strict=True))
        row[f"{name}_reports_per_second"] = statistics.median(len(rounds[0]) / second for second in spent)
    return row


def speed_with(python: Path, language: str, reports: Reports) -> dict[str, Any]:
    """The same by the Python of another environment.

    Raises:
        RuntimeError: It does not run.
    """
    sent = "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}  # or it finds the sources
    done = subprocess.run(
        [python, __file__, language], input=sent.encode(), capture_output=True, env=environment, check=False
    )
    if done.returncode:
        raise RuntimeError((done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"])[-1])
    row: dict[str, Any] = json.loads(done.stdout)
    return row


def stages(language: str, reports: Reports) -> dict[str, dict[str, float]]:
    """What each stage takes of the whole extraction, and how fast it alone would be."""
    measured, extractor = Stages(), Extractor()
    warming, *_, rest = parts(reports, 1)
    _drain(extractor.extract_many(warming))
    reader = extractor._of(language).reader  # type: ignore[arg-type]
    tokens = sum(len(reader.tokenizer(report["text"])) for report in rest[:50]) / len(rest[:50]) * len(rest)
    with ExitStack() as stack:
        for component in reader.components:
            name = f"cisner_{type(component).__name__.lower()}"
            stack.enter_context(replaced(component, "find", measured.timed(name, component.find)))
        for target, name, label in _PLACES:
            if hasattr(target, name):
                stack.enter_context(replaced(target, name, measured.timed(label, getattr(target, name))))
        stack.enter_context(replaced(reader.tokenizer, "words", measured.timed("tokenizer", reader.tokenizer.words)))
        whole = measured.timed("rest", lambda: [r.to_json() for r in extractor.extract_many(rest) if _good(r)])
        whole()
    total = sum(measured.seconds.values())
    return {
        name: {
            "share": seconds / total,
            "tokens_per_second": tokens / max(seconds, 1e-9),
            "reports_per_second": len(rest) / max(seconds, 1e-9),
        }
        for name, seconds in measured.seconds.most_common()
    }


def race(rival: Rival, reports: Reports, rounds: int = 3) -> dict[str, Any]:
    """Reports per CPU second of cisner and of another tool, in turns, and how many times as many cisner does."""
    warming, *turns = parts(reports, rounds)
    lines(warming)
    ours, theirs = [], []
    for turn in turns:
        figures = rival.run(warming, turn)
        theirs.append(len(turn) / figures["seconds"])
        ours.append(len(turn) / alternate([[], turn], {"whole": lines})["whole"][0])
    return {
        "version": figures["version"],
        "reports": len(turns) * len(turns[0]),
        "reports_per_second": statistics.median(theirs),
        "cisner_reports_per_second": statistics.median(ours),
        "times_as_fast": statistics.median(a / b for a, b in zip(ours, theirs, strict=True)),
    }


def lines(reports: Reports) -> list[str]:
    """The whole: reports in memory to lines of records."""
    return [result.to_json() for result in cisner.extractor.extract_many(reports) if _good(result)]


def _good(result: object) -> bool:
    return isinstance(result, Extraction)


def _drain(stream: Any) -> None:
    for _ in stream:
        pass


if __name__ == "__main__":
    print(json.dumps(speed(sys.argv[1], [json.loads(line) for line in sys.stdin.buffer])))
