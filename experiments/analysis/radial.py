"""Elementary effects and total indices from a radial design: a screening that also measures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube
from experiments.analysis.elementary import several_columns
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
        effect per unit of the unit interval, each step counted by the square of its length; NaN for groups of several
        columns, which share no length of a step. Counted alike, as in the paper and SALib, they have no finite
        expectation here: steps may be tiny, and chance, or the jump of a discrete factor, is then divided by next to
        nothing. Counted so, `mu` is the slope of least squares, and mu² + sigma² is 12 times what ST is a share of,
        ST times the variance; chance adds 12 times the variance of a mean over replicates to sigma². ST ranks. `rank`,
        `decided`, `verdict`, noise shares: as for Sobol indices. All NaN and undecided where an outcome never varies.

    Raises BadInput for a design of another kind, Unanalysable where a point has no finite outcome.

    Source: Campolongo, Saltelli and Cariboni 2011 (doi 10.1016/j.cpc.2010.12.039); Jansen 1999
    (doi 10.1016/S0010-4655(98)00154-4), whose estimate is SALib's. The weights are ours: of whole powers of the
    length the square is the smallest under which all three are finite.
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
        measures = _slopes(change[..., k], steps, weights)
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


def _slopes(change: Array, steps: Array, weights: Array) -> dict[str, Array]:
    """`mu`, `mu_star` and `sigma` in each resample, shape (resamples, parts), steps counted by their square.

    Parameters
    ----------
    change, steps : (samples, parts)
    """
    count, length = len(steps), weights @ (steps * steps)
    length = np.where(length > 0.0, length, np.nan)
    mean, size = weights @ (steps * change) / length, weights @ np.abs(steps * change) / length
    spread = weights @ (change * change) / length - mean * mean
    return {"mu": mean, "mu_star": size, "sigma": np.sqrt(np.maximum(spread, 0.0) * count / max(count - 1, 1))}


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
