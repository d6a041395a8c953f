"""Saltelli's design for Sobol indices, laid by SALib on the unit cube."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np

from experiments.designs.design import Design
from experiments.designs.factors import Factor


def unit_problem(count: int) -> dict[str, Any]:
    """SALib's description of `count` factors that are uniform from 0 to 1."""
    return {"num_vars": count, "names": [f"x{k}" for k in range(count)], "bounds": [[0.0, 1.0]] * count}


def sobol(factors: Sequence[Factor], samples: int, *, second_order: bool = False, seed: int = 0) -> Design:
    """Saltelli's radial sample on a scrambled Sobol sequence.

    Parameters
    ----------
    samples : int
        Base samples N; a power of two keeps the sequence even. A design of N is the beginning of one of 2 N.
    second_order : bool
        Whether pairs of factors are to be told apart: N (2 D + 2) points instead of N (D + 2).

    Source: Saltelli 2002; Owen 2020 (why scrambled); SALib 1.6.
    """
    from SALib.sample import sobol as sampler

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a sample that is no power of two is said in the report
        unit = sampler.sample(
            unit_problem(len(factors)), samples, calc_second_order=second_order, scramble=True, seed=seed
        )
    settings = {"samples": samples, "second_order": second_order, "seed": seed}
    return Design("sobol", tuple(factors), np.ascontiguousarray(unit, dtype=float), settings)


def point_count(factors: int, samples: int, second_order: bool) -> int:
    """Number of design points that `sobol` lays."""
    return samples * (2 * factors + 2 if second_order else factors + 2)
