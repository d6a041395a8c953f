"""The extended Fourier amplitude sensitivity test: Sobol indices from curves through the space of the factors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from experiments.analysis.arrange import Cube
from experiments.designs import Design, fast
from experiments.designs.fast import FEWEST, point_count
from experiments.methods.contract import Method, Wish


def _lay(wish: Wish) -> Design:
    return fast(wish.factors, wish.samples, groups=wish.groups, composition=wish.composition, seed=wish.seed)


def _analyse(design: Design, cube: Cube, outcomes: Sequence[str], **how: Any) -> pd.DataFrame:
    from experiments.analysis.fast import fast_indices  # loaded where it is needed: commands start quickly

    return fast_indices(design, cube, outcomes, **how)


METHOD = Method(
    name="fast",
    lay=_lay,
    points=point_count,
    analyse=_analyse,
    ranked_by="ST",
    shown=("ST", "S1"),
    drawn=("ST", "S1"),
    kinds=("fast",),
    samples=257,
    source="Saltelli, Tarantola and Chan 1999 (doi 10.1080/00401706.1999.10485594)",
    speaks="variance",
    fewest=FEWEST,
)
