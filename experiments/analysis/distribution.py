"""How outcomes are spread over an ensemble: means, quantiles and histograms, arm by arm."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import t

from experiments.designs import ARM, ARMS, Design

Array = NDArray[np.float64]
QUANTILES = {"q05": 0.05, "q25": 0.25, "median": 0.5, "q75": 0.75, "q95": 0.95}
BINS, MOST_VALUES = 20, 12


def distribution(runs: pd.DataFrame, design: Design, outcomes: Sequence[str], confidence: float = 0.95) -> pd.DataFrame:
    """Each outcome over the runs of each arm.

    Returns
    -------
    DataFrame
        One row an arm and outcome: mean, with Student's interval over draws (whose replicates hang together), or over
        replicates where the points were chosen and share their chance; standard_deviation between runs, minimum,
        quantiles (5, 25, 50, 75 and 95 %), maximum, runs (with a number), missing (without one; never filled in).
    """
    unit = "design_point" if design.own_chance else "replicate"
    rows = [
        {ARM: arm, "outcome": name} | _row(part[unit], part[name].to_numpy(dtype=float), confidence)
        for arm, part in by_arm(runs, design)
        for name in outcomes
    ]
    return pd.DataFrame(rows)


def by_arm(runs: pd.DataFrame, design: Design) -> list[tuple[str, pd.DataFrame]]:
    """The runs of each arm that did not fail."""
    fine = runs[runs["status"] == "ok"]
    arm_of = design.arm_of(fine["design_point"].to_numpy())
    return [(arm, fine[arm_of == k]) for k, arm in enumerate(ARMS[: design.arms])]


def _row(units: pd.Series, values: Array, confidence: float) -> dict[str, object]:
    known = values[np.isfinite(values)]
    low, high = _interval(units, values, confidence)
    some = known.size > 0
    row: dict[str, object] = {
        "mean": float(known.mean()) if some else math.nan,
        "low": low,
        "high": high,
        "standard_deviation": float(known.std(ddof=1)) if known.size > 1 else math.nan,
        "minimum": float(known.min()) if some else math.nan,
    }
    row |= {name: float(np.quantile(known, share)) if some else math.nan for name, share in QUANTILES.items()}
    row["maximum"] = float(known.max()) if some else math.nan
    return row | {"runs": int(known.size), "missing": int(values.size - known.size)}


def _interval(units: pd.Series, values: Array, confidence: float) -> tuple[float, float]:
    """Student's interval of the mean over runs, from units that are independent of each other (linearised ratio)."""
    known = np.isfinite(values)
    groups = pd.DataFrame({"sum": values[known], "count": 1.0}).groupby(units.to_numpy()[known]).sum()
    draws, mean = len(groups), float(values[known].mean()) if known.any() else math.nan
    if draws < 2:
        return math.nan, math.nan
    left = (groups["sum"] - mean * groups["count"]) / groups["count"].mean()
    half = float(t.ppf(0.5 + confidence / 2.0, draws - 1) * left.std(ddof=1) / math.sqrt(draws))
    return mean - half, mean + half


def histograms(runs: pd.DataFrame, design: Design, outcomes: Sequence[str]) -> pd.DataFrame:
    """Bars of each outcome's histogram: single values where there are few, else equal parts of the range of all arms.

    Returns
    -------
    DataFrame
        One row an arm, outcome and bar: from, to (the same for a single value), share of the arm's runs with a number.
    """
    parts = by_arm(runs, design)
    tables = []
    for name in outcomes:
        columns = {arm: part[name].dropna().to_numpy(dtype=float) for arm, part in parts}
        everything = np.concatenate(list(columns.values()))
        if everything.size:
            tables += [_bars(arm, name, values, everything) for arm, values in columns.items() if values.size]
    empty = pd.DataFrame(columns=[ARM, "outcome", "from", "to", "share"])
    return pd.concat(tables, ignore_index=True) if tables else empty


def _bars(arm: str, name: str, values: Array, everything: Array) -> pd.DataFrame:
    levels = np.unique(everything)
    if len(levels) <= MOST_VALUES:
        counts = np.array([(values == level).sum() for level in levels])
        ends = levels, levels
    else:
        edges = _edges(levels)
        counts, ends = np.histogram(values, edges)[0], (edges[:-1], edges[1:])
    return pd.DataFrame({ARM: arm, "outcome": name, "from": ends[0], "to": ends[1], "share": counts / len(values)})


def _edges(levels: Array) -> Array:
    """Equal parts of a range; around whole numbers where the values are whole, so that no part is short of one."""
    if not np.array_equal(levels, np.round(levels)):
        return np.linspace(levels[0], levels[-1], BINS + 1)
    width = math.ceil((levels[-1] - levels[0] + 1.0) / BINS)
    return levels[0] - 0.5 + width * np.arange(math.ceil((levels[-1] - levels[0] + 1.0) / width) + 1)
