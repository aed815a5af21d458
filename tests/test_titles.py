"""Titles and the names after them: ranks, institutions with long names, states with adjectives, strangers."""

import pytest

import cisner
from rows import extract

# language, text, name, office, represents
HELD = [
    ("en", "China – State Council Member Colonel General Zhao Kezhi", "Zhao Kezhi", "minister", "CN"),
    ("en", "The SCO session was attended by State Council Member Zhao Kezhi of China.", "Zhao Kezhi", "minister", "CN"),
    ("ru", "Член Госсовета КНР Чжао Кэчжи принял участие в заседании ШОС.", "Чжао Кэчжи", "minister", "CN"),
    ("ru", "Член Госсовета России Радий Хабиров принял участие в форуме.", "Радий Хабиров", "other", "RU"),
    (
        "en",
        "Kyrgyzstan – Chief of the General Staff of the Armed Forces Major General Taalaibek Omuraliev",
        "Taalaibek Omuraliev",
        "other",
        "KG",
    ),
    ("en", "Russia – Defence Minister Army General Sergei Shoigu", "Sergei Shoigu", "defence_minister", "RU"),
    ("en", "SCO Deputy Secretary-General Terhi Hakala took part in the meeting.", "Terhi Hakala", "other", "SCO"),
    (
        "en",
        "OSCE Conflict Prevention Centre Director Tuula Yrjola spoke at the session.",
        "Tuula Yrjola",
        "other",
        "OSCE",
    ),
    (
        "en",
        "UN Counter-Terrorism Office head Vladimir Voronkov spoke at the session.",
        "Vladimir Voronkov",
        "other",
        "UN",
    ),
    (
        "en",
        "Serbian Foreign Minister Ivica Dacic met EU Special Representative Miroslav Lajcak.",
        "Miroslav Lajcak",
        "other",
        "EU",
    ),
    ("en", "The guests were NATO Liaison Office head Rosaria Puglisi and others.", "Rosaria Puglisi", "other", "NATO"),
]
HELD += [
    (
        "en",
        "The SCO session took place in Minsk. Deputy Secretary-General Terhi Hakala spoke there.",
        "Terhi Hakala",
        "other",
        "SCO",
    ),
    (
        "ru",
        "На заседании Совета ШОС выступил заместитель генерального секретаря Владимир Норов.",
        "Владимир Норов",
        "other",
        "SCO",
    ),
]
NO_NAMES = [
    "The Prime Minister Cup was handed over in Minsk.",
    "The Secretary General Annual Report was read in New York.",
    "Director Human Resources left the building.",
]
LEVELS = [
    ("en", "A Summit of Heads of Caspian-littoral States was held in Baku.", "heads_of_state"),
    ("en", "A summit of the heads of the Caspian littoral states was held in Baku.", "heads_of_state"),
    ("en", "A summit of the heads of the five neighbouring states was held in Ashgabat.", "heads_of_state"),
    ("en", "A meeting of the heads of the Turkic-speaking states took place in Nakhchivan.", "heads_of_state"),
    ("en", "A meeting of the heads of Caspian ports took place in Baku.", "officials"),
    ("en", "A meeting of the heads of government of the Baltic states took place in Riga.", "heads_of_government"),
    ("ru", "Саммит глав прикаспийских государств состоялся в Баку.", "heads_of_state"),
    ("ru", "Встреча глав прикаспийских портов прошла в Баку.", "officials"),
]


# members of houses, whose title the house alone makes one
HELD += [
    (
        "en",
        "State Duma deputy Leonid Slutsky took part in the talks in Minsk.",
        "Leonid Slutsky",
        "parliamentarian",
        "RU",
    ),
    (
        "en",
        "State Duma deputies Leonid Slutsky and Konstantin Zatulin took part in the talks.",
        "Konstantin Zatulin",
        "parliamentarian",
        "RU",
    ),
    (
        "en",
        "Leonid Slutsky, a State Duma deputy, took part in the talks in Minsk.",
        "Leonid Slutsky",
        "parliamentarian",
        "RU",
    ),
    (
        "en",
        "Mazhilis member Aidos Sarym took part in the session of the IPA CIS.",
        "Aidos Sarym",
        "parliamentarian",
        "KZ",
    ),
    (
        "en",
        "Member of the Milli Majlis Samad Seyidov took part in the session of the PACE.",
        "Samad Seyidov",
        "parliamentarian",
        "AZ",
    ),
    (
        "en",
        "The leader of a faction in the Verkhovna Rada, Davyd Arakhamia, took part in the talks.",
        "Davyd Arakhamia",
        "parliamentarian",
        "UA",
    ),
    (
        "en",
        "Chairman of the State Duma Committee on International Affairs Leonid Slutsky took part in the talks.",
        "Leonid Slutsky",
        "parliamentarian",
        "RU",
    ),
    (
        "ru",
        "Член Совета Федерации Григорий Карасин принял участие в сессии.",
        "Григорий Карасин",
        "parliamentarian",
        "RU",
    ),
    (
        "ru",
        "Лидер фракции в Верховной раде Давид Арахамия принял участие в переговорах.",
        "Давид Арахамия",
        "parliamentarian",
        "UA",
    ),
]
# firms and agencies of states, and another spelling of a name in brackets
HELD += [
    (
        "en",
        "Kyrgyzstan was represented at the SCO meeting by Prime Minister Akylbek Japarov (Zhaparov).",
        "Akylbek Japarov",
        "head_of_government",
        "KG",
    ),
    (
        "en",
        "The heads of Gazprom and Naftogaz, Alexei Miller and Oleh Dubyna, met in Moscow.",
        "Oleh Dubyna",
        "agency_head",
        "UA",
    ),
    (
        "en",
        "The heads of Gazprom and Naftogaz, Alexei Miller and Oleh Dubyna, met in Moscow.",
        "Alexei Miller",
        "agency_head",
        "RU",
    ),
    (
        "en",
        "Chairman of the Gazprom Management Committee Alexey Miller took part in the talks.",
        "Alexey Miller",
        "agency_head",
        "RU",
    ),
    (
        "en",
        "The director of the Uzatom agency, Azim Akhmedkhadjaev, took part in the talks.",
        "Azim Akhmedkhadjaev",
        "agency_head",
        "UZ",
    ),
    (
        "ru",
        "Главы Газпрома и Нафтогаза, Алексей Миллер и Олег Дубина, встретились в Москве.",
        "Олег Дубина",
        "agency_head",
        "UA",
    ),
    (
        "en",
        "Assistant to the Foreign Minister of Iran Ali Asghar Khaji took part in the talks.",
        "Ali Asghar Khaji",
        "other",
        "IR",
    ),
]


@pytest.mark.parametrize(("language", "text", "name", "office", "state"), HELD)
def test_offices_of_long_titles(language: str, text: str, name: str, office: str, state: str) -> None:
    roles = [r for p in extract(language, text).people if p.name == name for r in p.roles]
    assert [(str(r.office), r.represents) for r in roles] == [(office, state)]
    assert not any("General " in r.title.replace("General Staff", "") for r in roles)


@pytest.mark.parametrize("text", NO_NAMES)
def test_capitals_after_a_title_are_no_name(text: str) -> None:
    assert not extract("en", text).people


@pytest.mark.parametrize(("language", "text", "level"), LEVELS)
def test_heads_of_states_with_adjectives(language: str, text: str, level: str) -> None:
    assert [str(m.level) for m in extract(language, text).meetings] == [level]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "The SCO summit was held in Bishkek on 16 August 2007. Much was done since last year.", "2006"),
        ("ru", "16 августа 2007 года в Бишкеке прошел саммит ШОС. В прошлом году он проходил в Шанхае.", "2006"),
        ("ru", "Саммит прошел 14 октября 2022 года в Астане. В мае прошлого года министры были в Минске.", "2021-05"),
    ],
)  # fmt: skip
def test_last_year_of_a_report_that_only_its_text_dates(language: str, text: str, date: str) -> None:
    assert date in {e.norm for e in extract(language, text).entities}


@pytest.mark.parametrize(
    ("language", "text", "office", "state"),
    [
        ("en", "Former Kazakh President Nursultan Nazarbayev spoke in Astana.", "former_head_of_state", "KZ"),
        ("en", "The former Russian President Boris Yeltsin came to Minsk.", "former_head_of_state", "RU"),
        ("en", "Acting Kyrgyz Prime Minister Artem Novikov came to Minsk.", "head_of_government", "KG"),
        ("en", "Outgoing Ukrainian President Leonid Kuchma came to Astana.", "head_of_state", "UA"),
        ("ru", "Бывший казахстанский президент Нурсултан Назарбаев выступил в Астане.", "former_head_of_state", "KZ"),
        ("ru", "Бывший российский президент Борис Ельцин прибыл в Минск.", "former_head_of_state", "RU"),
        ("ru", "Тогдашний президент Украины Леонид Кучма прибыл в Минск.", "head_of_state", "UA"),
    ],
)
def test_former_and_acting_stand_before_the_state_too(language: str, text: str, office: str, state: str) -> None:
    (person,) = cisner.extract(text, language=language).people  # type: ignore[arg-type]
    assert [(role.office, role.represents) for role in person.roles] == [(office, state)]


def test_former_officials_may_attend() -> None:
    text = "Former Finnish Prime Minister Esko Aho took part in the CIS summit in Minsk on May 12, 2012."
    assert [(a.person, a.status) for a in cisner.extract(text).attendances] == [("Esko Aho", "attended")]


def test_a_governor_of_an_unknown_region_is_of_no_state_told_before() -> None:
    text = "Форум прошел в Казахстане. На него прибыл губернатор Энской области Иван Петров."
    (person,) = cisner.extract(text, language="ru").people
    assert [(role.office, role.represents) for role in person.roles] == [("regional_head", None)]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("выступил представитель вооруженных сил Белоруссии полковник Иван Петренко.", "представитель вооруженных сил"),
        ("выступил представитель вооруженных сил полковник Иван Петренко.", "представитель вооруженных сил"),
        ("выступил представитель МИД Белоруссии господин Иван Петренко.", "представитель МИД"),
    ],
)
def test_a_rank_may_stand_between_a_representative_and_the_name(sentence: str, title: str) -> None:
    found = cisner.extract(f"На заседании в Минске {sentence}", language="ru", published="2014-05-22")
    assert [[r.title for r in p.roles] for p in found.people] == [[title]]
