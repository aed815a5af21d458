"""A text as the title grammar sees it."""

from __future__ import annotations

from dataclasses import dataclass

from cisner.mentions import Mention
from cisner.words import Words

_QUOTES = {"«": "»", "“": "”", '"': '"', "„": "“"}
_QUOTED = 7  # words up to the closing quotation mark


@dataclass(slots=True)
class Page:
    """The words of a text with its mentions.

    Attributes:
        words: The words.
        lower: The same in lower case.
        mentions: Mentions in order, without those inside others.
        starting: Mentions by their first token.
        ending: Mentions by the token after their last.
    """

    words: list[str]
    lower: list[str]
    mentions: list[Mention]
    starting: dict[int, Mention]
    ending: dict[int, Mention]

    @classmethod
    def of(cls, kept: Words) -> Page:
        """A text without mentions inside others."""
        found = [m for m in kept.mentions if not m.attributes.get("nested")]
        return cls(kept.texts, kept.lower, found, {m.start: m for m in found}, {m.end: m for m in found})

    def quoted(self, position: int, limit: int) -> int:
        """Token after a quoted name of a company, party or paper that begins at a token, or 0."""
        close = _QUOTES.get(self.words[position])
        if close is None:
            return 0
        inside = range(position + 1, min(limit, position + _QUOTED))
        return next((index + 1 for index in inside if self.words[index] == close), 0)

    def bracketed(self, position: int) -> bool:
        """Whether an acronym in brackets begins at a token."""
        words = self.words[position : position + 3]
        return len(words) == 3 and words[0] == "(" and words[1].isupper() and words[2] == ")"
