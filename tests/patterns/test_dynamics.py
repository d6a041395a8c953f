"""What the dynamics must look like before anything else is believed; slow: `make verify`."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import pytest

from sim.outcomes import OUTCOMES
from sim.parameters import full_path, pack
from sim.rules.words import TACTICS
from sim.running import prepare, simulate
from sim.scenario import Scenario, load_scenario

pytestmark = pytest.mark.slow
SEEDS = 500
CASES = ("minimal", "georgia", "zambia", "peru")
FOUR_YEARS = 208


def means(scenario: Scenario, points: Any, *, active: bool = True, seed: int = 1) -> dict[str, float]:
    """Mean of every outcome over a block of runs."""
    out = np.empty((len(points), len(OUTCOMES)))
    simulate(prepare(scenario, active=active), points, np.arange(len(points)), seed, out)
    return dict(zip(OUTCOMES, np.nanmean(out, axis=0), strict=True))


@functools.cache
def case(name: str) -> dict[str, float]:
    scenario = load_scenario(name)
    return means(scenario, pack(scenario.parameters, SEEDS))


@functools.cache
def ensemble(*, active: bool = True, **settings: float) -> dict[str, float]:
    """Draws over contention, salience, opposition, size and veto holders, as the reference ensemble has them."""
    rng, draws, seeds = np.random.default_rng(7), 500, 4
    usual = Scenario(weeks=FOUR_YEARS)
    values = {str(full_path(name)): value for name, value in settings.items()}
    scenario = usual.replace(parameters=usual.parameters.with_values(values))
    points = pack(scenario.parameters, draws * seeds)
    for name, drawn in {
        "controversy": rng.uniform(0.0, 1.0, draws),
        "initial_salience": rng.uniform(0.0, 1.0, draws),
        "opposition_strength": np.clip(np.exp(rng.normal(0.0, 0.8, draws)), 0.0, 5.0),
        "founders": rng.integers(5, 61, draws),
        "veto_holders": rng.integers(1, 5, draws),
    }.items():
        points[name] = np.repeat(drawn, seeds)
    return means(scenario, points, active=active)


@pytest.mark.parametrize("name", CASES)
def test_change_is_neither_never_nor_always(name):
    assert 0.05 < case(name)["policy_changed"] < 0.95


@pytest.mark.parametrize("name", CASES)
def test_meetings_are_attended_by_some(name):
    assert 0.3 < case(name)["attendance"] < 0.7


@pytest.mark.parametrize("name", CASES)
def test_most_activities_are_completed_and_not_all(name):
    assert 0.4 < case(name)["completion"] < 0.9


@pytest.mark.parametrize("name", CASES)
def test_trust_neither_saturates_nor_dies(name):
    assert 0.2 < case(name)["trust_mean"] < 0.8


def test_change_comes_in_a_quarter_to_a_half_of_the_reference_ensemble():
    assert 0.25 < ensemble()["policy_changed"] < 0.5


def test_an_alliance_adds_something_and_not_everything():
    """EVIDENCE A13: an uplift of 0.05 to 0.25."""
    assert 0.05 < ensemble()["policy_changed"] - ensemble(active=False)["policy_changed"] < 0.25


def test_a_placebo_has_no_effect():
    """An alliance that meets and does nothing else: uplift 0 ± 0.02."""
    idle = {f"tactic_{name}": 0.0 for name in TACTICS} | {"government_engagement": 0.0}
    uplift = ensemble(**idle)["policy_changed"] - ensemble(active=False, **idle)["policy_changed"]
    assert abs(uplift) <= 0.02
