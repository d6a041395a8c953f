"""Administering: notices, minutes, accounts, and who carries them (S15 S18 S36)."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import administering
from sim.rules.words import NOBODY_CARRIES, ONE_HOST, PAID, ROTATING
from sim.state import NOBODY
from tests.support import plain, small_world, values

shares = st.floats(0.0, 1.0)
P = values()
KEY = np.uint64(6)


def test_accountability_by_hand(both):
    accountability = both(administering.accountability)
    assert accountability(0.0, P) == 0.0
    assert accountability(0.5, values(accountability_slope=2.0)) == pytest.approx(1.0 - math.exp(-1.0))


@given(shares, shares, shares)
def test_form_holds_people_to_their_word_with_less_and_less_return(low, middle, high):
    low, middle, high = sorted((low, middle, high))
    accountability = plain(administering.accountability)
    assert 0.0 <= accountability(low, P) <= accountability(middle, P) <= accountability(high, P) < 1.0
    step = (high - low) / 2
    assert accountability(low + step, P) >= (accountability(low, P) + accountability(high, P)) / 2 - 1e-12


def test_hours_needed_by_hand(both):
    """1 + 0.1 × 15 + 4 × 0.25 × (0.5 + 0.5) + 6 / 2 + 2 × 0.6."""
    p = values(admin_form=4.0, admin_accounts=2.0, admin_base=1.0, admin_member=0.1, admin_meeting=6.0)
    assert both(administering.hours_needed)(15.0, 0.5, 2.0, 0.2, 0.4, p) == pytest.approx(7.7)


@given(st.floats(2.0, 60.0), st.floats(0.0, 20.0), shares, st.floats(1.0, 13.0), shares, shares)
def test_size_form_meetings_and_accounts_need_administration(members, more, formality, interval, support, fund):
    hours = plain(administering.hours_needed)
    usual = hours(members, formality, interval, support, fund, P)
    assert usual <= hours(members + more, formality, interval, support, fund, P)
    assert usual <= hours(members, 1.0, interval, support, fund, P)
    assert usual >= hours(members, formality, interval + more, support, fund, P)
    assert usual <= hours(members, formality, interval, 1.0, 1.0, P)


def test_hours_done_by_hand(both):
    done = both(administering.hours_done)
    p = values(admin_goodwill=0.25, rotation_known=0.4, rotation_size=5.0)
    assert done(NOBODY_CARRIES, 8.0, 10.0, 0.5, 0.0, 0.0, p) == pytest.approx(2.1)
    assert done(ROTATING, 10.0, 10.0, 0.5, 0.5, 0.0, p) == pytest.approx(10.2 * (0.71 + 0.4 * np.exp(-2.0)))
    assert done(PAID, 10.0, 10.0, 0.5, 0.0, 1.0, p) == pytest.approx(11.5)
    assert done(PAID, 10.0, 10.0, 0.5, 0.0, 0.0, p) == done(NOBODY_CARRIES, 10.0, 10.0, 0.5, 0.0, 0.0, p)
    assert done(ONE_HOST, 10.0, 10.0, 0.0, 0.0, 0.0, p) == pytest.approx(10.2 * 0.8)


def test_sharing_papers_suits_the_few():
    """A46: the share of what is needed that rotation does falls with members, a host's does not."""
    done = plain(administering.hours_done)
    rotating, hosted = ([done(carrier, 10.0, n, 0.4, 0.5, 0.0, P) for n in (4.0, 8.0, 40.0)]
                        for carrier in (ROTATING, ONE_HOST))  # fmt: skip
    assert rotating[0] > rotating[1] > rotating[2] and hosted[0] == hosted[2]
    assert rotating[0] > hosted[0] > rotating[2]


@given(st.floats(0.5, 40.0), st.floats(2.0, 60.0), shares, shares, shares)
def test_more_is_done_where_there_is_trust(needed, members, low, high, accountable):
    low, high = sorted((low, high))
    for carrier in (NOBODY_CARRIES, ONE_HOST, ROTATING, PAID):
        less = plain(administering.hours_done)(carrier, needed, members, low, accountable, 0.5, P)
        assert 0.0 <= less <= plain(administering.hours_done)(carrier, needed, members, high, accountable, 0.5, P)


def test_a_secretariat_works_as_far_as_the_fund_reaches():
    w = small_world()
    a, c = w.alliance, w.counts
    p = values(administration="paid", secretariat_cost=52.0)
    a.fund = 0.25
    assert plain(administering.paid_part)(a, c, p, 5) == 0.25 and a.fund == 0.0
    a.fund = 3.0
    assert plain(administering.paid_part)(a, c, p, 5) == 1.0 and a.fund == 2.0
    a.paid_until = 5
    assert plain(administering.paid_part)(a, c, p, 5) == 0.0 and a.fund == 2.0
    assert plain(administering.paid_part)(a, c, values(administration="host"), 4) == 0.0
    assert c.money == 1.25


def test_the_host_is_listed_or_else_the_best_administrator():
    w = small_world(members=3)
    w.organisations.skill[:, 7] = (0.2, 0.9, 0.5)
    assert plain(administering.choose_host)(w, 10) == 1
    w.organisations[0].host_from = 10
    assert plain(administering.choose_host)(w, 9) == 1 and plain(administering.choose_host)(w, 10) == 0
    assert w.organisations.is_host.tolist() == [1, 0, 0]


def carried(name):
    w = small_world(members=4)
    w.alliance.host = NOBODY
    w.organisations.skill[:, 7] = (0.2, 0.9, 0.5, 0.5)
    plain(administering.carry)(w, values(administration=name, rotation_voice=0.1), 8.0, 9)
    return w


def test_whoever_carries_the_papers_pays_the_hours():
    assert carried("host").organisations.hours_this_week.tolist() == [0.0, 8.0, 0.0, 0.0]
    assert sorted(carried("rotating").organisations.hours_this_week.tolist()) == [0.0, 0.0, 0.0, 8.0]
    assert carried("nobody").organisations.hours_this_week.tolist() == [2.0] * 4
    assert carried("paid").organisations.hours_this_week.tolist() == [0.0] * 4


def test_turns_go_round_until_all_have_had_theirs():
    """Three members, turns of four weeks: after twelve each has carried the papers for four, the keenest first."""
    w = small_world(members=3)
    w.organisations.commitment[:] = (0.4, 0.6, 0.5)
    w.alliance.host = NOBODY
    p = values(administration="rotating", rotation_weeks=4, rotation_voice=0.0)
    turns = []
    for week in range(12):
        plain(administering.carry)(w, p, 3.0, week)
        turns.append(int(w.alliance.host))
        assert w.organisations.is_host.tolist() == [int(i == w.alliance.host) for i in range(3)]
    assert turns == [1] * 4 + [2] * 4 + [0] * 4 and w.organisations.papers.tolist() == [12.0] * 3


def test_a_guest_carries_no_papers_and_an_absent_one_hands_them_on():
    w = small_world(members=2)
    w.organisations.is_guest[0], w.alliance.host = 1, NOBODY
    p = values(administration="rotating", rotation_weeks=50, rotation_voice=0.0)
    plain(administering.carry)(w, p, 3.0, 1)
    assert w.organisations.papers.tolist() == [0.0, 3.0]
    w.organisations.is_guest[0], w.organisations.is_present[1] = 0, 0
    plain(administering.carry)(w, p, 3.0, 2)
    assert w.organisations.papers.tolist() == [3.0, 3.0]


def test_taking_turns_gives_ownership():
    assert carried("rotating").organisations.voice == pytest.approx(0.45 + 0.1 * 0.15)
    assert carried("nobody").organisations.voice == pytest.approx(0.45)


def backlog_after(name, weeks=52):
    w = small_world(members=10)
    for week in range(weeks):
        plain(administering.administer)(w, values(administration=name), KEY, week)
    return w.alliance


def test_papers_pile_up_where_nobody_carries_them():
    nobody, host = backlog_after("nobody"), backlog_after("host")
    assert nobody.backlog > 4 * host.backlog
    assert 0.0 < nobody.administration < host.administration <= 1.0


def test_broken_promises_cost_trust_in_those_with_means():
    w = small_world(members=3)
    w.organisations.small[:3] = (1.0, 0.3, 0.3)
    p = values(
        participation_support=0.5,
        support_delivery=0.2,
        trust_ratio=2.0,
        trust_gain=0.1,
        broken_support=0.5,
        support_cost=4.0,
        participation_cost=1.0,
    )
    plain(administering.promised_support)(w, p, 13)
    assert w.trust[0] == pytest.approx([0.0, 0.4 * 0.96, 0.4 * 0.96])  # loss 2 × 0.1 × 0.5 × 0.8 × 0.5
    assert w.trust[1].tolist() == [0.4, 0.0, 0.4]
    assert w.organisations.purse[:3] == pytest.approx([2.0, 1.95, 1.95])  # 4/4 × 0.5 × 0.2 for one, paid by two
    assert w.counts.money == pytest.approx(0.1)


@pytest.mark.parametrize(("week", "support"), [(12, 0.5), (13, 0.0)])
def test_promises_fall_due_each_quarter_where_there_are_any(week, support):
    w = small_world(members=3)
    w.organisations.small[:3] = (1.0, 0.3, 0.3)
    plain(administering.promised_support)(w, values(participation_support=support, support_delivery=0.0), week)
    assert w.counts.logged == 0 and w.trust[0, 1] == 0.4


def test_a_week_of_administration_by_hand():
    """Needed 2 + 6/3 = 4, goodwill does a quarter: 3 hours join the 10 that wait, of which a tenth is forgotten."""
    w = small_world(members=4)
    w.alliance.backlog, w.alliance.mean_trust, w.alliance.interval = 10.0, 0.0, 3.0
    p = values(administration="nobody", admin_base=2.0, admin_meeting=6.0, admin_member=0.0, admin_form=0.0,
               admin_accounts=0.0, admin_goodwill=0.25, backlog_forgotten=0.1, backlog_scale=24.0)  # fmt: skip
    plain(administering.administer)(w, p, KEY, 5)
    assert w.alliance.backlog == pytest.approx(12.0)
    assert w.alliance.administration == pytest.approx(1.0 / 1.5)


def test_the_host_has_the_hours_for_it():
    w = small_world(members=2)
    w.organisations.skill[:, 7], w.organisations.hours[:2] = (0.5, 0.4), (0.0, 5.0)
    assert plain(administering.choose_host)(w, 9) == 1  # 0.5 × 0.5 against 0.4 × 1.0
    w.organisations.hours[:2] = (2.5, 5.0)
    assert plain(administering.choose_host)(w, 9) == 1  # 0.375 against 0.4
    w.organisations.hours[:2] = (4.0, 5.0)
    assert plain(administering.choose_host)(w, 9) == 0  # 0.45 against 0.4
