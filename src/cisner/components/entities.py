"""The last component: mentions as spans (``doc.spans["cisner"]``) and, without overlaps, as ``doc.ents``."""

from __future__ import annotations

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from cisner import mentions

SPANS_KEY = "cisner"
LABELS = {
    "PERSON": "PERSON",
    "TITLE": "ROLE",
    "COUNTRY": "COUNTRY",
    "ADJECTIVE": "COUNTRY",
    "DEMONYM": "COUNTRY",
    "ORGANIZATION": "ORGANIZATION",
    "ORGAN": "ORGANIZATION",
    "CITY": "CITY",
    "DATE": "DATE",
    "MEETING": "MEETING",
    "AGREEMENT": "AGREEMENT",
}


def set_entities(doc: Doc) -> Doc:
    """Show the mentions as spaCy spans; `kb_id_` is the normal value, `id_` the rule."""
    spans = [
        Span(doc, m.start, m.end, label=LABELS[m.label], kb_id=m.norm, span_id=m.rule)
        for m in mentions.read(doc)
        if m.label in LABELS
    ]
    doc.spans[SPANS_KEY] = spans
    doc.set_ents(filter_spans(spans))
    return doc
