"""The store of everything known: people by name and by office, bodies, offices and the names of states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from cisner.knowledge import layers
from cisner.knowledge.bodies import Body, plain, read_body
from cisner.knowledge.offices import ONE, ONE_PER_TITLE, Offices
from cisner.knowledge.terms import Holds, KnownPerson, Period, Term
from cisner.morphology import fold
from cisner.patterns import LANGUAGES


class Knowledge:
    """Index of the known people, offices and bodies. What is not needed to find names is read when it is asked for.

    Args:
        folders: Pattern folders, the built-in one first; the later ones are laid over it.
        checked: Whether what cannot be true is an error.

    Attributes:
        folders: The same folders.
        people: The known people by id.
        as_of: How fresh each people file is: year and month, by file name.

    Raises:
        ResourceError: A file is missing or not valid, or says what cannot be true.
    """

    def __init__(self, folders: Sequence[Path], *, checked: bool = True) -> None:
        self.folders = tuple(folders)
        self.people, self.as_of = layers.read_people(self.folders)
        self._by_name: dict[str, list[KnownPerson]] = {}
        self._by_surname: dict[str, list[KnownPerson]] = {}
        for person in self.people.values():
            for name in person.names:
                _put(self._by_name, fold(name), person)
                _put(self._by_surname, fold(person.surname(name)), person)
        if checked:
            layers.check(self.people.values(), self.offices, self.parties)

    # -- people by name ---------------------------------------------------------------------------

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

    @property
    def names(self) -> Sequence[str]:
        """All folded full names."""
        return list(self._by_name)

    # -- people by office -------------------------------------------------------------------------

    @cached_property
    def _by_office(self) -> dict[tuple[str, str], list[tuple[KnownPerson, Term]]]:
        found: dict[tuple[str, str], list[tuple[KnownPerson, Term]]] = {}
        for person in self.people.values():
            for term in person.terms:
                found.setdefault((term.office, term.represents), []).append((person, term))
        for holders in found.values():
            holders.sort(key=lambda holder: (holder[1].begins, holder[1].ends, holder[0].id))
        return found

    def terms(self, office: str, represents: str) -> Sequence[tuple[KnownPerson, Term]]:
        """All known terms of an office, in order of time."""
        return self._by_office.get((office, represents), ())

    @cached_property
    def _people_by_office(self) -> dict[tuple[str, str], dict[str, KnownPerson]]:
        return {office: {person.id: person for person, _ in held} for office, held in self._by_office.items()}

    def people_in(self, office: str, represents: str) -> Mapping[str, KnownPerson]:
        """All known holders of an office, by id."""
        return self._people_by_office.get((office, represents), {})

    def in_office(self, office: str, day: str) -> Sequence[KnownPerson]:
        """Who held an office on a day, in whatever state."""
        held = {
            p.id: p for (own, _), terms in self._by_office.items() if own == office for p, t in terms if t.covers(day)
        }
        return [held[key] for key in sorted(held)]

    def offices_of(self, represents: str) -> list[str]:
        """The offices of a state or body with known holders."""
        return sorted(office for office, party in self._by_office if party == represents)

    def holders(self, office: str, represents: str, period: Period) -> list[tuple[KnownPerson, Term, Holds]]:
        """Who held an office all the time, or may have; the certain ones first."""
        found = [(p, t, self.holds(t, period)) for p, t in self.terms(office, represents)]
        return sorted((h for h in found if h[2]), key=lambda h: -h[2])

    def holds(self, term: Term, period: Period) -> Holds:
        """Whether a term covers a period; an end that is not known is at the latest when the successor starts."""
        answer = term.holds(period)
        if (
            answer is not Holds.MAYBE
            or not term.is_open
            or self.offices.holders(term.office) not in (ONE, ONE_PER_TITLE)
        ):
            return answer
        for _, other in self.terms(term.office, term.represents):
            same_post = self.offices.holders(term.office) == ONE or other.title == term.title
            if same_post and not other.acting and other.begins[0] > term.begins[1] and other.begins[1] <= period.first:
                return Holds.NO
        return answer

    def holder(self, office: str, represents: str, period: Period) -> tuple[KnownPerson, Term] | None:
        """The one person who certainly held an office all the time: an acting holder only where there is no other."""
        certain = [(p, t) for p, t, held in self.holders(office, represents, period) if held is Holds.YES]
        chosen = [c for c in certain if not c[1].acting] or certain
        return chosen[0] if len({p.id for p, _ in chosen}) == 1 else None

    # -- offices, bodies, states ------------------------------------------------------------------

    @cached_property
    def offices(self) -> Offices:
        """The classes of offices."""
        for folder in reversed(self.folders):
            path = folder / "knowledge" / "offices.toml"
            if path.is_file():
                return Offices(layers.read_file(path))
        return Offices({})

    @cached_property
    def bodies(self) -> dict[str, Body]:
        """The international bodies by acronym."""
        return {key: read_body(row) for key, row in self._organizations.items()}

    @cached_property
    def _organizations(self) -> dict[str, dict[str, object]]:
        return layers.merged(self.folders, "organizations.toml", "organization")

    @cached_property
    def _countries(self) -> dict[str, dict[str, object]]:
        return layers.merged(self.folders, "countries.toml", "country")

    @cached_property
    def parties(self) -> frozenset[str]:
        """Codes of all states and acronyms of all bodies."""
        return frozenset((*self._countries, *self._organizations))

    @cached_property
    def country_names(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Names of the states by language, the usual one first."""
        found = {}
        for key, row in self._countries.items():
            names = {lang: row.get(lang) for lang in LANGUAGES}
            found[key] = {
                lang: tuple(plain(n) for n in value.get("names", ()))
                for lang, value in names.items()
                if isinstance(value, dict)
            }
        return found

    def party(self, words: str) -> str | None:
        """The state or body that a code, an acronym or a name means."""
        wanted = fold(words.strip())
        if not wanted:
            return None
        for key in self.parties:
            if key.lower() == wanted:
                return key
        for key, by_language in self.country_names.items():
            if any(fold(name) == wanted for names in by_language.values() for name in names):
                return key
        for body in self.bodies.values():
            forms = [n for by_language in (body.names, body.acronyms) for names in by_language.values() for n in names]
            if any(fold(form) == wanted for form in forms):
                return body.id
        return None


def _put(index: dict[str, list[KnownPerson]], key: str, person: KnownPerson) -> None:
    known = index.setdefault(key, [])
    if not any(p is person for p in known):
        known.append(person)
