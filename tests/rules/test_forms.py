"""The small formulas that many rules share: worked values, bounds, direction, limits."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import forms
from sim.rules.words import PHASES
from tests.support import plain, small_world

numbers = st.floats(-1e6, 1e6)
shares = st.floats(0.0, 1.0)


def test_logistic_by_hand(both):
    logistic = both(forms.logistic)
    assert logistic(0.0) == 0.5
    assert logistic(math.log(3.0)) == pytest.approx(0.75)
    assert logistic(-math.log(3.0)) == pytest.approx(0.25)
    assert logistic(-1e9) == 0.0 and logistic(1e9) == 1.0


@given(st.floats(-30.0, 30.0), st.floats(0.0, 30.0))
def test_logistic_rises_and_is_symmetric(x, more):
    logistic = plain(forms.logistic)
    assert 0.0 <= logistic(x) <= logistic(x + more) <= 1.0
    assert logistic(x) + logistic(-x) == pytest.approx(1.0)


@given(numbers, shares, shares)
def test_bounded_stays_between_and_leaves_the_rest_alone(x, low, wide):
    found = plain(forms.bounded)(x, low, low + wide)
    assert low <= found <= low + wide
    assert found == x or not low <= x <= low + wide


def test_share_holds_between_nothing_and_all(both):
    share = both(forms.share)
    assert [share(-0.5), share(0.0), share(0.3), share(1.0), share(7.0)] == [0.0, 0.0, 0.3, 1.0, 1.0]


@given(shares, st.floats(0.0, 20.0))
def test_a_hazard_strikes_with_one_minus_exp(u, hazard):
    """The exponential is only taken where it can matter; leaving it out may change nothing."""
    assert plain(forms.happens)(u, hazard) == (u < 1.0 - math.exp(-hazard))


def test_no_hazard_never_strikes(both):
    assert not both(forms.happens)(1e-300, 0.0)


@pytest.mark.parametrize(("chance", "weeks"), [(0.3, 52.0), (0.5, 4.0), (0.05, 208.0), (0.999, 13.0)])
def test_a_weekly_chance_adds_up_to_that_of_the_whole_time(both, chance, weeks):
    weekly = both(forms.weekly_chance)(chance, weeks)
    assert 1.0 - (1.0 - weekly) ** weeks == pytest.approx(chance, rel=1e-12)


@given(st.floats(0.0, 0.999), st.floats(1.0, 520.0))
def test_a_weekly_chance_is_a_chance_and_no_larger_than_the_whole(chance, weeks):
    weekly = plain(forms.weekly_chance)(chance, weeks)
    assert 0.0 <= weekly <= chance + 1e-12


def test_what_is_certain_is_certain_every_week(both):
    assert both(forms.weekly_chance)(1.0, 52.0) == 1.0
    assert both(forms.weekly_chance)(0.0, 52.0) == 0.0


def test_approached_goes_part_of_the_way(both):
    approached = both(forms.approached)
    assert approached(0.2, 0.8, 0.25) == pytest.approx(0.35)
    assert approached(0.2, 0.8, 0.0) == 0.2
    assert approached(0.2, 0.8, 1.0) == pytest.approx(0.8)


def test_near_by_hand(both):
    near = both(forms.near)
    assert near(0.0, 0.4) == 1.0
    assert near(0.4, 0.4) == 0.25
    assert near(0.8, 0.4) == pytest.approx(0.04)


@given(st.floats(0.0, 2.0), st.floats(0.0, 2.0), st.floats(0.05, 2.0))
def test_the_farther_the_less_heard(distance, more, scale):
    near = plain(forms.near)
    assert 0.0 < near(distance + more, scale) <= near(distance, scale) <= 1.0
    assert near(-distance, scale) == near(distance, scale)


def test_pull_by_hand_and_odd(both):
    pull = both(forms.pull)
    assert pull(0.0, 0.5) == 0.0
    assert pull(0.5, 0.5) == pytest.approx(0.1875)
    assert pull(-0.5, 0.5) == -pull(0.5, 0.5)


def test_pull_is_strongest_at_a_middle_distance(both):
    """d / (1 + d²)² has its maximum at d = 1/√3 of the scale."""
    pull = both(forms.pull)
    at_most = pull(0.6 / math.sqrt(3.0), 0.6)
    assert pull(0.30, 0.6) < at_most > pull(0.40, 0.6)


def test_half_full_is_half_at_one(both):
    half_full = both(forms.half_full)
    assert [half_full(0.0), half_full(1.0), half_full(3.0)] == [0.0, 0.5, 0.75]


def test_which_phases_live_and_which_are_awake(both):
    alive = {name for code, name in enumerate(PHASES) if both(forms.is_alive)(code)}
    awake = {name for code, name in enumerate(PHASES) if both(forms.is_awake)(code)}
    assert alive == {"forming", "agreeing", "acting", "dormant", "renewed"}
    assert awake == alive - {"dormant"}


def test_the_log_keeps_lines_while_there_is_room():
    w = small_world(log=2)
    for number in range(3):
        plain(forms.log)(w.events, w.counts, 7, number, 1, 2, 3, 0.5)
    assert w.counts.logged == 2
    assert [w.events[k].kind for k in range(2)] == [0, 1]
    assert (w.events[1].week, w.events[1].who, w.events[1].whom, w.events[1].cause, w.events[1].amount) == (
        7,
        1,
        2,
        3,
        0.5,
    )
