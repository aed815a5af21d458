"""All rules of a language as the pattern files state them: names, forms, examples, and which layer they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cisner.patterns import read_toml

_QUALIFIERS = (
    ("next", "next"), ("coming", "coming"), ("previous", "previous"), ("regular", "regular"),
    ("modifiers", "modifier"),
)  # fmt: skip


@dataclass(slots=True)
class RuleEntry:
    """A rule of the pattern files.

    Attributes:
        key: The name that evidence gives, as "cue.attend".
        section: What kind of rule it is.
        forms: Its phrases; of a date expression its pattern.
        examples: Texts on which it must fire.
        counter_examples: Texts on which it must not.
        own: Whether a user's folder has added to it.
    """

    key: str
    section: str
    forms: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)
    counter_examples: list[str] = field(default_factory=list)
    own: bool = False


def rules_of(folders: Sequence[Path], language: str) -> dict[str, RuleEntry]:
    """The rules of a language by name, in the order of the files.

    Args:
        folders: Pattern folders, the built-in one first.
        language: ``en`` or ``ru``.

    Raises:
        ResourceError: A file is not valid TOML.
    """
    rules: dict[str, RuleEntry] = {}
    for number, folder in enumerate(folders):
        for key, section, row in _rows(folder, language):
            rule = rules.setdefault(key, RuleEntry(key, section))
            rule.forms += row.get("forms", ())
            rule.examples += row.get("examples", ())
            rule.counter_examples += row.get("counter_examples", ())
            rule.own |= number > 0
    return rules


def _rows(folder: Path, language: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    lexicon = read_toml([folder], language, "lexicon.toml", required=False)
    for section in ("role", "chief", "meeting"):
        for row in lexicon.get(section, ()):
            yield f"{section}.{row.get('name')}", section, row
    for row in lexicon.get("institution", ()):
        country = f".{row['country']}" if row.get("country") else ""
        yield f"institution.{row.get('class')}{country}", "institution", row
    for row in lexicon.get("agreement", ()):
        yield f"agreement.{row.get('kind')}", "agreement", row
    for name, forms in lexicon.get("modifiers", {}).items():
        yield f"modifier.{name}", "modifier", {"forms": forms}
    for name, forms in lexicon.get("formats", {}).items():
        yield f"format.{name}", "format", {"forms": forms}
    frame = lexicon.get("meeting_frame", {})
    for name, kind in _QUALIFIERS:
        if name in frame:
            yield f"qualifier.{kind}", "qualifier", {"forms": frame[name]}
    for row in read_toml([folder], language, "cues.toml", required=False).get("cue", ()):
        yield f"cue.{row.get('name')}", "cue", row
    for row in read_toml([folder], language, "dates.toml", required=False).get("expression", ()):
        yield f"date.{row.get('name')}", "date", {**row, "forms": [row.get("pattern", "")]}
    # Examples of rules that have no place for them, and of those that are code.
    for row in read_toml([folder], language, "examples.toml", required=False).get("rule", ()):
        name = str(row.get("name"))
        yield name, name.partition(".")[0], {k: v for k, v in row.items() if k != "forms"}
