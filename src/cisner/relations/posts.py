"""Which title and which state belong to which name: local patterns, lists that are zipped, and titles carried along.

Patterns run over the symbol string of a sentence (see `sentence`). A list of states and a list of names are zipped only
if they are equally long; if not, a problem is recorded and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cisner.mentions import Mention
from cisner.relations.sentence import Item, Sentence, View

_OPEN_CHAIN = re.compile(r"[PRQKCAO,;&o:()\-]*")
# a title, or several joined ones, directly before a name; a comma may stand before the name
_BEFORE = re.compile(r"((?:[RK](?:\(O\))?(?:oC|oO|C|O)?[,&-]{0,2})*[RK](?:\(O\))?(?:oC|oO|C)?)[:-]?(P)")
_BEFORE_COMMA = re.compile(r"([RK](?:oC|C)?),(P)(?=[,.;]|$)")
_AFTER = re.compile(r"(P)(?:\([^()]*\)|oC|-C|\(C)?[,(-]&?(R(?:oC|C)?(?:[,&-]{1,2}R(?:oC|C)?(?![PC]|oC|:))*)(?![P])")
_COUNTRY_AFTER = re.compile(r"(P)(?:\((?:C|x?C)(?:\)|,(?=R))|oC|-C(?=[;,.)]|$)|,C(?=[;,)]|$))")
_COUNTRY_BEFORE = re.compile(r"(C)(?:\(|-|:|,)?(P)")
_ITEM_C_P = re.compile(r"o?([CA])(?:[-:]|\()?(R)?(P)\)?")
_Q_ITEMS = re.compile(r"Q(?:o|:|[xRACLMO]{0,6}:|-)*((?:o?[CA][-(:]?P\)?[,;&]*){1,})")
_Q_PAREN = re.compile(r"(?:P\(C\)[,;&]*)+")
_Q_ZIP = re.compile(r"Q(?:o|[xRACLMO]{0,6}:)?((?:o?C[,&]*){2,})x?[-:,]?((?:P[,&]*){2,})")
_SERVED = ("head_of_state", "head_of_government")
SUCCESSOR = "word.successor"
_OBLIQUE = frozenset({"gen", "acc", "dat", "ins"})


@dataclass(slots=True)
class Post:
    """An office that a text gives a person at one place.

    Attributes:
        office: Office class, or "" where only a state is given.
        represents: Country code or acronym, or "".
        title: The title's mention, if there is one.
        rule: Name of the pattern.
        acting: Whether the person is acting.
        former: Whether the title says "former".
        past: Whether a word beside the title does: "once", "until now".
    """

    office: str
    represents: str
    title: Mention | None
    rule: str
    acting: bool = False
    former: bool = False
    past: bool = False


@dataclass(slots=True)
class Named:
    """A name in a sentence with what is said of it there."""

    item: Item
    sentence: Sentence
    posts: list[Post] = field(default_factory=list)
    country: str = ""  # a state that stands with the name without a title
    counterpart: bool = False
    successor: bool = False  # of somebody in the same office of the same state
    elliptic: bool = False  # an adjective stands for the title told before
    in_list: int = -1  # position of the list that the name is in
    person: int = -1

    @property
    def mention(self) -> Mention:
        """The PERSON mention."""
        return self.item.mention


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A list of states and a list of names of different length."""

    start: int
    end: int
    states: int
    names: int


def post_of(title: Mention, rule: str, country: str = "") -> Post:
    """The post that a title gives by itself."""
    attributes = title.attributes
    represents = country or attributes["country"]
    if (title.norm == "head_of_organization" and attributes["organization"]) or (
        not represents and attributes["organization"]
    ):
        represents = attributes["organization"]
    return Post(title.norm, represents, title, rule, attributes["acting"], attributes["former"])


def link(view: View, sentence: Sentence, mismatches: list[Mismatch]) -> list[Named]:
    """Give every name of a sentence its titles and states.

    Args:
        view: The document.
        sentence: The sentence.
        mismatches: Lists that could not be zipped are added here.
    """
    named = {i.position: Named(i, sentence) for i in sentence.of("PERSON")}
    if not named:
        return []
    symbols = sentence.symbols
    used: set[int] = set()
    _lists(sentence, symbols, named, used, mismatches)
    _introduced(sentence, symbols, named)
    _led(view, sentence, symbols, named)
    _titles_before(sentence, symbols, named, used)
    _titles_after(sentence, symbols, named, used)
    _told(view, sentence, symbols, named)
    _states(sentence, symbols, named)
    _carried(sentence, symbols, named)
    _elliptic(view, sentence, symbols, named)
    return list(named.values())


def _items(sentence: Sentence, match_start: int, text: str, kinds: str) -> Iterator[Item]:
    for offset, symbol in enumerate(text):
        if symbol in kinds:
            yield sentence.at[match_start + offset]


def _lists(
    sentence: Sentence, symbols: str, named: dict[int, Named], used: set[int], mismatches: list[Mismatch]
) -> None:
    for position, symbol in enumerate(symbols):
        if symbol not in "QRK" or position in used:
            continue
        title = sentence.at[position].mention
        plural = symbol in "QK" or title.attributes["number"] == "either"
        if symbol == "K":
            _counterparts(sentence, symbols, position, named)
            continue
        if not plural:
            continue
        own = title.attributes["country"]
        tail = symbols[position + 1 :]
        if own:
            before = re.search(r"(?:A[,&]+)+$", symbols[:position])
            named_after = re.match(r"[-:,]?((?:P[,&]*)+)", tail)
            if before and named_after and before.group().count("A") + 1 == named_after.group(1).count("P"):
                # "the Lithuanian and Polish presidents, X and Y"
                adjectives = [i.mention.norm for i in _items(sentence, before.start(), before.group(), "A")]
                people = list(_items(sentence, position + 1 + named_after.start(1), named_after.group(1), "P"))
                for item, country in zip(people, [*adjectives, own], strict=True):
                    _give(named, item, Post(title.norm, country, title, "posts.zipped"), position)
                used.add(position)
                continue
            # "Prime Ministers of Kazakhstan X, Russia — Y": the title took the first state with it.
            first = re.match(r"[-(:,]?(P)\)?((?:[,;&]+o?C[-(:]?P\)?)*)", tail)
            states = re.match(r"((?:[,&]+o?C)+)x?[-:,]?((?:P[,&]*)+)(?![\-(]?[CR])", tail)
            pairs = re.match(r",(P)((?:[;,&]+o?C,P)+)", tail)
            if states:
                count = states.group(1).count("C") + 1
                people = list(_items(sentence, position + 1 + states.start(2), states.group(2), "P"))
                countries = [own, *(i.mention.norm for i in _items(sentence, position + 1, states.group(1), "C"))]
                if len(people) == count:
                    for item, country in zip(people, countries, strict=True):
                        _give(named, item, Post(title.norm, country, title, "posts.zipped"), position)
                    used.add(position)
                elif len(people) > 1:
                    mismatches.append(Mismatch(title.start, people[-1].end, count, len(people)))
                    used.add(position)
                continue
            chosen = pairs or first
            if chosen:
                item = sentence.at[position + 1 + chosen.start(1)]
                _give(named, item, Post(title.norm, own, title, "posts.list"), position)
                used.add(position)
                rest = list(_items(sentence, position + 1 + chosen.start(2), chosen.group(2), "CP"))
                for state, person in zip(rest[::2], rest[1::2], strict=False):
                    _give(named, person, Post(title.norm, state.mention.norm, title, "posts.list"), position)
            continue
        marked = f"{symbols[:position]}Q{symbols[position + 1 :]}"
        items = _Q_ITEMS.match(marked, position)
        if items:
            found = list(_items(sentence, items.start(1), items.group(1), "CAP"))
            for state, person in zip(found[::2], found[1::2], strict=False):
                _give(named, person, Post(title.norm, state.mention.norm, title, "posts.list"), position)
            used.add(position)
            continue
        zipped = _Q_ZIP.match(marked, position)
        if zipped:
            countries = [i.mention.norm for i in _items(sentence, zipped.start(1), zipped.group(1), "C")]
            people = list(_items(sentence, zipped.start(2), zipped.group(2), "P"))
            if len(countries) == len(people):
                for item, country in zip(people, countries, strict=True):
                    _give(named, item, Post(title.norm, country, title, "posts.zipped"), position)
            else:
                mismatches.append(Mismatch(title.start, people[-1].end, len(countries), len(people)))
            used.add(position)
            continue
        # "the presidents – X (Russia), Y (Belarus)", "Presidents X and Y", also with a few words between
        bracketed = re.match(r"[^PRQ.]{0,12}?((?:P(?:\(x?C\)|oC)[,;&]*)+)", tail)
        if bracketed:
            for match in re.finditer(r"(P)(?:\(x?|o)(C)\)?", bracketed.group(1)):
                base = position + 1 + bracketed.start(1)
                country = sentence.at[base + match.start(2)].mention.norm
                _give(
                    named,
                    sentence.at[base + match.start(1)],
                    Post(title.norm, country, title, "posts.bracketed"),
                    position,
                )
            used.add(position)
            continue
        plain = re.match(r"(?:x(?=[-:]))?[o:,-]?((?:P[,&]*)+)", tail)
        if plain and (symbol == "Q" or plain.group(1).count("P") > 1):
            people = list(_items(sentence, position + 1 + plain.start(1), plain.group(1), "P"))
            for item in people:
                _give(named, item, Post(title.norm, "", title, "posts.shared"), position)
            _zip_earlier(sentence, symbols, position, people, named)
            used.add(position)
    # "X (Belarus), Y (Kazakhstan) and Z (Kyrgyzstan) – all three prime ministers"
    for match in re.finditer(r"((?:P\(C\)[,;&]*){2,})[-,]?x?(Q)", symbols):
        title = sentence.at[match.start(2)].mention
        for part in re.finditer(r"(P)\((C)\)", match.group(1)):
            country = sentence.at[match.start(1) + part.start(2)].mention.norm
            _give(
                named,
                sentence.at[match.start(1) + part.start(1)],
                Post(title.norm, country, title, "posts.bracketed"),
                match.start(2),
            )
        used.add(match.start(2))


def _told(view: View, sentence: Sentence, symbols: str, named: dict[int, Named]) -> None:
    """As in "X is the new ambassador of Y"."""
    words = view.lexicon.file.words
    for match in re.finditer(r"(P)(?:\(C\))?x(R)(?:oC|C)?(?!P)", symbols):
        item, title = sentence.at[match.start(1)], sentence.at[match.start(2)]
        own = named[item.position]
        gap = " ".join(w for w in view.lower[item.end : title.start] if w.strip())
        if own.posts:
            continue
        if gap in words["copula"] or gap.endswith(tuple(f" {v}" for v in words["copula_far"])):
            own.posts.append(post_of(title.mention, "posts.copula"))
        elif gap.endswith(words["acting_verb"]):
            post = post_of(title.mention, "posts.copula")
            post.acting = True
            own.posts.append(post)
    if not sentence.has("appoint"):
        return
    for match in re.finditer(r"(P)(?:\(C\))?(R)(?!P)", symbols):  # "назначил X послом"
        own, title = named[match.start(1)], sentence.at[match.start(2)]
        if not own.posts and {case for _, case in title.mention.attributes["readings"]} == {"ins"}:
            own.posts.append(post_of(title.mention, "posts.copula"))


def _led(view: View, sentence: Sentence, symbols: str, named: dict[int, Named]) -> None:
    """As in "The delegations of A, B and C were led by X, Y and Z": as many names as states."""
    represents = view.lexicon.file.words["represents"]
    for match in re.finditer(r"((?:o?[CA][,&]+)+o?[CA])x((?:P[,&]+)+P)(?!P|[,&]*[RQ]P)", symbols):
        states = [i.mention.norm for i in _items(sentence, match.start(1), match.group(1), "CA")]
        people = list(_items(sentence, match.start(2), match.group(2), "P"))
        gap = view.lower[sentence.at[match.end(1) - 1].end : people[0].start]
        if len(states) == len(people) and any(w.startswith(represents) for w in gap):
            for item, country in zip(people, states, strict=True):
                named[item.position].country = country


def _introduced(sentence: Sentence, symbols: str, named: dict[int, Named]) -> None:
    """As in "A and B have sent guests: X and Y": states before a colon, as many names after it."""
    match = re.search(r"C(?:[,&]+C|\(C\))+[^:.PC]*:([^:.]*)$", symbols)
    if not match or "C" in match.group(1):
        return
    countries = [
        i.mention.norm for i in _items(sentence, match.start(), match.group()[: match.start(1) - match.start()], "C")
    ]
    countries = [c for i, c in enumerate(countries) if not i or c != countries[i - 1]]  # "the Emirates (UAE)"
    people = list(_items(sentence, match.start(1), match.group(1), "P"))
    if len(people) == len(countries):
        for item, country in zip(people, countries, strict=True):
            named[item.position].country = country


def _counterparts(sentence: Sentence, symbols: str, position: int, named: dict[int, Named]) -> None:
    """As in "Their colleagues X (A) and Y (B)": the office of those named before, to be found later."""
    run = re.match(r"((?:oC[,&]+)+oC|o?C(?:[,&]+o?C)+)?[-:,]?((?:P(?:\(C\))?[,&]*){2,})", symbols[position + 1 :])
    title = sentence.at[position].mention
    if not run and title.rule == SUCCESSOR:  # "his predecessors were X and Y"
        run = re.match(r"()x((?:P[,&]*)+)", symbols[position + 1 :])
    listed = re.match(r"[-:,]*((?:o?[CA][-(:]?P\)?[,;&]*)+)", symbols[position + 1 :])
    if listed:  # "его коллеги: от Армении – X, от Киргизии – Y"
        found = list(_items(sentence, position + 1 + listed.start(1), listed.group(1), "CAP"))
        for state, person in zip(found[::2], found[1::2], strict=False):
            named[person.position].counterpart = True
            named[person.position].country = state.mention.norm
        return
    if not run:
        return
    people = list(_items(sentence, position + 1 + run.start(2), run.group(2), "P"))
    before = re.search(r"(?:A[,&]+)+$", symbols[:position])
    own = title.attributes["country"]
    states = [i.mention.norm for i in _items(sentence, before.start(), before.group(), "A")] if before else []
    states += [own] if own else []
    states += [i.mention.norm for i in _items(sentence, position + 1, run.group(1) or "", "C")]
    for number, item in enumerate(people):
        named[item.position].counterpart = True
        named[item.position].successor = title.rule == SUCCESSOR
        named[item.position].in_list = position
        if len(states) == len(people):
            named[item.position].country = states[number]
    if len(states) == len(people):
        return
    _zip_earlier(sentence, symbols, position, people, named)


def _zip_earlier(sentence: Sentence, symbols: str, position: int, people: list[Item], named: dict[int, Named]) -> None:
    """States named just before: "The observers are Cuba and Uzbekistan; Presidents X and Y, respectively"."""
    before = list(re.finditer(r"C(?:[,&]+C)+", symbols[:position]))
    after = re.match(r"[^P]*?o?(C(?:[,&]+o?C)+)", symbols[people[-1].position + 1 :])
    for run, base in (
        (before[-1], before[-1].start()) if before else (None, 0),
        (after, people[-1].position + 1 + (after.start(1) if after else 0)),
    ):
        if run is None:
            continue
        text = run.group(1) if run is after else run.group()
        countries = [i.mention.norm for i in _items(sentence, base, text, "C")]
        if len(countries) == len(people):
            for item, country in zip(people, countries, strict=True):
                own = named[item.position]
                if own.posts:
                    own.posts[-1].represents = country
                    own.posts[-1].rule = "posts.respectively"
                elif not own.country:
                    own.country = country
            return


def _agree(title: Mention, name: Mention) -> bool:
    """Whether a title and the name beside it can stand in one case: "вдова президента Наина Ельцина" is none."""
    cases = {case for _, case in title.attributes["readings"]}
    case = name.attributes.get("case")
    if not cases or "any" in cases:
        return True
    if case == "nom":
        return "nom" in cases
    # "пресс-секретарь Путина": the title is in the nominative, the name for sure is not
    return not (cases == {"nom"} and case in _OBLIQUE)


def _same_case(title: Mention, person: Named) -> bool:
    """Whether a further title after a name is in its case: "у X, президента Y, украинский лидер спросил"."""
    cases = {case for _, case in title.attributes["readings"]}
    case = person.mention.attributes.get("case")
    return not cases or "any" in cases or not case or case in cases or "nom" not in cases


def _give(named: dict[int, Named], item: Item, post: Post, list_position: int) -> None:
    own = named[item.position]
    own.posts.append(post)
    own.in_list = list_position


def _titles_before(sentence: Sentence, symbols: str, named: dict[int, Named], used: set[int]) -> None:
    for match in _BEFORE.finditer(symbols):
        person = named[match.start(2)]
        if person.posts:
            continue
        chain = match.group(1)
        start = match.start(1)
        # "X, envoy of Y, and Secretary General Z": the first title belongs to the name before it
        if (
            len(re.findall("[RK]", chain)) > 1
            and re.search(r"P[,(-]$", symbols[:start])
            and re.search(r"[RK][^RK]*[,;-]", chain)
        ):
            cut = re.match(r"[RK](?:\(O\))?(?:oC|oO|C|O)?[,&-]{1,2}", chain)
            before = named.get(start - 2)
            titled = before is not None and bool(before.posts)
            if cut and symbols[start - 1] != "-" and not titled:
                start += cut.end()
                chain = chain[cut.end() :]
        offsets = [i for i, s in enumerate(chain) if s in "RK" and start + i not in used]
        shared_country = ""
        for offset in offsets:
            item = sentence.at[start + offset]
            if item.mention.norm == "counterpart":
                person.counterpart, person.successor = True, item.mention.rule == SUCCESSOR
                person.country = item.mention.attributes["country"] or person.country
                used.add(start + offset)
                continue
            if item.mention.attributes["number"] == "pl":
                continue
            if _serves(sentence, symbols, start + offset, match.start(2), item, named):
                used.add(start + offset)
                continue
            if not _agree(item.mention, person.mention):
                _of_another(symbols, start + offset, match.start(2), item, named, used)
                continue
            after = re.match(r"o?C", chain[offset + 1 :])
            country = (
                sentence.at[start + offset + after.end()].mention.norm
                if after and not item.mention.attributes["country"]
                else ""
            )
            post = post_of(item.mention, "posts.before", country)
            shared_country = shared_country or (post.represents if len(post.represents) == 2 else "")
            person.posts.append(post)
            used.add(start + offset)
        for post in person.posts:
            if not post.represents and post.office != "head_of_organization":
                post.represents = shared_country
    for match in _BEFORE_COMMA.finditer(symbols):
        person = named[match.start(2)]
        position = match.start(1)
        if person.posts or position in used or re.search(r"P[,(-]$", symbols[:position]):
            continue
        item = sentence.at[position]
        if item.mention.norm == "counterpart":
            person.counterpart, person.successor = True, item.mention.rule == SUCCESSOR
            person.country = item.mention.attributes["country"]
        else:
            person.posts.append(post_of(item.mention, "posts.before_comma"))
        used.add(position)


def _serves(sentence: Sentence, symbols: str, position: int, name: int, item: Item, named: dict[int, Named]) -> bool:
    """As in "X, an aide to President Y," and "an aide to President Y, X,": the name beside is that of the president."""
    office = item.mention.attributes["serves"]
    if not office or position + 1 != name or any(case != "any" for _, case in item.mention.attributes["readings"]):
        return False
    before = named.get(position - 2) if symbols[position - 1 : position] in (",", "-", "(") else None
    after = named.get(name + 2) if re.match(r",P[,.x]", symbols[name + 1 :]) else None
    owner = next((n for n in (before, after) if n is not None and not n.posts), None)
    if owner is None:
        return False
    owner.posts.append(post_of(item.mention, "posts.of_another"))
    if not named[name].posts and office in _SERVED:
        named[name].posts.append(Post(office, item.mention.attributes["country"], None, "posts.served"))
    return True


def _of_another(symbols: str, position: int, name: int, item: Item, named: dict[int, Named], used: set[int]) -> None:
    """As in "X, пресс-секретарь Y" and "пресс-секретарь Y X": the title is that of the other name beside it."""
    before = position - 2 if symbols[position - 1 : position] in (",", "-", "(") else -1
    for other in (before, name + 1):
        owner = named.get(other)
        if owner is not None and not owner.posts and owner.mention.attributes.get("case") == "nom":
            owner.posts.append(post_of(item.mention, "posts.of_another"))
            used.add(position)
            return


def _titles_after(sentence: Sentence, symbols: str, named: dict[int, Named], used: set[int]) -> None:
    for match in re.finditer(r"(P)[,(-](K)(?!o?C|P)", symbols):  # "X, his Belarusian colleague"
        own, title = named[match.start(1)], sentence.at[match.start(2)].mention
        if not own.posts and title.attributes["number"] != "pl":
            own.counterpart, own.successor = True, title.rule == SUCCESSOR
            own.country = own.country or title.attributes["country"]
    for match in _AFTER.finditer(symbols):
        person = named[match.start(1)]
        run = match.group(2)
        for offset, symbol in enumerate(run):
            position = match.start(2) + offset
            if symbol != "R" or position in used:
                continue
            item = sentence.at[position]
            if item.mention.attributes["number"] == "pl" or (offset and not _same_case(item.mention, person)):
                continue
            after = re.match(r"o?C", run[offset + 1 :])
            country = (
                sentence.at[position + after.end()].mention.norm
                if after and not item.mention.attributes["country"]
                else ""
            )
            person.posts.append(post_of(item.mention, "posts.after", country))
            used.add(position)


def _states(sentence: Sentence, symbols: str, named: dict[int, Named]) -> None:
    for match in _COUNTRY_AFTER.finditer(symbols):
        person = named[match.start(1)]
        state = next(_items(sentence, match.start(), match.group(), "C")).mention.norm
        person.country = person.country or state
    for match in _COUNTRY_BEFORE.finditer(symbols):
        person = named[match.start(2)]
        if match.end(1) == match.start(2) and sentence.words[sentence.at[match.start(1)].end] not in ("'s", "’s"):
            continue
        if not person.country:
            person.country = sentence.at[match.start(1)].mention.norm
    for match in re.finditer(r"A-?(P)", symbols):
        person = named[match.start(1)]
        if not person.country:
            person.country = sentence.at[match.start()].mention.norm
    for person in named.values():
        for post in person.posts:
            if not post.represents and person.country and post.office != "head_of_organization":
                post.represents = person.country


def _elliptic(view: View, sentence: Sentence, symbols: str, named: dict[int, Named]) -> None:
    """An adjective that stands for the title told before: "Узбекский, X, …" after "белорусский лидер Y"."""
    match = re.match(r"x?(A)[,-](P)[,-]", symbols)
    if not match:
        return
    own = named[match.start(2)]
    if not own.posts and sentence.at[match.start(1)].mention.label == "ADJECTIVE":
        own.country, own.elliptic = sentence.at[match.start(1)].mention.norm, True


def _carried(sentence: Sentence, symbols: str, named: dict[int, Named]) -> None:
    """A title carried along a list: "премьер-министр России X, Казахстана – Y"."""
    # also "белорусский президент X, казахстанский – Y"
    last: Post | None = None
    end = -1
    for position in sorted(named):
        person = named[position]
        if person.posts:
            last, end = person.posts[0], position
            continue
        between = symbols[end + 1 : position]
        if (
            last is not None
            and last.title is not None
            and person.country
            and len(between) <= 8
            and re.fullmatch(r"[x,;&o]*[CA][-(:x]?", between)
        ):
            person.posts.append(Post(last.office, person.country, last.title, "posts.carried"))
            end = position
