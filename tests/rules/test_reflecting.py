"""Reflecting: evaluation, dormancy, reconvening, renewal, hand-over, end (S18 S23 S31 S32 S41 S52)."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.events import CODES
from sim.rules import reflecting
from sim.rules.words import (
    ACTING,
    AGREEING,
    C_GOAL_MET,
    DISSOLVED,
    DORMANT,
    HANDED_OVER,
    RENEWED,
    S_CIVIL,
    S_DONORS,
    S_FAITH,
    S_STATE,
)
from sim.state import CAPACITY, NOBODY, TRAJECTORY, empty_world
from tests.support import plain, small_world, values

shares = st.floats(0.0, 1.0)
P = values()
KEY = np.uint64(20)


def evaluated(week=60, **chosen):
    w = small_world(members=3)
    w.organisations.satisfaction[:3], w.organisations.expectation[:3] = 0.5, 0.9
    w.alliance.map_quality, w.alliance.fund = 0.5, 20.0
    usual = dict(
        evaluation_interval=52,
        map_third=0.5,
        map_internal=0.2,
        evaluation_lift=0.0,
        evaluation_cost=8.0,
        evaluation_hours=10.0,
    )
    plain(reflecting.evaluate)(w, values(**{**usual, **chosen}), KEY, week)
    return w


def test_a_third_party_sees_more_and_costs_more():
    inside, outside = evaluated(evaluation="internal"), evaluated(evaluation="third_party")
    assert inside.alliance.map_quality == pytest.approx(0.6) and outside.alliance.map_quality == pytest.approx(0.75)
    assert (inside.alliance.fund, outside.alliance.fund) == (20.0, 12.0)
    assert (inside.alliance.review_hours, outside.alliance.review_hours) == (pytest.approx(10 / 3), 0.0)
    assert outside.counts.money == 8.0


def test_nobody_takes_stock_too_often_or_not_at_all():
    assert evaluated(evaluation="none").counts.evaluations == 0
    assert evaluated(week=51, evaluation="internal").counts.evaluations == 0


def test_without_money_the_members_do_it_themselves():
    w = evaluated(evaluation="third_party", evaluation_cost=1e6)
    assert w.counts.evaluations == 1 and w.alliance.map_quality == pytest.approx(0.6) and w.alliance.fund == 20.0


def test_who_pays_for_an_evaluation():
    w = small_world(members=2)
    w.alliance.fund = 2.0
    w.organisations.purse[:2] = (3.0, 5.0)
    assert plain(reflecting.pay_evaluation)(w, values(evaluation_cost=6.0))
    paid = 10.0 - (w.alliance.fund + w.organisations.purse[:2].sum())
    assert w.alliance.fund == 0.0 and w.counts.money == 6.0 and paid == pytest.approx(6.0)


def mixed(inside, outside, error=0.0, hours=10.0, kept=1.0):
    a = small_world().alliance
    a.inside_effect, a.outside_effect, a.inside_hours, a.outside_hours = inside, outside, hours, hours
    plain(reflecting.correct_mix)(a, values(mix_correction=0.2), KEY, 60, error, kept)
    assert a.inside_effect == a.outside_effect == a.inside_hours == a.outside_hours == 0.0
    return a.learned_insider


def test_the_mix_shifts_to_the_side_that_moved_more_an_hour():
    assert mixed(3.0, 1.0) == pytest.approx(0.1) and mixed(1.0, 3.0) == pytest.approx(-0.1) and mixed(2.0, 2.0) == 0.0
    assert mixed(3.0, 1.0, hours=0.0) == 0.0 and mixed(3.0, 1.0, kept=0.5) == pytest.approx(0.05)


def paced(purpose, left, error=0.0, meetings=4.0, kept=1.0):
    a = small_world().alliance
    a.meetings_since, a.purpose_since, a.left_since = meetings, meetings * purpose, meetings * left
    plain(reflecting.correct_pace)(a, values(pace_correction=0.4, purpose_items=2.0), KEY, 60, error, kept)
    assert a.meetings_since == a.purpose_since == a.left_since == 0.0
    return a.learned_pace


def test_pointless_meetings_become_rarer_and_overfull_ones_more_frequent():
    """A quarter pointless, half of what came up undecided: 0.4 × (0.25 - 0.5)."""
    assert paced(0.75, 2.0) == pytest.approx(-0.1) and paced(0.25, 0.0) == pytest.approx(0.3)
    assert paced(0.25, 0.0, kept=0.5) == pytest.approx(0.15) and paced(0.0, 0.0, meetings=0.0) == 0.0


@given(shares, st.floats(0.0, 50.0), st.floats(0.0, 5.0))
def test_the_interval_is_at_most_halved_or_doubled(purpose, left, error):
    assert abs(paced(purpose, left, error)) <= math.log(2.0)


def reviewed(drives, **chosen):
    w = small_world(members=4)
    w.organisations.drive[:] = drives
    w.public.in_window = chosen.pop("window", 0)
    p = values(**{**dict(evaluation="internal", evaluation_interval=13, founding_grace=26, worth_quorum=0.3), **chosen})
    plain(reflecting.evaluate)(w, p, KEY, 60)
    return w


def test_who_takes_stock_judges_anew_whether_it_is_worth_it():
    assert reviewed((0.6, 0.6, 0.4, 0.4)).alliance.phase == ACTING
    assert reviewed((0.6, 0.4, 0.4, 0.4)).alliance.phase == DORMANT
    assert reviewed((0.6, 0.4, 0.4, 0.4), window=1).alliance.phase == ACTING
    assert reviewed((0.6, 0.4, 0.4, 0.4), worth_quorum=0.0).alliance.phase == ACTING


def test_an_internal_evaluation_takes_hours_and_a_third_party_money():
    w = reviewed(0.6, evaluation_hours=20.0)
    assert w.alliance.review_hours == pytest.approx(5.0) and w.counts.money == 0.0
    w = reviewed(0.6, evaluation="third_party", evaluation_cost=4.0)
    assert w.alliance.review_hours == 0.0 and w.counts.money == 4.0


def test_those_who_trust_each_other_rest_and_others_end_it():
    for resting, phase in ((0.0, DISSOLVED), (2.0, DORMANT)):
        w = small_world()
        plain(reflecting.rest_or_end)(w, values(resting=resting), KEY, 77)
        assert w.alliance.phase == phase


@given(st.floats(0.0, 9.0), st.floats(0.0, 9.0), st.floats(0.0, 5.0))
def test_a_correction_has_limits(inside, outside, error):
    assert -0.3 <= mixed(inside, outside, error) <= 0.3


def test_taking_stock_brings_high_hopes_down_and_leaves_low_ones():
    w = small_world(members=2)
    w.organisations.expectation[:2] = (0.8, 0.1)
    w.alliance.progress, w.alliance.efficacy = 0.5, 0.5
    p = values(seen_stage=0.4, seen_work=0.4, expectation_correction=0.5)
    plain(reflecting.correct_expectations)(w, p, False)
    assert w.organisations.expectation[:2] == pytest.approx([0.6, 0.1])


def sleepless(weeks, **fields):
    w = small_world()
    for name, value in fields.items():
        setattr(w.alliance, name, value)
    w.activities[0].is_open, w.organisations[0].tasks = 1, 1
    p = values(dormancy_drive=0.3, dormancy_weeks=10, dormancy_papers=0.25)
    for week in range(weeks):
        plain(reflecting.fall_asleep)(w, p, 60 + week)
    return w


def test_an_alliance_that_nobody_carries_falls_asleep():
    assert sleepless(9, mean_drive=0.2).alliance.phase == ACTING
    w = sleepless(10, mean_drive=0.2)
    assert w.alliance.phase == DORMANT and w.alliance.dormant_since == 69
    assert w.activities[0].is_open == 0 and w.organisations[0].tasks == 0
    assert sleepless(30, mean_drive=0.35).alliance.phase == ACTING
    # A quarter lost in full disorder: 0.35 counts as 0.35 x 0.8 = 0.28 or as 0.35 x 0.9 = 0.315.
    assert sleepless(10, mean_drive=0.35, administration=0.2).alliance.phase == DORMANT
    assert sleepless(10, mean_drive=0.35, administration=0.6).alliance.phase == ACTING


def woken(window, agreed=1, **chosen):
    w = small_world()
    a = w.alliance
    a.phase, a.agreed, a.mean_trust, a.backlog = DORMANT, agreed, 0.5, 40.0
    w.public.in_window = window
    p = values(**{**dict(reconvening=1.0, window_readiness=0.5, reconvened_backlog=0.5, asleep_ending=0.0), **chosen})
    plain(reflecting.wake_up)(w, p, KEY, 90)
    return w


def test_the_sleeping_meet_again_when_a_window_opens():
    w = woken(1)
    assert (w.alliance.phase, w.alliance.reconvened, w.alliance.backlog) == (ACTING, 1, 20.0)
    assert woken(1, agreed=0).alliance.phase == AGREEING
    assert woken(0).alliance.phase == DORMANT and woken(1, reconvening=0.0).alliance.phase == DORMANT
    assert woken(0, asleep_ending=1e9).alliance.phase == DISSOLVED


def test_ending_by_hand(both):
    hazard = both(reflecting.ending_hazard)
    p = values(ending_rate=0.01)
    assert hazard(0.5, 24.0, 19.0, p) == pytest.approx(0.01 * 1.0 * 1.0 * 1.0)
    assert hazard(1.0, 24.0, 19.0, p) == 0.0 and hazard(0.0, 24.0, 19.0, p) == pytest.approx(0.64)


@given(shares, shares, st.floats(0.0, 200.0), st.floats(0.0, 200.0), st.floats(1.0, 60.0), st.floats(0.0, 60.0))
def test_want_of_drive_paper_and_few_members_end_alliances(low, high, backlog, more, members, further):
    low, high = sorted((low, high))
    hazard = plain(reflecting.ending_hazard)
    assert 0.0 <= hazard(high, backlog, members, P) <= hazard(low, backlog, members, P)
    assert hazard(low, backlog, members, P) <= hazard(low, backlog + more, members, P)
    assert hazard(low, backlog, members + further, P) <= hazard(low, backlog, members, P)


def test_worth_of_staying_is_a_share_of_members():
    w = small_world(members=4)
    w.organisations.drive[:4] = (0.6, 0.7, 0.2, 0.5)
    assert plain(reflecting.worth_staying)(w) == 0.5
    w.alliance.member_count = 0
    assert plain(reflecting.worth_staying)(w) == 0.0


def test_friends_in_office():
    w = small_world()
    assert not plain(reflecting.friend_in_office)(w)
    w.holders[1].from_member = 2
    assert plain(reflecting.friend_in_office)(w)
    w.holders[1].from_member, w.alliance.government_inside = NOBODY, 1
    assert plain(reflecting.friend_in_office)(w)


def won(week, **chosen):
    w = small_world()
    w.alliance.won_week, w.alliance.government_inside = 30, 1
    w.organisations.drive[:] = 0.8
    usual = dict(winding_up=0.0, hand_over_chance=0.0, renewal_chance=0.0, successor_chance=0.0)
    plain(reflecting.after_winning)(w, values(**{**usual, **chosen}), KEY, week)
    return w.alliance


def test_what_comes_after_a_win():
    assert won(56).phase == ACTING
    assert won(56, winding_up=1e3).phase == DISSOLVED and won(56, winding_up=1e3).end_cause == C_GOAL_MET
    assert won(56, hand_over_chance=1.0).phase == HANDED_OVER and won(56, hand_over_chance=1.0).successor == 0
    assert won(56, hand_over_chance=1.0, successor_chance=1e3).successor == 1
    assert won(56, hand_over_chance=1.0, successor_chance=1e3).phase == ACTING
    assert won(56, renewal_chance=1.0).phase == RENEWED
    assert won(55, winding_up=1e3).phase == won(57, winding_up=1e3).phase == won(30, winding_up=1e3).phase == ACTING


def handed_over(sectors, **chosen):
    """An alliance whose members come from these sectors, after its hand-over."""
    w = small_world(members=len(sectors))
    w.organisations.sector[: len(sectors)] = sectors
    w.alliance.backlog, w.organisations.satisfaction[:] = 50.0, 0.4
    plain(reflecting.hand_over)(w, values(**{"successor_chance": 1e3, **chosen}), KEY, 60)
    return w


def test_a_successor_is_of_the_two_largest_sectors_without_the_state_and_trust_stays():
    w = handed_over([S_STATE, S_STATE, S_STATE, S_FAITH, S_CIVIL, S_CIVIL, S_DONORS, S_DONORS, S_CIVIL])
    a = w.alliance
    assert (a.phase, a.successor, a.handed_over, a.member_count, a.backlog) == (ACTING, 1, 1, 5, 0.0)
    assert list(w.rows[:5]) == [4, 5, 6, 7, 8] and w.organisations.is_present[:4].sum() == 0
    assert w.trust[4, 6] == 0.4 and w.organisations.satisfaction[4] == 1.0
    assert w.counts.exits == 0 and w.organisations.enthusiasm[4] == 0.5
    told = [CODES[name] for name in ("handed_over", "because", "left", "left", "left", "left", "successor")]
    assert w.events.kind[: w.counts.logged].tolist() == told


def test_too_few_for_a_successor_or_no_wish_for_one_ends_the_alliance():
    assert handed_over([S_STATE, S_STATE, S_CIVIL, S_DONORS]).alliance.phase == HANDED_OVER
    assert handed_over([S_CIVIL] * 5, successor_chance=0.0).alliance.phase == HANDED_OVER
    assert handed_over([S_CIVIL] * 5).alliance.phase == ACTING
    guests = small_world(members=4)
    guests.organisations.is_guest[:2] = 1
    plain(reflecting.hand_over)(guests, values(successor_chance=1e3), KEY, 60)
    assert guests.alliance.phase == HANDED_OVER and guests.alliance.handed_over == 1


def test_coordination_is_handed_over_once():
    w = small_world()
    w.alliance.won_week, w.alliance.government_inside, w.alliance.handed_over = 30, 1, 1
    p = values(winding_up=0.0, hand_over_chance=1.0, renewal_chance=0.0, successor_chance=0.0)
    plain(reflecting.after_winning)(w, p, KEY, 56)
    assert w.alliance.phase == ACTING


def test_what_ends_with_an_alliance():
    w = small_world()
    w.activities[2].is_open, w.organisations[0].tasks, w.alliance.open_hours = 1, 2, 9.0
    plain(reflecting.end_alliance)(w, 77, C_GOAL_MET)
    a = w.alliance
    assert (a.phase, a.dissolved_week, a.ended_with, a.open_hours) == (DISSOLVED, 77, 4, 0.0)
    assert w.activities[2].is_open == 0 and w.organisations[0].tasks == 0


def test_capacity_by_hand():
    w = small_world(members=2)
    a, c = w.alliance, w.counts
    a.mean_drive, a.mean_trust, a.coherence, a.agreed = 0.6, 0.4, 0.9, 1
    a.given_hours, a.open_hours, c.completed, c.failed = 10.0, 108.0, 3, 1
    w.organisations.skill[0], w.organisations.skill[1] = 0.2, 0.7
    a.chair_skill, a.administration, a.queue, a.legitimacy, w.holders.trust[:] = 0.55, 0.8, 18.0, 0.45, 0.35
    parts = [0.6, 0.4, 0.75, 0.7, 0.5, 0.9, 0.55, 0.8 * 0.7, 0.45, 0.35]
    assert plain(reflecting.capacity_now)(w) == pytest.approx(parts)
    plain(reflecting.assess)(w)
    assert len(parts) == len(CAPACITY)
    assert a.assessed == pytest.approx(parts) and a.capacity == pytest.approx(np.mean(parts))


def test_too_few_members_end_it_after_a_time_of_grace():
    for members, week, phase in ((2, 60, DISSOLVED), (2, 5, ACTING), (3, 60, ACTING)):
        w = small_world(members=members)
        w.organisations.drive[:] = w.alliance.mean_drive = 1.0
        plain(reflecting.reflect)(w, values(founding_grace=26, evaluation="none"), KEY, week)
        assert w.alliance.phase == phase


def test_the_trajectory_has_a_place_for_every_name():
    w = small_world()
    _, store = empty_world(1, 1, w.calendar, w.terms)
    recorded = w._replace(trajectory=np.full((3, len(TRAJECTORY)), math.nan))
    plain(reflecting.note_week)(recorded, 1)
    assert np.isfinite(recorded.trajectory[1]).all() and np.isnan(recorded.trajectory[[0, 2]]).all()
    seen = dict(zip(TRAJECTORY, recorded.trajectory[1], strict=True))
    assert (seen["members"], seen["trust_mean"], seen["salience"], seen["public_support"]) == (4.0, 0.4, 0.3, 0.5)
    assert seen["turnout"] == -1.0 and seen["government_trust"] == pytest.approx(0.4) and store is not None


def test_means_over_members_and_over_those_in_office():
    w = small_world(members=2, holders=2)
    w.organisations.commitment[:2], w.organisations.fatigue[:2] = (0.2, 0.6), (0.1, 0.3)
    w.holders.trust[:], w.holders.office[:] = (0.2, 0.9), (2, 5)
    assert plain(reflecting.mean_commitment)(w) == pytest.approx(0.4) and plain(reflecting.mean_fatigue)(
        w
    ) == pytest.approx(0.2)
    assert plain(reflecting.mean_government_trust)(w) == pytest.approx(0.2)  # candidates are not in office


def test_a_third_party_brings_hopes_down_further():
    w = small_world(members=1)
    w.organisations[0].expectation = 0.8
    p = values(seen_stage=0.0, seen_work=0.0, expectation_correction=0.2)
    plain(reflecting.correct_expectations)(w, p, True)
    assert w.organisations[0].expectation == pytest.approx(0.56)
