"""Where the command line writes: standard output, files that appear whole, and messages on standard error."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cisner.errors import CisnerError

_CLEAR_LINE = "\r\x1b[K"


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """Opens standard output, or a file that appears whole or not at all.

    A reader of standard output that goes away early ends the block in silence.

    Args:
        output: The file; None for standard output.

    Raises:
        CisnerError: The file cannot be written.
    """
    if output is None:
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:  # nothing may be written at exit either
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    replaceable = output.is_file() or not output.exists()  # a device or a pipe is written to as it is
    target = output.resolve()
    partial = target.with_name(f".{target.name}.{os.getpid()}") if replaceable else output
    try:
        stream = partial.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise CisnerError(f"{output}: cannot be written: {error.strerror}") from None
    try:
        with stream:
            yield stream
        if replaceable:
            partial.replace(target)
    finally:
        if replaceable:
            partial.unlink(missing_ok=True)


def complain(message: str) -> None:
    """Prints one line on standard error; nothing in a file or its name can steer the terminal."""
    line = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", message)
    print(f"{_CLEAR_LINE if sys.stderr.isatty() else ''}cisner: {line}", file=sys.stderr)
