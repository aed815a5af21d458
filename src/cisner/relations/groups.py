"""Several people told of before, meant by "they", "both", "the two presidents"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cisner.knowledge import MINISTERS
from cisner.lexicon import Lexicon
from cisner.relations.cast import Cast, persons_of, told_state
from cisner.relations.events import Event
from cisner.relations.levels import LEVEL_OF
from cisner.relations.sentence import Item, Sentence, View

_BACK = 3  # sentences that "the two" may look back
_MOST = 3  # people whom "they" may mean, where they met
_LEADER = "role.leader"  # of any office
_NUMBER = 2  # words of "both of the"
_TWO = 2  # where they are only named


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word for a group says of its people.

    Attributes:
        size: How many they are, or 0.
        title: The title that they share, or None.
    """

    size: int = 0
    title: Item | None = None

    def suits(self, office: str) -> bool:
        """Whether the holder of an office may be one of them; "the two ministers" may be foreign ministers."""
        if self.title is None:
            return office not in ("", "presidential_staff", "other")
        own = self.title.mention.norm
        if self.size and own == "minister" and office in MINISTERS:
            return True
        return LEVEL_OF.get(own) in (None, LEVEL_OF.get(office)) or self.title.mention.rule == _LEADER


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
        self._sizes = _sizes_of(view.lexicon)
        self._no_people = view.lexicon.file.talks.no_people
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
            titles = [i for i in titles if self._counts(i.start - _NUMBER, i.start)]
        covered = {t for i in sentence.items if i.symbol != "Q" for t in range(i.start, i.end)}
        they = any(self._view.lower[t] in self._they for t in range(start, end) if t not in covered)
        if len(titles) > 1 or not (size or (not numbered and (titles or they))):
            return ()
        if titles and (titles[0].mention.attributes["country"] or titles[0].mention.attributes["organization"]):
            return ()
        return self._told(sentence, _Word(size, titles[0] if titles else None), but)

    def of_pronoun(self, sentence: Sentence) -> tuple[int, ...]:
        """The people meant by "they" or "their"."""
        return self._told(sentence, _Word(), -1)

    def size(self, start: int, end: int) -> int:
        """How many people "the two" or "all three" between two tokens says, or 0.

        Args:
            start: First token.
            end: Token after the last.
        """
        lower = self._view.lower
        if not self._counts(start, end):  # as most often
            return 0
        for index in range(start, end):
            for words, size in self._sizes.get(lower[index], ()):
                last = index + len(words)
                following = lower[last] if last < len(lower) else ""
                if tuple(lower[index:last]) == words and not following.startswith(self._no_people):
                    return size
        return 0

    def _counts(self, start: int, end: int) -> bool:
        """Whether a word that may begin to say how many they are stands between two tokens."""
        return not self._sizes.keys().isdisjoint(self._view.lower[start:end])

    def _told(self, sentence: Sentence, word: _Word, but: int) -> tuple[int, ...]:
        """The last ones who met, or are told of one after the other, of a number and of an office."""
        size, found = word.size, list[int]()
        session = any(e.organization and not e.personal for e in self._events)
        theirs = None if session and not size else self._only_talks(word)
        if theirs is not None and but not in theirs.pair:
            return _in_order(theirs)
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
            talks = [e for e in self._events if e.kind in ("talks", "call") and e.pair and index in e.sentences]
            if talks and not found:
                if not size and {rule for _, _, rule in talks[-1].evidence} == {"cue.sign"}:
                    return ()  # who signed may be told to have met elsewhere
                last = tuple(p for p in _in_order(talks[-1]) if p != but)
                return last if self._fits(last, word) else ()
            earlier = self._view.sentences[index]
            if earlier.is_line or (session and index < sentence.index - 1) or earlier.has("message"):
                return ()  # one of a list, or of many at a session, or who sent greetings
            people = dict.fromkeys(p for _, _, p in persons_of(self._cast, earlier))
            found = [
                *(p for p in people if p != but and p not in found and word.suits(self._cast.people[p].office)),
                *found,
            ]
            sessions = [e for e in self._events if not e.personal and index in e.sentences]
            if any(len(e.states) != len(found) or not found for e in sessions) and (not size or len(found) != size):
                return ()  # they are at the session told of
            if len(found) > 1 and len(found) >= size:
                return tuple(found) if self._fits(found, word, _TWO) else ()
        return ()

    def _only_talks(self, word: _Word) -> Event | None:
        """The talks of officials like those named, if no others of their office have met: "the presidents"."""
        title = word.title
        if title is None or LEVEL_OF.get(title.mention.norm) is None or title.mention.rule == _LEADER:
            return None
        talks = [e for e in self._events if e.kind == "talks" and self._fits(tuple(e.pair), word, _TWO)]
        return talks[0] if len({e.pair for e in talks}) == 1 else None

    def _fits(self, people: Sequence[int], word: _Word, usual: int = 0) -> bool:
        """Whether people are as many as said, or as usual, of the office said, and each of another state."""
        size = word.size or usual
        states = [told_state(self._cast.people[p]) for p in people]
        told = len(people) == size or (not size and len(people) <= _MOST)
        apart = len(set(states)) == len(states)
        return told and apart and all(word.suits(self._cast.people[p].office) for p in people)


@lru_cache(maxsize=4)
def _sizes_of(lexicon: Lexicon) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """The phrases of a language that say how many people a group has, by their first word."""
    talks = lexicon.file.talks
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrases, size in ((talks.pairs, 2), (talks.trios, 3), (talks.fours, 4), (talks.fives, 5)):
        for words in map(str.split, phrases):
            found.setdefault(words[0], []).append((tuple(words), size))
    return found


def _in_order(event: Event) -> tuple[int, ...]:
    """The people who met, first the one by whose verb they did."""
    first = (event.subject,) if event.subject in event.pair else ()
    return (*first, *sorted(event.pair.difference(first)))
