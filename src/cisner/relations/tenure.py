"""Offices told by a verb: "X was named ambassador", "relieved X of the post of minister", "the new chairman is X".

A name and a title go together if nothing stands between them but a verb of office and the small words around one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.relations.posts import Named, Post, post_of, succeeds
from cisner.relations.sentence import Item, Sentence, View

RULE = "posts.tenure"
_TO_VERB = 4  # words between a name, the verb of leading and the institution
_TO_INSTITUTION = 6  # words between the verb and the noun of the institution
_MISSION, _AMBASSADOR = "mission", "ambassador"
_OF_BODY = "head_of_organization"
_BOTH = 2  # the state that sends an ambassador and the one that receives him
_MEMBER, _SPEAKER = "parliamentarian", "head_of_parliament"
_NO_POSTS = frozenset({"state", "delegation", "faction", "section"})
_BEFORE = 3  # words before a name in which "appointed", "relieved" may stand
_AFTER = 9  # words after a name in which "that office" may stand


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language that tell of offices."""

    verbs: frozenset[str]
    verbs_before: frozenset[str]
    of_whom: frozenset[str]
    frame: frozenset[str]
    succession: frozenset[str]
    past: frozenset[str]
    same: dict[str, list[list[str]]]  # by the first word
    in_place: tuple[list[str], ...]
    in_place_first: frozenset[str]  # the first words of these


@lru_cache(maxsize=8)
def _told_by(lexicon: Lexicon) -> _Words:
    words = lexicon.file.words
    same: dict[str, list[list[str]]] = {}
    for phrase in words.that_office:
        same.setdefault(phrase.split()[0], []).append(phrase.split())
    return _Words(
        words.tenure,
        words.tenure_before,
        words.tenure_of_whom,
        words.tenure_frame,
        words.succession,
        words.tenure_past,
        same,
        tuple(s.split() for s in words.in_place),
        frozenset(s.split()[0] for s in words.in_place),
    )


def tell(view: View, sentence: Sentence, row: Sequence[Named]) -> None:
    """Give the names of a sentence the titles that its verbs tell.

    Args:
        view: The document.
        sentence: The sentence.
        row: Its names, with the titles that stand beside them.
    """
    if not row:
        return
    named = {n.item.position: n for n in row}
    taken = {p.title.start for n in row for p in n.posts if p.title is not None}
    used = {i.position for i in sentence.items if i.mention.start in taken}
    free = [i for i in sentence.items if i.symbol == "R" and i.position not in used]
    bare = [n for n in named.values() if not n.posts]
    if not free and not bare:
        return
    words = _told_by(view.lexicon)
    if free:
        for own in named.values():
            _after(view, sentence, own, words, used)
        for title in free:
            if title.position not in used:
                _before(view, sentence, title, named, words, used)
    if any(not n.posts for n in bare):
        _succeeded(view, named, words)
        _in_place_of(view, sentence, [n for n in bare if not n.posts], words)
        _same_office(view, sentence, [n for n in bare if not n.posts], words)


def lead(view: View, by_sentence: Sequence[Sequence[Named]]) -> None:
    """As in "X, who heads the State Customs Committee" and "Администрацию президента возглавил X"."""
    verbs = view.lexicon.file.words.leads
    if verbs.isdisjoint(view.forms):
        return
    found = [
        m
        for m in view.source.mentions
        if m.label == "INSTITUTION" and m.attributes.get("extra") not in _NO_POSTS and not m.attributes.get("nested")
    ]
    starts = [m.start for m in found]
    for row in by_sentence:
        for own in row:
            if own.posts:
                continue
            near = found[bisect_left(starts, own.sentence.start) : bisect_left(starts, own.sentence.end)]
            for institution in near:
                post = _led(view, own, institution, verbs)
                if post is not None:
                    if any(_is_in_house(view, *pair) for pair in pairwise(near) if institution in pair):
                        post.office = _MEMBER
                    own.posts.append(post)
                    break


def posted(view: View, by_sentence: Sequence[Sequence[Named]]) -> None:
    """As in "X, who represents Russia in Kyrgyzstan": an ambassador."""
    verbs, inside = view.lexicon.file.words.represents_at, view.lexicon.file.setting.inside
    for own in (n for row in by_sentence for n in row if not n.posts):
        start, end = own.item.end, min(own.item.end + _TO_VERB, own.sentence.end)
        verb = next((i for i in range(start, end) if view.lower[i].startswith(verbs)), -1)
        if verb < 0:
            continue
        near = range(verb, verb + _TO_INSTITUTION)
        states = [i for i in own.sentence.items if i.symbol in "CO" and i.start in near]
        abroad = [i for i in states if view.lower[i.start - 1] in inside]
        sender = [i for i in states if i not in abroad]
        if len(states) == _BOTH and len(sender) == 1:
            own.posts.append(Post(_AMBASSADOR, sender[0].mention.norm, None, "posts.posted"))


def _is_in_house(view: View, first: Mention, second: Mention) -> bool:
    """Whether of two institutions one is a parliament's: "the Georgian parliament's foreign affairs committee"."""
    houses = [m for m in (first, second) if m.norm == _SPEAKER]
    near = second.start - first.end <= _TO_INSTITUTION and "," not in view.words[first.end : second.start]
    return near and len(houses) == 1


def _led(view: View, own: Named, institution: Mention, verbs: Collection[str]) -> Post | None:
    sentence, lower = own.sentence, view.lower
    if own.item.end <= institution.start < sentence.end:
        verb = next(
            (i for i in range(own.item.end, min(own.item.end + _TO_VERB, institution.start)) if lower[i] in verbs), -1
        )
        near = verb >= 0 and institution.start - verb <= _TO_INSTITUTION
    elif sentence.start <= institution.start < own.item.start:
        verb = own.item.start - 1
        near = lower[verb] in verbs and 0 <= verb - institution.end <= _TO_VERB
    else:
        return None
    between = range(*sorted((own.item.start, institution.start)))
    if not near or any(i.symbol == "P" and i is not own.item and i.start in between for i in sentence.items):
        return None
    beside = range(institution.start - 2, institution.end + 3)
    owners = "CAO" if institution.norm == _OF_BODY else "CA"
    states = [i.mention.norm for i in sentence.items if i.symbol in owners and i.start in beside]
    over = next((i.mention for i in sentence.items if i.symbol in "RQ" and i.start <= institution.start < i.end), None)
    if over is not None and over.attributes["country"]:
        states = [over.attributes["country"]]
    whose = view.lexicon.file.words.possessive_pronoun
    its_own = any(w in whose for w in lower[max(sentence.start, institution.start - _BEFORE) : institution.start])
    lower_case = all(w.islower() for w in view.words[institution.start - 1 : institution.end] if w.isalpha())
    if not states and (institution.attributes.get("extra") == _MISSION or (lower_case and not its_own)):
        return None  # "who runs the committee": another word for what was named before; an observer mission
    country = states[0] if states else institution.rule.partition(".")[2].partition(".")[2] or own.country
    return Post(institution.norm, country, None, "posts.leads")


def _after(view: View, sentence: Sentence, own: Named, words: _Words, used: set[int]) -> None:
    """Titles after a name: "X was named ambassador to Y and gave up the post of minister"."""
    first = min([own.item.start, *(p.title.start for p in own.posts if p.title is not None)])
    told = any(w in words.of_whom for w in view.lower[max(sentence.start, first - _BEFORE) : first])
    cursor = own.item.end
    for position in range(own.item.position + 1, len(sentence.symbols)):
        item = sentence.at.get(position)
        if item is None:
            continue
        gap = _words(view, cursor, item.start)
        if not _fits(gap, words.verbs | words.frame | words.past) or item.symbol not in "RDCK":
            return
        past = any(w in words.past for w in gap)
        told = told or past or succeeds(item.mention) or any(w in words.verbs for w in gap)
        cursor = item.end
        if item.symbol != "R":
            if item.symbol == "C" and sentence.symbols[position - 1] != "(":
                return
            continue
        if position in used:
            if not any(p.title is item.mention for p in own.posts):
                return
            continue
        if not told or _is_anothers(sentence, position):
            return
        own.posts.append(_post(own, item))
        own.posts[-1].past = past
        used.add(position)


def _before(
    view: View, sentence: Sentence, title: Item, named: dict[int, Named], words: _Words, used: set[int]
) -> None:
    """A title before a name: "the new chairman is X", "послом стал X"."""
    for position in range(title.position + 1, len(sentence.symbols)):
        item = sentence.at.get(position)
        if item is None or item.symbol == "D":
            continue
        own = named.get(position)
        if (
            own is None
            or any(not p.former for p in own.posts)
            or any(w in view.lexicon.file.words.genitive for w in view.lower[item.end : item.end + 1])
        ):
            return
        gap = _words(view, title.end, item.start)
        if own.mention.attributes.get("case") not in ("nom", "", None):
            return
        if _fits(gap, words.verbs_before | words.frame) and any(w in words.verbs_before for w in gap):
            own.posts.append(_post(own, title))
            used.add(title.position)
        return


def _succeeded(view: View, named: dict[int, Named], words: _Words) -> None:
    """As in "named X minister, replacing Y" and "X replaced Y as minister": both have the office."""
    ordered = [named[p] for p in sorted(named)]
    for one, other in pairwise(ordered):
        told = next((p for p in reversed((*one.posts, *other.posts)) if p.rule == RULE and not p.past), None)
        gap = view.lower[one.item.end : other.item.start]
        if told is None or not any(w in words.succession for w in gap[-_BEFORE:]):
            continue
        for own in (one, other):
            if not own.posts:
                own.posts.append(Post(told.office, told.represents, told.title, RULE))


def _in_place_of(view: View, sentence: Sentence, bare: Sequence[Named], words: _Words) -> None:
    """As in "who becomes executive secretary in place of X": X has held the office."""
    instead = view.lexicon.file.words.in_place_of
    for own in bare:
        if not " ".join(view.lower[max(sentence.start, own.item.start - _BEFORE) : own.item.start]).endswith(instead):
            continue
        title = next((i for i in reversed(sentence.items) if i.symbol == "R" and i.end <= own.item.start), None)
        if title is None or own.item.start - title.end > _TO_INSTITUTION:
            continue
        around = [
            *view.lower[max(sentence.start, title.start - _BEFORE) : title.start],
            *view.lower[own.item.end : min(own.item.end + _BEFORE, sentence.end)],
        ]
        if any(w in words.verbs or w in words.verbs_before or w in words.of_whom for w in around):
            own.posts.append(_post(own, title))
            own.posts[-1].past = True


def _same_office(view: View, sentence: Sentence, bare: Sequence[Named], words: _Words) -> None:
    """As in "ambassador to Y, where X had held that office since 2013"."""
    for own in bare:
        titles = [i for i in sentence.items if i.symbol == "R" and i.end <= own.item.start]
        after = view.lower[own.item.end : min(own.item.end + _AFTER, sentence.end)] if titles else []
        if any(after[i : i + len(s)] == s for i, word in enumerate(after) for s in words.same.get(word, ())):
            own.posts.append(_post(own, titles[-1]))


def replace(view: View, by_sentence: Sequence[Sequence[Named]]) -> None:
    """As in "X was relieved of the post of minister. In his place Y was appointed": the office told of last."""
    words = _told_by(view.lexicon)
    if words.in_place_first.isdisjoint(view.forms):  # as most often
        return
    told: Post | None = None
    for row in by_sentence:
        for own in sorted(row, key=lambda n: n.item.start):
            before = view.lower[max(own.sentence.start, own.item.start - _AFTER + 3) : own.item.start]
            if told is not None and not own.posts and not words.in_place_first.isdisjoint(before):
                if any(before[i : i + len(p)] == p for p in words.in_place for i in range(len(before))):
                    own.posts.append(Post(told.office, told.represents, told.title, RULE))
            told = next((p for p in own.posts if p.rule == RULE), told)


def _post(own: Named, title: Item) -> Post:
    post = post_of(title.mention, RULE)
    if not post.represents and post.office != "head_of_organization":
        post.represents = own.country
    return post


def _is_anothers(sentence: Sentence, position: int) -> bool:
    after = sentence.symbols[position + 1 : position + 4].lstrip("o")
    return after[:1] == "P" or (after[:1] == "C" and after[1:2] == "P")


def _words(view: View, start: int, end: int) -> list[str]:
    return [w for w in view.lower[start:end] if w[:1].isalnum() and not w.isdigit()]


def _fits(gap: Sequence[str], allowed: Collection[str]) -> bool:
    return all(w in allowed for w in gap)
