"""Gold and records in one shape: the rows that are compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from cisner.errors import CisnerError, first_fault

Blank = Annotated[str | None, BeforeValidator(lambda value: value or None)]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


class Item(_Row):
    """What all rows have: gold marks those on which careful readers may differ."""

    optional: bool = False

    def shown(self) -> dict[str, Any]:
        """The row for a list of errors, without what is empty."""
        return {k: v for k, v in self.model_dump().items() if v not in (None, False)}


class MeetingRow(Item):
    """A meeting."""

    id: str
    name: Blank = None
    organization: Blank = None
    level: Blank = None
    start: Blank = None
    end: Blank = None
    city: Blank = None
    status: Blank = None


class AttendanceRow(Item):
    """A person at a meeting."""

    meeting: Annotated[Blank, Field(validation_alias=AliasChoices("meeting", "meeting_id"))] = None
    person: Blank = None
    office: Blank = None
    represents: Blank = None
    status: Blank = None


class PersonRow(Item):
    """A person in a role."""

    person: Annotated[Blank, Field(validation_alias=AliasChoices("person", "name"))] = None
    office: Blank = None
    represents: Blank = None


class AgreementRow(Item):
    """A document."""

    title: Blank = None
    status: Blank = None


class Rows(_Row):
    """Everything of one report that is compared."""

    meetings: tuple[MeetingRow, ...] = ()
    attendances: tuple[AttendanceRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    countries: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    countries_optional: frozenset[str] = frozenset()
    dates_optional: frozenset[str] = frozenset()


def rows_of(record: Mapping[str, Any], where: str) -> Rows:
    """The rows of a gold file, or of the records of a report.

    Args:
        record: The parsed JSON object.
        where: What to call it if it is wrong.

    Raises:
        CisnerError: It is neither.
    """
    try:
        people = [
            {**role, "person": person.get("person") or person.get("name"), "optional": person.get("optional", False)}
            for person in record.get("people", ())
            for role in person.get("roles") or [person]
        ]
        countries, dates = _named(record, "countries", "COUNTRY"), _named(record, "dates", "DATE")
        # Nobody is asked for the day of publication, nor for what gold leaves open.
        open_dates = {*record.get("dates_optional", ()), *filter(None, [record.get("published")])}
        return Rows.model_validate(
            {
                **{key: record.get(key, ()) for key in ("meetings", "attendances", "agreements")},
                "people": people,
                "countries": countries,
                "countries_optional": record.get("countries_optional", ()),
                "dates": dates - open_dates if "dates" in record else dates,
                "dates_optional": open_dates,
            }
        )
    except ValidationError as error:
        raise CisnerError(f"{where}: not in the layout of records or gold: {first_fault(error)}") from None
    except (AttributeError, TypeError):
        raise CisnerError(f"{where}: not in the layout of records or gold") from None


def _named(record: Mapping[str, Any], key: str, label: str) -> frozenset[str]:
    """The values of a list of gold, or the normal values of the entities with a label."""
    if key in record:
        return frozenset(value for value in record[key] if value)
    return frozenset(e["norm"] for e in record.get("entities") or () if e.get("label") == label and e.get("norm"))
