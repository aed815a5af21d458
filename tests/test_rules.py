"""Every rule fires on its examples and not on its counter-examples; both languages have the same rules."""

from functools import cache
from pathlib import Path

import pytest

from cisner.patterns import LANGUAGES, read_toml
from cisner.resources import patterns_folder
from cisner.rules import Severity, check_patterns
from cisner.rules.checking import CheckReport
from cisner.rules.firing import Firing
from cisner.rules.inventory import RuleEntry, rules_of

FOLDERS = [patterns_folder()]
RULES = [(language, rule) for language in LANGUAGES for rule in rules_of(FOLDERS, language).values()]
NAMES = [f"{language}-{rule.key}" for language, rule in RULES]
# What a language says in a way of its own: rules about one country's institutions, and the forms of dates.
OWN_WAY = ("institution.", "date.", "role.us_", "role.deputy_minister", "cue.open")


@cache
def firing(language: str) -> Firing:
    return Firing(language)


@cache
def report() -> CheckReport:
    return check_patterns()


@pytest.mark.parametrize(("language", "rule"), RULES, ids=NAMES)
def test_rule_on_its_examples(language: str, rule: RuleEntry) -> None:
    assert rule.examples, "a rule has at least one example"
    assert rule.counter_examples, "a rule has at least one counter-example"
    for text in rule.examples:
        assert rule.key in firing(language).fired(text), text
    for text in rule.counter_examples:
        assert rule.key not in firing(language).fired(text), text


def test_the_check_finds_no_error() -> None:
    assert [f for f in report().findings if f.severity is Severity.ERROR] == []


def test_every_rule_fires_somewhere_and_no_example_is_missing() -> None:
    unwanted = {"never_fires", "no_examples", "no_counter_examples", "repeated"}
    assert [f for f in report().findings if f.code in unwanted] == []


def test_the_check_tells_how_much_it_did() -> None:
    assert set(report().rules) == set(LANGUAGES)
    assert all(count >= 100 for count in report().rules.values())
    assert all(report().examples[language] >= 2 * report().rules[language] for language in LANGUAGES)


@pytest.mark.parametrize("name", ["lexicon.toml", "cues.toml", "dates.toml", "names.toml", "examples.toml"])
def test_both_languages_have_the_same_sections(name: str) -> None:
    english, russian = (read_toml(FOLDERS, language, name) for language in ("en", "ru"))
    assert set(english) == set(russian)
    for key in ("words", "formats", "modifiers", "meeting_names", "deputy_of", "former_of"):
        assert set(english.get(key, {})) == set(russian.get(key, {})), key


def test_both_languages_have_the_same_rules() -> None:
    english, russian = (set(rules_of(FOLDERS, language)) for language in ("en", "ru"))
    assert {key for key in english ^ russian if not key.startswith(OWN_WAY)} == set()


def test_both_languages_have_the_same_types_of_cues() -> None:
    types = [{cue["type"] for cue in read_toml(FOLDERS, language, "cues.toml")["cue"]} for language in LANGUAGES]
    assert types[0] == types[1]


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("en/cues.toml", '[[cue]]\nname = "attend"\ntype = "attend"\nforms = ["sang"]'),  # there is one of that name
        ("en/cues.toml", '[[cue]]\nname = "x"\ntype = "speak"\nwords = ["sang"]'),
        ("en/cues.toml", "[[cue]\n"),
        ("en/lexicon.toml", '[[role]]\nname = "x"\noffice = "other"\nforms = ["warden/q"]'),
        ("en/lexicon.toml", '[documents]\nfinite_endings = ["(ed"]'),
    ],
)
def test_files_that_cannot_be_used_are_errors(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path, name, text)
    assert "file" in {f.code for f in check_patterns(tmp_path, ["en"]).findings if f.severity is Severity.ERROR}


def test_rules_that_fail_are_errors(tmp_path: Path) -> None:
    write(
        tmp_path,
        "en/cues.toml",
        '[[cue]]\nname = "silent"\ntype = "speak"\nforms = ["sang"]\nexamples = ["He slept."]\n'
        '[[cue]]\nname = "loud"\ntype = "speak"\nforms = ["shouted"]\ncounter_examples = ["Sergey Lavrov shouted."]\n'
        '[[cue]]\nname = "unread"\ntype = "whistle"\nforms = ["whistled"]\n',
    )
    write(tmp_path, "en/lexicon.toml", '[[role]]\nname = "x"\noffice = "king"\nforms = ["warden"]')
    write(tmp_path, "knowledge/organizations.toml", '[[organization]]\nid = "acronym"')
    write(tmp_path, "knowledge/cities.toml", '[[city]]\nname = "Atlantis"\ncountry = "AT1"\nen = ["Atlantis"]')
    write(
        tmp_path,
        "knowledge/people/x.toml",
        '[[person]]\nid = "older"\nen = ["X Y"]\nage = 7\n[[person]]\nid = "twin"\nwikidata = "Q9"\nen = ["X Z"]\n'
        '[[person]]\nid = "double"\nwikidata = "Q9"\nen = ["X W"]\n',
    )
    errors = {(f.code, f.rule) for f in check_patterns(tmp_path, ["en"]).findings if f.severity is Severity.ERROR}
    assert {
        ("example", "cue.silent"),
        ("counter_example", "cue.loud"),
        ("value", "cue.unread"),
        ("value", "role.x"),
        ("knowledge", "acronym"),
        ("knowledge", "Atlantis"),
        ("knowledge", "older"),
        ("knowledge", "double"),
    } <= errors


@pytest.mark.parametrize(
    "terms",
    [
        '{office = "minister", country = "KZ", start = 2020-01-01, end = 2019-01-01}',
        '{office = "minister", country = "ZZ"}',
        '{office = "king", country = "KZ"}',
        '{office = "head_of_state", country = "KZ", start = 2020-01-01}',  # somebody else was
    ],
)
def test_terms_of_office_that_cannot_be_true_are_errors(tmp_path: Path, terms: str) -> None:
    write(tmp_path, "knowledge/people/x.toml", f'[[person]]\nid = "x"\nen = ["X Y"]\nterms = [{terms}]\n')
    assert "knowledge" in {f.code for f in check_patterns(tmp_path, []).findings if f.severity is Severity.ERROR}


def test_doubtful_patterns_are_told(tmp_path: Path) -> None:
    write(tmp_path, "en/cue.toml", "")
    write(
        tmp_path,
        "en/cues.toml",
        '[[cue]]\nname = "x"\ntype = "speak"\nforms = ["said", "sang", "sang", "can\'t sing"]\n',
    )
    write(
        tmp_path,
        "en/lexicon.toml",
        '[[role]]\nname = "x"\noffice = "minister"\nforms = ["Foreign Minister/n", "Aga Khan/n"]\n',
    )
    findings = check_patterns(tmp_path, ["en"]).findings
    assert {
        ("file", ""),
        ("repeated", "cue.x"),
        ("dead", "cue.x"),
        ("shadowed", "cue.x"),
        ("no_examples", "cue.x"),
        ("never_fires", "role.x"),
        ("tie", "role.x"),
    } <= {(f.code, f.rule) for f in findings}
    assert not any(f.severity is Severity.ERROR for f in findings if f.rule.endswith(".x"))
