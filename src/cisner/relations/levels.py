"""Levels of meetings, by the offices of those who meet."""

from __future__ import annotations

from cisner.mentions import Mention

LEVEL_OF = {
    "head_of_state": "heads_of_state",
    "former_head_of_state": "heads_of_state",
    "head_of_government": "heads_of_government",
    "deputy_head_of_government": "ministers",
    "foreign_minister": "foreign_ministers",
    "defence_minister": "defence_ministers",
    "minister": "ministers",
    "deputy_minister": "officials",
    "head_of_parliament": "parliament",
    "parliamentarian": "parliament",
    "ambassador": "permanent_representatives",
    "security_council_secretary": "officials",
    "agency_head": "officials",
    "head_of_organization": "officials",
    "presidential_staff": "officials",
    "regional_head": "officials",
    "other": "officials",
}


def of_level(level: str, own: str) -> bool:
    """Whether officials of a level may be those of a meeting: "the ministers" of a council of foreign ministers."""
    return bool(level) and (level == own or (level == "ministers" and own.endswith("_ministers")))


def are_of_level(title: Mention | None, level: str, own: str) -> bool:
    """Whether officials with a title may be those of a meeting: not "the ministers of education" of foreign ministers.

    Args:
        title: Their title, if it stands alone.
        level: Its level.
        own: The level of the meeting.
    """
    other = level != own and title is not None and not title.attributes.get("plain", True)
    return of_level(level, own) and not other
