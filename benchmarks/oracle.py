"""The plain version as an oracle: means of a few outcomes beside ours, with intervals; differences are only shown."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from benchmarks.plain_mesa import PlainAlliance
from benchmarks.situations import five_kinds, settings_of
from benchmarks.timing import Batch
from sim.outcomes import OUTCOMES

COMPARED = ("attendance", "trust_mean", "adopted_ever", "completion", "members_peak")


def mean_with_interval(values: Any) -> dict[str, float]:
    """Mean of the runs that have the outcome, and its 95% interval (Wilson's for what is 0 or 1)."""
    found = np.asarray(values, dtype=float)
    found = found[~np.isnan(found)]
    n, mean = len(found), float(found.mean())
    if set(np.unique(found)) <= {0.0, 1.0}:
        middle, half = wilson(mean, n)
    else:
        middle, half = mean, 1.96 * float(found.std(ddof=1)) / math.sqrt(n)
    return {"mean": mean, "low": middle - half, "high": middle + half, "runs": n}


def wilson(share: float, n: int) -> tuple[float, float]:
    """Middle and half width of Wilson's 95% interval for a share."""
    z2 = 1.96**2
    scale = 1.0 + z2 / n
    return (share + z2 / (2 * n)) / scale, 1.96 * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / scale


def side_by_side(members: int = 40, ours: int = 400, plain: int = 60) -> list[dict[str, Any]]:
    """Each compared outcome, ours and theirs."""
    scenario = five_kinds(members)
    table = Batch(scenario).run(ours)
    settings = settings_of(scenario)
    runs = [PlainAlliance(settings, members, seed).run(scenario.weeks) for seed in range(plain)]
    names = list(OUTCOMES)
    return [
        {
            "outcome": name,
            "ours": mean_with_interval(table[:, names.index(name)]),
            "plain": mean_with_interval([each[name] for each in runs]),
        }
        for name in COMPARED
    ]
