"""How far a meeting phrase reaches: to the left and to the right of its noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.relations.commissions import interstate_from
from cisner.relations.officials import plural_title, states_after
from cisner.relations.sentence import Item, Sentence, View

_LONGEST_GAP = 8
_TO_HOLDER = 3  # tokens of ", which the"
_BRACKETED = 3  # tokens of "(CIS)"
_TO_HOLDING = 3  # tokens from a body to its verb: "had recently held"
_LONGEST_NAME = 7  # tokens between a session and its council: "of the High-Level Strategic Cooperation"
_LONGEST_SUBJECT = 6  # tokens between a council and its body
_BEFORE_NOUN = 3  # tokens
_TIGHT = frozenset({"-", "–", "'", "’"})
_SEPARATING = frozenset({",", "-"})
_NUMERAL = re.compile(r"[ivx]{1,5}|\d{1,3}")
_CLOSED = frozenset({"(", "'", "’", "-", "–", "—", '"', "«", "»", "“", "”"})


def left_of(view: View, items: Sequence[Item], index: int, consumed: int) -> int:
    """The first item of the phrase around a noun, after those that earlier phrases have."""
    first = index
    tight = _TIGHT | view.lexicon.file.meeting_frame.tight | view.lexicon.file.role_frame.possessive
    while first - 1 > consumed:
        previous = items[first - 1]
        gap = view.lower[previous.end : items[first].start]
        if previous.symbol not in "OQAC" and previous.mention.label != "MEETING":
            break
        if previous.symbol == "C" and gap and gap[0] in ("-", "–", "—") and len(gap) == 1:
            first -= 1
            continue
        if previous.symbol == "C":
            break
        if any(w not in tight for w in gap):
            break
        first -= 1
    return first


def right_of(view: View, sentence: Sentence, index: int) -> int:
    """The last item of the phrase that goes on after a noun."""
    frame, items = view.lexicon.file.meeting_frame, sentence.items
    last = index
    while last + 1 < len(items):
        following = items[last + 1]
        gap = view.lower[items[last].end : following.start]
        if gap[:1] == [")"] and last > index and _acronym_of(view, items[last - 1], items[last]):
            gap = gap[1:]
        if items[last].symbol == "M" and held_by(view, items[last], following):
            last += 1
            continue
        if len(gap) > _LONGEST_GAP or any(
            w not in frame.fillers and w not in _CLOSED and not _NUMERAL.fullmatch(w) for w in gap
        ):
            own = items[last], following
            if not (_of_body(view, sentence, *own) or _of_council(view, sentence, *own)):
                break
        if _is_next_council(view, items, last):
            break  # "the A of the CIS | and the B of the CIS"
        if "(" in gap and following.symbol != "O" and not _acronym_of(view, items[last], following):
            break
        if following.symbol == "M":
            if gap and any(w in view.lexicon.file.setting.conjunction for w in gap):
                break
            if following.mention.norm in ("talks", "visit", "call") and gap:
                break
            if not gap and _is_governing(following):
                break  # "Перед саммитом глав государств Совет министров собрался в Минске"
        elif following.symbol == "Q" and any(
            w in view.lexicon.file.words.side for w in view.lower[following.start : following.end]
        ):
            break  # "Перед заседанием глав делегаций принял президент"
        elif following.symbol in "OQ" or plural_title(following):
            bare = following.symbol != "O" and view.lexicon.file.words.the.issuperset(gap)
            if bare and ((items[last].symbol == "Q" and not gap) or _is_subject(view, following)):
                break
        elif following.symbol not in "AC":
            break
        last += 1
    while last > index and items[last].symbol == "A":
        last -= 1
    listed = states_after(sentence, items[last]) if items[last].symbol == "Q" else []
    return items.index(listed[-1]) if listed else last


def _is_next_council(view: View, items: Sequence[Item], last: int) -> bool:
    """Whether a conjunction leads from one council to the next, which has its body before or after it."""
    if last + 2 >= len(items):
        return False
    one, two, three = items[last : last + 3]
    gap = view.lower[one.end : two.start]
    if not gap or gap[0] not in view.lexicon.file.setting.conjunction:
        return False
    own = any(i.mention.norm == "council" for i in items[max(last - 1, 0) : last + 1])
    pair = {two.mention.norm, three.mention.norm}
    return own and "council" in pair and "O" in (two.symbol, three.symbol) and three.start - two.end <= 1


def _acronym_of(view: View, noun: Item, acronym: Item) -> bool:
    """Whether a meeting is told again in brackets by its acronym: «Совета министров обороны (СМО) стран СНГ»."""
    bracketed = view.lower[noun.end : acronym.start] == ["("] and view.lower[acronym.end : acronym.end + 1] == [")"]
    return bracketed and acronym.mention.rule == noun.mention.rule


def held_by(view: View, noun: Item, body: Item) -> bool:
    """Whether a body is told in a relative clause to have held a meeting: "the session which the Council held"."""
    if body.symbol != "O" or body.start - noun.end > _TO_HOLDER:
        return False
    end = body.end + (_BRACKETED if view.words[body.end : body.end + 1] == ["("] else 0)  # after its acronym
    if view.lexicon.file.meeting_frame.holds.isdisjoint(view.lower[end : end + _TO_HOLDING]):
        return False
    words = view.lexicon.file
    gap = [w for w in view.lower[noun.end : body.start] if w not in words.words.the and w != ","]
    relative = words.words.relative | frozenset(w for w in gap if w.startswith(words.setting.which))
    return len(gap) == 1 and gap[0] in relative


def _is_governing(noun: Item) -> bool:
    """Whether the case of a noun tells that it depends on nothing before it."""
    cases = noun.mention.cases
    return "nom" in cases and cases <= {"nom", "acc"}


def _is_subject(view: View, title: Item) -> bool:
    """Whether a plural title after a noun does not depend on it: "After the talks the ministers said"."""
    readings = set(title.mention.attributes.get("readings", ()))
    if readings == {("pl", "any")}:  # no case tells of whom the meeting is, but "of" would
        return True
    if ("pl", "nom") not in readings or ("pl", "gen") in readings:
        return False
    after = next(iter(view.lower[title.end : title.end + 1]), "")
    return title.symbol == "Q" or after.endswith(view.lexicon.file.words.plural_verb)


def _of_body(view: View, sentence: Sentence, noun: Item, body: Item) -> bool:
    """Whether a body has a council whose subject nobody knows: "the Council of National Coordinators of GUAM"."""
    lower, frame = view.lower, view.lexicon.file.meeting_frame
    if noun.mention.norm != "council" or body.symbol not in "OQ" or body.start - noun.end > _LONGEST_SUBJECT:
        return False
    gap = range(noun.end, body.start)
    if lower[noun.end] not in frame.subject_links and not lower[noun.end].endswith(frame.subject_endings):
        return False
    if any(not lower[i].isalpha() or view.lexicon.in_past[lower[i]] for i in gap):
        return False
    return not any(c.start in gap for c in sentence.cues)


def _of_council(view: View, sentence: Sentence, noun: Item, following: Item) -> bool:
    """Whether a session is one of a council or commission, with what its name says: "of the Strategic Council"."""
    if noun.symbol != "M" or following.mention.norm != "council":
        return False
    first = interstate_from(view.lower, following.start, following.end, view.lexicon)
    frame, gap = view.lexicon.file.meeting_frame, view.lower[noun.end : following.start]
    if first >= 0 and frame.fillers.issuperset(view.lower[noun.end : max(first, noun.end)]):
        return True
    if len(gap) > _LONGEST_NAME or any(noun.end <= c.start < following.start for c in sentence.cues):
        return False
    if gap[0] in view.lexicon.file.words.of:
        return all(w == "-" or w.isalpha() for w in gap)
    ending = frame.adjective_ending
    return bool(ending) and all(re.search(ending, w) for w in gap)


def is_joint(view: View, start: int, end: int) -> bool:
    """Whether a meeting told of between two tokens is said to be one of several bodies."""
    return view.says(max(0, start - _BEFORE_NOUN), end, view.lexicon.file.meeting_frame.joint, "")


def with_others(view: View, sentence: Sentence, last: int) -> int:
    """The last item of a joint sitting, the bodies and groups after commas included: "of the A, the B and the C"."""
    items = sentence.items
    between = view.lexicon.file.setting.conjunction | view.lexicon.file.words.the | _SEPARATING
    while last + 1 < len(items):
        following = items[last + 1]
        gap = view.lower[items[last].end : following.start]
        listed = following.symbol in "OQ" or following.mention.norm in ("council", "session")
        ordinal = view.lexicon.qualifiers.find(gap, view.forms)
        told = {i for start, end, _ in ordinal for i in range(start, end)}
        told |= {i for i, w in enumerate(gap) if w[:1].isdigit() or _NUMERAL.fullmatch(w)}
        if not listed or any(w not in between and i not in told for i, w in enumerate(gap)):
            break
        last = right_of(view, sentence, last + 1)
    return last
