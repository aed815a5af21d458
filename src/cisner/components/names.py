"""Personal names, with or without a place in the knowledge files: name grammar over capitalised words.

A run of name parts (given names, initials, particles, surnames, also glued: "А.Г.Лукашенко") is a name when enough
speaks for it: a known given name, initials, a patronymic, a surname ending, a title or country before it. Russian forms
are brought to the nominative by reading them backwards through the paradigms and choosing the reading that fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from cisner.components.component import Component
from cisner.knowledge import Knowledge
from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.morphology import NameReading, fold
from cisner.remembering import Remembered
from cisner.words import Words

_INITIALS = re.compile(r"^(?:[A-ZА-ЯҐІЇЄ][a-zа-я]?\.-?){1,4}$")
_GLUED = re.compile(r"^((?:[A-ZА-Я][a-zа-я]?\.-?){1,3})([A-ZА-Я][\w’'-]+)$")
_GLUED_AFTER = re.compile(r"^([A-ZА-Я][\w’'-]{2,})((?:[A-ZА-Я]\.){1,3})$")
_CAMEL = re.compile(r"^([A-ZА-Я][a-zа-я]{2,})([A-ZА-Я][a-zа-я]{3,})$")
_CAPITALISED = re.compile(r"^[A-ZÀ-ÞĀ-ŽА-ЯҐІЇЄƏĞŞÇÖÜİȘȚ][\w’'`]*$")
_NEEDED = 2.0
_BEGINNING = frozenset({"word", "initials", "glued"})  # kinds of parts that a name may begin with
_QUOTES = frozenset('«»"“”„')
_GOVERNORS = frozenset({"ROLE", "CHIEF", "COUNTERPART", "DEPUTY", "ACTING"})
_PLACES = frozenset({"CITY", "COUNTRY", "DEMONYM", "ADJECTIVE", "INSTITUTION"})
_BEFORE_NAME = frozenset(
    {"ROLE", "CHIEF", "INSTITUTION", "ORGAN", "COUNTRY", "ORGANIZATION", "COUNTERPART", "ADJECTIVE"}
)


@dataclass(slots=True)
class _Part:
    """One part of a run: its tokens and text."""

    start: int
    end: int
    text: str
    kind: str  # word, initials, glued, particle


class Names(Component):
    """Finds personal names.

    Args:
        lexicon: The language's name data.
        knowledge: People that are known.
    """

    def __init__(self, lexicon: Lexicon, knowledge: Knowledge, stop_words: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._names = lexicon.names
        self._knowledge = knowledge
        self._stop_words = stop_words
        self._spaces: list[bool] = []
        self._starts: set[int] = set()
        self._lower: set[str] = set()
        self._capitals: dict[str, list[int]] | None = None
        self._capitals_tell = len(lexicon.inflector.cases) > 1  # English capitalises too much
        self._kinds = Remembered(self._kind_of)
        self._gender = lru_cache(maxsize=10_000)(self._find_gender)
        self._patronymic = lru_cache(maxsize=10_000)(self._find_patronymic)
        self._surname_like = lru_cache(maxsize=10_000)(self._looks_like_surname)
        self._base_forms = lru_cache(maxsize=10_000)(self._find_base_forms)
        self._is_known = lru_cache(maxsize=10_000)(self._find_known)
        self._readings = lru_cache(maxsize=10_000)(self._find_readings)
        self._nominative = lru_cache(maxsize=10_000)(self._find_nominative)

    def find(self, kept: Words) -> None:
        """Add the names as PERSON mentions; norm is the nominative."""
        words = kept.texts
        self._spaces = kept.spaces
        known = kept.mentions
        blocked = [False] * len(words)
        before: dict[int, Mention] = {}
        starting: dict[int, Mention] = {}
        for mention in known:
            if mention.attributes.get("nested"):
                continue
            if self._could_be_name(mention, words):
                continue
            for index in range(mention.start, mention.end):
                blocked[index] = True
            before[mention.end] = mention
            starting[mention.start] = mention
        lower = set(words) & set(kept.lower)
        self._starts, self._lower = set(kept.starts), lower
        self._capitals = None
        out: list[Mention] = []
        reached = 0
        starts = self._starts
        kinds = list(map(self._kinds.__getitem__, words))
        candidates = [i for i, kind in enumerate(kinds) if kind in _BEGINNING and not blocked[i]]
        for index in candidates:
            if index < reached:
                continue
            run = self._run(words, index, blocked, starts)
            if not run:
                continue
            for piece in self._split(run, starts, lower):
                title = self._title_before(piece, words, before)
                governor = self._governor(title, piece[0].start, words, before)
                name = self._judge(piece, words, title, governor, starting)
                if name is not None:
                    out.append(name)
            reached = run[-1].end
        alone = [i for i, kind in enumerate(kinds) if kind == "word"]
        self._same_names(out, words, alone)
        if self._capitals_tell:
            self._alone(out, words, [i for i in alone if not blocked[i]])
        kept.discard([(m.start, m.end) for m in out], _PLACES)
        kept.add(out)

    # -- runs of name parts --

    def _could_be_name(self, mention: Mention, words: Sequence[str]) -> bool:
        """A city or country that is ambiguous and stands beside a given name may be part of a name."""
        if mention.attributes.get("extra") != "ambiguous" and mention.label not in ("CITY", "DEMONYM"):
            return False
        if mention.end - mention.start != 1:
            return False
        before = words[mention.start - 1] if mention.start else ""
        after = words[mention.end] if mention.end < len(words) else ""
        if self._gender(before) and before[:1].isupper():
            if mention.attributes.get("extra") == "ambiguous":
                return True
            if self._capitals_tell and mention.label == "DEMONYM" and words[mention.start][:1].isupper():
                return True  # "Андрей Швед": the demonym would have a small letter
        return bool(self._gender(words[mention.start])) and bool(_CAPITALISED.match(after)) and not after.isupper()

    def _run(self, words: Sequence[str], start: int, blocked: Sequence[bool], starts: set[int]) -> list[_Part]:
        parts: list[_Part] = []
        index = start
        while index < len(words) and not blocked[index]:
            if parts and index in starts:
                break
            word = words[index]
            kind = self._kinds[word]
            if kind == "particle":
                if parts and self._hyphenated(words, index, blocked):  # "эль-Масри"
                    parts.append(_Part(index, index + 3, f"{word}-{words[index + 2]}", "word"))
                    index += 3
                    continue
                if not parts or not self._continues(words, index, blocked):
                    break
                parts.append(_Part(index, index + 1, word, kind))
                index += 1
                continue
            if kind is None:
                break
            end = index + 1
            text = word
            while (
                kind == "word"
                and end + 1 < len(words)
                and words[end] in ("-", "‑")
                and not self._spaces[end - 1]
                and not self._spaces[end]
                and not blocked[end + 1]
                and words[end + 1][:1].isalpha()
                and (
                    words[end + 1][0].isupper()
                    or fold(words[end + 1]) in self._names.patronymic_words
                    or len(words[end + 1]) <= 4
                    or fold(text + "-" + words[end + 1]) in self._names.given
                )
            ):
                text += "-" + words[end + 1]
                end += 2
            parts.append(_Part(index, end, text, kind))
            index = end
        while parts and parts[-1].kind == "particle" and fold(parts[-1].text) not in self._names.patronymic_words:
            parts.pop()
        return parts

    def _kind_of(self, word: str) -> str | None:
        if fold(word) in self._names.honorifics:
            return None
        if _INITIALS.match(word):
            return "initials"
        if _GLUED.match(word) or _GLUED_AFTER.match(word) or self._camel(word):
            return "glued"
        if _CAPITALISED.match(word):
            return "word"
        folded = fold(word)
        if folded in self._names.particles or folded in self._names.patronymic_words:
            return "particle"
        return None

    def _camel(self, word: str) -> bool:
        """Whether a space was lost between a given name and a surname."""
        parts = _CAMEL.match(word)
        return parts is not None and bool(self._gender(parts.group(1)))

    def _hyphenated(self, words: Sequence[str], index: int, blocked: Sequence[bool]) -> bool:
        """Whether a particle is tied to the surname by a hyphen."""
        tied = words[index + 1 : index + 2] == ["-"] and not self._spaces[index] and not self._spaces[index + 1]
        return tied and index + 2 < len(words) and not blocked[index + 2] and bool(_CAPITALISED.match(words[index + 2]))

    def _continues(self, words: Sequence[str], index: int, blocked: Sequence[bool]) -> bool:
        """Whether a name goes on after a particle ("bin Rashid"); patronymic words may also end it ("Ильхам оглы")."""
        if fold(words[index]) in self._names.patronymic_words:
            return True
        following = index + 1
        if following < len(words) and fold(words[following]) in self._names.particles:
            following += 1
        return following < len(words) and not blocked[following] and bool(_CAPITALISED.match(words[following]))

    def _split(self, run: list[_Part], starts: set[int], lower: set[str]) -> list[list[_Part]]:
        """Cut a run at words that are no part of any name, and long runs where a new given name begins."""
        pieces: list[list[_Part]] = [[]]
        capitals = all(p.text.isupper() for p in run if p.kind == "word")
        for part, following in zip_longest(run, run[1:]):
            if part.kind == "word" and self._not_a_name(part, starts, lower):
                given = self._gender(part.text) and following is not None and self._surname_like(following.text)
                if not given:
                    pieces.append([])
                    continue
            before_given = following is not None and bool(self._gender(following.text))
            after_given = before_given or (
                bool(pieces[-1]) and pieces[-1][-1].kind == "word" and bool(self._gender(pieces[-1][-1].text))
            )
            if part.kind == "word" and not capitals and not after_given and part.text.isupper() and len(part.text) > 2:
                pieces.append([])
                continue
            piece = pieces[-1]
            if piece and part.kind == "word" and self._capitals_tell:
                last = piece[-1]
                foreign = last.text.isascii() and last.kind == "word" and not part.text.isascii()
                strange = len(piece) > 1 and following is not None and fold(part.text) in self._names.given
                if foreign or (strange and not any(self._gender(p.text) for p in piece)):
                    pieces.append([])
                    piece = pieces[-1]
            if len(piece) >= 2 and part.kind == "word" and self._gender(part.text) and not self._gender(piece[-1].text):
                if piece[-1].kind == "word" and self._names.surname.search(self._base(piece[-1].text)):
                    pieces.append([])
            pieces[-1].append(part)
        return [self._without_stray_word(p) for p in pieces if p]

    def _without_stray_word(self, piece: list[_Part]) -> list[_Part]:
        """A piece without a word before its given name ("Приморья Александр Шемелев"), unless that is a surname."""
        words = [p for p in piece if p.kind == "word"]
        if len(words) < 2 or words[0] is not piece[0]:
            return piece
        if (
            len(words) == 3
            and len(piece) == 3
            and self._capitals_tell
            and self._gender(words[0].text)
            and self._names.surname.search(fold(words[1].text))
            and self._names.adjective.search(fold(words[2].text))
            and not self._patronymic(words[2].text)
        ):
            return piece[:2]
        if self._gender(words[0].text):
            return piece
        if (
            words[0].start in self._starts
            and fold(words[1].text) not in self._names.not_names
            and self._gender(words[1].text)
            and not self._surname_like(words[0].text)
            and not self._known(words[:1])
            and self._capitals_tell
        ):
            return piece[1:]
        if len(words) < 3:
            return piece
        if (
            self._gender(words[1].text)
            and not self._patronymic(piece[-1].text)
            and not self._surname_like(words[0].text)
            and not self._known(words[:1])
        ):
            return piece[1:]
        return piece

    def _not_a_name(self, part: _Part, starts: set[int], lower: set[str]) -> bool:
        folded = fold(part.text)
        if folded in self._names.not_names:
            return True
        if part.start in starts and folded in self._stop_words:
            return True
        if part.start in starts and folded not in self._names.given:
            if folded in self._stop_words or folded in lower:
                return True
        if len(part.text) == 1:
            return True
        return part.text.isupper() and len(part.text) < 4 and folded not in self._names.given

    # -- judging --

    def _base(self, text: str) -> str:
        return fold(text)

    def _find_gender(self, word: str) -> str:
        """Gender of a given name in any case form, or the empty string."""
        folded = fold(word)
        if folded in self._names.given:
            return self._names.given[folded]
        for reading in self._lexicon.inflector.name_readings(folded):
            gender = self._names.given.get(reading.nominative)
            if gender and (reading.gender in gender or gender == "mf"):
                return gender
        head, _, tail = folded.partition("-")
        return self._names.given.get(head, "") if self._names.given.get(tail) else ""

    def _title_before(self, piece: Sequence[_Part], words: Sequence[str], before: dict[int, Mention]) -> Mention | None:
        index = piece[0].start
        while index > 0 and (
            words[index - 1] in ("(", ",", "–", "—", "-", ":", '"', "«", "“", ")")
            or fold(words[index - 1]) in self._names.honorifics
        ):
            if words[index - 1] == ")":
                return None
            index -= 1
        return before.get(index)

    def _governor(
        self, title: Mention | None, start: int, words: Sequence[str], before: dict[int, Mention]
    ) -> Mention | None:
        """The role word whose case a name shares: the first of the title that ends before the name."""
        found = None
        current = title
        position = title.start if title is not None else start
        for _ in range(12):
            if current is not None:
                if current.label in _GOVERNORS:
                    found = current
                elif current.label not in _BEFORE_NAME and current.label not in ("CITY", "MEETING", "NEUTRAL"):
                    break
                position = current.start
            elif found is not None or position <= 0 or not words[position - 1].islower():
                break
            else:
                position -= 1
            current = before.get(position)
        return found

    def _judge(
        self,
        piece: list[_Part],
        words: Sequence[str],
        title: Mention | None,
        governor: Mention | None,
        starting: dict[int, Mention],
    ) -> Mention | None:
        cases = self._cases(governor or title, words, piece[0].start)
        known = self._known(piece)
        size = sum(p.kind != "particle" for p in piece)
        if size > 5 or (size == 1 and len(piece[0].text) < 3):
            return None
        if size == 1 and title is not None and title.norm == "presidential_staff" and cases == {"nom"}:
            cases = frozenset({"nom", "gen"})  # "пресс-секретарь Путина"
        score = 0.0
        given = [self._gender(p.text) for p in piece if p.kind == "word"]
        if any(given):
            first = next(p.text for p in piece if p.kind == "word")
            score += 1.0 if any(form in self._names.risky for form in self._base_forms(first)) else 2.0
        if any(p.kind in ("initials", "glued") for p in piece):
            score += 2.0
        if any(self._patronymic(p.text) for p in piece if p.kind != "initials"):
            score += 2.0
        surname = [p for p in piece if p.kind == "word" and self._surname_like(p.text)]
        if surname:
            score += 1.0
        adjacent = title is not None and title.end == piece[0].start and title.label in _BEFORE_NAME
        if adjacent and title is not None:
            score += 1.5 if title.label in ("ROLE", "COUNTERPART") or governor is not None else 1.0
        elif governor is not None or (title is not None and title.label in ("ROLE", "COUNTRY")):
            score += 0.7
        following = starting.get(piece[-1].end + 1)
        if (
            following is not None
            and following.label in ("ROLE", "COUNTRY", "CHIEF")
            and words[piece[-1].end] in ("(", ",", "–", "—", "-")
        ):
            score += 1.0
        if known:
            score += 2.0 if size > 1 else 1.0
        if 1 < size < 4 and score < _NEEDED and self._capitals_tell:
            score += self._around(piece, words)
        if size == 1 and not any(p.kind == "glued" for p in piece):
            # A surname alone: only beside a title or of a known person; others come by the full name in the text.
            if not (adjacent and title is not None and title.label in ("ROLE", "COUNTERPART")) and not known:
                return None
            if not known and not surname and any(given):
                return None
            if not known and not surname:
                return None
        elif size == 1:
            score += 1.0
        if size > 1 and score < _NEEDED:
            return None
        if all(p.kind == "initials" for p in piece):
            return None
        name, gender, case = self._nominative(_texts(piece), cases)
        return Mention(
            "PERSON",
            piece[0].start,
            piece[-1].end,
            name,
            "names.grammar",
            {"gender": gender, "case": case, "size": size},
        )

    def _around(self, piece: Sequence[_Part], words: Sequence[str]) -> float:
        """What speaks for two unknown words being a name: "сказал Xx Yy", "Xx Yy (Xxx Yyy)", Yy again later."""
        start, end = piece[0].start, piece[-1].end
        if start in self._starts or any(p.text.isupper() or p.text.isascii() or p.kind != "word" for p in piece):
            return 0.0
        after, before = words[end : end + 3], words[max(0, start - 2) : start]
        score = 0.7 if not (after and _CAPITALISED.match(after[0])) else 0.0
        if len(after) > 1 and after[0] == "(" and after[1][:1].isupper() and after[1].isascii():
            score += 1.0
        near = [c for c in self._lexicon.cues.find([fold(w) for w in (*before, "|", *after)]) if c[2].type == "speak"]
        if near:
            score += 1.3
        stem = fold(piece[-1].text)[: max(4, len(piece[-1].text) - 2)]
        alone = [
            i
            for i in self._capitalised(words).get(stem[:4], ())
            if not start <= i < end and fold(words[i]).startswith(stem)
        ]
        if alone and fold(piece[-1].text) not in self._lower:
            score += 1.0
        return score

    def _capitalised(self, words: Sequence[str]) -> dict[str, list[int]]:
        """Where capitalised words stand, by their first letters."""
        if self._capitals is None:
            self._capitals = {}
            for index, word in enumerate(words):
                if word[:1].isupper() and len(word) > 3:
                    self._capitals.setdefault(fold(word)[:4], []).append(index)
        return self._capitals

    def _known(self, piece: Sequence[_Part]) -> bool:
        return self._is_known(" ".join(p.text for p in piece), piece[-1].text)

    def _find_known(self, text: str, last: str) -> bool:
        if self._knowledge.has_name(fold(text)):
            return True
        for reading in self._lexicon.inflector.name_readings(fold(last)):
            if self._knowledge.has_surname(reading.nominative):
                return True
        return self._knowledge.has_surname(fold(last))

    def _looks_like_surname(self, word: str) -> bool:
        folded = fold(word)
        if self._names.surname.search(folded):
            return True
        return any(
            self._names.surname.search(r.nominative)
            for r in self._lexicon.inflector.name_readings(folded)
            if r.kind == "surname"
        )

    def _find_patronymic(self, word: str) -> str:
        folded = fold(word)
        if folded in self._names.patronymic_words:
            return "mf"
        for pattern, gender in self._names.patronymics:
            if pattern.search(folded):
                return gender
            if any(
                pattern.search(r.nominative)
                for r in self._lexicon.inflector.name_readings(folded)
                if gender in r.gender
            ):
                return gender
        return ""

    # -- nominative --

    def _cases(self, title: Mention | None, words: Sequence[str], start: int) -> frozenset[str]:
        """The cases that the title or preposition before a name allow; empty for any."""
        inflector = self._lexicon.inflector
        if len(inflector.cases) < 2:
            return frozenset()
        if title is not None and title.label in ("ROLE", "CHIEF", "COUNTERPART"):
            cases = frozenset(c for n, c in title.attributes.get("readings", ()))
            if title.start and fold(words[title.start - 1]) in inflector.prepositions:
                governed = cases & inflector.prepositions[fold(words[title.start - 1])]
                return governed or cases
            return cases
        if start and title is None:
            return inflector.prepositions.get(fold(words[start - 1]), frozenset())
        return frozenset()

    def _find_nominative(self, piece: tuple[tuple[str, str], ...], cases: frozenset[str]) -> tuple[str, str, str]:
        """The nominative of a name, its gender and its case, from the texts and kinds of its parts."""
        inflector = self._lexicon.inflector
        texts = [_CAMEL.sub(r"\1 \2", text) if kind == "glued" else text for text, kind in piece]
        if len(inflector.cases) < 2:
            gender = next((g for g in (self._gender(t) for t in texts) if g in ("m", "f")), "")
            return _join(texts), gender, ""
        best: tuple[float, list[str], str, str] = (-99.0, texts, "", "nom")
        last = len(piece) - 1
        readings = [self._readings(text, kind, i == last) for i, (text, kind) in enumerate(piece)]
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
                if len(forms) > 1 and self._knowledge.has_name(fold(_join(forms))):
                    score += 3.0
                if score > best[0] + 1e-9:
                    best = (score, forms, gender, case)
        return _join(best[1]), best[2], best[3]

    def _find_readings(self, text: str, kind: str, last: bool) -> dict[tuple[str, str], tuple[float, str]]:
        """How well a part of a name reads under each gender and case, and its nominative then."""
        ways = [(gender, case) for gender in ("m", "f") for case in self._lexicon.inflector.cases]
        if kind in ("initials", "particle"):
            return dict.fromkeys(ways, (0.0, text))
        prefix, suffix = "", ""
        glued = _GLUED.match(text)
        if glued:
            prefix, text = glued.group(1), glued.group(2)
        after = _GLUED_AFTER.match(text)
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
        whole_head = whole[: len(whole) - len(word)]
        for reading in self._lexicon.inflector.name_readings(word_read):
            if reading.case != case or gender not in reading.gender:
                continue
            value = self._value(reading, whole_head, gender, last)
            if value > best[0]:
                best = (value, reading.nominative)
        undeclined = bool(self._names.undeclined.search(word_read))
        if undeclined and best[0] < 2.5 and gender in self._names.given.get(fold(whole), ""):
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

    def _value(self, reading: NameReading, head: str, gender: str, last: bool) -> float:
        folded = fold(head + reading.nominative)
        own = self._names.given.get(folded)
        value = 0.1
        if own is not None:
            value = 3.0 if gender in own else -1.5
        elif self._knowledge.has_surname(folded) and self._knowledge.surname_gender(folded, gender):
            value = 2.5
        elif any(p.search(folded) for p, g in self._names.patronymics if g == gender):
            value = 2.0
        elif reading.kind == "surname":
            value = 1.0 if self._names.surname.search(folded) else 0.3
        elif self._names.surname.search(folded) and last and not self._names.declined.search(folded):
            value = 0.8
        if reading.nominative.endswith("ь"):
            value += 0.01  # "Игорем": of "Игорь" and "Игор" the soft one
        if reading.case == "nom" and reading.gender == "mf" and own is None:
            value -= 0.05
        return value

    # -- later mentions --

    def _same_names(self, found: list[Mention], words: Sequence[str], places: Sequence[int]) -> None:
        """Surnames alone, and other forms of names that the text gives in full somewhere."""
        surnames: dict[str, Mention] = {}
        for mention in found:
            if mention.attributes["size"] > 1 or "." in mention.norm:
                surnames.setdefault(fold(self._surname_of(mention.norm)), mention)
        if not surnames:
            return
        taken = {i for m in found for i in range(m.start, m.end)}
        for index in places:
            word = words[index]
            if index in taken or (len(word) < 3 and fold(word) not in self._names.surname_first):
                continue
            for candidate in self._base_forms(word):
                full = surnames.get(candidate)
                if full is not None:
                    found.append(
                        Mention(
                            "PERSON",
                            index,
                            index + 1,
                            self._surname_of(full.norm),
                            "names.surname",
                            {"gender": full.attributes["gender"], "case": "", "size": 1},
                        )
                    )
                    break

    def _alone(self, found: list[Mention], words: Sequence[str], places: Sequence[int]) -> None:
        """Surnames by themselves, of people whom the text never names in full."""
        taken = {i for m in found for i in range(m.start, m.end)}
        for index in places:
            word = words[index]
            if index in taken or len(word) < 4 or word.isupper():
                continue
            if index in self._starts or (index - 1 in self._starts and not words[index - 1][:1].isalpha()):
                continue
            if fold(word) in self._lower or fold(word) in self._names.not_names:
                continue
            around = (*words[max(0, index - 1) : index], *words[index + 1 : index + 2])
            if any(w[:1].isupper() or w in _QUOTES or w in ("-", "–") for w in around):
                continue
            if fold(words[index - 1]) in self._names.place_words or not any(
                self._names.surname_alone.search(f) for f in self._base_forms(word)
            ):
                continue
            part = _Part(index, index + 1, word, "word")
            name, gender, case = self._nominative(_texts([part]), self._cases(None, words, index))
            attributes = {"gender": gender, "case": case, "size": 1, "alone": True}
            found.append(Mention("PERSON", index, index + 1, name, "names.alone", attributes))

    def _find_base_forms(self, word: str) -> tuple[str, ...]:
        folded = fold(word)
        return (folded, *(r.nominative for r in self._lexicon.inflector.name_readings(folded)))

    def _surname_of(self, name: str) -> str:
        parts = [p for p in name.split() if not _INITIALS.match(p)]
        first = len(parts) > 1 and fold(parts[0]) in self._names.surname_first
        return parts[0] if first else _bare_surname(parts[-1] if parts else name)


def _bare_surname(last: str) -> str:
    glued = _GLUED.match(last)
    if glued:
        return glued.group(2)
    after = _GLUED_AFTER.match(last)
    return after.group(1) if after else last


def _texts(piece: Sequence[_Part]) -> tuple[tuple[str, str], ...]:
    return tuple((p.text, p.kind) for p in piece)


def _join(parts: Sequence[str]) -> str:
    return " ".join(parts)
