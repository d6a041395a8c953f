"""What methods that read any drawn sample start from: places, values and mean outcomes of independent points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube, Unanalysable
from experiments.designs import DRAWN, Design

Array = NDArray[np.float64]
Labels = NDArray[np.int64]
FEWEST_POINTS = 16
FEWEST_FOR_WAVES = 64
FEWEST_FOR_SURFACES = 300  # SALib's own limit
PAIRED_BY_CHANCE = ("lhs", "random")  # kinds whose columns come in no order that one could tell from another


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """A drawn sample and what came of it.

    Parameters
    ----------
    places : (points, factors)
        Where each point lies in the distribution of each factor, 0 to 1.
    codes : (points, factors)
        The numbers under which rules met the factors: what tells the values of a discrete factor apart.
    types : tuple of str
        Type of each factor: "real", "integer", "boolean" or "choice".
    means : (points, outcomes)
        Mean over the replicates that a point has: all finite.
    """

    places: Array
    codes: Array
    types: tuple[str, ...]
    means: Array

    @property
    def varies(self) -> NDArray[np.bool_]:
        """Whether each outcome differs between points by more than rounding."""
        size = np.maximum(1.0, np.abs(self.means).max(axis=0))
        return np.asarray(self.means.std(axis=0) > 1e-12 * size)


def given(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    kinds: tuple[str, ...] = DRAWN,
    independent: bool = False,
) -> Given:
    """The sample behind a drawn design and the outcomes of its runs.

    A Sobol sequence of few points pairs some factors in patterns, and an effect of one then shows as an effect of the
    other: of 20 factors and 256 points, methods here called up to 14 in 100 factors without effect real (2 of 100 with
    a Latin hypercube, 5 with delta), a few of them large. From about 1000 points on this is gone where only slices of
    single factors are read (delta, pawn, rsa), not where waves or polynomials are: these take chance pairings alone.

    Parameters
    ----------
    kinds : tuple of str
        Kinds of design that the method reads.
    independent : bool
        Whether the method wants factors that were drawn independently of each other.

    Raises BadInput where the design is of another kind; Unanalysable where it has parts of several columns (a
    composition, groups), a twin of every point, factors that depend on each other where they may not, fewer than 16
    points, or a point without a finite outcome: nothing is filled in, and no library sees what is not finite.
    """
    design.must_be(*kinds)
    if design.twin:
        raise Unanalysable("every point was run with and without the alliance: take the runs of one arm")
    if any(len(columns) > 1 for columns in design.parts.values()):
        raise Unanalysable("groups and compositions have no single place on an axis: take sobol, which has them whole")
    if independent and design.settings.get("dependence"):
        raise Unanalysable("this method takes factors for independent: take pawn, delta, rsa or hdmr")
    if len(design) < FEWEST_POINTS:
        raise Unanalysable(f"{len(design)} points are too few: expected {FEWEST_POINTS} or more")
    refuse_gaps(cube, outcomes)
    types = tuple(one.parameter.type for one in design.factors)
    return Given(design.places(), design.codes(), types, np.nanmean(cube, axis=1))


def refuse_gaps(cube: Cube, outcomes: Sequence[str]) -> None:
    """Raise Unanalysable where a point has no outcome at all, or an infinite one."""
    bad = np.isnan(cube).all(axis=1).sum(axis=0) + np.isinf(cube).any(axis=1).sum(axis=0)
    told = ", ".join(f"{name} at {count}" for name, count in zip(outcomes, bad, strict=True) if count)
    if told:
        raise Unanalysable(f"of {len(cube)} points, outcomes are missing or infinite ({told})")


def estimate_and_resamples(points: int, resamples: int, seed: int) -> Array:
    """Weights of the points: row 0 the sample itself, then its bootstrap resamples; shape (1 + resamples, points)."""
    from experiments.analysis.noise import resampling_weights  # loaded where it is needed: commands start quickly

    return np.vstack([np.full(points, 1.0 / points), resampling_weights(points, resamples, seed)])


def by_value(codes: Array, most: int) -> Labels:
    """The slice of each point: one for every value of a discrete factor, neighbours joined where there are too many.

    A slice by quantiles would cut through a value, at a place that means nothing, or be empty.
    """
    _, place, counts = np.unique(codes, return_inverse=True, return_counts=True)
    if len(counts) <= most:
        return np.asarray(place, dtype=np.int64)
    middle = (np.cumsum(counts) - 0.5 * counts) / len(codes)
    joined = np.minimum((middle * most).astype(np.int64), most - 1)
    return np.unique(joined[place], return_inverse=True)[1].astype(np.int64)


def permuted(labels: Labels, times: int, seed: int) -> Labels:
    """The slices of a factor that cannot matter: the same labels in chance order, shape (times, points)."""
    rows = np.broadcast_to(labels, (times, len(labels)))
    return np.random.default_rng(seed).permuted(rows, axis=1)
