"""Paired comparisons: the same replicates, the same chance, one thing different."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.outcomes import OUTCOMES
from sim.parameters import Parameters, full_path, pack
from sim.running import prepare, simulate
from sim.scenario import Scenario

SEED = 20_250_106
RUNS = 200
WEEKS = 156  # three years: long enough for what happens inside an alliance
FIVE_YEARS = 260  # for what happens to the policy
THREADS = 2


@functools.cache
def _table(settings: tuple[tuple[str, Any], ...], runs: int, weeks: int) -> Any:
    """Outcomes of so many runs of the default scenario with these settings, (runs, outcomes)."""
    scenario = Scenario(weeks=weeks)
    scenario = scenario.replace(parameters=scenario.parameters.with_values(dict(settings)))
    blueprint = prepare(scenario)
    out = np.full((runs, len(OUTCOMES)), np.nan)

    def part(numbers: Any) -> None:
        simulate(blueprint, pack(scenario.parameters, len(numbers)), numbers, SEED, out[numbers[0] : numbers[-1] + 1])

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(part, np.array_split(np.arange(runs), THREADS)))
    return out


def outcomes(settings: Mapping[str, Any], outcome: str, runs: int = RUNS, weeks: int = WEEKS) -> Any:
    """One outcome over the replicates; settings by short or dotted name, ranges do not bind."""
    paths = {full_path(name): value for name, value in settings.items()}
    assert None not in paths, f"unknown among {sorted(settings)}"
    usual = Parameters()
    ordered = tuple(sorted((str(path), value) for path, value in paths.items() if value != usual.value(str(path))))
    return _table(ordered, runs, weeks)[:, list(OUTCOMES).index(outcome)]


@dataclass(frozen=True, slots=True)
class Effect:
    """Mean difference between two arms over paired runs, and its standard error."""

    outcome: str
    mean: float
    error: float
    usual: float
    pairs: int

    @property
    def low(self) -> float:
        """Lower end of the 99.9 % interval."""
        return self.mean - 3.29 * self.error

    @property
    def high(self) -> float:
        """Upper end of the 99.9 % interval."""
        return self.mean + 3.29 * self.error

    def __str__(self) -> str:
        return (
            f"{self.outcome}: {self.mean:+.4g} [{self.low:+.4g}, {self.high:+.4g}] against {self.usual:.4g}, "
            f"{self.pairs} pairs"
        )


def effect(
    outcome: str,
    one: Mapping[str, Any],
    other: Mapping[str, Any],
    *,
    runs: int = RUNS,
    weeks: int = WEEKS,
    **common: Any,
) -> Effect:
    """What `other` does to an outcome against `one`, all else (and all chance) equal; pairs with a missing value are
    left out.
    """
    first = outcomes({**common, **one}, outcome, runs, weeks)
    second = outcomes({**common, **other}, outcome, runs, weeks)
    both = ~np.isnan(first) & ~np.isnan(second)
    difference = (second - first)[both]
    count = len(difference)
    assert count >= 50, f"{outcome}: only {count} pairs"
    error = float(np.std(difference, ddof=1)) / math.sqrt(count)
    return Effect(outcome, float(difference.mean()), error, float(first[both].mean()), count)
