"""What cisner knows of the world, with dates: people and their terms of office, offices, international bodies.

Nothing here is guessed: what the files do not say is unknown.
"""

from cisner.knowledge.bodies import Body, Membership
from cisner.knowledge.offices import MINISTERS, ONE, ONE_PER_TITLE, SEVERAL, OfficeClass, Offices
from cisner.knowledge.store import Knowledge
from cisner.knowledge.terms import Holds, KnownPerson, Period, Term

__all__ = [
    "MINISTERS",
    "ONE",
    "ONE_PER_TITLE",
    "SEVERAL",
    "Body",
    "Holds",
    "Knowledge",
    "KnownPerson",
    "Membership",
    "OfficeClass",
    "Offices",
    "Period",
    "Term",
]
