"""How an outcome runs along each factor: means over bins of the factor, with intervals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import t

from experiments.analysis.arrange import Cube
from experiments.designs import CoefficientSets, Design, Factor
from sim.declare import Parameter

BINS = 8
# Points of a base sample that were drawn independently of each other, by their place in it.
DRAWN_WITHIN = {"sobol": (0, -1), "radial": (0,), "shapley": (0, -1)}
TIED = ("morris", "fast", "shapley_dependent")  # designs whose points all hang together
CHOSEN = ("grid", "listed")  # designs whose values were chosen one by one

Array = NDArray[np.float64]


def main_effects(design: Design, cube: Cube, outcomes: Sequence[str], *, bins: int = BINS) -> pd.DataFrame:
    """Mean of each outcome where a factor lies in one of a few equal parts of its distribution.

    Where the points of a base sample hang together only those are used that were drawn independently, so that the
    intervals are honest; where no such points can be told (Morris, FAST) no intervals are given.

    Returns
    -------
    DataFrame
        One row an outcome, factor and bin: `value` (mean factor value in the bin), `label` (the value itself where
        the factor is yes-or-no or a choice), `mean`, `low`, `high` (95 %), `points`.
    """
    rows = _base_rows(design)
    means = np.nanmean(cube, axis=1)[rows]
    codes, places = design.codes()[rows], design.places()[rows]
    tables = []
    for k, factor in enumerate(design.factors):
        if isinstance(factor, CoefficientSets):
            continue  # the number of a set is only its name
        bin_of = _bin_of(design, factor, places[:, k], codes[:, k], bins)
        tables.append(_along(factor.path, factor.parameter, codes[:, k], bin_of, means, outcomes))
    if design.composition is not None:
        sectors = codes[:, len(design.factors)]
        tables.append(_along(design.composition.path, None, sectors, sectors.astype(int), means, outcomes))
    if not tables:
        return pd.DataFrame(columns=["outcome", "factor", "value", "label", "mean", "low", "high", "points"])
    found = pd.concat(tables, ignore_index=True)
    if design.kind in TIED:
        found[["low", "high"]] = np.nan
    return found


def _base_rows(design: Design) -> NDArray[np.int64]:
    everything = np.arange(len(design))
    if design.kind not in DRAWN_WITHIN:
        return everything
    place, block = everything % design.block, design.block
    return everything[np.isin(place, [within % block for within in DRAWN_WITHIN[design.kind]])]


def _along(
    path: str,
    parameter: Parameter | None,
    codes: Array,
    bin_of: NDArray[np.int64],
    means: Array,
    outcomes: Sequence[str],
) -> pd.DataFrame:
    """The rows of one factor; `parameter` is None for the number of sectors."""
    rows = []
    for number in np.unique(bin_of):
        inside = bin_of == number
        value = float(codes[inside].mean())
        named = parameter is not None and parameter.type in ("boolean", "choice")
        label = str(parameter.value(value)) if parameter is not None and named else ""
        rows += [_bin(path, name, value, label, means[inside, k]) for k, name in enumerate(outcomes)]
    return pd.DataFrame(rows)


def _bin_of(design: Design, factor: Factor, places: Array, codes: Array, bins: int) -> NDArray[np.int64]:
    """The bin of each point: its value where there are few of them, else a part of the factor's distribution."""
    levels = np.unique(codes)
    if (factor.is_discrete or design.kind in CHOSEN) and len(levels) <= bins + 4:
        return np.searchsorted(levels, codes)
    return np.minimum((places * bins).astype(int), bins - 1)


def _bin(path: str, outcome: str, value: float, label: str, means: NDArray[np.float64]) -> dict[str, object]:
    count = len(means)
    half = float(t.ppf(0.975, count - 1) * means.std(ddof=1) / np.sqrt(count)) if count > 1 else float("nan")
    middle = float(means.mean())
    row = {"outcome": outcome, "factor": path, "value": value, "label": label, "mean": middle}
    return row | {"low": middle - half, "high": middle + half, "points": count}
