"""Whether a study is large enough: what of its measures is still open at its last doubling."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

PRECISION = 0.05
SCALES = {"variance": 1.0, "distance": 1.0}


def unsettled(grown: pd.DataFrame, main: str, speaks: str, precision: float = PRECISION) -> pd.DataFrame:
    """The parts whose measure may still move by more than the precision.

    A measure is settled where its 95 % interval reaches at most `precision` to each side and it moved by at most as
    much when the samples were last doubled. Parts that are all settled are ranked up to that precision: those that lie
    closer together may change places.

    Parameters
    ----------
    grown : DataFrame
        From `methods.convergence.convergence`.
    main : str
        The measure that ranks.
    speaks : str
        See `Method`: shares and distances are taken as they are, effects as parts of the largest one.

    Returns
    -------
    DataFrame
        One row for each part and outcome that is not settled: `outcome`, `factor`, `half` (half-width of the interval)
        and `moved`, both in units of the scale. With fewer than two sizes of sample nothing is settled.

    Source: Sarrazin, Pianosi and Wagener 2016 (doi 10.1016/j.envsoft.2016.02.005), whose criterion for the convergence
    of indices is the width of their intervals, 0.05 in their examples.
    """
    table = grown[grown["axis"] == "samples"]
    sizes = sorted(table["samples"].unique())
    if not sizes:
        raise ValueError("this study has no smaller one inside it")
    last = table[table["samples"] == sizes[-1]]
    before = table[table["samples"] == sizes[-2]] if len(sizes) > 1 else None
    rows = []
    for outcome, part in last.groupby("outcome", sort=False):
        if part[main].isna().all():
            continue  # an outcome that never varies has nothing that could settle
        scale = SCALES.get(speaks, float(part[main].max())) or 1.0
        found = pd.DataFrame({"outcome": outcome, "factor": part["factor"].to_numpy()})
        found["half"] = (part[f"{main}_high"] - part[main]).to_numpy() / scale
        found["moved"] = np.nan if before is None else _moved(part, before, main) / scale
        rows.append(found[~((found["half"] <= precision) & (found["moved"] <= precision))])
    columns = ["outcome", "factor", "half", "moved"]
    return pd.concat(rows, ignore_index=True)[columns] if rows else pd.DataFrame(columns=columns)


def _moved(part: pd.DataFrame, before: pd.DataFrame, main: str) -> NDArray[np.float64]:
    """By how much each measure of an outcome moved since the samples were half as many."""
    half = before[before["outcome"] == part["outcome"].iloc[0]].set_index("factor")[main]
    return np.abs(part[main].to_numpy() - half.reindex(part["factor"]).to_numpy())
