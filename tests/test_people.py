"""Who came in which office, told in ten wordings rather than one."""

import datetime as dt

import pytest

from rows import cases, extract


@pytest.mark.parametrize(("language", "text", "published", "expected"), cases("people", "people"))
def test_people_attend_in_their_office(language: str, text: str, published: dt.date, expected: list[str]) -> None:
    found = extract(language, text, published).attendances
    assert set(expected) <= {f"{a.person}, {a.office}, {a.represents}" for a in found if a.status != "absent"}


@pytest.mark.parametrize(("language", "text", "published", "expected"), cases("people", "stated"))
def test_people_have_the_office_that_is_told(language: str, text: str, published: dt.date, expected: list[str]) -> None:
    found = extract(language, text, published).people
    assert set(expected) <= {f"{p.name}, {role.office}, {role.represents}" for p in found for role in p.roles}


@pytest.mark.parametrize(("language", "text", "published", "nobody"), cases("people", "nobody"))
def test_who_is_only_spoken_of_does_not_attend(language: str, text: str, published: dt.date, nobody: list[str]) -> None:
    assert set(nobody).isdisjoint(a.person for a in extract(language, text, published).attendances)


@pytest.mark.parametrize(("language", "text", "published", "absent"), cases("people", "absent"))
def test_who_stays_in_another_city_is_absent(language: str, text: str, published: dt.date, absent: list[str]) -> None:
    found = extract(language, text, published).attendances
    assert set(absent) <= {a.person for a in found if a.status == "absent"}


@pytest.mark.parametrize(("language", "text", "published", "there"), cases("people", "not_absent"))
def test_who_stays_there_is_not_absent(language: str, text: str, published: dt.date, there: list[str]) -> None:
    found = extract(language, text, published).attendances
    assert set(there).isdisjoint(a.person for a in found if a.status == "absent")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "President Dmitry Medvedev received the ambassadors of Ethiopia – Kasahun Dender Melese, Zimbabwe – "
         "Boniface Guwa Chidyausiku, Japan – Chikahito Harada and Vietnam – Pham Xuan Son."),
        ("ru", "Грамоты президенту России Дмитрию Медведеву вручили послы Эфиопии – Касахун Дендер Мелесе, Зимбабве – "
         "Бонифаций Гува Чидьяусику, Японии – Тикахито Харада и Вьетнама – Фам Суан Шон."),
    ],
)  # fmt: skip
def test_strange_names_after_states_are_those_of_their_ambassadors(language: str, text: str) -> None:
    found = extract(language, text, dt.date(2011, 7, 14))
    roles = {p.name: p.roles[0].represents for p in found.people if p.roles[0].office == "ambassador"}
    assert list(roles.values()) == ["ET", "ZW", "JP", "VN"]


@pytest.mark.parametrize("mark", ["'''", '"', "«"])
def test_a_quotation_mark_before_a_name_is_no_rank(mark: str) -> None:
    text = f"В заседании участвовал первый заместитель министра {mark}Александр Щурко."
    assert [p.name for p in extract("ru", text, dt.date(2008, 10, 24)).people] == ["Александр Щурко"]


def test_a_title_after_an_opening_phrase_is_the_subject() -> None:
    text = "During talks with Sergey Lavrov, Armenian Foreign Minister Ararat Mirzoyan spoke of peace."
    text += " During a call with Lavrov, the Armenian foreign minister thanked Russia."
    people = {p.name: [r.represents for r in p.roles] for p in extract("en", text, dt.date(2022, 3, 22)).people}
    assert people["Ararat Mirzoyan"] == ["AM"]
    assert "AM" not in people.get("Sergey Lavrov", [])


def test_a_meeting_that_is_hosted_is_no_guest() -> None:
    text = (
        "The OTS summit was held in Ankara on 16 March 2023. The meeting was hosted by Recep Tayyip Erdoğan, President"
    )
    text += " of Türkiye, and attended by Ilham Aliyev, President of Azerbaijan, and others."
    assert len(extract("en", text, dt.date(2023, 3, 16)).meetings) == 1


def test_visits_in_the_plural_are_only_spoken_of() -> None:
    text = "Armenian Foreign Minister Ararat Mirzoyan telephoned Russian Foreign Minister Sergey Lavrov on Monday."
    text += " Mirzoyan and Lavrov discussed mutual visits and trade between Armenia and Russia."
    assert [[f.value for f in m.format] for m in extract("en", text, dt.date(2022, 3, 22)).meetings] == [["telephone"]]


def test_firms_in_latin_letters_are_no_people_of_a_russian_text() -> None:
    text = "По сведениям Global Freight, министр доволен. Доклад Asia Monitor, директор сказал, готов."
    assert [p.name for p in extract("ru", text, dt.date(2022, 6, 10)).people] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Council of Heads of State of the SCO met in Astana. Xi Jinping and Shehbaz Sharif took part."),
        ("ru", "В Астане прошло заседание Совета глав государств ШОС. Участвовали Си Цзиньпин и Шахбаз Шариф."),
    ],
)
def test_the_name_of_a_council_is_nobodys_title(language: str, text: str) -> None:
    found = extract(language, text, dt.date(2024, 7, 4)).attendances
    assert [(a.role, str(a.office)) for a in found] == [(None, "head_of_state"), (None, "head_of_government")]


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("en", "In Mbabane, Russian Foreign Minister Sergey Lavrov met with his counterpart Thuli Dladla.", "SZ"),
        ("en", "Russian Foreign Minister Sergey Lavrov met with his colleague Thuli Dladla.", None),
        ("en", "Russian Foreign Minister Sergey Lavrov received his counterpart Thuli Dladla in Moscow.", None),
        ("ru", "В Мбабане министр иностранных дел России Сергей Лавров встретился с коллегой Тули Дладлой.", "SZ"),
        ("ru", "Министр иностранных дел России Сергей Лавров принял в Москве свою коллегу Тули Дладлу.", None),
    ],
)
def test_a_counterpart_is_of_the_state_of_the_place_or_of_none_that_is_told(
    language: str, text: str, state: str | None
) -> None:
    found = extract(language, text, dt.date(2023, 1, 24))
    assert [a.represents for a in found.attendances if "Lavrov" not in a.person and "Лавров" not in a.person] == [state]


@pytest.mark.parametrize(
    ("language", "text", "offices"),
    [
        (
            "ru",
            "Акджа Нурбердыева, председатель меджлиса Туркменистана, заменила в Астане главу своего государства. Её "
            "коллеги Шавкат Мирзиёев и Сооронбай Жээнбеков прилетели в четверг.",
            ["head_of_parliament", "head_of_state", "head_of_state"],
        ),
        (
            "ru",
            "К президенту России Борису Ельцину пришёл глава Чеченской республики Доку Завгаев.",
            ["head_of_state", "regional_head"],
        ),
        (
            "en",
            "The presidents spoke, aide Dmitry Ryurikov said, of how speakers of Russian are treated in Kyrgyzstan.",
            ["presidential_staff"],
        ),
    ],
)
def test_offices_are_not_those_of_somebody_told_beside(language: str, text: str, offices: list[str]) -> None:
    found = extract(language, text, dt.date(2018, 3, 15))
    assert [str(r.office) for p in found.people for r in p.roles] == offices
