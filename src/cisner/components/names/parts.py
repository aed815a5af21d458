"""What a name is made of: words, initials, particles, and parts that lost the space between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

INITIALS = re.compile(r"^(?:[A-ZА-ЯЁҐІЇЄ][a-zа-яё]?\.-?){1,4}$")
GLUED = re.compile(r"^((?:[A-ZА-ЯЁ][a-zа-яё]?\.-?){1,3})([A-ZА-ЯЁ][\w’'-]+)$")
GLUED_AFTER = re.compile(r"^([A-ZА-ЯЁ][\w’'-]{2,})((?:[A-ZА-ЯЁ]\.){1,3})$")
CAMEL = re.compile(r"^([A-ZА-ЯЁ][a-zа-яё]{2,})([A-ZА-ЯЁ][a-zа-яё]{3,})$")
CAPITALISED = re.compile(r"^[A-ZÀ-ÞĀ-ŽА-ЯЁҐІЇЄƏĞŞÇÖÜİȘȚ][\w’'`]*$")
NUMBER = re.compile(r"(?=[IVX])(?:X{0,2}(?:IX|IV|V?I{0,3}))$")
BEGINNING = frozenset({"word", "initials", "glued"})  # kinds of parts that a name may begin with


@dataclass(slots=True)
class Part:
    """One part of a run.

    Attributes:
        start: Its first token.
        end: The token after its last.
        text: Its text.
        kind: word, initials, glued or particle.
    """

    start: int
    end: int
    text: str
    kind: str


def texts(piece: Sequence[Part]) -> tuple[tuple[str, str], ...]:
    """Texts and kinds of parts."""
    return tuple((p.text, p.kind) for p in piece)


def bare_surname(last: str) -> str:
    """A last part without initials glued to it."""
    glued = GLUED.match(last)
    if glued:
        return glued.group(2)
    after = GLUED_AFTER.match(last)
    return after.group(1) if after else last
