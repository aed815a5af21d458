"""Lexicons and knowledge: read and compiled once for each set of pattern folders."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from cisner.errors import CisnerError
from cisner.knowledge import Knowledge
from cisner.knowledge.capitals import Capitals
from cisner.lexicon import Lexicon
from cisner.patterns import LANGUAGES, read_toml
from cisner.resources import patterns_folder


def lexicon(language: str, folders: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon of a language: the built-in patterns with folders laid over them, compiled once.

    Args:
        language: ``en`` or ``ru``.
        folders: User pattern folders.

    Raises:
        CisnerError: An unknown language, or a pattern file that is missing or wrong.
    """
    if language not in LANGUAGES:
        raise CisnerError(f"no patterns for the language {language!r}: use one of {', '.join(LANGUAGES)}")
    return _lexicon(language, folders)


def knowledge(folders: tuple[str, ...] = ()) -> Knowledge:
    """The known people, read once."""
    return _knowledge(folders)


# a cache takes f(x) and f(x, ()) for different calls: only these, with all arguments, are cached
@cache
def _lexicon(language: str, folders: tuple[str, ...]) -> Lexicon:
    return Lexicon(language, _layers(folders))


@cache
def _knowledge(folders: tuple[str, ...]) -> Knowledge:
    return Knowledge(_layers(folders))


@cache
def capitals(folders: tuple[str, ...] = ()) -> Capitals:
    """The capitals of states."""
    return Capitals(read_toml(_layers(folders), "knowledge", "countries.toml").get("country", ()))


def _layers(folders: Sequence[str]) -> list[Path]:
    return [patterns_folder(), *(Path(f) for f in folders)]
