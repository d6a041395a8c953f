"""What each family does of its own accord (S08 S10 S27 S33 S34 S43 S45 S51)."""

from __future__ import annotations

import numpy as np
import pytest

from sim.rules import families
from sim.rules.words import DORMANT, LOCAL_SCOPE, NATIONAL_SCOPE
from tests.support import plain, small_world, values

KEY = np.uint64(22)


def test_nobody_acts_asleep_or_absent():
    w = small_world()
    assert plain(families.acts)(w.organisations, w.alliance, 0)
    w.organisations[0].is_present = 0
    assert not plain(families.acts)(w.organisations, w.alliance, 0)
    w.alliance.phase = DORMANT
    assert not plain(families.acts)(w.organisations, w.alliance, 1)


def accompanied(restraint):
    w = small_world(members=2)
    w.organisations.small[:2], w.organisations.fatigue[:2] = (0.3, 1.0), 0.5
    p = values(mentor_cost=0.2, mentor_relief=0.4, trust_gain=0.1, ingo_restraint=restraint)
    for week in range(0, 400, 4):
        before = w.organisations.copy(), w.trust.copy()
        plain(families.accompany)(w.organisations, w.alliance, w.trust, w.rows, w.counts, p, KEY, week, 0)
        if w.organisations[0].purse != before[0][0].purse:
            return w
    return w


def test_a_body_with_means_accompanies_a_small_one_as_far_as_it_holds_back():
    w = accompanied(0.5)
    assert w.counts.money == pytest.approx(0.1)
    assert w.organisations[0].purse == pytest.approx(1.9) and w.organisations[1].fatigue == pytest.approx(0.4)
    assert w.trust[1, 0] == pytest.approx(0.4 + 0.05 * 0.6) and w.trust[0, 1] == 0.4
    assert accompanied(0.0).organisations[1].fatigue == 0.5


def test_a_body_drifts_from_its_people_and_goes_back_to_them():
    def after(**chosen):
        w = small_world(members=1)
        m = w.organisations[0]
        m.load, m.representativeness, m.base_representativeness = chosen.pop("load", 0.0), 0.5, 0.6
        m.scope = chosen.pop("scope", LOCAL_SCOPE)
        plain(families.consult_base)(w.organisations, w.alliance, values(base_drift=0.1, base_return=0.1, **chosen), 0)
        return m.representativeness

    assert after(load=1.0, inclusion_effort=0.0, bottom_up=0.0) == pytest.approx(0.5 - 0.05 + 0.1 * 0.3 * 0.1)
    umbrella = after(load=1.0, inclusion_effort=0.0, bottom_up=0.0, scope=NATIONAL_SCOPE, umbrella_drift=3.0)
    assert umbrella == pytest.approx(0.5 - 0.15 + 0.1 * 0.3 * 0.1)
    assert after(inclusion_effort=1.0) > after(inclusion_effort=0.0) and after(bottom_up=1.0) > after(bottom_up=0.0)


def test_donors_pool_what_they_have_as_they_trust():
    w = small_world(members=1)
    w.organisations[0].mean_trust = 0.5
    plain(families.align_funding)(w.organisations, w.alliance, values(donor_alignment=0.1, pooled_fund=0.4), 0)
    assert w.alliance.fund == pytest.approx(0.04) and w.organisations[0].purse == pytest.approx(1.96)


def test_a_public_body_vouches_where_it_has_access():
    w = small_world(members=1, holders=2)
    w.organisations[0].access[:2] = (0.5, 0.0)
    p = values(vouching=0.05)
    plain(families.open_doors)(w.organisations, w.holders, w.alliance, p, 3, 0)
    assert w.holders.trust.tolist() == [0.4, 0.4]
    plain(families.open_doors)(w.organisations, w.holders, w.alliance, p, 4, 0)
    assert w.holders.trust.tolist() == [pytest.approx(0.4 + 4 * 0.05 * 0.5 * 0.5 * 0.6), 0.4]


def test_knowledge_adds_evidence_of_its_own():
    w = small_world(members=1)
    plain(families.publish)(w.organisations, w.alliance, values(own_studies=0.01, member_hours=2.0), 0)
    assert w.alliance.evidence == pytest.approx(0.01 * 0.5 * 5 * 2 * 0.5)


def test_business_loses_heart_when_the_issue_is_hot():
    w = small_world(members=1)
    plain(families.weigh_interest)(
        w.organisations, w.alliance, w.public, values(business_caution=0.5, controversy=0.4), 0
    )
    assert w.organisations[0].enthusiasm == pytest.approx(0.5 * (1 - 0.5 * 0.4 * 0.3))


def test_media_report_as_far_as_they_are_free():
    w = small_world(members=1)
    w.organisations[0].audience = 0.8
    plain(families.report_issue)(w.organisations, w.alliance, w.public, values(own_coverage=0.1, media_freedom=0.5), 0)
    assert w.public.buzz == pytest.approx(0.1 * 0.5 * 0.8 * 0.5)


def test_evidence_has_less_and_less_to_add():
    w = small_world(members=1)
    w.alliance.evidence = 0.5
    plain(families.publish)(w.organisations, w.alliance, values(own_studies=0.01, member_hours=2.0), 0)
    assert w.alliance.evidence == pytest.approx(0.5 + 0.025 * 0.5)
