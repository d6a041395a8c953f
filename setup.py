"""Packages and data of the wheel; everything else stands in pyproject.toml.

The shipped scenarios are the folder `configs/` of a checkout and travel as the folder `sim/shipped/` of the
wheel. A loader looks first for `Path(sim.__file__).parent / "shipped"`, then for `configs` beside `sim`.
"""

import shutil
from pathlib import Path

from setuptools import find_namespace_packages, setup
from setuptools.command.build_py import build_py

DATA = "py.typed *.yaml *.json *.csv *.txt *.md *.html *.j2 *.css *.js *.svg *.png *.woff2".split()


class BuildWithScenarios(build_py):
    """Also copies configs/ to sim/shipped/; an editable install reads configs/ itself."""

    def run(self):
        super().run()
        if not self.editable_mode:
            shipped = Path(self.build_lib) / "sim" / "shipped"
            shutil.rmtree(shipped, ignore_errors=True)
            shutil.copytree("configs", shipped)


setup(
    packages=find_namespace_packages(
        include=["sim", "sim.*", "experiments", "experiments.*", "alliance", "alliance.*"],
        exclude=["*__pycache__*"],
    ),
    package_dir={"": "."},  # an editable install is then one plain path, which type checkers follow
    package_data={"": DATA},
    cmdclass={"build_py": BuildWithScenarios},
)
