"""Acting: what a finished activity does to evidence, power-holders, public and policy (S24 to S29 S41 S43 to S49)."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.events import CODES
from sim.parameters import choice_code
from sim.rules import acting
from sim.rules.words import (
    CANDIDATE,
    CONFERENCE,
    E_BECAUSE,
    E_SIGNED,
    LEGISLATOR,
    LOCAL,
    MEDIA_WORK,
    MINISTER,
    MOBILISATION,
    OFFICIAL,
    R_OTHER_SIDE,
    RESEARCH,
    STRONGEST,
)  # fmt: skip
from sim.rules.working import clear_activity
from sim.state import NEVER, NOBODY
from tests.support import plain, renumbered, small_world, values

shares = st.floats(0.0, 1.0)
P = values()
KEY = np.uint64(14)
ONE_VOICE = choice_code("alliance.messenger", "one_voice")


def test_being_received_by_hand(both):
    """2 × 0.3 × (0.2 + 0.5) × (0.5 + 0.8 × 0.5); a candidate adds the nearness of the election."""
    p = values(grant_scale=2.0, grant_floor=0.2)
    grant = both(acting.grant_chance)
    assert grant(0.3, 0.5, 0.5, 0.9, MINISTER, p) == pytest.approx(0.378)
    assert grant(0.3, 0.5, 0.5, 0.9, CANDIDATE, p) == pytest.approx(0.864)
    assert grant(1.0, 1.0, 1.0, 1.0, CANDIDATE, p) == 1.0 and grant(0.0, 1.0, 1.0, 1.0, CANDIDATE, p) == 0.0


@given(shares, shares, shares, shares)
def test_access_openness_and_trust_open_doors(access, openness, trust, more):
    grant = plain(acting.grant_chance)
    chance = grant(access, openness, trust, 0.0, MINISTER, P)
    assert 0.0 <= chance <= 1.0
    for raised in (
        (access + more, openness, trust),
        (access, openness + more, trust),
        (access, openness, trust + more),
    ):
        assert chance <= grant(*raised, 0.0, MINISTER, P)


def test_access_is_that_of_willing_members():
    w = small_world(members=3)
    w.organisations.access[:, 0] = (0.5, 0.8, 0.2)
    w.organisations.commitment[:3] = (1.0, 0.0, 1.0)
    best, mean, who = plain(acting.best_and_mean_access)(w.organisations, w.rows, 3, 0)
    assert (best, who) == (pytest.approx(0.56), 1) and mean == pytest.approx((0.5 + 0.56 + 0.2) / 3)
    assert plain(acting.best_and_mean_access)(w.organisations, w.rows, 0, 0) == (0.0, 0.0, NOBODY)
    other = renumbered(w, [2, 1, 0])
    assert plain(acting.best_and_mean_access)(other.organisations, other.rows, 3, 0)[:2] == (best, pytest.approx(mean))


def test_one_voice_lies_between_the_mean_and_the_best(both):
    voice = both(acting.voice_to)
    p = values(one_voice_best=0.25)
    assert voice(STRONGEST, 0.8, 0.4, p) == 0.8
    assert voice(ONE_VOICE, 0.8, 0.4, p) == pytest.approx(0.5)


def approach(granted, **chosen):
    w = small_world(holders=1)
    o = w.holders[0]
    o.trust = 0.5
    p = values(grant_scale=1e9 if granted else 0.0, contact_trust=0.1, surprise=0.2, visibility_contact=0.01, **chosen)
    plain(acting.approach_holder)(w, p, KEY, 5, 0, 0.6, 1)
    return w


def test_a_holder_that_receives_comes_into_contact_and_trusts_more():
    w = approach(True, government_engagement=1.0)
    assert w.holders[0].contact == 0.6 and w.holders[0].trust == pytest.approx(0.53) and w.holders[0].met_before == 1
    assert (w.counts.requests, w.counts.contacts, w.counts.denied) == (1, 1, 0) and w.alliance.visibility == 0.01


def test_a_refusal_leaves_no_contact():
    w = approach(False, government_engagement=1.0)
    assert w.holders[0].contact == 0.0 and w.holders[0].trust == 0.5 and w.counts.denied == 1


def test_an_alliance_that_nobody_told_government_about_is_a_surprise():
    assert approach(False, government_engagement=0.0).holders[0].trust == pytest.approx(0.4)
    assert approach(False, government_engagement=0.5).holders[0].trust == pytest.approx(0.45)


def test_evidence_adds_up_with_less_and_less_return():
    w = small_world(holders=2)
    w.holders[1].is_present = 0
    for _ in range(2):
        p = values(evidence_contact=0.2, grant_floor=0.1, government_openness=0.6)
        plain(acting.spread_evidence)(w, p, 0.5, 0.4)
    assert w.alliance.evidence == pytest.approx(0.36)
    assert w.holders[0].contact == pytest.approx(2 * 0.2 * 0.5 * 0.7 * 0.5) and w.holders[1].contact == 0.0


def test_findings_hardly_reach_a_closed_government():
    def reached(openness):
        w = small_world(holders=1)
        plain(acting.spread_evidence)(w, values(grant_floor=0.1, government_openness=openness), 0.5, 0.4)
        return w.holders[0].contact

    assert reached(0.0) == pytest.approx(reached(0.9) / 10)


def test_what_requests_are_aimed_at_is_added_up():
    assert approach(True).counts.aimed == approach(False).counts.aimed == approach(True).holders[0].influence


def public_after(press, crowd, **chosen):
    w = small_world()
    plain(acting.address_public)(w, values(**chosen), 0.5, press, crowd)
    return w


def test_press_work_needs_a_free_press_and_marches_need_civic_space():
    muzzled = public_after(1.0, 0.0, media_freedom=0.0, civic_space=1.0)
    assert muzzled.public.outside_push == muzzled.public.buzz == muzzled.public.outside_work == 0.0
    banned = public_after(0.0, 1.0, media_freedom=1.0, civic_space=0.0)
    assert banned.public.outside_push == banned.public.buzz == 0.0
    assert public_after(1.0, 0.0, media_freedom=1.0).public.buzz > public_after(1.0, 0.0, media_freedom=0.5).public.buzz
    assert (
        public_after(0.0, 1.0, civic_space=1.0).public.outside_push
        > public_after(0.0, 1.0, civic_space=0.5).public.outside_push
    )


def march(week=50, **chosen):
    w = small_world()
    usual = dict(mobilisation_strain=0.1, confrontation_strain=0.5, confrontation_threshold=0.8)
    plain(acting.strain_trust)(w, values(**{**usual, **chosen}), week)
    return w


def test_marches_strain_trust_and_become_confrontation_where_space_is_narrow():
    """tense = (1 - openness)(0.5 + 0.3)(1.5 - space): 0.16 in an open country, 0.96 in a closed one."""
    calm = march(government_openness=0.5, civic_space=1.1)
    assert calm.alliance.confronting == 0 and calm.holders.trust == pytest.approx(0.36)
    tense = march(government_openness=0.0, civic_space=0.3)
    assert (
        tense.alliance.confronting == 1
        and tense.holders.trust == pytest.approx(0.18)
        and tense.counts.confrontations == 1
    )


def test_signing_by_hand(both):
    p = values(sign_base=-1.0, sign_position=2.0, sign_salience=1.0, sign_legitimacy=1.0)
    assert both(acting.signing_chance)(0.25, 0.3, 0.2, 0.8, p) == pytest.approx(0.4)


@given(st.floats(-1.0, 1.0), shares, shares, shares, shares)
def test_candidates_sign_what_they_want_before_an_audience_that_minds(position, salience, legitimacy, asked, more):
    chance = plain(acting.signing_chance)
    usual = chance(position, salience, legitimacy, asked, P)
    assert 0.0 <= usual <= 1.0
    assert usual <= chance(position + more, salience, legitimacy, asked, P)
    assert usual <= chance(position, salience + more, legitimacy, asked, P)
    assert usual <= chance(position, salience, legitimacy + more, asked, P)


def test_only_candidates_who_stand_are_asked_and_a_second_campaign_binds_firmer():
    w = small_world(holders=3)
    w.holders.office[:] = (CANDIDATE, CANDIDATE, MINISTER)
    w.holders[1].is_present = 0
    p = values(sign_base=1e3, pledge_limit=1.0, pledge_force=0.5, goal_measurability=0.5)
    ask = plain(acting.ask_for_pledges)
    ask(w, p, KEY, 9, 0.5, 0)
    first = float(w.holders[0].owed)
    assert [int(o.signed) for o in w.holders] == [1, 0, 0] and w.policy.pledges == 1 and first > 0.0
    assert w.events[0].kind == E_SIGNED
    ask(w, p, KEY, 10, 0.5, 0)
    assert w.policy.pledges == 1 and w.holders[0].owed == pytest.approx(2 * first)
    for week in range(11, 60):
        ask(w, p, KEY, week, 1.0, 0)
    assert w.holders[0].owed == 1.0


def test_a_measurable_aim_makes_a_firmer_pledge():
    def owed(measurable):
        w = small_world(holders=1)
        w.holders[0].office = CANDIDATE
        plain(acting.ask_for_pledges)(
            w, values(sign_base=1e3, goal_measurability=measurable, pledge_limit=9.0), KEY, 9, 1.0, 0
        )
        return w.holders[0].owed

    assert owed(0.0) < owed(0.5) < owed(1.0)


def test_a_pilot_shows_those_who_must_carry_it_out():
    w = small_world(holders=4)
    w.holders.office[:] = (OFFICIAL, LOCAL, MINISTER, LEGISLATOR)
    plain(acting.show_pilot)(w, values(pilot_fit=0.5, pilot_evidence=0.2, pilot_contact=0.4), 0.5)
    assert w.policy.fit == 0.25 and w.alliance.evidence == pytest.approx(0.1)
    assert w.holders.contact.tolist() == [0.2, 0.2, 0.0, 0.0]


@given(shares, shares, st.floats(0.0, 2.0))
def test_what_is_stored_and_what_acts_now_is_the_whole(effect, readiness, before):
    w = small_world()
    w.alliance.preparation = before
    now = plain(acting.stored)(w, values(window_readiness=readiness, preparation_limit=3.0), effect)
    assert 0.0 <= now <= effect and now + (w.alliance.preparation - before) == pytest.approx(effect)


def test_nothing_is_stored_in_a_window_or_above_the_limit():
    w = small_world()
    w.public.in_window = 1
    p = values(window_readiness=1.0, preparation_limit=1.0)
    assert plain(acting.stored)(w, p, 0.5) == 0.5 and w.alliance.preparation == 0.0
    w.public.in_window, w.alliance.preparation = 0, 1.0
    assert plain(acting.stored)(w, p, 0.5) == 0.5 and w.alliance.preparation == 1.0


def test_what_was_stored_is_spent_once_a_window_opens():
    w = small_world(holders=1)
    w.alliance.preparation = 1.0
    p = values(preparation_spoils=0.0, preparation_contact=1.0, insider_share=1.0)
    plain(acting.release_preparation)(w, p)
    assert w.alliance.preparation == 1.0 and w.holders[0].contact == 0.0
    w.public.in_window = 1
    plain(acting.release_preparation)(w, p)
    assert w.alliance.preparation == 0.75 and w.holders[0].contact == pytest.approx(0.25 * 0.7)


def confrontation_exits(pact, tie=0.8, members=400):
    w = small_world(members=members, holders=1)
    w.holders[0].office, w.alliance.confronting = MINISTER, 1
    w.organisations.access[:, 0] = tie
    p = values(confrontation_exit=0.5, confrontation_conflict=0.0, silence_pact=pact, pact_protection=0.25)
    for i in range(members):
        plain(acting.face_confrontation)(
            w.organisations, w.alliance, w.holders, w.trust, w.rows, w.counts, w.events, p, KEY, 9, i
        )
    return w.counts.exits / members


@pytest.mark.parametrize(("pact", "chance"), [(False, 0.4), (True, 0.1)])
def test_confrontation_drives_out_those_with_ties_unless_a_pact_protects_them(pact, chance):
    assert abs(confrontation_exits(pact) - chance) < 5 * math.sqrt(chance * (1 - chance) / 400)


def test_who_has_no_tie_has_nothing_to_lose():
    assert confrontation_exits(False, tie=0.0, members=50) == 0.0


def test_every_visit_of_one_activity_has_a_draw_of_its_own():
    """A conference reaches three holders, each decides for itself: over many activities answers are unrelated."""
    answers = []
    for number in range(300):
        w = small_world(holders=3)
        v = w.activities[number % 48]
        plain(clear_activity)(v, CONFERENCE, 1)
        v.target = 0
        p = values(grant_scale=4.0, grant_floor=0.2, government_openness=0.3)
        plain(acting.visit_holders)(w, p, KEY, number, v, 0.1, number % 48)
        assert w.counts.requests == 3
        answers.append([float(o.contact > 0.0) for o in w.holders])
    found = np.array(answers)
    assert 0.1 < found.mean() < 0.95
    assert abs(np.corrcoef(found.T)[np.triu_indices(3, 1)]).max() < 5 / np.sqrt(300)


def test_who_asks_has_a_lean_of_its_own_and_all_together_the_mean():
    w = small_world(members=3)
    w.organisations.lean[:3] = (0.9, -0.4, 0.0)
    w.alliance.mean_lean = 0.25
    lean = plain(acting.asking_lean)
    assert lean(w, values(messenger="strongest"), 1) == -0.4
    assert lean(w, values(messenger="strongest"), NOBODY) == lean(w, values(messenger="one_voice"), 1) == 0.25


SIDED = dict(partisan_polarisation=1.0, partisan_distrust=0.5, partisan_favour=0.2, messenger="strongest")


def received(lean, side, **chosen):
    """How often 2,000 holders of a side receive who leans so: 1.5 x 0.5 x 0.8 x (0.5 + 0.8 x 0.5) without party."""
    w = small_world(members=1, holders=1)
    m, o = w.organisations[0], w.holders[0]
    m.lean, m.commitment, m.access[0], o.side = lean, 1.0, 0.5, side
    p = values(grant_scale=1.5, grant_floor=0.2, government_openness=0.6, **{**SIDED, **chosen})
    answers = 0
    for number in range(2000):
        o.trust, o.contact, o.met_before = 0.5, 0.0, 1
        plain(acting.approach_holder)(w, p, KEY, number, 0, 0.1, 1)
        answers += o.contact > 0.0
    return answers / 2000, w


@pytest.mark.parametrize(
    ("lean", "side", "trust"), [(0.8, 0.0, 0.5), (0.8, -1.0, 0.3), (0.8, 1.0, 0.58), (-0.8, -1.0, 0.58)]
)
def test_a_holder_receives_its_own_side_more_readily_than_the_other(lean, side, trust):
    """Trust 0.5 becomes 0.5 (1 - 0.5 x 0.8) across party lines and 0.5 (1 + 0.2 x 0.8) within; four standard errors."""
    chance = 1.5 * 0.5 * 0.8 * (0.5 + 0.8 * trust)
    share, _ = received(lean, side)
    assert abs(share - chance) < 4 * math.sqrt(chance * (1 - chance) / 2000)


def test_where_party_counts_for_nothing_both_sides_are_received_alike():
    blind = dict(partisan_distrust=0.0, partisan_favour=0.0)
    assert received(0.8, -1.0, **blind)[0] == received(0.8, 1.0, **blind)[0] == received(0.0, 0.0)[0]


@pytest.mark.parametrize(("lean", "part"), [(0.8, math.log(0.9 / 0.74)), (-0.8, math.log(0.9 / 0.964)), (0.0, 0.0)])
def test_a_closed_door_is_put_down_to_party_as_far_as_it_was(lean, part):
    """The parts add up to what is short of a door that opens for sure; the holder stands on the other side of 0.8."""
    _, w = received(lean, -1.0)
    lines = [e for e in w.events[: int(w.counts.logged)] if e.kind in (E_BECAUSE, CODES["refused"])]
    first = next(k for k, e in enumerate(lines) if e.kind == CODES["refused"])
    parts = {int(e.cause): float(e.part) for e in lines[first + 1 : first + 5]}
    assert parts[int(R_OTHER_SIDE)] == pytest.approx(part)
    met = {0.8: 0.3, -0.8: 0.58, 0.0: 0.5}[lean]
    assert sum(parts.values()) == pytest.approx(-math.log(0.5 * (0.8 / 1.2) * (0.5 + 0.8 * met) / 1.3))


def test_work_in_public_is_noticed_more_about_a_celebrated_day():
    """By the stated share, in everything that notice brings: pressure, talk, support, and opponents' eyes."""
    usual, day = small_world(), small_world()
    day.public.day_now = 1
    for w in (usual, day):
        plain(acting.address_public)(w, values(day_attention=0.4), 0.5, 0.3, 0.7)
    for name in ("outside_push", "buzz", "outside_work"):
        assert day.public[name] == pytest.approx(1.4 * usual.public[name]) and usual.public[name] > 0.0
    assert day.alliance.visibility == pytest.approx(1.4 * usual.alliance.visibility)


def finishing(tactic, week=30, ahead=4, **chosen):
    """Work of this kind that is done, so many weeks before a celebrated day; a week of finishing."""
    w = small_world()
    w.public.day_ahead, w.public.day_now = ahead, int(0 <= ahead <= 1)
    w.alliance.slots = 1
    v = w.activities[0]
    plain(clear_activity)(v, tactic, 1)
    v.owner, v.is_owned, v.needed, v.done, v.deadline = 0, 1, 10.0, 12.0, week - 5
    p = values(**{"campaign_days": 0.5, "day_patience": 10.0, **chosen})
    plain(acting.finish_work)(w, p, KEY, week)
    return w, p


@pytest.mark.parametrize("tactic", [MEDIA_WORK, MOBILISATION])
def test_finished_public_work_waits_for_a_day_that_is_near_and_is_not_late_meanwhile(tactic):
    w, p = finishing(tactic)
    assert (w.activities[0].is_open, w.activities[0].kept_since, w.counts.completed, w.counts.failed) == (1, 30, 0, 0)
    w.public.day_ahead = 3
    plain(acting.finish_work)(w, p, KEY, 31)
    assert w.activities[0].kept_since == 30 and w.counts.logged == 1
    w.public.day_ahead, w.public.day_now = 1, 1
    plain(acting.finish_work)(w, p, KEY, 33)
    assert (w.activities[0].is_open, w.counts.completed, w.counts.on_days) == (0, 1, 1)


@pytest.mark.parametrize(
    "what",
    [
        dict(tactic=RESEARCH),  # not in public
        dict(tactic=MEDIA_WORK, campaign_days=0.0),  # nothing is timed
        dict(tactic=MEDIA_WORK, ahead=6),  # beyond half of ten weeks
        dict(tactic=MEDIA_WORK, ahead=NEVER),  # no day to come
        dict(tactic=MEDIA_WORK, ahead=1),  # near enough to act now
    ],
)
def test_other_work_does_not_wait(what):
    w, _ = finishing(**what)
    assert (w.activities[0].is_open, w.counts.completed, w.activities[0].kept_since) == (0, 1, NEVER)
    assert w.counts.on_days == int(what.get("ahead") == 1)


def test_a_sleeping_alliance_lets_the_day_pass():
    w, p = finishing(MOBILISATION)
    w.alliance.phase = 3
    w.public.day_ahead, w.public.day_now = 0, 1
    plain(acting.finish_work)(w, p, KEY, 34)
    assert w.activities[0].is_open == 1 and w.counts.on_days == 0
