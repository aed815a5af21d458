"""What the words around talks say of their sides: that there are three, that each is met alone."""

from __future__ import annotations

from cisner.relations.sentence import Item, Sentence, View

_INVITATION = 4  # words of "at the invitation of"
_BEFORE = 2  # words before a noun that may count it: "three telephone", "series of"
_AFTER = 5  # words after a noun that may say how the talks are: "talks one-on-one"


def of_three(view: View, start: int, end: int) -> bool:
    """Whether a word between two tokens says that a meeting is of three sides: "trilateral", "the three"."""
    talks = view.lexicon.file.talks
    return view.says(start, end, talks.trilateral, "") or view.says(start, end, talks.trios)


def each_alone(view: View, sentence: Sentence, end: int) -> bool:
    """Whether a sentence says, before a token, that talks are with each alone: "separate", "one by one"."""
    return sentence.has("apart") or view.says(sentence.start, end, view.lexicon.file.talks.separate, "")


def invites(view: View, first: int) -> bool:
    """Whether somebody, told of from a token on, is the one at whose invitation another comes."""
    return view.says(max(0, first - _INVITATION), first, view.lexicon.file.words.invited_by)


def several(view: View, sentence: Sentence, noun: Item) -> bool:
    """Whether a noun tells of several meetings, each with somebody else: "bilateral meetings", "three calls"."""
    talks, words = view.lexicon.file.talks, view.lexicon.file.words
    end = min(sentence.end, noun.end + _AFTER)
    before = view.lower[max(sentence.start, noun.start - _BEFORE) : noun.start]
    last = before[-1] if before else ""
    numbers = noun.mention.numbers
    if not talks.counts.isdisjoint(before) or ("pl" in numbers and any(w.startswith(talks.rows) for w in before)):
        return True
    if noun.mention.norm == "talks":  # which may be one meeting, "bilateral talks" too
        alone = tuple(s for s in talks.separate if s not in talks.two_sided)
        return view.says(sentence.start, end, alone, "")
    if "pl" not in numbers or (len(numbers) > 1 and not last.endswith(words.plural_before)):
        return False
    return last in words.several or each_alone(view, sentence, end)


def own_part(view: View, sentence: Sentence) -> range:
    """The part of a sentence before what is said, promised or added in it: "To X he promised | that he would come"."""
    words, talks = view.lexicon.file.words, view.lexicon.file.talks
    stems = (*view.lexicon.dates["context"]["relative"], *talks.who)
    clauses = (
        i
        for i in range(sentence.start + 1, sentence.end)
        if view.lower[i] in words.that or view.lower[i] in words.relative or view.lower[i].startswith(stems)
    )
    return range(sentence.start, next(clauses, sentence.end))


def denied(view: View, sentence: Sentence) -> bool:
    """Whether a sentence says that there were no talks, other than in what somebody said or promised."""
    if not sentence.has("not_held"):
        return False
    own = own_part(view, sentence)
    return any(c.start in own for c in sentence.cue("not_held"))
