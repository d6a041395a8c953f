"""Factors that are drawn together: rank correlations laid on the unit cube, each factor's own distribution kept.

The dependence is that of a Gaussian copula: normal scores of the places have a correlation matrix, so that Spearman's
rank correlation of the places is the one asked for. A discrete factor follows its places; correlations of its values
are weaker, as ties are. Ours: neither SciPy nor SALib imposes rank correlations on a given sample.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.designs.composition import COMPOSITION
from experiments.designs.design import Group
from experiments.designs.factors import Factor
from sim.errors import BadInput, Problem

Array = NDArray[np.float64]
# Two factors by dotted path, and the rank correlation of their places.
Pair = tuple[str, str, float]
SMALLEST_EIGENVALUE = 1e-8


def checked_dependence(pairs: Sequence[Pair], factors: Sequence[Factor], groups: Sequence[Group] = ()) -> None:
    """Raise BadInput, with every problem found, unless these correlations can be laid on these factors.

    Each pair names two different factors of the design that stand alone, once, with a rank correlation between -1 and
    1; all correlations together are positive definite.
    """
    grouped = {path: name for name, paths in groups for path in paths}
    paths = [one.path for one in factors]
    problems = [found for pair in pairs for found in _pair_problems(pair, paths, grouped)]
    named = [frozenset(pair[:2]) for pair in pairs]
    problems += [
        _problem(pair, "named more than once") for k, pair in enumerate(pairs) if frozenset(pair[:2]) in named[:k]
    ]
    if not problems and not _is_possible(score_correlations(pairs, paths)):
        told = ", ".join(f"{one} with {other} {rho:g}" for one, other, rho in pairs)
        expected = "expected correlations that can hold together: these are not positive definite; weaken one of them"
        problems.append(Problem("factors", 0, "dependence", told, expected))
    if problems:
        raise BadInput(problems)


def _pair_problems(pair: Pair, paths: Sequence[str], grouped: dict[str, str]) -> list[Problem]:
    one, other, rho = pair
    problems = []
    for path in (one, other):
        if path in grouped:
            problems.append(_problem(pair, f"{path} moves with its group {grouped[path]}: take it out of one"))
        elif path.startswith("composition"):
            problems.append(_problem(pair, f"{COMPOSITION} is drawn as a whole: it has no single place to correlate"))
        elif path not in paths:
            problems.append(_problem(pair, f"{path} is no factor of this design"))
    if one == other:
        problems.append(_problem(pair, "expected two different factors"))
    if not math.isfinite(rho) or not -1.0 < rho < 1.0:
        problems.append(_problem(pair, "expected a rank correlation between -1 and 1, without the ends"))
    return problems


def _problem(pair: Pair, expected: str) -> Problem:
    return Problem("factors", 0, f"dependence.{pair[0]}", f"{pair[1]} {pair[2]:g}", expected)


def score_correlations(pairs: Sequence[Pair], paths: Sequence[str]) -> Array:
    """Correlation matrix of normal scores whose places have these rank correlations, shape (factors, factors).

    Source: Pearson 1907: 2 sin(pi rho / 6), exact for normal scores.
    """
    matrix = np.eye(len(paths))
    for one, other, rho in pairs:
        i, j = paths.index(one), paths.index(other)
        matrix[i, j] = matrix[j, i] = 2.0 * math.sin(math.pi * rho / 6.0)
    return matrix


def _is_possible(matrix: Array) -> bool:
    return bool(np.linalg.eigvalsh(matrix)[0] > SMALLEST_EIGENVALUE)


def drawn_together(unit: Array, matrix: Array) -> Array:
    """Independent places made dependent point by point: each new place depends on its own point alone.

    So the beginning of a longer sample stays its beginning. Columns without a partner keep every bit, as does the
    first of those that hang together.

    Parameters
    ----------
    unit : (points, factors)
    matrix : (factors, factors)
        From `score_correlations`.
    """
    from scipy.special import ndtr, ndtri  # loaded where it is needed: commands start quickly

    smallest = np.finfo(float).eps / 2.0  # the normal score of 0 or 1 exactly is infinite
    scores = ndtri(np.clip(unit, smallest, 1.0 - smallest)) @ np.linalg.cholesky(matrix).T
    moved = _moved(matrix)
    together = unit.copy()
    together[:, moved] = ndtr(scores[:, moved])
    return together


def rearranged(unit: Array, matrix: Array) -> Array:
    """The places of each column in another order, such that ranks correlate: no place is changed, made or lost.

    Normal scores of the ranks are freed from the correlations that chance gave them, and given those asked for; each
    column then takes the order of its scores. A Latin hypercube stays one exactly.

    Parameters
    ----------
    unit : (points, factors)
        More points than factors.
    matrix : (factors, factors)
        From `score_correlations`.

    Source: Iman and Conover 1982 (doi 10.1080/03610918208812265).
    """
    from scipy.special import ndtri
    from scipy.stats import rankdata

    moved = _partners(matrix)
    scores = ndtri(rankdata(unit[:, moved], axis=0, method="ordinal") / (len(unit) + 1.0))
    by_chance = np.linalg.cholesky(np.corrcoef(scores, rowvar=False))
    wanted = np.linalg.cholesky(matrix[np.ix_(moved, moved)])
    target = scores @ np.linalg.inv(by_chance).T @ wanted.T
    place = np.argsort(np.argsort(target, axis=0), axis=0)
    together = unit.copy()
    together[:, moved] = np.take_along_axis(np.sort(unit[:, moved], axis=0), place, axis=0)
    return together


def _partners(matrix: Array) -> NDArray[np.int64]:
    """Columns that have a partner."""
    return np.flatnonzero((np.abs(matrix) > 0.0).sum(axis=1) > 1)


def _moved(matrix: Array) -> NDArray[np.int64]:
    """Columns that have a partner before them."""
    return np.flatnonzero((np.abs(np.tril(matrix, -1)) > 0.0).any(axis=1))
