"""S06: a base of agreement on the problem, and on how to tackle it."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

WAY = lever("initial_agreement", 0.9, 0.1)
ALIKE = off(
    "liking_agreement",
    "liking_disagreement",
    "liking_sector",
    "approach_weight",
    "approach_mismatch",
    "approach_spread",
)
NO_LINES = {"coefficient.line_rejects": 0.0, "coefficient.line_demands": 1.0}


def test_without_a_base_of_agreement_it_takes_longer():
    rises(effect("agreement_week", *WAY), 8.0)
    gone(effect("agreement_week", *WAY, **ALIKE))


def test_without_a_base_of_agreement_more_leave_and_fewer_stay():
    rises(effect("exits", *WAY, runs=600), 0.4)
    falls(effect("retention", *WAY), 0.05)
    gone(effect("retention", *WAY, **ALIKE))


def test_more_leave_because_the_aim_crosses_their_lines():
    """Where nobody has a line of its own, those who want the aim little drag their feet and stay."""
    rises(effect("objections", *WAY), 2.5)
    gone(effect("objections", *WAY, **NO_LINES))


def test_agreeing_on_the_problem_is_not_enough():
    """The more members differ on inside or outside work, the later they agree."""
    way = {"coefficient.approach_spread": 0.0}, {"coefficient.approach_spread": 0.3}
    on = rises(effect("agreement_week", *way), 2.2)
    nearly_gone(effect("agreement_week", *way, **off("approach_weight", "approach_mismatch")), on, 0.02)
