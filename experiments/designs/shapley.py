"""Designs for Shapley effects: parts take on their other places one after the other, in a drawn order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.designs.composition import Composition
from experiments.designs.design import Design, Group
from experiments.designs.factors import Factor
from experiments.designs.radial import place_pairs
from experiments.designs.sobol import blank
from sim.errors import BadInput, Problem

Array = NDArray[np.float64]
OUTER, INNER = 1, 3


def shapley(
    factors: Sequence[Factor],
    samples: int,
    *,
    groups: Sequence[Group] = (),
    composition: Composition | None = None,
    seed: int = 0,
) -> Design:
    """Goda's trajectories from one drawn point to another, in an order of their own: samples (D + 1) points, D parts.

    A design of N trajectories is the beginning of one of 2 N. We lay it ourselves because SALib's sampler knows no
    groups, and its N trajectories are no beginning of 2 N; a step changes a whole part, which is to Goda's argument
    one independent input.

    Parameters
    ----------
    samples : int
        Number of trajectories; a power of two keeps their ends even.
    groups : sequence of (name, paths)
        Factors that change together.
    composition : Composition or None
        Founders drawn as a whole: one part, whose places change together.

    Source: Goda 2021 (doi 10.1016/j.ress.2021.107702).
    """
    bare = blank("shapley", factors, groups, composition)
    first, second = place_pairs(bare.unit.shape[1], samples, seed)
    count = len(bare.parts)
    has_moved = _turn(samples, count, seed)[:, None, :] < np.arange(count + 1)[None, :, None]
    unit = np.where(_by_column(bare, has_moved), second[:, None], first[:, None]).reshape(-1, first.shape[1])
    settings = {"samples": samples, "seed": seed, "block": count + 1}
    return Design("shapley", tuple(factors), unit, settings, composition, groups=tuple(groups))


def _turn(samples: int, parts: int, seed: int) -> NDArray[np.int64]:
    """Place of each part in the order of each sample, from 0: ranks of independent draws, all orders equally likely."""
    drawn = np.random.default_rng([seed, 1]).random((samples, parts))
    return drawn.argsort(axis=1).argsort(axis=1)


def _by_column(laid: Design, of_part: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What is said of each part (last axis), said of each column of the unit cube."""
    found = np.empty((*of_part.shape[:-1], laid.unit.shape[1]), dtype=bool)
    for number, columns in enumerate(laid.parts.values()):
        found[..., columns] = of_part[..., [number]]
    return found


def shapley_dependent(
    factors: Sequence[Factor],
    samples: int,
    correlation: Array,
    *,
    groups: Sequence[Group] = (),
    composition: Composition | None = None,
    outer: int = OUTER,
    inner: int = INNER,
    seed: int = 0,
) -> Design:
    """Conditional samples for Shapley effects where factors depend: samples D outer inner points, D parts.

    For each drawn order, the first part, then the first two, and at last all parts are drawn anew `inner` times, given
    the places of the others, which are drawn `outer` times. Factors depend by a Gaussian copula: their places are
    those of jointly normal scores. A design of N orders is the beginning of any longer one.

    Parameters
    ----------
    samples : int
        Number of drawn orders.
    correlation : (factors, factors)
        Of the normal scores; 2 sin(pi r / 6) turns a rank correlation r into it. A composition is independent of all.
    outer, inner : int
        Conditions for each set, and draws under each; Song, Nelson and Staum show that 1 and few (3) serve best.

    Raises BadInput where the correlation is no positive definite correlation matrix of the factors, or draws are too
    few to vary.

    Source: Song, Nelson and Staum 2016 (doi 10.1137/15M1048070), random permutations.
    """
    if outer < 1 or inner < 2:
        expected = "expected at least 1 condition for each set, and 2 draws under each"
        raise BadInput(Problem("design", 0, "outer, inner", f"{outer}, {inner}", expected))
    bare = blank("shapley_dependent", factors, groups, composition)
    count, width = len(bare.parts), bare.unit.shape[1]
    whole = np.eye(width)
    whole[: len(factors), : len(factors)] = checked_correlation(correlation, len(factors))
    turn = _turn(samples, count, seed)
    is_free = _by_column(bare, turn[:, None, :] < np.arange(1, count + 1)[None, :, None])
    given, fresh = _scores(whole, samples, (count, outer, inner), seed)
    scores = _conditional(whole, is_free, given, fresh)
    settings = {"samples": samples, "seed": seed, "block": count * outer * inner, "outer": outer, "inner": inner}
    settings |= {"correlation": np.asarray(correlation, dtype=float).tolist()}
    unit = _places(scores).reshape(-1, width)
    return Design("shapley_dependent", tuple(factors), unit, settings, composition, groups=tuple(groups))


def linked_count(parts: int, samples: int, second_order: bool = False) -> int:
    """Number of design points that `shapley_dependent` lays with its usual numbers of draws."""
    return samples * parts * OUTER * INNER


def checked_correlation(correlation: Array, factors: int) -> Array:
    """The matrix as it is, or BadInput unless it is a positive definite correlation matrix of so many factors."""
    matrix = np.asarray(correlation, dtype=float)
    expected = f"expected a {factors} by {factors} correlation matrix: "
    if matrix.shape != (factors, factors):
        raise _refused(" by ".join(str(size) for size in matrix.shape), expected + "a row and a column for each factor")
    if not np.isfinite(matrix).all() or not np.array_equal(matrix, matrix.T) or not (np.diag(matrix) == 1.0).all():
        raise _refused("", expected + "symmetric, with ones on its diagonal")
    smallest = float(np.linalg.eigvalsh(matrix)[0])
    if smallest < 1e-9:
        raise _refused(f"smallest eigenvalue {smallest:.3g}", expected + "no factor is fixed by the others")
    return matrix


def _refused(value: str, expected: str) -> BadInput:
    return BadInput(Problem("design", 0, "correlation", value, expected))


def _scores(whole: Array, samples: int, sizes: tuple[int, int, int], seed: int) -> tuple[Array, Array]:
    """Jointly normal scores: the conditions (samples, parts, outer, 1, columns) and the fresh draws under each.

    All numbers of one sample are drawn in a row, so that a longer design begins with a shorter one.
    """
    count, outer, inner = sizes
    width = len(whole)
    drawn = np.random.default_rng([seed, 2]).standard_normal((samples, count, outer, 1 + inner, width))
    scores = drawn @ np.linalg.cholesky(whole).T
    return scores[..., :1, :], scores[..., 1:, :]


def _conditional(whole: Array, is_free: NDArray[np.bool_], given: Array, fresh: Array) -> Array:
    """Scores whose free columns are drawn given the others.

    A fresh joint draw is moved by what its fixed columns would have had to be (Matheron's rule, Journel and Huijbregts
    1978): exact for normal scores, one small solve a set.

    Parameters
    ----------
    is_free : (samples, parts, columns)
    """
    scores = np.where(is_free[:, :, None, None], fresh, given)
    sets, which = np.unique(is_free.reshape(-1, is_free.shape[2]), axis=0, return_inverse=True)
    flat, given, fresh = (part.reshape(-1, *part.shape[2:]) for part in (scores, given, fresh))
    for number, free in enumerate(sets):
        if free.all():
            continue
        inside = np.flatnonzero(which.ravel() == number)
        gain = np.linalg.solve(whole[np.ix_(~free, ~free)], whole[np.ix_(~free, free)])
        missed = given[inside][..., ~free] - fresh[inside][..., ~free]
        flat[np.ix_(inside, *map(np.arange, flat.shape[1:3]), np.flatnonzero(free))] += missed @ gain
    return flat.reshape(scores.shape)


def _places(scores: Array) -> Array:
    from scipy.special import ndtr  # loaded where it is needed: commands start quickly

    return np.asarray(ndtr(scores))
