"""Known people whom somebody of a report may be, by the name."""

from __future__ import annotations

from cisner.knowledge import Knowledge, KnownPerson
from cisner.morphology import fold
from cisner.relations.cast import PersonRecord
from cisner.relations.naming import similar, split_name


def candidates_for(person: PersonRecord, knowledge: Knowledge) -> list[KnownPerson]:
    """Known people whose name agrees with that of a person."""
    exact = list(knowledge.by_name(fold(person.name)))
    if exact:
        return exact
    found = []
    for known in knowledge.by_surname(person.surname):
        for name in known.names:
            words, _ = split_name(name)
            others = [w for w in words if w != person.surname]
            own = [w for w in person.parts if w != person.surname]
            if person.surname not in words:
                continue
            letters = person.initials[:1] or [w[0] for w in own[:1]]
            if own and others and not any(similar(a, b) or a.startswith(b) for a in own for b in others):
                continue
            if letters and others and letters[0] not in {o[0] for o in others}:
                continue
            found.append(known)
            break
    return found
