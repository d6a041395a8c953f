"""Calendar and context: elections, budgets, shocks, new people, staff turnover, funding (S39 S41 S49 S50)."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.founding import prepare
from sim.rules import calendar
from sim.rules.words import (
    CAL_BUDGET,
    CAL_CABINET,
    CAL_CELEBRATION,
    CAL_ELECTION,
    CAL_FUNDING_END,
    CAL_FUNDING_START,
    CAL_LOCAL_ELECTION,
    CAL_SCANDAL,
    CAL_SHOCK,
    CANDIDATE,
    EXECUTIVE,
    LEGISLATOR,
    LOCAL,
    MINISTER,
    OFFICIAL,
    R_WINDOW_SHOCK,
)
from sim.scenario.structure import CALENDAR_KINDS, CalendarEvent, Scenario
from sim.state import NEVER, NOBODY, TERM, records
from tests.support import plain, small_world, values

P = values()
KEY = np.uint64(8)
OFFICES = (EXECUTIVE, MINISTER, OFFICIAL, LEGISLATOR, LOCAL, CANDIDATE)


def test_weeks_in_a_month_and_a_year():
    assert calendar.WEEKS_A_YEAR * 7 == 365.25 and calendar.WEEKS_A_MONTH * 12 == calendar.WEEKS_A_YEAR


def test_kinds_of_dated_events_have_the_numbers_of_the_scenario():
    named = dict(
        election=CAL_ELECTION,
        local_election=CAL_LOCAL_ELECTION,
        cabinet_change=CAL_CABINET,
        budget=CAL_BUDGET,
        shock=CAL_SHOCK,
        scandal=CAL_SCANDAL,
        funding_start=CAL_FUNDING_START,
        funding_end=CAL_FUNDING_END,
        celebration=CAL_CELEBRATION,
    )
    assert named == {name: CALENDAR_KINDS.index(name) for name in named}


def test_hazard_of_office_by_hand(both):
    hazard = both(calendar.leaving_hazard)
    assert hazard(130.0, MINISTER, 3.0, 0.0) == 1 / 130
    assert hazard(130.0, OFFICIAL, 3.0, 0.002) == 1 / 390
    assert hazard(130.0, MINISTER, 3.0, 0.002) == pytest.approx(1 / 130 - 0.002)
    assert hazard(130.0, EXECUTIVE, 3.0, 0.002) == pytest.approx(1 / 390 - 0.002)
    assert hazard(130.0, MINISTER, 3.0, 0.01) == 0.0


def test_ministers_leave_at_the_hazard_of_their_tenure():
    """Five hundred years at a tenure of 26 weeks: a Poisson number of changes, not more than one a week."""
    w = small_world(holders=1)
    o = w.holders[0]
    o.office, o.tenure = MINISTER, 26.0
    serve = plain(calendar.serve_term)
    weeks = 500 * 52
    for week in range(weeks):
        serve(w.holders, w.policy, w.public, w.counts, w.events, P, KEY, week, 0)
    expected = weeks * (1 - math.exp(-1 / 26))
    assert abs(o.replaced - expected) < 5 * math.sqrt(expected)


def test_listed_terms_and_candidates_are_not_left_to_chance():
    for name, value in (("has_terms", 1), ("office", CANDIDATE)):
        w = small_world(holders=1)
        o = w.holders[0]
        o.office, o.tenure = MINISTER, 1e-9
        setattr(o, name, value)
        plain(calendar.serve_term)(w.holders, w.policy, w.public, w.counts, w.events, P, KEY, 5, 0)
        assert o.replaced == 0


def test_disposition_by_hand_and_bounded(both):
    disposition = both(calendar.new_disposition)
    assert disposition(0.1, 2.0, 0.2, -1.0, 1.0, 0.5, 0.4) == pytest.approx(0.3)
    assert disposition(0.9, 9.0, 0.2, 1.0, 1.0, 0.5, 0.4) == 1.0
    assert disposition(-0.9, -9.0, 0.2, 1.0, 1.0, 0.5, 0.4) == -1.0


def test_a_newcomer_remembers_little_and_owes_nothing():
    w = small_world(holders=1)
    o = w.holders[0]
    o.office, o.trust, o.contact, o.owed, o.signed, o.met_before = MINISTER, 0.8, 2.0, 0.5, 1, 1
    p = values(trust_kept_at_change=0.25, initial_government_trust=0.4, window_after_minister=10.0)
    plain(calendar.seat_newcomer)(w.holders, w.policy, w.public, w.counts, w.events, p, KEY, 30, 0, -1.0, 0)
    assert o.trust == pytest.approx(0.5) and o.contact == 0.5
    assert (o.owed, o.signed, o.met_before, o.side, o.since, o.replaced, o.person) == (0.0, 0, 0, -1.0, 30, 1, 1)
    assert o.position == o.disposition and -1.0 <= o.position <= 1.0
    assert w.public.window_until == 40 and w.counts.holders_replaced == 1


def test_windows_lengthen_and_never_shorten():
    s = small_world().public
    for week, weeks, until in ((10, 8, 18), (12, 3, 18), (16, 8, 24)):
        plain(calendar.open_window)(s, week, weeks, R_WINDOW_SHOCK)
        assert s.window_until == until


def test_windows_are_counted_as_they_open():
    w = small_world()
    seen = []
    for week in range(40):
        if week in (5, 7, 25):
            plain(calendar.open_window)(w.public, week, 6, R_WINDOW_SHOCK)
        plain(calendar.watch_windows)(w.public, w.policy, w.counts, week)
        seen.append(int(w.public.in_window))
    assert [k for k, one in enumerate(seen) if one] == [*range(5, 13), *range(25, 31)] and w.public.windows == 2


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0), st.integers(0, 99))
def test_a_change_of_staff_takes_part_of_what_trust_exceeds_strangers(base, part, seed):
    w = small_world(members=4)
    before = np.random.default_rng(seed).random((4, 4))
    w.trust[:, :] = before
    plain(calendar.meet_new_person)(w.trust, 4, 1, base, part)
    for i in range(4):
        for j in range(4):
            if 1 not in (i, j):
                assert w.trust[i, j] == before[i, j]
            elif i != j:
                expected = before[i, j] + part * (base - before[i, j]) if before[i, j] > base else before[i, j]
                assert w.trust[i, j] == pytest.approx(expected)


@pytest.mark.parametrize("rate", [0.0, 0.5, 1.0])
def test_staff_change_at_their_yearly_rate(rate):
    """One hundred members over two years: a Poisson number of 199 × rate."""
    w = small_world(members=100, log=0)
    p = values(staff_turnover=rate)
    change = plain(calendar.change_staff)
    for week in range(104):
        for i in range(100):
            change(w.organisations, w.trust, w.alliance, w.counts, w.events, p, KEY, week, i)
    expected = 100 * 104 / calendar.WEEKS_A_YEAR * rate
    assert abs(w.counts.staff_changes - expected) <= 5 * math.sqrt(expected)


def test_shocks_come_at_their_yearly_rate():
    w = small_world(members=2, holders=1, log=0)
    p = values(shock_rate=1.5)
    for week in range(5218):
        plain(calendar.follow_calendar)(w, p, KEY, week)
    assert abs(w.counts.shocks - 150) < 5 * math.sqrt(150)


def fund(w, p, weeks=52):
    for week in range(weeks):
        plain(calendar.receive_funding)(w.organisations, w.alliance, p, KEY, week, 0)
    return w.organisations[0]


def test_a_year_of_means_by_hand():
    """10 thousand a year, promised by half, a fifth of it pooled: 4 in the purse and 1 in the fund, in 52.18 weeks."""
    w = small_world(members=1)
    m = w.organisations[0]
    m.money, m.commitment, m.purse = 10.0, 0.5, 0.0
    fund(w, values(funding_volatility=0.0, pooled_fund=0.2, member_money=1.0, purse_limit=9.0))
    assert m.purse == pytest.approx(4.0 * 52 / calendar.WEEKS_A_YEAR)
    assert w.alliance.fund == pytest.approx(1.0 * 52 / calendar.WEEKS_A_YEAR)


def test_a_purse_has_a_bottom_and_a_brim():
    w = small_world(members=1)
    assert fund(w, values(purse_limit=0.5, member_money=1.0)).purse <= 2.5


def test_funding_shocks_have_mean_one():
    """The logarithm is normal with mean minus half its variance; 4,000 draws, standard error of the mean 0.011."""
    w = small_world(members=1)
    p = values(funding_volatility=1.0, funding_spread=0.6)
    seen = []
    for year in range(4000):
        plain(calendar.receive_funding)(w.organisations, w.alliance, p, KEY, 52 * year, 0)
        seen.append(float(w.organisations[0].funding))
    assert abs(np.mean(seen) - 1.0) < 5 * np.sqrt((math.exp(0.36) - 1) / 4000)
    assert np.std(np.log(seen)) == pytest.approx(0.6, rel=0.06)


def dated(kind, size=None, turnover=None):
    """A world with one holder of every office and one dated event in week 20."""
    w = small_world(members=3, holders=len(OFFICES))
    for h, office in enumerate(OFFICES):
        w.holders[h].office = office
        w.holders[h].contact = 1.0
    event = CalendarEvent(20, CALENDAR_KINDS[kind], size=size, turnover=turnover)
    return w._replace(calendar=prepare(Scenario(calendar=(event,))).calendar)


def follow(w, week=20, p=None):
    plain(calendar.follow_calendar)(w, p if p is not None else values(shock_rate=0.0, election_turnover=1.0), KEY, week)
    return w


def test_the_campaign_nears_its_election():
    p = values(campaign_weeks=10.0, shock_rate=0.0, election_turnover=0.0)
    near = [float(follow(dated(CAL_ELECTION), week, p).public.near_election) for week in range(8, 22)]
    assert near == pytest.approx([0, 0, *[1 - ahead / 11 for ahead in range(10, 0, -1)], 0, 0])


def test_an_election_with_turnover_changes_the_government():
    w = follow(dated(CAL_ELECTION, turnover=1.0))
    assert (w.counts.elections, w.counts.government_changes, w.public.government_side) == (1, 1, -1.0)
    assert w.public.government_changed_week == 20
    replaced = {office: int(w.holders[h].replaced) for h, office in enumerate(OFFICES)}
    assert replaced[EXECUTIVE] == replaced[MINISTER] == 1
    assert replaced[OFFICIAL] == replaced[LOCAL] == replaced[CANDIDATE] == 0


def test_an_election_without_turnover_leaves_everybody_in_office():
    w = follow(dated(CAL_ELECTION, turnover=0.0))
    assert (w.counts.elections, w.counts.government_changes, w.counts.holders_replaced) == (1, 0, 0)
    assert w.public.window_until > 20


def test_other_dated_events():
    assert follow(dated(CAL_BUDGET)).public.budget_now == 1
    assert follow(dated(CAL_BUDGET), 21).public.budget_now == 0
    cabinet = follow(dated(CAL_CABINET)).holders
    assert [int(o.replaced) for o in cabinet] == [int(office == MINISTER) for office in OFFICES]
    local = follow(dated(CAL_LOCAL_ELECTION)).holders
    assert [int(o.replaced) for o in local] == [int(office == LOCAL) for office in OFFICES]


def test_a_celebrated_day_is_near_in_its_week_and_in_those_beside_it():
    seen = [follow(dated(CAL_CELEBRATION), week).public for week in range(17, 24)]
    assert [int(s.day_ahead) for s in seen] == [3, 2, 1, 0, NEVER, NEVER, NEVER]
    assert [int(s.day_now) for s in seen] == [0, 0, 1, 1, 1, 0, 0]


def test_of_several_celebrated_days_the_next_counts_in_whatever_order_they_stand():
    s = small_world().public
    s.day_ahead, s.day_now = NEVER, 0
    for number, ahead in enumerate((30, -1, 4, 12)):
        plain(calendar.come_near)(s, number, ahead)
    assert (s.day_ahead, s.day_now, s.day_number) == (4, 1, 1)


def test_dated_events_have_a_size():
    assert follow(dated(CAL_SHOCK, size=0.7)).public.shock == 0.7
    assert follow(dated(CAL_FUNDING_START, size=0.3)).alliance.funding == pytest.approx(1.3)
    ended = follow(dated(CAL_FUNDING_END, size=0.3)).alliance
    assert ended.funding == pytest.approx(0.7) and ended.paid_until == 20
    distracted = follow(dated(CAL_SCANDAL, size=0.25)).holders
    assert [float(o.contact) for o in distracted] == [1.0 if o in (OFFICIAL, LOCAL) else 0.75 for o in OFFICES]


def test_the_signature_of_the_winner_binds_and_that_of_a_loser_does_not():
    w = dated(CAL_BUDGET)
    candidate = OFFICES.index(CANDIDATE)
    p = values(pledge_new=0.8, pledge_incumbent=0.5)
    for signed, expected in ((1, 0.32), (0, 0.0)):
        w.holders.owed[:] = 0.0
        w.holders[candidate].signed, w.holders[candidate].owed = signed, 0.4
        plain(calendar.bind_winner)(w, p, 20, candidate, True)
        assert w.holders[OFFICES.index(MINISTER)].owed == pytest.approx(expected)
        assert w.holders[OFFICES.index(OFFICIAL)].owed == 0.0
        assert (w.holders[candidate].signed, w.holders[candidate].owed, w.holders[candidate].pledged) == (0, 0.0, 0.4)


def test_a_pledge_waits_for_the_day_on_which_the_elected_take_office():
    w = small_world(holders=2)
    minister, candidate = w.holders
    minister.office, minister.has_terms, candidate.office = EXECUTIVE, 1, CANDIDATE
    candidate.signed, candidate.owed = 1, 0.4
    terms = records(1, TERM)
    t = terms[0]
    t.week, t.number, t.candidate, t.from_member = 36, 1, NOBODY, NOBODY
    t.side, t.stance, t.influence, t.trust = 1.0, np.nan, np.nan, np.nan
    w = w._replace(terms=terms)
    w.public.government_changed_week = 20
    plain(calendar.bind_winner)(w, values(pledge_new=0.8), 20, 1, True)
    assert (minister.owed, minister.pledged) == (0.0, pytest.approx(0.32))  # whoever still sits there signed nothing
    plain(calendar.begin_terms)(w, values(), KEY, 36)
    assert (minister.owed, minister.pledged) == (pytest.approx(0.32), 0.0)


def test_candidates_of_a_side_win_by_their_share():
    w = small_world(holders=3)
    for h, (side, weight) in enumerate(((1.0, 3.0), (1.0, 1.0), (-1.0, 9.0))):
        w.holders[h].office, w.holders[h].side, w.holders[h].vote_share = CANDIDATE, side, weight
    winners = [plain(calendar.elected)(w, KEY, week, 1.0) for week in range(2000)]
    assert set(winners) == {0, 1}
    assert abs(np.mean(np.array(winners) == 0) - 0.75) < 5 * math.sqrt(0.75 * 0.25 / 2000)
    assert plain(calendar.elected)(small_world(), KEY, 1, 1.0) == NOBODY


def test_somebody_from_the_alliance_takes_office_and_leaves_a_gap():
    w = small_world(members=3, holders=1)
    o, p = w.holders[0], values(appointed_disposition=0.5, initial_trust=0.2, trust_lost_with_person=0.5)
    w.organisations[1].commitment = 0.7
    o.office, o.disposition, o.position, o.trust = MINISTER, -0.3, -0.2, 0.2
    plain(calendar.take_office)(w, p, 20, 1, 0)
    assert (o.disposition, o.position, o.trust, o.from_member) == (0.5, 0.5, 0.7, 1)
    assert w.organisations[1].skill_gap_weeks == 52 and w.trust[1, 0] == pytest.approx(0.3) and w.trust[0, 2] == 0.4


def test_candidates_stand_only_while_a_campaign_runs():
    w = dated(CAL_ELECTION)
    candidate = OFFICES.index(CANDIDATE)
    for near, present in ((0.0, 0), (0.4, 1)):
        w.public.near_election = near
        plain(calendar.show_candidates)(w.holders, w.alliance, w.public, w.policy)
        assert w.holders[candidate].is_present == present and w.policy.candidates == w.policy.unsigned == 1
    assert w.holders[0].is_present == 1


def test_a_listed_successor_takes_office_in_its_week():
    w = small_world(holders=1)
    terms = records(1, TERM)
    t = terms[0]
    t.holder, t.week, t.number, t.candidate, t.from_member = 0, 20, 1, NOBODY, NOBODY
    t.side, t.stance, t.influence, t.trust = -1.0, 0.6, 2.0, 0.8
    w = w._replace(terms=terms)
    p = values(stance_doubt=0.0)
    plain(calendar.begin_terms)(w, p, KEY, 19)
    assert w.holders[0].replaced == 0
    plain(calendar.begin_terms)(w, p, KEY, 20)
    o = w.holders[0]
    assert (o.replaced, o.side, o.disposition, o.position, o.influence, o.trust) == (1, -1.0, 0.6, 0.6, 2.0, 0.8)


def test_the_same_person_may_change_its_mind_and_stays():
    w = small_world(holders=1)
    terms = records(1, TERM)
    t = terms[0]
    t.week, t.is_same, t.candidate, t.from_member = 20, 1, NOBODY, NOBODY
    t.side, t.stance, t.influence, t.trust = np.nan, 0.6, np.nan, np.nan
    w = w._replace(terms=terms)
    plain(calendar.begin_terms)(w, values(stance_doubt=0.0), KEY, 20)
    o = w.holders[0]
    assert (o.replaced, o.disposition, o.position, o.influence, o.trust) == (0, 0.6, 0.1, 1.0, 0.4)


def test_a_documented_stance_leaves_part_of_the_doubt(both):
    """Said 0.5; hidden 0.2 × 0.5 + 0.1 × -2 = -0.1, of which one half stays."""
    p = values(obstacle_spread=0.2, holder_spread=0.1, stance_doubt=0.5)
    policy = small_world().policy
    policy.obstacle_luck = 0.5
    meant = plain(calendar.said_and_meant)
    assert meant(policy, 0.5, -2.0, p) == pytest.approx(0.45)
    assert meant(policy, 0.99, 99.0, p) == 1.0 and math.isnan(meant(policy, math.nan, 0.0, p))
