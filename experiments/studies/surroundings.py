"""Contexts around the one that a scenario says, for answers that should hold in more than one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from experiments.designs import Factor, factor, lhs
from sim.parameters import PARAMETERS
from sim.scenario import refused_factor
from sim.scenario.structure import Scenario

AROUND = 0.5  # of its range: how far a context may lie from what the scenario says
CONTEXT_RUNS = 100  # replicates in each sampled context; even, since halves tell of one another


def context_factors(scenarios: Sequence[Scenario]) -> tuple[Factor, ...]:
    """Every number of the context that works in all scenarios, around what the first says: half of its range, less at
    the ends. How far, is this project's choice."""
    usual = scenarios[0].parameters
    found = []
    for path, each in PARAMETERS.items():
        numeric = each.role == "context" and each.type in ("real", "integer")
        if numeric and all(refused_factor(scenario, path) is None for scenario in scenarios):
            found.append(_around(path, usual.value(path)))
    return tuple(found)


def sampled_contexts(scenario: Scenario, count: int, seed: int) -> list[dict[str, Any]]:
    """So many contexts around a scenario's, a Latin hypercube: values of parameters by path."""
    if count == 0:
        return []
    table = lhs(context_factors([scenario]), count, seed=seed).values()
    return [{str(path): typed(str(path), value) for path, value in row.items()} for row in table.to_dict("records")]


def _around(path: str, value: float) -> Factor:
    words = PARAMETERS[path].declaration
    assert words.low is not None and words.high is not None
    reach = 0.5 * AROUND * (words.high - words.low)
    low, high = max(words.low, value - reach), min(words.high, value + reach)
    return factor(path, low=typed(path, low), high=typed(path, high))


def typed(path: str, value: float | None) -> Any:
    """A number as the parameter holds it: whole, or real."""
    assert value is not None
    return int(round(value)) if PARAMETERS[path].type == "integer" else float(value)
