"""S37: a few capture the alliance and others sit by, unless they are drawn in."""

from __future__ import annotations

from tests.effects.claims import falls, lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

WAY = lever("inclusion_effort", 0.0, 1.0)


def test_inclusion_evens_out_participation():
    """With no pull onto teams only the level floor is left."""
    on = falls(effect("participation_gini", *WAY, runs=600), 0.015)
    nearly_gone(effect("participation_gini", *WAY, runs=600, **off("inclusion_pull")), on, 0.35)


def test_inclusion_draws_more_members_in():
    """More are active in a usual week, while the alliance works on, where not all are willing anyway."""
    reluctant = {"evaluation": "none", "coefficient.drive_base": -0.6}
    on = rises(effect("participation", *WAY, runs=800, **reluctant), 0.006)
    nearly_gone(effect("participation", *WAY, runs=800, **reluctant, **off("inclusion_pull")), on, 0.6)


def test_inclusion_evens_out_voice():
    on = falls(effect("transparency_gap", *WAY), 0.004)
    level = off("airtime_exponent", "inclusion_pull", "base_return")
    nearly_gone(effect("transparency_gap", *WAY, **level), on, 0.3)
