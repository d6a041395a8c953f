"""What part of the variance is chance: a decomposition over replicates that are crossed with the design."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import norm

from experiments.analysis.arrange import Cube


def residual_variance(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Variance of chance at each point that its replicates do not share with other points, shape (points,).

    Parameters
    ----------
    values : (points, replicates)
        Outcomes; NaN where a run is left out.

    NaN with one replicate: chance cannot be told from the design then.
    """
    values = _present(values)
    points, replicates = values.shape
    if replicates < 2:
        return np.full(points, np.nan)
    common = np.nanmean(values - np.nanmean(values, axis=1, keepdims=True), axis=0)
    return np.nanvar(values - common, axis=1, ddof=1) * (points / max(points - 1, 1))


def _present(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The replicates that any point has: one that failed everywhere says nothing."""
    return values[:, ~np.isnan(values).all(axis=0)]


def noise_shares(
    cube: Cube, outcomes: Sequence[str], blocks: int, *, resamples: int = 500, seed: int = 1
) -> pd.DataFrame:
    """How much of each outcome's variance is chance.

    A run is a grand mean, an effect of its design point, an effect of its replicate (the same luck at every point,
    which cancels in paired comparisons), and a residue. `noise_share` is the part of the variance of single runs that
    is replicate and residue; `residual_share` the part of the variance of the mean over replicates that is residue:
    what the indices of the mean still carry as noise.

    Parameters
    ----------
    cube : (points, replicates, outcomes)
    blocks : int
        Number of base samples; points of one block hang together and are resampled together.

    Returns
    -------
    DataFrame
        One row an outcome: mean, standard_deviation, variance_design, variance_replicate, variance_residual,
        noise_share with its 95 % interval, residual_share, replicates. NaN with a single replicate.
    """
    rows = [_shares(cube[:, :, k], blocks, resamples, seed) for k in range(len(outcomes))]
    table = pd.DataFrame(rows)
    table.insert(0, "outcome", list(outcomes))
    return table


def _shares(values: NDArray[np.float64], blocks: int, resamples: int, seed: int) -> dict[str, float]:
    values = _present(values)
    points, replicates = values.shape
    means = np.nanmean(values, axis=1)
    residual = residual_variance(values)
    common = np.nanmean(values - means[:, None], axis=0)
    of_mean, left = float(np.var(means, ddof=1)) if points > 1 else 0.0, float(np.mean(residual))
    design = max(of_mean - left / replicates, 0.0)
    replicate = max(float(np.var(common, ddof=1)) - left / points, 0.0) if replicates > 1 else math.nan
    share = _share(replicate + left, design)
    spread = _bootstrap(means, residual, replicate, replicates, blocks, resamples, seed)
    half = float(norm.ppf(0.975)) * spread
    return {
        "mean": float(np.nanmean(values)),
        "standard_deviation": float(np.nanstd(values, ddof=1)),
        "variance_design": design if replicates > 1 else math.nan,
        "variance_replicate": replicate,
        "variance_residual": left,
        "noise_share": share,
        "noise_share_low": max(share - half, 0.0) if replicates > 1 else math.nan,
        "noise_share_high": min(share + half, 1.0) if replicates > 1 else math.nan,
        "residual_share": _share(left / replicates, design),
        "replicates": replicates,
    }


def _share(part: float, rest: float) -> float:
    total = part + rest
    return part / total if total > 0.0 else math.nan


def _bootstrap(
    means: NDArray[np.float64],
    residual: NDArray[np.float64],
    replicate: float,
    replicates: int,
    blocks: int,
    resamples: int,
    seed: int,
) -> float:
    """Standard error of the noise share over resampled blocks of points."""
    weights = resampling_weights(blocks, resamples, seed)
    m = means.reshape(blocks, -1)
    first, second, left = (
        weights @ part for part in (m.mean(1), (m * m).mean(1), residual.reshape(blocks, -1).mean(1))
    )
    design = np.maximum(second - first * first - left / replicates, 0.0)
    chance = replicate + left
    shares = chance / np.where(chance + design > 0.0, chance + design, np.nan)
    return float(np.std(shares, ddof=1))


def resampling_weights(blocks: int, resamples: int, seed: int) -> NDArray[np.float64]:
    """Shares with which each block counts in each bootstrap resample, shape (resamples, blocks), rows summing to 1.

    The draws are those of SALib's own bootstrap for the same seed, so that intervals can be compared.
    """
    drawn = np.random.default_rng(seed).integers(blocks, size=(blocks, resamples))
    counts = np.bincount((drawn + blocks * np.arange(resamples)).ravel(), minlength=blocks * resamples)
    return counts.reshape(resamples, blocks) / blocks
