"""Deciding: agenda, commitment, adoption, implementation, reversal (S04 S14 S26 S45 S47 S50)."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.draws import normal
from sim.parameters import choice_code
from sim.rules import deciding
from sim.rules.words import (
    ADOPTED,
    BADLY_IMPLEMENTED,
    CANDIDATE,
    COMMITTED,
    E_CHANGED,
    EXECUTIVE,
    GATE_AGENCY,
    GATE_BUDGET,
    GATE_DECREE,
    GATE_PARLIAMENT,
    HANDED_OVER,
    HARMFUL,
    LEGISLATOR,
    LOCAL,
    MINISTER,
    MISSING,
    NOWHERE,
    OFFICIAL,
    ON_AGENDA,
    UNDERFUNDED,
)
from sim.state import NEVER, NOBODY
from tests.support import plain, small_world, values

shares = st.floats(0.0, 1.0)
positions = st.floats(-1.0, 1.0)
P = values()
KEY = np.uint64(18)


def offices(*seated, veto=()):
    """A world with holders of these (office, position)."""
    w = small_world(holders=len(seated), provisions=3)
    for h, (office, position) in enumerate(seated):
        w.holders[h].office, w.holders[h].position, w.holders[h].veto = office, position, int(h in veto)
    return w


# Agenda and commitment ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seated", "expected"),
    [
        ([(MINISTER, 0.2), (EXECUTIVE, 0.8)], (0.5, 0)),
        ([(MINISTER, 0.6), (EXECUTIVE, 0.0)], (0.6, 0)),
        ([(EXECUTIVE, 0.3), (OFFICIAL, 0.9)], (0.3, 0)),
        ([(OFFICIAL, 0.9), (MINISTER, 0.1)], (0.1, 1)),
        ([(MINISTER, 0.1), (MINISTER, 0.4)], (0.4, 1)),
        ([(OFFICIAL, 0.9)], (-1.0, NOBODY)),
    ],
)
def test_who_carries_the_issue(seated, expected):
    w = offices(*seated)
    assert plain(deciding.sponsor_of)(w.holders, len(seated)) == (pytest.approx(expected[0]), expected[1])


def test_the_agenda_by_hand(both):
    p = values(
        agenda_base=-3.0,
        agenda_salience=4.0,
        agenda_position=1.0,
        agenda_sponsor=1.0,
        agenda_outside=2.0,
        agenda_rate=0.2,
    )
    assert both(deciding.agenda_chance)(0.5, 0.2, 0.3, 0.25, 0.0, p) == pytest.approx(0.1)
    assert both(deciding.agenda_chance)(0.5, 0.2, 0.3, 0.25, math.log(3.0) / 2, p) == pytest.approx(0.15)


def test_commitment_by_hand(both):
    p = values(commitment_base=-1.0, commitment_sponsor=2.0, commitment_salience=1.0, commitment_rate_policy=0.1)
    assert both(deciding.commitment_chance)(0.25, 0.5, 0.0, p) == pytest.approx(0.05)


@given(shares, positions, positions, shares, shares)
def test_attention_support_and_windows_bring_the_issue_forward(salience, mean, sponsor, outside, more):
    agenda, commitment = plain(deciding.agenda_chance), plain(deciding.commitment_chance)
    state = [salience, mean, sponsor, outside, 0.0]
    usual = agenda(*state, P)
    assert 0.0 <= usual <= 1.0
    for place in range(5):
        raised = list(state)
        raised[place] += more
        assert agenda(*raised, P) >= usual
    usual = commitment(sponsor, salience, 0.0, P)
    assert 0.0 <= usual <= commitment(sponsor + more, salience, 0.0, P) <= 1.0
    assert usual <= commitment(sponsor, salience, more, P)


def advanced(stage, week=10, **chosen):
    w = offices((MINISTER, 0.3))
    w.policy.stage = stage
    plain(deciding.advance_policy)(w, values(**chosen), KEY, week)
    return w


def test_the_pipeline_moves_one_step_at_a_time():
    sure = dict(agenda_rate=1e9, commitment_rate_policy=1e9)
    assert advanced(NOWHERE, **sure).policy.stage == ON_AGENDA
    assert advanced(ON_AGENDA, **sure).policy.stage == COMMITTED
    assert advanced(COMMITTED, **sure).policy.stage == COMMITTED
    never = dict(agenda_rate=0.0, commitment_rate_policy=0.0)
    assert advanced(NOWHERE, **never).policy.stage == NOWHERE
    fallen = advanced(ON_AGENDA, **never, off_agenda_rate=1e9)
    assert fallen.policy.stage == NOWHERE
    assert advanced(ON_AGENDA, **never, off_agenda_rate=0.0).policy.stage == ON_AGENDA


# Bills and votes ----------------------------------------------------------------------------------------------------


def test_boldness_by_hand(both):
    assert both(deciding.boldness)(0.3, 0.8, values(bold_share=0.5)) == pytest.approx(0.4)


def test_the_normal_distribution_function_is_the_published_one(both):
    """Tables: Φ(0) = 0.5, Φ(1.96) = 0.9750021, Φ(-1) = 0.1586553."""
    found = [both(deciding.normal_share)(z) for z in (0.0, 1.96, -1.0)]
    assert found == pytest.approx([0.5, 0.9750021048517795, 0.15865525393145707], rel=1e-12)


@pytest.mark.parametrize(
    ("gate", "asked"),
    [
        (GATE_PARLIAMENT, {EXECUTIVE, MINISTER, OFFICIAL, LEGISLATOR, LOCAL}),
        (GATE_BUDGET, {EXECUTIVE, MINISTER, OFFICIAL, LEGISLATOR, LOCAL}),
        (GATE_DECREE, {EXECUTIVE, MINISTER, OFFICIAL, LOCAL}),
        (GATE_AGENCY, {EXECUTIVE, MINISTER, OFFICIAL}),
    ],
)
def test_whose_consent_each_gate_needs(gate, asked):
    everybody = [(office, 0.0) for office in range(6)]
    w = offices(*everybody, veto=range(6))
    assert {office for office in range(6) if plain(deciding.needs_consent)(w.holders[office], gate)} == asked
    w = offices(*everybody)
    assert not any(plain(deciding.needs_consent)(w.holders[office], gate) for office in range(6))


def test_a_harmful_policy_has_owners(both):
    p = values(inertia=0.1, inertia_harmful=0.15)
    assert both(deciding.inertia)(MISSING, p) == 0.1 and both(deciding.inertia)(HARMFUL, p) == pytest.approx(0.25)


def test_the_pivot_is_the_least_favourable_whose_consent_is_needed():
    w = offices((MINISTER, 0.4), (LEGISLATOR, -0.2), (OFFICIAL, -0.9), veto=(0, 1))
    pivot = plain(deciding.pivot_of)
    assert pivot(w.holders, 3, GATE_PARLIAMENT) == -0.2 and pivot(w.holders, 3, GATE_DECREE) == pytest.approx(0.4)
    w.holders[1].veto_mask = 1
    assert pivot(w.holders, 3, GATE_PARLIAMENT) == pytest.approx(0.4)
    assert pivot(offices((MINISTER, 0.4)).holders, 1, GATE_PARLIAMENT) == 1.0


def test_the_bill_by_hand():
    w = offices((MINISTER, 0.4))
    for q, (weight, difficulty, in_bill) in enumerate(((2.0, 0.4, 1), (1.0, 0.2, 1), (1.0, 0.9, 0))):
        b = w.provisions[q]
        b.weight, b.difficulty, b.in_bill = weight, difficulty, in_bill
    w.provisions[0].today, w.provisions[1].contested = 0.5, 0.4
    number, difficulty, part = plain(deciding.bill_at)(w.provisions, 3, GATE_PARLIAMENT, 0.5)
    assert (number, difficulty, part) == (2, pytest.approx((0.2 + 0.4) / 2), pytest.approx(0.75))
    assert plain(deciding.bill_at)(w.provisions, 3, GATE_DECREE, 0.5) == (0, 0.0, 0.0)


def test_red_lines_bind_by_weight(both):
    chance = both(deciding.binding_chance)
    half = values(red_binds=0.5)
    assert chance(0.0, 0.0, half) == pytest.approx(0.125)
    assert chance(0.5, 0.5, half) == pytest.approx(0.125 + 0.15 + 0.1)
    assert chance(1.0, 1.0, values(red_binds=1.0)) == 1.0
    assert chance(1.0, 1.0, values(red_binds=0.0)) == 0.0


def drafted(position, red=(), chance=1.0, difficulties=(0.1, 0.3, 0.5)):
    w = offices((MINISTER, position), veto=(0,))
    for q, difficulty in enumerate(difficulties):
        w.provisions[q].difficulty, w.provisions[q].is_red = difficulty, int(q in red)
    w.policy.sponsor = 0
    p = values(
        red_binds=10.0 * chance,
        vote_noise=1e-6,
        inertia=0.0,
        bold_share=0.0,
        problem_kind="missing",
        comfort=0.5,
    )
    plain(deciding.draft_bill)(w, p, KEY, 5, GATE_PARLIAMENT)
    assert w.provisions.initiative.max() == 0.0  # the government wants all three; what is brought is tested below
    return [int(w.provisions[q].in_bill) for q in range(3)]


def test_the_sponsor_drops_the_hardest_until_it_dares():
    assert drafted(0.9) == [1, 1, 1] and drafted(0.25) == [1, 1, 0] and drafted(0.15) == [1, 0, 0]
    assert drafted(-1.0) == [1, 0, 0]  # the last one stays: a bill has something in it


def brought_text(brought, asked=1):
    """The government wants nothing by itself; the alliance's text, softened by a half, is brought or not."""
    w = offices((MINISTER, 0.9), veto=(0,))
    w.provisions.initiative[:3], w.provisions.difficulty[:3], w.provisions.softened[:3] = 1.0, 0.4, 0.5
    w.provisions.is_asked[:3] = asked
    w.policy.sponsor, w.holders[0].contact = 0, 1e9 * brought
    p = values(own_initiative=0.0, tabling_contact=1.0, soften_eases=0.2)
    plain(deciding.open_draft)(w, p, KEY, 5, GATE_PARLIAMENT)
    return w


def test_a_text_that_members_softened_is_easier_and_worth_less():
    w = brought_text(brought=1)
    assert plain(deciding.bill_at)(w.provisions, 3, GATE_PARLIAMENT, 0.0) == (3, pytest.approx(0.3), 1.0)
    w.policy.voting_gate = GATE_PARLIAMENT
    plain(deciding.adopt)(w, values(), 20)
    assert plain(deciding.won_shares)(w.provisions, 3)[0] == pytest.approx(0.5)


def test_nobody_brings_what_was_given_up_and_the_yardstick_still_counts_it():
    assert brought_text(brought=0).provisions.in_bill[:3].tolist() == [0, 0, 0]
    w = brought_text(brought=1, asked=0)
    assert w.provisions.in_bill[:3].tolist() == [0, 0, 0]
    w.provisions.is_kept[0] = 1  # the government's own
    assert plain(deciding.won_shares)(w.provisions, 3)[0] == pytest.approx(1 / 3)


def test_red_lines_stay_in_where_they_bind():
    assert drafted(0.15, red=(2,)) == [0, 0, 1] and drafted(0.15, red=(2,), chance=0.0) == [1, 0, 0]


def test_a_holder_consents_above_inertia_boldness_and_luck(both):
    consents = both(deciding.consents)
    p = values(vote_noise=0.1, vote_common=0.6)
    # luck = 0.1 (0.6 × 1 + 0.8 × 1) = 0.14
    assert consents(0.45, 0.3, 1.0, 1.0, p) and not consents(0.43, 0.3, 1.0, 1.0, p)


@given(positions, shares, st.floats(-3.0, 3.0), st.floats(-3.0, 3.0), shares)
def test_nobody_refuses_for_being_more_favourable(position, threshold, common, own, more):
    consents = plain(deciding.consents)
    assert consents(position + more, threshold, common, own, P) >= consents(position, threshold, common, own, P)


def test_luck_is_shared_among_holders_by_its_declared_part():
    """Correlation of two holders' luck is the square of `vote_common`; 4,000 votes, standard error about 0.014."""
    w = offices((MINISTER, 0.0), (EXECUTIVE, 0.0), veto=(0, 1))
    p = values(vote_common=0.8, vote_noise=0.2, inertia=0.0)
    w.policy.voting_gate = GATE_PARLIAMENT
    votes = []
    for week in range(4000):
        w.policy.vote_common = plain(normal)(KEY, 805, week, 0, 0)
        for h in range(2):
            plain(deciding.vote)(w.holders, w.policy, p, KEY, week, h)
        votes.append([int(o.votes_for) for o in w.holders])
    votes = np.array(votes, float)
    # Signs of two normals of correlation r agree with correlation 2/π arcsin r.
    assert abs(np.corrcoef(votes.T)[0, 1] - 2 / math.pi * math.asin(0.64)) < 0.07
    assert abs(votes.mean()) < 0.08


def counted(*votes, masks=(0, 0)):
    w = offices((MINISTER, 0.0), (EXECUTIVE, 0.0), veto=(0, 1))
    y = w.policy
    y.stage, y.voting_gate, y.next_vote = COMMITTED, GATE_PARLIAMENT, 20
    w.holders.votes_for[:], w.holders.veto_mask[:] = votes, masks
    w.provisions.in_bill[:3] = 1
    plain(deciding.count_votes)(w, values(pause_after_vote=26, implementation_start=0.1), KEY, 20)
    return w


def test_all_consent_and_the_policy_is_adopted():
    w = counted(1, 1)
    assert (w.policy.stage, w.policy.adopted_week, w.policy.implementation) == (ADOPTED, 20, 0.1)
    assert [int(w.provisions[q].is_kept) for q in range(3)] == [1, 1, 1] and w.counts.votes == 1


def test_one_refusal_sends_it_back_for_a_while():
    w = counted(1, -1)
    assert (w.policy.stage, w.policy.pause_until, w.policy.votes_lost) == (ON_AGENDA, 46, 1)
    assert w.provisions.is_kept[:3].tolist() == [0, 0, 0] and w.policy.next_vote >= 46


def test_a_limited_veto_strikes_only_what_it_covers():
    w = counted(1, -1, masks=(0, 0b010))
    assert w.policy.stage == ADOPTED and w.provisions.is_kept[:3].tolist() == [1, 0, 1]


def test_a_dropped_red_line_leaves_a_wound():
    def heart(red):
        w = offices((MINISTER, 0.0))
        w.policy.voting_gate, w.provisions[0].in_bill, w.provisions[1].is_red = GATE_PARLIAMENT, 1, red
        plain(deciding.adopt)(w, values(dropped_line_conflict=0.3, dropped_line_disheartens=0.2), 20)
        return float(w.alliance.conflict), float(w.organisations[0].enthusiasm)

    assert heart(0) == (0.0, 0.5) and heart(1) == (pytest.approx(0.3), pytest.approx(0.4))


def pending(week=10, next_vote=10, budget=0, gate=GATE_PARLIAMENT, **fields):
    w = offices((MINISTER, 0.0))
    w.policy.next_vote, w.public.budget_now = next_vote, budget
    for name, value in fields.items():
        w.provisions[name][:3] = value
    w.provisions.gate[:3] = gate
    return plain(deciding.pending_gate)(w, week, values(pause_before_amendment=40))


def test_what_waits_for_which_gate():
    assert pending() == GATE_PARLIAMENT and pending(next_vote=11) == NEVER
    assert pending(gate=GATE_BUDGET) == NEVER and pending(gate=GATE_BUDGET, budget=1, next_vote=99) == GATE_BUDGET
    assert pending(is_kept=1) == NEVER and pending(is_wished=0) == NEVER and pending(tried_week=10) == NEVER


def test_what_an_adopted_policy_left_out_waits_for_an_amendment():
    w = offices((MINISTER, 0.0))
    b, p = w.provisions[0], values(pause_before_amendment=40)
    is_open = plain(deciding.is_open)
    assert is_open(b, ADOPTED, 50, p) and is_open(b, COMMITTED, 50, p)
    b.tried_week = 20
    assert is_open(b, COMMITTED, 21, p) and not is_open(b, COMMITTED, 20, p)
    assert not is_open(b, ADOPTED, 59, p) and is_open(b, ADOPTED, 60, p)
    b.is_kept = 1
    assert not is_open(b, ADOPTED, 60, p)


def test_a_text_reaches_the_table_by_either_door(both):
    """Contact 1 at strength 1 is half full; a voice of 0.5 at strength 2 too: one of the two misses in a quarter."""
    chance, p = both(deciding.tabling_chance), values(tabling_contact=1.0, tabling_public=2.0)
    assert chance(0.0, 0.0, p) == 0.0 and chance(1.0, 0.0, p) == 0.5 and chance(0.0, 0.5, p) == 0.5
    assert chance(1.0, 0.5, p) == 0.75


def tabled(contact=0.0, agreed=1, phase=2, sessions=400, own=0.5):
    """Share of sessions in which each of two provisions is in the draft; the government wants the first by itself."""
    w = offices((MINISTER, 0.3))
    w.alliance.provisions, w.alliance.agreed, w.alliance.phase = 2, agreed, phase
    w.policy.sponsor, w.holders[0].contact = 0, contact
    w.provisions.initiative[:2] = 0.4, 0.6
    found = np.zeros(2)
    for session in range(sessions):
        w.policy.next_vote = session
        plain(deciding.open_draft)(w, values(own_initiative=own, tabling_contact=1.0), KEY, session, GATE_PARLIAMENT)
        found += w.provisions.in_bill[:2]
    return (found / sessions).tolist()


def test_what_nobody_brings_is_not_in_the_draft():
    assert tabled() == [1.0, 0.0] and tabled(own=0.3) == [0.0, 0.0] and tabled(own=1.0) == [1.0, 1.0]


def test_an_alliance_that_agreed_and_is_in_touch_brings_its_text():
    own, brought = tabled(contact=3.0)
    assert own == 1.0 and abs(brought - 0.75) < 5 * math.sqrt(0.75 * 0.25 / 400)
    assert tabled(contact=3.0, agreed=0) == tabled(contact=3.0, phase=6) == [1.0, 0.0]


def test_a_session_gives_one_answer():
    w = offices((MINISTER, 0.3))
    w.policy.sponsor, w.holders[0].contact, w.policy.next_vote = 0, 1.0, 70
    w.provisions.initiative[:3] = 1.0
    answers = set()
    for week in range(70, 74):
        plain(deciding.open_draft)(w, values(own_initiative=0.0, tabling_contact=1.0), KEY, week, GATE_PARLIAMENT)
        answers.add(tuple(w.provisions.in_bill[:3].tolist()))
    assert len(answers) == 1


# Afterwards ---------------------------------------------------------------------------------------------------------


def will(**chosen):
    w = offices((MINISTER, 0.2), (OFFICIAL, -0.4), (LOCAL, 0.8))
    a = w.alliance
    a.handed_over, a.phase = chosen.pop("handed_over", 0), chosen.pop("phase", a.phase)
    a.government_inside, a.evidence, a.outside, w.policy.fit = (
        chosen.pop(k, 0) for k in ("inside", "evidence", "outside", "fit")
    )
    usual = dict(
        will_minister=0.5,
        will_base=0.3,
        will_position=0.5,
        will_fit=0.2,
        will_evidence=0.1,
        will_legitimacy=0.1,
        will_member=0.1,
        decentralisation=1.0 / 3.0,
    )
    return plain(deciding.will_to_implement)(w, values(**{**usual, **chosen}))


def test_the_will_to_implement_by_hand():
    """A third local: 0.3 + 0.5 × (2/3 × (0.2 - 0.4) / 2 + 1/3 × 0.8)."""
    assert will() == pytest.approx(0.4)
    assert will(fit=0.5) == pytest.approx(0.5) and will(evidence=0.5) == pytest.approx(0.45)
    assert will(inside=1) == pytest.approx(0.5) and will(outside=0.5) == pytest.approx(0.45)
    assert will(decentralisation=1.0) == pytest.approx(0.7) and will(decentralisation=0.0) == pytest.approx(0.25)
    assert will(will_minister=0.0, decentralisation=0.0) == pytest.approx(0.1)


def test_a_ministry_that_coordinates_carries_out_without_an_alliance():
    assert will(phase=HANDED_OVER) == pytest.approx(0.4) and will(phase=HANDED_OVER, inside=1) == pytest.approx(0.4)
    assert will(phase=HANDED_OVER, handed_over=1) == will(inside=1, handed_over=1) == pytest.approx(0.5)


@given(shares, shares, st.floats(0.0, 3.0), st.sampled_from(["missing", "badly_implemented", "underfunded"]))
def test_implementation_stays_a_share(before, capacity, effort, kind):
    w = offices((MINISTER, 0.2))
    w.policy.stage, w.policy.implementation, w.public.opposition_effort = ADOPTED, before, effort
    w.public.budget_now = 1
    p = values(problem_kind=kind, implementation_capacity=capacity)
    for week in range(50):
        plain(deciding.implement)(w, p, KEY, week)
        assert 0.0 <= w.policy.implementation <= 1.0
    assert w.policy.implementation_peak >= w.policy.implementation


def test_money_moves_in_budget_weeks_only():
    w = offices((MINISTER, 0.9))
    w.policy.stage, w.policy.implementation = ADOPTED, 0.2
    p = values(problem_kind="underfunded", implementation_capacity=1.0)
    for week in range(20):
        plain(deciding.implement)(w, p, KEY, week)
    assert w.policy.implementation == 0.2
    w.public.budget_now = 1
    plain(deciding.implement)(w, p, KEY, 20)
    assert w.policy.implementation != 0.2 and w.policy.waiting_change == 0.0


def test_nothing_is_carried_out_before_it_is_adopted():
    w = offices((MINISTER, 0.9))
    w.policy.stage = COMMITTED
    plain(deciding.implement)(w, P, KEY, 1)
    assert w.policy.implementation == 0.0


def test_reversal_by_hand(both):
    p = values(reversal_rate=0.1, reversal_threshold=0.2)
    hazard = both(deciding.reversal_hazard)
    assert hazard(-0.2, -1.0, 9.0, p) == hazard(0.5, -1.0, 9.0, p) == 0.0
    assert hazard(-0.7, -1.0, 0.0, p) == pytest.approx(0.025)
    assert hazard(-0.7, -0.8, 0.3, p) == pytest.approx(0.1 * 0.5 * 2 / 3)
    assert hazard(-0.7, -0.4, 0.0, p) == pytest.approx(0.01) and hazard(-0.7, 0.1, 0.0, p) == 0.0


def test_whoever_had_to_consent_protects_what_stands():
    """A law of parliament is safe with a friendly legislator who has a veto; a decree is not."""
    w = offices((MINISTER, -0.8), (LEGISLATOR, 0.4), (OFFICIAL, -0.1))
    w.holders.veto[:3] = (1, 1, 0)
    w.policy.stage, w.policy.start_stage = ADOPTED, COMMITTED
    w.provisions.is_kept[0], w.provisions.gate[0] = 1, GATE_PARLIAMENT
    assert plain(deciding.protector_position)(w) == 0.4
    w.provisions.gate[0] = GATE_DECREE
    assert plain(deciding.protector_position)(w) == -0.8
    w.holders.veto[:3] = 0
    assert plain(deciding.protector_position)(w) == -1.0


def test_a_policy_that_stood_from_the_start_is_protected_at_its_gates():
    w = offices((MINISTER, -0.8), (LEGISLATOR, 0.4))
    w.holders.veto[:2] = 1
    w.policy.stage = w.policy.start_stage = ADOPTED
    w.provisions.is_kept[:], w.provisions.is_wished[:], w.provisions.gate[:] = 0, 0, GATE_DECREE
    assert plain(deciding.protector_position)(w) == -1.0
    w.provisions.is_wished[0] = 1
    assert plain(deciding.protector_position)(w) == -0.8
    w.provisions.gate[0] = GATE_PARLIAMENT
    assert plain(deciding.protector_position)(w) == 0.4


@given(positions, shares, st.floats(0.0, 5.0), st.floats(0.0, 5.0))
def test_hostility_and_opponents_threaten_a_win(worst, more, effort, further):
    hazard = plain(deciding.reversal_hazard)
    usual = hazard(worst, worst, effort, P)
    assert 0.0 <= usual <= hazard(worst - more, worst - more, effort, P)
    assert usual <= hazard(worst, worst, effort + further, P) and hazard(worst, worst + more, effort, P) <= usual


def undone(start):
    w = offices((MINISTER, -1.0))
    y = w.policy
    y.stage, y.start_stage, y.implementation, y.changed = ADOPTED, start, 0.8, 1
    w.provisions.is_kept[:3] = 1
    plain(deciding.undo)(w, values(reversal_rate=1e9, reversal_left=0.25, pause_after_vote=13), KEY, 30)
    return w


def test_a_win_undone():
    w = undone(NOWHERE)
    assert (w.policy.stage, w.policy.changed, w.policy.reversed, w.policy.pause_until) == (ON_AGENDA, 0, 1, 56)
    assert w.policy.implementation == pytest.approx(0.2) and w.provisions.is_kept[:3].tolist() == [0, 0, 0]


def test_a_policy_that_stood_before_is_only_hollowed_out():
    w = undone(ADOPTED)
    assert w.policy.stage == ADOPTED and w.policy.implementation == pytest.approx(0.2)


def test_what_was_won_by_hand():
    w = offices((MINISTER, 0.0))
    for q, (weight, kept, measure, today) in enumerate(((2.0, 1, 1, 0.5), (1.0, 0, 1, 0.0), (2.0, 1, 0, 0.0))):
        b = w.provisions[q]
        b.weight, b.is_kept, b.is_measure, b.today = weight, kept, measure, today
    assert plain(deciding.won_shares)(w.provisions, 3) == (pytest.approx(3 / 4), 0.5)
    w.provisions.is_measure[:] = 0
    assert plain(deciding.won_shares)(w.provisions, 3)[1] == 1.0
    w.provisions.is_wished[:] = 0
    assert plain(deciding.won_shares)(w.provisions, 3) == (0.0, 1.0)


def test_what_counts_as_change_by_the_kind_of_problem():
    y = offices((MINISTER, 0.0)).policy
    met = plain(deciding.goal_is_met)
    laws = values(problem_kind="missing", yardstick=0.6)
    for stage, kept, red, expected in (
        (ADOPTED, 0.6, 1.0, 1),
        (ADOPTED, 0.59, 1.0, 0),
        (ADOPTED, 1.0, 0.9, 0),
        (COMMITTED, 1.0, 1.0, 0),
    ):
        y.stage, y.kept_share, y.red_kept = stage, kept, red
        assert met(y, laws) == expected
    y.above_weeks = 26
    assert met(y, values(problem_kind="badly_implemented", implementation_weeks=26))
    assert not met(y, values(problem_kind="badly_implemented", implementation_weeks=27))
    assert met(y, values(problem_kind="underfunded", budget_weeks=26)) and not met(
        y, values(problem_kind="underfunded", budget_weeks=52)
    )


def test_the_level_of_implementation_that_counts(both):
    goal = plain(deciding.implementation_goal)
    assert goal(values(problem_kind="badly_implemented", implementation_threshold=0.6)) == 0.6
    bold = values(problem_kind="underfunded", implementation_before=0.2, budget_raise=0.5, goal_ambition=0.5)
    assert goal(bold) == pytest.approx(0.7)


def test_change_is_dated_once():
    w = offices((MINISTER, 0.0))
    w.policy.stage = ADOPTED
    w.provisions.is_kept[:3] = 1
    p = values(problem_kind="missing", yardstick=0.6)
    for week in (30, 31):
        plain(deciding.judge)(w, p, week)
    assert (w.policy.changed, w.policy.change_week, w.alliance.won_week) == (1, 30, 30)
    assert [line.kind for line in w.events[: w.counts.logged]].count(E_CHANGED) == 1


def test_a_window_is_used_once_and_only_by_an_alliance_that_worked():
    w = offices((MINISTER, 0.0))
    w.public.in_window = 1
    plain(deciding.seize)(w)
    assert w.public.windows_used == 0
    w.alliance.visibility = 0.1
    for _ in range(2):
        plain(deciding.seize)(w)
    assert w.public.windows_used == 1


def test_codes_of_problems_and_gates():
    names = ("missing", "harmful", "badly_implemented", "underfunded")
    assert [choice_code("context.problem_kind", name) for name in names] == [
        MISSING,
        HARMFUL,
        BADLY_IMPLEMENTED,
        UNDERFUNDED,
    ]
    assert plain(deciding.mean_position)(offices((CANDIDATE, 0.9)).holders, 1, MINISTER, 0.4) == 0.4
