"""Records of what a report tells: the only place that sees both the relations and the records."""

from cisner.recording.record import record as record
