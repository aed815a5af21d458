"""The office of a group for its members: "the deputy prime ministers met: X (Russia), Y (Armenia)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cisner.relations.capacity import never_held
from cisner.relations.cast import PersonRecord
from cisner.relations.posts import Named, Post
from cisner.relations.sentence import Item, Sentence, View

_ENTRY = re.compile(r"[o-]*C[-:(x][^PRQK]*P")
_ENTRY_OF_NAME = re.compile(r"[-x]*P(?:\(x?C\)|[-,]C)[,;.]?")
_ABOVE = 3  # sentences between the title of a group and the list of its members


def from_groups(
    view: View, by_sentence: Sequence[Sequence[Named]], people: Sequence[PersonRecord], day: str | None
) -> None:
    """The title of a group for its members: "the deputy prime ministers met: X (Russia), Y (Armenia)"."""
    for sentence, row in zip(view.sentences, by_sentence, strict=True):
        for named in row:
            person = people[named.person]
            if not person.posts and sentence.is_line:
                _post_of_line(view, sentence, by_sentence, person)
            if person.posts:
                continue
            held = person.known is not None and day is not None and any(t.covers(day) for t in person.known.terms)
            after = None if held else _group_after(sentence, row, named)
            if after is not None and after.mention.norm != "counterpart":
                person.posts.append(Post(after.mention.norm, named.country, after.mention, "posts.group"))
                continue
            if not named.country:
                continue
            told_in = sentence
            before = [i for i in sentence.items if i.symbol == "Q" and i.end <= named.item.start]
            if not before and sentence.index:
                told_in = view.sentences[sentence.index - 1]
                before = (
                    [i for i in told_in.items if i.symbol == "Q"] if told_in.paragraph == sentence.paragraph else []
                )
            if not before:
                before = _group_of_line(view, sentence)
            if not before:
                continue
            title = before[-1].mention
            if title.norm == "counterpart" or title.attributes["country"] not in ("", named.country):
                continue
            office = person.known_office or title.norm
            if never_held(person, office):
                continue
            own = office == title.norm and not _names_a_council(told_in, before[-1])
            person.posts.append(Post(office, named.country, title if own else None, "posts.group"))


def _names_a_council(sentence: Sentence, group: Item) -> bool:
    """Whether a title is part of the name of a body, and nobody's own: "the CIS Council of Heads of State"."""
    council = sentence.at.get(group.position - 2)
    return council is not None and council.mention.norm == "council" and sentence.symbols[group.position - 1] == "o"


def from_summing_up(view: View, by_sentence: Sequence[Sequence[Named]], people: Sequence[PersonRecord]) -> None:
    """As in "Belarus: X; Kazakhstan: Y. All of them are foreign ministers": the title of those just listed."""
    words = view.lexicon.file.words
    for sentence in view.sentences:
        if "Q" not in sentence.symbols or "P" in sentence.symbols:
            continue
        title = sentence.items[0]
        if title.symbol != "Q" or title.mention.norm == "other":
            continue
        if " ".join(w for w in view.lower[sentence.start : title.start] if w[:1].isalpha()) not in words.all_are:
            continue
        for named in _listed_before(view, by_sentence, sentence):
            person = people[named.person]
            if named.country and not person.posts and title.mention.attributes["country"] in ("", named.country):
                person.posts.append(Post(title.mention.norm, named.country, title.mention, "posts.group"))


def _listed_before(view: View, by_sentence: Sequence[Sequence[Named]], sentence: Sentence) -> Iterator[Named]:
    """The names of the sentence before, or of the lines of a list that it ends."""
    for earlier in reversed(view.sentences[: sentence.index]):
        yield from by_sentence[earlier.index]
        if not earlier.is_line and not _ENTRY.match(earlier.symbols):
            return


def _group_after(sentence: Sentence, row: Sequence[Named], named: Named) -> Item | None:
    """The plural title in apposition to a list of names: "X of Poland, Y of Latvia – all of them presidents"."""
    for item in sentence.items:
        if item.symbol != "Q" or item.start < named.item.end:
            continue
        between = sentence.symbols[named.item.position + 1 : item.position]
        listed = "P" in between + sentence.symbols[: named.item.position]
        if not listed or not re.fullmatch(r"[PCAoxD,&;:()-]*[,-]x?", between):
            return None
        return None if any(p.title is item.mention for n in row for p in n.posts) else item
    return None


def _post_of_line(view: View, sentence: Sentence, by_sentence: Sequence[Sequence[Named]], person: PersonRecord) -> None:
    """The title of a list's heading for an entry without one, where the other entries have that office."""
    heading = [i for s in view.sentences[max(0, sentence.intro - 1) : sentence.intro + 1] for i in s.items]
    titles = [i.mention for i in heading if i.symbol == "Q"]
    lines = view.lines.get(sentence.intro, ())
    offices = Counter(p.office for line in lines for n in by_sentence[line.index] for p in n.posts)
    if titles and offices and offices.most_common(1)[0][0] == titles[-1].norm:
        person.posts.append(Post(titles[-1].norm, "", titles[-1], "posts.group"))


def _group_of_line(view: View, sentence: Sentence) -> list[Item]:
    """The plural title that a list of "от России – X", one to a line, stands under."""
    index = sentence.index
    if sentence.intro >= 0 and _ENTRY_OF_NAME.fullmatch(sentence.symbols):
        return _group_before(view, sentence.intro)
    if not _ENTRY.match(sentence.symbols):
        return []
    while index and _ENTRY.match(view.sentences[index].symbols):
        index -= 1
    above = view.sentences[max(0, index - 1) : index + 1]
    return [i for s in above for i in s.items if i.symbol == "Q"]


def _group_before(view: View, intro: int) -> list[Item]:
    """The plural title in the words that introduce a list of "X (Russia)", or in the sentences before them."""
    for index in range(intro, max(-1, intro - 1 - _ABOVE), -1):
        found = [i for i in view.sentences[index].items if i.symbol == "Q"]
        if found:
            return found
    return []
