"""The components of the spaCy pipeline, one per module."""
