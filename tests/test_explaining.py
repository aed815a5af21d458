"""Explanations: every field of a record with its words, rule and source; what others lack."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cisner.explaining import Explained, Explainer, Explanation, Reason
from cisner.report import Report

Cisner = Callable[..., subprocess.CompletedProcess[bytes]]

ENGLISH = (
    "ASTANA, 4 July. The session of the CIS Council of Heads of Government took place in Astana today in a narrow "
    "format. The Prime Ministers of Belarus and Kazakhstan – Roman Golovchenko and Alikhan Smailov – and Russian Prime "
    "Minister Mikhail Mishustin took part. Prime Minister of Armenia Nikol Pashinyan did not come. The Agreement on "
    "free trade in services was signed. Kremlin press secretary Dmitry Peskov told reporters about it. "
    "The next session will be held in Ashgabat on 22 November 2023."
)
RUSSIAN = (
    "В Бишкеке прошло заседание Совета глав государств СНГ. В нём приняли участие президент Киргизии Садыр Жапаров, "
    "президент Казахстана Касым-Жомарт Токаев и президент Таджикистана. "
    "Участники поздравили Ильхама Алиева с днём рождения."
)


@cache
def explained(text: str, published: str = "2023-07-04") -> Explanation:
    return Explainer().explain(Report(id="r", text=text, published=date.fromisoformat(published)))


def record(explanation: Explanation, key: str) -> Explained:
    return next(r for r in explanation.records if r.id == key)


def reason(of: Explained, field: str) -> Reason:
    return next(r for r in of.reasons if r.field == field)


def person_id(explanation: Explanation, name: str) -> str:
    return next(p.id for p in explanation.extraction.people if p.name == name)


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_every_record_is_explained_and_every_quote_holds(text: str) -> None:
    explanation = explained(text)
    extraction = explanation.extraction
    expected = {m.id for m in extraction.meetings} | {p.id for p in extraction.people}
    expected |= {a.id for a in extraction.agreements}
    expected |= {f"{a.meeting_id}/{a.person_id}" for a in extraction.attendances}
    assert {r.id for r in explanation.records} == expected
    assert extraction.attendances
    for item in explanation.records:
        assert item.reasons, item.id
        for why in item.reasons:
            assert why.rule or why.source, (item.id, why.field)
            for words in why.words:
                assert text[words.start : words.end] == words.text


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_every_filled_field_of_an_attendance_has_a_reason(text: str) -> None:
    explanation = explained(text)
    for item in explanation.extraction.attendances:
        fields = {r.field for r in record(explanation, f"{item.meeting_id}/{item.person_id}").reasons}
        filled = {name for name in ("person", "office", "represents", "status", "mode") if getattr(item, name)}
        assert filled <= fields, item


def test_fields_of_a_meeting() -> None:
    meeting = record(explained(ENGLISH), "m1")
    assert reason(meeting, "organization").rule == "organization.CIS"
    assert reason(meeting, "level").words[0].text == "Heads of Government"
    assert reason(meeting, "date").words[0].text == "today"
    assert "2023-07-04" in reason(meeting, "date").source
    assert reason(meeting, "city").rule == "city.KZ"
    assert reason(meeting, "country").source == "follows from Astana"
    assert reason(meeting, "format").words[0].text == "narrow"
    following = record(explained(ENGLISH), "m2")
    assert reason(following, "date").source == "as written"
    assert reason(following, "status").rule == "cue.future"


def test_fields_of_an_attendance() -> None:
    explanation = explained(ENGLISH)
    zipped = record(explanation, f"m1/{person_id(explanation, 'Alikhan Smailov')}")
    assert reason(zipped, "role").rule == "posts.zipped"
    assert reason(zipped, "represents").words[0].text == "Kazakhstan"
    assert reason(zipped, "office").rule == "role.prime_minister"
    assert reason(zipped, "status").words[0].text == "took part"
    absent = record(explanation, f"m1/{person_id(explanation, 'Nikol Pashinyan')}")
    assert reason(absent, "status").value == "absent"
    assert reason(absent, "status").words[0].text == "did not come"


TALKS = "Trilateral talks of Ilham Aliyev, Nikol Pashinyan and Vladimir Putin were held in Sochi on November 26, 2021."
TOLD_OF = (
    "The CIS Council of Heads of Government met in Astana on July 4. Prime Minister of Belarus Roman Golovchenko and "
    "Prime Minister of Kazakhstan Alikhan Smailov took part. "
    "In Astana, Prime Minister of Russia Mikhail Mishustin named three tasks of the CIS Council of Heads of Government."
)


@pytest.mark.parametrize(
    ("text", "name", "words", "source"),
    [(TALKS, "Vladimir Putin", "talks", ""), (TOLD_OF, "Mikhail Mishustin", "Mikhail Mishustin", "the subject of a")],
)
def test_attendance_without_a_verb_of_its_own_has_a_reason(text: str, name: str, words: str, source: str) -> None:
    explanation = explained(text)
    status = reason(record(explanation, f"m1/{person_id(explanation, name)}"), "status")
    assert status.words[0].text == words
    assert status.source.startswith(source)


def test_where_and_when_an_agreement_was_made_is_explained() -> None:
    text = (
        "President of Russia Vladimir Putin and President of Belarus Alexander Lukashenko met in Minsk on October 10, "
        "2014. The Russian-Belarusian treaty on friendship was signed on February 21, 1995."
    )
    agreement = record(explained(text), "a1")
    assert [w.text for w in reason(agreement, "date").words] == ["February 21, 1995"]
    assert [w.text for w in reason(agreement, "parties").words] == ["Russian", "Belarusian"]
    assert reason(agreement, "meeting").value == "none"
    assert "another day" in reason(agreement, "meeting").source


def test_fields_of_an_agreement() -> None:
    agreement = record(explained(ENGLISH), "a1")
    assert reason(agreement, "kind").rule == "agreement.agreement"
    assert reason(agreement, "status").words[0].text == "signed"


def test_what_somebody_lacks_for_an_attendance() -> None:
    peskov = next(u for u in explained(ENGLISH).unrecorded if u.person == "Dmitry Peskov")
    assert "cue.comment" in {r.rule for r in peskov.missing}
    aliyev = next(u for u in explained(RUSSIAN).unrecorded if u.person == "Ильхам Алиев")
    assert "cue.honour" in {r.rule for r in aliyev.missing}
    assert aliyev.words[0].text == "Ильхама Алиева"


def test_a_report_without_a_meeting_says_so() -> None:
    lonely = explained("President of Kazakhstan Kassym-Jomart Tokayev has a dog, and it is very fond of him.")
    (person,) = lonely.unrecorded
    assert person.missing[0].source == "the report tells of no meeting"


def test_one_record_alone() -> None:
    explanation = explained(ENGLISH)
    key = person_id(explanation, "Alikhan Smailov")
    assert {r.id for r in explanation.about(key).records} == {key, f"m1/{key}"}
    assert [r.id for r in explanation.about(f"m1/{key}").records] == [f"m1/{key}"]
    assert explanation.about("m9").records == ()


def test_command(tmp_path: Path, cisner: Cisner) -> None:
    report = tmp_path / "report.txt"
    report.write_text(ENGLISH, "utf-8")
    table = cisner("explain", report, "--published", "2023-07-04")
    assert table.returncode == 0, table.stderr
    assert "posts.zipped" in table.stdout.decode()
    assert "on record for no meeting" in table.stdout.decode()
    printed = cisner("explain", report, "--published", "2023-07-04", "--record", "m1", "--format", "json")
    assert {r["id"].partition("/")[0] for r in json.loads(printed.stdout)["records"]} == {"m1"}
    missing = cisner("explain", report, "--record", "m7")
    assert missing.returncode == 1
    assert b"there is no record 'm7'" in missing.stderr


def test_command_reads_records_with_their_text(tmp_path: Path, cisner: Cisner) -> None:
    report = tmp_path / "report.txt"
    report.write_text(ENGLISH, "utf-8")
    records = tmp_path / "records.json"
    assert cisner("extract", report, "--with-text", "--output", records).returncode == 0
    assert cisner("explain", records, "--format", "json").returncode == 0
    assert cisner("extract", report, "--output", records).returncode == 0
    assert b"without their text" in cisner("explain", records).stderr
