"""Meetings and visits that people only speak about: "noted the importance of his visit", "told them of the summit"."""

from __future__ import annotations

from cisner.relations.sentence import Item, Sentence, View

_REACH = 24  # words from "the importance of" to the last thing that is important
_WHERE = 4  # words before a noun in which a preposition may say that something happened there
_TOLD = frozenset({"meet", "receive", "talk", "see", "call", "attend", "chair", "convene", "host"})
_ENDS = frozenset({";", ":", "–", "—"})


def is_weighed(view: View, sentence: Sentence, token: int) -> bool:
    """Whether a noun is what somebody finds important or prepares for; that tells neither that it was held nor when."""
    words, lower = view.lexicon.file.words, view.lower
    places = {i.start for i in sentence.of("CITY", "COUNTRY")}
    told = (c.end for c in sentence.cue(*_TOLD) if c.end <= token and not lower[c.start].startswith(words.holding))
    stop = max(told, default=sentence.start)
    for index in range(token - 1, max(stop, token - _REACH) - 1, -1):
        word = lower[index]
        if word.startswith(words.weight):
            return True
        goes_on = (
            lower[index + 1] in words.joining if word == "," else index + 1 in places
        )  # "his visit to Minsk, and …"
        if word in _ENDS or ((word == "," or word in words.where) and not goes_on):
            return False
    return False


def _is_spoken_of(view: View, sentence: Sentence, since: int, noun: Item) -> bool:
    """Whether people who met say something about another meeting than theirs, told at an earlier token."""
    said = any(since <= c.start and c.end <= noun.start for c in sentence.cue("speak", "comment"))
    if not said and not is_weighed(view, sentence, noun.start):
        return False
    before = view.lower[max(since, noun.start - _WHERE) : noun.start]
    margins = view.lexicon.file.words.margins
    return view.lexicon.file.words.where.isdisjoint(before) and margins.isdisjoint(before)


def first_spoken_of(view: View, sentence: Sentence, since: int) -> int:
    """The first meeting after a token that people only speak of; the end of the sentence, if there is none."""
    nouns = (n for n in sentence.of("MEETING", "ORGAN") if n.start >= since)
    return min((n.start for n in nouns if _is_spoken_of(view, sentence, since, n)), default=sentence.end)


def speaks_from(view: View, sentence: Sentence, token: int) -> int:
    """Where people who met begin to speak of another meeting; the end of the sentence, if they do not."""
    if first_spoken_of(view, sentence, token + 1) == sentence.end:
        return sentence.end
    return min((c.start for c in sentence.cue("speak", "comment") if c.start > token), default=sentence.end)
