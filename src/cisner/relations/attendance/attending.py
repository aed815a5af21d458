"""The words that tell of somebody that he takes part: a verb, or a list of people with their offices."""

from __future__ import annotations

from cisner.relations.attendance.scene import Found, Scene
from cisner.relations.cues import FoundCue
from cisner.relations.said import tells_of_others
from cisner.words import CLOSING

_ATTENDING = (
    "attend",
    "seat",
    "message_read",
    "greet",
    "chair",
    "host",
    "sign",
    "observer",
    "receive",
    "video",
    "meet",
)
_DOING = ("speak", "comment", "talk", "converse", "decides", "honour")  # what those who are there do
_OTHER_LIST = ("honour", "appoint", "message")  # what else than taking part a list may tell of
_LIST = 3  # people
_SAYS = 3  # words between somebody and the verb of saying
_THING = 2  # words from a verb to what is received
_WILL_SPEAK = "cue.will_speak"


def attending(scene: Scene, found: Found, source: tuple[int, int] | None) -> FoundCue | None:
    """The cue of taking part: near, in the words that introduce a list, or anywhere in a sentence of many people."""
    told = {cue.type for cue in found.near}
    for kind in _ATTENDING:
        for cue in found.near if kind in told else ():
            if cue.type != kind or (
                source and not source[0] <= cue.start < source[1] and not _opens(scene, found, cue)
            ):
                continue
            if (
                _to_audience(scene, cue)
                or tells_of_others(scene.view, found.sentence, found.at.end, cue)
                or _of_things(scene, found, cue)
                or _quoted(scene, found, cue)
            ):
                continue
            if source and scene.view.lower[cue.start] in scene.view.lexicon.file.words.leads:
                continue  # "according to the committee headed by X"
            if cue.rule == "cue.sent_by_state" and not _sent(found, cue):
                continue
            if cue.rule == "cue.company" and not scene.cast.people[found.at.person].posts:
                continue  # a wife
            if _of_crowd(scene, found, cue) or _in_relative(scene, found, cue):
                continue
            if not (_of_who_says(scene, found, cue) or _with_a_meeting(found, cue)):
                return cue
    introducing = found.intro.cue(*_ATTENDING) if found.intro is not None else []
    wider = found.sentence.cue("attend", "chair", "host") if len(found.people) >= _LIST and not source else []
    return next(iter(introducing or wider), None)


def is_listed(scene: Scene, found: Found) -> bool:
    """Whether a person is in a list of people with their offices that may be one of participants."""
    with_posts = [p for p in found.people if p.named is not None and (p.named.posts or p.named.country)]
    if found.sentence.has(*_OTHER_LIST):
        return False
    if found.intro is None:
        return len(with_posts) >= _LIST
    if found.intro.has(*_OTHER_LIST):
        return False
    lines = scene.view.lines.get(found.intro.index, ())
    return bool(with_posts) and sum(len(scene.cast.by_sentence[s.index]) for s in lines) >= _LIST


def _to_audience(scene: Scene, cue: FoundCue) -> bool:
    """Whether who is met are no partners in talks: "in a conversation with journalists"."""
    audiences = scene.view.lexicon.file.talks.audiences
    return (cue.type == "meet" or cue.rule == _WILL_SPEAK) and any(
        w.startswith(audiences) for w in scene.view.lower[cue.end : cue.end + 2]
    )


def _sent(found: Found, cue: FoundCue) -> bool:
    """Whether somebody is whom a state sends, not who tells of it: "Russia is sending aid, X said"."""
    at = found.at
    if any(0 <= c.start - at.end <= 1 for c in found.sentence.cue("speak", "comment")):
        return False
    listed = at.named is not None and at.named.in_list >= 0
    return at.start > cue.start and (at.case != "nom" or listed or cue.start == found.sentence.start)


def _quoted(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """Whether a cue stands in a quotation before the one who is quoted: "“The ministers will meet,” X said"."""
    first = found.first
    if CLOSING.isdisjoint(scene.view.words[cue.end : first]):
        return False
    said = (c for c in found.sentence.cue("speak", "comment") if c.start >= cue.end)
    return any(0 <= first - c.end <= 1 or 0 <= c.start - found.at.end <= 1 for c in said)


def _of_who_says(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """Whether a cue only tells who says something: "relations, said the hostess, rest on what X and Y agreed"."""
    if cue.type != "host" or not any(abs(c.end - cue.start) <= 1 for c in found.near if c.type == "speak"):
        return False
    between = scene.view.words[min(cue.end, found.at.end) : max(cue.start, found.at.start)]
    return "," in between and found.at.start > cue.end


def _in_relative(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """Whether somebody is the subject of a relative clause after a cue: "They listened to a song that X likes"."""
    lower, words, first = scene.view.lower, scene.view.lexicon.file.words, found.first
    if first <= cue.end:
        return False
    return lower[first - 1] in words.relative or any(
        w.startswith(words.relative_pronoun) for w in lower[max(cue.end, first - _SAYS) : first]
    )


def _of_crowd(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """Whether a cue is a noun for those who speak of somebody: "Observers recalled X", «по мнению участников, X …»."""
    lower, words = scene.view.lower, scene.view.lexicon.file.words
    if not lower[cue.end - 1].startswith(words.crowd):
        return False
    if lower[cue.start - 1].startswith(words.opinion_of):
        return True
    said = (c for c in found.sentence.cues if c.type in _DOING)
    return found.at.start > cue.end and any(0 <= c.start - cue.end <= 1 for c in said)


def _with_a_meeting(found: Found, cue: FoundCue) -> bool:
    """Whether a meeting is only joined with another: "would like to combine the meeting with the session of"."""
    return cue.type == "meet" and any(i.symbol == "M" and i.start == cue.end for i in found.sentence.items)


def _of_things(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """Whether what is received is a thing: "took the decision", or a passive after which nobody receives."""
    things = scene.view.lexicon.file.talks.things
    if cue.rule == "cue.receive" and any(w.startswith(things) for w in scene.view.lower[cue.end : cue.end + _THING]):
        return True
    if cue.rule != "cue.received_by":
        return False
    return not any(i.symbol in "PRQ" and i.start >= cue.end for i in found.sentence.items)


def _opens(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """Whether words like "Speaking at the summit," open the sentence of the one who goes on to say something."""
    sentence, words = found.sentence, scene.view.words
    if cue.start != sentence.start or found.people[0].start != found.at.start:
        return False
    if not scene.view.lexicon.file.talks.by.isdisjoint(scene.view.lower[cue.start : cue.end + 1]):
        return False  # "Attended by three presidents, it was a success, X said"
    gap = range(cue.end, found.first)
    named = {t for i in sentence.items for t in range(i.start, i.end)}
    return "," in words[cue.end : found.first] and all(
        i in named or not words[i].isalpha() or words[i].islower() for i in gap
    )
