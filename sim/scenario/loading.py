"""From a path, a shipped name or a text to a checked scenario."""

from __future__ import annotations

import os

from sim.errors import BadInput, Problem
from sim.scenario.building import build
from sim.scenario.merging import Gathered, gather, gather_text
from sim.scenario.structure import Scenario


def load_scenario(path_or_name: str | os.PathLike[str]) -> Scenario:
    """The scenario in a file, or the shipped one of a name.

    Raises
    ------
    BadInput
        With every problem found, each with file, line, key, value and what was expected.
    """
    return _usable(gather(path_or_name))


def load_text(text: str | bytes, file: str = "scenario.yaml") -> Scenario:
    """The scenario that a text describes; it can extend shipped scenarios only, never a file by its path."""
    return _usable(gather_text(text, file))


def check_scenario(path_or_name: str | os.PathLike[str]) -> list[Problem]:
    """Everything that is wrong with a scenario file, by line; empty where it can be used."""
    return _check(gather(path_or_name))[1]


def check_text(text: str | bytes, file: str = "scenario.yaml") -> list[Problem]:
    """Everything that is wrong with a text that describes a scenario."""
    return _check(gather_text(text, file))[1]


def _usable(gathered: Gathered) -> Scenario:
    scenario, problems = _check(gathered)
    if scenario is None or problems:
        raise BadInput(problems)
    return scenario


def _check(gathered: Gathered) -> tuple[Scenario | None, list[Problem]]:
    """The scenario, if nothing is wrong with it, and the problems in the order of files and lines."""
    if gathered.tree is None:
        return None, gathered.problems
    scenario, found = build(gathered.tree, gathered.name)
    problems = gathered.problems + found
    return scenario, sorted(problems, key=lambda problem: (problem.file != gathered.file, problem.file, problem.line))
