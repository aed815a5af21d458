#!/usr/bin/env python3
"""Run cisner on factRuEval-2016 and print what the scorers of that benchmark read.

    factrueval_adapter.py FOLDER [--docs IDS.txt] [--patterns DIR] > predictions.jsonl

FOLDER holds the texts of the collection (``*.txt``, UTF-8). One JSON object is printed for each document:
``{"doc", "persons", "locations", "occupations": [{"who", "position", "where"}], "meetings": [{"participants"}]}``.
Names are in the nominative; a position and its place are words of the text, cut out of the title that cisner found.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cisner import loading, pipeline
from cisner.analysis import analyse
from cisner.knowledge import Knowledge
from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.patterns import read_toml
from cisner.relations.cast import PersonRecord
from cisner.relations.posts import Post
from cisner.relations.sentence import View
from cisner.resources import patterns_folder
from cisner.text import normalise, squeeze

_PATTERNS = Path(__file__).resolve().parent / "factrueval_patterns"
_TWO = 2
_PLACES = frozenset({"COUNTRY", "ADJECTIVE", "DEMONYM", "ORGANIZATION", "ORGAN", "INSTITUTION", "CITY"})
# Heads of what their complement names; a minister or secretary has his field in the title.
_CHIEF = re.compile(
    "глав(?!н)|руководител|лидер|(?:со)?председател|спикер|директор|начальник|замглав|зампред|депутат|член|представител|секретар"
)
_ADJECTIVE = re.compile("(?:ого|его|ой|ей|ых|их)$")
_RANK = re.compile(
    "(?:главн|генеральн|исполнительн|коммерческ|финансов|техническ|художественн|креативн|музыкальн|творческ|научн"
    "|ведущ|старш|младш|втор|трет|запасн|приглашенн|выпускающ|политическ|экономическ|спортивн|специальн|собственн"
    "|почетн|действительн)(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю)$"
)
_TEAM = re.compile("сборн")
_INCUMBENT = re.compile("действующ|нынешн|нов|избранн")
_ONE_TO_ONE = frozenset({"posts.before", "posts.before_comma", "posts.after"})  # one title, one name
_ELSEWHERE = frozenset({"от", "в", "на"})
_QUOTES = frozenset("«»\"“”„'")
_NATIONAL = frozenset({
    "head_of_state", "head_of_government", "deputy_head_of_government", "foreign_minister", "defence_minister",
    "minister", "deputy_minister", "presidential_staff",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Occupation:
    """A fact of the benchmark: who, as what, where."""

    who: str
    position: str
    where: str

    def as_json(self) -> dict[str, str]:
        """The fact without empty fields."""
        return {k: v for k, v in (("who", self.who), ("position", self.position), ("where", self.where)) if v}


class Adapter:
    """Reads documents with the Russian pipeline.

    Args:
        patterns: A pattern folder to lay over cisner's own.
    """

    def __init__(self, patterns: Path | None = None) -> None:
        folders = (str(patterns),) if patterns else ()
        self._reader = pipeline.Reader("ru", patterns)
        self._lexicon: Lexicon = loading.lexicon("ru", folders)
        self._knowledge: Knowledge = loading.knowledge(folders)
        self._capitals = loading.capitals(folders)
        rows = read_toml([patterns_folder(), *map(Path, folders)], "knowledge", "countries.toml")["country"]
        self._countries = {
            row["id"]: [n for n in (re.sub(r"/\S+", "", name) for name in row["ru"]["names"]) if " " not in n]
            or [re.sub(r"/\S+", "", row["ru"]["names"][0])]
            for row in rows
        }

    def read(self, name: str, text: str) -> dict[str, Any]:
        """The facts of one document."""
        words = self._reader(normalise(squeeze(text).text))
        analysis = analyse(words, self._lexicon, self._knowledge, self._capitals, None)
        people = analysis.cast.people
        names = {p.index: p.name for p in people}
        officials = {p.index for p in people if any(o.office != "other" for n in p.named for o in n.posts)}
        meetings: dict[frozenset[str], list[str]] = {}
        for event in analysis.events:
            if (
                event.organization or event.commission
            ):  # a Meeting fact is one between people, not the session of a body
                continue
            involved = list(dict.fromkeys(names[i.person] for i in event.involved if i.status != "absent"))
            if not event.personal and len(involved) != _TWO:
                continue
            if len(involved) >= _TWO and any(i.person in officials for i in event.involved):
                meetings.setdefault(frozenset(involved), involved)
        return {
            "doc": name,
            "persons": [*(p.name for p in people), *self._alone(analysis.view, people)],
            "locations": self._locations(analysis.view),
            "occupations": [o.as_json() for p in people for o in self._occupations(analysis.view, p)],
            "meetings": [{"participants": people} for people in meetings.values()],
        }

    @staticmethod
    def _alone(view: View, people: Sequence[PersonRecord]) -> list[str]:
        """Surnames of people whom the text never names in full; cisner's relations pass them over."""
        known = {part for person in people for part in person.parts}
        names = [m.norm for m in view.source.find("PERSON") if m.attributes.get("alone")]
        return [name for name in dict.fromkeys(names) if fold(name) not in known]

    # -- locations -----------------------------------------------------------------------------------------------------

    def _locations(self, view: View) -> list[str]:
        found: dict[str, str] = {}
        for mention in view.source.find("COUNTRY", "CITY"):
            if not mention.attributes.get("nested"):
                found.setdefault(mention.norm, _surface(view, mention.start, mention.end))
        return list(found.values())

    # -- occupations ---------------------------------------------------------------------------------------------------

    def _occupations(self, view: View, person: PersonRecord) -> Iterator[Occupation]:
        facts = []
        for named in person.named:
            for post in named.posts:
                if post.title is None or (post.title.attributes["number"] == "pl" and post.rule in _ONE_TO_ONE):
                    continue
                fact = self._split(view, person, post)
                if post.office != "other" or (
                    _names_a_body(fact.where) and not self._is_only_of_a_state(view, fact, post)
                ):
                    facts.append(fact)
        yield from _merged(facts)

    def _split(self, view: View, person: PersonRecord, post: Post) -> Occupation:
        """Cut a title into position and place."""
        title = post.title
        assert title is not None
        start = title.start
        for mention in view.source.find("NEUTRAL"):
            if mention.start == start and _INCUMBENT.match(view.lower[mention.start]):
                start = mention.end
        while start and _RANK.match(view.lower[start - 1]):
            start -= 1
        cut = self._cut(view, title)
        position = _surface(view, start, cut)
        where = _surface(view, self._proper(view, cut, title.end), self._end(view, cut, title.end))
        envoy = next((i for i in range(start + 1, title.end) if view.words[i] == "в"), 0)
        stated = any(title.start <= m.start < title.end for m in view.source.find("COUNTRY"))
        if envoy and not stated and view.lower[start].startswith("полпред"):
            position, where = _surface(view, start, envoy), _surface(view, envoy + 1, title.end)
        elif title.norm == "ambassador" and cut < title.end:
            position, where = _surface(view, start, title.end), self._state(view, post.represents)
        if not where:
            where = self._left(view, title)
        if not where and post.office in _NATIONAL:
            where = self._state(view, post.represents)
        return Occupation(person.name, position, where)

    def _cut(self, view: View, title: Mention) -> int:
        """Where the place begins: at a state, a body, an institution, a name or a quotation."""
        head = next((end for start, end, _ in title.attributes["heads"] if start >= title.start), title.start + 1)
        if head > title.start + 1 and _CHIEF.match(view.lower[title.start]):
            head = title.start + 1  # "глава правительства" is the head of a government
        starts = [m.start for m in view.source.find(*_PLACES) if head <= m.start and m.end <= title.end]
        starts += [i for i in range(head, title.end) if view.words[i][:1].isupper() or view.words[i] in _QUOTES]
        if head == title.start + 1 and _CHIEF.match(view.lower[title.start]) and title.end > head:
            starts.append(head)
        cut = min(starts, default=title.end)
        if head < cut < title.end and view.words[cut] in _QUOTES and view.lower[cut - 1] != "директоров":
            cut -= 1  # the noun before a name in quotation marks: "группы «ДДТ»"
        while cut > head and _ADJECTIVE.search(view.lower[cut - 1]) and cut < title.end:
            cut -= 1
        return cut

    @staticmethod
    def _proper(view: View, start: int, end: int) -> int:
        """Where a name begins that only describing words stand before: "крайне правого | Национального фронта"."""
        adjectives = {m.start for m in view.source.find("ADJECTIVE")}
        first = next((i for i in range(start, end) if i in adjectives or view.words[i][:1].isupper()), start)
        describing = not _TEAM.match(view.lower[start]) and all(
            _ADJECTIVE.search(view.lower[i]) or view.lower[i].endswith("е") for i in range(start, first)
        )
        return first if describing else start

    @staticmethod
    def _end(view: View, start: int, end: int) -> int:
        """Where a name ends before a field or place of work: "НАТО | в Афганистане", "Госдумы | от КПРФ"."""
        named = False
        for index in range(start, end - 1):
            word = view.words[index]
            if named and (
                word in _ELSEWHERE
                or (word == "по" and view.words[index + 1].islower() and view.words[index - 1].isupper())
            ):
                return index
            named = named or word[:1].isupper()
        return end

    def _is_only_of_a_state(self, view: View, fact: Occupation, post: Post) -> bool:
        """Whether a nationality is all that is said: "бразильский космонавт" works for no body of that name."""
        title = post.title
        assert title is not None
        return fact.where == self._left(view, title) and self._names_a_state(view, title)

    @staticmethod
    def _names_a_state(view: View, title: Mention) -> bool:
        left = int(title.attributes["left"])
        return any(left <= m.start and m.end <= title.start for m in view.source.find("ADJECTIVE"))

    def _left(self, view: View, title: Mention) -> str:
        """The state or body that stands before a title."""
        left = int(title.attributes["left"])
        for mention in view.source.find(*_PLACES):
            if left <= mention.start and mention.end <= title.start:
                if mention.label == "ADJECTIVE":
                    return self._state(view, mention.norm, view.lower[mention.start])
                return _surface(view, mention.start, mention.end)
        return ""

    def _state(self, view: View, code: str, like: str = "") -> str:
        """A state or body in words of the text, if it is named there; else the name most like its adjective."""
        named = next((m for m in view.source.find("COUNTRY", "ORGANIZATION") if m.norm == code), None)
        if named:
            return _surface(view, named.start, named.end)
        return max(self._countries.get(code, [""]), key=lambda name: _shared(fold(name), like))


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _names_a_body(where: str) -> bool:
    """Whether a place is more than a common noun: "лидер оппозиции" is no occupation in a body."""
    return any(letter.isupper() for letter in where) or len(where.split()) > 1


def _merged(facts: Sequence[Occupation]) -> list[Occupation]:
    """Facts without those that say less of the same: "president X" beside "president of Y X"."""
    out: list[Occupation] = []
    for fact in facts:
        known = next((k for k in out if _says_same(k, fact)), None)
        if known is None:
            out.append(fact)
        elif fact.where and not known.where:
            out[out.index(known)] = fact
    return out


def _says_same(one: Occupation, other: Occupation) -> bool:
    """Whether two facts of a person may be one: the same position, and no two places."""
    same_place = not one.where or not other.where or fold(one.where)[:5] == fold(other.where)[:5]
    return same_place and fold(one.position)[:5] == fold(other.position)[:5]


def _surface(view: View, start: int, end: int) -> str:
    text = "".join(
        view.words[i] + " " * view.source.spaces[i] for i in range(start, end) if view.words[i] not in _QUOTES
    )
    return " ".join(text.split())


def main() -> int:
    """Read the documents of a folder and print the predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--docs", type=Path, help="only the document ids in this file")
    parser.add_argument(
        "--patterns", type=Path, default=_PATTERNS, help="pattern folder laid over cisner's own (default: %(default)s)"
    )
    arguments = parser.parse_args()
    wanted = set(arguments.docs.read_text("utf-8").split()) if arguments.docs else None
    adapter = Adapter(arguments.patterns)
    for path in sorted(arguments.folder.glob("*.txt")):
        if wanted is None or path.stem in wanted:
            print(json.dumps(adapter.read(path.stem, path.read_text("utf-8-sig")), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
