"""Morris' elementary effects: a screening of many factors with few runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from experiments.analysis.arrange import Cube
from experiments.designs import Design, morris
from experiments.methods.contract import Method, Wish


def _lay(wish: Wish) -> Design:
    return morris(wish.factors, wish.samples, groups=wish.groups, composition=wish.composition, seed=wish.seed)


def _analyse(design: Design, cube: Cube, outcomes: Sequence[str], **how: Any) -> pd.DataFrame:
    from experiments.analysis.elementary import elementary_effects  # loaded where it is needed: commands start quickly

    return elementary_effects(design, cube, outcomes, **how)


METHOD = Method(
    name="morris",
    lay=_lay,
    points=lambda parts, samples, _: samples * (parts + 1),
    analyse=_analyse,
    ranked_by="mu_star",
    shown=("mu_star", "mu", "sigma"),
    drawn=("mu_star", "sigma"),
    kinds=("morris",),
    samples=40,
    source="Morris 1991 (doi 10.1080/00401706.1991.10484804); Campolongo, Cariboni and Saltelli 2007 "
    "(doi 10.1016/j.envsoft.2006.10.004)",
    groups=True,
    composes=True,
    speaks="effect",
    grows=True,
)
