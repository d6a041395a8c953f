"""Influencing and opposing: two channels, the public, and what holders make of it (S03 S07 to S09 S24
to S28 S35 S45).
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import influencing, opposing
from sim.rules.words import ADOPTED, CANDIDATE, EXECUTIVE, GOVERNMENT, LOCAL, LOCAL_SCOPE, MINISTER, NATIONAL_SCOPE
from tests.support import plain, renumbered, small_world, values

shares = st.floats(0.0, 1.0)
positions = st.floats(-1.0, 1.0)
P = values()
KEY = np.uint64(16)


def test_the_public_channel_by_hand(both):
    """0.64 × 0.5 × (0.1 + 0.9 × 0.125) × ½."""
    p = values(quiet_public=0.1)
    assert both(influencing.outside_channel)(0.8, 0.5, 0.25, 1.0, p) == pytest.approx(0.64 * 0.5 * 0.2125 * 0.5)
    assert both(influencing.outside_channel)(0.8, 0.5, 0.25, 0.0, p) == 0.0


@given(shares, shares, shares, shares, st.floats(0.0, 5.0))
def test_the_public_counts_where_it_minds_and_by_legitimacy(legitimacy, messenger, salience, more, pressure):
    channel = plain(influencing.outside_channel)
    usual = channel(legitimacy, messenger, salience, pressure, P)
    assert 0.0 <= usual <= 1.0
    assert usual <= channel(min(1.0, legitimacy + more), messenger, salience, pressure, P)
    assert usual <= channel(legitimacy, messenger, min(1.0, salience + more), pressure, P)
    assert usual <= channel(legitimacy, messenger, salience, pressure + more, P)


def test_the_inside_channel_by_hand(both):
    """0.5 × 0.8 × 0.6 × (0.4 + 1.2 × 0.25) × (1 - 0.5 × 0.4 × (1 - 0.25)) × ½."""
    p = values(inside_hush=0.5, inside_standing=1.0)
    channel = both(influencing.inside_channel)
    assert channel(0.5, 0.8, 0.6, 0.5, 0.5, 0.4, 0.25, 1.0, p) == pytest.approx(0.24 * 0.7 * 0.85 * 0.5)
    assert channel(0.5, 0.8, 0.6, 0.5, 0.5, 0.4, 0.25, 0.0, p) == 0.0


@given(shares, shares, shares, shares)
def test_standing_is_worth_more_inside_the_more_people_look(low, high, quiet, loud):
    """A16 A18: what legitimacy adds to insider work grows with salience, and is nothing where nobody looks."""
    low, high = sorted((low, high))
    quiet, loud = sorted((quiet, loud))
    channel = plain(influencing.inside_channel)

    def gain(salience):
        return channel(0.5, 1.0, 0.5, 0.5, 0.5, salience, high, 1.0, P) - channel(
            0.5, 1.0, 0.5, 0.5, 0.5, salience, low, 1.0, P
        )

    assert gain(0.0) == 0.0 and -1e-12 <= gain(quiet) <= gain(loud) + 1e-12


@given(shares, shares, shares, shares, shares, shares, shares)
def test_trust_reach_credibility_evidence_and_contact_open_ears(
    trust, reach, credibility, evidence, receptive, salience, more
):
    channel = plain(influencing.inside_channel)
    state = [trust, reach, credibility, evidence, receptive, salience, 0.3, 0.5]
    usual = channel(*state, P)
    for place in (0, 1, 2, 3, 4, 7):
        raised = list(state)
        raised[place] += more
        assert channel(*raised, P) >= usual >= 0.0
    assert channel(*state[:5], min(1.0, salience + more), 0.3, 0.5, P) <= usual


def test_the_colour_of_an_alliance_by_hand(both):
    p = values(partisan_distrust=0.5, partisan_favour=0.25)
    colour = both(influencing.partisan_trust)
    assert colour(0.6, -0.5, 1.0, 0.8, p) == pytest.approx(0.6 * 0.8)
    assert colour(0.6, 0.5, 1.0, 0.8, p) == pytest.approx(0.6 * 1.1)
    assert colour(0.6, 0.0, 1.0, 0.8, p) == 0.6 and colour(0.6, 0.9, -1.0, 0.0, p) == 0.6


MOVE = dict(position=0.2, disposition=0.2, ours=0.0, theirs=0.0, pull=0.0, view=0.2, peers=0.2, noise=0.0)


def moved(p=P, **changed):
    return plain(influencing.moved_position)(*{**MOVE, **changed}.values(), p)


def test_a_holder_in_balance_stays(both):
    assert both(influencing.moved_position)(*MOVE.values(), P) == pytest.approx(0.2)


def test_a_week_of_a_holder_by_hand(both):
    """From 0.2: anchor 0.1 × 0.3, pull 0.05 × 1.5 × 0.8 / (1 + 4)², public 0.02 × 0.3, peers 0.1 × -0.2, luck 0.02 ×
    0.5.
    """
    p = values(anchor_pull=0.1, persuasion_scale=0.4, peer_pull=0.1, position_noise=0.02)
    found = both(influencing.moved_position)(0.2, 0.5, 0.05, 0.0, 0.02, 0.5, 0.0, 0.5, p)
    assert found == pytest.approx(0.2 + 0.03 + 0.05 * 1.2 / 25 + 0.006 - 0.02 + 0.01)


@given(positions, positions, shares, shares, shares, positions, positions, st.floats(-4.0, 4.0))
def test_positions_stay_between_against_and_for(position, disposition, ours, theirs, pull, view, peers, noise):
    found = moved(
        position=position,
        disposition=disposition,
        ours=ours,
        theirs=theirs,
        pull=pull,
        view=view,
        peers=peers,
        noise=noise,
    )
    assert -1.0 <= found <= 1.0


@given(positions, shares)
def test_each_side_pulls_its_own_way(position, weight):
    at = dict(position=position, disposition=position, view=position, peers=position)
    assert moved(**at, theirs=weight) <= moved(**at) <= moved(**at, ours=weight)


def test_the_public_mood_follows_news_and_returns():
    w = small_world()
    s = w.public
    quiet = values(salience_volatility=0.0, controversy=0.0)
    s.shock = 1.0
    plain(influencing.move_public)(w, quiet, KEY, 1)
    assert s.salience > 0.3
    s.shock = 0.0
    for week in range(2, 2000):
        plain(influencing.move_public)(w, quiet, KEY, week)
    assert s.salience == pytest.approx(0.3, abs=1e-6) and s.support == pytest.approx(0.5)
    assert w.counts.salience_peak > 0.3


def test_work_in_public_wins_support_and_opposition_loses_it():
    def after(work, effort):
        w = small_world()
        w.public.outside_work, w.public.opposition_effort = work, effort
        plain(influencing.move_public)(w, P, KEY, 1)
        return w.public.support

    assert after(1.0, 0.0) > after(0.0, 0.0) > after(0.0, 1.0)


def test_stocks_fade_and_pushes_are_spent():
    w = small_world()
    w.alliance.pressure, w.alliance.evidence, w.public.outside_push = 2.0, 0.8, 0.5
    plain(influencing.move_public)(w, values(stock_fades=0.1, evidence_fades=0.05), KEY, 1)
    assert w.alliance.pressure == pytest.approx(2.3) and w.alliance.evidence == pytest.approx(0.76)
    assert w.public.outside_push == w.public.outside_work == 0.0


def test_government_is_inside_where_a_national_body_is_a_member():
    def inside(scope, **chosen):
        w = small_world(members=2)
        w.organisations[1].family, w.organisations[1].scope = GOVERNMENT, scope
        w.organisations[1].is_present = chosen.get("present", 1)
        plain(influencing.prepare_channels)(w, P)
        return w.alliance.government_inside

    assert inside(NATIONAL_SCOPE) == 1
    assert inside(LOCAL_SCOPE) == inside(NATIONAL_SCOPE, present=0) == 0


def test_peers_weigh_by_influence_and_local_ones_by_decentralisation():
    w = small_world(holders=3)
    w.holders.office[:] = (MINISTER, LOCAL, CANDIDATE)
    w.holders.position[:], w.holders.influence[:] = (0.4, -0.2, 0.9), (1.0, 1.0, 9.0)
    plain(influencing.prepare_channels)(w, values(decentralisation=0.5))
    assert w.policy.peer_position == pytest.approx(0.1) and w.policy.minister_position == pytest.approx(0.4)
    plain(influencing.prepare_channels)(w, values(decentralisation=0.0))
    assert w.policy.peer_position == pytest.approx(0.4)


def weight(**chosen):
    w = small_world(holders=1)
    o, a = w.holders[0], w.alliance
    o.contact, o.messenger_credibility, o.messenger_reach, a.outside = 1.0, 0.5, 1.0, 0.3
    for name, value in chosen.items():
        target = next(each for each in (o, a, w.public) if name in each.dtype.names)
        setattr(target, name, value)
    channels = plain(influencing.alliance_channels)(o, a, w.public, P)
    return plain(influencing.alliance_weight)(*channels, a, w.public, P)


def test_the_weight_of_the_alliance_on_a_holder():
    usual = weight()
    assert usual > 0.0
    for name, value in (
        ("trust", 0.8),
        ("messenger_credibility", 0.9),
        ("messenger_reach", 1.4),
        ("evidence", 0.8),
        ("contact", 3.0),
        ("outside", 0.6),
        ("coherence", 1.0),
        ("donor_weight", 0.9),
        ("in_window", 1),
    ):
        assert weight(**{name: value}) > usual, name
    assert weight(coherence=0.0) == 0.0


def received(weeks=30, p=P, **fields):
    w = small_world(holders=1)
    o = w.holders[0]
    for name, value in fields.items():
        setattr(o, name, value)
    for week in range(weeks):
        plain(influencing.receive)(
            w.organisations, w.holders, w.alliance, w.public, w.policy, w.counts, p, KEY, week, 0
        )
    return o


def test_engagement_builds_governments_trust():
    quiet = dict(position_noise=0.0, trust_return=0.02, initial_government_trust=0.4)
    low, high = (received(p=values(government_engagement=g, **quiet)).trust for g in (0.0, 1.0))
    assert low == pytest.approx(0.4) and low < high <= 1.0


def test_a_pledge_pulls_who_owes_it_and_candidates_not_standing_are_left_alone():
    p = values(position_noise=0.0)
    assert received(p=p, owed=0.4).position > received(p=p).position
    absent = received(p=p, is_present=0, contact=1.0)
    assert (absent.position, absent.contact) == (pytest.approx(0.1), 1.0)


def test_messengers_are_the_strongest_or_all():
    def credit(messenger):
        w = small_world(members=3, holders=1)
        w.organisations.access[:, 0], w.organisations.credibility[:3] = (0.9, 0.1, 0.1), (0.2, 0.8, 0.8)
        w.organisations.commitment[:3] = 1.0
        plain(influencing.choose_messengers)(w, values(messenger=messenger, one_voice_best=0.0, unlikely_credit=0.0), 4)
        return w.holders[0].messenger_credibility

    assert credit("strongest") == pytest.approx(0.2) and credit("one_voice") == pytest.approx(0.6)


def test_the_reach_of_who_speaks():
    """Access 0.9 of the strongest over a usual 0.6; all as one, half of it and half of the mean, 0.5."""

    def reach(messenger):
        w = small_world(members=2, holders=1)
        w.organisations.access[:2, 0], w.organisations.commitment[:2] = (0.9, 0.1), 1.0
        p = values(messenger=messenger, one_voice_best=0.5, usual_access=0.6)
        plain(influencing.choose_messengers)(w, p, 4)
        return w.holders[0].messenger_reach

    assert reach("strongest") == pytest.approx(1.5) and reach("one_voice") == pytest.approx(0.7 / 0.6)


@pytest.mark.parametrize("messenger", ["strongest", "one_voice"])
def test_an_unlikely_supporter_lends_credit_to_whoever_speaks(messenger):
    def credit(unlikely):
        w = small_world(members=2, holders=1)
        w.alliance.unlikely = unlikely
        plain(influencing.choose_messengers)(w, values(messenger=messenger, unlikely_credit=0.3), 4)
        return w.holders[0].messenger_credibility

    assert credit(0.0) == pytest.approx(0.5) and credit(0.5) == pytest.approx(0.65)


# Opponents ----------------------------------------------------------------------------------------------------------


def test_threat_by_hand(both):
    p = values(threat_stage=0.2, threat_minister=0.5, threat_visible=1.0, threat_adopted=0.15)
    threat = both(opposing.threat_seen)
    assert threat(1, 0.4, 0.1, p) == pytest.approx(0.5) and threat(1, -0.4, 0.1, p) == pytest.approx(0.3)
    assert threat(2, 1.0, 1.0, p) == 1.0 and threat(ADOPTED, 1.0, 1.0, p) == 0.15


def test_mobilisation_by_hand(both):
    goal = both(opposing.mobilisation_goal)
    p = values(opposition_floor=0.2)
    assert goal(0.5, 0.5, p) == pytest.approx(0.3) and goal(0.0, 1.0, p) == 0.0 and goal(1.0, 1.0, p) == 1.0


@given(shares, shares, shares)
def test_controversy_and_threat_mobilise(controversy, threat, more):
    goal = plain(opposing.mobilisation_goal)
    assert 0.0 <= goal(controversy, threat, P) <= goal(controversy, min(1.0, threat + more), P) <= 1.0
    assert goal(controversy, threat, P) <= goal(min(1.0, controversy + more), threat, P)


def opponents(count=2, hours=4.0, **fields):
    w = small_world(members=2, outsiders=count)
    for k in range(count):
        m = w.organisations[2 + k]
        m.is_opponent, m.hours, m.is_founder = 1, hours, 0
        for name, value in fields.items():
            setattr(m, name, value)
        w.public.opponents[k] = 2 + k
    w.public.opponent_count = count
    return w


def test_opponents_answer_with_a_lag():
    w = opponents(1)
    p = values(controversy=1.0, opposition_floor=1.0, opposition_lag=0.25)
    seen = []
    for _ in range(2):
        plain(opposing.oppose)(w.organisations, w.alliance, w.public, w.policy, w.holders, p, 2)
        seen.append(float(w.organisations[2].mobilisation))
    assert seen == pytest.approx([0.25, 0.4375]) and w.organisations[2].visible == pytest.approx(1.75)


def test_members_do_not_oppose():
    w = opponents(1)
    plain(opposing.oppose)(w.organisations, w.alliance, w.public, w.policy, w.holders, P, 0)
    assert w.organisations[0].mobilisation == 0.0


def test_all_opponents_together():
    w = opponents(2, mobilisation=0.5, visible=2.0)
    w.alliance.at_work, w.alliance.worked = 5.0, 15.0  # of which half is met this week: 10 hours
    plain(opposing.gather_opposition)(w, values(opposition_scale=4.0, opposition_relative=0.4, opposition_lag=0.5))
    assert (w.alliance.at_work, w.alliance.worked) == (10.0, 0.0)
    s = w.public
    assert (s.opposition_hours, s.opposition_mobilised, s.opposition_effort) == (4.0, 0.5, pytest.approx(0.5))
    assert w.counts.opposition_sum == 4.0


def test_who_contests_one_provision_works_on_that_one():
    w = opponents(1, visible=2.0, contests=0b10)
    plain(opposing.gather_opposition)(w, values(contest_spill=0.25, opposition_scale=2.0))
    assert w.public.opposition_hours == 0.5
    assert [float(w.provisions[q].contested) for q in range(2)] == [0.0, 0.5]


def test_no_opponents_no_opposition():
    w = small_world()
    plain(opposing.gather_opposition)(w, P)
    assert w.public.opposition_effort == w.public.opposition_mobilised == 0.0
    assert plain(opposing.opponents_access)(w.organisations, w.public, 0) == 0.0


def test_opposition_on_a_holder_by_hand(both):
    p = values(persuasion=0.5, opposition_bite=0.4, opponent_usual_access=0.5)
    bite = both(opposing.opposition_weight)
    assert bite(1.0, 0.5, True, p) == pytest.approx(0.1) and bite(1.0, 0.5, False, p) == pytest.approx(0.08)
    assert bite(0.0, 1.0, True, p) == bite(1.0, 0.0, True, p) == 0.0


def test_access_of_opponents_weighs_by_what_they_spend_and_does_not_see_numbers():
    w = opponents(2)
    w.organisations.visible[2:], w.organisations.access[2:, 0] = (3.0, 1.0), (0.8, 0.4)
    assert plain(opposing.opponents_access)(w.organisations, w.public, 0) == pytest.approx(0.7)
    other = renumbered(w, [3, 2, 1, 0])
    other.public.opponents[:2] = (0, 1)
    assert plain(opposing.opponents_access)(other.organisations, other.public, 0) == pytest.approx(0.7)


def test_the_executive_counts_as_a_friend_in_government():
    w = small_world(holders=1)
    w.holders[0].office, w.holders[0].position = EXECUTIVE, 0.6
    plain(influencing.prepare_channels)(w, P)
    assert w.policy.minister_position == pytest.approx(0.6) and math.isfinite(w.alliance.outside)


def test_the_public_pulls_by_salience_and_receptivity():
    """0.1 × 0.3 × 2 × 0.5 = 0.03 of the way to 2 × 0.8 - 1 = 0.6; twice that at twice the receptivity."""

    def after(receptivity):
        w = small_world(holders=1)
        w.public.support, w.holders[0].pressure_receptivity = 0.8, receptivity
        w.holders[0].position = w.holders[0].disposition = w.policy.peer_position = 0.1
        p = values(public_pull=0.1, position_noise=0.0, persuasion=0.0)
        plain(influencing.receive)(w.organisations, w.holders, w.alliance, w.public, w.policy, w.counts, p, KEY, 5, 0)
        return w.holders[0].position

    assert after(0.5) == pytest.approx(0.1 + 0.03 * 0.5) and after(1.0) == pytest.approx(0.1 + 0.06 * 0.5)
