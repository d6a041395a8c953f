"""Morris' design for elementary effects, laid by SALib on the unit cube."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from experiments.designs.design import Design
from experiments.designs.factors import Factor
from experiments.designs.sobol import unit_problem


def morris(factors: Sequence[Factor], samples: int, *, levels: int = 4, seed: int = 0) -> Design:
    """Random trajectories that change one factor at a time: samples (D + 1) points.

    Parameters
    ----------
    samples : int
        Number of trajectories.
    levels : int
        Grid levels a factor, an even number; the ends 0 and 1 are among them.

    Source: Morris 1991; Campolongo, Cariboni and Saltelli 2007; SALib 1.6.
    """
    from SALib.sample import morris as sampler

    unit = sampler.sample(unit_problem(len(factors)), samples, num_levels=levels, seed=seed)
    settings = {"samples": samples, "levels": levels, "seed": seed, "block": len(factors) + 1}
    return Design("morris", tuple(factors), np.ascontiguousarray(unit, dtype=float), settings)
