"""Terms of office out as CSV, and in from CSV and from Wikidata queries."""

import csv
import io
import json
from functools import cache

import pytest

from cisner.errors import CisnerError
from cisner.knowledge import Knowledge
from cisner.knowledge.exchange import COLUMNS, Layer, export_csv, import_terms, layer_toml
from cisner.resources import patterns_folder

HEADER = "country,position,person,wikidata_id,start,end\n"


@cache
def built_in() -> Knowledge:
    return Knowledge([patterns_folder()])


def imported(data: str) -> Layer:
    return import_terms(data, built_in(), "list.csv", "2027-01")


def test_export_has_every_term_and_reads_back_as_known() -> None:
    table = export_csv(built_in())
    rows = list(csv.DictReader(io.StringIO(table)))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(len(p.terms) for p in built_in().people.values())
    mamin = [r for r in rows if r["person"] == "Askar Mamin" and r["office"] == "head_of_government"]
    assert [(r["country"], r["position"], r["start"], r["end"]) for r in mamin] == [
        ("KZ", "Prime Minister", "2019-02-21", "2022-01-05")
    ]
    layer = imported(table)
    assert (layer.terms, layer.agreed, layer.refused) == (0, len(rows), [])


def test_new_people_and_new_terms_of_known_ones() -> None:
    layer = imported(
        HEADER + "KZ,Prime Minister,Nurzhan Newman,,2026-09-01,\n"
        "KZ,Minister of Finance,Nurzhan Newman,,2025-01-01,2026-09-01\n"
        "KZ,Prime Minister,Olzhas Bektenov,,2024-02-06,2026-09-01\n"
        "KZ,Prime Minister,Askar Mamin,Q527063,2019-02-25,2022-01-05\n"
    )
    assert set(layer.people) == {"newman-nurzhan", "bektenov-olzhas"}
    assert layer.agreed == 1
    assert not layer.refused
    new = layer.people["newman-nurzhan"]
    assert [(t.office, t.start, t.end) for t in new.terms] == [
        ("head_of_government", "2026-09-01", None),
        ("minister", "2025-01-01", "2026-09-01"),
    ]


def test_a_wikidata_query_result() -> None:
    rows = [
        {
            "person": "http://www.wikidata.org/entity/Q1",
            "personLabel": "Somebody New",
            "positionLabel": "Minister of Foreign Affairs of Kazakhstan",
            "countryLabel": "Kazakhstan",
            "start": "2026-08-01T00:00:00Z",
        },
        {
            "person": "http://www.wikidata.org/entity/Q2",
            "personLabel": "Somebody Else",
            "positionLabel": "Minister of Justice",
            "countryLabel": "Kazakhstan",
            "start": "1993-01-01T00:00:00Z",
            "end": "1994-05-03T00:00:00Z",
        },
    ]
    bound = {"results": {"bindings": [{k: {"type": "literal", "value": v} for k, v in row.items()} for row in rows]}}
    table = io.StringIO()
    writer = csv.DictWriter(table, ["person", "personLabel", "positionLabel", "countryLabel", "start", "end"])
    writer.writeheader()
    writer.writerows(rows)
    for data in (json.dumps(rows), json.dumps(bound), table.getvalue()):
        layer = imported(data)
        assert layer.people["new-somebody"].wikidata == "Q1"
        assert layer.people["new-somebody"].terms[0].office == "foreign_minister"
        assert layer.people["else-somebody"].terms[0].start == "1993"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("KZ,Prime Minister,Wrong One,,2020-01-01,2021-01-01", "overlaps mamin-askar"),
        ("QQ,Prime Minister,Wrong One,,2020-01-01,", "no country or organization 'QQ'"),
        ("KZ,Keeper of the Seal,Wrong One,,2020-01-01,", "no known office"),
        ("KZ,Minister of Justice,Wrong One,,,", "no dates"),
        ("KZ,Minister of Justice,Wrong One,,2020-02-31,", "no date"),
        ("KZ,Minister of Justice,Wrong One,,2020-05-01,2019-05-01", "before it starts"),
        ("KZ,Minister of Justice,Q123,Q123,2020-05-01,", "no name"),
    ],
)
def test_rows_that_cannot_be_are_left_out_with_the_reason(row: str, reason: str) -> None:
    layer = imported(HEADER + row + "\nKZ,Minister of Justice,Right One,,1992-05-01,1992-06-01\n")
    assert set(layer.people) == {"one-right"}
    (refused,) = layer.refused
    assert reason in refused


def test_files_that_are_no_tables_of_terms() -> None:
    for data in ("", "a,b\n1,2\n", "[1", "[]"):
        with pytest.raises(CisnerError):
            imported(data)


def test_what_is_written_validates(tmp_path: object) -> None:
    layer = imported(HEADER + 'KZ,"Minister of ""Quoted"" Affairs",Жанна Новая,,2026-09,\n')
    text = layer_toml(layer, "list.csv", "2027-01")
    import tomllib

    (person,) = tomllib.loads(text)["person"]
    assert person["ru"] == ["Жанна Новая"]
    assert person["en"] == ["Zhanna Novaya"]
    assert person["terms"][0]["start"] == "2026-09"
