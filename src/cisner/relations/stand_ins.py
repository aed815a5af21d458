"""People in a sentence of talks who are not named there: "the guest", "his host", "the Indian", "he and X"."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.relations.cast import RANK, Cast
from cisner.relations.events import Event
from cisner.relations.sentence import Item, Sentence, View

_LEADING = RANK["head_of_organization"]  # who may be called just "the guest" or "the host"
_BACK = 2  # sentences in which a delegation and its head may be told of
_PAIR = 2
_NAMED = 5  # tokens from "he and" to the name, its title included

Span = tuple[int, int, int]  # first token, token after the last, person


class StandIns:
    """Finds the people meant by a word for their part in a visit, or by their nationality.

    Args:
        view: The document.
        cast: Its people.
        events: The events told so far.
        home: Code of the country that the report is written from, or None.
    """

    def __init__(self, view: View, cast: Cast, events: Sequence[Event], home: str | None) -> None:
        words = view.lexicon.file.words
        self._view = view
        self._cast = cast
        self._events = events
        self._home = home
        self._talks = view.lexicon.file.talks
        self._standing = self._talks.guest | self._talks.host
        self._with = words.with_
        self._and = frozenset(words.and_)
        self._subjects = words.subject_pronoun
        self._predicates = words.tenure_before | words.as_
        self._definite = self._talks.definite | words.personal_possessive

    def of(self, sentence: Sentence, taken: set[int]) -> list[Span]:
        """The people meant in a sentence by "the guest", "the Turkish visitor" or "the Indian".

        Args:
            sentence: The sentence.
            taken: The tokens of the people that it names.
        """
        lower, out = self._view.lower, list[Span]()
        out += self._led(sentence)
        named_so = self._standing.isdisjoint(lower[sentence.start : sentence.end])
        if named_so and not any(i.symbol == "A" and self._of_one(i) for i in sentence.items):
            return out
        adjectives = {i.end: i for i in sentence.items if i.symbol == "A"}
        titled = {i.start for i in sentence.items if i.symbol in "RP"}
        for index in range(sentence.start, sentence.end):
            adjective = adjectives.get(index)
            alone = adjective is not None and self._of_one(adjective)
            if index in taken or (index + 1 in titled and not alone):
                continue  # "his host X"
            if lower[index] in self._talks.guest:
                person = self._of_state(adjective.mention.norm, index) if adjective else self._visitor(sentence, index)
                start, end = (adjective.start if adjective else index), index + 1
            elif lower[index] in self._talks.host and self._is_definite(index):
                person, start, end = self._host(index), index, index + 1
            elif adjective and alone:
                if self._talks.definite and not self._ends(sentence, index):
                    continue
                person, start, end = self._of_state(adjective.mention.norm, index), adjective.start, index
            else:
                continue
            if person is not None:
                out.append((start, end, person))
        return out

    def _of_one(self, item: Item) -> bool:
        """Whether an adjective with an article, or a noun, is for one person of a state: "the Indian", «индиец»."""
        if self._talks.definite:
            return self._view.lower[item.start - 1] in self._talks.definite
        numbers = item.mention.numbers
        return item.mention.label == "DEMONYM" and numbers == {"sg"}

    def _led(self, sentence: Sentence) -> list[Span]:
        """The head of the delegation told of just before, whom somebody receives with it."""
        if not sentence.has("receive") or not sentence.index:
            return []
        lower, stems = self._view.lower, self._talks.delegation
        at = [i for i in range(sentence.start, sentence.end) if lower[i].startswith((*stems, *self._talks.guests))]
        before = self._view.sentences[max(0, sentence.index - _BACK) : sentence.index]
        if len(at) != 1 or not any(lower[i].startswith(stems) for s in before for i in range(s.start, s.end)):
            return []
        here = {self._cast.people[n.person].represents for n in self._cast.by_sentence[sentence.index]}
        heads = {n.person for s in before for n in self._cast.by_sentence[s.index]}
        if len(heads) != 1 or self._cast.people[min(heads)].represents in {"", *here}:
            return []
        return [(at[0], at[0] + 1, min(heads))]

    def joined_pronoun(self, sentence: Sentence, known: Sequence[Span]) -> int | None:
        """The token of a pronoun joined to somebody: "he and X", "X and he"."""
        lower = self._view.lower
        for index in range(sentence.start, sentence.end):
            if lower[index] not in self._subjects:
                continue
            following = any(0 < start - index <= _NAMED for start, _, _ in known)
            if following and index + 1 < sentence.end and lower[index + 1] in self._and:
                return index
            if lower[index - 1] in self._and and any(end == index - 1 for _, end, _ in known):
                return index
        return None

    def _is_definite(self, index: int) -> bool:
        """Whether "the" or "his" stands before a word, in a language with articles, and it is no predicate."""
        lower = self._view.lower
        if not self._talks.definite:
            return lower[index - 1] not in self._predicates
        return lower[index - 1] in self._definite and lower[index - 2] not in self._predicates  # "X is the host"

    def _ends(self, sentence: Sentence, index: int) -> bool:
        """Whether an adjective has no noun after it."""
        word = self._view.lower[index] if index < sentence.end else ""
        return not word[:1].isalpha() or word in self._talks.ends or word in self._with

    def _of_state(self, state: str, before: int) -> int | None:
        """The highest of a state's people named so far."""
        found = [p for p in self._named_before(before) if self._cast.people[p].represents == state]
        return min(found, key=lambda p: RANK.get(self._cast.people[p].office, 99)) if found else None

    def _named_before(self, token: int) -> list[int]:
        return [p.index for p in self._cast.people if p.named and min(n.item.start for n in p.named) < token]

    def _visitor(self, sentence: Sentence, before: int) -> int | None:
        """Who is a guest: who travelled, else whom somebody received, else the only one from abroad."""
        for event in reversed(self._events):
            if event.kind == "visit" and event.pair:
                return min(event.pair)
            guests = [i.person for i in event.involved if i.function != "host"] if event.pair else []
            if len(guests) == 1 and len(event.pair) == 2:
                return guests[0]
        hosts = {self._cast.people[n.person].represents for n in self._cast.by_sentence[sentence.index]} - {""}
        for event in reversed(self._events if hosts else ()):
            states = {p: self._cast.people[p].represents for p in event.pair}
            if len(states) == _PAIR and not hosts.isdisjoint(states.values()):  # who has met another of the hosts
                return next((p for p, state in states.items() if state and state not in hosts), None)
        people = (self._cast.people[p] for p in self._named_before(before)) if self._home else ()
        leading = [p for p in people if p.represents and RANK.get(p.office, 99) <= _LEADING]
        abroad = [p.index for p in leading if p.represents != self._home]
        return abroad[0] if len(abroad) == 1 else None

    def _host(self, before: int) -> int | None:
        """The highest of the people of the country where the session or summit takes place, else of the report's."""
        countries = [e.country for e in self._events if not e.personal and e.country]
        country = countries[-1] if countries else self._home
        return self._of_state(country, before) if country else None
