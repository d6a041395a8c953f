"""Designs that fill the space of the factors evenly or by chance: for sweeps, not for indices.

Each draw meets chance of its own, so that an ensemble spans luck as it spans the factors.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.designs.composition import Composition
from experiments.designs.design import Design
from experiments.designs.factors import Factor


def lhs(factors: Sequence[Factor], samples: int, *, composition: Composition | None = None, seed: int = 0) -> Design:
    """A Latin hypercube: each factor meets each of `samples` equal parts of its distribution once.

    Source: McKay, Beckman and Conover 1979 (doi 10.1080/00401706.1979.10489755); SciPy's sampler.
    """
    from scipy.stats import qmc

    unit = qmc.LatinHypercube(_width(factors, composition), rng=seed).random(samples)
    return _design("lhs", factors, unit, composition, seed)


def sobol_sequence(
    factors: Sequence[Factor], samples: int, *, composition: Composition | None = None, seed: int = 0
) -> Design:
    """A scrambled Sobol sequence: even in many directions at once; N points are the beginning of 2 N.

    It is not Saltelli's design, which pairs points to tell shares of variance apart: indices refuse it.

    Source: Sobol 1967; Owen 1998 (scrambling); SciPy's sampler.
    """
    from scipy.stats import qmc

    sequence = qmc.Sobol(_width(factors, composition), rng=seed)
    bits = max(0, samples - 1).bit_length()  # a whole power of two, of which the beginning is taken
    return _design("sobol_sequence", factors, sequence.random_base2(bits)[:samples], composition, seed)


def random_points(
    factors: Sequence[Factor], samples: int, *, composition: Composition | None = None, seed: int = 0
) -> Design:
    """Independent draws; N points are the beginning of any longer design."""
    unit = np.random.default_rng(seed).random((samples, _width(factors, composition)))
    return _design("random", factors, unit, composition, seed)


def _width(factors: Sequence[Factor], composition: Composition | None) -> int:
    return len(factors) + (len(composition.places) if composition else 0)


def _design(
    kind: str, factors: Sequence[Factor], unit: NDArray[np.float64], composition: Composition | None, seed: int
) -> Design:
    settings = {"samples": len(unit), "seed": seed, "block": 1}
    return Design(kind, tuple(factors), np.ascontiguousarray(unit, dtype=float), settings, composition)
