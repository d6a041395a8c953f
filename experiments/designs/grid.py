"""Every combination of a few values of each factor."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.designs.design import Design
from experiments.designs.factors import Factor


def grid(factors: Sequence[Factor], levels: int) -> Design:
    """A full factorial: the last factor changes fastest.

    Parameters
    ----------
    levels : int
        Values of each real factor, evenly over its distribution with both ends; a factor with no more values than that
        (yes-or-no, choices, a short range of whole numbers) takes all of them, whole numbers with more take `levels`.
    """
    axes = [_places(one, levels) for one in factors]
    mesh = np.meshgrid(*axes, indexing="ij")
    unit = np.column_stack([axis.ravel() for axis in mesh])
    return Design("grid", tuple(factors), np.ascontiguousarray(unit), {"levels": levels})


def grid_size(factors: Sequence[Factor], levels: int) -> int:
    """Number of points that `grid` lays."""
    return math.prod(len(_places(one, levels)) for one in factors)


def _places(one: Factor, levels: int) -> NDArray[np.float64]:
    """Places of a factor's values on the unit interval: the middle of each value's part, or evenly from end to end."""
    if one.parameter.type in ("choice", "boolean"):
        count = len(one.choices) or 2
        return (np.arange(count) + 0.5) / count
    assert one.low is not None and one.high is not None
    count = int(one.high - one.low) + 1
    if one.parameter.type == "real" or count > levels or one.distribution == "lognormal":
        return np.linspace(0.0, 1.0, levels)
    if one.distribution == "log":
        middles = np.log(np.arange(one.low, one.high + 1.0) + 0.5)
        return np.asarray((middles - math.log(one.low)) / (math.log(one.high + 1.0) - math.log(one.low)))
    return (np.arange(count) + 0.5) / count
