"""Officials of a body, or of several states, whom a place brings together: no verb need say that they meet.

"Baku awaits the foreign ministers of Iran, Turkey and Georgia", "The premiers of the EAEU spent Friday in Minsk".
"""

from __future__ import annotations

from cisner.mentions import Mention
from cisner.relations.cues import FoundCue
from cisner.relations.levels import LEVEL_OF
from cisner.relations.officials import plural_title, states_after
from cisner.relations.phrases import Phrase
from cisner.relations.sentence import Item, Sentence, View

# what a place does with its guests, what they do there, and what they do together
CUES = (
    "assembles",
    "brings_together",
    "guests",
    "together",
    "betake",
    "venue",
    "receive",
    "host",
    "see",
    "converse",
    "meet",
)
_BY_SOMEBODY = frozenset(
    {"assembles", "brings_together", "receive", "host", "see", "meet"}
)  # told of people as well as of places
_WHOM = _BY_SOMEBODY | {"betake", "venue"}  # verbs whose object are those who meet
_LONGEST_SMALL_WORD = 3  # letters: no noun stands between them
_NEAR = 4  # tokens between those who meet, the verb and the place, dates apart
_FEWEST = 2  # states whose officials are a group
VAGUE = frozenset({"other", "agency_head"})  # offices of people who are spoken of together for other reasons
_OTHER = ("message", "honour", "appoint", "not_held")


def find_gathering(view: View, sentence: Sentence) -> list[Phrase]:
    """The phrase of those whom a place brings together, for a sentence without any other."""
    if not sentence.has(*CUES) or sentence.has(*_OTHER):
        return []
    places = _places(view, sentence)
    for item in sentence.items if places else ():
        phrase = group_of(sentence, item)
        if phrase is None:
            continue
        cue = next((c for c in sentence.cue(*CUES) if _told(view, sentence, phrase, c, places)), None)
        if cue is not None:
            phrase.rule, phrase.has_noun, phrase.convention = cue.rule, True, True
            return [phrase]
    return []


def group_of(sentence: Sentence, item: Item, vague: bool = False) -> Phrase | None:
    """Officials of a level, of a body or of several states.

    Args:
        sentence: The sentence.
        item: The title that may be theirs.
        vague: Whether officials of any kind count, if they are those of a body.
    """
    level = LEVEL_OF.get(item.mention.norm) if plural_title(item) else None
    if level is None or (item.mention.norm in VAGUE and not (vague and item.mention.attributes["organization"])):
        return None
    body, end = str(item.mention.attributes["organization"]), item.end
    own = [str(item.mention.attributes["country"])] if item.mention.attributes["country"] else []
    following = states_after(sentence, item)
    states = list(dict.fromkeys([*own, *(s.mention.norm for s in following)]))
    if not body and len(states) < _FEWEST:
        return None
    end = following[-1].end if following else item.end
    phrase = Phrase(sentence, item.start, end, "meeting", body, level)
    phrase.states, phrase.group = ([] if body else states), item.mention
    return phrase


def _places(view: View, sentence: Sentence) -> list[tuple[int, int]]:
    """Cities and capitals, but not those that somebody comes from."""
    away, capital = view.lexicon.file.setting.away, view.lexicon.file.meeting_frame.capital
    cities = [(i.start, i.end) for i in sentence.of("CITY") if view.lower[i.start - 1] not in away]
    return cities + [(i, i + 1) for i in range(sentence.start, sentence.end) if view.lower[i] in capital]


def _told(view: View, sentence: Sentence, phrase: Phrase, cue: FoundCue, places: list[tuple[int, int]]) -> bool:
    """Whether a cue stands with those who meet and with a place, and not with somebody who receives them."""
    own, verb = (phrase.start, phrase.end), (cue.start, cue.end)
    if not beside(view, sentence, own, verb):
        return False
    if cue.type in _WHOM:
        assembled = cue.type == "assembles" and any(d.mention.attributes["values"] for d in sentence.of("DATE"))
        if (
            cue.type in _BY_SOMEBODY
            and not assembled
            and any(i.symbol in "PR" and i.mention is not phrase.group for i in sentence.items)
        ):
            return False
        if not is_object(view, sentence, phrase.start, phrase.end, cue, phrase.group):
            return False
    where = [p for p in places if _is_setting(view, cue, p)]
    return any(beside(view, sentence, p, verb) or beside(view, sentence, p, own) for p in where)


def _is_setting(view: View, cue: FoundCue, place: tuple[int, int]) -> bool:
    """Whether a place is where a verb has those who meet: as its subject, or with "in" or "to" before it."""
    setting = view.lexicon.file.setting
    before = view.lower[place[0] - 1] if place[0] else ""
    article = before in view.lexicon.file.words.the
    before = view.lower[place[0] - 2] if article and place[0] > 1 else before
    if before in setting.inside:  # "Baku awaits", "go to Baku", but not "in Baku heat awaits"
        return cue.type != "betake" or place[0] > cue.start
    return cue.type in _WHOM or before in setting.towards or 0 <= place[0] - cue.end <= 1


def is_object(view: View, sentence: Sentence, start: int, end: int, cue: FoundCue, group: Mention | None) -> bool:
    """Whether those who meet, between two tokens, are whom a verb has as its object.

    Not in "welcomed the proposal of the ministers", "expects the ministers to sign", "waits for an answer from them".
    """
    words = view.lexicon.file.words
    if start < cue.start:
        cases = group.cases if group is not None else set()
        return bool(cases) and cases.isdisjoint(("nom", "any"))
    told = {i for item in sentence.of("DATE", "CITY") for i in range(item.start, item.end)}
    gap = [view.lower[i] for i in range(cue.end, start) if i not in told]
    if any(len(w) > _LONGEST_SMALL_WORD for w in gap) or (gap and gap[-1] in words.not_guests):
        return False
    return end >= sentence.end or view.lower[end] not in view.lexicon.file.documents.infinitives


def beside(view: View, sentence: Sentence, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether only a few words stand between two spans, marks, cities and dates with their prepositions apart."""
    left, right = sorted((one, other))
    told = {i for city in sentence.of("CITY") for i in range(city.start, city.end)}
    told.update(i for date in sentence.of("DATE") for i in range(date.start - 1, date.end))
    articles = view.lexicon.file.words.the
    words = {i: view.lower[i] for i in range(left[1], right[0]) if i not in told}
    gap = [i for i, word in words.items() if word[:1].isalnum() and word not in articles]
    return len(gap) <= _NEAR and not any(i.symbol in "PQRMOG" and left[1] <= i.start < right[0] for i in sentence.items)
