"""What follows for a meeting from its people and from the report: level, format, day, place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cisner.mentions import Mention
from cisner.relations.cast import Cast, PersonRecord, guessed, told_state
from cisner.relations.days import LONGEST_VISIT, days_apart, of_one_visit
from cisner.relations.events import Event, highest
from cisner.relations.frame import Frame
from cisner.relations.gatherings import VAGUE
from cisner.relations.headings import section_of
from cisner.relations.levels import LEVEL_OF
from cisner.relations.officials import plural_title

_RECENT = 40  # days before a report within which its only place is that of a meeting
_PAIR = 2
_BESIDE = 2  # days between the sessions of officials and of ministers of one body


def complete(events: Sequence[Event], cast: Cast, frame: Frame) -> None:
    """Fill what follows for an event from its people and from the report: level, format, day and place.

    The bodies of meetings must be known (:func:`cisner.relations.around.name_bodies`).
    """
    main = next(
        (e for e in events if not e.personal and "next" not in e.qualifiers and "previous" not in e.qualifiers), None
    )
    for event in events:
        people = [cast.people[i.person] for i in event.involved if i.status != "absent"]
        beside = main if main is None or section_of(event, frame.sections) == section_of(main, frame.sections) else None
        awaited = [cast.people[i.person] for i in event.involved]  # whom a session lacks tells its level, too
        _complete_level(event, people if event.personal else awaited)
        _complete_formats(event, people)
        setting = _setting(event, events, beside, frame.published) if beside is not None or main is None else None
        _complete_day(event, main, setting, events, frame)
        if main is not None and _one_of_a_row(event, main, frame):
            joined = min(event.sentences, default=-1) in frame.following  # "followed by": the text gives the day
            event.start, event.dated_by = main.start, "text" if joined else "main"
        _complete_place(event, beside, setting, events, frame, cast)
        _place_in_only_city(event, frame, cast)
        _state_of_host(event, people)


def _complete_level(event: Event, people: Sequence[PersonRecord]) -> None:
    if not event.level and event.model is not None:
        event.level = event.model.level
    if not event.personal and event.level:
        event.level = _exact_level(event, people)
        return
    offices = [p.office for p in people if p.office]
    group = _group_before(event)
    if group is not None and set(offices) <= {"head_of_organization"}:
        event.level = LEVEL_OF[group.norm]
        return
    reception = any(p.reception for p in event.phrases)
    if offices and (event.personal or reception or not event.organization):
        event.level = highest(offices)
        if event.level == "ministers" and _all_foreign_ministers(people):
            event.level = "foreign_ministers"
        if event.level == "permanent_representatives":
            event.level = "officials"
    elif offices:
        event.level = LEVEL_OF.get(Counter(offices).most_common(1)[0][0], "mixed")
    elif event.group is not None and event.group.norm in LEVEL_OF and not event.of_co_chairs:
        event.level = LEVEL_OF[event.group.norm]
    elif any(p.experts for p in event.phrases):
        event.level = "officials"
    elif event.commission:
        event.level = "ministers"  # at which intergovernmental commissions meet
    if event.level in ("", "officials") and any(p.ministerial for p in event.phrases):
        of_body = event.label.partition(" ")[0].isupper()  # "EU central asia", told by no more than "ministerial"
        event.level = "foreign_ministers" if event.label and not of_body else "ministers"  # a ministerial of "C5+1"


def _exact_level(event: Event, people: Sequence[PersonRecord]) -> str:
    """The level of a meeting of "the ministers" at which all are foreign ministers, or ministers of defence."""
    group, level = event.group, event.level
    if level != "ministers" or any(p.own_organ for p in event.phrases):
        return level
    if group is not None and not (group.norm == "minister" and group.attributes["plain"]):
        return level
    if _all_foreign_ministers(people):
        return "foreign_ministers"
    members = {LEVEL_OF.get(p.office, "") for p in people} - {"officials", ""}
    return "defence_ministers" if members == {"defence_ministers"} and len(people) > 1 else level


def _group_before(event: Event) -> Mention | None:
    """The officials who are said to be at a meeting that has no name: "The ministers of A and B agreed at talks in"."""
    if event.personal or event.organization or not event.phrases:
        return None
    phrase = event.phrases[0]
    before = [i for i in phrase.sentence.items if i.end <= phrase.start and (i.symbol in "MOP" or plural_title(i))]
    told = before[-1].mention if before and plural_title(before[-1]) else None
    if told is None or told.norm not in LEVEL_OF or told.norm in VAGUE or told.cases.isdisjoint(("nom", "any")):
        return None
    first = before[0].position == 0 and len(before) == 1
    return told if told.attributes["country"] or first else None


def _complete_formats(event: Event, people: Sequence[PersonRecord]) -> None:
    for kind, told in (("call", "telephone"), ("visit", "visit")):
        if event.kind == kind and told not in event.formats:
            event.formats.append(told)
    if event.kind == "call" or event.organization or "bilateral" in event.formats:
        return
    sides = {p.represents for p in people if p.represents or len(event.pair) > _PAIR}
    if (
        (event.pair and len(event.pair) == _PAIR)
        or (len(event.states) == 2 and event.kind != "forum")
        or (not event.explicit and len(sides) == 2)
    ):
        event.formats.append("bilateral")


def _setting(event: Event, events: Sequence[Event], main: Event | None, published: str | None) -> Event | None:
    """The held meeting beside which another was held: the one of a body told of last before it, else the main one.

    A session of days ago, of which the report tells only later, is not what newly held talks were beside.
    """
    if not event.personal:
        return None
    first = min(event.sentences, default=0)
    earlier = [
        e
        for e in events
        if not e.personal
        and not e.qualifiers & {"next", "previous"}
        and e.start
        and min(e.sentences, default=first + 1) <= first
    ]
    fresh = LONGEST_VISIT if event.kind == "visit" else 1
    past = main is not None and bool(main.start) and _long_before(str(main.start), published, fresh)
    default = None if past else main
    beside = max(earlier, key=lambda e: max(s for s in e.sentences if s <= first), default=default)
    return beside if beside is not None and beside.status() == "held" else None


def _long_before(day: str, published: str | None, fresh: int) -> bool:
    """Whether a date, as far as it is known, lies more than some days before that of the report."""
    if not published or day >= published[: len(day)]:
        return False
    return days_apart(day, published) > fresh


def _one_of_a_row(event: Event, main: Event, frame: Frame) -> bool:
    """Whether the session of another body is told of after the one of the day, and without a day of its own.

    People have to be told to be there, or words like "followed by" to join the two.
    """
    if event.personal or event.start or event.placed_by == "text" or event is main:
        return False
    if not event.organization or event.organization == main.organization:
        return False
    if event.status() != "held" or main.status() != "held" or event.model or event.qualifiers & {"next", "previous"}:
        return False
    first, before = min(event.sentences, default=0), min(main.sentences, default=0)
    if first in frame.following and before <= first <= before + 1:
        return True
    attended = any(i.status == "attended" for i in event.involved)
    return attended and first > before and main.dated_by == "text" and event.level == main.level


def _complete_day(
    event: Event, main: Event | None, setting: Event | None, events: Sequence[Event], frame: Frame
) -> None:
    if event.start is None and event.on_margins and main is not None and main.end is None and _alike(event, main):
        event.start, event.dated_by = main.start, "main"
    if event.start is not None or event.status() != "held" or "previous" in event.qualifiers:
        return
    if min(event.sentences, default=-1) in frame.undated:
        return
    if event is main:
        event.start, event.dated_by = _day_around(event, events, frame) or frame.published, "published"
    elif main is not None and _on_the_eve(event, main):
        event.start, event.dated_by = frame.published, "published"
    elif main is not None and _on_margins(event, main):
        event.start, event.end, event.dated_by = main.start, main.end, "main"
    elif event.personal and "held" in event.votes:
        first = min(event.sentences, default=0)
        told = {d for s, d in frame.fresh_days.items() if s <= first} if main is None else set()
        fresh = told.pop() if len(told) == 1 else None
        event.start = (setting.start if setting is not None else fresh) or frame.published
        event.dated_by = "published"


def _on_the_eve(event: Event, main: Event) -> bool:
    """Whether the news is a session that is told with the one to come after it: "Ahead of the summit the ministers"."""
    if event.personal or not event.organization or not event.phrases or main.status() != "planned":
        return False
    together = min(event.sentences, default=-1) == min(main.sentences, default=0)
    return together and ("eve" in main.votes or bool(main.start))


def _on_margins(event: Event, main: Event) -> bool:
    """Whether a commission is told in one sentence to have met on the margins of a session."""
    beside = {p.sentence.index for p in main.phrases if p.margin}
    return event.commission and any(p.sentence.index in beside for p in event.phrases)


def _alike(event: Event, main: Event) -> bool:
    """Whether both lie ahead."""
    return event.personal and event.status() == main.status() == "planned"


def _complete_place(
    event: Event, main: Event | None, setting: Event | None, events: Sequence[Event], frame: Frame, cast: Cast
) -> None:
    if "videoconference" in event.formats or event.kind == "call":
        if event.kind == "call" or event.placed_by == "":
            event.city = event.country = None
        return
    if event.city is None and event.placed_by == "" and event.status() == "planned":
        if event is main and event.start and event.start == frame.published:
            event.city, event.country, event.placed_by = frame.dateline_city, frame.dateline_country, "dateline"
        elif event.personal and main is not None and event.start and event.start == main.start and main.city:
            event.city, event.country, event.placed_by = main.city, main.country, "main"
    if event is main and event.city is None and event.country and event.country == frame.dateline_country:
        if event.status() == "held":  # "DUSHANBE, November 22. Tajikistan hosted the session"
            event.city, event.placed_by = frame.dateline_city, "dateline"
    if event.city is None and event.placed_by == "" and event.status() == "held":
        dateline = frame.dateline_city, frame.dateline_country, "dateline"
        travelled = next((e for e in events if e.kind == "visit" and e.city and e.status() == "held"), None)
        if event is main and travelled is not None and not frame.dateline_city:
            event.city, event.country, event.placed_by = travelled.city, travelled.country, "visit"
        elif event is main:
            event.city, event.country, event.placed_by = dateline
        elif setting is not None and setting.city and not (frame.dateline_city and _told_later(setting, event)):
            event.city, event.country, event.placed_by = setting.city, setting.country, "main"
        elif event.personal:
            event.city, event.country, event.placed_by = dateline
        elif main is not None and not event.model and _at_one_time(event, main):
            event.city, event.country, event.placed_by = main.city, main.country, "main"
    ahead = event.personal and event.city is None and event.status() == "planned"
    if ahead and main is not None and event.start and event.start == main.start and main.status() == "held":
        event.city, event.country, event.placed_by = main.city, main.country, "main"  # later on the day of the summit
    if event.personal and event.kind == "talks" and event.placed_by != "text":
        _place_by_visit(event, events, main, cast)


def _at_one_time(event: Event, main: Event) -> bool:
    """Whether a session was on the day of the main one, or is of the same body and was shortly before or after it."""
    if event.start and event.start == main.start:
        return True
    same = bool(event.organization) and event.organization == main.organization
    return same and days_apart(event.start, main.start) <= _BESIDE


def _told_later(session: Event, talks: Event) -> bool:
    """Whether a session is first told of well after talks, which a dateline places: not their setting."""
    return min(session.sentences, default=0) > min(talks.sentences, default=0) + 1


def _place_in_only_city(event: Event, frame: Frame, cast: Cast) -> None:
    """Place a meeting that was held in the one city where a report without a dateline places anything."""
    if event.city is not None or frame.only_place is None or event.status() != "held":
        return
    if event.placed_by == "text" and not (event.country == frame.only_place[1] and _was_there(event, frame, cast)):
        return
    if event.dated_by == "text" and event.start and frame.published:
        if days_apart(event.start, frame.published) > _RECENT:
            return
    if "telephone" not in event.formats and not event.qualifiers & {"next", "previous"}:
        event.city, event.country, event.placed_by = *frame.only_place, "only"


def _was_there(visit: Event, frame: Frame, cast: Cast) -> bool:
    """Whether what is told of the only city of a report is told of who was in its country: "X laid flowers in A"."""
    told = {n.person for s in frame.only_place_at for n in cast.by_sentence[s]}
    return visit.kind == "visit" and visit.pair <= told


def _state_of_host(event: Event, people: Sequence[PersonRecord]) -> None:
    """The state of the one side of talks that is not told: that where the other side is a guest."""
    if len(event.pair) != 2 or event.kind != "talks" or not event.country or len(people) != 2:
        return
    untold = [p for p in people if not told_state(p)]
    guests = {p.represents for p in people if p not in untold}
    if len(untold) == 1 and guests and event.country not in guests:
        untold[0].country = event.country
        for post in untold[0].posts:
            if post.office != "head_of_organization":
                post.represents = event.country
                post.rule = post.rule if guessed(post) else f"{post.rule}+context"


def _place_by_visit(talks: Event, events: Sequence[Event], main: Event | None, cast: Cast) -> None:
    """Give talks the place and, if they lie ahead, the day of the visit that one side is on."""
    visits = [e for e in events if e.kind == "visit" and e.pair < talks.pair and e.country]
    visit = next((e for e in visits if e.status() == talks.status() and _may_be_of(e, talks, cast)), None)
    if visit is None and talks.status() == "planned":  # "X arrived in Minsk. He will see Y"
        soon = (e for e in visits if e.status() == "held" and (talks.start is None or e.start))
        visit = next((e for e in soon if _visits_one(e, talks, cast)), None)
    if visit is None or (main is not None and main.city != visit.city and not _visits_one(visit, talks, cast)):
        return  # of people of other states who met beside a session
    if talks.country and not visit.city:
        return
    if visit.start and talks.dated_by == "text" and talks.start and not of_one_visit(visit.start, talks.start):
        return
    talks.city, talks.country, talks.placed_by = visit.city, visit.country, "visit"
    called_off = talks.status() == "cancelled"  # of a visit of several days no day is theirs, unless none came
    some_day = visit.status() != talks.status() and visit.dated_by != "text" and not visit.city  # "X is in Belarus"
    if some_day or not visit.start or not (visit.end is None or called_off):
        return
    if talks.start is None or talks.dated_by == "published":
        talks.start, talks.end, talks.dated_by = visit.start, visit.end, visit.dated_by


def _may_be_of(visit: Event, talks: Event, cast: Cast) -> bool:
    """Whether talks with people of a third state can be those of a visit: to a city, and not told of before it."""
    later = min(talks.sentences, default=0) >= min(visit.sentences, default=0)
    return _visits_one(visit, talks, cast) or (bool(visit.city) and later)


def _visits_one(visit: Event, talks: Event, cast: Cast) -> bool:
    """Whether somebody of the visited state is at talks."""
    return visit.country in {told_state(cast.people[p]) for p in talks.pair - visit.pair}


def _day_around(event: Event, events: Sequence[Event], frame: Frame) -> str | None:
    """The day that the sentences around the first mention of a meeting speak of, if they tell of no other."""
    first = min(event.sentences, default=0)
    if first in frame.present and first - 1 not in frame.fresh_days:
        return None
    taken = {s for e in events if e is not event and e.dated_by == "text" for s in e.sentences}
    days = {index: day for index, day in frame.fresh_days.items() if index not in taken}
    for index in (first, first - 1, first + 1, first - 2, first + 2):
        if index in days:
            return days[index]
    before = {day for index, day in days.items() if index < first}
    return before.pop() if len(before) == 1 else None


def _all_foreign_ministers(people: Sequence[PersonRecord]) -> bool:
    """Whether all members of governments are foreign ministers, be it besides another post."""
    members = [p for p in people if LEVEL_OF.get(p.office) in ("ministers", "foreign_ministers")]
    return len(members) > 1 and all(
        p.known_office == "foreign_minister" or any(q.office == "foreign_minister" for q in p.posts) for p in members
    )
