"""The radial design: base points, and beside each the points where one part alone has moved."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.designs.composition import Composition
from experiments.designs.design import Design, Group
from experiments.designs.factors import Factor
from experiments.designs.sobol import blank, part_names


def radial(
    factors: Sequence[Factor],
    samples: int,
    *,
    groups: Sequence[Group] = (),
    composition: Composition | None = None,
    seed: int = 0,
) -> Design:
    """Base points of a scrambled Sobol sequence, each with one step in every part: samples (D + 1) points, D parts.

    A design of N base points is the beginning of one of 2 N. We lay it ourselves because SALib's two radial samplers
    either seed numpy's global generator or use an unscrambled sequence that no seed changes, and know no groups.
    Scrambling also does away with their shift of rows: no place is met by base and step alike.

    Parameters
    ----------
    samples : int
        Base points N; a power of two keeps the sequence even.
    groups : sequence of (name, paths)
        Factors that change together.
    composition : Composition or None
        Founders drawn as a whole: one part, whose places change together.

    Source: Campolongo, Saltelli and Cariboni 2011 (doi 10.1016/j.cpc.2010.12.039); Owen 2020 (why scrambled).
    """
    bare = blank("radial", factors, groups, composition)
    base, other = place_pairs(bare.unit.shape[1], samples, seed)
    moves = np.array([part_names(bare)]) == np.array([["", *bare.parts]]).T
    unit = np.where(moves, other[:, None], base[:, None]).reshape(-1, base.shape[1])
    settings = {"samples": samples, "seed": seed, "block": len(bare.parts) + 1}
    return Design("radial", tuple(factors), unit, settings, composition, groups=tuple(groups))


def place_pairs(width: int, samples: int, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Two independent points of the unit cube a sample, from one scrambled Sobol sequence, each (samples, width)."""
    from scipy.stats import qmc

    bits = max(0, samples - 1).bit_length()  # a whole power of two, of which the beginning is taken
    both = qmc.Sobol(2 * width, rng=seed).random_base2(bits)[:samples]
    return both[:, :width], both[:, width:]
