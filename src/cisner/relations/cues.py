"""Cues as they are found in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class FoundCue:
    """A cue in the text."""

    start: int
    end: int
    type: str
    rule: str
