"""S20: no activity without an owner; planned work that never happens discourages."""

from __future__ import annotations

from tests.effects.claims import falls, lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

WAY = lever("owner_rule", False, True)


def test_work_with_an_owner_gets_done_and_heartens():
    rises(effect("completion", *WAY), 0.12)
    rises(effect("enthusiasm_mean", *WAY, runs=400), 0.02)
    easy = effect("completion", *WAY, **{"coefficient.unowned_hours": 1e4})
    print(f"off: {easy}")
    assert easy.mean <= 0.0  # where work does itself, an owner is not missed


def test_fewer_plans_more_done():
    falls(effect("activities_planned", *WAY), 5.0)
    rises(effect("activities_completed", *WAY), 1.5)


def test_what_never_happens_discourages():
    """Where neither failures nor successes touch heart and belief, an owner gives no enthusiasm but through trust."""
    on = effect("enthusiasm_mean", *WAY, runs=400)
    numb = off("failure_disheartens", "success_lift", "efficacy_loss", "efficacy_gain")
    nearly_gone(effect("enthusiasm_mean", *WAY, runs=400, **numb), on, 0.35)
