"""Who was at which meeting: cues around a person, lists of participants, and officials who speak at their meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cisner.relations.capacity import seated
from cisner.relations.cast import Cast
from cisner.relations.events import Event, Involvement
from cisner.relations.frame import clause
from cisner.relations.meetings import Meetings
from cisner.relations.posts import Named
from cisner.relations.presence import elsewhere, kept_out, told_of
from cisner.relations.sentence import FoundCue, Sentence, View

_ATTENDING = (
    "attend",
    "seat",
    "message_read",
    "greet",
    "chair",
    "host",
    "sign",
    "observer",
    "receive",
    "video",
    "meet",
)
_LIST = 3
_LISTED = 2  # meetings after a colon
_SAYS = 3  # words between somebody and the verb of saying


@dataclass(frozen=True, slots=True)
class _At:
    """A person at a place of the text."""

    start: int
    end: int
    person: int
    named: Named | None


class Attendances:
    """Decides who took part in the meetings of bodies and in meetings that are told of as such.

    Args:
        view: The document.
        cast: Its people.
        events: Its events.
    """

    def __init__(self, view: View, cast: Cast, events: Meetings) -> None:
        self._view = view
        self._cast = cast
        self._events = events
        self._index = 0
        self._found: dict[int, list[_At]] = {}  # people by sentence
        self._text = " ".join(view.lower)
        self._told: dict[str, list[str]] = {}  # of the expressions of a kind those that the report has

    def decide(self) -> None:
        """Put the people of every sentence on the event that they are said to be at."""
        for sentence in self._view.sentences:
            self._index = sentence.index
            self._both(sentence)
            self._by_pronoun(sentence)
            self._named_already(sentence)
            people = self._people(sentence)
            if not people:
                continue
            self._replaced(sentence, people)
            enumerated = self._enumerated(sentence)
            for at in people:
                event = self._event(sentence, at)
                if event is None:
                    continue
                for one in enumerated if event in enumerated and at.end <= enumerated[event] else (event,):
                    involvement = self._judge(sentence, at, people, one)
                    if involvement is not None:
                        _put(one, involvement)
        for event, involvement in told_of(self._view, self._cast, self._events):
            _put(event, involvement)

    def _enumerated(self, sentence: Sentence) -> dict[Event, int]:
        """As in "Three events will see the president: A, B and C": meetings listed after a colon, and its token."""
        found: dict[Event, int] = {}
        bodies = [e for e in self._events.local[sentence.index] if not e.personal]
        if len(bodies) < _LISTED:
            return found
        colon = next((i for i in range(sentence.start, sentence.end) if self._view.words[i] == ":"), -1)
        for event in bodies:
            if colon >= 0 and any(p.sentence is sentence and p.start > colon for p in event.phrases):
                found[event] = colon
        return found if len(found) >= _LISTED else {}

    def _replaced(self, sentence: Sentence, people: Sequence[_At]) -> None:
        """As in "X … . Вместо него приехал Y": X is absent, and Y stands for the same state."""
        pronouns = self._view.lexicon.file.words["pronoun"]
        for cue in sentence.cue("substitute"):
            own = any(w in pronouns for w in self._view.lower[cue.start : cue.end + 1])
            if own and sentence.index:
                earlier = self._people(self._view.sentences[sentence.index - 1])
                before = [p for p in people if p.end <= cue.start]
                after = [p for p in people if p.start >= cue.end]
                here = before and after and self._view.words[cue.start - 1] in (":", ";", ",", "–", "—")
                if here:  # "Нет и X: вместо него приехал Y"
                    earlier, before = [before[-1]], []
                if not earlier or not (before or after):
                    continue
                replaced, substitute = earlier[0], (before or after)[-1 if before else 0]
                if replaced.person == substitute.person:
                    continue
                event = self._event(sentence, substitute)
                if event is None:
                    continue
                previous = sentence if here else self._view.sentences[sentence.index - 1]
                status = "attended" if event.status() == "held" else "expected"
                _put(
                    event, Involvement(substitute.person, sentence, substitute.start, substitute.end, status, cue.rule)
                )
                _put(event, Involvement(replaced.person, previous, replaced.start, replaced.end, "absent", cue.rule))
                state = self._cast.people[replaced.person].represents
                for post in self._cast.people[substitute.person].posts:
                    post.represents = post.represents or state

    def _says(self, sentence: Sentence, kind: str) -> bool:
        """Whether a sentence has one of the expressions of a kind."""
        told = self._told.get(kind)
        if told is None:  # most reports have none at all
            told = self._told[kind] = [e for e in self._view.lexicon.file.words[kind] if e in self._text]
        if not told:
            return False
        words = f" {' '.join(self._view.lower[sentence.start : sentence.end])} "
        return any(f" {expression} " in words for expression in told)

    def _both(self, sentence: Sentence) -> None:
        """As in "The two of them chaired the session": the people of the talks told before are at that session too."""
        size = next((n for n, key in ((3, "all_three"), (2, "both")) if self._says(sentence, key)), 0)
        if not size:
            return
        bodies = [e for e in self._events.local[sentence.index] if not e.personal]
        cues = sentence.cue("chair", "attend", "sign")
        if not bodies or not cues:
            return
        told = (e for e in reversed(self._events.events) if min(e.sentences, default=9999) <= sentence.index)
        talks = next((e for e in told if len(e.pair) == size), None)
        if talks is None:
            return
        status = "attended" if bodies[0].status() == "held" else "expected"
        function = "chair" if cues[0].type == "chair" else "participant"
        for person in sorted(talks.pair):
            _put(bodies[0], Involvement(person, sentence, cues[0].start, cues[0].end, status, cues[0].rule, function))

    def _by_pronoun(self, sentence: Sentence) -> None:
        """As in "X said … . The day before, he had chaired the council": the one person of the sentence before."""
        bodies = [e for e in self._events.local[sentence.index] if not e.personal]
        earlier = (
            {p.person for p in self._people(self._view.sentences[sentence.index - 1])} if sentence.index else set()
        )
        if len(earlier) != 1 or len(bodies) != 1:
            return
        subjects = self._view.lexicon.file.words["subject_pronoun"]
        for cue in sentence.cue("chair", "attend"):
            start = clause(self._view, sentence, cue.start)[0]
            named = any(start <= p.start < cue.start for p in self._people(sentence))
            if not named and any(w in subjects for w in self._view.lower[start : cue.start]):
                function = "chair" if cue.type == "chair" else "participant"
                status = "attended" if bodies[0].status() == "held" else "expected"
                part = Involvement(min(earlier), sentence, cue.start, cue.end, status, cue.rule, function)
                _put(bodies[0], part)
                return

    def _named_already(self, sentence: Sentence) -> None:
        """As in "Besides those already named, there were X and Y": the people of the talks told before as well."""
        if not self._says(sentence, "named_already"):
            return
        bodies = [e for e in self._events.local[sentence.index] if not e.personal]
        event = bodies[0] if bodies else self._events.current[sentence.index]
        if event is None or event.personal:
            return
        status = "attended" if event.status() == "held" else "expected"
        for talks in [e for e in self._events.events if e.pair and min(e.sentences, default=9999) < sentence.index]:
            for person in sorted(talks.pair):
                place = Involvement(person, sentence, sentence.start, sentence.start + 1, status, "attendance.named")
                _put(event, place)

    def _people(self, sentence: Sentence) -> list[_At]:
        if sentence.index not in self._found:
            named = [_At(n.item.start, n.item.end, n.person, n) for n in self._cast.by_sentence[sentence.index]]
            references = [_At(r.item.start, r.item.end, r.person, None) for r in self._cast.references[sentence.index]]
            self._found[sentence.index] = sorted(named + references, key=lambda a: a.start)
        return self._found[sentence.index]

    def _event(self, sentence: Sentence, at: _At) -> Event | None:
        local = list(self._events.local[sentence.index])
        bodies = [e for e in local if not e.personal]
        told = next((e for e in local if e.personal and at.person in e.pair), None)
        attends = (bodies and sentence.has("attend")) or sentence.has("absent")
        if told is not None and not attends and not self._also_there(sentence, at, told):
            return None
        if len(bodies) == 1:
            return bodies[0]
        if bodies:

            def distance(event: Event) -> int:
                return (
                    min(abs(p.start - at.start) for p in event.phrases if p.sentence is sentence)
                    if event.phrases
                    else 999
                )

            return min(bodies, key=distance)
        if sentence.intro >= 0:
            introduced = [e for e in self._events.local[sentence.intro] if not e.personal]
            if introduced:
                return introduced[0]
        current = self._events.current[sentence.index]
        if current is None and sentence.has("attend", "chair"):
            talks = [
                e
                for e in self._events.events
                if e.pair and e.sentences and sentence.index - 3 <= max(e.sentences) <= sentence.index
            ]
            cities = {i.mention.norm for i in sentence.of("CITY")}
            subject = at.named is None or at.named.mention.attributes.get("case") in ("nom", "", None)
            honoured = any(c.start < at.start for c in sentence.cue("honour"))
            if talks and subject and not honoured and not (cities - {talks[-1].city} and sentence.has("visit")):
                return talks[-1]
        if current is None:
            # a list before the first mention of the meeting: the first meeting of the report
            later = [e for e in self._events.events if not e.personal]
            current = later[0] if later else None
        return current

    def _also_there(self, sentence: Sentence, at: _At, talks: Event) -> bool:
        """Whether another clause puts somebody at the meeting: "X will join later: he is talking to Y"."""
        start, end = clause(self._view, sentence, at.start)
        apart = not any(start <= first < end for first, _, _ in talks.evidence)
        return apart and any(c.type == "attend" and start <= c.start < end for c in sentence.cues)

    # -- judging one person --

    def _judge(self, sentence: Sentence, at: _At, people: Sequence[_At], event: Event) -> Involvement | None:
        person = self._cast.people[at.person]
        start, end = clause(self._view, sentence, at.start)
        near = [c for c in sentence.cues if start <= c.start < end]
        if start > sentence.start and self._view.words[start - 1] == ":":
            left = clause(self._view, sentence, start - 2)[0]
            near += [
                c for c in sentence.cues if left <= c.start < start and c.type in ("attend", "absent", "chair", "video")
            ]
        intro = self._view.sentences[sentence.intro] if sentence.intro >= 0 else None
        told_here = event in self._events.local[sentence.index]
        called_off = event.status() == "cancelled" and bool(event.organization)
        if called_off and not told_here and not sentence.has("intended", "future", "absent"):
            return None

        if self._represented(sentence, at, people) or self._sender(sentence, at, people):
            return self._make(
                sentence, at, event, "absent", FoundCue(at.start, at.end, "absent", "attendance.represented")
            )
        absent = self._absent(sentence, at, people, near)
        if absent is not None:
            return self._make(sentence, at, event, "absent", absent)
        if self._view.lower[self._title_start(sentence, at) - 1] in self._view.lexicon.file.words["without"]:
            return None
        if kept_out(sentence, at.start, at.end, near, person):
            return None
        cue = self._attending(sentence, at, people, near, intro)
        speaking = next((c for c in near if c.type == "speak"), None)
        comment = next((c for c in near if c.type == "comment"), None)
        if cue is None and comment is not None:
            return None
        listed = self._listed(sentence, people, intro)
        if cue is None and listed and (told_here or intro is not None or event.kind):
            cue = FoundCue(at.start, at.end, "list", "attendance.list")
        if event.city and not told_here and elsewhere(self._view, sentence, event):
            speaking = None
        if cue is None and speaking is not None and seated(person, event) and event.status() == "held":
            if event.organization or told_here or event.level or not event.pair:
                cue = FoundCue(speaking.start, speaking.end, "speak", speaking.rule)
        if cue is None:
            return None
        close = (
            event.sentences
            and sentence.index - max(s for s in event.sentences if s <= sentence.index or s == min(event.sentences))
            <= 3
        )
        if cue.type == "attend" and not told_here and not listed and not close and not seated(person, event):
            return None
        status = "attended"
        if event.status() != "held" or (
            any(c.type == "future" for c in near) and cue.type != "list" and not any(c.type == "speak" for c in near)
        ):
            status = "expected"
        return self._make(sentence, at, event, status, cue)

    def _make(self, sentence: Sentence, at: _At, event: Event, status: str, cue: FoundCue) -> Involvement:
        function = "participant" if status == "absent" else self._function(sentence, at)
        video = status != "absent" and self._by_video(sentence, at, event)
        return Involvement(at.person, sentence, at.start, at.end, status, cue.rule, function, video)

    def _absent(self, sentence: Sentence, at: _At, people: Sequence[_At], near: Sequence[FoundCue]) -> FoundCue | None:
        for cue in near:
            if cue.type == "substitute" and 0 <= at.start - cue.end <= 6 and self._directly_after(cue, at, people):
                if at.named is not None and at.named.mention.attributes.get("case") == "nom":
                    continue
                words = " ".join(self._view.lower[cue.start : cue.end])
                if words in self._view.lexicon.file.words["on_behalf"]:
                    continue
                return cue
            if cue.type == "seat" and cue.start < at.start and at.end <= cue.end:
                return cue  # "место X занял Y"
        state = next((i.end for i in sentence.of("COUNTRY") if 0 <= i.start - at.end <= 1), at.end)  # "X of Moldova"
        for cue in near:
            if cue.type == "absent_adjacent" and self._lacking(sentence, cue, at, people):
                return cue
            if cue.type == "absent_adjacent" and 0 <= cue.start - max(state, at.end) <= 1:
                return cue
            if cue.type != "absent":
                continue
            before = [p for p in people if p.end <= cue.start and p.start >= clause(self._view, sentence, cue.start)[0]]
            if before:
                if at in before and self._one_subject(sentence, before, at):
                    return cue
                continue
            after = [p for p in people if p.start >= cue.end]
            if any(c.type in ("speak", "comment") and 0 <= c.start - at.end <= 1 for c in sentence.cues):
                continue  # "he declined to come, as his spokesman X explained"
            if at in after and (at is after[0] or self._coordinated(sentence, after[0], at)):
                return cue
        return None

    def _represented(self, sentence: Sentence, at: _At, people: Sequence[_At]) -> bool:
        """As in "X представлял президента Y": who is represented by another is not there."""
        if at.named is None or at.named.mention.attributes.get("case") not in ("acc", "gen"):
            return False
        for cue in sentence.cue("attend"):
            if (
                self._view.lower[cue.start].startswith(self._view.lexicon.file.words["stands_for"])
                and at.start >= cue.end
            ):
                before = [p for p in people if p.end <= cue.start]
                between = [p for p in people if cue.end <= p.start < at.start]
                if before and not between:
                    return True
        return False

    def _lacking(self, sentence: Sentence, cue: FoundCue, at: _At, people: Sequence[_At]) -> bool:
        """As in "Нет и X": the name that stands in the genitive right after the word."""
        if at.named is None or at.named.mention.attributes.get("case") != "gen" or at.start < cue.end:
            return False
        opens = cue.start <= sentence.start + 1 or not self._view.words[cue.start - 1].isalnum()
        first = next((p for p in people if p.start >= cue.end), None)
        return opens and first is at and self._title_start(sentence, at) - cue.end <= 2

    def _title_start(self, sentence: Sentence, at: _At) -> int:
        """First token of a name with the title before it."""
        before = [i.start for i in sentence.items if i.symbol in "RK" and 0 <= at.start - i.end <= 1]
        return min(before, default=at.start)

    def _sender(self, sentence: Sentence, at: _At, people: Sequence[_At]) -> bool:
        """As in "The Indian premier sent his foreign minister Y": who sends another of his state is not there."""
        sends = self._view.lexicon.file.words["sends"]
        state = self._cast.people[at.person].represents
        start, end = clause(self._view, sentence, at.start)
        verbs = [c for c in sentence.cue("attend") if start <= c.start < end and self._view.lower[c.start] in sends]
        if not verbs or not state or verbs[0].start < at.end:
            return False
        between = [p for p in people if at.end <= p.start < verbs[0].start]
        sent = next((p for p in people if verbs[0].end <= p.start < end), None)
        if between or sent is None or self._cast.people[sent.person].represents != state:
            return False
        return at.named is None or at.named.mention.attributes.get("case") in ("nom", "", None)

    def _one_subject(self, sentence: Sentence, before: Sequence[_At], at: _At) -> bool:
        """Whether a person is the last before a verb, or coordinated with those that are."""
        positions = {i.start: i.position for i in sentence.items}
        chain = [before[-1]]
        for person in reversed(before[:-1]):
            if person.start not in positions or chain[-1].start not in positions:
                break
            between = sentence.symbols[positions[person.start] + 1 : positions[chain[-1].start]]
            if not re.fullmatch(r"[RQCAOK,&()o-]*&[RQCAOK()o-]*|[RQCAOK,()o-]*", between) or (
                len(chain) == 1 and "&" not in between
            ):
                break
            chain.append(person)
        return any(p.start == at.start for p in chain)

    def _directly_after(self, cue: FoundCue, at: _At, people: Sequence[_At]) -> bool:
        if any(cue.end <= p.start < at.start for p in people):
            return False
        inside = {i for item in self._view.sentences[self._index].items for i in range(item.start, item.end)}
        articles = self._view.lexicon.file.words["the"]
        return not any(i not in inside and self._view.lower[i] not in articles for i in range(cue.end, at.start))

    def _coordinated(self, sentence: Sentence, first: _At, other: _At) -> bool:
        positions = {i.start: i.position for i in sentence.items}
        if first.start not in positions or other.start not in positions:
            return False
        between = sentence.symbols[positions[first.start] + 1 : positions[other.start]]
        return bool(re.fullmatch(r"[PRQCAOK,;&()o-]*", between))

    def _attending(
        self, sentence: Sentence, at: _At, people: Sequence[_At], near: Sequence[FoundCue], intro: Sentence | None
    ) -> FoundCue | None:
        for kind in _ATTENDING:
            for cue in near:
                if cue.type == kind and not self._told_by(at, cue, near):
                    return cue
        if intro is not None:
            found = intro.cue(*_ATTENDING)
            if found:
                return found[0]
        wider = [c for c in sentence.cues if c.type in ("attend", "chair", "host")]
        if wider and len(people) >= _LIST:
            return wider[0]
        return None

    def _told_by(self, at: _At, cue: FoundCue, near: Sequence[FoundCue]) -> bool:
        """Whether a person only says what a cue tells: "X рассказала, что приедут представители Y"."""
        that = self._view.lexicon.file.words["that"]
        said = [c for c in near if c.type == "speak" and at.end <= c.start <= cue.start and c.start - at.end <= _SAYS]
        return any(w in that for c in said for w in self._view.lower[c.end : min(c.end + 2, cue.start)])

    def _listed(self, sentence: Sentence, people: Sequence[_At], intro: Sentence | None) -> bool:
        with_posts = [p for p in people if p.named is not None and (p.named.posts or p.named.country)]
        if sentence.has("honour", "appoint", "message"):
            return False
        if intro is not None and intro.has("honour", "appoint", "message"):
            return False
        if intro is not None:
            lines = self._view.lines.get(intro.index, ())
            total = sum(len(self._cast.by_sentence[s.index]) for s in lines)
            return total >= _LIST and bool(with_posts)
        return len(with_posts) >= _LIST

    def _function(self, sentence: Sentence, at: _At) -> str:
        people = self._people(sentence)
        known = self._view.lexicon.file.words
        start, end = clause(self._view, sentence, at.start)
        for kind, function in (("chair", "chair"), ("host", "host")):
            for cue in sentence.cue(kind):
                if not start <= cue.start < end:
                    continue
                words = self._view.lower[cue.start : cue.end]
                passive = words[-1] in known["passive_end"] or any(w in known["host_noun"] for w in words)
                before = [p for p in people if p.end <= cue.start]
                after = [p for p in people if p.start >= cue.end]
                adjacent = after and after[0].start - cue.end <= 4
                target = (
                    (after[0] if (passive or not before) and after else before[-1] if before else None)
                    if (not passive or adjacent or not before)
                    else before[-1]
                )
                if target is not None and target.start == at.start:
                    return function
        for cue in sentence.cue("observer"):
            if at.start >= cue.end or (
                0 <= cue.start - at.end <= 25
                and any(w in known["as"] for w in self._view.lower[max(0, cue.start - 2) : cue.end])
            ):
                return "observer"
        return "participant"

    def _by_video(self, sentence: Sentence, at: _At, event: Event) -> bool:
        if "videoconference" in event.formats:
            return True
        start, end = clause(self._view, sentence, at.start)
        people = self._people(sentence)
        for cue in sentence.cue("video"):
            if not start <= cue.start < end:
                continue
            before = [p for p in people if p.end <= cue.start]
            if before and before[-1].start == at.start:
                return True
            if not before and people and people[0].start == at.start:
                return True
        return False


_STRENGTH = {"absent": 3, "attended": 2, "expected": 1}
_FUNCTIONS = {"chair": 3, "host": 2, "observer": 1, "participant": 0}


def _put(event: Event, new: Involvement) -> None:
    """Add an involvement, or let it complete the one that is there."""
    old = next((i for i in event.involved if i.person == new.person), None)
    if old is None:
        event.involved.append(new)
        return
    if old.status == "absent" and new.status == "attended" and new.video:
        old.status, old.rule, old.video = new.status, new.rule, True
    if old.status == "expected" and new.status == "absent":
        old.status, old.rule = new.status, new.rule
        old.sentence, old.start, old.end = new.sentence, new.start, new.end
    if old.status != "absent" and new.status != "absent":
        if old.status == "expected" and new.status == "attended" and new.rule != "attendance.list":
            pass
        if _FUNCTIONS[new.function] > _FUNCTIONS[old.function]:
            old.function = new.function
        old.video = old.video or new.video
