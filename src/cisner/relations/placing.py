"""Where: the place that a sentence gives a meeting."""

from __future__ import annotations

from cisner.relations.frame import Frame
from cisner.relations.phrases import Phrase
from cisner.relations.said import content_start, source_part, told_together
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.spoken_of import first_spoken_of
from cisner.relations.wording import Wording

_HOLDING = 9  # tokens from "the holding of" to the meeting
_TO_MEETING = 7  # tokens from the state where it is held to a meeting
_TO_HOST = 3  # tokens between a verb of hosting and its meeting or state
_MOVED = 6  # tokens from "moved" to where


class Placing:
    """Reads the places of meetings off sentences.

    Args:
        view: The document.
        frame: Its date and places.
        wording: What its words say of meetings.
    """

    def __init__(self, view: View, frame: Frame, wording: Wording) -> None:
        self._view = view
        self._frame = frame
        self._wording = wording
        self._where = view.lexicon.file.setting
        self._words = view.lexicon.file.words
        self._of_cities = tuple(view.lexicon.file.city_adjectives)
        self._premises = tuple(view.lexicon.file.words.venue_premises)
        # «в ташкентской резиденции»: few reports have an adjective of a city
        self._of_city = bool(self._of_cities) and any(w.startswith(self._of_cities) for w in view.forms)

    def city_of(self, phrase: Phrase) -> tuple[str, str] | None:
        """City and country that a sentence gives a meeting."""
        sentence = phrase.sentence
        own = next((c for c in sentence.of("CITY") if c.end == phrase.start and self._is_bare(c.start)), None)
        if own is not None:  # "the SCO Qingdao summit"
            return own.mention.norm, own.mention.rule.partition(".")[2]
        held = range(self._holding_before(phrase), phrase.start)
        own = next((c for c in sentence.of("CITY") if c.start in held), None)
        if own is not None:  # "the decision on holding in Minsk the 20th session was signed in Moscow"
            return own.mention.norm, own.mention.rule.partition(".")[2]
        found = self.places(sentence) or self._there(sentence) or self._here(sentence)
        found = [f for f in found if told_together(self._view, sentence, phrase.start, f[0])]
        found = self._without_later_ones(phrase, found)
        if not found:
            return None
        more, said = self._wording.own_clause(phrase), source_part(self._view, sentence)
        found = [f for f in found if f[0] in more] or [f for f in found if phrase.start in said or f[0] not in said]
        if not found:
            return None
        best = min(
            found, key=lambda f: (not f[3], f[0] - phrase.end if f[0] >= phrase.end else (phrase.start - f[0]) * 2)
        )
        return (best[1], best[2]) if best[1] else None

    def _holding_before(self, phrase: Phrase) -> int:
        """The token of a noun for the holding of a meeting a little before it, or where the meeting is named."""
        first = max(phrase.sentence.start, phrase.start - _HOLDING)
        words = self._view.lower
        return next((i for i in range(first, phrase.start) if words[i].startswith(self._words.holding)), phrase.start)

    def _without_later_ones(
        self, phrase: Phrase, found: list[tuple[int, str, str, bool]]
    ) -> list[tuple[int, str, str, bool]]:
        """Places without those of another meeting to come: "was held ahead of the summit, which will be in Bishkek"."""
        if not found or self._wording.is_led_by_eve(phrase):
            return found
        later = (p for p in self._wording.phrases(phrase.sentence) if p.start >= phrase.end)
        eves = [p.end for p in later if self._wording.is_led_by_eve(p)]
        return [f for f in found if f[0] < min(eves)] if eves else found

    def _is_bare(self, city: int) -> bool:
        """Whether no preposition of a place stands before a city."""
        before = self._view.lower[city - 1] if city else ""
        return not any(before in words for words in (self._where.inside, self._where.towards, self._where.away))

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

    def _here(self, sentence: Sentence) -> list[tuple[int, str, str, bool]]:
        """The city of the dateline, where a sentence says "here"."""
        if self._frame.dateline_city is None or self._words.here.isdisjoint(
            self._view.lower[sentence.start : sentence.end]
        ):
            return []
        at = next(i for i in range(sentence.start, sentence.end) if self._view.lower[i] in self._words.here)
        return [(at, self._frame.dateline_city, self._frame.dateline_country or "", True)]

    def place_inside(self, sentence: Sentence, part: range) -> tuple[int, str, str, bool] | None:
        """The place that a part of a sentence has: "… X in Baku on 6 May and …"."""
        return next((p for p in self.places(sentence) if p[0] in part and p[3]), None)

    def only_place(self) -> tuple[tuple[str, str], frozenset[int]] | None:
        """The one city, with its country, in which a report without a dateline's places anything, and the sentences.

        One where things are only to come is not where others were.
        """
        if self._frame.dateline_city:
            return None
        sentences = self._view.sentences
        told = [(s, name, land) for s in sentences for _, name, land, inside in self.places_here(s, s.start) if inside]
        found = {(name, land) for _, name, land in told}
        if len(found) != 1 or all(s.has("future") for s, *_ in told):
            return None
        return found.pop(), frozenset(s.index for s, *_ in told)

    def places_here(self, sentence: Sentence, since: int) -> list[tuple[int, str, str, bool]]:
        """The places of a sentence that are not those of another meeting that people speak of after a token."""
        first = first_spoken_of(self._view, sentence, since)
        if since > sentence.start:
            first = min(first, content_start(self._view, sentence, since))
        return [p for p in self.places(sentence) if p[0] < first]

    def places(self, sentence: Sentence) -> list[tuple[int, str, str, bool]]:
        """Cities where something can take place: token, name, country, whether "in" stands before."""
        found = self._all_places(sentence)
        if len(found) < 2 or not sentence.has("moved", "not_then", "first_set"):
            return found
        to = [c for c in found if self._is_moved_to(sentence, c[0])]
        return to or [c for c in found if not self._is_given_up(sentence, c[0])] or found

    def _is_moved_to(self, sentence: Sentence, city: int) -> bool:
        """Whether a city is where a meeting is moved to: "from Bishkek to Moscow"."""
        ends = [c.end for c in sentence.cue("moved") if c.end <= city]
        to = self._words.moved_to | self._where.inside
        return bool(ends) and city - ends[-1] <= _MOVED and self._view.lower[city - 1] in to

    def _is_given_up(self, sentence: Sentence, city: int) -> bool:
        """Whether a city is one where a meeting was to be held at first: "not in Bishkek", "instead of Bishkek"."""
        return any(0 <= city - c.end <= 1 for c in sentence.cue("not_then", "first_set"))

    def _all_places(self, sentence: Sentence) -> list[tuple[int, str, str, bool]]:
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
        if self._of_city:
            out += self._in_premises(sentence)
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

    def _in_premises(self, sentence: Sentence) -> list[tuple[int, str, str, bool]]:
        """Cities whose adjectives stand before a building: «в ташкентской резиденции», «во дворце» has none."""
        lower, out = self._view.lower, list[tuple[int, str, str, bool]]()
        for index in range(sentence.start + 1, sentence.end - 1):
            if lower[index - 1] in self._where.inside and lower[index + 1].startswith(self._premises):
                named = self._adjective(index + 1)
                if named is not None:
                    out.append((index, *named, True))
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
        """The state where a meeting takes place, if no city is named: "in Kazakhstan", "Kazakhstan hosted it"."""
        for item in phrase.sentence.of("COUNTRY"):
            before = self._view.lower[item.start - 1] if item.start else ""
            if before in self._where.inside and (
                0 <= item.start - phrase.end <= 12 or self._held_between(item.end, phrase)
            ):
                return item.mention.norm
            if self._hosts(phrase, item):
                return item.mention.norm
        return ""

    def _held_between(self, start: int, phrase: Phrase) -> bool:
        """Whether only a verb and a day stand between a state and a meeting: "In Tajikistan today opened the"."""
        sentence, gap = phrase.sentence, range(start, phrase.start)
        if not 0 < len(gap) <= _TO_MEETING or any(i.symbol != "D" and i.start in gap for i in sentence.items):
            return False
        told = self._view.lexicon.in_past
        return any(c.start in gap for c in sentence.cue("convene")) or any(told[self._view.lower[i]] for i in gap)

    def _hosts(self, phrase: Phrase, state: Item) -> bool:
        """Whether a state stands with a verb of hosting, and a meeting with both: "hosted by Kazakhstan"."""
        if phrase.start <= state.start < phrase.end:
            return False
        for cue in phrase.sentence.cue("venue", "host"):
            verb = range(cue.start, cue.end)
            to_state = max(cue.start - state.end, state.start - cue.end)
            to_meeting = max(verb.start - phrase.end, phrase.start - verb.stop)
            if to_state <= _TO_HOST and to_meeting <= _TO_HOST:
                return True
        return False
