"""Random balance designs: first-order indices from a single drawn sample."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from experiments.analysis.arrange import Cube
from experiments.analysis.given import FEWEST_FOR_WAVES, PAIRED_BY_CHANCE
from experiments.designs import Design, lhs
from experiments.methods.contract import Method, Wish


def _lay(wish: Wish) -> Design:
    # A Latin hypercube: the theory wants columns in chance order.
    return lhs(wish.factors, wish.samples, seed=wish.seed)


def _analyse(design: Design, cube: Cube, outcomes: Sequence[str], **how: int) -> pd.DataFrame:
    from experiments.analysis.rbd_fast import first_order_by_waves  # loaded where it is needed: commands start quickly

    return first_order_by_waves(design, cube, outcomes, **how)


METHOD = Method(
    name="rbd_fast",
    lay=_lay,
    points=lambda parts, samples, _: samples,
    analyse=_analyse,
    ranked_by="S1",
    shown=("S1",),
    drawn=("S1",),
    kinds=PAIRED_BY_CHANCE,
    samples=1024,
    source="Tarantola, Gatelli and Mara 2006 (doi 10.1016/j.ress.2005.06.003); Plischke 2010 "
    "(doi 10.1016/j.ress.2009.11.005); Tissot and Prieur 2012 (doi 10.1016/j.ress.2012.06.010)",
    fewest=FEWEST_FOR_WAVES,
    speaks="variance",
    grows=True,
)
