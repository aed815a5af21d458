"""Where, and whether it was held: the place and the status that a sentence gives a meeting."""

from __future__ import annotations

from cisner.relations.calling_off import CallingOff
from cisner.relations.cues import FoundCue
from cisner.relations.dating import Dating
from cisner.relations.days import is_day
from cisner.relations.frame import Frame, clause
from cisner.relations.phrases import Phrase
from cisner.relations.said import content_start, source_part, told_together
from cisner.relations.sentence import Sentence, View
from cisner.relations.spoken_of import first_spoken_of, speaks_from

_VERB = 3  # tokens from the comma after a relative clause to the verb: ", has been"


class Placing(Dating):
    """Reads places and status votes off sentences, with the days that they depend on.

    Args:
        view: The document.
        frame: Its date and places.
    """

    def __init__(self, view: View, frame: Frame) -> None:
        super().__init__(view, frame)
        self._of_cities = tuple(view.lexicon.file.city_adjectives)
        self.calling_off = CallingOff(view)
        self.home, self.home_city = frame.dateline_country, frame.dateline_city

    def vote(self, phrase: Phrase) -> str:
        """What a mention says of the status of its meeting: held, planned, cancelled, open or eve (before it)."""
        if self.is_eve(phrase):
            return "eve"
        sentence = phrase.sentence
        start, end = clause(self._view, sentence, phrase.start)
        near = [c for c in sentence.cues if start <= c.start < end]
        if self.calling_off.told_of(phrase):
            return "planned" if self.is_margin(phrase) else "cancelled"  # "cancelled talks at the summit"
        day = self.day_of(phrase)
        published = self._frame.published
        if day and published and len(day[0]) >= 7:
            if day[0] > published[: len(day[0])]:
                return "planned"
            if day[0] < published[: len(day[0])]:
                return "open" if any(c.type == "intended" for c in near) else "held"
        if self.is_ahead(phrase) and not (phrase.has_noun and self.has_begun(phrase)):
            return "planned"
        return "held" if near or sentence.index != 0 else "open"

    def vote_at(self, sentence: Sentence, token: int, day: tuple[str, str | None] | None) -> str:
        """What the words around a token say of the status of a meeting."""
        start, last = clause(self._view, sentence, token)
        end = min(self._main_clause_end(token, last), speaks_from(self._view, sentence, token))
        near = [c for c in sentence.cues if start <= c.start < end]
        near += self._after_aside(sentence, end, last)
        if any(c.type == "cancelled" and not self.calling_off.denied(c) for c in near):
            return "cancelled"
        if day and self._frame.published and is_day(day[0]) and day[0] != self._frame.published:
            return "planned" if day[0] > self._frame.published else "held"
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
        lower, which = self._view.lower, self._where.in_which
        pronouns = tuple(r.rstrip("*") for r in self._view.lexicon.file.documents.relative_pronouns)
        for index in range(token, end - 1):
            if lower[index] == "," and (
                lower[index + 1].startswith(which)
                or any(w.startswith(pronouns) for w in lower[index + 1 : index + 4] if pronouns)
            ):
                return index
        return end

    def city_of(self, phrase: Phrase) -> tuple[str, str] | None:
        """City and country that a sentence gives a meeting."""
        sentence = phrase.sentence
        found = self.places(sentence) or self._there(sentence)
        found = [f for f in found if told_together(self._view, sentence, phrase.start, f[0])]
        if not found:
            return None
        more, said = self._own_clause(phrase), source_part(self._view, sentence)
        found = [f for f in found if f[0] in more] or [f for f in found if phrase.start in said or f[0] not in said]
        if not found:
            return None
        best = min(
            found, key=lambda f: (not f[3], f[0] - phrase.end if f[0] >= phrase.end else (phrase.start - f[0]) * 2)
        )
        return (best[1], best[2]) if best[1] else None

    def _there(self, sentence: Sentence) -> list[tuple[int, str, str, bool]]:
        """The one place of the sentence before, if a sentence says "there" or "in the same city"."""
        words = self._view.lexicon.file.words.there
        at = next((i for i in range(sentence.start, sentence.end) if self._view.lower[i] in words), None)
        if at is None and self._view.says(sentence.start, sentence.end, self._words.same_place):
            at = sentence.start
        if at is None or not sentence.index:
            return []
        cities = self._view.sentences[sentence.index - 1].of("CITY")
        found = {(c.mention.norm, c.mention.rule.partition(".")[2]) for c in cities}
        if len(found) > 1:
            found.discard((self._frame.dateline_city, self._frame.dateline_country))
        return [(at, *found.pop(), True)] if len(found) == 1 else []

    def told_inside(
        self, sentence: Sentence, part: range
    ) -> tuple[tuple[str, str | None] | None, tuple[int, str, str, bool] | None]:
        """The day and the place that a part of a sentence has: "… X in Baku on 6 May and …"."""
        day = next((i for i in sentence.of("DATE") if i.start in part and self._dates_event(sentence, i)), None)
        place = next((p for p in self.places(sentence) if p[0] in part and p[3]), None)
        return (self._days(day) if day is not None else None), place

    def only_place(self) -> tuple[str, str] | None:
        """The one city, with its country, in which a report without a dateline's places anything."""
        if self._frame.dateline_city:
            return None
        sentences = self._view.sentences
        found = {(name, land) for s in sentences for _, name, land, inside in self.places_here(s, s.start) if inside}
        return found.pop() if len(found) == 1 else None

    def places_here(self, sentence: Sentence, since: int) -> list[tuple[int, str, str, bool]]:
        """The places of a sentence that are not those of another meeting that people speak of after a token."""
        first = first_spoken_of(self._view, sentence, since)
        if since > sentence.start:
            first = min(first, content_start(self._view, sentence, since))
        return [p for p in self.places(sentence) if p[0] < first]

    def places(self, sentence: Sentence) -> list[tuple[int, str, str, bool]]:
        """Cities where something can take place: token, name, country, whether "in" stands before."""
        view, where, out = self._view, self._where, list[tuple[int, str, str, bool]]()
        settlement = self._view.lexicon.file.words.settlement
        for item in sentence.of("CITY"):
            if item.mention.attributes.get("extra") == "ambiguous" and view.lower[item.start - 1] not in where.inside:
                continue
            before = list(view.lower[max(sentence.start, item.start - 3) : item.start])
            if not settlement.isdisjoint(before):  # "in the Tajik city of Khujand"
                before = list(view.lower[max(sentence.start, item.start - 6) : item.start])
            inside = any(w in where.inside for w in before)
            after = view.lower[item.end : item.end + 1]
            if not inside and after and after[0] in where.named_after:
                continue
            if before[-1:] and before[-1] in where.away:
                continue
            if inside and before[-2:-1] and before[-2] in where.residents:
                continue  # "nobody in Moscow", "the embassy in Ashgabat"
            out.append((item.start, item.mention.norm, item.mention.rule.partition(".")[2], inside))
        for item in sentence.of("MEETING"):
            named = self._adjective(item.start)
            if named is not None:
                out.append((item.start - 1, *named, True))
        capital = view.lexicon.file.meeting_frame.capital
        other = view.lexicon.file.meeting_frame.other_capital
        if capital.isdisjoint(view.lower[sentence.start : sentence.end]):
            return out
        for index in range(sentence.start, sentence.end):
            if view.lower[index] in capital and not view.lower[index - 1].startswith(other):
                state = next(
                    (
                        i
                        for i in sentence.items
                        if i.symbol in "CA" and (0 <= i.start - index <= 3 or 0 <= index - i.end <= 1)
                    ),
                    None,
                )
                if state is not None and state.mention.norm in self._frame.capitals:
                    out.append((index, self._frame.capitals[state.mention.norm], state.mention.norm, True))
        return out

    def of_city(self, phrase: Phrase) -> bool:
        """Whether a city names a meeting: "the Bishkek summit", «Бишкекский саммит»."""
        first = next((i.start for i in phrase.sentence.of("MEETING") if phrase.start <= i.start), phrase.start)
        return self._adjective(first) is not None or any(i.end == first for i in phrase.sentence.of("CITY"))

    def _adjective(self, token: int) -> tuple[str, str] | None:
        """The city and country whose adjective stands before a token."""
        before = self._view.lower[token - 1] if token else ""
        if not before.startswith(self._of_cities):  # as most often
            return None
        cities = self._view.lexicon.file.city_adjectives
        return next(city for stem, city in cities.items() if before.startswith(stem))

    def country_of(self, phrase: Phrase) -> str:
        """The state where a meeting takes place, if no city is named: "in Kazakhstan"."""
        for item in phrase.sentence.of("COUNTRY"):
            before = self._view.lower[item.start - 1] if item.start else ""
            if before in self._where.inside and 0 <= item.start - phrase.end <= 12:
                return item.mention.norm
        return ""
