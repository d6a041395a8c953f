"""Shapley effects: the whole variance shared out among factors, interactions and dependence split evenly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube
from experiments.analysis.indices import NEGLIGIBLE, different_replicates, standardised
from experiments.analysis.means import means_of
from experiments.analysis.noise import resampling_weights
from experiments.analysis.ranking import together, with_intervals, with_ranks
from experiments.analysis.trajectories import by_part, steps_of
from experiments.designs import Design

Array = NDArray[np.float64]
Product = Callable[[Array, Array], Array]


@dataclass(frozen=True, slots=True)
class Split:
    """What each sample gives to each part: `own` (samples, parts), and `rest` (samples, parts) times the variance.

    `level` and `square` (samples,) are means of the outcome and of its square over draws of all factors, whose
    variance the rests share; None where the own parts alone hold the whole.
    """

    own: Array
    rest: Array | None = None
    level: Array | None = None
    square: Array | None = None
    draws: int = 0

    def effects(self, weights: Array) -> Array:
        """Shares of the variance in each resample, shape (resamples, parts), summing to one."""
        effects, variance = weights @ self.own, np.zeros(len(weights))
        if self.rest is None or self.level is None or self.square is None:
            variance = effects.sum(axis=1)
        else:
            variance = (weights @ self.square - (weights @ self.level) ** 2) * self.draws / (self.draws - 1)
            effects = effects + variance[:, None] * (weights @ self.rest)
        return effects / np.where(variance > 1e-9, variance, np.nan)[:, None]


def shapley_effects(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    resamples: int = 1000,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Shapley effects as shares of the variance of the mean over replicates, with bootstrap intervals over samples.

    Parameters
    ----------
    design : Design
        Goda's trajectories ("shapley", independent factors) or conditional samples ("shapley_dependent").

    Returns
    -------
    DataFrame
        One row an outcome and part: `shapley`, the part's share of the variance; the shares sum to one.
        `shapley_expected`: shares of the variance of the *expected* outcome, freed from the noise that a finite number
        of replicates leaves (NaN with one replicate). Of noise every part gets the same share in `shapley`, even one
        without effect. `rank` by `shapley`; `decided` where the intervals of both exclude zero and the rank moves by
        one place at most; `verdict`, noise shares: as for Sobol indices. All NaN and undecided where an outcome never
        varies.

    Raises BadInput for a design of another kind, Unanalysable where a point has no finite outcome.

    Source: Owen 2014 (doi 10.1137/130936233); Goda 2021 (doi 10.1016/j.ress.2021.107702), whose estimates are SALib's;
    Song, Nelson and Staum 2016 (doi 10.1137/15M1048070) where factors depend.
    """
    design.must_be("shapley", "shapley_dependent")
    split = _along_trajectories if design.kind == "shapley" else _given_the_others
    means = standardised(means_of(cube, outcomes))
    samples = len(cube) // design.block
    weights = np.vstack([np.full(samples, 1.0 / samples), resampling_weights(samples, resamples, seed)])
    tables = []
    for k in range(len(outcomes)):
        shares, expected = np.full((2, len(weights), len(design.parts)), np.nan)
        if np.isfinite(means[0, k]):
            shares = split(design, means[:, None, k], _square).effects(weights)
        if np.isfinite(means[0, k]) and cube.shape[1] > 1:
            expected = split(design, _scaled(cube[:, :, k]), different_replicates).effects(weights)
        table = with_intervals({"shapley": shares, "shapley_expected": expected}, confidence)
        real = table["shapley_low"] > 0.0
        if cube.shape[1] > 1:
            real &= table["shapley_expected_low"] > 0.0
        tables.append(with_ranks(table, shares, real, table["shapley_high"] <= NEGLIGIBLE, confidence))
    return together(tables, list(design.parts), outcomes, cube, samples, seed)


def _square(x: Array, y: Array) -> Array:
    """Product where there is one value instead of replicates (last axis)."""
    return np.asarray(x[..., 0] * y[..., 0])


def _scaled(values: Array) -> Array:
    """Runs (points, replicates) around zero in units of their standard deviation."""
    return np.asarray((values - np.nanmean(values)) / np.nanstd(values))


def _along_trajectories(design: Design, values: Array, product: Product) -> Split:
    """Goda's contribution of each step, given to the part that moves."""
    moved, _ = steps_of(design)
    cut = values.reshape(len(moved), -1, values.shape[1])
    before, after = cut[:, :-1], cut[:, 1:]
    return Split(by_part(moved, product(cut[:, :1] - (before + after) / 2.0, before - after)))


def _given_the_others(design: Design, values: Array, product: Product) -> Split:
    """What each part adds to the variance that is left when the parts after it are known.

    The last part adds up to the whole variance, which all draws of all parts together tell best.
    """
    outer, inner = int(design.settings["outer"]), int(design.settings["inner"])
    cut = values.reshape(-1, len(design.parts), outer, inner, values.shape[1])
    one, other = np.triu_indices(inner, 1)
    apart = cut[:, :-1, :, one] - cut[:, :-1, :, other]
    left = 0.5 * product(apart, apart).mean(axis=(2, 3))
    own = np.diff(left, axis=1, prepend=0.0, append=0.0)
    is_last = np.zeros_like(own)
    is_last[:, -1] = 1.0
    moved, draws = _freed(design), cut[:, -1]
    level, square = np.nanmean(draws, axis=3).mean(axis=(1, 2)), product(draws, draws).mean(axis=(1, 2))
    return Split(by_part(moved, own), by_part(moved, is_last), level, square, len(cut) * outer * inner)


def _freed(design: Design) -> NDArray[np.int64]:
    """The part that is drawn anew first with each set of a sample, shape (samples, parts)."""
    count, inner = len(design.parts), int(design.settings["inner"])
    cut = design.unit.reshape(-1, count, int(design.settings["outer"]), inner, design.unit.shape[1])
    first = [columns[0] for columns in design.parts.values()]
    is_free = (cut[:, :, 0, 0] != cut[:, :, 0, 1])[..., first]
    return np.diff(is_free.astype(np.int64), axis=1, prepend=0).argmax(axis=2)
