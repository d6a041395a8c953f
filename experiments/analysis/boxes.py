"""Boxes: limits on a few factors inside which something happens far more often than elsewhere (PRIM)."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc

from experiments.analysis.cases import Array, Cases, Mask, Share, by_group, design_effect, difference, share_of

# Why not the EMA workbench's PRIM (3.0.0), which the path on real numbers is tested equal to: with pandas 3 it fails on
# whole numbers and on choices, it knows runs and no points that hang together, and one box takes it about a second
# (1,200 runs, 12 factors), where the test of reproducibility needs a hundred.

LOW, HIGH, KEPT = "low", "high", "kept"
MOST_BOXES = 3
HALVES = 100
FEWEST_INSIDE = 5
UNSURE = 0.05  # a restriction with a quasi-p value from here on goes
IDLE = 0.05  # and so does one without which the box is worth nearly as much: this part of its worth, or less


@dataclass(frozen=True, slots=True)
class Restriction:
    """One limit of a box: the number of the axis, and which end ("low", "high"), or the "kept" names."""

    axis: int
    end: str


@dataclass(frozen=True, slots=True)
class Box:
    """Limits on factors, both ends included; what is not limited is infinite, or None for names.

    Parameters
    ----------
    low, high : tuple of float
        One an axis.
    kept : tuple of (frozenset of int or None)
        One an axis: the codes that are inside.
    """

    low: tuple[float, ...]
    high: tuple[float, ...]
    kept: tuple[frozenset[int] | None, ...]

    @classmethod
    def everything(cls, axes: int) -> Box:
        """The box without a limit."""
        return cls((-np.inf,) * axes, (np.inf,) * axes, (None,) * axes)

    def contains(self, values: Array) -> Mask:
        """Which points lie inside; `values` (points, axes)."""
        inside = np.ones(len(values), dtype=bool)
        for k, (low, high, kept) in enumerate(zip(self.low, self.high, self.kept, strict=True)):
            if kept is not None:
                inside &= np.isin(values[:, k], list(kept))
            elif low > -np.inf or high < np.inf:
                inside &= (values[:, k] >= low) & (values[:, k] <= high)
        return inside

    @property
    def restrictions(self) -> list[Restriction]:
        """Every limit, axis by axis."""
        found = []
        for k, (low, high, kept) in enumerate(zip(self.low, self.high, self.kept, strict=True)):
            found += [Restriction(k, LOW)] * (low > -np.inf) + [Restriction(k, HIGH)] * (high < np.inf)
            found += [Restriction(k, KEPT)] * (kept is not None)
        return found

    @property
    def axes(self) -> list[int]:
        """The axes that are limited at all."""
        return list(dict.fromkeys(each.axis for each in self.restrictions))

    def limit(self, restriction: Restriction) -> float | frozenset[int]:
        """The value of a limit."""
        found = getattr(self, restriction.end)[restriction.axis]
        assert found is not None
        return found

    def moved(self, axis: int, end: str, limit: float | frozenset[int] | None) -> Box:
        """The box with another limit."""
        limits = list(getattr(self, end))
        limits[axis] = limit
        return dataclasses.replace(self, **{end: tuple(limits)})

    def without(self, restriction: Restriction) -> Box:
        """The box with one limit less."""
        return self.moved(restriction.axis, restriction.end, {LOW: -np.inf, HIGH: np.inf, KEPT: None}[restriction.end])


@dataclass(frozen=True, slots=True)
class Patience:
    """How much a step of PRIM takes off or adds, and the smallest box, as shares of the runs."""

    peel: float = 0.05
    paste: float = 0.05
    smallest: float = 0.05


def peeling(cases: Cases, patience: Patience | None = None) -> list[Box]:
    """PRIM's path from the box of everything inward, step by step, then outward again where that helps.

    Each step takes off the 5 % of the points at one end of one factor, or one name, by which the share gains most for
    each run given up; whole numbers give up a whole value. It ends where no step helps, or the box would be too small.

    Source: Friedman and Fisher 1999 (doi 10.1023/A:1008894516817); gain over loss of mass, and names that are peeled
    one by one: Kwakkel and Jaxa-Rozen 2016 (doi 10.1016/j.envsoft.2015.11.020), as in the EMA workbench.
    """
    patience = patience or Patience()
    path = [Box.everything(len(cases.axes))]
    for steps, inward in ((_peels, True), (_pastes, False)):
        while (found := _best(cases, path[-1], steps(cases, path[-1], patience), inward, patience)) is not None:
            path.append(found)
    return path


def _best(
    cases: Cases, box: Box, steps: Iterator[tuple[Box, Mask]], inward: bool, patience: Patience
) -> Box | None:
    """The step with the highest gain a run, the one with fewer limits where two are equal; None where none will do."""
    inside = box.contains(cases.values)
    runs, hits = cases.runs[inside].sum(), cases.hits[inside].sum()
    chosen: tuple[float, int, Box, float] | None = None
    for candidate, kept in steps:
        new_runs, new_hits = cases.runs[kept].sum(), cases.hits[kept].sum()
        moved = abs(runs - new_runs)
        mean = new_hits / new_runs if new_runs > 0 else 0.0
        gain = (mean - hits / runs) / moved if moved > 0 else 0.0
        free = -len(candidate.axes)
        if chosen is None or (gain, free) > chosen[:2]:
            chosen = (gain, free, candidate, float(new_runs))
    if chosen is None or chosen[0] <= 0.0 or chosen[3] < patience.smallest * cases.runs.sum():
        return None
    smaller = chosen[3] < runs
    return chosen[2] if smaller == inward else None


def _peels(cases: Cases, box: Box, patience: Patience) -> Iterator[tuple[Box, Mask]]:
    inside = box.contains(cases.values)
    for k in _numbers(cases):
        column = np.where(inside, cases.values[:, k], np.nan)
        ordered = np.sort(column[inside])
        high, low = _quantile(ordered, 1.0 - patience.peel), _quantile(ordered, patience.peel)
        yield box.moved(k, HIGH, high), column <= high
        yield box.moved(k, LOW, low), column >= low
    for k in _names(cases):
        present = box.kept[k] or frozenset(map(int, np.unique(cases.values[:, k])))
        for code in sorted(present) if len(present) > 1 else ():
            yield box.moved(k, KEPT, present - {code}), inside & (cases.values[:, k] != code)


def _pastes(cases: Cases, box: Box, patience: Patience) -> Iterator[tuple[Box, Mask]]:
    for restriction in [each for each in box.restrictions if each.end != KEPT]:
        k, end = restriction.axis, restriction.end
        wider = box.without(restriction)
        limit = getattr(box, end)[k]
        column = cases.values[:, k]
        strip = wider.contains(cases.values) & ((column <= limit) if end == LOW else (column >= limit))
        if not strip.any():
            continue
        side = 1.0 - patience.paste if end == LOW else patience.paste
        value = _quantile(np.sort(column[strip]), side)
        reached = value <= column.min() if end == LOW else value >= column.max()
        pasted = wider if reached else box.moved(k, end, value)
        yield pasted, pasted.contains(cases.values)
    for k in (each.axis for each in box.restrictions if each.end == KEPT):
        everything, kept = frozenset(map(int, np.unique(cases.values[:, k]))), box.kept[k] or frozenset()
        for code in sorted(everything - kept):
            more = kept | {code}
            pasted = box.moved(k, KEPT, None if more == everything else more)
            yield pasted, pasted.contains(cases.values)


def _numbers(cases: Cases) -> list[int]:
    return [k for k, axis in enumerate(cases.axes) if not axis.names]


def _names(cases: Cases) -> list[int]:
    return [k for k, axis in enumerate(cases.axes) if axis.names]


def _quantile(ordered: Array, share: float) -> float:
    """A limit between two different values near a quantile, so that equal values are never parted.

    Source: Bryant's sdtoolkit, as the EMA workbench has it.
    """
    place = (len(ordered) - 1) * share
    below, above = int(np.floor(place)), int(np.ceil(place))
    if share > 0.5:
        if ordered[below] == ordered[above]:
            below = max(0, int(np.searchsorted(ordered, ordered[above], side="left")) - 1)
    elif ordered[below] == ordered[above]:
        above = min(len(ordered) - 1, int(np.searchsorted(ordered, ordered[below], side="right")))
    return float((ordered[below] + ordered[above]) / 2.0)


def worth(cases: Cases, box: Box) -> float:
    """How clearly a box differs from the rate of all: its gain over the rate times the root of its share of the runs.

    That is the statistic of a test of its share against the rate, but for a constant. Of two boxes that hold the same
    gain in hits, the smaller and denser one is worth more.

    Source: Klösgen 1996 (Explora, in Advances in Knowledge Discovery and Data Mining, AAAI Press: binomial quality).
    """
    inside = box.contains(cases.values)
    runs = float(cases.runs[inside].sum())
    gain = float(cases.hits[inside].sum()) - cases.rate * runs
    return gain / np.sqrt(runs * cases.runs.sum()) if runs > 0.0 else 0.0


def quasi_p(cases: Cases, box: Box, restriction: Restriction) -> float:
    """How likely the box would be as dense by chance if this limit meant nothing (one-sided).

    The chance that so many or more of the runs inside are hits, if each were one with the share of the box without the
    limit. Runs at one point are not independent: both numbers are divided by the design effect, which is 1 with one run
    a point; the test is then the binomial one.

    Source: Bryant and Lempert 2010 (doi 10.1016/j.techfore.2009.08.002); Rao and Scott 1992 (doi 10.2307/2532311).
    """
    inside, wider = box.contains(cases.values), box.without(restriction).contains(cases.values)
    return _chance(cases, inside, wider)


def _chance(cases: Cases, inside: Mask, wider: Mask) -> float:
    hits, trials = by_group(cases.hits[wider], cases.runs[wider], cases.group[wider])
    share, runs, found = hits.sum() / trials.sum(), cases.runs[inside].sum(), cases.hits[inside].sum()
    if not 0.0 < share < 1.0 or found == 0.0:
        return 1.0
    effect = design_effect(hits, trials)
    # the binomial tail, for any real number of trials
    return float(betainc(found / effect, (runs - found) / effect + 1.0, share))


def chosen_box(cases: Cases, path: list[Box]) -> Box:
    """The box of a path that is worth most, without the limits that it does not need.

    One limit after the other goes, the least costly first, as long as its quasi-p value is 0.05 or more, or the box
    loses 5 % of its worth or less.
    """
    box = max(path, key=lambda each: worth(cases, each))
    while box.restrictions:
        rest = max((box.without(each) for each in box.restrictions), key=lambda each: worth(cases, each))
        least = max(box.restrictions, key=lambda each: quasi_p(cases, box, each))
        if worth(cases, rest) >= (1.0 - IDLE) * worth(cases, box):
            box = rest
        elif quasi_p(cases, box, least) >= UNSURE:
            box = box.without(least)
        else:
            return box
    return box


@dataclass(frozen=True, slots=True)
class Judged:
    """What a set of points says of a box: how often it happens inside and outside, what the box holds.

    `rate` is the share over all points of the set, those of earlier boxes too.
    """

    density: Share
    outside: Share
    coverage: Share
    mass: Share
    rate: float

    @property
    def lift(self) -> float:
        """Density over the rate of all."""
        return self.density.estimate / self.rate if self.rate > 0.0 else math.nan

    @property
    def difference(self) -> tuple[float, float, float]:
        """How much more often it happens inside than outside, with its interval."""
        return difference(self.density, self.outside)


@dataclass(frozen=True, slots=True)
class Found:
    """A box that was found on one half of the points and judged on the other.

    Parameters
    ----------
    box : Box
    quasi_p, reproduced : tuple of float
        For each restriction: its quasi-p value on the finding half, and in which share of other random halves the same
        search limits the same end of the same factor.
    finding, judging : Judged
        The same numbers on the half that the box was found on, and on the other, which is the honest one.
    p_value : float
        How likely the judging half would be as dense inside by chance, if the box meant nothing.
    confirmed : bool
        Whether it happens more often inside than outside on the judging half, by the whole 95 % interval.
    path : tuple of Box
        The steps of PRIM that the box was chosen from; `remaining` what was searched, after the boxes before.
    """

    box: Box
    quasi_p: tuple[float, ...]
    reproduced: tuple[float, ...]
    finding: Judged
    judging: Judged
    p_value: float
    confirmed: bool
    path: tuple[Box, ...]


def find_boxes(cases: Cases, finding: Mask, seed: int, *, most: int = MOST_BOXES, halves: int = HALVES) -> list[Found]:
    """Boxes one after the other, each among what the boxes before it left.

    Found on the points of `finding`, judged on the others. The search stops behind a box that the judging half does not
    confirm: it is told, so that nobody takes its silence for a finding, and not built upon. That order keeps the risk
    of one false confirmation at that of the first.

    Source: Friedman and Fisher 1999 (covering); Bryant and Lempert 2010 (resampling).
    """
    found: list[Found] = []
    left = np.ones(len(cases), dtype=bool)
    while len(found) < most and _enough(cases.take(left & finding)) and _enough(cases.take(left & ~finding)):
        one = _find(cases, left, finding, (seed, len(found)), halves)
        if one is None:
            break
        found.append(one)
        left &= ~one.box.contains(cases.values)
        if not one.confirmed:
            break
    return found


def _enough(cases: Cases) -> bool:
    return cases.groups >= 4 * FEWEST_INSIDE and 0.0 < cases.rate < 1.0


def _patience(cases: Cases) -> Patience:
    """The smallest box holds 5 % of the points, and never fewer than five of them."""
    return Patience(smallest=max(0.05, FEWEST_INSIDE / len(cases)))


def _find(cases: Cases, left: Mask, finding: Mask, seed: tuple[int, int], halves: int) -> Found | None:
    mine, other = cases.take(left & finding), cases.take(left & ~finding)
    path = peeling(mine, _patience(mine))
    box = chosen_box(mine, path)
    if not box.restrictions:
        return None
    told = tuple(quasi_p(mine, box, each) for each in box.restrictions)
    again = _reproduced(cases.take(left), box, seed, halves)
    totals = cases.take(finding), cases.take(~finding)
    first, second = (judged(part, whole, box) for part, whole in zip((mine, other), totals, strict=True))
    inside = box.contains(other.values)
    return Found(
        box, told, again, first, second,
        p_value=_chance(other, inside, np.ones(len(other), dtype=bool)) if inside.any() else 1.0,
        confirmed=bool(second.density.groups >= FEWEST_INSIDE and second.difference[1] > 0.0),
        path=tuple(path),
    )  # fmt: skip


def judged(part: Cases, whole: Cases, box: Box) -> Judged:
    """What points say of a box among `part`, what earlier boxes left; coverage and mass are shares of the `whole`."""
    inside = box.contains(part.values)
    return Judged(part.share(inside), part.share(~inside), *_held(part, whole, inside), rate=whole.rate)


def _held(part: Cases, whole: Cases, inside: Mask) -> tuple[Share, Share]:
    """Coverage and mass: of all hits, and of all runs, the share inside; summed group by group."""
    group = np.concatenate([whole.group, part.group[inside]])
    none_there, none_more = np.zeros(len(whole)), np.zeros(int(inside.sum()))
    coverage = share_of(
        np.concatenate([none_there, part.hits[inside]]), np.concatenate([whole.hits, none_more]), group
    )
    mass = share_of(np.concatenate([none_there, part.runs[inside]]), np.concatenate([whole.runs, none_more]), group)
    return coverage, mass


def _reproduced(cases: Cases, box: Box, seed: tuple[int, int], halves: int) -> tuple[float, ...]:
    """In which share of random halves the same search restricts the same ends."""
    counts = np.zeros(len(box.restrictions))
    for number in range(halves):
        sample = cases.take(cases.half(*seed, number))
        again = set(chosen_box(sample, peeling(sample, _patience(sample))).restrictions) if _varies(sample) else set()
        counts += [each in again for each in box.restrictions]
    return tuple(float(each) for each in counts / max(halves, 1))


def _varies(cases: Cases) -> bool:
    return 0.0 < cases.rate < 1.0


def path_points(cases: Cases, whole: Cases, path: tuple[Box, ...]) -> NDArray[np.float64]:
    """Coverage (of the hits of `whole`) and density of every step of a path, shape (steps, 2); NaN if empty."""
    rows = []
    for box in path:
        inside = box.contains(cases.values)
        runs, hits = cases.runs[inside].sum(), cases.hits[inside].sum()
        rows.append((hits / max(whole.hits.sum(), 1.0), hits / runs if runs > 0 else np.nan))
    return np.array(rows)
