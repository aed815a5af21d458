"""Surface forms of titles and names from paradigms, and names back to their nominative.

A phrase is written in its dictionary form; a word that inflects carries ``/CODE`` (``генеральный/adj секретарь/ma``).
The paradigms are data (``patterns/<language>/morphology.toml``), so that English and Russian share this code.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

SINGULAR, PLURAL = "sg", "pl"


def fold(text: str) -> str:
    """Lower case with ё as е: the form in which surface forms are compared."""
    return text.lower().replace("ё", "е")  # ten times as fast as str.translate


@dataclass(frozen=True, slots=True)
class Form:
    """A surface form with the readings that it allows.

    Attributes:
        text: The form, spelled as in a text.
        readings: Pairs of number (``sg``, ``pl``) and case (``nom`` … or ``any``); empty for an invariant phrase.
    """

    text: str
    readings: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Row:
    codes: frozenset[str]
    after: str
    ending: str
    singular: tuple[tuple[str, ...], ...]
    plural: tuple[tuple[str, ...], ...]
    genders: tuple[str, ...]

    def fits(self, code: str, word: str) -> bool:
        if code not in self.codes or not word.endswith(self.ending):
            return False
        stem = word[: len(word) - len(self.ending)] if self.ending else word
        return not self.after or stem[-1:].lower() in self.after


@dataclass(frozen=True, slots=True)
class NameReading:
    """One way to read a part of a name: its nominative, under a gender and a case.

    Attributes:
        nominative: The nominative, folded.
        gender: ``m``, ``f`` or empty.
        case: The case.
        kind: Kind of the paradigm.
    """

    nominative: str
    gender: str
    case: str
    kind: str


@dataclass(frozen=True, slots=True)
class _NameRow:
    """An ending of a name, and how it leads to the nominative; `number` is its place among all of them."""

    number: int
    suffix: str
    after: re.Pattern[str]
    ending: str
    case: str
    kind: str
    genders: str


def _by_ending(paradigms: Sequence[Mapping[str, Any]], cases: Sequence[str]) -> dict[str, list[_NameRow]]:
    """The rows of the paradigms of names by the ending that a form must have."""
    found: dict[str, list[_NameRow]] = {}
    number = itertools.count()
    for row in paradigms:
        after = re.compile(f"(?:{row.get('after', '')})$")
        for case, suffixes in zip(cases, _slots(row["forms"]), strict=True):
            for suffix in suffixes:
                own = _NameRow(next(number), suffix, after, row["ending"], case, row.get("kind", "any"), row["gender"])
                found.setdefault(suffix, []).append(own)
    return found


def _slots(cell: str | None) -> tuple[tuple[str, ...], ...]:
    if not cell:
        return ()
    return tuple(tuple("" if v == "0" else v for v in slot.split("/")) for slot in cell.split())


class Inflector:
    """Generates and inverts inflected forms from a language's paradigm table.

    Args:
        table: The parsed ``morphology.toml``.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.cases: tuple[str, ...] = tuple(table["cases"])
        self.animate = frozenset(table.get("animate_codes", ()))
        self.prepositions: dict[str, frozenset[str]] = {
            k: frozenset(v) for k, v in table.get("prepositions", {}).items()
        }
        self._rows = [
            _Row(
                frozenset(row["codes"]),
                row.get("after", ""),
                row["ending"],
                _slots(row.get("singular")),
                _slots(row.get("plural")),
                tuple(row.get("genders", ())),
            )
            for row in table["paradigm"]
        ]
        self._stems: dict[str, str] = dict(table.get("name_stems", {}))
        self._name_endings = _by_ending(table.get("name_paradigm", ()), self.cases)
        self._longest_ending = max(map(len, self._name_endings), default=0)
        self.name_readings = lru_cache(maxsize=10_000)(self._name_readings)

    # -- generation ---------------------------------------------------------------------------------------------

    def forms(self, phrase: str) -> list[Form]:
        """All surface forms of a marked-up phrase.

        Args:
            phrase: Dictionary form with ``/CODE`` on the words that inflect.

        Returns:
            One ``Form`` per distinct surface text.

        Raises:
            ValueError: A code or ending for which there is no paradigm.
        """
        words = phrase.split()
        parsed = [self._word_forms(word) for word in words]
        if all(isinstance(p, str) for p in parsed):
            return [Form(" ".join(str(p) for p in parsed), frozenset())]
        readings: dict[str, set[tuple[str, str]]] = {}
        for number in (SINGULAR, PLURAL):
            for index, case in enumerate(self.cases):
                options: list[Sequence[str]] = []
                for part in parsed:
                    if isinstance(part, str):
                        options.append((part,))
                    else:
                        slots = part[number]
                        options.append(slots[index] if slots else ())
                for combination in itertools.product(*options):
                    readings.setdefault(" ".join(combination), set()).add((number, case))
        return [Form(text, frozenset(found)) for text, found in readings.items()]

    def _word_forms(self, marked: str) -> str | dict[str, tuple[tuple[str, ...], ...]]:
        word, slash, code = marked.partition("/")
        if not slash or not code[:1].isalpha() or not word:
            return marked
        tail = ""
        while code and code[-1] in ',;:.)»”"' and not code[-1].isalnum():
            code, tail = code[:-1], code[-1] + tail
        code, *extra = code.split(":")
        if code == "A":
            return self._all_genders(word)
        row = self._row(code, word)
        base = self._stem(word, row)
        oblique = extra[0] if extra and extra[0] else None
        singular = self._fill(base, row.singular, code, oblique, word)
        plural = self._fill(base if oblique is None else oblique, row.plural, code, None, None)
        if len(extra) > 1 and extra[1] and plural:
            plural = (
                plural[0],
                (extra[1],),
                *plural[2:3],
                ((extra[1],) if code in self.animate else plural[3]),
                *plural[4:],
            )
        if len(extra) > 2 and extra[2] and plural:
            plural = ((extra[2],), *plural[1:])
        if tail:
            singular = tuple(tuple(v + tail for v in slot) for slot in singular)
            plural = tuple(tuple(v + tail for v in slot) for slot in plural)
        return {SINGULAR: singular, PLURAL: plural}

    def _row(self, code: str, word: str) -> _Row:
        for row in self._rows:
            if row.fits(code, word):
                return row
        raise ValueError(f"no paradigm {code!r} for {word!r}")

    @staticmethod
    def _stem(word: str, row: _Row) -> str:
        return word[: len(word) - len(row.ending)] if row.ending else word

    def _fill(
        self, stem: str, slots: tuple[tuple[str, ...], ...], code: str, oblique: str | None, nominative: str | None
    ) -> tuple[tuple[str, ...], ...]:
        if not slots:
            return ()
        out: list[tuple[str, ...]] = []
        for index, endings in enumerate(slots):
            if endings == ("*",):
                out.append(())
                continue
            base = stem if oblique is None or index == 0 else oblique
            out.append(tuple(base + e for e in endings))
        if nominative is not None:
            out[0] = (nominative,)
        for index, endings in enumerate(slots):
            if endings == ("*",):
                out[index] = out[1] if code in self.animate else out[0]
        return tuple(out)

    def _all_genders(self, word: str) -> dict[str, tuple[tuple[str, ...], ...]]:
        row = self._row("A", word)
        stem = self._stem(word, row)
        merged: list[list[str]] = [[] for _ in self.cases]
        plural = self._fill(stem, row.plural, "A", None, None)
        for ending in row.genders or (row.ending,):
            other = self._row("adj", stem + ending)
            for index, values in enumerate(
                self._fill(self._stem(stem + ending, other), other.singular, "adj", None, None)
            ):
                merged[index].extend(v for v in values if v not in merged[index])
        return {SINGULAR: tuple(tuple(m) for m in merged), PLURAL: plural}

    # -- names back to the nominative ------------------------------------------------------------------------------

    def _name_readings(self, form: str) -> tuple[NameReading, ...]:
        """Every way to read one part of a name (memoised per form); the form itself comes first."""
        rows: list[_NameRow] = []
        for length in range(min(self._longest_ending, len(form) - 2) + 1):
            rows += self._name_endings.get(form[len(form) - length :], ())
        found: dict[tuple[str, str, str], NameReading] = {}
        for row in sorted(rows, key=attrgetter("number")):
            stem = form[: len(form) - len(row.suffix)]
            if not row.after.search(stem):
                continue
            nominative = stem + row.ending
            if not row.ending and row.case != "nom":
                whole = self._stems.get(stem.lower())
                if whole:
                    nominative = stem[0] + whole[1:]
            for gender in row.genders:
                found.setdefault((nominative, gender, row.case), NameReading(nominative, gender, row.case, row.kind))
        return tuple(found.values())
