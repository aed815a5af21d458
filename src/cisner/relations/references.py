"""People meant by a title alone: "the Kazakh president"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cisner.knowledge import ONE, Knowledge, Period
from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.relations.cast import PersonRecord, Reference
from cisner.relations.context import NATIONAL
from cisner.relations.naming import similar, split_name
from cisner.relations.offices import candidates_for
from cisner.relations.posts import Named, Post, post_of
from cisner.relations.sentence import Item, Sentence, View

_HIGHEST = ("head_of_state", "head_of_government", "foreign_minister")
_ADJECTIVES = re.compile(r"(?:A[,&]+)+$")
_STATES = re.compile(r"(?:,o?C)*&o?C(?![PRQ(-])")
_FROM = re.compile(r"oC(?:[,&]+o?C)*")
_MINISTERS = ("foreign_minister", "defence_minister")  # may be called just "the Turkish minister"


def refer(
    view: View,
    by_sentence: Sequence[Sequence[Named]],
    people: list[PersonRecord],
    knowledge: Knowledge,
    day: str | None,
) -> list[list[Reference]]:
    """The people meant by titles alone, sentence by sentence; a sole known holder is added to the people."""
    out: list[list[Reference]] = []
    possessive = frozenset(view.lexicon.file.role_frame.possessive)
    order: list[int] = []  # people by last mention
    upcoming = [(n.item.start, n.person) for row in by_sentence for n in row]
    for sentence, row in zip(view.sentences, by_sentence, strict=True):
        own: list[Reference] = []
        out.append(own)
        events = sorted([(i.start, i) for i in sentence.items if i.symbol in "RPQK"], key=lambda e: e[0])
        if not events:
            continue
        used = {p.title.start for n in row for p in n.posts if p.title is not None}
        persons_at = {n.item.start: n.person for n in row}
        for start, item in events:
            if item.symbol == "P":
                if start in persons_at:
                    _touch(order, persons_at[start])
                continue
            title = item.mention
            if (item.symbol == "Q" or _of_several(sentence, item)) and title.start not in used:
                for person in _holders(view, sentence, item, people, order, upcoming):
                    reference = Reference(item, sentence, person)
                    own.append(reference)
                    people[person].references.append(reference)
                continue
            if item.symbol == "K":
                if not any(n.counterpart and 0 <= n.item.start - item.end <= 1 for n in row):
                    before = [persons_at[s] for s, i in events if s < start and s in persons_at]
                    office = people[before[-1]].office if before else ""
                    for state in _states_of_counterparts(sentence, item):
                        found = _counterpart(office, state, people, order, upcoming, start)
                        if found is None and office and day:
                            found = _office_alone(None, office, state, people, knowledge, day, view.lexicon.language)
                        if found is not None:
                            own.append(Reference(item, sentence, found))
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
            if holder is None and title.norm == "minister" and title.attributes["plain"]:
                held = (
                    _holder(office, title.attributes["country"], "", people, order, upcoming, start)
                    for office in _MINISTERS
                )
                holder = next((h for h in held if h is not None), None) if title.attributes["country"] else None
            if holder is None and (title.attributes["country"] or title.attributes["organization"]):
                holder = _by_terms(title, people, knowledge, day)
                owns = view.lower[title.end : title.end + 1]  # "the Kazakh president's spokesman": not about him
                if holder is None and day and title.attributes["country"] and not set(owns) & possessive:
                    state, language = title.attributes["country"], view.lexicon.language
                    holder = _office_alone(title, title.norm, state, people, knowledge, day, language)
            if holder is None and title.attributes["country"]:
                holder = _bare_before(view, by_sentence, sentence, item, people)
            if holder is not None:
                _title(people[holder], title)
                reference = Reference(item, sentence, holder)
                own.append(reference)
                people[holder].references.append(reference)
                _touch(order, holder)
    return out


def _bare_before(
    view: View, by_sentence: Sequence[Sequence[Named]], sentence: Sentence, item: Item, people: Sequence[PersonRecord]
) -> int | None:
    """As in "X let it be known; the Russian deputy premier named no cause": the one person told of just before."""
    skipped = view.lexicon.file.words.the | view.lexicon.file.words.that
    start = item.start
    while start > sentence.start and (view.lower[start - 1] in skipped or not view.words[start - 1].strip()):
        start -= 1
    if start > sentence.start:
        if view.words[start - 1] not in _BREAKS:
            return None
        first, named = sentence.clause(view.lower, start - 2)[0], by_sentence[sentence.index]
        before = [n for n in named if first <= n.item.start < start]
    elif sentence.index and view.sentences[sentence.index - 1].paragraph == sentence.paragraph:
        before = list(by_sentence[sentence.index - 1])
    else:
        return None
    if len({n.person for n in before}) != 1 or before[0].case not in ("", "nom"):
        return None
    person = people[before[0].person]
    if person.posts or person.known_office or person.country not in ("", item.mention.attributes["country"]):
        return None
    if person.known is not None and all(t.office != item.mention.norm for t in person.known.terms):
        return None
    person.posts.append(post_of(item.mention, "posts.told_after"))
    return person.index


def _title(person: PersonRecord, title: Mention) -> None:
    """Take the title that the text has elsewhere for an office that only the terms of office gave."""
    for post in person.posts:
        if post.title is None and post.office == title.norm and post.rule == "posts.terms_of_office":
            post.title = title


def _of_several(sentence: Sentence, item: Item) -> bool:
    """Whether a title that may be plural is of several states: «главы МИД A, B и C»."""
    title = item.mention.attributes
    listed = _STATES.match(sentence.symbols, item.position + 1) if title["number"] == "either" else None
    return listed is not None and bool(title["country"]) and item.symbol == "R"


def _states_of_counterparts(sentence: Sentence, item: Item) -> list[str]:
    """The states of "his Turkish and Iranian counterparts", "his counterparts from Turkey and Iran"."""
    state = item.mention.attributes["country"]
    around = _ADJECTIVES.search(sentence.symbols, 0, item.position) if state else None
    around = around if state else _FROM.match(sentence.symbols, item.position + 1)
    places = range(*around.span()) if around else range(0)
    states = [sentence.at[i].mention.norm for i in places if i in sentence.at] + ([state] if state else [])
    return states if len(states) > 1 or item.mention.attributes["number"] == "sg" else []  # not "colleagues from A"


def _counterpart(
    office: str,
    state: str,
    people: Sequence[PersonRecord],
    order: Sequence[int],
    upcoming: Sequence[tuple[int, int]],
    start: int,
) -> int | None:
    """Who holds the office of the one named before in another state, or else one of the highest offices."""
    for wanted in dict.fromkeys((office or _HIGHEST[0], *_HIGHEST)):
        found = _holder(wanted, state, "", people, order, upcoming, start)
        if found is not None:
            return found
    return None


def _office_alone(
    title: Mention | None,
    office: str,
    country: str,
    people: list[PersonRecord],
    knowledge: Knowledge,
    day: str,
    language: str,
) -> int | None:
    """Whom an office means that no name stands with: its certain holder on the day of the report, as a new person."""
    if knowledge.offices.holders(office) != ONE or office not in NATIONAL:
        return None
    found = knowledge.holder(office, country, Period.of(day))
    if found is None:
        return None
    known = found[0]
    name = known.name_in(language)
    words, initials = split_name(name)
    post = Post(office, country, title, "posts.office_alone")
    surname = fold(known.surname(name))
    for person in people:  # one of whom the text has no more than the surname, in whatever form
        if not person.posts and not person.country and person.parts in ((surname,), (person.surname,)):
            if similar(surname, person.surname) or person.surname.startswith(surname):
                person.posts.append(post)
                person.known, person.name = known, known.surname(name)
                return person.index
    people.append(PersonRecord(name, words, initials, surname, known.gender, [post], known=known, index=len(people)))
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


_BREAKS = frozenset({";", ":", "–", "—"})
_APART = re.compile(r"x?[:(-](C(?:[,&]+o?C)+)(?![PRQ(-])")
_THOSE_OF = re.compile(r"[,:(-]xo(C(?:[,&]+o?C)+)(?![PRQ(-])")


def _holders(
    view: View,
    sentence: Sentence,
    item: Item,
    people: Sequence[PersonRecord],
    order: Sequence[int],
    upcoming: Sequence[tuple[int, int]],
) -> list[int]:
    """The people that "the Russian and Kazakh leaders" or "the presidents of A and B" are, all of them or none."""
    title = item.mention
    states = [title.attributes["country"]] if title.attributes["country"] else []
    before = _ADJECTIVES.search(sentence.symbols, 0, item.position)
    if before:
        states += [sentence.at[before.start() + i].mention.norm for i, s in enumerate(before.group()) if s == "A"]
    after = re.match(r"(?:[,&]+o?C)+", sentence.symbols[item.position + 1 :])
    if not states and not after:
        states = _states_apart(view, sentence, item)
    elif after:
        states += [sentence.at[item.position + 1 + i].mention.norm for i, s in enumerate(after.group()) if s == "C"]
    if len(states) < 2:
        return []
    found = [_holder(title.norm, state, "", people, order, upcoming, item.start) for state in states]
    return [f for f in found if f is not None] if all(f is not None for f in found) else []


def _states_apart(view: View, sentence: Sentence, item: Item) -> list[str]:
    """The states after a break: "Two presidents were missing, those of A and B", «два президента – A и B»."""
    found = _APART.match(sentence.symbols, item.position + 1)
    if found is not None:
        return [sentence.at[i].mention.norm for i in range(*found.span(1)) if sentence.symbols[i] == "C"]
    for found in _THOSE_OF.finditer(sentence.symbols, item.position + 1):
        states = [sentence.at[i] for i in range(*found.span(1)) if sentence.symbols[i] == "C"]
        before = view.lower[states[0].start - 3 : states[0].start]
        if any(w in view.lexicon.file.words.those for w in before):
            return [s.mention.norm for s in states]
    return []


def _touch(order: list[int], person: int) -> None:
    if person in order:
        order.remove(person)
    order.append(person)


def _foremost(fitting: Sequence[int], people: Sequence[PersonRecord]) -> int:
    """Whom a title without a state means: the last one told of; after a list of several, whom the report began with."""
    last = people[fitting[0]].named
    if not last or last[-1].in_list < 0:
        return fitting[0]
    return min(fitting, key=lambda i: people[i].named[0].item.start if people[i].named else last[-1].item.start)


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

    fitting = [i for i in reversed(order) if fits(i)]
    if fitting:
        return fitting[0] if country or organization else _foremost(fitting, people)
    if not country and not organization and (order or office not in NATIONAL):
        return None  # before all names it may be told, in a headline, of the one who holds the office
    later = {person for position, person in upcoming if position > start and fits(person)}
    return next(iter(later)) if len(later) == 1 else None
