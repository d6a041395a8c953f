"""Where a history matching looks next: places on the unit cube that an emulator does not rule out.

Statistics are held against bands as in `fit`; of a band that no place may reach nothing is asked, and one that the
emulator cannot foretell rules nothing out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from experiments.analysis.fit import Emulator, agreement, implausibility

Array = NDArray[np.float64]
CANDIDATES = 100_000
STEP = 0.5  # of the spread of the nearest places, by which a later wave moves away from one of them
PRIOR = 0.25  # standard deviation around what was held before, as a part of the range
RARE = 0.001  # share of the cube below which a band counts as out of reach


@dataclass(frozen=True, slots=True, eq=False)
class Aim:
    """The bands that are aimed at, and which of them ask something.

    Parameters
    ----------
    low, high : (statistics,)
        Bands; infinite where open.
    error : (statistics,)
        Standard errors of the statistics from finite runs.
    reachable, usable : (statistics,)
        Whether some place reaches the band at all; whether the emulator foretells the statistic well enough.
    """

    low: Array
    high: Array
    error: Array
    reachable: NDArray[np.bool_]
    usable: NDArray[np.bool_]

    @property
    def asks(self) -> NDArray[np.bool_]:
        """Statistics by which an emulator chooses places."""
        return self.reachable & self.usable

    @property
    def width(self) -> Array:
        """Half-widths of the bands; where a band is open, two standard errors."""
        span = self.high - self.low
        return np.where(np.isfinite(span), span / 2.0, 2.0 * self.error)

    def distances(self, statistics: Array, error: Array) -> Array:
        """Implausibility at places, zero where a band is out of reach."""
        return np.where(self.reachable, implausibility(statistics, error, self.low, self.high), 0.0)

    def inside(self, statistics: Array) -> Array:
        """Share of places whose statistic lies in its band, (statistics,)."""
        return np.asarray(((statistics >= self.low) & (statistics <= self.high)).mean(axis=0))


def cube(width: int, seed: int) -> Array:
    """Candidates all over the ranges."""
    return np.random.default_rng([seed, 7]).random((CANDIDATES, width))


def reachable(surface: Emulator, error: Array, low: Array, high: Array, seed: int) -> NDArray[np.bool_]:
    """Bands that some place may reach: the others are beyond the coefficients, by the form of the model."""
    foretold = surface(cube(surface.coefficients, seed))
    near = implausibility(foretold, np.hypot(surface.error, error), low, high) <= 1.0
    return np.asarray(near.mean(axis=0) > RARE)


def first_wave(aim: Aim, surface: Emulator, wanted: int, seed: int) -> Array:
    """Places that the emulator does not rule out; the cut widens until there are enough."""
    found = cube(surface.coefficients, seed)
    unsure = np.hypot(surface.error, aim.error)
    worst = np.where(aim.asks, implausibility(surface(found), unsure, aim.low, aim.high), 0.0).max(axis=1)
    cut = max(1.0, float(np.sort(worst)[min(len(worst), wanted) - 1]))
    return found[np.flatnonzero(worst <= cut)[:wanted]]


def later_wave(aim: Aim, surface: Emulator, near: Array, prior: Array, wanted: int, seed: int, wave: int) -> Array:
    """Steps away from the nearest places so far, those that most likely agree with all (Beaumont and others 2009,
    population Monte Carlo, with the emulator to choose). Where the facts do not tell, what was held before does: a
    normal prior around it, whose range is two standard deviations to both sides.

    Parameters
    ----------
    near : (places, coefficients)
    prior : (coefficients,)
        Where in its range each was held before.
    """
    generator = np.random.default_rng([seed, 7, wave])
    start = near[generator.integers(len(near), size=CANDIDATES)]
    moved = np.abs(start + STEP * near.std(axis=0) * generator.standard_normal(start.shape))
    found = np.clip(1.0 - np.abs(1.0 - moved), 0.0, 1.0)
    unsure, asks = np.hypot(surface.error, aim.error), aim.asks
    likely = agreement(surface(found)[:, asks], unsure[asks], aim.low[asks], aim.high[asks])
    likely -= 0.5 * (((found - prior) / PRIOR) ** 2).sum(axis=1)
    return found[np.argsort(-likely, kind="stable")[:wanted]]


def nearest_first(distances: Array) -> NDArray[np.int64]:
    """Numbers of places by their furthest statistic, the nearest first."""
    return np.argsort(np.nan_to_num(distances, nan=math.inf).max(axis=1), kind="stable")


def filled(statistics: Array) -> Array:
    """Statistics with the mean of their column where a few places have none; emulators need numbers everywhere."""
    return np.where(np.isfinite(statistics), statistics, np.nanmean(statistics, axis=0))
