"""The components in a user's own spaCy pipeline."""

import pytest
import spacy
from spacy import displacy

from conftest import RUSSIAN_TEXT, TEXT

COMPONENTS = (
    "cisner_boundaries",
    "cisner_gazetteer",
    "cisner_names",
    "cisner_titles",
    "cisner_datings",
    "cisner_entities",
)
TEXTS = {
    "en": (TEXT, ("Alikhan Smailov", "PERSON"), ("Sochi", "CITY")),
    "ru": (RUSSIAN_TEXT, ("Садыр Жапаров", "PERSON"), ("Бишкеке", "CITY")),
}


@pytest.mark.parametrize("language", sorted(TEXTS))
@pytest.mark.parametrize("components", [("cisner",), COMPONENTS], ids=["whole", "parts"])
def test_in_a_blank_pipeline(language: str, components: tuple[str, ...]) -> None:
    text, *expected = TEXTS[language]
    nlp = spacy.blank(language)
    for component in components:
        nlp.add_pipe(component)
    assert nlp.pipe_names == list(components)
    doc = nlp(text)
    assert {(ent.text, ent.label_) for ent in doc.ents} >= set(expected)
    html = displacy.render(doc, style="ent", jupyter=False)
    assert all(f"{words}\n" in html for words, _ in expected)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_the_whole_is_its_parts(language: str) -> None:
    text = TEXTS[language][0]
    whole, parts = spacy.blank(language), spacy.blank(language)
    whole.add_pipe("cisner")
    for component in COMPONENTS:
        parts.add_pipe(component)
    assert [(e.text, e.label_) for e in whole(text).ents] == [(e.text, e.label_) for e in parts(text).ents]
