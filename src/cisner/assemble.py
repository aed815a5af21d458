"""From words with mentions to an ``Extraction``: what they tell, as records, with what is known of it."""

from __future__ import annotations

from cisner.analysis import analyse
from cisner.enrichment import enrich
from cisner.knowledge import Knowledge
from cisner.knowledge.capitals import Capitals
from cisner.lexicon import Lexicon
from cisner.recording.record import record
from cisner.records import Extraction
from cisner.report import Report
from cisner.text import Squeezed
from cisner.words import Words


def assemble(
    words: Words,
    report: Report,
    squeezed: Squeezed,
    language: str,
    lexicon: Lexicon,
    knowledge: Knowledge,
    capitals: Capitals,
) -> Extraction:
    """Build the records of one report.

    Args:
        words: The analysed text.
        report: The report.
        squeezed: The text that was analysed, with the way back to the report's text.
        language: ``en`` or ``ru``.
        lexicon: The language's lexicon.
        knowledge: Known people.
        capitals: The capitals of states.
    """
    published = report.published.isoformat() if report.published else None
    analysis = analyse(words, lexicon, knowledge, capitals, published)
    return enrich(record(analysis, report, squeezed, language), knowledge)
