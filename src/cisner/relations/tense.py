"""Whether a word of the future is about a meeting, or about something else of its sentence."""

from __future__ import annotations

from cisner.relations.cues import FoundCue
from cisner.relations.sentence import Sentence, View
from cisner.relations.word_lists import stems

_AUXILIARIES = 3  # words between "will" and its verb: "will not have been"
_OF_MEETINGS = ("convene", "reconvene", "host", "receive", "attend", "chair", "meet", "venue", "betake", "assembles")


class Tense:
    """Reads off the words between a word of the future and a meeting whether they belong together.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._lower = view.lower
        self._words = view.lexicon.file.words
        self._coming = stems(view.lexicon.file.meeting_frame.coming)
        self._passive = view.lexicon.date_words["infinitive"]
        self._which = (*view.lexicon.file.setting.which, *stems(view.lexicon.file.documents.relative_pronouns))
        self._relative = (*self._which, *view.lexicon.dates["context"]["relative"])

    def of_verb(self, sentence: Sentence, future: FoundCue, token: int) -> bool:
        """Whether what lies ahead is the verb or noun at a token: not in "trade will grow, X said as he met Y"."""
        between = range(future.end, token)
        if future.start <= token and len(between) <= _AUXILIARIES and all(self._lower[i].isalpha() for i in between):
            return True
        if (
            self._finite(token)
            or self._of_another_noun(sentence, future, token)
            or self._in_clause_of_another(sentence, token + 1, future.start)
        ):
            return False
        infinitive = self._words.begins_infinitive(self._lower[token])
        told = any(self._told(i) for i in between) and "," in self._lower[future.end : token]
        return infinitive or self._lower[token - 1] in self._words.infinitive or not told

    def _of_another_noun(self, sentence: Sentence, future: FoundCue, token: int) -> bool:
        """Whether an adjective says that something else lies ahead: "they discussed the coming visit by phone"."""
        nouns = [i for i in sentence.of("MEETING", "AGREEMENT") if 0 <= i.start - future.end <= 1]
        adjective = self._lower[future.start].startswith(self._coming)
        return adjective and any(not i.start <= token < i.end for i in nouns)

    def of_noun(self, sentence: Sentence, future: FoundCue, start: int, end: int) -> bool:
        """Whether what lies ahead is the meeting told of between two tokens."""
        if future.end > start:
            return future.start < end or not self._in_clause_of_another(sentence, end, future.start)
        told = [i for i in range(future.end, start) if self._told(i)]  # "trade will grow, they said at the session"
        return not told or "," not in self._lower[future.end : told[-1]] or "," in self._lower[told[-1] : start]

    def _in_clause_of_another(self, sentence: Sentence, end: int, token: int) -> bool:
        """Whether a token is in a clause about another thing: "the session ended with a text that will be sent"."""
        for index in range(end, token):
            that = self._lower[index] in self._words.that
            if not (that or self._lower[index].startswith(self._relative)) or "," in self._lower[index:token]:
                continue
            if not self._attached(sentence, end, index):
                return self._words.it.isdisjoint(self._lower[index + 1 : index + 2])
            if index + 1 == token or not (that or self._lower[index].startswith(self._which)):
                return False
            before = self._lower[index - 1]  # "at which": something will happen there
            return (index == end or before == ",") and all(c.start < token for c in sentence.cue(*_OF_MEETINGS))
        return False

    def _attached(self, sentence: Sentence, end: int, pronoun: int) -> bool:
        """Whether neither a verb nor a document stands between a meeting and a clause, which is then about it."""
        starts = [i.start for i in sentence.of("AGREEMENT")] + [c.start for c in sentence.cues]
        if any(end <= start < pronoun for start in starts):
            return False
        return not any(self._told(i) for i in range(end, pronoun))

    def _finite(self, token: int) -> bool:
        """Whether a verb is in the past tense, and no participle of what is to be done."""
        return self._view.lexicon.in_past[self._lower[token]] and self._lower[token - 1] not in self._passive

    def _told(self, token: int) -> bool:
        """Whether a word is a verb in the past tense, and no name that ends like one."""
        return self._view.words[token][:1].islower() and self._finite(token)
