"""Search curves through the unit cube for the extended Fourier amplitude sensitivity test."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.designs.composition import Composition
from experiments.designs.design import Design, Group
from experiments.designs.factors import Factor
from sim.errors import BadInput, Problem

HARMONICS = 4
FEWEST = 4 * HARMONICS**2 + 1  # samples of a curve that tell that many harmonics apart
CURVES = 5
FEWEST_CURVES = 4


def fast(
    factors: Sequence[Factor],
    samples: int,
    *,
    curves: int = CURVES,
    harmonics: int = HARMONICS,
    groups: Sequence[Group] = (),
    composition: Composition | None = None,
    seed: int = 0,
) -> Design:
    """Closed curves on which one factor swings fast and all others slowly: curves (D + 1) samples points.

    Each factor has its turn, and at last none, which shows what an index reads where nothing swings; all that
    `curves` times anew. Within a curve every factor has a drawn phase of its own, as in the paper, and the slow
    frequencies go to the factors in a drawn order. SALib's sampler gives all factors of a curve the same phase: its
    curves are so alike that their spread says nothing of the error (Ishigami's indices at 257 points a curve: spread
    0.001, error 0.02 to 0.05), so we lay the curves ourselves, with SALib's fast frequency.

    Parameters
    ----------
    samples : int
        Points a curve, more than 4 harmonics squared.
    curves : int
        Curves a factor, at least four: their spread gives the interval.
    harmonics : int
        How many multiples of the fast frequency count as the factor's own.

    Raises BadInput where samples or curves are too few, and for groups and a composition, whose columns cannot
    share a frequency.

    Source: Saltelli, Tarantola and Chan 1999 (doi 10.1080/00401706.1999.10485594).
    """
    _check(samples, curves, harmonics, groups, composition)
    generator = np.random.default_rng(seed)
    turns = range(len(factors) + 1)
    laid = [_curve(turn, len(factors), samples, harmonics, generator) for _ in range(curves) for turn in turns]
    settings = {"samples": samples, "curves": curves, "harmonics": harmonics, "seed": seed}
    return Design("fast", tuple(factors), np.concatenate(laid), settings)


def point_count(parts: int, samples: int, second_order: bool = False) -> int:
    """Number of design points that `fast` lays with its usual number of curves."""
    return samples * CURVES * (parts + 1)


def fast_frequency(samples: int, harmonics: int) -> int:
    """Swings of the factor whose turn it is; its harmonics just fit below what `samples` points can tell apart."""
    return (samples - 1) // (2 * harmonics)


def slow_frequencies(count: int, samples: int, harmonics: int) -> NDArray[np.int64]:
    """Swings of the `count` other factors, spread from 1, two apart, to where their harmonics stay below the fast one.

    SALib spreads them up to that end however long the curve is: harmonics beyond the last that is counted then reach
    the fast frequency always, and Ishigami's second total index reads 0.03 too high at 513 and at 1025 points alike.
    Two apart, it is 0.01 too high at 257 points and right at 513; next to each other, slow factors share harmonics.
    """
    highest = min(fast_frequency(samples, harmonics) // (2 * harmonics), max(1, 2 * count - 1))
    if highest >= count:
        return np.floor(np.linspace(1, highest, count)).astype(np.int64)
    return np.arange(count) % highest + 1


def _curve(turn: int, count: int, samples: int, harmonics: int, generator: np.random.Generator) -> NDArray[np.float64]:
    """One curve, shape (samples, factors); no factor swings fast where `turn` is `count`."""
    swings = np.full(count, fast_frequency(samples, harmonics))
    others = np.arange(count) != turn
    swings[others] = generator.permutation(slow_frequencies(int(others.sum()), samples, harmonics))
    along = 2.0 * np.pi / samples * np.arange(samples)
    phase = 2.0 * np.pi * generator.random(count)
    return np.asarray(0.5 + np.arcsin(np.sin(along[:, None] * swings + phase)) / np.pi)


def _check(samples: int, curves: int, harmonics: int, groups: Sequence[Group], composition: Composition | None) -> None:
    fewest = 4 * harmonics**2 + 1
    problems = []
    if samples < fewest:
        expected = f"expected at least {fewest} points a curve: 4 M² + 1 for M = {harmonics} harmonics"
        problems.append(Problem("design", 0, "samples", str(samples), expected))
    if curves < FEWEST_CURVES:
        expected = f"expected at least {FEWEST_CURVES} curves a factor: their spread gives the interval"
        problems.append(Problem("design", 0, "curves", str(curves), expected))
    asked = [name for name, _ in groups] + ([composition.path] if composition is not None else [])
    if asked:
        expected = "fast tells single factors apart only; sobol, morris, radial and shapley take groups and composition"
        problems.append(Problem("design", 0, "groups", ", ".join(asked), expected))
    if problems:
        raise BadInput(problems)
