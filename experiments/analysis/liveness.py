"""How much a parameter moves at all: paired effects of going from one value to another, in standard deviations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

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
    pairs = both.sum(axis=0)
    rows: list[dict[str, Any]] = []
    for k in map(int, np.flatnonzero(pairs >= FEWEST_PAIRS)):
        a, b = first[both[:, k], k], second[both[:, k], k]
        spread = float(np.sqrt(0.5 * (a.var(ddof=1) + b.var(ddof=1))))
        if spread <= 1e-12 * max(1.0, float(np.abs(a).max())):
            continue
        change = b - a
        error = float(change.std(ddof=1) / np.sqrt(len(change)))
        middle, half = float(change.mean()) / spread, _widened(z, len(change)) * error / spread
        rows.append(
            {"outcome": outcomes[k], "effect": middle, "low": middle - half, "high": middle + half,
             "change": float(change.mean()), "pairs": len(change)}
        )  # fmt: skip
    columns = ["outcome", "effect", "low", "high", "change", "pairs"]
    return pd.DataFrame(rows, columns=columns)


def _widened(z: float, pairs: int) -> float:
    """Student's quantile for the chance that a normal mean leaves outside `z` standard errors."""
    return float(t.isf(norm.sf(z), pairs - 1))


def verdict(table: pd.DataFrame, touched: float, threshold: float) -> str:
    """What may be said of a parameter from all its steps, situations and outcomes.

    "live": some effect of at least the threshold is clear of zero; "untouched": no run differs in any bit; "inert": no
    effect reaches the threshold even at the outer end of its interval; "open": none is clear, some could be large.
    """
    if touched == 0.0:
        return "untouched"
    clear = ((table["low"] > 0.0) | (table["high"] < 0.0)) & (table["effect"].abs() >= threshold)
    if clear.any():
        return "live"
    outer = table[["low", "high"]].abs().max(axis=1)
    return "inert" if table.empty or bool((outer < threshold).all()) else "open"


def largest(table: pd.DataFrame) -> pd.Series | None:
    """The largest effect that is clear of zero, or the largest of all where none is; None where nothing varies."""
    if table.empty:
        return None
    clear = table[(table["low"] > 0.0) | (table["high"] < 0.0)]
    pool = table if clear.empty else clear
    return pool.loc[pool["effect"].abs().idxmax()]
