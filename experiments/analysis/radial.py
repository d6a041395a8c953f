"""Elementary effects and total indices from a radial design: a screening that also measures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube
from experiments.analysis.elementary import measures_of, several_columns
from experiments.analysis.indices import NEGLIGIBLE, different_replicates
from experiments.analysis.means import means_of
from experiments.analysis.noise import resampling_weights
from experiments.analysis.ranking import together, with_intervals, with_ranks
from experiments.designs import Design

Array = NDArray[np.float64]


def radial_measures(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    resamples: int = 1000,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Total indices and elementary effects with bootstrap intervals over base points.

    Returns
    -------
    DataFrame
        One row an outcome and part. `ST`: Jansen's total index, half the mean square of what a step changes over the
        variance at the base points; honest here, since the base point and its step in one part are just the pair that
        Jansen asks for. `ST_expected`: the same for the *expected* outcome, freed from the noise that a finite number
        of replicates leaves (NaN with one replicate). `mu`, `mu_star`, `sigma`: mean, mean size and spread of the
        effect per unit of the unit interval, as from trajectories; NaN for groups of several columns, which share no
        length of a step. Steps may be tiny here: where chance is in the outcome, `mu_star` and `sigma` have no finite
        expectation, nor has `mu`, and where a discrete factor jumps, `sigma` has none: they serve models without
        chance. `slope` is the least-squares slope through all steps, which chance does not blow up. ST ranks.
        `rank`, `decided`, `verdict`, noise shares: as for Sobol indices. All NaN and undecided where an outcome never
        varies.

    Raises BadInput for a design of another kind, Unanalysable where a point has no finite outcome.

    Source: Campolongo, Saltelli and Cariboni 2011 (doi 10.1016/j.cpc.2010.12.039); Jansen 1999
    (doi 10.1016/S0010-4655(98)00154-4); the estimates are SALib's.
    """
    design.must_be("radial")
    base, change = _base_and_change(design, means_of(cube, outcomes))
    samples = len(base)
    weights = np.vstack([np.full(samples, 1.0 / samples), resampling_weights(samples, resamples, seed)])
    steps, several = _steps(design), several_columns(design)
    tables = []
    for k in range(len(outcomes)):
        total = _total(base[:, k], change[..., k], weights)
        expected = _expected_total(design, cube[:, :, k], weights)
        measures = measures_of(_effects(change[..., k], steps), weights)
        measures["slope"] = _slope(change[..., k], steps, weights)
        measures = {name: np.where(several, np.nan, values) for name, values in measures.items()}
        table = with_intervals({"ST": total, "ST_expected": expected, **measures}, confidence)
        real = table["ST_low"] > 0.0
        if cube.shape[1] > 1:
            real &= table["ST_expected_low"] > 0.0
        tables.append(with_ranks(table, total, real, table["ST_high"] <= NEGLIGIBLE, confidence))
    return together(tables, list(design.parts), outcomes, cube, samples, seed)


def _base_and_change(design: Design, values: Array) -> tuple[Array, Array]:
    """Values (points, …) at the base points (samples, …), and what the step in each part adds (samples, parts, …)."""
    cut = values.reshape(-1, len(design.parts) + 1, *values.shape[1:])
    return cut[:, 0], cut[:, 1:] - cut[:, :1]


def _steps(design: Design) -> Array:
    """How far the first column of each part moves, shape (samples, parts)."""
    _, change = _base_and_change(design, design.unit)
    first = [columns[0] for columns in design.parts.values()]
    return change[:, np.arange(len(first)), first]


def _effects(change: Array, steps: Array) -> Array:
    """Effect per unit of the step; none where there is no step, as in SALib."""
    return np.divide(change, steps, out=np.zeros_like(change), where=steps != 0.0)


def _slope(change: Array, steps: Array, weights: Array) -> Array:
    """Effect per unit of the unit interval as the least-squares slope through all steps, (resamples, parts).

    Long steps count for more than short ones, so that chance over a tiny step does no harm: unlike the mean of
    elementary effects it has a finite expectation where there is chance.
    """
    below = weights @ (steps * steps)
    return np.asarray((weights @ (change * steps)) / np.where(below > 0.0, below, np.nan))


def _total(base: Array, change: Array, weights: Array) -> Array:
    """Jansen's total index of each part in each resample, shape (resamples, parts)."""
    centred = base - base.mean()
    variance = weights @ (centred * centred) - (weights @ centred) ** 2
    known = variance > 1e-12 * np.mean(centred * centred)
    return weights @ (0.5 * change * change) / np.where(known, variance, np.nan)[:, None]


def _expected_total(design: Design, values: Array, weights: Array) -> Array:
    """The total index of the expected outcome: products of different replicates instead of squares of means."""
    if values.shape[1] < 2:
        return np.full((len(weights), len(design.parts)), np.nan)
    base, change = _base_and_change(design, values - np.nanmean(values))
    variance = weights @ different_replicates(base, base) - (weights @ np.nanmean(base, axis=1)) ** 2
    known = variance > 1e-9 * np.nanvar(values)
    total = weights @ (0.5 * different_replicates(change, change))
    return np.asarray(total / np.where(known, variance, np.nan)[:, None])
