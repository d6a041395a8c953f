"""Coefficients against the evidence: which matter to the facts, which places agree with them, which stay open.

History matching in rounds, each a set of stored studies: every coefficient from end to end of its range (those that
move a fact most go on); an even spread over those, from which an emulator is made; and waves of places run anew, the
first among all that the emulator does not rule out, each further one around the nearest so far, where it foretells
agreement. Those that real runs do not rule out either are the ensemble.
"""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.fit import (
    agreement,
    emulate,
    implausibility,
    medoid,
    narrowing,
    plausible,
    recovery,
    spread_over,
)
from experiments.designs import CROSSED, Design, Factor, crossed, factor
from experiments.evidence import PATTERNS, Pattern, Sample
from experiments.evidence.modules import MODULES
from experiments.store import load
from experiments.store.files import write_text
from experiments.studies.arms import ONLY_ARM, read_experiment
from experiments.studies.opening import Manner, compute, study_folder
from experiments.studies.provenance import must_match
from experiments.studies.study import Study
from sim.errors import BadInput, Problem
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS
from sim.scenario.values import closest

Array = NDArray[np.float64]
CASES = {"evidence": "A", "georgia": "GE", "peru": "PE", "zambia": "ZM"}
# The facts that a calibration to the evidence aims at: base rates, what moves them, and how alliances work, each once.
# All others (tactics, diversity, survival, the cases) are left to test what comes out. A44 is not aimed at: it counts
# great milestones, which the model has no name for, and the agreement that we hold against it is a step on the way.
AIMED = (
    "A1", "A3", "A4 hazard", "A7 fit", "A8 ratio", "A8 low end", "A8 high end", "A9 both", "A9 ratio", "A10 ratio",
    "A12", "A13 uplift", "A13 none", "A38", "A48", "A49",
)  # fmt: skip
GROUP = 40  # coefficients that are moved in one study of the first round
FEWEST = 20  # sets below which nothing is called an ensemble
CANDIDATES = 100_000
WAVES = 4  # of places run anew: Vernon, Goldstein and Bower 2010 needed as many
STEP = 0.5  # of the spread of the nearest places, by which a later wave moves away from one of them
FAR = 2.0  # widths of a band from it: a statistic is held there, since ratios to almost nothing go without bound
CERTAIN = 2.0 * math.sqrt(2.0)  # standard errors of a statistic: twice that of a difference of two
PRIOR = 0.25  # standard deviation around the declared value, as a part of the range
FOUND = 0.3  # correlation of truth and answer below which the facts hardly tell a coefficient
LEVEL = 0.1  # share of the variance that an emulator must foretell for its statistic to rule out places
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Calibration:
    """What is asked of a calibration.

    Parameters
    ----------
    case : str
        "evidence", or the case whose facts are aimed at.
    coefficients : tuple of str
        Dotted paths from which the first round chooses.
    chosen : int
        How many go on.
    places : int
        Of the second round, and half as many of each wave.
    draws : int
        Situations at each place in the first two rounds; twice as many in the waves.
    members : int
        Sets that the ensemble holds at most.
    """

    case: str = "evidence"
    coefficients: tuple[str, ...] = tuple(path for path, each in PARAMETERS.items() if each.role == "coefficient")
    chosen: int = 20
    places: int = 512
    draws: int = 128
    members: int = 100
    seed: int = 1

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The facts that are aimed at: those of whole-model experiments, measured by runs."""
        if self.case == "evidence":
            return tuple(PATTERNS[name] for name in AIMED)
        mine = [each for key, each in PATTERNS.items() if key.startswith(CASES[self.case])]
        return tuple(each for each in mine if each.measure is not None and each.experiment not in MODULES)


def asked_case(name: str) -> str:
    """The case of this name; BadInput with the nearest one where there is none."""
    if name not in CASES:
        expected = f"no such case; expected one of {', '.join(CASES)}"
        raise BadInput(Problem("calibrate", 0, "", name, expected, closest(name, CASES)))
    return name


def calibrate(
    asked: Calibration, root: Path, manner: Manner | None = None, say: Say = lambda _: None
) -> dict[str, Any]:
    """Do a calibration in a folder, or go on where it was; what was found, as plain data.

    Writes below `root`: the runs of each round, `screening.csv`, `emulators.csv`, `recovery.csv`, `coefficients.csv`,
    `posterior.csv` (one set a row) and `calibration.json`.
    """
    manner = manner or Manner()
    root.mkdir(parents=True, exist_ok=True)
    names = [pattern.id for pattern in asked.patterns]
    low, high = (np.array([getattr(pattern, end) for pattern in asked.patterns]) for end in ("low", "high"))
    say("screening")
    effects = screen(asked, root, manner)
    _keep(root, "screening", effects)
    paths = list(effects["coefficient"].head(asked.chosen))
    factors = [factor(path) for path in paths]
    say("spread")
    places = _spread(asked, len(factors))
    statistics, error = measure(asked, factors, places, root / "spread", manner, asked.draws)
    surface = emulate(places, _filled(statistics))
    _keep(root, "emulators", pd.DataFrame({"pattern": names, "explained": surface.explained, "error": surface.error,
                                           "run_error": error}))  # fmt: skip
    usable = surface.explained > LEVEL
    reachable = _reachable(surface(_cube(asked, len(factors))), np.hypot(surface.error, error), low, high)
    aimed = usable & reachable
    say("recovery")
    width = np.where(np.isfinite(high - low), (high - low) / 2.0, 2.0 * error)
    told = recovery(places, _filled(statistics)[:, aimed], error[aimed], width[aimed], paths, seed=asked.seed)
    _keep(root, "recovery", told)
    again, found = np.empty((0, len(factors))), np.empty((0, len(names)))
    distances = np.empty((0, len(names)))
    apart = np.where(reachable, implausibility(statistics, error, low, high), 0.0)
    middle = np.array([place_of(one) for one in factors])
    for wave in range(WAVES):
        say("matching")
        unsure = np.hypot(surface.error, error)
        if wave == 0:
            new = _agreeing(asked, surface, unsure, low, high, aimed, len(factors))
        else:
            known = np.concatenate([places, again])
            nearest = known[_nearest(np.concatenate([apart, distances]))[: asked.members]]
            new = _around(asked, wave, nearest, middle, surface, unsure, low, high, aimed)
        measured, error_2 = measure(asked, factors, new, root / "matching" / str(wave), manner, 2 * asked.draws)
        again, found = np.concatenate([again, new]), np.concatenate([found, measured])
        beside = np.where(reachable, implausibility(measured, error_2, low, high), 0.0)
        distances = np.concatenate([distances, beside])
        surface = emulate(np.concatenate([places, again]), _filled(np.concatenate([statistics, found])))
    kept = plausible(distances)
    agrees = bool(kept.sum() >= FEWEST)
    order = _nearest(distances)[: asked.members]
    if agrees:
        order = np.flatnonzero(kept)
        order = order[spread_over(again[order], asked.members)]
    sets = np.column_stack([one.codes(again[order, k]) for k, one in enumerate(factors)])
    table = narrowing(again[order], paths)
    found_again = dict(zip(told["coefficient"], told["correlation"], strict=True))
    table["verdict"] = [
        each if found_again[path] >= FOUND else "unconstrained"
        for path, each in zip(table["coefficient"], table["verdict"], strict=True)
    ]
    _keep(root, "coefficients", table)
    _keep(root, "posterior", pd.DataFrame(sets, columns=paths))
    data = {
        "case": asked.case, "patterns": names, "coefficients": paths, "places": asked.places, "draws": asked.draws,
        "seed": asked.seed, "plausible": int(kept.sum()), "tried": len(again), "sets": len(order),
        "agree": agrees, "out_of_reach": _where(names, ~reachable),
        "not_emulated": _where(names, ~usable & reachable),
        "constrained": list(table.loc[table["verdict"] == "constrained", "coefficient"]),
        "unconstrained": list(table.loc[table["verdict"] == "unconstrained", "coefficient"]),
        "declared": {one.path: float(one.parameter.default) for one in factors},
        "medoid": dict(zip(paths, map(float, sets[medoid(again[order])]), strict=True)),
        "recovered": {row["coefficient"]: round(row["correlation"], 3) for row in told.to_dict("records")},
        "width": {row["coefficient"]: round(row["width"], 3) for row in table.to_dict("records")},
        "in_band": _in_band(found[order], names, low, high), "must_match": must_match(),
    }  # fmt: skip
    write_text(root / "calibration.json", root, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    return data


def _where(names: Sequence[str], which: NDArray[np.bool_]) -> list[str]:
    return [name for name, each in zip(names, which, strict=True) if each]


def _keep(root: Path, name: str, table: pd.DataFrame) -> None:
    write_text(root / f"{name}.csv", root, table.to_csv(index=False, lineterminator="\n"))


def _in_band(statistics: Array, names: Sequence[str], low: Array, high: Array) -> dict[str, float]:
    """Share of the ensemble whose statistic lies in its band."""
    inside = (statistics >= low) & (statistics <= high)
    return dict(zip(names, map(float, inside.mean(axis=0)), strict=True))


def _nearest(distances: Array) -> NDArray[np.int64]:
    """Places by their furthest statistic, the nearest first."""
    return np.argsort(np.nan_to_num(distances, nan=math.inf).max(axis=1), kind="stable")


def _filled(statistics: Array) -> Array:
    """Statistics with the mean of their column where a few places have none; emulators need numbers everywhere."""
    middle = np.nanmean(statistics, axis=0)
    return np.where(np.isfinite(statistics), statistics, middle)


def _spread(asked: Calibration, width: int) -> Array:
    from scipy.stats import qmc

    bits = max(1, (asked.places - 1).bit_length())
    return np.asarray(qmc.Sobol(width, rng=asked.seed).random_base2(bits)[: asked.places])


def _cube(asked: Calibration, width: int) -> Array:
    return np.random.default_rng([asked.seed, 7]).random((CANDIDATES, width))


def _reachable(foretold: Array, error: Array, low: Array, high: Array) -> NDArray[np.bool_]:
    """Statistics that some place may bring into their band: the others are beyond the coefficients, by the form."""
    return np.asarray((implausibility(foretold, error, low, high) <= 1.0).mean(axis=0) > 0.001)


def _agreeing(
    asked: Calibration, surface: Any, error: Array, low: Array, high: Array, aimed: NDArray[np.bool_], width: int
) -> Array:
    """Places of the first wave, among those that the emulator does not rule out; the cut widens until enough."""
    cube = _cube(asked, width)
    worst = np.where(aimed, implausibility(surface(cube), error, low, high), 0.0).max(axis=1)
    wanted = asked.places // 2
    cut = max(1.0, float(np.sort(worst)[min(len(worst), wanted) - 1]))
    return cube[np.flatnonzero(worst <= cut)[:wanted]]


def _around(
    asked: Calibration, wave: int, nearest: Array, middle: Array, surface: Any, error: Array, low: Array, high: Array,
    aimed: NDArray[np.bool_],
) -> Array:  # fmt: skip
    """Places of a later wave: steps away from the nearest so far, those that most likely agree with all (Beaumont and
    others 2009, population Monte Carlo, with the emulator to choose). Where the facts do not tell, what was declared
    does: a normal prior around it, whose range is two standard deviations to both sides.
    """
    generator = np.random.default_rng([asked.seed, 7, wave])
    start = nearest[generator.integers(len(nearest), size=CANDIDATES)]
    moved = np.abs(start + STEP * nearest.std(axis=0) * generator.standard_normal(start.shape))
    cube = np.clip(1.0 - np.abs(1.0 - moved), 0.0, 1.0)
    likely = agreement(surface(cube)[:, aimed], error[aimed], low[aimed], high[aimed])
    likely -= 0.5 * (((cube - middle) / PRIOR) ** 2).sum(axis=1)
    return cube[np.argsort(-likely, kind="stable")[: asked.places // 2]]


# The first round --------------------------------------------------------------------------------------------------


def screen(asked: Calibration, root: Path, manner: Manner) -> pd.DataFrame:
    """Every coefficient from the low to the high end of its range, all others as declared.

    Returns one row a coefficient, the strongest first: `strength`, the largest move of any statistic beyond what finite
    runs alone make of it, over the width of its band (or two standard errors where the band is open), `pattern`, which
    one, and the whole move of each.
    """
    names = [pattern.id for pattern in asked.patterns]
    rows: list[dict[str, Any]] = []
    error: Array | None = None
    for first in range(0, len(asked.coefficients), GROUP):
        paths = asked.coefficients[first : first + GROUP]
        factors = [factor(path) for path in paths]
        middle = np.array([place_of(one) for one in factors])
        ends = np.tile(middle, (2 * len(factors), 1))
        for k in range(len(factors)):
            ends[2 * k, k], ends[2 * k + 1, k] = 0.0, 1.0
        place = root / "screening" / f"{first:03d}"
        found, error = measure(asked, factors, ends, place, manner, asked.draws, error)
        width = np.array([p.high - p.low if math.isfinite(p.high - p.low) else 0.0 for p in asked.patterns])
        scale = np.where(width > 0.0, width, 2.0 * error)
        for k, path in enumerate(paths):
            move = found[2 * k + 1] - found[2 * k]
            shown = np.nan_to_num(np.maximum(np.abs(move) - CERTAIN * error, 0.0) / scale)
            best = int(shown.argmax())
            rows.append({"coefficient": path, "strength": float(shown[best]), "pattern": names[best]}
                        | dict(zip(names, map(float, np.nan_to_num(move / scale)), strict=True)))  # fmt: skip
    return pd.DataFrame(rows).sort_values("strength", ascending=False, kind="stable", ignore_index=True)


def place_of(one: Factor) -> float:
    """Where the declared value of a coefficient lies in its range, 0 to 1."""
    value = float(one.parameter.default)
    assert one.low is not None and one.high is not None
    if one.parameter.type == "integer":
        return (value - one.low + 0.5) / (one.high - one.low + 1.0)
    if one.distribution == "log":
        return math.log(value / one.low) / math.log(one.high / one.low)
    return (value - one.low) / (one.high - one.low)


# Measuring at many places -----------------------------------------------------------------------------------------


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
    asked: Calibration, factors: Sequence[Factor], places: Array, root: Path, manner: Manner, draws: int,
    known: Array | None = None,
) -> tuple[Array, Array]:  # fmt: skip
    """Every statistic at every place, (places, patterns), and their standard errors from finite draws, (patterns,).

    Runs are kept below `root`, an arm a folder, and made only once. `known` are the errors where they were found before
    with as many draws.
    """
    found = np.full((len(places), len(asked.patterns)), np.nan)
    error = np.full(len(asked.patterns), np.nan) if known is None else known
    for name in dict.fromkeys(pattern.experiment for pattern in asked.patterns):
        arms: dict[str, Any] = {}
        for arm, study in read_experiment(name).arms.items():
            arms |= _placed(study, arm, factors, places, root / name / arm, manner, draws)
        for k, pattern in enumerate(asked.patterns):
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
    whole = Placed(**fields | {"samples": draws, "replicates": 1}, factors_again=tuple(factors),
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
