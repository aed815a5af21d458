"""Reading the people files of all layers: upper layers go over lower ones, and what cannot be true is an error."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli

from cisner.errors import ResourceError
from cisner.knowledge.bodies import iso
from cisner.knowledge.offices import ONE, ONE_PER_TITLE, Offices
from cisner.knowledge.terms import KnownPerson, Term, days_between
from cisner.patterns import LANGUAGES

_SLACK = 1  # days by which two holders of one office may overlap: sources count the day of the handover to either


def read_file(path: Path) -> dict[str, Any]:
    """A parsed TOML file.

    Raises:
        ResourceError: It is not valid TOML.
    """
    try:
        return tomli.loads(path.read_text("utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path.name}: not valid TOML: {error}") from None


def merged(folders: Sequence[Path], name: str, key: str) -> dict[str, dict[str, Any]]:
    """The entries of a knowledge file by id; an entry of an upper layer replaces the fields that it has."""
    rows: dict[str, dict[str, Any]] = {}
    for folder in folders:
        path = folder / "knowledge" / name
        if path.is_file():
            for row in read_file(path).get(key, ()):
                rows[row["id"]] = {**rows.get(row["id"], {}), **row}
    return rows


def read_people(folders: Sequence[Path]) -> tuple[dict[str, KnownPerson], dict[str, str]]:
    """The people of all layers by id, and how fresh each file is.

    Raises:
        ResourceError: A file is not valid, or has an id twice.
    """
    people: dict[str, KnownPerson] = {}
    fresh: dict[str, str] = {}
    for folder in folders:
        layer: dict[str, KnownPerson] = {}
        for path in sorted((folder / "knowledge" / "people").glob("*.toml")):
            raw = read_file(path)
            as_of = iso(raw.get("as_of"))
            if as_of:
                fresh[path.name if folder is folders[0] else str(path)] = as_of
            for row in raw.get("person", ()):
                try:
                    person = _person(row, as_of)
                except (KeyError, TypeError, ValueError, IndexError) as error:
                    raise ResourceError(f"{path.name}: person {row.get('id')!r}: {_reason(error)}") from None
                if person.id in layer:
                    raise ResourceError(f"{path.name}: two people with the id {person.id!r}")
                layer[person.id] = person
        for person in layer.values():
            people[person.id] = over(person, people.get(person.id))
    return people, fresh


def _reason(error: Exception) -> str:
    return f"no {error}" if isinstance(error, KeyError) else str(error)


def _person(row: Mapping[str, Any], as_of: str | None) -> KnownPerson:
    spellings = {language: tuple(row.get(language, ())) for language in LANGUAGES}
    if not any(spellings.values()):
        raise ValueError("no name")
    terms = tuple([_term(term, as_of) for term in row.get("terms", ())])
    return KnownPerson(
        row["id"],
        row.get("wikidata"),
        row.get("gender", ""),
        spellings,
        terms,
        row.get("surname_first", False),
        row.get("patronymic", ""),
    )


def _term(row: Mapping[str, Any], as_of: str | None) -> Term:
    start, end = iso(row.get("start")), iso(row.get("end"))
    if start and end and end[: len(start)] < start[: len(end)]:
        raise ValueError(f"a term as {row['office']} ends {end}, before it starts {start}")
    return Term(
        row["office"],
        row.get("country") or row["organization"],
        start,
        end,
        row.get("title", ""),
        row.get("acting", False),
        row.get("source", ""),
        row.get("end_approximate", False),
        as_of,
    )


def over(upper: KnownPerson, lower: KnownPerson | None) -> KnownPerson:
    """A person of an upper layer over the same one below: its terms replace those of the office that they overlap."""
    if lower is None:
        return upper
    kept = tuple(t for t in lower.terms if not any(same_term(t, own) for own in upper.terms))
    return KnownPerson(
        upper.id,
        upper.wikidata or lower.wikidata,
        upper.gender or lower.gender,
        {language: _union(upper.spellings[language], lower.spellings[language]) for language in LANGUAGES},
        (*upper.terms, *kept),
        upper.surname_first or lower.surname_first,
        upper.patronymic or lower.patronymic,
    )


def _union(upper: Iterable[str], lower: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*upper, *lower)))


def same_term(a: Term, b: Term) -> bool:
    """Whether two terms are one and the same: the same office, and days in common."""
    same = a.office == b.office and a.represents == b.represents
    return same and a.begins[0] < b.ends[1] and b.begins[0] < a.ends[1]


def check(people: Collection[KnownPerson], offices: Offices, parties: Collection[str]) -> None:
    """Stop at the first thing that cannot be true.

    Raises:
        ResourceError: An unknown office, country or organization, or two people in one office at the same time.
    """
    for person in people:
        for term in person.terms:
            if term.office not in offices.classes:
                raise ResourceError(f"person {person.id!r}: there is no office {term.office!r}")
            if term.represents not in parties:
                raise ResourceError(f"person {person.id!r}: there is no country or organization {term.represents!r}")
    for first, second in overlaps(people, offices):
        raise ResourceError(f"{described(*first)} overlaps {described(*second)}")


def described(person: KnownPerson, term: Term) -> str:
    """A term in one line."""
    until = f"{term.end}{' or later' if term.end_approximate else ''}" if term.end else ""
    return f"{person.id}, {term.title or term.office} of {term.represents} {term.start or ''} – {until}".rstrip()


Holding = tuple[KnownPerson, Term]


def overlaps(people: Collection[KnownPerson], offices: Offices) -> Iterator[tuple[Holding, Holding]]:
    """Pairs of terms of different people in an office that only one can hold. Acting terms may overlap others."""
    holders = {office.id: office.holders for office in offices.classes.values()}
    groups: dict[tuple[str, ...], list[Holding]] = {}
    for person in people:
        for term in person.terms:
            kind = holders.get(term.office)
            if kind in (ONE, ONE_PER_TITLE) and not term.acting:
                title = (term.title,) if kind == ONE_PER_TITLE else ()
                groups.setdefault((term.office, term.represents, *title), []).append((person, term))
    for group in groups.values():
        group.sort(key=lambda holding: holding[1].begins[1])
        longest: Holding | None = None
        for holding in group:
            if longest is not None and longest[0] is not holding[0]:
                begins, ends = holding[1].begins[1], longest[1].ends[0]
                if begins < ends and days_between(begins, ends) > _SLACK:
                    yield longest, holding
            if longest is None or holding[1].ends[0] > longest[1].ends[0]:
                longest = holding
