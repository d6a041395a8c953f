"""Differences between two arms that met the same draws and the same chance, run by run."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.summary import mean_interval

KEYS = ["design_point", "replicate"]


def paired_differences(
    runs: pd.DataFrame,
    against: pd.DataFrame,
    outcomes: Sequence[str],
    *,
    by_draw: bool = True,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """How much higher each outcome is in one arm than in another.

    Parameters
    ----------
    runs, against : DataFrame
        Runs of the two arms: design_point, replicate, status and the outcomes; a run is paired with that of the same
        point and replicate. Pairs with a failed run, or without a value in either, are left out and not counted.
    by_draw : bool
        Whether intervals are taken over draws, whose replicates hang together, or over replicates, where few points
        share their chance.

    Returns
    -------
    DataFrame
        One row an outcome: mean in each arm, difference with Student's interval, pairs; `saved`, the part of the
        variance of the difference of means that pairing took away.

    Raises Unanalysable where the arms do not hold the same runs.
    """
    first, second = (table.sort_values(KEYS, kind="stable").reset_index(drop=True) for table in (runs, against))
    if not first[KEYS].equals(second[KEYS]):
        raise Unanalysable("the two arms do not hold the same design points and replicates")
    fine = (first["status"] == "ok") & (second["status"] == "ok")
    unit = first[KEYS[0 if by_draw else 1]]
    return pd.DataFrame([_row(name, first[name], second[name], fine, unit, confidence) for name in outcomes])


def _row(
    name: str, first: pd.Series, second: pd.Series, fine: pd.Series, unit: pd.Series, confidence: float
) -> dict[str, object]:
    known = fine & first.notna() & second.notna()
    pairs = pd.DataFrame({"a": first[known], "b": second[known]}).groupby(unit[known]).mean()
    difference = (pairs["a"] - pairs["b"]).to_numpy()
    low, high = mean_interval(difference, confidence)
    return {
        "outcome": name, "mean": _mean(pairs["a"]), "against": _mean(pairs["b"]),
        "difference": float(difference.mean()) if difference.size else np.nan, "low": low, "high": high,
        "pairs": int(known.sum()), "saved": _saved(pairs["a"].to_numpy(), pairs["b"].to_numpy()),
    }  # fmt: skip


def _mean(values: pd.Series) -> float:
    return float(values.mean()) if len(values) else np.nan


def _saved(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """One minus the variance of the paired difference over that of two independent arms."""
    if first.size < 2:
        return np.nan
    apart = first.var(ddof=1) + second.var(ddof=1)
    return float(1.0 - (first - second).var(ddof=1) / apart) if apart > 0.0 else np.nan
