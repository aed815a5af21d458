"""The contract of the output: what a record may hold, and what is refused."""

import json

import pytest
from pydantic import ValidationError

from cisner.records import Extraction, check_offsets, json_schema
from cisner.vocabulary import (
    AgreementKind,
    AttendanceStatus,
    Basis,
    EntityLabel,
    Format,
    Function,
    Level,
    MeetingStatus,
    Mode,
    Office,
    Verdict,
)
from conftest import TEXT, Builder, english_builder


def refuse(builder: Builder, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        builder.build()


def test_fields_and_their_order_are_the_contract(english: Builder) -> None:
    data = json.loads(english.build().to_json())
    fields = {
        "report": "id source language title published dateline text_length sha256",
        "entities": "id label start end text norm",
        "people": "id name wikidata_id roles mentions known_id name_latin name_latin_from",
        "meetings": "id name organization level format start end city country status evidence",
        "attendances": "meeting_id person_id person role office represents status mode function evidence "
        "verdict term basis premises",
        "agreements": "id title kind status meeting_id parties date evidence",
        "problems": "code message start end",
    }
    assert list(data) == ["schema_version", *fields]
    assert data["schema_version"] == "1.0"
    for name, names in fields.items():
        item = data[name] if isinstance(data[name], dict) else data[name][0]
        assert list(item) == names.split()
    assert list(data["people"][0]["roles"][0]) == ["title", "office", "represents"]
    assert list(data["attendances"][0]["evidence"][0]) == ["start", "end", "text", "rule"]


@pytest.mark.parametrize(
    ("vocabulary", "words"),
    [
        (EntityLabel, "PERSON ROLE COUNTRY ORGANIZATION CITY DATE MEETING AGREEMENT"),
        (
            Level,
            "heads_of_state heads_of_government foreign_ministers defence_ministers ministers parliament "
            "permanent_representatives officials mixed",
        ),
        (Format, "informal narrow expanded extraordinary videoconference telephone bilateral visit"),
        (
            Office,
            "head_of_state former_head_of_state head_of_government deputy_head_of_government foreign_minister "
            "defence_minister minister deputy_minister head_of_parliament parliamentarian ambassador "
            "head_of_organization security_council_secretary regional_head agency_head presidential_staff other",
        ),
        (MeetingStatus, "held planned cancelled"),
        (AttendanceStatus, "attended expected absent"),
        (Mode, "videoconference"),
        (Function, "host chair observer participant"),
        (Verdict, "confirmed contradicted former elect acting unknown"),
        (Basis, "stated inferred"),
        (
            AgreementKind,
            "agreement treaty protocol memorandum declaration statement communique decision resolution concept "
            "strategy programme plan roadmap convention charter contract other",
        ),
    ],
)
def test_vocabularies(vocabulary: type[str], words: str) -> None:
    assert [str(member) for member in vocabulary] == words.split()  # type: ignore[attr-defined]


def test_json_round_trip_is_exact(english: Builder, russian: Builder) -> None:
    for builder in (english, russian):
        once = builder.build().to_json()
        assert Extraction.model_validate_json(once).to_json() == once
    assert "Жапаров" in russian.build().to_json()


def test_records_cannot_be_changed(english: Builder) -> None:
    extraction = english.build()
    with pytest.raises(ValidationError):
        extraction.meetings[0].city = "Minsk"  # type: ignore[misc]


def test_text_is_there_only_when_asked_for(english: Builder) -> None:
    extraction = english.build()
    assert "text" not in json.loads(extraction.to_json())["report"]
    assert json.loads(extraction.with_text(TEXT).to_json())["report"]["text"] == TEXT


def test_another_text_is_refused(english: Builder) -> None:
    with pytest.raises(ValidationError, match="not the one"):
        english.build().with_text(TEXT[::-1])


def test_check_offsets_names_the_quote_that_does_not_hold(english: Builder) -> None:
    assert check_offsets(english.build(), TEXT) == []
    english.data["entities"][0].update(text="Alikhan Smailow")
    english.data["meetings"][1]["evidence"][0].update(start=0, end=4, text="None")
    faults = check_offsets(english.build(), TEXT)
    assert len(faults) == 2
    assert "entity e1" in faults[0]
    assert "meeting m2" in faults[1]
    assert check_offsets(english.build(), "x") != []


@pytest.mark.parametrize(
    ("start", "end"),
    [("2023-06-08", "2023-06-07"), ("2023-06-08", "2023-05"), ("2023", "2022-12-31"), (None, "2023")],
)
def test_a_meeting_does_not_end_before_it_starts(english: Builder, start: str | None, end: str) -> None:
    english.data["meetings"][0].update(start=start, end=end)
    refuse(english, "end")


@pytest.mark.parametrize(("start", "end"), [("2023-06-08", "2023-06"), ("2023-06", "2023-06-09"), ("2023", "2023")])
def test_ends_of_another_precision_are_fine(english: Builder, start: str, end: str) -> None:
    english.data["meetings"][0].update(start=start, end=end)
    english.build()


@pytest.mark.parametrize("value", ["2023-02-30", "2023-13", "23", "2023-6-8", "08.06.2023", "2023-06-08T10:00", ""])
def test_impossible_dates_are_refused(english: Builder, value: str) -> None:
    english.data["meetings"][0]["start"] = value
    refuse(english, "date")


def test_values_outside_a_vocabulary_are_refused() -> None:
    for kind, field, value in (
        ("meetings", "level", "presidents"),
        ("meetings", "country", "Russia"),
        ("meetings", "organization", "СНГ"),
        ("attendances", "status", "present"),
        ("attendances", "represents", "kz"),
        ("people", "wikidata_id", "57366"),
        ("agreements", "kind", "package"),
        ("problems", "code", "Two words"),
        ("entities", "label", "PER"),
        ("meetings", "venue", "Kremlin"),
    ):
        builder = english_builder()
        builder.data[kind][0][field] = value
        refuse(builder, field)


def test_norms_fit_their_labels(english: Builder) -> None:
    english.data["entities"][4]["norm"] = "Kazakhstan"
    refuse(english, "alpha-2")
    english.data["entities"][4]["norm"] = "KZ"
    english.data["entities"][3]["norm"] = "prime_minister"
    refuse(english, "office")


def test_nothing_stands_without_evidence() -> None:
    for kind in ("meetings", "attendances", "agreements"):
        builder = english_builder()
        builder.data[kind][0]["evidence"] = []
        refuse(builder, "evidence")


def test_quotes_are_as_long_as_their_offsets_say(english: Builder) -> None:
    english.data["meetings"][0]["evidence"][0]["end"] += 1
    refuse(english, "do not span")


def test_quotes_lie_within_the_text(english: Builder) -> None:
    for item in (english.data["entities"][0], english.data["problems"][0]):
        item.update(start=item["start"] + len(TEXT), end=item["end"] + len(TEXT))
    refuse(english, "entity e1: ends at .* problem no_capacity: ends at")


@pytest.mark.parametrize("kind", ["entities", "people", "meetings", "attendances", "agreements"])
def test_nothing_is_there_twice(english: Builder, kind: str) -> None:
    english.data[kind].append(english.data[kind][0])
    refuse(english, "twice")


@pytest.mark.parametrize(
    ("kind", "index", "field", "value"),
    [
        ("attendances", 0, "meeting_id", "m9"),
        ("attendances", 0, "person_id", "p9"),
        ("attendances", 0, "person", "Somebody Else"),
        ("agreements", 0, "meeting_id", "m9"),
        ("people", 0, "mentions", ["e99"]),
        ("entities", 7, "norm", "m9"),
        ("entities", 8, "norm", "a9"),
    ],
)
def test_links_lead_somewhere(english: Builder, kind: str, index: int, field: str, value: object) -> None:
    english.data[kind][index][field] = value
    refuse(english, "9|Somebody Else")


def test_schema_describes_the_output(english: Builder) -> None:
    schema = json_schema()
    data = json.loads(english.build().to_json())
    assert set(schema["required"]) == set(schema["properties"]) == set(data)
    attendance = schema["$defs"]["Attendance"]
    assert set(attendance["required"]) == set(attendance["properties"]) == set(data["attendances"][0])
    assert set(schema["$defs"]["ReportInfo"]["required"]) == set(data["report"])
    assert schema["$defs"]["AttendanceStatus"]["enum"] == ["attended", "expected", "absent"]
