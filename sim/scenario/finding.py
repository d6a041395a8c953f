"""Where scenario files are: the shipped ones by name, others by path."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

from sim.errors import Problem

SUFFIXES = (".yaml", ".yml", ".json")
STUDIES = "studies"
ELSEWHERE = {STUDIES, "coefficients", "lessons"}  # folders of files that are no scenarios
_PACKAGE = Path(__file__).resolve().parent.parent


def shipped_folder() -> Path:
    """The folder of the shipped scenarios: inside an installed package, `configs/` in a checkout."""
    installed = _PACKAGE / "shipped"
    return installed if installed.is_dir() else _PACKAGE.parent / "configs"


def shipped_scenarios() -> dict[str, Path]:
    """Every shipped scenario by name; one in a subfolder is named `folder/name`. Study files are left out."""
    folder = shipped_folder()
    found = sorted(path for path in folder.rglob("*.yaml") if path.parent.name not in ELSEWHERE and not _is_study(path))
    return {path.relative_to(folder).with_suffix("").as_posix(): path for path in found}


def _is_study(path: Path) -> bool:
    """Whether a file says what to do with a scenario, instead of describing one."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return any(line.startswith(("scenario:", "scenarios:")) for line in lines)


def shipped(name: str) -> Path | None:
    """The shipped scenario of this name; the folder may be left out where the name is clear without."""
    scenarios = shipped_scenarios()
    if name in scenarios:
        return scenarios[name]
    same = [path for key, path in scenarios.items() if key.rsplit("/", 1)[-1] == name]
    return same[0] if len(same) == 1 else None


def find(said: str | os.PathLike[str]) -> Path | None:
    """The file behind a path or a shipped name; None if there is none. A path that exists comes first."""
    path = Path(said)
    if path.is_file():
        return path
    return shipped(os.fspath(said))


def find_base(said: str, teller: Path) -> Path | None:
    """The file that `extends` means: a path seen from the file that says it, or a shipped name."""
    path = teller.parent / said
    return path if path.is_file() else shipped(said)


def shown(path: Path, said: str | os.PathLike[str] | None = None) -> str:
    """A file as messages name it: as the user said it, else from the working folder, else its name."""
    if said is not None and Path(said) == path:
        return os.fspath(said)
    whole, here = path.resolve(), Path.cwd()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else path.name


def missing(said: str | os.PathLike[str]) -> Problem:
    """What to say where a path or name leads nowhere."""
    text = os.fspath(said)
    name = text.rsplit("/", 1)[-1]
    for suffix in SUFFIXES:
        name = name.removesuffix(suffix)
    if Path(text).is_dir():
        return Problem(text, 0, "", "", "a folder; expected a scenario file")
    return Problem(text, 0, "", "", "no such file, and no shipped scenario of this name", _nearest(name))


def _nearest(name: str) -> str:
    close = difflib.get_close_matches(name, list(shipped_scenarios()), n=1, cutoff=0.5)
    return close[0] if close else ""
