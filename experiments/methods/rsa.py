"""Regional sensitivity analysis: which factors tell points that end high from those that end low."""

from __future__ import annotations

from experiments.analysis.given import FEWEST_POINTS
from experiments.analysis.regional import regional_differences
from experiments.designs import DRAWN, Design, lhs
from experiments.methods.contract import Method, Wish


def _lay(wish: Wish) -> Design:
    # A Latin hypercube, though it cannot be extended: see `given` on what a short Sobol sequence makes of many factors.
    return lhs(wish.factors, wish.samples, dependence=wish.dependence, seed=wish.seed)


METHOD = Method(
    name="rsa",
    lay=_lay,
    points=lambda parts, samples, _: samples,
    analyse=regional_differences,
    ranked_by="distance",
    shown=("distance", "shift"),
    drawn=("distance",),
    kinds=DRAWN,
    samples=1024,
    source="Hornberger and Spear 1981 (J. Environmental Management 12, 7-18); Saltelli et al. 2008 "
    "(doi 10.1002/9780470725184)",
    dependent=True,
    fewest=FEWEST_POINTS,
)
