"""The sentences of a text, and which of them are lines of a list that another one introduces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from cisner.relations.sentence import Sentence

_LONGEST_LINE = 40  # tokens of an entry in a list without separators
_BULLETS = frozenset({"•", "·", "*", "-", "–", "—", "▪"})
_BREAKS_OFF = frozenset({",", "–", "—", "-"})  # that a line before a list may end with, with no colon


def sentences_of(starts: list[int], words: list[str], conjunction: frozenset[str]) -> list[Sentence]:
    """The sentences, without their mentions.

    Args:
        starts: The tokens at which they begin.
        words: The words of the document.
        conjunction: Words after which a list goes on.
    """
    starts = starts or [0]
    ends = [*starts[1:], len(words)]
    out: list[Sentence] = []
    paragraph = 0
    intro = -1
    for start, end in zip(starts, ends, strict=True):
        if end <= start:
            continue
        index = len(out)
        breaks_before = start > 0 and "\n" in words[start - 1]
        if breaks_before and "\n\n" in words[start - 1].replace(" ", "").replace("\r", ""):
            paragraph += 1
        last = _last(words, start, end)
        sentence = Sentence(index, start, end, words, paragraph=paragraph)
        if breaks_before or start == 0:
            content = list(islice(filter(str.strip, words[start:end]), 2))
            bulleted = bool(content) and (content[0] in _BULLETS or _is_number(content))
            if intro < 0 and out and (bulleted or last == ";"):
                before = _last(words, out[-1].start, out[-1].end)
                intro = out[-1].index if before in _BREAKS_OFF else intro
            separator = words[start - 1].replace(" ", "").replace("\r", "") if start else ""
            tight = bool(out) and (out[-1].index == intro or (out[-1].is_line and separator.count("\n") == 1))
            short = end - start <= _LONGEST_LINE and last not in (".", ":")
            if intro >= 0 and (
                (tight and short)
                or bulleted
                or last in (";", ",")
                or (out and out[-1].intro == intro and _ends_item(out[-1], words, conjunction))
            ):
                sentence.is_line, sentence.intro = True, intro
            else:
                intro = -1
        elif out and out[-1].intro >= 0 and not breaks_before:
            sentence.intro = out[-1].intro
        if last == ":":
            intro = index
        out.append(sentence)
    return out


def _is_number(content: Sequence[str]) -> bool:
    """Whether a line begins with its number in a list: "1.", "2)"."""
    return content[0].isdigit() and len(content[0]) <= 2 and content[1:2] in (["."], [")"])


def _last(words: Sequence[str], start: int, end: int) -> str:
    """The last word of a range that is not white space."""
    while start < end and not words[end - 1].strip():
        end -= 1
    return words[end - 1] if start < end else ""


def _ends_item(sentence: Sentence, words: Sequence[str], conjunction: frozenset[str]) -> bool:
    """Whether a line of a list shows that another one follows."""
    last = _last(words, sentence.start, sentence.end)
    return last in (";", ",") or last in conjunction
