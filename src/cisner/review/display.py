"""Words and colours of the tables, and the guard between a report's text and the terminal."""

import re

from rich.text import Text

_CARRIAGE_RETURN = re.compile("\r(?=\n)")
# Escape sequences, and marks that turn the direction of writing around: a report must not steer the terminal.
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_GOOD, _OPEN, _BAD = "green", "yellow", "red"
_STYLES = {
    "held": _GOOD,
    "attended": _GOOD,
    "signed": _GOOD,
    "adopted": _GOOD,
    "ratified": _GOOD,
    "planned": _OPEN,
    "expected": _OPEN,
    "cancelled": _BAD,
    "absent": _BAD,
    "rejected": _BAD,
    "host": "bold",
    "chair": "bold",
}


def printable(text: str) -> str:
    """Makes a text safe to print, character for character: spans into it stay valid."""
    text = _CARRIAGE_RETURN.sub(" ", text)
    text = re.sub("[\r\v\f\x85\u2028\u2029]", "\n", text)
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def cell(text: str | None) -> Text:
    """A value in one line, never read as markup."""
    return Text(re.sub(r"\s+", " ", printable(text or "")).strip())


def term(value: str | None) -> Text:
    """A word of a vocabulary: without underscores, coloured by what it means."""
    return Text((value or "").replace("_", " "), style=_STYLES.get(value or "", ""))
