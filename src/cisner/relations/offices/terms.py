"""Offices and states that the terms of office of known people tell, where the text leaves them unsaid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cisner.knowledge import MINISTERS, Knowledge, KnownPerson, Term
from cisner.linking import NameMatch, TextName, match_name
from cisner.relations.candidates import candidates_for
from cisner.relations.cast import RANK, PersonRecord
from cisner.relations.offices.titles import vague_titles
from cisner.relations.officials import of_council
from cisner.relations.posts import COUNTERPART, Named, Post
from cisner.relations.sentence import View

_KNOWN_BY_SURNAME = frozenset({"head_of_state", "head_of_government", "foreign_minister"})  # reports give no more
_STATE, _YEAR = len("RU"), len("2022")
_HEADS = frozenset(
    {"head_of_state", "head_of_government", "head_of_organization", "foreign_minister", "defence_minister"}
)


def from_knowledge(view: View, people: Sequence[PersonRecord], knowledge: Knowledge, day: str | None) -> None:
    """States that the text leaves unsaid, from the terms of the person who must be meant."""
    elsewhere = vague_titles(view.lexicon)
    for person in people:
        found = candidates_for(person, knowledge) or _in_office(person, knowledge, day)
        if not found:
            continue
        _part_from_places(view, person, found, day)
        meant = _meant(person, found, elsewhere, day)
        if meant is None:
            continue
        person.known, terms = meant
        in_force = [t for t in person.known.terms if day and t.covers(day)]
        held = {t.office for t in in_force}
        person.posts[:] = [_own_post(p, in_force) for p in person.posts]
        person.known_office = next(iter(held)) if len(held) == 1 else ""
        for post in person.posts:
            if post.rule == COUNTERPART and len(held) == 1:
                post.office = next(iter(held))  # "The speaker came for her president. His colleagues X and Y …"
            exact = held & _possible(post, elsewhere)
            if len(exact) == 1:
                post.office = next(iter(exact))
        _give_states(person, terms)


def _meant(
    person: PersonRecord, found: Sequence[KnownPerson], elsewhere: Mapping[str, frozenset[str]], day: str | None
) -> tuple[KnownPerson, list[Term]] | None:
    """Who of several of a name must be meant, with the terms of office that agree with what the text says of him."""
    offices = {p.office for p in person.posts if p.rule != COUNTERPART}
    if "minister" in offices:
        offices.update(MINISTERS)
    states = {p.represents for p in person.posts if p.represents} | ({person.country} if person.country else set())
    former = "former_head_of_state" in offices
    fitting = offices.union(*(_possible(p, elsewhere) for p in person.posts), ("head_of_state",) if former else ())
    fitting = fitting.union(filter(None, map(_served, person.posts)))
    agreeing = []
    for known in found:
        terms = [
            t for t in known.terms if (not offices or t.office in fitting) and (not states or t.represents in states)
        ]
        if day and not former:
            others = [] if len(found) > 1 else [t for t in terms if _is_lasting(t, day)]
            terms = [t for t in terms if t.covers(day)] or others
        if terms:
            agreeing.append((known, terms))
    if len({known.id for known, _ in agreeing}) > 1 and not offices:
        agreeing = [(known, terms) for known, terms in agreeing if _is_well_known(terms)] or agreeing
    if len({known.id for known, _ in agreeing}) != 1:
        return None
    surname_alone = len(person.parts) == 1 and not person.initials and not offices
    return None if surname_alone and not (day and _is_well_known(agreeing[0][1])) else agreeing[0]


def _served(post: Post) -> str:
    """The office within a title, which the name after it may be that of: "the spokesman for the President of A X"."""
    return str(post.title.attributes["serves"]) if post.title is not None else ""


def _own_post(post: Post, in_force: Sequence[Term]) -> Post:
    """The post of whom "the spokesman for President X" names: an office within the title, by terms of office."""
    served = _served(post)
    if not served or not any((t.office, t.represents) == (served, post.represents) for t in in_force):
        return post
    return Post(served, post.represents, None, "posts.served")


def _is_lasting(term: Term, day: str) -> bool:
    """Whether a term tells for whom its holder stood at another time: a state, or a body in the years around it."""
    if len(term.represents) == _STATE:
        return True
    first, last = (int((bound or day)[:_YEAR]) for bound in (term.start, term.end))
    return first - 1 <= int(day[:_YEAR]) <= last + 1


def _is_well_known(terms: Sequence[Term]) -> bool:
    """Whether reports name somebody with some terms of office by the surname alone."""
    return any(t.office in _KNOWN_BY_SURNAME for t in terms)


def _give_states(person: PersonRecord, terms: Sequence[Term]) -> None:
    """Give posts without a state, or somebody without a post, the one state that the terms of office tell."""
    for post in person.posts:
        if post.represents:
            continue
        own = {"head_of_state"} if post.office == "former_head_of_state" else {post.office}
        if post.office == "minister":
            own.update(MINISTERS)
        states = {t.represents for t in terms if t.office in own}
        if len(states) == 1:
            post.represents = states.pop()
            post.rule += "+terms_of_office"
    states = {t.represents for t in terms}
    if not person.posts and not person.country and len(states) == 1:
        person.country = states.pop()


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


def known_of_groups(
    view: View,
    by_sentence: Sequence[Sequence[Named]],
    people: Sequence[PersonRecord],
    knowledge: Knowledge,
    day: str | None,
) -> None:
    """As in "Then came the turn of the foreign ministers. X …": the title of a group for a known member named next."""
    if not day or not any("Q" in sentence.symbols for sentence in view.sentences):
        return
    for sentence, row in zip(view.sentences, by_sentence, strict=True):
        for named in row:
            person = people[named.person]
            if named.counterpart or any(n.posts for n in person.named):
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
