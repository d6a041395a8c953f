"""Joining: who is asked, and who finds it worth while (S05 S13 S15 S34 S35)."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import joining
from sim.rules.words import DISSOLVED, DORMANT, E_DECLINED, E_JOINED
from sim.state import NEVER
from tests.support import plain, renumbered, small_world, values

shares = st.floats(0.0, 1.0)
P = values()
KEY = np.uint64(3)


def chance(p=P, **changed):
    usual = dict(
        taste=0.0,
        liking=0.5,
        legitimacy=0.4,
        familiar=0.0,
        trust=0.35,
        cost=0.0,
        formality=0.0,
        small=0.0,
        wariness=0.0,
    )
    return plain(joining.joining_chance)(*{**usual, **changed}.values(), p)


def test_where_worth_meets_price_the_chance_is_one_half(both):
    p = values(goal_specificity=0.5)
    assert both(joining.joining_chance)(0.0, 0.5, 0.4, 0.0, 0.35, 0.0, 0.0, 0.0, 0.0, p) == 0.5


def test_joining_by_hand(both):
    """taste 0.2 + 3(0.7 - 0.5) + 2(0.5 - 0.4) + 1(0.4) + 2(0.45 - 0.35) + 0.5(0.7 - 0.5) = 1.7; price
    2(0.5)(0.7) + 3(0.16) = 1.18."""
    p = values(
        join_liking=3.0,
        join_legitimacy=2.0,
        join_familiar=1.0,
        join_trust=2.0,
        join_clarity=0.5,
        goal_specificity=0.7,
        join_cost=2.0,
        join_barrier=3.0,
    )
    found = both(joining.joining_chance)(0.2, 0.7, 0.5, 0.4, 0.45, 0.5, 0.4, 1.0, 0.12, p)
    assert found == pytest.approx(1.0 / (1.0 + math.exp(-(1.7 - 1.18 - 0.12))))


@given(shares, shares)
@pytest.mark.parametrize("name", ["liking", "legitimacy", "familiar", "trust"])
def test_more_worth_more_likely(name, low, high):
    low, high = sorted((low, high))
    assert 0.0 <= chance(**{name: low}) <= chance(**{name: high}) <= 1.0


@given(shares, shares)
def test_a_clear_aim_invites_better(low, high):
    low, high = sorted((low, high))
    assert chance(values(goal_specificity=low)) <= chance(values(goal_specificity=high))


@given(shares, shares)
@pytest.mark.parametrize("name", ["cost", "formality", "wariness"])
def test_more_cost_less_likely(name, low, high):
    low, high = sorted((low, high))
    others = dict(cost=0.5, small=1.0) if name == "formality" else {}
    assert chance(**{**others, name: high}) <= chance(**{**others, name: low})


def test_form_deters_the_small_only_by_its_barrier():
    assert chance(formality=0.9, small=1.0) < chance(formality=0.9, small=0.3) < chance(formality=0.9, small=0.0)
    assert chance(formality=0.9, small=0.0) == chance(formality=0.0, small=0.0)


def hazard(p=P, openness=0.5, salience=0.3, legitimacy=0.5, ties=1.0, missing=0.0, closed=0.0):
    return plain(joining.invitation_hazard)(openness, salience, legitimacy, ties, missing, closed, p)


def test_invitations_by_hand(both):
    p = values(invitation_rate=0.01, recruit_missing=2.0, targeted_recruitment=0.5)
    found = both(joining.invitation_hazard)(1.0, 0.5, 0.5, 1.0, 1.0, 0.0, p)
    assert found == pytest.approx(4 * 0.01 * 1.0 * 1.0 * 1.0 * 2.0 * 2.0)


def test_a_closed_door_invites_nobody(both):
    assert both(joining.invitation_hazard)(0.0, 1.0, 1.0, 3.0, 1.0, 0.0, P) == 0.0


@given(shares, shares)
@pytest.mark.parametrize("name", ["openness", "salience", "legitimacy", "ties", "missing"])
def test_invitations_grow_with(name, low, high):
    p = values(targeted_recruitment=0.6)
    low, high = sorted((low, high))
    assert 0.0 <= hazard(p, **{name: low}) <= hazard(p, **{name: high})


def test_no_invitation_is_likelier_than_the_bound_that_spares_the_work():
    """`is_asked` draws once against the highest hazard there can be: no real one may exceed it."""
    p = values(targeted_recruitment=1.0, open_door=2.0)
    highest = hazard(p, 2.0, 0.7, 0.9, 3.0, 1.0, 0.0)
    for ties in (0.0, 1.0, 3.0):
        for missing, closed in ((1.0, 0.0), (0.0, 0.7)):
            assert hazard(p, 2.0, 0.7, 0.9, ties, missing, closed) <= highest


def test_liking_is_the_weighted_mean_of_the_asked():
    w = small_world(provisions=3)
    w.organisations[0].anchor[:3] = (0.9, 0.3, 0.0)
    for q, (weight, asked) in enumerate(((3.0, 1), (1.0, 1), (5.0, 0))):
        w.provisions[q].weight, w.provisions[q].is_asked = weight, asked
    assert plain(joining.liking_of)(w.organisations[0], w.provisions, 3) == pytest.approx((2.7 + 0.3) / 4)
    for q in range(3):
        w.provisions[q].is_asked = 0
    assert plain(joining.liking_of)(w.organisations[0], w.provisions, 3) == 0.5


def test_acquaintance_counts_members_only():
    w = small_world(members=3, outsiders=2)
    w.known[4, 0] = w.known[4, 2] = w.known[4, 3] = 1
    w.trust[4, :3] = (0.2, 0.4, 0.6)
    assert plain(joining.acquaintance)(w.organisations, w.known, w.trust, w.rows, 3, 4) == (2, pytest.approx(0.4))
    other = renumbered(w, [4, 2, 0, 3, 1])
    found = plain(joining.acquaintance)(other.organisations, other.known, other.trust, other.rows, 3, 0)
    assert found == (2, pytest.approx(0.4))


def test_a_sector_is_missing_until_somebody_comes_from_it():
    w = small_world(members=3)
    assert plain(joining.sector_is_missing)(w.organisations, w.rows, 3, 2) == 0
    assert plain(joining.sector_is_missing)(w.organisations, w.rows, 3, 5) == 1


def test_the_size_test_keeps_the_small_out():
    w = small_world()
    m = w.organisations[0]
    m.money = 1.0
    assert plain(joining.passes_tests)(m, 0.0, values(size_test=False, size_limit=3.0), KEY, 0)
    assert not plain(joining.passes_tests)(m, 0.0, values(size_test=True, size_limit=3.0), KEY, 0)
    assert plain(joining.passes_tests)(m, 0.0, values(size_test=True, size_limit=3.0, member_money=3.0), KEY, 0)


@pytest.mark.parametrize(
    ("lean", "mean", "passes"),
    [(0.8, 0.4, False), (-0.8, 0.4, True), (0.3, 0.4, True), (0.8, 0.0, True), (-0.9, -0.2, False)],
)
def test_balance_refuses_whoever_deepens_the_lean(lean, mean, passes):
    w = small_world()
    w.organisations[0].lean = lean
    assert plain(joining.passes_tests)(w.organisations[0], mean, values(partisan_balance=1.0), KEY, 0) == passes
    assert plain(joining.passes_tests)(w.organisations[0], mean, values(partisan_balance=0.0), KEY, 0)


def asked(w, p, week, i):
    return plain(joining.is_asked)(w.organisations, w.alliance, w.public, w.known, w.trust, w.rows, p, KEY, week, i)


def test_who_is_asked():
    w = small_world(members=3, outsiders=1)
    p = values(partisan_balance=0.0)
    m = w.organisations[3]
    m.invited_week = 8
    assert not asked(w, p, 7, 3) and asked(w, p, 8, 3)
    assert not asked(w, p, 8, 0)  # a member already
    for name in ("is_opponent", "is_outside"):
        setattr(m, name, 1)
        assert not asked(w, p, 8, 3)
        setattr(m, name, 0)
    w.alliance.phase = DISSOLVED
    assert not asked(w, p, 8, 3)
    w.alliance.phase = DORMANT
    m.is_founder = 0
    assert not asked(w, p, 8, 3)


def test_who_declined_is_left_in_peace_for_a_year():
    w = small_world(members=3, outsiders=1)
    p = values(open_door=2.0, invitation_rate=100.0, partisan_balance=0.0)
    w.organisations[3].is_founder = 0
    assert asked(w, p, 100, 3)
    w.organisations[3].asked_week = 60
    assert not asked(w, p, 108, 3)
    assert asked(w, p, 112, 3)


def decide(w, p, week, i):
    plain(joining.decide_to_join)(
        w.organisations,
        w.alliance,
        w.public,
        w.provisions,
        w.known,
        w.trust,
        w.rows,
        w.counts,
        w.events,
        p,
        KEY,
        week,
        i,
    )


@pytest.mark.parametrize(("taste", "joins"), [(50.0, 1), (-50.0, 0)])
def test_an_answer_is_counted_and_told(taste, joins):
    w = small_world(members=3, outsiders=1)
    p = values(join_founder=taste, newcomer_items=2.0, newcomer_hours=3.0, partisan_balance=0.0)
    decide(w, p, 8, 3)
    m = w.organisations[3]
    assert (m.is_member, m.has_joined, w.counts.joined, w.counts.invited, m.asked_week) == (joins, joins, joins, 1, 8)
    assert w.events[0].kind == (E_JOINED if joins else E_DECLINED) and w.events[0].who == 3
    assert (w.alliance.queue, w.alliance.backlog) == (2.0 * joins, 3.0 * joins)


def test_what_newcomers_are_told_to_expect():
    """0.2 + 0.8 × 0.5 = 0.6, raised by 1.5 and cut by 0.5 × 0.4."""
    w = small_world(members=3, outsiders=1)
    p = values(
        expectation_floor=0.2,
        goal_ambition=0.5,
        expectation_excess=1.5,
        expectation_cut=0.5,
        expectation_management=0.4,
    )
    plain(joining.welcome)(w.organisations, w.alliance, w.counts, w.events, p, 8, 3)
    assert w.organisations[3].expectation == pytest.approx(0.6 * 1.3)
    assert w.organisations[3].satisfaction == 1.0 and w.organisations[3].joined_week == 8


def test_the_list_of_members_leaves_out_the_idle_and_the_gone_and_stays_when_all_is_over():
    w = small_world(members=4, outsiders=1)
    w.organisations[1].is_idle = 1
    w.organisations[2].is_member = 0
    plain(joining.gather_members)(w.organisations, w.alliance, w.rows, w.counts, 5)
    assert w.alliance.member_count == 2 and list(w.rows[:2]) == [0, 3] and w.counts.members_peak == 2
    w.alliance.phase, w.organisations[0].is_member = DISSOLVED, 0
    plain(joining.gather_members)(w.organisations, w.alliance, w.rows, w.counts, 6)
    assert w.alliance.member_count == 2 and list(w.rows[:2]) == [0, 3]


def test_who_comes_back_has_no_old_quarrel():
    w = small_world(members=3, outsiders=1)
    w.organisations[3].objects_since = 4
    plain(joining.welcome)(w.organisations, w.alliance, w.counts, w.events, P, 80, 3)
    assert w.organisations[3].objects_since == NEVER


def test_a_softened_text_is_liked_less_by_those_who_wanted_it_all():
    """0.9 lies 0.4 above indifference; softened by a half, 0.2."""
    w = small_world(provisions=1)
    w.organisations[0].anchor[0], w.provisions[0].softened = 0.9, 0.5
    assert plain(joining.liking_of)(w.organisations[0], w.provisions, 1) == pytest.approx(0.7)
