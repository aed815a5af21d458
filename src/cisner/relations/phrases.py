"""Meeting phrases: a meeting noun or the name of a body with all that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cisner.mentions import Mention
from cisner.relations.numbers import number_at
from cisner.relations.sentence import Item, Sentence, View

LEVEL_OF = {
    "head_of_state": "heads_of_state",
    "former_head_of_state": "heads_of_state",
    "head_of_government": "heads_of_government",
    "deputy_head_of_government": "ministers",
    "foreign_minister": "foreign_ministers",
    "defence_minister": "defence_ministers",
    "minister": "ministers",
    "deputy_minister": "officials",
    "head_of_parliament": "parliament",
    "parliamentarian": "parliament",
    "ambassador": "permanent_representatives",
    "security_council_secretary": "officials",
    "agency_head": "officials",
    "head_of_organization": "officials",
    "presidential_staff": "officials",
    "regional_head": "officials",
    "other": "officials",
}
_RANKED = frozenset(LEVEL_OF.values())
_KINDS = ("call", "visit", "summit", "forum", "session", "council", "talks", "meeting")
_CORES = frozenset({"MEETING", "ORGAN"})
_LONGEST_GAP = 8
_SUM = 3  # tokens of "C5+1"
_OF_THE = 2  # tokens between a council and its members
_TO_HOLDER = 3  # tokens of ", which the"
_TO_HOLDING = 3  # tokens from a body to its verb: "had recently held"
_LONGEST_SUBJECT = 6  # tokens between a council and its body


@dataclass(slots=True)
class Phrase:
    """A mention of a meeting.

    Attributes:
        sentence: Where it stands.
        start: First token, modifiers included.
        end: Token after the last.
        kind: session, council, meeting, summit, talks, visit, call or forum.
        organization: Acronym of the body, or "".
        level: Level from the body's name, or "".
        states: Countries in the phrase.
        qualifiers: next, previous.
        own_organ: Whether the body has a name of its own ("Eurasian Intergovernmental Council").
        number: Number of the session, or 0.
    """

    sentence: Sentence
    start: int
    end: int
    kind: str
    organization: str = ""
    level: str = ""
    states: list[str] = field(default_factory=list)
    qualifiers: set[str] = field(default_factory=set)
    own_organ: bool = False
    has_noun: bool = False
    plural: bool = False
    rule: str = ""
    capitalised: bool = False
    convention: bool = False
    weak_level: bool = False
    joint: bool = False
    one_of_several: bool = False
    label: str = ""
    commission: bool = False
    group: Mention | None = None
    reception: bool = False  # by a head of state
    number: int = 0
    margin: bool = False  # only the setting of another meeting: "on the sidelines of the summit"

    @property
    def specific(self) -> bool:
        """Whether the phrase names a body or a level by itself."""
        return bool(self.organization or self.level)


def find_phrases(view: View, sentence: Sentence) -> list[Phrase]:
    """The meeting phrases of a sentence, in order."""
    if _CORES.isdisjoint(sentence.labels):
        return []
    out: list[Phrase] = []
    items = sentence.items
    consumed = -1
    for index, item in enumerate(items):
        if index <= consumed or not _is_core(item):
            continue
        first = _left(view, items, index, consumed)
        last = _right(view, sentence, index)
        if item.symbol == "M" and _is_joint(view, item):
            last = _with_others(view, sentence, last)
        consumed = last
        phrase = _phrase(view, sentence, items[first : last + 1])
        if phrase is None:
            continue
        if out and out[-1].has_noun and phrase.organization and _same_noun(view, out[-1], phrase):
            out[-1].organization = phrase.organization
            out[-1].one_of_several = phrase.one_of_several = phrase.has_noun = True
        bodies = list(dict.fromkeys(i.mention.norm for i in items[first : last + 1] if i.symbol == "O"))
        if phrase.plural and len(bodies) > 1 and not phrase.joint and phrase.kind in ("summit", "session"):
            for body in bodies:
                out.append(replace(phrase, organization=body, one_of_several=True, qualifiers=set(phrase.qualifiers)))
        else:
            out.append(phrase)
    return out


def _same_noun(view: View, first: Phrase, second: Phrase) -> bool:
    """Whether one noun and one body belong to two councils: "the sessions of the A and the B of the CIS"."""
    between = view.lower[first.end : second.start]
    joins = view.lexicon.file.setting.conjunction | view.lexicon.file.words.the | {","}
    councils = bool(first.level and second.level) and not first.organization and not second.has_noun
    return councils and bool(between) and joins.issuperset(between)


def _is_core(item: Item) -> bool:
    return item.symbol == "M" or (item.mention.label == "ORGAN" and bool(item.mention.attributes.get("extra")))


def of_level(level: str, own: str) -> bool:
    """Whether officials of a level may be those of a meeting: "the ministers" of a council of foreign ministers."""
    return bool(level) and (level == own or (level == "ministers" and own.endswith("_ministers")))


def of_council(sentence: Sentence, title: int) -> bool:
    """Whether a title that begins at a token is part of a council's name: "the Council of Heads of State"."""
    councils = (i.end for i in sentence.of("MEETING") if i.mention.norm == "council")
    return any(0 <= title - end <= _OF_THE for end in councils)


def plural_title(item: Item) -> bool:
    """Whether a title is, or may be, in the plural."""
    return item.symbol == "Q" or (item.symbol == "R" and item.mention.attributes["number"] == "either")


def states_after(sentence: Sentence, item: Item) -> list[Item]:
    """States that go on a plural title: "the foreign ministers of Armenia, Azerbaijan and Russia"."""
    found = re.match(r"(?:[,&]+o?[CA])+", sentence.symbols[item.position + 1 :])
    own = found.group() if found else ""
    return [sentence.at[item.position + 1 + i] for i, s in enumerate(own) if s in "CA"]


def _left(view: View, items: Sequence[Item], index: int, consumed: int) -> int:
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


_TIGHT = frozenset({"-", "–", "'", "’"})


def _right(view: View, sentence: Sentence, index: int) -> int:
    frame, items = view.lexicon.file.meeting_frame, sentence.items
    last = index
    while last + 1 < len(items):
        following = items[last + 1]
        gap = view.lower[items[last].end : following.start]
        if gap[:1] == [")"] and last > index and _acronym_of(view, items[last - 1], items[last]):
            gap = gap[1:]
        if items[last].symbol == "M" and _held_by(view, items[last], following):
            last += 1
            continue
        if len(gap) > _LONGEST_GAP or any(
            w not in frame.fillers and w not in _CLOSED and not _NUMERAL.fullmatch(w) for w in gap
        ):
            if not _of_body(view, sentence, items[last], following):
                break
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


def _acronym_of(view: View, noun: Item, acronym: Item) -> bool:
    """Whether a meeting is told again in brackets by its acronym: «Совета министров обороны (СМО) стран СНГ»."""
    bracketed = view.lower[noun.end : acronym.start] == ["("] and view.lower[acronym.end : acronym.end + 1] == [")"]
    return bracketed and acronym.mention.rule == noun.mention.rule


def _held_by(view: View, noun: Item, body: Item) -> bool:
    """Whether a body is told in a relative clause to have held a meeting: "the session which the Council held"."""
    if (
        body.symbol != "O"
        or body.start - noun.end > _TO_HOLDER
        or view.lexicon.file.meeting_frame.holds.isdisjoint(view.lower[body.end : body.end + _TO_HOLDING])
    ):
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


def _is_joint(view: View, noun: Item) -> bool:
    """Whether a meeting is said to be one of several bodies."""
    return view.says(max(0, noun.start - _BEFORE_NOUN), noun.end, view.lexicon.file.meeting_frame.joint, "")


def _with_others(view: View, sentence: Sentence, last: int) -> int:
    """The last item of a joint sitting, the bodies and groups after commas included: "of the A, the B and the C"."""
    items = sentence.items
    between = view.lexicon.file.setting.conjunction | view.lexicon.file.words.the | _SEPARATING
    while last + 1 < len(items):
        following = items[last + 1]
        gap = view.lower[items[last].end : following.start]
        listed = following.symbol in "OQ" or following.mention.norm in ("council", "session")
        ordinal = view.lexicon.qualifiers.find(gap)
        told = {i for start, end, _ in ordinal for i in range(start, end)}
        told |= {i for i, w in enumerate(gap) if w[:1].isdigit() or _NUMERAL.fullmatch(w)}
        if not listed or any(w not in between and i not in told for i, w in enumerate(gap)):
            break
        last = _right(view, sentence, last + 1)
    return last


_BEFORE_NOUN = 3  # tokens
_SEPARATING = frozenset({",", "-"})
_LONGEST_FORMAT = 9  # tokens
_TO_STATE = 3  # tokens of "between the Republic of"
_NUMERAL = re.compile(r"[ivx]{1,5}|\d{1,3}")
_CLOSED = frozenset({"(", "'", "’", "-", "–", "—", '"', "«", "»", "“", "”"})


def _phrase(view: View, sentence: Sentence, items: Sequence[Item]) -> Phrase | None:
    nouns = [i for i in items if i.symbol == "M"]
    organs = [i for i in items if i.mention.label == "ORGAN" and i.mention.attributes.get("extra")]
    organizations = [
        i for i in items if i.symbol == "O" and not (i.mention.attributes.get("extra") == "ambiguous" and not nouns)
    ]
    titles = [i for i in items if plural_title(i)]
    kinds = {i.mention.norm for i in nouns}
    if organs:
        kinds.add("session")
    kind = next(k for k in _KINDS if k in kinds)
    phrase = Phrase(sentence, items[0].start, items[-1].end, kind)
    phrase.has_noun = bool(kinds - {"council"} and nouns and any(i.mention.norm != "council" for i in nouns))
    phrase.own_organ = bool(organs)
    if kind in ("forum", "summit"):
        organizations = [o for o in organizations if not _in_format_name(view, o)]
    first = max(0, phrase.start - _BEFORE_NOUN)
    joint = bool(nouns) and view.says(first, phrase.end, view.lexicon.file.meeting_frame.joint, "")
    bodies = {i.mention.norm for i in organizations} | {
        str(t.mention.attributes["organization"]) for t in titles if t.mention.attributes["organization"]
    }
    if organizations:
        phrase.organization = organizations[0].mention.norm
    if len(bodies) > 1 and joint:
        phrase.organization = ""
        phrase.joint = True
    if joint and len(_levels(items)) > 1:
        phrase.level = "mixed"
        phrase.organization = phrase.organization or (next(iter(bodies), "") if not phrase.joint else "")
    elif organs and titles and titles[-1].start >= organs[0].end and _at_level(view, organs[0].end, titles[-1].start):
        phrase.level = LEVEL_OF.get(titles[-1].mention.norm, "")
    elif organs:
        phrase.level = str(organs[0].mention.attributes["extra"])
    elif any(i.mention.attributes.get("extra") for i in nouns):
        phrase.level = next(str(i.mention.attributes["extra"]) for i in nouns if i.mention.attributes.get("extra"))
    elif titles:
        phrase.level = LEVEL_OF.get(titles[0].mention.norm, "")
        if kind == "summit" and titles[0].mention.norm == "head_of_organization":
            phrase.level = "heads_of_state"  # «саммит глав ОДКБ»: of its states
        title_organization = titles[0].mention.attributes.get("organization")
        if title_organization and not phrase.organization and not phrase.joint:
            phrase.organization = title_organization
    elif kind == "summit":
        phrase.level, phrase.weak_level = "heads_of_state", True
    phrase.states = list(dict.fromkeys(
        [i.mention.norm for i in items if i.symbol in "AC"]
        + [i.mention.attributes["country"] for i in titles if i.mention.attributes["country"]]
    ))  # fmt: skip
    phrase.plural = bool(nouns) and all(
        {n for n, _ in i.mention.attributes.get("readings", [("sg", "")])} == {"pl"}
        for i in nouns
        if i.mention.norm not in ("talks", "call")
    ) and any(i.mention.norm != "talks" for i in nouns)  # fmt: skip
    if kind == "talks" and nouns and view.lower[nouns[0].start - 1] in view.lexicon.file.words.several:
        phrase.plural = True  # "three conversations"
    phrase.rule = (organs or nouns)[0].mention.rule
    phrase.capitalised = view.words[(organs or nouns)[0].start][:1].isupper() or _named(view, nouns)
    phrase.group = titles[0].mention if titles else None
    phrase.commission = not organs and any(i.mention.norm == "council" for i in nouns) and not phrase.organization
    if phrase.commission and not phrase.states:
        phrase.states = _states_of_commission(view, phrase)
    _qualify(view, phrase)
    phrase.number = 0 if phrase.plural else number_at(view, phrase.start, phrase.end, sentence.end)
    if not phrase.organization:
        phrase.label = _of_sum(view, phrase) or _format_after(view, phrase)
        if phrase.weak_level and not phrase.label:
            phrase.label = _label(view, phrase)
        if phrase.label:
            phrase.states = []
    return phrase


def _states_of_commission(view: View, phrase: Phrase) -> list[str]:
    """As in "the commission on bilateral cooperation between A and B"."""
    between = view.lexicon.file.meeting_frame.between
    last = min(phrase.sentence.end, phrase.end + _LONGEST_FORMAT)
    at = next((i for i in range(phrase.end, last) if view.lower[i] in between), None)
    first = next((i for i in phrase.sentence.items if at is not None and i.start > at), None)
    if first is None or first.start - (at or 0) > _TO_STATE:
        return []
    found = re.match(r"C[,&]+C", phrase.sentence.symbols[first.position :])
    return [first.mention.norm, phrase.sentence.at[first.position + found.end() - 1].mention.norm] if found else []


def _at_level(view: View, start: int, end: int) -> bool:
    """Whether words say at which level a body meets: "at the level of the heads of government"."""
    return not view.lexicon.file.meeting_frame.level.isdisjoint(view.lower[start:end])


def _levels(items: Sequence[Item]) -> set[str]:
    """The levels of the bodies and groups of a joint sitting."""
    told = {str(i.mention.attributes.get("extra", "")) for i in items if i.symbol == "M" or i.mention.label == "ORGAN"}
    return {v for v in (*told, *(LEVEL_OF.get(i.mention.norm, "") for i in items if i.symbol == "Q")) if v in _RANKED}


def _format_after(view: View, phrase: Phrase) -> str:
    """The name of a format after a phrase: "in the Central Asia – Russia format", «в формате С5+1»."""
    nouns = view.lexicon.file.meeting_frame.format
    last = min(phrase.sentence.end, phrase.end + _LONGEST_FORMAT)
    at = next((i for i in range(phrase.end, last) if view.lower[i] in nouns), None)
    if at is None:
        return ""
    before = [i for i in range(phrase.end, at) if view.words[i].strip()]
    name = [i for i in before if i > before[0]] if before else []  # without the preposition
    if not any(view.words[i][0].isupper() or view.words[i][0].isdigit() for i in name):
        end = at + 1
        while end < last and (view.words[end][0].isupper() or not view.words[end][0].islower()):
            if view.words[end] in (",", ".", ";", ":"):
                break
            end += 1
        name = list(range(at + 1, end))
    articles = view.lexicon.file.words.the
    return " ".join(w for w in (view.lower[i] for i in name) if w.isalnum() and w not in articles)


def _named(view: View, nouns: Sequence[Item]) -> bool:
    """Whether a noun carries a proper name: "Евразийский экономический форум"."""
    ending = view.lexicon.file.meeting_frame.adjective_ending
    if not nouns or not ending:
        return False
    adjective = re.compile(ending)
    first = nouns[0].start
    for index in range(first - 1, max(nouns[0].start - 4, 0), -1):
        word = view.words[index]
        if not word[:1].isalpha() or not adjective.search(word.lower()):
            return False
        if word[:1].isupper():
            return view.words[index - 1] not in (".", "\n", "!", "?") and index > 0
    return False


def _in_format_name(view: View, item: Item) -> bool:
    """Whether a body is one side of a format's name: "Central Asia – European Union"."""
    around = [*view.lower[item.start - 1 : item.start], *view.lower[item.end : item.end + 1]]
    if any(w in ("-", "–", "—", "+") for w in around):
        return True
    beside = view.words[item.end + 1 : item.end + 2]  # "of the European Union and Central Asia"
    follows = view.lower[item.end : item.end + 1]
    together = view.lexicon.file.setting.conjunction | view.lexicon.file.words.with_
    return any(w in together for w in follows) and bool(beside) and beside[0][0].isupper()


def _of_sum(view: View, phrase: Phrase) -> str:
    """The name of a format like "C5+1" before a noun, which is taken into the phrase."""
    words, noun = view.words, next((i.start for i in phrase.sentence.items if i.symbol == "M"), phrase.start)
    first = max(phrase.sentence.start + 1, phrase.start - _SUM)
    plus = next((i for i in range(first, max(noun, phrase.start)) if words[i] == "+" and words[i + 1].isdigit()), 0)
    if not plus or plus + 1 < phrase.start - 1 or not words[plus - 1].isalnum():
        return ""
    phrase.start, phrase.number = min(phrase.start, plus - 1), 0
    return f"{view.lower[plus - 1]}+{words[plus + 1]}"


def _label(view: View, phrase: Phrase) -> str:
    """The proper name of a format without a body: "Central Asia-Russia" summit, саммит «Центральная Азия – Россия»."""
    words = view.words
    after = words[phrase.end : phrase.end + 1]
    if after and after[0] in ("«", "“", '"', "„"):
        close = next(
            (
                i
                for i in range(phrase.end + 1, min(phrase.sentence.end, phrase.end + 14))
                if words[i] in ("»", "”", '"', "“")
            ),
            0,
        )
        return " ".join(view.lower[phrase.end + 1 : close]) if close else ""
    start = max(
        phrase.start,
        *(
            i.end
            for i in phrase.sentence.items
            if i.end <= phrase.end and i.symbol in "CAO" and i.start >= phrase.start
        ),
        phrase.start,
    )
    while start > phrase.sentence.start and (
        words[start - 1] in ("-", "–", "—", "+", "”", '"') or words[start - 1][:1].isupper()
    ):
        start -= 1
    noun = next((i.start for i in phrase.sentence.items if i.symbol == "M" and i.start >= phrase.start), phrase.start)
    named = view.lower[start:noun]
    others = any(i.symbol in "LDP" and start <= i.start < noun for i in phrase.sentence.items)
    if others or start == phrase.sentence.start or len(named) < 2:
        return ""
    return " ".join(w for w in named if w.isalnum())


def _qualify(view: View, phrase: Phrase) -> None:
    """Take the modifiers before a phrase into it and note what they say."""
    found = view.lexicon.qualifiers.find(view.lower[phrase.sentence.start : phrase.end])
    spans = [(phrase.sentence.start + s, phrase.sentence.start + e, cue.type) for s, e, cue in found]
    start = phrase.start
    moved = True
    while moved:
        moved = False
        for left, right, kind in spans:
            if right == start and left < start:
                start = left
                if kind != "modifier":
                    phrase.qualifiers.add(kind)
                moved = True
        inserted = _before_insertion(view, phrase.sentence.start, start)
        for left, right, kind in spans:  # "the next, 72nd, session"
            if right == inserted and left < start:
                start, moved = left, True
                phrase.qualifiers |= {kind} - {"modifier"}
        previous = view.lower[start - 1] if start > phrase.sentence.start else ""
        if previous and (
            (previous[0].isdigit() and len(previous) <= 5)
            or (previous in ("-", "–") and start - 2 >= phrase.sentence.start and view.lower[start - 2][:1].isdigit())
        ):
            start -= 2 if previous in ("-", "–") else 1
            moved = True
    for left, _, kind in spans:
        if phrase.start <= left < phrase.end and kind != "modifier":
            phrase.qualifiers.add(kind)
    phrase.start = start
    after = " ".join(view.lower[phrase.end : phrase.end + 3])
    if after.startswith(view.lexicon.file.meeting_frame.next_after):
        phrase.qualifiers.add("next")
    if "previous" in phrase.qualifiers and _is_predicate(view, phrase):
        phrase.qualifiers.discard("previous")


def _is_predicate(view: View, phrase: Phrase) -> bool:
    """As in "For some it was the last summit": said of the one that is told of, no word for an earlier one."""
    words = view.lexicon.file.words
    before = [w for w in view.lower[max(phrase.sentence.start, phrase.start - 2) : phrase.start] if w not in words.the]
    cleft = any(w in words.that for w in view.lower[phrase.end : phrase.end + 1])
    return any(w in words.predicate for w in before[-1:]) and not cleft


_LONGEST_INSERTION = 5  # tokens


def _before_insertion(view: View, first: int, start: int) -> int:
    """Token after what stands before an insertion between commas that ends at a token, or -1."""
    if start - 1 <= first or view.lower[start - 1] != ",":
        return -1
    for index in range(start - 2, max(first, start - 2 - _LONGEST_INSERTION), -1):
        if view.lower[index] == ",":
            return index
    return -1
