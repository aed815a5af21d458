"""The package as users get it: built, installed into a fresh environment, and run outside the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT, SAMPLES


def run(*command: str | Path, cwd: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "CISNER"))}
    result = subprocess.run(list(map(str, command)), capture_output=True, cwd=cwd, env=environment, check=False)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout.decode()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment: cisner from the wheel, its dependencies from the running one."""
    folder = tmp_path_factory.mktemp("fresh") / "env"
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    # A path in a .pth file is searched, but its own .pth files are not read: the checkout stays out of reach.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    run(*pip, wheel, cwd=folder)
    return folder / "bin"


def test_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (metadata,) = [archive.read(name).decode() for name in names if name.endswith("/METADATA")]
        (entry_points,) = [archive.read(name).decode() for name in names if name.endswith("/entry_points.txt")]
    assert {"cisner/py.typed", "cisner/languages.toml", "cisner/configs/base.cfg", "cisner/cli.py"} <= set(names)
    for folder in ("knowledge", "en", "ru"):
        assert any(name.startswith(f"cisner/patterns/{folder}/") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"cisner"}
    assert not [name for name in names if name.endswith(".py") and "/patterns/" in name]
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert "License-Expression: MIT" in metadata
    assert "cisner = cisner.cli:main" in entry_points


def test_source_distribution(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"README.md", "LICENSE", "Makefile", "pyproject.toml", "tests/conftest.py"} <= names
    assert {path.relative_to(ROOT).as_posix() for path in SAMPLES.iterdir()} <= names
    assert not [name for name in names if name.startswith((".venv", "demo", "dist"))]


def test_installed_programs(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "cisner", "--version", cwd=tmp_path).startswith("cisner ")
    assert json.loads(run(installed / "cisner", "schema", cwd=tmp_path))["title"] == "Extraction"
    info = run(installed / "cisner", "info", cwd=tmp_path)
    assert str(installed.parent) in info
    assert str(ROOT) not in info


def test_the_main_job_installed(installed: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_bytes((SAMPLES / "sochi-heads-of-government.txt").read_bytes())
    record = json.loads(run(installed / "cisner", "extract", "report.txt", cwd=tmp_path))
    assert record["report"]["language"] == "en"
    people = {item["person"] for item in record["attendances"] if item["status"] == "attended"}
    assert {"Roman Golovchenko", "Akylbek Japarov", "Mikhail Mishustin"} <= people


def test_make_knows_the_two_commands() -> None:
    for target in ("demo", "test"):
        run("make", "--dry-run", target, cwd=ROOT)
