"""Designs that fill the space of the factors evenly or by chance: for sweeps, not for indices.

Each draw meets chance of its own, so that an ensemble spans luck as it spans the factors.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.designs.composition import Composition
from experiments.designs.dependence import Pair, checked_dependence, drawn_together, rearranged, score_correlations
from experiments.designs.design import Design
from experiments.designs.factors import Factor
from sim.errors import BadInput, Problem

Array = NDArray[np.float64]


def lhs(
    factors: Sequence[Factor],
    samples: int,
    *,
    composition: Composition | None = None,
    dependence: Sequence[Pair] = (),
    seed: int = 0,
) -> Design:
    """A Latin hypercube: each factor meets each of `samples` equal parts of its distribution once.

    A hypercube of N points is the beginning of one of 2 N: every one is doubled from the smallest that its size can be
    halved to. Ours, as SciPy's sampler lays a hypercube of another size anew; it lays the smallest.

    Parameters
    ----------
    dependence : sequence of (path, path, rank correlation)
        Factors that are drawn together; the hypercube stays Latin, its columns are put into another order.

    Raises BadInput where the dependence cannot be laid on these factors or with so few points.

    Source: McKay, Beckman and Conover 1979 (doi 10.1080/00401706.1979.10489755); Sallaberry, Helton and Hora 2008
    (doi 10.1016/j.ress.2007.04.005) for doubling, also where factors depend; Iman and Conover 1982
    (doi 10.1080/03610918208812265) for dependence.
    """
    from scipy.stats import qmc

    fewest = len(factors) + 2 if dependence else 2  # fewer ranks cannot be freed from the correlations of chance
    if dependence and samples < fewest:
        raise BadInput(Problem("design", 0, "samples", str(samples), f"expected {fewest} or more where factors depend"))
    sizes = _halvings(samples, fewest)
    unit = qmc.LatinHypercube(_width(factors, composition), rng=seed).random(sizes[0])
    for size in sizes[:-1]:
        unit = np.concatenate([unit, _other_halves(unit, np.random.default_rng([seed, size]))])

    def tie(places: Array, matrix: Array) -> Array:
        return np.concatenate([rearranged(part, matrix) for part in np.split(places, sizes[:-1])])

    return _design("lhs", factors, unit, composition, seed, dependence, tie)


def _halvings(samples: int, fewest: int) -> list[int]:
    """The sizes through which a hypercube is doubled, in rising order; none is smaller than `fewest`."""
    sizes = [samples]
    while sizes[-1] % 2 == 0 and sizes[-1] // 2 >= fewest:
        sizes.append(sizes[-1] // 2)
    return sizes[::-1]


def _other_halves(unit: Array, generator: np.random.Generator) -> Array:
    """As many points more, such that all are a Latin hypercube: in each column, the half of each part that is empty.

    Which of them meet in a point is drawn for each column.
    """
    part = unit.argsort(axis=0).argsort(axis=0)
    is_low = unit * len(unit) - part < 0.5
    places = (2 * part + is_low + generator.random(unit.shape)) / (2 * len(unit))
    return generator.permuted(places, axis=0)


def sobol_sequence(
    factors: Sequence[Factor],
    samples: int,
    *,
    composition: Composition | None = None,
    dependence: Sequence[Pair] = (),
    seed: int = 0,
) -> Design:
    """A scrambled Sobol sequence: even in many directions at once; N points are the beginning of 2 N.

    It is not Saltelli's design, which pairs points to tell shares of variance apart: indices refuse it.

    Parameters
    ----------
    dependence : sequence of (path, path, rank correlation)
        Factors that are drawn together, point by point, so that the beginning stays the beginning.

    Raises BadInput where the dependence cannot be laid on these factors.

    Source: Sobol 1967; Owen 1998 (scrambling); SciPy's sampler.
    """
    from scipy.stats import qmc

    sequence = qmc.Sobol(_width(factors, composition), rng=seed)
    bits = max(0, samples - 1).bit_length()  # a whole power of two, of which the beginning is taken
    unit = sequence.random_base2(bits)[:samples]
    return _design("sobol_sequence", factors, unit, composition, seed, dependence, drawn_together)


def random_points(
    factors: Sequence[Factor],
    samples: int,
    *,
    composition: Composition | None = None,
    dependence: Sequence[Pair] = (),
    seed: int = 0,
) -> Design:
    """Draws independent of each other; N points are the beginning of any longer design.

    Parameters
    ----------
    dependence : sequence of (path, path, rank correlation)
        Factors that are drawn together within a point.

    Raises BadInput where the dependence cannot be laid on these factors.
    """
    unit = np.random.default_rng(seed).random((samples, _width(factors, composition)))
    return _design("random", factors, unit, composition, seed, dependence, drawn_together)


def _width(factors: Sequence[Factor], composition: Composition | None) -> int:
    return len(factors) + (len(composition.places) if composition else 0)


def _design(
    kind: str,
    factors: Sequence[Factor],
    unit: Array,
    composition: Composition | None,
    seed: int,
    dependence: Sequence[Pair],
    tie: Callable[[Array, Array], Array],
) -> Design:
    """The design of these places, tied together by `tie` where there is dependence: the composition stands apart."""
    settings: dict[str, Any] = {"samples": len(unit), "seed": seed, "block": 1}
    unit = np.ascontiguousarray(unit, dtype=float)
    if dependence:
        checked_dependence(dependence, factors)
        matrix = score_correlations(dependence, [one.path for one in factors])
        unit[:, : len(factors)] = tie(unit[:, : len(factors)], matrix)
        settings["dependence"] = [[one, other, float(rho)] for one, other, rho in dependence]
    return Design(kind, tuple(factors), unit, settings, composition)
