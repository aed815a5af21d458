"""From words with mentions to an ``Extraction``: the only module that sees both worlds."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from pydantic import ValidationError

from cisner.components.entities import LABELS
from cisner.dates import Anchor
from cisner.enrichment import enrich
from cisner.knowledge import Knowledge
from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.records import OFFICES, Extraction
from cisner.relations.attendance import decide_attendances
from cisner.relations.capacity import capacity, name_groups, name_known, name_ministers
from cisner.relations.cast import Cast, PersonRecord
from cisner.relations.completing import complete, name_bodies, without_idle_visits
from cisner.relations.documents import Document, Documents
from cisner.relations.events import Event
from cisner.relations.frame import Frame, fresh_days, resolve_dates, year_of_text
from cisner.relations.meetings import Meetings
from cisner.relations.people import gather
from cisner.relations.receptions import add_receptions
from cisner.relations.sentence import View, view
from cisner.remembering import Remembered
from cisner.report import Report
from cisner.text import Squeezed
from cisner.words import Words

_OF_STATE = frozenset({"the", "of", "'s", "’s"})
_FORMATS = ("informal", "narrow", "expanded", "extraordinary", "videoconference", "telephone", "bilateral", "visit")


@dataclass(slots=True)
class _Analysis:
    """Everything that was found, before it becomes records."""

    view: View
    cast: Cast
    frame: Frame
    events: list[Event]
    documents: list[Document]


def analyse(
    words: Words, lexicon: Lexicon, knowledge: Knowledge, capitals: dict[str, str], published: str | None
) -> _Analysis:
    """Find the relations of words that have gone through the pipeline."""
    seen = view(words, lexicon)
    city, country, dated = _dateline(seen)
    day = published or dated
    year = None if day else year_of_text(seen)
    anchor = Anchor(_date(day), year)
    dates = resolve_dates(seen, anchor)
    frame = Frame(day, anchor, city, country, capitals, dates, fresh_days(seen, dates, day))
    cast = gather(seen, knowledge, day or (str(year) if year else None))
    events = Meetings(seen, cast, frame)
    events.build()
    decide_attendances(seen, cast, events)
    name_bodies(events.events, cast, seen, knowledge)
    complete(events.events, cast, frame)
    add_receptions(seen, cast, events)
    name_ministers(cast, events.events)
    name_groups(cast, events.events)
    name_known(cast, events.events)
    return _Analysis(seen, cast, frame, without_idle_visits(events.events, cast), Documents(seen).find())


def assemble(
    words: Words,
    report: Report,
    squeezed: Squeezed,
    language: str,
    lexicon: Lexicon,
    knowledge: Knowledge,
    capitals: dict[str, str],
) -> Extraction:
    """Build the records of one report.

    Args:
        words: The analysed text.
        report: The report.
        squeezed: The text that was analysed, with the way back to the report's text.
        language: ``en`` or ``ru``.
        lexicon: The language's lexicon.
        knowledge: Known people.
        capitals: Capital of each country, in English.
    """
    published = report.published.isoformat() if report.published else None
    analysis = analyse(words, lexicon, knowledge, capitals, published)
    return enrich(_Writer(analysis, report, squeezed, language).write(), knowledge)


def _date(day: str | None) -> Any:
    import datetime as dt

    return dt.date.fromisoformat(day) if day else None


_DATELINE_END = 80


def _dateline(seen: View) -> tuple[str | None, str | None, str | None]:
    """City, country and day of a dateline: a city that opens one of the first lines."""
    city = country = day = None
    for sentence in seen.sentences[:12]:
        if sentence.start > 160:
            break
        for item in sentence.items[:3]:
            if item.symbol != "L":
                continue
            before = seen.words[sentence.start : item.start]
            if not _is_head(before, sentence, item.start, seen):
                continue
            after = seen.words[item.end] if item.end < len(seen.words) else ""
            upper = seen.words[item.start].isupper()
            dated = any(i.symbol in "DC" and 0 <= i.start - item.end <= 1 for i in sentence.items)
            if after in (".", "–", "—", "-", "/", "(", ":") or upper or (after == "," and dated):
                city, country = item.mention.norm, item.mention.rule.partition(".")[2]
                break
        if city:
            break
    for sentence in seen.sentences[:6]:
        for item in sentence.of("DATE"):
            values = item.mention.attributes["values"]
            short = sentence.end - sentence.start <= 14
            at_city = any(i.symbol == "L" and 0 <= item.start - i.end <= 2 for i in sentence.items)
            if (
                {"day", "month", "year"} <= set(values)
                and "day2" not in values
                and (short or at_city)
                and item.start < 60
            ):
                day = f"{values['year']:04}-{values['month']:02}-{values['day']:02}"
                return city, country, day
    return city, country, day


def _is_head(before: Sequence[str], sentence: Any, start: int, seen: View) -> bool:
    """Whether only a date, an agency or nothing stands before a dateline's city."""
    words = [w for w in before if w.strip()]
    if not words:
        return True
    text = " ".join(words)
    return bool(re.fullmatch(r"(?:date )?[\d\s.\-:,/]+[–—|]?", text)) or (
        len(words) <= 3 and all(w.isupper() or not w.isalpha() for w in words)
    )


class _Writer:
    """Turns an analysis into records."""

    def __init__(self, analysis: _Analysis, report: Report, squeezed: Squeezed, language: str) -> None:
        self._a = analysis
        self._report = report
        self._squeezed = squeezed
        self._language = language
        self._states = analysis.view.source.find("COUNTRY", "ADJECTIVE")
        self._with_yo = sorted(set(re.findall(r"\b[А-ЯЁ][а-яё]*ё[а-яё]*", report.text)))
        self._words = Remembered(self._word)
        self._problems: list[dict[str, Any]] = []

    def write(self) -> Extraction:
        """The records, validated."""
        a = self._a
        events = [e for e in a.events if self._placed(e)]
        ids = {id(e): f"m{n}" for n, e in enumerate(events, 1)}
        people = self._people(events)
        person_ids = {p.index: f"p{n}" for n, p in enumerate(people, 1)}
        meetings = [self._meeting(e, ids[id(e)]) for e in events]
        attendances = [row for e in events for row in self._attendances(e, ids[id(e)], person_ids)]
        documents = self._a.documents
        agreements = [self._agreement(d, f"a{n}", events, ids) for n, d in enumerate(documents, 1)]
        entities, person_mentions = self._entities(events, ids, documents)
        for mismatch in a.cast.mismatches:
            self._problem(
                "list_mismatch",
                f"{mismatch.states} states but {mismatch.names} names in a list: not paired",
                mismatch.start,
                mismatch.end,
            )
        text = self._report.text
        raw = {
            "report": {
                "id": self._report.id,
                "source": self._report.source,
                "language": self._language,
                "title": self._report.title,
                "published": self._report.published,
                "dateline": a.frame.dateline_city,
                "text_length": len(text),
                "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            },
            "entities": entities,
            "people": [self._person(p, person_ids[p.index], person_mentions.get(p.index, [])) for p in people],
            "meetings": meetings,
            "attendances": attendances,
            "agreements": agreements,
            "problems": self._problems,
        }
        return Extraction.model_validate(raw)

    # -- offsets --

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self._squeezed.original(*self._a.view.source.span(start, end))

    def _evidence(self, start: int, end: int, rule: str) -> dict[str, Any]:
        left, right = self._span(start, end)
        return {"start": left, "end": right, "text": self._report.text[left:right], "rule": rule}

    def _problem(self, code: str, message: str, start: int, end: int) -> None:
        left, right = self._span(start, end)
        self._problems.append({"code": code, "message": message, "start": left, "end": right})

    def _original(self, start: int, end: int) -> str:
        left, right = self._span(start, end)
        return " ".join(self._report.text[left:right].split())

    # -- meetings and attendance --

    def _placed(self, event: Event) -> bool:
        """A record needs a participant, a date or a place."""
        if event.involved:
            return True
        by_text = event.dated_by == "text" or event.placed_by == "text"
        if event.status() == "cancelled":
            return by_text
        return by_text or (
            event.explicit
            and bool(event.organization or event.own_level())
            and event.status() == "held"
            and bool(event.start or event.city)
            and event is self._first_explicit()
        )

    def _first_explicit(self) -> Event | None:
        return next((e for e in self._a.events if e.explicit), None)

    def _meeting(self, event: Event, meeting_id: str) -> dict[str, Any]:
        level = event.level or "mixed"
        start, end, rule = event.evidence[0]
        return {
            "id": meeting_id,
            "name": self._name(event),
            "organization": event.organization or None,
            "level": level,
            "format": [f for f in _FORMATS if f in event.formats],
            "start": event.start,
            "end": event.end,
            "city": event.city,
            "country": event.country or None,
            "status": event.status(),
            "evidence": [self._evidence(start, end, rule)],
        }

    def _name(self, event: Event) -> str:
        if event.phrases:
            best = max(event.phrases, key=lambda p: (p.specific, p.end - p.start))
            return self._original(best.start, best.end)
        templates = self._a.view.lexicon.file.meeting_names
        if event.kind not in templates:
            return self._original(*event.evidence[0][:2])
        pair = [i.person for i in event.involved if i.person in event.pair]
        names = [self._spelled(self._a.cast.people[p].name) for p in pair]
        return templates[event.kind].format(people=templates["join"].join(names))

    def _attendances(self, event: Event, meeting_id: str, person_ids: dict[int, str]) -> list[dict[str, Any]]:
        rows = []
        for involvement in event.involved:
            person = self._a.cast.people[involvement.person]
            post = capacity(person, event.level)
            status = involvement.status
            if event.status() != "held" and status == "attended":
                status = "expected"
            office = post.office if post else ""
            rows.append({
                "meeting_id": meeting_id,
                "person_id": person_ids[person.index],
                "person": self._spelled(person.name),
                "role": self._role_text(post.title) if post and post.title is not None else None,
                "office": office or person.known_office or self._office_by_level(event) or None,
                "represents": (post.represents if post else "") or person.country or None,
                "status": status,
                "mode": "videoconference" if involvement.video and status != "absent" else None,
                "function": involvement.function,
                "evidence": [self._evidence(involvement.start, involvement.end, involvement.rule)],
            })  # fmt: skip
        return rows

    def _office_by_level(self, event: Event) -> str:
        return {
            "heads_of_state": "head_of_state",
            "heads_of_government": "head_of_government",
            "foreign_ministers": "foreign_minister",
            "defence_ministers": "defence_minister",
            "ministers": "minister",
        }.get(event.level, "")

    def _spelled(self, name: str) -> str:
        """A name with the letter ё where the report writes it."""
        if not self._with_yo:
            return name
        return " ".join(self._words[part] for part in name.split())

    def _word(self, word: str) -> str:
        for original in self._with_yo:
            at = original.lower().index("ё")
            if (
                len(word) > at
                and len(original) - len(word) in (-2, -1, 0, 1, 2)
                and fold(original[: at + 1]) == fold(word[: at + 1])
            ):
                return word[:at] + ("ё" if original[at] == "ё" else "Ё") + word[at + 1 :]
        return word

    def _role_text(self, title: Mention) -> str:
        """A title as in the text, without its state, its first word in the nominative singular."""
        heads = {start: (end, lemma) for start, end, lemma in title.attributes["heads"]}
        skip: set[int] = set()
        view = self._a.view
        for state in self._states_in(title):
            skip.update(range(state.start, state.end))
            before = state.start - 1
            while before > title.start and view.lower[before] in _OF_STATE:
                skip.add(before)
                before -= 1
        parts: list[str] = []
        index = title.start
        while index < title.end:
            if index in heads:
                end, lemma = heads[index]
                parts.append(_like(lemma, self._original(index, end)) if lemma else self._original(index, end))
                index = end
                continue
            if index not in skip:
                glue = parts and not view.source.spaces[index - 1] and index - 1 not in skip
                text = self._original(index, index + 1)
                if glue:
                    parts[-1] += text
                else:
                    parts.append(text)
            index += 1
        return " ".join(p for p in parts if p.strip()).strip(" ,-–—'’") or self._original(title.start, title.end)

    def _states_in(self, title: Mention) -> list[Mention]:
        first = bisect_left(self._states, title.start, key=lambda m: m.start)
        near = takewhile(lambda m: m.start < title.end, islice(self._states, first, None))
        return [m for m in near if m.end <= title.end and m.norm == title.attributes["country"]][:1]

    # -- people --

    def _people(self, events: Sequence[Event]) -> list[PersonRecord]:
        involved = {i.person for e in events for i in e.involved}
        return [p for p in self._a.cast.people if p.posts or p.index in involved]

    def _person(self, person: PersonRecord, person_id: str, mentions: list[str]) -> dict[str, Any]:
        roles = []
        seen = set()
        for post in person.posts:
            if not post.office or (post.office, post.represents) in seen:
                continue
            seen.add((post.office, post.represents))
            title = self._role_text(post.title) if post.title is not None else post.office
            roles.append({"title": title, "office": post.office, "represents": post.represents or None})
        return {
            "id": person_id,
            "name": self._spelled(person.name),
            "wikidata_id": person.known.wikidata if person.known else None,
            "roles": roles,
            "mentions": mentions,
        }

    # -- documents --

    def _agreement(
        self, document: Document, agreement_id: str, events: Sequence[Event], ids: dict[int, str]
    ) -> dict[str, Any]:
        return {
            "id": agreement_id,
            "title": document.title,
            "kind": document.kind,
            "status": document.status,
            "meeting_id": self._meeting_of(document, events, ids),
            "parties": [],
            "date": None,
            "evidence": [self._evidence(document.start, document.end, document.rule)],
        }

    def _meeting_of(self, document: Document, events: Sequence[Event], ids: dict[int, str]) -> str | None:
        index = document.sentence.index
        before = [e for e in events if any(s <= index for s in e.sentences)]
        if not before:
            return None
        nearest = max(before, key=lambda e: max(s for s in e.sentences if s <= index))
        return ids[id(nearest)]

    # -- entities --

    def _entities(
        self, events: Sequence[Event], ids: dict[int, str], documents: Sequence[Document]
    ) -> tuple[list[dict[str, Any]], dict[int, list[str]]]:
        a = self._a
        person_at = {n.item.start: n.person for row in a.cast.by_sentence for n in row}
        alone = {  # people named by their office alone: the title is their mention
            r.item.start: r.person for row in a.cast.references for r in row if not a.cast.people[r.person].named
        }
        rows: list[tuple[int, int, str, str | None, int]] = []
        for mention in a.view.source.mentions:
            label = LABELS.get(mention.label)
            if label in (None, "MEETING", "AGREEMENT"):
                continue
            norm: str | None = mention.norm
            if mention.label == "TITLE":
                if mention.norm == "counterpart":
                    continue
                norm = mention.norm if mention.norm in OFFICES else None
            if mention.label == "DATE":
                norm = a.frame.dates.get(mention.start)
                if norm is None:
                    continue
            if mention.label == "PERSON":
                if mention.start not in person_at:  # names a hall or a document
                    continue
                norm = self._spelled(a.cast.people[person_at[mention.start]].name)
            if label == "COUNTRY" and self._inside_name(mention.start, person_at):
                continue
            rows.append(
                (
                    mention.start,
                    mention.end,
                    str(label),
                    norm or None,
                    {"PERSON": person_at, "TITLE": alone}.get(mention.label, {}).get(mention.start, -1),
                )
            )
        for event in events:
            for phrase in event.phrases:
                rows.append((phrase.start, phrase.end, "MEETING", ids[id(event)], -1))
        for number, document in enumerate(documents, 1):
            rows.append((document.start, document.end, "AGREEMENT", f"a{number}", -1))
        rows.sort(key=lambda r: (r[0], -r[1], r[2]))
        out: list[dict[str, Any]] = []
        people: dict[int, list[str]] = {}
        seen: set[tuple[int, int, str]] = set()
        for start, end, label, norm, person in rows:
            if (start, end, label) in seen:
                continue
            seen.add((start, end, label))
            left, right = self._span(start, end)
            entity_id = f"e{len(out) + 1}"
            out.append(
                {
                    "id": entity_id,
                    "label": label,
                    "start": left,
                    "end": right,
                    "text": self._report.text[left:right],
                    "norm": norm,
                }
            )
            if person >= 0:
                people.setdefault(person, []).append(entity_id)
        return out, people

    def _inside_name(self, start: int, person_at: dict[int, int]) -> bool:
        return start in person_at


def _like(lemma: str, text: str) -> str:
    """A dictionary form with the letter case of the text."""
    if text == lemma or text.lower() == lemma.lower():
        return text
    return lemma[:1].upper() + lemma[1:] if text[:1].isupper() else lemma[:1].lower() + lemma[1:]


__all__ = ["ValidationError", "assemble"]
