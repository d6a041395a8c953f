"""Runs arranged for analysis: outcomes by design point and replicate, complete or refused."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.errors import AllianceError

Cube = NDArray[np.float64]


class Unanalysable(AllianceError):
    """The runs cannot carry the analysis asked for; says why and what would."""

    exit_code = 3


def arrange(runs: pd.DataFrame, outcomes: Sequence[str], points: int, *, missing: str = "refuse") -> Cube:
    """Outcomes of runs as an array of shape (points, replicates, outcomes).

    Parameters
    ----------
    runs : DataFrame
        With columns `design_point`, `replicate` and the outcomes; each pair of point and replicate once, in any order.
    points : int
        Number of design points that there should be.
    missing : "refuse" or "omit"
        What to do with outcomes that are not finite: refuse the analysis, or leave the replicate out (NaN in the
        array), as long as every point keeps one. Nothing is ever filled in.

    Raises Unanalysable where runs are missing or not finite.
    """
    ordered = _ordered(runs, points)
    values = ordered[list(outcomes)].to_numpy(dtype=float)
    cube = values.reshape(points, -1, len(outcomes))
    cube = np.where(np.isfinite(cube), cube, np.nan)
    absent = np.isnan(cube)
    if absent.any() and (missing != "omit" or absent.all(axis=1).any()):
        raise Unanalysable(_why(absent, outcomes))
    return np.asarray(cube)


def _ordered(runs: pd.DataFrame, points: int) -> pd.DataFrame:
    ordered = runs.sort_values(["design_point", "replicate"], kind="stable")
    replicates, extra = divmod(len(ordered), points)
    wanted = np.arange(len(ordered))
    point, replicate = ordered["design_point"].to_numpy(), ordered["replicate"].to_numpy()
    whole = replicates > 0 and not extra
    if not whole or not (
        np.array_equal(point, wanted // replicates) and np.array_equal(replicate, wanted % replicates)
    ):
        raise Unanalysable(f"{len(runs)} runs do not hold every replicate of {points} design points once")
    return ordered


def _why(absent: NDArray[np.bool_], outcomes: Sequence[str]) -> str:
    counts = absent.sum(axis=(0, 1))
    told = ", ".join(f"{name} in {counts[k]}" for k, name in enumerate(outcomes) if counts[k])
    return f"of {absent[:, :, 0].size} runs, outcomes are missing ({told}): an analysis would have to invent them"
