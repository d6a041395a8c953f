"""What made a study: code, versions, machine. What decides bits must match when a study is resumed."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
from pathlib import Path
from typing import Any

from sim.compiled import CODE_HASH

DECIDING = ("numpy", "numba", "llvmlite", "pyarrow", "SALib", "scipy")
TOLD = ("pandas", "matplotlib", "jinja2", "ruamel.yaml", "filelock", "typer", "rich")


def version(package: str) -> str:
    """The installed version of a package; "absent" where there is none."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "absent"


def must_match() -> dict[str, str]:
    """What decides the numbers of a run or the bytes of a file."""
    python = ".".join(platform.python_version_tuple()[:2])
    return {"model": CODE_HASH, "python": python, "machine": platform.machine()} | {n: version(n) for n in DECIDING}


def told() -> dict[str, Any]:
    """What a reader of the study may want to know besides."""
    return {
        "alliance-lab": version("alliance-lab"),
        "git": git(),
        "python": platform.python_version(),
        "system": platform.system(),
        "processors": os.cpu_count(),
        "packages": {name: version(name) for name in TOLD},
    }


def git() -> dict[str, Any]:
    """The commit of the checkout that the code stands in, and whether files differ from it; empty outside one."""
    try:
        commit = _git("rev-parse", "HEAD")
        return {"commit": commit, "changed": bool(_git("status", "--porcelain", "--untracked-files=no"))}
    except (OSError, subprocess.SubprocessError):
        return {}


def _git(*words: str) -> str:
    here = Path(__file__).resolve().parent
    made = subprocess.run(["git", *words], cwd=here, capture_output=True, text=True, timeout=10, check=True)
    return made.stdout.strip()
