"""One run of a stored study once more, by itself: to read its story, or to see why it failed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from experiments.designs import CoefficientSets, Design
from experiments.designs.composition import FAMILY_PATHS
from experiments.ensemble import ensemble_of, run_rows
from experiments.store import load
from experiments.store.folder import changes
from experiments.studies.opening import asked
from experiments.studies.resuming import stored_study
from experiments.studies.sensitivity import begun
from sim.errors import BadInput, Problem, ProvenanceMismatch
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS
from sim.running import Run, run
from sim.scenario.structure import Scenario

KEYS = ["design_point", "replicate", "status", "error"]


@dataclass(frozen=True, slots=True)
class Replayed:
    """A run that was made again.

    Parameters
    ----------
    scenario : Scenario
        With the parameters of the design point.
    point, replicate, seed, chance : int
        Where the run stands in its study; seed and chance fix it: `sim.run(scenario, seed=…, replicate=chance)`.
    active : bool
        Whether the alliance works in it.
    values : mapping
        What the study varied, by dotted path, as it is at this point.
    error : str
        Why it failed; empty where it did not.
    equal : bool or None
        Whether every outcome is what was stored, bit by bit; None where that run is not stored yet.
    made : Run or None
        The run with its events; None where it ended in an error.
    """

    scenario: Scenario
    point: int
    replicate: int
    seed: int
    chance: int
    active: bool
    values: dict[str, Any]
    error: str
    equal: bool | None
    made: Run | None


def first_failed(root: Path) -> str:
    """The first failed run of a stored study as `replay` names it, "17.3"; empty where none failed."""
    runs = load(root).read(KEYS)
    failed = runs[runs["status"] == "failed"].sort_values(["design_point", "replicate"])
    return "" if failed.empty else f"{failed['design_point'].iloc[0]}.{failed['replicate'].iloc[0]}"


def replay(root: Path, which: str, *, accept_code_change: bool = False) -> Replayed:
    """Make one run of a stored study again.

    Parameters
    ----------
    which : str
        Its design point and replicate, as "17.3".

    Raises BadInput where there is no such run, ProvenanceMismatch where the code is another and that is not accepted.
    """
    results, study = load(root), begun(stored_study(root), root)
    design = study.design()
    differing = changes(results.manifest, asked(study, design))
    if differing and not accept_code_change:
        told = "; ".join(differing)
        raise ProvenanceMismatch(f"{root}: {told}; go on with --accept-code-change, other numbers may come out")
    point, replicate = _named(which, len(design), study.replicates)
    scenario = _at(study.scenario, design, point)
    ensemble = ensemble_of(study.scenario, design, study.replicates, study.seed)
    row = run_rows(ensemble, np.array([point * study.replicates + replicate]))
    active = bool(design.active[point])
    chance = int(design.chance(np.array([point]), np.array([replicate]), study.replicates)[0])
    error, made = str(row["error"].iloc[0]), None
    if not error or error.startswith("not finite"):
        made = run(scenario, seed=study.seed, replicate=chance, events=True, active=active)
    values = {str(name): value for name, value in design.values().iloc[point].items()}
    equal = _equal(results.read(), row, point, replicate)
    return Replayed(scenario, point, replicate, study.seed, chance, active, values, error, equal, made)


def _named(which: str, points: int, replicates: int) -> tuple[int, int]:
    """The two numbers of "17.3"."""
    words = which.split(".")
    expected = f"expected POINT.REPLICATE, from 0.0 to {points - 1}.{replicates - 1}"
    if len(words) != 2 or not all(word.isdecimal() for word in words):
        raise BadInput(Problem("replay", 0, "", which, expected))
    point, replicate = map(int, words)
    if point >= points or replicate >= replicates:
        raise BadInput(Problem("replay", 0, "", which, expected))
    return point, replicate


def _at(scenario: Scenario, design: Design, point: int) -> Scenario:
    """The scenario with the parameters of one design point."""
    codes = design.codes()[point]
    said = zip(design.paths, codes, strict=True)
    values = {path: PARAMETERS[path].value(code) for path, code in said if path in PARAMETERS}
    for one, code in zip(design.factors, codes, strict=False):
        if isinstance(one, CoefficientSets):
            values |= dict(zip(one.paths, one.sets[int(code)], strict=True))
    if design.composition is not None:
        values |= dict.fromkeys(FAMILY_PATHS, 1.0)
    return scenario.replace(parameters=scenario.parameters.with_values(values))


def _equal(stored: pd.DataFrame, row: pd.DataFrame, point: int, replicate: int) -> bool | None:
    """Whether the stored outcomes of this run are those of the row, bit by bit."""
    kept = stored[(stored["design_point"] == point) & (stored["replicate"] == replicate)]
    if kept.empty:
        return None
    names = list(OUTCOMES)
    return bool(np.array_equal(kept[names].to_numpy(float), row[names].to_numpy(float), equal_nan=True))


def finite(value: float) -> float | None:
    """A number as JSON holds it."""
    return float(value) if math.isfinite(value) else None
