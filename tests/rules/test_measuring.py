"""How outcomes are taken from a finished run: worked values."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sim import outcomes
from sim.rules.words import ADOPTED, DISSOLVED
from sim.state import NEVER
from tests.support import plain, small_world, values

P = values()


def measured(w, p=P, weeks=100):
    record = np.zeros(1, dtype=outcomes.OUTCOME_DTYPE).view(np.recarray)[0]
    with np.errstate(all="ignore"):
        plain(outcomes.measure)(w, p, weeks, record)
    return record


def test_a_share_of_nothing_is_missing(both):
    assert both(outcomes.ratio)(1.0, 4.0) == 0.25 and math.isnan(both(outcomes.ratio)(0.0, 0.0))
    assert both(outcomes.week_or_missing)(7) == 7.0 and math.isnan(both(outcomes.week_or_missing)(NEVER))


def test_nothing_won_is_never_week_nought_or_the_horizon():
    o = measured(small_world())
    assert (
        math.isnan(o.weeks_to_change) and o.policy_changed == 0.0 and o.stage_reached == 0.0 and o.adopted_ever == 0.0
    )


def test_a_change_that_was_won_and_lost_again_is_dated_and_not_standing():
    w = small_world()
    y = w.policy
    y.change_week, y.adopted_week, y.reversed, y.best_stage = 40, 38, 1, 3
    o = measured(w)
    assert (o.weeks_to_change, o.policy_changed, o.reversed, o.stage_reached, o.adopted_ever) == (
        40.0,
        0.0,
        1.0,
        4.0,
        1.0,
    )


def test_the_way_to_the_goal_of_an_implementation_problem():
    w = small_world()
    w.policy.start_stage = w.policy.stage = ADOPTED
    w.policy.implementation = 0.4
    p = values(problem_kind="badly_implemented", implementation_threshold=0.6, implementation_before=0.2)
    assert measured(w, p).provisions_won == pytest.approx(0.5)


def test_inequality_of_hours_by_hand():
    w = small_world(members=4)
    w.organisations.hours_given[:4] = (1.0, 2.0, 3.0, 4.0)
    assert plain(outcomes.hours_gini)(w) == pytest.approx(0.25)
    w.organisations[3].is_idle = 1  # three are left: differences of 1, 1 and 2 over 3 × 6
    assert plain(outcomes.hours_gini)(w) == pytest.approx(4 / 18)


def test_inequality_of_trust_is_that_of_trust_received():
    w = small_world(members=3)
    assert plain(outcomes.received_trust_gini)(w) == pytest.approx(0.0)
    w.trust[:, :] = [[0.0, 0.2, 0.4], [0.6, 0.0, 0.4], [0.6, 0.2, 0.0]]
    assert plain(outcomes.received_trust_gini)(w) == pytest.approx((0.4 + 0.2 + 0.2) / (3 * 1.2))


def test_whose_voice_it_is():
    w = small_world(members=4)
    w.organisations.voice[:4] = (0.4, 0.3, 0.2, 0.1)
    w.organisations.scope[:4], w.organisations.small[:4] = (0, 1, 2, 1), (0.3, 1.0, 1.0, 0.3)
    share = plain(outcomes.voice_share)
    assert share(w, 1) == pytest.approx(0.5) and share(w, 0) == pytest.approx(0.4)


def test_clustering_is_morans_index_over_ties_closer_than_usual():
    """Two pairs of friends: each trusts one by 0.8, two by 0.2, by 0.4 on average. Moods alike within pairs: I = 1, at
    most; opposite within pairs: I = -1, and 1/3 for what chance takes away."""
    w = small_world(members=4)
    assert plain(outcomes.clustering)(w) == 0.0
    w.organisations.enthusiasm[:4], w.alliance.mean_enthusiasm = (0.3, 0.3, 0.7, 0.7), 0.5
    assert plain(outcomes.clustering)(w) == 0.0  # all are trusted alike
    w.trust[:, :] = 0.2
    w.trust[[0, 1, 2, 3], [1, 0, 3, 2]] = 0.8
    assert plain(outcomes.clustering)(w) == 1.0
    w.organisations.enthusiasm[:4] = (0.3, 0.7, 0.3, 0.7)
    assert plain(outcomes.clustering)(w) == pytest.approx(-2 / 3)


def test_rates_of_effort():
    w = small_world()
    c = w.counts
    c.joined, c.exits, c.invited, c.drafters = 10, 4, 12, 8
    c.meetings, c.useful_meetings, c.attendance_sum = 20, 15, 9.0
    c.completed, c.failed, c.output, c.hours, c.opposition_sum = 6, 2, 3.0, 1000.0, 500.0
    o = measured(w, weeks=100)
    assert (o.retention, o.joined_share, o.useful_meetings, o.attendance) == (0.6, 0.5, 0.75, pytest.approx(0.45))
    assert (o.completion, o.output_per_hour, o.opposition_effort) == (0.75, pytest.approx(0.3), 5.0)
    assert o.active_sides == 3.0


def test_pledges_are_a_share_of_those_asked_over_all_elections():
    w = small_world()
    w.policy.candidates, w.policy.pledges = 4, 3
    assert math.isnan(measured(w).pledges_signed)
    w.counts.elections = 2
    assert measured(w).pledges_signed == pytest.approx(3 / 8)


def test_an_ended_alliance_is_measured_as_it_ended():
    w = small_world()
    w.alliance.phase, w.alliance.ended_with = DISSOLVED, 4
    o = measured(w)
    assert (o.alive, o.members_final, o.phase) == (0.0, 4.0, 6.0)


def test_months_since_the_change_of_government():
    w = small_world()
    w.public.government_changed_week = -1000
    assert math.isnan(measured(w).months_since_change)
    w.public.government_changed_week = 48
    assert measured(w, weeks=100).months_since_change == pytest.approx(52 * 7 / 30.4375)
