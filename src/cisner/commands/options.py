"""Options that several commands share."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer


class LanguageChoice(StrEnum):
    """The language of reports that do not name theirs."""

    AUTO = "auto"
    EN = "en"
    RU = "ru"

    @property
    def known(self) -> Literal["en", "ru"] | None:
        """The language, None if it is to be detected."""
        return "en" if self is LanguageChoice.EN else "ru" if self is LanguageChoice.RU else None


PatternsOption = Annotated[
    Path | None,
    typer.Option(help="A folder of your own patterns, laid over cisner's.", exists=True, file_okay=False),
]
PublishedOption = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication of the reports that name none.")
]
LanguageOption = Annotated[LanguageChoice, typer.Option(help="Language of the reports that name none.")]


def to_day(text: str | None) -> date | None:
    """The day that the option ``--published`` gives.

    Raises:
        typer.BadParameter: There is no such day.
    """
    from cisner.errors import ReportError
    from cisner.report import parse_day

    try:
        return parse_day(text) if text is not None else None
    except ReportError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from None
