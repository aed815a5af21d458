"""The state or body that the words around a name say somebody stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from cisner.relations.context import NATIONAL
from cisner.relations.offices.titles import offices_at_bodies
from cisner.relations.posts import Named, Post
from cisner.relations.posts.states import ends_list
from cisner.relations.sentence import Item, Sentence, View

_LINE = re.compile(r"[-x]?C:")
_ENTRY = re.compile(r"[;.]([&x]?C):[-x]?")  # a further entry of the line
_FOR_STATE = re.compile(r"(?:,R)?[,x]{0,2}oC")
_OF_STATE = re.compile(r"o[CA][x:-]?(?:R[,x]?)?$")
_ENDS_SEAT = re.compile(r"[PCA.;]")
_SIDE_AFTER = re.compile(r"(?:[,&]{1,2}R*,?P)*x?o?A")  # those joined with somebody, and the adjective of a state
_REPRESENTS = re.compile(r"(?:,(?:R(?:oC|C)?,?)?)?x(o?[CA])(?![,&]+o?[CA])")  # after a name, with a title in apposition
_LISTED = re.compile(r"[,&]{1,2}R?,?")  # between those for whom one capital stands
_DASHES = frozenset({"–", "—", "-"})
_OPENING = frozenset({",", ";", ":", "–", "—", "-", "("})
_TO_SIDE = 3
_OF_CAPITAL = 3  # words of "capital of the" before a state
_TO_VERB = 4  # words after a capital
_ASIDE = re.compile(r"P,[^P,.;]*[CA]$")  # "X, who heads the ministry of A, …"
_NEAR_BODY = 4  # symbols between a body and the name of who leads it


def states_by_role(view: View, by_sentence: Sequence[Sequence[Named]]) -> None:
    """States given by "Armenia was represented by X", "for Kyrgyzstan … X", "от Армении приехал X"."""
    at_bodies = offices_at_bodies(view.lexicon)
    for row in by_sentence:
        seat, seated = "", -1  # the state that a capital stands for, and the place of the last for whom it does
        for index, named in enumerate(row):
            if any(p.represents for p in named.posts) or named.country:
                continue
            if index and _joined_to(view, row[index - 1], named):
                for post in named.posts:
                    post.represents = row[index - 1].posts[0].represents
                continue
            start = named.item.start
            first = min((p.title.start for p in named.posts if p.title and p.title.start < start), default=start)
            listed = seated >= 0 and _LISTED.fullmatch(named.sentence.symbols, seated + 1, named.item.position)
            seat = _seat(view, named, first) or (seat if listed else "")
            if seat:
                seated = named.item.position
            state = seat or _side_after(view, named) or _for_whom(view, named) or _represented(view, named)
            if state:
                _set_state(named, state)
            else:
                _take_before(view, named, first, at_bodies)


def _for_whom(view: View, named: Named) -> str:
    """The state after a name for which somebody is told to stand, if none is told before: "X for Armenia"."""
    sentence, position = named.sentence, named.item.position
    found = _FOR_STATE.match(sentence.symbols[position + 1 :])
    if not found or _OF_STATE.search(sentence.symbols[:position]):  # "for Armenia by X, for …"
        return ""
    state = sentence.at[position + found.end()]
    return state.mention.norm if _stands_for(view, state.start) else ""


def _represented(view: View, named: Named) -> str:
    """The state that somebody is told to represent: "X represented Armenia", "X, the minister, led the Uzbek side"."""
    sentence, position = named.sentence, named.item.position
    found = _REPRESENTS.match(sentence.symbols, position + 1)
    if found is None:
        return ""
    state = sentence.at[found.end() - 1]
    start = max((i.end for i in sentence.items if i.end <= state.start and i.symbol in "PR"), default=named.item.end)
    if not _represents(view, start, state.start):
        return ""
    side = found[1] == "C" or any(w in view.lexicon.file.words.side for w in view.lower[start : state.end + 1])
    return str(state.mention.norm) if side else ""


def _take_before(view: View, named: Named, first: int, at_bodies: Mapping[str, str]) -> None:
    """Give a name, with its title from a token on, the state or body told of last before it, if that is his."""
    sentence, words = named.sentence, view.lexicon.file.words
    capital = view.lexicon.file.meeting_frame.capital
    before = [i for i in sentence.items if i.end <= first and i.symbol in "CAO" and view.lower[i.end] not in capital]
    if not before:
        return
    state = before[-1]
    if not capital.isdisjoint(view.lower[max(0, state.start - _OF_CAPITAL) : state.start]):
        return  # "in Dushanbe, the capital of Tajikistan, with Prime Minister X attending"
    national = any(p.office in NATIONAL for p in named.posts)
    if state.symbol == "O" and national:
        # "Армению на саммите СНГ представлял премьер X": a national office stands for the state
        state = next((i for i in reversed(before) if i.symbol == "C"), state)
    titles = [i.position for i in sentence.items if i.start <= first <= i.mention.start and i.symbol in "RQK"]
    gap = sentence.symbols[state.position + 1 : min([*titles, named.item.position])]
    if re.search(r"[P.;]", gap) or gap.count(",") > 1 or ends_list(sentence.symbols, state.position):
        return
    if "," in gap and _ASIDE.search(sentence.symbols, 0, state.position + 1):
        return
    represent = any(c.type == "attend" and _represents(view, c.start, c.end) for c in sentence.cues)
    prefix = sentence.symbols[max(0, state.position - 2) : state.position].removeprefix("Po")[-1:]
    if state.symbol == "O":
        led = represent or (prefix == "o" and _is_chief(named, at_bodies))
        if led and not national and not re.search(r"[PCA]", gap):  # but "the states of the SCO, by President X"
            _set_body(named, state.mention.norm, at_bodies)
    elif (
        represent
        or prefix == "o"
        or gap == "-"
        or _named_for(view, state.start)
        or (gap in ("x", "") and sentence.words[state.end] in words.genitive and state.end < first)
        or " ".join(view.lower[state.end : first]) in words.by_whom
        or (state.symbol == "A" and _is_side(view, gap, state.end, first))
    ):
        _set_state(named, state.mention.norm)


def _is_chief(named: Named, at_bodies: Mapping[str, str]) -> bool:
    """Whether somebody has a title of those who lead bodies."""
    titles = [p.title for p in named.posts if p.title is not None]
    return any(t.rule.startswith("chief.") or t.rule in at_bodies for t in titles)


def _is_side(view: View, gap: str, start: int, end: int) -> bool:
    """Whether between the adjective of a state and a title stand at most a mark and "side": "Russian side – X"."""
    if not re.fullmatch(r"[-:(x]?", gap):
        return False
    return "x" not in gap or any(w in view.lexicon.file.words.side for w in view.lower[start:end])


def states_of_lines(view: View, by_sentence: Sequence[Sequence[Named]]) -> None:
    """The state that opens a line: "Belarus: …; plenipotentiary representative – X"."""
    state, paragraph = "", -1
    for sentence, row in zip(view.sentences, by_sentence, strict=True):
        opening = _LINE.match(sentence.symbols)
        if opening:
            state, paragraph = sentence.at[sentence.symbols.index("C")].mention.norm, sentence.paragraph
        elif sentence.paragraph != paragraph:
            state = ""
        if not state:
            continue
        for named in row:
            if not named.country and not any(p.represents for p in named.posts):
                entries = list(_ENTRY.finditer(sentence.symbols, 0, named.item.position))
                _set_state(named, sentence.at[entries[-1].end(1) - 1].mention.norm if entries else state)


def heads_of_bodies(view: View, by_sentence: Sequence[Sequence[Named]]) -> None:
    """As in "Статистический комитет СНГ возглавит X": who leads a body, told by a verb."""
    verbs = view.lexicon.file.words.leads
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


def states_of_substitutes(by_sentence: Sequence[Sequence[Named]]) -> None:
    """As in "the seat of the Turkmen leader X was taken by the deputy premier Y": Y stands for the state of X."""
    for row in by_sentence:
        if not row or not row[0].sentence.has("substitute", "seat", "replaced_by"):
            continue
        ordered = sorted(row, key=lambda n: n.item.start)
        for replaced, substitute in pairwise(ordered):
            states = {p.represents for p in replaced.posts if len(p.represents) == 2} | {replaced.country} - {""}
            inside = any(
                c.start < replaced.item.start and replaced.item.start - c.end <= 8
                for c in row[0].sentence.cue("substitute", "seat")
            ) or any(
                replaced.item.end <= c.start and c.end <= substitute.item.start
                for c in row[0].sentence.cue("replaced_by")
            )
            if (
                inside
                and len(states) == 1
                and not substitute.country
                and not any(p.represents for p in substitute.posts)
            ):
                _set_state(substitute, next(iter(states)))


def _seat(view: View, named: Named, first: int) -> str:
    """The state for which its capital stands: "Astana was represented by its Finance Minister X"."""
    sentence = named.sentence
    if "CITY" not in sentence.labels:
        return ""
    for city in reversed(sentence.items):
        if city.end > first or city.symbol != "L" or view.lower[city.start - 1] in view.lexicon.file.setting.inside:
            continue  # "Belarus is represented in Astana by"
        if _ENDS_SEAT.search(sentence.symbols, city.position + 1, named.item.position):
            return ""
        if _is_seat(view, sentence, city, first):
            return city.mention.rule.partition(".")[2]
    return ""


def _side_after(view: View, named: Named) -> str:
    """The state on whose side somebody is told to be: "X and Y sat on the American side of the table"."""
    sentence, words = named.sentence, view.lexicon.file.words
    match = _SIDE_AFTER.match(sentence.symbols, named.item.position + 1)
    side = sentence.at[match.end() - 1] if match else None
    if side is None or words.side.isdisjoint(view.lower[side.end : side.end + 1]):
        return ""
    led = " " + " ".join(view.lower[max(sentence.start, side.start - _TO_SIDE) : side.start])
    return str(side.mention.norm) if led.endswith(words.on_side) else ""


def _is_seat(view: View, sentence: Sentence, city: Item, first: int) -> bool:
    """Whether a city stands for its state: "on behalf of Kiev", "the delegation of Kiev", "Kiev's by"."""
    words, lower, start, end = view.lexicon.file.words, view.lower, city.start, city.end
    if any(w.startswith(words.speaks_for) for w in lower[end : min(end + _TO_VERB, first)]):
        return True
    opens = start - 1 == sentence.start or lower[start - 2] in _OPENING or lower[start - 2] in words.and_
    if _named_for(view, start) or (opens and lower[start - 1] in words.for_state):
        return True
    before = " " + " ".join(lower[max(sentence.start, start - _TO_SIDE) : start])
    if before.endswith(words.that_of) or lower[start - 1] in words.side:
        return True
    if lower[start - 1] in words.of and not words.side.isdisjoint(lower[start - 2 : start]):
        return True
    if lower[end] in _DASHES or lower[end] in view.lexicon.file.talks.by:  # "Kiev was represented by X, Minsk by Y"
        return any(w.startswith(words.speaks_for) for w in lower[sentence.start : start])
    owned = lower[end] in words.genitive
    return owned and (lower[end + 1] in words.side or lower[end + 1] in view.lexicon.file.talks.by)


def _joined_to(view: View, first: Named, named: Named) -> bool:
    """As in "The CSTO was represented by its Secretary General X and by Y": Y is of that body, too."""
    sentence = named.sentence
    bodies = {p.represents for p in first.posts if p.office == "head_of_organization"}
    told = [i for i in sentence.items if i.symbol == "O" and i.end <= first.item.start and i.mention.norm in bodies]
    cues = [c for c in sentence.cue("attend") if _represents(view, c.start, c.end) and c.end <= first.item.start]
    if not told or not cues or first.posts[0].represents not in bodies:
        return False
    gap = sentence.symbols[first.item.position + 1 : named.item.position]
    return re.fullmatch(r",?&x?o?R?", gap) is not None and not any(p.office in NATIONAL for p in named.posts)


def _represents(view: View, start: int, end: int) -> bool:
    stems = view.lexicon.file.words.represents
    return any(w.startswith(stems) for w in view.lower[start:end])


def _named_for(view: View, token: int) -> bool:
    """Whether words before a state say that somebody speaks for it: "on behalf of Armenia", «за Армению»."""
    before = " ".join(view.lower[max(0, token - 3) : token])
    return f" {before}".endswith(view.lexicon.file.words.in_name_of)


def _stands_for(view: View, token: int) -> bool:
    """Whether words after a name say for which state its bearer is there: "for Armenia", "on behalf of Armenia"."""
    return view.lower[token - 1] in view.lexicon.file.words.for_state or _named_for(view, token)


def _set_body(named: Named, body: str, at_bodies: Mapping[str, str]) -> None:
    """Make a body what somebody stands for: "the Commission is represented by the Chairman of its Board X"."""
    for post in named.posts:
        if not post.represents:
            post.represents = body
            if post.title is not None and post.office in ("agency_head", "other"):
                chief = post.title.rule.startswith("chief.")
                post.office = "head_of_organization" if chief else at_bodies.get(post.title.rule, post.office)


def _set_state(named: Named, state: str) -> None:
    named.country = state
    for post in named.posts:
        if not post.represents and post.office != "head_of_organization":
            post.represents = state
