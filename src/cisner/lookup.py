"""Look-up in the knowledge files: people by any spelling of a name, holders of an office, members of a body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz, process

from cisner.knowledge import ONE, Body, Holds, Knowledge, KnownPerson, Period, Term
from cisner.knowledge.offices import fold_title
from cisner.linking import NameMatch, TextName, match_name
from cisner.morphology import fold
from cisner.transliteration import key

_LIKE = 75
_SAME_TITLE = 88
_MANY = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a look-up found, and where it found nothing, what may have been meant."""

    found: Sequence[Any] = ()
    suggestions: Sequence[str] = field(default=())


# -- people --------------------------------------------------------------------------------------


def find_people(name: str, knowledge: Knowledge) -> Answer:
    """The known people with a name, in any usual spelling of either alphabet, full or surname alone.

    Args:
        name: What is looked for; an id or a Wikidata id will do as well.
        knowledge: Who is known.
    """
    wanted = name.strip()
    direct = [p for p in knowledge.people.values() if wanted and wanted in (p.id, p.wikidata)]
    if direct:
        return Answer(direct)
    text = TextName.of(wanted)
    exact = knowledge.by_name(fold(wanted)) or knowledge.by_surname(fold(wanted))
    if exact:
        return Answer(sorted(exact, key=_since))
    if text.words:
        ranked: dict[NameMatch, list[KnownPerson]] = {}
        for person in knowledge.people.values():
            match = match_name(text, person)
            if match is NameMatch.WEAK and not _has_surname(text, person):
                match = NameMatch.NONE
            ranked.setdefault(match, []).append(person)
        least = NameMatch.FAIR if len(text.words) > 1 or text.initials else NameMatch.WEAK
        best = max((match for match in ranked if match >= least), default=None)
        if best is not None:
            return Answer(sorted(ranked[best], key=_since))
    return Answer(suggestions=_similar_people(wanted, knowledge))


def _has_surname(text: TextName, person: KnownPerson) -> bool:
    surnames = {key(person.surname(name)) for name in person.names}
    return any(key(word) in surnames for word in text.words)


def _since(person: KnownPerson) -> tuple[str, str]:
    return min((t.begins[0] for t in person.terms), default="9999"), person.id


def _similar_people(name: str, knowledge: Knowledge) -> list[str]:
    spellings: dict[str, str] = {}
    for person in knowledge.people.values():
        for spelling in person.names:
            spellings.setdefault(key(spelling), person.name)
            spellings.setdefault(key(person.surname(spelling)), person.name)
    hits = process.extract(key(name), list(spellings), scorer=fuzz.ratio, score_cutoff=_LIKE, limit=4 * _MANY)
    return list(dict.fromkeys(spellings[spelling] for spelling, _, _ in hits))[:_MANY]


def terms_on(person: KnownPerson, period: Period | None, knowledge: Knowledge) -> list[Term]:
    """A person's terms, the latest first; with a day, those that cover it or may."""
    terms = [t for t in person.terms if period is None or knowledge.holds(t, period)]
    return sorted(terms, key=lambda t: t.begins, reverse=True)


# -- offices -------------------------------------------------------------------------------------


def find_holders(title: str, party: str, period: Period | None, knowledge: Knowledge) -> Answer:
    """Who held an office of a state or body, in order of time.

    Args:
        title: A class of offices ("Prime Minister", "head_of_state") or a title of its own ("Minister of Finance").
        party: Code of the state or acronym of the body.
        period: The day asked for, or None for all.
        knowledge: Who held what.
    """
    wanted = fold_title(title)
    held = [(p, t) for office in knowledge.offices_of(party) for p, t in knowledge.terms(office, party)]
    office = knowledge.offices.class_of(title)
    of_class = [h for h in held if h[1].office == office]
    single = office is not None and knowledge.offices.holders(office) == ONE
    if of_class and (single or knowledge.offices.is_class(title)):
        chosen = of_class
    else:
        titles = list(dict.fromkeys(t.title for _, t in held if t.title))
        hits = process.extract(wanted, titles, scorer=fuzz.token_sort_ratio, processor=fold_title, score_cutoff=50)
        alike = {title for title, score, _ in hits if score >= _SAME_TITLE}
        chosen = [h for h in held if h[1].title in alike]
        if not chosen:
            return Answer(suggestions=[title for title, _, _ in hits[:_MANY]])
    on_day = [h for h in chosen if period is None or knowledge.holds(h[1], period)]
    return Answer(sorted(on_day, key=lambda h: (h[1].begins, h[1].ends, h[0].id)))


def similar_parties(words: str, knowledge: Knowledge) -> list[str]:
    """States and bodies whose names are like some words."""
    names = {
        fold(name): code
        for code, by_lang in knowledge.country_names.items()
        for group in by_lang.values()
        for name in group
    }
    for body in knowledge.bodies.values():
        for forms in (body.names, body.acronyms):
            names.update((fold(form), body.id) for group in forms.values() for form in group)
    hits = process.extract(fold(words), list(names), scorer=fuzz.ratio, score_cutoff=_LIKE, limit=4 * _MANY)
    return list(dict.fromkeys(names[name] for name, _, _ in hits))[:_MANY]


# -- plain values --------------------------------------------------------------------------------


def certainty(term: Term, period: Period | None, knowledge: Knowledge) -> str:
    """Whether a term covers a day for certain, in a word."""
    if period is None or knowledge.holds(term, period) is Holds.YES:
        return "yes"
    return "perhaps"


def term_row(term: Term) -> dict[str, Any]:
    """A term of office as plain values."""
    return {
        "office": term.office,
        "represents": term.represents,
        "title": term.title,
        "start": term.start,
        "end": term.end,
        "end_approximate": term.end_approximate,
        "acting": term.acting,
        "source": term.source,
        "as_of": term.as_of,
    }


def person_row(person: KnownPerson, terms: Iterable[Term]) -> dict[str, Any]:
    """A person as plain values."""
    return {
        "id": person.id,
        "name": person.name,
        "wikidata_id": person.wikidata,
        "names": {language: list(names) for language, names in person.spellings.items()},
        "terms": [term_row(term) for term in terms],
    }


def holder_row(person: KnownPerson, term: Term) -> dict[str, Any]:
    """A holder of an office as plain values."""
    return {"id": person.id, "name": person.name, "wikidata_id": person.wikidata, **term_row(term)}


def body_row(body: Body, period: Period | None, knowledge: Knowledge) -> dict[str, Any]:
    """A body as plain values: with a day, its members, chair and heads on that day."""
    members = body.on(period) if period else list(body.memberships)
    heads = [h for h in knowledge.terms("head_of_organization", body.id) if not period or knowledge.holds(h[1], period)]
    chairs: Mapping[int, str] = body.chairs
    if period:
        chairs = {int(period.first[:4]): chair} if (chair := body.chair(period)) else {}
    return {
        "id": body.id,
        "name": body.name,
        "wikidata_id": body.wikidata,
        "names": {language: list(names) for language, names in body.names.items()},
        "acronyms": {language: list(names) for language, names in body.acronyms.items()},
        "members": [
            {
                "country": m.country,
                "name": next(iter(knowledge.country_names.get(m.country, {}).get("en", ())), m.country),
                "status": m.status,
                "start": m.start,
                "end": m.end,
            }
            for m in members
        ],
        "chairs": [{"year": year, "country": country} for year, country in sorted(chairs.items())],
        "heads": [holder_row(person, term) for person, term in heads],
        "organs": [
            {"names": {k: list(v) for k, v in organ.names.items()}, "level": organ.level} for organ in body.organs
        ],
    }
