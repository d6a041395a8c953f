"""Shapley effects: shares of the variance that sum to one, also where factors work together or depend."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import pandas as pd

from experiments.analysis.arrange import Cube
from experiments.designs import Design, shapley, shapley_dependent
from experiments.designs.dependence import checked_dependence, score_correlations
from experiments.designs.shapley import linked_count
from experiments.methods.contract import Method, Wish


def _lay(wish: Wish) -> Design:
    words: dict[str, Any] = {"groups": wish.groups, "composition": wish.composition, "seed": wish.seed}
    if not wish.dependence:
        return shapley(wish.factors, wish.samples, **words)
    checked_dependence(wish.dependence, wish.factors)  # groups may depend too: they are drawn given the others
    correlation = score_correlations(wish.dependence, [one.path for one in wish.factors])
    laid = shapley_dependent(wish.factors, wish.samples, correlation, **words)
    pairs = [[one, other, float(rho)] for one, other, rho in wish.dependence]
    return dataclasses.replace(laid, settings=dict(laid.settings) | {"dependence": pairs})


def _analyse(design: Design, cube: Cube, outcomes: Sequence[str], **how: Any) -> pd.DataFrame:
    from experiments.analysis.shapley import shapley_effects  # loaded where it is needed: commands start quickly

    return shapley_effects(design, cube, outcomes, **how)


METHOD = Method(
    name="shapley",
    lay=_lay,
    points=lambda parts, samples, _: samples * (parts + 1),
    analyse=_analyse,
    ranked_by="shapley",
    shown=("shapley", "shapley_expected"),
    drawn=("shapley",),
    kinds=("shapley", "shapley_dependent"),
    samples=512,
    source="Owen 2014 (doi 10.1137/130936233); Goda 2021 (doi 10.1016/j.ress.2021.107702); Song, Nelson and Staum "
    "2016 (doi 10.1137/15M1048070)",
    groups=True,
    composes=True,
    speaks="variance",
    grows=True,
    dependent=True,
    linked_points=linked_count,
)
