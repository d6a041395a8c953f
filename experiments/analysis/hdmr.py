"""Shares of variance from a fitted surface, own and by correlation: high-dimensional model representation."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube, Unanalysable
from experiments.analysis.given import FEWEST_FOR_SURFACES, PAIRED_BY_CHANCE, estimate_and_resamples, given
from experiments.analysis.ranking import together, with_intervals, with_ranks
from experiments.designs import Design

Array = NDArray[np.float64]
MEASURES = ("ST", "S", "Sa", "Sb")
POINTS_PER_UNKNOWN = 3
MOST_COLUMNS = 600
MOST_DEGREE = 8
MOST_RESAMPLES = 12
MOST_ORDERS = 5
NEGLIGIBLE = 0.01


def surface_indices(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    resamples: int = MOST_RESAMPLES,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Indices of the mean over replicates from a surface of orthonormal polynomials of single factors and pairs.

    Estimates are those of SALib's `enhanced_hdmr` on all points (extended base, so that parts of the surface are
    orthogonal to those nested in them, however factors depend on each other). Factors enter by their places on the unit
    cube: polynomials of a yes-or-no factor's codes do not exist beyond the first degree. The degree is the highest, up
    to 8, that leaves three points for each coefficient and at most 600 columns.

    Parameters
    ----------
    design : Design
        "lhs" or "random"; another is refused, a Sobol sequence too: what polynomials round off shows there in pairs
        that have no part in it (of 12 factors and 1024 points, factors without effect had totals up to 0.26; 0.05 with
        a Latin hypercube). Factors may depend on each other.
    cube : (points, replicates, outcomes)
    resamples : int
        Bootstrap resamples; more than 12 are not drawn, as each is a whole fit (0.2 seconds for 12 factors).

    Returns
    -------
    DataFrame
        One row an outcome and factor: `Sa` (structural: variance of the factor's own part of the surface), `Sb`
        (correlative: its covariance with the other parts, negative where they work against each other), `S` their sum,
        `ST` with all pairs that the factor is in; each with a normal bootstrap interval, wide or narrow by a fifth as
        they are so few. `ST_chance`: what ST would be of noise alone, fitted with as many coefficients. `explained`:
        share of the variance that the whole surface holds; what it does not is noise, more than two factors together,
        or corners that polynomials round off (of a yes-or-no factor, degree 1 holds 0.75, degree 7 holds 0.93).
        `degree`. `rank` by ST. Effect certain: the
        interval of ST above ST_chance. "negligible": its upper end at most 0.01 above. NaN and undecided where an
        outcome never varies.

    Raises as `given`, and Unanalysable with fewer than 300 points or 2 factors (SALib's own limits), or more factors
    than the points can carry (`polynomial_degree`).

    Source: Li et al. 2010 (doi 10.1021/jp9096919); Gao, Sahin and Vrugt 2023 (doi 10.1029/2022WR032834); Li, Rey-de-
    Castro and Rabitz 2012 (doi 10.1007/s10910-012-0004-z).
    """
    sample = given(design, cube, outcomes, kinds=PAIRED_BY_CHANCE)
    degree = polynomial_degree(len(sample.types), len(design))
    rows = _rows(len(design), min(resamples, MOST_RESAMPLES), seed)
    tables = []
    for values, varies in zip(sample.means.T, sample.varies, strict=True):
        scaled = (values - values.mean()) / (values.std() if varies else 1.0)
        fits = [_fit(sample.places[each], scaled[each], degree) for each in rows] if varies else []
        tables.append(_measures(fits, len(sample.types), len(design), degree, confidence))
    return together(tables, design.paths, outcomes, cube, len(design), seed)


def polynomial_degree(factors: int, points: int) -> int:
    """The highest degree, up to 8, whose surface the points can carry.

    Raises Unanalysable where there is none: too few points, one factor, or so many factors that pairs alone are more
    than can be told apart.
    """
    if points < FEWEST_FOR_SURFACES or factors < 2:
        needed = f"{FEWEST_FOR_SURFACES} points or more and 2 factors or more"
        raise Unanalysable(f"hdmr needs {needed}, not {points} and {factors}")
    fitting = [
        degree
        for degree in range(1, MOST_DEGREE + 1)
        if POINTS_PER_UNKNOWN * unknowns(factors, degree) <= points and columns(factors, degree) <= MOST_COLUMNS
    ]
    if not fitting:
        expected = "20 factors or fewer" if factors > 20 else f"{POINTS_PER_UNKNOWN * unknowns(factors, 1)} points"
        raise Unanalysable(f"hdmr tells pairs apart: {factors} factors, {points} points; expected {expected}, or delta")
    return fitting[-1]


def unknowns(factors: int, degree: int) -> int:
    """Number of coefficients of single factors and of pairs."""
    return factors * degree + math.comb(factors, 2) * degree**2


def columns(factors: int, degree: int) -> int:
    """Number of columns of SALib's extended base, in which every pair holds its single factors once more."""
    return unknowns(factors, degree) + math.comb(factors, 2) * 2 * degree


def _rows(points: int, resamples: int, seed: int) -> list[NDArray[np.int64]]:
    counts = np.rint(estimate_and_resamples(points, resamples, seed) * points).astype(np.int64)
    return [np.repeat(np.arange(points), each) for each in counts]


def _fit(places: Array, values: Array, degree: int) -> Array:
    """Indices of one sample, shape (measures + 1, factors): the last row is the share that the surface holds.

    Where factors depend on each other, LAPACK's fast singular values fail to converge in one of about fifty fits, by
    rounding alone (the slow ones do converge). A fit does not depend on the order of points, its rounding does: another
    order is taken then. Raises Unanalysable where none converges.
    """
    generator, order = np.random.default_rng(len(values)), np.arange(len(values))
    for _ in range(MOST_ORDERS):
        try:
            return _fit_in_order(places[order], values[order], degree)
        except np.linalg.LinAlgError:
            order = generator.permutation(len(values))
    raise Unanalysable("hdmr cannot fit a surface to these points: factors may hang together too closely; take delta")


def _fit_in_order(places: Array, values: Array, degree: int) -> Array:
    from SALib.analyze import enhanced_hdmr

    count = places.shape[1]
    # made anew each time: SALib adds the names of pairs to the list it is given
    problem = {"num_vars": count, "names": [f"x{k}" for k in range(count)], "bounds": [[0.0, 1.0]] * count}
    with warnings.catch_warnings(), np.errstate(invalid="ignore"):  # a resample that stands still has no indices
        warnings.simplefilter("ignore", UserWarning)  # "no bootstrap": wanted, as a resample comes from here
        found = enhanced_hdmr.analyze(problem, places, values, max_order=2, poly_order=degree, bootstrap=1)
    return np.array([*(found[name][:count] for name in MEASURES), np.full(count, found["S_sum"])])


def _measures(fits: list[Array], factors: int, points: int, degree: int, confidence: float) -> pd.DataFrame:
    found = np.array(fits) if fits else np.full((2, len(MEASURES) + 1, factors), np.nan)
    table = with_intervals({name: found[:, k] for k, name in enumerate(MEASURES)}, confidence)
    own = degree + (factors - 1) * degree**2
    left = points - unknowns(factors, degree)
    table["ST_chance"] = np.maximum(1.0 - found[0, -1], 0.0) * own / left
    table["explained"], table["degree"] = np.minimum(found[0, -1], 1.0), degree  # SALib mixes N with N - 1
    real = table["ST_low"] > table["ST_chance"]
    return with_ranks(table, found[:, 0], real, table["ST_high"] <= table["ST_chance"] + NEGLIGIBLE, confidence)
