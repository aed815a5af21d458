"""Measuring: CPU time of alternating rounds, time by component, memory, and what was measured on."""

import gc
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

Part = TypeVar("Part")


def alternate(parts: Sequence[Part], jobs: Mapping[str, Callable[[Part], object]]) -> dict[str, list[float]]:
    """CPU seconds of jobs that are done in turns, each turn on a part of the texts that neither has seen.

    The first part warms up and does not count; who begins changes from turn to turn.

    Args:
        parts: What to do the jobs on.
        jobs: What to do, by name.
    """
    seconds: dict[str, list[float]] = {name: [] for name in jobs}
    order = list(jobs)
    for number, part in enumerate(parts):
        for name in order:
            gc.collect()
            begin = time.process_time()
            jobs[name](part)
            spent = time.process_time() - begin
            if number:
                seconds[name].append(spent)
        order.reverse()
    return seconds


def ratio(seconds: Mapping[str, Sequence[float]], name: str, base: str) -> float:
    """Median of the ratios of neighbouring rounds."""
    return statistics.median(a / b for a, b in zip(seconds[name], seconds[base], strict=True))


class Stages:
    """Adds up the time that functions take, each without those that are measured inside it."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._inner: list[float] = []

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function that does the same and is measured."""

        def run(*arguments: Any, **options: Any) -> Any:
            self._inner.append(0.0)
            begin = time.process_time()
            try:
                return function(*arguments, **options)
            finally:
                spent = time.process_time() - begin
                self.seconds[name] += spent - self._inner.pop()
                if self._inner:
                    self._inner[-1] += spent

        return run


@contextmanager
def replaced(target: Any, name: str, value: Any) -> Iterator[None]:
    """Puts something in the place of an attribute for a while."""
    before = getattr(target, name)
    setattr(target, name, value)
    try:
        yield
    finally:
        setattr(target, name, before)


def wall(command: Sequence[str], **options: Any) -> dict[str, float]:
    """Wall and CPU seconds of a command that must succeed, and the greatest memory in MB of one of its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    process = subprocess.Popen(list(command), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, *map(memory, (process.pid, *children(process.pid))))
        time.sleep(0.02)
    spent = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert process.stderr is not None
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {process.stderr.read().decode()}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": spent, "cpu": cpu, "memory_mb": peak}


def children(pid: int) -> list[int]:
    """The processes that a process has started; none where the system does not tell."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            with suppress(OSError):
                found += map(int, (task / "children").read_text().split())
    return found


def memory(pid: int | str = "self") -> float:
    """Resident memory of a process in MB; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * resource.getpagesize() / 1e6


def versions() -> dict[str, str]:
    """What the figures were measured on and with."""
    found = {"python": platform.python_version(), "machine": f"{platform.machine()} {_processor()}".strip()}
    for package in ("cisner", "spacy", "pydantic", "numpy"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    return found


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")


def command(*arguments: str | Path) -> list[str]:
    """The command line of this environment."""
    return [sys.executable, "-m", "cisner", *map(str, arguments)]
