"""A study under several settings: every arm has the same draws of its factors and the same chance, so that runs of one
arm are paired with those of another."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from experiments.designs.composition import COMPOSITION
from experiments.studies.asking import Words, read_words, study_of, told_scenario
from experiments.studies.study import Study
from sim.errors import BadInput, Problem
from sim.scenario import Scenario, with_settings

ONLY_ARM = "all"
MOST_ARMS = 12


@dataclass(frozen=True, slots=True)
class Experiment:
    """One question put to the model under one setting or several.

    Parameters
    ----------
    name : str
        Short name, from the file.
    arms : mapping of names to Study
        In the order of the file; a study without arms is the only one, under the name "all". All lay the same design
        with the same seed: run number k of one arm meets the draws and the chance of run number k of any other.
    """

    name: str
    arms: Mapping[str, Study]

    @property
    def runs(self) -> int:
        """Runs of all arms together."""
        return sum(len(study.design()) * study.replicates for study in self.arms.values())

    def resized(self, change: Callable[[Study], Study]) -> Experiment:
        """The same question with other numbers of draws, replicates or another seed, alike in every arm."""
        return Experiment(self.name, {name: change(study) for name, study in self.arms.items()})


def read_experiment(config: str | os.PathLike[str]) -> Experiment:
    """The experiment of a study file, by path or shipped name; BadInput with everything that is wrong with it."""
    words = read_words(config)
    return Experiment(words.name, arms_of(words))


def arms_of(words: Words, **said: Any) -> dict[str, Study]:
    """The study of every arm: what the file says of all, then what it says of each; see `study_of` for what is said.

    Raises BadInput with every problem, at the line of the file where there is one.
    """
    if "arms" not in words.values:
        return {ONLY_ARM: study_of(words, **said)}
    told: Mapping[str, Mapping[str, Any]] = words.values["arms"]
    problems: list[Problem] = []
    found: dict[str, Study] = {}
    if not 2 <= len(told) <= MOST_ARMS:
        expected = f"expected 2 to {MOST_ARMS} arms; leave the key out where there is one only"
        problems.append(Problem(words.file, words.lines.get("arms", 0), "arms", str(len(told)), expected))
    for name, each in told.items():
        try:
            found[name] = _arm(words, name, each, said)
        except BadInput as error:
            problems += [problem for problem in error.problems if problem not in problems]
    problems += _unequal(words, found)
    if problems:
        raise BadInput(sorted(problems, key=lambda problem: problem.line))
    return found


def _arm(words: Words, name: str, told: Mapping[str, Any], said: Mapping[str, Any]) -> Study:
    line = words.lines.get(f"arms.{name}", 0)
    values = {key: value for key, value in words.values.items() if key != "arms"}
    scenario = _scenario(words, told, f"arms.{name}")
    varied = {*values.get("factors", {})} & {*told.get("set", {})}
    if varied:
        expected = "varied by every arm: leave it out of `factors`, or of what this arm sets"
        raise BadInput([Problem(words.file, line, f"arms.{name}.set", path, expected) for path in sorted(varied)])
    mine = dataclasses.replace(words, name=f"{words.name}-{name}", scenario=scenario, values=values)
    study = study_of(mine, **said)
    if "sectors" not in told:
        return study
    if study.composition is None:
        expected = f"needs {COMPOSITION} among the factors: which sectors there are is drawn"
        raise BadInput(Problem(words.file, line, f"arms.{name}.sectors", str(told["sectors"]), expected))
    fixed = dataclasses.replace(study.composition, low=told["sectors"], high=told["sectors"])
    return dataclasses.replace(study, composition=fixed)


def _scenario(words: Words, told: Mapping[str, Any], key: str) -> Scenario:
    """The scenario of an arm: its own or that of all, with what the arm sets."""
    scenario: Scenario | None = words.scenario
    line = words.lines.get(key, 0)
    if "scenario" in told:
        scenario, problems = told_scenario(told["scenario"], words.folder / Path(words.file).name)
        if scenario is None or problems:
            raise BadInput(problems)
    assert scenario is not None
    try:
        return with_settings(scenario, told.get("set", {}))
    except BadInput as error:
        raise BadInput([dataclasses.replace(p, file=words.file, line=line, key=f"{key}.set.{p.key}")
                        for p in error.problems]) from None  # fmt: skip


def _unequal(words: Words, found: Mapping[str, Study]) -> list[Problem]:
    """Arms can be compared only where all are watched for the same time."""
    if len({study.scenario.weeks for study in found.values()}) < 2:
        return []
    spans = ", ".join(f"{name}: {study.scenario.weeks} weeks" for name, study in found.items())
    return [Problem(words.file, words.lines.get("arms", 0), "arms", spans, "expected the same horizon in every arm")]
