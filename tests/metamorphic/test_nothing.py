"""What does nothing changes nothing: idle members, alliances that only meet, later weeks, neighbours in a block."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.parameters import pack
from sim.rules.words import TACTICS
from sim.running import prepare, run, simulate
from sim.scenario import Organisation, with_settings
from tests.metamorphic.worlds import CASES, NAMES, case, column, outcomes, usable

IDLE = {f"tactic_{name}": 0.0 for name in TACTICS} | {"government_engagement": 0.0}


@pytest.mark.parametrize("name", CASES[1:])
@given(number=st.integers(1, 3), label=st.text("abcdefgh", min_size=3, max_size=9))
@settings(max_examples=5)
def test_idle_members_move_no_draw(name, number, label):
    scenario = case(name, costly=True)
    idle = tuple(Organisation(f"{label}-{k}", f"Idle {k}", "local_ngo", idle=True) for k in range(number))
    more = scenario.replace(members=(*scenario.members, *idle))
    np.testing.assert_array_equal(outcomes(scenario, 4), outcomes(more, 4))


@pytest.mark.parametrize("name", CASES)
def test_a_placebo_alliance_has_no_uplift(name):
    """An alliance that meets and undertakes nothing: over 300 pairs no more changes than without it, give or take 0.02.

    The pairs share their chance, so that the difference is counted on pairs that end differently, not on two samples.
    """
    scenario = case(name)
    idle = with_settings(scenario, usable(scenario, IDLE))
    with_it, without = (column(outcomes(idle, 300, active=active), "policy_changed") for active in (True, False))
    assert abs((with_it - without).mean()) <= 0.02


def test_a_placebo_still_meets_and_works_on_nothing():
    """Not an empty comparison: the placebo lives, meets and spends hours; it plans nothing."""
    scenario = case("default")
    found = outcomes(with_settings(scenario, IDLE), 40)
    assert column(found, "meetings").mean() > 20.0 and column(found, "activities_planned").max() == 0.0


@pytest.mark.parametrize("name", CASES)
def test_a_longer_horizon_changes_no_week_before(name):
    short = case(name)
    long = short.replace(weeks=short.weeks + 78)
    for replicate in range(3):
        one, other = (run(each, seed=5, replicate=replicate, trajectory=True).trajectory for each in (short, long))
        for key, values in one.items():
            np.testing.assert_array_equal(values, other[key][: len(values)], err_msg=key)


@given(order=st.permutations(range(12)))
@settings(max_examples=6)
def test_the_neighbours_in_a_block_and_their_order_change_nothing(order):
    """Runs of very different points share one world: each must find it as if it were the first."""
    scenario = case("default", costly=True)
    points = pack(scenario.parameters, 12)
    points["founders"] = np.linspace(3, 60, 12).astype(int)
    points["controversy"] = np.linspace(0.0, 1.0, 12)
    points["meeting_interval"] = 1 + np.arange(12)
    straight, shuffled = np.empty((12, len(NAMES))), np.empty((12, len(NAMES)))
    simulate(prepare(scenario), points, np.arange(12), 3, straight)
    order = np.array(order)
    simulate(prepare(scenario), points[order], np.arange(12)[order], 3, shuffled)
    np.testing.assert_array_equal(shuffled, straight[order])


def test_a_parameter_set_to_the_value_that_it_has_changes_nothing():
    scenario = case("georgia")
    same = with_settings(scenario, {"meeting_interval": scenario.parameters.alliance.meeting_interval})
    np.testing.assert_array_equal(outcomes(scenario, 5), outcomes(same, 5))
