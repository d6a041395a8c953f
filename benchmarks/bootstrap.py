"""Bootstrap intervals of Sobol indices: our matrix products against SALib's own loop, by turns in one process.

Thirty factors, N = 1,024, 1,000 resamples, twenty outcomes as a study has; first order and total, and once more with
all pairs. SALib takes one outcome at a time: it is timed on one and counted twenty times. Both get the same numbers of
a model with known answer, and the answers are compared, so that nothing is fast by being wrong.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.timing import spread
from experiments.analysis.indices import second_order_indices, sobol_indices
from experiments.designs import Design, factor, sobol
from experiments.designs.sobol import unit_problem
from sim.parameters import PARAMETERS

FACTORS, SAMPLES, RESAMPLES, OUTCOMES, TURNS = 30, 1024, 1000, 20, 3


def outcomes_of(design: Design) -> NDArray[np.float64]:
    """A G function with its own weights for each outcome, and some interactions (Saltelli and Sobol 1995)."""
    weights = np.random.default_rng(1).uniform(0.0, 9.0, (OUTCOMES, FACTORS))
    parts = (np.abs(4.0 * design.unit[:, None, :] - 2.0) + weights) / (1.0 + weights)
    return np.prod(parts, axis=2)[:, None, :]


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds on the clock and the answer."""
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found


def salib(design: Design, values: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
    """One outcome by SALib."""
    from SALib.analyze import sobol as analyser

    second = design.settings["second_order"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = analyser.analyze(
            unit_problem(FACTORS), values, calc_second_order=second, num_resamples=RESAMPLES, seed=1
        )
    return dict(found)


def against_salib() -> dict[str, Any]:
    """Ratios of time, and how far the answers are apart."""
    paths = [path for path, each in PARAMETERS.items() if each.type == "real"][:FACTORS]
    names = [f"y{k}" for k in range(OUTCOMES)]
    found = {}
    for second in (False, True):
        design = sobol([factor(path) for path in paths], SAMPLES, second_order=second, seed=1)
        cube = outcomes_of(design)

        def ours(design: Design = design, cube: NDArray[np.float64] = cube, second: bool = second) -> Any:
            pairs = second_order_indices(design, cube, names, resamples=RESAMPLES) if second else None
            return sobol_indices(design, cube, names, resamples=RESAMPLES), pairs

        rounds = []
        for _ in range(TURNS):
            mine, answer = timed(ours)
            theirs, reference = timed(lambda design=design, cube=cube: salib(design, cube[:, 0, 0]))
            rounds.append((mine, OUTCOMES * theirs))
        table = answer[0][answer[0]["outcome"] == "y0"]
        estimates = np.column_stack([reference["S1"], reference["ST"]])
        half = (table["ST_high"] - table["ST"]).to_numpy()
        found["with pairs" if second else "first and total"] = {
            "ours": spread([mine for mine, _ in rounds]),
            "salib": spread([theirs for _, theirs in rounds]),
            "ratio": spread([theirs / mine for mine, theirs in rounds]),
            "furthest": float(np.abs(table[["S1", "ST"]].to_numpy() - estimates).max()),
            "furthest_half_width": float(np.abs(half / reference["ST_conf"] - 1.0).max()),
        }
    return found | {"factors": FACTORS, "samples": SAMPLES, "resamples": RESAMPLES, "outcomes": OUTCOMES}
