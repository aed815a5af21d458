"""What cisner knows of the world: people with dated terms of office. Look-up by name; nothing is guessed."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cisner.errors import ResourceError
from cisner.morphology import fold


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office.

    Attributes:
        office: Office class of the records' vocabulary.
        represents: Country code, or acronym of an organization.
        start: First day, ISO 8601 as precise as known, or None.
        end: Last day, or None while in office (as of the file's date).
        title: English title.
        acting: Whether the holder was acting.
    """

    office: str
    represents: str
    start: str | None
    end: str | None
    title: str = ""
    acting: bool = False

    def covers(self, day: str) -> bool:
        """Whether a day, month or year falls in the term, as far as the precision tells."""
        if self.start and day[: len(self.start)] < self.start[: len(day)]:
            return False
        return not (self.end and day[: len(self.end)] > self.end[: len(day)])


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the knowledge files."""

    id: str
    wikidata: str | None
    gender: str
    names: tuple[str, ...]
    terms: tuple[Term, ...]
    surname_first: bool = False


def _surname(name: str, surname_first: bool) -> str:
    words = name.split()
    return words[0] if surname_first else words[-1]


@dataclass(slots=True)
class Knowledge:
    """Index of the known people.

    Args:
        folders: Pattern folders, the built-in one first.
    """

    folders: Sequence[Path]
    people: dict[str, KnownPerson] = field(init=False, default_factory=dict)
    _by_name: dict[str, list[KnownPerson]] = field(init=False, default_factory=dict)
    _by_surname: dict[str, list[KnownPerson]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for folder in self.folders:
            for path in sorted((folder / "knowledge" / "people").glob("*.toml")):
                self._load(path)

    def _load(self, path: Path) -> None:
        try:
            raw = tomllib.loads(path.read_text("utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise ResourceError(f"{path.name}: not valid TOML: {error}") from None
        for row in raw.get("person", ()):
            names = (*row.get("en", ()), *row.get("ru", ()))
            terms = tuple(_term(t) for t in row.get("terms", ()))
            person = KnownPerson(
                row["id"], row.get("wikidata"), row.get("gender", ""), names, terms, row.get("surname_first", False)
            )
            if person.id in self.people:
                raise ResourceError(f"{path.name}: two people with the id {person.id!r}")
            self.people[person.id] = person
            for name in names:
                self._by_name.setdefault(fold(name), []).append(person)
                surname = fold(_surname(name, person.surname_first))
                known = self._by_surname.setdefault(surname, [])
                if person not in known:
                    known.append(person)

    def has_name(self, name: str) -> bool:
        """Whether a folded full name is known."""
        return name in self._by_name

    def has_surname(self, surname: str) -> bool:
        """Whether a folded surname is known."""
        return surname in self._by_surname

    def surname_gender(self, surname: str, gender: str) -> bool:
        """Whether somebody of that gender has the folded surname."""
        return any(p.gender == gender for p in self._by_surname.get(surname, ()))

    def by_surname(self, surname: str) -> Sequence[KnownPerson]:
        """People with a folded surname."""
        return self._by_surname.get(surname, ())

    def by_name(self, name: str) -> Sequence[KnownPerson]:
        """People with a folded full name."""
        return self._by_name.get(name, ())


def _term(row: dict[str, Any]) -> Term:
    return Term(
        office=row["office"],
        represents=row.get("country") or row.get("organization", ""),
        start=_day(row.get("start")),
        end=_day(row.get("end")),
        title=row.get("title", ""),
        acting=row.get("acting", False),
    )


def _day(value: Any) -> str | None:
    return value.isoformat() if isinstance(value, dt.date) else value
