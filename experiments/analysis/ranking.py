"""What all tables of measures share: intervals over resamples, ranks, verdicts, and the part of chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import norm

from experiments.analysis.arrange import Cube
from experiments.analysis.noise import noise_shares
from experiments.analysis.verdicts import RANK_LEEWAY, verdicts

Array = NDArray[np.float64]


def with_intervals(quantities: Mapping[str, Array], confidence: float) -> pd.DataFrame:
    """Estimates (row 0) with normal intervals from the spread over resamples (the other rows).

    Parameters
    ----------
    quantities : mapping of (1 + resamples, parts)
        By the name of the measure.
    """
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


def with_ranks(
    table: pd.DataFrame, size: Array, real: pd.Series, negligible: pd.Series, confidence: float
) -> pd.DataFrame:
    """The table with `rank`, its interval, `separated`, `decided` and `verdict`.

    Parameters
    ----------
    size : (1 + resamples, parts)
        The measure that ranks, the estimate first.
    real, negligible : boolean Series
        Where an effect is certain, and where even the upper end of its interval is next to nothing.
    """
    tail = (1.0 - confidence) / 2.0
    ranks = ranks_of(size)
    table["rank"] = ranks[0]
    table["rank_low"] = np.quantile(ranks[1:], tail, axis=0, method="lower") if len(ranks) > 1 else ranks[0]
    table["rank_high"] = np.quantile(ranks[1:], 1.0 - tail, axis=0, method="higher") if len(ranks) > 1 else ranks[0]
    table["separated"] = _separated(size, ranks[0], confidence)
    steady = (table["rank_high"] - table["rank"] <= RANK_LEEWAY) & (table["rank"] - table["rank_low"] <= RANK_LEEWAY)
    table["decided"] = steady & real
    table["verdict"] = verdicts(table["decided"], real, negligible)
    return table


def ranks_of(size: Array) -> NDArray[np.int64]:
    """Rank of each part in each resample, 1 for the largest; a missing measure comes last."""
    order = np.argsort(-np.where(np.isnan(size), -np.inf, size), axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, size.shape[1] + 1)[None, :], axis=1)
    return ranks


def _separated(size: Array, rank: NDArray[np.int64], confidence: float) -> NDArray[np.bool_]:
    """Whether each size lies clearly above that of the next in rank, by the spread of their paired difference."""
    order = np.argsort(rank)
    gaps = size[:, order[:-1]] - size[:, order[1:]]
    z = float(norm.ppf(0.5 + confidence / 2.0))
    clear = np.zeros(len(rank), dtype=bool)
    if len(size) > 2:
        clear[order[:-1]] = gaps[0] > z * gaps[1:].std(axis=0, ddof=1)
    return clear


def together(
    tables: Sequence[pd.DataFrame],
    parts: Sequence[str],
    outcomes: Sequence[str],
    cube: Cube,
    samples: int,
    seed: int,
) -> pd.DataFrame:
    """The tables of all outcomes as one, with names, the part of chance, samples and replicates.

    Parameters
    ----------
    samples : int
        Blocks of points that hang together: what the noise shares resample.
    """
    noise = noise_shares(cube, outcomes, samples, seed=seed)
    named = []
    for k, (outcome, table) in enumerate(zip(outcomes, tables, strict=True)):
        table.insert(0, "factor", list(parts))
        table.insert(0, "outcome", outcome)
        table["noise_share"], table["residual_share"] = noise.loc[k, "noise_share"], noise.loc[k, "residual_share"]
        named.append(table)
    found = pd.concat(named, ignore_index=True)
    found["samples"], found["replicates"] = samples, cube.shape[1]
    return found
