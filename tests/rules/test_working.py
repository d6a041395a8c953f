"""Working: planning, owners, teams, progress, and what is finished or not (S02 S19 S20 S22 S24 S25 S26 S38)."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from sim.declare import SKILLS
from sim.rules import tactics, working
from sim.rules.words import (
    ADOPTED,
    CANDIDATE,
    CONFERENCE,
    E_ABANDONED,
    E_FAILED,
    FIELD_VISIT,
    INSIDER_MEETING,
    LEGISLATOR,
    LEGISLATOR_BRIEFING,
    LOCAL,
    MEDIA_WORK,
    MINISTER,
    MOBILISATION,
    OFFICIAL,
    PILOT,
    PLEDGE_CAMPAIGN,
    RESEARCH,
    TACTICS,
)
from sim.state import MOST_ACTIVITIES, NOBODY, TEAM
from tests.support import plain, renumbered, small_world, values

shares = st.floats(0.0, 1.0)
P = values()
KEY = np.uint64(12)


# What each kind of activity asks for --------------------------------------------------------------------------------


def test_every_tactic_asks_for_hours_money_and_skills_that_sum_to_one():
    assert len(TACTICS) == len(tactics.HOURS) == len(tactics.MONEY) == len(tactics.SIDE) == len(tactics.SKILL_WEIGHT)
    assert (tactics.HOURS > 0).all() and (tactics.MONEY > 0).all()
    assert tactics.SKILL_WEIGHT.sum(axis=1) == pytest.approx(1.0)
    assert tactics.SKILL_WEIGHT.shape[1] == len(SKILLS)


def test_every_tactic_has_a_weight_of_its_own():
    for k, name in enumerate(TACTICS):
        p = values(**{f"tactic_{each}": 0.0 for each in TACTICS} | {f"tactic_{name}": 0.7})
        assert [plain(working.chosen_weight)(p, other) for other in range(len(TACTICS))] == [
            0.7 * (k == o) for o in range(11)
        ]


def test_outside_work_is_what_is_done_in_public():
    assert {TACTICS[k] for k in range(11) if tactics.SIDE[k] == tactics.OUTSIDE} == {"media", "mobilisation"}
    assert {TACTICS[k] for k in range(11) if tactics.SIDE[k] == tactics.ELSEWHERE} == {"pilot", "pledge_campaign"}


# Hours --------------------------------------------------------------------------------------------------------------


def member(**fields):
    m = small_world(members=1).organisations[0]
    for name, value in fields.items():
        setattr(m, name, value)
    return m


def test_hours_by_hand():
    p = values(member_hours=1.5)
    assert plain(working.hours_available)(member(hours=4.0, drive=0.5, small=1.0, funding=0.8), p) == pytest.approx(2.4)
    assert plain(working.hours_available)(member(hours=4.0, drive=0.5, small=0.0, funding=0.8), p) == pytest.approx(3.0)


def test_hours_left_after_meetings_relations_and_the_controversy():
    """Given 4; relations take a tenth, meetings 1.6: 2 left, of which the controversy eats 0.5 × 0.4 × 0.5."""
    p = values(member_hours=1.0, relationship_investment=0.1, diversion=0.5, controversy=0.4)
    left, diverted = plain(working.hours_left)(member(hours=8.0, drive=0.5, small=0.0, hours_this_week=1.6), p, 0.5)
    assert (left, diverted) == (pytest.approx(1.8), pytest.approx(0.2))
    assert plain(working.hours_left)(member(hours=1.0, hours_this_week=9.0), p, 1.0) == (0.0, 0.0)


def test_productivity_by_hand(both):
    productivity = both(working.productivity)
    assert productivity(0.8, 6.0, 1.0, 0.6) == pytest.approx(1.0)
    assert productivity(0.8, 18.0, 1.0, 0.6) == pytest.approx(0.7)


def test_the_wording_of_the_aim_tells_as_far_as_it_matters(both):
    felt = both(working.felt_precision)
    assert felt(0.9, values(precision_works=1.0)) == pytest.approx(0.9)
    assert felt(0.2, values(precision_works=0.5)) == pytest.approx(0.4)
    assert felt(0.2, values(precision_works=0.0)) == felt(0.9, values(precision_works=0.0)) == 0.6


@given(shares, shares, st.floats(0.0, 60.0), st.floats(0.0, 60.0))
def test_an_hour_is_worth_more_with_a_precise_aim_and_papers_in_order(low, high, queue, more):
    low, high = sorted((low, high))
    worth = plain(working.productivity)
    assert 0.0 < worth(low, queue, 0.8, 0.5) <= worth(high, queue, 0.8, 0.5)
    assert worth(0.5, queue, low, 0.5) <= worth(0.5, queue, high, 0.5)
    assert worth(0.5, queue, 0.8, low) <= worth(0.5, queue, 0.8, high)
    assert worth(0.5, queue + more, 0.8, 0.5) <= worth(0.5, queue, 0.8, 0.5)


@given(shares, st.floats(0.2, 1.0), shares)
def test_a_word_is_kept_by_will_reliability_and_being_held_to_it(drive, reliability, accountable):
    m = member(drive=drive, reliability=reliability)
    chance = plain(working.keeps_word)(m, accountable, P)
    assert 0.0 <= chance <= 1.0
    assert chance <= plain(working.keeps_word)(m, 1.0, P)
    assert chance <= plain(working.keeps_word)(member(drive=1.0, reliability=reliability), accountable, P)


def test_keeping_word_by_hand():
    p = values(slip_base=0.2, reliability_mean=0.75)
    assert plain(working.keeps_word)(member(drive=0.4, reliability=0.75), 0.5, p) == pytest.approx(0.2 + 0.8 * 0.55)


def test_a_reliable_member_keeps_its_word_more_often():
    p = values(slip_base=0.2, reliability_mean=0.75)
    usual = plain(working.keeps_word)(member(drive=0.4, reliability=0.75), 0.5, p)
    assert plain(working.keeps_word)(member(drive=0.4, reliability=0.6), 0.5, p) == pytest.approx(0.8 * usual)


def test_those_who_work_together_learn_who_keeps_its_word():
    """A kept word 0.2 × 0.1 of what is missing, a broken one twice that of what is there; only the team sees it."""
    p = values(word_trust=0.2, trust_gain=0.1, trust_ratio=2.0)
    for kept, expected in ((True, 0.4 + 0.02 * 0.6), (False, 0.4 * 0.96)):
        w = small_world(members=3)
        v = open_activity(w, team=(0, 1))
        plain(working.judge_word)(v, w.trust, 0, kept, p)
        assert w.trust[1, 0] == pytest.approx(expected)
        assert w.trust[2, 0] == w.trust[0, 1] == 0.4


# What is planned ----------------------------------------------------------------------------------------------------


def test_the_moment_asks():
    w = small_world()
    occasion = plain(working.occasion)

    def now(k, **chosen):
        return occasion(w.alliance, w.public, w.policy, values(**chosen), k)

    assert now(RESEARCH) == 1.0
    w.alliance.evidence = 1.0
    assert now(RESEARCH) == 0.5
    assert now(CONFERENCE, government_engagement=0.2) == now(FIELD_VISIT, government_engagement=0.2) == 0.7
    assert now(PILOT, pilot_after_adoption=3.0) == 1.0
    w.policy.stage = ADOPTED
    assert now(PILOT, pilot_after_adoption=3.0) == 3.0
    assert now(PLEDGE_CAMPAIGN, pledge_occasion=4.0) == 0.0
    w.public.near_election, w.policy.candidates, w.policy.unsigned = 0.3, 4, 4
    assert now(PLEDGE_CAMPAIGN, pledge_occasion=4.0) == 4.0
    w.policy.unsigned = 1  # who has signed is not asked again
    assert now(PLEDGE_CAMPAIGN, pledge_occasion=4.0) == 1.0
    w.policy.candidates = 0
    assert now(PLEDGE_CAMPAIGN, pledge_occasion=4.0) == 0.0


def chosen_tactics(count=600, **chosen):
    w = small_world()
    p = values(**chosen)
    return [plain(working.choose_tactic)(w, p, KEY, week, number) for week in range(count // 4) for number in range(4)]


def test_sides_are_chosen_by_the_insider_share():
    """600 plans without pilots: standard error 0.019 at a share of 0.7."""
    found = np.array(chosen_tactics(insider_share=0.7, tactic_pilot=0.0))
    assert abs(np.mean(tactics.SIDE[found] == tactics.INSIDE) - 0.7) < 0.095
    assert set(tactics.SIDE[np.array(chosen_tactics(insider_share=1.0, tactic_pilot=0.0))]) == {tactics.INSIDE}
    assert set(tactics.SIDE[np.array(chosen_tactics(insider_share=0.0, tactic_pilot=0.0))]) == {tactics.OUTSIDE}


def test_a_side_without_weights_leaves_the_work_to_the_other():
    nothing = dict(tactic_media=0.0, tactic_mobilisation=0.0, tactic_pilot=0.0)
    assert set(tactics.SIDE[np.array(chosen_tactics(insider_share=0.0, **nothing))]) == {tactics.INSIDE}
    assert set(chosen_tactics(8, **{f"tactic_{name}": 0.0 for name in TACTICS})) == {NOBODY}


def test_kinds_of_one_side_follow_their_weights():
    """1,000 plans in public, a quarter of them media: standard error 0.0137."""
    found = chosen_tactics(1000, insider_share=0.0, tactic_pilot=0.0, tactic_media=0.2, tactic_mobilisation=0.6)
    assert abs(found.count(MEDIA_WORK) / 1000 - 0.25) < 0.07 and found.count(MOBILISATION) == 1000 - found.count(
        MEDIA_WORK
    )


# Whom it is aimed at ------------------------------------------------------------------------------------------------


def holder(**fields):
    o = small_world(holders=1).holders[0]
    for name, value in fields.items():
        setattr(o, name, value)
    return o


def test_leverage_by_hand():
    p = values(leverage_open=2.0, leverage_won=0.5, leverage_influence=1.5)
    leverage = plain(working.leverage)
    assert leverage(holder(veto=1, position=0.1, influence=0.4), p) == pytest.approx(2.6)
    assert leverage(holder(veto=1, position=0.9, influence=0.4), p) == pytest.approx(1.1)
    assert leverage(holder(veto=0, position=0.1, influence=0.4), p) == pytest.approx(0.6)


def test_a_good_map_aims_at_leverage_and_a_bad_one_at_rank():
    p = values(leverage_open=2.0, leverage_influence=1.0, rank_appeal=1.0)
    strong = holder(influence=2.0, formal_power=0.1, office=OFFICIAL)
    grand = holder(influence=0.1, formal_power=1.0, office=MINISTER)
    weight = plain(working.target_weight)
    assert weight(strong, p, 1.0, 0.5) > weight(grand, p, 1.0, 0.5)
    assert weight(strong, p, 0.0, 0.5) < weight(grand, p, 0.0, 0.5)
    assert weight(holder(office=CANDIDATE), p, 0.5, 0.5) == 0.0


def test_recent_contact_turns_to_others():
    weight = plain(working.target_weight)
    assert weight(holder(contact=1.0), P, 0.5, 0.5) == pytest.approx(0.5 * weight(holder(contact=0.0), P, 0.5, 0.5))


def test_local_engagement_is_the_local_share_of_contacts_where_work_suits_local_authorities():
    w = small_world(holders=3)
    w.holders[0].office, w.holders[1].office = LOCAL, LEGISLATOR

    def share(tactic, **chosen):
        p = values(**chosen)
        targets = [plain(working.choose_target)(w, p, KEY, week, 0, tactic, NOBODY) for week in range(400)]
        return targets.count(0) / len(targets)

    assert share(INSIDER_MEETING, local_engagement=0.0) == share(LEGISLATOR_BRIEFING, local_engagement=1.0) == 0.0
    assert share(INSIDER_MEETING, local_engagement=0.5, local_attention=0.6) == pytest.approx(0.3, abs=0.08)
    assert share(INSIDER_MEETING, local_engagement=1.0, local_attention=1.0) == 1.0


def test_local_attention_goes_to_the_national_tier_where_no_local_authority_is_left():
    w = small_world(holders=2)
    w.holders[0].office = LOCAL
    p = values(local_engagement=1.0, local_attention=1.0)
    assert plain(working.choose_target)(w, p, KEY, 1, 0, INSIDER_MEETING, 0) == 1


def test_what_suits_whom():
    suits = plain(working.suits)
    assert suits(holder(office=LEGISLATOR), LEGISLATOR_BRIEFING) and not suits(
        holder(office=MINISTER), LEGISLATOR_BRIEFING
    )
    assert not suits(holder(office=LEGISLATOR), FIELD_VISIT) and suits(holder(office=LOCAL), FIELD_VISIT)
    assert suits(holder(office=LEGISLATOR), INSIDER_MEETING)


def test_a_target_suits_and_is_not_the_one_avoided():
    w = small_world(holders=3)
    w.holders[1].office = LEGISLATOR
    choose = plain(working.choose_target)
    assert choose(w, P, KEY, 1, 0, LEGISLATOR_BRIEFING, NOBODY) == 1
    assert choose(w, P, KEY, 1, 0, LEGISLATOR_BRIEFING, 1) == NOBODY
    assert choose(w, P, KEY, 1, 0, FIELD_VISIT, 0) == 2


# Owners, teams, money -----------------------------------------------------------------------------------------------


def test_skill_match_by_hand():
    m = member()
    m.skill[:] = 0.0
    m.skill[SKILLS.index("evidence")] = 1.0
    assert plain(working.skill_match)(m, RESEARCH) == pytest.approx(0.7)
    m.skill[:] = 1.0
    assert all(plain(working.skill_match)(m, k) == pytest.approx(1.0) for k in range(11))


def test_using_what_exists_saves_money():
    price = plain(working.price_of)
    assert price(values(work_money=0.5, existing_first=False, existing_saving=0.25), PILOT) == 12.5
    assert price(values(work_money=0.5, existing_first=True, existing_saving=0.25), PILOT) == pytest.approx(9.375)


def test_the_owner_is_willing_able_and_solvent():
    w = small_world(members=4)
    find = plain(working.find_owner)
    p = values(work_money=1.0, existing_first=True, existing_saving=0.0)
    assert find(w, p, KEY, 5, RESEARCH) == NOBODY
    w.organisations.offers[:] = 1
    w.organisations.purse[:] = 100.0
    w.organisations.skill[2] = 0.9
    assert find(w, p, KEY, 5, RESEARCH) == 2
    w.organisations[2].tasks = 2
    w.organisations[1].drive = 0.8
    assert find(w, p, KEY, 5, RESEARCH) == 1
    w.organisations.purse[:] = 0.0
    assert find(w, p, KEY, 5, RESEARCH) == NOBODY
    w.alliance.fund = 8.0
    assert find(w, p, KEY, 5, RESEARCH) == 1


@given(st.permutations(range(5)), st.integers(0, 99))
def test_the_choice_of_an_owner_does_not_see_numbers(order, seed):
    rng = np.random.default_rng(seed)
    w = small_world(members=5)
    w.organisations.offers[:], w.organisations.purse[:] = 1, 100.0
    w.organisations.drive[:] = rng.random(5)
    w.organisations.skill[:] = rng.random((5, 8))
    other = renumbered(w, order)
    find = plain(working.find_owner)
    assert order[find(other, P, KEY, 5, RESEARCH)] == find(w, P, KEY, 5, RESEARCH)


def test_without_an_inventory_the_wrong_one_may_take_charge():
    """With 0.9 against 0.4 in everything the better one leads; where nothing is known each leads half the times."""
    w = small_world(members=2)
    w.organisations.offers[:], w.organisations.purse[:] = 1, 100.0
    w.organisations.skill[0], w.organisations.skill[1] = 0.9, 0.4

    def led(**chosen):
        p = values(**chosen)
        return np.mean([plain(working.find_owner)(w, p, KEY, week, RESEARCH) == 0 for week in range(2000)])

    assert led(existing_first=True) == 1.0 == led(existing_first=False, unasked_sight=1.0)
    assert abs(led(existing_first=False, unasked_sight=0.0) - 0.5) < 5 * 0.5 / math.sqrt(2000)


def test_the_owner_pays_first_and_the_fund_the_rest():
    w = small_world(members=1)
    w.organisations[0].purse, w.alliance.fund = 2.0, 10.0
    plain(working.pay)(w.organisations, w.alliance, w.counts, 0, 5.0)
    assert (w.organisations[0].purse, w.alliance.fund, w.counts.money) == (0.0, 7.0, 5.0)


@pytest.mark.parametrize(
    ("attending", "guest", "tasks", "offers"), [(1, 0, 0, 1), (0, 0, 0, 0), (1, 1, 0, 0), (1, 0, 2, 0)]
)
def test_who_may_offer(attending, guest, tasks, offers):
    w = small_world(members=1)
    w.alliance.new_work = 1
    m = w.organisations[0]
    m.attending, m.is_guest, m.tasks = attending, guest, tasks
    plain(working.offer)(w.organisations, w.alliance, values(offer_readiness=100.0), KEY, 3, 0)
    assert m.offers == offers


def open_activity(w, tactic=RESEARCH, team=(0,), slot=0):
    v = w.activities[slot]
    plain(working.clear_activity)(v, tactic, 1)
    for i in team:
        plain(working.add_to_team)(v, i)
        plain(working.take_task)(w.organisations[i], slot)
    v.owner, v.is_owned = (team[0], 1) if team else (NOBODY, 0)
    v.needed, v.estimated, v.deadline = 10.0, 10.0, 30
    w.alliance.slots = max(w.alliance.slots, slot + 1)
    return v


def test_a_team_has_five_places_and_tasks_two():
    w = small_world(members=TEAM)
    v = open_activity(w, team=range(TEAM))
    assert [plain(working.team_member)(v, k) for k in range(TEAM)] == list(range(TEAM)) and v.members == TEAM
    assert all(plain(working.is_on_team)(v, i) for i in range(TEAM)) and not plain(working.is_on_team)(v, 9)
    open_activity(w, team=(0,), slot=7)
    m = w.organisations[0]
    assert (m.tasks, m.task_0, m.task_1) == (2, 0, 7)
    plain(working.drop_task)(m, 0)
    assert (m.tasks, m.task_0) == (1, 7)
    plain(working.drop_task)(m, 7)
    assert m.tasks == 0
    plain(working.drop_task)(m, 7)
    assert m.tasks == 0


def test_a_supporter_is_worth_what_the_team_lacks():
    w = small_world(members=3)
    w.organisations.skill[:] = 0.0
    w.organisations.skill[0, SKILLS.index("evidence")] = 0.8
    w.organisations.skill[1, SKILLS.index("evidence")] = 0.9
    w.organisations.skill[2, SKILLS.index("policy")] = 0.5
    v = open_activity(w, RESEARCH, team=(0,))
    plain(working.weigh_skills)(w, v)
    assert w.organisations.adds.tolist() == pytest.approx([0.0, 0.07, 0.15])


def test_a_team_that_lost_its_best_person_is_weaker():
    w = small_world(members=1)
    v = open_activity(w)
    assert plain(working.best_skill)(w, v, 0) == 0.5
    w.organisations[0].skill_gap_weeks = 5
    assert plain(working.best_skill)(w, v, 0) == pytest.approx(0.35)


def test_quality_by_hand():
    """Even skills of 0.49: (1 / (1/0.7))² = 0.49. One skill missing is a bottleneck: 0.7/√0.49 + 0.3/√0.02."""
    w = small_world(members=1)
    w.alliance.coherence = 1.0
    p = values(goal_specificity=1.0)
    w.organisations.skill[:] = 0.49
    v = open_activity(w, RESEARCH)
    assert plain(working.quality)(w, v, p) == pytest.approx(0.49)
    w.organisations.skill[0, SKILLS.index("policy")] = 0.0
    assert plain(working.quality)(w, v, p) == pytest.approx((0.7 / 0.7 + 0.3 / math.sqrt(0.02)) ** -2)


@given(st.lists(shares, min_size=8, max_size=8), shares, shares)
def test_quality_is_never_above_the_best_skill_and_rises_with_meaning(skills, coherence, specificity):
    w = small_world(members=1)
    w.organisations[0].skill[:] = skills
    w.alliance.coherence = coherence
    v = open_activity(w, RESEARCH)
    found = plain(working.quality)(w, v, values(goal_specificity=specificity))
    assert 0.0 < found <= max(0.02, max(skills)) + 1e-12
    w.alliance.coherence = 1.0
    assert found <= plain(working.quality)(w, v, values(goal_specificity=1.0))


def started(offers=1, number=0, **chosen):
    w = small_world(members=4)
    w.organisations.offers[:], w.organisations.purse[:] = offers, 100.0
    plain(working.start_activity)(w, values(**chosen), KEY, 10, number, RESEARCH)
    return w


def test_without_an_owner_nothing_starts_where_owners_are_the_rule():
    w = started(0, owner_rule=True)
    assert (w.counts.planned, w.counts.dropped, w.activities[0].is_open) == (0, 1, 0)
    assert w.events[0].kind == E_ABANDONED


def test_without_the_rule_work_without_an_owner_only_creeps():
    w = started(0, owner_rule=False, unowned_hours=0.5)
    v = w.activities[0]
    assert (w.counts.planned, v.is_open, v.owner, v.is_owned) == (1, 1, NOBODY, 0)
    plain(working.crawl)(v, values(unowned_hours=0.5))
    assert v.done == 0.5


def test_work_that_starts_has_an_owner_a_team_a_price_and_a_date():
    w = started(1, owner_rule=True, team_threshold=-1.0, team_drive=0.0, work_money=1.0, existing_first=False)
    v = w.activities[0]
    assert v.is_owned == 1 and v.members == 4 and v.deadline > 10 and v.needed > 0.0
    assert w.counts.money == pytest.approx(8.0) and w.organisations[v.owner].purse == pytest.approx(92.0)
    assert [int(m.tasks) for m in w.organisations] == [1, 1, 1, 1]


def test_using_what_exists_saves_hours_of_work_that_can_use_it():
    both_ways = [started(1, existing_first=flag, existing_saving=0.25).activities[0].needed for flag in (False, True)]
    assert both_ways[1] == pytest.approx(0.75 * both_ways[0])
    saved = plain(working.saved_part)
    p = values(existing_first=True, existing_saving=0.4)
    assert (saved(p, PILOT), saved(p, CONFERENCE), saved(p, INSIDER_MEETING)) == (0.4, pytest.approx(0.2), 0.0)
    assert saved(values(existing_first=False, existing_saving=0.4), PILOT) == 0.0


def test_an_inventory_tells_who_can_do_what(both):
    known = both(working.known_fit)
    p = dict(unasked_sight=0.25)
    assert known(0.8, 0.0, values(existing_first=True, **p)) == 0.8
    assert known(0.8, 0.4, values(existing_first=False, **p)) == pytest.approx(0.5)
    assert known(0.4, 0.4, values(existing_first=False, **p)) == pytest.approx(0.4)
    assert known(0.4, 0.8, values(existing_first=False, **p)) == pytest.approx(0.7)


@pytest.mark.parametrize(("effort", "expected"), [(0.0, 1), (1.0, 2)])
def test_an_effort_at_inclusion_draws_in_those_who_gave_less(effort, expected):
    """Member 1 is a little more willing and has given 9 hours of 6 on average, member 2 has given 3."""
    w = small_world(members=3)
    w.organisations.hours_given[:], w.alliance.usual_hours = (6.0, 9.0, 3.0), 6.0
    w.organisations.drive[1] = 0.6
    v = open_activity(w, RESEARCH, team=(0,))
    p = values(inclusion_effort=effort, inclusion_pull=1.0, hands_gain=1.0, brainstorming=1.0, team_drive=0.0)
    plain(working.gather_team)(w, p, KEY, 5, v, 0)
    assert v.member_1 == expected


def test_there_is_an_end_to_open_work():
    w = small_world()
    w.activities.is_open[:] = 1
    assert plain(working.free_slot)(w.activities) == NOBODY
    w.activities[MOST_ACTIVITIES - 1].is_open = 0
    assert plain(working.free_slot)(w.activities) == MOST_ACTIVITIES - 1


# Finished, failed ---------------------------------------------------------------------------------------------------


def test_finished_and_late():
    v = small_world().activities[0]
    v.needed, v.done, v.deadline = 10.0, 9.99, 30
    assert not plain(working.is_finished)(v) and not plain(working.is_late)(v, 29) and plain(working.is_late)(v, 30)
    v.done = 10.0
    assert plain(working.is_finished)(v)


def test_an_hour_of_work_by_hand():
    """Ten hours on one activity of one's own, at productivity 0.8 and a mean trust of 0.5: 10 × 0.8 × 1.1."""
    w = small_world(members=2)
    v = open_activity(w, team=(0, 1))
    w.alliance.productivity, w.organisations[0].mean_trust = 0.8, 0.5
    p = values(slip_base=1.0, word_trust=0.0)
    plain(working.advance)(w.organisations, w.alliance, w.activities, w.trust, p, KEY, 5, 0, 10.0)
    assert v.done == pytest.approx(8.8)
    w.trust[1, 0] = 0.0
    plain(working.advance)(w.organisations, w.alliance, w.activities, w.trust, p, KEY, 5, 1, 10.0)
    assert v.done == pytest.approx(8.8 + 5.2)


def test_a_promise_kept_builds_trust_in_the_team_and_a_glimpse_outside():
    w = small_world(members=3)
    v = open_activity(w, team=(0, 1))
    p = values(
        team_trust=1.0,
        trust_gain=0.1,
        observer_trust=0.5,
        transparency=1.0,
        goal_measurability=0.5,
        small_wins=1.0,
        success_lift=0.2,
        observer_lift=0.5,
        benefit_gain=0.1,
        efficacy_gain=0.1,
    )
    plain(working.celebrate)(w, p, v, 20)
    assert w.trust == pytest.approx(np.array([[0.0, 0.46, 0.4], [0.46, 0.0, 0.4], [0.43, 0.43, 0.0]]))
    assert w.organisations.enthusiasm == pytest.approx([0.6, 0.6, 0.55])
    assert w.organisations.benefit == pytest.approx([0.1, 0.1, 0.0]) and w.alliance.efficacy == pytest.approx(0.55)


def test_a_promise_broken_discourages_all_and_costs_its_owner_trust():
    w = small_world(members=3)
    v = open_activity(w, team=(0, 1))
    p = values(
        efficacy_loss=0.2,
        failure_disheartens=0.1,
        trust_ratio=2.0,
        trust_gain=0.1,
        broken_in_team=1.0,
        transparency=1.0,
    )
    plain(working.disappoint)(w, p, v, 20)
    assert w.organisations.enthusiasm == pytest.approx(0.45) and w.alliance.efficacy == pytest.approx(0.4)
    assert w.trust[:, 0] == pytest.approx([0.0, 0.32, 0.384]) and w.trust[0, 1] == 0.4
    assert w.counts.failed == 1 and w.events[0].kind == E_FAILED


def test_work_whose_owner_left_has_no_owner():
    w = small_world(members=2)
    v = open_activity(w, team=(0, 1))
    w.organisations[1].is_member = 0
    plain(working.lose_leavers)(w, v)
    assert v.owner == 0
    w.organisations[0].is_member = 0
    plain(working.lose_leavers)(w, v)
    assert (v.owner, v.is_owned) == (NOBODY, 0)


def test_a_closed_activity_frees_its_people():
    w = small_world(members=2)
    v = open_activity(w, team=(0, 1))
    plain(working.close_activity)(w, v, 0)
    assert v.is_open == 0 and [int(m.tasks) for m in w.organisations] == [0, 0]


def test_plans_are_too_short_as_a_rule_and_at_times_far_too_short(both):
    """Buehler, Griffin and Ross 1994: three in ten in time, on average 56 days for 34 expected, a ratio of 1.64."""
    ratios = np.array([both(working.true_hours)(1.0, z, P) for z in norm.ppf((np.arange(2000) + 0.5) / 2000)])
    assert abs((ratios <= 1.0).mean() - 0.30) < 0.01 and abs(ratios.mean() - 56 / 34) < 0.03
    assert both(working.true_hours)(10.0, 0.0, values(estimate_optimism=0.0)) == 10.0


def test_what_is_planned_is_a_guess_at_what_is_needed():
    found = []
    for number in range(400):
        w = started(number=number)
        found.append(math.log(w.activities[0].needed / w.activities[0].estimated))
    p = values()
    assert abs(np.mean(found) - p.estimate_optimism) < 5 * p.estimate_spread / 20
    assert abs(np.std(found) - p.estimate_spread) < 5 * p.estimate_spread / math.sqrt(800)


def test_a_team_expects_what_it_is_used_to():
    """One member with 5 hours, half willing, of which plans count on half, and half an hour in passing: 1.75 hours; at
    a trust of 0.5 an hour gets 1.1 hours far; where work goes half as well, half of it is expected."""
    w = small_world(members=1)
    v = open_activity(w, team=(0,))
    w.organisations[0].mean_trust = 0.5
    p = values(pace_share=0.5, member_hours=1.0)
    pace = plain(working.expected_pace)
    assert pace(w, v, p) == pytest.approx(1.75 * 1.1)
    w.alliance.productivity = 0.5
    assert pace(w, v, p) == pytest.approx(1.75 * 0.55)


def test_open_work_is_counted_in_what_is_left_of_its_plan():
    w = small_world(members=2)
    v = open_activity(w, team=(0,))
    v.done, v.needed = 4.0, 1000.0  # what is truly needed shows only in the doing
    open_activity(w, team=(1,), slot=3).done = 99.0
    plain(working.count_open_work)(w, values(pace_share=0.5, member_hours=1.0))
    assert (w.alliance.open_activities, w.alliance.open_hours) == (2, 6.0)
    assert w.alliance.given_hours == pytest.approx(2 * 0.5 * 2.5)


def test_waiting_for_a_celebrated_day_by_hand(both):
    """Half of eight weeks: four at most, not where one is near enough now, never for a day that does not come."""
    worth = both(working.is_worth_waiting)
    assert [bool(worth(weeks, 0, 0.5, 8.0)) for weeks in (-1, 0, 1, 4, 5)] == [False, False, True, True, False]
    assert not worth(3, 1, 1.0, 8.0) and not worth(1, 0, 0.0, 8.0)
