"""cisner reads reports of diplomatic meetings and records who attended which meeting in which capacity.

The names below are loaded when they are first used, so that importing cisner costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cisner.errors import CisnerError as CisnerError, Failure as Failure
    from cisner.extractor import extract as extract, extract_many as extract_many
    from cisner.pipeline import load as load
    from cisner.records import Extraction as Extraction
    from cisner.report import Report as Report, read_reports as read_reports

__version__ = "0.1.0"

_HOMES = {
    "CisnerError": "cisner.errors",
    "Extraction": "cisner.records",
    "Failure": "cisner.errors",
    "Report": "cisner.report",
    "extract": "cisner.extractor",
    "extract_many": "cisner.extractor",
    "load": "cisner.pipeline",
    "read_reports": "cisner.report",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
