"""Who is meant: by name, office, country and date together; namesakes and strangers stay apart."""

from functools import cache

import pytest

from cisner.knowledge import Knowledge, Period
from cisner.linking import Capacity, NameMatch, TextName, link, match_name
from cisner.resources import patterns_folder
from cisner.transliteration import is_cyrillic, key, to_latin


@cache
def built_in() -> Knowledge:
    return Knowledge([patterns_folder()])


def linked(name: str, office: str = "", party: str | None = None, *days: str) -> str | None:
    capacities = [Capacity(office, party)] if office else []
    found = link(name, capacities, [Period.of(day) for day in days], built_in())
    return found.id if found else None


@pytest.mark.parametrize(
    ("name", "office", "party", "day", "person"),
    [
        ("Syarhey Rumas", "head_of_government", "BY", "2018-11-02", "rumas-sergei"),
        ("Kokhir Rasulzoda", "head_of_government", "TJ", "2018-11-02", "rasulzoda-qohir"),
        ("Mukhammedkaliy Abylgaziyev", "head_of_government", "KG", "2018-11-02", "abylgaziev-mukhammedkalyi"),
        ("Gurbangulu Berdymukhamedov", "head_of_state", "TM", "2019-10-11", "berdimuhamedov-gurbanguly"),
        ("Qasym-Zhomart Toqaev", "head_of_state", "KZ", "2022-10-14", "tokayev-kassym-jomart"),
        ("Alyaksandr Lukashenka", "head_of_state", "BY", "2022-10-14", "lukashenko-alexander"),
        ("А.Г. Лукашенко", "head_of_state", "BY", "2022-10-14", "lukashenko-alexander"),
        ("А.Г.Лукашенко", "head_of_state", "BY", "2022-10-14", "lukashenko-alexander"),
        ("Лукашенко Александр Григорьевич", "head_of_state", "BY", "2022-10-14", "lukashenko-alexander"),
        ("Sadyr Nurgozhoevich Japarov", "head_of_government", "KG", "2020-11-06", "japarov-sadyr"),
        ("Ali Hidayat oglu Asadov", "head_of_government", "AZ", "2020-11-06", "asadov-ali"),
        ("Yoon Suk-yeol", "head_of_state", "KR", "2024-06-11", "yoon-suk-yeol"),
        ("Xi", "head_of_state", "CN", "2022-09-15", "xi-jinping"),
        ("Zheenbekov", "head_of_state", "KG", "2019-09-27", "jeenbekov-sooronbay"),
        ("Bektenov", "head_of_government", "KZ", "2024-09-30", "bektenov-olzhas"),
        ("Nursultan Nazarbayev", "former_head_of_state", "KZ", "2020-12-18", "nazarbayev-nursultan"),
        ("S. Lebedev", "head_of_organization", "CIS", "2018-11-02", "lebedev-sergei"),
    ],
)
def test_usual_and_unusual_spellings(name: str, office: str, party: str, day: str, person: str) -> None:
    assert linked(name, office, party, day) == person


@pytest.mark.parametrize(
    ("office", "party", "day", "name", "person"),
    [
        ("head_of_state", "AZ", "2002-06-07", "Aliyev", "aliyev-heydar"),
        ("head_of_state", "AZ", "2008-06-06", "Алиев", "aliyev-ilham"),
        ("head_of_state", "TM", "2021-11-28", "Berdimuhamedov", "berdimuhamedov-gurbanguly"),
        ("head_of_state", "TM", "2023-10-13", "Бердымухамедов", "berdimuhamedov-serdar"),
        ("head_of_state", "KG", "2022-10-14", "Japarov", "japarov-sadyr"),
        ("head_of_government", "KG", "2022-10-28", "Japarov", "japarov-akylbek"),
        ("head_of_government", "KG", "2022-10-28", "Sadyr Japarov", "japarov-sadyr"),
        ("head_of_government", "KG", "2022-10-28", "A. Japarov", "japarov-akylbek"),
        ("minister", "UA", "2021-01-05", "Oleksandr Tkachenko", "tkachenko-oleksandr-vladyslavovych"),
    ],
)
def test_namesakes_are_told_apart(office: str, party: str, day: str, name: str, person: str) -> None:
    assert linked(name, office, party, day) == person


@pytest.mark.parametrize(
    ("name", "office", "party", "day"),
    [
        ("Berdimuhamedov", "head_of_state", "TM", "2022-03-19"),  # the day of the handover: either
        ("Sergei Petrovich Lebedev", "head_of_organization", "CIS", "2018-11-02"),  # another patronymic
        ("Sergei Ivanov", "deputy_minister", "RU", "2005-05-05"),  # the one known was minister of defence
        ("Sergey Lavrov", "ambassador", "RU", "2010-05-05"),
        ("Ivan Ivanov", "head_of_government", "BY", "2018-11-02"),
        ("Aliyev", "", None, "2018-11-02"),
        ("Rashid Alimov", "ambassador", "DE", "2018-11-02"),
        ("", "", None, "2018-11-02"),
        ("А.", "", None, "2018-11-02"),
    ],
)
def test_in_doubt_nobody_is_linked(name: str, office: str, party: str | None, day: str) -> None:
    assert linked(name, office, party, day) is None


def test_a_wrong_office_does_not_hide_a_well_known_name() -> None:
    assert linked("Karim Massimov", "head_of_government", "KZ", "2021-11-12") == "massimov-karim"
    assert linked("Sergei Shoigu", "foreign_minister", "RU", "2022-10-14") == "shoigu-sergei"
    assert linked("Nikolai Bordyuzha", "head_of_organization", "CSTO", "2022-05-16") == "bordyuzha-nikolai"


def test_names_without_an_office_or_a_date() -> None:
    assert linked("Vladimir Putin") == "putin-vladimir"
    assert linked("Владимир Путин", "", None, "2006-11-28") == "putin-vladimir"
    assert linked("В.В. Путин", "", None, "2006-11-28") == "putin-vladimir"
    assert linked("V. Putin", "", None, "2006-11-28") is None
    assert linked("Vladimir Putin", "", None, "1850-01-01") is None


def test_every_known_name_leads_back_to_its_bearer() -> None:
    knowledge = built_in()
    for person in knowledge.people.values():
        for term in person.terms:
            begins, ends = term.begins[1], term.ends[0]
            if term.office not in ("head_of_state", "head_of_government") or term.acting or begins >= ends:
                continue
            for name in person.names:
                found = link(name, [Capacity(term.office, term.represents)], [Period.of(begins)], knowledge)
                assert found is person, (name, begins)


@pytest.mark.parametrize("name", ["Askar Mamin", "Mamin Askar", "Аскар Мамин", "Asqar Mamin", "Аскар Узакпаевич Мамин"])
def test_the_same_name(name: str) -> None:
    assert match_name(TextName.of(name), built_in().people["mamin-askar"]) >= NameMatch.SAME


# --- spellings -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Касым-Жомарт Токаев", "Kasym-Zhomart Tokayev"),
        ("Юрий Белый", "Yury Bely"),
        ("Еркин Щербаков", "Yerkin Shcherbakov"),
        ("ЩЕРБА", "SHCHERBA"),
        ("Шавкат Мирзиёев", "Shavkat Mirziyoyev"),
    ],
)
def test_transliteration(cyrillic: str, latin: str) -> None:
    assert to_latin(cyrillic) == latin
    assert is_cyrillic(cyrillic)
    assert not is_cyrillic(latin)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Жээнбеков", "Jeenbekov", "Zheenbekov"),
        ("Токаев", "Tokayev", "Toqaev", "Tokaev"),
        ("Алиев", "Aliyev", "Aliev", "Əliyev"),
        ("Пашинян", "Pashinyan", "Pashinian"),
        ("Рахмон", "Rahmon", "Rakhmon"),
        ("Бердымухамедов", "Berdymukhamedov", "Berdimuhamedow", "Berdimuhamedov"),
    ],
)
def test_spellings_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({key(spelling) for spelling in spellings}) == 1
