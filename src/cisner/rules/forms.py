"""Phrases that can never match, that another rule takes first, or that mean two things at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cisner import mentions
from cisner.families import spell_out
from cisner.lexicon import Entry
from cisner.morphology import PLURAL, SINGULAR, Form, fold
from cisner.rules.finding import Finding, error, note, warning
from cisner.rules.firing import Firing
from cisner.rules.inventory import RuleEntry

_PHRASES = frozenset({"role", "chief", "institution", "meeting", "agreement", "modifier"})
_CUES = {"cue": "cues", "format": "cues", "qualifier": "qualifiers"}
# Titles are read both ways where a form is a role of its own and the head of an institution.
_MEANT_TOGETHER = frozenset({"ROLE", "CHIEF"})
_ANY_WORD = re.compile(r"(?<!\w)\*")


def check_forms(firing: Firing, language: str, rules: Iterable[RuleEntry]) -> Iterator[Finding]:
    """Look at every phrase of every rule."""
    for rule in rules:
        for form, count in Counter(rule.forms).items():
            if count > 1:
                yield warning("repeated", language, rule.key, f"{form!r} stands there {count} times")
        forms = list(dict.fromkeys(rule.forms))
        if rule.section in _PHRASES:
            yield from _check_phrases(firing, language, rule, forms)
        elif rule.section in _CUES:
            yield from _check_cues(firing, language, rule, forms)
    yield from _ties(firing, language)


def _check_phrases(firing: Firing, language: str, rule: RuleEntry, forms: Sequence[str]) -> Iterator[Finding]:
    gazetteer = firing.nlp.get_pipe("cisner_gazetteer")
    for marked in forms:
        try:
            surface = firing.lexicon.inflector.forms(marked.partition("=")[0])
        except ValueError as fault:
            yield error("form", language, rule.key, f"{marked!r}: {fault}")
            continue
        governing = " " in marked.partition("=")[2]  # "главы правительств": only ever in the plural
        text = _dictionary_form(surface, PLURAL if governing else SINGULAR)
        entries = firing.lexicon.lookup(text)
        if not entries:  # some forms count with a capital only
            text = text[:1].upper() + text[1:]
            entries = firing.lexicon.lookup(text)
        if rule.key not in {e.rule for e in entries}:
            others = ", ".join(sorted({e.rule for e in entries})) or "nothing"
            yield warning("shadowed", language, rule.key, f"{text!r} counts as {others}")
            continue
        doc = gazetteer(firing.nlp.make_doc(text))
        found = [m for m in mentions.read(doc) if m.start == 0 and m.end == len(doc)]
        if not found:
            yield warning("dead", language, rule.key, f"{text!r} can never match: it is split into words otherwise")
        elif rule.key not in {m.rule for m in found}:
            taken = ", ".join(sorted({m.rule for m in found}))
            kinds = {e.kind for e in entries if e.rule == rule.key} | {m.label for m in found}
            make = note if kinds <= _MEANT_TOGETHER else warning
            yield make("shadowed", language, rule.key, f"{text!r} is read as {taken} first")


def _dictionary_form(surface: Sequence[Form], number: str) -> str:
    nominative = [f for f in surface if not f.readings or (number, "nom") in f.readings]
    return (nominative or surface)[0].text


def _check_cues(firing: Firing, language: str, rule: RuleEntry, forms: Sequence[str]) -> Iterator[Finding]:
    index = getattr(firing.lexicon, _CUES[rule.section])
    for form in _spelled_out(firing, forms):
        text = re.sub(r"\s_\d(?=\s)|\*", "", _ANY_WORD.sub("x", form))
        words = [fold(t.text) for t in firing.nlp.make_doc(text)]
        found = [cue for start, _, cue in index.find(words) if start == 0 and cue.rule.startswith(f"{rule.section}.")]
        if any(cue.rule == rule.key for cue in found):
            continue
        others = sorted({cue.rule for cue in found})
        if others:
            yield warning("shadowed", language, rule.key, f"{form!r} is taken by {', '.join(others)}")
        else:
            yield warning("dead", language, rule.key, f"{form!r} can never match: it is split into words otherwise")


def _spelled_out(firing: Firing, forms: Iterable[str]) -> Iterator[str]:
    """The wordings of cues."""
    for form in forms:
        yield from spell_out(form, firing.lexicon.families, firing.lexicon.inflector)


def _ties(firing: Firing, language: str) -> Iterator[Finding]:
    """Surface forms of one kind with several values, of which only the first counts."""
    for entries in firing.lexicon.entries.values():
        by_kind: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            if entry.extra != "ambiguous":
                by_kind.setdefault((entry.kind, entry.case), []).append(entry)
        for (kind, _), same in by_kind.items():
            values = list(dict.fromkeys(e.value for e in same))
            if len(values) > 1 and len({e.text for e in same}) == 1:
                message = f"{same[0].text!r} is {kind} of {' and '.join(v or '?' for v in values)}: the first counts"
                yield warning("tie", language, same[1].rule, message)
        kinds = {k for k, _ in by_kind}
        if len(kinds) > 1 and not kinds <= _MEANT_TOGETHER:
            rules = list(dict.fromkeys(e.rule for e in entries))
            yield note("shadowed", language, rules[-1], f"{entries[0].text!r} belongs to {', '.join(rules)}")
