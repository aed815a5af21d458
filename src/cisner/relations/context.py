"""The state of an office that stands alone: from whom its holder serves, from what was told before, from the report."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.relations.cast import PersonRecord
from cisner.relations.posts import Named, Post
from cisner.relations.sentence import Item, View

_SENT_WITH = re.compile(r"C[x-]?(R+)$")
_JOINED = re.compile(r"P(?:,?&(x?)|,(x))R+$")  # before a name: "and Minister", "and with Minister"
_OF_BODIES = frozenset({"role.commissioner"})
_SECRETARY = "role.secretary_general"
_OF_ANYTHING = frozenset({"role.leader"})  # of a state, a party, a strike
_FOREIGN_MINISTRY = "institution.foreign_ministry"
_SENT = 3  # words between a capital and the title of whom it sent
_OF_OTHERS = frozenset({"regional_head", "agency_head"})  # of a region or institution that is not known
_PRIVATE = frozenset({"former_head_of_state", "head_of_organization"})
NATIONAL = frozenset({
    "head_of_state", "head_of_government", "deputy_head_of_government", "foreign_minister", "defence_minister",
    "minister",
    "head_of_parliament", "former_head_of_state", "security_council_secretary", "presidential_staff", "deputy_minister",
})  # fmt: skip
_HOSTS = NATIONAL | {"parliamentarian", "agency_head"}  # who receive ambassadors to their state


def from_context(view: View, people: Sequence[PersonRecord]) -> None:
    """The state of a national office that stands alone: the only one named before it, else that of the report."""
    if all(post.represents or not post.office for person in people for post in person.posts):
        return  # as most often
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
    at_bodies = offices_at_bodies(view.lexicon)
    councils = {m.end for m in view.source.find("MEETING") if m.norm == "council"}
    ministries = _foreign_ministries(view)
    elsewhere = {i for m in view.source.find("STOP") for i in range(m.start, m.end)}
    for person in people:
        for post in person.posts:
            if post.represents or not post.office:
                continue
            if post.title is not None and not elsewhere.isdisjoint(range(post.title.start, post.title.end)):
                continue  # "President of Northern Cyprus": of no state that is told
            if post.office == "head_of_organization" or _of_body(post):
                post.represents = _last_body(view, post)
                continue
            if _of_council(post, councils) and (body := _last_body(view, post)):
                post.represents, post.office = body, at_bodies.get(post.title.rule, post.office) if post.title else ""
                continue
            near = (
                person.country
                or served.personally(person, post)
                or served.sent_by(person, post)
                or served.with_leader(person, post)
                or _possessor(view, post)
                or _sender(view, post)
                or _of_hosts(view, post)
                or served.state(person, post)
                or _post_abroad(view, person, post)
                or served.beside(person, post)
                or ministries.get(post.title.start if post.title else -1, "")
                or _near_state(person, view.lexicon.file.words.capital)
                or _state_of_place(view, post)
            )
            if not near and person.known is None and post.title is not None and post.title.rule in _OF_ANYTHING:
                post.office, post.represents = "other", dominant
                continue
            national = post.office in NATIONAL
            of_one = post.office == "parliamentarian"  # several to a state
            if post.rule == "posts.shared" and not post.represents and post.title in shared and not of_one:
                continue  # several people of several states
            if (
                not near
                and post.office == "ambassador"
                and len(senders) == 1
                and (_posted(post) or post.rule == "posts.group")
            ):
                near = next(iter(senders))  # "The president recalled the ambassador in Kenya"
            last = _last_state(view, post) if post.office not in _OF_OTHERS else ""
            around = (near, dominant if national else "", last)
            foreign = _senders_to(person, post) - {near}
            post.represents = next((state for state in around if state and state not in foreign), "")
            if post.represents:
                post.rule += "+context"


class _Served:
    """The state of somebody who serves another: "his spokesman X", "Y, an aide to Z", "with Z came Y"."""

    def __init__(self, view: View, people: Sequence[PersonRecord]) -> None:
        words = view.lexicon.file.words
        self._view = view
        self._people = people
        self._possessive = words.possessive_pronoun
        self._personal = words.personal_possessive
        self._company = words.company
        self._with = words.with_ | {"–", "—"}
        self._beside = words.beside
        self._joins = words.with_
        self._named = sorted((n for p in people for n in p.named), key=lambda n: n.item.start)
        self._starts = [n.item.start for n in self._named]

    def personally(self, person: PersonRecord, post: Post) -> str:
        """Country code of whom "his" or "her" goes back to, or the empty string."""
        title = post.title
        if title is None or self._view.lower[title.start - 1] not in self._personal:
            return ""
        here = bisect_left(self._starts, title.start)
        return self._first_state((self._named[i] for i in range(here - 1, -1, -1)), person)

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
        if lower[first - 1] in self._view.lexicon.file.role_frame.possessive:  # "Vladimir Putin's spokesman X"
            owner = next((i for i in sentence.items if i.symbol == "P" and i.end == first - 1), None)
            if owner is not None and (state := self._of_item(owner)):
                return state
        if any(w in self._possessive for w in lower[max(sentence.start, first - 2) : first]):
            before = (self._named[i] for i in range(here - 1, -1, -1))
            return self._first_state(before, person)
        if self._view.says(sentence.start, own.item.start, self._company):
            return self._first_state(self._named[bisect_left(self._starts, sentence.start) : here], person)
        return ""

    def sent_by(self, person: PersonRecord, post: Post) -> str:
        """The state right before a title: "Kyrgyzstan with Deputy Minister X, Uzbekistan with Deputy Minister Y"."""
        own = next((n for n in person.named for p in n.posts if post.title is not None and p.title is post.title), None)
        found = _SENT_WITH.search(own.sentence.symbols, 0, own.item.position) if own is not None else None
        if own is None or found is None:
            return ""
        state, title = own.sentence.at[found.start()], own.sentence.at[found.start(1)]
        gap = self._view.lower[state.end : title.start]
        return str(state.mention.norm) if gap and self._with.issuperset(gap) else ""

    def with_leader(self, person: PersonRecord, post: Post) -> str:
        """The state of whom an aide is told to be with: «с X приехал его помощник Y», "with X was Y, his aide"."""
        own = next((n for n in person.named for p in n.posts if p is post), None)
        if own is None or post.office != "presidential_staff":
            return ""
        for i in range(bisect_left(self._starts, own.item.start) - 1, -1, -1):
            leader = self._named[i]
            if leader.sentence is not own.sentence:
                break
            state = self._people[leader.person].represents
            led = self._view.lower[self._first(leader) - 1] in self._beside
            if state and led and leader.person != person.index:
                return state
        return ""

    @staticmethod
    def _first(named: Named) -> int:
        """First token of a name with the titles before it."""
        titles = (i.start for i in named.sentence.items if i.symbol == "R" and 0 <= named.item.start - i.end <= 1)
        return min(titles, default=named.item.start)

    def beside(self, person: PersonRecord, post: Post) -> str:
        """The state of whoever is told of just before, joined to: "with Minister X of Belarus and (with) Aide Y"."""
        title = post.title
        own = next((n for n in person.named for p in n.posts if title is not None and p.title is title), None)
        if own is None:
            return ""
        found = _JOINED.search(own.sentence.symbols, 0, own.item.position)
        if not found:
            return ""
        other = own.sentence.at[found.start()]
        words = {w for w in self._view.lower[other.end : self._first(own)] if w[:1].isalpha()}
        linked = found[1] or found[2]
        return "" if linked and self._joins.isdisjoint(words) else self._of_item(other)

    def _of_item(self, item: Item) -> str:
        """The state of the person whose name an item is."""
        at = bisect_left(self._starts, item.start)
        found = at < len(self._named) and self._named[at].item is item
        return self._people[self._named[at].person].represents if found else ""

    def _first_state(self, named: Iterable[Named], person: PersonRecord) -> str:
        """The state of the first of some names whose bearer has one and is somebody else."""
        others = (n.person for n in named if n.person != person.index)
        return next((state for other in others if (state := self._people[other].represents)), "")


def offices_of_states(view: View, people: Sequence[PersonRecord]) -> None:
    """Titles whose office depends on the state: the Secretary of State of the US is its foreign minister."""
    offices = _by_state(view.lexicon)
    for person in people:
        for post in person.posts:
            if post.title is not None:
                post.office = offices.get((post.title.rule, post.represents), post.office)


@lru_cache(maxsize=4)
def _by_state(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """The offices that titles have in some states, by the rule of the title and the state."""
    return {(f"role.{r.name}", country): office for r in lexicon.file.role for country, office in r.by_country.items()}


@lru_cache(maxsize=4)
def offices_at_bodies(lexicon: Lexicon) -> dict[str, str]:
    """The offices that titles have at an international body, by the rule of the title."""
    return {f"role.{r.name}": r.at_organization for r in lexicon.file.role if r.at_organization}


def _of_body(post: Post) -> bool:
    """Whether a title is one of bodies, a deputy secretary general too, or of a body that it does not name."""
    title = post.title
    if title is None:
        return False
    deputy = title.rule == _SECRETARY and post.office == "other"
    return deputy or title.rule in _OF_BODIES or bool(title.attributes.get("of_body"))


def _foreign_ministries(view: View) -> dict[int, str]:
    """The titles at a foreign ministry that names no state, and the one state of which titles with that word are."""
    found: dict[int, str] = {}
    inside = [m for m in view.source.find("INSTITUTION") if m.rule == _FOREIGN_MINISTRY]
    titles = [i.mention for s in view.sentences for i in s.items if i.symbol in "RQ"] if inside else []
    for ministry in inside:
        word = view.lower[ministry.start]
        own = next((t.start for t in titles if t.start <= ministry.start < t.end and not t.attributes["country"]), None)
        if own is not None:
            states = {t.attributes["country"] for t in titles if word in view.lower[t.start : t.end]} - {""}
            found[own] = str(states.pop()) if len(states) == 1 else ""
    return found


def _of_council(post: Post, ends: Collection[int]) -> bool:
    """Whether a title ends with a council that the report has told of: "chairman of the directorate of the council"."""
    title = post.title
    return title is not None and post.office in _OF_OTHERS | {"other"} and title.end in ends


def _posted(post: Post) -> bool:
    """Whether the title of an ambassador says where to."""
    return post.title is not None and bool(post.title.attributes["abroad"])


def _possessor(view: View, post: Post) -> str:
    """The state that "its ambassador" or "his spokesman" goes back to: the last one told before."""
    title = post.title
    if title is None or not title.start:
        return ""
    whose = view.lexicon.file.words.whose
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


def _sender(view: View, post: Post) -> str:
    """The state whose capital sent somebody: "Baku sent its deputy premier"."""
    if post.title is None:
        return ""
    city = next(_items_before(view, post.title.start), None)
    if city is None or city.symbol != "L" or post.title.start - city.end > _SENT:
        return ""
    setting = view.lexicon.file.setting
    if city.start and view.lower[city.start - 1] in {*setting.inside, *setting.towards, *setting.away}:
        return ""  # "to Baku he sent …"
    verbs = view.lexicon.file.words.represents
    told = any(w.startswith(verbs) for w in view.lower[city.end : post.title.start])
    return str(city.mention.rule.partition(".")[2]) if told else ""


def _post_abroad(view: View, person: PersonRecord, post: Post) -> str:
    """The state of a national office beside the ambassador of another to it: "Minister X met the US envoy to A"."""
    if post.title is not None and post.title.attributes["organization"]:
        return ""
    bodies = {m.norm for m in view.source.find("ORGANIZATION")}
    posted = {str(a.attributes["abroad"]) for a in _ambassadors(person, post)} - {"", *bodies}
    return posted.pop() if len(posted) == 1 else ""


def _senders_to(person: PersonRecord, post: Post) -> set[str]:
    """The states whose ambassadors somebody meets in his own: "Minister X received the ambassador of India"."""
    return {str(a.attributes["country"]) for a in _ambassadors(person, post)}


def _ambassadors(person: PersonRecord, post: Post) -> list[Mention]:
    """The titles of ambassadors of a state in the sentences that name the holder of a national office."""
    if post.office not in _HOSTS:
        return []
    items = (i for named in person.named for i in named.sentence.items if i.symbol == "R")
    return [i.mention for i in items if i.mention.norm == "ambassador" and i.mention.attributes["country"]]


def _of_hosts(view: View, post: Post) -> str:
    """The state in which the report is set, for "the delegation of the hosts is led by the minister X"."""
    if post.title is None:
        return ""
    start = post.title.start
    sentence = next(s for s in view.sentences if s.start <= start < s.end)
    if any(i.symbol in "CAO" and i.end <= start for i in sentence.items):
        return ""
    if not view.says(sentence.start, start, view.lexicon.file.words.of_hosts):
        return ""
    cities = Counter(i.mention.rule.partition(".")[2] for s in view.sentences for i in s.items if i.symbol == "L")
    return str(cities.most_common(1)[0][0]) if cities else ""


def _state_of_place(view: View, post: Post) -> str:
    """The state of the city in which a sentence begins: "In Kyiv, presidential adviser X explained …"."""
    title = post.title
    if title is None:
        return ""
    start = min(title.start, int(title.attributes["left"]))
    city = next(_items_before(view, start), None)
    if city is None or city.symbol != "L" or start - city.end > 1:
        return ""
    first = view.sentences[bisect_right(view.sentences, city.start, key=lambda s: s.start) - 1].start
    led = city.start == first + 1 and view.lower[first] in view.lexicon.file.setting.inside
    return str(city.mention.rule.partition(".")[2]) if led else ""


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


def _last_state(view: View, post: Post) -> str:
    """The state told last before a title, else that of the city in which the report is written."""
    title, setting = post.title, view.lexicon.file.setting
    if title is None or post.office in _PRIVATE or title.attributes["organization"]:
        return ""
    city, capital = "", view.lexicon.file.words.capital
    there = {*setting.inside, *setting.towards}
    for item in _items_before(view, title.start):
        if item.symbol in "CA":
            if view.lower[item.end] not in capital and view.lower[item.start - 1] not in there:
                return str(item.mention.norm)
        elif item.symbol in "RQK":
            if item.mention.attributes["country"]:
                return str(item.mention.attributes["country"])
        elif item.symbol == "L":
            city = str(item.mention.rule.partition(".")[2]) or city
    return city
