"""Meeting: who comes, who is heard, what is decided, who moves and who grows closer (S16 S17 S21 S33 S37)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import meeting
from sim.rules.words import DORMANT, E_GROUP_CLOSED, E_GROUP_FORMED
from sim.state import NEVER
from tests.support import plain, renumbered, small_world, values

shares = st.floats(0.0, 1.0)
P = values()
KEY = np.uint64(4)


def test_a_fixed_interval_is_as_asked_and_an_adaptive_one_by_what_waits(both):
    interval = both(meeting.meeting_interval)
    p = values(adaptive_reference=10.0)
    assert interval(4, 0, 1000.0, p) == 4.0
    assert interval(4, 1, 9.0, p) == 4.0
    assert interval(4, 1, 1e9, p) == pytest.approx(2.4)
    assert interval(4, 1, 0.0, p) == 8.0
    assert interval(1, 1, 1e9, p) == 1.0 and interval(12, 1, 0.0, p) == 13.0


@given(st.integers(1, 12), st.floats(0.0, 100.0), st.floats(0.0, 100.0))
def test_the_more_waits_the_sooner_the_next_meeting(asked, low, high):
    low, high = sorted((low, high))
    interval = plain(meeting.meeting_interval)
    assert 1.0 <= interval(asked, 1, high, P) <= interval(asked, 1, low, P) <= 13.0


def formed(choice, queue=0.0, groups=0.0, quiet=0, members=24, new_work=0, week=10, **leaders):
    """Working groups after a meeting of so many members, all of whom could lead one, that left so much undecided."""
    w = small_world(members=members)
    a = w.alliance
    a.queue, a.groups, a.quiet, a.new_work = queue, groups, quiet, new_work
    w.organisations.skill[:, 2], w.organisations.drive[:] = leaders.get("skill", 0.7), 0.6
    for i in range(leaders.get("listed", 0)):
        w.organisations[i].lead_from = 0
    p = values(working_groups=choice, members_per_group=6.0, group_opens=2.0, group_patience=3, leader_skill=0.6)
    plain(meeting.form_groups)(w, p, week)
    return w


def test_groups_follow_the_need():
    assert formed("by_need", queue=2.5).alliance.groups == 1.0 and formed("by_need", queue=1.5).alliance.groups == 0.0
    assert formed("by_need", queue=9.0, groups=2.0).alliance.groups == 3.0
    assert formed("by_need", groups=2.0, quiet=1).alliance.groups == 2.0
    assert formed("by_need", groups=2.0, quiet=2).alliance.groups == 1.0
    assert formed("by_need", groups=2.0, quiet=2, new_work=1).alliance.groups == 2.0
    assert formed("none", queue=9.0).alliance.groups == 0.0 and formed("fixed").alliance.groups == 5.0


def test_groups_need_people_and_natural_leaders():
    """24 members fill four groups of six; nobody leads where nobody can; who is listed as a leader has a group."""
    assert formed("by_need", queue=9.0, groups=4.0).alliance.groups == 4.0
    assert formed("by_need", queue=9.0, members=5).alliance.groups == 0.0
    assert formed("by_need", queue=9.0, skill=0.3).alliance.groups == 0.0
    assert formed("by_need", skill=0.3, listed=2).alliance.groups == 2.0


def test_a_group_that_forms_or_ends_is_told():
    one, other = formed("by_need", queue=9.0), formed("by_need", groups=2.0, quiet=2)
    assert [w.events[0].kind for w in (one, other)] == [E_GROUP_FORMED, E_GROUP_CLOSED]
    assert [w.events[0].amount for w in (one, other)] == [1.0, 1.0]


def test_members_sit_in_more_groups_where_there_are_many_groups_and_few_members(both):
    """Groups of three at least and six at most: 5 × 3 / 10, 2 × 6 / 24, 1 × 4 / 4."""
    sits = both(meeting.memberships)
    p = values(group_least=3.0, members_per_group=6.0)
    assert [sits(5.0, 10.0, p), sits(2.0, 24.0, p), sits(1.0, 4.0, p), sits(0.0, 9.0, p)] == [1.5, 0.5, 1.0, 0.0]


def test_groups_help_up_to_a_number_and_then_cost(both):
    """1 + g n / (1 + f n²) is largest at n = 1 / √f; members who sit in two carry word between groups."""
    gain = both(meeting.group_gain)
    p = values(group_gain=0.4, group_friction=0.0625)
    assert gain(0.0, 0.0, p) == 1.0 and gain(4.0, 0.0, p) == pytest.approx(1.8)
    assert gain(3.0, 0.0, p) < gain(4.0, 0.0, p) > gain(5.0, 0.0, p)
    assert gain(4.0, 1.0, p) == pytest.approx(1.0 + 1.6 / 1.5)


def test_matters_ripen_between_meetings(both):
    """(1 - e^-i) / (1 - e^-2) after i weeks: half as long settles more than half as much."""
    ripe = both(meeting.ripe)
    p = values(ripening_weeks=1.0)
    assert ripe(2.0, p) == 1.0 and ripe(1.0, p) == pytest.approx((1 - np.exp(-1.0)) / (1 - np.exp(-2.0)))
    assert 0.5 < ripe(1.0, p) < 1.0 < ripe(6.0, p) < 1.2


def test_the_load_is_what_waits_and_hours_without_a_plan():
    """Ten hours for five weeks make room for 50; half of it is planned."""
    a = small_world().alliance
    a.queue, a.setup_queue, a.given_hours, a.open_hours = 2.0, 1.0, 10.0, 25.0
    p = values(plan_weeks=5.0, owner_rule=True, plan_excess=0.0, adaptive_plans=4.0)
    assert plain(meeting.workload)(a, p) == pytest.approx(5.0)


def test_the_interval_is_as_asked_at_first_and_as_evaluations_corrected_it():
    a = small_world().alliance
    a.queue, a.given_hours = 50.0, 0.0
    p = values(meeting_interval=4, adaptive_meetings=True)
    assert plain(meeting.next_interval)(a, p) == pytest.approx(2.4)
    a.agreed = 0
    assert plain(meeting.next_interval)(a, p) == 4.0
    a.learned_pace = np.log(2.0)
    assert plain(meeting.next_interval)(a, p) == pytest.approx(8.0)


def test_chairs_by_hand(both):
    gain = both(meeting.chair_gain)
    p = values(no_chair=0.3)
    assert [gain(0, 0.9, p), gain(2, 0.0, p), gain(2, 1.0, p)] == [0.3, 0.25, 1.0]


def test_consensus_is_slowest_and_the_chairs_fastest(both):
    speeds = [both(meeting.rule_speed)(code) for code in range(4)]
    assert speeds == sorted(speeds, reverse=True)


def test_hours_of_a_meeting_by_hand(both):
    p = values(meeting_base_hours=2.0, meeting_travel_hours=3.0)
    assert both(meeting.meeting_hours)(0.5, 2.0, p) == 7.0


@given(shares, shares, st.floats(0.25, 3.0))
def test_travel_and_dearer_participation_take_more_hours(low, high, cost):
    low, high = sorted((low, high))
    hours = plain(meeting.meeting_hours)
    assert 0.0 < hours(low, cost, P) <= hours(high, cost, P) <= hours(high, 2 * cost, P)


def test_purpose_by_hand(both):
    """Two settled and one begun of eight: (2 + 1.2) / 8, agenda 0.4 + 0.6 × 0.5, chair 0.72 + 0.5 × 0.4."""
    p = values(purpose_items=8.0)
    assert both(meeting.purpose)(2.0, 1.0, 0.5, 0.4, p) == pytest.approx(3.2 / 8.0 * 0.7 * 0.92)
    assert both(meeting.purpose)(0.0, 0.0, 1.0, 1.0, p) == 0.0


@given(st.floats(0.0, 30.0), st.floats(0.0, 30.0), shares, shares)
def test_a_purpose_needs_something_to_settle_an_agenda_and_a_lead(settled, more, agenda, skill):
    purpose = plain(meeting.purpose)
    least = purpose(settled, 0.0, agenda, skill, P)
    assert 0.0 <= least <= purpose(settled + more, 0.0, agenda, skill, P) <= 1.22 + 1e-12
    assert least <= purpose(settled, 0.0, 1.0, skill, P) and least <= purpose(settled, 0.0, agenda, 1.0, P)


def test_airtime_follows_means_unless_the_strong_hold_back(both):
    weight = both(meeting.airtime_weight)
    p = values(airtime_exponent=1.0)
    assert weight(9.7, 0.0, 0.0, 1.0, 1.0, p) == pytest.approx(10.0)
    assert weight(9.7, 1.0, 0.0, 1.0, 1.0, p) == pytest.approx(1.0)
    assert weight(9.7, 0.0, 1.0, 1.0, 1.0, p) == pytest.approx(5.5)
    assert weight(9.7, 0.0, 0.0, 1.5, 2.0, p) == pytest.approx(30.0)


@given(st.floats(0.0, 60.0), st.floats(0.0, 60.0), shares, shares, shares)
def test_restraint_and_inclusion_level_the_floor(poor, rich, restraint, inclusion, more):
    poor, rich = sorted((poor, rich))

    def ratio(r, i):
        floor = plain(meeting.airtime_weight)
        return floor(rich, r, i, 1.0, 1.0, P) / floor(poor, r, i, 1.0, 1.0, P)

    assert ratio(restraint, inclusion) >= 1.0 - 1e-12
    assert ratio(min(1.0, restraint + more), inclusion) <= ratio(restraint, inclusion) * (1 + 1e-9)


def test_the_floor_is_shared_among_those_present():
    w = small_world(members=4)
    w.organisations.attending[:] = (1, 1, 1, 0)
    w.organisations.money[:3] = (9.7, 0.7, 0.7)
    w.organisations[3].airtime = 0.9
    skill = plain(meeting.share_floor)(
        w, values(ingo_restraint=0.0, inclusion_effort=0.0, airtime_exponent=1.0, member_money=1.0)
    )
    assert w.organisations.airtime[:4] == pytest.approx([10 / 12, 1 / 12, 1 / 12, 0.0])
    assert skill == pytest.approx(0.5)


def meet(w, p=P, week=20):
    plain(meeting.call_meeting)(w, p, KEY, week)
    return int(w.alliance.met)


def test_meetings_come_every_interval():
    w = small_world()
    w.alliance.queue = 50.0
    p = values(meeting_interval=3, adaptive_meetings=False)
    assert [meet(w, p, week) for week in range(9)] == [0, 0, 1] * 3


def test_a_review_takes_its_hours_once():
    w = small_world(members=3, outsiders=1)
    w.alliance.review_hours = 5.0
    for expected in ([5.0, 5.0, 5.0, 0.0], [0.0] * 4):
        meet(w)
        assert w.organisations.hours_this_week.tolist() == expected


def test_nobody_meets_asleep_or_alone():
    for members, phase in ((4, DORMANT), (1, 2)):
        w = small_world(members=members)
        w.alliance.phase, w.alliance.arm_since[0], w.alliance.queue = phase, 99, 50.0
        assert not meet(w)


def test_a_disciplined_alliance_calls_off_a_meeting_without_business():
    w = small_world()
    w.alliance.arm_since[0] = 99
    certain = values(cancel_below=1.0, agenda_discipline=1.0)
    assert not meet(w, certain)
    w.alliance.arm_since[0] = 99
    assert meet(w, values(cancel_below=1.0, agenda_discipline=0.0))
    w.alliance.arm_since[0], w.alliance.queue = 99, 2.0
    assert meet(w, certain)


def attendance(drive, **chosen):
    w = small_world(members=400)
    w.alliance.met, w.alliance.chairs = 1, 2
    w.organisations.drive[:] = drive
    p = values(chairs_draw=1.0, reliability_mean=0.75, **chosen)
    for i in range(400):
        plain(meeting.attend)(w.organisations, w.alliance, w.counts, p, KEY, 5, i)
    assert w.organisations.meetings_possible.sum() == 400
    return w


# Arms and groups -----------------------------------------------------------------------------------------------------


def meeting_weeks(ratios, weeks=24, interval=8.0):
    """In which weeks each of three members is called: two in arms of their own if there are several, one in none."""
    w = small_world(members=3)
    a = w.alliance
    a.interval, a.arms, a.arm_ratio[: len(ratios)] = interval, len(ratios), ratios
    plain(meeting.meet_soon)(a)
    w.organisations.arm[:] = (0, 1, NEVER) if len(ratios) > 1 else NEVER
    called = [[], [], []]
    for week in range(weeks):
        plain(meeting.summon)(w)
        assert a.called == w.organisations.is_called.sum()
        for i in range(3):
            if a.called > 0 and w.organisations[i].is_called == 1:
                called[i].append(week)
    return called


def test_without_arms_all_are_called_when_the_interval_is_over():
    assert meeting_weeks((1.0,)) == [[0, 8, 16]] * 3


def test_each_arm_meets_at_its_own_cadence_and_who_is_in_none_comes_to_all():
    assert meeting_weeks((1.5, 0.5)) == [[0, 12], [0, 4, 8, 12, 16, 20], [0, 4, 8, 12, 16, 20]]


def test_who_is_not_called_does_not_come_loses_no_voice_and_no_trust():
    w = small_world(members=3)
    w.alliance.met, w.alliance.purpose, w.alliance.present = 1, 1.0, 1
    w.organisations.is_called[:] = (1, 0, 1)
    w.organisations.drive[:], w.organisations.attending[:] = 50.0, (1, 0, 0)
    p = values(absence_distrust=0.5, transparency=0.0)
    plain(meeting.attend)(w.organisations, w.alliance, w.counts, p, KEY, 5, 1)
    assert (w.organisations[1].attending, w.organisations[1].meetings_possible) == (0, 0)
    voice = float(w.organisations[1].voice)
    for i in (1, 2):
        plain(meeting.listen)(w.organisations, w.alliance, w.trust, w.roll, p, i)
    assert w.organisations[1].voice == voice and w.organisations[2].voice < voice
    bond(w, p, 0)
    assert w.trust[0, 1] == 0.4 and w.trust[0, 2] < 0.4


def leaders(groups, listed=(), skills=(0.7, 0.7, 0.3), drives=(0.6, 0.6, 0.6), chair=None, week=10):
    w = small_world(members=3)
    w.alliance.groups = groups
    w.organisations.skill[:, 2], w.organisations.drive[:] = skills, drives
    for i, first, last in listed:
        w.organisations[i].lead_from, w.organisations[i].lead_to = first, last
    if chair is not None:
        w.organisations[chair].is_chair = 1
    plain(meeting.find_leaders)(w, values(leader_skill=0.6, leader_drive=0.5), week)
    return w.organisations.leads_group.tolist(), float(w.alliance.groups_led)


def test_groups_are_led_by_those_listed_then_by_those_who_can_and_will():
    assert leaders(1.0) == ([1, 0, 0], 1.0)
    assert leaders(3.0) == ([1, 1, 0], pytest.approx(2 / 3))
    assert leaders(1.0, listed=[(2, 5, NEVER)]) == ([0, 0, 1], 1.0)
    assert leaders(1.0, listed=[(2, 5, 9)]) == ([1, 0, 0], 1.0)  # its time is over
    assert leaders(3.0, drives=(0.4, 0.6, 0.6), chair=1) == ([0, 0, 0], 0.0)
    assert leaders(0.0, listed=[(2, 5, NEVER)]) == ([0, 0, 0], 0.0)


def test_an_unled_group_does_its_part(both):
    p = values(unled_group=0.4)
    assert both(meeting.working_well)(5.0, 1.0, p) == 5.0 and both(meeting.working_well)(5.0, 0.0, p) == 2.0


def test_attendance_is_the_will_to_come():
    """Chance = drive where the papers are in order, chairs neither draw nor deter, and reliability is usual.

    400 members: standard error 0.025 at one half."""
    assert abs(attendance(0.5).alliance.present / 400 - 0.5) < 0.1
    assert attendance(0.0).alliance.present == 0
    assert attendance(1.0).alliance.present == 400


def test_a_meeting_takes_the_hours_of_those_who_come_and_support_spares_the_small():
    w = small_world(members=2)
    w.alliance.met = 1
    w.organisations.drive[:], w.organisations.small[:2] = 50.0, (1.0, 0.0)
    p = values(
        meeting_base_hours=2.0,
        meeting_travel_hours=2.0,
        face_to_face=0.5,
        participation_cost=1.0,
        participation_support=0.8,
        support_delivery=0.5,
        support_relief=0.5,
    )
    for i in range(2):
        plain(meeting.attend)(w.organisations, w.alliance, w.counts, p, KEY, 5, i)
    assert w.organisations.hours_this_week == pytest.approx([3.0 * 0.8, 3.0])
    assert w.alliance.meeting_hours_week == pytest.approx(5.4)


def test_what_a_meeting_settles_goes_to_the_set_up_first():
    a = small_world().alliance
    a.setup_queue, a.queue = 3.0, 4.0
    assert plain(meeting.decide_items)(a, 5.0) == 5.0
    assert (a.setup_queue, a.queue, a.capacity_left) == (0.0, 2.0, 0.0)
    assert plain(meeting.decide_items)(a, 5.0) == 2.0 and a.capacity_left == 3.0


def test_voice_by_hand(both):
    """Twice the fair share: 2 / (2 + 0.5 + 5/10) × (0.8 + 0.4 × 0.5) + 0.05."""
    p = values(voice_expected_hours=10.0)
    assert both(meeting.perceived_voice)(0.2, 0.1, 0.5, 5.0, p) == pytest.approx(2 / 3 + 0.05)


@given(shares, shares, shares, st.floats(0.0, 60.0))
def test_who_speaks_more_and_from_below_feels_heard(low, high, bottom_up, hours):
    low, high = sorted((low, high))
    voice = plain(meeting.perceived_voice)
    assert 0.0 <= voice(low, 0.1, bottom_up, hours, P) <= voice(high, 0.1, bottom_up, hours, P)
    assert voice(high, 0.1, bottom_up, hours, P) <= voice(high, 0.1, 1.0, hours, P)
    assert voice(high, 0.1, bottom_up, hours + 5, P) <= voice(high, 0.1, bottom_up, hours, P)


def take_roll(w):
    """Call the roll of a meeting for which attendance was set by hand."""
    came = w.organisations.attending == 1
    w.alliance.present, w.alliance.called = came.sum(), (came | (w.organisations.is_called == 1)).sum()
    plain(meeting.call_roll)(w)


def assembly(positions, seed=0):
    w = small_world(members=len(positions))
    rng = np.random.default_rng(seed)
    w.organisations.attending[:] = 1
    w.organisations.airtime[:] = 1.0 / len(positions)
    w.organisations.position[:, 0] = positions
    w.trust[:, :] = rng.uniform(0.1, 0.9, w.trust.shape)
    w.alliance.met = 1
    take_roll(w)
    return w


def hear(w, i, ease=0.3, scale=0.3):
    plain(meeting.hear_others)(w.organisations[i], w.trust, w.roll, int(w.alliance.present), 2, scale, ease, i)


def test_two_members_move_towards_each_other():
    """Two provisions, on one of which they are 0.4 apart: 0.2 on average, heard at 1 / (1 + (0.2 / 0.4)²)²."""
    w = assembly([0.2, 0.6])
    for i in range(2):
        hear(w, i, ease=0.3, scale=0.4)
    moved = 0.3 * 0.4 / 1.25**2
    assert w.organisations.position[:, 0] == pytest.approx([0.2 + moved, 0.6 - moved])


@given(st.floats(0.05, 0.9), st.floats(0.01, 0.1))
def test_a_lone_adviser_from_afar_moves_a_listener_less_far(near, further):
    """A33: the part of the distance that is gone falls with distance, even where nobody else speaks."""
    parts = []
    for distance in (near, near + further):
        w = assembly([0.0, distance])
        hear(w, 0)
        parts.append(w.organisations[0].position[0] / distance)
    assert parts[0] > parts[1] > 0.0


@given(st.lists(shares, min_size=2, max_size=6), shares, st.integers(0, 99))
def test_nobody_moves_beyond_what_was_said(positions, ease, seed):
    w = assembly(positions, seed)
    for i in range(len(positions)):
        hear(w, i, ease)
        found = w.organisations[i].position[0]
        assert min(positions) - 1e-12 <= found <= max(positions) + 1e-12
        assert ease > 0.0 or found == positions[i]


def test_the_trusted_are_heard_and_the_absent_are_not():
    w = assembly([0.5, 0.4, 0.6])
    w.trust[0] = (0.0, 0.9, 0.1)
    hear(w, 0)
    assert w.organisations[0].position[0] < 0.5
    w = assembly([0.5, 0.4, 0.6])
    w.organisations[1].attending = w.organisations[2].attending = 0
    take_roll(w)
    hear(w, 0)
    assert w.organisations[0].position[0] == 0.5


@given(st.permutations(range(5)), st.integers(0, 99))
def test_listening_does_not_see_numbers(order, seed):
    rng = np.random.default_rng(seed)
    w = assembly(list(rng.random(5)), seed)
    other = renumbered(w, order)
    take_roll(other)
    for i in range(5):
        hear(w, i)
        hear(other, i)
    assert other.organisations.position[:, 0] == pytest.approx(w.organisations.position[order, 0], rel=1e-12)


def bond(w, p, i):
    take_roll(w)
    plain(meeting.bond)(w.organisations, w.alliance, w.trust, w.roll, p, i)


def test_bonds_by_hand():
    """Gain 0.5 × 0.2 × (0.5 + 0.5) × (0.4 + 0.6) = 0.1 of what is missing; loss 0.5 × 0.1 × 2 = 0.1 of
    what is there.
    """
    w = small_world(members=3)
    w.alliance.met, w.alliance.purpose = 1, 1.0
    w.organisations.attending[:] = (1, 1, 0)
    p = values(meeting_trust=0.5, trust_gain=0.2, face_to_face=1.0, absence_distrust=0.5, trust_ratio=2.0)
    for i in range(3):
        bond(w, p, i)
    expected = np.array([[0.0, 0.46, 0.36], [0.46, 0.0, 0.36], [0.4, 0.4, 0.0]])
    assert w.trust == pytest.approx(expected)


@given(st.integers(0, 999), shares, shares)
def test_trust_stays_a_share(seed, purpose, face):
    rng = np.random.default_rng(seed)
    w = small_world(members=5)
    w.trust[:, :] = rng.random((5, 5))
    w.alliance.met, w.alliance.purpose = 1, purpose
    w.organisations.attending[:] = rng.integers(0, 2, 5)
    for _ in range(5):
        for i in range(5):
            bond(w, values(face_to_face=face), i)
    assert (w.trust >= 0.0).all() and (w.trust <= 1.0).all()


def test_purposeful_and_personal_meetings_build_more_trust():
    def gained(purpose, face):
        w = small_world(members=2)
        w.alliance.met, w.alliance.purpose = 1, purpose
        w.organisations.attending[:] = 1
        bond(w, values(face_to_face=face), 0)
        return w.trust[0, 1]

    assert gained(0.0, 0.0) < gained(0.5, 0.0) < gained(0.5, 1.0)


def test_positions_drift_home_and_the_house_learns():
    w = small_world(members=1)
    m = w.organisations[0]
    m.attending, m.position[0], m.anchor[0] = 1, 0.8, 0.4
    p = values(home_pull=0.25, self_change=0.5, bottom_up=0.4, goal_specificity=0.5)
    plain(meeting.go_home)(w.organisations, w.alliance, p, 0)
    assert m.position[0] == pytest.approx(0.7)
    assert m.anchor[0] == pytest.approx(0.4 + 0.2 * 0.3)


@pytest.mark.parametrize(
    ("agreed", "specificity", "reached"), [(1, 0.0, 0.64), (1, 1.0, 0.76), (0, 0.0, 0.7), (0, 1.0, 0.7)]
)
def test_a_vague_aim_lets_members_drift_back_to_what_they_came_for(agreed, specificity, reached):
    """A quarter of the way from 0.8 to 0.4, times 1.6 where the agreed aim says nothing, 0.4 where it says all."""
    w = small_world(members=1)
    w.alliance.agreed = agreed
    m = w.organisations[0]
    m.position[0], m.anchor[0] = 0.8, 0.4
    p = values(home_pull=0.25, vague_drift=1.2, goal_specificity=specificity)
    plain(meeting.go_home)(w.organisations, w.alliance, p, 0)
    assert m.position[0] == pytest.approx(reached)


def test_nobody_is_talked_across_a_red_line_of_its_own():
    """Two who want all of it pull at one who rejects it: it comes as near as its line, and no nearer."""
    w = small_world(members=3, provisions=1)
    w.organisations.attending[:], w.organisations.airtime[:] = 1, 1 / 3
    w.organisations.position[:, 0] = (0.1, 0.9, 0.9)
    w.organisations.anchor[:, 0] = (0.1, 0.9, 0.9)
    w.alliance.met = 1
    take_roll(w)

    def reached(line):
        w.organisations[0].position[0] = 0.1
        p = values(meeting_pull=0.5, listening_scale=1e6, face_to_face=1.0, line_rejects=line)
        plain(meeting.listen)(w.organisations, w.alliance, w.trust, w.roll, p, 0)
        return w.organisations[0].position[0]

    assert reached(0.0) == pytest.approx(0.5) and reached(0.2) == 0.2


def seats(w, **chosen):
    plain(meeting.seat_chairs)(w, values(**chosen), KEY, 60)
    return [i for i in range(len(w.organisations)) if w.organisations[i].is_chair]


def test_chairs_are_the_best_conveners_from_different_sectors():
    w = small_world(members=6)
    w.organisations.skill[:, 2] = (0.9, 0.5, 0.4, 0.8, 0.3, 0.2)
    w.organisations.sector[:] = (0, 1, 2, 0, 1, 2)
    assert seats(w, co_chairs=2, co_chair_diversity=True) == [0, 1]
    assert (w.alliance.chairs, w.alliance.chair_sectors) == (2, 2)
    w.organisations.is_chair[:] = 0
    assert seats(w, co_chairs=2, co_chair_diversity=False) == [0, 3]
    assert (w.alliance.chairs, w.alliance.chair_sectors) == (2, 1)


def test_listed_chairs_sit_in_their_time_only():
    w = small_world(members=3)
    w.organisations[2].chair_from, w.organisations[2].chair_to = 50, 70
    assert plain(meeting.chairs_now)(w.organisations[2], 50) and plain(meeting.chairs_now)(w.organisations[2], 70)
    assert not plain(meeting.chairs_now)(w.organisations[2], 49) and not plain(meeting.chairs_now)(
        w.organisations[2], 71
    )
    assert seats(w, co_chairs=1) == [2]


def test_rotation_passes_the_chair_on():
    w = small_world(members=4)
    w.organisations.skill[:, 2] = (0.9, 0.85, 0.1, 0.1)
    w.organisations[0].is_chair, w.alliance.chair_since = 1, 0
    assert seats(w, co_chairs=1, co_chair_rotation=True) == [1]
    assert w.organisations[1].voice > 0.45


def test_nobody_chairs_where_none_is_wanted():
    w = small_world()
    assert seats(w, co_chairs=0) == [] and w.alliance.chair_skill == 0.0


def test_the_tone_comes_from_the_chairs(both):
    w = small_world()
    p = values(tone_base=0.4, tone_skill=0.3, tone_unled=0.35)
    w.alliance.chair_skill = 0.5
    assert plain(meeting.tone)(w.alliance, p) == 0.35
    w.alliance.chairs = 1
    assert plain(meeting.tone)(w.alliance, p) == pytest.approx(0.55)


def test_no_work_is_started_before_the_aim_is_agreed_or_beyond_the_hours_at_hand():
    a = small_world().alliance
    a.capacity_left, a.given_hours = 100.0, 10.0
    p = values(plan_weeks=5.0, owner_rule=True, plan_excess=0.0, plan_from_left=1.0)
    assert plain(meeting.work_wanted)(a, p, KEY, 5) == 4
    a.open_hours = 50.0
    assert plain(meeting.work_wanted)(a, p, KEY, 5) == 0
    a.open_hours, a.agreed = 0.0, 0
    assert plain(meeting.work_wanted)(a, p, KEY, 5) == 0


def test_managed_expectations_keep_plans_near_the_hours_at_hand():
    a = small_world().alliance
    a.capacity_left, a.given_hours, a.open_hours = 100.0, 10.0, 60.0
    bold = dict(plan_weeks=5.0, owner_rule=True, plan_excess=1.0, plan_from_left=1.0)
    assert plain(meeting.work_wanted)(a, values(**bold, expectation_management=0.0), KEY, 5) == 4
    assert plain(meeting.work_wanted)(a, values(**bold, expectation_management=1.0), KEY, 5) == 0


def test_a_meeting_of_one_is_none():
    w = small_world()
    w.alliance.met, w.alliance.present = 1, 1
    plain(meeting.hold_meeting)(w, P, KEY, 5)
    assert (w.alliance.met, w.counts.meetings, w.counts.empty_meetings) == (0, 0, 1)


def test_a_meeting_has_an_agenda_as_often_as_discipline_says():
    """Of 400 meetings: standard error 0.025 at one half."""
    w = small_world()
    kept = 0.0
    for week in range(400):
        w.alliance.met, w.alliance.present, w.alliance.called = 1, 4, 4
        w.organisations.attending[:] = 1
        plain(meeting.hold_meeting)(w, values(agenda_discipline=0.5), KEY, week)
        kept += w.alliance.agenda
    assert abs(kept / 400 - 0.5) < 0.1
    assert w.alliance.meetings_since == 400.0 and 0.0 < w.alliance.purpose_since <= 400.0


def capacity(**chosen):
    w = small_world(members=4)
    a = w.alliance
    a.chairs, a.chair_skill, a.turnout, a.administration, a.mean_trust = 2, 1.0, 0.5, 1.0, 0.5
    a.present, a.disagreement, a.groups, a.agenda = 5, 0.09, 0.0, 1.0
    for name in ("agenda", "interval", "turnout", "administration", "mean_trust", "disagreement", "present"):
        if name in chosen:
            setattr(a, name, chosen.pop(name))
    usual = dict(meeting_capacity=10.0, ripening_weeks=1.0, decision_rule="qualified", bottom_up=0.0)
    usual |= dict(face_to_face=1.0, crowd=10.0, disagreement_slowness=2.0, bottom_up_slowness=0.5)
    return plain(meeting.meeting_capacity)(w, values(**{**usual, **chosen}), 0.5)


def test_what_a_meeting_can_settle_by_hand():
    """Every modifier is 1 but the crowd: 10 / (1 + 5/10); then one modifier after the other."""
    whole = 10.0 / 1.5
    assert capacity() == pytest.approx(whole)
    assert capacity(agenda=0.0) == pytest.approx(0.45 * whole)
    assert capacity(interval=1.0) == pytest.approx(whole / (1.0 + np.exp(-1.0)))
    assert capacity(turnout=0.125) == pytest.approx(0.5 * whole) and capacity(turnout=1.0) == pytest.approx(1.2 * whole)
    assert capacity(bottom_up=1.0) == pytest.approx(whole / 1.5)
    assert capacity(administration=0.5) == pytest.approx(0.8 * whole)
    assert capacity(face_to_face=0.0) == pytest.approx(0.8 * whole)
    assert capacity(mean_trust=0.25) == pytest.approx(0.75 * whole)
    assert capacity(disagreement=0.34) == pytest.approx(10.0 / 2.0)
    assert capacity(present=15) == pytest.approx(10.0 / 2.5)
    assert capacity(decision_rule="consensus") == pytest.approx(0.75 * whole)
