"""Normalisation keeps its length; squeezing knows the way back; languages are told apart."""

import time

import pytest
from hypothesis import given, strategies as st

from cisner.errors import UnsupportedLanguageError
from cisner.text import detect_language, normalise, squeeze

TEXTS = st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("CСнНгaа\u0301\u0306\u00ad\u200b\u00a0ёй-– "))


@given(TEXTS)
def test_normalise_keeps_the_length_and_settles(text: str) -> None:
    once = normalise(text)
    assert len(once) == len(text)
    assert normalise(once) == once


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("8\u00a0июня\u202f2023", "8 июня 2023"),
        ("\tАлиев\r\n", "\tАлиев\r\n"),
        ("Мирзиёев, Ёлка", "Мирзиеев, Елка"),
        ("Касым\u2011Жомарт", "Касым-Жомарт"),
        ("«Саммит» — “summit” – ‘talks’", "«Саммит» — “summit” – ‘talks’"),
        ("CНГ", "СНГ"),
        ("Кaзахстан", "Казахстан"),
        ("СIS", "CIS"),
        ("Аstana", "Astana"),
        ("COVIDом", "COVIDом"),
        ("CIS и СНГ", "CIS и СНГ"),
    ],
)
def test_normalise(text: str, plain: str) -> None:
    assert normalise(text) == plain


@given(TEXTS)
def test_squeezed_spans_lead_back_in_order(text: str) -> None:
    squeezed = squeeze(text)
    ends = 0
    for position in range(len(squeezed.text)):
        start, end = squeezed.original(position, position + 1)
        assert ends <= start < end <= len(text)
        ends = end


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("Прези\u00adдент при\u00adбыл", "Президент", "Прези\u00adдент"),
        ("Садыр Жапа\u0301ров,", "Жапаров", "Жапа\u0301ров"),
        ("Алии\u0306 Алиев", "Алий", "Алии\u0306"),
        ("\ufeffИльхам\u200b Алиев", "Ильхам", "Ильхам"),
        ("Erdog\u0306an met", "Erdoğan", "Erdog\u0306an"),
        ("Ilham Aliyev", "Aliyev", "Aliyev"),
    ],
)
def test_squeeze(text: str, word: str, original: str) -> None:
    squeezed = squeeze(text)
    place = squeezed.text.index(word)
    start, end = squeezed.original(place, place + len(word))
    assert text[start:end] == original


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Prime Minister of Kazakhstan met the CIS Secretary General in Sochi."),
        ("en", "Recep Tayyip Erdoğan, Yaşar Güler and İbrahim Kalın met in Ankara with Ilham Əliyev."),
        ("ru", "Президент Кыргызстана встретился с премьер-министром."),
        ("ru", "Қасым-Жомарт Тоқаев и Әлихан Смайылов прибыли в Бишкек, где их ждали."),
        ("ru", "В Бишкеке прошло заседание. The session was held.  Главы государств подписали заявление на русском."),
    ],
)
def test_supported_languages(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "Kazakh",
            "Президент бүгін Астанада Өзбекстан Президентімен кездесті. Екі ел арасындағы байланыс туралы айтылды.",
        ),
        ("Kyrgyz", "Президент Бишкек шаарында мамлекет башчыларынын кеңешинин жыйынына катышты жана сөз сүйлөдү."),
        ("Ukrainian", "Президент зустрівся з Прем’єр-міністром у Києві. Під час зустрічі обговорили питання безпеки."),
        ("Belarusian", "Прэзідэнт сустрэўся з прэм’ер-міністрам у Мінску. Падчас сустрэчы абмеркавалі супрацоўніцтва."),
        ("Tajik", "Президенти Ҷумҳурии Тоҷикистон бо ҳамтои худ дар Душанбе мулоқот намуданд ва дар бораи ҳамкорӣ."),
        ("Uzbek", "Prezident Toshkentda hamkasbi bilan uchrashdi va ikki tomonlama munosabatlar haqida gapirdi."),
        (
            "Turkish",
            "Cumhurbaşkanı, Ankara’da mevkidaşı ile bir araya geldi. İki ülke arasındaki ilişkiler ele alındı.",
        ),
        ("German", "Der Bundeskanzler traf sich am Montag mit dem Präsidenten. Sie sprachen über die Zusammenarbeit."),
        ("French", "Le président de la République a reçu le président à Paris et ils ont évoqué la coopération."),
        ("Chinese", "国家主席在北京会见哈萨克斯坦总统。"),
        ("Arabic", "التقى الرئيس نظيره في العاصمة"),
    ],
)
def test_other_languages_are_named(name: str, text: str) -> None:
    with pytest.raises(UnsupportedLanguageError, match=rf"{name}.*English and Russian"):
        detect_language(text)


@pytest.mark.parametrize("text", ["Tokayev", "Токаев", "", "12.06.2023 / 10:00"])
def test_too_little_text_says_so(text: str) -> None:
    with pytest.raises(UnsupportedLanguageError, match=r"--language|no words"):
        detect_language(text)


@pytest.mark.parametrize("piece", ["а", "a", "aа", "и\u0306", "\u0301", "\u00ad", "'", "a'", " ", "1"])
def test_long_runs_take_no_longer_than_their_length(piece: str) -> None:
    text = piece * 200_000
    begin = time.perf_counter()
    normalise(text)
    squeeze(text)
    with pytest.raises(UnsupportedLanguageError):
        detect_language(text)
    assert time.perf_counter() - begin < 5


def test_a_hyphen_with_a_space_on_one_side_is_a_dash() -> None:
    assert normalise("Армению- премьер, Грузию -министр") == "Армению– премьер, Грузию –министр"
    assert normalise("вице-премьер, 9-10 октября, а - б") == "вице-премьер, 9-10 октября, а - б"
