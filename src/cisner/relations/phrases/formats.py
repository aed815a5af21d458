"""Names of formats, for meetings that are of no body: "C5+1", «Центральная Азия – Россия»."""

from __future__ import annotations

from cisner.relations.phrases.model import Phrase
from cisner.relations.sentence import Item, View

LONGEST_FORMAT = 9  # tokens of "in the Central Asia – Russia format"
_SUM = 3  # tokens of "C5+1"
_LONGEST_QUOTED = 14  # tokens of a name, with its marks
_JOINS = frozenset({"-", "–", "—", "+"})
_OPENING = frozenset({"«", "“", '"', "„"})
_CLOSING = frozenset({"»", "”", '"', "“"})


def name_of(view: View, phrase: Phrase) -> str:
    """The name that the words in and around a phrase without a body give its meeting, or ""."""
    found = _of_sum(view, phrase) or _format_after(view, phrase)
    return _proper_name(view, phrase) if phrase.weak_level and not found else found


def _of_sum(view: View, phrase: Phrase) -> str:
    """The name of a format like "C5+1" before a noun, which is taken into the phrase."""
    if "+" not in view.forms:
        return ""
    words, noun = view.words, next((i.start for i in phrase.sentence.items if i.symbol == "M"), phrase.start)
    first = max(phrase.sentence.start + 1, phrase.start - _SUM)
    plus = next((i for i in range(first, max(noun, phrase.start)) if words[i] == "+" and words[i + 1].isdigit()), 0)
    if not plus or plus + 1 < phrase.start - 1 or not words[plus - 1].isalnum():
        return ""
    phrase.start, phrase.number = min(phrase.start, plus - 1), 0
    return f"{view.lower[plus - 1]}+{words[plus + 1]}"


def _format_after(view: View, phrase: Phrase) -> str:
    """The name of a format after a phrase: "in the Central Asia – Russia format", «в формате С5+1»."""
    nouns = view.lexicon.file.meeting_frame.format
    last = min(phrase.sentence.end, phrase.end + LONGEST_FORMAT)
    at = next((i for i in range(phrase.end, last) if view.lower[i] in nouns), None)
    if at is None:
        return ""
    before = [i for i in range(phrase.end, at) if view.words[i].strip()]
    name = [i for i in before if i > before[0]] if before else []  # without the preposition
    if not any(view.words[i][0].isupper() or view.words[i][0].isdigit() for i in name):
        end = at + 1
        while end < last and (view.words[end][0].isupper() or not view.words[end][0].islower()):
            if view.words[end] in (",", ".", ";", ":"):
                break
            end += 1
        name = list(range(at + 1, end))
    articles = view.lexicon.file.words.the
    return " ".join(w for w in (view.lower[i] for i in name) if w.isalnum() and w not in articles)


def _proper_name(view: View, phrase: Phrase) -> str:
    """The proper name of a format without a body: "Central Asia-Russia" summit, саммит «Центральная Азия – Россия»."""
    words = view.words
    after = words[phrase.end : phrase.end + 1]
    if after and after[0] in _OPENING:
        last = min(phrase.sentence.end, phrase.end + _LONGEST_QUOTED)
        close = next((i for i in range(phrase.end + 1, last) if words[i] in _CLOSING), 0)
        return " ".join(view.lower[phrase.end + 1 : close]) if close else ""
    inside = (i for i in phrase.sentence.items if phrase.start <= i.start and i.end <= phrase.end)
    start = max((i.end for i in inside if i.symbol in "CAO"), default=phrase.start)
    articles = view.lexicon.file.words.the | view.lexicon.file.words.a
    while (
        start > phrase.sentence.start
        and view.lower[start - 1] not in articles
        and (words[start - 1] in ("-", "–", "—", "+", "”", '"') or words[start - 1][:1].isupper())
    ):
        start -= 1
    noun = next((i.start for i in phrase.sentence.items if i.symbol == "M" and i.start >= phrase.start), phrase.start)
    named = view.lower[start:noun]
    others = any(i.symbol in "LDP" and start <= i.start < noun for i in phrase.sentence.items)
    capital = any(word[:1].isupper() for word in view.words[start:noun])  # not "an informal summit"
    if others or start == phrase.sentence.start or len(named) < 2 or not capital:
        return ""
    return " ".join(w for w in named if w.isalnum())


def is_side(view: View, item: Item) -> bool:
    """Whether a body is one side of a format's name: "Central Asia – European Union"."""
    words = view.words
    if words[item.end : item.end + 1] and words[item.end] in _JOINS and words[item.end + 1][:1].isupper():
        return True
    if item.start > 1 and words[item.start - 1] in _JOINS and words[item.start - 2][:1].isupper():
        return True
    beside = view.words[item.end + 1 : item.end + 2]  # "of the European Union and Central Asia"
    follows = view.lower[item.end : item.end + 1]
    together = view.lexicon.file.setting.conjunction | view.lexicon.file.words.with_
    return any(w in together for w in follows) and bool(beside) and beside[0][0].isupper()


def is_beside_region(view: View, item: Item) -> bool:
    """Whether a body meets a region or a state, so that their meeting is of neither: "the EU-Central Asia meeting"."""
    return bool(region_beside(view, item)) or _is_beside_state(view, item)


def region_beside(view: View, item: Item) -> str:
    """The beginning of the name of a region that a body meets, or ""."""
    joins, regions = {*_JOINS, *view.lexicon.file.setting.conjunction}, view.lexicon.file.words.region
    words, found, end = view.lower, list[str](), item.end + (view.lower[item.end : item.end + 1] == [")"])
    if words[end : end + 1] and words[end] in joins:
        found.append(" ".join(w for w in words[end + 1 : end + 4] if w not in joins))
    if item.start and words[item.start - 1] in joins:
        found.append(" ".join(w for w in words[max(0, item.start - 3) : item.start - 1] if w not in joins))
    return next((r for told in found for r in regions if f"{told} ".startswith(r)), "")


def _is_beside_state(view: View, item: Item) -> bool:
    """Whether a body is told with a state that it meets: "the NATO-Ukraine meeting"."""
    joins, states, words = {*_JOINS, *view.lexicon.file.setting.conjunction}, ("COUNTRY", "ADJECTIVE"), view.lower
    if words[item.end : item.end + 1] and words[item.end] in joins:
        if any(m.start == item.end + 1 for m in view.source.find(*states)):
            return True
    return (
        bool(item.start)
        and words[item.start - 1] in joins
        and any(m.end == item.start - 1 for m in view.source.find(*states))
    )
