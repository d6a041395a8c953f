"""Every point of one set of factors with every draw of another: an ensemble repeated under many settings."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.designs.design import CROSSED, Design
from experiments.designs.factors import Factor


def crossed(draws: Design, factors: Sequence[Factor], places: NDArray[np.float64]) -> Design:
    """The draws of a design, all of them again at each place of other factors.

    A draw meets the same chance at every place, so that places differ by nothing but the other factors.

    Parameters
    ----------
    draws : Design
        Of a kind whose points are draws; its twin stays.
    factors : sequence of Factor
        What differs from place to place; none of those that `draws` varies.
    places : (places, factors)
        On the unit cube.

    Returns
    -------
    Design
        Of kind "crossed": draw number `place * draws + draw`, each with its twin where there is one; settings `cycle`,
        the number of draws.
    """
    if not draws.own_chance:
        raise ValueError(f"the points of a {draws.kind} design are no draws")
    count, inner = len(places), draws.draws
    mine = len(draws.factors)
    again = np.tile(draws.unit, (count, 1))
    other = np.repeat(np.asarray(places, dtype=float), inner, axis=0)
    unit = np.column_stack([again[:, :mine], other, again[:, mine:]])
    settings = {"cycle": inner, "seed": draws.settings.get("seed", 0), "draws": draws.kind}
    return dataclasses.replace(
        draws, kind=CROSSED, factors=(*draws.factors, *factors), unit=np.ascontiguousarray(unit), settings=settings
    )
