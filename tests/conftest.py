"""Records for the tests, built from the words that they quote."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from cisner.records import Extraction, text_digest

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "tests" / "samples"

TEXT = (
    "The Prime Minister of Kazakhstan, Alikhan Smailov, and CIS Secretary General Sergey Lebedev met in Sochi "
    "on June 8, 2023 at a session of the Council of the Heads of Government of the CIS. Nikol Pashinyan stayed away. "
    "The Agreement on free trade in services was signed. The next session is planned in Bishkek on October 27."
)
RUSSIAN_TEXT = (
    "Президент Кыргызстана Садыр Жапаров председательствовал на заседании Совета глав государств СНГ "
    "в Бишкеке 13 октября 2023 года."
)


class Builder:
    """Makes records of a text; every quote is looked up in it, so offsets cannot be wrong by accident."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.text = text
        self.data: dict[str, Any] = {
            "schema_version": "1.0",
            "report": {
                "id": "report",
                "source": "report.txt",
                "language": language,
                "title": None,
                "published": "2023-06-08",
                "dateline": None,
                "text_length": len(text),
                "sha256": text_digest(text),
            },
            **{key: [] for key in ("entities", "people", "meetings", "attendances", "agreements", "problems")},
        }

    def quote(self, words: str) -> dict[str, Any]:
        start = self.text.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    def evidence(self, words: str, rule: str = "test.rule") -> list[dict[str, Any]]:
        return [{**self.quote(words), "rule": rule}]

    def entity(self, label: str, words: str, norm: str | None) -> str:
        key = f"e{len(self.data['entities']) + 1}"
        self.data["entities"].append({"id": key, "label": label, **self.quote(words), "norm": norm})
        return key

    def add(self, kind: str, /, **fields: Any) -> None:
        self.data[kind].append(fields)

    def build(self) -> Extraction:
        return Extraction.model_validate(self.data)


def english_builder(text: str = TEXT) -> Builder:
    b = Builder(text)
    smailov = b.entity("PERSON", "Alikhan Smailov", "Alikhan Smailov")
    lebedev = b.entity("PERSON", "Sergey Lebedev", "Sergey Lebedev")
    pashinyan = b.entity("PERSON", "Nikol Pashinyan", "Nikol Pashinyan")
    b.entity("ROLE", "Prime Minister of Kazakhstan", "head_of_government")
    b.entity("COUNTRY", "Kazakhstan", "KZ")
    b.entity("CITY", "Sochi", "Sochi")
    b.entity("DATE", "June 8, 2023", "2023-06-08")
    b.entity("MEETING", "session of the Council of the Heads of Government of the CIS", "m1")
    b.entity("AGREEMENT", "Agreement on free trade in services", "a1")
    people = (
        ("p1", "Alikhan Smailov", smailov, "Prime Minister", "head_of_government", "KZ"),
        ("p2", "Sergey Lebedev", lebedev, "Secretary General", "head_of_organization", "CIS"),
        ("p3", "Nikol Pashinyan", pashinyan, None, None, None),
    )
    for key, name, mention, role, office, represents in people:
        roles = [{"title": role, "office": office, "represents": represents}] if role else []
        b.add("people", id=key, name=name, wikidata_id=None, roles=roles, mentions=[mention])
        b.add(
            "attendances",
            meeting_id="m1",
            person_id=key,
            person=name,
            role=role,
            office=office,
            represents=represents,
            status="absent" if key == "p3" else "attended",
            mode=None,
            function="participant",
            evidence=b.evidence(name),
        )
    b.add(
        "meetings",
        id="m1",
        name="session of the Council of the Heads of Government of the CIS",
        organization="CIS",
        level="heads_of_government",
        format=["narrow", "expanded"],
        start="2023-06-08",
        end=None,
        city="Sochi",
        country="RU",
        status="held",
        evidence=b.evidence("session of the Council of the Heads of Government of the CIS"),
    )
    b.add(
        "meetings",
        id="m2",
        name="next session",
        organization="CIS",
        level="heads_of_government",
        format=[],
        start="2023-10-27",
        end=None,
        city="Bishkek",
        country="KG",
        status="planned",
        evidence=b.evidence("next session is planned in Bishkek"),
    )
    b.add(
        "agreements",
        id="a1",
        title="Agreement on free trade in services",
        kind="agreement",
        status="signed",
        meeting_id="m1",
        parties=["KZ", "RU"],
        date="2023-06-08",
        evidence=b.evidence("Agreement on free trade in services was signed"),
    )
    b.add(
        "problems",
        code="no_capacity",
        message="No capacity is stated for Nikol Pashinyan",
        **_span(b, "Nikol Pashinyan"),
    )
    return b


def _span(b: Builder, words: str) -> dict[str, int]:
    return {key: value for key, value in b.quote(words).items() if key != "text"}


def russian_builder() -> Builder:
    b = Builder(RUSSIAN_TEXT, "ru")
    mention = b.entity("PERSON", "Садыр Жапаров", "Садыр Жапаров")
    b.entity("ROLE", "Президент Кыргызстана", "head_of_state")
    b.entity("MEETING", "заседании Совета глав государств СНГ", "m1")
    role = {"title": "Президент", "office": "head_of_state", "represents": "KG"}
    b.add("people", id="p1", name="Садыр Жапаров", wikidata_id="Q25597826", roles=[role], mentions=[mention])
    b.add(
        "meetings",
        id="m1",
        name="заседание Совета глав государств СНГ",
        organization="CIS",
        level="heads_of_state",
        format=[],
        start="2023-10-13",
        end=None,
        city="Bishkek",
        country="KG",
        status="held",
        evidence=b.evidence("заседании Совета глав государств СНГ"),
    )
    b.add(
        "attendances",
        meeting_id="m1",
        person_id="p1",
        person="Садыр Жапаров",
        role="Президент",
        office="head_of_state",
        represents="KG",
        status="attended",
        mode="videoconference",
        function="chair",
        evidence=b.evidence("председательствовал на заседании"),
    )
    return b


@pytest.fixture
def english() -> Builder:
    return english_builder()


@pytest.fixture
def russian() -> Builder:
    return russian_builder()


@pytest.fixture
def cisner() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs the command line in a process of its own, as a user does."""

    def run(
        *arguments: str | Path,
        stdin: bytes = b"",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", **(env or {})}
        command = [sys.executable, "-m", "cisner", *map(str, arguments)]
        return subprocess.run(
            command, input=stdin, capture_output=True, cwd=cwd, env=environment, check=False, timeout=120
        )

    return run
