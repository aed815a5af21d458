"""The pattern files: their Pydantic models, loading, and checks while loading.

A folder of patterns holds ``knowledge/`` (facts without a language) and one folder per language with the same file
names in each. User folders are layered over the built-in one: their lists are added, their tables replace.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

import tomli
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from cisner.errors import ResourceError, first_fault
from cisner.frames import (
    AgreementFrame,
    Contractions,
    DocumentWords,
    MeetingFrame,
    ObjectPronouns,
    RoleFrame,
    Setting,
    TalkWords,
)
from cisner.small_words import STRICT, SmallWords

LANGUAGES = ("en", "ru")
_M = TypeVar("_M")


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, **STRICT)


class Rule(_Strict):
    """What every rule has: a unique name, and texts on which it must and must not fire."""

    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


class RoleRule(Rule):
    """A title with an office of its own."""

    office: str
    needs_country: bool = False
    beside_name: bool = False  # whether it is a title only of a state or body, beside a name
    at_ministry: str = ""
    at_organization: str = ""
    at_security_council: str = ""
    by_country: dict[str, str] = {}
    body: str = ""  # the body whose office it is, wherever the title stands
    country: str = ""  # the state, likewise
    envoy: bool = False  # whether a state after it may be what its holder is concerned with: "special envoy for Libya"
    by_given_name: bool = False  # whether its holders have no surname


class ChiefRule(Rule):
    """A title whose office follows from the institution that it heads."""

    of: dict[str, str] = {}  # what those who only belong to an institution are, by its class; none to others


class Institution(_Strict):
    """Institutions of one class, the office of those who head them, and of those who head one of a body abroad."""

    cls: str
    office: str
    posted: str = ""
    country: str = ""
    forms: tuple[str, ...]


class MeetingRule(Rule):
    """A noun that names a meeting."""

    level: str = ""
    kind: Literal["session", "meeting", "summit", "talks", "visit", "call", "forum", "council"]


class AgreementRule(_Strict):
    """A noun that names a document; weak ones need further evidence, some count only with a capital letter."""

    kind: str
    forms: tuple[str, ...]
    weak: bool = False
    capital: bool = False


class CueRule(Rule):
    """Words that tell what happened (``type``) to a person or a meeting near them.

    With ``completed`` they do so only where they are left at that or where a meeting or place completes them: "did not
    come", "did not come to the summit", but not "did not come to an agreement".
    """

    type: str
    completed: bool = False


@dataclass(frozen=True, kw_only=True, config=STRICT)
class LexiconFile:
    """``<language>/lexicon.toml``."""

    role: tuple[RoleRule, ...]
    chief: tuple[ChiefRule, ...]
    institution: tuple[Institution, ...]
    modifiers: dict[str, tuple[str, ...]]
    deputy_of: dict[str, str]
    former_of: dict[str, str]
    role_frame: RoleFrame
    words: SmallWords
    meeting: tuple[MeetingRule, ...]
    meeting_frame: MeetingFrame
    setting: Setting
    meeting_names: dict[str, str]
    city_adjectives: dict[str, tuple[str, str]]
    talks: TalkWords
    contractions: Contractions
    object_pronouns: ObjectPronouns
    formats: dict[str, tuple[str, ...]]
    agreement: tuple[AgreementRule, ...]
    stop_phrases: tuple[str, ...] = ()
    ignored_forms: frozenset[str] = frozenset()
    agreement_frame: AgreementFrame
    documents: DocumentWords = DocumentWords()


class CuesFile(_Strict):
    """``<language>/cues.toml``."""

    cue: tuple[CueRule, ...]
    family: dict[str, tuple[str, ...]] = {}  # words that stand for each other in forms, as ``<name>``


def read_toml(folders: Sequence[Path], *parts: str, required: bool = True) -> dict[str, Any]:
    """Read one pattern file from every layer and merge: lists are added, tables merged, values replaced.

    Args:
        folders: Pattern folders, the built-in one first.
        parts: Path below each folder.
        required: Whether the file must exist in at least one layer.

    Raises:
        ResourceError: The file is nowhere, or is not valid TOML.
    """
    merged: dict[str, Any] = {}
    found = False
    for folder in folders:
        path = folder.joinpath(*parts)
        if not path.is_file():
            continue
        found = True
        try:
            layer = tomli.loads(path.read_text("utf-8"))
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ResourceError(f"{path.name}: not valid TOML: {error}") from None
        merge(merged, layer)
    if required and not found:
        raise ResourceError(f"no pattern file {'/'.join(parts)} in {', '.join(str(f) for f in folders)}")
    return merged


def merge(base: dict[str, Any], layer: dict[str, Any]) -> None:
    """Put a layer over a parsed pattern file, in place."""
    for key, value in layer.items():
        if isinstance(value, list) and isinstance(base.get(key), list):
            base[key] = base[key] + value
        elif isinstance(value, dict) and isinstance(base.get(key), dict):
            merge(base[key], value)
        else:
            base[key] = value


def load_lexicon(folders: Sequence[Path], language: str) -> LexiconFile:
    """The lexicon of a language, validated."""
    raw = read_toml(folders, language, "lexicon.toml")
    for institution in raw.get("institution", ()):
        institution["cls"] = institution.pop("class", "")
    for section in ("role", "chief", "meeting"):
        _unique(raw.get(section, ()), f"{language}/lexicon.toml [[{section}]]")
    return _validate(LexiconFile, raw, f"{language}/lexicon.toml")


def load_cues(folders: Sequence[Path], language: str) -> CuesFile:
    """The cues of a language, validated."""
    raw = read_toml(folders, language, "cues.toml")
    _unique(raw.get("cue", ()), f"{language}/cues.toml")
    return _validate(CuesFile, raw, f"{language}/cues.toml")


def _unique(rules: Iterable[dict[str, Any]], where: str) -> None:
    seen: set[str] = set()
    for rule in rules:
        name = rule.get("name", "")
        if name in seen:
            raise ResourceError(f"{where}: two rules named {name!r}")
        seen.add(name)


def _validate(model: type[_M], raw: dict[str, Any], where: str) -> _M:
    try:
        return TypeAdapter(model).validate_python(raw)
    except ValidationError as error:
        raise ResourceError(f"{where}: {first_fault(error)}") from None
