"""Offices of people completed: from counterparts, groups, other mentions, and known terms of office."""

from cisner.relations.offices.collecting import collect_posts as collect_posts, lengthen as lengthen
from cisner.relations.offices.counterparts import from_counterparts as from_counterparts
from cisner.relations.offices.groups import from_groups as from_groups, from_summing_up as from_summing_up
from cisner.relations.offices.terms import (
    from_knowledge as from_knowledge,
    from_terms as from_terms,
    known_of_groups as known_of_groups,
)
from cisner.relations.offices.titles import offices_of_states as offices_of_states
