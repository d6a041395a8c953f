"""Means over runs with intervals: of a quantity, and of a yes-or-no outcome."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import norm, t

Array = NDArray[np.float64]


def is_yes_or_no(values: Array) -> bool:
    """True if every number is 0 or 1, and there is at least one."""
    return values.size > 0 and bool(np.isin(values, (0.0, 1.0)).all())


def wilson(successes: float, runs: float, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's interval of a chance; holds up at 0 and at 1, where the usual one collapses.

    Source: Wilson 1927 (doi 10.1080/01621459.1927.10502953).
    """
    if runs == 0:
        return math.nan, math.nan
    z, share = float(norm.ppf(0.5 + confidence / 2.0)), successes / runs
    middle = share + z * z / (2 * runs)
    half = z * math.sqrt(share * (1.0 - share) / runs + z * z / (4.0 * runs * runs))
    scale = 1.0 + z * z / runs
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def mean_interval(values: Array, confidence: float = 0.95) -> tuple[float, float]:
    """Student's interval of a mean; NaN with fewer than two runs."""
    if values.size < 2:
        return math.nan, math.nan
    half = float(t.ppf(0.5 + confidence / 2.0, values.size - 1) * values.std(ddof=1) / math.sqrt(values.size))
    return float(values.mean()) - half, float(values.mean()) + half


def summary(runs: pd.DataFrame, outcomes: Sequence[str], confidence: float = 0.95) -> pd.DataFrame:
    """Each outcome over independent runs.

    Returns
    -------
    DataFrame
        One row an outcome: mean, low, high (Wilson's for yes-or-no outcomes, Student's otherwise), standard_deviation,
        minimum, median, maximum, runs (with a number), missing (without one; never filled in), yes_or_no.
    """
    rows = [_row(name, runs[name].to_numpy(dtype=float), confidence) for name in outcomes]
    return pd.DataFrame(rows)


def _row(name: str, values: Array, confidence: float) -> dict[str, object]:
    known = values[np.isfinite(values)]
    binary = is_yes_or_no(known)
    low, high = wilson(known.sum(), known.size, confidence) if binary else mean_interval(known, confidence)
    some = known.size > 0
    return {
        "outcome": name,
        "mean": float(known.mean()) if some else math.nan,
        "low": low,
        "high": high,
        "standard_deviation": float(known.std(ddof=1)) if known.size > 1 else math.nan,
        "minimum": float(known.min()) if some else math.nan,
        "median": float(np.median(known)) if some else math.nan,
        "maximum": float(known.max()) if some else math.nan,
        "runs": int(known.size),
        "missing": int(values.size - known.size),
        "yes_or_no": binary,
    }
