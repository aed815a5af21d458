"""Whether a phrase names a meeting, or only mentions one: as a setting, a time, a habit, something important."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cisner.knowledge.bodies import Body
from cisner.relations.bodies.named_talks import NamedTalks
from cisner.relations.bodies.sittings import Sittings
from cisner.relations.events import Event
from cisner.relations.gatherings import VAGUE
from cisner.relations.phrases import Phrase
from cisner.relations.reading import Reading
from cisner.relations.sentence import View
from cisner.relations.spoken_of import is_weighed
from cisner.relations.talks import several

_TO_FORUM = 3  # words between "took part" and the noun
_OWN_DAY = 3  # words after a meeting within which its own day or place begins: "the summit in Astana"
_TO_VERB = 8  # words between the commissions of two states and their verb: "on the delimitation of the border"
_STEM = 6  # letters that tell a noun in any case
_TOGETHER = "cue.together"
_TALKS = ("meet", "receive", "converse", "call", "see")


class Mentions:
    """Tells meetings that are only mentioned from those that a report tells of.

    Args:
        view: The document.
        reading: What its sentences say of meetings.
        sittings: Whether they say that a body met.
        talks: Talks named by a noun.
        events: The events so far.
        known: The bodies of the knowledge files, by acronym.
    """

    def __init__(
        self,
        view: View,
        reading: Reading,
        sittings: Sittings,
        talks: NamedTalks,
        events: Sequence[Event],
        known: Mapping[str, Body],
    ) -> None:
        self._view = view
        self._wording = reading.wording
        self._dating = reading.dating
        self._placing = reading.placing
        self._status = reading.status
        self._sittings = sittings
        self._talks = talks
        self._events = events
        self._known = known
        self._often = view.lexicon.file.words.often

    def names_none(self, phrase: Phrase, current: Event | None) -> bool:
        """Whether a phrase names no single meeting, or one that is told otherwise."""
        if self._general(phrase) or self._of_no_body(phrase, current):
            return True
        if not (phrase.specific or phrase.label) and any(
            i.end == phrase.end and several(self._view, phrase.sentence, i) for i in phrase.sentence.of("MEETING")
        ):
            return True  # "The day was given to bilateral meetings"
        if phrase.plural and (not phrase.specific or not phrase.own_organ) and not phrase.one_of_several:
            of_several = phrase.interstate and not phrase.has_noun  # "the delimitation commissions of A and B"
            return not (of_several and self._sittings.sits(phrase, _TO_VERB))
        if phrase.rule == _TOGETHER and current is None and not (phrase.organization or phrase.states):
            if any(e.pair for e in self._events):
                return True  # those whose talks were told before
        if phrase.kind in ("call", "visit"):
            return True  # told by their verbs and people
        if phrase.convention and self._talks.have_met(phrase):
            return True
        if phrase.reception and current is not None:
            return True  # the host attends the session
        if phrase.acting and current is not None and phrase.organization == current.organization != "":
            if phrase.level != current.level and not self._on_another_day(phrase, current):
                return True  # what its ministers did at the summit
        if current is None or current.personal or phrase.organization:
            return False
        return self._status.calling_off.first_set(phrase.sentence) and current.status() == "held"

    def _on_another_day(self, phrase: Phrase, event: Event) -> bool:
        """Whether a phrase has a day that is not that of an event."""
        day, start = self._dating.day_of(phrase), event.start or ""
        return day is not None and not (start.startswith(day[0]) or day[0].startswith(start))

    @staticmethod
    def _of_no_body(phrase: Phrase, current: Event | None) -> bool:
        """Whether officials of any kind meet on a day, and neither a place nor a session tells what for."""
        if not phrase.convention or phrase.group is None or phrase.group.norm not in VAGUE:
            return False
        if phrase.organization or phrase.sentence.of("CITY"):
            return False
        return current is None or not current.organization or current.level == phrase.level

    def _general(self, phrase: Phrase) -> bool:
        """Whether a sentence speaks of all meetings of a kind: "The Council meets once a year"."""
        often = self._view.says(phrase.sentence.start, phrase.sentence.end, self._often)
        return often and not phrase.sentence.of("DATE", "CITY")

    def is_only_weighed(self, phrase: Phrase) -> bool:
        """Whether a meeting is only what somebody finds important, and not told to lie ahead or given a day."""
        if not is_weighed(self._view, phrase.sentence, phrase.start) or self._status.vote(phrase) != "held":
            return False
        return self._dating.day_of(phrase) is None

    def only_dates(self, phrase: Phrase) -> bool:
        """Whether a meeting is named to say when another was: "the ministers met ahead of the summit"."""
        if not (self._wording.is_eve(phrase) or self._wording.is_after(phrase)) or phrase.number:
            return False
        if not phrase.has_noun and self._sittings.sits(phrase):
            return False  # "a day after the ministers had met there"
        after = range(phrase.start, phrase.end + _OWN_DAY)
        if any(i.start in after for i in phrase.sentence.of("DATE", "CITY")):
            return False
        return (self._wording.is_eve(phrase) and phrase.sentence.has(*_TALKS)) or any(
            (p.organization, p.level) != (phrase.organization, phrase.level)
            and (p.specific and not p.weak_level)
            and not (self._wording.is_eve(p) or self._wording.is_after(p))
            and (p.has_noun or self._sittings.meets(p))
            for p in self._wording.phrases(phrase.sentence)
        )

    def is_setting(self, phrase: Phrase, current: Event | None) -> bool:
        """Whether a phrase is of a body like the UN, beside whose Assembly others are told to meet."""
        body = self._known.get(phrase.organization)
        if body is None or not body.setting:
            return False
        others = [p for p in self._wording.phrases(phrase.sentence) if p.start != phrase.start]
        if any(p.organization not in ("", body.id) or p.convention for p in others):
            return True
        return bool(others) and current is not None and current.organization not in ("", body.id)

    def is_beside(self, phrase: Phrase) -> bool:
        """Whether a setting is told after a meeting with a name: "a C5+1 meeting on the sidelines of the Assembly"."""
        earlier = (p for p in self._wording.phrases(phrase.sentence) if p.end <= phrase.start)
        return any(p.label and p.organization != phrase.organization for p in earlier)

    def is_only_setting(self, phrase: Phrase) -> bool:
        """Whether the body of a sentence is the UN or the like, beside which others meet: no body of theirs."""
        body = self._known.get(phrase.organization)
        if body is None or not body.setting:
            return False
        others = (p for p in self._wording.phrases(phrase.sentence) if p.start != phrase.start)
        return any(p.organization == body.id and self._wording.is_margin(p) for p in others)

    def is_institution(self, phrase: Phrase) -> bool:
        """Whether a bare noun is short for an institution of the report: "Congress" where it is that of the US."""
        if phrase.end - phrase.start > 1:
            return False
        stem, lower = self._view.lower[phrase.start][:_STEM], self._view.lower
        bodies = self._view.source.find("INSTITUTION")
        return any(lower[i].startswith(stem) for m in bodies for i in range(m.start, m.end))

    def is_attended(self, phrase: Phrase) -> bool:
        """Whether somebody takes part in a forum that has a place or a day: "X attended a conference in Dushanbe"."""
        cues = phrase.sentence.cue("attend", "chair")
        near = any(0 <= phrase.start - c.end <= _TO_FORUM for c in cues)
        if not near or phrase.sentence.has("wish") or not phrase.sentence.of("PERSON", "TITLE"):
            return False  # "an invitation to the forum in Kazan"
        return self._placing.city_of(phrase) is not None or self._dating.day_of(phrase) is not None
