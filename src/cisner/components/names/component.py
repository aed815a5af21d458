"""Finds personal names in a text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count

from cisner.components.component import Component
from cisner.components.names.alone import Alone
from cisner.components.names.evidence import Evidence
from cisner.components.names.governing import Governing
from cisner.components.names.headlines import Headlines
from cisner.components.names.judging import Judge
from cisner.components.names.nominative import Nominative
from cisner.components.names.page import Page
from cisner.components.names.parts import BEGINNING, CAPITALISED, Part, texts
from cisner.components.names.runs import Runs
from cisner.components.names.surnames import Surnames
from cisner.knowledge import Knowledge
from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.transliteration import is_cyrillic
from cisner.words import Words

_OFFICES = frozenset({"ROLE", "CHIEF", "INSTITUTION"})
_OF_OFFICES = _OFFICES | {"ORGANIZATION", "ORGAN"}  # "TURKSOY Secretary General" ends with one, too
_INSIDE = frozenset({"CITY", "COUNTRY", "DEMONYM", "ADJECTIVE", "INSTITUTION", "ROLE"})


def _spells(words: Sequence[str], name: Mention, before: Mention | None) -> bool:
    """Whether a name in brackets is the one before it in other letters: «Аскар Акаев (Askar Akayev)»."""
    if before is None or words[name.start - 1] != "(":
        return False
    closed = words[name.end : name.end + 1] == [")"]
    return closed and is_cyrillic(words[name.start]) != is_cyrillic(words[before.end - 1])


class Names(Component):
    """Finds personal names.

    Args:
        lexicon: The language's name data.
        knowledge: People that are known.
        stop_words: Words that begin sentences and are no names.
    """

    def __init__(self, lexicon: Lexicon, knowledge: Knowledge, stop_words: frozenset[str]) -> None:
        self._capitals_tell = len(lexicon.inflector.cases) > 1  # English capitalises too much
        evidence = Evidence(lexicon, knowledge)
        governing = Governing(lexicon)
        nominative = Nominative(lexicon, knowledge, evidence)
        self._evidence = evidence
        self._nominative = nominative
        self._leading, self._risky, self._given = lexicon.names.leading, lexicon.names.risky, lexicon.names.given
        self._joining = lexicon.file.setting.conjunction | {",", "–", "—"}
        self._portfolio = lexicon.file.role_frame.portfolio
        self._headlines = None if self._capitals_tell else Headlines(lexicon.language, evidence, stop_words)
        self._runs = Runs(lexicon, evidence, stop_words)
        self._judge = Judge(lexicon, evidence, nominative, governing)
        self._surnames = Surnames(lexicon.names, evidence)
        self._alone = Alone(lexicon, evidence, nominative, governing)

    def find(self, kept: Words) -> None:
        """Add the names as PERSON mentions; norm is the nominative."""
        page = self._page(kept)
        blocked = page.blocked
        kinds = list(map(self._evidence.kind, page.words))
        out: list[Mention] = []
        alone: list[Part] = []
        women: list[tuple[Mention, tuple[tuple[str, str], ...]]] = []
        reached = 0
        words, leading = page.words, self._leading
        parts = list(compress(count(), kinds))
        beginning = [i for i in parts if kinds[i] in BEGINNING or words[i] in leading or words[i + 1 : i + 2] == ["-"]]
        for index in beginning:
            if index < reached or blocked[index]:
                continue
            run = self._runs.run(page, index)
            if not run:
                continue
            pieces, strays = self._runs.split(page, run)
            alone += strays
            for piece in pieces:
                name = self._judge.judge(page, piece)
                if name is not None:
                    if self._capitals_tell and out and name.attributes["gender"] == "f":
                        self._as_listed(page, name, texts(piece), out[-1])
                    out.append(name)
                    if name.attributes["gender"] == "f" and name.attributes["size"] > 1:
                        women.append((name, texts(piece)))
                elif piece[0].kind != "initials" and (len(piece) == 1 or piece[0].kind == "particle"):
                    alone.append(Part(piece[0].start, piece[-1].end, " ".join(p.text for p in piece), "word"))
                elif len(piece) == 2 and page.opens(piece[0].start) and piece[0].kind == piece[1].kind == "word":
                    alone.append(piece[1])  # "Лидирует Петров"
            reached = run[-1].end
        if women and self._capitals_tell:
            self._name_men(women, out)
        self._surnames.add(out, page.words, [i for i in parts if kinds[i] == "word"])
        if self._capitals_tell:
            self._alone.add(page, out, alone)
        if "(" in page.words:
            ends = {m.end: m for m in out}
            out = [m for m in out if not _spells(page.words, m, ends.get(m.start - 1))]
        kept.discard([(m.start, m.end) for m in out], _INSIDE)
        kept.add(out)

    def _as_listed(self, page: Page, name: Mention, parts: tuple[tuple[str, str], ...], before: Mention) -> None:
        """Read a name in the case of the man joined before it: "Андрея Фурсенко и Александра Соколова"."""
        case = before.attributes["case"]
        joined = page.words[before.end : name.start]
        if before.attributes["gender"] != "m" or case in ("", "nom") or name.attributes["case"] != "nom":
            return
        if len(parts) < 2 or len(joined) != 1 or joined[0] not in self._joining - {"–", "—"}:
            return
        same = frozenset({"gen", "acc"}) if case in ("gen", "acc") else frozenset({case})
        norm, gender, case = self._nominative.of(parts, same)
        if gender == "m" and case in same:
            name.norm = norm
            name.attributes.update(gender=gender, case=case)

    def _name_men(self, women: Sequence[tuple[Mention, tuple[tuple[str, str], ...]]], found: Sequence[Mention]) -> None:
        """Tell men in the genitive from women, where the text has the man: "Александра Брода", "Александр Брод"."""
        men = {fold(m.norm): m for m in found if m.attributes["gender"] == "m" and m.attributes["size"] > 1}
        for name, parts in women:
            man = next((men[form] for form in self._nominative.of_a_man(parts) if form in men), None) if men else None
            if man is not None:
                name.norm = man.norm
                name.attributes.update(gender="m", case="gen")

    def _page(self, kept: Words) -> Page:
        """A text, without the mentions that may be part of a name."""
        words = kept.texts
        blocked = [False] * len(words)
        page = Page(words, kept.spaces, set(kept.starts), set(words), blocked)
        for mention in kept.mentions:
            if mention.attributes.get("nested") or self._could_be_name(mention, words):
                continue
            if mention.label == "ROLE" and self._is_given(mention, page, kept.mentions):
                continue
            for index in range(mention.start, mention.end):
                blocked[index] = True
            page.before[mention.end] = mention
            page.starting[mention.start] = mention
        for index in self._headlines.ordinary(page) if self._headlines is not None else ():
            blocked[index] = True
        return page

    def _could_be_name(self, mention: Mention, words: Sequence[str]) -> bool:
        """A city or country that is ambiguous and stands beside a given name may be part of a name."""
        if mention.attributes.get("extra") != "ambiguous" and mention.label not in ("CITY", "DEMONYM", "ROLE"):
            return False
        if mention.end - mention.start != 1:
            return False
        if mention.label == "ROLE":
            return self._is_called_like_an_office(mention, words)
        before = words[mention.start - 1] if mention.start else ""
        after = words[mention.end] if mention.end < len(words) else ""
        if self._evidence.gender(before) and before[:1].isupper():
            if mention.attributes.get("extra") == "ambiguous":
                return True
            if self._capitals_tell and mention.label == "DEMONYM" and words[mention.start][:1].isupper():
                return True  # "Андрей Швед": the demonym would have a small letter
        abbreviation = after.isupper() and (len(after) < 4 or words[mention.start].isupper())  # else "Vladimir MAKEI"
        return bool(self._evidence.gender(words[mention.start])) and bool(CAPITALISED.match(after)) and not abbreviation

    def _is_given(self, mention: Mention, page: Page, mentions: Sequence[Mention]) -> bool:
        """Whether a title is the given name before a surname: "Deputy Minister Sultan Kamaletdinov"."""
        words, start = page.words, mention.start
        if mention.end - start != 1 or not words[start][:1].isupper() or mention.end >= len(words):
            return False
        after, before = words[mention.end], page.before.get(start)
        gender = self._evidence.gender
        if self._has_title_of_its_own(page.words, mention, mentions):
            return True
        if not start or not gender(words[start]) or not CAPITALISED.match(after) or gender(after):
            return False
        if before is not None:
            return before.label in _OF_OFFICES or (before.label == "COUNTRY" and self._capitals_tell)
        if fold(words[start - 1]) in self._portfolio:
            return True
        # "Ягуба Эюбова и Хокима Холикзоду": an office would have a small letter
        told = words[start - 1] in self._joining or (words[start - 1].islower() and start - 1 not in page.starts)
        return self._capitals_tell and told and self._is_surname(after)

    def _has_title_of_its_own(self, words: Sequence[str], mention: Mention, mentions: Sequence[Mention]) -> bool:
        """Whether a full name in apposition to a title follows: "Sultan Ahmad Xx, the spokesman"."""
        end = mention.end
        if not self._evidence.gender(words[mention.start]) or words[end + 2 : end + 3] != [","]:
            return False
        if not (CAPITALISED.match(words[end]) and CAPITALISED.match(words[end + 1])):
            return False
        return any(m.label in _OFFICES and m.start - end in (3, 4) for m in mentions)

    def _is_surname(self, word: str) -> bool:
        """Whether a word in some case ends as surnames do."""
        return any(map(self._evidence.surname_like, self._evidence.base_forms(word)))

    def _is_called_like_an_office(self, mention: Mention, words: Sequence[str]) -> bool:
        """Whether a title is a surname: "Дик Адвокат"; a title after a given name would have a small letter."""
        start = mention.start
        if not self._capitals_tell or not start or not words[start][:1].isupper() or words[start].isupper():
            return False
        before, after = words[start - 1], words[mention.end] if mention.end < len(words) else ""
        if CAPITALISED.match(after):
            return False
        if fold(words[start]) in self._given:
            return fold(words[start]) not in self._risky  # "мать Раиса"; the head of Tatarstan is a "раис"
        if not self._evidence.gender(before) or not before[:1].isupper():
            return False
        return self._risky.isdisjoint(self._evidence.base_forms(before))
