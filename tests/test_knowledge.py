"""People with dated terms, offices and bodies: what is read, what is refused, and what holds on a day."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

import cisner
from cisner.errors import ResourceError
from cisner.knowledge import Holds, Knowledge, Period, Term, checks
from cisner.knowledge.terms import first_day, last_day
from cisner.resources import patterns_folder


@cache
def built_in() -> Knowledge:
    return Knowledge([patterns_folder()])


def layer(folder: Path, people: str = "", **files: str) -> Path:
    """A folder of knowledge with one people file and others by name."""
    target = folder / "knowledge" / "people"
    target.mkdir(parents=True)
    if people:
        (target / "own.toml").write_text(people, "utf-8")
    for name, text in files.items():
        (folder / "knowledge" / f"{name}.toml").write_text(text, "utf-8")
    return folder


def person(key: str, *terms: str, name: str = "Test Person") -> str:
    return f'[[person]]\nid = "{key}"\nen = ["{name}"]\nterms = [\n{"".join(f"  {{{t}}},{chr(10)}" for t in terms)}]\n'


PM = 'office = "head_of_government", country = "KZ", title = "Prime Minister"'


# --- days ----------------------------------------------------------------------------------------------------------


def test_days_of_months_and_years() -> None:
    assert (first_day("2020"), last_day("2020")) == ("2020-01-01", "2020-12-31")
    assert (first_day("2020-02"), last_day("2020-02")) == ("2020-02-01", "2020-02-29")
    assert Period.of("2021-11-12", "2021-11") == Period("2021-11-12", "2021-11-30")
    assert str(Period.parse("2021-11-12")) == "2021-11-12"
    for wrong in ("2021-13", "yesterday", "2021-1-1", "2021-02-29"):
        with pytest.raises(ValueError, match=r"2021|yesterday"):
            Period.parse(wrong)


@pytest.mark.parametrize(
    ("start", "end", "day", "answer"),
    [
        ("2019-02-21", "2022-01-05", "2021-11-12", Holds.YES),
        ("2019-02-21", "2022-01-05", "2022-01-05", Holds.YES),
        ("2019-02-21", "2022-01-05", "2022-01-06", Holds.NO),
        ("2019-02-21", "2022-01-05", "2022", Holds.MAYBE),
        ("2019-02-21", "2022-01-05", "2020", Holds.YES),
        ("2019-02", "2022-01", "2019-02-10", Holds.MAYBE),
        ("2019", None, "2025-12-01", Holds.YES),
        ("2019", None, "2026-12-01", Holds.MAYBE),
    ],
)
def test_whether_a_term_covers_a_day(start: str, end: str | None, day: str, answer: Holds) -> None:
    term = Term("head_of_government", "KZ", start, end, as_of="2026-02")
    assert term.holds(Period.of(day)) is answer


def test_an_approximate_end_leaves_the_time_after_it_open() -> None:
    term = Term("minister", "KZ", "2021", "2022-08", end_approximate=True, as_of="2026-02")
    assert term.holds(Period.of("2022-05-01")) is Holds.YES
    assert term.holds(Period.of("2024-05-01")) is Holds.MAYBE


def test_distance_to_a_term() -> None:
    term = Term("minister", "KZ", "2021-03-01", "2021-03-31")
    assert term.days_away(Period.of("2021-02-27")) == -2
    assert term.days_away(Period.of("2021-03")) == 0
    assert term.days_away(Period.of("2021-04-10")) == 10


# --- what is known -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("office", "party", "day", "name"),
    [
        ("head_of_government", "KZ", "2021-11-12", "Askar Mamin"),
        ("head_of_state", "KG", "2022-05-01", "Sadyr Japarov"),
        ("head_of_government", "KG", "2022-05-01", "Akylbek Japarov"),
        ("head_of_state", "TM", "2019-10-11", "Gurbanguly Berdimuhamedov"),
        ("head_of_state", "TM", "2023-10-13", "Serdar Berdimuhamedov"),
        ("foreign_minister", "RU", "1997-06-01", "Yevgeny Primakov"),
        ("head_of_organization", "CSTO", "2021-06-01", "Stanislav Zas"),
        ("head_of_organization", "CIS", "2005-08-26", "Vladimir Rushailo"),
        ("head_of_organization", "EAEU", "2013-05-01", "Viktor Khristenko"),
        ("head_of_state", "CN", "2020", "Xi Jinping"),
    ],
)
def test_holders_on_a_day(office: str, party: str, day: str, name: str) -> None:
    found = built_in().holder(office, party, Period.of(day))
    assert found is not None
    assert found[0].name == name


def test_what_is_not_certain_has_no_holder() -> None:
    knowledge = built_in()
    assert knowledge.holder("head_of_state", "KZ", Period.of("2019")) is None  # two presidents in that year
    assert knowledge.holder("head_of_state", "XX", Period.of("2019-01-01")) is None
    assert knowledge.holder("head_of_state", "KZ", Period.of("2040-01-01")) is None


def test_a_person_is_written_down_once() -> None:
    knowledge = built_in()
    ids = [p.wikidata for p in knowledge.people.values() if p.wikidata]
    assert len(ids) == len(set(ids))
    for name in ("tigran sargsyan", "polad bulbuloglu", "mikhail myasnikovich", "stanislav zas", "sergei lebedev"):
        assert len(knowledge.by_name(name)) == 1
    (zas,) = knowledge.by_name("stanislav zas")
    assert {t.represents for t in zas.terms} == {"BY", "CSTO"}


def test_every_people_file_says_how_fresh_it_is() -> None:
    files = {path.name for path in (patterns_folder() / "knowledge" / "people").glob("*.toml")}
    assert set(built_in().as_of) == files


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("kz", "KZ"),
        ("Казахстан", "KZ"),
        ("Kazakhstan", "KZ"),
        ("CIS", "CIS"),
        ("снг", "CIS"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_states_and_bodies_by_name(words: str, code: str | None) -> None:
    assert built_in().party(words) == code


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("President", "head_of_state"),
        ("Prime Minister", "head_of_government"),
        ("премьер-министр", "head_of_government"),
        ("Minister of Foreign Affairs", "foreign_minister"),
        ("Minister of Finance", "minister"),
        ("First Deputy Prime Minister", "deputy_head_of_government"),
        ("Vice President", "other"),
        ("Ambassador to Kazakhstan", "ambassador"),
        ("head_of_state", "head_of_state"),
        ("President of the Senate", "head_of_parliament"),
        ("Head of Bureau for Presidential Affairs", None),
    ],
)
def test_classes_of_titles(title: str, office: str | None) -> None:
    assert built_in().offices.class_of(title) == office


# --- bodies --------------------------------------------------------------------------------------------------------


def members(body: str, day: str, *statuses: str) -> set[str]:
    return {m.country for m in built_in().bodies[body].on(Period.of(day), statuses or ("member",))}


def test_members_by_date() -> None:
    assert "GE" in members("CIS", "2009-01-01")
    assert "GE" not in members("CIS", "2009-09-01")
    assert members("CIS", "2020-01-01", "associate") == {"TM"}
    assert "TM" in members("CIS", "2000-01-01")
    assert "UA" not in members("CIS", "2021-01-01", "member", "associate")
    assert members("EAEU", "2020-01-01") == {"AM", "BY", "KG", "KZ", "RU"}
    assert "MD" in members("EAEU", "2020-01-01", "observer")


def test_the_chair_of_a_year() -> None:
    cis = built_in().bodies["CIS"]
    assert cis.chair(Period.of("2010-05-09")) == "RU"
    assert cis.chair(Period.of("2010-05", "2011-05")) is None
    assert cis.names["ru"][0] == "Содружество Независимых Государств"


# --- what is refused, and layers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (person("a", f"{PM}, start = 2001-01-01") + person("a"), "two people with the id 'a'"),
        (person("a", 'office = "chief", country = "KZ", start = 2001-01-01'), "no office 'chief'"),
        (person("a", 'office = "minister", country = "QQ", start = 2001-01-01'), "no country or organization 'QQ'"),
        (person("a", f"{PM}, start = 2003-07-01, end = 2004-01-01"), "overlaps"),
        (person("a", 'office = "minister", country = "KZ", start = 2005-01-01, end = 2004-01-01'), "before it starts"),
        (person("a", 'country = "KZ", start = 2001-01-01'), "no 'office'"),
        ('[[person]]\nid = "a"\n', "no name"),
        ("[[person", "not valid TOML"),
    ],
)
def test_what_cannot_be_true_is_an_error(people: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=words):
        Knowledge([patterns_folder(), layer(tmp_path, people)])


def test_acting_terms_and_days_of_handover_do_not_clash(tmp_path: Path) -> None:
    people = person("a", f"{PM}, start = 2003-07-01, end = 2004-01-01, acting = true")
    people += person("b", 'office = "minister", country = "KZ", title = "Minister of Everything", start = 2003-07-01')
    Knowledge([patterns_folder(), layer(tmp_path, people)])


def test_a_layer_goes_over_the_built_in_knowledge(tmp_path: Path) -> None:
    people = 'as_of = "2027-01"\n' + person(
        "bektenov-olzhas", f"{PM}, start = 2024-02-06, end = 2026-10-01", name="Oljas Bektenov"
    )
    people += person("successor", f"{PM}, start = 2026-10-01", name="A Successor")
    knowledge = Knowledge([patterns_folder(), layer(tmp_path, people)])
    bektenov = knowledge.people["bektenov-olzhas"]
    assert bektenov.names[0] == "Oljas Bektenov"
    assert "Olzhas Bektenov" in bektenov.names
    assert bektenov.wikidata == built_in().people["bektenov-olzhas"].wikidata
    assert [t.end for t in bektenov.terms if t.office == "head_of_government"] == ["2026-10-01"]
    found = knowledge.holder("head_of_government", "KZ", Period.of("2026-12-01"))
    assert found is not None
    assert found[0].id == "successor"


def test_a_successor_ends_a_term_that_was_open(tmp_path: Path) -> None:
    people = 'as_of = "2027-01"\n' + person("successor", f"{PM}, start = 2026-10-01", name="A Successor")
    knowledge = Knowledge([patterns_folder(), layer(tmp_path, people)])
    held = {p.id: h for p, _, h in knowledge.holders("head_of_government", "KZ", Period.of("2026-12-01"))}
    assert held == {"successor": Holds.YES}


# --- checks --------------------------------------------------------------------------------------------------------


def test_the_built_in_files_have_no_overlaps_and_are_fresh() -> None:
    found = checks.check(built_in(), dt.date(2026, 6, 1))
    assert not [f for f in found if f.kind == checks.OVERLAP]
    assert not [f for f in found if f.kind == checks.STALE and "is of" in f.message]
    offices = {(f.represents, f.office) for f in found if f.kind == checks.GAP and f.start > "1999"}
    assert not {o for _, o in offices} & {"head_of_state", "head_of_government"}


def test_gaps_overlaps_and_old_files_are_found(tmp_path: Path) -> None:
    people = 'as_of = "2020-01"\n' + person(
        "a", 'office = "head_of_state", country = "KZ", title = "President", start = 1992-01-01, end = 1995-01-01'
    )
    people += person(
        "b", 'office = "head_of_state", country = "KZ", title = "President", start = 1994-06-01, end = 1996-01-01'
    )
    people += person(
        "c", 'office = "head_of_state", country = "KZ", title = "President", start = 1997-01-01', name="Other One"
    )
    own = patterns_folder() / "knowledge"
    files = {name: (own / f"{name}.toml").read_text("utf-8") for name in ("offices", "countries", "organizations")}
    knowledge = Knowledge([layer(tmp_path, people, **files)], checked=False)
    found = [f for f in checks.check(knowledge, dt.date(2026, 1, 1)) if f.represents in ("KZ", "")]
    kinds = [(f.kind, f.start) for f in found if f.office in ("head_of_state", "")]
    assert (checks.OVERLAP, "1994-06-01") in kinds
    assert (checks.GAP, "1996-01-01") in kinds
    assert (checks.STALE, "2020-01") in kinds


@pytest.mark.parametrize(
    ("day", "city"),
    [
        ("1996-05-17", "Almaty"),
        ("2004-09-16", "Astana"),
        ("2019-05-29", "Nur-Sultan"),
        ("2022-09-16", "Nur-Sultan"),
        ("2024-07-04", "Astana"),
    ],
)
def test_a_capital_has_the_name_of_its_day(day: str, city: str) -> None:
    text = (
        "The presidents of Russia and Kazakhstan, Vladimir Putin and Kassym-Jomart Tokayev, met in the Kazakh capital."
    )
    (meeting,) = cisner.extract(text, published=day, language="en").meetings
    assert meeting.city == city
