"""One row of the mission a test: its effect on common random numbers, its size, and that it goes with its mechanism.

Every number is a mean over paired runs of the default scenario with its 99.9 % interval (printed with `pytest -rP`).
An effect is there where the interval lies wholly on the stated side of the stated size; sizes are about half of what
was found when the test was written, so that a small retuning passes and a lost mechanism does not. With the
coefficients
of its mechanism at zero the same comparison gives nothing: exactly nothing where no other path leads to the outcome.
"""

from __future__ import annotations

from sim.rules.words import TACTICS
from tests.effects.claims import NOT_SHOWN, falls, gone, lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off


def test_s15_form_holds_people_to_their_word():
    way = lever("formality", 0.0, 0.5)
    on = rises(effect("completion", *way), 0.06)
    nearly_gone(effect("completion", *way, **off("accountability_slope")), on, 0.2)


def test_s15_form_deters_members():
    way = lever("formality", 0.4, 0.95)
    on = falls(effect("joined_share", *way), 0.1)
    nearly_gone(effect("joined_share", *way, **off("join_barrier", "join_cost")), on, 0.05)


def test_s15_up_then_down():
    rises(effect("activities_completed", *lever("formality", 0.0, 0.4)), 3.7)
    falls(effect("activities_completed", *lever("formality", 0.4, 1.0)), 2.4)


def test_s18_papers_pile_up_where_nobody_carries_them():
    way = lever("administration", "host", "nobody")
    on = rises(effect("admin_backlog", *way), 97.0)
    falls(effect("alive", *way), 0.085)
    easy = effect("admin_backlog", *way, **{"coefficient.admin_goodwill": 1.0})
    print(f"off: {easy}")
    assert easy.mean < 0.05 * on.mean  # where goodwill does it all, nobody is missed


def test_s20_work_with_an_owner_gets_done_and_heartens():
    way = lever("owner_rule", False, True)
    rises(effect("completion", *way), 0.13)
    rises(effect("enthusiasm_mean", *way, runs=400), 0.023)
    easy = effect("completion", *way, **{"coefficient.unowned_hours": 1e4})
    print(f"off: {easy}")
    assert easy.mean <= 0.0  # where work does itself, an owner is not missed


def test_s21_rare_meetings_save_hours_and_delay_agreement():
    way = lever("meeting_interval", 2, 8)
    falls(effect("meeting_hours", *way), 310.0)
    on = rises(effect("agreement_week", *way), 20.0)
    at_once = {"coefficient.meeting_capacity": 1e6, "alliance.negotiation": False}
    nearly_gone(effect("agreement_week", *way, **at_once), on, 0.15)


def test_s21_rare_meetings_let_trust_stale():
    falls(effect("trust_mean", *lever("meeting_interval", 2, 8), runs=400), 0.024)


def test_s30_relations_build_trust_and_crowd_out_advocacy():
    rises(effect("trust_mean", *lever("relationship_investment", 0.0, 0.3)), 0.044)
    falls(effect("activities_completed", *lever("relationship_investment", 0.0, 0.5)), 10.0)
    idle = effect("trust_mean", *lever("relationship_investment", 0.0, 0.3), **off("relation_trust"))
    print(f"off: {idle}")
    assert idle.mean <= 0.0


def test_s32_managed_expectations_keep_members():
    way = lever("expectation_management", 0.0, 1.0)
    rises(effect("retention", *way, runs=1600), 0.003)
    gone(effect("retention", *way, **off("expectation_cut", "plan_excess")))


def test_s33_restraint_gives_local_bodies_a_voice():
    way = lever("ingo_restraint", 0.0, 1.0)
    rises(effect("local_voice_share", *way, runs=600), 0.025)
    rises(effect("retention", *way, runs=600), 0.008)
    without = {**off("airtime_exponent"), "coefficient.mentor_cost": 1e9}
    gone(effect("local_voice_share", *way, **without))


def test_s36_support_brings_small_members_to_the_table():
    way = lever("participation_support", 0.0, 1.0)
    rises(effect("attendance", *way, runs=400), 0.006)
    rises(effect("local_voice_share", *way, runs=400), 0.013)
    without = off("support_relief", "admin_accounts", "support_cost", "broken_support")
    gone(effect("attendance", *way, **without))


def test_s36_a_broken_promise_costs_trust():
    falls(effect("trust_mean", *lever("support_delivery", 1.0, 0.0), participation_support=0.8), 0.058)


def test_s38_open_brainstorming_finds_the_better_team():
    way = lever("brainstorming", 0.0, 1.0)
    rises(effect("output_per_hour", *way, runs=600), 0.006)
    gone(effect("output_per_hour", *way, **{"coefficient.sight_base": 1.0}))


def test_s39_trust_leaves_with_persons():
    way = lever("staff_turnover", 0.0, 1.0)
    falls(effect("trust_mean", *way), 0.077)
    gone(effect("trust_mean", *way, **off("trust_lost_with_person")))


def test_s40_what_everyone_sees_builds_trust_and_keeps_members():
    way = lever("transparency", 0.0, 1.0)
    rises(effect("trust_mean", *way), 0.028)
    rises(effect("retention", *way), 0.02)
    ways = off("opacity_drift", "observer_trust", "suspicion", "broken_seen", "voice_memory")
    gone(effect("trust_mean", *way, **ways))




def test_s17_without_a_chair_fewer_meetings_are_useful():
    """Little is settled. Where any meeting settles enough, no chair is missed."""
    way = lever("co_chairs", 2, 0)
    on = falls(effect("useful_meetings", *way), 0.3)
    nearly_gone(effect("useful_meetings", *way, **{"coefficient.purpose_items": 1e-9}), on, 0.1)


def test_s18_turns_give_more_ownership_than_a_host():
    """All are heard, and more have carried something; with one endless turn and no voice from it, nobody gains."""
    way = lever("administration", "host", "rotating")
    rises(effect("ownership", *way, runs=400), 0.009)
    ways = {"coefficient.rotation_weeks": 10_000, "coefficient.rotation_voice": 0.0}
    endless = effect("ownership", *way, runs=400, **ways)
    print(f"off: {endless}")
    assert endless.mean <= 0.0


def test_s22_using_what_exists_gives_more_output_an_hour():
    way = lever("existing_first", False, True)
    rises(effect("output_per_hour", *way, runs=600), 0.007)
    gone(effect("output_per_hour", *way, **off("existing_saving"), **{"coefficient.unasked_sight": 1.0}))


def test_s37_inclusion_evens_out_participation():
    way = lever("inclusion_effort", 0.0, 1.0)
    on = falls(effect("participation_gini", *way, runs=600), 0.015)
    nearly_gone(effect("participation_gini", *way, runs=600, **off("inclusion_pull")), on, 0.35)


def test_s42_enthusiasm_lifts_delivered_hours():
    """More heart from each success, more hours given; where willingness does not ask for heart, none."""
    way = lever("success_lift", 0.0, 0.15)
    rises(effect("enthusiasm_mean", *way), 0.04)
    on = rises(effect("hours_total", *way), 200.0)
    nearly_gone(effect("hours_total", *way, **off("drive_enthusiasm")), on, 0.1)


# Effects that the mission states and the model does not show yet; each fails on the day on which it does. --


@NOT_SHOWN
def test_s42_enthusiasm_that_spreads_clusters():
    """Today it spreads over all alike: everybody trusts nearly everybody by as much."""
    rises(effect("enthusiasm_clustering", *lever("contagion", 0.0, 0.1), runs=600), 0.005)


def test_the_default_scenario_uses_every_kind_of_work():
    """Else an effect of a tactic could not show."""
    from sim.parameters import Parameters

    weights = {name: getattr(Parameters().alliance, f"tactic_{name}") for name in TACTICS}
    assert sum(weight > 0.0 for weight in weights.values()) >= 9
