"""Realistic reports for the benchmarks, made of templates and the knowledge files; a seed gives the same reports.

python benchmarks/corpus.py --language en --reports 1000 > reports.jsonl
"""

import argparse
import json
import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE = ROOT / "patterns" / "knowledge"
BODIES = ("CIS", "EAEU", "CSTO", "SCO", "OTS")
RUSSIAN = {"CIS": "СНГ", "EAEU": "ЕАЭС", "CSTO": "ОДКБ", "SCO": "ШОС", "OTS": "ОТГ"}
OTS_NAMED = "2021-11-12"  # before that day it had another name
OFFICES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
PREMIERS = ("IN", "PK")  # states whose prime minister goes where others send the head of state
KINDS, SHARES = ("session", "talks", "other"), (30, 30, 40)  # of reports: many in an archive are about no meeting
FIRST_DAY, LAST_DAY = date(1995, 1, 1), date(2025, 6, 30)


@dataclass(frozen=True)
class Official:
    """Somebody in office."""

    name: str
    surname: str
    office: str
    country: str
    male: bool


@dataclass(frozen=True)
class Country:
    """A state as a language names it."""

    name: str
    genitive: str
    capital: str


@dataclass(frozen=True)
class Membership:
    """A state in a body, from the first day to the last."""

    country: str
    first: str
    last: str


class Slots(dict[str, str]):
    """What is filled into the sentences of a report: fixed values, and others that are drawn anew each time."""

    def __init__(self, fixed: Mapping[str, str], drawn: Mapping[str, Callable[[], str]]) -> None:
        super().__init__(fixed)
        self._drawn = drawn

    def __missing__(self, name: str) -> str:
        return self._drawn[name]()


class Corpus:
    """Makes reports in one language.

    Args:
        language: ``en`` or ``ru``.
        seed: Of the random choices.
    """

    def __init__(self, language: str, seed: int = 1) -> None:
        self.language = language
        self._random = random.Random(f"{language}-{seed}")
        with (Path(__file__).parent / "templates.toml").open("rb") as file:
            self._templates: dict[str, Any] = tomllib.load(file)[language]
        self._countries = countries(language)
        self._cities = cities(language)
        self._members = members()
        self._terms = terms(language)
        self._organizations = organizations(language)
        self._places = places(language)
        by_country: dict[str, set[str]] = {}
        for (country, _), held in self._terms.items():
            by_country.setdefault(country, set()).update(
                p.name for _, _, p in held if p.male and len(p.name.split()) == 2
            )
        self._names = [sorted(names) for _, names in sorted(by_country.items()) if len(names) > 8]

    def reports(self, number: int, *, as_pages: bool = True) -> Iterator[dict[str, str]]:
        """That many reports, as JSON Lines hold them.

        Args:
            number: How many.
            as_pages: As they come out of web pages, rather than with empty lines between paragraphs.
        """
        for index in range(number):
            day = FIRST_DAY + timedelta(days=self._random.randrange((LAST_DAY - FIRST_DAY).days))
            text = self.text(day)
            if as_pages:
                text = self.as_page(text)
            yield {"id": f"{self.language}-{index}", "text": text, "published": day.isoformat()}

    def as_page(self, text: str) -> str:
        """A report as it comes out of a web page: one line break between paragraphs, and no-break spaces."""
        return re.sub(r"(?<=\d) (?=[%а-яa-z])", lambda _: self._random.choice("  \u00a0"), text.replace("\n\n", "\n"))

    def text(self, day: date, *, paragraphs: int | None = None, kind: str | None = None) -> str:
        """One report.

        Args:
            day: Of what it tells.
            paragraphs: How many of them; as in the press if not given.
            kind: Of the report: ``session``, ``talks`` or ``other``.
        """
        rng = self._random
        kind = kind or rng.choices(KINDS, SHARES)[0]
        session = self._session(day) if kind == "session" else None
        if session:
            body, office, people = session
            host, templates = rng.choice(people), self._templates["session"]
            extra = {
                "body": RUSSIAN[body] if self.language == "ru" else body,
                "organ": self._templates["organs"][body][office],
                "people": self._list(people),
            }
        elif kind != "other":
            people = list(self._pair(day))
            host, templates, extra = people[0], self._templates["talks"], self._two(*people)
        else:
            people = []
            subject = rng.choice(sorted(self._templates["subjects"]))
            host, templates, extra = None, self._templates["subjects"][subject], {}
        country = host.country if host else rng.choice(self._near() if rng.random() < 0.6 else sorted(self._cities))
        slots = Slots({**self._fixed(country, day), **extra}, self._drawn(day, people))
        count = paragraphs or rng.choice((2, 3, 3, 4, 4, 5, 6, 8))
        if "opening" not in templates:
            return self._other(templates, slots, count)
        headline, opening = (
            self._filled(rng.sample(templates[part], len(templates[part])), slots) for part in ("headline", "opening")
        )
        later = day + timedelta(days=rng.randrange(90, 300))
        slots |= {"later": self._date(later), "later_month": self._templates["months"][later.month - 1]}
        lines = [*rng.sample(templates["lines"], len(templates["lines"]))]
        background = [line for part in self._templates["background"].values() for line in part]
        rng.shuffle(background)
        written = [headline, opening]
        for _ in range(count - 1):
            if paragraphs and not lines:  # a long report comes back to its subjects
                lines = rng.sample(templates["lines"], len(templates["lines"]))
            pool = [source.pop() for source in rng.choices((lines, background), k=rng.choice((2, 2, 3, 4))) if source]
            if pool:
                written.append(" ".join(self._filled([sentence], slots) for sentence in pool))
        written.append(self._filled([rng.choice(templates["closing"])], slots))
        return "\n\n".join(line for line in written if line)

    def _other(self, templates: dict[str, list[str]], slots: Slots, count: int) -> str:
        """A report on a subject that is no meeting: its own lines in their order, and some background."""
        rng = self._random
        first, *rest = templates["lines"]
        background = self._templates["background"]["anywhere"]
        chosen = [*rest, *rng.sample(background, 3)]
        chosen = [line for line in chosen if rng.random() < count / 5]
        sentences = [self._filled([line], slots) for line in (first, *chosen)]
        paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
        return "\n\n".join([self._filled([rng.choice(templates["headline"])], slots), *paragraphs])

    def _filled(self, sentences: list[str], slots: Slots) -> str:
        """The first sentence that can be filled; empty if none can."""
        for sentence in sentences:
            try:
                return _capital(sentence.format_map(slots))
            except KeyError:  # a name without a known case form, or nobody whom a verb's gender would fit
                continue
        return ""

    def _session(self, day: date) -> tuple[str, str, list[Official]] | None:
        """A body, an office, and those who hold it in its member states on a day."""
        body = self._random.choice(BODIES)
        office = self._random.choice(sorted(self._templates["organs"][body]))
        own = [m.country for m in self._members[body] if m.first <= day.isoformat() < m.last]
        found = []
        for country in sorted(set(own)):
            sent = "head_of_government" if office == "head_of_state" and country in PREMIERS else office
            found += self._in_office(country, sent, day)
        if len(found) < 3 or (body == "OTS" and day.isoformat() < OTS_NAMED):
            return None
        return body, office, found

    def _two(self, host: Official, guest: Official) -> dict[str, str]:
        """Host and guest; in Russian those cases and genders that there are forms for."""
        found = {"guest": self._with_title(guest), "host": self._with_title(host)}
        if self.language == "en" or guest.male:
            found |= {"guest_surname": guest.surname, "Guest": _capital(self._with_title(guest))}
        if self.language == "en" or host.male:
            found["Host"] = _capital(self._with_title(host))
        for name, person in (("guest_with", guest), ("host_with", host)):
            if self.language == "ru" and instrumental(person):
                titles = self._templates["instrumental"]
                country = self._countries[person.country].genitive
                found[name] = f"{titles[person.office]} {country} {instrumental(person)}"
        return found

    def _fixed(self, country: str, day: date) -> dict[str, str]:
        """What stays the same in a report."""
        rng, own = self._random, self._templates
        city, city_in = self._cities[country]
        other = rng.choice([code for code in sorted(self._cities) if code != country])
        topics, next_city = rng.sample(own["topics"], 2), self._cities[rng.choice(self._near())]
        written = self._date(day)
        team = "ФК {}" if self.language == "ru" else "{} City"
        return {
            "dateline": f"{city.upper()}, {written}",
            "date": written,
            "city": city,
            "city_in": city_in,
            "next_city": next_city[0],
            "next_city_in": next_city[1],
            "country": self._countries[country].name,
            "of_country": self._countries[country].genitive,
            "country2": self._countries[other].name,
            "of_country2": self._countries[other].genitive,
            "topic": topics[0],
            "topic2": topics[1],
            "goods": rng.choice(own["goods"]),
            "company": rng.choice(own["companies"]),
            "sport": rng.choice(own["sports"]),
            "victims": str(rng.randrange(2, 6) * 10 + rng.randrange(5, 10)),
            "rate": f"{rng.randrange(1, 20)}{',' if self.language == 'ru' else '.'}{rng.randrange(1, 10)}",
            "born": str(day.year - rng.randrange(25, 60)),
            "last_year": str(day.year - 1),
            "org": rng.choice(self._organizations),
            "team": team.format(city),
            "team2": team.format(self._cities[other][0]),
        }

    def _drawn(self, day: date, people: list[Official]) -> dict[str, Callable[[], str]]:
        """What is new in every sentence."""
        rng, own = self._random, self._templates
        point, space = (",", " ") if self.language == "ru" else (".", ",")
        month = partial(rng.randrange, 12)
        decimal = lambda: f"{rng.randrange(1, 20)}{point}{rng.randrange(1, 10)}"  # noqa: E731
        thousands = lambda: f"{rng.randrange(3, 900)}{space}{rng.randrange(100) * 10:03}"  # noqa: E731
        million = lambda: f"{rng.randrange(2, 900)}{point}{rng.randrange(10)}"  # noqa: E731
        place = partial(rng.choice, self._places)
        # a past tense has a gender in Russian, and these sentences speak of men
        speakers = [person for person in people if person.male or self.language == "en"]
        found: dict[str, Callable[[], str]] = {
            # numbers after which a Russian noun stands in the genitive plural, and an English ordinal ends in -th
            "n": lambda: str(rng.randrange(2, 9) * 10 + rng.choice((0, 5, 6, 7, 8, 9))),
            "n2": lambda: str(rng.choice((5, 6, 7, 8, 9, 10, 12, 15, 16, 17, 18, 19, 20, 25, 26))),
            "big": thousands,
            "big2": thousands,
            "decimal": decimal,
            "decimal2": decimal,
            "million": million,
            "million2": million,
            "year": lambda: str(rng.randrange(min(day.year - 15, 1991), day.year)),
            "month": lambda: own["months"][month()],
            "month_in": lambda: own["months_in"][month()],
            "time": lambda: f"{rng.randrange(24)}:{rng.randrange(60):02}",
            "weekday": lambda: rng.choice(own["weekdays"]),
            "expert": self._expert,
            "expert2": self._expert,
            "city2": lambda: place()[0],
            "city2_in": lambda: place()[1],
            "city3": lambda: place()[0],
            "city3_in": lambda: place()[1],
        }
        if speakers:
            found["surname"] = lambda: rng.choice(speakers).surname
            speaker = rng.choice(speakers)
            found |= {"name": lambda: speaker.name, "title": lambda: self._title(speaker)}
            found["Title"] = lambda: _capital(self._title(speaker))
        return found

    def long_text(self, names: int) -> str:
        """A report with that many different names, one sentence each."""
        pool = [p for held in self._terms.values() for _, _, p in held if p.office in OFFICES]
        self._random.shuffle(pool)
        sentences = []
        for index in range(names):
            person = pool[index % len(pool)]
            if index >= len(pool):  # new names of old parts
                other = pool[self._random.randrange(len(pool))]
                given = other.name.rpartition(" ")[0] or other.name
                person = replace(person, name=f"{given} {person.surname}")
            slots = {"title": self._title(person), "Title": _capital(self._title(person)), "name": person.name}
            slots["topic"] = self._random.choice(self._templates["topics"])
            sentences.append(self._templates["session"]["lines"][0].format_map(slots))
        return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))

    def _expert(self) -> str:
        """A new name made of the parts of two names of one country."""
        given, surname = (name.split() for name in self._random.sample(self._random.choice(self._names), 2))
        return f"{given[0]} {surname[1]}"

    def _near(self) -> list[str]:
        """Codes of the states whose officials meet most."""
        return sorted({m.country for body in ("CIS", "OTS") for m in self._members[body]} & set(self._cities))

    def _pair(self, day: date) -> tuple[Official, Official]:
        """A host from the region and a guest from there or elsewhere, of equal office."""
        while True:
            office, host = self._random.choice(OFFICES), self._random.choice(self._near())
            elsewhere = self._near() if self._random.random() < 0.6 else sorted(self._countries)
            guest = self._random.choice(elsewhere)
            found = [*self._in_office(host, office, day), *self._in_office(guest, office, day)]
            if guest != host and len(found) == 2:
                return found[0], found[1]

    def _in_office(self, country: str, office: str, day: date) -> list[Official]:
        held = [p for start, end, p in self._terms.get((country, office), ()) if start <= day.isoformat() <= end]
        return held[:1] if country in self._cities else []

    def _date(self, day: date) -> str:
        month = self._templates["months"][day.month - 1]
        return f"{day.day} {month} {day.year} года" if self.language == "ru" else f"{month} {day.day}, {day.year}"

    def _title(self, person: Official) -> str:
        title, country = self._templates["titles"][person.office], self._countries[person.country]
        return f"{title} {country.genitive}" if self.language == "ru" else f"{title} of {country.name}"

    def _with_title(self, person: Official) -> str:
        return f"{self._title(person)} {person.name}"

    def _list(self, people: list[Official]) -> str:
        items = [self._with_title(person) for person in people]
        last = " и " if self.language == "ru" else " and "
        return last.join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else items[0]


def instrumental(person: Official) -> str | None:
    """The name in the Russian instrumental, for men whose names take regular endings."""
    given, _, surname = person.name.partition(" ")
    if not person.male or " " in surname or given[-1:] in "аяиоуыэюей" or given.isascii():
        return None if not given.isascii() else person.name
    if surname.endswith(("ов", "ев", "ин")):
        return f"{given[:-1] + 'ем' if given[-1] in 'йь' else given + 'ом'} {surname}ым"
    if surname.endswith("ко"):
        return f"{given[:-1] + 'ем' if given[-1] in 'йь' else given + 'ом'} {surname}"
    return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def _table(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _case(marked: str, case: str) -> str:
    from cisner.loading import lexicon

    forms = lexicon("ru").inflector.forms(marked)
    return next((form.text for form in forms if any(c == case for _, c in form.readings)), forms[0].text)


def countries(language: str) -> dict[str, Country]:
    """The states by their codes."""
    found = {}
    for row in _table(KNOWLEDGE / "countries.toml")["country"]:
        marked = row[language]["names"][0]
        if language == "en":
            name = f"the {marked}" if marked.startswith("United ") else marked
            found[row["id"]] = Country(name, name, row["capital"])
        else:
            found[row["id"]] = Country(_case(marked, "nom"), _case(marked, "gen"), row["capital"])
    return found


def cities(language: str) -> dict[str, tuple[str, str]]:
    """The capitals by the codes of their states: the name, and the name after "in"."""
    capitals = {row["id"]: row["capital"] for row in _table(KNOWLEDGE / "countries.toml")["country"]}
    found = {}
    for row in _table(KNOWLEDGE / "cities.toml")["city"]:
        if row["name"] == capitals.get(row["country"]) and row.get(language):
            marked = row[language][0]
            found[row["country"]] = (
                (marked, marked) if language == "en" else (_case(marked, "nom"), _case(marked, "prp"))
            )
    return found


def places(language: str) -> list[tuple[str, str]]:
    """All known cities: the name, and the name after "in"."""
    rows = [row[language][0] for row in _table(KNOWLEDGE / "cities.toml")["city"] if row.get(language)]
    return [(name, name) if language == "en" else (_case(name, "nom"), _case(name, "prp")) for name in rows]


def organizations(language: str) -> list[str]:
    """Names of bodies in the nominative."""
    names = []
    for row in _table(KNOWLEDGE / "organizations.toml")["organization"]:
        own = row.get(language, {})
        if own.get("names"):
            names.append(own["names"][0] if language == "en" else _case(own["names"][0], "nom"))
    return names


def members() -> dict[str, list[Membership]]:
    """The full members of each body, former ones included."""
    rows = {row["id"]: row for row in _table(KNOWLEDGE / "organizations.toml")["organization"]}
    return {
        body: [
            Membership(row["country"], str(row["start"]), str(row.get("end", "9999")))
            for row in rows[body]["members"]
            if row["status"] == "member" and row.get("start")
        ]
        for body in BODIES
    }


def terms(language: str) -> dict[tuple[str, str], list[tuple[str, str, Official]]]:
    """Terms of office by country and office: first day, last day, holder."""
    found: dict[tuple[str, str], list[tuple[str, str, Official]]] = {}
    for path in sorted((KNOWLEDGE / "people").glob("*.toml")):
        for row in _table(path).get("person", ()):
            names = row.get(language) or ()
            for term in row.get("terms", ()):
                country, office, start = term.get("country"), term["office"], term.get("start")
                if not names or not country or not start or len(names[0].split()) < 2:
                    continue
                words = names[0].split()
                surname = words[0] if row.get("surname_first") else words[-1]
                person = Official(names[0], surname, office, country, row.get("gender") == "m")
                found.setdefault((country, office), []).append((str(start), str(term.get("end") or "9999"), person))
    return found


def main() -> None:
    """Prints reports as JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("en", "ru"), default="en")
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for report in Corpus(arguments.language, arguments.seed).reports(arguments.reports):
        sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
