"""Relating: trust that is tended and fades, enthusiasm that spreads, will, voice, legitimacy (S07 S30 S32 to S35 S39
S40 S42).
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import relating
from sim.rules.words import DORMANT, GOVERNMENT
from tests.support import plain, renumbered, small_world, values

shares = st.floats(0.0, 1.0)
P = values()
KINDS = ("visits", "joint_work", "celebrations", "social_events", "workshops")


def weights(**chosen):
    return {f"relationship_{kind}": chosen.get(kind, 0.0) for kind in KINDS}


@pytest.mark.parametrize(("kind", "worth"), [*zip(KINDS, (1.5, 1.2, 0.8, 1.0, 1.1), strict=True)])
def test_an_hour_of_each_kind_brings_its_own_trust(both, kind, worth):
    assert both(relating.trust_per_hour)(values(**weights(**{kind: 0.7}))) == pytest.approx(worth, rel=1e-6)


@given(st.lists(st.floats(0.01, 1.0), min_size=5, max_size=5))
def test_only_shares_of_the_relationship_weights_count(found):
    once = plain(relating.trust_per_hour)(values(**weights(**dict(zip(KINDS, found, strict=True)))))
    half = plain(relating.trust_per_hour)(values(**weights(**dict(zip(KINDS, [x / 2 for x in found], strict=True)))))
    assert once == pytest.approx(half, rel=1e-6) and 0.79 < once < 1.51


def month(w, p, week=4):
    count = int(w.alliance.member_count)
    plain(relating.remember_moods)(w.organisations, w.moods, w.rows, count)
    for k in range(count):
        plain(relating.relate)(w.organisations, w.alliance, w.trust, w.moods, p, week, w.rows[k])


def test_a_month_of_relations_by_hand():
    """Gain 4 × 0.5 × 0.1 × 0.2 × 1.5 = 0.06 × √(0.25 × 1) of what is missing; no fading below the floor."""
    w = small_world(members=2)
    w.organisations.drive[:2] = (0.25, 1.0)
    p = values(relation_trust=0.5, trust_gain=0.1, relationship_investment=0.2, trust_drift=0.0, **weights(visits=1.0))
    month(w, p)
    assert w.trust[0, 1] == pytest.approx(0.4 + 0.03 * 0.6, rel=1e-6)
    assert w.organisations[0].mean_trust == w.trust[0, 1]


def test_trust_fades_towards_the_floor_and_faster_in_the_dark():
    def after(transparency):
        w = small_world(members=2)
        month(
            w,
            values(
                relationship_investment=0.0,
                trust_drift=0.01,
                opacity_drift=1.0,
                transparency=transparency,
                initial_trust=0.2,
                trust_floor=0.0,
            ),
        )
        return w.trust[0, 1]

    assert after(1.0) == pytest.approx(0.4 - 0.04 * 0.2) and after(0.0) == pytest.approx(0.4 - 0.08 * 0.2)


@given(st.permutations(range(5)), st.integers(0, 99))
def test_relations_stay_shares_and_do_not_see_numbers(order, seed):
    rng = np.random.default_rng(seed)
    w = small_world(members=5)
    w.trust[:, :] = rng.random((5, 5))
    w.organisations.drive[:], w.organisations.enthusiasm[:] = rng.random(5), rng.random(5)
    other = renumbered(w, order)
    p = values(relationship_investment=0.6, trust_gain=0.1)
    month(w, p)
    month(other, p)
    assert other.trust == pytest.approx(w.trust[np.ix_(order, order)]) and (w.trust >= 0).all() and (w.trust <= 1).all()
    for name in ("mean_trust", "surround"):
        assert other.organisations[name] == pytest.approx(w.organisations[name][list(order)])


def test_one_hears_the_enthusiasm_of_those_one_trusts():
    w = small_world(members=3)
    w.organisations.enthusiasm[:3] = (0.5, 0.2, 0.8)
    w.trust[0, 1:] = (0.1, 0.3)
    month(w, values(relationship_investment=0.0, trust_drift=0.0, distant_warmth=1.0))
    assert w.organisations[0].surround == pytest.approx((0.1 * 0.2 + 0.3 * 0.8) / 0.4)


def test_moods_are_caught_from_those_trusted_more_than_usual():
    w = small_world(members=3)
    w.organisations.enthusiasm[:3], w.organisations[0].mean_trust = (0.5, 0.2, 0.8), 0.25
    w.trust[0, 1:] = (0.1, 0.3)
    month(w, values(relationship_investment=0.0, trust_drift=0.0, distant_warmth=0.0))
    assert w.organisations[0].surround == pytest.approx(0.8)


def test_members_expect_more_of_a_government_of_their_side():
    for lean, expected in ((0.5, 0.2 * 0.5), (-0.5, -0.3 * 0.5), (0.0, 0.0)):
        w = small_world()
        w.organisations.lean[:] = lean
        p = values(partisan_favour=0.2, partisan_distrust=0.3, partisan_polarisation=1.0)
        for _ in range(2):
            plain(relating.tend)(w, p, 4)
        assert w.alliance.prospects == pytest.approx(expected)


def test_what_relations_bring_beyond_trust():
    def after(**chosen):
        w = small_world(members=1)
        w.organisations[0].fatigue, w.organisations[0].approach, w.organisations[0].voice = 0.5, 0.9, 0.3
        p = values(
            relationship_investment=0.5,
            celebration_lift=0.1,
            social_rest=0.1,
            visit_voice=0.1,
            workshop_approach=0.1,
            joint_evidence=0.01,
            **weights(**chosen),
        )
        plain(relating.tend_own_relations)(w.organisations, w.alliance, p, 0)
        m = w.organisations[0]
        return [float(x) for x in (m.enthusiasm, m.fatigue, m.voice, m.approach, w.alliance.evidence)]

    nothing = [0.5, 0.5, 0.3, 0.9, 0.0]
    for place, kind in enumerate(("celebrations", "social_events", "visits", "workshops", "joint_work")):
        found = after(**{kind: 1.0})
        changed = [k for k in range(5) if abs(found[k] - nothing[k]) > 1e-9]
        assert changed == [place]
    assert after(celebrations=1.0)[0] == pytest.approx(0.525) and after(social_events=1.0)[1] == pytest.approx(0.475)


def test_worth_by_hand(both):
    p = values(approach_mismatch=0.2)
    assert both(relating.worth_of_belonging)(0.6, 0.4, 0.5, 0.3, p) == pytest.approx(0.6 * 0.61 * 0.5 - 0.06)


DRIVE = dict(worth=0.2, trust=0.38, voice=0.45, enthusiasm=0.45, cost=0.35, fatigue=0.0, discontent=0.0)


def test_drive_by_hand(both):
    p = values(
        drive_base=0.5,
        drive_worth=2.0,
        drive_trust=1.0,
        drive_voice=1.0,
        drive_enthusiasm=1.0,
        drive_cost=1.0,
        drive_fatigue=1.0,
        drive_discontent=2.0,
    )
    drive = both(relating.drive_of)
    assert drive(*DRIVE.values(), p) == pytest.approx(1 / (1 + math.exp(-0.5)))
    # 0.5 + 2(0.1) + 0.1 + 0.1 + 0.1 - 0.2 - 0.3 - 2(0.25) = 0
    assert drive(0.3, 0.48, 0.55, 0.55, 0.55, 0.3, 0.25, p) == pytest.approx(0.5)


@given(shares, st.tuples(*[shares] * 7))
def test_will_rises_with_worth_trust_voice_and_heart_and_falls_with_cost(more, state):
    drive = plain(relating.drive_of)
    usual = drive(*state, P)
    assert 0.0 < usual < 1.0
    for place in range(7):
        raised = list(state)
        raised[place] += more
        assert drive(*raised, P) >= usual if place < 4 else drive(*raised, P) <= usual


def test_expected_progress_by_hand(both):
    expected = both(relating.progress_expected)
    p = values(expectation_pace=0.5)
    assert [expected(0.8, week, 200.0, p) for week in (0.0, 50.0, 100.0, 500.0)] == [0.0, 0.4, 0.8, 0.8]


def test_urgency_grows_to_the_deadline_and_ends_with_it(both):
    urgency = both(relating.urgency)
    p = values(deadline_focus=0.1)
    assert urgency(200.0, 200.0, p) == pytest.approx(1.1) and urgency(201.0, 200.0, p) == 1.0
    assert urgency(174.0, 200.0, p) == pytest.approx(1.0 + 0.1 * math.exp(-1.0))


LEGITIMACY = dict(represented=0.6, breadth=0.7, lean=0.3, polarisation=0.5, government=0.0, bottom_up=0.5, members=20.0)


def legitimacy(p=P, **changed):
    return plain(relating.legitimacy_of)(*{**LEGITIMACY, **changed}.values(), p)


def test_legitimacy_by_hand(both):
    """√0.64 × 0.5 × (1 - 0.5 × 0.4 × 0.5) × 0.95 × (0.85 + 0.15 × ln(e⁴)/4)."""
    p = values(legitimacy_represented=0.5, legitimacy_breadth=1.0, legitimacy_partisan=0.5, legitimacy_government=0.2)
    members = math.exp(4.0) - 1.0
    of = both(relating.legitimacy_of)
    assert of(0.64, 0.5, -0.4, 0.5, 0.0, 0.5, members, p) == pytest.approx(0.8 * 0.5 * 0.9 * 0.95)
    assert of(0.64, 0.5, -0.4, 0.5, 1.0, 0.5, members, p) == pytest.approx(0.8 * 0.5 * 0.9 * 0.8 * 0.95)
    assert of(0.0, 1.0, 0.0, 0.0, 0.0, 1.0, members, p) == of(1.0, 0.0, 0.0, 0.0, 0.0, 1.0, members, p) == 0.0


@given(shares, shares)
def test_legitimacy_needs_the_affected_breadth_and_balance(low, high):
    low, high = sorted((low, high))
    for name in ("represented", "breadth", "bottom_up"):
        assert legitimacy(**{name: low}) <= legitimacy(**{name: high})
    for name in ("lean", "polarisation", "government"):
        assert legitimacy(**{name: low}) >= legitimacy(**{name: high}) >= 0.0
    assert legitimacy(lean=-low) == legitimacy(lean=low)


@pytest.mark.parametrize("members", [1.0, 20.0, 54.0, 160.0])
def test_legitimacy_is_never_above_one(members):
    """160 organisations are the most that a scenario may list."""
    assert legitimacy(represented=1.0, breadth=1.0, lean=0.0, bottom_up=1.0, members=members) <= 1.0


def test_who_is_heard_by_hand():
    """Two sectors of equal voice: 1 - 1/4 - 1/4 = 0.5; of eight sectors at most 7/8; 0.2 of one alone."""
    w = small_world(members=4)
    w.organisations.sector[:4] = (0, 0, 1, 1)
    w.organisations.representativeness[:4] = (0.2, 0.2, 0.8, 0.8)
    w.organisations.lean[:4] = (0.4, 0.0, 0.0, 0.0)
    p = values(unlikely_breadth=0.0, breadth_of_one=0.2)
    assert plain(relating.survey_voices)(w, p) == 0
    a = w.alliance
    assert (a.breadth, a.diversity) == (pytest.approx(0.2 + 0.8 * 0.5 / 0.875), pytest.approx(0.5 * 8 / 7))
    assert a.representativeness == pytest.approx(0.5) and a.mean_lean == pytest.approx(0.1)
    w.organisations.voice[:4] = (0.0, 0.0, 0.6, 0.6)
    w.organisations[3].family = GOVERNMENT
    assert plain(relating.survey_voices)(w, p) == 1
    assert (a.breadth, a.representativeness) == (
        pytest.approx(0.2),
        pytest.approx(0.8),
    ) and a.diversity == pytest.approx(4 / 7)


def test_inequality_of_voice_by_hand():
    w = small_world(members=4)
    gini = plain(relating.voice_gini)
    w.organisations.voice[:4] = 0.3
    assert gini(w.organisations, w.rows, 4) == pytest.approx(0.0)
    w.organisations.voice[:4] = (0.0, 0.0, 0.0, 1.0)
    assert gini(w.organisations, w.rows, 4) == pytest.approx(0.75)
    w.organisations.voice[:4] = (0.1, 0.2, 0.3, 0.4)
    assert gini(w.organisations, w.rows, 4) == pytest.approx(0.25)


def test_a_survey_raises_the_least_heard_and_lifts_grievances():
    w = small_world(members=3)
    w.organisations.voice[:3] = (0.5, 0.2, 0.4)
    w.organisations.satisfaction[:3] = 0.5
    p = values(feedback_surveys=2, survey_raises=0.4, survey_relief=0.2, survey_hours=6.0, survey_weariness=0.0)
    for week, raised in ((6, 0.0), (7, 0.4), (33, 0.8)):
        plain(relating.survey_members)(w, p, week)
        assert w.organisations.raised[:3] == pytest.approx([0.0, raised, 0.0])
    assert w.organisations.satisfaction[:3] == pytest.approx(1 - 0.5 * 0.64) and w.alliance.backlog == 12.0
    plain(relating.survey_members)(w, values(feedback_surveys=0), 59)
    assert w.counts.logged == 2


def felt(week=10, p=P, **fields):
    w = small_world(members=1)
    for name, value in fields.items():
        setattr(w.organisations[0], name, value)
    plain(relating.feel)(w.organisations, w.alliance, w.provisions, p, week, 0)
    return w.organisations[0]


@given(shares, shares, shares, shares, shares, st.floats(0.0, 3.0))
def test_states_of_mind_stay_shares(enthusiasm, surround, fatigue, satisfaction, expectation, load):
    m = felt(
        200,
        enthusiasm=enthusiasm,
        surround=surround,
        fatigue=fatigue,
        satisfaction=satisfaction,
        expectation=expectation,
        load=load,
    )
    for name in ("enthusiasm", "fatigue", "satisfaction", "drive", "commitment"):
        assert 0.0 <= getattr(m, name) <= 1.0, name


def test_enthusiasm_is_caught_from_others_and_from_the_leaders():
    p = values(contagion=0.2, tone_pull=0.0)
    assert felt(p=p, enthusiasm=0.4, surround=0.9).enthusiasm == pytest.approx(0.5)
    assert felt(p=values(contagion=0.0, tone_pull=0.0), enthusiasm=0.4, surround=0.9).enthusiasm == pytest.approx(0.4)


def test_high_hopes_turn_into_discontent():
    late = dict(week=300, p=values(satisfaction_rate=0.1))
    assert felt(**late, expectation=1.0).satisfaction < felt(**late, expectation=0.2).satisfaction <= 1.0


def test_load_tires():
    p = values(fatigue_rate=0.1)
    assert felt(p=p, load=0.8).fatigue == pytest.approx(0.08) and felt(
        p=p, load=0.0, fatigue=0.5
    ).fatigue == pytest.approx(0.45)


def test_the_sleeping_want_less():
    w = small_world(members=1)
    awake = plain(relating.drive_now)(w.organisations, w.alliance, w.provisions, P, 0)
    w.alliance.phase = DORMANT
    asleep = plain(relating.drive_now)(w.organisations, w.alliance, w.provisions, P, 0)
    assert asleep == pytest.approx(awake * float(P.dormant_drive))


def test_what_a_member_gained_weighs_for_staying():
    """A benefit of 0.5 worth 0.4 an amount adds 0.2 to the worth, twice that in logits."""

    def drive(benefit):
        w = small_world(members=1)
        w.organisations[0].benefit = benefit
        found = plain(relating.drive_now)(
            w.organisations, w.alliance, w.provisions, values(worth_benefit=0.4, drive_worth=2.0), 0
        )
        return math.log(found / (1.0 - found))

    assert drive(0.5) - drive(0.0) == pytest.approx(0.4)


def test_surveys_weary_where_papers_are_in_disorder():
    w = small_world(members=3)
    w.alliance.administration = 0.25
    plain(relating.survey_members)(w, values(feedback_surveys=1, survey_weariness=0.2, survey_relief=0.0), 7)
    assert w.organisations.enthusiasm[:3] == pytest.approx(0.35)


def test_commitment_follows_will():
    after = felt(p=values(commitment_rate=0.1), commitment=0.0)
    assert 0.0 < after.commitment == pytest.approx(0.1 * after.drive)
