"""A build hook that compiles the modules with the work in them; off unless HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 is set."""

import shutil
import tempfile
from contextlib import chdir
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
        top = Path(self._folder.name)
        shutil.copytree(Path(self.root, "src"), top / "src", ignore=shutil.ignore_patterns("__pycache__", "*.so"))
        shutil.copy(Path(self.root, "pyproject.toml"), top)
        built = _compiled(top, self.config["modules"])
        libraries = filter(Path.is_file, built.rglob("*"))
        build_data["force_include"] |= {str(path): str(path.relative_to(built)) for path in libraries}
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the temporary folder away."""
        if version != "editable":
            self._folder.cleanup()


def _compiled(top: Path, modules: list[str]) -> Path:
    """Compiles modules of a copy of the project; gives the folder with the libraries, in folders as the sources are."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    source, built = top / "src", top / "built"
    options = ["--config-file", str(top / "pyproject.toml"), "--follow-imports=silent"]
    paths = sorted(str(path.relative_to(source)) for pattern in modules for path in source.glob(pattern))
    with chdir(source):  # mypyc tells modules by their paths from here
        extensions = mypycify([*options, *paths], opt_level="2", debug_level="0", multi_file=True, group_name=LIBRARY)
        command = build_ext(Distribution({"name": "cisner", "ext_modules": extensions}))
        command.build_lib = str(built)
        command.ensure_finalized()
        command.run()
    return built
