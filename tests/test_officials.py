"""Whose meeting it is, told by its officials: groups of officials in many wordings, each with one meeting."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from rows import battery, extract

_BATTERY = battery("officials")
_OF_A_BODY = ("began a summit",)  # where states are told, that is one of heads of state


@pytest.mark.parametrize("officials", _BATTERY["officials"], ids=lambda o: o["words"])
def test_the_meeting_is_that_of_the_officials(officials: dict[str, Any]) -> None:
    words, body = officials["words"], officials["organization"]
    inside = words if words.split()[0].isupper() else words[0].lower() + words[1:]
    wrong = []
    for wording in _BATTERY["wordings"][officials["language"]]:
        if not body and any(phrase in wording for phrase in _OF_A_BODY):
            continue
        text = wording.format(G=words, g=inside, of=officials.get("genitive", ""))
        meetings = extract(officials["language"], text, dt.date(2022, 10, 7)).meetings
        told = [(m.organization or "", str(m.level), m.city, str(m.status)) for m in meetings]
        if told != [(body, officials["level"], "Minsk", "held")]:
            wrong.append((text, told))
    assert not wrong
