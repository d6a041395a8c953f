"""Leaving: when belonging is no longer worth it (S32 S41)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import leaving
from sim.rules.words import C_COURTED, C_DATED, C_DISCONTENT, C_RED_LINE, DISSOLVED, E_LEFT
from sim.state import NEVER
from tests.support import plain, renumbered, small_world, values

shares = st.floats(0.0, 1.0)
P = values()
KEY = np.uint64(5)


def test_hazard_by_hand(both):
    p = values(leaving_rate=0.01)
    hazard = both(leaving.leaving_hazard)
    assert hazard(1.0, False, p) == 0.0
    assert hazard(0.5, False, p) == pytest.approx(0.01)
    assert hazard(0.0, False, p) == pytest.approx(0.08)
    assert hazard(0.5, True, p) == pytest.approx(0.005)


@given(shares, shares)
def test_the_less_willing_go_sooner(low, high):
    low, high = sorted((low, high))
    assert plain(leaving.leaving_hazard)(low, False, P) >= plain(leaving.leaving_hazard)(high, False, P) >= 0.0


def test_courting_by_hand(both):
    assert both(leaving.courting_hazard)(0.5, 0.4, 0.25, values(courting_rate=0.1)) == pytest.approx(0.015)


@given(shares, shares, shares, shares)
def test_opponents_win_over_where_there_is_conflict_and_doubt(conflict, mobilised, support, more):
    hazard = plain(leaving.courting_hazard)
    assert hazard(0.0, mobilised, support, P) == 0.0 and hazard(conflict, 0.0, support, P) == 0.0
    assert hazard(conflict, mobilised, 1.0, P) == 0.0
    assert hazard(conflict + more, mobilised, support, P) >= hazard(conflict, mobilised, support, P)


def depart(w, i, cost):
    plain(leaving.depart)(w.organisations, w.trust, w.rows, w.alliance, w.counts, w.events, 9, i, C_DISCONTENT, cost)


def test_those_who_trusted_the_leaver_lose_heart():
    w = small_world(members=3)
    w.trust[1, 0], w.trust[2, 0] = 0.5, 0.0
    depart(w, 0, 0.2)
    assert [m.enthusiasm for m in w.organisations] == [0.5, pytest.approx(0.45), 0.5]
    assert (w.organisations[0].is_member, w.organisations[0].is_present, w.organisations[0].left_week) == (0, 0, 9)
    assert w.counts.exits == 1 and (w.events[0].kind, w.events[0].who, w.events[0].cause) == (E_LEFT, 0, C_DISCONTENT)


def test_departure_does_not_see_numbers():
    w = small_world(members=4)
    w.trust[:, :] = np.arange(16.0).reshape(4, 4) / 20
    other = renumbered(w, [2, 0, 3, 1])
    depart(w, 2, 0.3)
    depart(other, 0, 0.3)
    assert w.organisations.enthusiasm[[2, 0, 3, 1]].tolist() == other.organisations.enthusiasm.tolist()


def leave(w, p, week=20):
    plain(leaving.leave)(w.organisations, w.alliance, w.public, w.trust, w.rows, w.counts, w.events, p, KEY, week, 0)


def test_a_dated_exit_takes_place_whatever_the_will():
    w = small_world()
    w.organisations[0].leaves_week = 20
    p = values(leaving_rate=0.0, courting_rate=0.0)
    leave(w, p, 19)
    assert w.organisations[0].is_member == 1
    leave(w, p, 20)
    assert w.organisations[0].is_member == 0 and w.events[0].cause == C_DATED


@pytest.mark.parametrize(("rate", "courting", "cause"), [(1e6, 0.0, C_DISCONTENT), (0.0, 1e6, C_COURTED)])
def test_the_cause_is_the_one_that_struck(rate, courting, cause):
    w = small_world()
    w.alliance.conflict = w.public.opposition_mobilised = 0.5
    leave(w, values(leaving_rate=rate, courting_rate=courting))
    assert w.organisations[0].is_member == 0 and w.events[0].cause == cause


def test_who_stays_in_any_case():
    certain = values(leaving_rate=1e6)
    for name, value in (("is_idle", 1), ("is_member", 0)):
        w = small_world()
        setattr(w.organisations[0], name, value)
        leave(w, certain)
        assert w.counts.exits == 0
    w = small_world()
    w.alliance.phase = DISSOLVED
    leave(w, certain)
    assert w.counts.exits == 0


def test_newcomers_give_it_time(both):
    settling = both(leaving.settling_in)
    assert [settling(week, 13.0) for week in (0.0, 6.5, 13.0, 99.0)] == [0.0, 0.5, 1.0, 1.0]
    w = small_world()
    w.organisations[0].joined_week = 20
    leave(w, values(leaving_rate=1e6, courting_rate=0.0, trial_weeks=13.0), 20)
    assert w.counts.exits == 0


def test_both_reasons_to_go_add_up():
    """Hazards of 0.3 and 0.4: one minus exp(-0.7) go, three sevenths of them discontented; 1,500 weeks."""
    p = values(leaving_rate=0.3, courting_rate=4.0, trial_weeks=1.0)
    causes = []
    for week in range(1500):
        w = small_world(members=1)
        m = w.organisations[0]
        m.drive, m.commitment, m.joined_week = 0.5, 0.5, -10
        w.alliance.conflict, w.public.opposition_mobilised = 0.5, 0.4
        leave(w, p, week)
        causes.append(int(w.events[0].cause) if w.counts.exits else 0)
    gone = np.array(causes)
    share = 1.0 - np.exp(-0.7)
    assert abs(np.mean(gone > 0) - share) < 5 * np.sqrt(share * (1 - share) / 1500)
    part = 3 / 7
    left = int((gone > 0).sum())
    assert abs((gone == C_DISCONTENT).sum() / left - part) < 5 * np.sqrt(part * (1 - part) / left)


def test_voice_comes_before_exit(both):
    hazard = both(leaving.objecting_hazard)
    p = values(objection_leaving=0.02, objection_weeks=20.0)
    assert hazard(NEVER, 50, p) == 0.0 and hazard(50, 50, p) == 0.0
    assert hazard(50, 60, p) == pytest.approx(0.01) and hazard(50, 99, p) == pytest.approx(0.02)


def test_which_reason_struck(both):
    """Hazards of 2 : 1 : 1 share the draw: a quarter courted, a quarter over a red line, the rest discontented."""
    cause = both(leaving.cause_of_leaving)
    found = [cause(u, 2.0, 1.0, 1.0) for u in (0.1, 0.24, 0.26, 0.49, 0.51, 0.9)]
    assert found == [C_COURTED, C_COURTED, C_RED_LINE, C_RED_LINE, C_DISCONTENT, C_DISCONTENT]


def test_a_crossed_red_line_drives_a_member_out():
    w = small_world()
    w.organisations[0].objects_since = 0
    leave(w, values(leaving_rate=0.0, courting_rate=0.0, objection_leaving=1e6, objection_weeks=10.0))
    assert w.organisations[0].is_member == 0 and w.events[0].cause == C_RED_LINE
