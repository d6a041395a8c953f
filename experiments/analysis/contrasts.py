"""Levels of a lever against one another on common random numbers, and whether a claim about them holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Cube
from experiments.analysis.summary import is_yes_or_no, mean_interval, wilson

CONFIDENCE = 0.95
KINDS = ("peak", "rises", "falls", "crossing", "stronger")
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a demonstration says of one outcome, in a form that runs can contradict.

    Parameters
    ----------
    kind : str
        "peak": the middle of three levels beats both ends. "rises", "falls": from one level to another. "crossing":
        it rises in the first arm and falls in the second. "stronger": it rises more in the first arm than in the
        second.
    outcome : str
        Name of a declared outcome.
    arms, levels : tuple of str
        One arm or two; two levels, or three for a peak.
    """

    kind: str
    outcome: str
    arms: tuple[str, ...]
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """A difference that must be above zero (`sign` 1) or below it (-1), arm by arm with its weight."""

    arms: tuple[tuple[str, float], ...]
    start: str
    end: str
    sign: int


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Runs by arm, level, replicate and outcome: the same replicate meets the same chance everywhere.

    Parameters
    ----------
    cube : float64 (arms × levels, replicates, outcomes)
        From `arrange`; arm by arm, each with all levels in order.
    """

    cube: Cube
    arms: tuple[str, ...]
    levels: tuple[str, ...]
    outcomes: tuple[str, ...]

    def of(self, outcome: str, arm: str, level: str) -> Array:
        """One outcome of the replicates of one arm at one level."""
        point = self.arms.index(arm) * len(self.levels) + self.levels.index(level)
        return np.asarray(self.cube[point, :, self.outcomes.index(outcome)])


def level_means(grid: Grid) -> pd.DataFrame:
    """Each outcome in each arm at each level.

    Returns
    -------
    DataFrame
        `outcome`, `arm`, `level`, `mean`, `low`, `high` (95 %: Wilson's for yes-or-no outcomes, Student's otherwise),
        `runs` (with a number).
    """
    cells = [(o, a, level) for o in grid.outcomes for a in grid.arms for level in grid.levels]
    return pd.DataFrame([_mean(grid, *cell) for cell in cells])


def _mean(grid: Grid, outcome: str, arm: str, level: str) -> dict[str, object]:
    values = grid.of(outcome, arm, level)
    known = values[np.isfinite(values)]
    low, high = wilson(known.sum(), known.size) if is_yes_or_no(known) else mean_interval(known)
    row = {"outcome": outcome, "arm": arm, "level": level, "mean": float(known.mean())}
    return row | {"low": low, "high": high, "runs": int(known.size)}


def level_effects(grid: Grid, base: str) -> pd.DataFrame:
    """What each level does against one of them, run by run: the columns of `level_means`, of paired differences."""
    cells = [(o, a, level) for o in grid.outcomes for a in grid.arms for level in grid.levels]
    rows = []
    for outcome, arm, level in cells:
        found = estimate(grid, outcome, Contrast(((arm, 1.0),), base, level, 1))
        row = {"outcome": outcome, "arm": arm, "level": level, "mean": found["difference"]}
        rows.append(row | {"low": found["low"], "high": found["high"], "runs": found["pairs"]})
    return pd.DataFrame(rows)


def neighbour_differences(grid: Grid) -> pd.DataFrame:
    """What going from each level to the next one does, run by run.

    Returns
    -------
    DataFrame
        `outcome`, `arm`, `start`, `end`, `difference`, `low`, `high` (95 %), `pairs` (of runs with a number in both).
    """
    steps = list(zip(grid.levels, grid.levels[1:], strict=False))
    cells = [(o, a, *step) for o in grid.outcomes for a in grid.arms for step in steps]
    rows = []
    for outcome, arm, start, end in cells:
        found = estimate(grid, outcome, Contrast(((arm, 1.0),), start, end, 1))
        rows.append({"outcome": outcome, "arm": arm, "start": start, "end": end} | found)
    return pd.DataFrame(rows)


def estimate(grid: Grid, outcome: str, contrast: Contrast, confidence: float = CONFIDENCE) -> dict[str, float]:
    """A paired difference with its interval; pairs with a missing number are left out, never filled in."""
    parts = [
        weight * (grid.of(outcome, arm, contrast.end) - grid.of(outcome, arm, contrast.start))
        for arm, weight in contrast.arms
    ]
    found = np.sum(parts, axis=0)
    known = found[np.isfinite(found)]
    low, high = mean_interval(known, confidence)
    middle = float(known.mean()) if known.size else float("nan")
    return {"difference": middle, "low": low, "high": high, "pairs": int(known.size)}


def contrasts(claim: Claim) -> tuple[Contrast, ...]:
    """The differences that a claim stands on; all must lie on their side of zero."""
    first = ((claim.arms[0], 1.0),)
    if claim.kind == "peak":
        low, middle, high = claim.levels
        return Contrast(first, low, middle, 1), Contrast(first, middle, high, -1)
    start, end = claim.levels
    if claim.kind == "crossing":
        return Contrast(first, start, end, 1), Contrast(((claim.arms[1], 1.0),), start, end, -1)
    if claim.kind == "stronger":
        return (Contrast((*first, (claim.arms[1], -1.0)), start, end, 1),)
    return (Contrast(first, start, end, 1 if claim.kind == "rises" else -1),)


def side(low: float, high: float, sign: int) -> str:
    """One word for an interval: "pass" wholly on the stated side of zero, "fail" wholly on the other, else
    "undecided"."""
    if min(sign * low, sign * high) > 0.0:
        return "pass"
    return "fail" if max(sign * low, sign * high) < 0.0 else "undecided"


def worst(verdicts: Sequence[str]) -> str:
    """The verdict on what stands only where all its parts stand."""
    return next((word for word in ("fail", "undecided") if word in verdicts), "pass")


def judged(grid: Grid, claims: Sequence[Claim], confidence: float = CONFIDENCE) -> pd.DataFrame:
    """The claims, contrast by contrast.

    Returns
    -------
    DataFrame
        `claim` (its number), `kind`, `outcome`, `arms`, `start`, `end`, `sign`, `difference`, `low`, `high`, `pairs`,
        `verdict` of the contrast.
    """
    rows = []
    for number, claim in enumerate(claims):
        for each in contrasts(claim):
            found = estimate(grid, claim.outcome, each, confidence)
            arms = " − ".join(arm for arm, _ in each.arms)
            row = {"claim": number, "kind": claim.kind, "outcome": claim.outcome, "arms": arms, "start": each.start}
            row |= {"end": each.end, "sign": each.sign} | found
            rows.append(row | {"verdict": side(found["low"], found["high"], each.sign)})
    return pd.DataFrame(rows)
