"""Who was at which meeting: cues around a person, lists of participants, and officials who speak at their meeting."""

from cisner.relations.attendance.deciding import decide_attendances as decide_attendances
