"""Those who hold one office together, as the co-chairs of a group do: whoever meets one of them meets them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cisner.relations.cast import Cast
from cisner.relations.encounters.model import Encounter
from cisner.relations.posts import Post
from cisner.relations.sentence import Sentence

_TITLE = "role.co_chair"


def with_joint_holders(cast: Cast, sentence: Sentence, found: Sequence[Encounter]) -> Sequence[Encounter]:
    """The encounters of a sentence, with all co-chairs that it names at one table, and who was received with them.

    Args:
        cast: The people of the report.
        sentence: The sentence.
        found: Its encounters, in which each of them may stand alone, or the last of them for all.
    """
    if not found or not any(i.mention.rule == _TITLE for i in sentence.of("TITLE")):
        return found
    joint = list(dict.fromkeys(n.person for n in cast.by_sentence[sentence.index] if _holds(n.posts)))
    if len(joint) < 2:
        return found
    merged: dict[tuple[int, tuple[int, ...]], Encounter] = {}
    for encounter in found:
        others = tuple(p for p in encounter.people if p not in joint)
        key = encounter.cue.start, others
        if len(others) == len(encounter.people):  # (host, another guest of the same verb)
            first = (encounter.cue.start, others[:1])
            if first in merged:
                old = merged[first]
                merged[first] = replace(old, people=(*old.people, *others[1:]))
            else:
                merged[key] = encounter
            continue
        before = encounter.people[0] in joint
        merged[key] = replace(encounter, people=(*joint, *others) if before else (*others, *joint))
    return list(merged.values())


def _holds(posts: Sequence[Post]) -> bool:
    return any(post.title is not None and post.title.rule == _TITLE for post in posts)
