"""Classes of offices: how many hold one at a time, what they are called, and the class that a title belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from cisner.errors import ResourceError
from cisner.patterns import LANGUAGES
from cisner.remembering import Remembered
from cisner.vocabulary import Office

ONE, ONE_PER_TITLE, SEVERAL = "one", "one_per_title", "several"
MINISTERS = ("foreign_minister", "defence_minister")  # of classes of their own; may be called just "the minister"


@dataclass(frozen=True, slots=True)
class OfficeClass:
    """A class of offices.

    Attributes:
        id: Office of the records' vocabulary.
        holders: ``one`` for each state at a time, ``one_per_title`` (chambers, posts of one body), or ``several``.
        names: What it is called, by language; the first is the usual name.
        beginnings: How titles of the class may begin, folded.
    """

    id: str
    holders: str
    names: Mapping[str, tuple[str, ...]]
    beginnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Watched:
    """Offices that should have a holder at any time.

    Attributes:
        members_of: Acronym of the body whose states are meant, those that have left it too.
        since: ISO date.
        offices: Classes of offices.
    """

    members_of: str
    since: str
    offices: tuple[str, ...]


@dataclass(slots=True)
class Offices:
    """All classes of offices.

    Args:
        raw: The parsed ``offices.toml``.
    """

    raw: Mapping[str, Any]
    classes: dict[str, OfficeClass] = field(init=False, default_factory=dict)
    _by_name: dict[str, str] = field(init=False, default_factory=dict)
    _beginnings: list[tuple[str, str]] = field(init=False, default_factory=list)
    _cues: dict[str, re.Pattern[str]] = field(init=False, default_factory=dict)
    _portfolios: Remembered[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._portfolios = Remembered(self._find_portfolios)
        known = set(Office)
        for row in self.raw.get("office", ()):
            office = OfficeClass(
                row["id"],
                row.get("holders", SEVERAL),
                {language: tuple(row.get(language, ())) for language in LANGUAGES},
                tuple(fold_title(b) for b in row.get("beginnings", ())),
            )
            if office.id not in known:
                raise ResourceError(f"offices.toml: no office {office.id!r} in the vocabulary")
            if office.holders not in (ONE, ONE_PER_TITLE, SEVERAL):
                raise ResourceError(f"offices.toml: {office.id}: holders = {office.holders!r}")
            self.classes[office.id] = office
            for names in office.names.values():
                self._by_name.update((fold_title(name), office.id) for name in names)
            self._beginnings += [(b, office.id) for b in office.beginnings]
        self._beginnings.sort(key=lambda pair: -len(pair[0]))

    def holders(self, office: str) -> str:
        """How many hold an office at a time."""
        found = self.classes.get(office)
        return found.holders if found else SEVERAL

    def is_class(self, title: str) -> bool:
        """Whether a title is the name of a class, not one office of it."""
        folded = fold_title(title)
        return folded in self._by_name or folded.replace(" ", "_") in self.classes

    def class_of(self, title: str) -> str | None:
        """The class that a title names, by its name or its beginning."""
        folded = fold_title(title)
        as_id = folded.replace(" ", "_")
        exact = as_id if as_id in self.classes else self._by_name.get(folded)
        if exact:
            return exact
        return next((office for beginning, office in self._beginnings if folded.startswith(beginning)), None)

    def name(self, office: str, language: str = "en") -> str:
        """The usual name of an office."""
        found = self.classes.get(office)
        names = found.names.get(language, ()) if found else ()
        return names[0] if names else office.replace("_", " ")

    def has_cue(self, kind: str, title: str) -> bool:
        """Whether a title says ``former``, ``elect`` or ``acting``."""
        pattern = self._cues.get(kind)
        if pattern is None:
            forms: Sequence[str] = self.raw.get("cues", {}).get(kind, ())
            pattern = re.compile(rf"\b(?:{'|'.join(forms)})") if forms else re.compile("(?!)")
            self._cues[kind] = pattern
        return pattern.search(fold_title(title)) is not None

    def at_summit(self, country: str, day: str) -> str:
        """The office whose holder speaks for a state among heads of state."""
        for row in self.raw.get("at_summits", ()):
            if row["country"] == country and str(row.get("start", "")) <= day:
                return str(row["office"])
        return "head_of_state"

    @property
    def watched(self) -> Watched | None:
        """What the look for gaps looks at."""
        row = self.raw.get("watched")
        return Watched(row["members_of"], row["since"].isoformat(), tuple(row["offices"])) if row else None

    def is_missing(self, country: str, office: str) -> bool:
        """Whether a state has no such office."""
        return any(row["country"] == country and office in row["offices"] for row in self.raw.get("no_office", ()))

    def portfolios(self, title: str) -> frozenset[str]:
        """What a minister with a title is minister of, or the chamber that a speaker presides over."""
        return self._portfolios[title]

    def _find_portfolios(self, title: str) -> frozenset[str]:
        words = f" {re.sub(r'[^a-zа-я]+', ' ', fold_title(title))}"
        stems: Mapping[str, Sequence[str]] = self.raw.get("portfolios", {})
        return frozenset(key for key, own in stems.items() if any(f" {stem}" in words for stem in own))

    def post(self, title: str) -> str | None:
        """The post of an international body that a title means exactly: its first name stands for all."""
        folded = fold_title(title)
        for post in self.raw.get("posts_of_bodies", ()):
            if folded in map(fold_title, post["names"]):
                return str(post["names"][0])
        return None


@lru_cache(maxsize=8192)
def fold_title(title: str) -> str:
    """A title for comparison: lower case, ё as е, hyphens and dashes as spaces."""
    return " ".join(re.sub(r"[-–—‑]", " ", title.lower().replace("ё", "е")).split())
