"""Text before any linguistics: one form for characters that look alike, and the language of a report.

`normalise` keeps the length of a text, so offsets into its result are offsets into the original. Characters that would
have to disappear (soft hyphens, zero-width spaces, stress marks) are the matter of `squeeze`, which remembers where
everything came from.
"""

import re
import tomllib
import unicodedata
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import chain, pairwise
from operator import itemgetter
from typing import NamedTuple

from cisner.errors import UnsupportedLanguageError
from cisner.records import Language
from cisner.remembering import Remembered

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\u000b\u000c\u0085\u2028\u2029"
_HYPHENS = "\u2010\u2011\u2212\ufe63\uff0d"
_ONE_TO_ONE = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    **dict.fromkeys(_HYPHENS, "-"),
    "\u2012": "–",
    "\u2015": "—",
    "ё": "е",
    "Ё": "Е",
}

_LATIN_LOOKALIKES = "ABCEHKMOPTXYaceopxykiIjJ"
_CYRILLIC_LOOKALIKES = "АВСЕНКМОРТХУасеорхукіІјЈ"
_TO_CYRILLIC = str.maketrans(_LATIN_LOOKALIKES, _CYRILLIC_LOOKALIKES)
_TO_LATIN = str.maketrans(_CYRILLIC_LOOKALIKES, _LATIN_LOOKALIKES)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN_RUN = re.compile("[A-Za-z]+")
_MIXED_RUN = re.compile("[A-Za-z\u0400-\u04ff]+")

_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_SQUEEZABLE = re.compile(f"[{_INVISIBLE}\u0300-\u036f]")
_CLUSTER = re.compile(f"[{_INVISIBLE}]+|[^{_INVISIBLE}\u0300-\u036f][\u0300-\u036f]+")

_HYPHEN_AS_DASH = re.compile(r"(?<=[^\W\d_]{3})-(?= )|(?<= )-(?=[^\W\d_])")  # "Армению- премьер", "Армения -премьер"

_SHORTEST_WRAP, _LONGEST_WRAP = 60, 130  # widths at which texts are wrapped
_WRAP_SLACK = 2
_ENTRY = re.compile(r"[^\W\d_][\w .()-]{1,40}: ")  # of a list: "Kazakhstan: …"
_OTHER_APOSTROPHES = "’ʻ‘"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_FIRST, _LANGUAGES = itemgetter(0), itemgetter(1)  # letter or letters; of what a run of characters tells
_SAMPLE = 20_000  # characters; more do not change the answer
_LEAST_SHARE = 0.05  # of its words that have to speak for the language of a text
_LEAST_WORDS_TO_REFUSE = 3  # a name or two with foreign letters do not make a report foreign
_LEAD_TO_REFUSE = 1.3  # related languages share many words: the other one has to be clearly ahead
_FEW_WORDS = 20


def normalise(text: str) -> str:
    """Replaces characters one to one by the plain form that patterns are written in.

    Line breaks of a text wrapped at a fixed width become spaces too. Spaces of all kinds become a space, unusual
    hyphens a hyphen, a hyphen with a space on one side a dash, ё becomes е, and letters of the wrong alphabet inside a
    word (a Latin "C" in "CНГ") become those they stand for. Quotation marks and dashes stay, and so do other line ends.

    Returns:
        A text of exactly the same length.
    """
    for character, plain in _ONE_TO_ONE.items():
        if character in text:  # ten times as fast as str.translate
            text = text.replace(character, plain)
    if "- " in text or " -" in text:
        text = _HYPHEN_AS_DASH.sub("–", text)
    text = _unwrap(text)
    return _MIXED_RUN.sub(_one_alphabet, text) if _changes_script(text) else text


def _changes_script(text: str) -> bool:
    """Whether a Latin letter stands beside a Cyrillic one."""
    if not _CYRILLIC.search(text):
        return False
    runs = ((match.start(), match.end()) for match in _LATIN_RUN.finditer(text))
    return any(_is_cyrillic(text[start - 1 : start]) or _is_cyrillic(text[end : end + 1]) for start, end in runs)


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u04ff"


def _unwrap(text: str) -> str:
    """Makes spaces of the line breaks of a text that was wrapped at a fixed width; other line breaks stay."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    longest = max(len(line) for line in lines)
    if not _SHORTEST_WRAP <= longest <= _LONGEST_WRAP:
        return text
    wrapped = [_is_wrapped(line, following, longest) for line, following in pairwise(lines)]
    if sum(wrapped) < 2 and not (len(lines) <= 3 and any(wrapped)):
        return text
    pieces = [line + (" " if soft else "\n") for line, soft in zip(lines, wrapped, strict=False)]
    return "".join(pieces) + lines[-1]


def _is_wrapped(line: str, following: str, longest: int) -> bool:
    """Whether a line ends only because it is full: the next word would not have fitted."""
    if not line or not following or not (following[0].isalnum() or following[0] in '«“"(–—'):
        return False
    if line.rstrip()[-1:] in ":;" or _ENTRY.match(following):
        return False
    return len(line) + 1 + len(following.split(" ", 1)[0]) > longest - _WRAP_SLACK


def _one_alphabet(match: re.Match[str]) -> str:
    word = match.group()
    latin = sum(letter.isascii() for letter in word)
    cyrillic = len(word) - latin
    if not latin or not cyrillic:
        return word
    as_cyrillic, as_latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    can_be_cyrillic = not any(letter.isascii() for letter in as_cyrillic)
    can_be_latin = as_latin.isascii()
    if can_be_cyrillic and (not can_be_latin or cyrillic >= latin):
        return as_cyrillic
    return as_latin if can_be_latin else word


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without characters that nobody sees, and the way back to the original.

    Attributes:
        text: The text to analyse.
        starts: Where each of its characters begins in the original; None when nothing was taken out.
        ends: Where each of its characters ends in the original; None when nothing was taken out.
    """

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Maps a span of `text` to the span of the original text that it came from."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return place, place
        return self.starts[start], self.ends[end - 1]


def squeeze(text: str) -> Squeezed:
    """Takes out invisible characters and stress marks, and joins letters with marks of their own (и + ̆ = й)."""
    if not _SQUEEZABLE.search(text):
        return Squeezed(text)
    pieces: list[str] = []
    starts, ends = array("l"), array("l")
    position = 0
    for match in _CLUSTER.finditer(text):
        pieces.append(text[position : match.start()])
        starts.extend(range(position, match.start()))
        ends.extend(range(position + 1, match.start() + 1))
        position = match.end()
        joined = _join(match.group())
        pieces.append(joined)
        starts.extend([match.start()] * len(joined))
        ends.extend([match.end()] * len(joined))
    pieces.append(text[position:])
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    return Squeezed("".join(pieces), starts, ends)


def _join(cluster: str) -> str:
    """The one letter that a letter with its marks stands for; nothing for invisible characters."""
    if re.match(f"[{_INVISIBLE}]", cluster):
        return ""
    joined = cluster[0]
    for mark in cluster[1:]:
        composed = unicodedata.normalize("NFC", joined + mark)
        if len(composed) == 1:
            joined = composed
    return joined


class _Profile(NamedTuple):
    name: str
    script: str
    supported: bool
    words: frozenset[str]
    letters: frozenset[str]


@cache
def _profiles() -> Mapping[str, _Profile]:
    data = tomllib.loads(resources.files("cisner").joinpath("languages.toml").read_text("utf-8"))
    return {
        code: _Profile(
            name=entry["name"],
            script=entry["script"],
            supported=entry.get("supported", False),
            words=frozenset(entry["words"].split()),
            letters=frozenset(entry.get("letters", "")),
        )
        for code, entry in data.items()
    }


def detect_language(text: str) -> Language:
    """Tells whether a report is English or Russian, by its script, its letters and its common words.

    Raises:
        UnsupportedLanguageError: It is in another language, or there is too little of it to tell.
    """
    return language_of(normalise(squeeze(text[:_SAMPLE]).text))


def language_of(text: str) -> Language:
    """The same for a text that is normalised.

    Raises:
        UnsupportedLanguageError: It is in another language, or there is too little of it to tell.
    """
    sample = text[:_SAMPLE]
    for apostrophe in _OTHER_APOSTROPHES:
        sample = sample.replace(apostrophe, "'")
    told = list(map(_told_by().__getitem__, sample.split()))
    letters = "".join(map(_FIRST, told))
    script = _main_script(letters, told)
    if script is None:
        raise UnsupportedLanguageError("there are no words in the text")
    scores = _scores(script, told)
    if not scores:
        raise UnsupportedLanguageError(f"the text is in {script} script; cisner reads English and Russian")
    ours, other = (max(codes, key=scores.__getitem__) for codes in _sides(script))
    if scores[other] >= max(_LEAST_WORDS_TO_REFUSE, _LEAD_TO_REFUSE * scores[ours]):
        name = _profiles()[other].name
        raise UnsupportedLanguageError(f"the text looks {name}; cisner reads English and Russian")
    if not scores[ours] or scores[ours] < _LEAST_SHARE * len(letters):
        fault = "too little text" if len(letters) < _FEW_WORDS else "too few English or Russian words"
        raise UnsupportedLanguageError(f"{fault} to tell the language: say which it is (--language en or ru)")
    return "en" if ours == "en" else "ru"


# What a run of characters without white space tells: the first letters of its words, the languages that they speak
# for, and the words.
_Told = tuple[str, tuple[str, ...], tuple[str, ...]]


@cache
def _told_by() -> Remembered[str, _Told]:
    """What runs of characters tell: looked up in half the time that it takes to find it."""
    indexes = [_index(script) for script in sorted({profile.script for profile in _profiles().values()})]

    def told(run: str) -> _Told:
        words = tuple(_WORD.findall(run))
        codes = tuple(code for word in words for index in indexes for code in index.languages(word))
        return "".join(map(_FIRST, words)), codes, words

    return Remembered(told)


def _main_script(letters: str, told: Sequence[_Told]) -> str | None:
    """The script of most letters, told by the first ones of all words."""
    scripts_of = {_script(letter) for letter in set(letters)}
    if len(scripts_of) < 2:
        return next(iter(scripts_of), None)
    scripts: Counter[str] = Counter()
    for _, _, words in told:
        for word in words:
            scripts[_script(word[0])] += len(word)
    return scripts.most_common(1)[0][0] if scripts else None


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    if letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff":
        return "Latin"
    if "\u0400" <= letter <= "\u052f":
        return "Cyrillic"
    name = unicodedata.name(letter, "unknown").split(" ")[0]
    return "Chinese" if name == "CJK" else name.capitalize()


def _scores(script: str, told: Sequence[_Told]) -> dict[str, int]:
    """How many words are common in each language of a script, or have its letters and are no names."""
    counts = Counter(chain.from_iterable(map(_LANGUAGES, told)))
    return {code: counts.get(code, 0) for code in _index(script).letters_of}


@cache
def _sides(script: str) -> tuple[list[str], list[str]]:
    """The languages of a script that cisner reads, and the others."""
    codes = [code for code, profile in _profiles().items() if profile.script == script]
    supported = [code for code in codes if _profiles()[code].supported]
    return supported, [code for code in codes if code not in supported]


@dataclass(frozen=True, slots=True)
class _Index:
    """What tells the languages of a script: those of each common word, the letters of each, and all these letters."""

    languages_of: Mapping[str, tuple[str, ...]]
    letters_of: Mapping[str, frozenset[str]]
    telling: frozenset[str]

    def languages(self, word: str) -> tuple[str, ...]:
        """The languages that a word is common in, or has the letters of and is no name."""
        common = self.languages_of.get(word.lower(), ())
        if self.telling.isdisjoint(word) or not word[0].islower():
            return common
        by_letters = [c for c, letters in self.letters_of.items() if c not in common and not letters.isdisjoint(word)]
        return (*common, *by_letters)


@cache
def _index(script: str) -> _Index:
    profiles = {code: profile for code, profile in _profiles().items() if profile.script == script}
    languages_of: dict[str, tuple[str, ...]] = {}
    for code, profile in profiles.items():
        for word in profile.words:
            languages_of[word] = (*languages_of.get(word, ()), code)
    letters_of = {code: profile.letters for code, profile in profiles.items()}
    return _Index(languages_of, letters_of, frozenset().union(*letters_of.values()))
