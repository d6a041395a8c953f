"""How long policy stays as it is: survival curves of the time to change, for runs that are not watched equally long."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.noise import resampling_weights
from experiments.analysis.rates import Times
from experiments.designs import ARM

Array = NDArray[np.float64]
STEP = 13


def survival(
    times: Times, *, step: int = STEP, resamples: int = 400, seed: int = 1, confidence: float = 0.95
) -> pd.DataFrame:
    """Share of runs in which policy has not yet changed, by weeks since the aim was agreed.

    A run is watched from its agreement to the horizon, so that runs that agree late are watched for less: they count as
    long as they are watched (the product-limit estimate). Runs that changed before any agreement, or never agreed, are
    left out.

    Parameters
    ----------
    times : Times
        From `times_of`; the arm without the alliance is watched from the agreement of its pair.
    step : int
        Weeks between two rows of the table.

    Returns
    -------
    DataFrame
        One row an arm and week: share, low, high (bootstrap over draws, whose replicates hang together), at_risk, the
        runs that are watched and unchanged as the week begins.

    Source: Kaplan and Meier 1958 (doi 10.1080/01621459.1958.10501452).
    """
    parts = []
    for arm, name in enumerate(times.arms):
        entry, change = times.entry("agreement")[arm], times.change[arm]
        counted = np.isfinite(entry) & ~np.isnan(change) & ~(change < entry)
        watched = np.where(counted, times.weeks - np.where(counted, entry, 0.0), -1.0)
        came = counted & np.isfinite(change)
        until = np.full(change.shape, np.inf)
        until[came] = change[came] - entry[came]
        if counted.any():
            parts.append(_curve(times, until, watched, step, resamples, seed, confidence).assign(**{ARM: name}))
    columns = [ARM, "week", "share", "low", "high", "at_risk"]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def _curve(
    times: Times, until: Array, watched: Array, step: int, resamples: int, seed: int, confidence: float
) -> pd.DataFrame:
    weeks = np.arange(times.weeks + 1)
    events = np.array([times.units((until == week) & (week <= watched)) for week in weeks])
    at_risk = np.array([times.units(np.minimum(until, watched) >= week) for week in weeks])
    shares = product_limit(events.sum(axis=1)[:, None], at_risk.sum(axis=1)[:, None])[:, 0]
    weights = resampling_weights(at_risk.shape[1], resamples, seed)
    again = product_limit(events @ weights.T, at_risk @ weights.T)
    tail = (1.0 - confidence) / 2.0
    low, high = np.nanquantile(again, (tail, 1.0 - tail), axis=1)
    table = pd.DataFrame({"week": weeks, "share": shares, "low": low, "high": high, "at_risk": at_risk.sum(axis=1)})
    kept = table["at_risk"] > 0
    return table[kept & (table["week"] % step == 0)].astype({"at_risk": int})


def product_limit(events: Array, at_risk: Array) -> Array:
    """Share that survives each time, the time itself included.

    Parameters
    ----------
    events, at_risk : (times, …)
        How many change at a time, and how many were unchanged and watched just before it.

    Own code, where SciPy has the estimate too: its bands take runs as independent, and ours hang together by draws.
    """
    hazard = np.divide(events, at_risk, out=np.zeros_like(events, dtype=float), where=at_risk > 0)
    return np.asarray(np.cumprod(1.0 - hazard, axis=0))


def median_time(curve: pd.DataFrame) -> float:
    """First week by which half of the runs have changed; infinite where that is not reached while runs are watched."""
    below = curve[curve["share"] <= 0.5]
    return float(below["week"].min()) if len(below) else np.inf
