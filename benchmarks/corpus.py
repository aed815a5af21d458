"""Realistic reports for the benchmarks, made of templates and the knowledge files; a seed gives the same reports.

python benchmarks/corpus.py --language en --reports 1000 > reports.jsonl
"""

import argparse
import json
import random
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE = ROOT / "patterns" / "knowledge"
BODIES = {
    "CIS": ("CIS", "СНГ"),
    "EAEU": ("EAEU", "ЕАЭС"),
    "CSTO": ("CSTO", "ОДКБ"),
    "SCO": ("SCO", "ШОС"),
    "OTS": ("OTS", "ОТГ"),
}
OFFICES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
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
        self._said: set[str] = set()
        self._adjectives = self._templates["adjectives"].split()
        self._nouns = self._templates["nouns"].split()
        self._places = cities(language, everywhere=True)
        self._organizations = organizations(language)
        self._people = sorted({person.name for held in self._terms.values() for _, _, person in held})

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

    def text(self, day: date, *, paragraphs: int | None = None) -> str:
        """One report.

        Args:
            day: Of the meeting.
            paragraphs: How many of them; as in the press if not given.
        """
        self._said.clear()
        paragraphs = paragraphs or self._random.choice((2, 3, 3, 4, 4, 5, 6, 8))
        office = self._random.choice(OFFICES)
        body = self._random.choice(tuple(BODIES))
        people = [p for country in self._members[body] for p in self._in_office(country, office, day)]
        is_session = len(people) >= 3 and self._random.random() < 0.6
        if is_session:
            headline = "headline"
            head = [self._say("lead", body, office, day, people), self._say("list", body, office, day, people)]
        else:
            pair = self._pair(day)
            people, headline = pair, "headline2"
            head = [self._say("talks", body, office, day, pair)]
        lines = [self._say(headline, body, office, day, people), " ".join(head)]
        for _ in range(paragraphs - 1):
            kinds = self._random.choices(("line", "filler"), (1, 2), k=self._random.choice((2, 2, 3, 4)))
            lines.append(" ".join(self._say(kind, body, office, day, people) for kind in kinds))
        if is_session:
            later = day + timedelta(days=self._random.randrange(90, 300))
            lines.append(
                f"{self._say('documents', body, office, day, people)} {self._say('next', body, office, later, people)}"
            )
        return "\n\n".join(lines)

    def long_text(self, names: int) -> str:
        """A report with that many different names, one sentence each."""
        pool = [p for by_office in self._terms.values() for _, _, p in by_office]
        self._random.shuffle(pool)
        day = date(2023, 5, 12)
        sentences = []
        for index in range(names):
            person = pool[index % len(pool)]
            if index >= len(pool):  # new names of old parts
                other = pool[self._random.randrange(len(pool))]
                given = other.name.rpartition(" ")[0] or other.name
                person = Official(
                    f"{given} {person.surname}", person.surname, person.office, person.country, other.male
                )
            sentences.append(self._say("line", "CIS", person.office, day, [person], full=True))
        return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))

    def _expert(self) -> str:
        """A new name made of old parts."""
        given, surname = (self._random.choice(self._people).split() for _ in range(2))
        return f"{given[0]} {surname[-1]}"

    def _pair(self, day: date) -> list[Official]:
        while True:
            office = self._random.choice(OFFICES)
            found = [self._in_office(c, office, day) for c in self._random.sample(sorted(self._countries), 12)]
            people = [row[0] for row in found if row]
            if len(people) > 1:
                return people[:2]

    def _in_office(self, country: str, office: str, day: date) -> list[Official]:
        held = [p for start, end, p in self._terms.get((country, office), ()) if start <= day.isoformat() <= end]
        return held[:1] if country in self._countries else []

    def _say(self, kind: str, body: str, office: str, day: date, people: list[Official], *, full: bool = False) -> str:
        rng, own = self._random, self._templates
        sentences = own[kind][:1] if full else own[kind]
        possible = [s for s in sentences if self._possible(s, people)] or sentences[-1:]
        sentence = rng.choice([s for s in possible if full or s not in self._said] or possible)
        self._said.add(sentence)
        city = rng.choice(self._places if kind == "filler" else self._cities)
        person = rng.choice(people)
        topics = rng.sample(own["topics"], 2)
        places = rng.sample(sorted(self._countries), 2)
        written = self._date(day)
        values = {
            "dateline": f"{city[0].upper()}, {written}",
            "body": BODIES[body][self.language == "ru"],
            "organ": own["organs"].get(office, own["organs"]["head_of_state"]),
            "date": written,
            "city": city[0],
            "city_in": city[1],
            "city_to": city[0],
            "people": self._list(people),
            "title": self._title(person),
            "Title": _capital(self._title(person)),
            "name": person.name,
            "surname": person.surname,
            "person1": self._with_title(people[0]),
            "Person1": _capital(self._with_title(people[0])),
            "person2": self._with_title(people[-1]),
            "person2_with": self._with(people[-1]),
            "topic": topics[0],
            "topic2": topics[1],
            "country": self._countries[places[0]].genitive,
            "country2": self._countries[places[1]].genitive,
            "expert": self._expert(),
            "org": rng.choice(self._organizations),
            "org2": rng.choice(self._organizations),
            "city2": rng.choice(self._places)[0],
            "month": rng.choice(own["months"]),
            "year": str(rng.randrange(1991, 2025)),
            **dict(zip(("adj", "adj2"), rng.sample(self._adjectives, 2), strict=True)),
            **dict(zip(("noun", "noun2", "noun3"), rng.sample(self._nouns, 3), strict=True)),
            "n2": str(rng.randrange(2, 90)),
            "n3": f"{rng.randrange(1000):03}",
            "weekday": rng.choice(own["weekdays"]),
            "n": str(rng.randrange(2, 900)),
            "percent": f"{rng.randrange(1, 90)}.{rng.randrange(10)}",
        }
        return sentence.format(**values)

    @staticmethod
    def _possible(sentence: str, people: list[Official]) -> bool:
        needs_case = "{person2_with}" in sentence
        return not needs_case or instrumental(people[-1]) is not None

    def _date(self, day: date) -> str:
        month = self._templates["months"][day.month - 1]
        return f"{day.day} {month} {day.year} года" if self.language == "ru" else f"{month} {day.day}, {day.year}"

    def _title(self, person: Official) -> str:
        titles = self._templates["titles"]
        title, country = titles.get(person.office, titles["foreign_minister"]), self._countries.get(person.country)
        if country is None:
            return title
        return f"{title} {country.genitive}" if self.language == "ru" else f"{title} of {country.name}"

    def _with_title(self, person: Official) -> str:
        return f"{self._title(person)} {person.name}"

    def _with(self, person: Official) -> str:
        if self.language == "en":
            return self._with_title(person)
        titles = self._templates["instrumental"]
        title = titles.get(person.office, titles["foreign_minister"])
        return f"{title} {self._countries[person.country].genitive} {instrumental(person) or person.name}"

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
    from cisner.pipeline import lexicon

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


def cities(language: str, *, everywhere: bool = False) -> list[tuple[str, str]]:
    """Places where bodies meet, or all that are known: the name, and the name after "in"."""
    hosts = {country for body in members().values() for country in body}
    capitals = {row["capital"] for row in _table(KNOWLEDGE / "countries.toml")["country"] if row["id"] in hosts}
    found = []
    for row in _table(KNOWLEDGE / "cities.toml")["city"]:
        if (everywhere or row["name"] in capitals) and row.get(language):
            marked = row[language][0]
            found.append((marked, marked) if language == "en" else (_case(marked, "nom"), _case(marked, "prp")))
    return found


def organizations(language: str) -> list[str]:
    """Names of bodies in the nominative."""
    names = []
    for row in _table(KNOWLEDGE / "organizations.toml")["organization"]:
        own = row.get(language, {})
        if own.get("names"):
            names.append(own["names"][0] if language == "en" else _case(own["names"][0], "nom"))
    return names


def members() -> dict[str, list[str]]:
    """The members of each body, former ones included."""
    rows = {row["id"]: row for row in _table(KNOWLEDGE / "organizations.toml")["organization"]}
    return {body: sorted({member["country"] for member in rows[body].get("members", ())}) for body in BODIES}


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
