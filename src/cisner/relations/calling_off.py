"""Whether a meeting is said not to take place: "it was put off", "no summit will be held", "they will not meet"."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cues import FoundCue
from cisner.relations.frame import clause
from cisner.relations.phrases import Phrase
from cisner.relations.sentence import Sentence, View

_GOES_ON = frozenset({":", ";", "–", "—"})
_SUBJECT = 4  # words of a sentence among which its subject stands: "now the date has"
_TO_JOURNEY = 2  # words of "cancelled his working visit"
_UNFULFILLED = "cue.unfulfilled"  # a verb that has its own subject
_NEAR = 3  # words between those who meet and what they will not do


class CallingOff:
    """Reads off sentences that meetings are called off.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        words = view.lexicon.file.words
        self._view = view
        self._negation = words.negation
        self._not_only = view.lexicon.file.documents.not_only
        self._at = view.lexicon.file.documents.occasion_prepositions
        self._plans = words.it | words.plan
        self._it = words.it
        self._indefinite = words.a
        self._passive = words.passive_before
        self._they = words.they | words.fellows
        self._at_first = words.at_first
        self._not_be = words.will_not_be

    def told_of(self, phrase: Phrase) -> bool:
        """Whether the words around a mention of a meeting call it off."""
        view, sentence = self._view, phrase.sentence
        start, end = clause(view, sentence, phrase.start)
        if start > sentence.start and view.words[start - 1] == ":" and self._cues(sentence, sentence.start, start):
            return True  # "put off are both: A and B"
        cues = self._cues(sentence, start, end)
        if any(not (self._of_journey(sentence, c, phrase) or _of_people(sentence, c, phrase)) for c in cues):
            return True
        if phrase.has_noun and not phrase.convention and self._denied(phrase, start, end):
            return True
        if phrase.convention:
            return any(0 <= c.start - phrase.end <= _NEAR for c in self._will_not_meet(sentence, start, end))
        # "the day of the summit may be forgotten: it was put off"
        if end < sentence.end and (view.words[end] in _GOES_ON or self._was_intended(sentence, start, end)):
            return self._of_plan(sentence, end + 1, sentence.end)
        return False

    def _was_intended(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a meeting was to be held, and "but" tells of what became of that."""
        if self._view.lower[end] not in sentence.contrast:
            return False
        return any(start <= c.start < end for c in sentence.cue("intended"))

    @staticmethod
    def _of_journey(sentence: Sentence, cue: FoundCue, phrase: Phrase) -> bool:
        """Whether somebody only stays away: "X cancelled his trip to Minsk, where the summit opens"."""
        visits = (i.start for i in sentence.of("MEETING") if i.mention.norm == "visit")
        visits = (start for start in visits if not phrase.start <= start < phrase.end)
        return any(cue.start < start and start - cue.end <= _TO_JOURNEY for start in visits)

    def first_set(self, sentence: Sentence) -> bool:
        """Whether a sentence tells for when a meeting was set before it was put off: it was not held then."""
        words = self._view.lower[sentence.start : sentence.end]
        return sentence.has("cancelled") and not self._at_first.isdisjoint(words)

    def taken_up(self, sentence: Sentence) -> bool:
        """Whether a sentence without a name for it calls off what the one before announces."""
        return self._of_plan(sentence, sentence.start, sentence.end)

    def _of_plan(self, sentence: Sentence, start: int, end: int) -> bool:
        lower = self._view.lower
        groups = [i.start for i in sentence.items if i.symbol in "QM"]
        for cue in self._cues(sentence, start, end):
            subject = range(start, min(start + _SUBJECT, cue.start))
            if any(lower[i] in self._plans and lower[i - 1] not in self._indefinite for i in subject):
                return True
            if any(lower[i] in self._it for i in range(max(start, cue.start - 1), min(end, cue.end + 1))):
                return True
            if any(start <= i < cue.start for i in groups):
                return True
            if not any(lower[i][:1].isalpha() and lower[i] not in self._passive for i in range(start, cue.start)):
                return True  # "Postponed, too", "but was put off"
        for cue in self._will_not_meet(sentence, start, end):
            around = range(max(start, cue.start - _NEAR), min(end, cue.end + _NEAR))
            if any(lower[i] in self._they or i in groups for i in around):
                return True
        return False

    def _cues(self, sentence: Sentence, start: int, end: int) -> Sequence[FoundCue]:
        return [c for c in sentence.cue("cancelled") if start <= c.start < end and not self.denied(c)]

    def denied(self, cue: FoundCue) -> bool:
        """As in "It has not been called off" and "not postponed"."""
        far, near = ("", "", *self._view.lower[max(0, cue.start - 2) : cue.start])[-2:]
        return near in self._negation or (far in self._negation and near.isalpha() and near not in self._not_only)

    def _will_not_meet(self, sentence: Sentence, start: int, end: int) -> Sequence[FoundCue]:
        cues = [c for c in sentence.cue("not_held") if start <= c.start < end]
        return [c for c in cues if not self._negation.isdisjoint(self._view.lower[c.start : c.end])]

    def _denied(self, phrase: Phrase, start: int, end: int) -> bool:
        """As in "No summit will be held" and «Саммита не будет»."""
        lower = self._view.lower
        verb = self._after_when_and_where(phrase, end) if phrase.start == start else phrase.end
        if " ".join(lower[verb : verb + 2]) in self._not_be:
            return True  # «Саммита СНГ в Минске 9 октября не будет»
        if phrase.start - 1 == start and lower[start] in self._negation and self._only_when_and_where(phrase, end):
            return True
        future = any(c.type == "future" and start <= c.start < end for c in phrase.sentence.cues)
        return future and phrase.start > start and lower[phrase.start - 1] in self._negation

    def _after_when_and_where(self, phrase: Phrase, end: int) -> int:
        """The first token after a meeting that is neither its day nor its place."""
        told = {i for item in phrase.sentence.items if item.symbol in "DL" for i in range(item.start, item.end)}
        after = (i for i in range(phrase.end, end) if i not in told and self._view.lower[i] not in self._at)
        return next(after, phrase.end)

    def _only_when_and_where(self, phrase: Phrase, end: int) -> bool:
        """As in "No CIS summit in Minsk on 9 October, the Kremlin said": a day, and no verb."""
        view = self._view
        told = {i: item.symbol for item in phrase.sentence.items for i in range(item.start, item.end)}
        dated = False
        for index in range(phrase.end, end):
            if view.words[index] in (",", ".", ":", "!"):
                break
            if told.get(index, "") not in ("D", "L") and view.lower[index] not in self._at:
                return False
            dated = dated or told.get(index) == "D"
        return dated


def _of_people(sentence: Sentence, cue: FoundCue, phrase: Phrase) -> bool:
    """Whether people did not meet at a meeting that was held: "the summit where X was to have met Y"."""
    if cue.rule != _UNFULFILLED or cue.start < phrase.end:
        return False
    return any(phrase.end <= i.start and i.end <= cue.start for i in sentence.of("PERSON", "TITLE"))
