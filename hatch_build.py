"""A build hook that compiles the modules with the work in them; off unless HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 is set.

Run as a program it only tells whether mypyc takes the modules: less than a minute, and no C compiler.
"""

import io
import shutil
import tempfile
import tomllib
from contextlib import chdir, redirect_stdout
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LIBRARY = "cisner"  # the libraries share one, cisner__mypyc


class CompiledModules(BuildHookInterface[Any]):
    """Puts compiled libraries beside the sources in the wheel, those of `modules` in `pyproject.toml`.

    They are made of a copy in a temporary folder, so that nothing is left in the checkout.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name the libraries to hatchling."""
        if version == "editable":  # there the sources are what is run
            return
        self._folder = tempfile.TemporaryDirectory()
        built = _compiled(_copy(Path(self.root), self._folder.name), self.config["modules"])
        libraries = filter(Path.is_file, built.rglob("*"))
        build_data["force_include"] |= {str(path): str(path.relative_to(built)) for path in libraries}
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the temporary folder away."""
        if version != "editable":
            self._folder.cleanup()


def _copy(root: Path, folder: str) -> Path:
    """Copies what the libraries are made of into a folder."""
    top = Path(folder)
    shutil.copytree(root / "src", top / "src", ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    shutil.copy(root / "pyproject.toml", top)
    return top


def _extensions(top: Path, modules: list[str]) -> list[Any]:
    """The modules of a copy of the project in C."""
    from mypyc.build import mypycify

    source = top / "src"
    options = ["--config-file", str(top / "pyproject.toml"), "--follow-imports=silent"]
    paths = sorted(str(path.relative_to(source)) for pattern in modules for path in source.glob(pattern))
    with chdir(source):  # mypyc tells modules by their paths from here
        return mypycify([*options, *paths], opt_level="2", debug_level="0", multi_file=True, group_name=LIBRARY)


def _compiled(top: Path, modules: list[str]) -> Path:
    """Compiles modules of a copy of the project; gives the folder with the libraries, in folders as the sources are."""
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    built = top / "built"
    extensions = _extensions(top, modules)
    with chdir(top / "src"):
        command = build_ext(Distribution({"name": "cisner", "ext_modules": extensions}))
        command.build_lib = str(built)
        command.ensure_finalized()
        command.run()
    return built


def _check() -> None:
    """Ends the program with what mypyc finds wrong with the modules, if anything."""
    root = Path(__file__).parent
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    modules = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["modules"]
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(io.StringIO()) as told:
        try:
            _extensions(_copy(root, folder), modules)
        except SystemExit:
            errors = [line for line in told.getvalue().splitlines() if ": error:" in line]
            raise SystemExit("\n".join(errors or [told.getvalue()])) from None


if __name__ == "__main__":
    _check()
