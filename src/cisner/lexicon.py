"""The vocabulary of one language, compiled for matching: phrases with their readings, cues, names, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from cisner.cue_index import Cue, CueIndex, tokenize_cue
from cisner.errors import ResourceError
from cisner.families import Families, spell_out
from cisner.morphology import PLURAL, SINGULAR, Form, Inflector, fold
from cisner.name_data import Names, read_names
from cisner.patterns import LexiconFile, load_cues, load_lexicon, read_toml
from cisner.remembering import Remembered

ANY_CASE, CAPITAL, EXACT = "any", "capital", "exact"
COMPOUND = "compound"  # what stands for a state only before a hyphen: "Sino-Russian"
FORMAT = "format."  # begins the type of a cue that is a format of meetings
_GOVERNED = frozenset({(SINGULAR, "gen"), (SINGULAR, "any")})


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a surface form.

    Attributes:
        kind: COUNTRY, ADJECTIVE, DEMONYM, CITY, ORGANIZATION, ORGAN, ROLE, CHIEF, INSTITUTION, DEPUTY, ACTING, FORMER,
            NEUTRAL, MEETING, AGREEMENT, COUNTERPART.
        value: Normal value: a country code, an office, an acronym, a kind.
        rule: Name of the rule or knowledge item.
        readings: Number and case readings of the form.
        case: Letter case that the text must have: any, capital or exact.
        text: The form as written, for exact matches.
        extra: A second value (level of an organ, class of an institution, "weak", "needs_country", "beside_name").
        lemma: The dictionary form.
        governed: The singular that it has after another noun, if the form is a plural: "министра" of "министров".
    """

    kind: str
    value: str
    rule: str
    readings: frozenset[tuple[str, str]]
    case: str = ANY_CASE
    text: str = ""
    extra: str = ""
    lemma: str = ""
    governed: str = ""


@dataclass(slots=True, eq=False)
class Lexicon:
    """Everything of a language that matching needs.

    Args:
        language: ``en`` or ``ru``.
        folders: Pattern folders, the built-in one first.
    """

    language: str
    folders: Sequence[Path]
    inflector: Inflector = field(init=False)
    file: LexiconFile = field(init=False)
    entries: dict[str, list[Entry]] = field(init=False, default_factory=dict)
    cues: CueIndex = field(init=False)
    completed: frozenset[str] = field(init=False)  # rules of cues that depend on what follows
    qualifiers: CueIndex = field(init=False)
    names: Names = field(init=False)
    dates: dict[str, Any] = field(init=False)
    date_words: dict[str, frozenset[str]] = field(init=False)  # those around dates
    families: Families = field(init=False)  # words that stand for each other in cues
    in_past: Remembered[str, bool] = field(init=False)  # whether a word is in the past tense

    def __post_init__(self) -> None:
        self.inflector = Inflector(read_toml(self.folders, self.language, "morphology.toml"))
        self.file = load_lexicon(self.folders, self.language)
        cues = load_cues(self.folders, self.language)
        self.families = cues.family
        self.completed = frozenset(f"cue.{c.name}" for c in cues.cue if c.completed)
        rules = [(c.type, f"cue.{c.name}", c.forms) for c in cues.cue]
        rules += [(f"{FORMAT}{name}", f"{FORMAT}{name}", forms) for name, forms in self.file.formats.items()]
        self.cues = CueIndex(self._told(rules))
        frame = self.file.meeting_frame
        self.qualifiers = CueIndex(
            Cue(kind, f"qualifier.{kind}", tuple(tokenize_cue(form)))
            for kind, forms in (
                ("next", frame.next),
                ("coming", frame.coming),
                ("previous", frame.previous),
                ("regular", frame.regular),
                ("modifier", frame.modifiers),
            )
            for form in forms
        )
        self.dates = read_toml(self.folders, self.language, "dates.toml")
        around = self.dates["context"]
        self.date_words = {key: frozenset(words) for key, words in around.items() if isinstance(words, list)}
        past = re.compile(around["past"])
        others = self.date_words["not_past"]
        self.in_past = Remembered(lambda w: w.isalpha() and past.search(w) is not None and w not in others)
        self.names = read_names(read_toml(self.folders, self.language, "names.toml", required=False), self.inflector)
        self._add_roles()
        self._add_knowledge()

    def _told(self, rules: Iterable[tuple[str, str, tuple[str, ...]]]) -> Iterator[Cue]:
        """The cues of rules (type, name, forms), each wording once."""
        for kind, rule, forms in rules:
            try:
                wordings = [w for form in forms for w in spell_out(form, self.families, self.inflector)]
            except ValueError as error:
                raise ResourceError(f"{self.language}/cues.toml: {rule}: {error}") from None
            for wording in dict.fromkeys(wordings):
                yield Cue(kind, rule, tuple(tokenize_cue(wording)))

    # -- compiling -------------------------------------------------------------------------------------------------

    def _add(self, phrase: str, kind: str, value: str, rule: str, case: str = ANY_CASE, extra: str = "") -> None:
        phrase, _, lemma = phrase.partition("=")  # "глава/fa правительств=глава правительства"
        forms = self.inflector.forms(phrase)
        if " " in lemma:  # what several govern is in the plural, and so are they
            told = ((f, frozenset(r for r in f.readings if r[0] == PLURAL)) for f in forms)
            forms = [replace(f, readings=readings) for f, readings in told if readings]
        governed = "" if lemma else next((f.text for f in forms if not _GOVERNED.isdisjoint(f.readings)), "")
        if lemma and all(number == PLURAL for form in forms for number, _ in form.readings):
            governed = lemma  # "Chairmen/p=Chairman"
        for form in forms:
            self._add_form(form, kind, value, rule, case, extra, lemma or _bare(phrase), governed)

    def _add_place(self, phrase: str, kind: str, value: str, rule: str, careful: set[str], extra: str = "") -> None:
        """Add a proper name: no plural, unless the name is one, and a flag on forms that are ordinary words too."""
        name = kind in ("COUNTRY", "CITY", "ORGANIZATION") and "/pl" not in phrase
        for form in self.inflector.forms(phrase):
            if name and form.readings and not any(number == SINGULAR for number, _ in form.readings):
                continue
            case = CAPITAL if form.text[:1].isupper() else ANY_CASE
            flag = "ambiguous" if fold(form.text) in careful or fold(_bare(phrase)) in careful else extra
            self._add_form(form, kind, value, rule, case, flag, _bare(phrase))

    def _add_form(
        self, form: Form, kind: str, value: str, rule: str, case: str, extra: str, lemma: str, governed: str = ""
    ) -> None:
        key = fold(form.text)
        if key in self.file.ignored_forms:
            return
        known = self.entries.setdefault(key, [])
        for index, entry in enumerate(known):
            if (
                entry.kind == kind
                and entry.value == value
                and entry.case == case
                and (case != EXACT or entry.text == form.text)
            ):
                readings = entry.readings | form.readings if entry.readings and form.readings else frozenset()
                known[index] = replace(entry, readings=readings, text=form.text)
                return
        known.append(Entry(kind, value, rule, form.readings, case, form.text, extra, lemma, governed))

    def _add_roles(self) -> None:
        for role in self.file.role:
            for form in role.forms:
                exact = EXACT if form.partition("/")[0].isupper() and len(form.partition("/")[0]) <= 4 else ANY_CASE
                needs = "needs_country" if role.needs_country else "beside_name" if role.beside_name else ""
                self._add(form, "ROLE", role.office, f"role.{role.name}", exact, needs)
        for chief in self.file.chief:
            for form in chief.forms:
                self._add(form, "CHIEF", chief.name, f"chief.{chief.name}")
        for institution in self.file.institution:
            rule = f"institution.{institution.cls}" + (f".{institution.country}" if institution.country else "")
            for form in institution.forms:
                exact = EXACT if form.partition("/")[0].isupper() and len(form.partition("/")[0]) <= 5 else ANY_CASE
                self._add(form, "INSTITUTION", institution.office, rule, exact, institution.cls)
        for kind, forms in self.file.modifiers.items():
            for form in forms:
                self._add(form, kind.upper(), kind, f"modifier.{kind}")
        for meeting in self.file.meeting:
            for form in meeting.forms:
                self._add(form, "MEETING", meeting.kind, f"meeting.{meeting.name}", _acronym(form), meeting.level)
        for agreement in self.file.agreement:
            for form in agreement.forms:
                self._add(
                    form,
                    "AGREEMENT",
                    agreement.kind,
                    f"agreement.{agreement.kind}",
                    CAPITAL if agreement.capital else ANY_CASE,
                    extra="weak" if agreement.weak else "named" if agreement.capital else "",
                )
        for form in self.file.stop_phrases:
            self._add(form, "STOP", "", "word.stop_phrase")
        for form in self.file.words.counterpart:
            self._add(form, "COUNTERPART", "", "word.counterpart")
        for form in self.file.words.successor:
            self._add(form, "COUNTERPART", "", "word.successor")

    def _add_knowledge(self) -> None:
        language = self.language
        for country in read_toml(self.folders, "knowledge", "countries.toml").get("country", ()):
            code, own = country["id"], country.get(language, {})
            careful = {fold(a) for a in own.get("ambiguous", ())}
            rule = f"country.{code}"
            for name in own.get("names", ()):
                self._add_place(name, "COUNTRY", code, rule, careful)
            for name in _both_inflected(own.get("names", ())):
                self._add_place(name, "COUNTRY", code, rule, careful)
            for acronym in own.get("acronyms", ()):
                self._add(acronym, "COUNTRY", code, rule, EXACT)
            for key, kind in (("adjectives", "ADJECTIVE"), ("demonyms", "DEMONYM")):
                for name in own.get(key, ()):
                    self._add_place(name, kind, code, rule, careful)
            for first in own.get("compounds", ()):
                self._add(first, "ADJECTIVE", code, rule, extra=COMPOUND)
        for city in read_toml(self.folders, "knowledge", "cities.toml", required=False).get("city", ()):
            careful = {fold(a) for a in city.get("ambiguous", ())}
            for name in city.get(language, ()):
                country = city.get("country", "")
                self._add_place(name, "CITY", city["name"], f"city.{country}", careful, country)
        for organization in read_toml(self.folders, "knowledge", "organizations.toml", required=False).get(
            "organization", ()
        ):
            acronym, own = organization["id"], organization.get(language, {})
            careful = {fold(a) for a in organization.get("ambiguous", ())}
            for name in own.get("names", ()):
                self._add_place(name, "ORGANIZATION", acronym, f"organization.{acronym}", careful)
            for name in own.get("acronyms", ()):
                self._add(name, "ORGANIZATION", acronym, f"organization.{acronym}", EXACT)
            for organ in organization.get("organ", ()):
                for name in (w for n in organ.get(language, ()) for w in self._with_full_name(n, own)):
                    bare = _bare(name)
                    told = set(bare.split())
                    case = EXACT if bare.isupper() and len(told) == 1 else CAPITAL
                    if len(told) > 1 and not told.isdisjoint(own.get("acronyms", ())):
                        case = ANY_CASE  # «сессия совета коллективной безопасности ОДКБ»
                    self._add(name, "ORGAN", acronym, f"organ.{acronym}", case, organ.get("level", ""))

    def _with_full_name(self, organ: str, body: Mapping[str, Sequence[str]]) -> Iterator[str]:
        """The name of an organ as it is, and with the name of its body in full for the acronym that it has."""
        yield organ
        acronyms, names = body.get("acronyms", ()), body.get("names", ())
        first, _, last = organ.partition(" ")
        if last and first in acronyms:
            yield from (f"{name} {last}" for name in names)
        first, _, last = organ.rpartition(" ")
        if first and last in acronyms:
            full = (form for name in names for form in self.inflector.forms(name))
            yield from (f"{first} {f.text}" for f in full if not f.readings or (SINGULAR, "gen") in f.readings)

    def lookup(self, text: str) -> list[Entry]:
        """The meanings of a surface form, letter case respected."""
        found = []
        for entry in self.entries.get(fold(text), ()):
            if entry.case == EXACT and entry.text != text and entry.text.upper() != text:
                continue
            if entry.case == CAPITAL and not text[:1].isupper():
                continue
            found.append(entry)
        return found


def _acronym(form: str) -> str:
    """How the letter case of a form counts: an acronym stands only for itself."""
    word = form.partition("/")[0]
    return EXACT if word.isupper() and " " not in word else ANY_CASE


def _both_inflected(names: Sequence[str]) -> Iterator[str]:
    """Names of two words of which reports inflect both: «Республики Индии» beside «Республики Индия»."""
    inflected = {_bare(name): name for name in names if "/" in name and " " not in name}
    for name in names:
        first, _, last = name.partition(" ")
        if "/" in first and last in inflected:
            yield f"{first} {inflected[last]}"


def _bare(marked: str) -> str:
    return re.sub(r"/[A-Za-z]+(?::[^\s]*)?", "", marked)
