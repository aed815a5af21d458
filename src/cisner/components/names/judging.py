"""Whether a piece is a name: what speaks for it is added up."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.components.names.evidence import Evidence
from cisner.components.names.governing import BEFORE_NAME, Governing
from cisner.components.names.nominative import Nominative
from cisner.components.names.page import Page
from cisner.components.names.parts import CAPITALISED, NUMBER, Part, texts
from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.morphology import PLURAL, fold
from cisner.words import CLOSING, OPENING

_NEEDED = 2.0
_TO_TITLE = 7  # tokens up to the role word of a title after a name
_TO_NAME = 8  # tokens after that word in which its holder may be named
_TELLING = frozenset({"ROLE", "CHIEF", "COUNTERPART"})
_OF_TITLE = frozenset({"COUNTRY", "INSTITUTION"})  # what a title may end with
_BODIES = frozenset({"ORGANIZATION", "ORGAN"})
_SINGLE = frozenset({"ROLE", "DEPUTY"})
_CLAUSE = frozenset({",", ".", ";", ")", ":", "–", "—"})
_BEFORE_TITLE = ("(", ",", "–", "—", "-")
_BULLETS = frozenset("—–-•*·")
_ENDING: tuple[list[str], ...] = ([","], ["."], [";"], [":"], [")"], ["–"], ["—"], [])


def _whose(last: Mention, governor: Mention | None) -> Mention:
    """The role word of a title that ends with a mention: not "head" of "head of the EU | Xx Yy", which may go on."""
    if governor is None:
        return last
    return governor if last.label in _OF_TITLE or (last.label in _BODIES and governor.label == "ROLE") else last


class Judge:
    """Decides which pieces are names.

    Args:
        lexicon: The language's name data.
        evidence: What words tell.
        nominative: Brings names to the nominative.
        governing: Finds the words before a name.
    """

    def __init__(self, lexicon: Lexicon, evidence: Evidence, nominative: Nominative, governing: Governing) -> None:
        self._lexicon = lexicon
        self._names = lexicon.names
        self._inside = lexicon.file.setting.inside
        self._sovereign = frozenset(f"role.{r.name}" for r in lexicon.file.role if r.by_given_name)
        small = lexicon.file.words.article | lexicon.file.words.genitive
        self._told = lexicon.file.words.tenure
        self._perfect = lexicon.file.words.perfect
        self._who, self._leads = lexicon.file.talks.who, lexicon.file.words.leads
        self._in_tenure = self._told | self._perfect
        self._in_title = lexicon.file.role_frame.portfolio.union(small)
        self._evidence = evidence
        self._nominative = nominative
        self._governing = governing
        self._capitals_tell = len(lexicon.inflector.cases) > 1  # English capitalises too much

    def judge(self, page: Page, piece: list[Part]) -> Mention | None:
        """The name that a piece is, if it is one."""
        follows = self._governing.without_aside(page, piece[0].start)
        title = self._governing.title_before(page, follows)
        known = self._evidence.known(piece)
        kinds = [p.kind for p in piece]
        size = len(kinds) - kinds.count("particle")
        if size > 5 or (size == 1 and len(piece[0].text) < 3):
            return None
        adjacent = title is not None and title.end == follows and title.label in BEFORE_NAME
        number = self._number(page, piece)
        if number and (
            self._evidence.gender(piece[0].text) or (adjacent and title is not None and title.label == "ROLE")
        ):
            return self._numbered(page, piece, title, number)
        alone = size == 1 and "glued" not in kinds
        if alone and not known and not (adjacent and title is not None and title.label in ("ROLE", "COUNTERPART")):
            return None  # a surname alone: only beside a title or of a known person; others come by the full name
        governor = self._governing.governor(page, title, piece[0].start)
        cases = self._governing.cases(page, governor or title, piece[0].start)
        if size == 1 and title is not None and title.norm == "presidential_staff" and cases == {"nom"}:
            cases = frozenset({"nom", "gen"})  # "пресс-секретарь Путина"
        if self._capitals_tell and self._is_no_person(page, piece, known):
            return None
        if governor is not None and governor.norm == "ambassador" and title is not None and title.label == "CITY":
            adjacent = title.end == piece[0].start  # "ambassador to Moscow Xx Yy"
        if size > 1 and not known and not self._tells_enough(page, piece, size, title, governor, adjacent):
            return None
        if alone and not known and not any(p.kind == "word" and self._evidence.surname_like(p.text) for p in piece):
            by_given = title is not None and title.rule in self._sovereign and fold(piece[0].text) not in page.forms
            given = any(p.kind == "word" and self._evidence.gender(p.text) for p in piece)
            if not by_given and (given or not self._follows_title(page, piece[0], cases)):
                return None
        if kinds.count("initials") == len(kinds):
            return None
        name, gender, case = self._nominative.of(texts(piece), cases)
        attributes = {"gender": gender, "case": case, "size": size}
        return Mention("PERSON", piece[0].start, piece[-1].end, name, "names.grammar", attributes)

    def _tells_enough(
        self,
        page: Page,
        piece: Sequence[Part],
        size: int,
        title: Mention | None,
        governor: Mention | None,
        adjacent: bool,
    ) -> bool:
        """Whether enough speaks for several words being a name; where it does, the rest is not asked."""
        surname = any(p.kind == "word" and self._evidence.surname_like(p.text) for p in piece)
        score = self._by_form(piece, size, surname)
        if score >= _NEEDED:
            return True
        start, end, words = piece[0].start, piece[-1].end, page.words
        if adjacent and title is not None:
            score += self._told_by_title(page, piece, _whose(title, governor))
            score += 1.5 if title.label in ("ROLE", "COUNTERPART") or governor is not None else 1.0
        elif governor is not None or (title is not None and title.label in ("ROLE", "COUNTRY")):
            if self._apposed(page, piece, governor or title):
                score += 1.2 if surname else 0.7
                score = max(score, self._between_commas(page, piece))
            else:
                score += 0.7
            if governor is not None and title is None and score < _NEEDED:
                score += self._ends_title(page, piece, governor)
        following = page.starting.get(end + 1)
        if following is not None and following.label in ("ROLE", "COUNTRY", "CHIEF") and words[end] in _BEFORE_TITLE:
            score += 2.0 if self._is_entry(page, piece) else 1.0
        if score >= _NEEDED or (size < 5 and self._has_title_after(page, piece)) or self._beside_state(page, start):
            return True
        if start and fold(words[start - 1]) in self._names.honorifics:
            score += 1.3
        if size < 4 and score < _NEEDED and self._capitals_tell:
            score += self._around(page, piece)
        return score >= _NEEDED

    def _by_form(self, piece: Sequence[Part], size: int, surname: bool) -> float:
        """What the words of a piece tell by themselves: given names, initials, patronymics and surnames."""
        score = 0.0
        words = [p.text for p in piece if p.kind == "word"]
        if any(self._evidence.gender(w) for w in words):
            score += 2.0 if self._names.risky.isdisjoint(self._evidence.base_forms(words[0])) else 1.3
        if any(p.kind in ("initials", "glued") for p in piece):
            score += 2.0
        if any(self._evidence.patronymic(p.text) for p in piece if p.kind != "initials"):
            score += 2.0
        if surname:
            score += 1.0
        if any(p.kind == "particle" for p in piece[1:-1]):
            score += 1.0  # "Violaine de Villemeurt"
        if size == 3 and fold(piece[0].text) in self._names.surname_first and max(len(p.text) for p in piece) < 7:
            score += 1.5  # "Ли Со Ён"
        return score

    def _beside_state(self, page: Page, start: int) -> bool:
        """Whether a name begins at a word in a list of states; right after a state its case would be unknown."""
        return start in page.beside_states() or (not self._capitals_tell and start in page.after_states())

    @staticmethod
    def _number(page: Page, piece: Sequence[Part]) -> str:
        """The number of a king or pope after a name, or the empty string."""
        end = piece[-1].end
        if end >= len(page.words) or len(piece) > 2 or not NUMBER.match(page.words[end]):
            return ""
        return page.words[end] if end not in page.starts and all(p.kind == "word" for p in piece) else ""

    def _numbered(self, page: Page, piece: Sequence[Part], title: Mention | None, number: str) -> Mention:
        """The mention of a name with a number, which stands for a surname."""
        cases = self._governing.cases(
            page, self._governing.governor(page, title, piece[0].start) or title, piece[0].start
        )
        name, gender, case = self._nominative.of(texts(piece), cases)
        attributes = {"gender": gender, "case": case, "size": 1}
        return Mention("PERSON", piece[0].start, piece[-1].end + 1, f"{name} {number}", "names.numbered", attributes)

    def _follows_title(self, page: Page, part: Part, cases: frozenset[str]) -> bool:
        """Whether a strange word in the nominative is who has the title before it; a body would be in the genitive."""
        after = page.words[part.end] if part.end < len(page.words) else ""
        folded = fold(part.text)
        if not self._capitals_tell or cases != {"nom"} or CAPITALISED.match(after) or after in OPENING:
            return False
        if part.text.isupper() or part.text.isascii() or folded in page.forms:
            return False
        return len(folded) > 3 and not self._evidence.declines(folded) and folded not in self._names.not_names

    def _ends_title(self, page: Page, piece: Sequence[Part], governor: Mention) -> float:
        """What two or three strange words add at the end of the title of one person: "министр торговли Бо Силай"."""
        plural = governor.numbers == {PLURAL}
        if plural or not 1 < len(piece) < 4 or not self._strange(page, piece):
            return 0.0
        if self._capitals_tell:
            return 0.0 if any(self._names.adjective.search(fold(p.text)) for p in piece) else 0.7
        last, after = fold(page.words[piece[0].start - 1]), page.words[piece[-1].end : piece[-1].end + 1]
        closed = not after or not CAPITALISED.match(after[0])
        told = last in self._in_title or last in self._names.not_names
        return 1.3 if closed and told and governor.label in _SINGLE else 0.0

    def _has_title_after(self, page: Page, piece: Sequence[Part]) -> bool:
        """Whether strange words have a title in apposition that is nobody else's: "Xx Yy, Chinese minister of …"."""
        words, end = page.words, piece[-1].end
        verb = [fold(w) for w in words[end : end + 2]]
        told = verb[:1] != [] and verb[verb[0] in self._perfect and len(verb) > 1] in self._told  # "has been"
        if not (told or words[end : end + 1] in ([","], ["–"], ["—"], ["("])) or not self._strange(page, piece):
            return False
        who = [fold(w) for w in words[end + 1 : end + 3]]
        if len(who) > 1 and who[0].startswith(self._who) and who[1] in self._leads:
            return True  # "Xx Yy, who heads the centre"
        for index in range(end + 1, min(end + _TO_TITLE, len(words))):
            mention = page.starting.get(index)
            if mention is not None and mention.label in ("ROLE", "CHIEF", "DEPUTY"):
                plural = mention.numbers == {PLURAL}
                return not plural and not self._name_follows(page, mention.end)
            word = fold(words[index])
            if word not in self._in_title and not page.blocked[index] and not (told and word in self._in_tenure):
                return False
        return False

    def _name_follows(self, page: Page, start: int) -> bool:
        """Whether a given name stands before the clause ends: "in Xx Yy, President Zz told"."""
        for word in page.words[start : start + _TO_NAME]:
            if word in _CLAUSE:
                return False
            if CAPITALISED.match(word) and (self._evidence.gender(word) or self._evidence.surname_like(word)):
                return True
        return False

    def _strange(self, page: Page, piece: Sequence[Part]) -> bool:
        """Whether all parts are words in capitals, of the text's letters, that stand nowhere in small letters."""
        if self._capitals_tell and any(p.text.isascii() for p in piece):
            return False  # "по сведениям Associated Press, пилот …"
        return all(p.kind == "word" and not p.text.isupper() and fold(p.text) not in page.forms for p in piece)

    def _told_by_title(self, page: Page, piece: Sequence[Part], title: Mention) -> float:
        """What a title of one person adds to two or three words that nothing else tells: "Director Xx Yy"."""
        if self._capitals_tell or not 1 < len(piece) < 4 or title.label not in _TELLING:
            return 0.0
        if not self._strange(page, piece):
            return 0.0
        plural = title.numbers == {PLURAL}
        return 0.0 if plural or page.words[piece[-1].end : piece[-1].end + 1] == ["'s"] else 0.5

    @staticmethod
    def _is_entry(page: Page, piece: Sequence[Part]) -> bool:
        """Whether a piece is an entry of a list with the state in brackets: "— Xx Yy (Cambodia);"."""
        start, end = piece[0].start, piece[-1].end
        return (
            len(piece) > 1
            and start - 1 in page.starts
            and page.words[start - 1] in _BULLETS
            and (page.words[end] == "(")
        )

    @staticmethod
    def _apposed(page: Page, piece: Sequence[Part], title: Mention | None) -> bool:
        """Whether a piece stands in commas after the title of one person: "its ambassador, Xx Yy, …".

        Of envoys, whom few lists know, one may be told after each state: "the ambassadors of Japan, Xx Yy, and of …".
        """
        if title is None or title.label not in _TELLING or page.words[piece[0].start - 1] != ",":
            return False
        plural = title.numbers == {PLURAL}
        state = page.before.get(piece[0].start - 1)
        each = title.norm == "ambassador" and state is not None and state.label == "COUNTRY"
        return (not plural or each) and page.words[piece[-1].end : piece[-1].end + 1] in _ENDING

    def _between_commas(self, page: Page, piece: Sequence[Part]) -> float:
        """What strange words between commas after a title come to: "the president of the bank, Xx Yy, said"."""
        told = not self._capitals_tell and 1 < len(piece) < 4 and self._strange(page, piece)
        return _NEEDED if told and not any(fold(p.text) in self._in_title for p in piece) else 0.0

    def _is_no_person(self, page: Page, piece: Sequence[Part], known: bool) -> bool:
        """Whether a piece names a work or ship, a place, or describes the noun after it."""
        start, end, words = piece[0].start, piece[-1].end, page.words
        before, after = words[start - 1] if start else "", words[end] if end < len(words) else ""
        if before in OPENING and after in CLOSING:
            return True
        if after.islower() and (len(piece) == 1 or not any(self._evidence.gender(p.text) for p in piece)):
            if self._names.agreeing.search(f"{fold(piece[-1].text)} {fold(after)}"):
                return True
        if len(piece) == 1:
            return False
        if known or fold(before) not in self._inside or any(p.kind != "word" for p in piece):
            return False
        return not any(self._evidence.surname_like(p.text) for p in piece)

    def _around(self, page: Page, piece: Sequence[Part]) -> float:
        """What speaks for two unknown words being a name: "сказал Xx Yy", "Xx Yy (Xxx Yyy)", Yy again later."""
        start, end, words = piece[0].start, piece[-1].end, page.words
        if start in page.starts or any(p.text.isupper() or p.text.isascii() or p.kind != "word" for p in piece):
            return 0.0
        after, before = words[end : end + 3], words[max(0, start - 2) : start]
        score = 0.7 if end in page.meeting or not (after and CAPITALISED.match(after[0])) else 0.0
        if len(after) > 1 and after[0] == "(" and after[1][:1].isupper() and after[1].isascii():
            score += 1.0
        near = [c for c in self._lexicon.cues.find([fold(w) for w in (*before, "|", *after)]) if c[2].type == "speak"]
        if near:
            score += 1.3
        stem = fold(piece[-1].text)[: max(4, len(piece[-1].text) - 2)]
        again = any(not start <= i < end for i in page.capitalised(stem))
        if again and fold(piece[-1].text) not in page.forms:
            score += 1.0
        return score
