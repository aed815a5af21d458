"""Who was at a meeting though no verb says so: officials of its level of whom the report of it tells what they did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cisner.knowledge.bodies import Body
from cisner.relations.attendance.scene import on_margins
from cisner.relations.capacity import outsider, seated
from cisner.relations.cast import Cast, PersonRecord
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event, Involvement
from cisner.relations.frame import clause
from cisner.relations.meetings import Meetings
from cisner.relations.posts import Named, succeeds
from cisner.relations.said import only_source
from cisner.relations.sentence import Sentence, View

_PASSIVE = 3  # tokens of "were looked after" before "by"
_TO_AGENT = 8  # tokens from "was met" to "by"
_BESIDE = 3  # tokens between a name and the verb that says that its bearer was there
_ELSEWHERE = frozenset({"comment", "message", "honour", "appoint"})
_LED = re.compile(r"R[RoCA,]*$")  # titles before a name
_LISTED_BEFORE = re.compile(r"P[,;&]{1,2}(?:[ACRK,-]|oC)*$")
_LISTED_AFTER = re.compile(r"P[,;&]{1,2}(?:[ACRK-]|oC)*P")


def told_of(
    view: View, cast: Cast, meetings: Meetings, bodies: Mapping[str, Body]
) -> Iterator[tuple[Event, Involvement]]:
    """Yield a part in the meeting that is told of for those who have none in any.

    In the development reports, all officials whose office sits at the meeting's level, and who are the subject of a
    sentence about it, were there; those congratulated, quoted from elsewhere or appointed were not.
    """
    involved = {i.person for e in meetings.events for i in e.involved} | {p for e in meetings.events for p in e.pair}
    found: dict[int, tuple[Event, Involvement]] = {}
    for sentence in view.sentences:
        event = meetings.told[sentence.index].at
        if event is None or event.personal or {"next", "previous"} & event.qualifiers or event.status() == "cancelled":
            continue
        others = any(e is not event for e in meetings.told[sentence.index].named) or elsewhere(view, sentence, event)
        for named in cast.by_sentence[sentence.index]:
            if named.person in involved or named.deputy is not None:
                continue  # of a deputy alone, told beside the one who sits there, a verb must say that he was there
            person, start, end = cast.people[named.person], named.item.start, named.item.end
            left, right = clause(view, sentence, start)
            near = [c for c in sentence.cues if left <= c.start < right]
            if sentence.has(*_ELSEWHERE) or kept_out(sentence, (start, end), near, person, named):
                continue
            if welcomes(view, sentence, start, end, named) or only_source(view, sentence, start, end):
                continue
            if credited(view, sentence, _titles_from(sentence, start)):
                continue
            if event.turnout() == "expected" and _announces(sentence, person):
                continue
            if outsider(person, event, bodies):
                continue
            told_there = not others and not on_margins(sentence, (event,))
            if told_there and seated(person, event) and _is_subject(view, sentence, named):
                part = Involvement(named.person, sentence, start, end, event.turnout(), "attendance.told_of")
                found.setdefault(named.person, (event, part))
    yield from (pair for person, pair in found.items() if person not in involved)


def credited(view: View, sentence: Sentence, first: int) -> bool:
    """Whether somebody, from the title on, is only given the credit: "the idea belongs to X", "gratitude to X"."""
    start = first - (view.lower[first - 1] in view.lexicon.file.words.the)
    phrases = view.lexicon.file.words.credited
    return view.says(sentence.start, start, phrases) and any(
        " ".join(view.lower[max(sentence.start, start - len(p.split())) : start]) == p for p in phrases
    )


def _titles_from(sentence: Sentence, start: int) -> int:
    """The first token of the titles that lead to a name."""
    item = next((i for i in sentence.items if i.start == start), None)
    led = _LED.search(sentence.symbols, 0, item.position) if item is not None else None
    return sentence.at[led.start()].start if led is not None else start


def _announces(sentence: Sentence, person: PersonRecord) -> bool:
    """Whether somebody may only tell of a meeting to come: who speaks, or heads the body that meets."""
    return sentence.has("speak") or all(p.office == "head_of_organization" for p in person.posts)


def welcomes(view: View, sentence: Sentence, start: int, end: int, named: Named | None) -> bool:
    """Whether somebody only meets or sees off who travels: "At the airport he was met by X"."""
    talks, lower = view.lexicon.file.talks, view.lower
    if not view.says(sentence.start, sentence.end, talks.welcome, ""):  # as most often
        return False
    verbs = [i for i in range(sentence.start, sentence.end) if lower[i].startswith(talks.welcome)]
    before = not view.says(sentence.start, sentence.end, talks.arrival, "")
    if before and not _landed_before(view, sentence):
        return False
    case = (named.case if named is not None else "") or _case_of_title(sentence, start)
    meets = {c.start for c in sentence.cue("meet")} if before else set()
    for verb in verbs:
        by = next((i for i in range(verb + 1, min(verb + _TO_AGENT, sentence.end)) if lower[i] in talks.by), None)
        if before and (start < verb or (by is None and verb in meets)):
            continue  # "He landed at the airport. The host met him for talks"
        if case == "nom" or not (case or by is None):
            passive = lower[verb - 1] in view.lexicon.file.words.passive_before  # "X was met at the airport"
            if start > (by or verb) or (by is None and 0 <= verb - end <= _BESIDE and not passive):
                return True
        elif not case and by is None and 0 <= verb - end <= 1:
            return True
    return False


def _landed_before(view: View, sentence: Sentence) -> bool:
    """Whether the sentence before is of an arrival: "The plane landed at the airport. He was met by X"."""
    if not sentence.index:
        return False
    earlier = view.sentences[sentence.index - 1]
    return view.says(earlier.start, earlier.end, view.lexicon.file.talks.arrival, "")


def _case_of_title(sentence: Sentence, start: int) -> str:
    """The nominative where the title at or before a token can be in no other case, else no case."""
    own = [i for i in sentence.items if i.symbol in "RK"]
    titles = [i for i in own if i.start == start] or [i for i in own if 0 <= start - i.end <= 1]
    cases = {case for i in titles for _, case in i.mention.attributes.get("readings", ())}
    return "nom" if cases == {"nom"} else ""


def elsewhere(view: View, sentence: Sentence, event: Event, others: Sequence[Event] = ()) -> bool:
    """Whether a sentence names another city than the meeting's as its place, and not as that of other meetings."""
    at, known = view.lexicon.file.words.at, {event.city, *(e.city for e in others)}
    return any(i.mention.norm not in known and view.lower[i.start - 1] in at for i in sentence.of("CITY"))


def _is_subject(view: View, sentence: Sentence, named: Named) -> bool:
    """Whether a name can be the subject of its sentence: by its case, else by what stands before it."""
    words = view.lexicon.file.words
    titles = (i.start for i in sentence.items if i.symbol in "RK" and 0 <= named.item.start - i.end <= 1)
    first = min(titles, default=named.item.start)
    comma = next((i for i in range(first - 1, sentence.start, -1) if view.lower[i] == ","), first)
    if any(w.startswith(words.relative_pronoun) for w in view.lower[comma:first]):
        return False  # "the visit that X prepares"
    if named.case:
        return named.case == "nom"
    before = view.lower[first - 1] if first > sentence.start else ""
    if before in words.relative or agentless(view, first - 1):
        return False
    return not re.search(r"o[CA]?$", sentence.symbols[: named.item.position])


def agentless(view: View, by: int) -> bool:
    """Whether "by" at a token stands after no verb in the passive: "a speech by X", "a plan proposed by X"."""
    passive = view.lexicon.file.words.passive_before
    return view.lower[by] in view.lexicon.file.talks.by and not any(
        w in passive for w in view.lower[by - _PASSIVE : by]
    )


def kept_out(
    sentence: Sentence, span: tuple[int, int], near: Sequence[FoundCue], person: PersonRecord, own: Named | None
) -> bool:
    """Whether cues around somebody say that he is only spoken of.

    Args:
        sentence: The sentence.
        span: First token of the mention, and the one after it.
        near: Cues of the clause.
        person: Who is meant.
        own: The mention, if it is by name.
    """
    start, end = span
    offices = {p.office for p in person.posts}
    case = own.case if own is not None else ""
    # who reads a message out, greets or hands over is told of in the nominative; whose message it is, is not
    bearer = any(c.type in ("message_read", "greet") and (case == "nom" or (not case and c.start == end)) for c in near)
    if own is not None and own.posts and all(p.title is not None and p.title.attributes["former"] for p in own.posts):
        there = any(c.type in ("attend", "chair", "host") and 0 <= c.start - end <= _BESIDE for c in near)
        if not offices & {"former_head_of_state"} and not there:
            return True
    if own is not None and _predecessor(sentence, own):
        return True
    if offices and offices <= {"presidential_staff"} and _speaks(sentence, own):
        if not any(c.rule == "cue.floor" for c in near):
            return True
    for cue in near:
        if cue.type == "appoint" and any(c.type == "attend" and c.start <= cue.start < cue.end <= c.end for c in near):
            continue  # «возглавит делегацию»
        if cue.type == "message" and (bearer or _of_state(sentence, cue)):
            continue
        if cue.type == "message" and (0 <= start - cue.end <= 8 or 0 <= cue.start - end <= 2):
            return True
        if cue.type == "honour" and bearer:
            continue
        if cue.type == "honour" and start >= cue.end:
            return True
        if cue.type == "honour" and not any(c.type in ("attend", "chair", "host", "speak") for c in near):
            return True
        if cue.type == "appoint" and case in ("gen", "acc", "dat", "ins") and start >= cue.end:
            return True
        if cue.type == "appoint" and not bearer:
            if not any(c.type in ("chair", "host") or c.rule == "cue.floor" for c in near):
                return True
    return False


def _of_state(sentence: Sentence, cue: FoundCue) -> bool:
    """Whether it is a state or a body on whose behalf somebody speaks: «от имени Киргизии», "on behalf of the CIS"."""
    return any(i.symbol in "CAO" and 0 <= i.start - cue.end <= 1 for i in sentence.items)


def _predecessor(sentence: Sentence, named: Named) -> bool:
    """Whether somebody is only told as the one whom another succeeds: «имя преемника X», "the successor of X"."""
    before = sentence.symbols[: named.item.position]
    of = before.endswith("Ko") or (before.endswith("K") and named.case == "gen")
    return of and succeeds(sentence.at[before.rindex("K")].mention)


def _speaks(sentence: Sentence, named: Named | None) -> bool:
    """Whether a sentence is what somebody said: in a list of people the title "press secretary" does not say so."""
    symbols, said = sentence.symbols, sentence.cue("speak", "comment")
    if named is None or not said:
        return bool(said)
    listed = _LISTED_BEFORE.search(symbols[: named.item.position]) or _LISTED_AFTER.match(symbols, named.item.position)
    titles = [t for t in sentence.of("TITLE") if listed or t.end > named.item.start]  # of others, or of a list
    return any(not any(t.start <= c.start < t.end for t in titles) for c in said)
