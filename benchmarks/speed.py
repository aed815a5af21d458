"""Speed: bare tokenization, each stage, the whole, and other tools, on the same reports."""

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

import spacy
from measure import ROUNDS, Stages, alternate, ratio, replaced
from rivals import Rival

import cisner.assemble
import cisner.extractor
from cisner.extractor import Extractor
from cisner.records import Extraction

Reports = Sequence[dict[str, str]]


def speed(language: str, reports: Reports) -> dict[str, Any]:
    """Tokens and reports per CPU second of bare tokenization and of the whole extraction, JSON included, in turns."""
    texts = [report["text"] for report in reports]
    stock = spacy.blank(language)
    tokens = sum(len(doc) for doc in stock.pipe(texts))
    seconds = alternate({"stock": lambda: _drain(stock.pipe(texts)), "whole": lambda: _lines(reports)})
    base, whole = sorted(seconds["stock"])[ROUNDS // 2], sorted(seconds["whole"])[ROUNDS // 2]
    return {
        "reports": len(reports),
        "tokens_per_report": tokens / len(reports),
        "stock_tokens_per_second": tokens / base,
        "stock_reports_per_second": len(reports) / base,
        "tokens_per_second": tokens / whole,
        "reports_per_second": len(reports) / whole,
        "ratio": ratio(seconds, "whole", "stock"),
        "failures": sum(not isinstance(result, Extraction) for result in cisner.extractor.extract_many(reports)),
    }


def stages(language: str, reports: Reports) -> dict[str, float]:
    """Share of the time of the whole extraction that each stage takes."""
    measured, extractor = Stages(), Extractor()
    _drain(extractor.extract_many(reports))
    nlp = extractor._of(language).nlp  # type: ignore[arg-type]
    components = [(name, measured.timed(name, component)) for name, component in nlp._components]
    with ExitStack() as stack:
        for target, name, label in (
            (cisner.extractor, "detect_language", "language"),
            (cisner.extractor, "squeeze", "squeeze"),
            (cisner.assemble, "assemble", "records"),
            (cisner.assemble, "analyse", "relations"),
            (cisner.assemble, "enrich", "knowledge"),
            (Extraction, "model_validate", "validation"),
            (Extraction, "to_json", "json"),
        ):
            if hasattr(target, name):
                stack.enter_context(replaced(target, name, measured.timed(label, getattr(target, name))))
        stack.enter_context(replaced(nlp, "_components", components))
        stack.enter_context(replaced(nlp, "tokenizer", measured.timed("tokenizer", nlp.tokenizer)))
        whole = measured.timed("rest", lambda: [r.to_json() for r in extractor.extract_many(reports) if _good(r)])
        for _ in range(3):
            whole()
    total = sum(measured.seconds.values())
    return {name: seconds / total for name, seconds in measured.seconds.most_common()}


def race(rival: Rival, reports: Reports) -> dict[str, Any]:
    """Reports per CPU second of cisner and of another tool, in turns, and how many times as many cisner does."""
    _lines(reports)
    quotients, ours, theirs = [], 0.0, 0.0
    for _ in range(3):
        figures = rival.run(reports)
        own = alternate({"whole": lambda: _lines(reports)}, rounds=1)["whole"][0]
        theirs, ours = len(reports) / figures["seconds"], len(reports) / own
        quotients.append(ours / theirs)
    return {
        "version": figures["version"],
        "reports": len(reports),
        "reports_per_second": theirs,
        "cisner_reports_per_second": ours,
        "times_as_fast": sorted(quotients)[1],
    }


def _lines(reports: Reports) -> list[str]:
    return [result.to_json() for result in cisner.extractor.extract_many(reports) if _good(result)]


def _good(result: object) -> bool:
    return isinstance(result, Extraction)


def _drain(stream: Any) -> None:
    for _ in stream:
        pass
