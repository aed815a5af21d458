"""Offices of people completed: from counterparts, groups, other mentions, and known terms of office."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from cisner.knowledge import MINISTERS, Knowledge, KnownPerson
from cisner.lexicon import Lexicon
from cisner.linking import NameMatch, TextName, match_name
from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.relations.capacity import never_held
from cisner.relations.cast import RANK, PersonRecord
from cisner.relations.naming import similar, split_name
from cisner.relations.officials import of_council
from cisner.relations.posts import Named, Post, post_of
from cisner.relations.sentence import Item, Sentence, View

_ENTRY = re.compile(r"[o-]*C[-:(x][^PRQK]*P")
_ENTRY_OF_NAME = re.compile(r"[-x]*P(?:\(x?C\)|[-,]C)[,;.]?")
_ABOVE = 3  # sentences between the title of a group and the list of its members
# Offices whose holders reports name by the surname alone.
_KNOWN_BY_SURNAME = frozenset({"head_of_state", "head_of_government", "foreign_minister"})


_HEADS = frozenset({"head_of_state", "head_of_government", "head_of_organization"})
_LEADERS = _KNOWN_BY_SURNAME | {"defence_minister", "head_of_parliament"}


def counterparts(
    by_sentence: Sequence[Sequence[Named]], people: Sequence[PersonRecord], deputy_of: Mapping[str, str]
) -> None:
    """As in "his Georgian counterpart X" and "his deputy Y": the office of the person spoken of before, or under it."""
    if not any(n.elliptic or n.counterpart or n.deputy is not None for row in by_sentence for n in row):
        return  # as most often
    previous: Post | None = None
    nearest: Post | None = None  # of who is named just before
    last: Post | None = None
    told: dict[str, Post] = {}  # the last of each state
    highest: dict[int, Post | None] = {}  # of all posts that stand with a person's name, by person
    spoken: Counter[int] = Counter()
    order: dict[int, int] = {}
    most = -1  # the person named most often, of several the one named first
    for row in by_sentence:
        if spoken and not (
            row and (any(n.person in spoken for n in row) or any(p.office for n in row for p in n.posts))
        ):
            previous = _highest(people[most], highest) or previous
        if not row:
            continue
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
            if named.deputy is not None and nearest is not None and not named.posts:
                office = deputy_of.get(nearest.office, "other")
                named.posts.append(Post(office, nearest.represents, named.deputy, "posts.deputy"))
                highest.pop(named.person)
            elif named.counterpart and not named.posts:
                own = previous if named.successor else _of_another_state(previous, told, named.country)
                alone = "" if named.successor or any(n.item.end <= named.item.start for n in row) else _subject(named)
                office = alone or (own.office if own is not None else _title_before(named))
                if office:
                    same = own.represents if named.successor and own is not None else ""
                    named.posts.append(Post(office, named.country or same, None, "posts.counterpart"))
                    highest.pop(named.person)
            elif own is not None:
                previous = nearest = own
                told.pop(own.represents, None)
                told[own.represents] = own


def _of_another_state(post: Post | None, told: dict[str, Post], state: str) -> Post | None:
    """The post of whom a counterpart goes back to, who is of another state: "A met X; with X's own president …"."""
    if post is None or not state or post.represents != state:
        return post
    return next((p for country, p in reversed(told.items()) if country not in ("", state)), post)


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


def _subject(named: Named) -> str:
    """The office of a title that stands for somebody before "his colleague": "The Belarusian premier met his …"."""
    before = [i for i in named.sentence.items if i.symbol in "RQ" and i.end <= named.item.start]
    before = [i for i in before if i.mention.norm != "counterpart"]
    last = before[-1] if before else None
    if last is None or last.symbol != "R" or not last.mention.attributes["country"]:
        return ""
    return str(last.mention.norm) if last.mention.norm in _LEADERS else ""


def collect_posts(person: PersonRecord) -> None:
    """Bring the posts of all mentions of a person together."""
    countries = [n.country for n in person.named if n.country]
    person.country = max(dict.fromkeys(countries), key=countries.count, default="")  # of several the first
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


def _in_office(person: PersonRecord, knowledge: Knowledge, day: str | None) -> list[KnownPerson]:
    """Holders of the highest offices of any state whose names are much alike: "President Alexander Lukashenka"."""
    offices = {p.office for p in person.posts if not p.represents} & _KNOWN_BY_SURNAME
    if not offices or not day or person.country:
        return []
    name = TextName.of(person.name)
    return [
        known
        for office in sorted(offices)
        for known in knowledge.in_office(office, day)
        if match_name(name, known) >= NameMatch.STRONG
    ]


def from_knowledge(view: View, people: Sequence[PersonRecord], knowledge: Knowledge, day: str | None) -> None:
    """States that the text leaves unsaid, from the terms of the person who must be meant."""
    elsewhere = _elsewhere(view.lexicon)
    for person in people:
        found = candidates_for(person, knowledge) or _in_office(person, knowledge, day)
        if not found:
            continue
        _part_from_places(view, person, found, day)
        offices = {p.office for p in person.posts}
        if "minister" in offices:
            offices.update(MINISTERS)
        states = {p.represents for p in person.posts if p.represents} | ({person.country} if person.country else set())
        fitting = []
        former = "former_head_of_state" in offices
        vague = {o for p in person.posts for o in _possible(p, elsewhere)}
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
            exact = held & _possible(post, elsewhere)
            if len(exact) == 1:
                post.office = next(iter(exact))
        for post in person.posts:
            if post.represents:
                continue
            own = {"head_of_state"} if post.office == "former_head_of_state" else {post.office}
            if post.office == "minister":
                own.update(MINISTERS)
            represented = {t.represents for t in terms if t.office in own}
            if len(represented) == 1:
                post.represents = next(iter(represented))
                post.rule += "+terms_of_office"
        if not person.posts and not person.country:
            represented = {t.represents for t in terms}
            if len(represented) == 1:
                person.country = next(iter(represented))


def _part_from_places(view: View, person: PersonRecord, found: Sequence[KnownPerson], day: str | None) -> None:
    """Take states from titles where they name a place: "On a visit to Georgia Prime Minister X met …".

    Only where who is meant held the office elsewhere that day; "a letter to Georgia President Y" reads the same.
    """
    where = view.lexicon.file.setting
    for post in person.posts:
        title = post.title
        if title is None or not day or not title.attributes["left"] < title.start or not post.represents:
            continue
        before = view.lower[title.attributes["left"] - 1]
        place = before in where.inside or before in where.towards
        if not place and view.lower[title.attributes["left"] - 2] not in view.lexicon.file.meeting_frame.capital:
            continue
        held = {t.represents for k in found for t in k.terms if t.office == post.office and t.covers(day)}
        if held and post.represents not in held:
            post.represents = ""


@lru_cache(maxsize=4)
def _elsewhere(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Offices that titles mean in some states, or at the head of a body: those of a "Secretary of State"."""
    head = "head_of_organization"
    found = {
        f"role.{r.name}": frozenset({*r.by_country.values(), *((head,) if r.at_organization == head else ())})
        for r in lexicon.file.role
    }
    return {rule: offices for rule, offices in found.items() if offices}


def _possible(post: Post, elsewhere: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The offices that a title which says little may stand for: "Minister X", "Chairman of the State Council X".

    Those of ``elsewhere`` are told by the state or body of a title: "State Secretary X".
    """
    title = post.title
    if title is None:
        return frozenset()
    if title.rule in elsewhere and not (title.attributes["country"] or title.attributes["organization"]):
        return elsewhere[title.rule]
    if post.office == "minister" and title.attributes["plain"]:
        return frozenset(MINISTERS)
    if post.office in ("agency_head", "other") and title.rule.startswith("chief.") and not title.attributes["bare"]:
        return _HEADS if not title.attributes["organization"] else frozenset()
    return frozenset()


def from_groups(
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
            if never_held(person, office):
                continue
            person.posts.append(Post(office, named.country, title, "posts.group"))


def from_summing_up(view: View, by_sentence: Sequence[Sequence[Named]], people: Sequence[PersonRecord]) -> None:
    """As in "Belarus: X; Kazakhstan: Y. All of them are foreign ministers": the title of those just listed."""
    words = view.lexicon.file.words
    for sentence in view.sentences:
        title = next((i for i in sentence.items if i.symbol == "Q"), None)
        if title is None or title is not sentence.items[0] or "P" in sentence.symbols or title.mention.norm == "other":
            continue
        if " ".join(w for w in view.lower[sentence.start : title.start] if w[:1].isalpha()) not in words.all_are:
            continue
        for named in _listed_before(view, by_sentence, sentence):
            person = people[named.person]
            if named.country and not person.posts and title.mention.attributes["country"] in ("", named.country):
                person.posts.append(Post(title.mention.norm, named.country, title.mention, "posts.group"))


def _listed_before(view: View, by_sentence: Sequence[Sequence[Named]], sentence: Sentence) -> Iterator[Named]:
    """The names of the sentence before, or of the lines of a list that it ends."""
    for earlier in reversed(view.sentences[: sentence.index]):
        yield from by_sentence[earlier.index]
        if not earlier.is_line and not _ENTRY.match(earlier.symbols):
            return


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


def _group_of_line(view: View, sentence: Sentence) -> list[Item]:
    """The plural title that a list of "от России – X", one to a line, stands under."""
    index = sentence.index
    if sentence.intro >= 0 and _ENTRY_OF_NAME.fullmatch(sentence.symbols):
        return _group_before(view, sentence.intro)
    if not _ENTRY.match(sentence.symbols):
        return []
    while index and _ENTRY.match(view.sentences[index].symbols):
        index -= 1
    above = view.sentences[max(0, index - 1) : index + 1]
    return [i for s in above for i in s.items if i.symbol == "Q"]


def _group_before(view: View, intro: int) -> list[Item]:
    """The plural title in the words that introduce a list of "X (Russia)", or in the sentences before them."""
    for index in range(intro, max(-1, intro - 1 - _ABOVE), -1):
        found = [i for i in view.sentences[index].items if i.symbol == "Q"]
        if found:
            return found
    return []


def known_of_groups(
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
            if any(of_council(s, title.start) for s in view.sentences[max(0, sentence.index - 1) : sentence.index + 1]):
                continue
            held = {
                t.represents
                for known in candidates_for(person, knowledge)
                for t in known.terms
                if t.office == title.norm and t.covers(day)
            }
            if len(held) == 1:
                named.posts.append(Post(title.norm, held.pop(), title, "posts.group"))


def from_terms(view: View, people: Sequence[PersonRecord], day: str | None) -> None:
    """The office on the day of somebody without a title, if a title of the report names it."""
    bare = [p for p in people if p.known is not None and all(q.past for q in p.posts)]
    if not bare or day is None:
        return
    groups = [(s, i.mention) for s in view.sentences for i in reversed(s.items) if i.symbol == "Q"]
    titles = {title.norm: title for _, title in groups}
    own = {title.norm: title for sentence, title in groups if not of_council(sentence, title.start)}
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
        stated = any(n.country == term.represents for n in person.named) and term.office in _KNOWN_BY_SURNAME
        if stated or term.office in titles or {(term.office, ""), (term.office, term.represents)} & alone:
            person.posts.append(Post(term.office, term.represents, own.get(term.office), "posts.terms_of_office"))
        else:
            person.known_office, person.country = term.office, term.represents


def shortened(view: View, people: Sequence[PersonRecord]) -> None:
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
    words = [w for w in view.lower[end : title.end] if w.isalpha() and w not in view.lexicon.file.words.the]
    return [fold(lemma) or " ".join(view.lower[start:end]), *words]
