"""Paired comparisons: the same replicates, the same chance, one thing different."""

from __future__ import annotations

import functools
import math
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from experiments.designs import read_sets
from sim.outcomes import OUTCOMES
from sim.parameters import full_path, pack
from sim.rules.words import TACTICS
from sim.running import prepare, simulate
from sim.scenario import Scenario, load_scenario

SEED = 20_250_106
RUNS = 200
WEEKS = 156  # three years: long enough for what happens inside an alliance
FIVE_YEARS = 260  # for what happens to the policy
THREADS = 2
SET = "ALLIANCE_EFFECT_SET"  # environment: number of a set of the shipped ensemble, for effects over the posterior
DEFAULT = "default"  # nothing but declared defaults; every other name is a shipped scenario
Z = 3.29  # half-width of a 99.9 % interval: some two hundred claims, so that chance alone breaks none


class Size:
    """How many times the stated number of runs each comparison has: 1 in `make test`, more in `make verify`."""

    times = 1


@functools.cache
def _shipped(name: str) -> Scenario:
    return Scenario() if name == DEFAULT else load_scenario(name)


@functools.cache
def _coefficients() -> dict[str, float]:
    """Coefficients of the set that is asked for; none where effects are those of the defaults."""
    number = os.environ.get(SET)
    if number is None:
        return {}
    sets = read_sets("posterior")
    return dict(zip(sets.paths, sets.sets[int(number)], strict=True))


@functools.lru_cache(maxsize=64)
def _table(scenario: Any, active: bool, settings: tuple[tuple[str, Any], ...], runs: int, weeks: int) -> Any:
    """Outcomes of so many runs of a scenario with these settings, (runs, outcomes)."""
    base = _shipped(scenario) if isinstance(scenario, str) else scenario.whole
    base = base.replace(weeks=weeks) if weeks else base
    chosen = base.replace(parameters=base.parameters.with_values(_coefficients() | dict(settings)))
    blueprint = prepare(chosen, active=active)
    out = np.full((runs, len(OUTCOMES)), np.nan)

    def part(numbers: Any) -> None:
        simulate(blueprint, pack(chosen.parameters, len(numbers)), numbers, SEED, out[numbers[0] : numbers[-1] + 1])

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(part, np.array_split(np.arange(runs), THREADS)))
    return out


def only(*tactics: str) -> dict[str, float]:
    """Settings: inside work of these kinds alone."""
    return {f"tactic_{name}": float(name in tactics) for name in TACTICS} | {"insider_share": 1.0}


class Own:
    """A scenario written for one test; compared by identity, so make it once."""

    def __init__(self, whole: Scenario) -> None:
        self.whole = whole


def outcomes(
    settings: Mapping[str, Any],
    outcome: str,
    runs: int = RUNS,
    weeks: int | None = None,
    scenario: str | Own = DEFAULT,
    active: bool = True,
) -> Any:
    """One outcome over the replicates; settings by short or dotted name, ranges do not bind.

    `weeks` is the horizon: three years of the default scenario, the own one of a shipped scenario, if nothing is said.
    `active=False` is the same world without the alliance.
    """
    paths = {full_path(name): value for name, value in settings.items()}
    assert None not in paths, f"unknown among {sorted(settings)}"
    if weeks is None:
        weeks = WEEKS if scenario == DEFAULT else 0
    ordered = tuple(sorted((str(path), value) for path, value in paths.items()))
    return _table(scenario, active, ordered, runs * Size.times, weeks)[:, list(OUTCOMES).index(outcome)]


@dataclass(frozen=True, slots=True)
class Effect:
    """Mean difference between two arms over paired runs, and its standard error."""

    outcome: str
    mean: float
    error: float
    usual: float
    spread: float
    pairs: int

    @property
    def low(self) -> float:
        """Lower end of the 99.9 % interval."""
        return self.mean - Z * self.error

    @property
    def high(self) -> float:
        """Upper end of the 99.9 % interval."""
        return self.mean + Z * self.error

    @property
    def size(self) -> float:
        """The difference in standard deviations of the outcome between runs (of both arms); 0 where it never varies."""
        return self.mean / self.spread if self.spread > 0.0 else 0.0

    def __str__(self) -> str:
        return (
            f"{self.outcome}: {self.mean:+.4g} [{self.low:+.4g}, {self.high:+.4g}] against {self.usual:.4g}, "
            f"{self.size:+.2f} sd, {self.pairs} pairs"
        )


def paired(outcome: str, first: Any, second: Any) -> Effect:
    """The difference of two outcomes run by run; pairs with a missing value are left out."""
    both = ~np.isnan(first) & ~np.isnan(second)
    difference = (second - first)[both]
    count = len(difference)
    assert count >= 50, f"{outcome}: only {count} pairs"
    error = float(np.std(difference, ddof=1)) / math.sqrt(count)
    spread = math.sqrt(0.5 * float(np.var(first[both]) + np.var(second[both])))
    return Effect(outcome, float(difference.mean()), error, float(first[both].mean()), spread, count)


def effect(
    outcome: str,
    one: Mapping[str, Any],
    other: Mapping[str, Any],
    *,
    runs: int = RUNS,
    weeks: int | None = None,
    scenario: str | Own = DEFAULT,
    **common: Any,
) -> Effect:
    """What `other` does to an outcome against `one`, all else (and all chance) equal."""
    first = outcomes({**common, **one}, outcome, runs, weeks, scenario)
    second = outcomes({**common, **other}, outcome, runs, weeks, scenario)
    return paired(outcome, first, second)


def steps(
    outcome: str,
    name: str,
    values: Sequence[Any],
    *,
    runs: int = RUNS,
    weeks: int | None = None,
    scenario: str | Own = DEFAULT,
    **common: Any,
) -> list[Effect]:
    """The effects of going from each value of a lever to the next one."""
    return [
        effect(outcome, {name: one}, {name: other}, runs=runs, weeks=weeks, scenario=scenario, **common)
        for one, other in zip(values, values[1:], strict=False)
    ]


def interaction(on: Effect, off: Effect) -> float:
    """By how many standard errors two independent effects differ (conservative for the same replicates)."""
    return (on.mean - off.mean) / math.sqrt(on.error**2 + off.error**2)
