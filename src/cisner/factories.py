"""What spaCy's entry points name: light at import, because spaCy imports it in every process that makes a pipeline.

With cisner installed, ``nlp.add_pipe("cisner_gazetteer")`` and the others work in a blank English or Russian pipeline;
``nlp.add_pipe("cisner")`` adds all of them as one component.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from cisner.lexicon import Lexicon

Component = Callable[["Doc"], "Doc"]


def _folders(patterns: str | None) -> tuple[str, ...]:
    return (patterns,) if patterns else ()


def _lexicon(nlp: Language, patterns: str | None) -> Lexicon:
    from cisner.loading import lexicon

    return lexicon(nlp.lang or "", _folders(patterns))


def make_boundaries(nlp: Language, name: str, patterns: str | None = None) -> Component:
    """Sentence boundaries."""
    from cisner.components.boundaries import Boundaries

    return Boundaries(_lexicon(nlp, patterns))


def make_gazetteer(nlp: Language, name: str, patterns: str | None = None) -> Component:
    """Countries, organizations, cities, titles and nouns.

    Args:
        nlp: The pipeline.
        name: Name of the component.
        patterns: A pattern folder to lay over the built-in one.
    """
    from cisner.components.gazetteer import Gazetteer

    return Gazetteer(nlp.make_doc, _lexicon(nlp, patterns))


def make_names(nlp: Language, name: str, patterns: str | None = None) -> Component:
    """Personal names."""
    from cisner.components.names import Names
    from cisner.loading import knowledge

    return Names(_lexicon(nlp, patterns), knowledge(_folders(patterns)), frozenset(nlp.Defaults.stop_words))


def make_titles(nlp: Language, name: str, patterns: str | None = None) -> Component:
    """Titles and their offices."""
    from cisner.components.titles import Titles

    return Titles(_lexicon(nlp, patterns), frozenset(nlp.Defaults.stop_words))


def make_datings(nlp: Language, name: str, patterns: str | None = None) -> Component:
    """Date expressions."""
    from cisner.components.datings import Datings
    from cisner.dates import DateGrammar

    own = _lexicon(nlp, patterns)
    return Datings(DateGrammar(own.dates))


def make_entities(nlp: Language, name: str) -> Component:
    """Spans and entities from the mentions."""
    from cisner.components.entities import set_entities

    return set_entities


def make_cisner(nlp: Language, name: str, patterns: str | None = None) -> Component:
    """All components of cisner as one."""
    steps = [
        make_boundaries(nlp, name, patterns),
        make_gazetteer(nlp, name, patterns),
        make_datings(nlp, name, patterns),
        make_names(nlp, name, patterns),
        make_titles(nlp, name, patterns),
        make_entities(nlp, name),
    ]

    def component(doc: Doc) -> Doc:
        for step in steps:
            doc = step(doc)
        return doc

    return component


def _register() -> None:
    from spacy.language import Language

    settings: dict[str, Any] = {"patterns": None}
    for name, factory, defaults in (
        ("cisner_boundaries", make_boundaries, settings),
        ("cisner_gazetteer", make_gazetteer, settings),
        ("cisner_names", make_names, settings),
        ("cisner_titles", make_titles, settings),
        ("cisner_datings", make_datings, settings),
        ("cisner_entities", make_entities, {}),
        ("cisner", make_cisner, settings),
    ):
        Language.factory(name, default_config=defaults, func=factory)


_register()
