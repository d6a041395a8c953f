"""Cases of scenario discovery: situations that were run, how often something happened in each, and halves of them."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm, t

from experiments.analysis.summary import wilson

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Axis:
    """A factor along which situations differ.

    Parameters
    ----------
    path : str
        Dotted path.
    whole : bool
        Whether its values are whole numbers.
    names : tuple of str
        What the codes 0, 1, … stand for, where they are names (choices; "False" and "True"); empty for numbers.
    low, high : float
        The smallest and the largest value that was run.
    """

    path: str
    whole: bool = False
    names: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """Situations (design points) and how often something happened in their runs.

    Parameters
    ----------
    axes : tuple of Axis
    values : (points, axes)
        The number of each factor at each point; the code of a name.
    hits, runs : (points,)
        In how many runs it happened, and how many runs there are; every point has one at least.
    group : (points,)
        Points with the same number hang together (the runs of one base sample): halves, resamples and intervals
        never part them.
    """

    axes: tuple[Axis, ...]
    values: Array
    hits: Array
    runs: Array
    group: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.hits)

    @property
    def rate(self) -> float:
        """Share of all runs in which it happened."""
        return float(self.hits.sum() / self.runs.sum()) if self.runs.sum() > 0 else math.nan

    @property
    def groups(self) -> int:
        """Number of groups of points that stand by themselves."""
        return len(np.unique(self.group))

    def take(self, chosen: Mask) -> Cases:
        """Some of the points."""
        parts: dict[str, Any] = {name: getattr(self, name)[chosen] for name in ("values", "hits", "runs", "group")}
        return dataclasses.replace(self, **parts)

    def share(self, inside: Mask, confidence: float = 0.95) -> Share:
        """How often it happened at some of the points."""
        return share_of(self.hits[inside], self.runs[inside], self.group[inside], confidence)

    def half(self, *seed: int) -> Mask:
        """A random half of the groups, as a mask of points."""
        numbers = np.unique(self.group)
        chosen = np.random.default_rng(seed).permutation(numbers)[: (len(numbers) + 1) // 2]
        return np.isin(self.group, chosen)


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its interval, and on how many groups of points it stands."""

    estimate: float
    low: float
    high: float
    groups: int


def share_of(hits: Array, trials: Array, group: NDArray[np.int64], confidence: float = 0.95) -> Share:
    """A share of trials, with an interval that counts groups of points, not single runs.

    Wilson's interval of as many independent trials as would leave the same variance: trials over the design effect, the
    variance of the ratio over groups divided by that of single trials, never below 1. Where all or no trials are hits
    there is no variance to see, and each group counts as one trial. The number shrinks further with few groups, by
    Student's quantile.

    Parameters
    ----------
    hits, trials, group : (points,)
        Hits of so many trials at each point, and the group that the point belongs to.

    Returns the whole range from 0 to 1 with a single group, NaN without a trial.

    Source: Rao and Scott 1992 (doi 10.2307/2532311: effective numbers of clustered binary data); Korn and Graubard 1998
    (intervals of proportions with small expected counts from survey data: the correction for few clusters); Wilson
    1927 (doi 10.1080/01621459.1927.10502953).
    """
    h, n = by_group(hits, trials, group)
    total = float(n.sum())
    if total == 0.0:
        return Share(math.nan, math.nan, math.nan, 0)
    share = float(h.sum()) / total
    if len(n) < 2:
        return Share(share, 0.0, 1.0, len(n))
    certain = 0.0 < share < 1.0
    effect = design_effect(h, n) if certain else total / len(n)
    tail = 0.5 + confidence / 2.0
    few = float(t.ppf(tail, len(n) - 1) / norm.ppf(tail)) ** 2
    effective = total / (effect * few)
    low, high = wilson(share * effective, effective, confidence)
    return Share(share, low, high, len(n))


def by_group(hits: Array, trials: Array, group: NDArray[np.int64]) -> tuple[Array, Array]:
    """Sums over each group that has a trial."""
    _, number = np.unique(group, return_inverse=True)
    h, n = np.bincount(number, hits), np.bincount(number, trials)
    return h[n > 0], n[n > 0]


def design_effect(hits: Array, trials: Array) -> float:
    """By how much chance within groups inflates the variance of a share, at least 1; `hits` and `trials` by group.

    Source: Rao and Scott 1992 (doi 10.2307/2532311).
    """
    total = float(trials.sum())
    share = float(hits.sum()) / total
    left = hits - share * trials
    return max(1.0, float(left @ left) / (total * share * (1.0 - share)))


def difference(one: Share, other: Share) -> tuple[float, float, float]:
    """One share minus another with its interval, from the intervals of both.

    Source: Newcombe 1998 (doi 10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, method 10).
    """
    gap = one.estimate - other.estimate
    below = math.hypot(one.estimate - one.low, other.high - other.estimate)
    above = math.hypot(one.high - one.estimate, other.estimate - other.low)
    return gap, gap - below, gap + above
