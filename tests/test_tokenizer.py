"""The tokens are those of spaCy's own tokenizer over normalised text."""

import time
from functools import cache

import pytest
import spacy
from hypothesis import given, settings, strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from cisner import tokenizer
from cisner.text import normalise
from cisner.tokenizer import NormalisingTokenizer
from conftest import RUSSIAN_TEXT, SAMPLES, TEXT

LANGUAGES = ("en", "ru")
TEXTS = [
    TEXT,
    RUSSIAN_TEXT,
    "",
    " ",
    "\n",
    " \n",
    "a",
    " a",
    "a ",
    "a  ",
    "  a\t\tb \n\n c\r\nd\n e \u00a0f\u2028g ",
    "Mr. Lebedev can't come at 10 a.m., he said: “I don't know.” It's 5km (approx.) away :-) 8) and/or w/o U.S. visas",
    "13.10.2023 г. в г. Бишкеке, и др. и т.д. и т.п., до н.э. и пр. — д-р ист. наук А.Г.Лукашенко и и. о. министра",
    "заседание с участием и.о. премьера и др., т. е. в т.ч. зам. дир. (см. также ст. 5) 10 млрд долл. США",
    "Касым\u2011Жомарт Токаев, Kassym-Jomart Tokayev – https://example.org/a?b=c#d, me@example.org, #CIS @cis 1,5–2 %",
    "he's :( - ) ( : - ) 8 - ) word(: - ) и др . и др",
    "x" * 1000,
    "(" * 300 + "и" + ")" * 300,
]


@cache
def stock(language: str) -> Language:
    return spacy.blank(language)


@cache
def ours(language: str) -> NormalisingTokenizer:
    return NormalisingTokenizer(spacy.blank(language).tokenizer)


def tokens(doc: Doc) -> list[tuple[str, str, str, int]]:
    return [(token.text, token.whitespace_, token.norm_, token.idx) for token in doc]


def check(language: str, text: str) -> None:
    doc = ours(language)(text)
    assert tokens(doc) == tokens(stock(language)(normalise(text)))
    assert doc.text == normalise(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_texts(language: str, number: int) -> None:
    check(language, TEXTS[number])


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples(language: str) -> None:
    for path in sorted(SAMPLES.rglob("*.txt")):
        check(language, path.read_text("utf-8"))


def rules(language: str) -> list[str]:
    return sorted(spacy.blank(language).tokenizer.rules)


@pytest.mark.parametrize("language", LANGUAGES)
def test_special_cases_alone_and_side_by_side(language: str) -> None:
    special = rules(language)
    for left, right in zip(special, special[7:] + special[:7], strict=True):
        check(language, f"{left} {right}. ({left}) {left}{right}\n{right}, {left} ")


PIECES = st.sampled_from([*rules("en"), *rules("ru"), *TEXT.split(), *RUSSIAN_TEXT.split()])
GLUE = st.sampled_from([" ", " ", " ", "", "  ", "\n", " \n", "\n\n ", "\t", "\u00a0", ".", ", ", ") ", " (", "’", "-"])
SCRAPS = st.text(alphabet=" \n.,;:()'’\"-–—/8DOPx3идртпг_<>=*^[]°аbсs", max_size=6)


@settings(max_examples=400)
@given(st.sampled_from(LANGUAGES), st.lists(st.one_of(PIECES, GLUE, SCRAPS), max_size=12))
def test_any_mixture(language: str, pieces: list[str]) -> None:
    check(language, "".join(pieces))


@given(st.sampled_from(LANGUAGES), st.text(max_size=60))
def test_any_text(language: str, text: str) -> None:
    check(language, text)


def test_what_is_remembered_is_bounded_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokenizer, "_REMEMBERED", 20)
    small = NormalisingTokenizer(spacy.blank("ru").tokenizer)
    for _ in range(3):
        for text in TEXTS:
            assert tokens(small(text)) == tokens(ours("ru")(text))
            assert len(small._runs) < 200


def test_in_a_memory_zone() -> None:
    nlp = spacy.blank("ru")
    own = NormalisingTokenizer(nlp.tokenizer)
    for _ in range(3):
        with nlp.memory_zone():
            assert [tokens(own(text)) for text in TEXTS] == [tokens(ours("ru")(text)) for text in TEXTS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_number_words_are_the_same(language: str) -> None:
    plain, quick = stock(language).vocab, spacy.blank(language).vocab
    tokenizer.look_up_numbers_faster(quick)
    for word in ("семнадцатый", "тысяча", "II", "eleven", "seventh", "11th", "1/2", "~5%", "3,000", "other", "другой"):
        assert quick[word].like_num == plain[word].like_num


@pytest.mark.parametrize("piece", ["(", "a", "и др. ", "\n", " ", "1", "a.", "\u00a0\n"])
def test_long_texts_take_no_longer_than_their_length(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    begin = time.perf_counter()
    assert normalise(text) == ours("ru")(text).text
    assert time.perf_counter() - begin < 5
