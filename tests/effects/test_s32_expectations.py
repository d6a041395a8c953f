"""S32: unrealistic expectations disappoint; who says clearly what is possible keeps members."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, rises, stronger
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

WAY = lever("expectation_management", 0.0, 1.0)


def test_managed_expectations_keep_members():
    rises(effect("retention", *WAY, runs=600, goal_ambition=0.9), 0.008)
    falls(effect("exits", *WAY, runs=600, goal_ambition=0.9), 0.15)
    gone(effect("retention", *WAY, runs=100, goal_ambition=0.9, **off("expectation_cut", "plan_excess")))


def test_managed_expectations_are_nearer_to_what_comes():
    falls(effect("expectation_gap", *WAY), 0.05)


def test_it_matters_more_where_the_aim_is_bold():
    modest = effect("expectation_gap", *WAY, goal_ambition=0.1)
    stronger(modest, effect("expectation_gap", *WAY, goal_ambition=0.9))
