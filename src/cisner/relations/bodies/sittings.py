"""Whether a sentence that names a body says that it met, or only names it."""

from __future__ import annotations

from cisner.relations.days import is_day
from cisner.relations.events import Event
from cisner.relations.frame import clause
from cisner.relations.phrases import Phrase
from cisner.relations.reading import Reading
from cisner.relations.sentence import View

_MEETS = (
    "convene", "venue", "attend", "chair", "host", "absent", "cancelled", "sign", "document_adopted", "document_signed",
)  # fmt: skip
_OF_MEMBERS = ("appoint", "comment", "founded")  # what else is told of a body, a day and a city
_TO_OPENING = 4  # tokens of "the opening of the"
_OF_DOCUMENT = 6  # tokens between a document and the body whose it is
_SAYS = 2  # tokens between a body and the verb that says that it speaks
_STANDS_FOR = "cue.represents"  # somebody in a body: at its sitting, or as a member of it
_BREAKS = frozenset({",", "–", "—", "-", ";"})
_HOLDS = 14  # tokens between a council and its meeting: "on trade held on May 5 in Minsk its third"
_CLAUSE_AFTER = 4  # tokens from a body to the verb of the clause after it
_IN_TURN = frozenset({"next", "coming", "previous", "regular"})


class Sittings:
    """Tells the meetings of bodies from mere mentions of them.

    Args:
        view: The document.
        reading: What its sentences say of meetings.
    """

    def __init__(self, view: View, reading: Reading) -> None:
        self._view = view
        self._wording = reading.wording
        self._dating = reading.dating
        self._placing = reading.placing

    def meets(self, phrase: Phrase) -> bool:
        """Whether the sentence says that a body meets, not only that it exists."""
        sentence = phrase.sentence
        if self._told_after(phrase):
            return True
        documents = sentence.of("AGREEMENT")
        if any(0 <= phrase.start - g.end <= _OF_DOCUMENT for g in documents):
            return False  # "the decision of the Council"
        if sentence.has("founded") or self._of_premises(phrase):
            return False
        if any(c.rule != _STANDS_FOR for c in sentence.cue(*_MEETS)) or self._has_session(phrase):
            return True
        if self.sits(phrase) or self._acts_there(phrase) or self._dating.is_in_turn(phrase):
            return True
        if sentence.has(*_MEETS) and (self._dating.day_of(phrase) or self._placing.city_of(phrase)):
            return True  # no "She is to represent Belarus in the Council": that is her office
        before = self._view.lower[phrase.start - 1] if phrase.start > sentence.start else ""
        if before in self._view.lexicon.file.words.article:
            before = self._view.lower[phrase.start - 2] if phrase.start - 1 > sentence.start else ""
        return before in self._view.lexicon.file.setting.session

    def is_given(self, phrase: Phrase) -> bool:
        """Whether a body can only be whom something is given to: «представят на утверждение Совету»."""
        noun = next((i.mention for i in phrase.sentence.of("MEETING", "ORGAN") if phrase.start <= i.start), None)
        body = not phrase.has_noun or phrase.kind == "council"
        return body and noun is not None and noun.cases == {"dat"} and not self.sits(phrase)

    def _told_after(self, phrase: Phrase) -> bool:
        """Whether the clause after a body says that it meets: "…, which gathers there", «… – он соберется там»."""
        words, end = self._view.lexicon.file, phrase.end
        if end + 1 >= phrase.sentence.end:
            return False
        first = self._view.lower[end + 1]
        if self._view.words[end] not in _BREAKS or not (
            first in words.words.it or first.startswith(words.setting.which)
        ):
            return False
        return any(c.start - end <= _CLAUSE_AFTER for c in phrase.sentence.cue("convene", "sits") if c.start > end)

    @staticmethod
    def sits(phrase: Phrase, reach: int = 3) -> bool:
        """Whether the verb after the name of a body, at most some words off, or right before it says that it met."""
        return any(
            0 <= c.start - phrase.end <= reach or 0 <= phrase.start - c.end <= 1
            for c in phrase.sentence.cue("convene", "sits")
        )

    def of_council(self, phrase: Phrase) -> bool:
        """Whether a council is said to hold a meeting, whoever chairs it: "The Council held its third meeting"."""
        sentence, holds = phrase.sentence, self._view.lexicon.file.meeting_frame.holds
        for council in self._wording.phrases(sentence):
            gap = range(council.end, phrase.start)
            if council.kind != "council" or council.has_noun or not 0 < len(gap) <= _HOLDS:
                continue
            if not holds.isdisjoint(self._view.lower[council.end : phrase.start]):
                return not any(i.symbol in "PRQ" and i.start in gap for i in sentence.items)
        return False

    def meet_together(self, phrase: Phrase, reach: int) -> bool:
        """Whether those of a commission are said to meet, or to attend it: not its chairman, nor with somebody else."""
        sentence, words = phrase.sentence, self._view.lexicon.file
        received = sentence.has("receive", "see")  # "X received members of the commission"
        if not received and any(0 <= phrase.start - c.end <= _TO_OPENING for c in sentence.cue("attend")):
            return True  # "X attended the opening of the commission"
        noun = next(i.mention for i in sentence.of("MEETING") if phrase.start <= i.start)
        if not phrase.has_noun and (noun.cases and noun.cases.isdisjoint(("nom", "any"))):
            return False
        before = [
            w
            for w in self._view.lower[max(sentence.start, phrase.start - 2) : phrase.start]
            if w not in words.words.the
        ]
        if before and before[-1] in words.meeting_frame.links:
            return False  # "the co-chairs of the commission met"
        for cue in sentence.cue("sits", "meet"):
            if not words.words.with_.isdisjoint(self._view.lower[cue.end - 1 : cue.end + 1]):
                continue
            if 0 <= phrase.start - cue.end <= 1:
                return True
            inserted = self._view.lower[cue.start - 1] == ","  # "the commission, which X and Y chair, met"
            between = any(i.symbol in "PRQ" and phrase.end <= i.start < cue.start for i in sentence.items)
            if phrase.end <= cue.start and (inserted or (cue.start - phrase.end <= reach and not between)):
                return True
        return self._holds_session(phrase)

    def named_only(self, phrase: Phrase, current: Event) -> bool:
        """Whether the session of another body is only named: "on the agenda of the 64th session of the Assembly"."""
        if not phrase.organization or phrase.organization == current.organization or phrase.qualifiers & _IN_TURN:
            return False
        if phrase.sentence.has(*_MEETS, "reconvene", "betake", "meet", "see", "receive", "converse", "follows"):
            return False
        if not self._wording.is_after(phrase) and (self._dating.day_of(phrase) or self._placing.city_of(phrase)):
            return False
        noun = next((i.mention for i in phrase.sentence.of("MEETING", "ORGAN") if phrase.start <= i.start), None)
        cases = noun.cases if noun is not None else set()
        if cases and "any" not in cases:
            return "nom" not in cases
        before = self._view.lower[max(phrase.sentence.start, phrase.start - 2) : phrase.start]
        return not set(before).isdisjoint(self._view.lexicon.file.meeting_frame.links)

    @staticmethod
    def is_title(phrase: Phrase) -> bool:
        """Whether somebody follows a body's name as one of its own: "the European Council's Charles Michel"."""
        last = next((i for i in phrase.sentence.items if phrase.start <= i.start and i.end == phrase.end), None)
        return last is not None and phrase.sentence.symbols[last.position + 1 : last.position + 2] == "P"

    def _of_premises(self, phrase: Phrase) -> bool:
        """Whether a thing of a body is spoken of: "the museum of the Council was opened"."""
        before = self._view.lower[max(phrase.sentence.start, phrase.start - 3) : phrase.start]
        return any(w.startswith(self._view.lexicon.file.words.premises) for w in before)

    def _acts_there(self, phrase: Phrase) -> bool:
        """Whether a body does something on a day in a city: "On May 13 the Council conferred in Dushanbe".

        A day to come is enough where it is to work: "The Council is to consider a concept on May 13".
        """
        sentence = phrase.sentence
        works = bool(phrase.level) and sentence.has("converse", "document_considered", "document_planned")
        if not (sentence.of("CITY") or works) or not sentence.of("DATE") or sentence.has(*_OF_MEMBERS):
            return False
        if any(c.start - phrase.end <= _SAYS for c in sentence.cue("speak")):
            return False  # "said in Minsk on May 3 that the Council …", but not "…, the ministry said"
        noun = next((i for i in sentence.of("ORGAN") if phrase.start <= i.start), None)
        cases = noun.mention.cases if noun is not None else set()
        words = self._view.lexicon.file.words
        before = list(self._view.lower[max(sentence.start, phrase.start - 3) : phrase.start])
        if before and before[-1] in words.article:
            before.pop()
        if not any(w in words.labours for w in before):
            if cases and cases.isdisjoint(("nom", "any")):
                return False
            if before and before[-1] in self._view.lexicon.file.meeting_frame.links:
                return False
        day = self._dating.day_of(phrase)
        if day is None or not is_day(day[0]):
            return False
        if self._placing.city_of(phrase) is not None:
            return True
        return works and self._dating.lies_ahead(day[0]) and not self._of_clause_between(phrase, day[0])

    def _of_clause_between(self, phrase: Phrase, day: str) -> bool:
        """Whether a day may be that of a thing: "will consider a concept that is to take effect on January 1"."""
        words, lower = self._view.lexicon.file, self._view.lower
        dates = (d for d in phrase.sentence.of("DATE") if (self._dating.date_of(d) or "").startswith(day))
        date = next((d for d in dates if d.start >= phrase.end), None)
        between = lower[phrase.end : date.start] if date is not None else []
        relative = words.words.relative | words.words.that | {","}
        return any(w in relative or w.startswith(words.setting.which) for w in between)

    def _has_session(self, phrase: Phrase) -> bool:
        """Whether a body has a session in its clause, or decides something where or when it sat."""
        sentence = phrase.sentence
        if self._holds_session(phrase):
            return True
        start, end = clause(self._view, sentence, phrase.start)
        if not any(start <= c.start < end for c in sentence.cue("decides")):
            return False
        return bool(self._placing.city_of(phrase) and self._dating.day_of(phrase))

    def _holds_session(self, phrase: Phrase) -> bool:
        """Whether a session is named after a body in its clause: "the Council held a session"."""
        _, end = clause(self._view, phrase.sentence, phrase.start)
        following = (p for p in self._wording.phrases(phrase.sentence) if phrase.end <= p.start < end)
        return any(p.kind == "session" and p.has_noun and not p.specific for p in following)
