"""Date expressions on the doc, unresolved: resolution needs the publication date and the sentence."""

from __future__ import annotations

from bisect import bisect_left

from spacy.attrs import IDX  # type: ignore[import-not-found]
from spacy.tokens import Doc

from cisner import mentions
from cisner.dates import DateGrammar
from cisner.mentions import Mention
from cisner.words import WordForms

_MOST_WORDS = 200_000


class Datings:
    """Finds date expressions.

    Args:
        grammar: The language's date grammar.
        forms: Words of docs.
    """

    def __init__(self, grammar: DateGrammar, forms: WordForms) -> None:
        self._grammar = grammar
        self._recurring = grammar.recurring
        self._forms = forms
        self._memo: dict[str, bool] = {}

    def _may_begin(self, word: str) -> bool:
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) > _MOST_WORDS:
                self._memo.clear()
            known = self._memo[word] = self._grammar.is_anchor(word)
        return known

    def __call__(self, doc: Doc) -> Doc:
        """Put DATE mentions on the doc; their attributes hold the parts that were read."""
        words = self._forms.of(doc)
        anchors = [i for i, w in enumerate(words.lower) if self._may_begin(w)]
        if not anchors:
            return doc
        text = doc.text
        lower = text.lower()
        offsets = doc.to_array(IDX).tolist() if len(doc) > 1 else [0]
        found: list[Mention] = []
        reached = 0
        for index in anchors:
            start = offsets[index]
            if start < reached:
                continue
            expression = self._grammar.read(text, start)
            if expression is None:
                continue
            last = bisect_left(offsets, expression.end)
            reached = expression.end
            attributes = {
                "chars": [expression.start, expression.end],
                "values": dict(expression.values),
                "relative": expression.relative,
                "year_offset": expression.year_offset,
                "recurring": lower.startswith(self._recurring, expression.end + 1),
            }
            found.append(Mention("DATE", index, last, "", f"date.{expression.rule}", attributes))
        mentions.add(doc, found)
        return doc
