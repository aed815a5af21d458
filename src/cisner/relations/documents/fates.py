"""What became of documents: signed, adopted, planned, ratified, rejected.

A cue in the sentence tells it, or the sentence that brought the list, or one beside it that speaks of "both documents"
or "it". Cues that only say that something came about ("was crowned by") leave it to the kind of the document.
"""

from __future__ import annotations

from collections.abc import Sequence

from cisner.mentions import Mention
from cisner.relations.cues import FoundCue
from cisner.relations.documents.drafts import Drafts
from cisner.relations.documents.verbs import (
    AHEAD,
    BOUNDARIES,
    DONE,
    NOT_THERE,
    SIGNED_KINDS,
    STATUS,
    Verbs,
    covers,
    usual,
)
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.word_lists import ending, prefixed

NAMED = "document.named"
DRAFT = "document.draft"
LISTED = "document.listed"
_SURE_KINDS = SIGNED_KINDS | {"concept", "declaration"}
_APPROVAL = frozenset({"cue.document_adopted", "cue.document_signed"})
_NEAR = 4  # words between a cue that leaves the fate to the kind, or a pronoun with its verb, and what it is about
_BACK = 7  # words from a pronoun to the verb after it
_WEIGHT = 5  # what brings a rejection nearer: "tabled by Pakistan, did not get through"
_APART = 12  # what a strong boundary adds to the distance of a cue


class Fates:
    """Tells what became of the documents of a report.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._drafts = Drafts(view)
        self._verbs = Verbs(view)
        own = self._own = view.lexicon.file.documents
        self._generic = prefixed(own.generic)
        self._under = prefixed((*own.carried_out, *own.heard))
        self._bases = prefixed(own.bases)
        self._participle = ending(own.passive_participle_endings)
        self._predicate = ending(own.predicate_endings)
        self._topics = view.lexicon.file.words.about
        self._relatives = prefixed(own.relative_pronouns)
        self._joins = own.conjunctions | own.as_well | own.also

    def of(
        self, sentence: Sentence, item: Item, reach: tuple[int, int], taken: Sequence[range], last: bool
    ) -> tuple[str, str]:
        """Status and rule of a document, both empty where nothing tells.

        Args:
            sentence: Where it stands.
            item: Its noun.
            reach: Tokens of its title.
            taken: Tokens of the titles in the sentence; cues inside them tell nothing.
            last: Whether no other document follows in the sentence.
        """
        start, end = reach
        cues = [c for c in self._cues(sentence) if not any(c.start in r for r in taken)]
        cues = [c for c in cues if not (c.start == end and self._is_aim(c))]
        spoken_of = self._carried_out(sentence, start)
        if spoken_of >= 0:
            near = (c for c in cues if 0 <= c.start - end <= _NEAR or spoken_of < c.start < start)
            cues = [c for c in near if self._view.lower[c.start - 1] not in self._joins]
        draft = self._drafts.word(sentence, item, start, taken)
        if draft is not None:
            cues = [c for c in cues if not c.start <= draft < c.end]
        status, rule = self._choose(sentence, cues, item.mention, start, end, self._last_joined(end, taken))
        approved = rule in _APPROVAL and not any(c.type in NOT_THERE for c in cues)
        if draft is not None and status != "rejected" and not approved:
            status, rule = "planned", DRAFT
        if status in ("", "planned"):
            later = self._after(sentence, item, last)
            if later[0] and (not status or later[0] in DONE):
                return later
        if status == "adopted" and (self._drafts.goes_on(sentence) or self._drafts.is_passed_on(sentence, cues, end)):
            return "planned", DRAFT
        return (status, rule) if status else self._before(sentence, item)

    def _last_joined(self, end: int, taken: Sequence[range]) -> int:
        """Token after the last document that a conjunction joins to one: "the signing of A and of B is planned"."""
        small = self._joins | self._own.articles | self._own.issuer_links | {","}
        for title in sorted(taken, key=lambda r: r.start):
            if title.start >= end and small.issuperset(self._view.lower[end : title.start]):
                end = title.stop
        return end

    def of_entry(self, sentence: Sentence, item: Mention | None) -> tuple[str, str]:
        """Status and rule of an entry in a list, from the sentence that brought the list."""
        if sentence.intro < 0:
            return "", ""
        intro = self._view.sentences[sentence.intro]
        told = self._choose(intro, self._cues(intro), item, sentence.start, sentence.end)
        if told[0] or item is None:
            return told
        before = self._view.sentences[intro.index - 1] if intro.index else intro
        if before.paragraph == intro.paragraph:
            told = self._choose(before, self._cues(before), item, before.end, before.end)
        return told if told[0] else self.listed(intro, item.norm)

    # -- where cues are looked for --

    def _cues(self, sentence: Sentence) -> list[FoundCue]:
        return [c for c in sentence.cues if c.type in STATUS and not self._is_background(sentence, c)]

    def _is_background(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether a relative clause only tells how a document came about: ", work on which began in 1996,"."""
        several = cue.end - cue.start > 1
        return several and cue.end < sentence.end and self._view.lower[cue.end] in self._relatives

    def _is_aim(self, cue: FoundCue) -> bool:
        """Whether an infinitive goes on with the subject of a document: "a report on measures to develop trade"."""
        lower = self._view.lower
        return lower[cue.start] in self._own.purpose and lower[cue.start + 1] not in self._own.infinitives

    def _carried_out(self, sentence: Sentence, start: int) -> int:
        """The word for what is done under a document that is there, or said of it: "the execution of"; -1 if none."""
        people = (i.end for i in sentence.items if i.symbol in "PRQ" and i.end <= start)
        first = max(sentence.start, start - _NEAR, *people)
        return next((i for i in range(first, start) if self._view.lower[i] in self._under), -1)

    def untold(self, sentence: Sentence, item: Item, title_end: int) -> tuple[str, str]:
        """What became of a document that only its noun and subject show to be one: "the fruit is a treaty on gas"."""
        lower, kind = self._view.lower, item.mention.norm
        about = item.end + 1 < title_end and lower[item.end] in self._own.subject_links
        topic = not self._topics.isdisjoint(lower[max(sentence.start, item.start - _NEAR) : item.start])
        known = item.start > sentence.start and lower[item.start - 1] in self._own.definite
        if not about or topic or known or kind not in _SURE_KINDS or self.rests(sentence, item.start):
            return "", ""
        if sentence.has("founded") or self._is_attained(sentence, item.start):
            return "", ""
        return ("planned" if sentence.has("future") else usual(kind)), NAMED

    def _is_attained(self, sentence: Sentence, start: int) -> bool:
        """Whether people only agree, or are in a treaty: "they reached an agreement", "members of the Treaty on"."""
        return not self._own.attained.isdisjoint(self._view.lower[max(sentence.start, start - _NEAR) : start])

    def rests(self, sentence: Sentence, start: int) -> bool:
        """Whether something else only rests on a document: "in accordance with"."""
        before = self._view.lower[max(sentence.start, start - _NEAR) : start]
        return any(w in self._bases for w in before)

    def _before(self, sentence: Sentence, item: Item) -> tuple[str, str]:
        """From the sentence that brought a list, or the one before: "Two documents were signed. These are …"."""
        entry = self.of_entry(sentence, item.mention)
        if entry[0] or not sentence.index or self._cues(sentence):
            return entry
        previous = self._view.sentences[sentence.index - 1]
        words = self._view.lower[previous.start : previous.end]
        cues = self._cues(previous)
        if not any(w in self._generic for w in words):
            if previous.paragraph != sentence.paragraph or any(i.symbol == "G" for i in previous.items):
                return "", ""
            cues = [c for c in cues if STATUS[c.type] in DONE]
        return self._choose(previous, cues, item.mention, item.start, item.end)

    def _after(self, sentence: Sentence, item: Item, last: bool) -> tuple[str, str]:
        """From the next sentence, where a cue stands beside "it", "both" or "the document"."""
        if sentence.index + 1 >= len(self._view.sentences):
            return "", ""
        following = self._view.sentences[sentence.index + 1]
        for cue in self._cues(following):
            if self._refers(following, cue, item, last):
                status, rule = self._verbs.read(following, cue, item.mention)
                if status:
                    return status, rule
        return "", ""

    def _refers(self, sentence: Sentence, cue: FoundCue, item: Item, last: bool) -> bool:
        lower = self._view.lower
        own = [i for i in sentence.items if i.symbol == "G"]
        if sentence.index in self._view.lines:
            return False  # what they signed is listed after it
        for index in range(max(sentence.start, cue.start - _BACK), min(sentence.end, cue.end + _NEAR)):
            word = lower[index]
            if word in self._own.subjects and not self._is_passive(cue, index):
                continue
            if word in self._own.pronouns_many or (word in self._generic and not self._qualifies(cue, index)):
                return True
            if last and word in self._own.pronouns_one and not any(i.start < index for i in own):
                return True
            same = next((i for i in own if i.start <= index < i.end), None)
            if same is not None and same.mention.norm == item.mention.norm and self._bare(sentence, same):
                return True
        return False

    def _is_passive(self, cue: FoundCue, pronoun: int) -> bool:
        """Whether a cue says what was done to somebody or something named by a pronoun: "they were adopted"."""
        lower = self._view.lower
        verbs = lower[min(pronoun, cue.start) : cue.end]
        if not self._own.passives:
            return any(self._predicate.search(w) for w in verbs)
        return not self._own.passives.isdisjoint(verbs) or pronoun >= cue.end

    def _qualifies(self, cue: FoundCue, index: int) -> bool:
        """Whether a participle only tells which documents are meant: "the approved documents go to the presidents"."""
        if cue.end != index:
            return False
        lower = self._view.lower
        return lower[cue.start - 1] in self._own.definite or bool(self._participle.search(lower[cue.end - 1]))

    def _bare(self, sentence: Sentence, item: Item) -> bool:
        """Whether a noun stands without a subject of its own: "the treaty was signed"."""
        follows = self._view.lower[item.end] if item.end < sentence.end else "."
        before = self._view.lower[item.start - 1] if item.start > sentence.start else ""
        if self._own.articles and before not in self._own.definite:
            return False
        return follows not in self._view.lexicon.file.agreement_frame.links

    # -- what cues say --

    def _choose(
        self,
        sentence: Sentence,
        cues: Sequence[FoundCue],
        item: Mention | None,
        start: int,
        end: int,
        last: int = -1,
    ) -> tuple[str, str]:
        last = max(last, end)

        def distance(cue: FoundCue) -> int:
            between = (end, cue.start) if cue.start >= end else (cue.end, start)
            gap = between[1] - between[0]
            apart = cue.type != "document_done" and any(
                w in BOUNDARIES for w in self._view.lower[between[0] : between[1]]
            )
            apart = apart or (cue.start >= end and self._verbs.takes_another(sentence, cue))
            conceded = any(
                w in self._own.concessions or w in self._relatives for w in self._view.lower[between[0] : between[1]]
            )
            return abs(gap) + _APART * apart - _WEIGHT * (cue.type == "document_rejected" and not conceded)

        near = [c for c in cues if c.type != "document_done" or distance(c) <= _NEAR]
        for cue in sorted(near, key=lambda c: (distance(c), c.type != "document_planned")):
            if any(covers(other, cue) for other in cues):
                continue
            status, rule = self._verbs.read(sentence, cue, item, last)
            if status == "planned":
                status, rule = self._verbs.completed(sentence, cues, cue, item, last) or (status, rule)
            if status:
                return status, rule
        return "", ""

    def lies_ahead(self, sentence: Sentence, start: int) -> bool:
        """Whether a sign of the future stands shortly before a document of which nothing else is told."""
        if self._carried_out(sentence, start) >= 0 or self.rests(sentence, start):
            return False
        return any(
            c.type == "future"
            and 0 <= start - c.end <= AHEAD
            and not any(self._view.lexicon.in_past[w] for w in self._view.lower[c.end : start])
            for c in sentence.cues
        )

    def listed(self, sentence: Sentence, kind: str) -> tuple[str, str]:
        """What becomes of documents that are listed after a colon, and nothing tells it."""
        before = self._view.sentences[sentence.index - 1 : sentence.index] if sentence.index else []
        future = any(s.has("future", "document_planned", "document_considered") for s in (*before, sentence))
        return ("planned" if future else usual(kind)), LISTED
