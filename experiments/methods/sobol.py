"""Sobol indices from Saltelli's design: shares of variance, alone and in combination."""

from __future__ import annotations

from experiments.analysis.indices import sobol_indices
from experiments.designs import Design, sobol
from experiments.designs.sobol import point_count
from experiments.methods.contract import Method, Wish


def _lay(wish: Wish) -> Design:
    return sobol(
        wish.factors, wish.samples, second_order=wish.second_order, groups=wish.groups, composition=wish.composition,
        seed=wish.seed,
    )  # fmt: skip


METHOD = Method(
    name="sobol",
    lay=_lay,
    points=point_count,
    analyse=sobol_indices,
    ranked_by="ST",
    shown=("ST", "S1", "ST_expected"),
    drawn=("ST", "S1"),
    kinds=("sobol",),
    samples=256,
    source="Saltelli et al. 2010 (doi 10.1016/j.cpc.2009.09.018); Jansen 1999 (doi 10.1016/S0010-4655(98)00154-4)",
    groups=True,
    composes=True,
    second_order=True,
)
