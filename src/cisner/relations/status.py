"""Whether it was held: what a sentence says of the status of a meeting."""

from __future__ import annotations

from cisner.relations.calling_off import CallingOff
from cisner.relations.cues import FoundCue
from cisner.relations.dating import Dating
from cisner.relations.days import is_day
from cisner.relations.frame import Frame, clause
from cisner.relations.phrases import Phrase
from cisner.relations.sentence import Sentence, View
from cisner.relations.spoken_of import speaks_from
from cisner.relations.tense import Tense
from cisner.relations.word_lists import stems
from cisner.relations.wording import Wording

_VERB = 3  # tokens from the comma after a relative clause to the verb: ", has been"


class Status:
    """Reads off sentences whether meetings were held, lie ahead or are called off.

    Args:
        view: The document.
        frame: Its date and places.
        tense: What its words of the future are about.
        wording: What its words say of meetings.
        dating: Their days.

    Attributes:
        calling_off: What calls meetings off.
    """

    def __init__(self, view: View, frame: Frame, tense: Tense, wording: Wording, dating: Dating) -> None:
        self._view = view
        self._frame = frame
        self._tense = tense
        self._wording = wording
        self._dating = dating
        self._which = view.lexicon.file.setting.in_which
        self._relatives = stems(view.lexicon.file.documents.relative_pronouns)
        self.calling_off = CallingOff(view)

    def vote(self, phrase: Phrase) -> str:
        """What a mention says of the status of its meeting: held, planned, cancelled, open or eve (before it)."""
        if self._wording.is_eve(phrase):
            return "eve"
        sentence = phrase.sentence
        start, end = clause(self._view, sentence, phrase.start)
        near = [c for c in sentence.cues if start <= c.start < end]
        if self.calling_off.told_of(phrase):
            return "planned" if self._wording.is_margin(phrase) else "cancelled"  # "cancelled talks at the summit"
        day = self._dating.day_of(phrase)
        published = self._frame.published
        if day and published and len(day[0]) >= 7:
            if day[0] > published[: len(day[0])]:
                return "planned"
            if day[0] < published[: len(day[0])]:
                return "open" if any(c.type == "intended" for c in near) else "held"
        if self._wording.is_ahead(phrase) and not (phrase.has_noun and self._wording.has_begun(phrase)):
            return "planned"
        if sentence.index == 0:
            arrivals = {c.start for c in near if c.type == "arrives"}
            return "held" if any(c.start not in arrivals for c in near) else "open"
        return "held"

    def vote_at(self, sentence: Sentence, token: int, day: tuple[str, str | None] | None) -> str:
        """What the words around a token say of the status of a meeting."""
        start, last = clause(self._view, sentence, token)
        end = min(self._main_clause_end(token, last), speaks_from(self._view, sentence, token))
        aside = self._dating.coming_aside(sentence, token)
        near = [c for c in sentence.cues if start <= c.start < end and c.start not in aside]
        near += self._after_aside(sentence, end, last)
        if any(c.type == "cancelled" and not self.calling_off.denied(c) for c in near):
            return "cancelled"
        if day and self._frame.published and is_day(day[0]) and day[0] != self._frame.published:
            return "planned" if day[0] > self._frame.published else "held"
        if any(c.type == "awaits" and c.start == token for c in near):
            return "planned"
        ahead = [c for c in near if c.type == "future" and not self._begins_another(token, c.start)]
        return "planned" if any(self._tense.of_verb(sentence, c, token) for c in ahead) else "held"

    def _after_aside(self, sentence: Sentence, start: int, end: int) -> list[FoundCue]:
        """What calls a meeting off after a relative clause: "the visit, which was to begin on Monday, is put off"."""
        another = min((i.start for i in sentence.of("MEETING") if i.start > start), default=end)
        cues = [c for c in sentence.cue("cancelled") if start < c.start < min(end, another)]
        return [c for c in cues if "," in self._view.lower[max(start + 1, c.start - _VERB) : c.start]]

    def _begins_another(self, token: int, verb: int) -> bool:
        """Whether a verb is another one than that at a token, joined to it: "met him and agreed to meet again"."""
        return verb > token and self._view.lower[verb - 1] in self._view.lexicon.file.setting.conjunction

    def _main_clause_end(self, token: int, end: int) -> int:
        """Where a relative clause begins after a token: "говорили о визите, с которым X собирается в Y"."""
        lower = self._view.lower
        for index in range(token, end - 1):
            if lower[index] != ",":
                continue
            following = lower[index + 1 : index + 4]
            if following[0].startswith(self._which) or any(w.startswith(self._relatives) for w in following):
                return index
        return end
