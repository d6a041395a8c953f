"""Experiments at many places of some coefficients: every draw of an arm on the same chance at each."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.designs import CROSSED, Design, Factor, crossed
from experiments.evidence import Pattern, Sample
from experiments.store import load
from experiments.studies.arms import ONLY_ARM, read_experiment
from experiments.studies.opening import Manner, compute, study_folder
from experiments.studies.study import Study
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS
from sim.scenario import Scenario, with_settings

Array = NDArray[np.float64]
FAR = 2.0  # widths of a band from it: a statistic is held there, since ratios to almost nothing go without bound


def place_of(one: Factor) -> float:
    """Where in its range what was held of a coefficient before any calibration lies, 0 to 1."""
    value = float(one.parameter.prior)
    assert one.low is not None and one.high is not None
    if one.parameter.type == "integer":
        return (value - one.low + 0.5) / (one.high - one.low + 1.0)
    if one.distribution == "log":
        return math.log(value / one.low) / math.log(one.high / one.low)
    return (value - one.low) / (one.high - one.low)


def at_priors(scenario: Scenario, moved: Sequence[Factor]) -> Scenario:
    """A scenario in which every coefficient that is not moved is what was held before, whatever the defaults are now:
    a calibration that started from its own result would go on walking.
    """
    among = {one.path for one in moved}
    settings = {
        path: each.prior
        for path, each in PARAMETERS.items()
        if each.role == "coefficient" and each.prior != each.default and path not in among
    }
    return with_settings(scenario, settings) if settings else scenario


@dataclass(frozen=True, slots=True)
class Placed(Study):
    """An arm of an experiment, all its draws at each place of some coefficients."""

    factors_again: tuple[Factor, ...] = ()
    places: tuple[tuple[float, ...], ...] = ()

    def design(self) -> Design:
        """The crossed design."""
        inner = dataclasses.replace(_plain(self), job="sweep").design()
        return crossed(inner, self.factors_again, np.array(self.places))

    def describe(self) -> dict[str, Any]:
        """The arm as its study says it, with the places."""
        paths = [one.path for one in self.factors_again]
        return _plain(self).describe() | {CROSSED: {"paths": paths, "places": [list(row) for row in self.places]}}


def _plain(study: Placed) -> Study:
    """The arm without the places."""
    fields = {each.name: getattr(study, each.name) for each in dataclasses.fields(Study)}
    return Study(**fields)


def measure(
    patterns: Sequence[Pattern], factors: Sequence[Factor], places: Array, root: Path, manner: Manner, draws: int,
    known: Array | None = None,
) -> tuple[Array, Array]:  # fmt: skip
    """Every statistic at every place, (places, patterns), and their standard errors from finite draws, (patterns,).

    Runs are kept below `root`, an arm a folder, and made only once. `known` are the errors where they were found before
    with as many draws.
    """
    found = np.full((len(places), len(patterns)), np.nan)
    error = np.full(len(patterns), np.nan) if known is None else known
    for name in dict.fromkeys(pattern.experiment for pattern in patterns):
        arms: dict[str, Any] = {}
        for arm, study in read_experiment(name).arms.items():
            arms |= _placed(study, arm, factors, places, root / name / arm, manner, draws)
        for k, pattern in enumerate(patterns):
            if pattern.experiment == name:
                each = [{arm: sample[place] for arm, sample in arms.items()} for place in range(len(places))]
                found[:, k] = [_measured(pattern, samples) for samples in each]
                if known is None:
                    error[k] = _error(pattern, each)
    return found, np.where(error > 0.0, error, np.nanmax(error))


def _placed(
    study: Study, arm: str, factors: Sequence[Factor], places: Array, root: Path, manner: Manner, draws: int
) -> dict[str, list[Sample]]:
    """The samples of one arm, a list over places for each of its sides."""
    fields = {each.name: getattr(study, each.name) for each in dataclasses.fields(Study)}
    fields |= {"samples": draws, "replicates": 1, "scenario": at_priors(study.scenario, factors)}
    whole = Placed(**fields, factors_again=tuple(factors),
                   places=tuple(map(tuple, places.tolist())))  # fmt: skip
    design = whole.design()
    root.parent.mkdir(parents=True, exist_ok=True)
    with study_folder(whole, design, root, manner) as folder:
        compute(whole, design, folder, manner)
        if not folder.is_finished:
            folder.finish()
    varied = [one.path for one in design.factors] + (design.composition.paths if design.composition else [])
    wanted = [path for path in varied if path.startswith(("context.", "alliance.", "composition."))]
    runs = load(root).read(["design_point", *wanted, *OUTCOMES]).sort_values("design_point", kind="stable")
    sides = ("with", "without")[: design.arms]
    columns = {}
    for column in [*wanted, *OUTCOMES]:
        values = runs[column]
        codes = pd.Categorical(values).codes if values.dtype == object else values
        columns[column] = design.by_arm(np.asarray(codes, dtype=float)).reshape(design.arms, len(places), draws, 1)
    found = {}
    for k, side in enumerate(sides):
        each = ({column: values[k, place] for column, values in columns.items()} for place in range(len(places)))
        found[_arm_name(arm, side)] = [Sample(values) for values in each]
    return found


def _arm_name(arm: str, side: str) -> str:
    if arm == ONLY_ARM:
        return side
    return arm if side == "with" else f"{arm} {side}"


def _measured(pattern: Pattern, samples: Mapping[str, Sample]) -> float:
    """A statistic, held where it is so far from its band that further says nothing more."""
    assert pattern.measure is not None
    far = FAR * (pattern.high - pattern.low)
    return float(np.clip(pattern.measure(samples), pattern.low - far, pattern.high + far))


def _error(pattern: Pattern, each: Sequence[Mapping[str, Sample]], places: int = 4, resamples: int = 40) -> float:
    """Standard error of a statistic from its draws: bootstrap at a few places, the middle of what they give."""
    generator, found = np.random.default_rng(1), []
    for samples in each[:: max(1, len(each) // places)]:
        count = min(sample.draws for sample in samples.values())
        again = []
        for _ in range(resamples):
            index = generator.integers(count, size=count)
            again.append(_measured(pattern, {arm: sample.take(index) for arm, sample in samples.items()}))
        known = np.array(again)[np.isfinite(again)]
        if known.size > resamples // 2:
            found.append(known.std(ddof=1))
    return float(np.median(found)) if found else math.nan
