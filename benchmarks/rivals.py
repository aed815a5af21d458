"""The same reports through natasha (Russian) and compromise (English), each in an environment of its own.

Both are installed on first use below ``benchmarks/.rivals``; what cannot be installed is left out, with the reason.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
HOME = HERE / ".rivals"
_INSTALLING = 900  # seconds


@dataclass(frozen=True)
class Rival:
    """Another tool.

    Attributes:
        name: Of the tool.
        language: That it reads.
        command: What runs it: reports come in as JSON Lines, figures go out as one JSON object.
    """

    name: str
    language: str
    command: Sequence[str]

    def run(self, reports: Sequence[dict[str, str]]) -> dict[str, Any]:
        """CPU seconds for the reports, after loading and one round that does not count."""
        lines = "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        done = subprocess.run(
            self.command, input=lines.encode(), capture_output=True, env=environment, cwd=HOME, check=True
        )
        figures: dict[str, Any] = json.loads(done.stdout)
        return figures


def natasha() -> Rival | str:
    """The whole chain of natasha, or why it cannot be had."""
    folder = HOME / "natasha"
    python = folder / "bin" / "python"
    if not (folder / "done").exists():
        reason = _installed(
            [sys.executable, "-m", "venv", str(folder)],
            [str(python), "-m", "pip", "install", "--quiet", "natasha", "setuptools<81"],
        )
        if reason:
            return reason
        (folder / "done").touch()
    return Rival("natasha", "ru", [str(python), str(HERE / "natasha_chain.py")])


def compromise() -> Rival | str:
    """People, places and dates by compromise, or why it cannot be had."""
    folder = HOME / "compromise"
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return "node and npm are not installed"
    if not (folder / "done").exists():
        folder.mkdir(parents=True, exist_ok=True)
        reason = _installed([npm, "install", "--silent", "--prefix", str(folder), "compromise", "compromise-dates"])
        if reason:
            return reason
        (folder / "done").touch()
    script = folder / "chain.mjs"
    shutil.copy(HERE / "compromise_chain.mjs", script)  # modules are looked for beside the script
    return Rival("compromise", "en", [node, str(script)])


def _installed(*commands: Sequence[str]) -> str | None:
    """Why the commands did not succeed."""
    HOME.mkdir(exist_ok=True)
    try:
        for command in commands:
            subprocess.run(command, capture_output=True, check=True, timeout=_INSTALLING)
    except subprocess.CalledProcessError as error:
        last = (error.stderr.decode(errors="replace").strip().splitlines() or ["unknown reason"])[-1]
        return f"cannot be installed: {last}"
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"cannot be installed: {error}"
    return None
