"""What tells a personal name in a language: ``patterns/<language>/names.toml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cisner.morphology import Inflector, fold


@dataclass(frozen=True, slots=True)
class AloneNames:
    """What tells a surname or a given name by itself.

    Attributes:
        endings: Endings so sure that a surname needs nothing else around it.
        ordinary: Forms of ordinary words with the same endings.
        verb: Endings of verbs, after a name that begins a sentence.
        past: Endings of the past tense, before or after a name.
        adverb: Endings of adverbs that begin a sentence.
        things: Words that make the name after them that of a place or a thing.
        his: What only people have.
        kin: Relatives and others whom a name follows.
        of: Nouns with a person in the genitive.
        speech: What people say and do.
        bodies: Words of firms, offices and papers.
        famous: People called by one name.
    """

    endings: re.Pattern[str]
    ordinary: frozenset[str]
    verb: re.Pattern[str]
    past: re.Pattern[str]
    adverb: re.Pattern[str]
    things: frozenset[str]
    his: frozenset[str]
    kin: frozenset[str]
    of: frozenset[str]
    speech: re.Pattern[str]
    bodies: re.Pattern[str]
    famous: frozenset[str]


@dataclass(frozen=True, slots=True)
class Names:
    """What tells a personal name.

    Attributes:
        given: Given names and their gender.
        risky: Given names that are ordinary words too.
        patronymics: Endings of patronymics, and their gender.
        patronymic_words: Words that make a patronymic of the name beside them.
        surname: Endings of surnames.
        surname_first: Surnames that stand before the given name.
        letters: Given names of one letter, after a surname that stands first ("Ван И").
        adjective: Endings of an adjective that may follow a name.
        agreeing: An adjective and the noun that agrees with it.
        undeclined: Endings of names that may stand unchanged in every case.
        undeclined_surname: The same of surnames with a surname ending.
        undeclined_unknown: The same of surnames that nothing else tells.
        declined: Endings of a nominative that always declines.
        odd: Endings of a nominative that no name has.
        particles: Lower-case words inside names.
        raised: Those that are no names themselves, and so stay particles with a capital: "Hamad Bin Jassim".
        leading: Those that a name may begin with.
        suffixes: Beginnings of those at its end, after a hyphen.
        two_letters: Initials of two letters, with their full stop.
        digraphs: The same in a row with others or with the surname.
        not_names: Capitalised words that are no names.
        honorifics: Forms of address.
        alone: What tells a surname or given name by itself.
    """

    given: dict[str, str]
    risky: frozenset[str]
    patronymics: tuple[tuple[re.Pattern[str], str], ...]
    patronymic_words: frozenset[str]
    surname: re.Pattern[str]
    surname_first: frozenset[str]
    letters: frozenset[str]
    adjective: re.Pattern[str]
    agreeing: re.Pattern[str]
    undeclined: re.Pattern[str]
    undeclined_surname: re.Pattern[str]
    undeclined_unknown: re.Pattern[str]
    declined: re.Pattern[str]
    odd: re.Pattern[str]
    particles: frozenset[str]
    raised: frozenset[str]
    leading: frozenset[str]
    suffixes: tuple[str, ...]
    two_letters: tuple[str, ...]
    digraphs: re.Pattern[str]
    not_names: frozenset[str]
    honorifics: frozenset[str]
    alone: AloneNames


def read_names(raw: dict[str, Any], inflector: Inflector) -> Names:
    """Compile what tells a personal name.

    Args:
        raw: The parsed ``names.toml``.
        inflector: The language's paradigms.
    """
    given: dict[str, str] = {}
    section = raw.get("given", {})
    for key, gender in (("either", "mf"), ("m", "m"), ("f", "f")):
        for name in section.get(key, ()):
            given[fold(name)] = gender
    patronymic = raw.get("patronymic", {})
    patterns = tuple(
        (re.compile(f"(?:{'|'.join(patronymic[g])})$", re.IGNORECASE), g) for g in ("m", "f") if patronymic.get(g)
    )
    surname = raw.get("surname", {})
    endings = [e for key in ("m", "f", "either") for e in surname.get(key, ())]
    honorifics = _forms(raw.get("honorifics", {}).get("words", ()), inflector)
    return Names(
        given=given,
        risky=frozenset(fold(n) for n in section.get("risky", ())),
        patronymics=patterns,
        patronymic_words=frozenset(fold(w) for w in patronymic.get("words", ())),
        surname=_ending(endings),
        surname_first=frozenset(fold(w) for w in surname.get("first", ())),
        letters=frozenset(fold(w) for w in surname.get("letters", ())),
        adjective=_ending(surname.get("adjective", ())),
        agreeing=_ending(surname.get("agreeing", ())),
        undeclined=_ending(surname.get("undeclined", ())),
        undeclined_surname=_ending(surname.get("undeclined_surname", ())),
        undeclined_unknown=_ending(surname.get("undeclined_unknown", ())),
        declined=_ending(surname.get("declined", ())),
        odd=_ending(surname.get("odd", ())),
        particles=frozenset(fold(w) for w in _words(raw.get("particles", ()))),
        raised=frozenset(raw.get("particles", {}).get("raised", ())),
        leading=frozenset(raw.get("particles", {}).get("leading", ())),
        suffixes=tuple(raw.get("particles", {}).get("suffixes", ())),
        two_letters=tuple(f"{two}." for two in raw.get("initials", {}).get("letters", ())),
        digraphs=_digraphs(raw.get("initials", {}).get("letters", ())),
        not_names=frozenset(fold(w) for w in _words(raw.get("not_names", ()))),
        honorifics=honorifics,
        alone=_alone(surname.get("alone", {}), inflector),
    )


def _alone(raw: dict[str, Any], inflector: Inflector) -> AloneNames:
    speech = [fold(w) for w in raw.get("speech", ())]
    return AloneNames(
        endings=_ending(raw.get("endings", ())),
        ordinary=_forms(raw.get("ordinary", ()), inflector),
        verb=_ending(raw.get("verb", ())),
        past=_ending(raw.get("past", ())),
        adverb=_ending(raw.get("adverb", ())),
        things=_forms(raw.get("things", ()), inflector),
        his=_forms(raw.get("his", ()), inflector),
        kin=_forms(raw.get("kin", ()), inflector),
        of=_forms(raw.get("of", ()), inflector),
        speech=re.compile("|".join(re.escape(w).replace(r"\*", "[а-яa-z]*") for w in speech) or "(?!)"),
        bodies=_ending(raw.get("bodies", ())),
        famous=frozenset(fold(w) for w in raw.get("famous", ())),
    )


def _forms(phrases: Iterable[str], inflector: Inflector) -> frozenset[str]:
    return frozenset(fold(f.text) for phrase in phrases for f in inflector.forms(phrase))


def _digraphs(letters: Sequence[str]) -> re.Pattern[str]:
    """As "Ts.", "Sh.K.", "Yu.V.Andropov": a word of its own, whose full stops end no sentence."""
    if not letters:
        return re.compile("(?!)")
    two = "|".join(map(re.escape, letters))
    return re.compile(rf"(?:[A-ZА-ЯЁ]\.)*(?:{two})\.(?:(?:[A-ZА-ЯЁ]|{two})\.)*(?:[A-ZА-ЯЁ][\w’'-]+)?$")


def _ending(endings: Sequence[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(endings) or '(?!)'})$")


def _words(section: Any) -> Sequence[str]:
    words: Sequence[str] = section.get("words", ()) if isinstance(section, dict) else section
    return words
