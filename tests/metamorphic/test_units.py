"""Another currency is no other world: money, what it buys and what it is compared with, scaled together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS, pack
from sim.running import prepare
from tests.metamorphic.worlds import CASES, NAMES, case, column, outcomes

RUNS = 40
IN_MONEY = [each.name for each in PARAMETERS.values() if each.declaration.unit.startswith("thousand")]
SCALED = [*IN_MONEY, "work_money"]  # prices of activities are one table, which a coefficient multiplies


def in_currency(scenario, rate, *, names=SCALED, runs=RUNS):
    """Outcomes where all money is counted in a unit that is worth `rate` times less; told in the old one."""
    blueprint = prepare(scenario)
    kinds, members = blueprint.kind_record.copy(), blueprint.organisations.copy()
    kinds.money *= rate
    members.money *= rate
    points = pack(scenario.parameters, runs)
    for name in names:
        points[name] = points[name] * rate
    blueprint = blueprint._replace(kind_record=kinds, organisations=members)
    found = outcomes(scenario, runs, points=points, blueprint=blueprint)
    for name, declared in OUTCOMES.items():
        if declared.unit.startswith("thousand"):
            found[:, NAMES.index(name)] /= rate
        elif declared.unit == "per thousand":
            found[:, NAMES.index(name)] *= rate
    return found


def test_every_amount_of_money_is_declared():
    """What a rule compares money with carries the unit, so that this test scales it."""
    assert set(IN_MONEY) == {
        "small_money", "size_limit", "airtime_floor", "airtime_equal", "secretariat_cost", "support_cost",
        "mentor_cost", "evaluation_cost",
    }  # fmt: skip


@pytest.mark.parametrize("costly", [False, True])
@pytest.mark.parametrize("name", CASES)
def test_another_currency_gives_the_same_bits(name, costly):
    """A power of two scales every number exactly."""
    scenario = case(name, costly=costly)
    usual = in_currency(scenario, 1.0)
    assert column(usual, "money_total").mean() > 0.0
    for rate in (2.0, 0.125):
        np.testing.assert_array_equal(in_currency(scenario, rate), usual)


@given(rate=st.floats(0.001, 1000.0))
@settings(max_examples=10)
def test_any_exchange_rate_gives_the_same_world(rate):
    """Rounding may turn a comparison of equals now and then, and a run with it: fewer than one in twenty."""
    scenario = case("default", costly=True)
    usual, other = in_currency(scenario, 1.0), in_currency(scenario, rate)
    alike = np.isclose(usual, other, rtol=1e-6, atol=1e-9, equal_nan=True).all(axis=1)
    assert alike.mean() > 0.95


@pytest.mark.parametrize("name", ["work_money", "small_money", "secretariat_cost", "evaluation_cost", "airtime_equal"])
def test_an_amount_left_in_the_old_currency_would_be_noticed(name):
    scenario = case("default", costly=True)
    forgotten = in_currency(scenario, 8.0, names=[each for each in SCALED if each != name])
    assert not np.array_equal(forgotten, in_currency(scenario, 1.0))
