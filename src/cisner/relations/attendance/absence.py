"""Who is said not to be at a meeting: absent, replaced or represented by another, or the sender of another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.relations.attendance.absentees import ABSENT, one_of_absent
from cisner.relations.attendance.lacking import between, coordinated, joined_before, lacked, lacking, neither
from cisner.relations.attendance.scene import At, Found, Scene, after, before, in_clause_about_it
from cisner.relations.cast import RANK
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event
from cisner.relations.frame import clause
from cisner.relations.said import only_source, tells_of_others
from cisner.relations.sentence import Sentence
from cisner.relations.tenure import RULE as TENURE

_SUBJECTS = re.compile(r"[RQCAOK,&()o-]*&[RQCAOK()o-]*|[RQCAOK,()o-]*")  # between two subjects of one verb
_WHERE = 5  # words between "the absence from the summit of" and the name
_AROUND = frozenset({"seat", "kept_away"})  # cues around the one who is not there
_SHORT = 4  # words of "for the time being"
_STATE_OF_NAME = 3  # tokens of "of the Netherlands" after a name
_MISSING = frozenset({*ABSENT, "sends_deputy", "lack", "except"})
_OBJECT = ("acc", "gen", "")  # "" in a language without cases
_RESTING = "cue.resting"
_COMING = ("attend", "chair", "arrives", "betake", "future", "host", "receive")
_AWAITED = "cue.awaited_in_vain"
_ATTENDED = 4  # words between "attended" and "on behalf of"
_BEFORE_VERB = 4  # words of "now he has"
_TO_VERB = 2  # words of «Россию на нем представлял»
_REPLACED = 6  # words between "instead of" and the name


def absence(scene: Scene, found: Found, event: Event) -> FoundCue | None:
    """The cue that says that somebody is not at a meeting."""
    at = found.at
    if _represented(scene, found) or _sender(scene, found):
        return FoundCue(at.start, at.end, "absent", "attendance.represented")
    return (
        _replaced(scene, found)
        or _without(scene, found, event)
        or _contrasted(scene, found)
        or _missing(scene, found, event)
        or _elsewhere(scene, found, event)
        or one_of_absent(scene, found, event)
    )


def _represented(scene: Scene, found: Found) -> bool:
    """As in "X представлял президента Y": who is represented by another is not there."""
    at, view = found.at, scene.view
    if at.case not in _OBJECT:
        return False
    for cue in found.sentence.cue("attend"):
        stands_for = view.lower[cue.start].startswith(view.lexicon.file.words.stands_for)
        left, right = before(found.people, cue), after(found.people, cue)
        state = any(i.symbol in "CO" and 0 <= cue.start - i.end <= _TO_VERB for i in found.sentence.items)
        if stands_for and left and left[-1] is at and right and right[0].case == "nom" and not state:
            return True  # «Президента X на саммите представлял посол Y»
        if stands_for and at.start >= cue.end and left:
            if not at.case and not (_directly_after(scene, found, cue) and _of_one_state(scene, left[-1], at)):
                continue  # in a language without cases: "the deputy premier represented Prime Minister X"
            if not any(cue.end <= p.start < at.start for p in found.people):
                return True
    return False


def _of_one_state(scene: Scene, one: At, other: At) -> bool:
    """Whether two people stand for one state, in different offices."""
    first, second = scene.cast.people[one.person], scene.cast.people[other.person]
    return first.represents == second.represents != "" and first.office != second.office


def _sender(scene: Scene, found: Found) -> bool:
    """As in "The Indian premier sent his foreign minister Y": who sends another of his state is not there."""
    if not found.sentence.has("attend"):
        return False
    at, view, people = found.at, scene.view, scene.cast.people
    sends = view.lexicon.file.words.sends
    state = people[at.person].represents
    start, end = clause(view, found.sentence, at.start)
    verb = next(
        (c for c in found.sentence.cue("attend") if start <= c.start < end and view.lower[c.start] in sends), None
    )
    if verb is None or not state or verb.start < at.end:
        return False
    sent = next((p for p in found.people if verb.end <= p.start < end), None)
    if sent is None or people[sent.person].represents != state:
        return False
    return at.subject and not any(at.end <= p.start < verb.start for p in found.people)


def _replaced(scene: Scene, found: Found) -> FoundCue | None:
    """As in "instead of X" and "место X занял Y"."""
    at, words = found.at, scene.view.lexicon.file.words
    if at.named is not None and any(p.rule == TENURE for p in at.named.posts):
        return None  # succeeded in office
    for cue in found.near:
        if cue.type == "substitute" and _after_it(scene, found, cue):
            behalf = " ".join(scene.view.lower[cue.start : cue.end]) in words.on_behalf
            if at.case == "nom" or (behalf and not _attended(found.sentence, cue)):
                continue
            return cue
        around = cue.type in _AROUND and cue.start < at.start and at.end <= cue.end
        sits = cue.type == "seat" and at.case == "dat"  # «место досталось X»
        if around and not sits and _first_in(found, cue):
            return cue
    return None


def _after_it(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """Whether somebody stands right after "instead of", and not after "in his place"."""
    words, lower = scene.view.lexicon.file.words, scene.view.lower
    if not (words.personal_possessive | words.pronoun).isdisjoint(lower[cue.start : cue.end]):
        return False
    if lower[cue.start - 1] in words.sends:
        return False  # «послав взамен министра X»
    return 0 <= found.at.start - cue.end <= _REPLACED and _directly_after(scene, found, cue)


def _attended(sentence: Sentence, cue: FoundCue) -> bool:
    """Whether somebody took part on another's behalf, and did not only greet or sign: "attended on behalf of"."""
    return any(0 <= cue.start - c.end <= _ATTENDED for c in sentence.cue("attend"))


def _without(scene: Scene, found: Found, event: Event) -> FoundCue | None:
    """As in "The summit took place in Astana without X"."""
    before_it = found.first - 1
    if event.personal or scene.view.lower[before_it] not in scene.view.lexicon.file.words.without:
        return None
    if " ".join(scene.view.lower[max(0, before_it - _SHORT) : before_it]).endswith(
        scene.view.lexicon.file.words.so_far
    ):
        return None  # "still without X", who will join later
    told = any(p.end <= before_it for p in event.phrases_in(found.sentence))
    return FoundCue(before_it, found.first, "absent", "attendance.without") if told else None


def _first_in(found: Found, cue: FoundCue) -> bool:
    """Whether somebody is, or is joined with, the first whom a cue holds: not Y of "Instead of X his deputy Y came"."""
    first = next(p for p in found.people if p.start >= cue.start)
    gap = between(found.sentence, first, found.at)
    return first.start == found.at.start or gap is None or not {",", "&"}.isdisjoint(gap)


def _contrasted(scene: Scene, found: Found) -> FoundCue | None:
    """As in "represented not by X but by Y" and «за столом сидел не X, а Y»."""
    view, at = scene.view, found.at
    first = found.first - 1
    first -= view.lower[first] in view.lexicon.file.words.the
    first -= view.lower[first] in view.lexicon.file.words.passive_end
    if view.lower[first] not in view.lexicon.file.words.negation:
        return None
    before_not = view.lower[first - 1] if first > found.sentence.start else ""
    if before_not in found.sentence.contrast or before_not in view.lexicon.file.words.and_:
        if any(c.end <= first for c in found.sentence.cue("attend", "arrives")):
            return FoundCue(at.start, at.end, "absent", "attendance.contrast")  # "A and B came, but not X"
    end = found.sentence.clause(view.lower, at.start)[1]
    follows = view.lower[end : end + 1]
    if not follows or follows[0] not in found.sentence.contrast or end - at.end > _STATE_OF_NAME:
        return None
    return FoundCue(at.start, at.end, "absent", "attendance.contrast")


def _missing(scene: Scene, found: Found, event: Event) -> FoundCue | None:
    """As in "Нет и X", "X of Moldova is absent" and "X and Y could not come"."""
    at = found.at
    end = next((i.end for i in found.sentence.of("COUNTRY") if 0 <= i.start - at.end <= 1), at.end)
    nobody = scene.view.lexicon.file.words.nobody
    ends = range(at.start - _WHERE, at.start + 1)
    but = [c for c in found.sentence.cue("except") if c.end in ends and c not in found.near]  # "but" parts clauses
    for cue in (*found.near, *but):
        if cue.type not in _MISSING:
            continue
        before_it = scene.view.lower[cue.start - 1 - (cue.type == "lack") : cue.start]
        if not nobody.isdisjoint(before_it) or _at_other_times(scene, found, cue):  # "nobody was missing"
            continue
        if cue.rule == _RESTING and found.sentence.has(*_COMING):
            continue  # "Friday's session will have X in the chair, who is still on holiday"
        if any(s.type == "substitute" and cue.end <= s.start and s.end <= at.start for s in found.near):
            continue  # "the minister did not come, in his place spoke X"
        if cue.rule == _AWAITED and at.case not in _OBJECT:
            continue  # «X не дождался конца»
        if cue.type == "absent_adjacent" and (
            lacking(scene, found, cue) or 0 <= cue.start - max(end, at.end) <= 1 or joined_before(found, cue)
        ):
            return cue
        if cue.type == "absent" and _subject_of(scene, found, cue):
            city = next((i.mention.norm for i in found.sentence.of("CITY") if i.start == cue.end), None)
            if city and city in (event.city, scene.meetings.reading.home_city):
                continue  # "X stayed in Minsk until Sunday"
            return cue
        if cue.type == "sends_deputy" and at.subject and (at.end <= cue.start or at.case == "nom"):
            if _subject_of(scene, found, cue):
                return cue
        if cue.type in ("lack", "except") and lacked(scene, found, cue):
            if cue.type == "lack" or _all_others(scene, found):
                return cue
    return _then_absent(scene, found) or neither(scene, found)


def _at_other_times(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """Whether a part of it is about other meetings: "who as a rule stays away", "he had missed the last one"."""
    words, marks = scene.view.lower, {",", ";", "–", "—"} | found.sentence.contrast
    start = next((i + 1 for i in range(cue.start - 1, found.sentence.start - 1, -1) if words[i] in marks), 0)
    end = next((i for i in range(cue.end, found.sentence.end) if words[i] in marks), found.sentence.end)
    told = scene.view.lexicon.file.words
    start = max(start, found.sentence.start)
    return any(scene.view.says(start, end, phrases) for phrases in (told.as_a_rule, told.last_time))


def _then_absent(scene: Scene, found: Found) -> FoundCue | None:
    """As in "X was awaited but did not come" and «Ждали и X, но он не приехал»: told in the clause after the name."""
    view, sentence, at = scene.view, found.sentence, found.at
    if not sentence.has("absent"):
        return None
    end = clause(view, sentence, at.start)[1]
    if end >= sentence.end or any(at.end <= p.start for p in found.people):
        return None
    pronouns = view.lexicon.file.words.subject_pronoun
    for cue in sentence.cue("absent"):
        first = view.lower[end + 1 : cue.start] if cue.start > end else []
        if cue.start == end + 1 or (len(first) <= _BEFORE_VERB and not pronouns.isdisjoint(first)):
            return cue
    return None


def _elsewhere(scene: Scene, found: Found, event: Event) -> FoundCue | None:
    """As in "X stayed in Kyiv" and "X was not in Minsk", where the meeting is in Minsk; "Y came, as X is in Qatar"."""
    sentence = found.sentence
    if not sentence.has("stay", "not_there", "away"):
        return None
    city = event.city or scene.meetings.reading.home_city
    for cue in found.near:
        if cue.type not in ("stay", "not_there", "away") or not _subject_of(scene, found, cue):
            continue
        if cue.type == "away":
            if _represented_while(scene, found, event, cue):
                return cue
            continue
        cities = sentence.of("CITY")
        places = [i.mention.norm for i in cities if i.start == cue.end or cue.start < i.start < cue.end]
        if city and places and (places[0] == city) == (cue.type == "not_there"):
            return cue
    return None


def _represented_while(scene: Scene, found: Found, event: Event, cue: FoundCue) -> bool:
    """Whether another of the state, of less rank, is told of beside somebody who is in another place meanwhile."""
    people, sentence = scene.cast.people, found.sentence
    near = [i for i in sentence.of("COUNTRY", "CITY") if 0 <= i.start - cue.end <= _WHERE]
    if event.personal or any(i.mention.norm in (event.country, event.city) for i in near):
        return False
    rank = RANK.get(people[found.at.person].office, 99)
    others = [p for p in found.people if _of_one_state(scene, p, found.at)]
    return any(RANK.get(people[p.person].office, 99) > rank for p in others)


def _all_others(scene: Scene, found: Found) -> bool:
    """Whether those but whom all were there are told: "All came but X", and not "nobody spoke except X"."""
    words, known = scene.view.lower[found.sentence.start : found.sentence.end], scene.view.lexicon.file.words
    return any(w in known.everybody for w in words) and not any(w in known.no_one for w in words)


def _subject_of(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """Whether somebody is the subject of a verb of absence: before it, else after it."""
    at, sentence = found.at, found.sentence
    lets = scene.view.lower[cue.start].startswith(scene.view.lexicon.file.words.misses)
    if lets and at.case == "acc":
        return False  # «пропустили X вперед»: let go first
    start, end = clause(scene.view, sentence, cue.start)
    left, right = [p for p in before(found.people, cue) if p.start >= start], after(found.people, cue)
    if len(left) > 1 and found.at is left[0] and only_source(scene.view, sentence, left[-1].start, left[-1].end):
        left = left[:1]  # "X, as his spokesman Y explained, could not leave"
    if len(left) > 1 and _of_himself(scene, left[-1], cue):
        return at is left[0]
    if left and not (right and in_clause_about_it(scene, left[-1], cue, right[0])):
        return at in left and _one_subject(sentence, left, at) and not _tells_of_another(scene, found, cue)
    if any(end <= c.start < at.start for c in sentence.cue("attend")):
        return False  # "the minister did not come: Uzbekistan is represented by X"
    if any(c.type in ("speak", "comment") and 0 <= c.start - at.end <= 1 for c in sentence.cues):
        return False  # "he declined to come, as his spokesman X explained"
    return at in right and (at is right[0] or coordinated(sentence, right[0], at))


def _tells_of_another(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """As in "The spokesman X said that it would be held without China", "X said the president could not come"."""
    said = next((c for c in found.sentence.cue("speak") if found.at.end <= c.start < cue.start), None)
    if said is None:
        return False
    if any(i.symbol in "RQ" and said.end <= i.start < cue.start for i in found.sentence.items):
        return True
    return tells_of_others(scene.view, found.sentence, found.at.end, cue)


def _of_himself(scene: Scene, last: At, cue: FoundCue) -> bool:
    """As in "X told Y that he would not come" and «X сообщил Y, что не приедет»: who says so is the one."""
    words = scene.view.lexicon.file.words
    gap = [w for w in scene.view.lower[last.end : cue.start] if w[:1].isalpha()]
    that = next((i for i, w in enumerate(gap) if w in words.that), None)
    return that is not None and all(w in words.subject_pronoun for w in gap[that + 1 : that + 2])


def _one_subject(sentence: Sentence, left: Sequence[At], at: At) -> bool:
    """Whether a person is the last before a verb, or coordinated with those that are."""
    chain = [left[-1]]
    for person in reversed(left[:-1]):
        gap = between(sentence, person, chain[-1])
        if gap is None or not _SUBJECTS.fullmatch(gap) or (len(chain) == 1 and "&" not in gap):
            break
        chain.append(person)
    return any(p.start == at.start for p in chain)


def _directly_after(scene: Scene, found: Found, cue: FoundCue) -> bool:
    """Whether only articles and other mentions stand between a cue and somebody."""
    if any(cue.end <= p.start < found.at.start for p in found.people):
        return False
    inside = {i for item in found.sentence.items for i in range(item.start, item.end)}
    articles = scene.view.lexicon.file.words.the
    gap = (i for i in range(cue.end, found.at.start) if i not in inside)
    return all(scene.view.lower[i] in articles for i in gap)
