"""The records of a report, put together and validated."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from cisner.analysis import Analysis
from cisner.recording.entities import entity_rows
from cisner.recording.meetings import attendance_rows, meeting_row
from cisner.recording.page import Page, Row
from cisner.recording.wording import Wording
from cisner.records import Extraction
from cisner.relations.cast import PersonRecord
from cisner.relations.documents import Document
from cisner.relations.events import Event, recorded
from cisner.relations.posts import Post
from cisner.report import Report
from cisner.text import Squeezed


def record(analysis: Analysis, report: Report, squeezed: Squeezed, language: str) -> Extraction:
    """The records of what was found in a report.

    Args:
        analysis: Everything that was found.
        report: The report.
        squeezed: The text that was analysed, with the way back to the report's text.
        language: ``en`` or ``ru``.
    """
    page = Page(analysis, report, squeezed)
    wording = Wording(page)
    events = recorded(analysis.events)
    ids = {e: f"m{n}" for n, e in enumerate(events, 1)}
    involved = {i.person for e in events for i in e.involved}
    people = [p for p in analysis.cast.people if p.posts or p.index in involved]
    person_ids = {p.index: f"p{n}" for n, p in enumerate(people, 1)}
    documents = analysis.documents
    entities, mentions = entity_rows(page, wording, events, ids, documents)
    return Extraction.model_validate({
        "report": _report_row(page, language),
        "entities": entities,
        "people": [_person_row(wording, p, person_ids[p.index], mentions.get(p.index, [])) for p in people],
        "meetings": [meeting_row(page, wording, e, ids[e]) for e in events],
        "attendances": [row for e in events for row in attendance_rows(page, wording, e, ids[e], person_ids)],
        "agreements": [_agreement_row(page, d, f"a{n}", ids) for n, d in enumerate(documents, 1)],
        "problems": list(_problem_rows(page)),
    })  # fmt: skip


def _report_row(page: Page, language: str) -> Row:
    report = page.report
    return {
        "id": report.id,
        "source": report.source,
        "language": language,
        "title": report.title,
        "published": report.published,
        "dateline": page.analysis.frame.dateline_city,
        "text_length": len(report.text),
        "sha256": hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest(),
    }


def _person_row(wording: Wording, person: PersonRecord, person_id: str, mentions: list[str]) -> Row:
    first: dict[tuple[str, str], Post] = {}
    for post in person.posts:
        if post.office:
            first.setdefault((post.office, post.represents), post)
    roles = [
        {
            "title": wording.title(post.title) if post.title is not None else post.office,
            "office": post.office,
            "represents": post.represents or None,
        }
        for post in first.values()
    ]
    return {
        "id": person_id,
        "name": wording.name(person.name),
        "wikidata_id": person.known.wikidata if person.known else None,
        "roles": roles,
        "mentions": mentions,
    }


def _agreement_row(page: Page, document: Document, agreement_id: str, ids: Mapping[Event, str]) -> Row:
    return {
        "id": agreement_id,
        "title": document.title,
        "kind": document.kind,
        "status": document.status,
        "meeting_id": ids.get(document.event) if document.event is not None else None,
        "parties": document.parties,
        "date": document.date,
        "evidence": [page.evidence(document.start, document.end, document.rule)],
    }


def _problem_rows(page: Page) -> Iterator[Row]:
    for mismatch in page.analysis.cast.mismatches:
        left, right = page.span(mismatch.start, mismatch.end)
        message = f"{mismatch.states} states but {mismatch.names} names in a list: not paired"
        yield {"code": "list_mismatch", "message": message, "start": left, "end": right}
