"""First-order indices from any sample of independent factors: the sample sorted along a factor, read as a wave."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube, Unanalysable
from experiments.analysis.given import FEWEST_FOR_WAVES, PAIRED_BY_CHANCE, estimate_and_resamples, given
from experiments.analysis.ranking import together, with_intervals, with_ranks
from experiments.designs import Design

Array = NDArray[np.float64]
HARMONICS = 10
NEGLIGIBLE = 0.01


def first_order_by_waves(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    resamples: int = 1000,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """First-order indices of the mean over replicates by random balance designs (RBD-FAST, EASI).

    The estimate is SALib's, bias correction included. The bootstrap is ours: SALib resamples half of the points in a
    loop, and returns a half-width alone, from which no interval of a rank follows.

    Parameters
    ----------
    design : Design
        "lhs" or "random", with independent factors; another is refused, a Sobol sequence too: sorted along one factor,
        its other factors are waves themselves, where the theory expects noise (of 20 factors and 1024 points, factors
        without effect had indices up to 0.28; 0.02 with a Latin hypercube).
    cube : (points, replicates, outcomes)

    Returns
    -------
    DataFrame
        One row an outcome and factor: `S1` with a normal bootstrap interval, `rank` and the rest as `sobol_indices`
        says; "negligible": the upper end of S1 at most 0.01. What a factor does together with others is not seen. Ten
        harmonics hold all but 0.1 % of what a smooth effect explains and 96 % of what a yes-or-no factor explains (its
        wave is square). NaN and undecided where an outcome never varies.

    Raises as `given`, and Unanalysable with fewer than 64 points: ten harmonics would be most of the waves there are.

    Source: Tarantola, Gatelli and Mara 2006 (doi 10.1016/j.ress.2005.06.003); Plischke 2010
    (doi 10.1016/j.ress.2009.11.005); Tissot and Prieur 2012 (doi 10.1016/j.ress.2012.06.010: the bias correction).
    """
    sample = given(design, cube, outcomes, kinds=PAIRED_BY_CHANCE, independent=True)
    if len(design) < FEWEST_FOR_WAVES:
        told = f"{len(design)} points are too few for {HARMONICS} harmonics"
        raise Unanalysable(f"{told}: expected {FEWEST_FOR_WAVES} or more")
    weights = estimate_and_resamples(len(design), resamples, seed)
    counts = np.rint(weights * len(design)).astype(np.int64)
    first = [_first_order(places, sample.means, counts) for places in sample.places.T]
    tables = []
    for k in range(len(outcomes)):
        size = np.column_stack([each[:, k] for each in first])
        size = size if sample.varies[k] else np.full_like(size, np.nan)
        table = with_intervals({"S1": size}, confidence)
        tables.append(with_ranks(table, size, table["S1_low"] > 0.0, table["S1_high"] <= NEGLIGIBLE, confidence))
    return together(tables, design.paths, outcomes, cube, len(design), seed)


def _first_order(places: Array, values: Array, counts: NDArray[np.int64]) -> Array:
    """First-order index of one factor in each resample, shape (resamples, outcomes)."""
    order = np.argsort(places, kind="stable")
    rows = np.tile(order, len(counts))
    drawn = np.repeat(rows, counts[:, order].ravel()).reshape(len(counts), -1)
    wave = np.concatenate([drawn[:, ::2], drawn[:, 1::2][:, ::-1]], axis=1)
    return np.column_stack([_share_of_waves(column[wave]) for column in values.T])


def _share_of_waves(wave: Array) -> Array:
    """Share of the variance that the first harmonics hold, freed from what noise alone would put there."""
    points = wave.shape[1]
    power = np.abs(np.fft.rfft(wave - wave.mean(axis=1, keepdims=True), axis=1)) ** 2
    if points % 2 == 0:
        power[:, -1] *= 0.5  # the highest wave of an even number of points has no mirror image
    total = power[:, 1:].sum(axis=1)
    share = power[:, 1 : HARMONICS + 1].sum(axis=1) / np.where(total > 0.0, total, np.nan)
    noise = 2.0 * HARMONICS / points
    return np.asarray(share - noise / (1.0 - noise) * (1.0 - share))
