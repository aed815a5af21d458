"""Talks that are announced together and then told one by one, each partner in a way of its own.

As in "X received three of his colleagues. First came Y. A second caller was Z. With W the subject was trade".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.relations.announcing import Announcements, Row
from cisner.relations.asides import asides, inside
from cisner.relations.cast import Cast, told_state
from cisner.relations.cues import FoundCue
from cisner.relations.encounters import VERBS, Encounter
from cisner.relations.sentence import Sentence, View
from cisner.relations.sides import Party, Sides
from cisner.relations.talks import denied

_PROMISES = "cue.confirmed"  # to come, which is no attending
_NEAR = 2  # sentences from the last one told to one that any word of turn or any "with" joins to it
_REACH = 5  # sentences to one that begins with the next
_FROM_HEADING = 9  # sentences from a heading to the first
_TITLES = re.compile(r"[RACKOo,()]*$")  # before a name
_LABEL = re.compile(r"[CLAD][CLAD,.&:-]*")  # a state, place or day in the place of a heading
_MARKS = frozenset({",", ":", "–", "—", "-", "(", '"', "“", "«"})
_LEFT_OUT = ("convene", "attend", "chair", "sign", "speak", "absent", "message")
_SAYING = ("speak", "comment")
_AWAY = ("absent", "absent_adjacent", "not_there", "stay", "lack", "message")


class InTurn:
    """Finds the talks of a row, sentence by sentence.

    Args:
        view: The document.
        cast: Its people.
        sides: The people of its sentences.
        announcements: What announces such talks.
    """

    def __init__(self, view: View, cast: Cast, sides: Sides, announcements: Announcements) -> None:
        self._view = view
        self._cast = cast
        self._sides = sides
        self._announcements = announcements
        self._row: Row | None = None
        words, talks = view.lexicon.file.words, view.lexicon.file.talks
        self._rows = (*words.ordinals, *talks.rows)
        self._audiences = (*talks.audiences, *talks.interviews)
        self._leading = frozenset(
            {*words.with_, *words.article, *words.and_, *words.subject_pronoun, *words.possessive_pronoun}
            | {*talks.afterwards, *talks.before_next, *talks.guest, *_MARKS}
        )

    def open(self, sentence: Sentence) -> bool:
        """Whether a sentence may tell the next of the talks."""
        row = self._row
        if row is None:
            return sentence.has("turn", "caller")
        return self._in_reach(sentence, row) and bool(sentence.of("PERSON") or sentence.has("turn"))

    def _in_reach(self, sentence: Sentence, row: Row) -> bool:
        """Whether a sentence is near enough to what announced a row, or to the last of it."""
        heading = not row.told and not self._view.sentences[row.last].is_full
        return sentence.index - row.last <= (_FROM_HEADING if heading else _REACH)

    def announced(self, sentence: Sentence) -> tuple[FoundCue | None, int | None]:
        """As in "He has bilateral meetings as well. On the list are X, Y and Z": the words, and whose they are."""
        row = self._row
        if row is None or sentence.has(*_LEFT_OUT) or sentence.index - row.last > _NEAR:
            return None, None
        return row.cue, row.host

    def announces(self, sentence: Sentence, parties: Sequence[Party], found: Sequence[Encounter]) -> bool:
        """Take up what a sentence announces; whether it does, and tells of nobody with whom the talks are."""
        if self._view.has("credentials"):
            return False  # ambassadors who present them are received at one ceremony
        row = self._announcements.in_sentence(sentence, parties, found)
        self._row = self._row if row is None else row
        return row is not None

    def of(self, sentence: Sentence, parties: Sequence[Party], found: list[Encounter]) -> list[Encounter]:
        """The talks of a row that a sentence tells, else those found in another way.

        Args:
            sentence: The sentence.
            parties: Its people.
            found: The encounters that its own verbs tell.
        """
        callers = [range(c.start, c.end) for c in sentence.cue("caller")]
        parties = [p for p in parties if not any(p.start in c for c in callers)]  # "the next guest" is nobody else
        row = self._row_at(sentence, parties)
        if row is None:
            self._row = self._announcements.in_list(sentence, found)
            return found
        partners = self._partners(sentence, parties, row) if row.host is not None else []
        own = [e for e in found if row.host in e.people]
        if own or (partners and row.host is not None):
            row.last, row.told, row.waiting = sentence.index, row.told + max(1, len(partners)), False
        if own and (sentence.of("DATE", "CITY") or {*partners, row.host} != {p for e in own for p in e.people}):
            return found  # with a day or place of its own
        if partners and row.host is not None:
            host = row.host if row.hosting else None
            return [Encounter(row.cue, (row.host, p), host) for p in partners]
        row.waiting = not found and sentence.has("turn")
        if found:
            self._row = None  # others' talks
        return found

    def _row_at(self, sentence: Sentence, parties: Sequence[Party]) -> Row | None:
        """The row that a sentence may go on, with its host."""
        row = self._row
        if row is None or not self._in_reach(sentence, row):
            row = self._announcements.before(sentence)
        if row is None or not parties:
            return row
        persons = {p.person for p in parties}
        unsure = not row.told and not row.sure and len(persons) == 2 and row.host not in persons
        if row.host is None or unsure:  # "X began with Y"
            row.host = next((p.person for p in parties if p.free and p.case == "nom"), row.host)
        if row.host is None and any(p.link == "with" for p in parties):
            row.host = parties[0].person
        self._row = row
        return row

    def _partners(self, sentence: Sentence, parties: Sequence[Party], row: Row) -> list[int]:
        """Who is told as the next of a row."""
        others = [p for p in parties if p.person != row.host and self._foreign(p.person, row.host)]
        if not others or sentence.has(*_AWAY) or denied(self._view, sentence):
            return []
        caller = sentence.has("caller")
        if row.listed and not (caller or sentence.has("turn") or (row.hosting and sentence.has("receive"))):
            return []
        near = sentence.index - row.last <= _NEAR
        plain = near and (caller or not sentence.has(*_LEFT_OUT))
        free = {p.person for p in parties if p.free and p.case != "obl"} - {row.host}
        linked = [p for p in others if p.link == "with"]
        if linked and free <= {p.person for p in linked} and (plain or self._leads(sentence, linked[0])):
            return list(dict.fromkeys(p.person for p in linked))
        there = self._at_session(sentence)
        turn = caller or sentence.has("turn", *(("call",) if row.cue.type == "call" else ()))
        turn = turn or (sentence.has("interlocutor") and not there)
        if turn and near and (caller or row.hosting or not there):
            return list(dict.fromkeys(p.person for p in others))
        if not turn and there:
            return []
        first = parties[0] if parties[0].person != row.host else others[0]
        joined = self._sides.joined_before(sentence, parties[:2])
        if len(joined) == 2 and set(joined) == {row.host, first.person} and first in others:
            return [first.person]  # "X and Y dealt with trade"
        begins = turn or row.waiting or self._begins(sentence) or any(p.person == row.host for p in parties)
        begins = begins or (sentence.index == row.last + 1 and self._is_new(first))
        if first is not parties[0] or first not in others or not begins:
            return []
        return [first.person] if self._is_next(sentence, first, row) else []

    def _is_next(self, sentence: Sentence, party: Party, row: Row) -> bool:
        """Whether a sentence begins with an official of another state, who speaks to nobody else."""
        named = {n.item.start for n in self._cast.by_sentence[sentence.index]}
        known = self._cast.people[party.person]
        official = bool(told_state(known)) and known.office not in ("other", "presidential_staff")
        if party.start not in named or not official or not self._leads(sentence, party):
            return False
        heard = self._view.lower[sentence.start : sentence.end] if sentence.has(*_SAYING) else []
        return not (heard and row.planned) and not any(w.startswith(self._audiences) for w in heard)

    def _at_session(self, sentence: Sentence) -> bool:
        """Whether a sentence says who was at a session, other than aside: "X, who chairs the committee"."""
        cues = [c for c in sentence.cue("attend", "convene", "chair") if c.rule != _PROMISES]
        clauses = asides(self._view, sentence) if cues else []
        return any(not inside(c.start, clauses) for c in cues)

    def _is_new(self, party: Party) -> bool:
        """Whether somebody is named here for the first time."""
        return all(n.item.start >= party.start for n in self._cast.people[party.person].named)

    def _foreign(self, person: int, host: int | None) -> bool:
        """Whether somebody is of another state than the one whose talks they are."""
        state = told_state(self._cast.people[person])
        return host is None or not state or state != told_state(self._cast.people[host])

    def _begins(self, sentence: Sentence) -> bool:
        """Whether a sentence begins a paragraph."""
        before = self._view.sentences[sentence.index - 1] if sentence.index else None
        return before is None or before.paragraph != sentence.paragraph or bool(_LABEL.fullmatch(before.symbols))

    def _leads(self, sentence: Sentence, party: Party) -> bool:
        """Whether a sentence begins with somebody: nothing but small words, days, titles and turns stand before."""
        name = next((i for i in sentence.items if i.start == party.start), None)
        titles = _TITLES.search(sentence.symbols, 0, name.position) if name is not None else None
        start = party.start
        if titles is not None and titles.group():
            start = next((sentence.at[p].start for p in range(*titles.span()) if p in sentence.at), start)
        passed = {t for i in sentence.items if i.symbol in "DLM" for t in range(i.start, i.end)}
        passed |= {t for c in sentence.cue("turn", "caller", *VERBS) for t in range(c.start, c.end)}
        passed |= {t for t in range(sentence.start, start) if self._view.lower[t].startswith(self._rows)}
        return all(t in passed or self._view.lower[t] in self._leading for t in range(sentence.start, start))
