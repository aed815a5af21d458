"""Date expressions on the doc, unresolved: resolution needs the publication date and the sentence."""

from __future__ import annotations

from spacy.tokens import Doc

from cisner import mentions
from cisner.dates import DateGrammar
from cisner.mentions import Mention


class Datings:
    """Finds date expressions.

    Args:
        grammar: The language's date grammar.
    """

    def __init__(self, grammar: DateGrammar) -> None:
        self._grammar = grammar
        self._recurring = grammar.recurring

    def __call__(self, doc: Doc) -> Doc:
        """Put DATE mentions on the doc; their attributes hold the parts that were read."""
        text = doc.text
        found: list[Mention] = []
        lower = text.lower()
        reached = 0
        for token in doc:
            if token.idx < reached or not self._grammar.is_anchor(token.lower_):
                continue
            expression = self._grammar.read(text, token.idx)
            if expression is None:
                continue
            span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if span is None:
                continue
            reached = expression.end
            attributes = {
                "chars": [expression.start, expression.end],
                "values": dict(expression.values),
                "relative": expression.relative,
                "year_offset": expression.year_offset,
                "recurring": lower.startswith(self._recurring, expression.end + 1),
            }
            found.append(Mention("DATE", span.start, span.end, "", f"date.{expression.rule}", attributes))
        mentions.add(doc, found)
        return doc
