"""Officials of a body, or of several states, whom a place brings together: no verb need say that they meet.

"Baku awaits the foreign ministers of Iran, Turkey and Georgia", "The premiers of the EAEU spent Friday in Minsk".
"""

from __future__ import annotations

from cisner.relations.phrases import LEVEL_OF, Phrase, plural_title, states_after
from cisner.relations.sentence import FoundCue, Item, Sentence, View

# what a place does with its guests, what they do there, and what they do together
_CUES = ("brings_together", "guests", "together", "betake", "venue", "receive", "host", "see", "converse", "meet")
_BY_SOMEBODY = frozenset({"brings_together", "receive", "host", "see", "meet"})  # told of people as well as of places
_NEAR = 4  # tokens between those who meet, the verb and the place, dates apart
_FEWEST = 2  # states whose officials are a group
VAGUE = frozenset({"other", "agency_head"})  # offices of people who are spoken of together for other reasons
_OTHER = ("message", "honour", "appoint", "not_held")


def find_gathering(view: View, sentence: Sentence) -> list[Phrase]:
    """The phrase of those whom a place brings together, for a sentence without any other."""
    if not sentence.has(*_CUES) or sentence.has(*_OTHER):
        return []
    places = _places(view, sentence)
    for item in sentence.items if places else ():
        phrase = _group(sentence, item)
        if phrase is None:
            continue
        cue = next((c for c in sentence.cue(*_CUES) if _told(view, sentence, phrase, c, places)), None)
        if cue is not None:
            phrase.rule, phrase.has_noun, phrase.convention = cue.rule, True, True
            return [phrase]
    return []


def _group(sentence: Sentence, item: Item) -> Phrase | None:
    """Officials of a level, of a body or of several states."""
    level = LEVEL_OF.get(item.mention.norm) if plural_title(item) else None
    if level is None or item.mention.norm in VAGUE:
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
    own = (phrase.start, phrase.end)
    if not _beside(view, sentence, own, (cue.start, cue.end)):
        return False
    if cue.type in _BY_SOMEBODY and any(i.symbol in "PR" and i.mention is not phrase.group for i in sentence.items):
        return False
    if cue.type == "betake":  # "Baku awaits", "go to Baku", but not "in Baku heat awaits"
        inside = view.lexicon.file.setting.inside
        places = [p for p in places if p[0] > cue.start or view.lower[p[0] - 1] not in inside]
    return any(_beside(view, sentence, p, (cue.start, cue.end)) or _beside(view, sentence, p, own) for p in places)


def _beside(view: View, sentence: Sentence, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether only a few words stand between two spans, dates and marks apart."""
    left, right = sorted((one, other))
    dates = {i for date in sentence.of("DATE") for i in range(date.start, date.end)}
    gap = [i for i in range(left[1], right[0]) if i not in dates and view.lower[i][:1].isalnum()]
    return len(gap) <= _NEAR and not any(i.symbol in "PQRMOG" and left[1] <= i.start < right[0] for i in sentence.items)
