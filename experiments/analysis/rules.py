"""A small tree: situations parted by a few questions, and how often something happens in each part."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from experiments.analysis.boxes import HIGH, KEPT, LOW, Box
from experiments.analysis.cases import Array, Cases, Mask, Share

DEPTH, LEAF, FEWEST = 3, 0.08, 5
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a learner from scikit-learn sees: an axis as it is, or whether it has one of its names."""

    axis: int
    code: int | None


@dataclass(frozen=True, slots=True)
class Node:
    """A part of the situations, and how it is parted further.

    Parameters
    ----------
    box : Box
        The conditions that lead here.
    finding : float
        Share of the runs of the finding half in which it happened.
    judging : Share
        The same on the judging half, with its interval: the honest one.
    mass : float
        Share of the judging half's runs that come here.
    column, limit : Column or None, float
        The question that parts it: numbers up to the limit, or other names, go to the first branch; None at a leaf.
    branches : tuple of Node
        Two, or none at a leaf.
    """

    box: Box
    finding: float
    judging: Share
    mass: float
    column: Column | None = None
    limit: float = math.nan
    branches: tuple[Node, ...] = ()

    def leaves(self) -> Iterator[Node]:
        """The parts that are not parted further, from left to right."""
        if not self.branches:
            yield self
        for branch in self.branches:
            yield from branch.leaves()

    @property
    def depth(self) -> int:
        """The number of questions on the longest way down."""
        return 1 + max(branch.depth for branch in self.branches) if self.branches else 0


def columns_of(cases: Cases) -> list[Column]:
    """The columns under which a learner meets the axes: a name of several is a column of its own."""
    found = []
    for k, axis in enumerate(cases.axes):
        codes = np.unique(cases.values[:, k]).astype(int) if axis.names else np.empty(0, dtype=int)
        named = codes[1:] if len(codes) == 2 else codes
        found += [Column(k, int(code)) for code in named] if axis.names else [Column(k, None)]
    return found


def as_columns(cases: Cases, columns: Sequence[Column]) -> Array:
    """The points as a learner meets them, shape (points, columns)."""
    values = [cases.values[:, each.axis] for each in columns]
    return np.column_stack(
        [value if each.code is None else value == each.code for value, each in zip(values, columns, strict=True)]
    ).astype(float)


def grow_tree(cases: Cases, finding: Mask, seed: int, *, depth: int = DEPTH, leaf: float = LEAF) -> Node:
    """A tree grown and cut back on one half of the points; its leaves are judged on the other.

    scikit-learn's regression tree of the share at each point, weighted by its runs: the splits are those of a
    classification tree of the runs, but leaves are counted in points. It is cut back to the smallest tree whose error
    in five-fold cross-validation by groups is within one standard error of the best. Where nothing is to be seen, that
    is a tree without a question.

    Parameters
    ----------
    depth : int
        Questions on the longest way down.
    leaf : float
        Smallest leaf, as a share of the points of the finding half; never fewer than five points.

    Source: Breiman, Friedman, Olshen and Stone 1984 (trees, cost-complexity pruning, the rule of one standard error).
    """
    mine, other, columns = cases.take(finding), cases.take(~finding), columns_of(cases)
    smallest = max(FEWEST, math.ceil(leaf * len(mine)))
    shape: dict[str, Any] = {"max_depth": depth, "min_samples_leaf": smallest, "random_state": _plain(seed)}
    alpha = _pruned(mine, columns, shape, seed)
    tree = _fitted(mine, columns, shape | {"ccp_alpha": alpha}).tree_
    return _node(tree, 0, columns, Box.everything(len(cases.axes)), cases, mine, other)


def _plain(seed: int) -> int:
    """A seed as scikit-learn takes it: 32 bits."""
    return int(np.random.SeedSequence(seed).generate_state(1)[0])


def _fitted(cases: Cases, columns: Sequence[Column], shape: dict[str, Any]) -> Any:
    from sklearn.tree import DecisionTreeRegressor

    return DecisionTreeRegressor(**shape).fit(as_columns(cases, columns), cases.hits / cases.runs, cases.runs)


def _pruned(cases: Cases, columns: Sequence[Column], shape: dict[str, Any], seed: int) -> float:
    """How far to cut back: the penalty of each leaf, by cross-validation and the rule of one standard error."""
    from sklearn.tree import DecisionTreeRegressor

    path = DecisionTreeRegressor(**shape).cost_complexity_pruning_path(
        as_columns(cases, columns), cases.hits / cases.runs, cases.runs
    )
    alphas = np.maximum(path.ccp_alphas, 0.0)
    between = np.append(np.sqrt(alphas[:-1] * alphas[1:]), alphas[-1] * (1.0 + 1e-9))
    errors = np.array([_left_out(cases, columns, shape | {"ccp_alpha": alpha}, seed) for alpha in between])
    means, spread = errors.mean(axis=1), errors.std(axis=1, ddof=1) / math.sqrt(FOLDS)
    best = int(means.argmin())
    return float(between[np.flatnonzero(means <= means[best] + spread[best])[-1]])


def _left_out(cases: Cases, columns: Sequence[Column], shape: dict[str, Any], seed: int) -> list[float]:
    """Mean squared error of single runs in each fold, from a tree grown on the others."""
    numbers, place = np.unique(cases.group, return_inverse=True)
    fold_of = np.random.default_rng((seed, FOLDS)).permutation(len(numbers)) % FOLDS
    errors = []
    for fold in range(FOLDS):
        out = fold_of[place] == fold
        left = cases.take(out)
        predicted = _fitted(cases.take(~out), columns, shape).predict(as_columns(left, columns))
        errors.append(float(squared_errors(left, predicted).sum() / left.runs.sum()))
    return errors


def squared_errors(cases: Cases, predicted: Array) -> Array:
    """Sum of squared errors over the runs of each point, if each is predicted by a chance (Brier's score, not divided).

    Source: Brier 1950 (doi 10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2).
    """
    return np.asarray(cases.hits * (1.0 - predicted) ** 2 + (cases.runs - cases.hits) * predicted**2)


def _node(tree: Any, number: int, columns: Sequence[Column], box: Box, cases: Cases, mine: Cases, other: Cases) -> Node:
    told: dict[str, Any] = {
        "box": box,
        "finding": mine.take(box.contains(mine.values)).rate,
        "judging": other.share(box.contains(other.values)),
        "mass": float(other.runs[box.contains(other.values)].sum() / other.runs.sum()),
    }
    if tree.children_left[number] < 0:
        return Node(**told)
    column, limit = columns[tree.feature[number]], float(tree.threshold[number])
    children = tree.children_left[number], tree.children_right[number]
    parts = zip(children, _parted(box, column, limit, cases), strict=True)
    branches = tuple(_node(tree, int(child), columns, part, cases, mine, other) for child, part in parts)
    return Node(**told, column=column, limit=limit, branches=branches)


def _parted(box: Box, column: Column, limit: float, cases: Cases) -> tuple[Box, Box]:
    """The conditions of both branches."""
    k = column.axis
    if column.code is None:
        above = math.nextafter(limit, math.inf)
        return box.moved(k, HIGH, min(box.high[k], limit)), box.moved(k, LOW, max(box.low[k], above))
    present = box.kept[k] or frozenset(map(int, np.unique(cases.values[:, k])))
    return box.moved(k, KEPT, present - {column.code}), box.moved(k, KEPT, frozenset({column.code}))
