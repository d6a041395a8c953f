"""High-dimensional model representation: shares of variance from a fitted surface, for dependent factors too."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from experiments.analysis.arrange import Cube
from experiments.analysis.given import FEWEST_FOR_SURFACES, PAIRED_BY_CHANCE
from experiments.designs import Design, lhs
from experiments.methods.contract import Method, Wish


def _lay(wish: Wish) -> Design:
    from experiments.analysis.hdmr import polynomial_degree  # loaded where it is needed: commands start quickly

    polynomial_degree(len(wish.factors), wish.samples)  # refused before anything is run, not after
    return lhs(wish.factors, wish.samples, dependence=wish.dependence, seed=wish.seed)


def _analyse(design: Design, cube: Cube, outcomes: Sequence[str], **how: int) -> pd.DataFrame:
    from experiments.analysis.hdmr import surface_indices  # loaded where it is needed: commands start quickly

    return surface_indices(design, cube, outcomes, **how)


METHOD = Method(
    name="hdmr",
    lay=_lay,
    points=lambda parts, samples, _: samples,
    analyse=_analyse,
    ranked_by="ST",
    shown=("ST", "S", "Sa", "Sb"),
    drawn=("ST", "Sa"),
    kinds=PAIRED_BY_CHANCE,
    samples=1024,
    source="Li et al. 2010 (doi 10.1021/jp9096919); Gao, Sahin and Vrugt 2023 (doi 10.1029/2022WR032834)",
    dependent=True,
    fewest=FEWEST_FOR_SURFACES,
    speaks="variance",
    grows=True,
)
