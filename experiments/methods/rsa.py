"""Regional sensitivity analysis: which factors tell points that end high from those that end low."""

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
    from experiments.analysis.regional import regional_differences  # loaded where it is needed: commands start quickly

    return regional_differences(design, cube, outcomes, **how)


METHOD = Method(
    name="rsa",
    lay=_lay,
    points=lambda parts, samples, _: samples,
    analyse=_analyse,
    ranked_by="distance",
    shown=("distance", "shift"),
    drawn=("distance",),
    kinds=DRAWN,
    samples=1024,
    source="Hornberger and Spear 1981 (J. Environmental Management 12, 7-18); Saltelli et al. 2008 "
    "(doi 10.1002/9780470725184)",
    dependent=True,
    fewest=FEWEST_POINTS,
    speaks="distance",
    grows=True,
)
