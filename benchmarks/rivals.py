"""The same reports through natasha (Russian) and compromise (English); what is not installed says how to install it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
HOME = HERE / ".rivals"  # where npm puts compromise


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

    def run(self, warming: Sequence[dict[str, str]], reports: Sequence[dict[str, str]]) -> dict[str, Any]:
        """CPU seconds for the reports, after loading and some other ones that do not count.

        Raises:
            RuntimeError: It does not run.
        """
        rows = [*({**report, "warming": True} for report in warming[:20]), *reports]
        sent = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        done = subprocess.run(self.command, input=sent.encode(), capture_output=True, env=environment, check=False)
        if done.returncode:
            errors = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
            raise RuntimeError(errors[-1])
        figures: dict[str, Any] = json.loads(done.stdout)
        return figures


def natasha() -> Rival | str:
    """The whole chain of natasha, or how to install it."""
    if find_spec("natasha") is None:
        return "not installed: pip install 'cisner[bench]'"
    return Rival("natasha", "ru", [sys.executable, str(HERE / "natasha_chain.py")])


def compromise() -> Rival | str:
    """People, places and dates by compromise, or how to install it."""
    node = shutil.which("node")
    if not node:
        return "not installed: it needs Node.js with npm"
    if not (HOME / "node_modules" / "compromise-dates").is_dir():
        return "not installed: npm install --prefix benchmarks/.rivals compromise compromise-dates"
    script = HOME / "chain.mjs"
    shutil.copy(HERE / "compromise_chain.mjs", script)  # modules are looked for beside the script
    return Rival("compromise", "en", [node, str(script)])
