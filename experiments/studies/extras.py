"""Packages that only some jobs need: named in one line where they are missing."""

from __future__ import annotations

import importlib.util

from sim.errors import BadInput, Problem


def must_have(module: str, extra: str, job: str) -> None:
    """Raise BadInput, with the command that installs it, unless a module of an extra can be imported."""
    if importlib.util.find_spec(module) is None:
        expected = f'needs {module}, which is not installed: pip install "alliance-lab[{extra}]"'
        raise BadInput(Problem(job, 0, "", "", expected))
