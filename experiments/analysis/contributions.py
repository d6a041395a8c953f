"""Who adds what to a whole, and which designs are worth keeping: Shapley values from permutations, fronts, selection.

Source: Castro, Gómez and Tejada 2009 (doi 10.1016/j.cor.2008.04.004), sampling of permutations; Mitchell and others
2022 (arXiv 2104.12199), an order together with its reverse.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.summary import mean_interval

Array = NDArray[np.float64]


def orders(count: int, pairs: int, seed: int) -> list[NDArray[np.int64]]:
    """Random orders in which candidates come, each followed by its reverse."""
    found = []
    for number in range(pairs):
        order = np.random.default_rng([seed, number]).permutation(count)
        found += [order, order[::-1].copy()]
    return found


def marginals(values: Array, order: NDArray[np.int64]) -> Array:
    """What each candidate adds as it comes: values (steps + 1,) of the growing whole; by candidate, not by place."""
    found = np.empty(len(order))
    found[order] = np.diff(values)
    return found


def shapley_values(units: Array, names: Sequence[str], confidence: float = 0.95) -> pd.DataFrame:
    """Mean contribution of each candidate over orders.

    Parameters
    ----------
    units : (units, candidates)
        Contributions, of an order and its reverse together: what hangs together is one unit.

    Returns
    -------
    DataFrame
        `name`, `shapley`, `low`, `high` (Student's interval), the largest first. The values add up to what all add.
    """
    rows = []
    for name, column in zip(names, units.T, strict=True):
        low, high = mean_interval(column, confidence)
        rows.append({"name": name, "shapley": float(column.mean()), "low": low, "high": high})
    return pd.DataFrame(rows).sort_values("shapley", ascending=False, kind="stable", ignore_index=True)


def nondominated(points: Array) -> NDArray[np.bool_]:
    """Points that no other beats in one respect without losing in another; every column is better the larger.

    Parameters
    ----------
    points : (points, objectives)
    """
    as_good = (points[:, None, :] >= points[None, :, :]).all(axis=2)
    better = (points[:, None, :] > points[None, :, :]).any(axis=2)
    return np.asarray(~(as_good & better).any(axis=0))


def select(
    designs: Sequence[int], measure: Callable[[Sequence[int], int], Array], rounds: Sequence[int], keep: int
) -> list[int]:
    """The most promising designs by sequential halving: each round on fresh runs, and only the better half goes on.

    Parameters
    ----------
    measure : callable
        From designs and a round's number to their means, on runs that no other round sees.
    rounds : sequence of int
        Numbers of the rounds.
    keep : int
        Fewest that are left.

    Source: Karnin, Koren and Somekh 2013 (sequential halving in best-arm identification).
    """
    left = list(designs)
    for number in rounds:
        if len(left) <= keep:
            break
        means = measure(left, number)
        order = np.argsort(-means, kind="stable")
        left = [left[k] for k in sorted(order[: max(keep, (len(left) + 1) // 2)])]
    return left
