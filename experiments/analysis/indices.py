"""Sobol indices of the mean over replicates, with bootstrap intervals, ranks, and what chance adds to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import norm

from experiments.analysis.arrange import Cube
from experiments.analysis.noise import resampling_weights, residual_variance
from experiments.analysis.ranking import together, with_intervals, with_ranks
from experiments.designs import Design

Array = NDArray[np.float64]
NEGLIGIBLE = 0.01


@dataclass(frozen=True, slots=True)
class Blocks:
    """Outcomes of Saltelli's design by base sample: `a`, `b` (N, …), `ab`, `ba` (N, factors, …) or None."""

    a: Array
    b: Array
    ab: Array
    ba: Array | None


def blocks_of(design: Design, values: Array) -> Blocks:
    """Cut values of shape (points, …) into the parts of Saltelli's design; another kind of design is refused."""
    design.must_be("sobol")
    factors, second = len(design.parts), bool(design.settings["second_order"])
    step = 2 * factors + 2 if second else factors + 2
    cut = values.reshape(-1, step, *values.shape[1:])
    ba = cut[:, factors + 1 : 2 * factors + 1] if second else None
    return Blocks(cut[:, 0], cut[:, -1], cut[:, 1 : factors + 1], ba)


def standardised(means: Array) -> Array:
    """Columns with mean 0 and standard deviation 1 over all points, as SALib does; a constant column becomes NaN."""
    spread = means.std(axis=0)
    varies = spread > 1e-12 * np.maximum(1.0, np.abs(means).max(axis=0))
    return np.asarray((means - means.mean(axis=0)) / np.where(varies, spread, np.nan))


def sobol_indices(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    resamples: int = 1000,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """First-order and total Sobol indices of the mean over replicates; of the chance of change for a 0/1 outcome.

    Parameters
    ----------
    design : Design
        Saltelli's; another kind is refused.
    cube : (points, replicates, outcomes)
        From `arrange`.
    resamples : int
        Bootstrap resamples of the N base samples.

    Returns
    -------
    DataFrame
        One row an outcome and factor. `S1`, `ST`: estimates of Saltelli 2010 and Jansen 1999, exactly SALib's, with
        normal bootstrap intervals (`_low`, `_high`). `S1_expected`, `ST_expected`: the same for the *expected* outcome,
        freed from the noise that a finite number of replicates leaves (NaN with one replicate). `rank` by ST within the
        outcome, with the interval of the rank over resamples; `separated` where ST differs clearly from the next
        in rank; `decided` where the intervals of ST and ST_expected exclude zero and the rank moves by one place at
        most; `verdict`: see `verdicts`. `noise_share`, `residual_share`: see `noise_shares`. All
        NaN and undecided where an outcome never varies.

    Source: Saltelli et al. 2010 (doi 10.1016/j.cpc.2009.09.018); Jansen 1999; Zhu and Sudret 2021 on stochastic
    simulators; the noise-free forms replace squares of means by products of different replicates (U-statistics).
    """
    means = np.nanmean(cube, axis=1)
    blocks = blocks_of(design, standardised(means))
    samples = blocks.a.shape[0]
    weights = np.vstack([np.full(samples, 1.0 / samples), resampling_weights(samples, resamples, seed)])
    first, total = _first_and_total(blocks, weights)
    free_first, free_total = _noise_free(design, cube, weights)
    tables = []
    for k in range(len(outcomes)):
        quantities = {"S1": first[..., k], "ST": total[..., k]}
        quantities |= {"S1_expected": free_first[..., k], "ST_expected": free_total[..., k]}
        table = with_intervals(quantities, confidence)
        real = table["ST_low"] > 0.0
        if cube.shape[1] > 1:
            real &= table["ST_expected_low"] > 0.0
        tables.append(with_ranks(table, total[..., k], real, table["ST_high"] <= NEGLIGIBLE, confidence))
    return together(tables, list(design.parts), outcomes, cube, samples, seed)


def _variance(a: Array, b: Array, weights: Array) -> Array:
    """Variance over the base rows A and B in each resample, shape (resamples, outcomes)."""
    first, second = weights @ (a + b) / 2.0, weights @ (a * a + b * b) / 2.0
    variance = second - first * first
    return np.where(variance > np.finfo(float).eps, variance, np.nan)


def _weighted(weights: Array, values: Array) -> Array:
    """Mean of values (N, …) over each resample, as one matrix product."""
    flat = weights @ values.reshape(len(values), -1)
    return flat.reshape(len(weights), *values.shape[1:])


def _first_and_total(blocks: Blocks, weights: Array) -> tuple[Array, Array]:
    """First-order and total indices in each resample, shape (resamples, factors, outcomes); row 0 is the estimate."""
    change = blocks.ab - blocks.a[:, None]
    variance = _variance(blocks.a, blocks.b, weights)[:, None]
    first = _weighted(weights, blocks.b[:, None] * change) / variance
    total = _weighted(weights, 0.5 * change * change) / variance
    return first, total


def _noise_free(design: Design, cube: Cube, weights: Array) -> tuple[Array, Array]:
    """The indices of the expected outcome, without the bias of a finite number of replicates."""
    shape = (len(weights), len(design.parts), cube.shape[2])
    first, total = np.full(shape, np.nan), np.full(shape, np.nan)
    if cube.shape[1] > 1:
        for k in range(cube.shape[2]):
            first[..., k], total[..., k] = _noise_free_one(design, cube[:, :, k], weights)
    return first, total


def _noise_free_one(design: Design, values: Array, weights: Array) -> tuple[Array, Array]:
    centred = values - np.nanmean(values)
    runs = blocks_of(design, centred)
    change, other = runs.ab - runs.a[:, None], np.broadcast_to(runs.b[:, None], runs.ab.shape)
    total = _weighted(weights, 0.5 * different_replicates(change, change))
    first = _weighted(weights, different_replicates(other, change))
    left = blocks_of(design, residual_variance(values))
    means = blocks_of(design, np.nanmean(centred, axis=1))
    variance = _variance(means.a[:, None], means.b[:, None], weights)[:, 0]
    variance -= weights @ (left.a + left.b) / 2.0 / values.shape[1]
    floor = 1e-9 * np.nanvar(centred)
    variance = np.where(variance > floor, variance, np.nan)[:, None]
    return first / variance, total / variance


def different_replicates(x: Array, y: Array) -> Array:
    """Unbiased product of the expectations of x and y: mean over all pairs of *different* replicates (last axis)."""
    both = np.isfinite(x) & np.isfinite(y)
    x, y = np.where(both, x, 0.0), np.where(both, y, 0.0)
    count = both.sum(axis=-1)
    pairs = x.sum(axis=-1) * y.sum(axis=-1) - (x * y).sum(axis=-1)
    return np.asarray(pairs / np.where(count > 1, count * (count - 1), np.nan))


def second_order_indices(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    resamples: int = 1000,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Second-order Sobol indices of the mean over replicates (Saltelli 2002, as in SALib).

    Returns one row an outcome and pair of factors: `factor`, `other`, `S2` with its interval, and `certain`: whether
    the pair may be spoken of. There are many pairs, and the error of a factor's first-order index sits in all of its
    own: so the interval that leaves out zero must be the one for all pairs at once (Bonferroni), and no pair can act
    more than the total index of either factor allows. The design must have been laid with second order.
    """
    blocks = blocks_of(design, standardised(np.nanmean(cube, axis=1)))
    if blocks.ba is None:
        raise ValueError("the design was laid without second order")
    samples = blocks.a.shape[0]
    weights = np.vstack([np.full(samples, 1.0 / samples), resampling_weights(samples, resamples, seed)])
    first, total = _first_and_total(blocks, weights)
    variance = _variance(blocks.a, blocks.b, weights)
    tables, parts = [], list(design.parts)
    for j in range(len(parts) - 1):
        products = blocks.ba[:, j, None] * blocks.ab[:, j + 1 :] - (blocks.a * blocks.b)[:, None]
        pair = _weighted(weights, products) / variance[:, None] - first[:, j, None] - first[:, j + 1 :]
        for k, outcome in enumerate(outcomes):
            table = with_intervals({"S2": pair[..., k]}, confidence)
            most = np.minimum(total[0, j, k], total[0, j + 1 :, k])
            table["certain"] = _clear_of_all(table, len(parts), confidence) & (table["S2_low"] <= most)
            table.insert(0, "other", parts[j + 1 :])
            table.insert(0, "factor", parts[j])
            table.insert(0, "outcome", outcome)
            tables.append(table)
    return pd.concat(tables, ignore_index=True)


def _clear_of_all(table: pd.DataFrame, parts: int, confidence: float) -> pd.Series:
    """Whether the interval of a pair leaves out zero where all pairs are looked at at once."""
    pairs = parts * (parts - 1) / 2.0
    wider = norm.ppf(1.0 - (1.0 - confidence) / (2.0 * pairs)) / norm.ppf(0.5 + confidence / 2.0)
    return pd.Series(table["S2"] - wider * (table["S2"] - table["S2_low"]) > 0.0)
