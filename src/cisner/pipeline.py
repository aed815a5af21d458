"""Builds the spaCy pipelines; the only place that does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.lang.tokenizer_exceptions import emoticons
from spacy.language import Language, create_tokenizer
from spacy.util import load_config, registry

import cisner.factories  # registers the components also where entry points are not installed
from cisner.components.component import Component
from cisner.errors import CisnerError
from cisner.loading import capitals, knowledge, lexicon
from cisner.patterns import LANGUAGES
from cisner.resources import configs_folder
from cisner.tokenizer import NormalisingTokenizer
from cisner.words import Words

assert cisner.factories


@registry.tokenizers("cisner.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], NormalisingTokenizer]:
    """The tokenizer that the configuration names."""

    def create(nlp: Language) -> NormalisingTokenizer:
        base = create_tokenizer()(nlp)
        base.rules = {text: rule for text, rule in base.rules.items() if text not in emoticons}  # "X (Kenya): …"
        names = lexicon(nlp.lang or "").names
        base.token_match = names.digraphs.match
        for letters in names.two_letters:  # "(Ts. Oyuunbaatar)": spaCy strips a bracket and the full stop at once
            base.add_special_case(letters, [{"ORTH": letters}])
        return NormalisingTokenizer(base)

    return create


def load(language: str, *, patterns: str | Path | None = None) -> Language:
    """Build the pipeline of a language.

    Args:
        language: ``en`` or ``ru``.
        patterns: A pattern folder to lay over the built-in one.

    Returns:
        A spaCy pipeline whose docs carry ``doc.spans["cisner"]`` and ``doc.ents``.

    Raises:
        CisnerError: An unknown language, or a pattern file that is missing or wrong.
    """
    if language not in LANGUAGES:
        raise CisnerError(f"no pipeline for the language {language!r}: use one of {', '.join(LANGUAGES)}")
    config = load_config(configs_folder() / "base.cfg")
    config = config.merge(load_config(configs_folder() / f"{language}.cfg"))
    if patterns is not None:
        for name in ("boundaries", "gazetteer", "names", "titles", "datings"):
            config["components"][f"cisner_{name}"]["patterns"] = str(patterns)
    return spacy.util.load_model_from_config(config, auto_fill=True)


class Reader:
    """The pipeline of a language without docs: what its components find in a text, in much less time.

    Args:
        language: ``en`` or ``ru``.
        patterns: A pattern folder to lay over the built-in one.

    Attributes:
        nlp: The spaCy pipeline.
        lexicon: The language's lexicon.
        knowledge: Known people.
        capitals: The capitals of states.
    """

    def __init__(self, language: str, patterns: str | Path | None = None) -> None:
        folders = (str(patterns),) if patterns is not None else ()
        self.nlp = load(language, patterns=patterns)
        self.lexicon, self.knowledge, self.capitals = lexicon(language, folders), knowledge(folders), capitals(folders)
        tokenizer = self.nlp.tokenizer
        assert isinstance(tokenizer, NormalisingTokenizer)
        self.tokenizer = tokenizer
        self.components = [c for _, c in self.nlp.pipeline if isinstance(c, Component)]

    def __call__(self, text: str) -> Words:
        """The words of a text with all mentions.

        Args:
            text: A text, normalised.
        """
        words = self.tokenizer.words(text)
        for component in self.components:
            component.find(words)
        return words
