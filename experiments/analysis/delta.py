"""How much of an outcome's density a factor moves, whatever its shape: Borgonovo's delta, with first-order indices."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import rankdata

from experiments.analysis.arrange import Cube
from experiments.analysis.distribution import MOST_VALUES
from experiments.analysis.given import Given, Labels, by_value, estimate_and_resamples, given, permuted
from experiments.analysis.ranking import together, with_intervals, with_ranks
from experiments.designs import Design

Array = NDArray[np.float64]
GRID = 100
MOST_SLICES = 48
DUMMIES = 200
NEGLIGIBLE = 0.03


def density_shifts(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    resamples: int = 200,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Borgonovo's delta and first-order indices of the mean over replicates, from any drawn sample.

    Densities, grid and slices are those of SALib's estimators `calc_delta` and `sobol_first`, but that no bump is
    narrower than a step of the grid: SALib's integral of such a bump depends on where it falls between two places of
    the grid (from nothing to deltas of 30, where 1 is the most there can be). Its `analyze` is not
    asked, for three reasons: it takes its "estimate" from a resample, so that its correction of bias corrects nothing;
    it draws from the global generator and leaves `warnings` changed; and it fits every density anew in each resample,
    in three variants. Here a resample reweights the points under fixed bandwidths, as one product of matrices, and
    the correction is the published one. Points of a Latin hypercube or a Sobol sequence lie evenly along each factor:
    SALib's "balanced" variant, which draws them evenly, is the plain one.

    Where the means take 12 values or fewer (0/1 outcomes of one replicate, shares of few) there is no density to
    smooth: delta is then exact from the frequencies of the values, half the sum of their differences.

    Parameters
    ----------
    design : Design
        Drawn; another kind is refused. Factors may depend on each other.
    cube : (points, replicates, outcomes)

    Returns
    -------
    DataFrame
        One row an outcome and factor: `delta` (0 to 1: the part of the density that moves, on average, when the factor
        is known), corrected for the bias of chance, and `S1`, each with a normal bootstrap interval; both fall short
        where the outcome goes up and down within a slice (6 slices for 1024 points, 16 for 4096), and delta where
        densities have peaks, which bumps round off; `delta_limit`: what the delta
        of a dummy, a factor with the same slices that cannot matter, stays below with the given confidence. `rank` by
        delta. Effect certain: delta above its limit and its interval above the dummy's mean. "negligible": the upper
        end of delta at most 0.03 above the dummy's mean: what a linear factor with one hundredth of a normal variance
        has. NaN and undecided where an outcome never varies.

    Source: Borgonovo 2007 (doi 10.1016/j.ress.2006.04.015); Plischke, Borgonovo and Smith 2013
    (doi 10.1016/j.ejor.2012.11.047: equation 26 the estimate, 30 the correction); the dummy as in Zadeh et al. 2017
    (doi 10.1016/j.envsoft.2017.02.001).
    """
    sample = given(design, cube, outcomes)
    slices = [_slices(sample, k) for k in range(len(sample.types))]
    weights = estimate_and_resamples(len(design), resamples, seed)
    tables = [
        _measures(values, slices, weights, seed, confidence) if varies else _nothing(len(slices), confidence)
        for values, varies in zip(sample.means.T, sample.varies, strict=True)
    ]
    return together(tables, design.paths, outcomes, cube, len(design), seed)


def slice_count(points: int) -> int:
    """Number of slices of a real factor: Plischke, Borgonovo and Smith 2013, as in SALib."""
    power = 2.0 / (7.0 + math.tanh((1500.0 - points) / 500.0))
    return min(math.ceil(points**power), MOST_SLICES)


def _slices(sample: Given, k: int) -> Labels:
    points = len(sample.places)
    count = slice_count(points)
    if sample.types[k] != "real":
        return by_value(sample.codes[:, k], count)
    ends = np.linspace(0, points, count + 1)
    return np.searchsorted(ends, rankdata(sample.places[:, k], method="ordinal"), side="left") - 1


@dataclass(frozen=True, slots=True, eq=False)
class Densities:
    """How points become densities: a bump for each on a grid, or a bar for each of a few values.

    Parameters
    ----------
    values : (points,)
    grid : (places,)
        Where densities are read: even steps over the range, or the values themselves.
    measure : (places,)
        What each place counts for in an integral (trapezoids; 1 for values).
    few : bool
        Whether the values are few.
    """

    values: Array
    grid: Array
    measure: Array
    few: bool

    @classmethod
    def of(cls, values: Array) -> Densities:
        """Bars for 12 values or fewer, else bumps."""
        levels = np.unique(values)
        if len(levels) <= MOST_VALUES:
            return cls(values, levels, np.ones(len(levels)), True)
        grid = np.linspace(levels[0], levels[-1], GRID)
        measure = np.full(GRID, grid[1] - grid[0])
        measure[[0, -1]] *= 0.5
        return cls(values, grid, measure, False)

    def bumps(self, inside: NDArray[np.bool_]) -> Array:
        """What each point inside adds to the density of the points inside, shape (points inside, places)."""
        own = self.values[inside]
        return self._bumps(own, float(np.std(own, ddof=1)) if len(own) > 1 else 0.0, len(own))

    def all_bumps(self, count: int) -> Array:
        """What each of all points adds to the density of `count` points drawn from them, shape (points, places)."""
        return self._bumps(self.values, float(np.std(self.values, ddof=1)), count)

    def _bumps(self, values: Array, spread: float, count: int) -> Array:
        """Bars, or normal kernels with Silverman's bandwidth.

        Not narrower than a step of the grid, whose trapezoids then hold a bump to nine digits wherever it falls: a
        slice in which the outcome stands still is a spike, and not left out.
        """
        if self.few:
            return (values[:, None] == self.grid).astype(float)
        width = max(spread * (0.75 * count) ** -0.2, self.grid[1] - self.grid[0])
        z = (values[:, None] - self.grid) / width
        return np.asarray(np.exp(-0.5 * z * z) / (width * math.sqrt(2.0 * math.pi)))


def _measures(values: Array, slices: list[Labels], weights: Array, seed: int, confidence: float) -> pd.DataFrame:
    densities = Densities.of(values)
    plain = np.column_stack([delta_of(densities, labels, weights) for labels in slices])
    correction = plain[1:].mean(axis=0) - plain[0] if len(plain) > 1 else np.zeros(len(slices))
    delta = plain - np.where(np.arange(len(plain))[:, None] > 0, 2.0, 1.0) * correction
    first = np.column_stack([first_order_of(values, labels, weights) for labels in slices])
    table = with_intervals({"delta": delta, "S1": first}, confidence)
    dummy = _dummies(densities, slices, seed)
    usual = np.array([each.mean() for each in dummy])
    table["delta_limit"] = [np.quantile(each, confidence) for each in dummy]
    real = (table["delta"] > table["delta_limit"]) & (table["delta_low"] > usual)
    return with_ranks(table, delta, real, table["delta_high"] <= usual + NEGLIGIBLE, confidence)


def _nothing(factors: int, confidence: float) -> pd.DataFrame:
    unknown = np.full((2, factors), np.nan)
    table = with_intervals({"delta": unknown, "S1": unknown}, confidence)
    table["delta_limit"] = np.nan
    never = pd.Series(np.zeros(factors, dtype=bool))
    return with_ranks(table, unknown, never, never, confidence)


def delta_of(densities: Densities, labels: Labels, weights: Array) -> Array:
    """Delta of one factor in each resample, not corrected for bias, shape (resamples,)."""
    everywhere = weights @ densities.all_bumps(len(labels))
    found = np.zeros(len(weights))
    for name in range(int(labels.max()) + 1):
        inside = labels == name
        found += _part(everywhere, weights[:, inside], densities.bumps(inside), densities.measure)
    return found


def _part(everywhere: Array, weights: Array, bumps: Array, measure: Array) -> Array:
    """What one slice adds to delta: half its share of the points times the area between the densities."""
    share = weights.sum(axis=1)
    own = weights @ bumps / np.where(share > 0.0, share, 1.0)[:, None]
    return 0.5 * share * (np.abs(own - everywhere) @ measure)


def first_order_of(values: Array, labels: Labels, weights: Array) -> Array:
    """Variance between the means of slices as a share of all variance in each resample, shape (resamples,)."""
    centred = values - values.mean()
    mean, square = weights @ centred, weights @ (centred * centred)
    between = np.zeros(len(weights))
    for name in range(int(labels.max()) + 1):
        own = weights[:, labels == name]
        share = own.sum(axis=1)
        between += share * (own @ centred[labels == name] / np.where(share > 0.0, share, 1.0) - mean) ** 2
    variance = square - mean * mean
    return np.asarray(between / np.where(variance > 0.0, variance, np.nan))


def _dummies(densities: Densities, slices: list[Labels], seed: int) -> list[Array]:
    """Deltas of many dummies for each factor, corrected as estimates are; slices of the same sizes share theirs."""
    made: dict[tuple[int, ...], Array] = {}
    for labels in slices:
        sizes = tuple(np.bincount(labels).tolist())
        if sizes not in made:
            made[sizes] = _dummy_deltas(densities, permuted(labels, DUMMIES, seed), seed)
    return [made[tuple(np.bincount(labels).tolist())] for labels in slices]


def _dummy_deltas(densities: Densities, dummies: Labels, seed: int) -> Array:
    """The correction is their mean one, from one resample of each dummy."""
    points = dummies.shape[1]
    resampled = estimate_and_resamples(points, len(dummies), seed)[1:]
    even = np.full_like(resampled, 1.0 / points)
    plain, again = (_deltas_by_row(densities, dummies, weights) for weights in (even, resampled))
    return np.asarray(plain - (again.mean() - plain.mean()))


def _deltas_by_row(densities: Densities, dummies: Labels, weights: Array) -> Array:
    """Delta of each dummy under the weights of its row: a slice in chance order has the spread of all points."""
    everywhere = weights @ densities.all_bumps(dummies.shape[1])
    found = np.zeros(len(dummies))
    for name in range(int(dummies.max()) + 1):
        inside = dummies == name
        bumps = densities.all_bumps(int(inside[0].sum()))
        found += _part(everywhere, weights * inside, bumps, densities.measure)
    return found
