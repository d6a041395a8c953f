"""Morris' elementary effects of the mean over replicates: a screening of many factors with few runs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import norm

from experiments.analysis.arrange import Cube
from experiments.analysis.noise import noise_shares, resampling_weights
from experiments.analysis.verdicts import RANK_LEEWAY, verdicts
from experiments.designs import Design

Array = NDArray[np.float64]
NEGLIGIBLE = 0.01


def effects_of(design: Design, means: Array) -> Array:
    """Change of an outcome per unit of the unit interval when one factor moves.

    Parameters
    ----------
    means : (points, outcomes)

    Returns
    -------
    (trajectories, factors, outcomes)
    """
    design.must_be("morris")
    factors = len(design.factors)
    places = design.unit.reshape(-1, factors + 1, factors)
    values = means.reshape(-1, factors + 1, means.shape[1])
    step, change = np.diff(places, axis=1), np.diff(values, axis=1)
    moved = np.abs(step).argmax(axis=2)
    slope = change / np.take_along_axis(step, moved[..., None], axis=2)
    return np.take_along_axis(slope, np.argsort(moved, axis=1)[..., None], axis=1)


def elementary_effects(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    resamples: int = 1000,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Morris' measures with bootstrap intervals over trajectories.

    Returns
    -------
    DataFrame
        One row an outcome and factor: `mu` (mean effect, in units of the outcome over the factor's whole range),
        `mu_star` (mean size of the effect), `sigma` (how much it differs from place to place: curvature, interactions
        and chance), each with its interval; `rank` by mu_star with its interval over resamples; `decided` where
        mu_star's interval excludes zero and the rank moves by one place at most; `verdict` as for Sobol indices
        ("negligible": the upper end of mu_star below one hundredth of the largest); noise shares.

    Source: Morris 1991; Campolongo, Cariboni and Saltelli 2007; the estimates are SALib's.
    """
    effects = effects_of(design, np.nanmean(cube, axis=1))
    count = len(effects)
    weights = np.vstack([np.full(count, 1.0 / count), resampling_weights(count, resamples, seed)])
    noise = noise_shares(cube, outcomes, count, seed=seed)
    tables = []
    for k, outcome in enumerate(outcomes):
        table = _measures(effects[..., k], weights, confidence)
        table.insert(0, "factor", design.paths)
        table.insert(0, "outcome", outcome)
        table["noise_share"], table["residual_share"] = noise.loc[k, "noise_share"], noise.loc[k, "residual_share"]
        tables.append(table)
    found = pd.concat(tables, ignore_index=True)
    found["samples"], found["replicates"] = count, cube.shape[1]
    return found


def _measures(effects: Array, weights: Array, confidence: float) -> pd.DataFrame:
    count = len(effects)
    mean = weights @ effects
    spread = weights @ (effects * effects) - mean * mean
    measures = {
        "mu": mean,
        "mu_star": weights @ np.abs(effects),
        "sigma": np.sqrt(np.maximum(spread, 0.0) * count / max(count - 1, 1)),
    }
    z = float(norm.ppf(0.5 + confidence / 2.0))
    columns: dict[str, Array] = {}
    for name, values in measures.items():
        half = z * values[1:].std(axis=0, ddof=1)
        columns |= {name: values[0], f"{name}_low": values[0] - half, f"{name}_high": values[0] + half}
    table = pd.DataFrame(columns)
    return _with_ranks(table, measures["mu_star"], confidence)


def _with_ranks(table: pd.DataFrame, size: Array, confidence: float) -> pd.DataFrame:
    tail = (1.0 - confidence) / 2.0
    ranks = np.argsort(np.argsort(-size, axis=1, kind="stable"), axis=1, kind="stable") + 1
    table["rank"] = ranks[0]
    table["rank_low"] = np.quantile(ranks[1:], tail, axis=0, method="lower")
    table["rank_high"] = np.quantile(ranks[1:], 1.0 - tail, axis=0, method="higher")
    steady = (table["rank_high"] - table["rank"] <= RANK_LEEWAY) & (table["rank"] - table["rank_low"] <= RANK_LEEWAY)
    real = table["mu_star_low"] > 0.0
    table["decided"] = steady & real
    negligible = table["mu_star_high"] <= NEGLIGIBLE * table["mu_star"].max()
    table["verdict"] = verdicts(table["decided"], real, negligible)
    return table
