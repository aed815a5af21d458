"""A text as the name grammar sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cisner.mentions import Mention
from cisner.morphology import fold

_DASHES = frozenset({"-", "–", "—"})
_FEWEST = 3  # entries of a list of states


@dataclass(slots=True)
class Page:
    """The words of a text, and what else is known of it.

    Attributes:
        words: The words.
        spaces: Whether a space follows each.
        starts: First tokens of sentences.
        lower: Words that stand in small letters somewhere.
        blocked: Whether a word belongs to something that is no name.
        before: Mentions by the token after their last.
        starting: Mentions by their first token.
    """

    words: list[str]
    spaces: list[bool]
    starts: set[int]
    lower: set[str]
    blocked: list[bool]
    before: dict[int, Mention] = field(default_factory=dict)
    starting: dict[int, Mention] = field(default_factory=dict)
    _capitals: dict[str, list[int]] | None = None
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

    def after_states(self) -> frozenset[int]:
        """Where capitalised words follow a state and a dash, if at least three do: "Japan – Xx Yy, India – Zz Ww"."""
        if self._after_states is None:
            dashes = (i for i in range(1, len(self.words) - 1) if self.words[i] in _DASHES)
            found = {i + 1 for i in dashes if i in self.before and self.words[i + 1][:1].isupper()}
            found = {i for i in found if self.before[i - 1].label == "COUNTRY"}
            self._after_states = frozenset(found if len(found) >= _FEWEST else ())
        return self._after_states
