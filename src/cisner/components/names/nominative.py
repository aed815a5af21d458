"""Names brought to the nominative: the reading of all parts under one gender and case that fits best."""

from __future__ import annotations

from functools import lru_cache

from cisner.components.names.evidence import Evidence
from cisner.components.names.parts import CAMEL, GLUED, GLUED_AFTER
from cisner.knowledge import Knowledge
from cisner.lexicon import Lexicon
from cisner.morphology import NameReading, fold

_SYLLABLE = 4  # letters of an eastern surname that is not on record
_SURE, _NONE = 2.5, -1.0  # how well a part reads in a case: as a known name, not at all
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")  # a woman's name that ends in one is the same in every case


class Nominative:
    """Brings names to the nominative.

    Args:
        lexicon: The language's name data.
        knowledge: People that are known.
        evidence: What words tell.
    """

    def __init__(self, lexicon: Lexicon, knowledge: Knowledge, evidence: Evidence) -> None:
        self._lexicon = lexicon
        self._names = lexicon.names
        self._knowledge = knowledge
        self._evidence = evidence
        self._readings = lru_cache(maxsize=10_000)(self._find_readings)
        self.of = lru_cache(maxsize=10_000)(self._find_nominative)

    def _find_nominative(self, piece: tuple[tuple[str, str], ...], cases: frozenset[str]) -> tuple[str, str, str]:
        """The nominative of a name, its gender and its case, from the texts and kinds of its parts."""
        inflector = self._lexicon.inflector
        piece = tuple(part for text, kind in piece for part in _apart(text, kind))
        texts = [text for text, _ in piece]
        if len(inflector.cases) < 2:
            gender = next((g for g in (self._evidence.gender(t) for t in texts) if g in ("m", "f")), "")
            return " ".join(texts), gender, ""
        best: tuple[float, list[str], str, str] = (-99.0, texts, "", "nom")
        last = len(piece) - 1
        eastern = last == 2 and self._is_eastern(texts, [kind for _, kind in piece])
        readings = [
            self._readings(text, "particle" if eastern and i < last else kind, i == last)
            for i, (text, kind) in enumerate(piece)
        ]
        for gender in ("m", "f"):
            for case in inflector.cases:
                read = [r[gender, case] for r in readings]
                score, forms = 0.0, [form for _, form in read]
                for value, _ in read:
                    score += value
                if cases:
                    score += 1.5 if case in cases else -1.5
                if case == "nom":
                    score += 0.6
                elif any(r[gender, case][0] <= _NONE and _is_sure(r) for r in readings):
                    score -= 1.0  # «среди министров – Мурат Нуртлеу»: the given name would decline
                if len(forms) > 1 and self._knowledge.has_name(fold(" ".join(forms))):
                    score += 3.0
                if score > best[0] + 1e-9:
                    best = (score, forms, gender, case)
        return " ".join(best[1]), best[2], best[3]

    def _is_eastern(self, texts: list[str], kinds: list[str]) -> bool:
        """Whether of the parts of a name only the last one declines: "Ким Чен Ир", "Данг Минь Кхой"."""
        if fold(texts[0]) in self._names.surname_first:
            return True
        short = len(texts[0]) <= _SYLLABLE and len(texts[1]) <= _SYLLABLE + 1
        return short and set(kinds) == {"word"} and not self._evidence.gender(texts[0])

    def of_a_man(self, piece: tuple[tuple[str, str], ...]) -> frozenset[str]:
        """The nominatives, in small letters, that a name has if it is that of a man in another case."""
        last = len(piece) - 1
        readings = [self._readings(text, kind, i == last) for i, (text, kind) in enumerate(piece)]
        found = set()
        for case in self._lexicon.inflector.cases[1:]:
            read = [r["m", case] for r in readings]
            if all(value > 0 for value, _ in read):
                found.add(fold(" ".join(form for _, form in read)))
        return frozenset(found)

    def _find_readings(self, text: str, kind: str, last: bool) -> dict[tuple[str, str], tuple[float, str]]:
        """How well a part of a name reads under each gender and case, and its nominative then."""
        ways = [(gender, case) for gender in ("m", "f") for case in self._lexicon.inflector.cases]
        if kind in ("initials", "particle"):
            return dict.fromkeys(ways, (0.0, text))
        prefix, suffix = "", ""
        glued = GLUED.match(text)
        if glued:
            prefix, text = glued.group(1), glued.group(2)
        after = GLUED_AFTER.match(text)
        if after and not glued:
            text, suffix = after.group(1), after.group(2)
        found = {}
        for gender, case in ways:
            head, _, tail = text.rpartition("-")
            value, form = self._read_word(tail or text, gender, case, last=last, whole=text)
            if head:
                head_value, head_form = self._read_word(head, gender, case, last=False, whole=head)
                if head_value > 1.5:
                    head = head_form
                    value += 0.5
                form = head + "-" + form
            found[gender, case] = value, prefix + form + suffix
        return found

    def _read_word(self, word: str, gender: str, case: str, *, last: bool, whole: str) -> tuple[float, str]:
        word_read = word[0] + word[1:].lower() if word.isupper() and len(word) > 2 else word
        best = (-1.0 if case != "nom" else 0.0, word_read)
        if gender == "f" and last and case == "nom" and word_read.endswith("ы"):
            best = (-0.8, word_read)  # "Дженнифер Даудны" is no nominative
        if gender == "f" and last and case == "nom" and self._is_of_a_man(word_read, fold(whole)):
            return -0.7, word_read  # "замминистра Валерия Осталепа": more likely Валерий Осталеп
        whole_head = whole[: len(whole) - len(word)]
        for reading in self._lexicon.inflector.name_readings(word_read):
            if reading.case != case or gender not in reading.gender:
                continue
            value = self._value(reading, whole_head, gender, last)
            if value > best[0]:
                best = (value, reading.nominative)
        undeclined = bool(self._names.undeclined.search(word_read))
        if undeclined and fold(whole) in self._names.alone.famous and not self._knowledge.has_surname(fold(whole)):
            return max(3.3, best[0]), word_read  # "Роналду"; better than the dative of "Роналд"
        if best[0] < 2.5 and (undeclined or (gender == "f" and word_read[-1] in _CONSONANTS)):
            if gender in self._names.given.get(fold(whole), ""):
                return 2.5, word_read  # a given name that does not decline
        if case == "nom" or not last:
            return best
        names = self._names
        if undeclined and best[0] < 2.0 and self._knowledge.has_surname(fold(whole)):
            return 2.0, word_read
        if best[0] < 1.2 and names.undeclined_surname.search(word_read) and names.surname.search(fold(whole)):
            return 1.2, word_read  # a surname that does not decline
        if best[0] < 0.6 and names.undeclined_unknown.search(word_read):
            return 0.6, word_read
        if undeclined and best[0] < 0:
            return -0.2, word_read
        return best

    def _is_of_a_man(self, word: str, whole: str) -> bool:
        """Whether a surname that nothing else tells is more likely that of a man in the genitive."""
        if word[-1] != "а" or word[-2:-1] not in _CONSONANTS:
            return False
        names = self._names
        known = whole in names.given or whole in names.alone.famous or self._knowledge.has_surname(whole)
        return not known and not names.surname.search(whole)

    def _value(self, reading: NameReading, head: str, gender: str, last: bool) -> float:
        folded = fold(head + reading.nominative)
        own = self._names.given.get(folded)
        value = 0.1
        if own is not None:
            # as a surname the given name of a woman may be that of a man: "Хакан Фидан"
            value = 3.0 if gender in own else (-0.3 if last else -1.5)
        elif folded in self._names.alone.famous or (
            self._knowledge.has_surname(folded) and self._knowledge.surname_gender(folded, gender)
        ):
            value = 2.5
        elif any(p.search(folded) for p, g in self._names.patronymics if g == gender):
            value = 2.0
        elif reading.kind == "surname":
            value = 1.0 if self._names.surname.search(folded) else 0.3
        elif self._names.surname.search(folded) and last and not self._names.declined.search(folded):
            value = 0.8
        elif self._names.odd.search(folded):
            value = -0.5
        if reading.nominative.endswith("ь"):
            hard = reading.nominative[-2:-1] in _CONSONANTS  # after a vowel it is "й": "Кхоя" of "Кхой"
            value += 0.01 if hard else -1.0  # "Игорем": of "Игорь" and "Игор" the soft one
        if reading.case == "nom" and reading.gender == "mf" and own is None:
            value -= 0.05
        return value


def _is_sure(readings: dict[tuple[str, str], tuple[float, str]]) -> bool:
    """Whether a part of a name is a known one as it stands."""
    return max(readings["m", "nom"][0], readings["f", "nom"][0]) >= _SURE


def _apart(text: str, kind: str) -> tuple[tuple[str, str], ...]:
    """The words of a part that lost the space between them: "РоманГоловченко"."""
    camel = CAMEL.match(text) if kind == "glued" else None
    return tuple((word, "word") for word in camel.groups()) if camel else ((text, kind),)
