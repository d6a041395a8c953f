"""Composition as a factor: how many sectors the founders come from, which, and how many bodies of each kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.declare import SECTORS
from sim.errors import Problem
from sim.kinds import KINDS, MEMBER_KINDS
from sim.parameters import PARAMETERS
from sim.scenario import refused_factor
from sim.scenario.structure import Scenario

COMPOSITION = "composition.sectors"
WEIGHTED = tuple(name for name in MEMBER_KINDS if f"alliance.weight_{name}" in PARAMETERS)
FAMILY_PATHS = tuple(path for path in PARAMETERS if path.startswith("alliance.family_"))
FOUNDERS = "alliance.founders"

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Composition:
    """The founders of a design point, drawn as a whole (S07 S10).

    The number of sectors is uniform from `low` to `high`, at most one a founder. Which sectors: one after the other,
    each with a chance in proportion to its weight. Every sector that is in has a founder; the rest of the seats go to
    the sectors by their weights (largest remainder), and within a sector to its kinds by theirs (systematic sampling,
    so that each kind has its share on average however few the seats). The seats are handed to the model as the
    founders' weights of the kinds, from which it rebuilds the same whole numbers.

    Parameters
    ----------
    low, high : int
        Fewest and most sectors.
    founders : int
        Number of founders where no factor varies it.
    weights : tuple of float
        Weight of each kind in the scenario, its family's multiplier included, in the order of `WEIGHTED`.
    """

    low: int
    high: int
    founders: int
    weights: tuple[float, ...]

    @property
    def path(self) -> str:
        """Name of the factor everywhere."""
        return COMPOSITION

    @property
    def paths(self) -> list[str]:
        """Columns of the design: the number of sectors, then the weight of each kind."""
        return [COMPOSITION, *(f"alliance.weight_{name}" for name in WEIGHTED)]

    @property
    def sectors(self) -> tuple[str, ...]:
        """Sectors that have any weight."""
        present = {KINDS[name].sector for name, weight in zip(WEIGHTED, self.weights, strict=True) if weight > 0.0}
        return tuple(name for name in SECTORS if name in present)

    @property
    def places(self) -> list[str]:
        """Names of the columns on the unit cube: how many sectors, which come first, and where seats begin in each."""
        return [COMPOSITION, *(f"composition.{word}_{name}" for word in ("first", "start") for name in self.sectors)]

    def describe(self) -> dict[str, Any]:
        """What a study file says of it."""
        return {"low": self.low, "high": self.high}

    def codes(self, unit: Array, founders: Array) -> Array:
        """The number of sectors and the weight of each kind, shape (points, columns).

        Parameters
        ----------
        unit : (points, places)
        founders : (points,)
            Number of founders at each point.
        """
        rows, again = np.unique(np.column_stack([unit, founders]), axis=0, return_inverse=True)
        each = np.array([self._point(row[:-1], int(row[-1])) for row in rows])  # crossed designs repeat their draws
        return each[again.ravel()]

    def _point(self, row: Array, founders: int) -> Array:
        weights = np.array(self.weights)
        of_sector = np.array([KINDS[name].sector for name in WEIGHTED])
        total = np.array([weights[of_sector == name].sum() for name in self.sectors])
        first, start = np.split(row[1:], 2)
        number = min(int(self.low + row[0] * (self.high - self.low + 1)), self.high, founders)
        chosen = _drawn(first, total, number)
        seats = chosen + largest_remainder(founders - number, total * chosen)
        counts = np.zeros(len(weights))
        for k, name in enumerate(self.sectors):
            inside = of_sector == name
            counts[inside] = systematic(int(seats[k]), weights[inside], float(start[k]))
        return np.array([number, *(counts / founders)])


def _drawn(first: Array, weights: Array, number: int) -> NDArray[np.int64]:
    """Which of a few are drawn, 0 or 1: one after the other, by weight, without putting back.

    Source: Efraimidis and Spirakis 2006 (doi 10.1016/j.ipl.2005.11.003): the largest of u to the power of 1/weight.
    """
    with np.errstate(divide="ignore"):
        keys = np.log(first) / weights
    chosen = np.zeros(len(weights), dtype=np.int64)
    chosen[np.argsort(-keys, kind="stable")[:number]] = 1
    return chosen


def largest_remainder(seats: int, weights: Array) -> NDArray[np.int64]:
    """Whole seats in proportion to weights, what is left over by the largest remainder."""
    exact = seats * weights / weights.sum()
    whole = np.floor(exact).astype(np.int64)
    order = np.argsort(-(exact - whole), kind="stable")
    whole[order[: seats - int(whole.sum())]] += 1
    return whole


def systematic(seats: int, weights: Array, start: float) -> NDArray[np.int64]:
    """Whole seats in proportion to weights, evenly spaced from a drawn start: on average exactly in proportion.

    Source: Madow 1949 (doi 10.1214/aoms/1177729988).
    """
    places = (np.arange(seats) + start) / max(seats, 1)
    edges = np.cumsum(weights) / weights.sum()
    last = int(np.flatnonzero(weights > 0.0)[-1])
    kinds = np.minimum(np.searchsorted(edges, places, side="right"), last)
    return np.bincount(kinds, minlength=len(weights))


def checked_composition(
    words: Mapping[str, Any] | None, asked: Mapping[str, Any], scenario: Scenario
) -> tuple[list[Problem], Composition | None]:
    """Problems with a composition that a study asks for, and the composition if there is none.

    `asked` holds all factors by name: what the composition decides cannot be varied beside it.
    """
    words = {} if words is None else words
    problems = [
        _problem(f"{COMPOSITION}.{word}", str(words[word]), "expected low and high, or nothing")
        for word in words
        if word not in ("low", "high")
    ]
    made = _of(scenario, words)
    most = len(made.sectors)
    reason = refused_factor(scenario, f"alliance.weight_{WEIGHTED[0]}")
    if reason:
        problems.append(_problem(COMPOSITION, "", f"cannot be varied here: {reason}"))
    for end, value in (("low", made.low), ("high", made.high)):
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            expected = f"expected a whole number from 1 to {most}, the sectors with any founders' weight"
            problems.append(_problem(f"{COMPOSITION}.{end}", str(value), expected))
    if not problems and made.low > made.high:
        problems.append(_problem(f"{COMPOSITION}.low", str(made.low), f"expected a number up to high ({made.high})"))
    decided = {*made.paths[1:], *FAMILY_PATHS}
    problems += [
        _problem(name, "", "decided by composition.sectors; leave one of the two out")
        for name in asked
        if name in decided or f"alliance.{name}" in decided
    ]
    return (problems, None) if problems else ([], made)


def _problem(name: str, value: str, expected: str) -> Problem:
    return Problem("factors", 0, f"factors.{name}", value, expected)


def _of(scenario: Scenario, words: Mapping[str, Any]) -> Composition:
    alliance = scenario.parameters.alliance
    weights = tuple(
        float(getattr(alliance, f"weight_{name}") * getattr(alliance, f"family_{KINDS[name].family.lower()}"))
        for name in WEIGHTED
    )
    whole = Composition(1, 1, int(alliance.founders), weights)
    return Composition(_end(words.get("low", 1)), _end(words.get("high", len(whole.sectors))), whole.founders, weights)


def _end(value: Any) -> Any:
    """A whole number that a file wrote as a real one, as such; anything else as it is."""
    return int(value) if isinstance(value, float) and value == int(value) else value
