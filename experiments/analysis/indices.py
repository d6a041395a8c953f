"""Sobol indices of the mean over replicates, with bootstrap intervals, ranks, and what chance adds to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import norm

from experiments.analysis.arrange import Cube
from experiments.analysis.noise import noise_shares, resampling_weights, residual_variance
from experiments.analysis.verdicts import RANK_LEEWAY, verdicts
from experiments.designs import Design

Array = NDArray[np.float64]
SMALLEST_PREFIX = 16
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
    factors, second = len(design.factors), bool(design.settings["second_order"])
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
    noise = noise_shares(cube, outcomes, samples, seed=seed)
    tables = []
    for k, outcome in enumerate(outcomes):
        quantities = {"S1": first[..., k], "ST": total[..., k]}
        quantities |= {"S1_expected": free_first[..., k], "ST_expected": free_total[..., k]}
        table = _with_intervals(quantities, confidence)
        table = _with_ranks(table, total[..., k], cube.shape[1], confidence)
        table.insert(0, "factor", design.paths)
        table.insert(0, "outcome", outcome)
        table["noise_share"], table["residual_share"] = noise.loc[k, "noise_share"], noise.loc[k, "residual_share"]
        tables.append(table)
    found = pd.concat(tables, ignore_index=True)
    found["samples"], found["replicates"] = samples, cube.shape[1]
    return found


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
    shape = (len(weights), len(design.factors), cube.shape[2])
    first, total = np.full(shape, np.nan), np.full(shape, np.nan)
    if cube.shape[1] > 1:
        for k in range(cube.shape[2]):
            first[..., k], total[..., k] = _noise_free_one(design, cube[:, :, k], weights)
    return first, total


def _noise_free_one(design: Design, values: Array, weights: Array) -> tuple[Array, Array]:
    centred = values - np.nanmean(values)
    runs = blocks_of(design, centred)
    change, other = runs.ab - runs.a[:, None], np.broadcast_to(runs.b[:, None], runs.ab.shape)
    total = _weighted(weights, 0.5 * _different_replicates(change, change))
    first = _weighted(weights, _different_replicates(other, change))
    left = blocks_of(design, residual_variance(values))
    means = blocks_of(design, np.nanmean(centred, axis=1))
    variance = _variance(means.a[:, None], means.b[:, None], weights)[:, 0]
    variance -= weights @ (left.a + left.b) / 2.0 / values.shape[1]
    floor = 1e-9 * np.nanvar(centred)
    variance = np.where(variance > floor, variance, np.nan)[:, None]
    return first / variance, total / variance


def _different_replicates(x: Array, y: Array) -> Array:
    """Unbiased product of the expectations of x and y: mean over all pairs of *different* replicates (last axis)."""
    both = np.isfinite(x) & np.isfinite(y)
    x, y = np.where(both, x, 0.0), np.where(both, y, 0.0)
    count = both.sum(axis=-1)
    pairs = x.sum(axis=-1) * y.sum(axis=-1) - (x * y).sum(axis=-1)
    return np.asarray(pairs / np.where(count > 1, count * (count - 1), np.nan))


def _with_intervals(quantities: dict[str, Array], confidence: float) -> pd.DataFrame:
    """Estimates (row 0) with normal intervals from the spread over resamples (the other rows)."""
    z = float(norm.ppf(0.5 + confidence / 2.0))
    columns: dict[str, Array] = {}
    for name, values in quantities.items():
        half = z * _spread(values[1:])
        columns |= {name: values[0], f"{name}_low": values[0] - half, f"{name}_high": values[0] + half}
    return pd.DataFrame(columns)


def _spread(resampled: Array) -> Array:
    """Standard deviation over resamples; NaN where more than one in twenty gave no index."""
    known = np.isfinite(resampled)
    enough = known.mean(axis=0) >= 0.95 if len(resampled) > 1 else np.zeros(resampled.shape[1], dtype=bool)
    count = np.maximum(known.sum(axis=0), 2)
    mean = np.where(known, resampled, 0.0).sum(axis=0) / count
    square = np.where(known, (resampled - mean) ** 2, 0.0).sum(axis=0) / (count - 1)
    return np.where(enough, np.sqrt(square), np.nan)


def _with_ranks(table: pd.DataFrame, total: Array, replicates: int, confidence: float) -> pd.DataFrame:
    """Add rank by ST, its interval over resamples, whether the next in rank is clearly lower, and the verdict."""
    tail = (1.0 - confidence) / 2.0
    ranks = _ranks(total)
    table["rank"] = ranks[0]
    table["rank_low"] = np.quantile(ranks[1:], tail, axis=0, method="lower") if len(ranks) > 1 else ranks[0]
    table["rank_high"] = np.quantile(ranks[1:], 1.0 - tail, axis=0, method="higher") if len(ranks) > 1 else ranks[0]
    table["separated"] = _separated(total, ranks[0], confidence)
    steady = (table["rank_high"] - table["rank"] <= RANK_LEEWAY) & (table["rank"] - table["rank_low"] <= RANK_LEEWAY)
    real = table["ST_low"] > 0.0
    if replicates > 1:
        real &= table["ST_expected_low"] > 0.0
    table["decided"] = steady & real
    table["verdict"] = verdicts(table["decided"], real, table["ST_high"] <= NEGLIGIBLE)
    return table


def _ranks(total: Array) -> NDArray[np.int64]:
    """Rank of each factor in each resample, 1 for the largest; a missing index comes last."""
    order = np.argsort(-np.where(np.isnan(total), -np.inf, total), axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, total.shape[1] + 1)[None, :], axis=1)
    return ranks


def _separated(total: Array, rank: NDArray[np.int64], confidence: float) -> NDArray[np.bool_]:
    """Whether each ST lies clearly above that of the next in rank, by the spread of their paired difference."""
    order = np.argsort(rank)
    gaps = total[:, order[:-1]] - total[:, order[1:]]
    z = float(norm.ppf(0.5 + confidence / 2.0))
    clear = np.zeros(len(rank), dtype=bool)
    if len(total) > 2:
        clear[order[:-1]] = gaps[0] > z * gaps[1:].std(axis=0, ddof=1)
    return clear


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

    Returns one row an outcome and pair of factors: `factor`, `other`, `S2` with its interval. The design must have
    been laid with second order.
    """
    blocks = blocks_of(design, standardised(np.nanmean(cube, axis=1)))
    if blocks.ba is None:
        raise ValueError("the design was laid without second order")
    samples = blocks.a.shape[0]
    weights = np.vstack([np.full(samples, 1.0 / samples), resampling_weights(samples, resamples, seed)])
    first, _ = _first_and_total(blocks, weights)
    variance = _variance(blocks.a, blocks.b, weights)
    tables = []
    for j in range(len(design.factors) - 1):
        products = blocks.ba[:, j, None] * blocks.ab[:, j + 1 :] - (blocks.a * blocks.b)[:, None]
        pair = _weighted(weights, products) / variance[:, None] - first[:, j, None] - first[:, j + 1 :]
        for k, outcome in enumerate(outcomes):
            table = _with_intervals({"S2": pair[..., k]}, confidence)
            table.insert(0, "other", design.paths[j + 1 :])
            table.insert(0, "factor", design.paths[j])
            table.insert(0, "outcome", outcome)
            tables.append(table)
    return pd.concat(tables, ignore_index=True)


def convergence(
    design: Design, cube: Cube, outcomes: Sequence[str], *, resamples: int = 200, seed: int = 1
) -> pd.DataFrame:
    """The indices against the number of base samples and against the number of replicates.

    A Sobol sample of N begins with that of N/2, so every prefix is a smaller study at no cost.

    Returns the columns of `sobol_indices` for each prefix, with `axis`: "samples" or "replicates".
    """
    tables = []
    samples, replicates = int(design.settings["samples"]), cube.shape[1]
    step = len(design) // samples
    for count in _halvings(samples, SMALLEST_PREFIX):
        part = Design(
            design.kind, design.factors, design.unit[: count * step], dict(design.settings) | {"samples": count}
        )
        table = sobol_indices(part, cube[: count * step], outcomes, resamples=resamples, seed=seed)
        tables.append(table.assign(axis="samples"))
    for count in _halvings(replicates, 1):
        table = sobol_indices(design, cube[:, :count], outcomes, resamples=resamples, seed=seed)
        tables.append(table.assign(axis="replicates"))
    return pd.concat(tables, ignore_index=True)


def _halvings(whole: int, smallest: int) -> list[int]:
    """The whole, its half, quarter … down to the smallest, in rising order."""
    counts = [whole]
    while counts[-1] // 2 >= smallest:
        counts.append(counts[-1] // 2)
    return counts[::-1]
