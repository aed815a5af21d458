"""A text as the name grammar sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cisner.mentions import Mention
from cisner.morphology import fold

_DASHES = frozenset({"-", "–", "—"})
_STATES = frozenset({"COUNTRY", "ORGANIZATION"})
_FEWEST = 3  # entries of a list of states


@dataclass(slots=True)
class Page:
    """The words of a text, and what else is known of it.

    Attributes:
        words: The words.
        spaces: Whether a space follows each.
        starts: First tokens of sentences.
        forms: The words, each once: a folded one is among them if it stands in small letters somewhere.
        blocked: Whether a word belongs to something that is no name.
        before: Mentions by the token after their last.
        starting: Mentions by their first token.
        meeting: Where one name ends and the next begins with nothing between them.
    """

    words: list[str]
    spaces: list[bool]
    starts: set[int]
    forms: set[str]
    blocked: list[bool]
    before: dict[int, Mention] = field(default_factory=dict)
    starting: dict[int, Mention] = field(default_factory=dict)
    meeting: set[int] = field(default_factory=set)
    _capitals: dict[str, list[int]] | None = None
    _beside_states: frozenset[int] | None = None
    _after_states: frozenset[int] | None = None

    def opens(self, index: int) -> bool:
        """Whether a sentence begins with a word, perhaps behind a quotation mark."""
        return index in self.starts or (index - 1 in self.starts and not self.words[index - 1][:1].isalpha())

    def capitalised(self, stem: str) -> list[int]:
        """Where capitalised words stand that begin with a stem of at least four letters."""
        if self._capitals is None:
            self._capitals = {}
            for index, word in enumerate(self.words):
                if word[:1].isupper() and len(word) > 3:
                    self._capitals.setdefault(fold(word)[:4], []).append(index)
        return [i for i in self._capitals.get(stem[:4], ()) if fold(self.words[i]).startswith(stem)]

    def beside_states(self) -> frozenset[int]:
        """Where names begin that stand beside a state, if three do: "Japan – Xx Yy, India – Zz", "Xx Yy (Japan); …"."""
        if self._beside_states is None:
            found: set[int] = set()
            for kind in (self._after_dashes(), self._before_brackets()):
                found |= kind if len(kind) >= _FEWEST else set()
            self._beside_states = frozenset(found)
        return self._beside_states

    def after_states(self) -> frozenset[int]:
        """The same right after one: "the ambassadors of Japan Xx Yy, of India Zz Ww and of the EU Vv Uu"."""
        if self._after_states is not None:
            return self._after_states
        found = set()
        for start, state in self.before.items():
            end = start
            while end < len(self.words) and self.words[end][:1].isupper() and not self.blocked[end]:
                end += 1
            if state.label in _STATES and end - start > 1 and self.forms.isdisjoint(map(fold, self.words[start:end])):
                found.add(start)
        self._after_states = frozenset(found if len(found) >= _FEWEST else ())
        return self._after_states

    def _after_dashes(self) -> set[int]:
        dashes = (i for i in range(1, len(self.words) - 1) if self.words[i] in _DASHES)
        found = {i + 1 for i in dashes if i in self.before and self.words[i + 1][:1].isupper()}
        return {i for i in found if self.before[i - 1].label == "COUNTRY"}

    def _before_brackets(self) -> set[int]:
        found = set()
        for index, word in enumerate(self.words):
            state = self.starting.get(index + 1) if word == "(" else None
            if state is None or state.label != "COUNTRY" or self.words[state.end : state.end + 1] != [")"]:
                continue
            start = index
            while start and self.words[start - 1][:1].isupper():
                start -= 1
            found |= {start} if start < index else set()
        return found
