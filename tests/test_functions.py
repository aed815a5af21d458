"""What people do at a meeting, who is only named beside it, and its formats."""

from __future__ import annotations

import datetime as dt

import pytest

from rows import extract

BODY = {"en": "Supreme Eurasian Economic Council", "ru": "Высшего Евразийского экономического совета"}
PUTIN = {"en": "President of Russia Vladimir Putin", "ru": "президент России Владимир Путин"}
MIRZIYOYEV = {"en": "President of Uzbekistan Shavkat Mirziyoyev", "ru": "президент Узбекистана Шавкат Мирзиёев"}
DIAZ_CANEL = {"en": "President of Cuba Miguel Diaz-Canel", "ru": "президент Кубы Мигель Диас-Канель"}


def observers(language: str, text: str) -> set[str]:
    """Surnames of those who observe."""
    text = text.format(
        body=BODY[language], putin=PUTIN[language], mirziyoyev=MIRZIYOYEV[language], canel=DIAZ_CANEL[language]
    )
    found = extract(language, text, dt.date(2023, 5, 25)).attendances
    assert len(found) >= 2
    return {a.person.split()[-1] for a in found if a.function == "observer"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The session of the {body} in Moscow was attended by {putin} and, as an observer, {canel}.",
         {"Diaz-Canel"}),
        ("en", "The session of the {body} in Moscow was attended by {putin}, {mirziyoyev} as the head of an observer "
         "state and {canel} as a guest of honour.", {"Mirziyoyev"}),
        ("en", "{putin} chaired the session of the {body} in Moscow. {mirziyoyev} and {canel} took part as observers.",
         {"Mirziyoyev", "Diaz-Canel"}),
        ("en", "The session of the {body} in Moscow was attended by {putin}. Joining him as observers were "
         "{mirziyoyev} and {canel}.", {"Mirziyoyev", "Diaz-Canel"}),
        ("en", "The session of the {body} in Moscow was attended by {putin} and {canel}, whose country is an observer.",
         {"Diaz-Canel"}),
        ("en", "{putin} chaired the session of the {body} in Moscow. {canel} (an observer) and {mirziyoyev} spoke.",
         {"Diaz-Canel"}),
        ("ru", "В заседании {body} в Москве приняли участие {putin}, а в качестве наблюдателя – {canel}.",
         {"Диас-Канель"}),
        ("ru", "На заседание {body} в Москве приехали {putin}, {mirziyoyev} как глава государства-наблюдателя и "
         "{canel} в качестве почетного гостя.", {"Мирзиёев"}),
        ("ru", "На заседание {body} в Москве приехал {putin}. Участвовали в нём как наблюдатели и {mirziyoyev} "
         "и {canel}.", {"Мирзиёев", "Диас-Канель"}),
        ("ru", "В заседании {body} в Москве на правах наблюдателя участвовал {canel}. Вёл его {putin}.",
         {"Диас-Канель"}),
        ("ru", "В заседании {body} в Москве участвовали {putin}, {mirziyoyev} (страна-наблюдатель) и {canel}.",
         {"Мирзиёев"}),
    ],
)  # fmt: skip
def test_who_observes(language: str, text: str, expected: set[str]) -> None:
    assert observers(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Vladimir Putin, Xi Jinping and Narendra Modi joined it by video link.", {"Putin", "Xi", "Modi"}),
        ("en", "President Emomali Rahmon was there in person, while President Vladimir Putin and President Xi Jinping "
         "took part via videoconference.", {"Putin", "Xi"}),
        ("en", "Speaking by video link were Vladimir Putin, Xi Jinping and Narendra Modi.", {"Putin", "Xi", "Modi"}),
        ("en", "Emomali Rahmon, Sadyr Japarov and, by video link, Vladimir Putin and Xi Jinping took part.",
         {"Putin", "Xi"}),
        ("en", "It was attended by Emomali Rahmon, Sadyr Japarov and Vladimir Putin (by video link).", {"Putin"}),
        ("en", "It was attended by Emomali Rahmon, Sadyr Japarov and Vladimir Putin by video link.", {"Putin"}),
        ("en", "Emomali Rahmon chaired it, Vladimir Putin and Xi Jinping by video link.", {"Putin", "Xi"}),
        ("ru", "Владимир Путин, Си Цзиньпин и Нарендра Моди присоединились по видеосвязи.", {"Путин", "Си", "Моди"}),
        ("ru", "По видеосвязи в нём участвовали Владимир Путин и Си Цзиньпин.", {"Путин", "Си"}),
        ("ru", "Участвовали Эмомали Рахмон, Садыр Жапаров и – дистанционно – Владимир Путин и Си Цзиньпин.",
         {"Путин", "Си"}),
        ("ru", "Онлайн выступили Владимир Путин и Си Цзиньпин, лично – Эмомали Рахмон.", {"Путин", "Си"}),
        ("ru", "Председательствовал Эмомали Рахмон, Владимир Путин и Си Цзиньпин подключились дистанционно.",
         {"Путин", "Си"}),
    ],
)  # fmt: skip
def test_who_takes_part_by_video(language: str, text: str, expected: set[str]) -> None:
    told = {
        "en": "The SCO summit took place in Dushanbe on Friday. ",
        "ru": "В Душанбе в пятницу прошёл саммит ШОС. ",
    }
    found = extract(language, told[language] + text, dt.date(2021, 9, 17)).attendances
    family = {"Xi Jinping": "Xi", "Си Цзиньпин": "Си"}
    assert {family.get(a.person, a.person.split()[-1]) for a in found if a.mode == "videoconference"} == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The participants in the session of the {body} are arriving at the residence of the President of "
         "Kazakhstan in Astana."),
        ("en", "The session of the {body} was held in Astana, the press service of the Kazakh president said."),
        ("en", "Those attending the session of the {body} gathered in the palace of the Kazakh president in Astana."),
        ("ru", "Участники заседания {body} прибывают в резиденцию президента Казахстана в Астане."),
        ("ru", "Участники заседания {body} собрались в Астане во дворце президента Казахстана."),
        ("ru", "На заседание {body} в Астану прибыли гости по приглашению президента Казахстана."),
    ],
)  # fmt: skip
def test_whose_house_or_invitation_it_is_does_not_attend_by_that(language: str, text: str) -> None:
    text = text.format(body=BODY[language])
    found = extract(language, text, dt.date(2013, 5, 29))
    assert [m.organization for m in found.meetings] == ["EAEU"]
    assert found.attendances == ()


@pytest.mark.parametrize(
    ("language", "text", "formats"),
    [
        ("ru", "Заседание {body} прошло в Астане в узком и расширенном форматах.", {"narrow", "expanded"}),
        ("ru", "Заседание {body} в узком составе прошло в Астане и продолжилось с участием членов делегаций.",
         {"narrow", "expanded"}),
        ("ru", "Заседание {body} прошло в Астане, в узком переулке.", set()),
        ("en", "The session of the {body} was held in Astana in narrow and expanded formats.", {"narrow", "expanded"}),
        ("en", "The session of the {body} in Astana went on with the members of the delegations.", {"expanded"}),
    ],
)  # fmt: skip
def test_formats_of_a_session(language: str, text: str, formats: set[str]) -> None:
    text = text.format(body=BODY[language])
    found = extract(language, text, dt.date(2013, 5, 29))
    assert {str(f) for m in found.meetings for f in m.format} == formats


def test_a_counterpart_with_an_unknown_name_is_a_person() -> None:
    text = (
        "Armenian Defence Minister Suren Papikyan met in Abu Dhabi with his Cypriot counterpart Michalis Giorgallas "
        "and his Indian colleague Rajnath Singh."
    )
    found = extract("en", text, dt.date(2023, 2, 21)).attendances
    assert {(a.person, a.represents) for a in found} == {
        ("Suren Papikyan", "AM"),
        ("Michalis Giorgallas", "CY"),
        ("Rajnath Singh", "IN"),
    }
    assert {str(a.office) for a in found} == {"defence_minister"}


def test_who_has_other_plans_stays_away() -> None:
    text = "The CIS summit opens in Astana on October 14. Prime Minister of Moldova Natalia Gavrilita has other plans."
    found = extract("en", text, dt.date(2022, 10, 10))
    assert [(a.person, str(a.status)) for a in found.attendances] == [("Natalia Gavrilita", "absent")]


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("Президент России Владимир Путин принял участие в заседании ВЕЭС, которое вёл первый президент Казахстана "
         "Нурсултан Назарбаев.", "Нурсултан Назарбаев"),
        ("Владимир Путин прибыл на заседание ВЕЭС, на котором председательствует Нурсултан Назарбаев.",
         "Нурсултан Назарбаев"),
        ("Владимир Путин, который вёл заседание ВЕЭС, дал слово Нурсултану Назарбаеву.", "Владимир Путин"),
    ],
)  # fmt: skip
def test_who_chairs_in_a_clause_about_the_session(text: str, chair: str) -> None:
    found = extract("ru", text, dt.date(2019, 5, 29)).attendances
    assert [a.person for a in found if a.function == "chair"] == [chair]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Georgian President Giorgi Margvelashvili was not invited.", {"Giorgi Margvelashvili": "absent"}),
        ("en", "Georgian President Giorgi Margvelashvili received no invitation.", {"Giorgi Margvelashvili": "absent"}),
        ("ru", "Президент Грузии Георгий Маргвелашвили приглашения не получал.", {"Георгий Маргвелашвили": "absent"}),
        ("ru", "Украину на саммите представит посол Николай Дорошенко.", {"Николай Дорошенко": "expected"}),
    ],
)
def test_who_was_not_asked_and_who_will_come(language: str, text: str, expected: dict[str, str]) -> None:
    told = {"en": "The CIS summit opened in Bishkek today. ", "ru": "Сегодня в Бишкеке открылся саммит СНГ. "}
    found = extract(language, told[language] + text, dt.date(2016, 9, 16)).attendances
    assert {a.person: str(a.status) for a in found} == expected
