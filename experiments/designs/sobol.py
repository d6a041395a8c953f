"""Saltelli's design for Sobol indices, laid by SALib on the unit cube."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np

from experiments.designs.composition import Composition
from experiments.designs.design import Design, Group
from experiments.designs.factors import Factor


def unit_problem(count: int, parts: Sequence[str] | None = None) -> dict[str, Any]:
    """SALib's description of `count` factors that are uniform from 0 to 1; `parts` names the group of each."""
    problem: dict[str, Any] = {
        "num_vars": count,
        "names": [f"x{k}" for k in range(count)],
        "bounds": [[0.0, 1.0]] * count,
    }
    return problem if parts is None or len(set(parts)) == count else problem | {"groups": list(parts)}


def part_names(laid: Design) -> list[str]:
    """The name of the part that each column of the unit cube belongs to."""
    names = [""] * laid.unit.shape[1]
    for name, columns in laid.parts.items():
        for column in columns:
            names[column] = name
    return names


def blank(
    kind: str, factors: Sequence[Factor], groups: Sequence[Group] = (), composition: Composition | None = None
) -> Design:
    """A design of this kind without points: it knows its columns and parts."""
    width = len(factors) + (len(composition.places) if composition else 0)
    return Design(kind, tuple(factors), np.empty((0, width)), {}, composition, groups=tuple(groups))


def sobol(
    factors: Sequence[Factor],
    samples: int,
    *,
    second_order: bool = False,
    groups: Sequence[Group] = (),
    composition: Composition | None = None,
    seed: int = 0,
) -> Design:
    """Saltelli's radial sample on a scrambled Sobol sequence.

    Parameters
    ----------
    samples : int
        Base samples N; a power of two keeps the sequence even. A design of N is the beginning of one of 2 N.
    second_order : bool
        Whether pairs of parts are to be told apart: N (2 D + 2) points instead of N (D + 2), D parts.
    groups : sequence of (name, paths)
        Factors that change together and get one index.
    composition : Composition or None
        Founders drawn as a whole: one part, whose places change together.

    Source: Saltelli 2002; Owen 2020 (why scrambled); Jacques et al. 2006 (groups); SALib 1.6.
    """
    from SALib.sample import sobol as sampler

    bare = blank("sobol", factors, groups, composition)
    problem = unit_problem(bare.unit.shape[1], part_names(bare))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a sample that is no power of two is said in the report
        unit = sampler.sample(problem, samples, calc_second_order=second_order, scramble=True, seed=seed)
    block = point_count(len(bare.parts), 1, second_order)
    settings = {"samples": samples, "second_order": second_order, "seed": seed, "block": block}
    unit = np.ascontiguousarray(unit, dtype=float)
    return Design("sobol", tuple(factors), unit, settings, composition, groups=tuple(groups))


def point_count(parts: int, samples: int, second_order: bool) -> int:
    """Number of design points that `sobol` lays."""
    return samples * (2 * parts + 2 if second_order else parts + 2)
