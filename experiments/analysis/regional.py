"""Regional sensitivity analysis: which factors tell the points that end high from those that end low."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import chi2_contingency, ks_2samp

from experiments.analysis.arrange import Cube
from experiments.analysis.given import Given, estimate_and_resamples, given
from experiments.analysis.ranking import together, with_intervals, with_ranks
from experiments.designs import Design

Array = NDArray[np.float64]
Sides = NDArray[np.bool_]
NEGLIGIBLE = 0.1
FEWEST_SHARE = 0.1


def regional_differences(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    resamples: int = 1000,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Distances between the values of a factor at behavioural points and at the others (Monte Carlo filtering).

    Behavioural is a point whose mean over replicates lies above a limit: one half for a 0/1 outcome (changed in most
    runs), the median of the points for any other, and for a 0/1 outcome that leaves less than a tenth of the points on
    one side. SALib's analyser is not asked: it cuts the outcome into equal bins, takes no limit, and gives neither a
    size of effect nor a p value; at the median both see the same two halves.

    Parameters
    ----------
    design : Design
        Drawn; another kind is refused. Factors may depend on each other.
    cube : (points, replicates, outcomes)

    Returns
    -------
    DataFrame
        One row an outcome and factor. `distance`: for factors with an order Kolmogorov and Smirnov's between the two
        distributions of its values, for choices, which have none, the total variation, the same for a factor of two
        values; 0 to 1. `shift`: mean place of the behavioural points less that of the others, -0.5 to 0.5, NaN for
        choices. Both with normal bootstrap intervals. `p_value`: Kolmogorov and Smirnov's test for real and whole
        numbers (ties make it err on the safe side), the chi-square test for yes-or-no and choices; `p_holm` the same
        adjusted for the number of factors. `limit`, `behavioural`: where the outcome was cut, and the share of points
        above. `rank` by the distance. Effect certain: p_holm below 1 - confidence. "negligible": upper end of the
        distance at most 0.1, so that the best cut of this factor alone tells the sides apart in at most 55 of 100
        cases. NaN and undecided where all points lie on one side.

    Source: Hornberger and Spear 1981 (J. Environmental Management 12, 7-18); Saltelli et al. 2008, The Primer, chapter
    5 (doi 10.1002/9780470725184); Holm 1979 (Scandinavian Journal of Statistics 6, 65-70); Youden 1950 (the 55 of 100).
    """
    sample = given(design, cube, outcomes)
    weights = estimate_and_resamples(len(design), resamples, seed)
    cuts = [_cut(cube[..., k], sample.means[:, k]) for k in range(len(outcomes))]
    tables = [_measures(sample, high, limit, weights, confidence) for high, limit in cuts]
    return together(tables, design.paths, outcomes, cube, len(design), seed)


def _cut(runs: Array, means: Array) -> tuple[Sides, float]:
    """Which points are behavioural, and the limit above which they are."""
    known = runs[np.isfinite(runs)]
    share = float(np.mean(means > 0.5))
    if np.isin(known, (0.0, 1.0)).all() and FEWEST_SHARE <= share <= 1.0 - FEWEST_SHARE:
        return means > 0.5, 0.5
    limit = float(np.median(means))
    return means > limit, limit


def _measures(sample: Given, high: Sides, limit: float, weights: Array, confidence: float) -> pd.DataFrame:
    factors = range(len(sample.types))
    split = bool(0 < high.sum() < len(high))
    distance, shift = np.full((2, len(weights), len(factors)), np.nan)
    p_value = np.full(len(factors), np.nan)
    for k in factors if split else ():
        ordered, codes = sample.types[k] != "choice", sample.codes[:, k]
        distance[:, k] = side_distance(codes, high, weights, ordered=ordered)
        p_value[k] = _p_value(codes, high, tested=sample.types[k] in ("real", "integer"))
        if ordered:
            above, below = (_side_mean(sample.places[:, k], side, weights) for side in (high, ~high))
            shift[:, k] = above - below
    table = with_intervals({"distance": distance, "shift": shift}, confidence)
    table["p_value"], table["p_holm"] = p_value, holm(p_value)
    table["limit"], table["behavioural"] = limit, float(high.mean())
    real, negligible = table["p_holm"] < 1.0 - confidence, table["distance_high"] <= NEGLIGIBLE
    return with_ranks(table, distance, real, negligible, confidence)


def side_distance(codes: Array, high: Sides, weights: Array, *, ordered: bool) -> Array:
    """Distance between the distributions of a factor on both sides in each resample, shape (resamples,).

    Kolmogorov and Smirnov's where the values have an order, else total variation. NaN where a resample has one side.
    """
    order = np.argsort(codes, kind="stable")
    starts = np.flatnonzero(np.diff(codes[order], prepend=-np.inf) > 0.0)  # ties count as one step
    gap = np.zeros((len(weights), len(starts)))
    for side, sign in ((high, 1.0), (~high, -1.0)):
        share = np.add.reduceat((weights * side)[:, order], starts, axis=1)
        total = share.sum(axis=1, keepdims=True)
        gap += sign * share / np.where(total > 0.0, total, np.nan)
    distance = np.abs(np.cumsum(gap, axis=1)).max(axis=1) if ordered else 0.5 * np.abs(gap).sum(axis=1)
    return np.asarray(np.minimum(distance, 1.0))  # sums of shares end a rounding error above 1


def _side_mean(places: Array, side: Sides, weights: Array) -> Array:
    total = weights @ side
    return np.asarray(weights @ (places * side) / np.where(total > 0.0, total, np.nan))


def _p_value(codes: Array, high: Sides, *, tested: bool) -> float:
    """How often chance alone would part the two sides as far: by distance if `tested`, else by counts of each value."""
    if tested:
        return float(ks_2samp(codes[high], codes[~high]).pvalue)
    levels, place = np.unique(codes, return_inverse=True)
    if len(levels) < 2:
        return 1.0
    counts = np.array([np.bincount(place[side], minlength=len(levels)) for side in (high, ~high)])
    return float(chi2_contingency(counts, correction=False).pvalue)


def holm(p_values: Array) -> Array:
    """P values adjusted for their number, so that one false finding among all is as rare as each says.

    Ours, as SciPy adjusts for the false discovery rate alone. Source: Holm 1979.
    """
    order = np.argsort(p_values)
    steps = np.maximum.accumulate(p_values[order] * np.arange(len(p_values), 0, -1))
    adjusted = np.empty_like(p_values)
    adjusted[order] = np.minimum(steps, 1.0)
    return adjusted
