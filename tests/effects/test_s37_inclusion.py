"""S37: a few capture the alliance and others sit by, unless they are drawn in."""

from __future__ import annotations

from tests.effects.claims import NOT_SHOWN, falls, lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

WAY = lever("inclusion_effort", 0.0, 1.0)


def test_inclusion_evens_out_participation():
    """With no pull onto teams only the level floor is left."""
    on = falls(effect("participation_gini", *WAY, runs=600), 0.009)
    nearly_gone(effect("participation_gini", *WAY, runs=600, **off("inclusion_pull")), on, 0.35)


@NOT_SHOWN
def test_inclusion_draws_more_members_in():
    """+0.0013 [-0.0006, +0.0032] (6,000 pairs) where 0.008 was asked: work takes longer since the calibration, so that
    most are bound already. Who takes part is evened out all the same."""
    rises(effect("participation", *WAY, runs=400, evaluation="none"), 0.008)


def test_inclusion_evens_out_voice():
    on = falls(effect("transparency_gap", *WAY), 0.004)
    level = off("airtime_exponent", "inclusion_pull", "base_return")
    nearly_gone(effect("transparency_gap", *WAY, **level), on, 0.3)
