"""Runs of parts that may be a name, and where one name ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from cisner.components.names.evidence import Evidence
from cisner.components.names.page import Page
from cisner.components.names.parts import CAPITALISED, Part
from cisner.lexicon import Lexicon
from cisner.morphology import fold

_TWO = 2
_OF_TWO = 4  # parts of two names


class Runs:
    """Finds runs and cuts them into pieces.

    Args:
        lexicon: The language's name data.
        evidence: What words tell.
        stop_words: Words that begin sentences and are no names.
    """

    def __init__(self, lexicon: Lexicon, evidence: Evidence, stop_words: frozenset[str]) -> None:
        self._names = lexicon.names
        self._evidence = evidence
        self._stop_words = stop_words
        self._oblique = lexicon.file.words.oblique_endings
        self._capitals_tell = len(lexicon.inflector.cases) > 1  # English capitalises too much

    def run(self, page: Page, start: int) -> list[Part]:
        """The run of parts that begins at a word."""
        words, blocked, starts = page.words, page.blocked, page.starts
        parts: list[Part] = []
        index = start
        while index < len(words) and not blocked[index]:
            if parts and index in starts:
                break
            word = words[index]
            kind = self._evidence.kind(word)
            if kind == "word" and self._is_raised(page, index, parts):
                kind = "particle"
            if kind == "particle":
                if self._hyphenated(page, index):  # "эль-Масри"
                    parts.append(Part(index, index + 3, f"{word}-{words[index + 2]}", "word"))
                    index += 3
                    continue
                if not (parts or word in self._names.leading) or not self._continues(page, index):
                    break
                parts.append(Part(index, index + 1, word, kind))
                index += 1
                continue
            if kind is None:
                break
            if self._is_letter_name(word, parts):
                parts.append(Part(index, index + 1, word.removesuffix("."), "word"))
                break
            end = index + 1
            text = word
            while (
                kind == "word"
                and end + 1 < len(words)
                and words[end] in ("-", "‑")
                and not page.spaces[end - 1]
                and not page.spaces[end]
                and not blocked[end + 1]
                and words[end + 1][:1].isalpha()
                and (
                    words[end + 1][0].isupper()
                    or fold(words[end + 1]) in self._names.patronymic_words
                    or len(words[end + 1]) <= 4
                    or words[end + 1].startswith(self._names.suffixes)
                    or fold(text + "-" + words[end + 1]) in self._names.given
                )
            ):
                text += "-" + words[end + 1]
                end += 2
            parts.append(Part(index, end, text, kind))
            index = end
        if len(parts) >= _OF_TWO and _is_credited(page, index):
            del parts[-_TWO:]  # "Prime Minister X Y A B/POOL/TASS": the photographer's name follows that in the picture
        if len(parts) >= _TWO and _is_between_strokes(page, parts[0].start, index):
            return []
        while parts and parts[-1].kind == "particle" and fold(parts[-1].text) not in self._names.patronymic_words:
            parts.pop()
        return parts

    def _is_letter_name(self, word: str, before: list[Part]) -> bool:
        """Whether a letter, perhaps with the full stop of its sentence, is a given name: "Ван И"."""
        names = self._names
        letter = word.removesuffix(".")
        if len(letter) != 1 or len(before) != 1:  # as most often
            return False
        return fold(letter) in names.letters and fold(before[0].text) in names.surname_first

    def _is_raised(self, page: Page, index: int, before: list[Part]) -> bool:
        """Whether a word is a particle with a capital, as in "Hamad Bin Jassim" but not in "Li Bin"."""
        names = self._names
        if not before or fold(page.words[index]) not in names.raised or fold(before[-1].text) in names.surname_first:
            return False
        return self._continues(page, index)

    @staticmethod
    def _hyphenated(page: Page, index: int) -> bool:
        """Whether a particle is tied to the surname by a hyphen."""
        words, blocked = page.words, page.blocked
        tied = words[index + 1 : index + 2] == ["-"] and not page.spaces[index] and not page.spaces[index + 1]
        return tied and index + 2 < len(words) and not blocked[index + 2] and bool(CAPITALISED.match(words[index + 2]))

    def _continues(self, page: Page, index: int) -> bool:
        """Whether a name goes on after a particle ("bin Rashid"); patronymic words may also end it ("Ильхам оглы")."""
        words, blocked = page.words, page.blocked
        if fold(words[index]) in self._names.patronymic_words:
            return True
        following = index + 1
        if following < len(words) and fold(words[following]) in self._names.particles:
            following += 1
        return following < len(words) and not blocked[following] and bool(CAPITALISED.match(words[following]))

    def split(self, page: Page, run: list[Part]) -> tuple[list[list[Part]], list[Part]]:
        """Cut a run at words that are no part of any name, and long runs where a new given name begins.

        Returns:
            Pieces that may be names, and words before them that belong to something else or to somebody else.
        """
        if len(run) == 1:
            return ([run] if run[0].kind != "word" or not self._not_a_name(page, run[0]) else []), []
        pieces: list[list[Part]] = [[]]
        capitals = all(p.text.isupper() for p in run if p.kind == "word")
        for part, following in zip_longest(run, run[1:]):
            if part.kind == "word" and not self._is_letter_name(part.text, pieces[-1]) and self._not_a_name(page, part):
                given = (
                    self._evidence.gender(part.text)
                    and following is not None
                    and not (page.opens(part.start) and self._evidence.known([following]))  # "Сами Путин и X"
                    and bool(self._evidence.surname_like(following.text) or self._evidence.gender(following.text))
                )
                if not given and not self._named_like_a_thing(part, pieces[-1], following):
                    pieces.append([])
                    continue
            before_given = following is not None and bool(self._evidence.gender(following.text))
            after_given = before_given or (
                bool(pieces[-1]) and pieces[-1][-1].kind == "word" and bool(self._evidence.gender(pieces[-1][-1].text))
            )
            if part.kind == "word" and not capitals and not after_given and part.text.isupper() and len(part.text) > 2:
                pieces.append([])
                continue
            piece = pieces[-1]
            if piece and part.kind == "word" and self._capitals_tell:
                last = piece[-1]
                foreign = last.text.isascii() and last.kind == "word" and not part.text.isascii()
                strange = len(piece) > 1 and following is not None and fold(part.text) in self._names.given
                if foreign or (strange and not any(self._evidence.gender(p.text) for p in piece)):
                    pieces.append([])
                    piece = pieces[-1]
            if piece and self._begins_another(part, piece, following):
                page.meeting.add(part.start)
                pieces.append([])
                piece = pieces[-1]
            if (
                len(piece) >= 2
                and part.kind == "word"
                and self._evidence.gender(part.text)
                and not self._evidence.gender(piece[-1].text)
            ):
                if piece[-1].kind == "word" and self._names.surname.search(fold(piece[-1].text)):
                    pieces.append([])
            pieces[-1].append(part)
        whole = [part for p in pieces if p for part in self._people(page, p, capitals=capitals)]
        cut = [self._without_stray_word(page, p) for p in whole]
        return cut, [before[0] for before, after in zip(whole, cut, strict=True) if len(after) < len(before)]

    def _people(self, page: Page, piece: list[Part], *, capitals: bool) -> list[list[Part]]:
        """A piece, in two where its last word is the surname of somebody else: "с Токаевым Мирзиёев"."""
        if len(piece) < 2 or not self._capitals_tell or capitals or not piece[-1].kind == piece[-2].kind == "word":
            return [piece]
        first, before, last = piece[0].text, piece[-2].text, piece[-1].text
        eastern = len(piece) > 2 and fold(first) in self._names.surname_first
        never = len(piece) == 2 and bool(self._names.undeclined_surname.search(fold(before)))
        any_case = never or self._is_declined_given(first)
        if not self._evidence.apart(before, last, given=eastern, any_case=any_case):
            return [piece]
        page.meeting.add(piece[-1].start)
        return [piece[:-1], piece[-1:]]

    def _begins_another(self, part: Part, piece: list[Part], following: Part | None) -> bool:
        """Whether a given name in the nominative follows a name in another case: "жена Джона Леннона Йоко Оно"."""
        if not self._capitals_tell or following is None:
            return False
        if fold(part.text) in self._names.surname_first and piece[-1].kind == "word" == following.kind:  # "с Y Си Xx"
            return bool(self._evidence.gender(following.text)) and self._evidence.in_a_case(piece[-1].text)
        if len(piece) < _TWO or not self._is_given(part.text):
            return False
        eastern = fold(piece[0].text) in self._names.surname_first
        return self._is_declined_given(piece[-1 if eastern else 0].text)

    def _is_given(self, word: str) -> bool:
        """Whether a word is a given name in the nominative, perhaps a double one."""
        return fold(word) in self._names.given or all(p in self._names.given for p in fold(word).split("-"))

    def _is_declined_given(self, word: str) -> bool:
        return bool(self._evidence.gender(word)) and not self._is_given(word)

    def _named_like_a_thing(self, part: Part, piece: list[Part], following: Part | None) -> bool:
        """Whether an ordinary word is a surname, as a given name stands before it: "Виктор Понедельник"."""
        if not self._capitals_tell or not piece or part.text.isupper():
            return False
        first = piece[0]
        if len(piece) < 3 and fold(first.text) in self._names.surname_first:
            return len(part.text) < 5  # "Ли Со Ён"
        if len(piece) > 1:
            return False
        if following is not None:
            return False
        gender = first.kind == "word" and self._evidence.gender(first.text)
        return bool(gender) and self._names.risky.isdisjoint(self._evidence.base_forms(first.text))

    def _without_stray_word(self, page: Page, piece: list[Part]) -> list[Part]:
        """A piece without a word before its given name ("Приморья Александр Шемелев"), unless that is a surname."""
        words = [p for p in piece if p.kind == "word"]
        if len(words) < 2 or words[0] is not piece[0]:
            return piece
        if self._is_possessor(page, words) or self._is_verb(page, words):
            return piece[1:]
        if (
            len(words) == 3
            and len(piece) == 3
            and self._capitals_tell
            and self._evidence.gender(words[0].text)
            and self._names.surname.search(fold(words[1].text))
            and self._names.adjective.search(fold(words[2].text))
            and not self._evidence.patronymic(words[2].text)
        ):
            return piece[:2]
        if self._evidence.gender(words[0].text):
            return piece
        if (
            page.opens(words[0].start)
            and fold(words[1].text) not in self._names.not_names
            and self._evidence.gender(words[1].text)
            and not self._evidence.surname_like(words[0].text)
            and not self._evidence.known(words[:1])
            and self._capitals_tell
        ):
            return piece[1:]
        if len(words) < 3:
            return piece
        if (
            self._evidence.gender(words[1].text)
            and not self._evidence.patronymic(piece[-1].text)
            and not self._evidence.surname_like(words[0].text)
            and not self._evidence.known(words[:1])
        ):
            return piece[1:]
        return piece

    def _is_verb(self, page: Page, words: Sequence[Part]) -> bool:
        """Whether the first word is a verb or an adverb before somebody's surname: "Прилетел Назарбаев утром"."""
        first = words[0]
        if not page.opens(first.start) or self._evidence.gender(first.text) or self._evidence.known(words[:1]):
            return False
        if self._names.alone.adverb.search(fold(first.text)):  # "Традиционно Путин"
            surname = words[1].text
            return self._evidence.surname_like(surname) or self._evidence.known(words[1:])
        return bool(self._names.alone.past.search(fold(first.text))) and self._evidence.known(words[1:])

    def _is_possessor(self, page: Page, words: Sequence[Part]) -> bool:
        """Whether the first word is somebody else's surname: "жена Лужкова Елена Батурина"."""
        first, given = words[0], fold(words[1].text)
        if not self._capitals_tell or given not in self._names.given or self._evidence.gender(first.text):
            return False
        before = fold(page.words[first.start - 1]) if first.start else ""
        if before in self._names.alone.kin or before in self._names.alone.his:
            return True
        oblique = (self._evidence.surname_like(first.text) or self._evidence.known(words[:1])) and (
            first.text.endswith(self._oblique)
            or (first.start in page.before and bool(self._names.undeclined_surname.search(first.text)))
        )
        return (
            oblique
            and len(words) == 3
            and self._evidence.surname_like(words[2].text)
            and not (self._evidence.patronymic(words[2].text))
        )

    def _not_a_name(self, page: Page, part: Part) -> bool:
        if self._evidence.never(part.text):
            return True
        folded = fold(part.text)
        opens = page.opens(part.start)
        alone = self._names.alone
        if opens and (folded in self._stop_words or folded in alone.kin or folded in alone.his or folded in alone.of):
            return part.start not in page.beside_states()
        if opens and folded not in self._names.given and folded in page.forms:
            return part.start not in page.beside_states()
        if len(part.text) == 1:
            return True
        return part.text.isupper() and len(part.text) < 4 and folded not in self._names.given


def _is_credited(page: Page, index: int) -> bool:
    """Whether a stroke with no space around it stands at a word, as in photo credits: "A B/POOL/TASS"."""
    words, spaces = page.words, page.spaces
    if index + 1 >= len(words) or words[index] != "/" or spaces[index - 1] or spaces[index]:
        return False
    return words[index + 1][:1].isupper()


def _is_between_strokes(page: Page, start: int, end: int) -> bool:
    """Whether a name stands as in photo credits: "© Agency / A B / POOL"."""
    words, spaces = page.words, page.spaces
    if start < _TWO or end >= len(words) or words[start - 1] != "/" or not words[end].startswith("/"):
        return False
    return bool(spaces[start - _TWO] and spaces[end - 1])
