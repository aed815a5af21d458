"""Meetings of bodies: phrases brought together into events."""

from cisner.relations.bodies.finding import Bodies as Bodies
