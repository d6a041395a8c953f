"""Morris' design for elementary effects, laid by SALib on the unit cube."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.designs.composition import Composition
from experiments.designs.design import Design, Group
from experiments.designs.factors import Factor
from experiments.designs.sobol import blank, part_names, unit_problem


def morris(
    factors: Sequence[Factor],
    samples: int,
    *,
    levels: int = 4,
    groups: Sequence[Group] = (),
    composition: Composition | None = None,
    seed: int = 0,
) -> Design:
    """Random trajectories that change one part at a time: samples (D + 1) points, D parts.

    A design of N trajectories is the beginning of any longer one with the same seed, since SALib draws one trajectory
    after the other from one generator.

    Parameters
    ----------
    samples : int
        Number of trajectories.
    levels : int
        Grid levels a factor, an even number; the ends 0 and 1 are among them.
    groups : sequence of (name, paths)
        Factors that change together, each up or down by the same step.
    composition : Composition or None
        Founders drawn as a whole: one part, whose places make the same step as all others, from a start between the
        levels.

    Source: Morris 1991; Campolongo, Cariboni and Saltelli 2007; SALib 1.6.
    """
    from SALib.sample import morris as sampler

    bare = blank("morris", factors, groups, composition)
    problem = unit_problem(bare.unit.shape[1], part_names(bare))
    unit = np.ascontiguousarray(sampler.sample(problem, samples, num_levels=levels, seed=seed), dtype=float)
    block = len(bare.parts) + 1
    if composition is not None:
        first = len(factors)
        unit[:, first:] = _between_levels(unit[:, first:], block, levels, seed)
    settings = {"samples": samples, "levels": levels, "seed": seed, "block": block}
    return Design("morris", tuple(factors), unit, settings, composition, groups=tuple(groups))


def _between_levels(unit: NDArray[np.float64], block: int, levels: int, seed: int) -> NDArray[np.float64]:
    """The same steps from drawn starts: on a grid, sectors would tie for their turn, and ties favour the first ones."""
    step = levels / (2.0 * (levels - 1.0))
    cut = unit.reshape(-1, block, unit.shape[1])
    is_up = cut > cut.min(axis=1, keepdims=True) + step / 2.0
    start = (1.0 - step) * np.random.default_rng([seed, 1]).random((len(cut), 1, unit.shape[1]))
    return np.asarray(start + step * is_up).reshape(unit.shape)
