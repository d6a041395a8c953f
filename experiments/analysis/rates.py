"""How often and when policy changes over an ensemble: rates, yearly hazards, and what the alliance adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.noise import resampling_weights
from experiments.designs import ARM, ARMS, LISTED, Design

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

KINDS = ("lhs", "sobol_sequence", "random", "grid", LISTED)  # points that stand for themselves, each once
CLOCKS = ("start", "agreement")
YEAR = 52
MOST_WEIGHTS = 4_000_000


@dataclass(frozen=True, slots=True)
class Times:
    """When policy first changed, and when the aim was agreed, in weeks from the start.

    Parameters
    ----------
    change, agreed : (arms, draws, replicates)
        Infinite where it never came within the horizon, NaN where the run failed. The counterfactual has no agreement:
        it is given that of its pair, so that both are watched from the same week.
    weeks : int
        The horizon.
    drawn : bool
        Whether the points were drawn, each with its own chance, or chosen, all with the same chance: what intervals
        resample is the draws, or else the replicates.
    """

    change: Array
    agreed: Array
    weeks: int
    drawn: bool

    @property
    def arms(self) -> tuple[str, ...]:
        """The arms that were run."""
        return ARMS[: len(self.change)]

    def units(self, values: NDArray[Any]) -> NDArray[np.float64]:
        """Sums of values (draws, replicates) over each unit that intervals resample."""
        return np.asarray(values.sum(axis=1 if self.drawn else 0), dtype=float)

    def entry(self, clock: str) -> Array:
        """The week from which each run is watched."""
        return self.agreed if clock == "agreement" else np.where(np.isnan(self.change), np.nan, 0.0)


def times_of(runs: pd.DataFrame, design: Design, weeks: int) -> Times:
    """Times out of a table of runs, with the columns design_point, replicate, status, weeks_to_change, agreement_week.

    Designs whose points hang together (those of indices and of screening) are refused.
    """
    design.must_be(*KINDS)
    ordered = runs.sort_values(["design_point", "replicate"], kind="stable")
    fine = design.by_arm((ordered["status"] == "ok").to_numpy())
    change, agreed = (
        np.where(fine, design.by_arm(ordered[name].fillna(np.inf).to_numpy(dtype=float)), np.nan)
        for name in ("weeks_to_change", "agreement_week")
    )
    return Times(change, np.broadcast_to(agreed[:1], agreed.shape), weeks, design.own_chance)


@dataclass(frozen=True, slots=True)
class Share:
    """A share of runs: those that count, and those of them to which it happened, each (draws, replicates)."""

    counted: Mask
    happened: Mask


def changed_within(times: Times, arm: int, clock: str, within: float) -> Share:
    """Change within so many weeks from the moment a run is watched.

    Counted are runs that did not change before that moment and are watched for all these weeks.
    """
    change, entry = times.change[arm], times.entry(clock)[arm]
    counted = (change >= entry) & (entry + within <= times.weeks)
    return Share(counted, counted & (change < entry + within))


def hazard(times: Times, arm: int, clock: str, year: int) -> Share:
    """Change in a year of being watched, among runs in which it had not come before."""
    change, entry = times.change[arm], times.entry(clock)[arm]
    begin, end = entry + YEAR * (year - 1), entry + YEAR * year
    counted = (change >= begin) & (end <= times.weeks)
    return Share(counted, counted & (change < end))


def _estimates(times: Times, shares: Sequence[Share], resamples: int, seed: int, confidence: float) -> pd.DataFrame:
    """Each share over all runs, with the interval of the bootstrap over draws: a draw comes with all its replicates."""
    happened = np.array([times.units(share.happened) for share in shares]).T
    counted = np.array([times.units(share.counted) for share in shares]).T
    low, high = _intervals(happened, counted, resamples, seed, confidence)
    whole = counted.sum(axis=0)
    share = np.divide(happened.sum(axis=0), whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return pd.DataFrame({"share": share, "low": low, "high": high, "runs": whole.astype(int)})


def _intervals(part: Array, whole: Array, resamples: int, seed: int, confidence: float) -> tuple[Array, Array]:
    """Percentile interval of sum(part) / sum(whole) over resampled units, one a row; NaN with a single one."""
    draws, columns = part.shape
    if draws < 2:
        return np.full(columns, np.nan), np.full(columns, np.nan)
    batch = max(1, min(resamples, MOST_WEIGHTS // draws))
    ratios = []
    for number in range(0, resamples, batch):
        weights = resampling_weights(draws, min(batch, resamples - number), seed + number)
        below = weights @ whole
        ratios.append(np.divide(weights @ part, below, out=np.full(below.shape, np.nan), where=below > 0))
    tail = (1.0 - confidence) / 2.0
    found = np.vstack(ratios)
    known = np.isfinite(found).any(axis=0)
    ends = np.full((2, columns), np.nan)
    ends[:, known] = np.nanquantile(found[:, known], (tail, 1.0 - tail), axis=0)
    return ends[0], ends[1]


def change_rates(
    times: Times,
    months: Sequence[int] = (12, 24, 36, 48),
    *,
    resamples: int = 2000,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Share of runs in which policy has changed by a number of months.

    Returns
    -------
    DataFrame
        One row a clock ("start", or "agreement": from the week in which the aim was agreed), arm and number of months
        that the horizon holds: share, low, high, runs (that count).
    """
    kept = [month for month in months if month * YEAR / 12 <= times.weeks]
    rows = [(clock, arm, month) for clock in CLOCKS for arm in range(len(times.arms)) for month in kept]
    shares = [changed_within(times, arm, clock, month * YEAR / 12) for clock, arm, month in rows]
    return _table(times, rows, "months", shares, resamples, seed, confidence)


def hazards(times: Times, *, resamples: int = 2000, seed: int = 1, confidence: float = 0.95) -> pd.DataFrame:
    """Yearly hazards: among runs in which policy had not changed before a year, the share in which it does then.

    Returns
    -------
    DataFrame
        One row a clock, arm and year: share, low, high, runs (at risk).
    """
    years = range(1, times.weeks // YEAR + 1)
    rows = [(clock, arm, year) for clock in CLOCKS for arm in range(len(times.arms)) for year in years]
    shares = [hazard(times, arm, clock, year) for clock, arm, year in rows]
    return _table(times, rows, "year", shares, resamples, seed, confidence)


def change_curve(
    times: Times, *, step: int = 13, resamples: int = 1000, seed: int = 1, confidence: float = 0.95
) -> pd.DataFrame:
    """Share of runs in which policy has changed, quarter by quarter from the start.

    Returns one row an arm and week: share, low, high, runs.
    """
    rows = [("start", arm, week) for arm in range(len(times.arms)) for week in range(0, times.weeks + 1, step)]
    shares = [changed_within(times, arm, "start", week) for _, arm, week in rows]
    return _table(times, rows, "week", shares, resamples, seed, confidence).drop(columns="clock")


def _table(
    times: Times,
    rows: Sequence[tuple[str, int, int]],
    name: str,
    shares: Sequence[Share],
    resamples: int,
    seed: int,
    confidence: float,
) -> pd.DataFrame:
    found = _estimates(times, shares, resamples, seed, confidence)
    found.insert(0, name, [row[2] for row in rows])
    found.insert(0, ARM, [times.arms[row[1]] for row in rows])
    found.insert(0, "clock", [row[0] for row in rows])
    return found


def uplift(
    times: Times, months: Sequence[int] = (24, 48), *, resamples: int = 2000, seed: int = 1, confidence: float = 0.95
) -> pd.DataFrame:
    """What the alliance adds to the share of runs in which policy has changed, from pairs of runs.

    A pair is a run with the alliance and the run with the same draws and the same chance without it; it counts where
    both do.

    Returns
    -------
    DataFrame
        One row a clock and number of months: uplift, low, high, pairs; `same`, the share of draws in which no pair ends
        differently.
    """
    if len(times.arms) < 2:
        raise ValueError("there is no arm without the alliance to compare with")
    rows = [(clock, month) for clock in CLOCKS for month in months if month * YEAR / 12 <= times.weeks]
    both = [_pair(times, clock, month * YEAR / 12) for clock, month in rows]
    part = np.array([times.units(difference) for _, difference in both]).T
    whole = np.array([times.units(counted) for counted, _ in both]).T
    low, high = _intervals(part, whole, resamples, seed, confidence)
    pairs = whole.sum(axis=0)
    return pd.DataFrame(
        {
            "clock": [clock for clock, _ in rows],
            "months": [month for _, month in rows],
            "uplift": np.divide(part.sum(axis=0), pairs, out=np.full(len(pairs), np.nan), where=pairs > 0),
            "low": low,
            "high": high,
            "pairs": pairs.astype(int),
            "same": [_share_of_draws(~difference.any(axis=1), counted.any(axis=1)) for counted, difference in both],
        }
    )


def _pair(times: Times, clock: str, within: float) -> tuple[Mask, NDArray[np.int64]]:
    """Which pairs count, and by how much each differs: 1, 0 or -1."""
    with_it, without = (changed_within(times, arm, clock, within) for arm in (0, 1))
    counted = with_it.counted & without.counted
    return counted, (with_it.happened.astype(int) - without.happened.astype(int)) * counted


def _share_of_draws(which: Mask, counted: Mask) -> float:
    return float((which & counted).sum() / counted.sum()) if counted.any() else float("nan")
