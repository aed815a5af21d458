"""Who is who in a report: names brought together, offices and states completed, titles resolved to people."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from cisner.knowledge import ONE, Knowledge, KnownPerson, Period
from cisner.lexicon import Lexicon, Names
from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.relations.naming import NameIndex, is_patronymic, similar, split_name, surname_of
from cisner.relations.posts import Mismatch, Named, Post, link, post_of
from cisner.relations.sentence import Item, Sentence, View
from cisner.relations.tenure import lead, replace, tell

_NATIONAL = frozenset({
    "head_of_state", "head_of_government", "deputy_head_of_government", "foreign_minister", "defence_minister",
    "minister",
    "head_of_parliament", "former_head_of_state", "security_council_secretary", "presidential_staff", "deputy_minister",
})  # fmt: skip
_NEAR_BODY = 4  # symbols between a body and the name of who leads it
# Offices whose holders reports name by the surname alone.
_KNOWN_BY_SURNAME = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
_MINISTERS = frozenset({"foreign_minister", "defence_minister"})  # may be called just "the minister"
# Higher offices come first where a person has two.
RANK = {o: i for i, o in enumerate((
    "head_of_state", "head_of_government", "former_head_of_state", "head_of_parliament", "deputy_head_of_government",
    "foreign_minister", "defence_minister", "minister", "head_of_organization", "security_council_secretary",
    "deputy_minister", "ambassador", "agency_head", "regional_head", "presidential_staff", "parliamentarian", "other",
))}  # fmt: skip


@dataclass(slots=True)
class PersonRecord:
    """A person of the report.

    Attributes:
        name: The fullest form of the name.
        parts: Folded parts of the name, without initials.
        initials: Folded initials.
        surname: Folded surname.
        posts: Posts in order of mention, without repetitions.
        named: Mentions by name.
        references: Mentions by title alone.
        known: The person in the knowledge files, if linked.
    """

    name: str
    parts: Sequence[str]
    initials: Sequence[str]
    surname: str
    gender: str = ""
    posts: list[Post] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    country: str = ""
    known: KnownPerson | None = None
    index: int = -1
    known_office: str = ""

    @property
    def office(self) -> str:
        """Office of the main post, else the one that the terms of office give on the day."""
        main = self.main
        return main.office if main else self.known_office

    @property
    def main(self) -> Post | None:
        """The post that stands for the person: the first with a state, of those the highest."""
        posts = [p for p in self.posts if p.office]
        return min(posts, key=lambda p: (not p.represents, RANK.get(p.office, 99))) if posts else None

    @property
    def represents(self) -> str:
        """State or body of the main post, or the state that stands with the name."""
        main = self.main
        return (main.represents if main else "") or self.country


@dataclass(slots=True)
class Reference:
    """A person meant by a title alone."""

    item: Item
    sentence: Sentence
    person: int


@dataclass(slots=True)
class Cast:
    """All people of a report."""

    people: list[PersonRecord]
    by_sentence: list[list[Named]]
    references: list[list[Reference]]
    mismatches: list[Mismatch]


def gather(view: View, knowledge: Knowledge, day: str | None) -> Cast:
    """Find the people of a report.

    Args:
        view: The document.
        knowledge: Known people, for states that the text leaves unsaid.
        day: Day of the report (ISO), or only its year, for terms of office.
    """
    mismatches: list[Mismatch] = []
    by_sentence = [[n for n in link(view, s, mismatches) if not _eponym(view, n)] for s in view.sentences]
    for sentence, row in zip(view.sentences, by_sentence, strict=True):
        tell(view, sentence, row)
    replace(view, by_sentence)
    lead(view, by_sentence)
    _states_by_role(view, by_sentence)
    _states_of_lines(view, by_sentence)
    _heads_of_bodies(view, by_sentence)
    _states_of_substitutes(by_sentence)
    people = _cluster(by_sentence, view.lexicon)
    _known_of_groups(view, by_sentence, people, knowledge, day)
    _counterparts(by_sentence, people)
    for person in people:
        _collect_posts(person)
    _from_knowledge(people, knowledge, day)
    _from_groups(view, by_sentence, people, day)
    _from_terms(view, people, day)
    _shortened(view, people)
    _from_context(view, people)
    _offices_of_states(view, people)
    references = _references(view, by_sentence, people, knowledge, day)
    return Cast(people, by_sentence, references, mismatches)


def _eponym(view: View, named: Named) -> bool:
    """Whether a name is that of a hall, an institute or a monument."""
    before = " ".join(view.lower[max(0, named.item.start - 3) : named.item.start])
    return before.endswith(view.lexicon.file.words["eponym"])


def _states_by_role(view: View, by_sentence: Sequence[Sequence[Named]]) -> None:
    """States given by "Armenia was represented by X", "for Kyrgyzstan … X", "от Армении приехал X"."""
    for named_in in by_sentence:
        for named in named_in:
            if any(p.represents for p in named.posts) or named.country:
                continue
            sentence = named.sentence
            first = min(
                (p.title.start for p in named.posts if p.title and p.title.start < named.item.start),
                default=named.item.start,
            )
            before = [i for i in sentence.items if i.end <= first and i.symbol in "CAO"]
            for_state = re.match(r"[,x]{0,2}oC", sentence.symbols[named.item.position + 1 :])
            told = re.search(r"o[CA][x:-]?$", sentence.symbols[: named.item.position])  # "for Armenia by X, for …"
            if (
                for_state
                and not told
                and view.lower[sentence.at[named.item.position + for_state.end()].start - 1] == "for"
            ):
                _set_state(named, sentence.at[named.item.position + for_state.end()].mention.norm)
                continue
            if not before:
                continue
            state = before[-1]
            if state.symbol == "O" and any(p.office in _NATIONAL for p in named.posts):
                # "Армению на саммите СНГ представлял премьер X": a national office stands for the state
                state = next((i for i in reversed(before) if i.symbol == "C"), state)
            titles = [i.position for i in sentence.items if i.start <= first <= i.mention.start and i.symbol in "RQK"]
            gap = sentence.symbols[state.position + 1 : min([*titles, named.item.position])]
            if re.search(r"[P.;]", gap) or gap.count(",") > 1:
                continue
            owned = sentence.words[state.end] in ("'s", "’s") and state.end < first
            represent = any(c.type == "attend" and _represents(view, c.start, c.end) for c in sentence.cues)
            prefix = sentence.symbols[state.position - 1 : state.position]
            led_by = re.fullmatch(r"[-:(x]?", gap) and (
                "x" not in gap or any(w in view.lexicon.file.words["side"] for w in view.lower[state.end : first])
            )
            if state.symbol == "O":
                chief = any(p.title is not None and p.title.rule.startswith("chief.") for p in named.posts)
                if (represent or (prefix == "o" and chief)) and not re.search(r"[PCA]", gap):
                    _set_body(named, state.mention.norm)
                continue
            if (
                represent
                or prefix == "o"
                or (owned and gap in ("x", ""))
                or (state.symbol == "A" and led_by)
                or gap == "-"
            ):
                _set_state(named, state.mention.norm)


def _states_of_lines(view: View, by_sentence: Sequence[Sequence[Named]]) -> None:
    """The state that opens a line: "Belarus: …; plenipotentiary representative – X"."""
    state, paragraph = "", -1
    for sentence, row in zip(view.sentences, by_sentence, strict=True):
        opening = re.match(r"[-x]?C:", sentence.symbols)
        if opening:
            state, paragraph = sentence.at[sentence.symbols.index("C")].mention.norm, sentence.paragraph
        elif sentence.paragraph != paragraph:
            state = ""
        if not state:
            continue
        for named in row:
            if not named.country and not any(p.represents for p in named.posts):
                _set_state(named, state)


def _heads_of_bodies(view: View, by_sentence: Sequence[Sequence[Named]]) -> None:
    """As in "Статистический комитет СНГ возглавит X": who leads a body, told by a verb."""
    verbs = view.lexicon.file.words["leads"]
    for row in by_sentence:
        for named in row:
            if named.posts or named.mention.attributes.get("case") not in ("nom", ""):
                continue
            for item in named.sentence.of("ORGANIZATION", "ORGAN"):
                beside = (
                    (view.lower[item.start - 1 : item.start] or [""])[0],
                    (*view.lower[item.end : item.end + 1], "")[0],
                )
                if any(w in verbs for w in beside) and abs(item.position - named.item.position) <= _NEAR_BODY:
                    named.posts.append(Post("head_of_organization", item.mention.norm, None, "posts.leads"))
                    named.country = ""
                    break


def _states_of_substitutes(by_sentence: Sequence[Sequence[Named]]) -> None:
    """As in "the seat of the Turkmen leader X was taken by the deputy premier Y": Y stands for the state of X."""
    for row in by_sentence:
        if not row or not row[0].sentence.has("substitute", "seat"):
            continue
        ordered = sorted(row, key=lambda n: n.item.start)
        for replaced, substitute in pairwise(ordered):
            states = {p.represents for p in replaced.posts if len(p.represents) == 2} | {replaced.country} - {""}
            inside = any(
                c.start < replaced.item.start and replaced.item.start - c.end <= 8
                for c in row[0].sentence.cue("substitute", "seat")
            )
            if (
                inside
                and len(states) == 1
                and not substitute.country
                and not any(p.represents for p in substitute.posts)
            ):
                _set_state(substitute, next(iter(states)))


def _represents(view: View, start: int, end: int) -> bool:
    stems = view.lexicon.file.words["represents"]
    return any(w.startswith(stems) for w in view.lower[start:end])


def _set_body(named: Named, body: str) -> None:
    """Make a body what somebody stands for: "the Commission is represented by the Chairman of its Board X"."""
    for post in named.posts:
        if not post.represents:
            post.represents = body
            if (
                post.office in ("agency_head", "other")
                and post.title is not None
                and post.title.rule.startswith("chief.")
            ):
                post.office = "head_of_organization"


def _set_state(named: Named, state: str) -> None:
    named.country = state
    for post in named.posts:
        if not post.represents and post.office != "head_of_organization":
            post.represents = state


# -- names of one person --


class _Clusters:
    """Brings the names of one person together.

    Args:
        names: What tells a name in the language.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._index = NameIndex()
        self.people: list[PersonRecord] = []
        self._starts: list[list[int]] = []  # of the mentions of each person, sorted
        self._offices: list[set[str]] = []  # that stand with the mentions of each person

    def add(self, named: Named) -> None:
        """Give a name to the person that it means, known or new."""
        name = named.mention.norm
        words, initials = split_name(name)
        person = self._find(words, initials, named)
        if person is None:
            surname = surname_of(words, self._names)
            gender = named.mention.attributes.get("gender", "")
            person = PersonRecord(name, words, initials, surname, gender, index=len(self.people))
            self.people.append(person)
            self._index.add(person.index, words, surname)
            self._starts.append([])
            self._offices.append(set())
        elif _fuller(words, initials, name, person):
            person.name, person.parts, person.initials = name, words, initials
            self._index.add_words(person.index, words)
        person.named.append(named)
        named.person = person.index
        insort(self._starts[person.index], named.item.start)
        self._offices[person.index].update(post.office for post in named.posts)

    def _find(self, words: Sequence[str], initials: Sequence[str], named: Named) -> PersonRecord | None:
        if not words:
            return None
        short = len(words) == 1 and not initials
        given = not short and len(words) == 2 and is_patronymic(words[1], self._names)
        surname = words[0] if short or given else surname_of(words, self._names)
        near = [self.people[i] for i in self._index.find(surname)]
        if short:
            candidates = [p for p in near if _is_called(p, surname)]
        elif given:  # given name and patronymic of somebody named in full
            candidates = [p for p in near if set(words) <= set(p.parts)]
        else:
            candidates = [p for p in near if _same(p, words, initials, surname)]
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        offices = {p.office for p in named.posts}
        for person in candidates:
            if not offices.isdisjoint(self._offices[person.index]):
                return person
        start = named.item.start
        before = [p for p in candidates if self._starts[p.index][0] <= start]
        return max(before or candidates, key=lambda p: self._last_before(p.index, start))

    def _last_before(self, person: int, start: int) -> int:
        starts = self._starts[person]
        position = bisect_right(starts, start)
        return starts[position - 1] if position else -1


def _cluster(by_sentence: Sequence[Sequence[Named]], lexicon: Lexicon) -> list[PersonRecord]:
    clusters = _Clusters(lexicon.names)
    everyone = [n for row in by_sentence for n in row]
    for named in sorted(everyone, key=lambda n: (sum(map(len, split_name(n.mention.norm))) < 2, n.item.start)):
        clusters.add(named)
    for person in clusters.people:
        person.named.sort(key=lambda n: n.item.start)
    return clusters.people


def _fuller(words: Sequence[str], initials: Sequence[str], name: str, person: PersonRecord) -> bool:
    return (len(words), len(initials)) > (len(person.parts), len(person.initials)) and not name.isupper()


def _is_called(person: PersonRecord, word: str) -> bool:
    """Whether a word alone may mean a person."""
    return similar(word, person.surname) or (len(person.parts) > 2 and word in person.parts)


def _same(person: PersonRecord, words: Sequence[str], initials: Sequence[str], surname: str) -> bool:
    if not similar(surname, person.surname) and not (surname in person.parts and person.surname in words):
        return False
    own = [w for w in words if w != surname and not similar(w, person.surname)]
    other = [w for w in person.parts if w != person.surname and not similar(w, surname)]
    if own and other:
        return any(similar(a, b) for a in own for b in other)
    letters = initials[:1] or [w[0] for w in own[:1]]
    others = person.initials[:1] or [w[0] for w in other[:1]]
    return not letters or not others or letters[0] == others[0]


# -- posts --


def _counterparts(by_sentence: Sequence[Sequence[Named]], people: Sequence[PersonRecord]) -> None:
    """As in "his Georgian counterpart X": the office of the person spoken of before."""
    previous: Post | None = None
    last: Post | None = None
    highest: dict[int, Post | None] = {}  # of all posts that stand with a person's name, by person
    spoken: Counter[int] = Counter()
    order: dict[int, int] = {}
    most = -1  # the person named most often, of several the one named first
    for row in by_sentence:
        if not any(n.person in spoken for n in row) and spoken and not any(p.office for n in row for p in n.posts):
            previous = _highest(people[most], highest) or previous
        for named in row:
            spoken[named.person] += 1
            order.setdefault(named.person, len(order))
        for person in {n.person for n in row}:
            if most < 0 or (spoken[person], -order[person]) > (spoken[most], -order[most]):
                most = person
        for named in sorted(row, key=lambda n: n.item.start):
            own = _highest(people[named.person], highest)
            if named.elliptic and last is not None and own is None:
                named.posts.append(Post(last.office, named.country, last.title, "posts.elliptic"))
                highest.pop(named.person)
                continue
            last = next((p for p in named.posts if p.office), last)
            if named.counterpart and not named.posts:
                office = previous.office if previous is not None else _title_before(named)
                if office:
                    same = previous.represents if named.successor and previous is not None else ""
                    named.posts.append(Post(office, named.country or same, None, "posts.counterpart"))
                    highest.pop(named.person)
            elif own is not None:
                previous = own


def _highest(person: PersonRecord, known: dict[int, Post | None]) -> Post | None:
    """The highest post that stands with a person's name, remembered until another one is added."""
    if person.index not in known:
        posts = [p for n in person.named for p in n.posts if p.office]
        known[person.index] = min(posts, key=lambda p: RANK.get(p.office, 99)) if posts else None
    return known[person.index]


def _title_before(named: Named) -> str:
    """The office of the title alone that "his colleague" goes back to: "казахстанскому президенту … его коллега X"."""
    before = [
        i
        for i in named.sentence.items
        if i.symbol in "RQ" and i.end <= named.item.start and i.mention.norm != "counterpart"
    ]
    return str(before[-1].mention.norm) if before else ""


def _collect_posts(person: PersonRecord) -> None:
    countries = Counter(n.country for n in person.named if n.country)
    person.country = countries.most_common(1)[0][0] if countries else ""
    for named in person.named:
        for post in named.posts:
            if any(
                p.office == post.office and (p.represents == post.represents or not post.represents)
                for p in person.posts
            ):
                continue
            blank = next((p for p in person.posts if p.office == post.office and not p.represents), None)
            if blank is not None:
                blank.represents = post.represents
            else:
                person.posts.append(post)
    states = {p.represents for p in person.posts if len(p.represents) == 2}
    for post in person.posts:
        if not post.represents and post.office != "head_of_organization" and len(states) == 1:
            post.represents = next(iter(states))


def candidates_for(person: PersonRecord, knowledge: Knowledge) -> list[KnownPerson]:
    """Known people whose name agrees with that of a person."""
    exact = list(knowledge.by_name(fold(person.name)))
    if exact:
        return exact
    found = []
    for known in knowledge.by_surname(person.surname):
        for name in known.names:
            words, _ = split_name(name)
            others = [w for w in words if w != person.surname]
            own = [w for w in person.parts if w != person.surname]
            if person.surname not in words:
                continue
            letters = person.initials[:1] or [w[0] for w in own[:1]]
            if own and others and not any(similar(a, b) or a.startswith(b) for a in own for b in others):
                continue
            if letters and others and letters[0] not in {o[0] for o in others}:
                continue
            found.append(known)
            break
    return found


def _from_knowledge(people: Sequence[PersonRecord], knowledge: Knowledge, day: str | None) -> None:
    """States that the text leaves unsaid, from the terms of the person who must be meant."""
    for person in people:
        found = candidates_for(person, knowledge)
        if not found:
            continue
        offices = {p.office for p in person.posts}
        if "minister" in offices:
            offices |= _MINISTERS
        states = {p.represents for p in person.posts if p.represents} | ({person.country} if person.country else set())
        fitting = []
        former = "former_head_of_state" in offices
        vague = {o for p in person.posts for o in _possible(p)}
        for known in found:
            terms = [
                t
                for t in known.terms
                if (not offices or t.office in offices | vague or (former and t.office == "head_of_state"))
                and (not states or t.represents in states)
            ]
            if day and not former:
                terms = [t for t in terms if t.covers(day)] or ([] if len(found) > 1 else terms)
            if terms:
                fitting.append((known, terms))
        if len({k.id for k, _ in fitting}) > 1 and not offices:
            high = [(k, ts) for k, ts in fitting if any(t.office in _KNOWN_BY_SURNAME for t in ts)]
            fitting = high or fitting
        if len({k.id for k, _ in fitting}) != 1:
            continue
        known, terms = fitting[0]
        if (
            len(person.parts) == 1
            and not person.initials
            and not offices
            and not (day and any(t.office in _KNOWN_BY_SURNAME for t in terms))
        ):
            continue
        person.known = known
        held = {t.office for t in known.terms if day and t.covers(day)}
        person.known_office = next(iter(held)) if len(held) == 1 else ""
        for post in person.posts:
            exact = held & _possible(post)
            if len(exact) == 1:
                post.office = next(iter(exact))
        for post in person.posts:
            if post.represents:
                continue
            own = {"head_of_state"} if post.office == "former_head_of_state" else {post.office}
            if post.office == "minister":
                own |= _MINISTERS
            represented = {t.represents for t in terms if t.office in own}
            if len(represented) == 1:
                post.represents = next(iter(represented))
                post.rule += "+terms_of_office"
        if not person.posts and not person.country:
            represented = {t.represents for t in terms}
            if len(represented) == 1:
                person.country = next(iter(represented))


def _possible(post: Post) -> frozenset[str]:
    """The offices that a title which says little may stand for: "Minister X", "Chairman of the State Council X"."""
    title = post.title
    if title is None:
        return frozenset()
    if post.office == "minister" and title.attributes["plain"]:
        return frozenset({"foreign_minister", "defence_minister"})
    if post.office in ("agency_head", "other") and title.rule.startswith("chief.") and not title.attributes["bare"]:
        return (
            frozenset({"head_of_state", "head_of_government"}) if not title.attributes["organization"] else frozenset()
        )
    return frozenset()


def _from_groups(
    view: View, by_sentence: Sequence[Sequence[Named]], people: Sequence[PersonRecord], day: str | None
) -> None:
    """The title of a group for its members: "the deputy prime ministers met: X (Russia), Y (Armenia)"."""
    for sentence, row in zip(view.sentences, by_sentence, strict=True):
        for named in row:
            person = people[named.person]
            if not person.posts and sentence.is_line:
                _post_of_line(view, sentence, by_sentence, person)
            if person.posts:
                continue
            held = person.known is not None and day is not None and any(t.covers(day) for t in person.known.terms)
            after = None if held else _group_after(sentence, row, named)
            if after is not None and after.mention.norm != "counterpart":
                person.posts.append(Post(after.mention.norm, named.country, after.mention, "posts.group"))
                continue
            if not named.country:
                continue
            before = [i for i in sentence.items if i.symbol == "Q" and i.end <= named.item.start]
            if not before and sentence.index:
                previous = view.sentences[sentence.index - 1]
                before = (
                    [i for i in previous.items if i.symbol == "Q"] if previous.paragraph == sentence.paragraph else []
                )
            if not before:
                before = _group_of_line(view, sentence)
            if not before:
                continue
            title = before[-1].mention
            if title.norm == "counterpart" or title.attributes["country"] not in ("", named.country):
                continue
            office = person.known_office or title.norm
            person.posts.append(Post(office, named.country, title, "posts.group"))


def _group_after(sentence: Sentence, row: Sequence[Named], named: Named) -> Item | None:
    """The plural title in apposition to a list of names: "X of Poland, Y of Latvia – all of them presidents"."""
    for item in sentence.items:
        if item.symbol != "Q" or item.start < named.item.end:
            continue
        between = sentence.symbols[named.item.position + 1 : item.position]
        listed = "P" in between + sentence.symbols[: named.item.position]
        if not listed or not re.fullmatch(r"[PCAoxD,&;:()-]*[,-]x?", between):
            return None
        return None if any(p.title is item.mention for n in row for p in n.posts) else item
    return None


def _post_of_line(view: View, sentence: Sentence, by_sentence: Sequence[Sequence[Named]], person: PersonRecord) -> None:
    """The title of a list's heading for an entry without one, where the other entries have that office."""
    heading = [i for s in view.sentences[max(0, sentence.intro - 1) : sentence.intro + 1] for i in s.items]
    titles = [i.mention for i in heading if i.symbol == "Q"]
    lines = view.lines.get(sentence.intro, ())
    offices = Counter(p.office for line in lines for n in by_sentence[line.index] for p in n.posts)
    if titles and offices and offices.most_common(1)[0][0] == titles[-1].norm:
        person.posts.append(Post(titles[-1].norm, "", titles[-1], "posts.group"))


_ENTRY = re.compile(r"[o-]*C[-:(x][^PRQK]*P")


def _group_of_line(view: View, sentence: Sentence) -> list[Item]:
    """The plural title that a list of "от России – X", one to a line, stands under."""
    index = sentence.index
    if not _ENTRY.match(sentence.symbols):
        return []
    while index and _ENTRY.match(view.sentences[index].symbols):
        index -= 1
    above = view.sentences[max(0, index - 1) : index + 1]
    return [i for s in above for i in s.items if i.symbol == "Q"]


def _known_of_groups(
    view: View,
    by_sentence: Sequence[Sequence[Named]],
    people: Sequence[PersonRecord],
    knowledge: Knowledge,
    day: str | None,
) -> None:
    """As in "Then came the turn of the foreign ministers. X …": the title of a group for a known member named next."""
    for sentence, row in zip(view.sentences, by_sentence, strict=True):
        for named in row:
            person = people[named.person]
            if not day or named.counterpart or any(n.posts for n in person.named):
                continue
            before = [i for i in sentence.items if i.symbol == "Q" and i.end <= named.item.start]
            if not before and sentence.index:
                previous = view.sentences[sentence.index - 1]
                before = [i for i in previous.items if i.symbol == "Q" and previous.paragraph == sentence.paragraph]
            if not before or before[-1].mention.attributes["country"]:
                continue
            title = before[-1].mention
            held = {
                t.represents
                for known in candidates_for(person, knowledge)
                for t in known.terms
                if t.office == title.norm and t.covers(day)
            }
            if len(held) == 1:
                named.posts.append(Post(title.norm, held.pop(), title, "posts.group"))


def _from_terms(view: View, people: Sequence[PersonRecord], day: str | None) -> None:
    """The office on the day of somebody without a title, if a title of the report names it."""
    bare = [p for p in people if p.known is not None and all(q.past for q in p.posts)]
    if not bare or day is None:
        return
    titles = {i.mention.norm: i.mention for s in view.sentences for i in reversed(s.items) if i.symbol == "Q"}
    used = {p.title.start for person in people for p in person.posts if p.title is not None}
    alone = {
        (i.mention.norm, i.mention.attributes["country"])
        for s in view.sentences
        for i in s.items
        if i.symbol == "R" and i.mention.start not in used
    }
    for person in bare:
        assert person.known is not None
        terms = [t for t in person.known.terms if t.covers(day) and person.country in ("", t.represents)]
        if not terms:
            continue
        term = min(terms, key=lambda t: (t.office not in titles, t.office not in _KNOWN_BY_SURNAME, RANK[t.office]))
        title = titles.get(term.office)
        stated = any(n.country == term.represents for n in person.named) and term.office in _KNOWN_BY_SURNAME
        if stated or term.office in titles or {(term.office, ""), (term.office, term.represents)} & alone:
            person.posts.append(Post(term.office, term.represents, title, "posts.terms_of_office"))
        else:
            person.known_office, person.country = term.office, term.represents


def _shortened(view: View, people: Sequence[PersonRecord]) -> None:
    """A title that repeats the beginning of a longer one, "Chairman of the Board": the same office of the same body."""
    longer = [
        i.mention
        for s in view.sentences
        for i in s.items
        if i.symbol == "R" and i.mention.attributes["organization"] and not i.mention.attributes["bare"]
    ]
    if not longer:
        return
    for post in (p for person in people for p in person.posts):
        title = post.title
        if title is None or title.attributes["bare"] or (post.represents and post.office != "agency_head"):
            continue
        if title.attributes["organization"] or title.attributes["country"]:
            continue
        own = _lemmas(view, title)
        for other in longer:
            if _lemmas(view, other)[: len(own)] == own:
                post.office, post.represents = other.norm, post_of(other, "").represents
                break


def _lemmas(view: View, title: Mention) -> list[str]:
    start, end, lemma = title.attributes["heads"][0]
    words = [w for w in view.lower[end : title.end] if w.isalpha() and w != "the"]
    return [fold(lemma) or " ".join(view.lower[start:end]), *words]


def _from_context(view: View, people: Sequence[PersonRecord]) -> None:
    """The state of a national office that stands alone: the only one named before it, else that of the report."""
    everywhere = Counter(i.mention.norm for s in view.sentences for i in s.items if i.symbol in "CA")
    shared_by = Counter(
        p.title.start for person in people for p in person.posts if p.rule == "posts.shared" and p.title
    )
    shared = [p.title for person in people for p in person.posts if p.title and shared_by[p.title.start] > 2]
    senders = {p.represents for person in people for p in person.posts if p.office == "head_of_state"}
    titles = Counter(
        i.mention.attributes["country"]
        for s in view.sentences
        for i in s.items
        if i.symbol in "RQ" and i.mention.attributes["country"]
    )
    total = everywhere + titles
    ranked = total.most_common(2)
    dominant = ""
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        dominant = ranked[0][0]
    served = _Served(view, people)
    for person in people:
        for post in person.posts:
            if post.represents or not post.office:
                continue
            if post.office == "head_of_organization" or (post.title is not None and post.title.rule in _OF_BODIES):
                post.represents = _last_body(view, post)
                if post.represents or post.office == "head_of_organization":
                    continue
            near = (
                _possessor(view, post)
                or served.state(person, post)
                or _near_state(person, view.lexicon.file.words["capital"])
            )
            national = post.office in _NATIONAL
            if post.rule == "posts.shared" and not post.represents and post.title in shared:
                continue  # several people of several states
            if (
                not near
                and post.office == "ambassador"
                and len(senders) == 1
                and (_posted(post) or post.rule == "posts.group")
            ):
                near = next(iter(senders))  # "The president recalled the ambassador in Kenya"
            post.represents = near or (dominant if national else "") or _last_state(view, post)
            if post.represents:
                post.rule += "+context"


class _Served:
    """The state of somebody who serves another: "his spokesman X", "Y, an aide to Z", "with Z came Y"."""

    def __init__(self, view: View, people: Sequence[PersonRecord]) -> None:
        words = view.lexicon.file.words
        self._view = view
        self._people = people
        self._possessive = frozenset(words["possessive_pronoun"])
        self._company = tuple(words["company"])
        self._named = sorted((n for p in people for n in p.named), key=lambda n: n.item.start)
        self._starts = [n.item.start for n in self._named]

    def state(self, person: PersonRecord, post: Post) -> str:
        """Country code, or the empty string."""
        title = post.title
        own = next((n for n in person.named for p in n.posts if p.title is title), None)
        if title is None or own is None:
            return ""
        sentence, first = own.sentence, min(title.start, int(title.attributes["left"]))
        here = bisect_left(self._starts, own.item.start)
        item = next((i for i in sentence.items if i.mention is title), None)
        after = sentence.at.get(item.position + 2) if item is not None else None
        if (
            item is not None
            and after is not None
            and re.fullmatch("R[xo]P", sentence.symbols[item.position : after.position + 1])
        ):
            gap = self._view.lower[item.end : after.start]
            if gap and gap[0] in self._view.lexicon.file.role_frame.links:
                return self._of_item(after)
        lower = self._view.lower
        if any(w in self._possessive for w in lower[max(sentence.start, first - 2) : first]):
            before = (self._named[i] for i in range(here - 1, -1, -1))
            return self._first_state(before, person)
        told = " ".join(lower[sentence.start : own.item.start])
        if any(f" {c} " in f" {told} " for c in self._company):
            return self._first_state(self._named[bisect_left(self._starts, sentence.start) : here], person)
        return ""

    def _of_item(self, item: Item) -> str:
        """The state of the person whose name an item is."""
        at = bisect_left(self._starts, item.start)
        found = at < len(self._named) and self._named[at].item is item
        return self._people[self._named[at].person].represents if found else ""

    def _first_state(self, named: Iterable[Named], person: PersonRecord) -> str:
        """The state of the first of some names whose bearer has one and is somebody else."""
        others = (n.person for n in named if n.person != person.index)
        return next((state for other in others if (state := self._people[other].represents)), "")


def _offices_of_states(view: View, people: Sequence[PersonRecord]) -> None:
    """Titles whose office depends on the state: the Secretary of State of the US is its foreign minister."""
    offices = {
        (f"role.{r.name}", country): office for r in view.lexicon.file.role for country, office in r.by_country.items()
    }
    for person in people:
        for post in person.posts:
            if post.title is not None:
                post.office = offices.get((post.title.rule, post.represents), post.office)


def _posted(post: Post) -> bool:
    """Whether the title of an ambassador says where to."""
    return post.title is not None and bool(post.title.attributes["abroad"])


def told_state(person: PersonRecord) -> str:
    """The state or body of a person, unless only the report around gives it to somebody without a state office."""
    main = person.main
    return "" if main is not None and main.office == "other" and guessed(main) else person.represents


def guessed(post: Post) -> bool:
    """Whether only the report around gives a post its state."""
    return post.rule.endswith("+context")


def _possessor(view: View, post: Post) -> str:
    """The state that "its ambassador" or "his spokesman" goes back to: the last one told before."""
    title = post.title
    if title is None or not title.start:
        return ""
    whose = view.lexicon.file.words["whose"]
    inside = any(w in whose for w in view.lower[title.start : title.end])
    if not inside and view.lower[title.start - 1] not in whose:
        return ""
    here = next(s.index for s in view.sentences if s.start <= title.start < s.end)
    for sentence in reversed(view.sentences[max(0, here - 2) : here + 1]):
        for item in reversed(sentence.items):
            if item.end > title.start:
                continue
            if item.symbol in "CA" or (item.symbol == "O" and sentence.index == here):
                return str(item.mention.norm)
            if item.symbol in "RQ" and item.mention.attributes["country"]:
                return str(item.mention.attributes["country"])
    return ""


def _near_state(person: PersonRecord, capital: Collection[str]) -> str:
    for named in person.named:
        states = {
            i.mention.norm
            for i in named.sentence.items
            if i.symbol in "CA" and i.end <= named.item.start and named.sentence.words[i.end] not in capital
        }
        if len(states) == 1:
            return next(iter(states))
    return ""


_OF_BODIES = frozenset({"role.commissioner"})


def _items_before(view: View, token: int) -> Iterator[Item]:
    """The items before a token, the last one first."""
    index = bisect_right(view.sentences, token, key=lambda s: s.start) - 1
    if index < 0:
        return
    yield from reversed(list(takewhile(lambda item: item.start < token, view.sentences[index].items)))
    for earlier in range(index - 1, -1, -1):
        yield from reversed(view.sentences[earlier].items)


def _last_body(view: View, post: Post) -> str:
    """The body told last before a title of one that names none, "the secretary general of the organization"."""
    if post.title is None:
        return ""
    for item in _items_before(view, post.title.start):
        if item.symbol == "O":
            return item.mention.norm
        if item.symbol == "R" and item.mention.attributes["organization"]:
            return str(item.mention.attributes["organization"])
    return ""


_PRIVATE = frozenset({"former_head_of_state", "head_of_organization"})


def _last_state(view: View, post: Post) -> str:
    """The state told last before a title, else that of the city in which the report is written."""
    title = post.title
    if title is None or post.office in _PRIVATE or title.attributes["organization"]:
        return ""
    city, capital = "", view.lexicon.file.words["capital"]
    for item in _items_before(view, title.start):
        if item.symbol in "CA":
            if view.lower[item.end] not in capital:
                return str(item.mention.norm)
        elif item.symbol in "RQK":
            if item.mention.attributes["country"]:
                return str(item.mention.attributes["country"])
        elif item.symbol == "L":
            city = str(item.mention.rule.partition(".")[2]) or city
    return city


# -- titles alone --


def _references(
    view: View,
    by_sentence: Sequence[Sequence[Named]],
    people: list[PersonRecord],
    knowledge: Knowledge,
    day: str | None,
) -> list[list[Reference]]:
    out: list[list[Reference]] = []
    order: list[int] = []  # people by last mention
    upcoming = [(n.item.start, n.person) for row in by_sentence for n in row]
    for sentence, row in zip(view.sentences, by_sentence, strict=True):
        used = {p.title.start for n in row for p in n.posts if p.title is not None}
        own: list[Reference] = []
        events = sorted([(i.start, i) for i in sentence.items if i.symbol in "RPQK"], key=lambda e: e[0])
        persons_at = {n.item.start: n.person for n in row}
        for start, item in events:
            if item.symbol == "P":
                if start in persons_at:
                    _touch(order, persons_at[start])
                continue
            title = item.mention
            if item.symbol == "Q" and title.start not in used:
                for person in _holders(sentence, item, people, order, upcoming):
                    reference = Reference(item, sentence, person)
                    own.append(reference)
                    people[person].references.append(reference)
                continue
            if (
                item.symbol == "K"
                and title.attributes["country"]
                and not any(n.counterpart and 0 <= n.item.start - item.end <= 1 for n in row)
            ):
                for office in ("head_of_state", "head_of_government", "foreign_minister"):
                    found = _holder(office, title.attributes["country"], "", people, order, upcoming, start)
                    if found is not None:
                        own.append(Reference(item, sentence, found))
                        break
                continue
            if (
                title.start in used
                or title.attributes["number"] == "pl"
                or (title.attributes["weak"] and not title.attributes["country"])
            ):
                continue
            holder = _holder(
                title.norm,
                title.attributes["country"],
                title.attributes["organization"],
                people,
                order,
                upcoming,
                start,
            )
            if holder is None and title.rule == "role.leader":
                holder = _holder("head_of_government", title.attributes["country"], "", people, order, upcoming, start)
            if holder is None and (title.attributes["country"] or title.attributes["organization"]):
                holder = _by_terms(title, people, knowledge, day)
                if holder is None and day and title.attributes["country"]:
                    holder = _office_alone(title, people, knowledge, day, view.lexicon.language)
            if holder is not None:
                _title(people[holder], title)
                reference = Reference(item, sentence, holder)
                own.append(reference)
                people[holder].references.append(reference)
                _touch(order, holder)
        out.append(own)
    return out


def _title(person: PersonRecord, title: Mention) -> None:
    """Take the title that the text has elsewhere for an office that only the terms of office gave."""
    for post in person.posts:
        if post.title is None and post.office == title.norm and post.rule == "posts.terms_of_office":
            post.title = title


def _office_alone(
    title: Mention, people: list[PersonRecord], knowledge: Knowledge, day: str, language: str
) -> int | None:
    """Whom an office means that no name stands with: its certain holder on the day of the report, as a new person."""
    country = title.attributes["country"]
    if knowledge.offices.holders(title.norm) != ONE or title.norm not in _NATIONAL:
        return None
    found = knowledge.holder(title.norm, country, Period.of(day))
    if found is None:
        return None
    known = found[0]
    name = known.name_in(language)
    words, initials = split_name(name)
    post = Post(title.norm, country, title, "posts.office_alone")
    people.append(
        PersonRecord(
            name, words, initials, fold(known.surname(name)), known.gender, [post], known=known, index=len(people)
        )
    )
    return people[-1].index


def _by_terms(title: Mention, people: Sequence[PersonRecord], knowledge: Knowledge, day: str | None) -> int | None:
    """The one person of the text known to have held the office of a title: on the day, or with no other one."""
    party = post_of(title, "").represents
    fitting = [
        p
        for p in people
        if any(
            t.office == title.norm and t.represents == party and (not p.posts or (day and t.covers(day)))
            for known in ([p.known] if p.known else candidates_for(p, knowledge))
            for t in known.terms
        )
    ]
    if len(fitting) != 1:
        return None
    person = fitting[0]
    person.posts.append(Post(title.norm, party, title, "posts.terms_of_office"))
    return person.index


def _holders(
    sentence: Sentence,
    item: Item,
    people: Sequence[PersonRecord],
    order: Sequence[int],
    upcoming: Sequence[tuple[int, int]],
) -> list[int]:
    """The people that "the Russian and Kazakh leaders" or "the presidents of A and B" are, all of them or none."""
    title = item.mention
    states = [title.attributes["country"]] if title.attributes["country"] else []
    before = re.search(r"(?:A[,&]+)+$", sentence.symbols[: item.position])
    if before:
        states += [sentence.at[before.start() + i].mention.norm for i, s in enumerate(before.group()) if s == "A"]
    after = re.match(r"(?:[,&]+o?C)+", sentence.symbols[item.position + 1 :])
    if after:
        states += [sentence.at[item.position + 1 + i].mention.norm for i, s in enumerate(after.group()) if s == "C"]
    if len(states) < 2:
        return []
    found = [_holder(title.norm, state, "", people, order, upcoming, item.start) for state in states]
    return [f for f in found if f is not None] if all(f is not None for f in found) else []


def _touch(order: list[int], person: int) -> None:
    if person in order:
        order.remove(person)
    order.append(person)


def _holder(
    office: str,
    country: str,
    organization: str,
    people: Sequence[PersonRecord],
    order: Sequence[int],
    upcoming: Sequence[tuple[int, int]],
    start: int,
) -> int | None:
    def fits(index: int) -> bool:
        return any(
            p.office == office
            and (not country or p.represents == country)
            and (office != "head_of_organization" or not organization or p.represents == organization)
            for p in people[index].posts
        )

    for index in reversed(order):
        if fits(index):
            return index
    if not country and not organization:
        return None
    later = {person for position, person in upcoming if position > start and fits(person)}
    return next(iter(later)) if len(later) == 1 else None


def persons_of(cast: Cast, sentence: Sentence) -> list[tuple[int, int, int]]:
    """People of a sentence, by name or title alone: first token, token after the last, number of the person."""
    named = [(n.item.start, n.item.end, n.person) for n in cast.by_sentence[sentence.index]]
    references = [(r.item.start, r.item.end, r.person) for r in cast.references[sentence.index]]
    return sorted(named + references)
