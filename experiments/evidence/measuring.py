"""Statistics that several patterns share: shares of change, fits of the chance of change, areas under curves.

All take arrays of runs, leave out those without a value, and return NaN where the runs cannot tell.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.contract import Sample

Array = NDArray[np.float64]
WEEKS_A_MONTH = 52.0 / 12.0


def changed_by(sample: Sample, months: float, clock: Array | float = 0.0) -> Array:
    """Whether policy had changed so many months after a clock's week: 1, 0; NaN where the run failed.

    Parameters
    ----------
    clock : float or float64 (draws, replicates)
        Week from which time counts; NaN where that moment never came: nothing is counted there.
    """
    failed = np.isnan(sample["stage_reached"])
    weeks = np.where(np.isnan(sample["weeks_to_change"]), np.inf, sample["weeks_to_change"]) - clock
    happened = np.where(np.isnan(weeks), np.nan, (weeks <= months * WEEKS_A_MONTH).astype(float))
    return np.where(failed, np.nan, happened)


def pass_rate(sample: Sample, months: float) -> float:
    """Share of runs in which policy changed within so many months of the agreement on the aim.

    Counted are runs that came to an agreement before any change, and are watched for all these months.
    """
    return mean(within(sample, months))


def within(sample: Sample, months: float) -> Array:
    """The same run by run: 1, 0, and NaN for a run that does not count."""
    clock = sample["agreement_week"]
    found = changed_by(sample, months, clock)
    early = sample["weeks_to_change"] < clock
    return np.where(early | np.isnan(clock), np.nan, found)


def mean(values: Array) -> float:
    """Mean of what has a value; NaN where nothing has."""
    known = values[np.isfinite(values)]
    return float(known.mean()) if known.size else math.nan


def ratio(above: float, below: float) -> float:
    """A quotient; NaN over nothing."""
    return above / below if below else math.nan


def complete(outcome: Array, features: Sequence[Array]) -> tuple[Array, Array]:
    """Outcome (runs,) and features (runs, features) of the runs in which all have a value."""
    rows = np.column_stack([each.ravel() for each in features])
    answer = outcome.ravel()
    known = np.isfinite(answer) & np.isfinite(rows).all(axis=1)
    return answer[known], rows[known]


def standardised(rows: Array) -> Array:
    """Columns with mean 0 and standard deviation 1; a constant column stays 0."""
    spread = rows.std(axis=0)
    return (rows - rows.mean(axis=0)) / np.where(spread > 0.0, spread, 1.0)


def logit(outcome: Array, rows: Array, steps: int = 50) -> tuple[Array, float]:
    """Coefficients of a logistic regression, the constant first, and its log-likelihood; by Newton's method.

    A small penalty (0.001 on standardised columns) keeps the fit finite where a feature separates the outcomes.

    Raises nothing: with one kind of outcome only, coefficients are NaN.
    Source: McCullagh and Nelder 1989, chapter 4.
    """
    matrix = np.column_stack([np.ones(len(outcome)), rows])
    beta = np.zeros(matrix.shape[1])
    if outcome.size == 0 or outcome.min() == outcome.max():
        return np.full(matrix.shape[1], np.nan), math.nan
    penalty = np.full(matrix.shape[1], 0.001)
    penalty[0] = 0.0
    for _ in range(steps):
        chance = 1.0 / (1.0 + np.exp(-np.clip(matrix @ beta, -30.0, 30.0)))
        slope = matrix.T @ (outcome - chance) - penalty * beta
        curve = (matrix * (chance * (1.0 - chance))[:, None]).T @ matrix + np.diag(penalty)
        move = np.linalg.solve(curve, slope)
        beta += move
        if np.abs(move).max() < 1e-8:
            break
    chance = np.clip(1.0 / (1.0 + np.exp(-np.clip(matrix @ beta, -30.0, 30.0))), 1e-12, 1.0 - 1e-12)
    return beta, float((outcome * np.log(chance) + (1.0 - outcome) * np.log(1.0 - chance)).sum())


def mcfadden(outcome: Array, likelihood: float) -> float:
    """McFadden's R² of a fit against the constant alone (McFadden 1974)."""
    share = outcome.mean()
    if not 0.0 < share < 1.0:
        return math.nan
    alone = outcome.size * (share * math.log(share) + (1.0 - share) * math.log(1.0 - share))
    return 1.0 - likelihood / alone


def area_under_curve(outcome: Array, score: Array) -> float:
    """Chance that a run in which it happened has a higher score than one in which it did not; ties count half.

    Source: Hanley and McNeil 1982 (doi 10.1148/radiology.143.1.7063747), by ranks.
    """
    from scipy.stats import rankdata

    yes = outcome == 1.0
    count, rest = int(yes.sum()), int((~yes).sum())
    if not count or not rest:
        return math.nan
    ranks = rankdata(score)
    return float((ranks[yes].sum() - count * (count + 1) / 2.0) / (count * rest))
