"""Surnames and given names by themselves, of people whom the text never names in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cisner.components.names.evidence import Evidence
from cisner.components.names.governing import Governing
from cisner.components.names.nominative import Nominative
from cisner.components.names.page import Page
from cisner.components.names.parts import CAPITALISED, Part
from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.words import CLOSING, OPENING

_GENITIVE = frozenset({"gen"})
_DASHES = frozenset({"—", "–"})
_ENDING = (")", "(", ".", ";")


class Alone:
    """Finds names that nothing else in the text explains.

    Args:
        lexicon: The language's name data.
        evidence: What words tell.
        nominative: Brings names to the nominative.
        governing: Finds the words before a name.
    """

    def __init__(self, lexicon: Lexicon, evidence: Evidence, nominative: Nominative, governing: Governing) -> None:
        self._names = lexicon.names
        self._alone = lexicon.names.alone
        self._and = lexicon.file.setting.conjunction
        self._joining = self._and | _DASHES | lexicon.file.words.or_
        self._before_listed, self._after_listed = self._joining | {",", "("}, self._joining | {",", *_ENDING}
        self._evidence = evidence
        self._nominative = nominative
        self._governing = governing

    def add(self, page: Page, found: list[Mention], parts: Iterable[Part]) -> None:
        """Add the names.

        Args:
            page: The text.
            found: Names that are known already; the others are put to them.
            parts: Words that may be names.
        """
        taken = {i for m in found for i in range(m.start, m.end)}
        parts = [p for p in parts if p.start not in taken]
        if not parts:
            return
        begins, ends = {m.start: m for m in found}, {m.end: m for m in found}
        given = {form for m in found if m.attributes["size"] > 1 for form in fold(m.norm).split()}
        left = []
        for part in parts:
            if not self._may_be(page, part, begins):
                continue
            if self._speaks_for(page, part, given):
                mention = self._mention(page, part, found, begins)
                begins[part.start] = ends[part.end] = mention
            else:
                left.append(part)
        for row in (left, left[::-1]):  # lists of names are known from either end
            for part in row:
                if part.start not in begins and self._is_listed(page, part, begins, ends):
                    begins[part.start] = ends[part.end] = self._mention(page, part, found, begins)

    def _may_be(self, page: Page, part: Part, begins: dict[int, Mention]) -> bool:
        """Whether nothing stands against a word's being a name."""
        words, start, end = page.words, part.start, part.end
        folded = fold(part.text)
        if len(folded) < 3 or part.text.isupper() or part.text.isascii() or folded in page.forms:
            return False
        if self._evidence.never(part.text):
            return False
        before, after = words[start - 1] if start else "", words[end] if end < len(words) else ""
        if (fold(before) in self._alone.things and not self._is_called(page, start)) or (
            after in ("-", "‑") and not page.spaces[end - 1]
        ):
            return False
        if before in ("-", "‑") or (before in OPENING and after in CLOSING):
            return False
        begun = page.starts | page.meeting
        if before[:1].isupper() and not page.opens(start - 1) and start not in begun:
            return False
        if CAPITALISED.match(after) and end not in begun and not (end in begins and self._possesses(page, part)):
            return False
        return not self._names.agreeing.search(f"{folded} {fold(after)}")

    def _is_called(self, page: Page, start: int) -> bool:
        """Whether two words before introduce a name: "по имени"."""
        return start > 1 and f"{fold(page.words[start - 2])} {fold(page.words[start - 1])}" in self._alone.kin

    def _possesses(self, page: Page, part: Part) -> bool:
        """Whether a noun with a person in the genitive stands before: "вдова X Наталья"."""
        before = fold(page.words[part.start - 1]) if part.start else ""
        if self._evidence.gender(part.text):
            return False
        if before in self._alone.his or before in self._alone.of:
            return True
        title = page.before.get(part.start)
        if before not in self._alone.kin and (title is None or title.label != "ROLE"):
            return False
        return self._evidence.surname_like(part.text) or self._evidence.known([part])

    def _speaks_for(self, page: Page, part: Part, given: set[str]) -> bool:
        """Whether a word's form, or what stands beside it, makes it a name."""
        words, start, end = page.words, part.start, part.end
        forms = self._evidence.base_forms(part.text)
        if end in page.meeting and self._evidence.surname_like(part.text):
            return True
        if not self._alone.famous.isdisjoint(forms):
            return True
        folded = forms[0]
        sure = folded not in self._alone.ordinary and any(self._alone.endings.search(f) for f in forms)
        called = self._evidence.gender(part.text) and self._names.risky.isdisjoint(forms) and given.isdisjoint(forms)
        after = fold(words[end]) if end < len(words) else ""
        if part.text[:1].islower():
            return True  # "фон Триер"
        if page.opens(start):
            return bool((sure or (called and len(part.text) > 3)) and self._alone.verb.search(after))
        before = fold(words[start - 1])
        if sure or (called and len(part.text) > 3):
            return True
        if before in self._alone.kin or before in self._alone.his:
            return True
        if self._is_called(page, start):
            return True
        if self._alone.speech.fullmatch(before) or self._alone.speech.fullmatch(after):
            return True
        told = self._alone.past.search(before) or self._alone.verb.search(before) or self._alone.past.search(after)
        beside = before in self._alone.of or told
        return bool(beside) and self._evidence.surname_like(part.text)

    def _is_listed(self, page: Page, part: Part, begins: dict[int, Mention], ends: dict[int, Mention]) -> bool:
        """Whether a word is joined to a name: "X и Y", "X — Y", "(X, Y)"."""
        words, start, end = page.words, part.start, part.end
        if start in page.starts and self._and.isdisjoint(words[end : end + 1]):
            return False
        before, after = words[start - 1] if start else "", words[end] if end < len(words) else ""
        other = None
        if before in self._joining or (before == "," and after in self._after_listed):
            other = ends.get(start - 1)
        if other is None and (after in self._joining or (after == "," and before in self._before_listed)):
            other = begins.get(end + 1)
        if other is None:
            return False
        case = other.attributes["case"]
        return not case or case == "nom" or part.text[-1] not in "бвгджзклмнпрстфхцчшщй"

    def _mention(self, page: Page, part: Part, found: list[Mention], begins: dict[int, Mention]) -> Mention:
        cases = self._governing.cases(page, None, part.start)
        before = fold(page.words[part.start - 1]) if part.start else ""
        if not cases and (before in self._alone.his or self._possesses(page, part)):
            cases = _GENITIVE
        name, gender, case = self._nominative.of(((part.text, "word"),), cases)
        forms = self._evidence.base_forms(part.text)
        other = begins.get(part.end + 1)
        if other is not None and page.words[part.end] in self._and and self._evidence.gender(part.text):
            name = self._with_surname(name, other)
        same = next((m for m in found if m.attributes.get("alone") and self._is_same(m.norm, name, forms)), None)
        if same is not None:
            name = same.norm
        attributes = {"gender": gender, "case": case, "size": 1, "alone": True}
        mention = Mention("PERSON", part.start, part.end, name, "names.alone", attributes)
        found.append(mention)
        return mention

    def _with_surname(self, given: str, other: Mention) -> str:
        """A given name with the surname that two people share: "Барак и Мишель Обама"."""
        first, *rest = other.norm.split()
        hers = bool(rest) and self._evidence.surname_like(rest[-1]) and self._names.declined.search(fold(rest[-1]))
        if not rest or hers or not self._evidence.gender(first):
            return given
        return f"{given} {rest[-1]}"

    def _is_same(self, known: str, name: str, forms: Sequence[str]) -> bool:
        """Whether two names may be forms of one."""
        return fold(known) in forms or fold(name) in self._evidence.base_forms(known)
