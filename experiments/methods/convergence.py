"""A method's measures against the number of base samples and of replicates: every beginning is a smaller study."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from experiments.analysis.arrange import Cube
from experiments.designs import Design
from experiments.methods.contract import Method

SMALLEST_PREFIX = 16


def convergence(
    method: Method, design: Design, cube: Cube, outcomes: Sequence[str], *, resamples: int = 200, seed: int = 1
) -> pd.DataFrame:
    """The measures of a method for every halving of samples and of replicates, at no cost in runs.

    Returns the columns of `method.analyse` for each, with `axis`: "samples" or "replicates"; by replicates alone where
    a design has no beginning that is a design itself.
    """
    tables = []
    samples, replicates = int(design.settings["samples"]), cube.shape[1]
    for count in halvings(samples, max(SMALLEST_PREFIX, method.fewest)) if design.block else []:
        part = cube[: count * design.block]
        table = method.analyse(design.prefix(count), part, outcomes, resamples=resamples, seed=seed)
        tables.append(table.assign(axis="samples"))
    for count in halvings(replicates, 1):
        table = method.analyse(design, cube[:, :count], outcomes, resamples=resamples, seed=seed)
        tables.append(table.assign(axis="replicates"))
    return pd.concat(tables, ignore_index=True)


def halvings(whole: int, smallest: int) -> list[int]:
    """The whole, its half, quarter … down to the smallest, in rising order."""
    counts = [whole]
    while counts[-1] // 2 >= smallest:
        counts.append(counts[-1] // 2)
    return counts[::-1]
