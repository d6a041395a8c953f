"""Meeting: who comes, who is heard, what is decided, who moves and who grows closer (S16 S17 S21 S33
S37 S40; T1 T4).
"""

import math

from sim.compiled import rule
from sim.draws import uniform
from sim.rules import addresses as at
from sim.rules.forms import because, bounded, is_awake, is_told, log, near, share, within_lines
from sim.rules.words import (
    BY_CHAIR,
    BY_MAJORITY,
    BY_QUALIFIED,
    CONVENING,
    E_GROUP_CLOSED,
    E_GROUP_FORMED,
    E_MEETING,
    GROUPS_BY_NEED,
    NO_GROUPS,
    POLICY,
    R_PRESENT,
)  # fmt: skip
from sim.state import LONG_AGO, NEVER, NOBODY


@rule
def meeting_interval(asked, adaptive, waiting, p):
    """Weeks until the next meeting: as asked, or by what waits for a decision (S21)."""
    if adaptive == 0:
        return float(asked)
    return bounded(asked * bounded(p.adaptive_reference / (1.0 + waiting), 0.6, 2.0), 1.0, 13.0)


@rule
def room_for_plans(a, p):
    """Hours that open work may need together, by the hours that members give and how far plans may run ahead (S20)."""
    horizon = p.plan_weeks if p.owner_rule == 1 else p.plan_weeks_unowned
    return horizon * a.given_hours * (1.0 + p.plan_excess * (1.0 - p.expectation_management))


@rule
def workload(a, p):
    """Items that ask for a meeting: what waits for a decision, and hours for which there is no plan yet (S21)."""
    room = room_for_plans(a, p)
    idle = max(0.0, 1.0 - a.open_hours / room) if room > 0.0 else 0.0
    return a.queue + a.setup_queue + p.adaptive_plans * idle


@rule
def next_interval(a, p):
    """Weeks until the next meeting: as asked at first, then by the load if so chosen, as evaluations corrected it (S21
    S31)."""
    weeks = meeting_interval(p.meeting_interval, p.adaptive_meetings * a.agreed, workload(a, p), p)
    return bounded(weeks * math.exp(a.learned_pace), 1.0, 13.0)


@rule
def leads_naturally(m, p):
    """Whether a member could lead a working group: it has the skill and the will, and does not chair (S19)."""
    able = m.skill[CONVENING] >= p.leader_skill and m.drive >= p.leader_drive
    return able and m.is_chair == 0 and m.is_guest == 0


@rule
def most_groups(w, p, week):
    """Working groups that the alliance can fill and lead: one for every six members (A48), no more than have a leader.

    Groups whose leaders a scenario lists exist in any case. Source: S19. Returns the least and the most.
    """
    listed = 0.0
    leaders = 0.0
    for k in range(w.alliance.member_count):
        m = w.organisations[w.rows[k]]
        if leads_now(m, week):
            listed += 1.0
        elif leads_naturally(m, p):
            leaders += 1.0
    filled = math.floor(w.alliance.member_count / p.members_per_group)
    return listed, max(listed, min(filled, listed + leaders))


@rule
def groups_wanted(groups, left, open_work, quiet, p):
    """Working groups by need: one more while meetings leave decisions undone, or while each would have work enough to
    carry; one less when nothing asked for it (S19; A48: the Georgian groups were groups on themes).

    `left` is the number of items left over, `open_work` of activities under way; `quiet` counts the meetings in a row
    that left no items and began no work.
    """
    if left > p.group_opens or open_work >= p.group_tasks * (groups + 1.0):
        return groups + 1.0
    if quiet >= p.group_patience:
        return groups - 1.0
    return groups


@rule
def form_groups(w, p, week):
    """Set the working groups for the time until the next meeting. Writes: alliance.groups, quiet; events. Source: S19.

    None, five from the first meeting on, or by need.
    """
    a = w.alliance
    before = a.groups
    left = a.queue + a.setup_queue
    a.quiet = a.quiet + 1 if left <= 0.0 and a.new_work == 0 else 0
    if p.working_groups == NO_GROUPS:
        a.groups = 0.0
    elif p.working_groups == GROUPS_BY_NEED:
        least, most = most_groups(w, p, week)
        a.groups = bounded(groups_wanted(a.groups, left, a.open_activities, a.quiet, p), least, most)
        a.quiet = 0 if a.groups < before else a.quiet
    else:
        a.groups = 5.0
    if a.groups > before:
        log(w.events, w.counts, week, E_GROUP_FORMED, NOBODY, NOBODY, NOBODY, a.groups)
    elif a.groups < before:
        log(w.events, w.counts, week, E_GROUP_CLOSED, NOBODY, NOBODY, NOBODY, a.groups)


@rule
def memberships(groups, members, p):
    """In how many working groups a member sits on average: each wants three people or more, takes six (S19 A48)."""
    if groups <= 0.0 or members <= 0.0:
        return 0.0
    size = bounded(members / groups, p.group_least, p.members_per_group)
    return groups * size / members


@rule
def leads_now(m, week):
    """Whether a member is listed as leading a working group this week."""
    return m.lead_from != NEVER and m.lead_from <= week and (m.lead_to == NEVER or week <= m.lead_to)


@rule
def find_leaders(w, p, week):
    """Who leads the working groups: those listed for it, then members with the skill for it who want the aim (S19).

    Writes: organisations.leads_group, alliance.groups_led.
    """
    a = w.alliance
    leaders = 0.0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        m.leads_group = 1 if a.groups > 0.0 and leads_now(m, week) else 0
        leaders += m.leads_group
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        if leaders < a.groups and m.leads_group == 0 and leads_naturally(m, p):
            m.leads_group = 1
            leaders += 1.0
    a.groups_led = min(1.0, leaders / a.groups) if a.groups > 0.0 else 0.0


@rule
def working_well(groups, led, p):
    """How many groups' worth of work so many groups do: one that nobody leads does only a part (S19)."""
    return groups * (p.unled_group + (1.0 - p.unled_group) * led)


@rule
def group_gain(groups, overlap, p):
    """What parallel groups add to what a meeting period can settle; coordination grows with their square, less where
    members sit in more than one and carry word between them (S19, E5)."""
    friction = p.group_friction / (1.0 + overlap)
    return 1.0 + p.group_gain * groups / (1.0 + friction * groups * groups)


@rule
def chair_gain(chairs, skill, p):
    """How well a meeting is led: from 0.25 with no skill to 1 with all; without co-chairs little is decided (S17)."""
    return 0.25 + 0.75 * skill if chairs > 0 else p.no_chair


@rule
def rule_speed(decision_rule):
    """How many items a meeting settles under each decision rule, against a qualified majority (S16; assumption F4)."""
    if decision_rule == BY_CHAIR:
        return 1.3
    if decision_rule == BY_MAJORITY:
        return 1.1
    if decision_rule == BY_QUALIFIED:
        return 1.0
    return 0.75


@rule
def meeting_hours(face_to_face, cost, p):
    """Hours that one meeting takes from whoever comes, travel and minutes included (S21 S36)."""
    return (p.meeting_base_hours + p.meeting_travel_hours * face_to_face) * cost


@rule
def purpose(settled, planned, agenda, chair_skill, p):
    """How purposeful a meeting felt, 0 to about 1.2: something settled or begun, an agenda, a good chair (S17 S21)."""
    work = min(1.0, (settled + 1.2 * planned) / p.purpose_items)
    return work * (0.4 + 0.6 * agenda) * (0.72 + 0.5 * chair_skill)


@rule
def airtime_weight(money, restraint, inclusion, raised, chairs, p):
    """A member's weight on the floor: follows its means unless the strong hold back; chairs speak more.

    Source: S33 S37; voice proportional to resources to the power k, k 0 to 1.2 (E5).
    """
    exponent = p.airtime_exponent * (1.0 - restraint)
    weight = ((p.airtime_floor + money) / p.airtime_equal) ** exponent
    return (weight * (1.0 - 0.5 * inclusion) + 0.5 * inclusion) * raised * chairs


@rule
def arm_is_due(since, interval, ratio):
    """Whether an arm of the alliance meets: by the weeks since it last did, and its ratio to the common interval."""
    return since >= max(1.0, interval * ratio)


@rule
def meet_soon(a):
    """Every arm is due in the next week in which the alliance is awake. Writes: alliance.arm_since."""
    for k in range(a.arms):
        a.arm_since[k] = LONG_AGO


@rule
def summon(w):
    """Who is called this week: the members of the arms whose turn it is, and who belongs to none (S19 S21; CASES 2).

    An alliance without arms is one that all belong to. Writes: organisations.is_called; alliance.arm_since, called.
    """
    a = w.alliance
    a.called = 0
    due = 0
    for k in range(a.arms):
        a.arm_since[k] += 1
        if arm_is_due(a.arm_since[k], a.interval, a.arm_ratio[k]):
            a.arm_since[k] = 0
            due |= 1 << k
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        m.is_called = 1 if due > 0 and (m.arm == NEVER or (due >> m.arm) & 1 == 1) else 0
        a.called += m.is_called


@rule
def call_meeting(w, p, key, week):
    """Whether the alliance, or an arm of it, meets this week; the week's hours begin with what a review still takes.

    Writes: alliance, organisations. Source: S21 S31.
    """
    a = w.alliance
    a.met = 0
    a.new_work = 0
    a.present = 0
    a.meeting_hours_week = 0.0
    for i in range(a.organisations):
        w.organisations[i].attending = 0
        w.organisations[i].hours_this_week = 0.0
    if a.review_hours > 0.0:
        for k in range(a.member_count):
            w.organisations[w.rows[k]].hours_this_week = a.review_hours
        a.review_hours = 0.0
    if not is_awake(a.phase) or a.member_count < 2:
        return
    a.interval = next_interval(a, p)
    summon(w)
    if a.called == 0:
        return
    nothing = workload(a, p) < p.cancel_below and a.agreed == 1
    if nothing and uniform(key, at.CANCELLED, week, at.NONE, at.NONE) < p.agenda_discipline:
        return
    a.met = 1
    find_leaders(w, p, week)


@rule
def attend(organisations, alliance, counts, p, key, week, i):
    """One member's decision to come to this week's meeting (S21 S36; A49).

    Writes: organisations[i].attending, hours_this_week, meetings_*; alliance.present; counts.
    """
    m = organisations[i]
    a = alliance
    if a.met == 0 or m.is_present == 0 or m.is_called == 0:
        return
    m.meetings_possible += 1
    led = p.chairs_draw if a.chairs > 0 else 1.0 / p.chairs_draw
    chance = m.drive * (0.55 + 0.45 * a.administration) * led * (0.5 + 0.5 * m.reliability / p.reliability_mean)
    if uniform(key, at.ATTENDING, week, m.address, at.NONE) >= chance:
        return
    m.attending = 1
    m.meetings_attended += 1
    relief = p.support_relief * p.participation_support * p.support_delivery * m.small
    hours = meeting_hours(p.face_to_face, p.participation_cost, p) * (1.0 - relief)
    hours += p.group_hours * memberships(a.groups, float(a.member_count), p) * (1.0 + m.leads_group)
    m.hours_this_week += hours
    a.present += 1
    a.meeting_hours_week += hours


@rule
def share_floor(w, p):
    """How the floor is shared among those present; returns the floor's skill in convening and policy (S33 S37).

    Writes: organisations.airtime (sums to 1 over those present).
    """
    a = w.alliance
    total = 0.0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        m.airtime = 0.0
        if m.attending == 1:
            lead = p.chair_airtime if m.is_chair == 1 else 1.0
            if m.is_chair == 1 and p.co_chair_diversity == 0:
                lead *= p.chair_one_sector
            money = m.money * p.member_money * m.funding
            m.airtime = airtime_weight(money, p.ingo_restraint, p.inclusion_effort, 1.0 + m.raised, lead, p)
            total += m.airtime
    skill = 0.0
    for k in range(a.member_count):
        i = w.rows[k]
        m = w.organisations[i]
        if m.attending == 1:
            m.airtime = m.airtime / total
            skill += m.airtime * 0.5 * (w.organisations[i].skill[CONVENING] + w.organisations[i].skill[POLICY])
    return skill


@rule
def ripe(interval, p):
    """How many matters are ripe for decision after so many weeks, against two weeks: members ask their own houses in
    between, so that meeting twice as often settles less than twice as much (S21; E5: concave in frequency)."""
    return (1.0 - math.exp(-interval / p.ripening_weeks)) / (1.0 - math.exp(-2.0 / p.ripening_weeks))


@rule
def meeting_capacity(w, p, skill):
    """Items that this meeting can settle: a product of modifiers, each near 1 for the reference alliance (M5, J5).

    Source: S16 S17 S18 S19 S21; disagreement slows every decision (S06).
    """
    a = w.alliance
    capacity = p.meeting_capacity * (0.55 + 0.9 * skill) * chair_gain(a.chairs, a.chair_skill, p)
    capacity *= (0.45 + 0.55 * a.agenda) * min(1.2, math.sqrt(a.turnout / 0.5))
    capacity *= rule_speed(p.decision_rule) / (1.0 + p.bottom_up_slowness * p.bottom_up)
    capacity *= (0.6 + 0.4 * a.administration) * (0.8 + 0.2 * p.face_to_face) * (0.5 + a.mean_trust)
    slow = 1.0 + a.present / p.crowd + p.disagreement_slowness * max(0.0, a.disagreement - 0.09)
    manned = min(a.groups, a.present / p.group_least)
    overlap = max(0.0, memberships(a.groups, float(a.member_count), p) - 1.0)
    capacity *= ripe(a.interval, p)
    return capacity * group_gain(working_well(manned, a.groups_led, p), overlap, p) / slow


@rule
def decide_items(a, capacity):
    """Settle what waits, the goal and the set-up first. Writes: alliance queues. Returns items settled (M5)."""
    first = min(a.setup_queue, capacity)
    a.setup_queue -= first
    left = capacity - first
    rest = min(a.queue, left)
    a.queue -= rest
    a.capacity_left = left - rest
    return first + rest


@rule
def hold_meeting(w, p, key, week):
    """What the meeting as a whole does: floor, decisions, new work, purpose (S17 S20 S21).

    Writes: alliance, organisations.airtime, place, roll, counts, events.
    """
    a = w.alliance
    c = w.counts
    arrivals = p.items_base + p.items_member * a.member_count + p.items_activity * a.open_activities
    a.queue = (1.0 - p.items_lapse) * a.queue + (arrivals if is_awake(a.phase) else 0.0)
    if a.met == 0:
        return
    if a.present < 2:
        a.met = 0
        c.empty_meetings += 1
        return
    a.turnout = a.present / a.called
    a.agenda = 1.0 if uniform(key, at.MEETING_AGENDA, week, at.NONE, at.NONE) < p.agenda_discipline else 0.0
    skill = share_floor(w, p)
    capacity = meeting_capacity(w, p, skill)
    a.decided = decide_items(a, capacity)
    a.new_work = work_wanted(a, p, key, week)
    a.purpose = purpose(a.decided, float(a.new_work), a.agenda, a.chair_skill, p)
    c.groups_sum += a.groups
    form_groups(w, p, week)
    remember_meeting(a)
    c.meetings += 1
    c.attendance_sum += a.turnout
    c.meeting_hours += a.meeting_hours_week
    c.useful_meetings += 1 if a.purpose >= p.useful_purpose else 0
    call_roll(w)
    log(w.events, w.counts, week, E_MEETING, NOBODY, NOBODY, NOBODY, float(a.present))
    list_present(w, week)


@rule
def list_present(w, week):
    """Who was at the meeting, if there is a log. Writes: events."""
    if not is_told(w.events, w.counts):
        return
    for k in range(w.alliance.member_count):
        i = w.rows[k]
        if w.organisations[i].attending == 1:
            because(w.events, w.counts, week, R_PRESENT, i, NOBODY, 0.0, 0.0)


@rule
def work_wanted(a, p, key, week):
    """New activities that a meeting starts: part of the capacity that is left, and of what was decided (S20).

    An owner rule and managed expectations keep plans near the hours at hand; without them plans run ahead.
    """
    if a.agreed == 0:
        return 0
    if a.open_hours >= room_for_plans(a, p):
        return 0
    wanted = min(4.0, p.plan_from_left * a.capacity_left + p.plan_from_decided * a.decided)
    whole = int(wanted)
    return whole + (1 if uniform(key, at.NEW_WORK, week, at.NONE, at.NONE) < wanted - whole else 0)


@rule
def remember_meeting(a):
    """What an evaluation will look back on: how purposeful meetings were, and how much they left undecided (S31).

    Writes: alliance.meetings_since, purpose_since, left_since.
    """
    a.meetings_since += 1.0
    a.purpose_since += min(1.0, a.purpose)
    a.left_since += a.queue + a.setup_queue


@rule
def call_roll(w):
    """Who came, with the positions that they put forward, and after them who was called and did not come.

    Positions are kept as they were said, so that nobody hears words changed meanwhile. Writes: roll,
    organisations.place.
    """
    here = 0
    absent = w.alliance.present
    for k in range(w.alliance.member_count):
        i = w.rows[k]
        m = w.organisations[i]
        if m.attending == 1:
            m.place = here
            w.roll[here].row = i
            w.roll[here].airtime = m.airtime
            for q in range(w.alliance.provisions):
                w.roll[here].heard[q] = m.position[q]
            here += 1
        elif m.is_called == 1:
            w.roll[absent].row = i
            absent += 1


@rule
def perceived_voice(spoken, fair, bottom_up, hours, p):
    """How heard a member feels after a meeting, 0 to 1: its airtime over the fair share; who gives more expects more.

    Source: S33 S16; assumption F5 on the form.
    """
    part = spoken / fair
    return (part / (part + 0.5 + hours / p.voice_expected_hours)) * (0.8 + p.bottom_up_voice * bottom_up) + 0.05


@rule
def listen(organisations, alliance, trust, roll, p, i):
    """One member listens: it moves towards those it trusts, if they are not too far, and feels heard or not.

    Writes: position[i], organisations[i].voice, enthusiasm. Source: S16 S33 S37, A33 A34; Friedkin and Johnsen 1990.
    """
    m = organisations[i]
    a = alliance
    if a.met == 0 or m.is_present == 0 or m.is_called == 0:
        return
    if m.attending == 0:
        m.voice += p.voice_memory / 3.0 * (0.25 + 0.3 * p.transparency - m.voice)
        return
    felt = perceived_voice(m.airtime, 1.0 / a.present, p.bottom_up, m.hours * p.member_hours, p)
    m.voice += p.voice_memory * (share(felt) - m.voice)
    change = p.purpose_lift * (a.purpose - p.purpose_neutral)
    m.enthusiasm = share(m.enthusiasm + (change if change > 0.0 else p.purpose_frustration * change))
    ease = p.meeting_pull * (p.stubborn_ease if m.stubborn == 1 else 1.0) * (0.7 + 0.3 * p.face_to_face)
    hear_others(m, trust, roll, a.present, a.provisions, p.listening_scale, ease, i)
    for q in range(a.provisions):
        organisations[i].position[q] = within_lines(organisations[i].position[q], m.anchor[q], p)


@rule
def hear_others(m, trust, roll, present, provisions, scale, ease, i):
    """Move member `m` of row `i` towards what others present said: further by those it trusts and who are audible, less
    far by those who stand far away, however few there are to listen to (M4; A33: advice from afar is discounted).

    Writes: position of `m`.
    """
    said = roll[m.place].heard
    total = 0.0
    for k in range(present):
        if k == m.place:
            continue
        other = roll[k]
        distance = 0.0
        for q in range(provisions):
            distance += abs(other.heard[q] - said[q])
        weight = other.airtime * trust[i, other.row]
        total += weight
        weight *= near(distance / provisions, scale)
        for q in range(provisions):
            m.position[q] += weight * (other.heard[q] - said[q])
    if total <= 0.0:
        return
    for q in range(provisions):
        m.position[q] = said[q] + ease * (m.position[q] - said[q]) / total


@rule
def go_home(organisations, alliance, p, i):
    """Between meetings the representative goes home: positions drift to the body's own, which learns a little (S16).

    A vague aim lets each read into it what it came for; a precise one holds (S02). Writes: position[i], anchor[i].
    """
    m = organisations[i]
    if m.is_present == 0:
        return
    drift = p.home_pull * (1.0 + p.vague_drift * (0.5 - p.goal_specificity) * alliance.agreed)
    for q in range(alliance.provisions):
        organisations[i].position[q] += drift * (organisations[i].anchor[q] - organisations[i].position[q])
        if m.attending == 1:
            organisations[i].anchor[q] += (
                p.self_change * p.bottom_up * (organisations[i].position[q] - organisations[i].anchor[q])
            )


@rule
def bond(organisations, alliance, trust, roll, p, i):
    """One member's trust in the others after a meeting: up towards those who came, a little down towards the absent.

    Writes: trust[i]. Source: S21 S39; a per contact 0.03 to 0.10 (E5, A32).
    """
    m = organisations[i]
    a = alliance
    if a.met == 0 or m.attending == 0:
        return
    gain = p.meeting_trust * p.trust_gain * (0.5 + 0.5 * p.face_to_face) * (0.4 + 0.6 * a.purpose)
    loss = p.absence_distrust * gain * p.trust_ratio
    for k in range(a.present):
        j = roll[k].row
        if j != i:
            trust[i, j] += gain * (1.0 - trust[i, j])
    for k in range(a.present, a.called):
        j = roll[k].row
        trust[i, j] -= loss * trust[i, j]


@rule
def chairs_now(m, week):
    """Whether a listed member chairs this week."""
    return m.chair_from != NEVER and m.chair_from <= week and (m.chair_to == NEVER or week <= m.chair_to)


@rule
def seat_chairs(w, p, key, week):
    """Who chairs: those listed with dates, else the members with most skill in convening and will, from different
    sectors if so chosen; rotated every year if so chosen (S17).

    Writes: organisations.is_chair, voice; alliance.chairs, chair_skill, chair_sectors.
    """
    a = w.alliance
    seated = 0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        listed = chairs_now(m, week)
        if m.chair_from != NEVER:
            m.is_chair = 1 if listed else 0
        seated += m.is_chair
    due = seated < p.co_chairs or (p.co_chair_rotation == 1 and week - a.chair_since >= 52)
    if due and is_awake(a.phase):
        elect_chairs(w, p, week)
    led_skill(w, p)


@rule
def elect_chairs(w, p, week):
    """Fill the chairs. Writes: organisations.is_chair, was_chair; alliance.chair_since. Source: S17."""
    a = w.alliance
    rotating = p.co_chair_rotation == 1 and week - a.chair_since >= 52
    seated = 0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        m.was_chair = m.is_chair if rotating else 0
        if rotating and m.chair_from == NEVER:
            m.is_chair = 0
        seated += m.is_chair
    for _ in range(seated, p.co_chairs):
        best = NOBODY
        highest = -1.0
        for k in range(a.member_count):
            i = w.rows[k]
            m = w.organisations[i]
            if m.is_chair == 1 or m.is_guest == 1:
                continue
            score = (0.2 + w.organisations[i].skill[CONVENING]) * (0.2 + m.commitment)
            score *= 0.3 if m.was_chair == 1 else 1.0
            score *= 0.2 if shares_sector(w, i) == p.co_chair_diversity else 1.0
            if score > highest:
                highest = score
                best = i
        if best != NOBODY:
            w.organisations[best].is_chair = 1
    a.chair_since = week
    if rotating:
        for k in range(a.member_count):
            m = w.organisations[w.rows[k]]
            m.voice = share(m.voice + p.rotation_ownership)


@rule
def shares_sector(w, i):
    """1 if a present chair comes from the sector of `i`; where nobody chairs yet, never a reason against."""
    for k in range(w.alliance.member_count):
        j = w.rows[k]
        if w.organisations[j].is_chair == 1 and w.organisations[j].sector == w.organisations[i].sector:
            return 1
    return 0


@rule
def led_skill(w, p):
    """Skill of those who chair, and from how many sectors they come (S17). Writes: alliance."""
    a = w.alliance
    a.chairs = 0
    convening = 0.0
    first = NOBODY
    a.chair_sectors = 0
    for k in range(a.member_count):
        i = w.rows[k]
        m = w.organisations[i]
        if m.is_chair == 1:
            a.chairs += 1
            convening += w.organisations[i].skill[CONVENING]
            if first == NOBODY or m.sector != first:
                a.chair_sectors += 1
            first = m.sector
    skill = p.co_chair_skill * (0.6 + 0.8 * convening / a.chairs) if a.chairs > 0 else 0.0
    a.chair_skill = share(skill * (p.rotation_practice if p.co_chair_rotation == 1 else 1.0))


@rule
def tone(a, p):
    """Enthusiasm that the leaders spread between meetings, 0 to 1 (S17 S42, A39)."""
    return p.tone_base + p.tone_skill * a.chair_skill if a.chairs > 0 else p.tone_unled
