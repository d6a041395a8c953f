"""Measures of functioning, survival and the cases on made-up runs with answers worked by hand or by theory."""

from __future__ import annotations

import numpy as np
import pytest

from experiments.evidence.contract import Sample
from experiments.evidence.patterns import cases, functioning

N = np.nan


def sample(**columns):
    """One replicate a draw."""
    return Sample({name: np.array(values, dtype=float)[:, None] for name, values in columns.items()})


LIVES = sample(
    alive=[1, 1, 0, 0, 1, N], members_final=[10, 2, 5, 8, 3, N], members_peak=[30, 10, 12, 16, 20, N],
    policy_changed=[0, 0, 1, 0, 1, N], handed_over=[0, 0, 0, 0, 0, N],
)  # fmt: skip


def test_an_alliance_lives_with_three_members_and_a_failed_run_is_none():
    """Of five runs two live: one of the three alive has but two members."""
    assert functioning.sustained({"all": LIVES}) == pytest.approx(2 / 5)
    assert functioning.ended_well({"all": LIVES}) == pytest.approx(1 / 3)
    assert functioning.survivors_larger({"all": LIVES}) == pytest.approx(25.0 - (10 + 12 + 16) / 3)


def test_differences_between_arms():
    other = sample(alive=[1, 1, 1, 1], members_final=[4, 4, 4, 4], members_peak=[4, 4, 4, 4])
    assert functioning.leaders_carry({"skilled": other, "unskilled": LIVES}) == pytest.approx(0.6)
    few, many = sample(joined_share=[0.5, 0.5]), sample(joined_share=[0.75, 0.75, N])
    assert functioning.ties_odds({"few ties": few, "many ties": many}) == pytest.approx(3.0)
    none = sample(trust_mean=[0.2, 0.3], participation=[0.5, 0.5])
    arms = {"none": none, "small wins": sample(trust_mean=[0.3, 0.5], participation=[0.5, 0.7])}
    assert functioning.wins_feed_trust(arms) == pytest.approx(0.15)
    assert functioning.wins_feed_participation(arms) == pytest.approx(0.1)


def test_what_carries_survival_is_told_from_what_does_not():
    """Living on follows participation alone, by a logit of slope 2 a standard deviation; sectors are drawn apart."""
    rng = np.random.default_rng(1)
    active, sectors, left = rng.standard_normal((3, 4000))
    lives = (rng.random(4000) < 1.0 / (1.0 + np.exp(-2.0 * active))).astype(float)
    arms = {"all": sample(alive=lives, members_final=np.full(4000, 5.0), participation=active, start_sectors=sectors,
                          exits=np.abs(left), members_peak=np.ones(4000))}  # fmt: skip
    assert functioning.active_live_on(arms) == pytest.approx(2.0, abs=0.2)  # four standard errors
    assert functioning.sectors_do_not_decide(arms) > 1.5


def test_levers_are_counted_by_sign_and_functioning_that_wins_nothing_is_seen():
    rng = np.random.default_rng(2)
    levers = {name: rng.random(2000) for name in functioning.SIX}
    signs = np.array([1, 1, 1, 1, 1, -1])
    capacity = sum(sign * levers[name] for sign, name in zip(signs, functioning.SIX, strict=True))
    luck = (rng.random(2000) < 0.3).astype(float)
    arms = {"all": sample(capacity=capacity, policy_changed=luck, **levers)}
    assert functioning.levers_that_help(arms) == 5.0
    assert functioning.functioning_hardly_wins(arms) == pytest.approx(1.0, abs=0.01)
    wins = {"all": sample(capacity=capacity, policy_changed=(capacity > np.median(capacity)), **levers)}
    assert functioning.functioning_hardly_wins(wins) == pytest.approx(1.0 - 2.0 / np.pi, abs=0.03)  # a cut normal's R²


def test_months_groups_turnout_and_modes():
    runs = sample(start_sectors=[2, 3, 5, 4], agreement_week=[4, 52, N, 26], members_peak=[30, 24, 6, N],
                  working_groups=[5, 4, 2, 3], attendance=[0.4, 0.6, N, 0.5],
                  participation=[0.5, 0.7, 0.6, N])  # fmt: skip
    arms = {"with": runs}
    assert functioning.months_to_agreement(arms) == pytest.approx(9.0)  # the median of 12 and 6 months
    assert functioning.members_a_group(arms) == pytest.approx(27.0 / 4.5)
    assert functioning.turnout(arms) == pytest.approx(0.5) and functioning.active_share(arms) == pytest.approx(0.6)
    flat = {f"{mode} {size}": sample(capacity=[0.1]) for mode in functioning.MODE_NAMES for size in functioning.SIZES}
    flat |= {"shared 6": sample(capacity=[0.5]), "secretariat 40": sample(capacity=[0.5])}
    assert functioning.mode_depends_on_size(flat) == 1.0
    assert functioning.mode_depends_on_size(flat | {"secretariat 6": sample(capacity=[0.9])}) == 0.0


def test_the_cases_count_what_they_say():
    was = sample(adopted_ever=[1, 1, 0, 1], weeks_to_change=[104, 208, N, 156], policy_changed=[1, 1, 0, 0],
                 pledge_bound=[0.2, 0.0, N, 0.3], implementation=[0.4, 0.6, 0.5, 0.5],
                 pledges_signed=[0.5, 1.0, 0.0, N], members_final=[30, 40, 35, 35])  # fmt: skip
    less = sample(adopted_ever=[1, 0, 0, 1], policy_changed=[0, 0, 0, 0], implementation=[0.2, 0.2, 0.2, 0.2])
    arms = {"as it was": was, "no window": less, "no election": less, "as it was without": less}
    arms |= {"with": was, "without": less}
    assert cases.georgia_law(arms) == 0.75 and cases.georgia_window(arms) == cases.georgia_cause(arms) == 0.25
    assert cases.georgia_months(arms) == pytest.approx(36.0)
    assert cases.georgia_members(arms) == 35.0 and cases.peru_signers(arms) == pytest.approx(0.5)
    assert cases.peru_package(arms) == 0.5, "of the two runs whose winner had signed one changes"
    assert cases.peru_election(arms) == cases.peru_cause(arms) == 0.5
    assert cases.zambia_platform(arms) == 0.75
    assert cases.zambia_implementation(arms) == pytest.approx(0.5) and cases.zambia_cause(arms) == pytest.approx(0.3)
