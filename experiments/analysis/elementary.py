"""Morris' elementary effects of the mean over replicates: a screening of many factors with few runs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube
from experiments.analysis.means import means_of
from experiments.analysis.noise import resampling_weights
from experiments.analysis.ranking import together, with_intervals, with_ranks
from experiments.analysis.trajectories import by_part, steps_of
from experiments.designs import Design

Array = NDArray[np.float64]
NEGLIGIBLE = 0.01


def effects_of(design: Design, means: Array) -> Array:
    """Change of an outcome per unit of the unit interval when one part moves.

    The columns of a group move by the same step, some up and some down: only the size of its effect has a meaning.

    Parameters
    ----------
    means : (points, outcomes)

    Returns
    -------
    (trajectories, parts, outcomes)
    """
    design.must_be("morris")
    moved, step = steps_of(design)
    change = np.diff(means.reshape(len(moved), -1, means.shape[1]), axis=1)
    return by_part(moved, change / step[..., None])


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
        One row an outcome and part: `mu` (mean effect, in units of the outcome over the factor's whole range),
        `mu_star` (mean size of the effect), `sigma` (how much it differs from place to place: curvature, interactions
        and chance), each with its interval; of a group of several columns only mu_star, since its factors move up and
        down at once and their signs mean nothing (`mu` and `sigma` are NaN). `rank` by mu_star with its interval over
        resamples; `decided` where mu_star's interval excludes zero and the rank moves by one place at most; `verdict`
        as for Sobol indices ("negligible": the upper end of mu_star below one hundredth of the largest); noise shares.
        All NaN and undecided where an outcome never varies.

    Raises BadInput for a design of another kind, Unanalysable where a point has no finite outcome.

    Source: Morris 1991; Campolongo, Cariboni and Saltelli 2007, also for groups; the estimates are SALib's.
    """
    design.must_be("morris")
    effects = effects_of(design, means_of(cube, outcomes))
    count = len(effects)
    weights = np.vstack([np.full(count, 1.0 / count), resampling_weights(count, resamples, seed)])
    tables = [_ranked(effects[..., k], weights, several_columns(design), confidence) for k in range(len(outcomes))]
    return together(tables, list(design.parts), outcomes, cube, count, seed)


def several_columns(design: Design) -> NDArray[np.bool_]:
    """Whether each part holds more than one column of the unit cube."""
    return np.array([len(columns) > 1 for columns in design.parts.values()])


def measures_of(effects: Array, weights: Array) -> dict[str, Array]:
    """`mu`, `mu_star` and `sigma` of effects (samples, parts) in each resample, shape (resamples, parts)."""
    count = len(effects)
    mean = weights @ effects
    spread = weights @ (effects * effects) - mean * mean
    sigma = np.sqrt(np.maximum(spread, 0.0) * count / max(count - 1, 1))
    return {"mu": mean, "mu_star": weights @ np.abs(effects), "sigma": sigma}


def _ranked(effects: Array, weights: Array, several: NDArray[np.bool_], confidence: float) -> pd.DataFrame:
    measures = measures_of(effects, weights)
    for name in ("mu", "sigma"):
        measures[name] = np.where(several, np.nan, measures[name])
    table = with_intervals(measures, confidence)
    negligible = table["mu_star_high"] <= NEGLIGIBLE * table["mu_star"].max()
    return with_ranks(table, measures["mu_star"], table["mu_star_low"] > 0.0, negligible, confidence)
