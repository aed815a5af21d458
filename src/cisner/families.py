"""Cues in short: "have/v a _2 <talk>" stands for all forms of a verb with all nouns of a family."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from cisner.morphology import Inflector

_FAMILY = re.compile(r"<(\w+)>")

Families = Mapping[str, tuple[str, ...]]


def spell_out(form: str, families: Families, inflector: Inflector) -> Iterator[str]:
    """Every wording that a form of a cue stands for.

    Args:
        form: Words, of which those in ``<>`` name a family, and those with ``/CODE`` inflect.
        families: The words of each family.
        inflector: The inflection of the language.

    Raises:
        ValueError: There is no such family, or no paradigm for a word.
    """
    parts = _FAMILY.split(form)  # every second one is the name of a family
    unknown = next((name for name in parts[1::2] if name not in families), None)
    if unknown is not None:
        raise ValueError(f"no family {unknown!r}")
    options = [families[part] if index % 2 else (part,) for index, part in enumerate(parts)]
    for words in itertools.product(*options):
        for surface in inflector.forms("".join(words)):
            yield surface.text
