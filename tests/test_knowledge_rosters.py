"""`--infer-members`: all heads of state of a body, and what must not be expanded."""

import json
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from cisner import extract
from cisner.knowledge import Knowledge
from cisner.records import Extraction, check_offsets
from cisner.resources import patterns_folder
from cisner.rosters import RULE, infer_members

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
EVERYBODY = {"AM", "AZ", "BY", "KG", "KZ", "MD", "RU", "TJ", "UZ"}


@cache
def built_in() -> Knowledge:
    return Knowledge([patterns_folder()])


def expanded(text: str, published: str) -> Extraction:
    extraction = infer_members(extract(text, published=published), text, built_in())
    assert not check_offsets(extraction, text)
    return Extraction.model_validate_json(extraction.to_json())


def inferred(extraction: Extraction) -> set[str | None]:
    return {a.represents for a in extraction.attendances if a.evidence[0].rule == RULE}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "The CIS summit took place in Bishkek on October 13, 2023. All heads of state of the CIS took part.",
            EVERYBODY,
        ),
        (
            "The CIS summit was held in Bishkek on October 13, 2023. It was attended by the leaders of the "
            "member states "
            "except Moldova.",
            EVERYBODY - {"MD"},
        ),
        (
            "Саммит СНГ прошёл в Бишкеке 13 октября 2023 года. В нём приняли участие лидеры стран Содружества, за "
            "исключением президентов Молдавии и Армении.",
            EVERYBODY - {"MD", "AM"},
        ),
        ("The CIS summit took place in Bishkek on October 13, 2023. Heads of state of the CIS took part.", set()),
        (
            "The CIS summit took place in Bishkek on October 13, 2023. Not all heads of state of the CIS took part.",
            set(),
        ),
        ("The CIS summit took place in Bishkek on October 13, 2023. All the heads of state thanked the hosts.", set()),
        (
            "The CIS summit took place in Bishkek on October 13, 2023. All foreign ministers of the CIS took part.",
            set(),
        ),
    ],
)
def test_who_is_inferred(text: str, states: set[str]) -> None:
    assert inferred(expanded(text, "2023-10-14")) == states


def test_inferred_records_say_so() -> None:
    text = (
        "The CIS summit took place in Bishkek on October 13, 2023. President of Russia Vladimir Putin spoke "
        "at the summit. "
        "All heads of state of the CIS took part."
    )
    extraction = expanded(text, "2023-10-14")
    items = {a.represents: a for a in extraction.attendances}
    assert items["RU"].basis == "stated"
    lukashenko = items["BY"]
    assert (lukashenko.person, lukashenko.role, lukashenko.basis) == ("Alexander Lukashenko", None, "inferred")
    assert lukashenko.premises == (
        "BY was a member of CIS on 2023-10-13 since 1991-12-08",
        "Alexander Lukashenko was President of BY since 1994-07-20",
    )
    assert items["AM"].person == "Nikol Pashinyan"  # Armenia's head of government sits among heads of state


def test_members_and_holders_are_those_of_the_day() -> None:
    text = "Саммит СНГ прошёл в Астане 15 сентября 2004 года. В нём приняли участие все главы государств СНГ."
    names = {a.represents: a.person for a in expanded(text, "2004-09-16").attendances}
    assert names["GE"] == "Михаил Саакашвили"
    assert names["TM"] == "Сапармурат Ниязов"
    assert names["KG"] == "Аскар Акаев"
    assert names["MD"] == "Владимир Воронин"


def test_the_option(cisner: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "The CIS summit took place in Bishkek on October 13, 2023. All heads of state of the CIS took part."
    )
    without = json.loads(cisner("extract", path, "--published", "2023-10-14").stdout)
    assert not without["attendances"]
    with_option = json.loads(cisner("extract", path, "--published", "2023-10-14", "--infer-members").stdout)
    assert {a["represents"] for a in with_option["attendances"]} == EVERYBODY
    assert {a["basis"] for a in with_option["attendances"]} == {"inferred"}
