"""Everything that can be listed: countries, organizations, cities, titles, meeting and document nouns."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from cisner import mentions
from cisner.lexicon import Entry, Lexicon
from cisner.mentions import Mention
from cisner.morphology import fold

_PLAIN = re.compile(r"^[\w\- ]+$")
_PIECES = re.compile(r"-|[^\s-]+")
# Of several meanings of one stretch of text the first of these is its label; the others stay known to the components.
_WHOLE = frozenset({"CITY", "COUNTRY", "ADJECTIVE", "DEMONYM", "STOP"})  # nothing is read inside these
_ORDER = ("STOP", "ROLE", "ORGAN", "COUNTRY", "CITY", "ORGANIZATION", "ADJECTIVE", "DEMONYM", "CHIEF", "INSTITUTION",
          "COUNTERPART",
          "DEPUTY", "ACTING", "FORMER", "MEETING", "AGREEMENT", "NEUTRAL")  # fmt: skip
_WITH_LEMMA = frozenset({"AGREEMENT", "MEETING", "ROLE", "CHIEF", "DEPUTY", "ACTING", "FORMER"})
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_MOST_WORDS = 200_000
_LONG = 8  # letters from which a name may hold a typing error
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
        self._typos: dict[str, list[Entry]] = {}
        self._known_words: dict[str, list[Entry]] = {}
        self._near: dict[str, list[str]] = {}
        for key, known in lexicon.entries.items():
            if (
                len(key) >= _LONG
                and key.isalpha()
                and any(e.kind == "COUNTRY" and e.extra != "ambiguous" for e in known)
            ):
                for deletion in _deletions(key):
                    self._near.setdefault(deletion, []).append(key)

    def __call__(self, doc: Doc) -> Doc:
        """Find the phrases and put them on the doc as mentions."""
        spans = []
        entries: dict[tuple[int, int], list[Entry]] = {}
        for span in self._matcher(doc, as_spans=True):
            found = self._lexicon.lookup(span.text)
            if found:
                spans.append(span)
                entries[span.start, span.end] = found
        for span in self._misspelt(doc, {i for s in spans for i in range(s.start, s.end)}):
            spans.append(span)
            entries[span.start, span.end] = self._typos[fold(span.text)]
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

    def _misspelt(self, doc: Doc, taken: set[int]) -> list[Span]:
        """Long names of states with one letter wrong, missing, doubled or swapped."""
        found = []
        words = self._lexicon.forms.of(doc)
        for index, word in enumerate(words.texts):
            entries = self._known_words.get(word)
            if entries is None:
                entries = self._known_words[word] = self._typo(word)
            if entries and index not in taken:
                found.append(doc[index : index + 1])
        if len(self._known_words) > _MOST_WORDS:
            self._known_words.clear()
        return found

    def _typo(self, word: str) -> list[Entry]:
        if len(word) < _LONG or not word[0].isupper() or not word.isalpha() or word.isupper():
            return []
        folded = fold(word)
        if folded not in self._typos:
            self._typos[folded] = self._correct(folded)
        return self._typos[folded]

    def _correct(self, word: str) -> list[Entry]:
        if word in self._lexicon.names.given or any(p.search(word) for p, _ in self._lexicon.names.patronymics):
            return []
        if self._lexicon.names.surname.search(word):
            return []
        for key in _deletions(word):
            for name in self._near.get(key, ()):
                if _one_edit(word, name):
                    return [e for e in self._lexicon.entries[name] if e.kind == "COUNTRY"]
        return []

    def _mention(self, start: int, end: int, entries: list[Entry]) -> Mention:
        ranked = sorted(entries, key=lambda e: _RANK[e.kind])
        first = ranked[0]
        same = [e for e in ranked if e.kind == first.kind]
        attributes: dict[str, object] = {
            "readings": sorted({r for e in same for r in e.readings}),
            "extra": first.extra,
        }
        if first.kind in _WITH_LEMMA:
            attributes["lemma"] = first.lemma
        others = [[e.kind, e.value, e.rule, e.extra] for e in ranked[1:]]
        if others:
            attributes["also"] = others
        return Mention(first.kind, start, end, first.value, first.rule, attributes)


def _deletions(word: str) -> set[str]:
    """The word and what is left of it without one of its letters: equal for words that are one edit apart."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _one_edit(word: str, name: str) -> bool:
    """Whether two words differ by one letter more, less or other, or by two neighbours swapped."""
    if word[0] != name[0] or abs(len(word) - len(name)) > 1 or word == name:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    rest, other = word[at:], name[at:]
    if len(word) == len(name):
        return rest[1:] == other[1:] or (rest[:2] == other[:2][::-1] and rest[2:] == other[2:])
    return rest[1:] == other or rest == other[1:]
