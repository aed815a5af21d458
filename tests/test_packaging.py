"""The package as users get it: built, installed into a fresh environment, and run outside the checkout."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

import cisner
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
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", "-I"]
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


def compiled_modules() -> list[Path]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    patterns = settings["hooks"]["custom"]["modules"]
    assert all(any((ROOT / "src").glob(pattern)) for pattern in patterns)
    return [path for pattern in patterns for path in (ROOT / "src").glob(pattern)]


def test_compiled_modules_do_not_use_what_mypyc_does_in_another_way() -> None:
    """A `cached_property` would be worked out again each time, a subclass of a pydantic model does not compile."""
    modules = compiled_modules()
    assert len(modules) > 90
    for path in modules:
        assert not re.search(r"cached_property|BaseModel", path.read_text("utf-8")), path


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_compiled_wheel(tmp_path: Path) -> None:
    """Two modules only: all of them take minutes (`make compiled-test`)."""
    project = tmp_path / "project"
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(".*", "tests", "benchmarks"))
    settings = (project / "pyproject.toml").read_text("utf-8")
    few = 'modules = ["cisner/mentions.py", "cisner/words.py"]'
    (project / "pyproject.toml").write_text(re.sub(r"modules = \[\n.*?\n\]", few, settings, flags=re.DOTALL), "utf-8")
    before = sorted((project / "src").rglob("*"))
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, project]
    run("env", "HATCH_BUILD_HOOK_ENABLE_CUSTOM=1", *build, cwd=tmp_path)
    assert sorted((project / "src").rglob("*")) == before
    (wheel,) = tmp_path.glob("*.whl")
    assert not wheel.name.endswith("-none-any.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    assert (tmp_path / "site" / "cisner" / "words.py").is_file()
    (tmp_path / "run.py").write_text(
        "import sys\n"
        "sys.path.insert(0, 'site')\n"
        "import cisner, cisner.words\n"
        "assert not cisner.words.__file__.endswith('.py')\n"
        "print(cisner.extract(sys.argv[1]).to_json())\n",
        "utf-8",
    )
    text = (SAMPLES / "sochi-heads-of-government.txt").read_text("utf-8")
    record = run(sys.executable, "run.py", text, cwd=tmp_path)
    assert json.loads(record) == json.loads(cisner.extract(text).to_json())
