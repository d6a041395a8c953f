"""Morris' elementary effects of the mean over replicates: a screening of many factors with few runs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube
from experiments.analysis.noise import resampling_weights
from experiments.analysis.ranking import together, with_intervals, with_ranks
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
    tables = [_measures(effects[..., k], weights, confidence) for k in range(len(outcomes))]
    return together(tables, list(design.parts), outcomes, cube, count, seed)


def _measures(effects: Array, weights: Array, confidence: float) -> pd.DataFrame:
    count = len(effects)
    mean = weights @ effects
    spread = weights @ (effects * effects) - mean * mean
    measures = {
        "mu": mean,
        "mu_star": weights @ np.abs(effects),
        "sigma": np.sqrt(np.maximum(spread, 0.0) * count / max(count - 1, 1)),
    }
    table = with_intervals(measures, confidence)
    negligible = table["mu_star_high"] <= NEGLIGIBLE * table["mu_star"].max()
    return with_ranks(table, measures["mu_star"], table["mu_star_low"] > 0.0, negligible, confidence)
