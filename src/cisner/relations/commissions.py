"""Commissions of several states that carry the name of none: "the intergovernmental commission", «межправкомиссия»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.lexicon import Lexicon

_ADJECTIVES = 3  # tokens before the noun: "the Joint Trade and Economic Commission"
_SUBJECT = 7  # tokens after it: "of Armenia and Georgia on the delimitation of the state border"


def interstate_from(lower: Sequence[str], start: int, end: int, lexicon: Lexicon) -> int:
    """Where the name of a commission begins that only several states can have, by an adjective or by what it is on.

    Args:
        lower: The words of the document, in lower case.
        start: First token of its noun.
        end: Token after the noun.
        lexicon: Of the language.

    Returns:
        The first token, the adjective included, or -1 where the commission may be one of a single state.
    """
    frame, words = lexicon.file.meeting_frame, lexicon.file.words
    following = lower[end : end + 1 + _SUBJECT]
    if any(w.startswith(frame.house) for w in following):
        return -1  # "the joint committee of both houses of parliament"
    tells = (*frame.interstate, *frame.border)
    first = -1
    for index in range(start - 1, max(-1, start - 1 - _ADJECTIVES), -1):
        word = lower[index]
        if word.startswith(tells):
            first = index
        elif word in words.of or word in words.article or not re.search(frame.adjective_ending, word):
            break  # of what comes before: "the joint session of the committee"
    if first >= 0:
        return first
    if any(w.startswith(frame.interstate) for w in lower[start:end]):
        return start
    links = (k for k, w in enumerate(following) if w in frame.subject_links)
    on_border = any(w.startswith(frame.border) for k in links for w in following[k + 1 : k + 1 + _ADJECTIVES])
    return start if on_border else -1
