"""Where the pattern files and the pipeline's configuration are."""

import os
import tomllib
from pathlib import Path

from cisner.errors import ResourceError

PATTERNS_VARIABLE = "CISNER_PATTERNS"

_PACKAGE = Path(__file__).resolve().parent


def patterns_folder() -> Path:
    """Returns the folder with the rules and the knowledge: cisner's own, or what the variable CISNER_PATTERNS says.

    Raises:
        ResourceError: There is no such folder.
    """
    chosen = os.environ.get(PATTERNS_VARIABLE)
    if not chosen:
        return _own_folder("patterns")
    folder = Path(chosen)
    if not folder.is_dir():
        raise ResourceError(f"{folder}: no such folder of patterns")
    return folder


def configs_folder() -> Path:
    """Returns the folder with the settings of the pipelines.

    Raises:
        ResourceError: The installation is incomplete.
    """
    return _own_folder("configs")


def _own_folder(name: str) -> Path:
    """A folder that lies in the installed package, and in a checkout beside ``src``."""
    for folder in (_PACKAGE / name, _PACKAGE.parent.parent / name if _is_checkout() else None):
        if folder is not None and folder.is_dir():
            return folder
    raise ResourceError(f"the folder {name!r} is missing: install cisner again")


def _is_checkout() -> bool:
    return _PACKAGE.parent.name == "src" and (_PACKAGE.parent.parent / "pyproject.toml").is_file()


def count_patterns(folder: Path) -> dict[str, int]:
    """Counts the entries of each pattern file: its tables in arrays, and the items of its other tables.

    Args:
        folder: The folder to look through.

    Raises:
        ResourceError: A file is not valid TOML.
    """
    counts = {}
    for file in sorted(folder.rglob("*.toml")):
        try:
            data = tomllib.loads(file.read_text("utf-8"))
        except ValueError as error:
            raise ResourceError(f"{file}: {error}") from None
        counts[file.relative_to(folder).as_posix()] = sum(
            len(value) for value in data.values() if isinstance(value, list | dict)
        )
    return counts
