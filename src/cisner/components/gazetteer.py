"""Everything that can be listed: countries, organizations, cities, titles, meeting and document nouns."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from cisner import mentions
from cisner.lexicon import Entry, Lexicon
from cisner.mentions import Mention

_PLAIN = re.compile(r"^[\w\- ]+$")
_PIECES = re.compile(r"-|[^\s-]+")
# Of several meanings of one stretch of text the first of these is its label; the others stay known to the components.
_WHOLE = frozenset({"CITY", "COUNTRY", "ADJECTIVE", "DEMONYM", "STOP"})  # nothing is read inside these
_ORDER = ("STOP", "ROLE", "ORGAN", "COUNTRY", "CITY", "ORGANIZATION", "ADJECTIVE", "DEMONYM", "CHIEF", "INSTITUTION", "COUNTERPART",
          "DEPUTY", "ACTING", "FORMER", "MEETING", "AGREEMENT", "NEUTRAL")  # fmt: skip
_WITH_LEMMA = frozenset({"AGREEMENT", "MEETING", "ROLE", "CHIEF", "DEPUTY", "ACTING", "FORMER"})
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_NESTED = frozenset({"COUNTRY", "ADJECTIVE", "DEMONYM", "ORGANIZATION", "CITY"})


class Gazetteer:
    """Matches the phrases of a lexicon, the longest first; countries and bodies are also found inside longer names.

    Args:
        nlp: The pipeline, for its vocabulary and tokenizer.
        lexicon: What to match.
    """

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        docs = []
        for key in lexicon.entries:
            if _PLAIN.match(key):
                docs.append(Doc(nlp.vocab, words=_PIECES.findall(key)))
            else:
                docs += [nlp.tokenizer(text) for text in {e.text for e in lexicon.entries[key]}]
        self._matcher.add("phrase", docs)

    def __call__(self, doc: Doc) -> Doc:
        """Find the phrases and put them on the doc as mentions."""
        spans = []
        entries: dict[tuple[int, int], list[Entry]] = {}
        for span in self._matcher(doc, as_spans=True):
            found = self._lexicon.lookup(span.text)
            if found:
                spans.append(span)
                entries[span.start, span.end] = found
        chosen = filter_spans(spans)
        taken = {(s.start, s.end) for s in chosen}
        out = [self._mention(start, end, entries[start, end]) for start, end in taken]
        covering: dict[int, Mention] = {i: m for m in out for i in range(m.start, m.end)}
        for (start, end), found in entries.items():
            if (start, end) in taken:
                continue
            inside = covering.get(start)
            if inside is None or inside.start > start or inside.end < end or inside.label in _WHOLE:
                continue
            nested = [e for e in found if e.kind in _NESTED]
            if nested:
                mention = self._mention(start, end, nested)
                mention.attributes["nested"] = True
                out.append(mention)
        mentions.add(doc, out)
        return doc

    def _mention(self, start: int, end: int, entries: list[Entry]) -> Mention:
        ranked = sorted(entries, key=lambda e: _RANK[e.kind])
        first = ranked[0]
        same = [e for e in ranked if e.kind == first.kind]
        attributes: dict[str, object] = {"readings": sorted({r for e in same for r in e.readings}), "extra": first.extra}
        if first.kind in _WITH_LEMMA:
            attributes["lemma"] = first.lemma
        others = [[e.kind, e.value, e.rule, e.extra] for e in ranked[1:]]
        if others:
            attributes["also"] = others
        return Mention(first.kind, start, end, first.value, first.rule, attributes)
