"""Cues as they are found in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class FoundCue:
    """A cue in the text.

    Attributes:
        start: First token.
        end: Token after the last.
        type: What the words tell, as in ``cues.toml``.
        rule: Name of the rule: ``cue.`` and its name there.
    """

    start: int
    end: int
    type: str
    rule: str
