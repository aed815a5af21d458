"""The part of one person in one meeting."""

from __future__ import annotations

from cisner.relations.attendance.absence import absence
from cisner.relations.attendance.attending import attending, is_listed
from cisner.relations.attendance.functions import by_video, function_of
from cisner.relations.attendance.presence import credited, elsewhere, kept_out, welcomes
from cisner.relations.attendance.scene import Found, Scene
from cisner.relations.attendance.speaking import speaking
from cisner.relations.capacity import seated
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event, Involvement
from cisner.relations.said import only_source
from cisner.relations.sentence import Sentence
from cisner.relations.talks import invites

_BESIDE = 2  # words between "will" and the verb
_TO_SENDER = 8  # words between a message and the name of the sender
_CLOSE = 3  # sentences between a meeting and what goes on about it


def judge(scene: Scene, found: Found, event: Event) -> Involvement | None:
    """The part that a place gives somebody in a meeting, if any."""
    at, sentence, view = found.at, found.sentence, scene.view
    told_here = event in scene.meetings.told[sentence.index].named
    called_off = event.status() == "cancelled" and bool(event.organization)
    if called_off and not told_here and not sentence.has("intended", "future", "absent"):
        return None
    if event.status() == "cancelled" and event.subject == at.person:
        return None  # whose visit or talks were called off
    if not told_here and _at_another_time(scene, sentence, event):
        return None
    if _sent_word(found):
        return None
    absent = absence(scene, found, event)
    if absent is not None:
        joins = next((c for c in sentence.cue("video") if c.start > absent.end), None)
        if joins is None or not (sentence.has("attend", "chair", "speak") and by_video(scene, sentence, at, event)):
            return Involvement(at.person, sentence, at.start, at.end, "absent", absent.rule)
        function = function_of(scene, sentence, at)  # "could not come and joined by video"
        return Involvement(at.person, sentence, at.start, at.end, event.turnout(), joins.rule, function, True)
    if view.lower[found.first - 1] in view.lexicon.file.words.without:
        return None
    if kept_out(sentence, (at.start, at.end), found.near, scene.cast.people[at.person], at.named):
        return None
    if _welcomes(scene, found) or credited(view, sentence, found.first):
        return None
    if _before_that(scene, found) or (event.kind == "visit" and invites(view, found.first)):
        return None
    cue = _presence(scene, found, event, told_here)
    if cue is None:
        return None
    status = event.turnout()
    if cue.type != "list" and _lies_ahead(scene, found, event, cue):
        status = "expected"
    function, video = function_of(scene, sentence, at), by_video(scene, sentence, at, event)
    if cue.type == "receive" and at.subject and any(p.reception for p in event.phrases):
        function = "host"
    return Involvement(at.person, sentence, at.start, at.end, status, cue.rule, function, video)


def _sent_word(found: Found) -> bool:
    """Whether somebody told of before in the sentence sent a message: "X sent greetings: the president counts on"."""
    at, messages = found.at, found.sentence.cue("message")
    earlier = [p for p in found.people if p.person == at.person and p.end <= at.start] if messages else []
    return any(0 <= p.start - c.end <= _TO_SENDER or 0 <= c.start - p.end <= _BESIDE for p in earlier for c in messages)


def _at_another_time(scene: Scene, sentence: Sentence, event: Event) -> bool:
    """Whether a meeting was held long ago, and a sentence tells of these days: "This Friday X welcomed the others"."""
    if event.status() != "held" or event.dated_by != "text" or not event.start:
        return False
    dating = scene.meetings.reading.dating
    return not dating.is_about_now(event.start) and dating.tells_of_now(sentence)


def _presence(scene: Scene, found: Found, event: Event, told_here: bool) -> FoundCue | None:
    """The cue that says that somebody is there: a verb, a list, or a speech at a meeting of the person's level."""
    at, sentence = found.at, found.sentence
    person = scene.cast.people[at.person]
    told_only = only_source(scene.view, sentence, at.start, at.end)
    cue, listed = attending(scene, found, told_only), not told_only and is_listed(scene, found)
    if cue is None:
        if any(c.type == "comment" for c in found.near) or (told_only and sentence.has("attend")):
            return None  # who tells that others took part
        if listed and (told_here or found.intro is not None or event.kind):
            return FoundCue(at.start, at.end, "list", "attendance.list")
        cue = speaking(scene, found, event, told_here)
        if cue is None:
            return None
    planned = event.status() == "planned" and event.city and not told_here
    if planned and not any(c.type == "future" for c in found.near) and elsewhere(scene.view, sentence, event):
        return None  # "In Bishkek X had represented Tajikistan"
    if cue.type == "attend" and not (told_here or listed or _close(sentence, event) or seated(person, event)):
        return None
    if cue.type == "receive" and not (told_here or at.subject or seated(person, event)):
        return None  # who was received elsewhere
    return cue


def _welcomes(scene: Scene, found: Found) -> bool:
    """Whether a name is that of one who only meets a traveller at the airport."""
    return welcomes(scene.view, found.sentence, found.at.start, found.at.end, found.at.named)


def _before_that(scene: Scene, found: Found) -> bool:
    """Whether a clause is about another time: "recalled how X had come", «с которой ранее выступил X»."""
    words, lower = scene.view.lexicon.file.words, scene.view.lower
    first = found.first
    if any(c.end <= first for c in found.sentence.cue("recall")) and not found.sentence.has("future"):
        return True
    return any(
        0 <= first - cue.end <= 1
        and lower[cue.start - 1] in words.tenure_past
        and lower[cue.start - 2].startswith(words.relative_pronoun)
        for cue in found.near
    )


def _close(sentence: Sentence, event: Event) -> bool:
    """Whether a sentence stands shortly after one that tells of a meeting, or of who was there."""
    here = sentence.index
    if not event.sentences.isdisjoint(range(here - _CLOSE, here + 1)):
        return True
    if event.involved.told_in(range(here - _CLOSE, here + 1)):
        return bool(event.sentences)
    first = min(event.sentences, default=-1)
    return here < first <= here + _CLOSE


def _lies_ahead(scene: Scene, found: Found, event: Event, cue: FoundCue) -> bool:
    """Whether what tells that somebody is there speaks of the future, and not only what he says or does later."""
    future = [c for c in found.near if c.type == "future"]
    first_set = [c for c in found.near if c.type == "first_set"] if event.status() == "held" else []
    future = [c for c in future if not any(f.start <= c.start < f.end for f in first_set)]
    if not future or any(c.type == "speak" for c in found.near):
        return False
    past = any(scene.view.lexicon.in_past[w] for w in scene.view.lower[cue.start : cue.end])
    beside = (c for c in future if c.start < cue.end and cue.start - c.end <= _BESIDE)
    return not past or any("," not in scene.view.lower[c.end : cue.start] for c in beside)
