"""S04: where the way to change starts, and what counts as change, depends on the kind of problem."""

from __future__ import annotations

import pytest

from tests.effects.claims import falls, gone, lever, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect, outcomes
from tests.support import coefficients_off as off


def test_a_harmful_policy_has_owners_who_defend_it():
    way = lever("problem_kind", "missing", "harmful")
    falls(effect("policy_changed", *way, weeks=FIVE_YEARS, runs=400), 0.03)
    gone(effect("policy_changed", *way, weeks=FIVE_YEARS, **off("inertia_harmful")))


@pytest.mark.parametrize("kind", ["badly_implemented", "underfunded"])
def test_where_a_policy_stands_already_change_is_its_carrying_out(kind):
    """The same alliance gets further with what is carried out; where nothing can be, it wins only on paper."""
    way = lever("problem_kind", "missing", kind)
    rises(effect("implementation", *way), 0.12)
    nowhere = off("implementation_rate")
    assert outcomes({"problem_kind": kind, **nowhere}, "policy_changed", weeks=FIVE_YEARS).max() == 0.0
    assert outcomes({"problem_kind": "missing", **nowhere}, "policy_changed", weeks=FIVE_YEARS).max() == 1.0


def test_the_capacity_to_carry_out_pays_where_that_is_the_problem():
    """For a law that is missing it decides nothing: what counts is that the law is there."""
    way = lever("implementation_capacity", 0.2, 0.9)
    carried, missing = (
        effect("policy_changed", *way, weeks=FIVE_YEARS, problem_kind=kind) for kind in ("badly_implemented", "missing")
    )
    rises(carried, 0.15)
    stronger(carried, missing)


def test_another_veto_stops_a_new_law_and_not_an_old_one_carried_out():
    way = lever("veto_holders", 1, 4)
    old, new = (
        effect("policy_changed", *way, weeks=FIVE_YEARS, problem_kind=kind) for kind in ("badly_implemented", "missing")
    )
    falls(new, 0.1)
    stronger(old, new)


def test_means_move_only_with_the_budget():
    """Budgets are decided in week 92 and not again before week 144: in between nothing moves, if nothing is undone."""
    way = {"problem_kind": "underfunded", **off("reversal_rate")}
    before, after, later = (outcomes(way, "implementation", runs=100, weeks=weeks) for weeks in (92, 94, 144))
    assert abs(later - after).max() == 0.0 and abs(after - before).min() > 0.0
