"""The verbs of talks in a sentence, each with its part of it."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.asides import asides
from cisner.relations.cast import Cast, persons_of
from cisner.relations.commissions import interstate_from
from cisner.relations.cues import FoundCue
from cisner.relations.encounters.model import VERBS, Part
from cisner.relations.frame import clause
from cisner.relations.officials import plural_title
from cisner.relations.said import only_source, tells_of_others
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.sides import Party, Sides
from cisner.relations.spoken_of import is_weighed

_ADJECTIVES = 2  # words of "the coming" before a visit
_SPEAKING = frozenset({"talk", "converse"})  # what those at a session do, too
_BROUGHT = "cue.company"
_TO_COMMISSION = 5  # tokens between a meeting and the commission whose it is: "of the Supreme"
_TO_PURPOSE = 3  # tokens of "for three-way talks"
_BEFORE = 4  # words before a body that make it the occasion
_TO_GROUP = 1  # tokens between officials and the verb
_RELATIVE = 3  # tokens of ", who" before the verb of a relative clause


def _is_body(item: Item) -> bool:
    """Whether something that meets is an organ of a body, or a council."""
    return item.mention.label == "ORGAN" or item.mention.norm == "council"


def _is_topic(view: View, sentence: Sentence, party: Party) -> bool:
    """Whether somebody's visit is what others talk about: "they discussed the coming visit of President X"."""
    nouns = [i for i in sentence.of("MEETING") if i.mention.norm == "visit"]
    if not nouns:
        return False
    titles = {i.end: i.start for i in sentence.items if i.symbol == "R"}
    start = titles.get(party.start, party.start)
    visits = [i for i in nouns if 0 <= start - i.end <= 1]
    theirs = [*visits, *(i for i in nouns if 0 <= i.start - party.end <= _ADJECTIVES)]
    if theirs and is_weighed(view, sentence, min(start, theirs[0].start)):
        return True
    verbs = [c.end for c in sentence.cue("converse", "talk", "call")]
    return any(0 <= v.start - end <= _ADJECTIVES for v in visits for end in verbs)


class Parts:
    """Finds the verbs of talks that stand, and who is told beside each.

    Args:
        view: The document.
        cast: Its people.
        sides: The people of its sentences.
    """

    def __init__(self, view: View, cast: Cast, sides: Sides) -> None:
        words = view.lexicon.file.words
        self._view = view
        self._cast = cast
        self._sides = sides
        self._talks = view.lexicon.file.talks
        self._with = words.with_
        self._negation = words.negation
        self._between = view.lexicon.file.meeting_frame.between

    def of(self, sentence: Sentence, parties: Sequence[Party]) -> list[Part]:
        """The verbs in order, each with the people of its part."""
        cues = self.cues(sentence)
        ends = {i.end for i in sentence.items if i.symbol == "P"}
        spoken_of = [clause for clause in asides(self._view, sentence) if clause[0] in ends] if cues else []
        out: list[Part] = []
        verbs = [c for c in cues if c.type != "apart"]
        brought = [c for c in sentence.cue("attend") if c.rule == _BROUGHT] if cues else []
        for cue in cues:
            left, right = clause(self._view, sentence, cue.start)
            with_after = self._with & set(self._view.lower[right + 1 : right + 4])
            told = any(cue.end <= p.start < right for p in parties)
            if self._view.words[right : right + 1] == [":"] and (with_after or not told):
                right = clause(self._view, sentence, right + 1)[1]  # "две встречи: с X и с Y"
            earlier = [c.end for c in verbs if left < c.end <= cue.start] if cue in verbs else []
            later = [c.start for c in verbs if cue.end <= c.start < right] if cue in verbs else []
            if earlier:
                left = self._boundary(earlier[-1], cue.start, left)
            if later:
                right = self._boundary(cue.end, later[0], right)
            inside = [p for p in parties if left <= p.start < right and self._takes_part(sentence, p, cue, brought)]
            inside = [p for p in inside if not self._in_aside(sentence, p, cue, spoken_of)]
            both = self._both(sentence, inside, cue)
            out.append(Part(cue, left, right, both or inside, whole=bool(both)))
        return out

    def _both(self, sentence: Sentence, parties: Sequence[Party], cue: FoundCue) -> list[Party]:
        """Those who talk, where a noun is followed by them: "X announced a meeting between Y and Z"."""
        if not self._between.isdisjoint(self._view.lower[cue.end - 1 : cue.end + 1]):
            after = [p for p in parties if p.start >= cue.end]
        elif cue.type == "meet" and any(cue.start < p.start and p.end < cue.end for p in parties):
            after = [p for p in parties if p.start > cue.start]  # «X объявил о встрече Y с Z»
        else:
            return []
        said = next((c.start for c in sentence.cue("speak") if c.start >= cue.end), sentence.end)
        after = [p for p in after if p.start < said]  # not who tells of it: "the meeting between X and Y, said Z"
        return after if len({p.person for p in after}) > 1 else []

    def _in_aside(self, sentence: Sentence, party: Party, cue: FoundCue, clauses: list[tuple[int, int]]) -> bool:
        """Whether somebody is told of only in a relative clause before a verb: "X, who came with Y, met Z"."""
        names = [n.item.start for n in self._cast.by_sentence[sentence.index] if n.person == party.person]
        return any(
            left < party.start < right <= cue.start and all(left < n < right for n in names) for left, right in clauses
        )

    def _takes_part(self, sentence: Sentence, party: Party, cue: FoundCue, brought: Sequence[FoundCue]) -> bool:
        """Whether somebody beside a verb of talks is one of those who talk, and not whom one of them brought."""
        if self._replaced(sentence, party) or self._sides.only_said(sentence, party.person):
            return False
        if self._is_source(sentence, party, cue) or _is_topic(self._view, sentence, party):
            return False
        if party.start >= cue.start:
            return not any(cue.end <= c.start and c.end <= party.start for c in brought)
        named = (n.item.start for n in self._cast.by_sentence[sentence.index] if n.person == party.person)
        return max(named, default=-1) <= party.start

    def cues(self, sentence: Sentence) -> list[FoundCue]:
        """The verbs of talks that stand, without those inside longer ones or denied; calls go before meetings."""
        found = [c for c in sentence.cue(*VERBS) if not self._denied(sentence, c) and not self._of_others(sentence, c)]
        calls = {clause(self._view, sentence, c.start) for c in found if c.type == "call"}
        kept: list[FoundCue] = []
        meetings = sentence.of("MEETING") if found else []
        starts, ends = {i.start for i in meetings}, {i.end for i in meetings}
        articles = self._view.lexicon.file.words.article
        for cue in found:
            if cue.rule == "cue.received_by" and cue.start in ends:
                continue  # "the meeting was hosted by": a thing
            after = cue.end + (not articles.isdisjoint(self._view.lower[cue.end : cue.end + 1]))
            if cue.type in ("receive", "see") and after in starts:
                continue  # "X welcomed the meeting between Y and Z"
            if kept and kept[-1].type in ("receive", "see") and self._is_purpose(sentence, cue):
                continue  # "X hosted Y and Z for trilateral talks"
            if cue.type != "call" and clause(self._view, sentence, cue.start) in calls:
                if not self._before_another_call(cue, found):
                    continue
                cue = FoundCue(cue.start, cue.end, "call", cue.rule)
            if kept and cue.start < kept[-1].end:
                if cue.end <= kept[-1].end or kept[-1].type == "call":
                    continue
                cue = FoundCue(kept.pop().start, cue.end, cue.type, cue.rule)
            kept.append(cue)
        return kept

    def _is_purpose(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether a noun for talks only says what somebody is received for."""
        if not any(i.start == cue.start for i in sentence.of("MEETING")) or self._view.lower[cue.end] in self._with:
            return False
        near = self._view.lower[max(sentence.start, cue.start - _TO_PURPOSE) : cue.start]
        return not self._talks.for_talks.isdisjoint(near)

    def _before_another_call(self, cue: FoundCue, found: Sequence[FoundCue]) -> bool:
        """Whether a talk is a call of its own: "talked with X and, in a separate phone call, with Y"."""
        later = next((c for c in found if c.type == "call" and c.start >= cue.end), None)
        if later is None or cue.type not in _SPEAKING | {"meet"}:
            return False
        before = f" {' '.join(self._view.lower[later.start - _ADJECTIVES : later.start + 1])} "
        return any(f" {word}" in before for word in self._talks.separate)

    def _denied(self, sentence: Sentence, cue: FoundCue) -> bool:
        left, right = clause(self._view, sentence, cue.start)
        if any(c.type == "not_held" and left <= c.start < right for c in sentence.cues):
            return True
        if any(w.startswith(self._talks.audiences) for w in self._view.lower[cue.end : min(cue.end + 2, right)]):
            return True  # "at a meeting with reporters"
        return bool(self._negation & set(self._view.lower[max(sentence.start, cue.start - 1) : cue.start]))

    def _of_others(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether others than the people meet: a body, or officials: "the foreign ministers, who will meet"."""
        if self._of_body(sentence, cue) or self._of_commission(sentence, cue):
            return True
        if self._some_of_many(sentence, cue) or self._in_clause_of_group(sentence, cue):
            return True
        group = next((i for i in sentence.of("TITLE") if i.symbol == "Q" and 0 < cue.start - i.end <= _RELATIVE), None)
        if group is None or self._view.lower[group.end] != ",":
            return False
        named = any(r.item is group for r in self._cast.references[sentence.index])
        return not named and self._view.lower[group.end + 1].startswith(self._talks.who)

    def _in_clause_of_group(self, sentence: Sentence, cue: FoundCue) -> bool:
        """As in "X and Y agreed that the presidents would meet": a clause after "that" with officials not named."""
        words = self._view.lexicon.file.words
        before = [i for i in sentence.items if i.symbol in "PQ" and i.end <= cue.start]
        if not before or before[-1].symbol != "Q" or cue.type == "receive":
            return False
        if any(r.item is before[-1] for r in self._cast.references[sentence.index]):
            return False
        left = before[-2].end if len(before) > 1 else sentence.start
        return not words.that.isdisjoint(self._view.lower[left : before[-1].start])

    def _some_of_many(self, sentence: Sentence, cue: FoundCue) -> bool:
        """As in "The heads of state, among them X and Y, discussed trade": only some of those of a session."""
        lower, groups = self._view.lower, [i for i in sentence.of("TITLE") if plural_title(i)]
        if cue.type in _SPEAKING:
            return any(self._among_them(i.end) for i in groups if i.end < cue.start)
        if cue.type != "meet" or not self._view.lexicon.file.words.with_.isdisjoint(lower[cue.end - 1 : cue.end + 1]):
            return False  # "The CSTO leaders, among them X and Y, met in Astana", but not "met with Z"
        groups = [i for i in groups if i.mention.attributes["organization"]]
        if any(self._among_them(i.end) for i in groups):
            return True
        told = any(0 <= cue.start - i.end <= _TO_GROUP or 0 <= i.start - cue.end <= _TO_GROUP for i in groups)
        first = next((i.start for i in sentence.of("PERSON") if i.start >= cue.end), cue.end) if told else cue.end
        return any(self._among_them(i) for i in range(cue.end, first))

    def _among_them(self, mark: int) -> bool:
        """Whether a comma or bracket stands at a token, and words like "among them" after it."""
        following = " ".join(self._view.lower[mark + 1 : mark + 4]) if self._view.lower[mark] in "(," else ""
        return bool(following) and following.startswith(self._talks.among)

    def _of_body(self, sentence: Sentence, cue: FoundCue) -> bool:
        """As in "In the presence of X the Council met", "The commission on trade met in Minsk under X and Y"."""
        left, right = clause(self._view, sentence, cue.start)
        before = [i for i in sentence.items if left <= i.start and i.end <= cue.start]
        states = next((n for n, i in enumerate(reversed(before)) if i.symbol != "C"), 0)
        if before and before[-1 - states].mention.norm == "council":
            before = before[: len(before) - states]  # "the commissions of A and B met"
        if not before or not _is_body(before[-1]):
            return False
        if before[-1].end == cue.start:
            return True
        if any(left <= start < cue.start for start, _, _ in persons_of(self._cast, sentence)):
            return False
        if any(
            i.symbol == "P" and cue.end <= i.start < right and i.mention.attributes.get("case") == "nom"
            for i in sentence.items
        ):
            return False
        return "," not in self._view.words[before[-1].end : cue.start] and not self._is_occasion(before)

    def _of_commission(self, sentence: Sentence, cue: FoundCue) -> bool:
        """As in "X and Y held a meeting of the Joint Commission": told by its own name."""
        noun = next((i for i in sentence.of("MEETING") if cue.start <= i.start < cue.end), None)
        following = [i for i in sentence.items if noun is not None and i.start >= noun.end][:1]
        if noun is None or not following or following[0].mention.norm != "council":
            return False
        lower, lexicon = self._view.lower, self._view.lexicon
        first = interstate_from(lower, following[0].start, following[0].end, lexicon)
        gap = lower[noun.end : max(first, noun.end)]
        whose = lexicon.file.meeting_frame.fillers.issuperset(gap) or gap[0] in lexicon.file.words.of
        return first >= 0 and len(gap) <= _TO_COMMISSION and whose

    def _is_occasion(self, items: Sequence[Item]) -> bool:
        """Whether a body is only where or when something happens: "After the council of the CIS they met"."""
        first = next(n for n in range(len(items)) if all(i.symbol in "MOQAC" for i in items[n:]))
        before = self._view.lower[max(0, items[first].start - _BEFORE) : items[first].start]
        return any(w in self._view.lexicon.file.words.occasion for w in before)

    def _boundary(self, start: int, end: int, default: int) -> int:
        """Where the part of one verb ends and that of the next begins: at the last comma or "and" between them."""
        joins = self._talks.joins
        return next((i for i in range(end - 1, start - 1, -1) if self._view.lower[i] in joins), default)

    def _is_source(self, sentence: Sentence, party: Party, cue: FoundCue) -> bool:
        """Whether somebody only tells what the verb says: "X and Y agreed to meet, Z told reporters"."""
        part = only_source(self._view, sentence, party.start, party.end)
        if part is not None and cue.start < part[0]:
            return True
        return party.end <= cue.start and tells_of_others(self._view, sentence, party.end, cue)

    def _replaced(self, sentence: Sentence, party: Party) -> bool:
        """Whether somebody else acts for a person: "accepted them on behalf of President X"."""
        left = next((i.start for i in sentence.items if i.symbol in "RQ" and i.end == party.start), party.start)
        return any(0 <= left - c.end <= 1 for c in sentence.cue("substitute"))
