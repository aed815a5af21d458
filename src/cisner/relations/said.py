"""What a sentence passes on as said: where that begins ("that …"), and in which part it says who said it.

What is said is of another time and place than the saying: "The leaders will meet in Astana in May, X told reporters in
Minsk on Tuesday", "X said on Friday that the talks would be held in June". And who says it need not be there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from cisner.relations.asides import asides
from cisner.relations.cues import FoundCue
from cisner.relations.sentence import Sentence, View

T = TypeVar("T")

_VERBS = ("speak", "comment")
_SAYING = (*_VERBS, "decides")
_PARTS = frozenset({",", ";", ":", "–", "—", "”", "“", '"', "»", "«", "(", ")"})
_BEFORE_SOURCE = frozenset({",", "–", "—", "”", '"', "»"})
_TO_THAT = 3  # words from a verb of saying to "that", without the names of those who hear it
_SAYS = 3  # words between somebody and the verb of saying
_TO_MEETING = 6  # tokens of "at the 10th summit", from the first to its noun
_BRIEF = 6  # words after "X told"


def content_start(view: View, sentence: Sentence, since: int) -> int:
    """Where after a token a clause begins that tells what was said or agreed, or the end of the sentence.

    As in "that the presidents would meet in May".
    """
    lower, words = view.lower, view.lexicon.file.words
    that, as_said = words.that, words.as_said
    if that.isdisjoint(lower[since : sentence.end]):
        return sentence.end
    said = [c.end for c in sentence.cue(*_SAYING)]
    ends = {*said, *(i.end for i in sentence.items if i.symbol in "DLPC" and said and i.start > said[0])}
    for index in range(since, sentence.end):
        if lower[index] not in that or not (lower[index - 1] == "," or index in ends):
            continue
        if lower[index] not in as_said or (said and said[0] <= index):  # not in "the session, as was reported, …"
            return index
    return sentence.end


def told_together(view: View, sentence: Sentence, token: int, other: int) -> bool:
    """Whether two tokens are both in what somebody said, or both outside: not "said on Friday that … in May"."""
    start = content_start(view, sentence, sentence.start)
    return (token < start) == (other < start)


def beside_said(view: View, sentence: Sentence, token: int, found: list[T], at: Callable[[T], int]) -> list[T]:
    """Days or places told with a token: not those of "S will be in A in May, X said as he met Y in B on Friday"."""
    said = source_part(view, sentence) if len(found) > 1 else range(0)
    return [f for f in found if (at(f) in said) == (token in said)] or found


def source_part(view: View, sentence: Sentence) -> range:
    """The tokens of the part that says who told the rest, where and when: "…, X told reporters in Minsk on Tuesday"."""
    for cue in sentence.cue(*_VERBS):
        first, last = _part_around(view, sentence, cue.start, cue.end)
        inside = {i.symbol for i in sentence.items if first <= i.start < last}
        if first == sentence.start or view.words[first - 1] not in _BEFORE_SOURCE or "P" not in inside:
            continue
        if any(
            i.symbol == "M" and not spoken_at(view, sentence, i.start)
            for i in sentence.items
            if first <= i.start < last
        ):
            continue
        if any(c.end < first and c.type not in _VERBS for c in sentence.cues):
            return range(first, last)
    return range(0)


def spoken_at(view: View, sentence: Sentence, token: int) -> int:
    """Where the part begins that says who spoke at a meeting, or 0: "trade will grow, X said at the summit in A"."""
    first, _ = _part_around(view, sentence, token, token + 1)
    said = [c for c in sentence.cue(*_VERBS) if first <= c.start < token]
    if not said or first == sentence.start or view.words[first - 1] not in _BEFORE_SOURCE:
        return 0
    words = view.lexicon.file.words
    if not words.that.isdisjoint(view.lower[said[-1].end : token]) or any(
        c.start >= first for c in sentence.cue("future")
    ):
        return 0
    before = view.lower[max(said[-1].end, token - _TO_MEETING) : token]
    return 0 if words.where.isdisjoint(before) else first


def only_source(view: View, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The part of a sentence that only says who tells the rest, if somebody at a place is there and does no more.

    As in "the presidents have agreed to come, X told reporters", "according to X", «как сообщил X», «сказал X»; but not
    in "they will come, X said as he met Y in Baku".
    """
    words, lower = view.lexicon.file.words, view.lower
    if not sentence.has(*_VERBS) and not view.says(sentence.start, sentence.end, words.according):
        return None
    first, last = _part_around(view, sentence, start, end)
    said = [c for c in sentence.cue(*_VERBS) if first <= c.start < last]
    if said:
        talked = {c.start for c in sentence.cue("converse")}  # "…, X and Y discussed trade": no source
        said = [c for c in said if c.start not in talked]
    if said:
        titles = sentence.of("TITLE")  # "X and Press Secretary Y": nobody says anything
        said = [c for c in said if not any(t.start <= c.start < t.end for t in titles)]
    if " ".join(lower[first : first + 2]) in words.according or (said and lower[first] in words.as_said):
        return first, last
    if first == sentence.start or not said or view.words[first - 1] not in _BEFORE_SOURCE:
        return None
    told = range(said[-1].end, last)
    content = not words.that.isdisjoint(lower[told.start : last]) or not words.a.isdisjoint(
        lower[told.start : told.start + 1]
    )
    placed = {i for item in sentence.of("DATE", "CITY") for i in range(item.start - 1, item.end)}
    brief = last >= sentence.end - 1 and end <= said[-1].start and len(told) - len(placed.intersection(told)) < _BRIEF
    closing = said[0].start == first or (brief and not content)
    # "the ministers of A and B, X said, will meet", but «выступая в Минске, X сообщил, что»
    inserted = said[0].end == last and words.that.isdisjoint(lower[last + 1 : last + 2])
    inserted = inserted and any(i.start == first and i.symbol in "RP" for i in sentence.items)
    return (first, last) if (closing or inserted) and not sentence.has("message") else None


def _part_around(view: View, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence, from one mark to the next, in which some tokens are."""
    first = next((i + 1 for i in range(start - 1, sentence.start - 1, -1) if view.words[i] in _PARTS), sentence.start)
    return first, next((i for i in range(end, sentence.end) if view.words[i] in _PARTS), sentence.end)


def tells_of_others(view: View, sentence: Sentence, end: int, cue: FoundCue) -> bool:
    """Whether who is named up to a token only says or hears what a verb tells: "X told Y that envoys would come"."""
    said = [c for c in sentence.cue("speak") if c.end <= cue.start]
    if not said:
        return False
    if view.words[end : end + 1] == [","]:
        end = dict(asides(view, sentence)).get(end, end)  # "X, who is in Minsk, said that …"
    told = ((c, that) for c in said if (that := _that_after(view, sentence, c.end, cue.start)) is not None)
    return any(
        c.end < end <= that or (0 <= c.start - end <= _SAYS and not _says_of_himself(view, sentence, that, cue))
        for c, that in told
    )


def _that_after(view: View, sentence: Sentence, start: int, end: int) -> int | None:
    """The "that" soon after a verb of saying, beyond whom it is said to: "told his counterpart Y that".

    Where "that" is left out, the token before the subject: "X said the president would come".
    """
    words = view.lexicon.file.words
    if view.lower[start - 1] in words.says_that:
        subject = start + (view.lower[start] in words.the)
        if any(i.start == subject and i.symbol in "PRQCA" for i in sentence.items):
            return start - 1
    named = {i for item in sentence.items if item.symbol in "PRKAC" for i in range(item.start, item.end)}
    left = _TO_THAT
    for index in range(start, end):
        if view.lower[index] in view.lexicon.file.words.that:
            return index
        left -= index not in named
        if not left:
            break
    return None


def _says_of_himself(view: View, sentence: Sentence, that: int, cue: FoundCue) -> bool:
    """As in "X said that he was coming", "said that his talks with Y …", «X сообщил, что приедет»."""
    words, verb = view.lexicon.file.words, view.lower[that + 1]
    if cue.start == that + 1:
        return not verb.endswith(words.plural_verb)
    if verb in words.personal_possessive:  # not in "that his minister met Y"
        return cue.start - that <= _SAYS and not any(i.start == that + 2 and i.symbol in "PRQ" for i in sentence.items)
    return verb in words.subject_pronoun and cue.start - that <= _SAYS
