"""Engines of other projects that spread the work over many machines."""
