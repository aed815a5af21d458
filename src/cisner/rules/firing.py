"""Which rules fire on a text: the pipeline run over the examples of the pattern files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cisner import pipeline
from cisner.analysis import analyse
from cisner.rules.finding import Finding, error, warning
from cisner.rules.inventory import RuleEntry
from cisner.text import normalise, squeeze

if TYPE_CHECKING:
    from spacy.language import Language

    from cisner.lexicon import Lexicon

_DAY = "2024-05-15"  # examples are read as if published on some day


class Firing:
    """Runs texts of one language through the pipeline.

    Args:
        language: ``en`` or ``ru``.
        patterns: A pattern folder to lay over the built-in one.
    """

    def __init__(self, language: str, patterns: Path | None = None) -> None:
        self._reader = pipeline.Reader(language, patterns)
        self.nlp: Language = self._reader.nlp
        self.lexicon: Lexicon = self._reader.lexicon

    def fired(self, text: str) -> frozenset[str]:
        """The names of the rules that fire on a text."""
        words = self._reader(normalise(squeeze(text).text))
        analysis = analyse(words, self.lexicon, self._reader.knowledge, self._reader.capitals, _DAY)
        found = {m.rule for m in words.mentions}
        for sentence in analysis.view.sentences:
            found |= {cue.rule for cue in [*sentence.cues, *sentence.formats]}
        found |= {cue.rule for _, _, cue in self.lexicon.qualifiers.find(analysis.view.lower)}
        for person in analysis.cast.people:
            for post in person.posts:
                found |= {post.rule, *_added(post.rule)}
            found |= {post.rule for named in person.named for post in named.posts}
        for event in analysis.events:
            found |= {rule for _, _, rule in event.evidence} | {i.rule for i in event.involved}
        found |= {document.rule for document in analysis.documents}
        return frozenset(rule.partition("+")[0] if "+" in rule else rule for rule in found)


def _added(rule: str) -> set[str]:
    """The rules that completed a value: "posts.before+context" is also "posts.context"."""
    first, *others = rule.split("+")
    return {f"{first.partition('.')[0]}.{other}" for other in others}


def check_examples(firing: Firing, language: str, rules: Iterable[RuleEntry]) -> Iterator[Finding]:
    """Run every example and counter-example; tell which rules have none and which never fire."""
    rules = list(rules)
    seen: set[str] = set()
    for rule in rules:
        for text in rule.examples:
            fired = firing.fired(text)
            seen |= fired
            if rule.key not in fired:
                yield error("example", language, rule.key, f"does not fire on its example: {text}")
        for text in rule.counter_examples:
            fired = firing.fired(text)
            seen |= fired
            if rule.key in fired:
                yield error("counter_example", language, rule.key, f"fires on its counter-example: {text}")
    for rule in rules:
        if not rule.examples:
            yield warning("no_examples", language, rule.key, "has no examples")
        if not rule.counter_examples and rule.examples:
            yield warning("no_counter_examples", language, rule.key, "has no counter-examples")
        if rule.key not in seen:
            yield warning("never_fires", language, rule.key, "fires on no example of any rule")
