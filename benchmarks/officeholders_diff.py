"""Compares the terms of office in the knowledge files with a list of office holders, and writes the differences.

    python benchmarks/officeholders_diff.py OFFICEHOLDERS.csv > benchmarks/officeholders_diff.md

The list has the columns country, position, person, wikidata_id, start, end. Compared are presidents, prime ministers
and foreign ministers of the twelve former Soviet states whose terms ran after 1998, and the Wikidata ids of everybody.
"""

from __future__ import annotations

import csv
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from cisner.knowledge import Knowledge, KnownPerson, Term
from cisner.knowledge.terms import days_between, first_day, last_day
from cisner.linking import NameMatch, TextName, match_name
from cisner.lookup import find_people
from cisner.resources import patterns_folder

STATES = frozenset(["AM", "AZ", "BY", "GE", "KG", "KZ", "MD", "RU", "TJ", "TM", "UA", "UZ"])
OFFICES = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
SINCE = "1999-01-01"
MONTH = 31
NOTES = Path(__file__).with_name("officeholders_notes.toml")

Row = dict[str, str]


def main() -> None:
    """Prints the comparison as Markdown."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    knowledge = Knowledge([patterns_folder()])
    raw = tomllib.loads(NOTES.read_text("utf-8"))
    notes = {(n["wikidata_id"], n["position"], n["start"]): n["why"] for n in raw["note"]}
    id_notes = {n["id"]: n["why"] for n in raw["id_note"]}
    compared = [row for row in rows if row["country"] in STATES and _office(row, knowledge) in OFFICES and _late(row)]
    different = [(row, found) for row in compared if (found := _difference(row, knowledge))]
    right = len(compared) - len(different)
    print("# Terms of office against the list of office holders\n")
    print(
        "Made by `benchmarks/officeholders_diff.py`; the explanations are in `benchmarks/officeholders_notes.toml`.\n"
    )
    print(
        f"Presidents, prime ministers and foreign ministers of the twelve states in office after 1998: "
        f"{len(compared)} terms in the list, **{right} ({right / len(compared):.1%})** are found by name and office "
        f"with the same Wikidata id and dates within a month. The other {len(different)}:\n"
    )
    print("| state | position | person | list | cisner | why |\n| --- | --- | --- | --- | --- | --- |")
    for row, found in different:
        why = notes.get((row["wikidata_id"], row["position"], row["start"]), "not explained")
        dates = f"{row['start'] or '?'} – {row['end']}".strip()
        print(f"| {row['country']} | {row['position']} | {row['person']} | {dates} | {found} | {why} |")
    checked, wrong = _ids(rows, knowledge)
    with_id = sum(bool(p.wikidata) for p in knowledge.people.values())
    print(
        f"\nWikidata ids: {checked} of the {with_id} people with an id "
        f"are in the list under this id; {len(wrong)} of them under another name or another id as well"
        + (":\n" if wrong else ".")
    )
    for person, what in wrong:
        print(f"- {person}: {what}: {id_notes.get(person, 'not explained')}")


def _office(row: Row, knowledge: Knowledge) -> str | None:
    return knowledge.offices.class_of(row["position"])


def _late(row: Row) -> bool:
    return not row["end"] or last_day(row["end"]) >= SINCE


def _difference(row: Row, knowledge: Knowledge) -> str:
    """What differs, or nothing."""
    people = [p for p in find_people(row["person"], knowledge).found if p.wikidata == row["wikidata_id"]]
    if not people:
        same_id = [p for p in knowledge.people.values() if p.wikidata == row["wikidata_id"]]
        if same_id:
            return f"known as {same_id[0].name}"
        return "nobody of that name and id"
    terms = [
        t for p in people for t in p.terms if (t.office, t.represents) == (_office(row, knowledge), row["country"])
    ]
    if any(_close(start, end, row) for start, end in [*((t.start, t.end) for t in terms), *_joined(terms)]):
        return ""
    return "; ".join(f"{t.start} – {t.end or ''}{' (acting)' if t.acting else ''}" for t in terms) or "no such term"


def _close(start: str | None, end: str | None, row: Row) -> bool:
    return _near(start, row["start"]) and _near(end, row["end"])


def _joined(terms: list[Term]) -> Iterator[tuple[str | None, str | None]]:
    """Start and end of terms that follow one another without a gap: acting first and then in full, or reappointed."""
    for first in terms:
        for second in terms:
            if first.end and second.start and abs(days_between(last_day(first.end), first_day(second.start))) <= 1:
                yield first.start, second.end


def _near(known: str | None, listed: str) -> bool:
    """Whether two dates, each perhaps known to a month only, are within a month of each other."""
    if not listed:
        return True
    if known is None:
        return False
    after, before = days_between(last_day(known), first_day(listed)), days_between(last_day(listed), first_day(known))
    return max(after, before) <= MONTH


def _ids(rows: list[Row], knowledge: Knowledge) -> tuple[int, list[tuple[str, str]]]:
    """How many people with an id are in the list, and those whose name there, or whose id for that name, is another."""
    by_id: dict[str, list[Row]] = {}
    for row in rows:
        by_id.setdefault(row["wikidata_id"], []).append(row)
    checked = 0
    wrong: list[tuple[str, str]] = []
    for person in knowledge.people.values():
        listed = by_id.get(person.wikidata or "", [])
        checked += bool(listed)
        if listed and not any(_named(person, row["person"]) for row in listed):
            wrong.append((person.id, f"{person.wikidata} is {listed[0]['person']} in the list"))
        wrong += [(person.id, what) for what in _same_name(person, rows)]
    return checked, wrong


def _same_name(person: KnownPerson, rows: list[Row]) -> Iterator[str]:
    """Entries of the list with the person's name and office, but another id."""
    if person.wikidata is None:
        return
    offices = {(t.represents, t.title) for t in person.terms}
    for row in rows:
        if row["person"] in person.names and row["wikidata_id"] != person.wikidata:
            if (row["country"], row["position"]) in offices:
                where = f"{row['position']} of {row['country']}"
                yield f"{person.wikidata}, in the list also {row['wikidata_id']} ({where})"


def _named(person: KnownPerson, name: str) -> bool:
    return match_name(TextName.of(name), person) >= NameMatch.WEAK


if __name__ == "__main__":
    main()
