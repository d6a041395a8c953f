"""What a file says in another order, or under other names, is the same world."""

from __future__ import annotations

import dataclasses
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kstest

from sim.scenario import Scenario, dump_scenario, load_scenario, load_text
from tests.metamorphic.worlds import CASES, case, column, outcomes, renamed

LISTED = CASES[1:]
EXAMPLES = 8
MANY = 300
# Continuous and graded outcomes on each side of the model, and those that are yes or no.
WATCHED = (
    "policy_changed", "implementation", "trust_mean", "attendance", "hours_total", "exits", "legitimacy",
    "enthusiasm_mean", "completion", "ingo_dominance", "start_trust", "government_trust",
)  # fmt: skip


def same_bits(one, other):
    np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("name", LISTED)
@given(seed=st.integers(0, 10_000))
@settings(max_examples=EXAMPLES)
def test_another_order_of_the_lists_gives_the_same_bits(name, seed):
    scenario, order = case(name), random.Random(seed)

    def shuffled(entries):
        return None if entries is None else tuple(order.sample(entries, len(entries)))

    other = scenario.replace(members=shuffled(scenario.members), government=shuffled(scenario.government))
    same_bits(outcomes(scenario, 4), outcomes(other, 4))


@pytest.mark.parametrize("name", LISTED)
def test_other_display_names_with_the_same_ids_give_the_same_bits(name):
    """Of members and titles; offices keep theirs, by which their candidates are known."""
    scenario = case(name)
    other = renamed(scenario, name=lambda member: f"Organisation called {member.id[::-1]}")
    other = other.replace(title="Another title", name="another", note="Nothing to do with it")
    same_bits(outcomes(scenario, 20), outcomes(other, 20))


def test_another_order_in_the_file_itself_gives_the_same_bits():
    """Through the door: the text of Peru with its lists turned round."""
    scenario = load_scenario("peru")
    turned = scenario.replace(members=scenario.members[::-1], government=scenario.government[::-1])
    again = load_text(dump_scenario(turned))
    assert [member.id for member in again.members] == [member.id for member in turned.members]
    same_bits(outcomes(scenario, 10), outcomes(again, 10))


@pytest.mark.parametrize("name", LISTED)
def test_new_ids_give_the_same_distribution(name):
    """Other ids are other draws of the same world: two independent samples of 300 runs must look alike.

    Twelve outcomes in three cases are 36 tests; a threshold of 1e-4 each lets chance break one build in three hundred.
    """
    scenario = case(name)
    other = renamed(scenario, id=lambda member: f"new-{member.id}")
    government = tuple(
        dataclasses.replace(
            office,
            terms=tuple(
                dataclasses.replace(term, from_member=term.from_member and f"new-{term.from_member}")
                for term in office.terms
            ),
        )
        for office in other.government or ()
    )
    other = other.replace(government=government or None)
    one, two = outcomes(scenario, MANY), outcomes(other, MANY, first=MANY)
    assert not np.array_equal(one, two)
    for outcome in WATCHED:
        first, second = (values[np.isfinite(values)] for values in (column(one, outcome), column(two, outcome)))
        assert alike(first, second) > 1e-4, f"{name}: {outcome}: {first.mean()} against {second.mean()}"


def alike(first, second):
    """The chance of a difference at least as large between two samples of one distribution."""
    if set(first) | set(second) <= {0.0, 1.0}:
        from scipy.stats import fisher_exact

        table = [[int(sample.sum()), int(len(sample) - sample.sum())] for sample in (first, second)]
        return fisher_exact(table).pvalue
    return kstest(first, second).pvalue


def test_a_real_difference_would_be_seen():
    """The two-sample test is no empty word: staff that leave twice as fast are told from staff that stay."""
    from sim.scenario import with_settings

    calm, restless = (with_settings(case("georgia"), {"staff_turnover": rate}) for rate in (0.2, 0.4))
    one, two = outcomes(calm, MANY), outcomes(restless, MANY, first=MANY)
    assert alike(column(one, "trust_mean"), column(two, "trust_mean")) < 1e-4


@given(week=st.integers(0, 400))
@settings(max_examples=EXAMPLES)
def test_another_first_day_moves_nothing_where_no_date_is_named(week):
    scenario = case("default")
    later = scenario.replace(start=scenario.date(week))
    same_bits(outcomes(scenario, 4), outcomes(later, 4))


def test_the_default_is_a_scenario_like_any_other():
    assert isinstance(case("default"), Scenario) and len(outcomes(case("default"), 2)) == 2
