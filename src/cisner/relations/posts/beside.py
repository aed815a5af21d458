"""Titles directly before or after a name."""

from __future__ import annotations

import re
from collections.abc import Collection

from cisner.mentions import Mention
from cisner.relations.posts.chains import NATIONAL, agree, give_chain, home_of, of_no_state, state_after
from cisner.relations.posts.model import Named, Roll, deputises, post_of
from cisner.relations.sentence import Item, Sentence, View

# a title, or several joined ones, directly before a name; a comma may stand before the name
_BEFORE = re.compile(
    r"((?:[RK](?:\([OR]\))?(?:oC|oO|C|O)?[,&-]{0,2})*"
    r"(?:[RK](?:\(O\))?(?:oC|oO|C)?(?:\(R\))?|[RK]\(R\)(?:oC|oO|C)|KoL))[:-]?(P)"
)
_BEFORE_COMMA = re.compile(r"([RK](?:oC|C)?|KoL)(x?)[,-](P)(?=[,.;-]|$)")
_MEMBER = re.compile(r"((?:R(?:oC|C)?[,&]{1,2})+)(xo?)O[,-]?(P)")
_RANKED = re.compile(r"([RK](?:oC|C)?)[,-]{0,2}(o?x)(P)")
_AFTER = re.compile(r"(P)(?:\([^()]*\)|oC|-C|\(C)?[,(-]&?(R(?:oC|C)?(?:[,&-]{1,2}R(?:oC|C)?(?![PC]|oC|:))*)(?![P])")
_COUNTERPART_AFTER = re.compile(r"(P)[,(-](K)(?=[,.;:)&-]|$)")
_IN_TURNS = re.compile(r"R(?:oC|C)?[,-]P(?:[,;&]{1,2}R(?:oC|C)?[,-]P)+(?![,(-]{1,2}[RK])")
_TURN = re.compile(r"(R(?:oC|C)?)[,-](P)")
_BRACKETED = re.compile(r"([RK](?:oC|C)?)\((P)\)")
_NOT_FIRST = re.compile(r"P[,;(-]{0,2}&?$")
_COUNTERPART_FROM = re.compile(r"(K)o(L)[,-]?(P)")  # "his colleague from Moscow, X"
_FIRST_OF_CHAIN = re.compile(r"[RK](?:\(O\))?(?:oC|oO|C|O)?[,&-]{1,2}")
_SEPARATED = re.compile(r"[RK][^RK]*[,;-]")
_NAME_BEFORE = re.compile(r"P[,(-]$")
_NAME_AND_TITLES = re.compile(r"P[,(-](?:R(?:oC|C)?[,&]{1,2})*$")
_STATE_ASIDE = re.compile(r",C(?=[,;.)]|$)")  # "X, Prime Minister, Kazakhstan, spoke"
_CAPACITY = re.compile(r"([RK](?:oC|C)?),?(P)")
_CODE = 2  # letters of a state's code


def give_ranked(roll: Roll, ranks: Collection[str], services: Collection[str]) -> None:
    """Give names the titles before them over a rank: "Chairman of the Committee, General of Police X".

    Args:
        roll: The names of the sentence.
        ranks: Words for ranks.
        services: Words for services that have ranks.
    """
    for match in _RANKED.finditer(roll.symbols):
        person, title = roll.named[match.start(3)], roll.title(match.start(1))
        rank = roll.sentence.words[roll.sentence.at[match.end(1) - 1].end : person.item.start]
        words = [w.lower() for w in rank if w[:1].isalpha()]
        if person.posts or match.start(1) in roll.used or title.norm == "counterpart":
            continue
        if words and words[0] in ranks and all(w in ranks or w in services for w in words):
            person.posts.append(post_of(title, "posts.before"))
            roll.used.add(match.start(1))


def give_over_membership(roll: Roll, member_of: Collection[str]) -> None:
    """Give names the titles before them over a seat: "Chairman of the Senate, member of the Council of Elders X".

    Args:
        roll: The names of the sentence.
        member_of: Phrases that lead to the body in which somebody sits.
    """
    for match in _MEMBER.finditer(roll.symbols):
        person = roll.named[match.start(3)]
        if person.posts:
            continue
        body = next(i for i in roll.sentence.items if i.position > match.start(2))
        seat = roll.sentence.words[roll.sentence.at[match.start(2) - 2].end : body.start]
        if " ".join(w.lower() for w in seat if w[:1].isalpha()) in member_of:
            give_chain(roll, match.span(1), person)


def give_in_turns(roll: Roll) -> None:
    """Give names the titles before them in lists of both in turns: "the President of A, X, the President of B, Y"."""
    for match in _IN_TURNS.finditer(roll.symbols):
        if _NOT_FIRST.search(roll.symbols, 0, match.start()):
            continue  # "X, the President of A, Y, …": the titles stand after the names
        for turn in _TURN.finditer(roll.symbols, *match.span()):
            person, position = roll.named[turn.start(2)], turn.start(1)
            title = roll.title(position)
            if person.posts or position in roll.used or not agree(title, person.case):
                continue
            person.posts.append(
                post_of(title, "posts.in_turns", state_after(roll, roll.sentence.at[position], turn.end(1)))
            )
            roll.used.add(position)


def give_before(roll: Roll, small: Collection[str]) -> None:
    """Give names the titles before them.

    Args:
        roll: The names of the sentence.
        small: Words that may stand between a title and the comma before a name: "its premier there, X".
    """
    for match in _BEFORE.finditer(roll.symbols):
        person = roll.named[match.start(2)]
        if person.posts:
            continue
        give_chain(roll, (_own_start(roll, match), match.end(1)), person)
    for match in _COUNTERPART_FROM.finditer(roll.symbols):
        person = roll.named[match.start(3)]
        if not person.posts and not person.country:
            person.mark(roll.title(match.start(1)))
            person.country = roll.sentence.at[match.start(2)].mention.rule.partition(".")[2]
            roll.used.add(match.start(1))
    for match in _BEFORE_COMMA.finditer(roll.symbols):
        person, position = roll.named[match.start(3)], match.start(1)
        if match.group(2) and not _all_of(roll, match.span(2), small):
            continue
        title = roll.title(position)
        if person.posts or position in roll.used or (not deputises(title) and _after_name(roll, position)):
            continue
        if title.attributes["number"] == "pl":
            continue  # "Greeting the heads of state, X said"
        if title.norm == "counterpart":
            person.mark(title)
            person.country = title.attributes["country"] or home_of(roll, match.span(1))
        else:
            person.posts.append(post_of(title, "posts.before_comma"))
        roll.used.add(position)


def give_bracketed(roll: Roll) -> None:
    """Give names in brackets the titles before them: "a premier from Pakistan (X), a minister of Iran (Y)"."""
    for match in _BRACKETED.finditer(roll.symbols):
        person, position = roll.named[match.start(2)], match.start(1)
        title = roll.title(position)
        if person.posts or position in roll.used or title.attributes["number"] == "pl":
            continue
        if _after_untitled(roll, position) or not agree(title, person.case):
            continue
        if title.norm == "counterpart":
            person.mark(title)
            person.country = title.attributes["country"]
        else:
            state = state_after(roll, roll.sentence.at[position], match.end(1))
            person.posts.append(post_of(title, "posts.bracketed", state))
        roll.used.add(position)


def give_in_capacity(roll: Roll, view: View) -> None:
    """Give names the title in whose capacity they act: "In his capacity as Minister of Justice, X signed"."""
    for match in _CAPACITY.finditer(roll.symbols):
        person, position = roll.named[match.start(2)], match.start(1)
        if person.posts or position in roll.used:
            continue
        if in_capacity(view, roll.sentence, roll.sentence.at[position]):
            person.posts.append(post_of(roll.title(position), "posts.capacity"))
            roll.used.add(position)


def in_capacity(view: View, sentence: Sentence, title: Item) -> bool:
    """Whether "as" stands before a title: "as the Georgian president", not "as well as", "such as"."""
    words = view.lexicon.file.words
    articles = words.the | words.a
    index = title.start - 1
    while index > sentence.start and view.lower[index] in articles:
        index -= 1
    if index < sentence.start or view.lower[index] not in words.as_:
        return False
    before = " ".join(view.lower[max(sentence.start, index - 2) : index + 1])
    return not before.endswith(words.and_) and view.lower[index - 1] not in words.such


def give_after(roll: Roll, openings: Collection[str]) -> None:
    """Give names the titles after them.

    Args:
        roll: The names of the sentence.
        openings: Words that open what stands before a subject: "During talks with X, the Armenian minister said".
    """
    opened = roll.sentence.words[roll.sentence.start].lower() in openings
    for match in _COUNTERPART_AFTER.finditer(roll.symbols):  # "X, his Belarusian colleague"
        own, title = roll.named[match.start(1)], roll.title(match.start(2))
        if not own.posts and title.attributes["number"] != "pl" and _same_case(title, own):
            own.mark(title)
            own.country = own.country or title.attributes["country"]
    for match in _AFTER.finditer(roll.symbols):
        person, (start, end) = roll.named[match.start(1)], match.span(2)
        if opened and "," not in roll.symbols[: match.start(1)] and roll.symbols[end : end + 1] == "x":
            continue  # the title has no comma after it: it is the subject
        for item in list(roll.items((start, end), "R")):
            title = item.mention
            if item.position in roll.used or title.attributes["number"] == "pl":
                continue
            if item.position > start and not _same_case(title, person):
                continue
            following = roll.named.get(end + 1) if roll.symbols[end : end + 1] == "," else None
            if following is not None and not following.posts and _of_another_state(title, person):
                following.posts.append(post_of(title, "posts.before_comma"))
                roll.used.add(item.position)
                continue
            person.posts.append(post_of(title, "posts.after", state_after(roll, item, end)))
            roll.used.add(item.position)
        aside = _STATE_ASIDE.match(roll.symbols, end)
        if aside and person.posts and roll.symbols[start - 2 : start] == "P,":
            person.country = person.country or roll.states(aside.span())[0]


def _of_another_state(title: Mention, person: Named) -> bool:
    """As in "Prime Minister X of Pakistan, the President of Iran, Y": the title is that of Y."""
    states = {p.represents for p in person.posts if len(p.represents) == _CODE}
    country = str(title.attributes["country"])
    return bool(states and country) and country not in states


def _all_of(roll: Roll, gap: tuple[int, int], words: Collection[str]) -> bool:
    """Whether the words that a gap in the symbols stands for are all of one kind."""
    first = roll.sentence.at[gap[0] - 1].end
    last = next(item.start for item in roll.sentence.items if item.position > gap[0])
    return all(w.lower() in words for w in roll.sentence.words[first:last] if w[:1].isalpha())


def _after_name(roll: Roll, position: int) -> bool:
    """Whether a title may be that of the name before it."""
    return _NAME_AND_TITLES.search(roll.symbols, 0, position) is not None


def _after_untitled(roll: Roll, position: int) -> bool:
    """Whether a title may be that of the name before it, which has none yet."""
    found = _NAME_AND_TITLES.search(roll.symbols, 0, position)
    return found is not None and not roll.named[found.start()].posts


def _own_start(roll: Roll, match: re.Match[str]) -> int:
    """Where the titles of a name begin: in "X, envoy of Y, and Secretary General Z" the first is that of X."""
    chain, start = match.group(1), match.start(1)
    several = chain.count("R") + chain.count("K") > 1
    if not several or not _NAME_BEFORE.search(roll.symbols, 0, start):
        return start
    if not _SEPARATED.search(chain) and not _of_two(roll, match.span(1)):
        return start
    cut = _FIRST_OF_CHAIN.match(chain)
    before = roll.named.get(start - 2)
    titled = before is not None and (bool(before.posts) or before.counterpart)
    return start + cut.end() if cut and roll.symbols[start - 1] != "-" and not titled else start


def _of_two(roll: Roll, span: tuple[int, int]) -> bool:
    """As in "X, Secretary General of the CIS and Belarusian President Y": nobody serves a body and a state."""
    first, *others = (item.mention for item in roll.items(span, "RK"))
    if len(others) != 1 or others[0].norm not in NATIONAL:
        return False
    states = {str(m.attributes["country"]) for m in (first, others[0])}
    return of_no_state(first) or (len(states) == 2 and "" not in states)


def _same_case(title: Mention, person: Named) -> bool:
    """Whether a further title after a name is in its case: "у X, президента Y, украинский лидер спросил"."""
    cases = title.cases
    return not cases or "any" in cases or not person.case or person.case in cases or "nom" not in cases
