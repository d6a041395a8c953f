"""Borgonovo's delta: how much of an outcome's density a factor moves, and first-order indices beside it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from experiments.analysis.arrange import Cube
from experiments.analysis.given import FEWEST_POINTS
from experiments.designs import DRAWN, Design, lhs
from experiments.methods.contract import Method, Wish


def _lay(wish: Wish) -> Design:
    # A Latin hypercube: see `given` on what a short Sobol sequence makes of many factors.
    return lhs(wish.factors, wish.samples, dependence=wish.dependence, seed=wish.seed)


def _analyse(design: Design, cube: Cube, outcomes: Sequence[str], **how: int) -> pd.DataFrame:
    from experiments.analysis.delta import density_shifts  # loaded where it is needed: commands start quickly

    return density_shifts(design, cube, outcomes, **how)


METHOD = Method(
    name="delta",
    lay=_lay,
    points=lambda parts, samples, _: samples,
    analyse=_analyse,
    ranked_by="delta",
    shown=("delta", "S1"),
    drawn=("delta", "S1"),
    kinds=DRAWN,
    samples=1024,
    source="Borgonovo 2007 (doi 10.1016/j.ress.2006.04.015); Plischke, Borgonovo and Smith 2013 "
    "(doi 10.1016/j.ejor.2012.11.047)",
    dependent=True,
    fewest=FEWEST_POINTS,
    speaks="distance",
    grows=True,
)
