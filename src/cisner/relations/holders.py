"""Who of a report holds an office that is told without a name, or who held it then by the knowledge files."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cisner.knowledge import ONE, Knowledge, Period
from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.relations.candidates import candidates_for
from cisner.relations.cast import PersonRecord
from cisner.relations.context import NATIONAL
from cisner.relations.naming import similar, split_name
from cisner.relations.posts import Named, Post, post_of


class Holders:
    """Finds the holders of offices, while a report is read.

    Args:
        people: The people of the report; a certain holder whom it does not name is added.
        named: The mentions by name, in the order of the text.
        knowledge: Known people and their terms of office.
        day: Day of the report (ISO), or only its year.
        language: Its language.
    """

    def __init__(
        self,
        people: list[PersonRecord],
        named: Iterable[Named],
        knowledge: Knowledge,
        day: str | None,
        language: str,
    ) -> None:
        self._people = people
        self._named = [(n.item.start, n.person) for n in named]
        self._knowledge = knowledge
        self._day = day
        self._language = language
        self._told: dict[int, None] = {}  # in the order of their last mention

    def tell(self, person: int) -> None:
        """Note that somebody is told of."""
        self._told.pop(person, None)
        self._told[person] = None

    def of(self, office: str, country: str, organization: str, start: int) -> int | None:
        """Who of the report holds an office that is told at a token: the last told of, else the one told of later."""
        fitting = (i for i in reversed(self._told) if self._holds(i, office, country, organization))
        if country or organization:
            last = next(fitting, None)
            if last is not None:
                return last
        elif told := list(fitting):
            return self._foremost(told)
        if not country and not organization and (self._told or office not in NATIONAL):
            return None  # before all names it may be told, in a headline, of the one who holds the office
        later = {p for at, p in self._named if at > start and self._holds(p, office, country, organization)}
        return next(iter(later)) if len(later) == 1 else None

    def of_any(self, offices: Collection[str]) -> list[int]:
        """Those told of so far who have one of some offices."""
        return [i for i in self._told if any(p.office in offices for p in self._people[i].posts)]

    def by_terms(self, title: Mention) -> int | None:
        """The one person of the text known to have held the office of a title: on the day, or with no other one."""
        party = post_of(title, "").represents
        fitting = [p for p in self._people if self._held(p, title.norm, party)]
        if len(fitting) != 1:
            return None
        fitting[0].posts.append(Post(title.norm, party, title, "posts.terms_of_office"))
        return fitting[0].index

    def unnamed(self, office: str, country: str, title: Mention | None = None) -> int | None:
        """The certain holder of an office on the day of the report, as a new person."""
        if not self._day or self._knowledge.offices.holders(office) != ONE or office not in NATIONAL:
            return None
        found = self._knowledge.holder(office, country, Period.of(self._day))
        if found is None:
            return None
        known = found[0]
        name = known.name_in(self._language)
        words, initials = split_name(name)
        post = Post(office, country, title, "posts.office_alone")
        surname = fold(known.surname(name))
        for person in self._people:  # one of whom the text has no more than the surname, in whatever form
            if not person.posts and not person.country and person.parts in ((surname,), (person.surname,)):
                if similar(surname, person.surname) or person.surname.startswith(surname):
                    person.posts.append(post)
                    person.known, person.name = known, known.surname(name)
                    return person.index
        index = len(self._people)
        self._people.append(
            PersonRecord(name, words, initials, surname, known.gender, [post], known=known, index=index)
        )
        return index

    def _holds(self, person: int, office: str, country: str, organization: str) -> bool:
        return any(
            p.office == office
            and (not country or p.represents == country)
            and (office != "head_of_organization" or not organization or p.represents == organization)
            for p in self._people[person].posts
        )

    def _held(self, person: PersonRecord, office: str, party: str) -> bool:
        known = [person.known] if person.known else candidates_for(person, self._knowledge)
        return any(
            t.office == office and t.represents == party and (not person.posts or (self._day and t.covers(self._day)))
            for k in known
            for t in k.terms
        )

    def _foremost(self, fitting: list[int]) -> int:
        """Whom a title without a state means: the last told of; after a list of several, whom the report began with."""
        last = self._people[fitting[0]].named
        if not last or last[-1].in_list < 0:
            return fitting[0]
        firsts = {i: self._people[i].named[0].item.start for i in fitting if self._people[i].named}
        return min(fitting, key=lambda i: firsts.get(i, last[-1].item.start))
