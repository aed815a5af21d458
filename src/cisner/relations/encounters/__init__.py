"""Verbs of talks: which people of a sentence they bring together, one group for each meeting."""

from cisner.relations.encounters.finding import Encounters as Encounters
from cisner.relations.encounters.model import NOUNS as NOUNS, VERBS as VERBS, Encounter as Encounter
