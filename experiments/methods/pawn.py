"""PAWN: how far knowing a factor shifts the distribution of an outcome."""

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
    from experiments.analysis.pawn import distribution_shifts  # loaded where it is needed: commands start quickly

    return distribution_shifts(design, cube, outcomes, **how)


METHOD = Method(
    name="pawn",
    lay=_lay,
    points=lambda parts, samples, _: samples,
    analyse=_analyse,
    ranked_by="median",
    shown=("median", "maximum"),
    drawn=("median", "maximum"),
    kinds=DRAWN,
    samples=1024,
    source="Pianosi and Wagener 2018 (doi 10.1016/j.envsoft.2018.07.019); Zadeh et al. 2017 "
    "(doi 10.1016/j.envsoft.2017.02.001)",
    dependent=True,
    fewest=FEWEST_POINTS,
    speaks="distance",
    grows=True,
)
