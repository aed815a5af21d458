"""Those who share a title without a state, and the states that the sentence before lists in the same order.

"Consultations of the foreign ministries of Russia and Belarus were held. Deputy ministers X and Y led the delegations."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.relations.cast import PersonRecord
from cisner.relations.posts import SHARED, Post
from cisner.relations.sentence import Sentence, View

_STATES = frozenset({"C", "A"})
_LIST = re.compile(r"[CA](?:[,&]+o?[CA])+")


def states_in_order(view: View, people: Sequence[PersonRecord]) -> dict[int, str]:
    """The states of posts under a shared title, by the posts' identity."""
    shared: dict[int, list[tuple[int, Post]]] = {}
    sentences: dict[int, Sentence] = {}
    for person in people:
        for named in person.named:
            for post in named.posts:
                if post.rule == SHARED and post.title is not None:
                    shared.setdefault(post.title.start, []).append((named.item.start, post))
                    sentences[post.title.start] = named.sentence
    found: dict[int, str] = {}
    for title, holders in shared.items():
        here = sentences[title].index
        if len(holders) < 2 or not here or not _STATES.isdisjoint(sentences[title].symbols):
            continue
        listed = _only_list(view.sentences[here - 1])
        posts = [post for _, post in sorted(holders, key=lambda h: h[0])]
        agree = all(p.represents in ("", s) for p, s in zip(posts, listed, strict=False))
        if len(listed) == len(posts) and agree:
            found.update((id(post), state) for post, state in zip(posts, listed, strict=True))
    return found


def _only_list(sentence: Sentence) -> list[str]:
    """The states of a sentence that names them in one list and nowhere else."""
    lists = list(_LIST.finditer(sentence.symbols))
    if len(lists) != 1:
        return []
    states = [sentence.at[i].mention.norm for i in range(*lists[0].span()) if sentence.symbols[i] in _STATES]
    told = {i.mention.norm for i in sentence.items if i.symbol in _STATES}
    return states if len(set(states)) == len(states) and told == set(states) else []
