"""Working: planning, owners, teams, progress, and what is finished or not (S02 S19 S20 S22 S24 S38 S43 to S49 S51)."""

import math

from sim.compiled import rule
from sim.draws import normal, uniform
from sim.rules import addresses as at
from sim.rules.administering import accountability
from sim.rules.explaining import explain_dropping
from sim.rules.forms import is_awake, log, share
from sim.rules.tactics import ELSEWHERE, HOURS, INSIDE, MONEY, OUTSIDE, REUSE, SIDE, SKILL_WEIGHT
from sim.rules.words import (
    ADOPTED,
    BUDGET_ANALYSIS,
    CANDIDATE,
    CONFERENCE,
    E_ABANDONED,
    E_COMPLETED,
    E_FAILED,
    E_KEPT_FOR_DAY,
    E_ON_DAY,
    E_PLANNED,
    FIELD_VISIT,
    INSIDER_MEETING,
    LEGISLATOR,
    LEGISLATOR_BRIEFING,
    LOCAL,
    MEDIA_WORK,
    MOBILISATION,
    OFFICIAL,
    PILOT,
    PLEDGE_CAMPAIGN,
    POLICY_BRIEF,
    RESEARCH,
    UNDERFUNDED,
)  # fmt: skip
from sim.state import MOST_ACTIVITIES, NEVER, NOBODY, SKILL_COUNT, TEAM


@rule
def hours_available(m, p):
    """Hours a week that a member gives to the alliance: what it can spare, this year's means, its will (M2).

    Source: S05 S36; funding shocks cut the hours of small members (assumption F7).
    """
    return m.hours * p.member_hours * m.drive * (1.0 + m.small * (m.funding - 1.0))


@rule
def chosen_weight(p, k):
    """The lever that weighs tactic `k`, before sides and occasions."""
    if k == RESEARCH:
        return p.tactic_research
    if k == POLICY_BRIEF:
        return p.tactic_policy_brief
    if k == BUDGET_ANALYSIS:
        return p.tactic_budget_analysis
    if k == LEGISLATOR_BRIEFING:
        return p.tactic_legislator_briefing
    if k == INSIDER_MEETING:
        return p.tactic_insider_meeting
    if k == MEDIA_WORK:
        return p.tactic_media
    if k == MOBILISATION:
        return p.tactic_mobilisation
    if k == PILOT:
        return p.tactic_pilot
    if k == CONFERENCE:
        return p.tactic_conference
    if k == FIELD_VISIT:
        return p.tactic_field_visit
    return p.tactic_pledge_campaign


@rule
def occasion(alliance, public, policy, p, k):
    """How much the moment asks for tactic `k`: evidence that is already there, an election ahead, a policy to carry
    out.

    Source: S43 S47 S48 S49.
    """
    if k == RESEARCH:
        return 1.0 - 0.5 * alliance.evidence
    if k == BUDGET_ANALYSIS:
        return 2.0 if p.problem_kind == UNDERFUNDED else 1.0
    if k == CONFERENCE or k == FIELD_VISIT:
        return 0.5 + p.government_engagement
    if k == PILOT:
        return p.pilot_after_adoption if policy.stage == ADOPTED else 1.0
    if k == PLEDGE_CAMPAIGN:
        running = public.near_election > 0.0 and policy.candidates > 0
        return p.pledge_occasion * policy.unsigned / policy.candidates if running else 0.0
    return 1.0


@rule
def side_total(alliance, public, policy, p, side):
    """Sum of the tactic weights on one side: with decision-makers, in public, or elsewhere."""
    total = 0.0
    for k in range(HOURS.shape[0]):
        if SIDE[k] == side:
            total += chosen_weight(p, k) * occasion(alliance, public, policy, p, k)
    return total


@rule
def choose_tactic(w, p, key, week, number):
    """Which kind of activity the next plan is: first its side, then its kind by weight (S24).

    Pilots and pledge campaigns belong to neither side and compete with both by their weights. Returns NOBODY where all
    weights are zero.
    """
    inside = side_total(w.alliance, w.public, w.policy, p, INSIDE)
    outside = side_total(w.alliance, w.public, w.policy, p, OUTSIDE)
    special = side_total(w.alliance, w.public, w.policy, p, ELSEWHERE)
    usual = p.tactic_usual if inside + outside > 0.0 else 0.0
    if special + usual <= 0.0:
        return NOBODY
    wanted = share(p.insider_share + w.alliance.learned_insider)
    if outside <= 0.0:
        wanted = 1.0
    if inside <= 0.0:
        wanted = 0.0
    u = uniform(key, at.SIDE_OF_WORK, week, number, at.NONE) * (special + usual)
    if u < special:
        return kind_on_side(w, p, key, week, number, ELSEWHERE, special)
    if u < special + usual * wanted:
        return kind_on_side(w, p, key, week, number, INSIDE, inside)
    return kind_on_side(w, p, key, week, number, OUTSIDE, outside)


@rule
def kind_on_side(w, p, key, week, number, side, total):
    """A kind drawn by weight among those of one side."""
    left = uniform(key, at.TACTIC, week, number, side) * total
    last = NOBODY
    for k in range(HOURS.shape[0]):
        weight = chosen_weight(p, k) * occasion(w.alliance, w.public, w.policy, p, k)
        if SIDE[k] == side and weight > 0.0:
            last = k
            left -= weight
            if left < 0.0:
                return k
    return last


@rule
def leverage(o, p):
    """What moving this holder is worth: a veto still to be won, and its real influence on the others (S25)."""
    veto = (p.leverage_open if o.position < 0.35 else p.leverage_won) if o.veto == 1 else 0.0
    return veto + p.leverage_influence * o.influence


@rule
def target_weight(o, p, map_quality, u):
    """How strongly work is aimed at holder `o`.

    A good map aims at leverage, a bad one at formal rank; recent contact turns to others (S25).
    """
    if o.office == CANDIDATE:
        return 0.0
    weight = map_quality * leverage(o, p) + (1.0 - map_quality) * p.rank_appeal * o.formal_power
    return weight * (0.4 + 1.2 * u) / (1.0 + o.contact)


@rule
def suits(o, tactic):
    """Whether a tactic can be aimed at this holder: briefings go to legislators, field visits to
    officials and local.
    """
    if tactic == LEGISLATOR_BRIEFING:
        return o.office == LEGISLATOR
    if tactic == FIELD_VISIT:
        return o.office != LEGISLATOR
    return True


@rule
def choose_target(w, p, key, week, number, tactic, avoid):
    """Row of the holder that an activity is aimed at; NOBODY where none suits. Source: S25 S44 S48.

    First the tier: local engagement is the attention that local authorities get instead of national power-holders,
    where the work suits both (S26).
    """
    if uniform(key, at.TIER, week, number, tactic) < p.local_attention * p.local_engagement:
        local = best_target(w, p, key, week, number, tactic, avoid, True)
        if local != NOBODY:
            return local
    return best_target(w, p, key, week, number, tactic, avoid, False)


@rule
def best_target(w, p, key, week, number, tactic, avoid, is_local):
    """Row of the holder of one tier that seems most worth the work; NOBODY where none suits (S25 S26)."""
    best = NOBODY
    highest = 0.0
    for h in range(w.alliance.holders):
        o = w.holders[h]
        if not suits(o, tactic) or h == avoid or (o.office == LOCAL) != is_local:
            continue
        u = uniform(key, at.TARGET, week, o.address, number)
        weight = target_weight(o, p, w.alliance.map_quality, u)
        if weight > highest:
            highest = weight
            best = h
    return best


@rule
def skill_match(m, tactic):
    """How well one organisation's skills fit a tactic, 0 to 1."""
    total = 0.0
    for s in range(SKILL_COUNT):
        total += SKILL_WEIGHT[tactic, s] * m.skill[s]
    return total


@rule
def saved_part(p, tactic):
    """Part of an activity's hours and money that is saved where members first use what they have (S22)."""
    return p.existing_saving * REUSE[tactic] if p.existing_first == 1 else 0.0


@rule
def price_of(p, tactic):
    """Money that an activity needs, thousands; using what exists first saves a part (S22)."""
    return MONEY[tactic] * p.work_money * (1.0 - saved_part(p, tactic))


@rule
def offer(organisations, alliance, p, key, week, i):
    """Whether one member, present at a meeting that starts new work, would take charge of something (S20).

    Writes: organisations[i].offers.
    """
    m = organisations[i]
    if alliance.new_work == 0 or m.is_present == 0:
        return
    m.offers = 0
    if m.attending == 0 or m.is_guest == 1 or m.tasks >= 2:
        return
    if uniform(key, at.OFFER, week, m.address, at.NONE) < p.offer_readiness * m.drive:
        m.offers = 1


@rule
def known_fit(match, guess, p):
    """How well a member seems to fit when somebody is to take charge: an inventory tells, else much is guessed (S22).

    `guess` lies between 0 and 1 and has nothing to do with what the member can do.
    """
    sight = 1.0 if p.existing_first == 1 else p.unasked_sight
    return sight * match + (1.0 - sight) * guess


@rule
def find_owner(w, p, key, week, tactic):
    """Row of the willing member that seems to fit best and can pay; NOBODY if none (S20 S22)."""
    best = NOBODY
    highest = 0.0
    price = price_of(p, tactic)
    for k in range(w.alliance.member_count):
        i = w.rows[k]
        m = w.organisations[i]
        if m.offers == 0 or m.tasks >= 2:
            continue
        if m.purse + w.alliance.fund < price:
            continue
        guess = 0.0 if p.existing_first == 1 else uniform(key, at.SEEN_FIT, week, m.address, tactic)
        score = known_fit(skill_match(m, tactic), guess, p) * (0.4 + m.drive) * (0.6 + 0.4 * m.hours / 8.0)
        if score > highest:
            highest = score
            best = i
    return best


@rule
def pay(organisations, alliance, counts, owner, price):
    """The owner pays from its purse, the pooled fund pays the rest. Writes: purse, alliance.fund,
    counts. Source: S51.
    """
    own = min(price, organisations[owner].purse)
    organisations[owner].purse -= own
    alliance.fund -= price - own
    counts.money += price
    counts.fund_paid += price - own


@rule
def team_member(v, number):
    """Row of the team member in place `number` of an activity; NOBODY where the place is empty."""
    if number == 0:
        return v.member_0
    if number == 1:
        return v.member_1
    if number == 2:
        return v.member_2
    if number == 3:
        return v.member_3
    return v.member_4


@rule
def add_to_team(v, i):
    """Put a member on the next free place. Writes: activity."""
    if v.members == 0:
        v.member_0 = i
    elif v.members == 1:
        v.member_1 = i
    elif v.members == 2:
        v.member_2 = i
    elif v.members == 3:
        v.member_3 = i
    else:
        v.member_4 = i
    v.members += 1


@rule
def take_task(m, slot):
    """A member takes on one activity more, the second at most. Writes: organisation."""
    if m.tasks == 0:
        m.task_0 = slot
    else:
        m.task_1 = slot
    m.tasks += 1


@rule
def drop_task(m, slot):
    """A member is done with an activity. Writes: organisation."""
    if m.task_0 == slot and m.tasks > 0:
        m.task_0 = m.task_1
    m.tasks = max(0, m.tasks - 1)


@rule
def is_on_team(v, i):
    """Whether a member works on an activity."""
    return v.member_0 == i or v.member_1 == i or v.member_2 == i or v.member_3 == i or v.member_4 == i


@rule
def best_skill(w, v, s):
    """The best that a team has in one skill; less for a year after its best person left for office (S50)."""
    best = 0.0
    for number in range(v.members):
        i = team_member(v, number)
        value = w.organisations[i].skill[s] * (0.7 if w.organisations[i].skill_gap_weeks > 0 else 1.0)
        best = max(best, value)
    return best


@rule
def weigh_skills(w, v):
    """How much each member would add to what a team lacks, 0 to 1 (S38). Writes: organisations.adds."""
    for k in range(w.alliance.member_count):
        w.organisations[w.rows[k]].adds = 0.0
    for s in range(SKILL_COUNT):
        weight = SKILL_WEIGHT[v.kind, s]
        if weight > 0.0:
            best = best_skill(w, v, s)
            for k in range(w.alliance.member_count):
                m = w.organisations[w.rows[k]]
                m.adds += weight * max(0.0, m.skill[s] - best)


@rule
def gather_team(w, p, key, week, v, slot):
    """Up to four supporters who add missing skill and hands, and trust the owner.

    Open brainstorming sharpens the eye for what each can bring; without it much is guessed (S38). An effort at
    inclusion draws in those who have given less than others (S37). Writes: activity; organisations.tasks, guessed,
    adds.
    """
    sight = p.sight_base + (1.0 - p.sight_base) * p.brainstorming
    for k in range(w.alliance.member_count):
        m = w.organisations[w.rows[k]]
        m.guessed = p.usual_gain * uniform(key, at.SEEN_SKILL, week, m.address, v.kind) if sight < 1.0 else 0.0
    usual = w.alliance.usual_hours
    for _ in range(TEAM - 1):
        weigh_skills(w, v)
        best = NOBODY
        highest = p.team_threshold
        for k in range(w.alliance.member_count):
            i = w.rows[k]
            m = w.organisations[i]
            if m.tasks >= 2 or m.drive < p.team_drive or is_on_team(v, i):
                continue
            seen = sight * m.adds + (1.0 - sight) * m.guessed + p.hands_gain * share(m.hours / 8.0)
            score = seen * (0.4 + w.trust[i, v.owner]) * (0.5 + m.drive)
            score *= 1.0 + p.inclusion_pull * p.inclusion_effort if m.hours_given < usual else 1.0
            if score > highest:
                highest = score
                best = i
        if best == NOBODY:
            return
        add_to_team(v, best)
        take_task(w.organisations[best], slot)


@rule
def free_slot(activities):
    """First place where no activity is open; NOBODY if all are."""
    for k in range(MOST_ACTIVITIES):
        if activities[k].is_open == 0:
            return k
    return NOBODY


@rule
def ease_of_work(trust):
    """How far an hour of work together gets, about 1 at a trust of 0.39: less is explained and checked among those who
    trust (S30 S39; J4)."""
    return 0.65 + 0.9 * trust


@rule
def expected_pace(w, v, p):
    """Useful hours a week that the team expects of itself, by its free hours and by how work usually goes (S20)."""
    hours = 0.5
    for number in range(v.members):
        m = w.organisations[team_member(v, number)]
        hours += p.pace_share * hours_available(m, p) / max(1, m.tasks)
    return hours * w.alliance.productivity * ease_of_work(w.organisations[v.owner].mean_trust)


@rule
def true_hours(estimated, luck, p):
    """Hours that work turns out to need, given a standard normal `luck`: mostly more than planned, at times far more.

    Source: S20; the planning fallacy (Buehler, Griffin and Ross 1994: 34 days expected, 56 needed, three in ten done in
    time), from which follow the median overrun and the spread of a lognormal.
    """
    return estimated * math.exp(p.estimate_optimism + p.estimate_spread * luck)


@rule
def start_activity(w, p, key, week, number, tactic):
    """Plan one activity: owner, money, team, target, deadline.

    Writes: activities, organisations.tasks, purse; alliance; counts; events. Source: S20 S22 S38.
    """
    slot = free_slot(w.activities)
    w.counts.planned += 1
    owner = find_owner(w, p, key, week, tactic)
    if slot == NOBODY or (owner == NOBODY and p.owner_rule == 1):
        w.counts.dropped += 1
        w.counts.planned -= 1
        log(w.events, w.counts, week, E_ABANDONED, NOBODY, tactic, NOBODY, 0.0)
        explain_dropping(w, week, price_of(p, tactic), slot == NOBODY)
        return
    w.alliance.slots = max(w.alliance.slots, slot + 1)
    v = w.activities[slot]
    clear_activity(v, tactic, week)
    v.estimated = HOURS[tactic] * p.work_hours * (1.0 - saved_part(p, tactic))
    v.needed = true_hours(v.estimated, normal(key, at.ESTIMATE, week, number, tactic), p)
    if SIDE[tactic] == INSIDE:
        v.target = choose_target(w, p, key, week, number, tactic, NOBODY)
    if owner == NOBODY:
        v.deadline = week + int(p.deadline_base + p.deadline_slack * 12.0)
        return
    v.owner = owner
    v.is_owned = 1
    add_to_team(v, owner)
    take_task(w.organisations[owner], slot)
    pay(w.organisations, w.alliance, w.counts, owner, price_of(p, tactic))
    gather_team(w, p, key, week, v, slot)
    weeks = v.estimated / expected_pace(w, v, p)
    v.deadline = week + int(p.deadline_base + p.deadline_slack * weeks)
    log(w.events, w.counts, week, E_PLANNED, owner, tactic, NOBODY, v.estimated)


@rule
def clear_activity(v, tactic, week):
    """A fresh slot. Writes: activity."""
    v.kind = tactic
    v.is_open = 1
    v.owner = NOBODY
    v.is_owned = 0
    v.members = 0
    v.member_0 = NOBODY
    v.member_1 = NOBODY
    v.member_2 = NOBODY
    v.member_3 = NOBODY
    v.member_4 = NOBODY
    v.done = 0.0
    v.planned_week = week
    v.target = NOBODY
    v.kept_since = NEVER


@rule
def plan(w, p, key, week):
    """Start the new work that the meeting wanted. Writes: activities, organisations, alliance, counts, events."""
    for number in range(w.alliance.new_work):
        tactic = choose_tactic(w, p, key, week, number)
        if tactic != NOBODY:
            start_activity(w, p, key, week, number, tactic)
    count_open_work(w, p)


@rule
def count_open_work(w, p):
    """Open activities and hours they need, hours that members give, and how useful an hour is now. Writes: alliance."""
    a = w.alliance
    a.open_activities = 0
    a.open_hours = 0.0
    a.accountable = accountability(p.formality, p)
    a.productivity = productivity(felt_precision(p.goal_specificity, p), a.queue, a.administration, a.accountable)
    for k in range(a.slots):
        v = w.activities[k]
        if v.is_open == 1:
            a.open_activities += 1
            a.open_hours += max(0.0, v.estimated - v.done)
    a.given_hours = 0.0
    so_far = 0.0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        a.given_hours += p.pace_share * hours_available(m, p)
        so_far += m.hours_given
    a.usual_hours = so_far / max(1, a.member_count)


@rule
def felt_precision(specificity, p):
    """How far a precise aim guides work, 0 to 1: as it is worded, or nearer to the usual wording (0.6) where wording
    matters less. Source: S02; E5 (useful effort 0.5 + 0.5 of specificity).
    """
    return 0.6 + p.precision_works * (specificity - 0.6)


@rule
def unstuck(queue):
    """How far work goes on while decisions wait: 1 up to six items, down to 0.4 (S21; M5)."""
    return 0.4 + 0.6 / (1.0 + max(0.0, queue - 6.0) / 12.0)


@rule
def productivity(specificity, queue, administration, accountable):
    """Useful share of an hour of work, about 1 for the reference alliance.

    A precise aim (S02), decisions that are not stuck in the queue (S21), papers in order (S18), accountability (S15).
    """
    return (0.6 + 0.5 * specificity) * unstuck(queue) * (0.5 + 0.5 * administration) * (0.85 + 0.25 * accountable)


@rule
def promises_kept(drive, accountable, p):
    """Share of promises kept by the usually reliable: by will, and by being held to them (S15 S20)."""
    return p.slip_base + (1.0 - p.slip_base) * min(1.0, drive + 0.3 * accountable)


@rule
def keeps_word(m, accountable, p):
    """Chance that a member does this week what it promised: will, being held to it, and how reliable it is (S20)."""
    return share(promises_kept(m.drive, accountable, p) * m.reliability / p.reliability_mean)


@rule
def judge_word(v, trust, i, kept, p):
    """Those who work with member `i` see whether it did this week what it promised: trust learns who can be relied on.

    Writes: trust[team, i]. Source: S39 S42; M3, A32 (a broken word weighs `trust_ratio` times a kept one).
    """
    gain = p.word_trust * p.trust_gain
    left = 1.0 - gain if kept else 1.0 - min(1.0, p.trust_ratio * gain)
    more = gain if kept else 0.0
    for number in range(v.members):
        j = team_member(v, number)
        if j != i:
            trust[j, i] = left * trust[j, i] + more


@rule
def hours_left(m, p, calm):
    """Hours left for work after meetings, administration, relations and the controversy itself (S03 S30).

    Returns hours for work, and hours diverted by controversy.
    """
    given = hours_available(m, p)
    left = max(0.0, given * (1.0 - p.relationship_investment) - m.hours_this_week)
    diverted = p.diversion * p.controversy * calm * left
    return left - diverted, diverted


@rule
def work(organisations, alliance, activities, trust, counts, p, key, week, i):
    """One member's working week: its hours go to the activities on which it works (S20).

    Writes: activities.done, trust; organisations[i].hours_*, load; alliance.worked; counts.
    """
    m = organisations[i]
    a = alliance
    if m.is_present == 0 or not is_awake(a.phase):
        return
    relations = p.relationship_investment * hours_available(m, p)
    counts.relation_hours += relations
    spent = m.hours_this_week + relations
    if m.tasks > 0:
        left, diverted = hours_left(m, p, 1.0 - p.unlikely_calm * a.unlikely)
        spent += left + diverted
        counts.diverted += diverted
        a.worked += left
        advance(organisations, alliance, activities, trust, p, key, week, i, left / m.tasks)
    m.load = spent / max(0.5, m.hours * p.member_hours)
    m.hours_given += spent
    counts.hours += spent


@rule
def advance(organisations, alliance, activities, trust, p, key, week, i, hours):
    """Put so many hours into each activity on which member `i` works, and be seen to do so or not (S20 S39).

    Writes: activities.done, trust[team, i].
    """
    m = organisations[i]
    a = alliance
    kept = uniform(key, at.SLIP, week, m.address, at.NONE) < keeps_word(m, a.accountable, p)
    useful = hours * (1.0 if kept else p.slip_left) * a.productivity
    for k in range(m.tasks):
        v = activities[m.task_0 if k == 0 else m.task_1]
        if v.is_open == 1:
            trusted = m.mean_trust if v.owner == i or v.owner == NOBODY else trust[i, v.owner]
            v.done += useful * ease_of_work(trusted)
            judge_word(v, trust, i, kept, p)


@rule
def quality(w, v, p):
    """How good a finished product is, 0 to about 1: skills as complements, a missing one is a bottleneck.

    Constant elasticity over the skills that the tactic asks for, the best in the team each; elasticity 0.67
    (E5: 0.5 to 1.5), times a common meaning and a precise aim. Source: S02 S38.
    """
    total = 0.0
    weight = 0.0
    for s in range(SKILL_COUNT):
        share_of_skill = SKILL_WEIGHT[v.kind, s]
        if share_of_skill > 0.0:
            total += share_of_skill / math.sqrt(max(0.02, best_skill(w, v, s)))
            weight += share_of_skill
    mixed = (weight / total) * (weight / total)
    return mixed * (0.8 + 0.2 * w.alliance.coherence) * (0.55 + 0.45 * felt_precision(p.goal_specificity, p))


@rule
def close_activity(w, v, slot):
    """Free a slot and its people. Writes: activity, organisations.tasks."""
    v.is_open = 0
    for number in range(v.members):
        drop_task(w.organisations[team_member(v, number)], slot)


@rule
def celebrate(w, p, v, week):
    """A promise kept: trust, enthusiasm and benefit in the team; others see it and learn (S20 S40 S42, A45).

    Writes: trust, organisations.enthusiasm, benefit; alliance.efficacy.
    """
    a = w.alliance
    gain = p.team_trust * p.trust_gain
    glimpse = p.observer_trust * p.trust_gain * p.transparency * (0.5 + p.goal_measurability)
    for k in range(a.member_count):
        i = w.rows[k]
        m = w.organisations[i]
        on_team = is_on_team(v, i)
        lift = p.success_lift * p.small_wins * (1.0 if on_team else p.observer_lift)
        m.enthusiasm += lift * (1.0 - m.enthusiasm)
        if on_team:
            m.benefit += p.benefit_gain * (1.0 - m.benefit)
        for number in range(v.members):
            j = team_member(v, number)
            if j != i:
                step = (gain if on_team else glimpse) * p.small_wins
                w.trust[i, j] += min(1.0, step) * (1.0 - w.trust[i, j])
    a.efficacy += p.efficacy_gain * p.small_wins * (1.0 - a.efficacy)


@rule
def disappoint(w, p, v, week):
    """Planned work that never happens discourages, and its owner loses trust (S20 S39).

    Writes: trust, organisations.enthusiasm, alliance.efficacy, counts, events.
    """
    a = w.alliance
    a.efficacy *= 1.0 - p.efficacy_loss
    for k in range(a.member_count):
        i = w.rows[k]
        w.organisations[i].enthusiasm *= 1.0 - p.failure_disheartens
        if v.owner != NOBODY and v.owner != i:
            on_team = is_on_team(v, i)
            loss = p.trust_ratio * p.trust_gain * p.broken_in_team * (1.0 if on_team else 0.2 * p.transparency)
            w.trust[i, v.owner] *= 1.0 - min(1.0, loss)
    w.counts.failed += 1
    log(w.events, w.counts, week, E_FAILED, v.owner, v.kind, NOBODY, 0.0)


@rule
def crawl(v, p):
    """An activity without an owner creeps on by what somebody does in passing (S20). Writes: activity."""
    if v.is_owned == 0:
        v.done += p.unowned_hours


@rule
def lose_leavers(w, v):
    """Those who left the alliance leave its teams; an owner's exit leaves work without an owner. Writes: activity."""
    for number in range(v.members):
        i = team_member(v, number)
        if w.organisations[i].is_member == 0 and v.owner == i:
            v.owner = NOBODY
            v.is_owned = 0


@rule
def is_finished(v):
    """Whether an activity has had the hours that it needs."""
    return v.done >= v.needed


@rule
def is_worth_waiting(weeks, is_now, timed, patience):
    """Whether finished work in public is kept for a day that people celebrate (S46; J19).

    Parameters
    ----------
    weeks, is_now : int
        Weeks to the next such day (NEVER: none is to come), and 1 where one is close enough to act now.
    timed : float
        How far the alliance times its campaigns, 0 to 1.
    patience : float
        Weeks that an alliance waits which times them all.
    """
    return is_now == 0 and 0 < weeks <= timed * patience


@rule
def waits_for_day(w, p, v, week):
    """Whether a finished activity waits; its team stays bound until the day, and a window may close meanwhile (S46).

    Writes: activity.kept_since, events.
    """
    s = w.public
    if SIDE[v.kind] != OUTSIDE or not is_worth_waiting(s.day_ahead, s.day_now, p.campaign_days, p.day_patience):
        return False
    if v.kept_since == NEVER:
        v.kept_since = week
        log(w.events, w.counts, week, E_KEPT_FOR_DAY, NOBODY, v.kind, NOBODY, float(s.day_ahead))
    return True


@rule
def is_late(v, week):
    """Whether an activity has passed its deadline."""
    return week >= v.deadline


@rule
def targets_of(tactic):
    """How many holders one activity of this kind reaches: conferences and visits three, briefings and meetings two."""
    if tactic == CONFERENCE or tactic == FIELD_VISIT:
        return 3
    if tactic == LEGISLATOR_BRIEFING or tactic == INSIDER_MEETING:
        return 2
    return 0


@rule
def is_technical(o):
    """Whether a holder works on the ground of implementation: officials and local authorities (S47)."""
    return o.office == OFFICIAL or o.office == LOCAL


@rule
def report_completed(w, v, week, worth):
    """Count and log a finished activity. Writes: counts, events."""
    c = w.counts
    c.completed += 1
    c.output += worth
    c.evidence_made += 1 if v.kind <= BUDGET_ANALYSIS else 0
    c.media_work += 1 if v.kind == MEDIA_WORK else 0
    c.mobilisations += 1 if v.kind == MOBILISATION else 0
    c.pilots += 1 if v.kind == PILOT else 0
    log(w.events, w.counts, week, E_COMPLETED, v.owner, v.kind, NOBODY, worth)
    if SIDE[v.kind] == OUTSIDE and w.public.day_now == 1:
        c.on_days += 1
        log(w.events, w.counts, week, E_ON_DAY, w.public.day_number, v.kind, NOBODY, worth)
