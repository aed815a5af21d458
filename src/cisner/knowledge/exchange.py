"""Terms of office as CSV, and from CSV or a Wikidata query result into a knowledge layer."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cisner.errors import CisnerError
from cisner.knowledge import layers
from cisner.knowledge.store import Knowledge
from cisner.knowledge.terms import KnownPerson, Term, days_between, first_day
from cisner.morphology import fold
from cisner.transliteration import is_cyrillic, to_latin

COLUMNS = ("country", "office", "position", "person", "wikidata_id", "start", "end", "source")
_NAMES = {
    "country": ("country", "countrycode", "country_code", "iso", "iso2", "represents", "organization", "countrylabel"),
    "office": ("office",),
    "position": ("positionlabel", "position", "title", "officelabel"),
    "person": ("personlabel", "holderlabel", "itemlabel", "name", "person", "holder"),
    "wikidata_id": ("wikidata_id", "wikidata", "qid", "person", "holder", "item"),
    "start": ("start", "starttime", "start_time", "start_date", "startdate"),
    "end": ("end", "endtime", "end_time", "end_date", "enddate"),
    "source": ("source",),
}
_QID = re.compile(r"(?:^|/entity/)(Q[1-9][0-9]*)$")
_DAY = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(T[\d:.]+Z?)?(~)?$")
_ACTING = re.compile(r"^(?:acting|interim)\s+", re.IGNORECASE)
_SAME = 31  # days by which two sources may differ about one and the same term


def export_csv(knowledge: Knowledge) -> str:
    """All terms of office as CSV, by country, office and time; an end that is only a last sighting carries a ~."""
    rows = [(person, term) for person in knowledge.people.values() for term in person.terms]
    rows.sort(key=lambda row: (row[1].represents, row[1].office, row[1].begins, row[0].id))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for person, term in rows:
        position = f"Acting {term.title}" if term.acting and not _ACTING.match(term.title) else term.title
        end = f"{term.end}~" if term.end and term.end_approximate else term.end or ""
        writer.writerow(
            (
                term.represents,
                term.office,
                position,
                person.name,
                person.wikidata or "",
                term.start or "",
                end,
                term.source,
            )
        )
    return out.getvalue()


@dataclass(slots=True)
class Layer:
    """What an import makes: people for a layer, and what became of each row.

    Attributes:
        people: New people, and known ones with new or changed terms.
        agreed: How many rows say what is known already.
        refused: Rows that were left out, each with the reason.
    """

    people: dict[str, KnownPerson] = field(default_factory=dict)
    agreed: int = 0
    refused: list[str] = field(default_factory=list)

    @property
    def terms(self) -> int:
        """How many terms the layer has."""
        return sum(len(person.terms) for person in self.people.values())


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    person: str
    wikidata: str | None
    term: Term


def import_terms(data: str, knowledge: Knowledge, source: str, as_of: str) -> Layer:
    """Reads office terms and sorts out what is new; what would make the knowledge contradict itself is refused.

    Args:
        data: CSV with a header, or the JSON of a Wikidata query.
        knowledge: What is known already.
        source: What to call the source in terms that name none.
        as_of: Up to when terms without an end are running.

    Raises:
        CisnerError: There are no columns for person, position and country.
    """
    layer = Layer()
    taken = dict(knowledge.people)
    by_wikidata = {p.wikidata: p.id for p in taken.values() if p.wikidata}
    groups: dict[str, list[_Row]] = {}
    for row in _rows(data, knowledge, source, as_of, layer):
        known = by_wikidata.get(row.wikidata) if row.wikidata else None
        known = known or _by_name(row, knowledge)
        groups.setdefault(known or row.wikidata or fold(row.person), []).append(row)
    for identity, rows in groups.items():
        below = knowledge.people.get(identity)
        terms = _new_terms(rows, below, layer)
        if not terms:
            continue
        person_id = below.id if below else _id(rows[0].person, taken)
        latin = rows[0].person
        spellings = {"en": (to_latin(latin),), "ru": (latin,)} if is_cyrillic(latin) else {"en": (latin,), "ru": ()}
        wikidata = next((row.wikidata for row in rows if row.wikidata), None)
        person = KnownPerson(person_id, wikidata, "", spellings, tuple(terms))
        if below is not None:
            person = replace(person, spellings=below.spellings, wikidata=below.wikidata or wikidata)
        taken[person_id] = layer.people[person_id] = person
    _refuse_overlaps(layer, knowledge)
    return layer


# -- reading -------------------------------------------------------------------------------------


def _rows(data: str, knowledge: Knowledge, source: str, as_of: str, layer: Layer) -> Iterator[_Row]:
    for line, raw in _records(data):
        values = {name: _first(raw, columns) for name, columns in _NAMES.items()}
        try:
            yield _row(line, values, knowledge, source, as_of)
        except ValueError as error:
            layer.refused.append(f"{line}: {error}")


def _records(data: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a table with the numbers of their lines, columns in lower case."""
    if data.lstrip().startswith(("[", "{")):
        try:
            parsed = json.loads(data)
        except ValueError as error:
            raise CisnerError(f"not valid JSON: {error}") from None
        rows = parsed["results"]["bindings"] if isinstance(parsed, dict) and "results" in parsed else parsed
        tables = [
            {str(k).lower(): str(v["value"] if isinstance(v, dict) else v) for k, v in row.items() if v is not None}
            for row in rows
        ]
        numbered = list(enumerate(tables, 1))
    else:
        reader = csv.DictReader(io.StringIO(data.removeprefix("\ufeff")))
        numbered = [(n, {k.strip().lower(): v or "" for k, v in row.items() if k}) for n, row in enumerate(reader, 2)]
    columns = {key for _, row in numbered for key in row}
    for name in ("person", "position", "country"):
        if not columns & {*_NAMES[name], *(_NAMES["office"] if name == "position" else ())}:
            raise CisnerError(f"no column for the {name}: columns as in `cisner knowledge export`, or a Wikidata query")
    yield from numbered


def _first(row: Mapping[str, str], columns: Sequence[str]) -> str:
    return next((row[column].strip() for column in columns if row.get(column, "").strip()), "")


def _row(line: int, values: Mapping[str, str], knowledge: Knowledge, source: str, as_of: str) -> _Row:
    person = values["person"]
    if not person or _QID.search(person):
        raise ValueError("no name of the person")
    party = knowledge.party(values["country"])
    if party is None:
        raise ValueError(f"no country or organization {values['country']!r}")
    acting = bool(_ACTING.match(values["position"]))
    title = _ACTING.sub("", values["position"])
    office = values["office"] or _office(title, party, knowledge)
    if office not in knowledge.offices.classes:
        raise ValueError(f"{values['position'] or office!r} is no known office")
    start, end = _day(values["start"]), _day(values["end"])
    if start is None and end is None:
        raise ValueError("no dates")
    if start and end and end.rstrip("~")[: len(start)] < start[: len(end.rstrip("~"))]:
        raise ValueError(f"ends {end}, before it starts {start}")
    found = _QID.search(values["wikidata_id"])
    term = Term(
        office=office,
        represents=party,
        start=start.rstrip("~") if start else None,
        end=end.rstrip("~") if end else None,
        title=title or knowledge.offices.name(office),
        acting=acting,
        source=values["source"] or source,
        end_approximate=bool(end) and str(end).endswith("~"),
        as_of=as_of,
    )
    return _Row(line, person, found.group(1) if found else None, term)


def _office(title: str, party: str, knowledge: Knowledge) -> str | None:
    """The class of a title, also with its state ("President of Kazakhstan") or with a name that only the state has."""
    names = sorted(knowledge.country_names.get(party, {}).get("en", ()), key=len, reverse=True)
    bare = title
    for name in names:
        bare = re.sub(rf" of (?:the )?{re.escape(name)}$", "", bare, flags=re.IGNORECASE)
    return knowledge.offices.class_of(f"{party} {bare}") or knowledge.offices.class_of(bare)


def _day(value: str) -> str | None:
    """A date as precise as the source has it: the query service writes the first of January for a year alone."""
    match = _DAY.match(value)
    if match is None:
        return None
    year, month, day, time, approximate = match.groups()
    if time and (month, day) == ("01", "01"):
        return year
    found = "-".join(part for part in (year, month, day) if part and part != "00")
    try:
        days_between(first_day(found), first_day(found))
    except ValueError:
        raise ValueError(f"{value} is no date") from None
    return found + (approximate or "")


# -- sorting out ---------------------------------------------------------------------------------


def _by_name(row: _Row, knowledge: Knowledge) -> str | None:
    """A known person of the same name who held this office, or another one of the same state if there is no other."""
    same = [p for p in knowledge.by_name(fold(row.person)) if not (row.wikidata and p.wikidata)]
    held = [p for p in same if any(layers.same_term(t, row.term) for t in p.terms)]
    here = held or [p for p in same if any(t.represents == row.term.represents for t in p.terms)]
    return here[0].id if len(here) == 1 else None


def _new_terms(rows: Iterable[_Row], below: KnownPerson | None, layer: Layer) -> list[Term]:
    terms: list[Term] = []
    for row in rows:
        if below is not None and any(_agrees(term, row.term) for term in below.terms):
            layer.agreed += 1
        elif any(layers.same_term(term, row.term) for term in terms):
            layer.refused.append(f"{row.line}: {row.person} has another term as {row.term.title} at that time")
        else:
            terms.append(row.term)
    return terms


def _agrees(known: Term, new: Term) -> bool:
    """Whether a term says nothing new: the same office from about the same day, and no end that was not known."""
    if (known.office, known.represents) != (new.office, new.represents) or not known.start:
        return False
    if not new.start or not _close(known.begins, new.begins):
        return False
    if new.end is None or new.end_approximate:
        return True
    return known.end is not None and not known.end_approximate and _close(known.ends, new.ends)


def _close(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether two dates, each known to a month or year perhaps, may be within a month of each other."""
    return days_between(a[1], b[0]) <= _SAME and days_between(b[1], a[0]) <= _SAME


def _id(name: str, taken: Mapping[str, object]) -> str:
    plain = unicodedata.normalize("NFKD", fold(to_latin(name)).replace("ə", "a").replace("ı", "i"))
    words = re.findall(r"[a-z]+", "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’"))
    base = "-".join([*words[-1:], *words[:-1]]) or "person"
    return next(i for i in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if i not in taken)


def _refuse_overlaps(layer: Layer, knowledge: Knowledge) -> None:
    """Takes out imported terms that put two people into one office at a time."""
    while True:
        merged = {**knowledge.people, **{i: layers.over(p, knowledge.people.get(i)) for i, p in layer.people.items()}}
        own = {(i, term) for i, person in layer.people.items() for term in person.terms}
        removed = False
        for pair in list(layers.overlaps(merged.values(), knowledge.offices)):
            for (person, term), (other, held) in (pair, pair[::-1]):
                if (person.id, term) in own:
                    rest = tuple(t for t in layer.people[person.id].terms if t != term)
                    layer.people[person.id] = replace(layer.people[person.id], terms=rest)
                    own.discard((person.id, term))
                    layer.refused.append(f"{layers.described(person, term)}: overlaps {layers.described(other, held)}")
                    removed = True
                    break
        if not removed:
            break
    layer.people = {i: person for i, person in layer.people.items() if person.terms}


# -- writing -------------------------------------------------------------------------------------


def layer_toml(layer: Layer, source: str, as_of: str) -> str:
    """A people file for the layer."""
    out = [f"# Terms of office from {source}, laid over cisner's own.", f"as_of = {_quoted(as_of)}"]
    for person in sorted(layer.people.values(), key=lambda p: p.id):
        out += ["", "[[person]]", f"id = {_quoted(person.id)}"]
        if person.wikidata:
            out.append(f"wikidata = {_quoted(person.wikidata)}")
        out += [f"{language} = [{', '.join(map(_quoted, names))}]" for language, names in person.spellings.items()]
        out += ["terms = [", *(f"  {_term_toml(term)}," for term in person.terms), "]"]
    return "\n".join(out) + "\n"


def _term_toml(term: Term) -> str:
    party = "country" if len(term.represents) == 2 else "organization"
    fields = [
        f"office = {_quoted(term.office)}",
        f"{party} = {_quoted(term.represents)}",
        f"title = {_quoted(term.title)}",
    ]
    for name, value in (("start", term.start), ("end", term.end)):
        if value:
            fields.append(f"{name} = {value if len(value) == 10 else _quoted(value)}")
    if term.end_approximate:
        fields.append("end_approximate = true")
    if term.acting:
        fields.append("acting = true")
    return f"{{{', '.join([*fields, f'source = {_quoted(term.source)}'])}}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
