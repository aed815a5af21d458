"""An archive of small reports for the tests of streaming, and running cisner over it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from conftest import RUSSIAN_TEXT, TEXT

Process = subprocess.Popen[bytes]


def archive(path: Path, reports: int, *, bad: tuple[int, ...] = ()) -> Path:
    """JSON Lines with English and Russian reports in turns; those with a number in `bad` cannot be used."""
    lines = []
    for number in range(reports):
        text = TEXT.replace("8, 2023", f"{number % 28 + 1}, 2023") if number % 2 else RUSSIAN_TEXT
        lines.append("{broken" if number in bad else json.dumps({"id": f"r{number}", "text": text}))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def start(*arguments: str | Path, cwd: Path | None = None) -> Process:
    """Starts cisner in a process group of its own."""
    command = [sys.executable, "-m", "cisner", *map(str, arguments)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=cwd,
        env={**os.environ, "COLUMNS": "80"},
        start_new_session=True,
        # a shell's background job ignores Ctrl-C, and so would its children
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def lines_in(path: Path) -> int:
    """Whole lines in a file that may not be there yet."""
    return path.read_bytes().count(b"\n") if path.exists() else 0


def wait_for_lines(process: Process, path: Path, number: int) -> None:
    """Waits until a file has so many lines, or the process has ended."""
    while process.poll() is None and lines_in(path) < number:
        time.sleep(0.005)
