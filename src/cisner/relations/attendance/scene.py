"""People at places of a text, sentence by sentence, with what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from cisner.knowledge.bodies import Body
from cisner.relations.cast import Cast
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event
from cisner.relations.frame import clause
from cisner.relations.meetings import Meetings
from cisner.relations.posts import Named
from cisner.relations.sentence import Sentence, View

_CLAUSE = 5  # words from "which" to the verb of its clause
_BESIDE = 4  # words from a verb to its subject after it
_BEFORE_COLON = ("attend", "absent", "absent_adjacent", "lack", "chair", "video")


@dataclass(frozen=True, slots=True)
class At:
    """A person at a place of the text, by name or by title alone."""

    start: int
    end: int
    person: int
    named: Named | None

    @property
    def case(self) -> str:
        """Case of the name, or "" where it is unknown or there is no name."""
        return self.named.case if self.named is not None else ""

    @property
    def subject(self) -> bool:
        """Whether the name, if there is one, can be a subject."""
        return self.case in ("nom", "")


@dataclass(frozen=True, slots=True)
class Found:
    """A person at a place, to be judged.

    Attributes:
        at: The person.
        first: First token, of the title before the name where there is one.
        sentence: The sentence.
        people: All people of it.
        near: Cues of the person's clause; after a colon, also those before it that say who was there.
        intro: The sentence that introduces the list of which this one is a line.
    """

    at: At
    first: int
    sentence: Sentence
    people: Sequence[At]
    near: Sequence[FoundCue]
    intro: Sentence | None


@dataclass(slots=True)
class Scene:
    """A report whose people and meetings are known."""

    view: View
    cast: Cast
    meetings: Meetings
    known_bodies: Mapping[str, Body] = field(default_factory=dict)
    _people: dict[int, list[At]] = field(default_factory=dict)  # by sentence

    def people(self, sentence: Sentence) -> list[At]:
        """The people of a sentence in order."""
        found = self._people.get(sentence.index)
        if found is None:
            found = [At(n.item.start, n.item.end, n.person, n) for n in self.cast.by_sentence[sentence.index]]
            references = self.cast.references[sentence.index]
            if references:
                found += [At(r.item.start, r.item.end, r.person, None) for r in references]
                found.sort(key=attrgetter("start"))
            self._people[sentence.index] = found
        return found

    def bodies(self, index: int) -> list[Event]:
        """The meetings told of in a sentence, without those between named people."""
        return [e for e in self.meetings.told[index].named if not e.personal]

    def on_margins(self, sentence: Sentence) -> bool:
        """Whether a sentence names sessions only as the setting of what it tells."""
        return on_margins(sentence, self.bodies(sentence.index))

    def find(self, sentence: Sentence, at: At) -> Found:
        """A person of a sentence with what stands around."""
        start, end = clause(self.view, sentence, at.start)
        near = [c for c in sentence.cues if start <= c.start < end]
        if start > sentence.start and self.view.words[start - 1] == ":":
            left = clause(self.view, sentence, start - 2)[0]
            near += [c for c in sentence.cues if left <= c.start < start and c.type in _BEFORE_COLON]
        if not near and start > sentence.start and self.view.lower[start - 1] in sentence.contrast:
            left = clause(self.view, sentence, start - 2)[0]  # "was represented not by X but by Y"
            near = [c for c in sentence.cues if left <= c.start < start and c.type in _BEFORE_COLON]
        near += self._of_list(sentence, at, (start, end))
        intro = self.view.sentences[sentence.intro] if sentence.intro >= 0 else None
        return Found(at, title_start(sentence, at), sentence, self.people(sentence), near, intro)

    def _of_list(self, sentence: Sentence, at: At, clause_of: tuple[int, int]) -> list[FoundCue]:
        """As in "A and B sent ministers; these are X and Y": the cues of the clause with the title of a list."""
        posts = at.named.posts if at.named is not None and at.named.in_list >= 0 else []
        titles = [p.title for p in posts if p.title is not None and sentence.start <= p.title.start < clause_of[0]]
        if not titles:
            return []
        left, right = clause(self.view, sentence, titles[0].start)
        return [c for c in sentence.cues if left <= c.start < right and c.type in _BEFORE_COLON]


def title_start(sentence: Sentence, at: At) -> int:
    """First token of a name with the title before it."""
    titles = [i.start for i in sentence.items if i.symbol in "RK" and 0 <= at.start - i.end <= 1]
    return min(titles) if titles else at.start


def on_margins(sentence: Sentence, events: Iterable[Event]) -> bool:
    """Whether a sentence names meetings only as the setting of what it tells."""
    phrases = [p for e in events for p in e.phrases_in(sentence)]
    return bool(phrases) and all(p.margin for p in phrases)


def before(people: Iterable[At], cue: FoundCue) -> list[At]:
    """Those who stand before a cue."""
    return [p for p in people if p.end <= cue.start]


def after(people: Iterable[At], cue: FoundCue) -> list[At]:
    """Those who stand after a cue."""
    return [p for p in people if p.start >= cue.end]


def in_clause_about_it(scene: Scene, one: At, cue: FoundCue, other: At) -> bool:
    """As in «A приехал на заседание, которое вёл B»: who is told after the verb of a clause about the session."""
    which = tuple(scene.view.lexicon.file.setting.which)
    begins = any(w.startswith(which) for w in scene.view.lower[max(one.end, cue.start - _CLAUSE) : cue.end])
    return begins and other.case == "nom" and other.start - cue.end <= _BESIDE
