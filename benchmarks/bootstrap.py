"""Intervals of Sobol indices: our vectorised bootstrap beside SALib's loop over factors and pairs, by turns."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.timing import processor_seconds, spread
from experiments.analysis.indices import second_order_indices, sobol_indices
from experiments.designs import Design, sobol
from experiments.designs.factors import factor
from experiments.designs.sobol import unit_problem
from sim.parameters import PARAMETERS

Array = NDArray[np.float64]
FACTORS, SAMPLES, RESAMPLES = 30, 1024, 1000
SEED = 1
CLOSE = 1e-12
MEASURES = ("S1", "ST", "S2")


def laid(factors: int = FACTORS, samples: int = SAMPLES) -> tuple[Design, Array]:
    """A Saltelli design with second order, and the G function of Sobol on it, every factor a little weaker."""
    real = [path for path, each in PARAMETERS.items() if each.type == "real"]
    design = sobol([factor(path) for path in real[:factors]], samples, second_order=True, seed=SEED)
    weights = np.arange(factors, dtype=float)
    return design, np.prod((np.abs(4.0 * design.unit - 2.0) + weights) / (1.0 + weights), axis=1)


def ours(design: Design, values: Array, resamples: int = RESAMPLES) -> dict[str, tuple[Array, Array]]:
    """Estimates and half the widths of their intervals: factors by order, and pairs."""
    cube = values[:, None, None]
    table = sobol_indices(design, cube, ["y"], resamples=resamples, seed=SEED)
    pairs = second_order_indices(design, cube, ["y"], resamples=resamples, seed=SEED)
    found = {"S1": table, "ST": table, "S2": pairs}
    return {
        name: (found[name][name].to_numpy(), (found[name][f"{name}_high"] - found[name][name]).to_numpy())
        for name in MEASURES
    }


def salib(design: Design, values: Array, resamples: int = RESAMPLES) -> dict[str, tuple[Array, Array]]:
    """The same by SALib: `SALib.analyze.sobol.analyze`, one processor."""
    from SALib.analyze import sobol as analyser

    count = design.unit.shape[1]
    found = analyser.analyze(unit_problem(count), values, calc_second_order=True, num_resamples=resamples, seed=SEED)
    above = np.triu_indices(count, 1)
    picked = {"S1": ..., "ST": ..., "S2": above}
    return {name: (np.asarray(found[name])[where], np.asarray(found[f"{name}_conf"])[where])
            for name, where in picked.items()}  # fmt: skip


def agreement(mine: dict[str, tuple[Array, Array]], theirs: dict[str, tuple[Array, Array]]) -> dict[str, Any]:
    """How far estimates lie apart, and the relative distance of interval widths, at most.

    Both draw the same resamples from the same seed, so that widths are the same to rounding as well.

    Raises AssertionError where they are not.
    """
    found = {}
    for name in MEASURES:
        apart = float(np.abs(mine[name][0] - theirs[name][0]).max())
        widths = float(np.abs(mine[name][1] / theirs[name][1] - 1.0).max())
        assert apart <= CLOSE, f"{name}: estimates lie {apart:.3g} apart"
        assert widths <= CLOSE, f"{name}: interval widths differ by {widths:.3g}"
        found[name] = {"apart": apart, "widths": widths}
    return found


def beside_salib(repeats: int = 3) -> dict[str, Any]:
    """Processor time of both by turns, in one process, for the same resamples; the ratio of each pair."""
    design, values = laid()
    ours(design, values, 2), salib(design, values, 2)  # what is loaded and prepared once
    fast, slow, answers = [], [], {}
    for _ in range(repeats):
        fast.append(processor_seconds(lambda: answers.update(ours=ours(design, values))))
        slow.append(processor_seconds(lambda: answers.update(salib=salib(design, values))))
    pairs = [other / one for one, other in zip(fast, slow, strict=True)]
    return {
        "factors": FACTORS, "samples": SAMPLES, "resamples": RESAMPLES,
        "agreement": agreement(answers["ours"], answers["salib"]),
        "ours": spread(fast), "salib": spread(slow), "ratio": spread(pairs),
    }  # fmt: skip


if __name__ == "__main__":
    from benchmarks.showing import bootstrap

    print("\n".join(bootstrap(beside_salib())))
