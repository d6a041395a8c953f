"""Coefficients against the evidence: which matter to the facts, which places agree with them, which stay open.

History matching in rounds, each a set of stored studies: every coefficient from end to end of its range (those that
move a fact most go on); an even spread over those, from which an emulator is made; and waves of places run anew, the
first among all that the emulator does not rule out, each further one around the nearest so far, where it foretells
agreement. Those that real runs do not rule out either are the ensemble. Last, its places are run with as much as
possible put back to what was held before: the middle of those that still agree is what defaults should be.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.fit import emulate, medoid, narrowing, plausible, recovery, spread_over
from experiments.analysis.matching import Aim, filled, first_wave, later_wave, nearest_first, reachable
from experiments.designs import Factor, factor
from experiments.evidence import PATTERNS, Pattern
from experiments.evidence.modules import MODULES
from experiments.store.files import write_text
from experiments.studies.opening import Manner
from experiments.studies.placing import measure, place_of
from experiments.studies.provenance import must_match
from sim.errors import BadInput, Problem
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
WAVES = 4  # of places run anew: Vernon, Goldstein and Bower 2010 needed as many
CERTAIN = 2.0 * math.sqrt(2.0)  # standard errors of a statistic: twice that of a difference of two
FOUND = 0.3  # correlation of truth and answer below which the facts hardly tell a coefficient
SETTLED, ENOUGH = 96, 10  # agreeing places that are settled, and how many must still agree
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
        Dotted paths from which the first round chooses; what somebody measured itself is not among them.
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
    coefficients: tuple[str, ...] = tuple(
        path for path, each in PARAMETERS.items() if each.role == "coefficient" and not each.declaration.measured
    )
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


@dataclass(frozen=True, slots=True, eq=False)
class Waves:
    """Places that were run anew: where (places, coefficients), what came out and how far from the bands it lies."""

    places: Array
    statistics: Array
    distances: Array

    @property
    def kept(self) -> NDArray[np.bool_]:
        """Places that no statistic rules out."""
        return plausible(self.distances)


def calibrate(
    asked: Calibration, root: Path, manner: Manner | None = None, say: Say = lambda _: None
) -> dict[str, Any]:
    """Do a calibration in a folder, or go on where it was; what was found, as plain data.

    Writes below `root`: the runs of each round, `screening.csv`, `emulators.csv`, `recovery.csv`, `coefficients.csv`,
    `posterior.csv` (one set a row, the medoid first) and `calibration.json`.
    """
    manner = manner or Manner()
    root.mkdir(parents=True, exist_ok=True)
    say("screening")
    effects = screen(asked, root, manner)
    _keep(root, "screening", effects)
    paths = list(effects["coefficient"].head(asked.chosen))
    factors = [factor(path) for path in paths]
    say("spread")
    places = _spread(asked, len(factors))
    statistics, error = measure(asked.patterns, factors, places, root / "spread", manner, asked.draws)
    aim = _aim(asked, places, statistics, error, root)
    say("recovery")
    asks = aim.asks
    told = recovery(places, filled(statistics)[:, asks], error[asks], aim.width[asks], paths, seed=asked.seed)
    _keep(root, "recovery", told)
    found = match(asked, factors, aim, places, statistics, root, manner, say)
    agrees = bool(found.kept.sum() >= FEWEST)
    order = np.flatnonzero(found.kept) if agrees else nearest_first(found.distances)[: asked.members]
    if agrees:
        order = order[spread_over(found.places[order], asked.members)]
    table = _verdicts(narrowing(found.places[order], paths), told)
    _keep(root, "coefficients", table)
    say("settling")
    order_told = _best_told(table, told)
    sure = int((table["verdict"] == "constrained").sum())
    settled, moved = settle(asked, factors, aim, found, order_told, sure, root, manner)
    middle, at_middle = _middle(settled if settled.kept.any() else found)
    whole = np.concatenate([middle[None], found.places[order[: asked.members - 1]]])
    sets = np.column_stack([one.codes(whole[:, k]) for k, one in enumerate(factors)])
    _keep(root, "posterior", pd.DataFrame(sets, columns=paths))
    names = [pattern.id for pattern in asked.patterns]
    data = {
        "case": asked.case, "patterns": names, "coefficients": paths, "places": asked.places, "draws": asked.draws,
        "seed": asked.seed, "plausible": int(found.kept.sum()), "tried": len(found.places), "sets": len(whole),
        "settled": int(settled.kept.sum()), "settled_tried": len(settled.places), "agree": agrees,
        "out_of_reach": _where(names, ~aim.reachable), "not_emulated": _where(names, ~aim.usable & aim.reachable),
        "constrained": list(table.loc[table["verdict"] == "constrained", "coefficient"]),
        "moved": [paths[k] for k in moved],
        "unconstrained": list(table.loc[table["verdict"] == "unconstrained", "coefficient"]),
        "prior": {one.path: float(one.parameter.prior) for one in factors},
        "medoid": dict(zip(paths, map(float, sets[0]), strict=True)),
        "medoid_outside": _where(names, ~((aim.low <= at_middle) & (at_middle <= aim.high))),
        "recovered": {row["coefficient"]: round(row["correlation"], 3) for row in told.to_dict("records")},
        "width": {row["coefficient"]: round(row["width"], 3) for row in table.to_dict("records")},
        "in_band": dict(zip(names, map(float, aim.inside(found.statistics[order])), strict=True)),
        "must_match": must_match(),
    }  # fmt: skip
    write_text(root / "calibration.json", root, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    return data


def _aim(asked: Calibration, places: Array, statistics: Array, error: Array, root: Path) -> Aim:
    """The bands, and what an emulator of the even spread says of each."""
    names = [pattern.id for pattern in asked.patterns]
    low, high = (np.array([getattr(pattern, end) for pattern in asked.patterns]) for end in ("low", "high"))
    surface = emulate(places, filled(statistics))
    told = {"pattern": names, "explained": surface.explained, "error": surface.error, "run_error": error}
    _keep(root, "emulators", pd.DataFrame(told))
    near = reachable(surface, error, low, high, asked.seed)
    return Aim(low, high, error, near, surface.explained > LEVEL)


def match(
    asked: Calibration, factors: Sequence[Factor], aim: Aim, places: Array, statistics: Array, root: Path,
    manner: Manner, say: Say,
) -> Waves:  # fmt: skip
    """Waves of places run anew, each chosen by an emulator of all that was run before."""
    surface, known, seen = emulate(places, filled(statistics)), places, statistics
    distances = aim.distances(statistics, aim.error)
    prior = np.array([place_of(one) for one in factors])
    for wave in range(WAVES):
        say("matching")
        if wave == 0:
            new = first_wave(aim, surface, asked.places // 2, asked.seed)
        else:
            near = known[nearest_first(distances)[: asked.members]]
            new = later_wave(aim, surface, near, prior, asked.places // 2, asked.seed, wave)
        folder = root / "matching" / str(wave)
        measured, error = measure(asked.patterns, factors, new, folder, manner, 2 * asked.draws)
        known, seen = np.concatenate([known, new]), np.concatenate([seen, measured])
        distances = np.concatenate([distances, aim.distances(measured, error)])
        surface = emulate(known, filled(seen))
    return Waves(known[len(places) :], seen[len(places) :], distances[len(places) :])


def settle(
    asked: Calibration, factors: Sequence[Factor], aim: Aim, found: Waves, order: Sequence[int], sure: int, root: Path,
    manner: Manner,
) -> tuple[Waves, list[int]]:  # fmt: skip
    """Agreeing places run anew with as many coefficients as can be put back to what was held before.

    At first only those that the facts tell keep the place that was found; while too few places still agree, the one
    that the facts tell best of the rest is let go too. So defaults move where agreement needs it, and nowhere else.

    Parameters
    ----------
    order : sequence of int
        Numbers of the coefficients, those that the facts tell best first; the first `sure` are constrained.

    Returns
    -------
    (Waves, list of int)
        The places as they were run last, and the numbers of the coefficients that keep what was found.
    """
    agreeing = np.flatnonzero(found.kept) if found.kept.any() else nearest_first(found.distances)
    agreeing = agreeing[spread_over(found.places[agreeing], min(SETTLED, asked.places // 2))]
    prior = np.array([place_of(one) for one in factors])
    for moved in range(sure, len(order) + 1):
        keeps = np.isin(np.arange(len(factors)), order[:moved])
        places = np.where(keeps, found.places[agreeing], prior)
        folder = root / "settling" / str(moved)
        statistics, error = measure(asked.patterns, factors, places, folder, manner, 2 * asked.draws)
        run = Waves(places, statistics, aim.distances(statistics, error))
        if run.kept.sum() >= ENOUGH:
            break
    return run, sorted(map(int, order[:moved]))


def _middle(found: Waves) -> tuple[Array, Array]:
    """The medoid of the places that agree best, and its statistics: of the quarter that is nearest to all bands, ten at
    least. Not ruled out is three standard deviations wide: the middle of all that is not would lie beside many bands.
    """
    count = max(ENOUGH, int(found.kept.sum()) // 4)
    among = nearest_first(found.distances)[:count]
    chosen = among[medoid(found.places[among])]
    return found.places[chosen], found.statistics[chosen]


def _best_told(table: pd.DataFrame, told: pd.DataFrame) -> list[int]:
    """Numbers of the coefficients: the constrained ones, then the others, each by how well it would be found again."""
    again = told["correlation"].to_numpy()
    sure = (table["verdict"] == "constrained").to_numpy()
    return [int(k) for k in np.lexsort((-again, ~sure))]


def _verdicts(table: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """Nothing is called constrained that would not be found again: a search narrows by itself."""
    again = dict(zip(told["coefficient"], told["correlation"], strict=True))
    verdicts = [
        each if again[path] >= FOUND else "unconstrained"
        for path, each in zip(table["coefficient"], table["verdict"], strict=True)
    ]
    return table.assign(verdict=verdicts)


def _where(names: Sequence[str], which: NDArray[np.bool_]) -> list[str]:
    return [name for name, each in zip(names, which, strict=True) if each]


def _keep(root: Path, name: str, table: pd.DataFrame) -> None:
    write_text(root / f"{name}.csv", root, table.to_csv(index=False, lineterminator="\n"))


def _spread(asked: Calibration, width: int) -> Array:
    from scipy.stats import qmc

    bits = max(1, (asked.places - 1).bit_length())
    return np.asarray(qmc.Sobol(width, rng=asked.seed).random_base2(bits)[: asked.places])


def screen(asked: Calibration, root: Path, manner: Manner) -> pd.DataFrame:
    """Every coefficient from the low to the high end of its range, all others as held before.

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
        found, error = measure(asked.patterns, factors, ends, place, manner, asked.draws, error)
        width = np.array([p.high - p.low if math.isfinite(p.high - p.low) else 0.0 for p in asked.patterns])
        scale = np.where(width > 0.0, width, 2.0 * error)
        for k, path in enumerate(paths):
            move = found[2 * k + 1] - found[2 * k]
            shown = np.nan_to_num(np.maximum(np.abs(move) - CERTAIN * error, 0.0) / scale)
            best = int(shown.argmax())
            rows.append({"coefficient": path, "strength": float(shown[best]), "pattern": names[best]}
                        | dict(zip(names, map(float, np.nan_to_num(move / scale)), strict=True)))  # fmt: skip
    return pd.DataFrame(rows).sort_values("strength", ascending=False, kind="stable", ignore_index=True)
