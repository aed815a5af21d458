"""All ways in which a sentence gives a name its titles and states, one after the other."""

from __future__ import annotations

import re
from collections.abc import Collection

from cisner.relations.posts.beside import (
    give_after,
    give_before,
    give_bracketed,
    give_in_capacity,
    give_in_turns,
    give_over_membership,
    give_ranked,
    in_capacity,
)
from cisner.relations.posts.lists import give_listed
from cisner.relations.posts.model import Mismatch, Named, Post, Roll, post_of
from cisner.relations.posts.states import mark_elliptic, place_beside, place_introduced, place_led
from cisner.relations.sentence import Sentence, View

_VERB_BETWEEN = re.compile(r"(P)(?:\(C\))?[(,]?x(R)(?:oC|C)?(?!P)")
_TITLE_AFTER = re.compile(r"(P)(?:\(C\))?(R)(?!P)")
_STATE_BETWEEN = re.compile(r"[x,;&o]*[CA][-(:x]?")
_PORTFOLIO_BETWEEN = re.compile(r"\)?[,;&]+x[-(]")
_TO_CAPACITY = 6  # words
_LATER_CAPACITY = re.compile(r"^[^PR]*(P)[^P]*P[^PR]*(R)(?!P)")
_FAR = 8  # symbols between two names of a list
_TITLES = frozenset("RQK")


def link(view: View, sentence: Sentence, mismatches: list[Mismatch]) -> list[Named]:
    """Give every name of a sentence its titles and states.

    Args:
        view: The document.
        sentence: The sentence.
        mismatches: Lists that could not be zipped are added here.
    """
    if "P" not in sentence.symbols:
        return []
    names = sentence.of("PERSON")
    roll = Roll(sentence, {i.position: Named(i, sentence) for i in names}, mismatches)
    words = view.lexicon.file.words
    if _TITLES.isdisjoint(sentence.symbols):
        place_introduced(roll)
        place_led(roll, view)
        place_beside(roll, view)
        mark_elliptic(roll)
        return list(roll.named.values())
    give_listed(roll, words.namely)
    place_introduced(roll)
    place_led(roll, view)
    give_in_turns(roll)
    give_in_capacity(roll, view)
    give_before(roll, words.beside_title)
    give_bracketed(roll)
    give_over_membership(roll, words.member_of)
    give_ranked(roll, view.lexicon.names.honorifics, words.of_rank)
    give_after(roll, words.opening)
    _give_told(roll, view)
    place_beside(roll, view)
    _give_carried(roll, view.lexicon.file.role_frame.portfolio)
    mark_elliptic(roll)
    for own in roll.named.values():
        own.posts = _without_heading(own.posts)
    return list(roll.named.values())


def _without_heading(posts: list[Post]) -> list[Post]:
    """Posts without that of a list's heading, where there is another: "Heads of delegations: Japan – X, …"."""
    told = [p for p in posts if p.office != "other" or p.title is None or p.title.attributes["number"] != "pl"]
    return told or posts


def _give_told(roll: Roll, view: View) -> None:
    """As in "X is the new ambassador of Y"."""
    words = view.lexicon.file.words
    for match in _VERB_BETWEEN.finditer(roll.symbols):
        own, title = roll.named[match.start(1)], roll.sentence.at[match.start(2)]
        if own.posts:
            continue
        gap = " ".join(w for w in view.lower[own.item.end : title.start] if w.strip() and w not in ("(", ","))
        then = roll.symbols[match.start(1) + 1] in "(," and gap in words.at_that_time
        if then or gap in words.copula or gap.endswith(tuple(f" {v}" for v in words.copula_far)):
            own.posts.append(post_of(title.mention, "posts.copula"))
        elif in_capacity(view, roll.sentence, title) and _in_own_capacity(view, own.item.end, title.start):
            own.posts.append(post_of(title.mention, "posts.capacity"))
        elif gap.endswith(words.acting_verb):
            post = post_of(title.mention, "posts.copula")
            post.acting = True
            own.posts.append(post)
    if roll.sentence.has("credentials"):
        _give_accredited(roll, view)
    if not roll.sentence.has("appoint"):
        return
    for match in _TITLE_AFTER.finditer(roll.symbols):  # "назначил X послом"
        own, appointed = roll.named[match.start(1)], roll.title(match.start(2))
        if not own.posts and appointed.cases == {"ins"}:
            own.posts.append(post_of(appointed, "posts.copula"))


def _give_accredited(roll: Roll, view: View) -> None:
    """As in "X presented his credentials to President Y as Ambassador of Z": the subject is the ambassador."""
    match = _LATER_CAPACITY.search(roll.symbols)
    if match is None:
        return
    own, title = roll.named[match.start(1)], roll.sentence.at[match.start(2)]
    if not own.posts and title.mention.norm == "ambassador" and in_capacity(view, roll.sentence, title):
        own.posts.append(post_of(title.mention, "posts.capacity"))


def _in_own_capacity(view: View, start: int, end: int) -> bool:
    """Whether nobody else can be meant between a name and "as": "X came as minister", not "X saw him as minister"."""
    words = [w for w in view.lower[start:end] if w[:1].isalpha()]
    others = view.lexicon.file.words.pronoun
    return len(words) <= _TO_CAPACITY and not any(w in others or w in view.lexicon.file.words.it for w in words)


def _give_carried(roll: Roll, portfolios: Collection[str]) -> None:
    """A title carried along a list: "премьер-министр России X, Казахстана – Y", "министр юстиции X, культуры – Y"."""
    # also "белорусский президент X, казахстанский – Y"
    last: Post | None = None
    end = -1
    for position in sorted(roll.named):
        person = roll.named[position]
        if person.posts:
            last, end = person.posts[0], position
            continue
        if last is not None and last.office == "minister" and _portfolio_between(roll, end, position, portfolios):
            person.posts.append(Post(last.office, last.represents, last.title, "posts.carried"))
            end = position
            continue
        if last is None or last.title is None or not person.country or position - end - 1 > _FAR:
            continue
        if _STATE_BETWEEN.fullmatch(roll.symbols, end + 1, position):
            person.posts.append(Post(last.office, person.country, last.title, "posts.carried"))
            end = position


def _portfolio_between(roll: Roll, end: int, position: int, portfolios: Collection[str]) -> bool:
    """Whether only another portfolio stands between the symbols of two names."""
    if end < 0 or not _PORTFOLIO_BETWEEN.fullmatch(roll.symbols, end + 1, position):
        return False
    words = roll.sentence.words[roll.sentence.at[end].end : roll.sentence.at[position].start]
    return any(w.lower() in portfolios for w in words)
