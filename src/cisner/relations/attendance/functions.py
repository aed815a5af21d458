"""What somebody does at a meeting, and from where: chair, host, observer; by video."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from cisner.relations.attendance.scene import At, Scene, after, before, in_clause_about_it, title_start
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event
from cisner.relations.frame import clause
from cisner.relations.sentence import Sentence

_FUNCTIONS = {"chair": ("chair",), "host": ("host", "assembles")}
_ADJACENT = 4  # words
_OBJECT = 3  # words from a verb to the noun of its object
_OBSERVES = 25  # words between somebody and "as an observer"
_MENTIONS = "RQKACOLMGD"  # all but people
_ASIDE = frozenset({",", "-", "–", "—"})
_LEADING = ("attend", "chair", "host")
_MARKS = frozenset({",", "(", ")"})
_PARTED = _ASIDE | {";"}
_AS = 6  # words from "as" to the observer: "as head of the observer state"


def function_of(scene: Scene, sentence: Sentence, at: At) -> str:
    """What somebody does at a meeting."""
    start, end = clause(scene.view, sentence, at.start)
    for function, types in _FUNCTIONS.items():
        for cue in sentence.cue(*types):
            if (
                start <= cue.start < end
                and not _in_title(sentence, cue)
                and not _leads_others(scene, sentence, cue, (start, end))
            ):
                agent = _agent(scene, sentence, cue)
                together = agent is not None and not _names_one(scene, cue) and _joined(scene, sentence, agent, at)
                if agent is not None and (agent.start == at.start or together):
                    return function
    observes = any(_observes(scene, sentence, at, cue) for cue in sentence.cue("observer"))
    return "observer" if observes else "participant"


def _observes(scene: Scene, sentence: Sentence, at: At, cue: FoundCue) -> bool:
    """Whether somebody is told to be an observer: those after the word, or "X as an observer" and no other."""
    lower, observing = scene.view.lower, scene.view.lexicon.file.words.observing
    people = [p for p in scene.people(sentence) if p.named is not None] or scene.people(sentence)
    left, right = before(people, cue), after(people, cue)
    since = max(cue.start - _AS, left[-1].end if left else cue.end)
    led = next((t for t in range(since, cue.end) if lower[t] in observing), None)
    led = _representing(scene, since, cue) if led is None else led
    if led is None or (right and _is_aside(scene, sentence, led) and _introduces(scene, sentence, cue, right[0])):
        return at.start >= cue.end
    if at.start == left[-1].start:
        return cue.start - at.end <= _OBSERVES
    if led - left[-1].end <= 1:
        return False  # "the presidents X, Y and, as an observer, Z"
    start, _ = clause(scene.view, sentence, cue.start)
    return start <= at.start < cue.start and cue.start - at.end <= _OBSERVES


def _representing(scene: Scene, since: int, cue: FoundCue) -> int | None:
    """Where "X represented an observer state" begins, with nothing but an article before the observer."""
    lower, words = scene.view.lower, scene.view.lexicon.file.words
    small = words.the | words.a
    start = cue.start - 2 * (lower[cue.start - 1] == "-")  # «страну-наблюдателя»
    verb = next((t for t in range(start - 1, since - 1, -1) if lower[t] not in small), -1)
    return verb if verb >= since and lower[verb].startswith(words.represents) else None


def _is_aside(scene: Scene, sentence: Sentence, led: int) -> bool:
    """Whether "as an observer" begins a clause of its own: not in "X took part as an observer, President Y spoke"."""
    lower, file = scene.view.lower, scene.view.lexicon.file
    first = led - (led > sentence.start and lower[led - 1] in file.setting.inside)  # «в качестве наблюдателя»
    before = lower[first - 1]
    joined = before in file.setting.conjunction or before in sentence.contrast
    return first == sentence.start or not before.isalpha() or joined


def _introduces(scene: Scene, sentence: Sentence, cue: FoundCue, at: At) -> bool:
    """Whether a person follows right after a word, as in "and, as an observer, President X"."""
    gap = _between(scene, sentence, cue.end, at.start)
    return not any(w.isalpha() and w not in scene.view.lexicon.file.words.the for w in gap)


def _between(scene: Scene, sentence: Sentence, start: int, end: int, symbols: str = "RAC") -> list[str]:
    """The words between two places of a sentence, without those of titles and states or of other mentions."""
    covered = {t for i in sentence.items if i.symbol in symbols for t in range(i.start, i.end)}
    return [scene.view.lower[t] for t in range(start, end) if t not in covered]


def _in_title(sentence: Sentence, cue: FoundCue) -> bool:
    """Whether a word is part of a title that begins before it: "co-chairs", "премьер председательствующей в ЕАЭС A"."""
    return any(i.symbol in "RQ" and i.start < cue.start < i.end for i in sentence.items)


def _names_one(scene: Scene, cue: FoundCue) -> bool:
    """Whether a cue is a noun for one person: "the host, X, and President Y"."""
    return not scene.view.lexicon.file.words.host_noun.isdisjoint(scene.view.lower[cue.start : cue.end])


def _joined(scene: Scene, sentence: Sentence, one: At, other: At) -> bool:
    """Whether two people do something together: "X and Y chaired the session"."""
    first, last = sorted((one, other), key=lambda a: a.start)
    words = scene.view.lexicon.file.words
    passed = words.article | words.of | _MARKS  # "X (Russia) and Y (Belarus)", "X of Russia and Y of Belarus"
    between = [w for w in _between(scene, sentence, first.end, last.start) if w not in passed]
    return len(between) == 1 and between[0] in words.and_


def _leads_others(scene: Scene, sentence: Sentence, cue: FoundCue, clause_of: tuple[int, int]) -> bool:
    """Whether what somebody heads is no meeting: a delegation, a mission."""
    file, (start, end) = scene.view.lexicon.file, clause_of
    if not any(w in file.words.leads for w in scene.view.lower[cue.start : cue.end]):
        return False
    if any(w.startswith(file.talks.delegation) for w in scene.view.lower[start:end]):
        return True
    beside = {*scene.view.lower[cue.start - 1 : cue.start], *scene.view.lower[cue.end : cue.end + 1]}
    if not beside.isdisjoint(file.words.it | file.words.pronoun) or not any(w.isalpha() for w in beside):
        return False  # "chairs it"
    return not any(i.symbol in "MO" and start <= i.start < end for i in sentence.items)


def by_video(scene: Scene, sentence: Sentence, at: At, event: Event) -> bool:
    """Whether somebody takes part by video."""
    if "videoconference" in event.formats:
        return True
    if not sentence.has("video"):
        return False
    cues = sentence.cue("video")
    whole = (c for c in cues if not any(o.start <= c.start and c.end <= o.end and o is not c for o in cues))
    return any(p.start == at.start for cue in whole for p in _on_screen(scene, sentence, cue))


def _on_screen(scene: Scene, sentence: Sentence, cue: FoundCue) -> Sequence[At]:
    """Those of a sentence of whom a word like "by video" tells: the list before it, or that after it."""
    people, words = scene.people(sentence), scene.view.words
    start, end = clause(scene.view, sentence, cue.start)
    left, right = before(people, cue), after(people, cue)
    here = [p for p in left if p.start >= start]
    if right and not any(w.isalpha() for w in _between(scene, sentence, cue.end, right[0].start)):
        if words[cue.end] in _ASIDE and words[cue.start - 1] in _ASIDE:
            return _list(scene, sentence, right)  # "A and, by video, B and C"
    if not here and right and right[0].start < end:
        return _list(scene, sentence, right)  # "By video joined A and B"
    if not left or words[cue.start - 1] == "(":
        return left[-1:]
    group = _list(scene, sentence, left[::-1])
    first = title_start(sentence, group[-1])
    if any(c.end == first for c in sentence.cue(*_LEADING)):
        group = group[:-1] or group  # "the chair was taken by A, B and C joined by video"
    told = any(w.isalpha() for w in _between(scene, sentence, left[-1].end, cue.start, _MENTIONS))
    return group if told or words[first - 1] in _PARTED else group[:1]  # "A was there, B and C by video"


def _list(scene: Scene, sentence: Sentence, people: Sequence[At]) -> Sequence[At]:
    """The first of some people, and those who follow with nothing but commas and "and" between."""
    words = scene.view.lexicon.file.words
    passed = {*words.article, *words.and_, ","}
    for count, pair in enumerate(pairwise(people), 1):
        one, other = sorted(pair, key=attrgetter("start"))
        if not passed.issuperset(_between(scene, sentence, one.end, other.start)):
            return people[:count]
    return people


def _agent(scene: Scene, sentence: Sentence, cue: FoundCue) -> At | None:
    """Who does what a cue tells: the person before it; after it in the passive, or where nobody stands before."""
    known, people = scene.view.lexicon.file.words, scene.people(sentence)
    words = scene.view.lower[cue.start : cue.end]
    noun = any(w in known.host_noun for w in words)
    talks, following = scene.view.lexicon.file.talks, scene.view.lower[cue.end : cue.end + _OBJECT]
    by = bool(following) and following[0] in talks.by
    passive = noun or by or words[-1] in known.passive_end
    if cue.type == "host" and (
        scene.view.lower[cue.start - 1] in known.the or any(w.startswith(talks.things) for w in following)
    ):
        return None  # "thanked the hosts", "welcomed the decision"
    if cue.type == "chair" and not known.side.isdisjoint(following[:1]):
        return None  # "X and Y as guests of the chairing side"
    if cue.type == "assembles" and scene.view.lower[cue.start - 1] in known.it:
        return None  # "Besides X it brought together Y and Z": the session
    if cue.type == "host" and _of_thing(scene, sentence, cue):
        return None
    start, end = clause(scene.view, sentence, cue.start)
    people = [p for p in people if start <= p.start < end]
    left, right = before(people, cue), after(people, cue)
    within = [p for p in people if cue.start <= p.start < cue.end]
    if left and right and in_clause_about_it(scene, left[-1], cue, right[0]):
        return right[0]
    if not left and within and cue.type == "chair":
        return within[0]  # "under the direction of X took place": the verb closes the cue
    if not left and cue.type != "assembles":
        named = right[0] if right else None
        return None if named is None or (noun and not _is_named(scene, sentence, named, cue)) else named
    if noun and left and cue.type == "host" and _apposed(scene, left[-1], cue):
        return left[-1]
    if passive and right and right[0].start - cue.end <= _ADJACENT:
        return right[0]
    if not left or by or (noun and not _is_called(scene, sentence, left[-1], cue)):
        return None
    return left[-1]


def _apposed(scene: Scene, at: At, cue: FoundCue) -> bool:
    """Whether a noun stands between commas right after a name: "X, the host, Y and Z"."""
    lower, small = scene.view.lower, scene.view.lexicon.file.words.the
    gap = [w for w in lower[at.end : cue.start] if w not in small]
    return gap == [","] and lower[cue.end : cue.end + 1] == [","]


def _is_named(scene: Scene, sentence: Sentence, at: At, cue: FoundCue) -> bool:
    """Whether a noun is that of whom it names, "The host, X, …": not "Besides the host and Prime Minister Y …"."""
    known = scene.view.lexicon.file.words
    gap = _between(scene, sentence, cue.end, at.start, _MENTIONS)
    verbs = {w for phrase in known.copula for w in phrase.split()} | known.the | known.of | known.passive_before
    return all(w in verbs or not w.isalpha() for w in gap)


def _of_thing(scene: Scene, sentence: Sentence, cue: FoundCue) -> bool:
    """Whether what is welcomed is no guest: "welcomed the accession of Moldova", not "welcomed the delegations"."""
    talks, lower = scene.view.lexicon.file.talks, scene.view.lower
    the = scene.view.lexicon.file.words.the
    noun = next((w for w in lower[cue.end : min(cue.end + 2, sentence.end)] if w not in the), "")
    if not lower[cue.end - 1].startswith(talks.hails) or noun.startswith(talks.delegation):
        return False
    return noun.endswith(talks.acts)


def _is_called(scene: Scene, sentence: Sentence, at: At, cue: FoundCue) -> bool:
    """Whether a noun says what somebody is, as in "X, the host of the summit"; X may also have thanked the host."""
    known = scene.view.lexicon.file.words
    beside = [i.start for i in sentence.items if i.symbol in "RACO" and at.end <= i.start]
    gap = [w for t, w in enumerate(scene.view.lower[at.end : cue.start], at.end) if t not in beside]
    verbs = {w for phrase in known.copula for w in phrase.split()} | known.the | known.as_
    return all(w in verbs or not w.isalpha() for w in gap) or scene.view.lower[cue.start] in verbs - known.the
