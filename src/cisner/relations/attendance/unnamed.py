"""Parts of people whom a sentence does not name: "the two of them", "he", "those already named"."""

from __future__ import annotations

from collections.abc import Iterator

from cisner.relations.attendance.scene import At, Scene
from cisner.relations.attendance.substitutes import SUBSTITUTES, Substitutes
from cisner.relations.capacity import seated
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event, Involvement
from cisner.relations.frame import clause
from cisner.relations.groups import Groups
from cisner.relations.levels import LEVEL_OF
from cisner.relations.sentence import Sentence
from cisner.small_words import Phrases

_TELLING = frozenset({"chair", "attend", "sign", *SUBSTITUTES})
_TO_VERB = 3  # words between "the host" and the verb
_NEVER = 9999  # sentence of a meeting that none tells of


class Unnamed:
    """Finds the parts in meetings of people told of earlier.

    Args:
        scene: The report.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._words = scene.view.lexicon.file.words
        self._substitutes = Substitutes(scene)
        self._groups = Groups(scene.view, scene.cast, scene.meetings.events)
        self._names_again = scene.view.says(0, len(scene.view.lower), self._words.named_already)

    def told_in(self, sentence: Sentence) -> Iterator[tuple[Event, Involvement]]:
        """Yield the parts that a sentence gives to people it does not name."""
        told = not _TELLING.isdisjoint(sentence.types)
        if told:
            yield from self._both(sentence)
            yield from self._by_pronoun(sentence)
        if sentence.has("absent", "stay"):
            yield from self._absent_by_pronoun(sentence)
        if sentence.has("host") and sentence.has("attend", "convene", "assembles"):
            yield from self._host(sentence)
        if self._names_again and self._says(sentence, self._words.named_already):
            yield from self._named_already(sentence)
        if told:
            yield from self._substitutes.told_in(sentence)
        yield from self._substitutes.sent_in(sentence)

    def _says(self, sentence: Sentence, kind: Phrases) -> bool:
        """Whether a sentence has one of the expressions of a kind."""
        return self._scene.view.says(sentence.start, sentence.end, kind)

    def _both(self, sentence: Sentence) -> Iterator[tuple[Event, Involvement]]:
        """As in "The two of them chaired the session": the people of the talks told before are at that session too."""
        cues = sentence.cue("chair", "attend", "sign")
        if not cues:
            return
        size = 3 if self._says(sentence, self._words.all_three) else 2 if self._says(sentence, self._words.both) else 0
        size = size or self._groups.size(clause(self._scene.view, sentence, cues[0].start)[0], cues[0].start)
        bodies = self._scene.bodies(sentence.index) if size else []
        if not bodies:
            return
        events = self._scene.meetings.events
        told = (e for e in reversed(events) if min(e.sentences, default=_NEVER) <= sentence.index)
        talks = next((e for e in told if len(e.pair) == size), None)
        for person in sorted(talks.pair) if talks is not None else ():
            yield bodies[0], _by_cue(person, sentence, cues[0], bodies[0])

    def _by_pronoun(self, sentence: Sentence) -> Iterator[tuple[Event, Involvement]]:
        """As in "X said … . The day before, he had chaired the council": the one person of the sentence before."""
        cues = sentence.cue("chair", "attend")
        bodies = self._scene.bodies(sentence.index) if cues else []
        earlier = {p.person for p in self._people_before(sentence)} if bodies else set()
        if len(earlier) != 1 or len(bodies) != 1:
            return
        for cue in cues:
            start = clause(self._scene.view, sentence, cue.start)[0]
            named = any(start <= p.start < cue.start for p in self._scene.people(sentence))
            words = self._scene.view.lower[start : cue.start]
            if not named and any(w in self._words.subject_pronoun for w in words):
                yield bodies[0], _by_cue(min(earlier), sentence, cue, bodies[0])
                return

    def _absent_by_pronoun(self, sentence: Sentence) -> Iterator[tuple[Event, Involvement]]:
        """As in "X had been awaited. He did not come": the one person of the sentence before."""
        event, cue = self._scene.meetings.told[sentence.index].at, sentence.cue("absent", "stay")[0]
        earlier = {p.person for p in self._people_before(sentence)}
        if event is None or event.personal or len(earlier) != 1 or self._scene.people(sentence):
            return
        start = sentence.start + (
            self._scene.view.lower[sentence.start] in self._scene.view.lexicon.file.setting.conjunction
        )
        if self._scene.view.lower[start] not in self._words.subject_pronoun or cue.start - start > _TO_VERB:
            return
        places = [i.mention.norm for i in sentence.of("CITY") if i.start == cue.end]
        if cue.type == "stay" and (not places or places[0] in (event.city, self._scene.meetings.reading.home_city)):
            return
        if seated(self._scene.cast.people[min(earlier)], event):
            told = event.involved.of(min(earlier))
            if told is not None and told.sentence.index == sentence.index - 1:
                event.involved.drop(told)  # "they had hoped for X"
            yield event, Involvement(min(earlier), sentence, cue.start, cue.end, "absent", cue.rule)

    def _named_already(self, sentence: Sentence) -> Iterator[tuple[Event, Involvement]]:
        """As in "Besides those already named, there were X and Y": the people of the talks told before as well."""
        bodies = self._scene.bodies(sentence.index)
        event = bodies[0] if bodies else self._scene.meetings.told[sentence.index].at
        if event is None or event.personal:
            return
        first = sentence.start
        for talks in self._scene.meetings.events:
            if talks.pair and min(talks.sentences, default=_NEVER) < sentence.index:
                for person in sorted(talks.pair):
                    yield (
                        event,
                        Involvement(person, sentence, first, first + 1, event.turnout(), "attendance.named"),
                    )

    def _host(self, sentence: Sentence) -> Iterator[tuple[Event, Involvement]]:
        """As in "Besides the host it was attended by X and Y": who is of the land and of the level of the session."""
        lower, nouns, joins = self._scene.view.lower, self._words.host_noun, frozenset(self._words.and_)
        cue = next((c for c in sentence.cue("host") if lower[c.end - 1] in nouns), None)
        bodies = self._scene.bodies(sentence.index) if cue is not None else []
        event = bodies[0] if bodies else self._scene.meetings.told[sentence.index].at
        if cue is None or event is None or event.personal or not event.country or event.level not in LEVEL_OF.values():
            return
        if event.status() != "held" or not (
            joins.intersection(lower[cue.end : cue.end + 1]) or self._goes_on(sentence, cue)
        ):
            return
        hosts = [
            p.index
            for p in self._scene.cast.people
            if p.represents == event.country and LEVEL_OF.get(p.office) == event.level
        ]
        if len(hosts) == 1:
            yield event, Involvement(hosts[0], sentence, cue.start, cue.end, event.turnout(), cue.rule, "host")

    def _goes_on(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether a verb, and no name, follows: "the host was joined by X", "besides the host it was attended by"."""
        following = next((i for i in sentence.items if i.start >= cue.end), None)
        verbs = (c for c in sentence.cue("attend", "convene", "assembles") if 0 <= c.start - cue.end <= _TO_VERB)
        verb = next(verbs, None)
        return verb is not None and (following is None or verb.start < following.start)

    def _people_before(self, sentence: Sentence) -> list[At]:
        """The people of the sentence before."""
        return self._scene.people(self._scene.view.sentences[sentence.index - 1]) if sentence.index else []


def _by_cue(person: int, sentence: Sentence, cue: FoundCue, event: Event) -> Involvement:
    function = "chair" if cue.type == "chair" else "participant"
    return Involvement(person, sentence, cue.start, cue.end, event.turnout(), cue.rule, function)
