"""Date expressions on the doc, unresolved: resolution needs the publication date and the sentence."""

from __future__ import annotations

from cisner.components.component import Component
from cisner.dates import DateGrammar
from cisner.mentions import Mention
from cisner.remembering import Remembered
from cisner.words import Words


class Datings(Component):
    """Finds date expressions.

    Args:
        grammar: The language's date grammar.
    """

    def __init__(self, grammar: DateGrammar) -> None:
        self._grammar = grammar
        self._may_begin = Remembered(grammar.is_anchor)

    def find(self, words: Words) -> None:
        """Add DATE mentions; their attributes hold the parts that were read."""
        text = words.text.replace("ё", "е").replace("Ё", "Е")  # as long as before
        lower = text.lower()
        beginnings = self._grammar.beginnings if len(lower) == len(text) else {}
        found: list[Mention] = []
        reached = 0
        for index in self._may_begin.places(words.lower):
            start, word = words.offsets[index], words.lower[index]
            if start < reached or (word in beginnings and not lower.startswith(beginnings[word], start)):
                continue
            expression = self._grammar.read(text, start, lower)
            if expression is None:
                continue
            reached = expression.end
            attributes = {
                "chars": [expression.start, expression.end],
                "values": dict(expression.values),
                "relative": expression.relative,
                "year_offset": expression.year_offset,
                "recurring": lower.startswith(self._grammar.recurring, expression.end + 1),
            }
            rule = f"date.{expression.rule}"
            found.append(Mention("DATE", index, words.first_at(expression.end), "", rule, attributes))
        words.add(found)
