"""The knowledge files: the form of every entry, and what cannot be true of the world."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cisner.morphology import Inflector
from cisner.patterns import LANGUAGES, read_toml
from cisner.records import Country, Party
from cisner.rules.finding import Finding, error, warning
from cisner.vocabulary import Level, Office

# Offices that one person at a time holds; a parliament of two chambers has two heads.
_SINGLE = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})
_LANGUAGES = ("en", "ru")
_TODAY = dt.date.max
_HANDOVER = dt.timedelta(days=45)  # days on which two terms may both be said to run


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Surfaces(_Entry):
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


class _Country(_Entry):
    id: Country
    capital: str = ""
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


_FILES: dict[str, tuple[str, type[_Entry]]] = {
    "countries.toml": ("country", _Country),
    "cities.toml": ("city", _City),
    "organizations.toml": ("organization", _Organization),
}


def check_knowledge(folders: Sequence[Path], own: Path | None) -> Iterator[Finding]:
    """Check the knowledge files of all layers.

    Args:
        folders: Pattern folders, the built-in one first.
        own: The user's folder; of the other layers only errors are told then.
    """
    countries = {row.get("id") for row in read_toml(folders, "knowledge", "countries.toml").get("country", ())}
    bodies = read_toml(folders, "knowledge", "organizations.toml", required=False).get("organization", ())
    known = countries | {row.get("id") for row in bodies}
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
                assert isinstance(person, _Person)
                people.append((path.name, person))
                yield from _check_person(person, path.name, known)
    yield from _shared_ids(people)
    if own is None:
        yield from _two_holders(people)


def _validated(model: type[_Entry], row: dict[str, Any], where: str, name: str) -> _Entry | Finding:
    try:
        return model.model_validate(row)
    except ValidationError as fault:
        first = fault.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        return error("knowledge", where, name, f"{place}: {first['msg']}")


def _inflects(entry: _Entry, where: str, inflectors: dict[str, Inflector]) -> Iterator[Finding]:
    for language in _LANGUAGES:
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


def _check_person(person: _Person, where: str, known: set[Any]) -> Iterator[Finding]:
    if not person.en and not person.ru:
        yield error("knowledge", where, person.id, "has no name")
    spans = []
    for term in person.terms:
        represents = term.country or term.organization
        if represents not in known:
            yield error("knowledge", where, person.id, f"no country or organization {represents!r}")
        start, end = _bounds(term)
        if start and end and end < start:
            yield error(
                "knowledge", where, person.id, f"{term.title or term.office}: ends {term.end} before {term.start}"
            )
        spans.append((term, represents, start or dt.date.min, end or dt.date.max))
    for index, (term, represents, start, end) in enumerate(spans):
        for other, of, begin, last in spans[index + 1 :]:
            same = (term.office, represents, term.title) == (other.office, of, other.title)
            if same and max(start, begin) < min(end, last) and term.acting == other.acting:
                yield warning("overlap", where, person.id, f"two terms as {term.title or term.office} overlap")


def _shared_ids(people: Sequence[tuple[str, _Person]]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for where, person in people:
        if person.wikidata:
            other = seen.setdefault(person.wikidata, person.id)
            if other != person.id:
                yield error("knowledge", where, person.id, f"has the Wikidata id of {other}: {person.wikidata}")


def _two_holders(people: Sequence[tuple[str, _Person]]) -> Iterator[Finding]:
    """Two people in an office that one person holds."""
    holders: dict[tuple[str, str], list[tuple[dt.date, dt.date, str, str]]] = {}
    for where, person in people:
        for term in person.terms:
            start, end = _day(term.start, last=True), _day(term.end, last=False)  # as short as the dates allow
            if term.office in _SINGLE and term.country and start and not term.acting and not term.end_approximate:
                holders.setdefault((term.office, term.country), []).append((start, end or _TODAY, person.id, where))
    for (office, country), terms in holders.items():
        terms.sort()
        for (_, end, one, _), (start, last, other, where) in pairwise(terms):
            if one != other and min(end, last) - start > _HANDOVER:
                until = "today" if end == _TODAY else str(end)
                message = f"{office} of {country} from {start}, while {one} is so until {until}"
                yield warning("overlap", where, other, message)


def _bounds(term: _Term) -> tuple[dt.date | None, dt.date | None]:
    return _day(term.start, last=False), _day(term.end, last=True)


def _day(value: dt.date | str | None, *, last: bool) -> dt.date | None:
    """A day for a date that may be only a year or a month: its first or last day."""
    if value is None or isinstance(value, dt.date):
        return value
    year, _, month = value.partition("-")
    if not month:
        return dt.date(int(year), 12 if last else 1, 31 if last else 1)
    first = dt.date(int(year), int(month[:2]), 1)
    return (first + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1) if last else first
