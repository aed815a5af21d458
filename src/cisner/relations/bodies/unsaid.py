"""The body and the level that a phrase leaves unsaid: "their session", "the foreign ministers met"."""

from __future__ import annotations

from cisner.mentions import Mention
from cisner.relations.bodies.matching import LONGEST_SESSION
from cisner.relations.days import UNKNOWN, are_apart, days_apart
from cisner.relations.events import Event
from cisner.relations.gatherings import VAGUE
from cisner.relations.levels import LEVEL_OF
from cisner.relations.officials import plural_title, states_after
from cisner.relations.phrases import Phrase, is_beside_region
from cisner.relations.reading import Reading
from cisner.relations.sentence import Item, Sentence, View

_ELSEWHERE = ("message", "honour", "recall", "not_held", "wish", "intended")
_WHEN_WHERE_WHAT = frozenset("DLG")  # days, cities, documents
_OF_ITS_OWN = ("forum", "council")  # kinds of meetings that are not those of the officials at them
_BRINGING = ("assembles", "brings_together", "attend")
_OPENING = 3  # tokens of "In the course of" before a meeting
_NEAR = 3  # tokens between officials and the verb of their meeting
MINISTERIAL = frozenset({"ministers", "foreign_ministers", "defence_ministers"})


def body_of(item: Item) -> str:
    """The body that an item names, by itself or in a title."""
    if item.symbol == "O":
        return "" if item.mention.attributes.get("extra") == "ambiguous" else item.mention.norm
    return str(item.mention.attributes["organization"]) if item.symbol in "RQ" else ""


class Unsaid:
    """Finds whose meeting a phrase names.

    Args:
        view: The document.
        reading: What its sentences say of meetings.
    """

    def __init__(self, view: View, reading: Reading) -> None:
        self._view = view
        self._wording = reading.wording
        self._dating = reading.dating
        self._placing = reading.placing
        self._bodies = [
            m
            for m in view.source.find("ORGAN", "ORGANIZATION")
            if m.attributes.get("extra") != "ambiguous" and (m.label == "ORGANIZATION" or m.attributes.get("extra"))
        ]

    def inherit(self, phrase: Phrase, current: Event | None) -> None:
        """The body of a phrase that names only a level ("the foreign ministers"): the one that the report is about."""
        title = phrase.group
        if title is not None and current is not None and current.level in MINISTERIAL and not phrase.own_organ:
            if title.attributes["plain"] and LEVEL_OF.get(title.norm) == "ministers" == phrase.level:
                phrase.level = current.level  # "the ministers" of a council of foreign ministers
        if phrase.organization or phrase.joint or phrase.states or phrase.label or phrase.kind in ("talks", "forum"):
            return
        sentence = phrase.sentence
        eve = phrase.weak_level and self._wording.is_eve(phrase)  # "before the summit the foreign ministers of the SCO"
        bodies = list(dict.fromkeys(
            body
            for i in sentence.items
            if (i.end <= phrase.start or eve) and (body := body_of(i)) and not is_beside_region(self._view, i)
        ))  # fmt: skip
        if len(bodies) == 1:
            phrase.organization = bodies[0]
        elif (
            current is not None and current.organization and (not phrase.weak_level or self._is_other(phrase, current))
        ):
            phrase.organization = current.organization
        elif current is None and phrase.weak_level and not bodies:
            before = self.body_before(phrase)
            phrase.organization = before[0] if before else ""

    def _is_other(self, phrase: Phrase, current: Event) -> bool:
        """Whether a summit is told apart from that of the report: by its city, its day, its turn or its number."""
        city = self._placing.city_of(phrase)
        if current.level not in (phrase.level, "") and city is not None and current.city not in (city[0], None):
            return True  # "the envoys met in Minsk … the summit in Ashgabat"
        day = self._dating.day_of(phrase)
        if day is not None and are_apart(day[0], current.start, LONGEST_SESSION):
            return True
        if phrase.turn or phrase.qualifiers & {"next", "previous"}:
            return True
        return self._placing.of_city(phrase) or self._wording.is_placed_after(phrase)

    def take_group(self, phrase: Phrase, current: Event | None) -> None:
        """Give "their session" the body of the officials before it, and one of other officials their level."""
        before = [i for i in phrase.sentence.items if i.end <= phrase.start]
        last = next((i for i in reversed(before) if i.symbol not in _WHEN_WHERE_WHAT), None)
        groups = [i for i in before if i.symbol == "Q" or (i is last and plural_title(i))]
        if not groups and not phrase.organization:
            self._take_owner(phrase)
            if current is None and not (phrase.specific or phrase.label or phrase.states):
                self._take_following(phrase)
        if (phrase.specific and not (phrase.weak_level and current is None and not phrase.organization)) or not groups:
            return
        group, body = groups[-1], str(groups[-1].mention.attributes["organization"])
        theirs = self._view.lower[phrase.start - 1] in self._view.lexicon.file.words.whose
        first = current is None and len(groups) == 1 and not phrase.joint
        other = bool(body) and (first if current is None else body != current.organization)
        held = other and not phrase.weak_level and self._hold(phrase, group)  # "met before the summit"
        held = held or (other and current is None and self._are_there(phrase, group))
        if (body and theirs) or held or self._meet_apart(phrase, group, current):
            phrase.organization, phrase.level = body, LEVEL_OF.get(group.mention.norm, "")
            phrase.group = group.mention

    def _take_following(self, phrase: Phrase) -> None:
        """Give a meeting told first that of those after it: "At a meeting in Minsk, the CIS leaders signed …"."""
        sentence = phrase.sentence
        if phrase.start - sentence.start > _OPENING or phrase.kind in _OF_ITS_OWN or sentence.has(*_ELSEWHERE):
            return
        after = [i for i in sentence.items if i.start >= phrase.end]
        group = next((i for i in after if i.symbol not in "DL"), None)
        if group is None or not _are_told_anew(group):
            return
        told = max((i.end for i in after if i.end <= group.start), default=phrase.end)
        if self._are_brought(sentence, group, told) or self._come_first(sentence, group, told):
            attributes = group.mention.attributes
            phrase.organization, phrase.level = str(attributes["organization"]), LEVEL_OF[group.mention.norm]
            phrase.group = group.mention
            states = [str(attributes["country"]), *(s.mention.norm for s in states_after(sentence, group))]
            phrase.states = [] if phrase.organization else [s for s in states if s]

    @staticmethod
    def _are_brought(sentence: Sentence, group: Item, told: int) -> bool:
        """Whether a meeting, told up to a token, is said to bring officials together: "The forum gathered the …"."""
        return any(told <= c.start and c.end >= group.start - 1 for c in sentence.cue(*_BRINGING))

    def _come_first(self, sentence: Sentence, group: Item, told: int) -> bool:
        """Whether officials are the subject right after a meeting, told up to a token, that is none itself."""
        words = self._view.lexicon.file.words
        gap = [w for w in self._view.lower[told : group.start] if w not in words.the]
        fronted = self._view.lower[sentence.start] not in words.article and gap in ([], [","])
        return fronted and not group.mention.cases.isdisjoint(("nom", "any"))

    def _take_owner(self, phrase: Phrase) -> None:
        """Give "its session" the body right before the verb: "After the CIS summit the CSTO held its session"."""
        if self._view.lower[phrase.start - 1] not in self._view.lexicon.file.words.whose:
            return
        bodies = [i for i in phrase.sentence.of("ORGANIZATION") if i.end < phrase.start]
        if bodies and phrase.start - bodies[-1].end <= _NEAR and self._hold(phrase, bodies[-1]):
            phrase.organization = bodies[-1].mention.norm

    def _hold(self, phrase: Phrase, group: Item) -> bool:
        """Whether officials are said to have a meeting: "the CSTO leaders will hold an informal meeting"."""
        verbs = phrase.sentence.cue("meet", "convene")
        return any(group.end <= c.start <= phrase.start and c.start - group.end <= _NEAR for c in verbs)

    def _are_there(self, phrase: Phrase, group: Item) -> bool:
        """Whether officials are the subject of what happens at a meeting: "The CIS leaders signed it at a meeting"."""
        sentence, level = phrase.sentence, LEVEL_OF.get(group.mention.norm)
        if level is None or group.mention.norm in VAGUE or sentence.has(*_ELSEWHERE):
            return False
        if group.mention.cases.isdisjoint(("nom", "any")) or self._wording.is_eve(phrase):
            return False
        between = [i for i in sentence.items if group.end <= i.start and i.end <= phrase.start]
        if any(i.symbol not in _WHEN_WHERE_WHAT for i in between):
            return False
        if not phrase.weak_level or level == "heads_of_state":
            return True
        holds = self._view.lexicon.file.meeting_frame.holds  # "The premiers began a summit", not "prepared the summit"
        return not holds.isdisjoint(self._view.lower[group.end : phrase.start])

    def _meet_apart(self, phrase: Phrase, group: Item, current: Event | None) -> bool:
        """Whether other officials had a meeting on another day: "In May the foreign ministers held a meeting"."""
        if current is None:
            return False
        level = LEVEL_OF.get(group.mention.norm, "")
        theirs = [p for p in self._wording.phrases(phrase.sentence) if p is phrase or p.group is group.mention]
        day = next(filter(None, map(self._dating.day_of, theirs)), None)
        if group.mention.norm in VAGUE or group.mention.attributes["country"] or level in ("", current.level):
            return False
        if day is None or not current.start or not LONGEST_SESSION < days_apart(day[0], current.start) < UNKNOWN:
            return False
        return self._hold(phrase, group) or self._view.lower[phrase.start - 1] in self._view.lexicon.file.words.a

    def level_of_group(self, phrase: Phrase) -> str:
        """The level of "their Council": that of the officials named in plural before."""
        if self._view.lower[phrase.start - 1] not in self._view.lexicon.file.words.whose:
            return ""
        before = [
            i
            for s in self._view.sentences[max(0, phrase.sentence.index - 1) : phrase.sentence.index + 1]
            for i in s.items
        ]
        groups = [i for i in before if i.symbol == "Q" and i.end <= phrase.start]
        return LEVEL_OF.get(groups[-1].mention.norm, "") if groups else ""

    def body_before(self, phrase: Phrase) -> tuple[str, str] | None:
        """The body named last before a bare "session" or "summit", with the level of its organ."""
        reach = self._view.sentences[max(0, phrase.sentence.index - 2)].start
        bodies = [m for m in self._bodies if reach <= m.start and m.end <= phrase.start]
        if not bodies:
            titles = (m for m in self._view.source.find("TITLE") if m.norm == "head_of_organization")
            held = [str(m.attributes["organization"]) for m in titles if reach <= m.start and m.end <= phrase.start]
            return (held[-1], phrase.level) if phrase.level and held and held[-1] else None
        last = bodies[-1]
        organs = [m for m in bodies[-2:] if m.label == "ORGAN" and m.norm == last.norm and last.start - m.end <= 1]
        level = str(organs[-1].attributes.get("extra", "")) if organs else self._level_of_council(last)
        return last.norm, level or phrase.level

    def _level_of_council(self, body: Mention) -> str:
        """The level of the council in whose name a body stands: "The CSTO Council of Defence Ministers"."""
        sentence = next(s for s in self._view.sentences if s.start <= body.start < s.end)
        councils = (p for p in self._wording.phrases(sentence) if p.kind == "council" and p.organization == body.norm)
        return next((p.level for p in councils if p.start <= body.start and body.end <= p.end), "")


def _are_told_anew(group: Item) -> bool:
    """Whether officials are told of with their states or body, not as in "At the meeting the ministers …"."""
    attributes = group.mention.attributes
    if not plural_title(group) or group.mention.norm in VAGUE or group.mention.norm not in LEVEL_OF:
        return False
    own = attributes["country"] or attributes["organization"]
    return not attributes["former"] and bool(own or not attributes["plain"])
