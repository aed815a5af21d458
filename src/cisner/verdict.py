"""What the known terms of office say of a capacity that a report states: confirmed, contradicted, former … or unknown.

A capacity is contradicted only when it cannot be true: somebody else certainly held an office that one person holds at
a time, or the person certainly held one that rules it out. Everything that the files leave open is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cisner.knowledge import ONE, SEVERAL, Holds, Knowledge, KnownPerson, Period, Term
from cisner.knowledge.offices import fold_title
from cisner.linking import Capacity, TextName, likeness, nearest_term
from cisner.vocabulary import Verdict

_MARGIN = 14  # days beside a term in which a report may still be right: sources differ, and so do oath and election
_ELECT = 80  # days before a president's term in which a report may call the winner of an election president
_BELOW = frozenset({
    "minister", "deputy_minister", "foreign_minister", "defence_minister", "deputy_head_of_government", "ambassador",
    "parliamentarian",
})  # fmt: skip
_RULED_OUT = {
    "head_of_state": _BELOW,
    "head_of_government": frozenset({"deputy_minister", "ambassador", "deputy_head_of_government"}),
}
_NAMED_BY_TITLE = frozenset({"minister", "head_of_parliament"})  # what of, or of which chamber, the title says
_NATIONAL = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict, the term that it rests on and whose term that is, and for a contradiction what is known instead.

    Attributes:
        verdict: The verdict.
        person: Whose term it rests on, or None.
        term: That term, or None; for a contradiction that of the known holder.
        reason: For a contradiction what is known instead, in words.
    """

    verdict: Verdict
    person: KnownPerson | None = None
    term: Term | None = None
    reason: str = ""


_UNKNOWN = Finding(Verdict.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Statement:
    """A capacity as a report states it.

    Attributes:
        name: The name in the report.
        person: The known person, if linked.
        title: The title in the words of the report, or empty.
        capacity: Its class, and the state or body.
        periods: When: the days of the meeting, the day of the report.
    """

    name: str
    person: KnownPerson | None
    title: str
    capacity: Capacity
    periods: Sequence[Period]


def judge(statement: Statement, knowledge: Knowledge) -> Finding:
    """The verdict on a stated capacity."""
    if not statement.capacity.represents or not statement.periods:
        return _UNKNOWN
    if statement.person is None:
        return _judge_unlinked(statement, knowledge)
    own = _own_terms(statement, knowledge)
    if statement.capacity.office != statement.capacity.held_as or knowledge.offices.has_cue("former", statement.title):
        return _judge_former(statement, own, knowledge)
    if knowledge.offices.has_cue("elect", statement.title):
        elect = _upcoming(statement, own, 3 * _ELECT)
        return elect or _judge_current(statement, own, knowledge)
    return _judge_current(statement, own, knowledge)


def _own_terms(statement: Statement, knowledge: Knowledge) -> list[Term]:
    """The person's terms in the stated office; of several posts of one body those that the title names, if any."""
    assert statement.person is not None
    capacity = statement.capacity
    own = [t for t in statement.person.terms if (t.office, t.represents) == (capacity.held_as, capacity.represents)]
    title = fold_title(statement.title)
    named = [t for t in own if fold_title(t.title) in title]
    return named if named and knowledge.offices.holders(capacity.held_as) != ONE else own


# -- the person is known -------------------------------------------------------------------------


def _judge_former(statement: Statement, own: Sequence[Term], knowledge: Knowledge) -> Finding:
    person, periods = statement.person, statement.periods
    running = [t for t in own if all(knowledge.holds(t, p) is Holds.YES for p in periods)]
    if running:
        if knowledge.offices.has_cue("former", statement.title) and _settled(running[0], periods):
            return Finding(Verdict.CONTRADICTED, person, running[0], f"in office {span(running[0])}")
        return _UNKNOWN
    ended = [t for t in own if all(t.holds(p) is Holds.NO and t.days_away(p) > 0 for p in periods)]
    return Finding(Verdict.FORMER, person, nearest_term(ended, periods[0])) if ended else _UNKNOWN


def _settled(term: Term, periods: Sequence[Period]) -> bool:
    """Whether a term runs on for some time after a day, so that the report cannot be ahead of it."""
    after = [Period.of(_later(p.last, _MARGIN)) for p in periods]
    return all(term.holds(p) is Holds.YES for p in after)


def _later(day: str, days: int) -> str:
    import datetime as dt

    return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()


def _judge_current(statement: Statement, own: Sequence[Term], knowledge: Knowledge) -> Finding:
    person, periods = statement.person, statement.periods
    assert person is not None
    own = [t for t in own if not _other_portfolio(statement.title, t, knowledge)]
    for term in own:
        if any(knowledge.holds(term, p) is Holds.YES for p in periods):
            acting = term.acting or knowledge.offices.has_cue("acting", statement.title)
            return Finding(Verdict.ACTING if acting else Verdict.CONFIRMED, person, term)
    possible = [t for t in own if any(knowledge.holds(t, p) or abs(t.days_away(p)) <= _MARGIN for p in periods)]
    if possible:
        return Finding(Verdict.UNKNOWN, person, nearest_term(possible, periods[0]))
    if statement.capacity.office == "head_of_state":
        elect = _upcoming(statement, own, _ELECT)
        if elect:
            return elect
    return _contradiction(statement, own, knowledge) or Finding(
        Verdict.UNKNOWN, *((person, nearest_term(own, periods[0])) if own else (None, None))
    )


def _other_portfolio(title: str, term: Term, knowledge: Knowledge) -> bool:
    """Whether a minister of one thing is known as minister of another, or a speaker as that of the other chamber."""
    if term.office not in _NAMED_BY_TITLE:
        return False
    stated, known = knowledge.offices.portfolios(title), knowledge.offices.portfolios(term.title)
    return bool(stated and known) and not stated & known


def _upcoming(statement: Statement, own: Sequence[Term], days: int) -> Finding | None:
    for term in own:
        if all(-days <= term.days_away(p) < 0 for p in statement.periods):
            return Finding(Verdict.ELECT, statement.person, term)
    return None


def _contradiction(statement: Statement, own: Sequence[Term], knowledge: Knowledge) -> Finding | None:
    """The reason why the person cannot have held the office at that time, if there is one."""
    person = statement.person
    assert person is not None
    capacity, periods = statement.capacity, statement.periods
    was = f"{_ended(own, periods[0])}; " if own else ""
    for term in person.terms:
        ruled_out = _RULED_OUT.get(term.office, frozenset())
        if term.represents == capacity.represents and capacity.office in ruled_out and not term.acting:
            if all(knowledge.holds(term, p) is Holds.YES for p in periods):
                return Finding(Verdict.CONTRADICTED, person, term, f"{was}{term.title} {span(term)}")
    holders = knowledge.offices.holders(capacity.office)
    if capacity.office in _NAMED_BY_TITLE and knowledge.offices.portfolios(statement.title) and not own:
        return _by_title(statement, knowledge)
    if holders == SEVERAL:
        return None
    titles = {t.title for t in own} if holders != ONE else set()
    if holders != ONE and not titles:
        titles = _titles_of_post(statement, knowledge)
        if not titles:
            return None
    other = _other_holder(capacity, periods, person, titles, knowledge)
    if other is None:
        return None
    return Finding(Verdict.CONTRADICTED, *other, f"{was}{other[1].title} was {other[0].name} {span(other[1])}")


def _by_title(statement: Statement, knowledge: Knowledge) -> Finding | None:
    """A minister of what somebody else was minister of, while the person certainly held another office."""
    person, periods = statement.person, statement.periods
    assert person is not None
    stated = knowledge.offices.portfolios(statement.title)
    party = statement.capacity.represents or ""
    own = [t for t in person.terms if all(knowledge.holds(t, p) is Holds.YES for p in periods)]
    if not stated or not own or any(stated & knowledge.offices.portfolios(t.title) for t in person.terms):
        return None
    terms = knowledge.terms(statement.capacity.office, party)
    titles = {t.title for _, t in terms if knowledge.offices.portfolios(t.title) == stated}
    other = _other_holder(statement.capacity, periods, person, titles, knowledge) if titles else None
    if other is None:
        return None
    known = f"{own[0].title} of {own[0].represents} {span(own[0])}"
    return Finding(Verdict.CONTRADICTED, *other, f"{known}; {other[1].title} was {other[0].name} {span(other[1])}")


def _titles_of_post(statement: Statement, knowledge: Knowledge) -> set[str]:
    """The titles of the terms that a title of a body's executive post speaks of."""
    party = statement.capacity.represents or ""
    body = knowledge.bodies.get(party)
    if statement.capacity.office != "head_of_organization" or body is None:
        return set()
    names = [party, *(n for forms in (body.acronyms, body.names) for group in forms.values() for n in group)]
    title = f" {fold_title(statement.title)} "
    for name in sorted(map(fold_title, names), key=len, reverse=True):
        title = title.replace(f" of the {name} ", " ").replace(f" {name} ", " ")
    post = knowledge.offices.post(title)
    terms = knowledge.terms(statement.capacity.office, party)
    return {t.title for _, t in terms if post is not None and knowledge.offices.post(t.title) == post}


def _other_holder(
    capacity: Capacity, periods: Sequence[Period], person: KnownPerson | None, titles: set[str], knowledge: Knowledge
) -> tuple[KnownPerson, Term] | None:
    """Somebody else who certainly held the office at all the times."""
    found = None
    for period in periods:
        certain = [
            (p, t)
            for p, t, held in knowledge.holders(capacity.office, capacity.represents or "", period)
            if held is Holds.YES and p is not person and (not titles or t.title in titles)
        ]
        if not certain:
            return None
        found = found or min(certain, key=lambda holder: holder[1].acting)
    return found


# -- nobody is linked ----------------------------------------------------------------------------


def _judge_unlinked(statement: Statement, knowledge: Knowledge) -> Finding:
    """A capacity is contradicted for anybody whose name has nothing in common with the certain holder's."""
    capacity = statement.capacity
    offices = knowledge.offices
    words = TextName.of(statement.name).words
    if capacity.office not in _NATIONAL or len(words) < 2 or not statement.title:
        return _UNKNOWN
    if any(offices.has_cue(kind, statement.title) for kind in ("former", "elect", "acting")):
        return _UNKNOWN
    near = [Period.of(_later(p.first, -_MARGIN), _later(p.last, _MARGIN)) for p in statement.periods]
    other = _other_holder(capacity, near, None, set(), knowledge)
    if other is None or other[1].acting:
        return _UNKNOWN
    known = {word for name in other[0].names for word in name.split()}
    if any(likeness(word, own) >= 0.6 for word in words for own in known):
        return _UNKNOWN
    return Finding(Verdict.CONTRADICTED, *other, f"{other[1].title} was {other[0].name} {span(other[1])}")


# -- words ---------------------------------------------------------------------------------------


def span(term: Term) -> str:
    """The days of a term, for readers."""
    end = f"{term.end} or later" if term.end and term.end_approximate else term.end
    return f"from {term.start or '?'} to {end}" if end else f"since {term.start or '?'}"


def _ended(own: Sequence[Term], period: Period) -> str:
    """What became of the person's own terms: the nearest one before or after the day."""
    term = nearest_term(own, period)
    assert term is not None
    return f"term ended {term.end}" if term.days_away(period) > 0 else f"term began only {term.start}"
