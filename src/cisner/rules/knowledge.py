"""The knowledge files: the form of every entry, and what cannot be true of the world."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cisner.errors import ResourceError, first_fault
from cisner.knowledge import Knowledge
from cisner.morphology import Inflector
from cisner.patterns import LANGUAGES, read_toml
from cisner.records import Country, Party
from cisner.rules.finding import Finding, error
from cisner.vocabulary import Level, Office


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Surfaces(_Entry):
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


class _PastCapital(_Entry):
    name: str = Field(min_length=1)
    until: dt.date


class _Country(_Entry):
    id: Country
    capital: str = ""
    past_capitals: tuple[_PastCapital, ...] = ()
    en: _Surfaces = _Surfaces()
    ru: _Surfaces = _Surfaces()


class _City(_Entry):
    name: str = Field(min_length=1)
    country: str = ""
    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


class _Organ(_Entry):
    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    level: Level | Literal[""] = ""


class _Organization(_Entry):
    id: Party
    name: str = ""
    wikidata: str | None = Field(None, pattern="^Q[1-9][0-9]*$")
    en: _Surfaces = _Surfaces()
    ru: _Surfaces = _Surfaces()
    ambiguous: tuple[str, ...] = ()
    organ: tuple[_Organ, ...] = ()
    members: tuple[dict[str, Any], ...] = ()
    chairs: tuple[dict[str, Any], ...] = ()
    setting: bool = False


class _Term(_Entry):
    office: Office
    country: str = ""
    organization: str = ""
    title: str = ""
    start: dt.date | str | None = None
    end: dt.date | str | None = None
    acting: bool = False
    end_approximate: bool = False
    source: str = ""


class _Person(_Entry):
    id: str = Field(pattern=r"^\S+$")
    wikidata: str | None = Field(None, pattern="^Q[1-9][0-9]*$")
    gender: Literal["m", "f", ""] = ""
    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    patronymic: str = ""
    surname_first: bool = False
    terms: tuple[_Term, ...] = ()


_E = TypeVar("_E", bound=_Entry)
_FILES: dict[str, tuple[str, type[_Entry]]] = {
    "countries.toml": ("country", _Country),
    "cities.toml": ("city", _City),
    "organizations.toml": ("organization", _Organization),
}


def check_knowledge(folders: Sequence[Path]) -> Iterator[Finding]:
    """Check the knowledge files of all layers.

    Args:
        folders: Pattern folders, the built-in one first.
    """
    countries = {row.get("id") for row in read_toml(folders, "knowledge", "countries.toml").get("country", ())}
    inflectors = {code: Inflector(read_toml(folders, code, "morphology.toml")) for code in LANGUAGES}
    people: list[tuple[str, _Person]] = []
    for folder in folders:
        for name, (key, model) in _FILES.items():
            for row in read_toml([folder], "knowledge", name, required=False).get(key, ()):
                entry = _validated(model, row, name, str(row.get("id") or row.get("name")))
                if isinstance(entry, Finding):
                    yield entry
                    continue
                yield from _inflects(entry, name, inflectors)
                if isinstance(entry, _City) and entry.country and entry.country not in countries:
                    yield error("knowledge", name, entry.name, f"no country {entry.country!r}")
        for path in sorted((folder / "knowledge" / "people").glob("*.toml")):
            for row in tomllib.loads(path.read_text("utf-8")).get("person", ()):
                person = _validated(_Person, row, path.name, str(row.get("id")))
                if isinstance(person, Finding):
                    yield person
                    continue
                people.append((path.name, person))
    yield from _shared_ids(people)
    try:
        Knowledge(folders)  # finds terms that cannot be true
    except ResourceError as fault:
        yield error("knowledge", "people", "", str(fault))


def _validated(model: type[_E], row: dict[str, Any], where: str, name: str) -> _E | Finding:
    try:
        return model.model_validate(row)
    except ValidationError as fault:
        return error("knowledge", where, name, first_fault(fault))


def _inflects(entry: _Entry, where: str, inflectors: dict[str, Inflector]) -> Iterator[Finding]:
    for language in LANGUAGES:
        surfaces = getattr(entry, language, ())
        own = (
            [*surfaces]
            if isinstance(surfaces, tuple)
            else [form for forms in surfaces.model_dump().values() for form in forms]
        )
        organs = [form for organ in getattr(entry, "organ", ()) for form in getattr(organ, language)]
        for form in (*own, *organs):
            try:
                inflectors[language].forms(form)
            except ValueError as fault:
                yield error(
                    "form", where, str(getattr(entry, "id", "") or getattr(entry, "name", "")), f"{form!r}: {fault}"
                )


def _shared_ids(people: Sequence[tuple[str, _Person]]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for where, person in people:
        if person.wikidata:
            other = seen.setdefault(person.wikidata, person.id)
            if other != person.id:
                yield error("knowledge", where, person.id, f"has the Wikidata id of {other}: {person.wikidata}")
