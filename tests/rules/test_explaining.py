"""Explaining: the causes in the log are those that decided, and add up to what they explain."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.events import EVENT_KINDS, REASONS
from sim.rules import deciding, explaining, influencing, leaving, reflecting, relating, working
from sim.rules.words import (
    CANDIDATE,
    COMMITTED,
    DORMANT,
    E_BECAUSE,
    E_MOVED,
    E_NOT_ON_AGENDA,
    EXECUTIVE,
    GATE_PARLIAMENT,
    MINISTER,
    NOWHERE,
    ON_AGENDA,
    R_DROPPED_CONTESTED,
    R_DROPPED_HARD,
    R_DROPPED_RED,
)
from sim.state import NOBODY
from tests.support import plain, small_world, values

P = values()
KEY = np.uint64(11)
shares = st.floats(0.0, 1.0)
positions = st.floats(-1.0, 1.0)


def logit(x):
    return math.log(x / (1.0 - x))


def told(w):
    """The log as pairs of a name (of an event's kind or a reason) and its line."""
    lines = w.events[: int(w.counts.logged)]
    return [
        (REASONS[int(line.cause)].name if line.kind == E_BECAUSE else EVENT_KINDS[int(line.kind)].name, line)
        for line in lines
    ]


def parts(w):
    """The parts in the log by the names of their reasons."""
    return {name: float(line.part) for name, line in told(w) if line.kind == E_BECAUSE}


def most(w):
    """Name of the reason with the largest part."""
    found = parts(w)
    return max(found, key=lambda name: found[name])


# Leaving ------------------------------------------------------------------------------------------------------------


def discontented(phase=None, **felt):
    w = small_world()
    m = w.organisations[0]
    usual = {"worth": 0.2, "mean_trust": 0.38, "felt_voice": 0.45, "enthusiasm": 0.45, "felt_cost": 0.35,
             "fatigue": 0.0, "satisfaction": 1.0}  # fmt: skip
    for name, value in {**usual, **felt}.items():
        setattr(m, name, value)
    w.alliance.phase = w.alliance.phase if phase is None else phase
    plain(explaining.explain_discontent)(m, w.alliance, w.counts, w.events, P, 9)
    return w


@given(shares, shares, shares, shares, shares, shares, shares)
def test_the_parts_of_discontent_add_up_to_unwillingness(worth, trust, voice, heart, cost, fatigue, satisfied):
    w = discontented(worth=worth, mean_trust=trust, felt_voice=voice, enthusiasm=heart, felt_cost=cost,
                     fatigue=fatigue, satisfaction=satisfied)  # fmt: skip
    drive = plain(relating.drive_of)(worth, trust, voice, heart, cost, fatigue, 1.0 - satisfied, P)
    assert P.drive_base - sum(parts(w).values()) == pytest.approx(logit(drive))


@pytest.mark.parametrize(
    ("felt", "value", "reason"),
    [
        ("worth", -0.5, "worth"),
        ("mean_trust", 0.0, "trust"),
        ("felt_voice", 0.0, "voice"),
        ("enthusiasm", 0.0, "heart"),
        ("felt_cost", 1.2, "cost"),
        ("fatigue", 0.9, "tired"),
        ("satisfaction", 0.1, "let_down"),
    ],
)
def test_a_member_goes_for_what_is_low(felt, value, reason):
    w = discontented(**{felt: value})
    assert most(w) == reason and parts(w)[reason] > 0.0
    assert all(part == pytest.approx(0.0) for name, part in parts(w).items() if name != reason)
    amount = next(float(line.amount) for name, line in told(w) if name == reason)
    assert amount == pytest.approx(1.0 - value if felt == "satisfaction" else value)


def test_a_sleeping_alliance_is_a_reason_by_itself():
    assert "sleeping" in parts(discontented(phase=DORMANT)) and "sleeping" not in parts(discontented())


def test_what_a_member_feels_is_what_its_willingness_is_made_of():
    w = small_world()
    m = w.organisations[0]
    m.load, m.voice, m.benefit = 0.6, 0.3, 0.2
    drive = plain(relating.drive_now)(w.organisations, w.alliance, w.provisions, P, 0)
    again = P.drive_base + sum(plain(explaining.member_terms)(m, P))
    assert drive == pytest.approx(1.0 / (1.0 + math.exp(-again)))


def test_opponents_who_win_a_member_over_are_the_cause():
    w = small_world()
    w.alliance.conflict, w.public.opposition_mobilised = 1.0, 1.0
    w.organisations.commitment[:], w.organisations.drive[:] = 0.2, 1.8  # content enough to stay, not committed
    p = values(courting_rate=50.0, leaving_rate=0.0)
    plain(leaving.leave)(w.organisations, w.alliance, w.public, w.trust, w.rows, w.counts, w.events, p, KEY, 99, 0)
    assert [name for name, _ in told(w)] == ["left", "courted", "lukewarm"]


# Power-holders ------------------------------------------------------------------------------------------------------


def receive(w, week):
    """A week of the first power-holder."""
    plain(influencing.receive)(w.organisations, w.holders, w.alliance, w.public, w.policy, w.counts, P, KEY, week, 0)


def moved(weeks=1, **chosen):
    """One holder, worked on for some weeks; what is chosen is set on the holder, the alliance, the public or policy."""
    w = small_world(holders=1)
    w.counts.tells = 1
    places = (w.holders[0], w.alliance, w.public, w.policy)
    for name, value in {"messenger_credibility": 0.5, "messenger_reach": 1.0, **chosen}.items():
        setattr(next(each for each in places if name in each.dtype.names), name, value)
    before = float(w.holders[0].position)
    for week in range(weeks):
        receive(w, week)
    return w, float(w.holders[0].position) - before


@given(positions, positions, shares, st.floats(0.0, 3.0), shares, shares, positions, st.floats(0.0, 0.5))
def test_the_parts_of_a_move_add_up_to_it(position, disposition, outside, contact, support, effort, peers, owed):
    w, change = moved(weeks=8, position=position, disposition=disposition, outside=outside, contact=contact,
                      support=support, opposition_effort=effort, peer_position=peers, owed=owed)  # fmt: skip
    plain(explaining.explain_holder)(w.holders, w.events, w.counts, 8, 0)
    assert sum(parts(w).values()) == pytest.approx(change, abs=1e-12)
    assert w.events[0].kind == E_MOVED and w.events[0].part == pytest.approx(change, abs=1e-12)


def test_each_part_is_named_after_what_moves():
    still = {"position": 0.0, "disposition": 0.0, "outside": 0.0, "contact": 0.0, "peer_position": 0.0}
    for chosen, reason in (
        ({"contact": 3.0}, "by_contact"),
        ({"outside": 0.9}, "by_pressure"),
        ({"peer_position": 0.9}, "by_peers"),
        ({"owed": 0.9}, "by_pledge"),
        ({"disposition": 0.9}, "by_conviction"),
        ({"support": 0.95}, "by_public"),
    ):
        w, _ = moved(weeks=1, **{**still, **chosen})
        plain(explaining.explain_holder)(w.holders, w.events, w.counts, 1, 0)
        found = {name: part for name, part in parts(w).items() if name != "by_chance"}
        assert set(found) == {reason} and found[reason] > 0.0


def test_opponents_push_a_holder_away():
    w = small_world(holders=1, members=2)
    w.counts.tells, w.public.opponent_count, w.public.opponents[0] = 1, 1, 1
    w.organisations[1].visible, w.public.opposition_effort = 5.0, 2.0
    receive(w, 3)
    assert w.holders[0].by_opponents < 0.0


def test_what_was_told_is_not_told_again():
    w, _ = moved(weeks=4, contact=3.0)
    plain(explaining.explain_holder)(w.holders, w.events, w.counts, 4, 0)
    plain(explaining.explain_holder)(w.holders, w.events, w.counts, 5, 0)
    assert [name for name, line in told(w)].count("moved") == 2 and w.events[int(w.counts.logged) - 1].part == 0.0


def test_moves_are_told_by_the_quarter_and_not_of_candidates():
    w = small_world(holders=2)
    w.holders.office[1] = CANDIDATE
    for week in range(26):
        plain(explaining.tell_moves)(w, week)
    assert [(line.week, line.who) for _, line in told(w)] == [(12, 0), (25, 0)]


def test_nothing_is_added_up_without_a_log():
    w, _ = moved(weeks=3, contact=3.0)
    w.counts.tells = 0
    before = float(w.holders[0].by_contact)
    receive(w, 4)
    assert before > 0.0 and w.holders[0].by_contact == before


# Agenda, commitment, carrying out -----------------------------------------------------------------------------------


@given(shares, positions, positions, shares, st.sampled_from([0.0, 1.1]))
def test_the_parts_of_the_agenda_add_up_to_its_chance(salience, peers, sponsor, outside, window):
    w = small_world()
    chance = plain(deciding.agenda_chance)(salience, peers, sponsor, outside, window, P)
    plain(explaining.explain_agenda)(w.events, w.counts, 3, salience, peers, sponsor, outside, window, 0, chance, 1.0,
                                     w.public, P)  # fmt: skip
    whole = sum(float(line.part) for name, line in told(w))
    if abs(whole) < 15.0:
        assert P.agenda_rate / (1.0 + math.exp(-whole)) == pytest.approx(chance)


@given(shares, positions, st.sampled_from([0.0, 1.1]))
def test_the_parts_of_a_commitment_add_up_to_its_chance(salience, sponsor, window):
    w = small_world()
    chance = plain(deciding.commitment_chance)(sponsor, salience, window, P)
    plain(explaining.explain_commitment)(w.events, w.counts, 3, salience, sponsor, window, 0, chance, 1.0, w.public, P)
    whole = sum(float(line.part) for name, line in told(w))
    assert P.commitment_rate_policy / (1.0 + math.exp(-whole)) == pytest.approx(chance)


def test_a_year_without_the_agenda_is_told_once_with_its_means():
    w = small_world()
    w.counts.tells, w.policy.stage = 1, NOWHERE
    for week in range(52):
        w.public.salience = 0.1 if week < 26 else 0.3
        plain(explaining.wait_for_agenda)(w, week, -0.5, 0, 0.0, 0.0, 0.01, P)
        assert w.counts.logged == 0 or week == 51
    found = dict(told(w))
    assert w.events[0].kind == E_NOT_ON_AGENDA and found["attention_low"].amount == pytest.approx(0.2)
    assert found["sponsor_against"].part == pytest.approx(0.5 * P.agenda_sponsor)
    assert [name for name, line in told(w)].count("not_on_agenda") == 1


def test_the_parts_of_the_will_add_up_to_it():
    w = small_world()
    w.policy.fit, w.alliance.evidence, w.alliance.outside, w.alliance.government_inside = 0.5, 0.3, 0.02, 1
    w.holders.position[:] = 0.4
    plain(deciding.explain_will)(w, P, 3)
    assert P.will_base + sum(parts(w).values()) == pytest.approx(plain(deciding.will_to_implement)(w, P))


# Votes --------------------------------------------------------------------------------------------------------------


def voted(position, common=0.0, **bill):
    """A minister with a veto votes on a bill; what comes of it."""
    w = small_world(holders=2)
    w.holders.office[:], w.holders.veto[:] = (MINISTER, EXECUTIVE), (1, 0)
    w.holders.position[:] = position
    y = w.policy
    y.stage, y.voting_gate, y.bold, y.vote_common = COMMITTED, GATE_PARLIAMENT, 0.1, common
    w.provisions.in_bill[:2] = 1
    for name, value in bill.items():
        w.provisions[1][name] = value
    p = values(vote_noise=0.1, vote_common=1.0, inertia=0.2)
    plain(deciding.vote)(w.holders, y, p, KEY, 20, 0)
    plain(deciding.count_votes)(w, p, KEY, 20)
    return w


@pytest.mark.parametrize(
    ("position", "common", "reason"),
    [(0.1, 0.0, "refused_far"), (0.35, 2.0, "refused_luck"), (0.5, 0.0, "narrowest"), (0.25, -2.0, "carried_by_luck")],
)
def test_a_vote_is_explained_by_distance_or_by_the_day(position, common, reason):
    """The bill asks for 0.2 + 0.1; the luck of the day is 0.1 times `common`, with no part of the holder's own."""
    w = voted(position, common)
    line = next(line for name, line in told(w) if name == reason)
    assert (line.who, line.amount, line.part) == (0, pytest.approx(0.3), pytest.approx(0.3 - position))
    assert (w.policy.stage == ON_AGENDA) == reason.startswith("refused")


def test_who_votes_by_a_judgement_of_its_own_is_said_to():
    w = small_world(holders=1)
    w.holders[0].office, w.holders[0].veto, w.holders[0].votes_for, w.holders[0].position = MINISTER, 1, -1, 0.9
    w.policy.stage, w.policy.voting_gate = COMMITTED, GATE_PARLIAMENT
    w.provisions.in_bill[:2] = 1
    plain(deciding.count_votes)(w, P, KEY, 20)
    assert "refused_self" in parts(w)


@pytest.mark.parametrize(
    ("difficulty", "contested", "held", "reason"),
    [
        (0.5, 0.0, False, R_DROPPED_HARD),
        (0.1, 0.9, False, R_DROPPED_CONTESTED),
        (0.5, 0.9, True, R_DROPPED_RED),
        (0.5, 0.4, False, R_DROPPED_HARD),
    ],
)
def test_why_a_provision_is_dropped(difficulty, contested, held, reason):
    w = small_world()
    w.provisions[0].difficulty, w.provisions[0].contested = difficulty, contested
    assert plain(explaining.reason_to_drop)(w.provisions[0], held, values(contest_difficulty=1.0)) == reason


def test_what_is_dropped_from_a_bill_is_named_with_its_reason():
    w = small_world(holders=1, provisions=2)
    w.holders[0].office, w.holders[0].veto, w.holders[0].position = MINISTER, 1, 0.0
    w.provisions.difficulty[:2] = 0.1, 0.6
    p = values(own_initiative=1.0, comfort=0.5, vote_noise=0.05, inertia=0.2)
    plain(deciding.draft_bill)(w, p, KEY, 5, GATE_PARLIAMENT)
    assert w.provisions.in_bill[:2].tolist() == [1, 0] and w.provisions[1].left_out == R_DROPPED_HARD
    plain(explaining.explain_bill)(w, GATE_PARLIAMENT, 5)
    assert [(name, int(line.who)) for name, line in told(w)] == [("dropped_hard", 1)]


# Work, ends ---------------------------------------------------------------------------------------------------------


@given(st.floats(1.0, 200.0), st.floats(1.0, 200.0), st.floats(1.0, 200.0))
def test_the_parts_of_a_failure_add_up_to_what_was_missing(estimated, needed, done):
    w = small_world()
    v = w.activities[0]
    v.estimated, v.needed, v.done, v.owner = estimated, needed, done, 0
    plain(explaining.explain_failure)(v, w.counts, w.events, 3)
    assert sum(parts(w).values()) == pytest.approx(math.log(needed / done), abs=1e-9)


@pytest.mark.parametrize(("team", "reason"), [(2, "lead_left"), (0, "unowned")])
def test_work_without_an_owner_says_why(team, reason):
    w = small_world()
    v = w.activities[0]
    v.estimated, v.needed, v.done, v.owner, v.members = 10.0, 20.0, 5.0, NOBODY, team
    plain(explaining.explain_failure)(v, w.counts, w.events, 3)
    assert reason in parts(w)


@pytest.mark.parametrize(("offers", "purse", "reason"), [(0, 100.0, "none_offered"), (1, 0.0, "no_money")])
def test_a_plan_is_dropped_for_want_of_an_owner_or_of_money(offers, purse, reason):
    w = small_world()
    w.organisations.offers[:], w.organisations.purse[:] = offers, purse
    plain(working.start_activity)(w, values(owner_rule=True), KEY, 3, 0, 0)
    assert [name for name, _ in told(w)] == ["abandoned", reason]


def test_an_alliance_falls_asleep_for_what_its_members_lack():
    w = small_world()
    w.organisations.worth[:], w.organisations.felt_voice[:], w.organisations.felt_cost[:] = 0.2, 0.45, 0.35
    w.organisations.mean_trust[:], w.organisations.enthusiasm[:], w.organisations.fatigue[:] = 0.38, 0.05, 0.1
    w.alliance.mean_drive, w.alliance.weeks_low = 0.1, 500
    plain(reflecting.fall_asleep)(w, P, 30)
    assert told(w)[0][0] == "dormant" and most(w) == "all_heart"
    assert sum(parts(w).values()) == pytest.approx(1.0)  # shares of what is lacking


def test_the_parts_of_an_end_add_up_to_its_hazard():
    """Against the hazard at a drive of one half, without papers, with as many members as at the peak."""
    w = small_world()
    a = w.alliance
    w.organisations.worth[:], w.organisations.felt_voice[:], w.organisations.felt_cost[:] = -0.3, 0.45, 0.35
    a.mean_drive, a.backlog, w.counts.members_peak = 0.3, 60.0, 12
    hazard = plain(reflecting.ending_hazard)
    plain(reflecting.tell_no_drive)(w, P, 30)
    expected = math.log(hazard(0.3, 60.0, 4.0, P) / hazard(0.5, 0.0, 12.0, P))
    assert sum(parts(w).values()) == pytest.approx(expected) and most(w) == "all_worth"


def test_without_a_log_nothing_is_written():
    w = small_world(log=0)
    v = w.activities[0]
    v.estimated = v.needed = v.done = 1.0
    plain(explaining.explain_failure)(v, w.counts, w.events, 3)
    plain(explaining.explain_discontent)(w.organisations[0], w.alliance, w.counts, w.events, P, 3)
    plain(explaining.explain_weariness)(w, P, 3, 1.0)
    plain(explaining.explain_holder)(w.holders, w.events, w.counts, 3, 0)
    plain(explaining.explain_aim)(w, 3)
    plain(explaining.tell_moves)(w, 12)
    assert w.counts.logged == 0
