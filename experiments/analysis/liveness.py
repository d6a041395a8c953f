"""How much a parameter moves at all: paired effects of going from one value to another, in standard deviations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import norm, t

Array = NDArray[np.float64]
FEWEST_PAIRS = 12


def paired_effects(
    levels: Array, names: Sequence[str], outcomes: Sequence[str], z: float
) -> tuple[pd.DataFrame, float]:
    """The effect of each step between two levels of a parameter on each outcome.

    Parameters
    ----------
    levels : (levels, runs, outcomes)
        The same replicates at every level, so that runs are paired; NaN where an outcome has no value.
    names : sequence of str
        What each level is.
    z : float
        Half-width of the intervals in standard errors of a normal mean; with few pairs they are wider (Student).

    Returns
    -------
    table : DataFrame
        One row a pair of levels and outcome that varies and has pairs enough: from, to, outcome, effect (in standard
        deviations of the outcome between runs of both levels), low, high, change (in the outcome's own unit), pairs.
    touched : float
        Share of the runs in which any outcome differs at all between any two levels.
    """
    tables = []
    touched = np.zeros(levels.shape[1], dtype=bool)
    for one, other in combinations(range(len(levels)), 2):
        first, second = levels[one], levels[other]
        touched |= (~np.isclose(first, second, rtol=0.0, atol=0.0, equal_nan=True)).any(axis=1)
        table = _step(first, second, outcomes, z)
        tables.append(table.assign(**{"from": names[one], "to": names[other]}))
    return pd.concat(tables, ignore_index=True), float(touched.mean())


def _step(first: Array, second: Array, outcomes: Sequence[str], z: float) -> pd.DataFrame:
    both = np.isfinite(first) & np.isfinite(second)
    kept = np.flatnonzero(both.sum(axis=0) >= FEWEST_PAIRS)
    pairs = both[:, kept].sum(axis=0)
    one, other = (np.where(both, values, np.nan)[:, kept] for values in (first, second))
    spread = np.sqrt(0.5 * (np.nanvar(one, axis=0, ddof=1) + np.nanvar(other, axis=0, ddof=1)))
    change = np.nanmean(other - one, axis=0)
    error = np.nanstd(other - one, axis=0, ddof=1) / np.sqrt(pairs)
    varies = spread > 1e-12 * np.maximum(1.0, np.nanmax(np.abs(one), axis=0, initial=0.0))
    scale = np.where(varies, spread, 1.0)
    half = _widened(z, pairs) * error / scale
    table = pd.DataFrame(
        {
            "outcome": [outcomes[k] for k in map(int, kept)],
            "effect": change / scale,
            "low": change / scale - half,
            "high": change / scale + half,
            "change": change,
            "pairs": pairs,
        }
    )
    return table[varies].reset_index(drop=True)


def _widened(z: float, pairs: NDArray[np.int64]) -> Array:
    """Student's quantiles for the chance that a normal mean leaves outside `z` standard errors."""
    return np.asarray(t.isf(norm.sf(z), pairs - 1))


def verdict(table: pd.DataFrame, touched: float, threshold: float) -> str:
    """What may be said of a parameter from all its steps, situations and outcomes.

    "live": some effect of at least the threshold is clear of zero; "untouched": no run differs in any bit; "inert": no
    effect reaches the threshold even at the outer end of its interval; "open": none is clear and some could be large,
    or too few pairs differ to tell.
    """
    if touched == 0.0:
        return "untouched"
    clear = ((table["low"] > 0.0) | (table["high"] < 0.0)) & (table["effect"].abs() >= threshold)
    if clear.any():
        return "live"
    outer = table[["low", "high"]].abs().max(axis=1)
    return "open" if table.empty or not bool((outer < threshold).all()) else "inert"


def largest(table: pd.DataFrame) -> pd.Series | None:
    """The largest effect that is clear of zero, or the largest of all where none is; None where nothing varies."""
    if table.empty:
        return None
    clear = table[(table["low"] > 0.0) | (table["high"] < 0.0)]
    pool = table if clear.empty else clear
    return pool.loc[pool["effect"].abs().idxmax()]
