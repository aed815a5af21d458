"""When two names, titles of documents, cities or dates are taken for the same by a tolerant reader."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher

_CITY_ALIASES = {
    "nur sultan": "astana",
    "nursultan": "astana",
    "st petersburg": "saint petersburg",
    "petersburg": "saint petersburg",
    "sankt petersburg": "saint petersburg",
    "ashkhabad": "ashgabat",
    "kiev": "kyiv",
    "almaaty": "almaty",
    "alma ata": "almaty",
    "kishinev": "chisinau",
}
_PATRONYMIC_WORDS = frozenset({"оглы", "оглу", "oglu", "ogly"})
_SPELLED_ALIKE = 0.86
_TITLE_F1 = 0.75
_SHARE_OF_LONGER = 0.4
_STOP_WORDS = frozenset(re.findall(r"\w+", "the a an of on in for and to by with from о об на в по и с из за до для к"))
# Words that most titles of documents share, so that they tell little.
_GENERIC = re.compile(
    "(agreement|cooperation|field|sphere|area|member|participa|states?$|cis$"
    "|соглашен|сотруднич|област|сфер|государств|участни|снг$)"
)
_RUSSIAN_ENDING = re.compile(
    "(ами|ями|ого|его|ому|ему|ыми|ими|иях|ах|ях|ов|ев|ей|ой|ыи|ии|ия|ию|ие|ая|яя|ое|ее|ые|ам|ям|ом|ем|ую|юю"
    "|а|я|ы|и|у|ю|е|о|ь)$"
)


def fold(text: str | None) -> str:
    """Lower case without accents, punctuation and the letters ё and й: what spellings are compared in."""
    decomposed = unicodedata.normalize("NFKD", (text or "").casefold().replace("ё", "е").replace("й", "и"))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.replace("'", "").replace("’", "").replace("ı", "i")))


def same_person(one: str | None, other: str | None) -> bool:
    """Whether two names share two words, initials counted, or one where a name is the other's surname alone."""
    a, b = fold(one).split(), fold(other).split()
    if not a or not b:
        return False
    if min(len(a), len(b)) == 1:
        return _is_surname(a[0], b) if len(a) == 1 else _is_surname(b[0], a)
    left = list(b)
    rest = []
    for word in a:
        match = next((w for w in left if len(word) > 1 and len(w) > 1 and _spelled_alike(word, w)), None)
        if match is None:
            rest.append(word)
        else:
            left.remove(match)
    whole = len(a) - len(rest)
    initials = 0
    for word in rest:
        match = next((w for w in left if 1 in (len(word), len(w)) and word[0] == w[0]), None)
        if match is not None:
            left.remove(match)
            initials += 1
    return whole >= 1 and whole + initials >= 2


def _is_surname(word: str, name: list[str]) -> bool:
    surname_first = len(name) > 1 and (len(name[0]) < 4 or len(name[-1]) == 1 or name[-1] in _PATRONYMIC_WORDS)
    return _spelled_alike(word, name[-1]) or (surname_first and _spelled_alike(word, name[0]))


def _spelled_alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) > 3 and SequenceMatcher(None, a, b).ratio() >= _SPELLED_ALIKE)


def same_title(one: str | None, other: str | None) -> bool:
    """Whether two titles of documents share most of their telling words, or one holds the other."""
    a, b = _telling_words(one), _telling_words(other)
    common, total = (a & b).total(), a.total() + b.total()
    short = min(a.total(), b.total())
    contained = short >= 3 and common == short and short >= _SHARE_OF_LONGER * max(a.total(), b.total())
    return contained or (common > 0 and 2 * common / total >= _TITLE_F1)


def _telling_words(title: str | None) -> Counter[str]:
    words = [w for w in fold(title).split() if w not in _STOP_WORDS]
    telling = [w for w in words if not _GENERIC.match(w)]
    return Counter(_stem(w) for w in telling or words)


def _stem(word: str) -> str:
    if re.search("[а-я]", word):
        return _RUSSIAN_ENDING.sub("", word)[:6] if len(word) > 3 else word
    return word.rstrip("s")


def city_key(name: str | None) -> str | None:
    """One spelling for the names of a city; None for no city."""
    folded = fold(name)
    return _CITY_ALIASES.get(folded, folded) or None


def day_key(value: str | None) -> str | None:
    """A date without surrounding blanks; None for no date."""
    return str(value).strip() if value else None


def dates_agree(one: str | None, other: str | None) -> bool:
    """Whether two dates do not contradict each other: one is missing, or says the same less precisely."""
    a, b = day_key(one), day_key(other)
    return not a or not b or a.startswith(b) or b.startswith(a)
