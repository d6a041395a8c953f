"""What a method of sensitivity analysis must say of itself: one file a method, one declaration for every face."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from experiments.analysis.arrange import Cube
from experiments.designs import Composition, Design, Factor
from experiments.designs.dependence import Pair
from experiments.designs.design import Group
from sim.errors import BadInput, Problem

# Why a method refuses a word of a wish.
CANNOT = {
    "groups": "move factors as one",
    "composition": "draw founders as a whole",
    "second_order": "tell pairs apart",
    "dependence": "tell factors apart that depend on each other",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """The design that a study wishes for.

    Parameters
    ----------
    samples : int
        Base samples N: blocks of points that hang together (trajectories, rows of a sequence), or single points.
    groups : tuple of (name, paths)
        Factors that change together.
    composition : Composition or None
        Founders drawn as a whole.
    second_order : bool
        Whether pairs are to be told apart.
    dependence : tuple of (path, path, rank correlation)
        Factors that are drawn together, from -1 to 1 without the ends; all others are independent.
    """

    factors: tuple[Factor, ...]
    samples: int
    seed: int = 0
    groups: tuple[Group, ...] = ()
    composition: Composition | None = None
    second_order: bool = False
    dependence: tuple[Pair, ...] = ()


class Analyse(Protocol):
    """From a design and the outcomes of its runs to a table of measures with intervals and ranks."""

    def __call__(
        self, design: Design, cube: Cube, outcomes: Sequence[str], *, resamples: int = ..., seed: int = ...
    ) -> pd.DataFrame:
        """One row an outcome and part of the design, in the columns that `Method` describes."""


@dataclass(frozen=True, slots=True)
class Method:
    """A method of sensitivity analysis.

    Parameters
    ----------
    name : str
        As `--method` says it.
    lay : callable
        The design that answers a `Wish`.
    points : callable
        How many points `lay` gives for (number of parts, samples, second_order): what runs will cost.
    linked_points : callable or None
        The same where factors depend on each other, if that takes other points.
    analyse : callable
        The table of measures: `outcome`, `factor`, each measure with `_low` and `_high`, `rank` (1 the largest) with
        `rank_low` and `rank_high`, `decided`, `verdict` (see `analysis.verdicts`), `noise_share`, `residual_share`,
        `samples`, `replicates`.
    ranked_by : str
        The measure that ranks.
    shown : tuple of str
        Measures that tables and pages show, the ranking one first.
    drawn : tuple of str
        Measures that the figure draws as bars: one or two.
    kinds : tuple of str
        Kinds of design that `analyse` reads; others are refused.
    samples : int
        Base samples where a study says nothing.
    source : str
        Author, year and doi.
    speaks : "variance", "effect" or "distance"
        What the ranking measure is: a share of the variance, a size in the outcome's unit, or a distance between
        distributions from 0 to 1.
    groups, composes, second_order : bool
        Whether groups, a composition, and pairs are told apart.
    grows : bool
        Whether a design of N samples is the beginning of one of 2 N.
    dependent : bool
        Whether factors may depend on each other.
    fewest : int
        Base samples below which there is no analysis.
    """

    name: str
    lay: Callable[[Wish], Design]
    points: Callable[[int, int, bool], int]
    analyse: Analyse
    ranked_by: str
    shown: tuple[str, ...]
    drawn: tuple[str, ...]
    kinds: tuple[str, ...]
    samples: int
    source: str
    speaks: str = "effect"
    groups: bool = False
    composes: bool = False
    second_order: bool = False
    grows: bool = False
    dependent: bool = False
    fewest: int = 1
    linked_points: Callable[[int, int, bool], int] | None = None

    def cost(self, parts: int, samples: int, second_order: bool, dependence: Sequence[Pair] = ()) -> int:
        """How many points `lay` gives for so many parts and samples."""
        counted = self.linked_points if dependence and self.linked_points is not None else self.points
        return counted(parts, samples, second_order)

    def design(self, wish: Wish) -> Design:
        """The design that answers a wish; BadInput, with every reason, where it asks for what the method has not."""
        asked = {
            "groups": (wish.groups, self.groups),
            "composition": (wish.composition, self.composes),
            "second_order": (wish.second_order, self.second_order),
            "dependence": (wish.dependence, self.dependent),
        }
        problems = [
            Problem("study", 0, word, "", f"expected nothing: {self.name} cannot {CANNOT[word]}")
            for word, (wished, able) in asked.items()
            if wished and not able
        ]
        if wish.samples < self.fewest:
            problems.append(Problem("study", 0, "samples", str(wish.samples), f"expected {self.fewest} or more"))
        if problems:
            raise BadInput(problems)
        return self.lay(wish)
