"""What people do at a meeting: who is there as an observer."""

from __future__ import annotations

from functools import cache

import pytest

import cisner
from cisner.extractor import Extractor

BODY = {"en": "Supreme Eurasian Economic Council", "ru": "Высшего Евразийского экономического совета"}
PUTIN = {"en": "President of Russia Vladimir Putin", "ru": "президент России Владимир Путин"}
MIRZIYOYEV = {"en": "President of Uzbekistan Shavkat Mirziyoyev", "ru": "президент Узбекистана Шавкат Мирзиёев"}
DIAZ_CANEL = {"en": "President of Cuba Miguel Diaz-Canel", "ru": "президент Кубы Мигель Диас-Канель"}


@cache
def extractor() -> Extractor:
    return Extractor()


def observers(language: str, text: str) -> set[str]:
    """Surnames of those who observe."""
    text = text.format(
        body=BODY[language], putin=PUTIN[language], mirziyoyev=MIRZIYOYEV[language], canel=DIAZ_CANEL[language]
    )
    report = cisner.Report(id="x", text=text, published="2023-05-25", language=language)  # type: ignore[arg-type]
    found = extractor().extract(report).attendances
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
