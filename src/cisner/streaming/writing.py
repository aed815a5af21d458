"""Lines onto disk as they come: a file that is whole up to its last line end at any moment."""

import json
import os
import time
from contextlib import suppress
from dataclasses import asdict
from io import BufferedWriter
from pathlib import Path
from types import TracebackType
from typing import Self

from cisner.errors import CisnerError, Failure

_SYNC = 2.0  # seconds of work that may be lost when the power goes


class Lines:
    """A file that lines are put at the end of; to be used in a ``with`` statement.

    Args:
        path: The file.
        keep: Whether to go on behind what it holds already.

    Raises:
        CisnerError: It cannot be written.
    """

    def __init__(self, path: Path, *, keep: bool = False) -> None:
        try:
            self._file: BufferedWriter = path.open("ab" if keep else "wb")
        except OSError as error:
            raise CisnerError(f"{path}: cannot be written: {error.strerror}") from None
        self._synced = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._file:
            self.sync()

    def put(self, line: str) -> None:
        """Writes a line; it may stay in memory until `flush`."""
        self._file.write(line.encode() + b"\n")

    def flush(self) -> None:
        """Hands over what was written to the system, and to the disk every few seconds."""
        self._file.flush()
        if time.monotonic() - self._synced > _SYNC:
            self.sync()

    def sync(self) -> None:
        """Waits until what was written is on the disk."""
        self._file.flush()
        with suppress(OSError):  # a pipe or a device
            os.fsync(self._file.fileno())
        self._synced = time.monotonic()


def failure_line(failure: Failure) -> str:
    """A failure as a line of JSON."""
    return json.dumps(asdict(failure), ensure_ascii=False)
