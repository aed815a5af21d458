"""Verbs of talks: which people of a sentence they bring together, one group for each meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cisner.relations.cast import Cast, persons_of, told_state
from cisner.relations.cues import FoundCue
from cisner.relations.events import Event
from cisner.relations.frame import clause
from cisner.relations.groups import Groups
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.sides import Party, Sides
from cisner.relations.talks import each_alone, of_three

# Verbs by what they need: "meet" any two people, "talk" somebody "with" whom, "converse" and "apart" (alone, face to
# face) the same or two joined subjects, "see" an object right after it.
VERBS = ("call", "meet", "receive", "talk", "converse", "see", "apart")
_TITLES = re.compile(r"(?:R(?:oC|C)?(?:[,&]{1,2}R(?:oC|C)?)*,?|K(?:o[CL])?,?)$")  # of one person
_OF_GROUPS = ("call", "meet", "converse", "apart")
NOUNS = {"talks": "meet", "meeting": "meet", "call": "call"}  # of meetings, with the verbs that tell the same
_MOST_JOINED = 3
_BACK = 2  # sentences from "them" to the talks of those meant
_GAP = 4  # words between joined subjects and their verb
_RELATIVE = 3  # tokens of ", who" before the verb of a relative clause
_REACH = 8  # words before a verb where its object may stand


@dataclass(frozen=True, slots=True)
class Encounter:
    """People who met.

    Attributes:
        cue: The words that tell it.
        people: Who met; the subject first.
        host: Who received the others, or None.
    """

    cue: FoundCue
    people: tuple[int, ...]
    host: int | None = None


@dataclass(slots=True)
class _Part:
    """A verb with the part of the sentence that belongs to it."""

    cue: FoundCue
    start: int
    end: int
    parties: list[Party]

    @property
    def before(self) -> list[Party]:
        return [p for p in self.parties if p.end <= self.cue.start]

    @property
    def after(self) -> list[Party]:
        known = {p.person for p in self.before}
        return [p for p in self.parties if p.start > self.cue.start and p.person not in known]

    @property
    def persons(self) -> set[int]:
        return {p.person for p in self.parties}


_SPOUSE = "role.spouse"  # comes along with somebody


def _is_body(item: Item) -> bool:
    """Whether something that meets is an organ of a body, or a council."""
    return item.mention.label == "ORGAN" or item.mention.norm == "council"


class Encounters:
    """Reads the groups of people that verbs of talks bring together.

    Args:
        view: The document.
        cast: Its people.
        sides: The people of its sentences.
        events: The events so far.
    """

    def __init__(self, view: View, cast: Cast, sides: Sides, events: Sequence[Event]) -> None:
        self._view = view
        self._cast = cast
        self._sides = sides
        self._events = events
        self._talks = view.lexicon.file.talks
        self._groups = Groups(view, cast, events)
        self._pronouns = view.lexicon.file.words.pronoun
        self._subjects = view.lexicon.file.words.subject_pronoun
        self._they = view.lexicon.file.words.they
        self._plural = view.lexicon.file.words.they_alone
        self._them = view.lexicon.file.words.them
        self._relative = view.lexicon.file.words.relative
        self._with = view.lexicon.file.words.with_
        self._negation = view.lexicon.file.words.negation

    def of(self, sentence: Sentence, parties: Sequence[Party]) -> list[Encounter]:
        """The encounters of a sentence; those with people that it only implies, where it tells of no others."""
        parts = self._parts(sentence, parties)
        found: list[Encounter] = []
        subject: int | None = None
        for part in list(parts):
            theirs = self._of_they(sentence, part)
            if theirs is not None:
                parts.remove(part)
                found += theirs
                continue
            subject = self._subject(sentence, part, subject)
            found += self._told(sentence, part)
        if not found:
            found = next((f for p in parts if (f := self._implied(sentence, p))), [])
        calls = [p.cue for p in parts if p.cue.type == "call"]
        if len(found) == 1 and calls and found[0].cue.type in ("talk", "converse"):
            return [Encounter(calls[0], found[0].people)]  # "X telephoned as well: he spoke with Y"
        return found or self._of_noun(sentence)

    def of_them(self, sentence: Sentence) -> list[Encounter]:
        """As in "They had met in Beijing in May", "a talk between the two": people of the sentences before."""
        if not sentence.index:
            return []
        words, between = self._view.lower, self._talks.between
        for cue in self._cues(sentence):
            if cue.type not in _OF_GROUPS:
                continue
            left = clause(self._view, sentence, cue.start)[0]
            people = self._groups.before(sentence, max(left, cue.start - _REACH), cue.start)
            if not people and words[cue.end - 1] in between:
                people = self._groups.before(sentence, cue.end, min(sentence.end - 1, cue.end + _GAP))
            if people:
                return [Encounter(cue, people)]
        return self._of_noun(sentence)

    def _of_noun(self, sentence: Sentence) -> list[Encounter]:
        """As in "the meeting of the two presidents", "their last talks"."""
        words = self._view.lower
        for noun in sentence.of("MEETING"):
            if noun.mention.norm not in NOUNS or sentence.has("not_held"):
                continue
            whose = range(max(sentence.start, noun.start - _GAP), min(sentence.end, noun.end + 1))
            people = self._groups.before(sentence, noun.end, min(sentence.end - 1, noun.end + _GAP), numbered=True)
            if not people and any(words[i] in self._talks.theirs for i in whose):
                people = self._groups.of_pronoun(sentence)
            if people:
                return [Encounter(FoundCue(noun.start, noun.end, NOUNS[noun.mention.norm], noun.mention.rule), people)]
        return []

    def _of_they(self, sentence: Sentence, part: _Part) -> list[Encounter] | None:
        """As in "before they met, X spoke of": those told of before, not X; None where the verb has no such subject."""
        subject = self._view.lower[part.cue.start - 1]
        if subject not in self._plural or part.cue.type not in _OF_GROUPS or any(p.link for p in part.after):
            return None
        people = self._groups.of_pronoun(sentence)
        return [Encounter(part.cue, people)] if people else []

    def _subject(self, sentence: Sentence, part: _Part, inherited: int | None) -> int | None:
        """The subject of a part; one that only a pronoun or the part before names is put before its verb."""
        free = [p for p in part.before if p.free]
        if free:
            return ([p for p in free if p.case != "obl"] or free)[-1].person
        words = self._view.lower[part.start : part.cue.start]
        pronoun = (words[-1:] and words[-1] in self._pronouns) or any(w in self._subjects for w in words)
        if self._sides.told_before(sentence, part.start, part.cue.start) is not None:
            return inherited
        if pronoun and inherited is None:
            inherited = self._sides.meant(sentence, part.start, part.cue.start)
            if inherited is None:
                inherited = self._sides.protagonist(part.cue.type)
        own = any(p.case == "nom" for p in part.after) and not pronoun
        if inherited is not None and part.parties and inherited not in part.persons and not own:
            part.parties.insert(0, Party(part.cue.start, part.cue.start, inherited))
        return inherited

    # -- the parts of a sentence --

    def _parts(self, sentence: Sentence, parties: Sequence[Party]) -> list[_Part]:
        cues = self._cues(sentence)
        out: list[_Part] = []
        verbs = [c for c in cues if c.type != "apart"]
        for cue in cues:
            left, right = clause(self._view, sentence, cue.start)
            with_after = self._with & set(self._view.lower[right + 1 : right + 4])
            told = any(cue.end <= p.start < right for p in parties)
            if self._view.words[right : right + 1] == [":"] and (with_after or not told):
                right = clause(self._view, sentence, right + 1)[1]  # "две встречи: с X и с Y"
            earlier = [c.end for c in verbs if left < c.end <= cue.start] if cue in verbs else []
            later = [c.start for c in verbs if cue.end <= c.start < right] if cue in verbs else []
            if earlier:
                left = self._boundary(earlier[-1], cue.start, left)
            if later:
                right = self._boundary(cue.end, later[0], right)
            inside = [p for p in parties if left <= p.start < right and not self._replaced(sentence, p)]
            inside = [p for p in inside if not self._sides.only_said(sentence, p.person)]
            named = {n.person: n.item.start for n in self._cast.by_sentence[sentence.index]}
            inside = [p for p in inside if p.start >= cue.start or named.get(p.person, -1) in range(-1, p.start + 1)]
            out.append(_Part(cue, left, right, inside))
        return out

    def _cues(self, sentence: Sentence) -> list[FoundCue]:
        """The verbs of talks that stand, without those inside longer ones or denied; calls go before meetings."""
        found = [c for c in sentence.cue(*VERBS) if not self._denied(sentence, c) and not self._of_others(sentence, c)]
        calls = {clause(self._view, sentence, c.start) for c in found if c.type == "call"}
        kept: list[FoundCue] = []
        nouns = {i.end for i in sentence.of("MEETING")}
        for cue in found:
            if cue.rule == "cue.received_by" and cue.start in nouns:
                continue  # "the meeting was hosted by": a thing
            if cue.type != "call" and clause(self._view, sentence, cue.start) in calls:
                continue
            if kept and cue.start < kept[-1].end:
                if cue.end <= kept[-1].end or kept[-1].type == "call":
                    continue
                cue = FoundCue(kept.pop().start, cue.end, cue.type, cue.rule)
            kept.append(cue)
        return kept

    def _denied(self, sentence: Sentence, cue: FoundCue) -> bool:
        left, right = clause(self._view, sentence, cue.start)
        if any(c.type == "not_held" and left <= c.start < right for c in sentence.cues):
            return True
        if any(w.startswith(self._talks.audiences) for w in self._view.lower[cue.end : min(cue.end + 2, right)]):
            return True  # "at a meeting with reporters"
        return bool(self._negation & set(self._view.lower[max(sentence.start, cue.start - 1) : cue.start]))

    def _of_others(self, sentence: Sentence, cue: FoundCue) -> bool:
        """Whether others than the people meet: a body, or officials: "the foreign ministers, who will meet"."""
        if self._of_body(sentence, cue):
            return True
        group = next((i for i in sentence.of("TITLE") if i.symbol == "Q" and 0 < cue.start - i.end <= _RELATIVE), None)
        if group is None or self._view.lower[group.end] != ",":
            return False
        named = any(r.item is group for r in self._cast.references[sentence.index])
        return not named and self._view.lower[group.end + 1].startswith(self._talks.who)

    def _of_body(self, sentence: Sentence, cue: FoundCue) -> bool:
        """As in "In the presence of X the Council met", "The commission on trade met in Minsk under X and Y"."""
        left, right = clause(self._view, sentence, cue.start)
        before = [i for i in sentence.items if left <= i.start and i.end <= cue.start]
        if not before or not _is_body(before[-1]):
            return False
        if before[-1].end == cue.start:
            return True
        if any(left <= start < cue.start for start, _, _ in persons_of(self._cast, sentence)):
            return False
        if any(
            i.symbol == "P" and cue.end <= i.start < right and i.mention.attributes.get("case") == "nom"
            for i in sentence.items
        ):
            return False
        return "," not in self._view.words[before[-1].end : cue.start] and not self._is_occasion(before)

    def _is_occasion(self, items: Sequence[Item]) -> bool:
        """Whether a body is only where or when something happens: "After the council of the CIS they met"."""
        first = next(n for n in range(len(items)) if all(i.symbol in "MOQAC" for i in items[n:]))
        before = self._view.lower[max(0, items[first].start - _GAP) : items[first].start]
        return any(w in self._view.lexicon.file.words.occasion for w in before)

    def _boundary(self, start: int, end: int, default: int) -> int:
        """Where the part of one verb ends and that of the next begins: at the last comma or "and" between them."""
        joins = self._talks.joins
        return next((i for i in range(end - 1, start - 1, -1) if self._view.lower[i] in joins), default)

    def _replaced(self, sentence: Sentence, party: Party) -> bool:
        """Whether somebody else acts for a person: "accepted them on behalf of President X"."""
        left = next((i.start for i in sentence.items if i.symbol in "RQ" and i.end == party.start), party.start)
        return any(0 <= left - c.end <= 1 for c in sentence.cue("substitute"))

    # -- people that a part names --

    def _told(self, sentence: Sentence, part: _Part) -> list[Encounter]:
        if part.cue.type == "receive":
            return self._received(sentence, part)
        if part.cue.type in ("talk", "converse", "apart"):
            return self._talked(sentence, part)
        return self._saw(sentence, part) if part.cue.type == "see" else self._met(sentence, part)

    def _implied(self, sentence: Sentence, part: _Part) -> list[Encounter]:
        """The encounters of the one person of a part with somebody whom the report names before."""
        if not part.parties or part.cue.type == "apart":
            return []
        each = self._each(sentence, part)
        if each:
            return each
        partner = next((p for p in part.parties if p.link in ("with", "for")), part.parties[0])
        if any(p.person != partner.person and p.case != "obl" and p.link != "with" for p in part.parties):
            return []
        them = self._with_them(sentence, part)
        if them:
            return them
        words = self._view.lower[partner.end : part.cue.start]
        if not self._they.isdisjoint(words[-_GAP:]) and not self._relative.isdisjoint(words):
            return []  # "X, at whose request they met"
        if part.cue.type in ("talk", "converse") and partner.link not in ("with", "for"):
            return []
        if part.cue.type == "see" and not self._directly(part.cue, partner):
            return []
        if part.cue.rule == "cue.received_by" and not part.after:
            return []  # "the initiatives that were adopted": a thing
        if self._of_group(sentence, part.start, partner.start):
            return []
        subject = self._sides.meant(sentence, part.start, part.end)
        hosts = part.cue.type == "receive" and self._host(part) is not None
        if subject is None and not hosts:
            subject = self._sides.protagonist(part.cue.type)
        if subject is None and part.cue.type == "call":
            subject = self._sides.just_met(sentence)  # "It was Y who was on the line on Monday"
        if subject is None and partner.link == "with":
            subject = self._sides.subject_before(sentence)
        if subject is None or subject == partner.person:
            return []
        partners = [p for p in part.parties if p is partner or (p.link == partner.link == "with")]
        part.parties[:] = [Party(part.cue.start, part.cue.start, subject), *partners]
        return self._told(sentence, part)

    @staticmethod
    def _of_group(sentence: Sentence, start: int, end: int) -> bool:
        """Whether officials without names are a side: "the premiers met with President X"."""
        return any(i.symbol == "Q" and start <= i.start < end for i in sentence.items)

    def _with_them(self, sentence: Sentence, part: _Part) -> list[Encounter]:
        """As in "X is to see them, too": those whose talks were told of just before, at one table with X."""
        after = self._view.lower[part.cue.start : min(part.cue.end + 2, sentence.end)]
        if len(part.parties) != 1 or part.cue.start < part.parties[0].end or self._them.isdisjoint(after):
            return []
        told = [e for e in self._events if len(e.pair) == 2 and e.kind == "talks" and e.sentences]
        last = told[-1] if told and max(told[-1].sentences) >= sentence.index - _BACK else None
        subject = part.parties[0].person
        if last is None or subject in last.pair:
            return []
        return [Encounter(part.cue, (subject, *sorted(last.pair)), subject if part.cue.type == "receive" else None)]

    # -- kinds of verbs --

    def _received(self, sentence: Sentence, part: _Part) -> list[Encounter]:
        led = self._delegation(part)
        if led is not None:
            return [led]
        several = self._received_by_several(sentence, part)
        if several is not None:
            return [several]
        host = self._host(part)
        if host is None:
            return []
        guests = [p for p in part.parties if p.person != host.person and (p.case != "nom" or p.start < host.start)]
        if len([p for p in guests if p.case == "nom"]) > 1:
            return []
        if not guests:
            return self._both_received(sentence, part, host.person) or self._each(sentence, part)
        if self._reception(sentence, part, guests) or self._thing(sentence, part, guests[0]):
            return []
        people = list(dict.fromkeys(p.person for p in guests))
        together = (len(people) > 2 and self._one_list(sentence, people)) or sentence.has("credentials")
        at_once = self._all_at_once(part) or (
            part.cue.rule == "cue.received_by" and not each_alone(self._view, sentence, sentence.end)
        )
        groups = [people] if together or (len(people) > 1 and at_once) else [[p] for p in people]
        met = [(host.person, *g) for g in groups]
        return [Encounter(part.cue, m, host.person) for m in met if self._two_sides(m)]

    def _received_by_several(self, sentence: Sentence, part: _Part) -> Encounter | None:
        """As in «X принимали президент Y и премьер Z»: the subjects after the verb are of one state."""
        hosts = [p for p in part.after if p.case == "nom"]
        joined = self._sides.joined_before(sentence, hosts)
        if len(joined) < 2 or len(joined) != len(hosts) or self._two_sides(joined):
            return None
        if self._thing(sentence, part, hosts[0]):
            return None
        guests = list(dict.fromkeys(p.person for p in part.parties if p not in hosts))
        meant = self._sides.meant(sentence, part.start, hosts[0].start) if not guests else None
        guests = guests if meant is None else [meant]
        met = (joined[0], *guests, *joined[1:])
        return Encounter(part.cue, met, joined[0]) if len(guests) == 1 and self._two_sides(met) else None

    def _host(self, part: _Part) -> Party | None:
        """Who receives: after "by", in the nominative, else before the verb."""
        by = [p for p in part.after if p.link == "by" or part.cue.rule == "cue.received_by"]
        nominative = [p for p in part.parties if p.case == "nom"]
        if by or len(nominative) == 1:
            return (by or nominative)[0]
        if self._view.lower[part.cue.start - 1] in self._pronouns - self._subjects and nominative:
            return nominative[-1]  # "его принимал X"
        free = [p for p in part.before if p.free]
        if free:
            return free[-1]
        return part.after[-1] if len({p.person for p in part.after}) == 2 and not part.before else None

    def _both_received(self, sentence: Sentence, part: _Part, host: int) -> list[Encounter]:
        """As in "X received the two guests together": at one table; "X received both": one by one."""
        after = range(part.cue.end, min(sentence.end - 1, part.cue.end + _REACH))
        guests = self._groups.before(sentence, after.start, after.stop, but=host, numbered=True)
        if not guests:
            return []
        each = self._talks.each & set(self._view.lower[after.start : after.stop]) and not self._all_at_once(part)
        return [Encounter(part.cue, (host, *g), host) for g in ([(g,) for g in guests] if each else [guests])]

    def _each(self, sentence: Sentence, part: _Part) -> list[Encounter]:
        """As in "X received each of the two"."""
        if not part.parties:
            return []
        host = part.parties[-1].person
        others = self._sides.each_of(part.cue.end, min(sentence.end, part.cue.end + _GAP), host)
        return [Encounter(part.cue, (host, p), host if part.cue.type == "receive" else None) for p in others]

    def _talked(self, sentence: Sentence, part: _Part) -> list[Encounter]:
        """Somebody with somebody, or two or three joined before the verb."""
        partners = [p for p in part.parties if p.link == "with"] or [p for p in part.parties if p.link == "for"]
        owners = [p for p in part.parties if p.link == "of"]
        others = [p for p in part.parties if p.free and p.case != "obl" and p not in owners] or owners
        if not partners and others is not owners:
            partners = owners
        free = [p for p in others if p.end <= part.cue.start] or others
        if partners and free:
            return self._pairs(part, free[-1].person, [p.person for p in partners])
        if part.cue.type == "talk" and not self._for_hours(part):
            return []
        joined = self._sides.joined_before(sentence, part.before)
        near = part.cue.type == "apart" or (bool(part.before) and self._gap(part) <= _GAP)
        if not part.before and part.after and (part.after[0].case == "nom" or part.after[0].link == "by"):
            joined, near = self._sides.joined_before(sentence, part.after), True  # «беседовали X и Y»
        if near and 2 <= len(joined) <= _MOST_JOINED and self._two_sides(joined):
            return [Encounter(part.cue, tuple(joined))]
        return []

    def _for_hours(self, part: _Part) -> bool:
        """Whether a verb of speaking or sitting lasts: "X and Y spoke for two hours"."""
        return any(w.startswith(self._talks.duration) for w in self._view.lower[part.start : part.end])

    def _gap(self, part: _Part) -> int:
        """Words between the last subject and its verb, without an insertion between commas."""
        start, end = part.before[-1].end, part.cue.start
        if self._view.lower[start] == ",":
            closing = next((i for i in range(end - 1, start, -1) if self._view.lower[i] == ","), start)
            start = closing + 1
        return end - start

    def _saw(self, sentence: Sentence, part: _Part) -> list[Encounter]:
        """Somebody saw or visited somebody, named right after the verb."""
        free = [p for p in part.before if p.free]
        objects = [p for p in part.parties if p.end > part.cue.start and p.person not in {f.person for f in free}]
        if not free or not objects or not self._directly(part.cue, objects[0]):
            return []
        if part.cue.rule == "cue.saw" and not told_state(self._cast.people[objects[0].person]):
            return []  # "spoke to X": a reporter
        within = objects[0].end < part.cue.end  # "had X as his guest"
        if not within and self._talks.purpose & set(self._view.lower[objects[0].end : objects[0].end + 1]):
            return []
        host = {"cue.visited": objects[0].person, "cue.entertained": free[-1].person}.get(part.cue.rule)
        subjects = self._sides.joined_before(sentence, free)
        seen = list(dict.fromkeys(p.person for p in objects))
        together = len(seen) > 1 and (self._all_at_once(part) or of_three(self._view, part.start, part.end))
        brought = not within and self._view.lower[part.cue.end - 1] in self._talks.at_once
        if brought or (together and len(seen) >= _MOST_JOINED):
            return []  # "it brought together": a session
        if (len(subjects) > 1 and len(seen) == 1) or (together and self._two_sides(seen)):
            return [Encounter(part.cue, tuple(dict.fromkeys((*subjects, *seen))), host)]
        pairs = self._pairs(part, free[-1].person, seen)
        return [Encounter(e.cue, e.people, host) for e in pairs]

    def _met(self, sentence: Sentence, part: _Part) -> list[Encounter]:
        before, after = part.before, part.after
        before = [p for p in before if p.case != "obl" and p.free] or before
        guests = list(dict.fromkeys(p.person for p in after))
        if (
            part.cue.type == "meet"
            and len(guests) > 2
            and self._session_on()
            and not each_alone(self._view, sentence, sentence.end)
        ):
            return []
        subjects = self._sides.joined_before(sentence, before)
        if len(guests) == 1 and len(subjects) > 1:
            return [Encounter(part.cue, (*subjects, *guests))]
        everyone = list(dict.fromkeys(p.person for p in part.parties))
        if part.cue.type != "call" and len(everyone) > 2 and self._at_one_table(sentence, part, guests):
            return [Encounter(part.cue, tuple(everyone))]
        if len(before) == 1 and before[0].link == "with" and len(guests) > 1 and self._one_list(sentence, guests):
            return [Encounter(part.cue, (before[0].person, *guests))]  # "С X встретились министры пяти стран: …"
        both = self._sides.told_before(sentence, part.start, part.cue.start) if after and not before else None
        if both is not None:
            return [Encounter(part.cue, (min(both), *(both - {min(both)}), *guests))]
        if len(everyone) < 2 or (not part.before and all(p.link == "with" for p in part.after)):
            return []  # "беседы с X и Y": of somebody told before
        if not before or not after:
            return self._on_one_side(part, everyone)
        return self._pairs(part, before[-1].person, guests)

    def _on_one_side(self, part: _Part, people: Sequence[int]) -> list[Encounter]:
        """People who all stand before the verb or all after it."""
        if part.after and part.cue.type != "call" and len(people) == _MOST_JOINED:
            # "В отдельных встречах с A, B он …": the first is the one who meets the others
            return self._pairs(part, people[0], people[1:])
        if len(people) > _MOST_JOINED or not self._two_sides(people):
            return []
        return [Encounter(part.cue, tuple(people))]

    def _pairs(self, part: _Part, subject: int, others: Sequence[int]) -> list[Encounter]:
        unique = [o for o in dict.fromkeys(others) if o != subject]
        return [Encounter(part.cue, (subject, o)) for o in unique if self._two_sides((subject, o))]

    # -- what the words around say --

    def _directly(self, cue: FoundCue, party: Party) -> bool:
        """Whether somebody is named right after a verb or within it, but for a title and a word or two."""
        if (party.link and not self._sides.links_itself(cue.end - 1)) or party.case == "nom":
            return False
        sentence = next(s for s in self._view.sentences if s.start <= cue.start < s.end)
        known = {t for i in sentence.items for t in range(i.start, i.end)}
        words, first = self._view.lower, self._named_from(sentence, party)
        gap = [t for t in range(cue.end, first) if t not in known and words[t][:1].isalpha()]
        return not gap or (len(gap) == 1 and "," not in words[cue.end : first])

    def _reception(self, sentence: Sentence, part: _Part, guests: Sequence[Party]) -> bool:
        """Whether somebody received the participants of a session, rather than each of them for talks."""
        if each_alone(self._view, sentence, sentence.end) or not part.after or part.cue.rule == "cue.received_by":
            return False
        if "," in self._view.words[part.cue.end : self._named_from(sentence, part.after[0])]:
            return True
        return self._session_on() and len({p.person for p in guests}) >= 2 and not self._all_at_once(part)

    @staticmethod
    def _named_from(sentence: Sentence, party: Party) -> int:
        """The first token of the titles that lead to a name."""
        name = next((i for i in sentence.items if i.start == party.start), None)
        if name is None:
            return party.start
        titles = _TITLES.search(sentence.symbols, 0, name.position)
        return sentence.at[titles.start()].start if titles else name.start

    def _delegation(self, part: _Part) -> Encounter | None:
        """As in "received a delegation led by X": talks with the one who leads it."""
        lower, talks = self._view.lower, self._talks
        near = range(part.start, min(part.end, part.cue.end + _REACH))
        at = next((i for i in near if lower[i].startswith(talks.delegation)), None)
        leader = next((p for p in part.parties if at is not None and p.start > at), None)
        if at is None or leader is None or any(w.startswith(talks.arrival) for w in lower[part.start : part.end]):
            return None
        if any(w.startswith(talks.things) for w in lower[part.cue.end : at]):
            return None
        told = " ".join((*lower[at + 1 : leader.start], *lower[leader.end : leader.end + 2]))
        if not any(f" {phrase}" in f" {told}" for phrase in talks.led):
            return None
        others = {p.person for p in part.parties} - {leader.person}
        if len(others) != 1 or not self._two_sides((leader.person, host := others.pop())):
            return None
        return Encounter(part.cue, (host, leader.person), host)

    def _thing(self, sentence: Sentence, part: _Part, guest: Party) -> bool:
        """Whether what was received is a thing ("an invitation from X"), or somebody at the airport."""
        lower = self._view.lower
        if any(w.startswith(self._talks.arrival) for w in lower[sentence.start : part.end]):
            return True
        around = range(max(part.start, part.cue.start - _REACH), max(guest.start, part.cue.end + _GAP))
        own = range(guest.start, guest.end)  # "the delegation" of somebody named before
        return any(lower[i].startswith(self._talks.things) for i in around if i < len(lower) and i not in own)

    def _session_on(self) -> bool:
        """Whether the report has told of a session or summit that is on."""
        return any(not e.personal and e.status() == "held" for e in self._events)

    def _at_one_table(self, sentence: Sentence, part: _Part, guests: Sequence[int]) -> bool:
        """Whether talks are of three sides, as is said or follows from somebody else being their host."""
        if of_three(self._view, part.start, part.end) or sentence.has("credentials"):
            return True
        if len(guests) == 2 and self._one_list(sentence, guests) and of_three(self._view, 0, len(self._view.lower)):
            return True
        received = {c.start for c in sentence.cue("receive")}
        hosts = [c for c in sentence.cue("host") if c.start not in received]
        return bool(part.after) and any(c.start >= part.after[0].end for c in hosts)

    def _all_at_once(self, part: _Part) -> bool:
        words = self._view.lower[part.start : part.end]
        return any(w in self._talks.at_once for w in words) or any(t in " ".join(words) for t in self._talks.one_table)

    def _one_list(self, sentence: Sentence, people: Sequence[int]) -> bool:
        """Whether people stand under one plural title: "принял лидеров пяти республик – X, Y и Z"."""
        lists = {n.in_list for n in self._cast.by_sentence[sentence.index] if n.person in people}
        return len(lists) == 1 and lists != {-1}

    def _two_sides(self, group: Sequence[int]) -> bool:
        people = [self._cast.people[p] for p in dict.fromkeys(group)]
        people = [p for p in people if not (p.main and p.main.title and p.main.title.rule == _SPOUSE)]
        states = {told_state(p) for p in people}
        return len(people) > 1 and (len(states) > 1 or "" in states)
