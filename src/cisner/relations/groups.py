"""Several people told of before, meant by "they", "both", "the two presidents"."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cast import Cast, persons_of, told_state
from cisner.relations.events import Event
from cisner.relations.phrases import LEVEL_OF
from cisner.relations.sentence import Item, Sentence, View

_BACK = 3  # sentences that "the two" may look back
_MOST = 3  # people whom "they" may mean, where they met
_MINISTERS = frozenset({"foreign_minister", "defence_minister"})  # "the ministers", too
_NUMBER = 2  # words of "both of the"
_TWO = 2  # where they are only named


class Groups:
    """Finds the people that a word for a group means.

    Args:
        view: The document.
        cast: Its people.
        events: The events told so far.
    """

    def __init__(self, view: View, cast: Cast, events: Sequence[Event]) -> None:
        self._view = view
        self._cast = cast
        self._events = events
        talks = view.lexicon.file.talks
        sizes = ((talks.pairs, 2), (talks.trios, 3), (talks.fours, 4), (talks.fives, 5))
        self._sizes = [(tuple(w.split()), size) for words, size in sizes for w in words]
        self._counting = frozenset(words[0] for words, _ in self._sizes)
        self._no_people = talks.no_people
        self._they = view.lexicon.file.words.they

    def before(
        self, sentence: Sentence, start: int, end: int, *, but: int = -1, numbered: bool = False
    ) -> tuple[int, ...]:
        """The people meant between two tokens of a sentence, those of the sentences before; or none.

        Args:
            sentence: The sentence.
            start: First token.
            end: Token after the last.
            but: Somebody who is not of the group.
            numbered: Whether it must be said how many they are.
        """
        size = self.size(start, end)
        titles = [i for i in sentence.items if i.symbol == "Q" and start <= i.start < end]
        if size:  # "both are at the meeting of the secretaries of …": they are not those
            titles = [i for i in titles if not self._counting.isdisjoint(self._view.lower[i.start - _NUMBER : i.start])]
        covered = {t for i in sentence.items if i.symbol != "Q" for t in range(i.start, i.end)}
        they = any(self._view.lower[t] in self._they for t in range(start, end) if t not in covered)
        if len(titles) > 1 or not (size or (not numbered and (titles or they))):
            return ()
        if titles and (titles[0].mention.attributes["country"] or titles[0].mention.attributes["organization"]):
            return ()
        return self._told(sentence, size, titles[0] if titles else None, but)

    def of_pronoun(self, sentence: Sentence) -> tuple[int, ...]:
        """The people meant by "they" or "their"."""
        return self._told(sentence, 0, None, -1)

    def size(self, start: int, end: int) -> int:
        """How many people "the two" or "all three" between two tokens says, or 0.

        Args:
            start: First token.
            end: Token after the last.
        """
        lower = self._view.lower
        if self._counting.isdisjoint(lower[start:end]):
            return 0
        for index in range(start, end):
            for words, size in self._sizes:
                last = index + len(words)
                following = lower[last] if last < len(lower) else ""
                if tuple(lower[index:last]) == words and not following.startswith(self._no_people):
                    return size
        return 0

    def _told(self, sentence: Sentence, size: int, title: Item | None, but: int) -> tuple[int, ...]:
        """The last ones who met, or are told of one after the other, of a number and of an office."""
        found: list[int] = []
        session = any(e.organization and not e.personal for e in self._events)
        theirs = None if session and not size else self._only_talks(size, title)
        if theirs is not None and but not in theirs.pair:
            return _in_order(theirs)
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
            talks = [e for e in self._events if e.kind in ("talks", "call") and e.pair and index in e.sentences]
            if talks and not found:
                if not size and {rule for _, _, rule in talks[-1].evidence} == {"cue.sign"}:
                    return ()  # who signed may be told to have met elsewhere
                last = tuple(p for p in _in_order(talks[-1]) if p != but)
                return last if self._fits(last, size, title, bool(size)) else ()
            earlier = self._view.sentences[index]
            if earlier.is_line or (session and index < sentence.index - 1) or earlier.has("message"):
                return ()  # one of a list, or of many at a session, or who sent greetings
            people = dict.fromkeys(p for _, _, p in persons_of(self._cast, earlier))
            found = [
                *(p for p in people if p != but and p not in found and self._of_office(p, title, bool(size))),
                *found,
            ]
            sessions = [e for e in self._events if not e.personal and index in e.sentences]
            if any(len(e.states) != len(found) or not found for e in sessions) and (not size or len(found) != size):
                return ()  # they are at the session told of
            if len(found) > 1 and len(found) >= size:
                return tuple(found) if self._fits(found, size or _TWO, title, bool(size)) else ()
        return ()

    def _only_talks(self, size: int, title: Item | None) -> Event | None:
        """The talks of officials like those named, if no others of their office have met: "the presidents"."""
        if title is None or LEVEL_OF.get(title.mention.norm) is None or title.mention.rule == "role.leader":
            return None
        talks = [
            e for e in self._events if e.kind == "talks" and self._fits(tuple(e.pair), size or _TWO, title, bool(size))
        ]
        return talks[0] if len({e.pair for e in talks}) == 1 else None

    def _fits(self, people: Sequence[int], size: int, title: Item | None, numbered: bool) -> bool:
        """Whether people are as many as said, of the office said, and each of another state."""
        states = [told_state(self._cast.people[p]) for p in people]
        told = len(people) == size or (not size and len(people) <= _MOST)
        return told and len(set(states)) == len(states) and all(self._of_office(p, title, numbered) for p in people)

    def _of_office(self, person: int, title: Item | None, numbered: bool) -> bool:
        """Whether somebody holds the office of a title; "the two ministers" may be foreign ministers."""
        office = self._cast.people[person].office
        if title is None:
            return office not in ("", "presidential_staff", "other")
        level = LEVEL_OF.get(title.mention.norm)
        if numbered and title.mention.norm == "minister" and office in _MINISTERS:
            return True
        return level in (None, LEVEL_OF.get(office)) or title.mention.rule == "role.leader"


def _in_order(event: Event) -> tuple[int, ...]:
    """The people who met, first the one by whose verb they did."""
    first = (event.subject,) if event.subject in event.pair else ()
    return (*first, *sorted(event.pair.difference(first)))
