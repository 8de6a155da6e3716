"""A wheel carries inside `desk` what the tree has beside it: resources and compiled catalogues.

`desk.config.program_folder` finds them in either place. Everything else stands in pyproject.toml.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent


class BuildWithParts(build_py):
    """Copies the parts after the modules; an editable install uses the tree's own."""

    def run(self) -> None:
        """Build the modules, then bring the parts."""
        super().run()
        if not self.editable_mode:
            self.bring_parts(Path(self.build_lib) / "desk")

    def bring_parts(self, target: Path) -> None:
        """Copy resources and translations into the built package."""
        catalogues = ROOT / "packaging" / "catalogues.py"
        subprocess.run([sys.executable, str(catalogues), "compile"], check=True)  # noqa: S603
        shutil.copytree(ROOT / "resources", target / "resources", dirs_exist_ok=True)
        shutil.copytree(ROOT / "translations", target / "translations", dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithParts})
