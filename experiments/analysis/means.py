"""The mean over replicates as an analysis takes it: finite at every point, or refused."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube, Unanalysable

Array = NDArray[np.float64]


def means_of(cube: Cube, outcomes: Sequence[str]) -> Array:
    """Mean of each outcome over the replicates that are there, shape (points, outcomes).

    An outcome that never varies becomes NaN: no factor has a share in nothing.

    Raises Unanalysable where a point has no finite outcome at all, or an infinite one.
    """
    unusable = np.isinf(cube).any(axis=1) | np.isnan(cube).all(axis=1)
    if unusable.any():
        told = ", ".join(f"{name} at {unusable[:, k].sum()}" for k, name in enumerate(outcomes) if unusable[:, k].any())
        raise Unanalysable(f"of {len(cube)} design points, outcomes are missing or not finite ({told})")
    means = np.nanmean(cube, axis=1)
    return np.where(varies(means), means, np.nan)


def varies(means: Array) -> NDArray[np.bool_]:
    """Whether each column differs between points by more than rounding."""
    return np.asarray(means.std(axis=0) > 1e-12 * np.maximum(1.0, np.abs(means).max(axis=0)))
