"""Where two runs that met the same chance first part ways, counted over many pairs; and which run to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Array = NDArray[np.float64]
NEAR = 13  # weeks


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a run as far as two runs can be compared: when, what sort, who, whom, and how much it matters."""

    week: int
    kind: str
    who: str
    whom: str
    weight: int

    @property
    def what(self) -> tuple[str, str, str]:
        """All but the week and the weight."""
        return self.kind, self.who, self.whom


@dataclass(frozen=True, slots=True)
class Parting:
    """The first difference: in which of the two runs (0 or 1) something happens that the other does not have then."""

    side: int
    happening: Happening


def parting(one: Sequence[Happening], other: Sequence[Happening], near: int = NEAR) -> Parting | None:
    """The first difference between two runs, None where they tell the same; of several in a week the weightiest.

    An event that comes in the other run too, at most `near` weeks apart, is no difference: a little sooner or later is
    what chance does anyway.
    """
    runs = one, other
    only = [Parting(side, each) for side in (0, 1) for each in _unmatched(runs[side], runs[1 - side], near)]
    if not only:
        return None
    return min(only, key=lambda found: (found.happening.week, -found.happening.weight))


def _unmatched(mine: Sequence[Happening], others: Sequence[Happening], near: int) -> list[Happening]:
    """Events of a run without one of their own in the other; each there stands for one here, in order of weeks."""
    left: dict[tuple[str, str, str], list[int]] = {}
    for each in sorted(others, key=lambda each: each.week):
        left.setdefault(each.what, []).append(each.week)
    alone = []
    for each in sorted(mine, key=lambda each: each.week):
        weeks = left.get(each.what, [])
        while weeks and weeks[0] < each.week - near:
            weeks.pop(0)
        if weeks and weeks[0] <= each.week + near:
            weeks.pop(0)
        else:
            alone.append(each)
    return alone


def partings(found: Sequence[Parting | None]) -> pd.DataFrame:
    """How often each first difference comes, the most frequent first.

    Returns
    -------
    DataFrame
        `side`, `kind`, `who`, `whom`, `pairs`, how many of the pairs, `week`, the median week, `example`, the number of
        the first pair in which it comes.
    """
    rows = [
        {"side": each.side, "kind": each.happening.kind, "who": each.happening.who, "whom": each.happening.whom,
         "week": each.happening.week, "example": number}
        for number, each in enumerate(found) if each is not None
    ]  # fmt: skip
    columns = ["side", "kind", "who", "whom", "pairs", "week", "example"]
    if not rows:
        return pd.DataFrame(columns=columns)
    grouped = pd.DataFrame(rows).groupby(["side", "kind", "who", "whom"], sort=False)
    table = grouped.agg(pairs=("week", "size"), week=("week", "median"), example=("example", "min")).reset_index()
    return table.sort_values(["pairs", "example"], ascending=[False, True], kind="stable", ignore_index=True)[columns]


def told_runs(outcomes: Array, better: Array) -> dict[str, int]:
    """Numbers of the runs worth telling: the most usual, the luckiest and the unluckiest.

    Parameters
    ----------
    outcomes : (runs, outcomes)
        Finite; the most usual run is the one nearest to the medians, each outcome in its own spread.
    better : (runs,)
        By which runs are ordered; the luckiest is among the best tenth, the unluckiest among the worst, each the run
        there that is nearest to the medians of its tenth: an outlier is no story.
    """
    order = np.argsort(-better, kind="stable")
    tenth = max(1, len(order) // 10)
    groups = {"usual": np.arange(len(order)), "lucky": order[:tenth], "unlucky": order[-tenth:]}
    return {name: _nearest(outcomes, np.sort(among)) for name, among in groups.items()}


def _nearest(outcomes: Array, among: NDArray[np.int64]) -> int:
    part = outcomes[among]
    spread = outcomes.std(axis=0)
    far = np.abs(part - np.median(part, axis=0)) / np.where(spread > 0.0, spread, np.inf)
    return int(among[far.sum(axis=1).argmin()])
