"""Who only tells what a sentence says: its source."""

from __future__ import annotations

from cisner.relations.asides import asides
from cisner.relations.cues import FoundCue
from cisner.relations.sentence import Sentence, View

_PARTS = frozenset({",", ";", ":", "–", "—", "”", "“", '"', "»", "«", "(", ")"})
_BEFORE_SOURCE = frozenset({",", "–", "—", "”", '"', "»"})
_TO_THAT = 3  # words from a verb of saying to "that", without the names of those who hear it
_SAYS = 3  # words between somebody and the verb of saying
_BRIEF = 6  # words after "X told"


def source_only(view: View, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The part of a sentence that only says who tells the rest, if somebody at a place is there.

    As in "the presidents have agreed to come, X told reporters", "according to X", «как сообщил X», «сказал X».
    """
    words, lower = view.lexicon.file.words, view.lower
    if not sentence.has("speak", "comment") and not view.says(sentence.start, sentence.end, words.according):
        return None
    first = next((i + 1 for i in range(start - 1, sentence.start - 1, -1) if view.words[i] in _PARTS), sentence.start)
    last = next((i for i in range(end, sentence.end) if view.words[i] in _PARTS), sentence.end)
    said = [c for c in sentence.cue("speak", "comment") if first <= c.start < last]
    if said:
        titles = sentence.of("TITLE")  # "X and Press Secretary Y": nobody says anything
        said = [c for c in said if not any(t.start <= c.start < t.end for t in titles)]
    if " ".join(lower[first : first + 2]) in words.according or (said and lower[first] in words.as_said):
        return first, last
    if first == sentence.start or not said or view.words[first - 1] not in _BEFORE_SOURCE:
        return None
    closing = said[0].start == first or (
        last >= sentence.end - 1 and end <= said[-1].start and last - said[-1].end < _BRIEF
    )
    # "the ministers of A and B, X said, will meet", but «выступая в Минске, X сообщил, что»
    inserted = said[0].end == last and words.that.isdisjoint(lower[last + 1 : last + 2])
    inserted = inserted and any(i.start == first and i.symbol in "RP" for i in sentence.items)
    return (first, last) if (closing or inserted) and not sentence.has("message") else None


def said_in(view: View, sentence: Sentence) -> range:
    """The tokens of the part that says who told the rest, where and when: "…, X told reporters in Minsk on Tuesday"."""
    for cue in sentence.cue("speak", "comment"):
        before = (i + 1 for i in range(cue.start - 1, sentence.start, -1) if view.words[i] in _PARTS)
        first = next(before, sentence.start)
        last = next((i for i in range(cue.end, sentence.end) if view.words[i] in _PARTS), sentence.end)
        inside = {i.symbol for i in sentence.items if first <= i.start < last}
        if first == sentence.start or view.words[first - 1] not in _BEFORE_SOURCE or "P" not in inside or "M" in inside:
            continue
        if any(c.end < first and c.type not in ("speak", "comment") for c in sentence.cues):
            return range(first, last)
    return range(0)


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
    """The "that" soon after a verb of saying, beyond whom it is said to: "told his counterpart Y that"."""
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
