"""The encounters of a sentence, with the people whom it leaves to the ones before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cisner.relations.cast import Cast
from cisner.relations.cues import FoundCue
from cisner.relations.dating import Dating
from cisner.relations.encounters.model import MOST_JOINED, NOUNS, Encounter, Part
from cisner.relations.encounters.parts import Parts
from cisner.relations.encounters.receiving import Receiving
from cisner.relations.encounters.sequel import sequels, with_sequels
from cisner.relations.encounters.together import OneTable
from cisner.relations.encounters.verbs import Verbs
from cisner.relations.events import Event
from cisner.relations.frame import clause
from cisner.relations.groups import Groups
from cisner.relations.numbers import number_at
from cisner.relations.officials import plural_title
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.sides import Party, Sides

_HOSTED = "cue.entertained"
_TALKS = ("talks", "meeting")
_SUBJECT = ("nom", "any")
_TWO = 2
_OF_GROUPS = ("call", "meet", "converse", "apart")
_BACK = 2  # sentences from "them" to the talks of those meant
_ADVERBS = 2  # words of "they had already informally met"
_TO_NOUN = 2  # words of "hosted a trilateral meeting"
_TO_NUMBER = 2  # words between an ordinal number and a noun
_TO_PARTNER = 12  # tokens from a verb to "with him", with what was discussed
_TO_PRONOUN = 2  # words of "with him" after a verb
_NEAR = 4  # words from a verb or noun to the word for those who met
_REACH = 14  # words before a verb where the word for those who met may stand


class Encounters:
    """Reads the groups of people that verbs of talks bring together.

    Args:
        view: The document.
        cast: Its people.
        dating: The days of its meetings.
        sides: The people of its sentences.
        events: The events so far.
    """

    def __init__(self, view: View, cast: Cast, dating: Dating, sides: Sides, events: Sequence[Event]) -> None:
        words = view.lexicon.file.words
        self._view = view
        self._sides = sides
        self._events = events
        self._talks = view.lexicon.file.talks
        self._pronouns = words.pronoun
        self._subjects = words.subject_pronoun
        self._whom = words.pronoun - words.subject_pronoun - words.possessive_pronoun
        self._with = words.with_
        self._of = words.of_state - words.the
        self._they = words.they
        self._plural = words.they_alone
        self._them = words.them
        self._possessive = view.lexicon.file.role_frame.possessive
        self._relative = words.relative
        self._groups = Groups(view, cast, events)
        self._parts = Parts(view, cast, sides)
        self._table = table = OneTable(view, cast, dating, events)
        self._receiving = Receiving(view, sides, table, self._groups)
        self._verbs = Verbs(view, cast, sides, table, self._receiving)

    def of(self, sentence: Sentence, parties: Sequence[Party]) -> list[Encounter]:
        """The encounters of a sentence; those with people that it only implies, where it tells of no others."""
        later = sequels(self._view, sentence, parties)
        parts = self._parts.of(sentence, [p for p in parties if p.start not in later])
        found: list[Encounter] = []
        subject: int | None = None
        for part in list(parts):
            theirs = self._of_they(sentence, part)
            if theirs is not None:
                parts.remove(part)
                found += theirs
                continue
            subject = subject if part.whole else self._subject(sentence, part, subject)
            told = self._verbs.told(sentence, part)
            host = self._hosted_by(sentence, part, parties) if part.whole and len(told) == 1 else None
            found += told if host is None else [Encounter(part.cue, (host, *told[0].people), host)]
        if not found:
            found = next((f for p in parts if (f := self._implied(sentence, p))), [])
        found = with_sequels(self._table, parties, later, found) if later else found
        if not found and sentence.index:  # "The two leaders talked; it was the first time since X took office"
            found = self._of_group_told(sentence, (p.cue for p in parts if not p.parties))
        calls = [p.cue for p in parts if p.cue.type == "call"]
        if len(found) == 1 and calls and found[0].cue.type in ("talk", "converse"):
            return [Encounter(calls[0], found[0].people)]  # "X telephoned as well: he spoke with Y"
        return found or self._of_noun(sentence)

    @staticmethod
    def _hosted_by(sentence: Sentence, part: Part, parties: Sequence[Party]) -> int | None:
        """Who is the host of others' talks and takes part: "X hosted a meeting between Y and Z"."""
        hosts = [c.start for c in sentence.cue("see") if c.rule == _HOSTED and 0 <= part.cue.start - c.end <= _TO_NOUN]
        before = [p for p in parties if hosts and p.end <= hosts[-1] and p.free and p.person not in part.persons]
        return before[-1].person if before else None

    def of_them(self, sentence: Sentence) -> list[Encounter]:
        """As in "They had met in Beijing in May", "a talk between the two": people of the sentences before."""
        if not sentence.index:
            return []
        return self._of_group_told(sentence, self._parts.cues(sentence)) or self._of_noun(sentence)

    def _of_group_told(self, sentence: Sentence, cues: Iterable[FoundCue]) -> list[Encounter]:
        """The people of the sentences before who are the side of a verb."""
        words, between = self._view.lower, self._talks.between
        for cue in cues:
            if cue.type == "receive" and (received := self._receiving.by_pronoun(sentence, cue)):
                return received
            if cue.type not in _OF_GROUPS:
                continue
            each = self._with_each(sentence, cue)
            if each:
                return each
            left = clause(self._view, sentence, cue.start)[0]
            people = self._groups.before(sentence, max(left, cue.start - _REACH), cue.start)
            if not people and words[cue.end - 1] in between:
                people = self._groups.before(sentence, cue.end, min(sentence.end - 1, cue.end + _NEAR))
            if people:
                return [Encounter(cue, people)]
        return []

    def _with_each(self, sentence: Sentence, cue: FoundCue) -> list[Encounter]:
        """As in "He had a talk with each of the two": one after the other."""
        words = self._view.lower
        near = range(cue.start, min(cue.end + _NEAR, sentence.end - 1))
        at = next((i for i in near if words[i] in self._with and words[i + 1] in self._talks.each), None)
        subject = None if at is None else self._sides.meant(sentence, max(sentence.start, cue.start - _NEAR), cue.end)
        if at is None or subject is None:
            return []
        others = self._sides.each_of(at, at + _TWO, subject)
        return [Encounter(cue, (subject, o)) for o in others if self._table.two_sides((subject, o))]

    def _of_noun(self, sentence: Sentence) -> list[Encounter]:
        """As in "the meeting of the two presidents", "their last talks"."""
        words = self._view.lower
        session = any(e.organization and not e.personal for e in self._events)
        for noun in sentence.of("MEETING"):
            if noun.mention.norm not in NOUNS or sentence.has("not_held"):
                continue
            if number_at(self._view, max(sentence.start, noun.start - _TO_NUMBER), noun.start, noun.start):
                continue  # "the 7th Consultative Meeting of the Heads of State": of a row
            whose = range(max(sentence.start, noun.start - _NEAR), min(sentence.end, noun.end + 1))
            last = min(sentence.end - 1, noun.end + _NEAR)
            people = self._groups.before(sentence, noun.end, last, numbered=session)
            if not people and any(words[i] in self._talks.theirs for i in whose) and not _others(sentence, noun.start):
                people = self._groups.of_pronoun(sentence)
            if people:
                return [Encounter(FoundCue(noun.start, noun.end, NOUNS[noun.mention.norm], noun.mention.rule), people)]
        return []

    def over(self, sentence: Sentence, parties: Sequence[Party]) -> list[Encounter]:
        """As in "After their talks in Astana X and Y spoke to the press": those joined after a noun for talks."""
        joined = self._sides.joined_before(sentence, [p for p in parties if p.free])
        if not _TWO <= len(joined) <= MOST_JOINED or not self._table.two_sides(joined):
            return []
        first = min(p.start for p in parties if p.person in joined)
        session = any(e.organization and not e.personal for e in self._events)
        for noun in sentence.of("MEETING"):
            if noun.mention.norm not in _TALKS or noun.end > first:
                continue
            if self._of_others(sentence, noun, first):
                continue
            before = self._view.lower[max(sentence.start, noun.start - _NEAR) : noun.start]
            owned = any(w in self._talks.theirs for w in before)
            if not self._talks.once.isdisjoint(before) and (owned or not session):
                cue = FoundCue(noun.start, noun.end, NOUNS[noun.mention.norm], noun.mention.rule)
                return [Encounter(cue, tuple(joined))]
        return []

    def _of_others(self, sentence: Sentence, noun: Item, end: int) -> bool:
        """Whether a noun is said to be of others: "the talks with B", "the meeting of the premiers"."""
        between = [i for i in sentence.items if noun.end <= i.start < end]
        beside = self._view.lower[noun.end]
        if beside in self._with or beside in self._of or any(i.symbol in "OMK" for i in between):
            return True
        return any(i.start == noun.end and i.symbol in "QR" and i.mention.cases.isdisjoint(_SUBJECT) for i in between)

    def _of_they(self, sentence: Sentence, part: Part) -> list[Encounter] | None:
        """As in "before they met, X spoke of": those told of before, not X; None where the verb has no such subject."""
        if part.cue.type not in _OF_GROUPS or any(p.link for p in part.after):
            return None
        adverbs = range(max(sentence.start, part.cue.start - 1 - _ADVERBS), part.cue.start)
        subject = next((i for i in reversed(adverbs) if self._view.lower[i] in self._plural), None)
        between = range(part.cue.start if subject is None else subject + 1, part.cue.start)
        told = any(i.start in between for i in sentence.items)
        if subject is None or told or not all(self._view.lower[i].isalpha() for i in between):
            return None
        people = self._groups.of_pronoun(sentence)
        return [Encounter(part.cue, people)] if people else []

    def _subject(self, sentence: Sentence, part: Part, inherited: int | None) -> int | None:
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

    def _implied(self, sentence: Sentence, part: Part) -> list[Encounter]:
        """The encounters of the one person of a part with somebody whom the report names before."""
        if not part.parties or part.cue.type in ("apart", "awaits"):
            return []
        each = self._receiving.each(sentence, part)
        if each:
            return each
        theirs = self._joined_with_him(sentence, part)
        if theirs:
            return theirs
        partner = next((p for p in part.parties if p.link in ("with", "for")), part.parties[0])
        if any(p.person != partner.person and p.case != "obl" and p.link != "with" for p in part.parties):
            return []
        them = self._with_them(sentence, part)
        if them:
            return them
        words = self._view.lower[partner.end : part.cue.start]
        if not self._they.isdisjoint(words[-_NEAR:]) and not self._relative.isdisjoint(words):
            return []  # "X, at whose request they met"
        if part.cue.type in ("talk", "converse") and partner.link not in ("with", "for"):
            return self._talked_with_him(sentence, part, partner) if part.cue.type == "converse" else []
        if part.cue.type == "see":
            him = self._saw_him(sentence, part, partner)
            if him or not self._verbs.directly(part.cue, partner):
                return him
        if part.cue.rule == "cue.received_by" and not part.after:
            return []  # "the initiatives that were adopted": a thing
        if self._of_group(sentence, part.start, partner.start):
            return []
        subject = self._who_else(sentence, part, partner)
        alone = len(part.persons) == 1 and not sentence.formats  # not "the talks went on with ministers X and Y"
        if subject is not None and subject not in part.persons and alone:
            if not self._table.two_sides((subject, partner.person)):
                subject = self._sides.across(sentence, subject)  # "President X received Z. Then he met Speaker Y"
        if subject is None or subject == partner.person:
            return []
        partners = [p for p in part.parties if p is partner or (p.link == partner.link == "with")]
        part.parties[:] = [Party(part.cue.start, part.cue.start, subject), *partners]
        return self._verbs.told(sentence, part)

    def _joined_with_him(self, sentence: Sentence, part: Part) -> list[Encounter]:
        """As in "X and Y met with him": two of one state, each with somebody told of before."""
        end = part.cue.end
        joined = self._sides.joined_before(sentence, [p for p in part.before if p.free])
        if part.cue.type not in _OF_GROUPS or len(joined) < _TWO or set(joined) != part.persons:
            return []
        him = (self._pronouns - self._subjects).intersection(self._view.lower[end : end + _TO_PRONOUN])
        if not him or self._table.two_sides(joined):
            return []
        other = self._sides.another(sentence, part.start, joined[0])
        if other is None or other in joined:
            return []
        return [Encounter(part.cue, (other, p)) for p in joined if self._table.two_sides((other, p))]

    def _saw_him(self, sentence: Sentence, part: Part, partner: Party) -> list[Encounter]:
        """As in "Y came to see him": a pronoun right after the verb, for somebody told of before."""
        end = part.cue.end
        subject = (
            partner.end <= part.cue.start and partner.free and self._view.lower[partner.end] not in self._possessive
        )
        if not subject or not (self._pronouns - self._subjects).intersection(self._view.lower[end : end + 1]):
            return []
        seen = self._sides.another(sentence, part.cue.start, partner.person)
        if seen is None:
            return []
        part.parties[:] = [partner, Party(end, end + 1, seen)]
        return self._verbs.told(sentence, part)

    def _talked_with_him(self, sentence: Sentence, part: Part, partner: Party) -> list[Encounter]:
        """As in "Y talked with him in private": a pronoun after "with", for somebody told of before."""
        words, start = self._view.lower, part.cue.start
        if partner.end > start or not partner.free or partner.case == "obl":
            return []
        near = range(start + 1, min(part.cue.end + _TO_PARTNER, part.end))  # "discussed trade and transit with him"
        if not any(words[i] in self._whom and words[i - 1] in self._with for i in near):
            return []
        other = self._sides.another(sentence, start, partner.person)
        if other is None or not self._table.two_sides([partner.person, other]):
            return []
        return [Encounter(part.cue, (partner.person, other))]

    def _who_else(self, sentence: Sentence, part: Part, partner: Party) -> int | None:
        """Whom a sentence leaves to the ones before: who met the one whom it names."""
        subject = self._sides.meant(sentence, part.start, part.end)
        hosts = part.cue.type == "receive" and self._receiving.host(part) is not None
        if subject is None and not hosts:
            subject = self._sides.protagonist(part.cue.type)
        if subject is None and part.cue.type == "call":
            subject = self._sides.just_met(sentence)  # "It was Y who was on the line on Monday"
        if subject is None and partner.link == "with":
            subject = self._sides.subject_before(sentence)
        return subject

    @staticmethod
    def _of_group(sentence: Sentence, start: int, end: int) -> bool:
        """Whether officials without names are a side: "the premiers met with President X"."""
        return any(i.symbol == "Q" and start <= i.start < end for i in sentence.items)

    def _with_them(self, sentence: Sentence, part: Part) -> list[Encounter]:
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


def _others(sentence: Sentence, token: int) -> bool:
    """Whether officials without names are told of before: "The premiers will come too: their meeting is in May"."""
    return any(i.symbol in "QR" and plural_title(i) and i.end <= token for i in sentence.items)
