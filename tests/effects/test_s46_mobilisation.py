"""S46: public mobilisation and campaigns."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, nearly_gone, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

MARCHES = {"tactic_media": 0.0, "tactic_mobilisation": 1.0, "insider_share": 0.1}
WAY = lever("civic_space", 0.0, 1.0)


def test_crowds_throw_an_issue_into_public_view_where_they_may_march():
    on = rises(effect("salience_peak", *WAY, runs=400, **MARCHES), 0.0022)
    nearly_gone(effect("salience_peak", *WAY, runs=400, **MARCHES, **off("crowd_buzz")), on, 0.3)


def test_crowds_press_on_power_holders_where_they_may_march():
    """Also where space is narrow marches turn into confrontations, fewer join, and evaluations turn away from them."""
    rises(effect("holder_position", *WAY, weeks=FIVE_YEARS, runs=400, **MARCHES), 0.016)
    crowds = off("crowd_pressure", "crowd_buzz", "support_gain")
    strains = off("mobilisation_strain", "confrontation_strain", "confrontation_exit", "confrontation_conflict")
    others = off("confrontation_disheartens", "join_controversy", "mix_correction")
    idle = crowds | strains | others
    gone(effect("holder_position", *WAY, weeks=FIVE_YEARS, runs=400, **MARCHES, **idle))


PUBLIC = {"insider_share": 0.0, "civic_space": 1.0, "media_freedom": 1.0, "member_hours": 2.0, "celebrated_days": 4}
TIMED = lever("campaign_days", 0.0, 1.0)
DAYS = lever("celebrated_days", 0, 4)


def test_campaigns_are_kept_for_days_that_people_celebrate():
    rises(effect("campaigns_on_days", *TIMED, runs=400), 0.3)
    gone(effect("campaigns_on_days", *TIMED, runs=200, **off("day_patience")))
    gone(effect("campaigns_on_days", *TIMED, runs=200, celebrated_days=0))


def test_work_that_falls_on_such_days_draws_more_attention():
    often = {**PUBLIC, "campaign_days": 0.0}
    del often["celebrated_days"]
    rises(effect("salience_mean", *DAYS, runs=400, **often), 0.0035)
    rises(effect("public_strength", *DAYS, runs=400, **often), 0.0008)
    gone(effect("salience_mean", *DAYS, runs=200, **often, **off("day_attention")))


def test_marches_on_such_days_draw_more_attention_than_marches_at_once():
    found = effect("salience_mean", *TIMED, runs=800, **MARCHES, civic_space=1.0, celebrated_days=4)
    stronger(rises(found, 0.0008), effect("salience_mean", *TIMED, runs=800, **MARCHES, civic_space=1.0,
                                          celebrated_days=4, **off("day_attention")))  # fmt: skip


def test_waiting_costs_time_and_is_worth_it_only_for_the_attention():
    """Teams stay bound until the day: less gets done, and without more notice less is heard."""
    falls(effect("activities_completed", *TIMED, runs=400, **PUBLIC), 2.0)
    on = effect("salience_mean", *TIMED, runs=400, **PUBLIC)
    without = falls(effect("salience_mean", *TIMED, runs=400, **PUBLIC, **off("day_attention")), 0.006)
    stronger(on, without)
