"""What of a point's runs is explained: their mean, a probability, or how far chance scatters them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube, Unanalysable

STATISTICS = ("mean", "probability", "dispersion")
FEWEST = {"mean": 1, "probability": 1, "dispersion": 4}  # replicates


def as_statistic(cube: Cube, statistic: str, yes_or_no: NDArray[np.bool_]) -> Cube:
    """Values whose mean over replicates is the statistic at each point, in the shape of the cube.

    Parameters
    ----------
    cube : (points, replicates, outcomes)
    statistic : "mean", "probability" or "dispersion"
        "probability": the share of runs with yes, or, of a number, above the median of all runs. "dispersion": the
        standard deviation over replicates, as jackknife pseudo-values, so that what chance leaves in it can be told.
    yes_or_no : (outcomes,)
        Which outcomes are 0 or 1.

    Raises Unanalysable where there are too few replicates.

    Source: Tukey 1958; Efron and Stein 1981 (jackknife); Zhu and Sudret 2021 (doi 10.1016/j.ress.2021.107815: mean,
    probability and dispersion of a stochastic simulator as different questions).
    """
    if cube.shape[1] < FEWEST[statistic]:
        raise Unanalysable(f"{statistic} needs {FEWEST[statistic]} replicates or more at each point")
    if statistic == "mean":
        return cube
    if statistic == "probability":
        limit = np.where(yes_or_no, 0.5, np.nanmedian(cube, axis=(0, 1)))
        return np.where(np.isnan(cube), np.nan, cube > limit)
    return _pseudo_deviations(cube)


def _pseudo_deviations(cube: Cube) -> Cube:
    """Jackknife pseudo-values of the standard deviation over replicates."""
    count = np.isfinite(cube).sum(axis=1, keepdims=True).astype(float)
    if (count < FEWEST["dispersion"]).any():
        raise Unanalysable("dispersion needs four replicates that succeeded at each point")
    centred = cube - np.nanmean(cube, axis=1, keepdims=True)
    square = np.nansum(centred**2, axis=1, keepdims=True)
    whole = np.sqrt(square / (count - 1.0))
    left = np.maximum(square - centred**2 * count / (count - 1.0), 0.0)
    without = np.sqrt(left / (count - 2.0))
    return np.asarray(count * whole - (count - 1.0) * without)
