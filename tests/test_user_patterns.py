"""A user's pattern folder over the built-in one: leaders, offices, bodies and rules without Python."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cisner.extractor import Extractor
from cisner.records import Extraction
from cisner.report import Report

Cisner = Callable[..., subprocess.CompletedProcess[bytes]]

LEADER = """
as_of = "2031-06"

[[person]]
id = "sadykova-altynai"
gender = "f"
en = ["Altynai Sadykova"]
ru = ["Алтынай Садыкова"]
terms = [{office = "head_of_government", country = "KG", title = "Chairwoman of the Cabinet", start = 2031-03-01}]
"""
OFFICE = {
    "en": """
[[role]]
name = "grand_vizier"
office = "head_of_government"
forms = ["Grand Vizier/n"]
examples = ["Grand Vizier of Kyrgyzstan Altynai Sadykova took part in the CIS summit."]
counter_examples = ["It was a grand day."]
""",
    "ru": """
[[role]]
name = "grand_vizier"
office = "head_of_government"
forms = ["великий/adj визирь/ma"]
examples = ["Великий визирь Киргизии Алтынай Садыкова приняла участие в саммите СНГ."]
counter_examples = ["Великий день настал."]
""",
}
BODY = """
[[organization]]
id = "ULS"
name = "Union of Lake States"
en.names = ["Union of Lake States"]
en.acronyms = ["ULS"]
ru.names = ["Союз/m Озёрных Государств"]
ru.acronyms = ["СОГ"]

[[organization.organ]]
en = ["Council of Lake Guardians"]
ru = ["Совет/m хранителей озёр"]
level = "ministers"
"""
CUE = {
    "en": """
[[cue]]
name = "lit_candles"
type = "attend"
forms = ["lit the candles"]
examples = ["President of Kazakhstan Kassym-Jomart Tokayev lit the candles at the CIS summit."]
counter_examples = ["The candles were white."]
""",
    "ru": """
[[cue]]
name = "lit_candles"
type = "attend"
forms = ["зажег* свечи", "зажгли свечи"]
examples = ["Президент Казахстана Касым-Жомарт Токаев зажег свечи на саммите СНГ."]
counter_examples = ["Хлеб черствел."]
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("patterns")
    for name in ("en", "ru", "knowledge/people"):
        (top / name).mkdir(parents=True)
    for language in ("en", "ru"):
        (top / language / "lexicon.toml").write_text(OFFICE[language], "utf-8")
        (top / language / "cues.toml").write_text(CUE[language], "utf-8")
    (top / "knowledge" / "organizations.toml").write_text(BODY, "utf-8")
    (top / "knowledge" / "people" / "own.toml").write_text(LEADER, "utf-8")
    return top


@pytest.fixture(scope="module")
def extractor(folder: Path) -> Extractor:
    return Extractor(patterns=folder)


def extract(extractor: Extractor, text: str, day: str = "2031-04-02") -> Extraction:
    return extractor.extract(Report(id="r", text=text, published=date.fromisoformat(day)))


TEXTS = [
    "The session of the Council of Lake Guardians took place in Bishkek on 1 April 2031. Grand Vizier of Kyrgyzstan "
    "Altynai Sadykova and President of Kazakhstan Kassym-Jomart Tokayev lit the candles at the session.",
    "Заседание Совета хранителей озёр прошло в Бишкеке 1 апреля 2031 года. Великий визирь Киргизии Алтынай Садыкова "
    "и президент Казахстана Касым-Жомарт Токаев зажгли свечи на заседании.",
]


@pytest.mark.parametrize("text", TEXTS, ids=["en", "ru"])
def test_what_a_user_adds_is_used(extractor: Extractor, text: str) -> None:
    extraction = extract(extractor, text)
    (meeting,) = extraction.meetings
    assert (meeting.organization, meeting.level) == ("ULS", "ministers")
    assert (meeting.city, meeting.start) == ("Bishkek", "2031-04-01")
    people = {a.represents: a for a in extraction.attendances}
    assert people["KG"].office == "head_of_government"
    assert people["KG"].status == "attended"
    assert people["KG"].evidence[0].rule == "cue.lit_candles"
    assert people["KZ"].evidence[0].rule == "cue.lit_candles"


@pytest.mark.parametrize(
    "text",
    [
        "Altynai Sadykova met with Kassym-Jomart Tokayev, President of Kazakhstan, in Astana on 2 April 2031.",
        "Алтынай Садыкова встретилась с президентом Казахстана Касым-Жомартом Токаевым в Астане 2 апреля 2031 года.",
    ],
    ids=["en", "ru"],
)
def test_a_leader_is_known_by_name_alone(extractor: Extractor, text: str) -> None:
    extraction = extract(extractor, text)
    leader = next(a for a in extraction.attendances if "adykova" in a.person or "адыкова" in a.person)
    assert leader.represents == "KG"


@pytest.mark.parametrize(("setting", "told"), [("true", {"CIS"}), ("false", {"CIS", "ULS"})])
def test_whether_a_body_is_only_where_others_meet_is_data(tmp_path: Path, setting: str, told: set[str]) -> None:
    (tmp_path / "knowledge").mkdir()
    body = BODY.replace('id = "ULS"', f'id = "ULS"\nsetting = {setting}')
    (tmp_path / "knowledge" / "organizations.toml").write_text(body, "utf-8")
    text = "The session of the ULS was held in Bishkek on 1 April 2031 beside the session of the CIS Economic Council."
    assert {m.organization for m in extract(Extractor(patterns=tmp_path), text).meetings} == told


def test_without_the_folder_nothing_of_it_is_known() -> None:
    extraction = extract(Extractor(), TEXTS[0])
    assert "ULS" not in {m.organization for m in extraction.meetings}
    assert "cue.lit_candles" not in {e.rule for a in extraction.attendances for e in a.evidence}


def test_the_folder_passes_its_own_check(folder: Path, cisner: Cisner) -> None:
    done = cisner("patterns", "check", "--patterns", folder, "--format", "json")
    report = json.loads(done.stdout)
    own = [
        f for f in report["findings"] if f["rule"].endswith(("grand_vizier", "lit_candles")) or f["where"] == "own.toml"
    ]
    assert own == []
    assert report["rules"]["en"] > 100


def test_a_rule_that_fails_makes_the_check_fail(tmp_path: Path, cisner: Cisner) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "cues.toml").write_text(
        '[[cue]]\nname = "hummed"\ntype = "speak"\nforms = ["hummed"]\nexamples = ["He sang."]\n', "utf-8"
    )
    done = cisner("patterns", "check", "--patterns", tmp_path)
    assert done.returncode == 1
    assert "cue.hummed" in done.stdout.decode()


@pytest.mark.parametrize(
    ("words", "key", "fault"),
    [
        ('oftn = ["daily"]', "oftn", "there is no such key"),
        ('often = "daily"', "often", "Input should be a valid tuple"),
        ("as = [7]", "as", "Input should be a valid string"),
        ('often = ["Daily"]', "often", "'Daily' can never match: write 'daily'"),
        ('crowd = [""]', "crowd", "an empty word"),
    ],
)
def test_a_wrong_list_of_words_is_named(tmp_path: Path, cisner: Cisner, words: str, key: str, fault: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "lexicon.toml").write_text(f"[words]\n{words}\n", "utf-8")
    report = tmp_path / "report.txt"
    report.write_text("They met in Minsk.", "utf-8")
    done = cisner("extract", report, "--patterns", tmp_path)
    told = done.stderr.decode()
    assert done.returncode == 1
    assert f"en/lexicon.toml: words.{key}" in told
    assert fault in told


def test_the_command_takes_the_folder(folder: Path, tmp_path: Path, cisner: Cisner) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXTS[0], "utf-8")
    done = cisner("extract", report, "--patterns", folder)
    assert json.loads(done.stdout)["meetings"][0]["organization"] == "ULS"
