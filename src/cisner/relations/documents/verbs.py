"""What the verbs and nouns around a document say became of it, with the negation and the future before them."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.mentions import Mention
from cisner.relations.cues import FoundCue
from cisner.relations.sentence import Sentence, View
from cisner.relations.word_lists import prefixed

STATUS = {
    "document_signed": "signed",
    "document_adopted": "adopted",
    "document_planned": "planned",
    "document_ratified": "ratified",
    "document_rejected": "rejected",
    "document_considered": "planned",
    "document_done": "",
    "document_in_force": "",
}
SIGNED_KINDS = frozenset({"agreement", "treaty", "protocol", "memorandum", "convention", "charter", "contract"})
DONE = frozenset({"signed", "adopted"})
_BEFORE = 4  # words between a verb and what limits it
AHEAD = 6  # words between a sign of the future and the verb
_FAR_AHEAD = 25  # words between a sign of the future and an act that a noun names: "at the adoption of"
BOUNDARIES = frozenset({";", "—", "–"})
NOT_THERE = frozenset({"document_planned", "document_rejected"})


def usual(kind: str) -> str:
    """What becomes of documents of a kind where the text says only that they came about."""
    return "signed" if kind in SIGNED_KINDS else "adopted"


class Verbs:
    """Reads what is said to become of documents.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        own = self._own = view.lexicon.file.documents
        self._bills = prefixed(own.bills)
        self._nominal = prefixed(own.nominal)
        self._joins = own.conjunctions | own.as_well | own.also

    def read(self, sentence: Sentence, cue: FoundCue, item: Mention | None, end: int = -1) -> tuple[str, str]:
        """What one cue says, with the negation and the future before it."""
        status = STATUS[cue.type] or usual(item.norm if item else "")
        if cue.type == "document_in_force":
            return status, cue.rule
        lower = self._view.lower
        negated = False
        for i in range(max(sentence.start, cue.start - 3), cue.start):
            if lower[i] in self._own.negations:
                negated = lower[i + 1] not in self._own.not_only
            elif lower[i] == "," or lower[i] in self._own.contrasts:
                negated = False
        if cue.end + 1 < sentence.end and lower[cue.end] in self._own.negations:  # «подписано не было»
            negated = lower[cue.end + 1] not in self._own.not_only
        ahead = self._ahead(sentence, cue, end) or lower[cue.start - 1] in self._own.purpose
        ahead = ahead or self._wanted(sentence, cue)
        if status == "ratified" and (negated or ahead or lower[cue.start - 1] in self._own.infinitives):
            return "", ""
        if status == "ratified" and any(w in self._bills for w in lower[max(cue.start - _BEFORE, 0) : cue.start]):
            return "", ""
        if status in DONE and negated:
            around = self._view.lower[max(sentence.start, cue.start - 4) : min(cue.end + 4, sentence.end)]
            return ("planned" if any(w in self._own.not_yet for w in around) else "rejected"), cue.rule
        if status in DONE and ahead:
            return "planned", cue.rule
        return status, cue.rule

    def completed(
        self, sentence: Sentence, cues: Sequence[FoundCue], cue: FoundCue, item: Mention | None, end: int
    ) -> tuple[str, str] | None:
        """What a second verb says that was done in the end: "discussed and signed", "drafted and adopted"."""
        for other in cues:
            between = self._view.lower[cue.end : other.start]
            if STATUS[other.type] in DONE and len(between) in (1, 2) and between[0] in self._joins:
                status, rule = self.read(sentence, other, item, end)
                return (status, rule) if status in DONE else None
        return None

    def takes_another(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether a verb after "and" has a document of its own: "approved a plan and prepared a treaty on peace"."""
        if self._view.lower[cue.start - 1] not in self._joins:
            return False
        return any(i.symbol == "G" and i.start >= cue.end for i in sentence.items)

    def _wanted(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether it is wanted, or comes with what will: "propose that they adopt A", "will take up A and adopt B"."""
        lower, own = self._view.lower, self._own
        if own.plain and lower[cue.start] not in own.plain:
            return False
        for index in range(cue.start - 1, max(sentence.start, cue.start - AHEAD) - 1, -1):
            if lower[index] in own.demanding:
                return True
            if lower[index] == ",":
                break
        if not own.plain or lower[cue.start - 1] not in self._joins:
            return False
        return any(c.type in ("future", "document_planned") and c.end <= cue.start for c in sentence.cues)

    def _ahead(self, sentence: Sentence, cue: FoundCue, end: int) -> bool:
        """Whether a sign of the future stands by the cue, or after the title: "the signing of X is planned"."""
        reach = _FAR_AHEAD if self._view.lower[cue.start] in self._nominal else AHEAD
        return any(
            (c.type == "future" or (c.type == "cancelled" and c.start == end))
            and not cue.start <= c.start < cue.end
            and (-2 <= cue.start - c.start <= reach or (cue.end < end == c.start))
            and BOUNDARIES.isdisjoint(self._view.lower[c.end : cue.start])
            and not any(self._view.lexicon.in_past[w] for w in self._view.lower[c.end : cue.start])
            for c in sentence.cues
        )


def covers(other: FoundCue, cue: FoundCue) -> bool:
    """Whether a cue is only a part of another: "signed" in "to be signed"."""
    return (
        other.type in STATUS
        and cue.type != other.type
        and other.start < cue.end
        and cue.start < other.end
        and (other.end - other.start, other.type in NOT_THERE) > (cue.end - cue.start, cue.type in NOT_THERE)
    )
