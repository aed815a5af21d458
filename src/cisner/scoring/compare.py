"""One report: its meetings aligned with those of gold, and every measure's hits, misses and spurious rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from cisner.scoring.likeness import city_key, dates_agree, day_key, fold, same_person, same_title
from cisner.scoring.rows import AttendanceRow, Item, MeetingRow, PersonRow, Rows

MEASURES: Final = (
    "attendances",
    "attended",
    "meetings",
    "people",
    "names",
    "agreements",
    "titles",
    "countries",
    "dates",
)
_ALIGNED = 3.0  # the score from which two meetings may be the same
_I = TypeVar("_I", bound=Item)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one measure found in one report.

    Attributes:
        hits: Rows of gold that were found, with the rows that found them.
        missed: Rows of gold that were not found.
        spurious: Rows that gold does not have and does not excuse.
    """

    hits: Sequence[tuple[Any, Any]]
    missed: Sequence[Any]
    spurious: Sequence[Any]


@dataclass(slots=True)
class Result:
    """All measures of one report; fields of aligned meetings as pairs of right and of how many."""

    measures: dict[str, Comparison]
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)


def compare(gold: Rows, found: Rows) -> Result:
    """Compare the records of a report with gold."""
    pairs = align(gold, found)
    taken = set(pairs.values())
    optional = {m.id for m in gold.meetings if m.optional}
    gold_attendances = [
        a.model_copy(update={"optional": a.optional or a.meeting in optional}) for a in gold.attendances
    ]

    def at_same(g: AttendanceRow, f: AttendanceRow) -> bool:
        return f.meeting is not None and pairs.get(g.meeting or "") == f.meeting

    def present(g: AttendanceRow, f: AttendanceRow) -> bool:
        return at_same(g, f) and same_person(g.person, f.person)

    def excused(g: AttendanceRow, f: AttendanceRow) -> bool:
        return same_person(g.person, f.person) and (at_same(g, f) or f.meeting not in taken)

    def aligned(g: MeetingRow, f: MeetingRow) -> bool:
        return pairs.get(g.id) == f.id

    def person(g: PersonRow, f: PersonRow) -> bool:
        return same_person(g.person, f.person)

    def in_role(p: PersonRow) -> tuple[object, ...]:
        return fold(p.person), p.office, p.represents

    def name(p: PersonRow) -> tuple[object, ...]:
        return (fold(p.person),)

    measures = {
        "attendances": _match(
            gold_attendances,
            found.attendances,
            lambda g, f: present(g, f) and _equal(g, f, "office", "represents", "status"),
            excused,
        ),
        "attended": _match(gold_attendances, found.attendances, present, excused),
        "meetings": _match(
            gold.meetings,
            found.meetings,
            lambda g, f: aligned(g, f) and _equal(g, f, "organization", "level", "status"),
            aligned,
        ),
        "people": _match(
            _unique(gold.people, in_role),
            _unique(found.people, in_role),
            lambda g, f: person(g, f) and _equal(g, f, "office", "represents"),
            person,
        ),
        "names": _match(_unique(gold.people, name), _unique(found.people, name), person, person),
        "agreements": _match(
            gold.agreements,
            found.agreements,
            lambda g, f: same_title(g.title, f.title) and _equal(g, f, "status"),
            lambda g, f: same_title(g.title, f.title),
        ),
        "titles": _match(
            gold.agreements,
            found.agreements,
            lambda g, f: same_title(g.title, f.title),
            lambda g, f: same_title(g.title, f.title),
        ),
        "countries": _sets(gold.countries, found.countries, gold.countries_optional),
        "dates": _sets(gold.dates, found.dates, gold.dates_optional),
    }
    return Result(measures, _fields(gold, found, pairs))


def align(gold: Rows, found: Rows) -> dict[str, str]:
    """Pair the meetings of gold and records, the best pair first; the ids of gold are the keys."""
    scored = []
    for g in gold.meetings:
        for f in found.meetings:
            score = _alikeness(g, f, _who(gold, g), _who(found, f))
            if score >= _ALIGNED:
                scored.append((score, g.id, f.id))
    pairs: dict[str, str] = {}
    for _, gold_id, found_id in sorted(scored, key=lambda row: -row[0]):
        if gold_id not in pairs and found_id not in pairs.values():
            pairs[gold_id] = found_id
    return pairs


def _who(rows: Rows, meeting: MeetingRow) -> list[str | None]:
    return [a.person for a in rows.attendances if a.meeting == meeting.id]


def _alikeness(g: MeetingRow, f: MeetingRow, people: Sequence[str | None], others: Sequence[str | None]) -> float:
    """How much speaks for two meetings being the same one."""
    shared = sum(any(same_person(a, b) for b in others) for a in people)
    score = 3 * shared / max(1, len(people), len(others))
    if g.organization == f.organization:
        score += 2 if g.organization else 0.5
    score += (g.level == f.level) + (g.status == f.status)
    score += 0.5 * same_title(g.name, f.name)
    if g.start and f.start:
        score += (2 + 0.5 * (day_key(g.start) == day_key(f.start))) if dates_agree(g.start, f.start) else -2
    if g.city and f.city:
        score += 1 if city_key(g.city) == city_key(f.city) else -1
    return score


def _match(
    gold: Sequence[_I], found: Sequence[_I], same: Callable[[_I, _I], bool], alike: Callable[[_I, _I], bool]
) -> Comparison:
    """Pair rows one to one. Optional gold is neither asked for, nor is a row spurious that is `alike` to it."""
    free = list(found)
    hits: list[tuple[_I, _I]] = []
    missed: list[_I] = []
    for row in [*(g for g in gold if not g.optional), *(g for g in gold if g.optional)]:
        hit = next((f for f in free if same(row, f)), None)
        if hit is not None:
            free.remove(hit)
        if not row.optional:
            if hit is None:
                missed.append(row)
            else:
                hits.append((row, hit))
    spurious = [f for f in free if not any(g.optional and alike(g, f) for g in gold)]
    return Comparison(hits, missed, spurious)


def _sets(wanted: frozenset[str], found: frozenset[str], optional: frozenset[str]) -> Comparison:
    hits = [(value, value) for value in sorted(wanted & found)]
    return Comparison(hits, sorted(wanted - found), sorted(found - wanted - optional))


def _unique(rows: Iterable[PersonRow], key: Callable[[PersonRow], tuple[object, ...]]) -> list[PersonRow]:
    """One row for each key, one that is asked for before an optional one."""
    out: dict[tuple[object, ...], PersonRow] = {}
    for row in sorted(rows, key=lambda r: not r.optional):
        out[key(row)] = row
    return list(out.values())


def _equal(g: Item, f: Item, *names: str) -> bool:
    return all(getattr(g, name) == getattr(f, name) for name in names)


def _fields(gold: Rows, found: Rows, pairs: dict[str, str]) -> dict[str, tuple[int, int]]:
    by_id = {m.id: m for m in found.meetings}
    right = {"start": 0, "city": 0}
    total = {"start": 0, "city": 0}
    for meeting in gold.meetings:
        if meeting.id not in pairs or meeting.optional:
            continue
        other = by_id[pairs[meeting.id]]
        values = {
            "start": (day_key(meeting.start), day_key(other.start)),
            "city": (city_key(meeting.city), city_key(other.city)),
        }
        for name, (wanted, have) in values.items():
            if wanted or have:
                right[name] += wanted == have
                total[name] += 1
    return {name: (right[name], total[name]) for name in right}
