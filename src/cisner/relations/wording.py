"""What the words around a meeting say of it: whether it is only named, or lies ahead."""

from __future__ import annotations

import re

from cisner.relations.conventions import find_conventions
from cisner.relations.frame import Frame, clause
from cisner.relations.modality import is_wished
from cisner.relations.phrases import Phrase, find_phrases
from cisner.relations.said import content_start, spoken_at
from cisner.relations.sentence import Sentence, View
from cisner.relations.tense import Tense

_EVE = 5  # words of "on the eve of the"
_TO_HOUR = 9  # words from "begins" to the hour
_HOUR = re.compile(r"(?:[01]?\d|2[0-4])(?:[:.]\d\d)?")
_BESIDE = 3  # words between a meeting and the verb that it has begun
_TAKEN_UP = frozenset({",", ":", ";", "–", "—"})
_TO_VERB = 3  # tokens from the mark before "it" to the verb
_BRACKETS = 3  # tokens of an acronym in brackets
_MARGIN = 5  # words of "on the sidelines of the"


class Wording:
    """Reads sentences for what they say of the meetings that they name.

    Args:
        view: The document.
        frame: Its date and places.
        tense: What its words of the future are about.
    """

    def __init__(self, view: View, frame: Frame, tense: Tense) -> None:
        self._view = view
        self._frame = frame
        self._found: dict[int, list[Phrase]] = {}
        self._led_by_eve: dict[int, bool] = {}  # by the first tokens of phrases
        self._where = view.lexicon.file.setting
        self._words = view.lexicon.file.words
        self._articles = self._words.the | self._words.a
        self._tense = tense

    def phrases(self, sentence: Sentence) -> list[Phrase]:
        """The meeting phrases of a sentence, found once."""
        if sentence.index not in self._found:
            phrases = find_phrases(self._view, sentence)
            self._found[sentence.index] = [*phrases, *find_conventions(self._view, sentence, phrases)]
        return self._found[sentence.index]

    def is_eve(self, phrase: Phrase) -> bool:
        """Whether a sentence only speaks of the time before a meeting: "on the eve of the summit"."""
        if phrase.convention or phrase.own_clause:
            return (
                False  # "the draft lay before the ministers when they met", "before the summit that the CIS is to hold"
            )
        return self.is_led_by_eve(phrase) and not self._goes_on_after(phrase)

    def is_led_by_eve(self, phrase: Phrase) -> bool:
        """Whether words like "on the eve of" stand before a meeting, whatever is told of it."""
        if phrase.start not in self._led_by_eve:
            self._led_by_eve[phrase.start] = self._follows_eve(phrase)
        return self._led_by_eve[phrase.start]

    def _follows_eve(self, phrase: Phrase) -> bool:
        noun = next((i.mention for i in phrase.sentence.of("MEETING", "ORGAN") if phrase.start <= i.start), None)
        if noun is not None and noun.cases == {"nom"}:
            return False  # «Накануне межправкомиссия заседала»: the day before
        return self._before(phrase, _EVE).endswith(self._view.lexicon.file.meeting_frame.eve)

    def is_after(self, phrase: Phrase) -> bool:
        """Whether a sentence only speaks of the time after a meeting."""
        before = self._view.lower[max(phrase.sentence.start, phrase.start - 2) : phrase.start]
        return not self._view.lexicon.file.words.after.isdisjoint(before)

    def is_margin(self, phrase: Phrase) -> bool:
        """Whether a meeting is only the setting of another: "on the sidelines of the summit"."""
        return self._before(phrase, _MARGIN).endswith(self._view.lexicon.file.meeting_frame.margin)

    def _before(self, phrase: Phrase, most: int) -> str:
        """Some words before a meeting, without the article and the city in its name: "the Minsk summit"."""
        start = next((i.start for i in phrase.sentence.of("CITY") if i.end == phrase.start), phrase.start)
        words = self._view.lower[max(phrase.sentence.start, start - most) : start]
        return " ".join(words[:-1] if words and words[-1] in self._articles else words)

    def is_denied(self, phrase: Phrase) -> bool:
        """Whether there is said to be no such meeting: "Neither a meeting nor a call"."""
        words = self._view.lexicon.file.words.neither
        before = self._view.lower[max(phrase.sentence.start, phrase.start - 2) : phrase.start]
        return not phrase.organization and phrase.kind != "summit" and not words.isdisjoint(before)

    def is_topic(self, phrase: Phrase) -> bool:
        """Whether a meeting is only what somebody speaks about."""
        about = self._view.lexicon.file.words.about
        if phrase.sentence.index == 0 and phrase.start == phrase.sentence.start + 1 and phrase.level:
            return False  # the heading of a notice: "On the meeting of the foreign ministers"
        return phrase.start > phrase.sentence.start and self._view.lower[phrase.start - 1] in about

    def is_placed_after(self, phrase: Phrase) -> bool:
        """Whether a clause of its own tells where a meeting was: "the summit, which was held in Minsk"."""
        clause = self.own_clause(phrase)
        return any(i.start in clause for i in phrase.sentence.of("CITY"))

    def _goes_on_after(self, phrase: Phrase) -> bool:
        """Whether a clause of its own tells more of a meeting: "before the session, which opened on Friday"."""
        comma, *following = self._view.lower[phrase.end : phrase.end + 2] or ("",)
        if comma == "," and any(w.startswith(self._where.which) for w in following):
            return True
        return self._pronoun_after(phrase) > 0

    def _pronoun_after(self, phrase: Phrase) -> int:
        """The token of a pronoun that takes up a meeting, or 0: "preparations for the summit: it will open in May"."""
        lower, at = self._view.lower, phrase.end
        if lower[at : at + 1] == ["("] and lower[at + 2 : at + 3] == [")"]:
            at += _BRACKETS  # "the Inter-Parliamentary Union (IPU)"
        at += lower[at : at + 1] == [")"]
        joined = at + 1 < phrase.sentence.end and self._view.words[at] in _TAKEN_UP
        if not joined or lower[at + 1] not in self._words.it:
            return 0
        verbs = phrase.sentence.cue("convene")  # not in "X came to the summit: he will see Y"
        return at + 1 if any(0 < c.start - at <= _TO_VERB for c in verbs) else 0

    def own_clause(self, phrase: Phrase) -> range:
        """The tokens of the clause that tells more of a meeting, if any: "the summit, which opens in May"."""
        if not self._goes_on_after(phrase):
            return range(0)
        commas = (i for i in range(phrase.end + 1, phrase.sentence.end) if self._view.words[i] == ",")
        return range(phrase.end, next(commas, phrase.sentence.end))

    def in_past(self, sentence: Sentence) -> bool:
        """Whether a word of a sentence is in the past tense."""
        lower, in_past = self._view.lower, self._view.lexicon.in_past
        told = [i for i in range(sentence.start, sentence.end) if in_past[lower[i]]]
        if not told:
            return False
        named = {t for i in sentence.items for t in range(i.start, i.end)}  # «министр иностранных дел»
        return any(i not in named and (i == sentence.start or not self._view.words[i].istitle()) for i in told)

    def _after_eve(self, phrase: Phrase) -> int:
        """Token after what is told of a meeting to come: "Ahead of the summit, which will be held in A, they met"."""
        eve = [p.end for p in self.phrases(phrase.sentence) if p.end <= phrase.start and self.is_led_by_eve(p)]
        commas = [i for i in range(eve[-1], phrase.start) if self._view.words[i] == ","] if eve else []
        return commas[-1] + 1 if commas else 0

    def is_ahead(self, phrase: Phrase) -> bool:
        """Whether the words around a mention put its meeting in the future."""
        if "coming" in phrase.qualifiers:
            return True
        start, end = clause(self._view, phrase.sentence, phrase.start)
        if start > phrase.sentence.start and self._view.words[start - 1] == ":":
            start = clause(self._view, phrase.sentence, start - 2)[0]  # "three events lie ahead: A, B and C"
        start, end = (
            max(start, self._after_eve(phrase), spoken_at(self._view, phrase.sentence, phrase.start)),
            min(end, content_start(self._view, phrase.sentence, phrase.end)),
        )
        future = [c for c in phrase.sentence.cue("future") if start <= c.start < end]
        future = [c for c in future if not self._tells_of_next(phrase, start, c.start)]
        if any(self._tense.of_noun(phrase.sentence, c, phrase.start, phrase.end) for c in future):
            return True
        if phrase.sentence.has("wish"):
            nouns = (i for i in phrase.sentence.of("MEETING", "ORGAN") if phrase.start <= i.start < phrase.end)
            if any(is_wished(phrase.sentence, i, self._view.lower, self._view.lexicon) for i in nouns):
                return True
        taken_up = self._pronoun_after(phrase)
        if taken_up and any(0 < c.start - taken_up < _TO_VERB for c in phrase.sentence.cue("future")):
            return True
        if self._begins_at_an_hour(phrase, end):
            return True
        return phrase.convention and self._later_year(phrase.sentence, start, end)

    def _tells_of_next(self, phrase: Phrase, start: int, verb: int) -> bool:
        """Whether a verb of the future goes on with another meeting: "Astana hosted A on the 13th and will host B"."""
        if verb < phrase.end or not any(p.start > verb and p.specific for p in self.phrases(phrase.sentence)):
            return False
        joins = self._where.conjunction | {","}
        last = next((i for i in range(verb - 1, phrase.end - 1, -1) if self._view.lower[i] in joins), -1)
        dates = {i for d in phrase.sentence.of("DATE") for i in range(d.start - 1, d.end)}
        if last < 0 or any(i not in dates for i in range(last + 1, verb)):
            return False
        lower, in_past = self._view.lower, self._view.lexicon.in_past
        return any(in_past[lower[i]] and self._view.words[i].islower() for i in range(start, last))

    def _begins_at_an_hour(self, phrase: Phrase, end: int) -> bool:
        """Whether a meeting is announced for an hour, in the present: "the talks begin in Moscow at 3 p.m. today"."""
        lower, at = self._view.lower, self._words.at | self._where.inside
        verb = next((i for i in range(phrase.end, end) if lower[i] in self._words.begins_now), end)
        hours = range(verb + 1, min(end, verb + _TO_HOUR))
        return any(lower[i - 1] in at and _HOUR.fullmatch(lower[i]) for i in hours)

    def has_begun(self, phrase: Phrase) -> bool:
        """Whether a verb beside a mention tells that its meeting has opened, is under way or is over."""
        sentence, lower, begun = phrase.sentence, self._view.lower, self._words.has_begun
        before = lower[max(sentence.start, phrase.start - _BESIDE) : phrase.start]
        after = lower[phrase.end : min(sentence.end, phrase.end + _BESIDE)]
        if after[:1] == [","] and after[1:2] and after[1].startswith(self._where.which):
            after = after[1:]  # "the session, which opened on Friday"
        return any(w.startswith(begun) for words in (before, after) if "," not in words for w in words)

    def _later_year(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether words stand beside a year to come: "in 2024 the premiers gather in Islamabad"."""
        at = self._view.lexicon.file.words.at
        published = self._frame.published or "9999"
        years = [i for i in sentence.of("DATE") if start <= i.start < end and self._view.lower[i.start - 1] in at]
        return any(self._frame.dates.get(i.start, "")[:4] > published[:4] for i in years)
