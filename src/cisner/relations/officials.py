"""Titles of several people: which they are, their states, and those that are only part of a council's name."""

from __future__ import annotations

import re

from cisner.relations.sentence import Item, Sentence

_OF_THE = 2  # tokens between a council and its members


def of_council(sentence: Sentence, title: int) -> bool:
    """Whether a title that begins at a token is part of a council's name: "the Council of Heads of State"."""
    councils = (i.end for i in sentence.of("MEETING") if i.mention.norm == "council")
    return any(0 <= title - end <= _OF_THE for end in councils)


def plural_title(item: Item) -> bool:
    """Whether a title is, or may be, in the plural."""
    return item.symbol == "Q" or (item.symbol == "R" and item.mention.attributes["number"] == "either")


def states_after(sentence: Sentence, item: Item) -> list[Item]:
    """States that go on a plural title: "the foreign ministers of Armenia, Azerbaijan and Russia"."""
    if item.mention.attributes.get("organization"):
        return []  # «главы правительств СНГ, Россию представлял X»
    found = re.match(r"(?:[,&]+o?[CA])+", sentence.symbols[item.position + 1 :])
    own = found.group() if found else ""
    return [sentence.at[item.position + 1 + i] for i, s in enumerate(own) if s in "CA"]
