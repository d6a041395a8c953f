"""Radial steps: total indices and elementary effects from the same few runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from experiments.analysis.arrange import Cube
from experiments.designs import Design, radial
from experiments.methods.contract import Method, Wish


def _lay(wish: Wish) -> Design:
    return radial(wish.factors, wish.samples, groups=wish.groups, composition=wish.composition, seed=wish.seed)


def _analyse(design: Design, cube: Cube, outcomes: Sequence[str], **how: Any) -> pd.DataFrame:
    from experiments.analysis.radial import radial_measures  # loaded where it is needed: commands start quickly

    return radial_measures(design, cube, outcomes, **how)


METHOD = Method(
    name="radial",
    lay=_lay,
    points=lambda parts, samples, _: samples * (parts + 1),
    analyse=_analyse,
    ranked_by="ST",
    shown=("ST", "ST_expected", "mu_star", "mu", "sigma"),
    drawn=("ST",),
    kinds=("radial",),
    samples=128,
    source="Campolongo, Saltelli and Cariboni 2011 (doi 10.1016/j.cpc.2010.12.039); Jansen 1999 "
    "(doi 10.1016/S0010-4655(98)00154-4)",
    groups=True,
    composes=True,
    speaks="variance",
    grows=True,
)
