"""The part of one person in one meeting."""

from __future__ import annotations

from cisner.relations.attendance.absence import absence
from cisner.relations.attendance.functions import by_video, function_of
from cisner.relations.attendance.presence import agentless, credited, elsewhere, kept_out, welcomes
from cisner.relations.attendance.scene import Found, Scene
from cisner.relations.capacity import outsider, seated
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event, Involvement
from cisner.relations.frame import clause
from cisner.relations.said import content_start, only_source, tells_of_others
from cisner.relations.sentence import Sentence
from cisner.relations.talks import invites
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
_BESIDE = 2  # words between "will" and the verb
_PREPOSITION = 2  # words of "at the" before a meeting
_FRONTED = 4  # words of "speaking on Friday at the" before a meeting that opens a clause
_TO_SENDER = 8  # words between a message and the name of the sender
_SAYS = 3  # words between somebody and the verb of saying
_THING = 2  # words from a verb to what is received
_WILL_SPEAK = "cue.will_speak"
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
    cue, listed = _attending(scene, found, told_only), not told_only and _listed(scene, found)
    if cue is None:
        if any(c.type == "comment" for c in found.near) or (told_only and sentence.has("attend")):
            return None  # who tells that others took part
        if listed and (told_here or found.intro is not None or event.kind):
            return FoundCue(at.start, at.end, "list", "attendance.list")
        cue = _speaking(scene, found, event, told_here)
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


def _speaking(scene: Scene, found: Found, event: Event, told_here: bool) -> FoundCue | None:
    """The speech of somebody whose office sits at a meeting."""
    speech = next((c for c in found.near if c.type in ("speak", "recall")), None)
    person = scene.cast.people[found.at.person]
    if speech is None or event.status() != "held" or _only_named(scene, found, speech):
        return None
    if _speaks_there(scene, found, event, speech):
        return speech
    if event.pair and found.at.person not in event.pair and _only_tells(scene, found, event, speech):
        return None
    if not seated(person, event) and not _is_represented(scene, found, event):
        return None
    if outsider(person, event, scene.known_bodies):
        return None
    others = [e for e in scene.bodies(found.sentence.index) if e.status() == "held"]
    if event.city and not told_here and elsewhere(scene.view, found.sentence, event, others):
        return None
    if any(e.pair and found.at.person in e.pair and _goes_before(e, event) for e in scene.meetings.events):
        return None  # who has just received somebody speaks of what a summit decided
    return speech if event.organization or told_here or event.level or not event.pair else None


def _is_represented(scene: Scene, found: Found, event: Event) -> bool:
    """Whether the body that somebody heads is told to be represented at a meeting: "The UIC is represented too"."""
    bodies = {p.represents for p in scene.cast.people[found.at.person].posts if p.office == "head_of_organization"}
    if not bodies:
        return False
    told = scene.meetings.told
    return any(
        told[s.index].at is event and any(i.mention.norm in bodies for i in s.of("ORGANIZATION"))
        for s in scene.view.sentences[: found.sentence.index]
        if s.has("attend")
    )


def _only_tells(scene: Scene, found: Found, event: Event, speech: FoundCue) -> bool:
    """Whether a meeting is in what somebody says: "The minister said that they had met"."""
    said = content_start(scene.view, found.sentence, speech.end)
    return any(said < start < found.sentence.end for start, _, _ in event.evidence)


def _speaks_there(scene: Scene, found: Found, event: Event, speech: FoundCue) -> bool:
    """Whether somebody speaks at a meeting, whatever the office: "At the session X said", "X said at the session"."""
    sentence, lower = found.sentence, scene.view.lower
    start = clause(scene.view, sentence, found.first)[0]
    for phrase in event.phrases_in(sentence):
        before = lower[max(start, phrase.start - _PREPOSITION) : phrase.start]
        fronted = phrase.end <= found.first and phrase.start - start <= _FRONTED
        after = 0 <= phrase.start - speech.end <= _PREPOSITION
        if found.at.subject and (fronted or after) and not scene.view.lexicon.file.words.speech_at.isdisjoint(before):
            return True
    return False


def _only_named(scene: Scene, found: Found, speech: FoundCue) -> bool:
    """Whether somebody is no subject of a verb of saying: "a speech by X", "the visit that X is said to plan"."""
    lower, first = scene.view.lower, found.first - 1
    words = scene.view.lexicon.file.words
    if lower[first] in words.relative:
        return True
    if first + 1 == speech.end and lower[speech.start - 1] in words.pronoun | words.it:
        return True  # "in November it recalled X"
    return first >= speech.end and agentless(scene.view, first)


def _welcomes(scene: Scene, found: Found) -> bool:
    """Whether a name is that of one who only meets a traveller at the airport."""
    return welcomes(scene.view, found.sentence, found.at.start, found.at.end, found.at.named)


def _goes_before(talks: Event, event: Event) -> bool:
    """Whether a report tells of talks before it tells of a session, and the session has a day of its own."""
    if event.dated_by != "text" or talks.status() != "held" or not (talks.sentences and event.sentences):
        return False
    return max(talks.sentences) < min(event.sentences) and (talks.start or "9999") > (event.start or "9999")


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


def _attending(scene: Scene, found: Found, source: tuple[int, int] | None) -> FoundCue | None:
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


def _listed(scene: Scene, found: Found) -> bool:
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
