"""The state of an office that stands alone: from whom its holder serves, from what was told before, from the report."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from cisner.mentions import Mention
from cisner.relations.cast import PersonRecord
from cisner.relations.in_order import states_in_order
from cisner.relations.offices.titles import offices_at_bodies
from cisner.relations.posts import COUNTERPART, SHARED, Post
from cisner.relations.sentence import Item, View
from cisner.relations.serving import Serving

_OF_BODIES = frozenset({"role.commissioner"})
_SECRETARY = "role.secretary_general"
_OF_ANYTHING = frozenset({"role.leader"})  # of a state, a party, a strike
_FOREIGN_MINISTRY = "institution.foreign_ministry"
_ONE_TO_A_STATE = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})
_STAFF = "presidential_staff"
_PAIR = 2
_SENT = 3  # words between a capital and the title of whom it sent
_OF_OTHERS = frozenset({"regional_head", "agency_head"})  # of a region or institution that is not known
_PRIVATE = frozenset({"former_head_of_state", "head_of_organization"})
NATIONAL = frozenset({
    "head_of_state", "head_of_government", "deputy_head_of_government", "foreign_minister", "defence_minister",
    "minister",
    "head_of_parliament", "former_head_of_state", "security_council_secretary", "presidential_staff", "deputy_minister",
})  # fmt: skip
_CODE = 2  # letters of a state's code
_HOSTS = NATIONAL | {"parliamentarian", "agency_head"}  # who receive ambassadors to their state


def from_context(view: View, people: Sequence[PersonRecord]) -> None:
    """The state of a national office that stands alone: the only one named before it, else that of the report."""
    if all(post.represents or not post.office for person in people for post in person.posts):
        return  # as most often
    context = _Context(view, people)
    for person in people:
        for post in person.posts:
            if post.office and not post.represents:
                context.complete(person, post)


class _Context:
    """What a report tells of states and bodies around the people who stand for them.

    Args:
        view: The document.
        people: Its people.
    """

    def __init__(self, view: View, people: Sequence[PersonRecord]) -> None:
        self._view = view
        self._people = people
        self._serving = Serving(view, people)
        self._dominant = _dominant(view)
        self._at_bodies = offices_at_bodies(view.lexicon)
        self._councils = {m.end for m in view.source.find("MEETING") if m.norm == "council"}
        self._ministries = _foreign_ministries(view)
        self._elsewhere = {i for m in view.source.find("STOP") for i in range(m.start, m.end)}
        self._senders = {p.represents for person in people for p in person.posts if p.office == "head_of_state"}
        shared = [p.title for person in people for p in person.posts if p.rule == SHARED and p.title]
        holders = Counter(title.start for title in shared)
        offices = {title.start: title.norm for title in shared}
        self._shared = {  # titles of several states
            start for start, number in holders.items() if number > _PAIR or offices[start] in _ONE_TO_A_STATE
        }
        self._in_order = states_in_order(view, people) if holders else {}

    def complete(self, person: PersonRecord, post: Post) -> None:
        """Give a post the state or body that it leaves unsaid."""
        title = post.title
        if title is not None and not self._elsewhere.isdisjoint(range(title.start, title.end)):
            return  # "President of Northern Cyprus": of no state that is told
        if post.rule == COUNTERPART:
            post.represents = person.country or self._host_state(person, post)
            return
        if post.office == "head_of_organization" or _of_body(post):
            post.represents = _last_body(self._view, post)
            return
        if _of_council(post, self._councils) and (body := _last_body(self._view, post)):
            post.represents, post.office = body, self._at_bodies.get(title.rule, post.office) if title else ""
            return
        if id(post) in self._in_order:
            post.represents = self._in_order[id(post)]
            post.rule += "+in_order"
            return
        if post.rule == SHARED and title is not None and _of_states(self._view, title):
            return
        near = self._near(person, post)
        if post.office in NATIONAL and len(near) > _CODE:
            near = ""  # a minister beside the head of a body serves no body
        if not near and person.known is None and title is not None and title.rule in _OF_ANYTHING:
            post.office, post.represents = "other", self._dominant
            return
        of_one = post.office == "parliamentarian"  # several to a state
        if post.rule == SHARED and title is not None and title.start in self._shared and not of_one:
            return
        if not near and post.office == "ambassador" and len(self._senders) == 1:
            if _posted(post) or post.rule == "posts.group":
                near = next(iter(self._senders))  # "The president recalled the ambassador in Kenya"
        last = _last_state(self._view, post) if post.office not in _OF_OTHERS else ""
        if post.office == _STAFF:
            near = near or self._serving.leader(person)
        around = (near, self._dominant if post.office in NATIONAL else "", last)
        foreign = _senders_to(person, post) - {near}
        post.represents = next((state for state in around if state and state not in foreign), "")
        if post.represents:
            post.rule += "+context"

    def _host_state(self, person: PersonRecord, post: Post) -> str:
        """As in "In Mbabane Lavrov met his colleague X": the state of the place, if it is not the other one's own."""
        here = {named.sentence.index for named in person.named[:1]}
        others = {
            p.represents
            for other in self._people
            if other is not person and any(n.sentence.index in here for n in other.named)
            for p in other.posts
            if p.office == post.office
        }
        cities = {c.mention.rule.partition(".")[2] for n in person.named[:1] for c in n.sentence.of("CITY")}
        return cities.pop() if len(cities - others) == len(cities) == 1 else ""

    def _near(self, person: PersonRecord, post: Post) -> str:
        """The state that the words around somebody tell, the surest first."""
        view, serving = self._view, self._serving
        return (
            person.country
            or serving.personally(person, post)
            or serving.sent_by(person, post)
            or serving.with_leader(person, post)
            or _possessor(view, post)
            or _sender(view, post)
            or _of_hosts(view, post)
            or serving.state(person, post)
            or _post_abroad(view, person, post)
            or serving.beside(person, post)
            or self._ministries.get(post.title.start if post.title else -1, "")
            or _near_state(person, view.lexicon.file.words.capital)
            or _state_of_place(view, post)
        )


def _dominant(view: View) -> str:
    """The state that a report names at least twice as often as any other, or ""."""
    items = [i for s in view.sentences for i in s.items]
    told = Counter(i.mention.norm for i in items if i.symbol in "CA")
    told.update(c for i in items if i.symbol in "RQ" and (c := i.mention.attributes["country"]))
    ranked = told.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]) else ""


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


def _of_states(view: View, title: Mention) -> bool:
    """Whether a title says that its holders are of several states: "deputy ministers of the member states"."""
    return not view.lexicon.file.words.shared_states.isdisjoint(view.lower[title.start : title.end])


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
