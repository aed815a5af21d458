"""Sentence starts: at line breaks, and after closing punctuation before a capital, a digit, a quote or a dash."""

from __future__ import annotations

import re

from spacy.tokens import Doc

_END = frozenset({".", "!", "?", "…", "...", "!..", "?.."})
_CLOSERS = frozenset({'"', "”", "»", "“", ")", "'", "’", "]"})
_YEAR_ABBREVIATION = re.compile(r"^(?:гг?|р)\.$")
_STARTS = re.compile(r"^(?:[^\W\d_]|\d|[\"«“„‘'(\-–—•·*▪])")


def set_boundaries(doc: Doc) -> Doc:
    """Mark the first token of every sentence."""
    words = [t.text for t in doc]
    if not words:
        return doc
    starts = [False] * len(words)
    starts[0] = True
    pending = False
    after_break = False
    for index, word in enumerate(words):
        if "\n" in word and not word.strip():
            after_break = True
            continue
        if after_break:
            starts[index] = True
            after_break = pending = False
        elif pending:
            if word in _CLOSERS and not starts[index]:
                continue
            if not word.strip():
                continue
            if _STARTS.match(word) and not (word[0].isalpha() and word[0].islower()):
                starts[index] = True
            pending = False
        if word in _END:
            pending = not _abbreviated(words, index)
        elif _YEAR_ABBREVIATION.match(word) and index and re.match(r"\d{4}", words[index - 1]):
            pending = True
    for token, start in zip(doc, starts, strict=True):
        token.is_sent_start = start
    return doc


def _abbreviated(words: list[str], index: int) -> bool:
    """Whether a full stop belongs to an initial or a numbering ("1.", "V .") rather than to a sentence."""
    if words[index] != "." or index == 0:
        return False
    before = words[index - 1]
    if len(before) == 1 and before.isalpha() and before.isupper():
        return True
    return before.isdigit() and len(before) <= 2 and (index == 1 or "\n" in words[index - 2])
