"""Who is who in a report: names brought together, offices and states completed, titles resolved to people."""

from __future__ import annotations

from cisner.knowledge import Knowledge
from cisner.relations.cast import Cast
from cisner.relations.clusters import cluster
from cisner.relations.context import from_context
from cisner.relations.offices import (
    collect_posts,
    from_counterparts,
    from_groups,
    from_knowledge,
    from_summing_up,
    from_terms,
    known_of_groups,
    lengthen,
    offices_of_states,
)
from cisner.relations.posts import Mismatch, Named, link
from cisner.relations.references import refer
from cisner.relations.sentence import View
from cisner.relations.states import heads_of_bodies, states_by_role, states_of_lines, states_of_substitutes
from cisner.relations.tenure import lead, posted, replace, tell


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
    posted(view, by_sentence)
    states_by_role(view, by_sentence)
    states_of_lines(view, by_sentence)
    heads_of_bodies(view, by_sentence)
    states_of_substitutes(by_sentence)
    people = cluster(by_sentence, view.lexicon)
    known_of_groups(view, by_sentence, people, knowledge, day)
    from_counterparts(by_sentence, people, view.lexicon.file.deputy_of)
    for person in people:
        collect_posts(person)
    from_knowledge(view, people, knowledge, day)
    from_groups(view, by_sentence, people, day)
    from_summing_up(view, by_sentence, people)
    from_terms(view, people, day)
    lengthen(view, people)
    from_context(view, people)
    offices_of_states(view.lexicon, people)
    references = refer(view, by_sentence, people, knowledge, day)
    return Cast(people, by_sentence, references, mismatches)


def _eponym(view: View, named: Named) -> bool:
    """Whether a name is that of a hall, an institute or a monument: "аэропорт Гейдара Алиева", "Aliyev Airport"."""
    words, start, end = view.lexicon.file.words, named.item.start, named.item.end
    before = " ".join(view.lower[max(0, start - 3) : start])
    if before.endswith(words.eponym):
        return True
    if named.case == "gen" and start and view.lower[start - 1].startswith(words.eponym_place):
        return True
    return end < len(view.words) and view.words[end][:1].isupper() and view.lower[end] in words.eponym_thing
