"""High-dimensional model representation: shares of variance from a fitted surface, for dependent factors too."""

from __future__ import annotations

from experiments.analysis.given import PAIRED_BY_CHANCE
from experiments.analysis.hdmr import FEWEST, polynomial_degree, surface_indices
from experiments.designs import Design, lhs
from experiments.methods.contract import Method, Wish


def _lay(wish: Wish) -> Design:
    polynomial_degree(len(wish.factors), wish.samples)  # refused before anything is run, not after
    return lhs(wish.factors, wish.samples, dependence=wish.dependence, seed=wish.seed)


METHOD = Method(
    name="hdmr",
    lay=_lay,
    points=lambda parts, samples, _: samples,
    analyse=surface_indices,
    ranked_by="ST",
    shown=("ST", "S", "Sa", "Sb"),
    drawn=("ST", "Sa"),
    kinds=PAIRED_BY_CHANCE,
    samples=1024,
    source="Li et al. 2010 (doi 10.1021/jp9096919); Gao, Sahin and Vrugt 2023 (doi 10.1029/2022WR032834)",
    dependent=True,
    fewest=FEWEST,
)
