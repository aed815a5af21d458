"""A stated capacity against the terms of office: what is confirmed, what cannot be true, and what stays unknown."""

from functools import cache
from typing import Any

import pytest

import cisner
from cisner.enrichment import CONTRADICTED, enrich
from cisner.knowledge import Knowledge, Period
from cisner.linking import Capacity
from cisner.records import Extraction, Verdict
from cisner.resources import patterns_folder
from cisner.verdict import Statement, judge
from conftest import Builder, english_builder, russian_builder


@cache
def built_in() -> Knowledge:
    return Knowledge([patterns_folder()])


def verdict(person: str | None, title: str, office: str, party: str, *days: str, name: str = "Some Body") -> str:
    known = built_in().people[person] if person else None
    statement = Statement(name, known, title, Capacity(office, party), [Period.of(day) for day in days])
    return judge(statement, built_in()).verdict.value


@pytest.mark.parametrize(
    ("person", "title", "office", "party", "day", "expected"),
    [
        ("mamin-askar", "Prime Minister", "head_of_government", "KZ", "2021-11-12", "confirmed"),
        ("smailov-alikhan", "Prime Minister", "head_of_government", "KZ", "2022-01-07", "acting"),
        ("mamin-askar", "acting Prime Minister", "head_of_government", "KZ", "2021-11-12", "acting"),
        ("massimov-karim", "Prime Minister", "head_of_government", "KZ", "2021-11-12", "contradicted"),
        ("mamin-askar", "Prime Minister", "head_of_government", "KZ", "2015-11-12", "contradicted"),
        ("nazarbayev-nursultan", "First President", "former_head_of_state", "KZ", "2021-11-12", "former"),
        ("massimov-karim", "former Prime Minister", "head_of_government", "KZ", "2018-11-12", "former"),
        ("tokayev-kassym-jomart", "ex-President", "former_head_of_state", "KZ", "2021-11-12", "contradicted"),
        ("rahmon-emomali", "leader of the nation", "former_head_of_state", "TJ", "2021-11-12", "unknown"),
        ("mirziyoyev-shavkat", "President-elect", "head_of_state", "UZ", "2016-12-08", "elect"),
        ("jeenbekov-sooronbay", "избранный президент", "head_of_state", "KG", "2017-11-08", "elect"),
        ("jeenbekov-sooronbay", "President", "head_of_state", "KG", "2017-11-01", "elect"),
        ("siluanov-anton", "Minister of Finance", "minister", "RU", "2021-11-12", "confirmed"),
        ("siluanov-anton", "Министр финансов", "minister", "RU", "2021-11-12", "confirmed"),
        ("siluanov-anton", "Minister of Energy", "minister", "RU", "2021-11-12", "contradicted"),
        ("lavrov-sergey", "министр финансов", "minister", "RU", "2021-11-12", "contradicted"),
        (
            "matviyenko-valentina",
            "Chairman of the State Duma",
            "head_of_parliament",
            "RU",
            "2021-11-12",
            "contradicted",
        ),
        (
            "matviyenko-valentina",
            "Speaker of the Federation Council",
            "head_of_parliament",
            "RU",
            "2021-11-12",
            "confirmed",
        ),
        ("putin-vladimir", "Ambassador", "ambassador", "RU", "2021-11-12", "contradicted"),
        ("lebedev-sergei", "CSTO Secretary General", "head_of_organization", "CSTO", "2021-11-12", "contradicted"),
        ("lebedev-sergei", "Chairman of the CSTO Assembly", "head_of_organization", "CSTO", "2021-11-12", "unknown"),
        ("lebedev-sergei", "Executive Secretary", "head_of_organization", "CIS", "2021-11-12", "confirmed"),
        ("mamin-askar", "observer", "other", "KZ", "2021-11-12", "unknown"),
        ("mamin-askar", "Prime Minister", "head_of_government", "", "2021-11-12", "unknown"),
    ],
)
def test_verdicts(person: str, title: str, office: str, party: str, day: str, expected: str) -> None:
    assert verdict(person, title, office, party, day) == expected


def test_days_beside_a_term_and_rough_dates_are_no_contradiction() -> None:
    assert verdict("kobyakov-andrei", "Prime Minister", "head_of_government", "BY", "2018-08-25") == "unknown"
    assert verdict("kobyakov-andrei", "Prime Minister", "head_of_government", "BY", "2018-09-25") == "contradicted"
    assert verdict("kobyakov-andrei", "Prime Minister", "head_of_government", "BY", "2018") == "unknown"
    assert verdict("kobyakov-andrei", "Prime Minister", "head_of_government", "BY", "2019") == "contradicted"
    assert verdict("kobyakov-andrei", "Prime Minister", "head_of_government", "BY") == "unknown"


def test_one_of_meeting_and_report_is_enough() -> None:
    days = ("2018-05-10", "2018-11-03")  # a meeting of spring, told of in autumn
    assert verdict("kobyakov-andrei", "Prime Minister", "head_of_government", "BY", *days) == "confirmed"
    assert verdict("rumas-sergei", "Prime Minister", "head_of_government", "BY", *days) == "confirmed"


def test_after_the_date_of_the_files_nothing_is_certain() -> None:
    day = "2039-01-01"
    assert verdict("bektenov-olzhas", "Prime Minister", "head_of_government", "KZ", day) == "unknown"
    assert verdict("mamin-askar", "Prime Minister", "head_of_government", "KZ", day) == "unknown"
    assert verdict("nazarbayev-nursultan", "First President", "former_head_of_state", "KZ", day) == "former"


def test_strangers_in_an_office_that_somebody_else_held() -> None:
    args = ("President", "head_of_state", "TJ", "2023-10-13")
    assert verdict(None, *args, name="Rustam Saidov") == "contradicted"
    assert verdict(None, *args, name="Imomali Rakhmonov") == "unknown"  # might be a spelling
    assert verdict(None, *args, name="Saidov") == "unknown"
    assert verdict(None, "Minister", "minister", "TJ", "2023-10-13", name="Rustam Saidov") == "unknown"
    assert verdict(None, "acting President", "head_of_state", "TJ", "2023-10-13", name="Rustam Saidov") == "unknown"


# --- records -------------------------------------------------------------------------------------------------------


def enriched(builder: Builder) -> Extraction:
    return Extraction.model_validate_json(enrich(builder.build(), built_in()).to_json())


def test_records_carry_links_verdicts_and_terms() -> None:
    extraction = enriched(english_builder())
    people = {p.name: p for p in extraction.people}
    assert people["Alikhan Smailov"].known_id == "smailov-alikhan"
    assert people["Alikhan Smailov"].name_latin == "Alikhan Smailov"
    assert people["Sergey Lebedev"].wikidata_id == "Q36150"
    by_name = {a.person: a for a in extraction.attendances}
    smailov = by_name["Alikhan Smailov"]
    assert smailov.verdict is Verdict.CONFIRMED
    assert smailov.term is not None
    assert (smailov.term.start, smailov.term.end) == ("2022-01-11", "2024-02-05")
    assert smailov.basis == "stated"
    assert by_name["Nikol Pashinyan"].basis == "inferred"
    assert not [p for p in extraction.problems if p.code == CONTRADICTED]


def test_the_text_stands_and_the_problem_shows_both_sides() -> None:
    text = "Prime Minister of Kazakhstan Karim Massimov attended the session of the Council."
    builder = one_man("Karim Massimov", "Prime Minister", "head_of_government", "KZ", text, "2021-11-12")
    extraction = enriched(builder)
    (item,) = extraction.attendances
    assert (item.person, item.role, item.office, item.represents) == (
        "Karim Massimov",
        "Prime Minister",
        "head_of_government",
        "KZ",
    )
    assert item.verdict is Verdict.CONTRADICTED
    assert item.term is not None
    assert item.term.person == "Askar Mamin"
    (problem,) = extraction.problems
    assert problem.code == CONTRADICTED
    assert problem.message == (
        "text: Prime Minister (KZ) Karim Massimov on 2021-11-12; known: term ended 2016-09-08; "
        "Prime Minister was Askar Mamin from 2019-02-21 to 2022-01-05"
    )
    assert text[problem.start : problem.end] == "Karim Massimov"


def test_a_capacity_that_the_text_does_not_state_is_never_contradicted() -> None:
    text = "Karim Massimov of Kazakhstan attended the session of the Council."
    builder = one_man("Karim Massimov", None, "head_of_government", "KZ", text, "2021-11-12")
    (item,) = enriched(builder).attendances
    assert (item.verdict, item.basis) == ("unknown", "inferred")


def test_a_person_named_by_office_alone_is_inferred_with_its_premises() -> None:
    text = "The President of Belarus attended the session of the Council."
    builder = one_man(
        "Alexander Lukashenko", "President", "head_of_state", "BY", text, "2021-11-12", mention="President"
    )
    (item,) = enriched(builder).attendances
    assert (item.verdict, item.basis) == ("confirmed", "inferred")
    assert item.premises == ("Alexander Lukashenko was President of BY since 1994-07-20",)


def test_latin_names() -> None:
    extraction = enriched(russian_builder())
    (person,) = extraction.people
    assert (person.name, person.name_latin, person.name_latin_from) == ("Садыр Жапаров", "Sadyr Japarov", "knowledge")
    text = "Рустам Саидов принял участие в заседании."
    (person,) = enriched(one_man("Рустам Саидов", None, None, None, text, "2021-11-12", "ru")).people
    assert (person.name_latin, person.name_latin_from) == ("Rustam Saidov", "transliteration")
    assert person.known_id is None


def one_man(
    name: str,
    role: str | None,
    office: str | None,
    party: str | None,
    text: str,
    day: str,
    language: str = "en",
    mention: str | None = None,
) -> Builder:
    builder = Builder(text, language)
    builder.data["report"]["published"] = day
    label, words, norm = ("ROLE", mention, office) if mention else ("PERSON", name, name)
    key = builder.entity(label, words, norm)
    roles = [{"title": role, "office": office, "represents": party}] if role else []
    builder.add("people", id="p1", name=name, wikidata_id=None, roles=roles, mentions=[key])
    body = "session of the Council" if language == "en" else "заседании"
    fields: dict[str, Any] = {"organization": None, "format": [], "end": None, "city": None, "country": None}
    builder.add(
        "meetings",
        id="m1",
        name=body,
        level="heads_of_government",
        start=day,
        status="held",
        evidence=builder.evidence(body),
        **fields,
    )
    builder.add(
        "attendances",
        meeting_id="m1",
        person_id="p1",
        person=name,
        role=role,
        office=office,
        represents=party,
        status="attended",
        mode=None,
        function="participant",
        evidence=builder.evidence(body),
    )
    return builder


# --- whole reports -------------------------------------------------------------------------------------------------

WRONG = [
    (
        "2021-11-13",
        "The session of the CIS Council of Heads of Government was held in Minsk on November 12, 2021. It "
        "was attended by "
        "Prime Minister of Kazakhstan Karim Massimov and Prime Minister of Belarus Roman Golovchenko.",
        "Karim Massimov",
    ),
    (
        "2023-10-14",
        "The CIS summit took place in Bishkek on October 13, 2023. President of Kyrgyzstan Sooronbay "
        "Jeenbekov chaired the "
        "meeting. President of Uzbekistan Shavkat Mirziyoyev took part in the summit.",
        "Sooronbay Jeenbekov",
    ),
    (
        "2023-10-14",
        "Президент Казахстана Нурсултан Назарбаев принял участие в саммите СНГ в Бишкеке 13 октября 2023 года.",
        "Нурсултан Назарбаев",
    ),
    (
        "2018-11-03",
        "Prime Minister of Belarus Andrei Kobyakov took part in the session of the CIS Council of Heads of "
        "Government in "
        "Astana on November 2, 2018.",
        "Andrei Kobyakov",
    ),
    (
        "2022-05-17",
        "CSTO Secretary General Nikolai Bordyuzha took part in the CSTO summit in Moscow on May 16, 2022.",
        "Nikolai Bordyuzha",
    ),
    (
        "2023-04-15",
        "Министр иностранных дел Белоруссии Владимир Макей принял участие в заседании Совета министров иностранных дел "
        "СНГ в Самарканде 14 апреля 2023 года.",
        "Владимир Макей",
    ),
    (
        "2022-10-15",
        "The CIS summit was held in Astana on October 14, 2022. Foreign Minister of Russia Sergei Shoigu took part in "
        "the summit.",
        "Sergei Shoigu",
    ),
    (
        "2023-06-09",
        "Премьер-министр Киргизии Садыр Жапаров принял участие в заседании Совета глав правительств СНГ в Сочи 8 июня "
        "2023 года.",
        "Садыр Жапаров",
    ),
    (
        "2024-05-09",
        "The EAEU summit took place in Moscow on May 8, 2024. President of Armenia Nikol Pashinyan took part in the "
        "session of the Supreme Eurasian Economic Council.",
        "Nikol Pashinyan",
    ),
    (
        "2022-11-12",
        "President of Turkmenistan Gurbanguly Berdimuhamedow took part in the OTS summit in Samarkand on "
        "November 11, 2022.",
        "Gurbanguly Berdimuhamedow",
    ),
    (
        "2019-10-12",
        "Президент Узбекистана Ислам Каримов принял участие в саммите СНГ в Ашхабаде 11 октября 2019 года.",
        "Ислам Каримов",
    ),
]


@pytest.mark.parametrize(("published", "text", "person"), WRONG)
def test_reports_with_a_wrong_office_are_flagged(published: str, text: str, person: str) -> None:
    extraction = cisner.extract(text, published=published)
    flagged = [a for a in extraction.attendances if a.verdict is Verdict.CONTRADICTED]
    assert [a.person for a in flagged] == [person]
    (problem,) = [p for p in extraction.problems if p.code == CONTRADICTED]
    assert text[problem.start : problem.end] == person


@pytest.mark.parametrize(
    ("published", "text"),
    [
        (
            "2021-11-13",
            "Prime Minister of Kazakhstan Askar Mamin took part in the session of the CIS Council of Heads of "
            "Government "
            "in Minsk on November 12, 2021.",
        ),
        (
            "2023-10-14",
            "Президент Туркменистана Сердар Бердымухамедов принял участие в саммите СНГ в Бишкеке 13 октября "
            "2023 года.",
        ),
    ],
)
def test_reports_with_a_right_office_are_confirmed(published: str, text: str) -> None:
    extraction = cisner.extract(text, published=published)
    assert [a.verdict for a in extraction.attendances] == [Verdict.CONFIRMED]
    assert all(p.known_id for p in extraction.people)
