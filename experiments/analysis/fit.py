"""Which places of a model's coefficients agree with what is known: emulators, history matching, what stays open.

Tables in, tables out: places lie on the unit cube of the coefficients' ranges (points, coefficients); statistics are
what runs gave there (points, statistics), with standard errors from finite runs (statistics,). A target is a band: all
inside it agrees fully, outside the distance to its nearer end counts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import kstest, norm

Array = NDArray[np.float64]
CUT = 3.0  # standard deviations: by Pukelsheim's rule less than one in twenty for any unimodal error
PENALTIES = 10.0 ** np.arange(-4.0, 5.0)


@dataclass(frozen=True, slots=True, eq=False)
class Emulator:
    """A quadratic surface through noisy statistics, and how well it foretells points that it has not seen.

    Parameters
    ----------
    beta : (terms, statistics)
    error : (statistics,)
        Standard deviation of the leave-one-out error: of the surface and of the runs' own noise together.
    explained : (statistics,)
        Share of the variance between points that is foretold, leaving each out in turn; below zero it is no use.
    """

    beta: Array
    error: Array
    explained: Array

    @property
    def coefficients(self) -> int:
        """How many there are: a constant, each, its square, and their products make the terms."""
        return int((math.sqrt(1.0 + 8.0 * len(self.beta)) - 3.0) / 2.0)

    def __call__(self, places: Array) -> Array:
        """Statistics at places, shape (places, statistics)."""
        return _terms(places) @ self.beta


def _terms(places: Array) -> Array:
    """A constant, every coefficient, every square and every product, on a scale from -1 to 1."""
    centred = 2.0 * np.asarray(places, dtype=float) - 1.0
    count = centred.shape[1]
    one, other = np.triu_indices(count, 1)
    products = centred[:, one] * centred[:, other]
    return np.column_stack([np.ones(len(centred)), centred, centred**2 - 1.0 / 3.0, products])


def emulate(places: Array, statistics: Array) -> Emulator:
    """Ridge regression on linear, square and product terms; the penalty of each statistic by leave-one-out error.

    Own code, not scikit-learn's: that is an extra, and the exact leave-one-out error of a ridge is one line.

    Parameters
    ----------
    places : (points, coefficients)
    statistics : (points, statistics)
        Finite; points without a value must be left out before.

    Source: Craig, Goldstein, Seheult and Smith 1997 (regression emulators in history matching); Allen 1974 (PRESS).
    """
    terms = _terms(places)
    centre = statistics.mean(axis=0)
    left, sizes, right = np.linalg.svd(terms, full_matrices=False)
    betas, errors = [], []
    for k in range(statistics.shape[1]):
        y = statistics[:, k] - centre[k]
        tries = [_ridge(left, sizes, y, float(penalty)) for penalty in PENALTIES]
        penalty = PENALTIES[int(np.argmin(tries))]
        beta = right.T @ (sizes / (sizes**2 + penalty) * (left.T @ y))
        beta[0] += centre[k]
        betas.append(beta)
        errors.append(min(tries))
    error, spread = np.array(errors), statistics.std(axis=0)
    explained = 1.0 - (error / np.where(spread > 0.0, spread, np.nan)) ** 2
    return Emulator(np.column_stack(betas), error, explained)


def _ridge(left: Array, sizes: Array, y: Array, penalty: float) -> float:
    """Root mean square of the leave-one-out errors at one penalty."""
    shrink = sizes**2 / (sizes**2 + penalty)
    fitted = left @ (shrink * (left.T @ y))
    leverage = (left * left) @ shrink
    return float(np.sqrt(np.mean(((y - fitted) / np.maximum(1.0 - leverage, 1e-6)) ** 2)))


def implausibility(statistics: Array, error: Array, low: Array, high: Array) -> Array:
    """How many standard deviations each statistic lies outside its band; 0 inside; NaN where there is no value.

    Parameters
    ----------
    statistics : (points, statistics)
    error : (statistics,)
        Standard deviation of all that keeps a statistic from being known: emulator, finite runs.
    low, high : (statistics,)
        The bands; infinite where open.

    Source: Vernon, Goldstein and Bower 2010 (doi 10.1214/10-BA524), with the distance to a band for that to a point.
    """
    below, above = low - statistics, statistics - high
    return np.asarray(np.maximum(np.maximum(below, above), 0.0) / error)


def agreement(foretold: Array, error: Array, low: Array, high: Array) -> Array:
    """Logarithm of the chance that every statistic lies in its band, were their errors normal and apart, (points,).

    Parameters
    ----------
    foretold : (points, statistics)
    error, low, high : (statistics,)
        As for `implausibility`.
    """
    inside = norm.cdf((high - foretold) / error) - norm.cdf((low - foretold) / error)
    return np.asarray(np.log(np.maximum(inside, 1e-12)).sum(axis=1))


def plausible(distances: Array, cut: float = CUT) -> NDArray[np.bool_]:
    """Points that are not ruled out: no statistic lies further than the cut; a missing one rules out."""
    return np.asarray((np.nan_to_num(distances, nan=math.inf) <= cut).all(axis=1))


def medoid(places: Array) -> int:
    """Number of the place with the smallest mean distance to all others (Kaufman and Rousseeuw 1990)."""
    apart = np.sqrt(((places[:, None, :] - places[None, :, :]) ** 2).sum(axis=2))
    return int(apart.mean(axis=1).argmin())


def spread_over(places: Array, count: int) -> NDArray[np.int64]:
    """Numbers of so many places that cover all of them evenly: the middle one, then ever the furthest from those taken.

    Where a search has looked most says nothing of what is likely: a spread takes that weight away.

    Source: Gonzalez 1985 (farthest-first traversal); maximin designs, Johnson, Moore and Ylvisaker 1990.
    """
    taken = [int(((places - places.mean(axis=0)) ** 2).sum(axis=1).argmin())]
    apart = ((places - places[taken[0]]) ** 2).sum(axis=1)
    while len(taken) < min(count, len(places)):
        taken.append(int(apart.argmax()))
        apart = np.minimum(apart, ((places - places[taken[-1]]) ** 2).sum(axis=1))
    return np.array(taken)


def narrowing(places: Array, names: list[str], level: float = 0.05) -> pd.DataFrame:
    """What an ensemble tells of each coefficient: how much narrower it lies than its range, and if that is chance.

    Returns
    -------
    DataFrame
        One row a coefficient: mean and standard deviation on the unit interval, `width`, that deviation over the one of
        an even spread, `distance`, Kolmogorov's from an even spread, `chance`, how often as much comes by chance, and
        `verdict`: "constrained" where that is below the level shared among all coefficients (Bonferroni), else
        "unconstrained".
    """
    rows = []
    for name, values in zip(names, places.T, strict=True):
        found = kstest(values, "uniform")
        sure = found.pvalue < level / len(names)
        rows.append({
            "coefficient": name, "mean": float(values.mean()), "standard_deviation": float(values.std(ddof=1)),
            "width": float(values.std(ddof=1) * math.sqrt(12.0)), "distance": float(found.statistic),
            "chance": float(found.pvalue), "verdict": "constrained" if sure else "unconstrained",
        })  # fmt: skip
    return pd.DataFrame(rows)


def recovery(
    places: Array, statistics: Array, error: Array, widths: Array, names: list[str], trials: int = 300, seed: int = 1
) -> pd.DataFrame:
    """Would the facts tell the coefficients, if the model were true? Known points are hidden and searched for.

    Each of some points in turn is the truth: bands as wide as the real ones are laid around its statistics, blurred by
    the runs' own noise, and an emulator that has not seen it says which places agree. A correlation over 300 points has
    a standard error of 0.06 or less; over 60 it would be 0.13, and what is called found would hang on luck.

    Parameters
    ----------
    error : (statistics,)
        Standard errors of the statistics from finite runs.
    widths : (statistics,)
        Half-widths of the bands; where a band is open, of its closed side.

    Returns
    -------
    DataFrame
        One row a coefficient: `correlation` of the truth with the mean of what agrees, `coverage` of the truth by the
        middle nine tenths of it, `width` of it against an even spread; `kept`, share of the cube that agrees.

    Source: Talts and others 2018 (arXiv 1804.06788): ranks of the truth; here by history matching.
    """
    generator = np.random.default_rng(seed)
    chosen = generator.choice(len(places), size=min(trials, len(places)), replace=False)
    cube = generator.random((4000, places.shape[1]))
    truth, middle, covered, width, kept = [], [], [], [], []
    for k in chosen:
        others = np.arange(len(places)) != k
        surface = emulate(places[others], statistics[others])
        seen = statistics[k] + error * generator.standard_normal(len(error))
        unsure = np.hypot(surface.error, error)
        agrees = plausible(implausibility(surface(cube), unsure, seen - widths, seen + widths), 1.0)
        inside = cube[agrees] if agrees.sum() > 20 else cube
        low, high = np.quantile(inside, (0.05, 0.95), axis=0)
        truth.append(places[k])
        middle.append(inside.mean(axis=0))
        covered.append((low <= places[k]) & (places[k] <= high))
        width.append(inside.std(axis=0) * math.sqrt(12.0))
        kept.append(agrees.mean())
    a, b = np.array(truth), np.array(middle)
    correlation = [float(np.corrcoef(a[:, j], b[:, j])[0, 1]) for j in range(a.shape[1])]
    return pd.DataFrame({
        "coefficient": names, "correlation": correlation, "coverage": np.mean(covered, axis=0),
        "width": np.mean(width, axis=0), "kept": float(np.mean(kept)),
    })  # fmt: skip
