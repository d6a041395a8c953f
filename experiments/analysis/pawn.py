"""How far knowing a factor shifts the whole distribution of an outcome: PAWN, against a factor that cannot matter."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube
from experiments.analysis.given import Given, Labels, by_value, estimate_and_resamples, given, permuted
from experiments.analysis.ranking import together, with_intervals, with_ranks
from experiments.designs import Design

Array = NDArray[np.float64]
SLICES = 10
DUMMIES = 500
NOWHERE = -1


def distribution_shifts(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    resamples: int = 1000,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Kolmogorov-Smirnov distances between the outcome's distribution in slices of a factor and in all points.

    Estimates for real factors are SALib's with ten slices, its half-open ends included (the largest place is in no
    slice). A discrete factor has a slice for each value, ten at most: SALib's quantiles of 0/1 give empty slices and
    leave out the largest value altogether. Bootstrap and dummies are ours: SALib has neither.

    Parameters
    ----------
    design : Design
        Drawn; another kind is refused. Factors may depend on each other: a factor then also shows what its companions
        do.
    cube : (points, replicates, outcomes)
        What is analysed is the mean over replicates; for 0/1 with one replicate the distance is that between shares.

    Returns
    -------
    DataFrame
        One row an outcome and factor: `median` and `maximum` distance over the slices (0 to 1), each with a normal
        bootstrap interval; `median_limit`, `maximum_limit`: what the same number for a dummy, a factor with the same
        slices that cannot matter, stays below with the given confidence. `rank` by the median. Effect certain: the
        median above its limit and its interval above the dummy's mean. "negligible": median and maximum within the
        dummy's limits, so that these points do not tell the factor from one without effect. NaN and undecided where
        an outcome never varies.

    Source: Pianosi and Wagener 2018 (doi 10.1016/j.envsoft.2018.07.019); Zadeh et al. 2017
    (doi 10.1016/j.envsoft.2017.02.001: the dummy).
    """
    sample = given(design, cube, outcomes)
    slices = [_slices(sample, k) for k in range(len(sample.types))]
    weights = estimate_and_resamples(len(design), resamples, seed)
    tables = [
        _measures(values, slices, weights, seed, confidence) if varies else _nothing(len(slices), confidence)
        for values, varies in zip(sample.means.T, sample.varies, strict=True)
    ]
    return together(tables, design.paths, outcomes, cube, len(design), seed)


def _slices(sample: Given, k: int) -> Labels:
    """The slice of each point along a factor, -1 for none."""
    if sample.types[k] != "real":
        return by_value(sample.codes[:, k], SLICES)
    places = sample.places[:, k]
    edges = np.quantile(places, np.arange(SLICES + 1) / SLICES)
    labels = np.searchsorted(edges, places, side="right") - 1
    return np.where(places < edges[-1], labels, NOWHERE)


def _measures(values: Array, slices: list[Labels], weights: Array, seed: int, confidence: float) -> pd.DataFrame:
    found = [slice_distances(values, labels, weights) for labels in slices]
    median = np.column_stack([np.nanmedian(each, axis=1) for each in found])
    maximum = np.column_stack([np.nanmax(each, axis=1) for each in found])
    table = with_intervals({"median": median, "maximum": maximum}, confidence)
    dummy = _dummies(values, slices, seed)
    table["median_limit"] = [np.quantile(each[0], confidence) for each in dummy]
    table["maximum_limit"] = [np.quantile(each[1], confidence) for each in dummy]
    usual = np.array([each[0].mean() for each in dummy])
    real = (table["median"] > table["median_limit"]) & (table["median_low"] > usual)
    negligible = (table["median"] <= table["median_limit"]) & (table["maximum"] <= table["maximum_limit"])
    return with_ranks(table, median, real, negligible, confidence)


def _nothing(factors: int, confidence: float) -> pd.DataFrame:
    unknown = np.full((2, factors), np.nan)
    table = with_intervals({"median": unknown, "maximum": unknown}, confidence)
    table["median_limit"] = table["maximum_limit"] = np.nan
    never = pd.Series(np.zeros(factors, dtype=bool))
    return with_ranks(table, unknown, never, never, confidence)


def slice_distances(values: Array, labels: Labels, weights: Array) -> Array:
    """Distance between each slice and all points in each resample, shape (resamples, slices).

    Both steps jump at the slice's own points alone or are flat between them where it matters: the largest distance is
    met just before or just after one of these. NaN where a resample holds no point of the slice.
    """
    order = np.argsort(values, kind="stable")
    ranked, everywhere = values[order], _running(weights[:, order])
    found = []
    for name in range(int(labels.max()) + 1):
        inside = order[labels[order] == name]
        own, step = values[inside], _running(weights[:, inside])
        step /= np.where(step[:, -1:] > 0.0, step[:, -1:], np.nan)
        gaps = [
            np.abs(step[:, np.searchsorted(own, own, side)] - everywhere[:, np.searchsorted(ranked, own, side)])
            for side in ("left", "right")
        ]
        found.append(np.maximum(*gaps).max(axis=1))
    return np.column_stack(found)


def _running(weights: Array) -> Array:
    """Sums of the first 0, 1, 2 … columns."""
    return np.concatenate([np.zeros((len(weights), 1)), np.cumsum(weights, axis=1)], axis=1)


def _dummies(values: Array, slices: list[Labels], seed: int) -> list[tuple[Array, Array]]:
    """Median and maximum of many dummies for each factor: factors with slices of the same sizes share theirs."""
    made: dict[tuple[int, ...], tuple[Array, Array]] = {}
    for labels in slices:
        sizes = _sizes(labels)
        if sizes not in made:
            found = _dummy_distances(values, permuted(labels, DUMMIES, seed))
            made[sizes] = np.median(found, axis=1), found.max(axis=1)
    return [made[_sizes(labels)] for labels in slices]


def _sizes(labels: Labels) -> tuple[int, ...]:
    return tuple(np.bincount(labels + 1).tolist())


def _dummy_distances(values: Array, dummies: Labels) -> Array:
    """Distance between each slice of each dummy and all points, shape (dummies, slices)."""
    ends = np.flatnonzero(np.diff(np.sort(values), append=np.inf) > 0.0)  # where a step is complete: ties count as one
    everywhere = (ends + 1.0) / len(values)
    found = []
    for name in range(int(dummies.max()) + 1):
        step = np.cumsum(dummies == name, axis=1)
        found.append(np.abs(step[:, ends] / step[:, -1:] - everywhere).max(axis=1))
    return np.column_stack(found)
