"""Reflecting: evaluation, dormancy, reconvening, renewal, hand-over, successor, end (S23 S31 S32 S41 S52; A35 A36
A45).
"""

import math

from sim.compiled import rule
from sim.draws import normal, uniform
from sim.rules import addresses as at
from sim.rules.explaining import explain_ending, explain_weariness
from sim.rules.forms import because, bounded, happens, is_alive, is_awake, is_told, log, share, weekly_chance
from sim.rules.joining import gather_members
from sim.rules.meeting import meet_soon
from sim.rules.words import (
    ACTING,
    AGREEING,
    C_ASLEEP,
    C_GOAL_MET,
    C_INTERNAL,
    C_NO_DRIVE,
    C_PARTED,
    C_THIRD_PARTY,
    C_TOO_FEW,
    CANDIDATE,
    DISSOLVED,
    DORMANT,
    E_DISSOLVED,
    E_DORMANT,
    E_EVALUATED,
    E_HANDED_OVER,
    E_LEFT,
    E_RECONVENED,
    E_RENEWED,
    E_SUCCESSOR,
    HANDED_OVER,
    NO_EVALUATION,
    R_ALL_TRUST,
    R_DONE,
    R_FEW,
    R_FRIEND,
    R_PAPERS,
    R_SLEPT,
    R_WORTHWHILE,
    RENEWED,
    S_STATE,
    SECTOR_COUNT,
    THIRD_PARTY,
)  # fmt: skip
from sim.rules.working import promises_kept, unstuck
from sim.state import CAPACITY, MOST_ACTIVITIES, NEVER, NOBODY, SKILL_COUNT


@rule
def evaluate(w, p, key, week):
    """The alliance takes stock: a better map of power, aired grievances, sober hopes, and recommendations (S31).

    Recommendations, on the mix of tactics and on how often to meet, are carried out as promises are kept. A third party
    sees with less error and costs money; without money the members do it themselves. Members judge anew whether staying
    is worth it: where too few find so, and nothing is open, they rest until an opportunity comes (S41).
    Writes: alliance, organisations, counts, events.
    """
    a = w.alliance
    if p.evaluation == NO_EVALUATION or a.agreed == 0 or not is_awake(a.phase):
        return
    if week - a.last_evaluation < p.evaluation_interval or a.member_count == 0:
        return
    a.last_evaluation = week
    third = p.evaluation == THIRD_PARTY and pay_evaluation(w, p)
    a.review_hours = 0.0 if third else p.evaluation_hours / a.member_count
    a.map_quality += (p.map_third if third else p.map_internal) * (1.0 - a.map_quality)
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        m.enthusiasm = share(m.enthusiasm + p.evaluation_lift)
    error = p.error_third if third else p.error_internal
    kept = promises_kept(a.mean_drive, a.accountable, p)
    correct_mix(a, p, key, week, error, kept)
    correct_pace(a, p, key, week, error, kept)
    correct_expectations(w, p, third)
    w.counts.evaluations += 1
    log(w.events, w.counts, week, E_EVALUATED, C_THIRD_PARTY if third else C_INTERNAL, NOBODY, NOBODY, a.map_quality)
    if week > p.founding_grace and w.public.in_window == 0 and worth_staying(w) < p.worth_quorum:
        rest(w, week)


@rule
def pay_evaluation(w, p):
    """Pay for an evaluation from the fund, then from the members' purses; False where money is short. Writes: money."""
    a = w.alliance
    purses = 0.0
    for k in range(a.member_count):
        purses += w.organisations[w.rows[k]].purse
    if a.fund + purses < p.evaluation_cost:
        return False
    left = p.evaluation_cost - min(a.fund, p.evaluation_cost)
    a.fund -= min(a.fund, p.evaluation_cost)
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        part = left * m.purse / max(1e-9, purses)
        m.purse = max(0.0, m.purse - part)
    w.counts.money += p.evaluation_cost
    return True


@rule
def correct_mix(a, p, key, week, error, kept):
    """Shift the mix towards the side that moved more per hour, as far as the evaluation can see, and as it is followed
    up (S31). `kept` is the share of recommendations carried out.

    Writes: alliance.learned_insider, effects since the last evaluation.
    """
    inside = a.inside_effect / max(1.0, a.inside_hours)
    outside = a.outside_effect / max(1.0, a.outside_hours)
    total = inside + outside
    if total > 0.0 and a.inside_hours > 0.0 and a.outside_hours > 0.0:
        seen = (inside - outside) / total + error * normal(key, at.SEEN_EFFECT, week, at.NONE, at.NONE)
        a.learned_insider = bounded(a.learned_insider + p.mix_correction * kept * bounded(seen, -1.0, 1.0), -0.3, 0.3)
    a.inside_effect = 0.0
    a.outside_effect = 0.0
    a.inside_hours = 0.0
    a.outside_hours = 0.0


@rule
def correct_pace(a, p, key, week, error, kept):
    """Meet less often where meetings had little purpose, more often where they left much undecided, as far as the
    evaluation can see, and as it is followed up (S21 S31).

    Writes: alliance.learned_pace (between half and double the interval), what was remembered of meetings.
    """
    if a.meetings_since > 0.0:
        pointless = 1.0 - a.purpose_since / a.meetings_since
        undecided = a.left_since / (a.left_since + p.purpose_items * a.meetings_since)
        seen = pointless - undecided + error * normal(key, at.SEEN_PACE, week, at.NONE, at.NONE)
        a.learned_pace += p.pace_correction * kept * bounded(seen, -1.0, 1.0)
        a.learned_pace = bounded(a.learned_pace, -math.log(2.0), math.log(2.0))
    a.meetings_since = 0.0
    a.purpose_since = 0.0
    a.left_since = 0.0


@rule
def real_prospects(a, p):
    """Results that members can count on by what they have seen, 0 to 1 (S32)."""
    return share(p.seen_stage * a.progress + p.seen_work * a.efficacy)


@rule
def correct_expectations(w, p, third):
    """Members who take stock expect what can be had: expectations move towards what was reached (S31 S32).

    Writes: organisations.expectation.
    """
    a = w.alliance
    part = p.expectation_correction * (1.5 if third else 1.0)
    real = real_prospects(a, p)
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        if m.expectation > real:
            m.expectation += part * (real - m.expectation)


@rule
def fall_asleep(w, p, week):
    """An alliance that nobody carries for months stops meeting, sooner where paper work lies undone (S18 S41).

    Writes: alliance, and what `rest` writes.
    """
    a = w.alliance
    lost = p.dormancy_papers * (1.0 - a.administration)
    tired = a.mean_drive * (1.0 - lost) < p.dormancy_drive
    a.weeks_low = a.weeks_low + 1 if tired else max(0, a.weeks_low - 1)
    if a.weeks_low >= p.dormancy_weeks:
        rest(w, week)
        explain_weariness(w, p, week, 1.0)
        if a.mean_drive >= p.dormancy_drive:
            because(w.events, w.counts, week, R_PAPERS, NOBODY, NOBODY, a.backlog, 1.0)


@rule
def rest(w, week):
    """The alliance stops meeting and working; its members stay (S41). Writes: alliance, organisations, activities,
    events.
    """
    a = w.alliance
    a.phase = DORMANT
    a.dormant_since = week
    a.weeks_low = 0
    for k in range(MOST_ACTIVITIES):
        w.activities[k].is_open = 0
    for i in range(a.organisations):
        w.organisations[i].tasks = 0
    log(w.events, w.counts, week, E_DORMANT, NOBODY, NOBODY, NOBODY, a.mean_drive)


@rule
def rest_or_end(w, p, key, week):
    """Regular work is not worth its cost any more: members who trust each other rest until an opportunity comes, others
    end it (S41). Writes: alliance, organisations, activities, events.
    """
    if uniform(key, at.RESTING, week, at.NONE, at.NONE) < p.resting * (0.5 + w.alliance.mean_trust):
        rest(w, week)
        explain_weariness(w, p, week, 1.0)
    else:
        tell_no_drive(w, p, week)


@rule
def wake_up(w, p, key, week):
    """A dormant alliance meets again when an opportunity comes, or ends without a sound (S41; T9).

    Writes: alliance, organisations, counts, events.
    """
    a = w.alliance
    w.counts.weeks_dormant += 1
    chance = weekly_chance(p.reconvening, 4.0) * (0.5 + a.mean_trust) * (0.5 + p.window_readiness)
    if w.public.in_window == 1 and uniform(key, at.RECONVENING, week, at.NONE, at.NONE) < chance:
        a.phase = ACTING if a.agreed == 1 else AGREEING
        a.reconvened += 1
        a.backlog *= p.reconvened_backlog
        meet_soon(a)
        for k in range(a.member_count):
            m = w.organisations[w.rows[k]]
            m.enthusiasm = share(m.enthusiasm + p.reconvened_lift)
            m.satisfaction += 0.5 * (1.0 - m.satisfaction)
            m.fatigue *= 0.5
        log(w.events, w.counts, week, E_RECONVENED, NOBODY, NOBODY, NOBODY, 0.0)
        because(w.events, w.counts, week, w.public.window_reason, NOBODY, NOBODY, 0.0, 1.0)
        return
    if happens(uniform(key, at.ENDING, week, at.NONE, at.NONE), p.asleep_ending):
        end_alliance(w, week, C_ASLEEP)
        because(w.events, w.counts, week, R_SLEPT, NOBODY, NOBODY, float(week - a.dormant_since), 0.0)


@rule
def end_alliance(w, week, cause):
    """The alliance ends; its members go their ways (S41). Writes: alliance, organisations, activities, events."""
    a = w.alliance
    a.phase = DISSOLVED
    close_books(w, week, cause)
    log(w.events, w.counts, week, E_DISSOLVED, cause, NOBODY, cause, float(a.ended_with))


@rule
def close_books(w, week, cause):
    """What ends with an alliance: membership, open work. Writes: alliance, organisations, activities."""
    a = w.alliance
    a.dissolved_week = week
    a.end_cause = cause
    a.ended_with = a.member_count
    a.met = 0
    for i in range(a.organisations):
        m = w.organisations[i]
        m.tasks = 0
        m.attending = 0
        m.is_present = 0
    for k in range(MOST_ACTIVITIES):
        w.activities[k].is_open = 0
    a.open_activities = 0
    a.open_hours = 0.0


@rule
def ending_hazard(drive, backlog, members, p):
    """Weekly hazard that an awake alliance ends for want of drive: steep, more where papers pile up and few are left.

    Source: S18 S41; A35 A36 (two thirds of ends have organisational or money causes); J14.
    """
    lack = (1.0 - drive) / 0.5
    cubed = lack * lack * lack
    return p.ending_rate * cubed * cubed * (0.7 + backlog / 80.0) * (0.6 + 8.0 / (members + 1.0))


@rule
def tell_no_drive(w, p, week):
    """The alliance ends for want of drive; the parts of why are logs of the factors of `ending_hazard`.

    Writes: alliance, organisations, activities, events. Source: S18 S41.
    """
    a = w.alliance
    members = float(a.member_count)
    end_alliance(w, week, C_NO_DRIVE)
    if is_told(w.events, w.counts):
        papers = ending_hazard(0.0, a.backlog, members, p) / ending_hazard(0.0, 0.0, members, p)
        few = ending_hazard(0.0, 0.0, members, p) / ending_hazard(0.0, 0.0, float(w.counts.members_peak), p)
        lack = math.log(ending_hazard(a.mean_drive, 0.0, members, p) / ending_hazard(0.5, 0.0, members, p))
        explain_ending(w, week, members, p, lack, math.log(papers), math.log(few))


@rule
def worth_staying(w):
    """Share of members for whom staying is worth more than it costs (S41)."""
    a = w.alliance
    worth = 0
    for k in range(a.member_count):
        worth += 1 if w.organisations[w.rows[k]].drive > 0.5 else 0
    return worth / a.member_count if a.member_count > 0 else 0.0


@rule
def friend_in_office(w):
    """Whether government sits in the alliance, or somebody from it is in office (S50 S52)."""
    if w.alliance.government_inside == 1:
        return True
    for h in range(w.alliance.holders):
        if w.holders[h].from_member != NOBODY:
            return True
    return False


@rule
def hand_over(w, p, key, week):
    """Coordination goes to a ministry; a successor may take up the advocacy, else the alliance has ended (S52; Georgia
    2014).

    Writes: alliance, organisations, activities, rows, counts, events.
    """
    a = w.alliance
    a.handed_over = 1
    log(w.events, w.counts, week, E_HANDED_OVER, NOBODY, NOBODY, NOBODY, 0.0)
    because(w.events, w.counts, week, R_FRIEND, NOBODY, NOBODY, 0.0, 0.0)
    first, second = largest_sectors(w)
    wanted = uniform(key, at.SUCCESSOR, week, at.NONE, at.NONE) < p.successor_chance * (0.5 + a.mean_trust)
    if wanted and of_sectors(w, first, second) >= 3:
        found_successor(w, p, week, first, second)
        return
    a.phase = HANDED_OVER
    close_books(w, week, C_GOAL_MET)


@rule
def of_sectors(w, first, second):
    """Number of present members, guests left out, that come from either of two sectors."""
    number = 0
    for k in range(w.alliance.member_count):
        m = w.organisations[w.rows[k]]
        number += 1 if m.is_guest == 0 and (m.sector == first or m.sector == second) else 0
    return number


@rule
def largest_sectors(w):
    """The two sectors with most members, the state left out: it is to that the coordination goes (S52).

    NOBODY where fewer than two sectors are there.
    """
    first = NOBODY
    second = NOBODY
    most = 0
    next_most = 0
    for s in range(SECTOR_COUNT):
        number = of_sectors(w, s, s) if s != S_STATE else 0
        if number > most:
            second, next_most = first, most
            first, most = s, number
        elif number > next_most:
            second, next_most = s, number
    return first, second


@rule
def found_successor(w, p, week, first, second):
    """A successor alliance of the two largest sectors goes on with the aim; trust between its members stays (S52).

    The others part as colleagues: no exit, nobody loses heart. The papers went to the ministry; what the successor is
    to be wants talking over; it begins without old grievances.
    Writes: alliance, organisations, rows, counts, events.
    """
    a = w.alliance
    a.successor = 1
    a.backlog = 0.0
    a.setup_queue += p.setup_negotiation
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        if m.is_guest == 0 and (m.sector == first or m.sector == second):
            m.satisfaction = 1.0
        else:
            m.is_member = 0
            m.is_chair = 0
            m.tasks = 0
            m.left_week = week
            m.asked_week = week
            log(w.events, w.counts, week, E_LEFT, w.rows[k], NOBODY, C_PARTED, 0.0)
    gather_members(w.organisations, a, w.rows, w.counts, week)
    log(w.events, w.counts, week, E_SUCCESSOR, NOBODY, NOBODY, NOBODY, float(a.member_count))


@rule
def after_winning(w, p, key, week):
    """Half-yearly after a win: end because the goal is met, hand over, or renew the aim (S41 S52; A36).

    Writes: alliance, organisations, events.
    """
    a = w.alliance
    since = week - a.won_week
    if a.won_week == NEVER or since < 26 or since % 26 != 0:
        return
    carried_out = 1.0 if w.policy.implementation > 0.5 else 0.0
    if uniform(key, at.WINDING_UP, week, at.NONE, at.NONE) < p.winding_up * ((1.0 - a.mean_trust) + 0.6 * carried_out):
        end_alliance(w, week, C_GOAL_MET)
        because(w.events, w.counts, week, R_ALL_TRUST, NOBODY, NOBODY, a.mean_trust, 0.5 - a.mean_trust)
        because(w.events, w.counts, week, R_DONE, NOBODY, NOBODY, w.policy.implementation, 0.6 * carried_out)
        return
    u = uniform(key, at.AFTER_WIN, week, at.NONE, at.NONE)
    if a.handed_over == 0 and friend_in_office(w) and u < p.hand_over_chance:
        hand_over(w, p, key, week)
    elif u < p.hand_over_chance + p.renewal_chance and worth_staying(w) >= 0.5 and a.phase != RENEWED:
        renew(w, p, week)
        because(w.events, w.counts, week, R_WORTHWHILE, NOBODY, NOBODY, worth_staying(w), 0.0)


@rule
def renew(w, p, week):
    """A new aim: talks again, old quarrels laid aside, expectations reset (S41). Writes: alliance, organisations."""
    a = w.alliance
    a.phase = RENEWED
    a.renewals += 1
    a.setup_queue += p.setup_negotiation
    a.conflict = 0.0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        m.satisfaction = 1.0
        m.enthusiasm = share(m.enthusiasm + p.evaluation_lift)
    log(w.events, w.counts, week, E_RENEWED, NOBODY, NOBODY, NOBODY, 0.0)


@rule
def capacity_now(w):
    """The alliance's capacity in ten dimensions, 0 to 1, in the order of `CAPACITY`; no rule reads it (S23).

    What practitioner instruments ask about (EVIDENCE 4: Emerson, Nabatchi and Balogh; the Wilder inventory; Innovation
    Network): participation (mean drive), trust, accountability (completion), skills covered, resources (hours against
    open work), direction (coherence of an agreed aim), leadership (of the chairs), procedures (papers in order,
    decisions that do not pile up), standing (legitimacy), champions (trust of those in office).
    """
    a = w.alliance
    c = w.counts
    covered = 0.0
    for s in range(SKILL_COUNT):
        best = 0.0
        for k in range(a.member_count):
            best = max(best, w.organisations[w.rows[k]].skill[s])
        covered += best
    accountable = c.completed / max(1, c.completed + c.failed)
    resources = a.given_hours / (a.given_hours + a.open_hours / 12.0 + 1.0)
    direction = a.coherence * a.agreed
    procedures = a.administration * unstuck(a.queue)
    return (a.mean_drive, a.mean_trust, accountable, covered / SKILL_COUNT, resources, direction, a.chair_skill,
            procedures, a.legitimacy, mean_government_trust(w))  # fmt: skip


@rule
def assess(w):
    """Take the capacity assessment of the quarter (S23). Writes: alliance.assessed, capacity."""
    a = w.alliance
    (a.assessed[0], a.assessed[1], a.assessed[2], a.assessed[3], a.assessed[4], a.assessed[5], a.assessed[6],
     a.assessed[7], a.assessed[8], a.assessed[9]) = capacity_now(w)  # fmt: skip
    total = 0.0
    for k in range(len(CAPACITY)):
        total += a.assessed[k]
    a.capacity = total / len(CAPACITY)


@rule
def reflect(w, p, key, week):
    """Process 10: stock-taking, sleep, waking, ends and new beginnings (S23 S31 S32 S41 S52)."""
    a = w.alliance
    if not is_alive(a.phase):
        return
    a.weeks = float(week + 1)
    if a.phase == DORMANT:
        wake_up(w, p, key, week)
        return
    w.counts.weeks_alive += 1
    evaluate(w, p, key, week)
    if week % 13 == 0:
        assess(w)
    if week > p.founding_grace and a.member_count < 3:
        end_alliance(w, week, C_TOO_FEW)
        because(w.events, w.counts, week, R_FEW, NOBODY, NOBODY, float(a.member_count), 1.0)
        return
    if week > p.founding_grace:
        fall_asleep(w, p, week)
        hazard = ending_hazard(a.mean_drive, a.backlog, float(a.member_count), p)
        if is_awake(a.phase) and happens(uniform(key, at.ENDING, week, at.NONE, at.NONE), hazard):
            rest_or_end(w, p, key, week)
            return
    if is_awake(a.phase):
        after_winning(w, p, key, week)


@rule
def note_week(w, week):
    """Record the main state variables of this week, where a trajectory is asked for. Writes: trajectory, counts."""
    a = w.alliance
    s = w.public
    if is_alive(a.phase):
        active = 0
        for k in range(a.member_count):
            active += (
                1 if w.organisations[w.rows[k]].hours_this_week > 0.0 or w.organisations[w.rows[k]].tasks > 0 else 0
            )
        w.counts.active_sum += active / max(1, a.member_count)
    if week >= w.trajectory.shape[0]:
        return
    t = w.trajectory[week]
    y = w.policy
    alive = 1.0 if is_alive(a.phase) else 0.0
    t[0] = a.member_count * alive
    t[1] = a.phase
    t[2] = y.stage
    t[3] = a.mean_trust
    t[4] = a.mean_enthusiasm
    t[5] = mean_commitment(w)
    t[6] = mean_fatigue(w)
    t[7] = a.voice_gini
    t[8] = a.legitimacy
    t[9] = a.diversity
    t[10] = a.coherence
    t[11] = a.conflict
    t[12] = a.queue + a.setup_queue
    t[13] = a.backlog
    t[14] = a.turnout if a.met == 1 else -1.0
    t[15] = a.evidence
    t[16] = a.fund
    t[17] = s.salience
    t[18] = s.support
    t[19] = s.opposition_hours
    t[20] = mean_government_trust(w)
    t[21] = y.peer_position
    t[22] = y.implementation
    t[23] = a.open_activities
    t[24] = a.capacity
    for k in range(len(CAPACITY)):
        t[25 + k] = a.assessed[k]
    t[25 + len(CAPACITY)] = a.representativeness
    t[26 + len(CAPACITY)] = a.groups


@rule
def mean_commitment(w):
    """Mean commitment of present members, 0 where there are none."""
    total = 0.0
    for k in range(w.alliance.member_count):
        total += w.organisations[w.rows[k]].commitment
    return total / max(1, w.alliance.member_count)


@rule
def mean_fatigue(w):
    """Mean fatigue of present members, 0 where there are none."""
    total = 0.0
    for k in range(w.alliance.member_count):
        total += w.organisations[w.rows[k]].fatigue
    return total / max(1, w.alliance.member_count)


@rule
def mean_government_trust(w):
    """Mean trust in the alliance of those in office, candidates left out, 0 to 1 (S27)."""
    total = 0.0
    number = 0
    for h in range(w.alliance.holders):
        if w.holders[h].office != CANDIDATE:
            total += w.holders[h].trust
            number += 1
    return total / max(1, number)
