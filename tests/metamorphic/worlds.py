"""Situations to run in two equal ways, and the outcomes of both."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from typing import Any

import numpy as np

from sim.outcomes import OUTCOMES
from sim.parameters import pack
from sim.running import prepare, simulate
from sim.scenario import Scenario, load_scenario, with_settings

CASES = ("default", "georgia", "peru", "zambia")
WEEKS = 130
NAMES = list(OUTCOMES)
# Mechanisms that cost money and are off, or barely on, by default.
COSTLY: Mapping[str, Any] = {
    "administration": "paid", "evaluation": "third_party", "evaluation_interval": 26, "pooled_fund": 0.4,
    "participation_support": 0.8, "support_delivery": 0.6, "size_test": True, "ingo_restraint": 0.6,
    "inclusion_effort": 0.5, "tactic_pilot": 0.5,
}  # fmt: skip


@functools.cache
def case(name: str, *, costly: bool = False) -> Scenario:
    """A shipped situation, or the declared defaults, over two years and a half; with costly mechanisms where asked."""
    found = Scenario() if name == "default" else load_scenario(name)
    found = found.replace(weeks=WEEKS)
    if found.calendar is not None:
        found = found.replace(calendar=tuple(each for each in found.calendar if each.week < WEEKS))
    return with_settings(found, usable(found, COSTLY)) if costly else found


def usable(scenario: Scenario, settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that do something in a scenario."""
    from sim.parameters import full_path
    from sim.scenario import refused_factor

    return {name: value for name, value in settings.items() if not refused_factor(scenario, str(full_path(name)))}


def outcomes(
    scenario: Scenario, runs: int, *, first: int = 0, active: bool = True, points: Any = None, blueprint: Any = None
) -> Any:
    """Outcomes of replicates from `first` on, (runs, outcomes)."""
    out = np.empty((runs, len(OUTCOMES)))
    made = prepare(scenario, active=active) if blueprint is None else blueprint
    records = pack(scenario.parameters, runs) if points is None else points
    simulate(made, records, np.arange(first, first + runs), 11, out)
    return out


def column(table: Any, name: str) -> Any:
    """One outcome of a table."""
    return table[:, NAMES.index(name)]


def renamed(scenario: Scenario, **changes: Any) -> Scenario:
    """The scenario with another field in every member, each made from the member by a function."""
    members = tuple(
        dataclasses.replace(member, **{field: make(member) for field, make in changes.items()})
        for member in scenario.members or ()
    )
    return scenario.replace(members=members)
