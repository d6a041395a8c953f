"""How far conditions foretell that something happens at all, and which factors do: a forest, judged on other points."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import t

from experiments.analysis.cases import Array, Cases, Mask
from experiments.analysis.noise import resampling_weights
from experiments.analysis.rules import Column, as_columns, columns_of, squared_errors

TREES, SHUFFLES = 200, 39
REPEATS, ENOUGH = (2, 10), 3000  # how often values are shuffled: until so many points were, within these bounds
FEWEST, LEAF = 5, 0.01


@dataclass(frozen=True, slots=True)
class Skill:
    """How well chances foretold from conditions fit the runs of the points that were not used; intervals of 95 %.

    Parameters
    ----------
    auc : (estimate, low, high)
        How often, of a run in which it happened and one in which it did not, the former had the higher chance foretold;
        0.5 is no better than a coin, ties count half.
    brier, base : float
        Mean squared error of the chances foretold, and of the rate of the finding half for every run.
    skill : (estimate, low, high)
        Share of the base's error that conditions take away.
    most : float
        The share that would go if the true chance of every situation were known: the rest is chance within situations.
        NaN with one run a point.
    """

    auc: tuple[float, float, float]
    brier: float
    base: float
    skill: tuple[float, float, float]
    most: float


def scores(
    cases: Cases, finding: Mask, seed: int, *, trees: int = TREES, shuffles: int = SHUFFLES
) -> tuple[pd.DataFrame, Skill]:
    """Scores of all factors and the skill of all together, learned on one half of the points and judged on the other.

    A forest of extremely randomised trees learns the share at each point. The score of a factor is how much of the
    base's error on the judging half comes back when its values are shuffled among the points. What a useless factor
    scores is found by learning outcomes that are shuffled among the points: the limit is such that the highest score of
    all factors passes it once in twenty times.

    Returns
    -------
    DataFrame
        One row a factor, the highest first: factor, score, low, high (95 %, over groups of points), limit, counts
        (whether the score passes the limit), rank.
    Skill

    Source: Geurts, Ernst and Wehenkel 2006 (doi 10.1007/s10994-006-6226-1: the trees); Breiman 2001 (doi
    10.1023/A:1010933404324: shuffled factors); Altmann and others 2010 (doi 10.1093/bioinformatics/btq134: shuffled
    outcomes).
    """
    columns = columns_of(cases)
    parts = cases.take(finding), cases.take(~finding)
    forest = _forest(parts[0], columns, trees, _seed(seed, 0))
    table, base = _scored(forest, parts, columns, _seed(seed, 1))
    highest = []
    for number in range(shuffles):
        shuffled = _shuffled(parts[0], _seed(seed, 2, number)), _shuffled(parts[1], _seed(seed, 3, number))
        learned = _forest(shuffled[0], columns, trees, _seed(seed, 0))
        highest.append(_scored(learned, shuffled, columns, _seed(seed, 1))[0]["score"].max())
    table["limit"] = _limit(highest)
    table["counts"] = table["score"] > table["limit"]
    table = table.sort_values("score", ascending=False, kind="stable").reset_index(drop=True)
    table["rank"] = np.arange(1, len(table) + 1)
    return table, _skill(forest, parts, columns, base, _seed(seed, 4))


def _limit(highest: list[float]) -> float:
    """The height that the highest score of useless factors passes with a chance of one in twenty, or just below."""
    place = math.floor(0.05 * (len(highest) + 1))
    return float(np.sort(highest)[-place]) if place >= 1 else math.inf


def _seed(*words: int) -> int:
    """A seed of 32 bits, as scikit-learn takes it."""
    return int(np.random.SeedSequence(words).generate_state(1)[0])


def _forest(cases: Cases, columns: list[Column], trees: int, seed: int) -> Any:
    from sklearn.ensemble import ExtraTreesRegressor

    leaf = max(FEWEST, math.ceil(LEAF * len(cases)))
    forest = ExtraTreesRegressor(trees, min_samples_leaf=leaf, random_state=seed)
    return forest.fit(as_columns(cases, columns), cases.hits / cases.runs, cases.runs)


def _shuffled(cases: Cases, seed: int) -> Cases:
    """The same points with the outcomes of others: whole groups change places among those of equal size."""
    generator, source = np.random.default_rng(seed), np.arange(len(cases))
    _, number, size = np.unique(cases.group, return_inverse=True, return_counts=True)
    rows = np.split(np.argsort(number, kind="stable"), np.cumsum(size)[:-1])
    for count in np.unique(size):
        block = np.array([rows[k] for k in np.flatnonzero(size == count)])
        source[block] = block[generator.permutation(len(block))]
    return dataclasses.replace(cases, hits=cases.hits[source], runs=cases.runs[source])


def _scored(forest: Any, parts: tuple[Cases, Cases], columns: list[Column], seed: int) -> tuple[pd.DataFrame, Array]:
    """Scores with intervals, and the error of the base at each point of the judging half."""
    mine, other = parts
    generator, seen = np.random.default_rng(seed), as_columns(other, columns)
    base = squared_errors(other, np.full(len(other), mine.rate))
    error = squared_errors(other, forest.predict(seen))
    repeats = int(np.clip(ENOUGH // len(other), *REPEATS))
    order = [generator.permutation(len(other)) for _ in range(repeats)]
    rows = []
    for k, axis in enumerate(other.axes):
        own = [place for place, column in enumerate(columns) if column.axis == k]
        stacked = np.concatenate([_swapped(seen, own, each) for each in order])
        worse = squared_errors_of(other, forest.predict(stacked), repeats) - error
        rows.append((axis.path, *_ratio(worse, base, other.group)))
    return pd.DataFrame(rows, columns=["factor", "score", "low", "high"]), base


def _swapped(seen: Array, own: list[int], order: NDArray[np.int64]) -> Array:
    changed = seen.copy()
    changed[:, own] = seen[np.ix_(order, own)]
    return changed


def squared_errors_of(cases: Cases, predicted: Array, repeats: int) -> Array:
    """Squared errors at each point, meaned over several predictions that stand one behind the other."""
    return np.asarray(np.mean([squared_errors(cases, each) for each in np.split(predicted, repeats)], axis=0))


def _ratio(part: Array, whole: Array, group: NDArray[np.int64]) -> tuple[float, float, float]:
    """Sum of parts over sum of wholes, with Student's interval over groups (the variance of a ratio)."""
    total = float(whole.sum())
    if total <= 0.0:
        return math.nan, math.nan, math.nan
    share = float(part.sum()) / total
    _, number = np.unique(group, return_inverse=True)
    left = np.bincount(number, part - share * whole)
    count = len(left)
    spread = math.sqrt(float(left @ left) * count / max(count - 1, 1)) / total
    half = float(t.ppf(0.975, max(count - 1, 1))) * spread
    return share, share - half, share + half


def _skill(forest: Any, parts: tuple[Cases, Cases], columns: list[Column], base: Array, seed: int) -> Skill:
    other = parts[1]
    predicted = forest.predict(as_columns(other, columns))
    error, runs = squared_errors(other, predicted), float(other.runs.sum())
    return Skill(
        auc=_auc_interval(other, predicted, seed),
        brier=float(error.sum()) / runs,
        base=float(base.sum()) / runs,
        skill=_ratio(base - error, base, other.group),
        most=_most(other, base),
    )


def auc(hits: Array, misses: Array, predicted: Array) -> float:
    """How often a hit was foretold with a higher chance than a miss; ties count half. NaN without one or the other.

    Source: Hanley and McNeil 1982 (doi 10.1148/radiology.143.1.7063747).
    """
    if hits.sum() == 0.0 or misses.sum() == 0.0:
        return math.nan
    _, place = np.unique(predicted, return_inverse=True)
    h, m = np.bincount(place, hits), np.bincount(place, misses)
    below = np.cumsum(m) - m
    return float(h @ (below + m / 2.0) / (h.sum() * m.sum()))


def _auc_interval(cases: Cases, predicted: Array, seed: int, resamples: int = 500) -> tuple[float, float, float]:
    """The area with its percentile interval over resampled groups."""
    misses = cases.runs - cases.hits
    _, number = np.unique(cases.group, return_inverse=True)
    weights = resampling_weights(int(number.max()) + 1, resamples, seed)[:, number]
    found = np.array([auc(cases.hits * each, misses * each, predicted) for each in weights])
    low, high = np.nanquantile(found, (0.025, 0.975)) if np.isfinite(found).any() else (math.nan, math.nan)
    return auc(cases.hits, misses, predicted), float(low), float(high)


def _most(cases: Cases, base: Array) -> float:
    """The share of the base's error that is not chance within points, which replicates tell without bias."""
    several = cases.runs > 1
    if not several.all():
        return math.nan
    within = cases.hits * (cases.runs - cases.hits) / (cases.runs - 1.0)
    return max(0.0, 1.0 - float(within.sum()) / float(base.sum())) if base.sum() > 0.0 else math.nan
