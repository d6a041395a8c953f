"""Relating: trust that is tended and fades, enthusiasm that spreads, will, voice, legitimacy (S07 S08 S30 S32 to S35
S39 S40 S42).
"""

import math

from sim.compiled import rule
from sim.rules.forms import is_alive, is_awake, log, logistic, partisan_trust, settled_view, share
from sim.rules.meeting import tone
from sim.rules.words import ADOPTED, DORMANT, E_SURVEYED, GOVERNMENT, SECTOR_COUNT
from sim.state import NOBODY


@rule
def relation_sum(p):
    """Sum of the relationship weights; a little above zero, so that an alliance without a preference still relates."""
    return (
        p.relationship_visits + p.relationship_joint_work + p.relationship_celebrations
        + p.relationship_social_events + p.relationship_workshops + 1e-9
    )  # fmt: skip


@rule
def trust_per_hour(p):
    """Trust that an hour of relations brings, against social events: visits 1.5, joint work 1.2, workshops 1.1,
    celebrations 0.8 (S30; assumption F8)."""
    total = (
        1.5 * p.relationship_visits + 1.2 * p.relationship_joint_work + 0.8 * p.relationship_celebrations
        + p.relationship_social_events + 1.1 * p.relationship_workshops
    )  # fmt: skip
    return total / relation_sum(p)


@rule
def warmth_towards(trust, usual, p):
    """How much of another's enthusiasm a member catches: most where it trusts it more than it trusts the others.

    Source: S42; E5 (contagion on the network of trust); assumption F21.
    """
    return p.distant_warmth * trust + max(0.0, trust - usual)


@rule
def relate(organisations, alliance, trust, moods, p, week, i):
    """One member's month of relations: shared time builds trust, neglect and opacity let it fade (S30 S39 S40).

    Whose enthusiasm it meets is told by `warmth_towards` (S42).
    Writes: trust[i]; organisations[i].surround, mean_trust.
    """
    m = organisations[i]
    a = alliance
    if m.is_present == 0 or week % 4 != 0 or a.member_count < 2:
        return
    awake = 1.0 if is_awake(a.phase) else 0.0
    gain = 4.0 * awake * p.relation_trust * p.trust_gain * p.relationship_investment * trust_per_hour(p)
    fade = 4.0 * p.trust_drift * (1.0 + p.opacity_drift * (1.0 - p.transparency))
    base = p.initial_trust + p.trust_floor
    mine = gain * moods[m.seat].root_drive
    total = 0.0
    near_by = 0.0
    warmth = 0.0
    for k in range(a.member_count):
        other = moods[k]
        j = other.row
        if j == i:
            continue
        t = trust[i, j]
        t += mine * other.root_drive * (1.0 - t)
        if t > base:
            t += fade * (base - t)
        trust[i, j] = t
        total += t
        close = warmth_towards(t, m.mean_trust, p)
        near_by += close
        warmth += close * other.enthusiasm
    m.mean_trust = total / (a.member_count - 1)
    m.surround = warmth / near_by if near_by > 0.0 else m.enthusiasm


@rule
def tend_own_relations(organisations, alliance, p, i):
    """What the kinds of relationship work bring beyond trust: heart, rest, common work, one another's view (S30).

    Writes: organisations[i].enthusiasm, fatigue, voice; alliance.evidence.
    """
    m = organisations[i]
    a = alliance
    if m.is_present == 0 or p.relationship_investment <= 0.0 or not is_awake(a.phase):
        return
    part = p.relationship_investment / relation_sum(p)
    m.enthusiasm += p.celebration_lift * part * p.relationship_celebrations * (1.0 - m.enthusiasm)
    m.fatigue *= 1.0 - p.social_rest * part * p.relationship_social_events
    m.voice += p.visit_voice * part * p.relationship_visits * (0.6 - m.voice)
    m.approach += p.workshop_approach * part * p.relationship_workshops * (0.5 - m.approach)
    joint = p.joint_evidence * part * p.relationship_joint_work * m.drive * m.hours * p.member_hours
    a.evidence += joint * (1.0 - a.evidence)


@rule
def worth_of_ambition(ambition, p):
    """What an aim of this ambition is worth if it is reached, 0 to 1: the modest one something, the boldest all (S02).

    Source: S02 S32; J4.
    """
    return p.worth_modest + (1.0 - p.worth_modest) * ambition


@rule
def worth_of_belonging(liking, ambition, efficacy, mismatch, p):
    """What belonging is worth to a member: how much it wants the aim, how bold the aim, how far the alliance delivers.

    Source: S05 S06; M1. `mismatch` is the distance between its wish for inside or outside work and the mix played.
    """
    return liking * worth_of_ambition(ambition, p) * efficacy - p.approach_mismatch * mismatch


@rule
def drive_terms(worth, trust, voice, enthusiasm, cost, fatigue, discontent, p):
    """What each part adds to willingness, in logits: worth, trust, voice, heart, cost, fatigue, disappointment.

    Each against what an ordinary member feels. Source: as `drive_of`.
    """
    return (
        p.drive_worth * (worth - 0.2), p.drive_trust * (trust - 0.38), p.drive_voice * (voice - 0.45),
        p.drive_enthusiasm * (enthusiasm - 0.45), -(p.drive_cost * (cost - 0.35)), -(p.drive_fatigue * fatigue),
        -(p.drive_discontent * discontent),
    )  # fmt: skip


@rule
def drive_of(worth, trust, voice, enthusiasm, cost, fatigue, discontent, p):
    """Willingness, 0 to 1: one number decides coming, working and staying (M1).

    Rises with worth, trust, voice and enthusiasm; falls with cost, fatigue and discontent. Source: participation as a
    logit (E5, A38); weights J4.
    """
    t0, t1, t2, t3, t4, t5, t6 = drive_terms(worth, trust, voice, enthusiasm, cost, fatigue, discontent, p)
    return logistic(p.drive_base + t0 + t1 + t2 + t3 + t4 + t5 + t6)


@rule
def progress_expected(expectation, week, deadline, p):
    """Results that a member expects to see by now, 0 to 1: grows towards the deadline it was told (S02 S32)."""
    return expectation * min(1.0, week / (p.expectation_pace * deadline))


@rule
def feel(organisations, alliance, provisions, p, week, i):
    """One member's state of mind after the week: enthusiasm, fatigue, satisfaction, drive, commitment (S32 S36 S42).

    Writes: organisations[i].
    """
    m = organisations[i]
    a = alliance
    if m.is_present == 0:
        return
    m.enthusiasm += p.contagion * (m.surround - m.enthusiasm) + p.tone_pull * (tone(a, p) - m.enthusiasm)
    m.enthusiasm = share(m.enthusiasm)
    m.fatigue = share(m.fatigue + p.fatigue_rate * (m.load - m.fatigue))
    seen = share(p.seen_stage * a.progress + p.seen_work * a.efficacy)
    missed = max(0.0, progress_expected(m.expectation, float(week), float(p.goal_deadline), p) - seen)
    m.satisfaction += p.satisfaction_rate * (1.0 - missed - m.satisfaction)
    m.raised *= 1.0 - 1.0 / 13.0
    m.benefit *= 1.0 - p.benefit_fades
    m.skill_gap_weeks = max(0, m.skill_gap_weeks - 1)
    m.drive = drive_now(organisations, alliance, provisions, p, i)
    m.commitment += p.commitment_rate * (m.drive - m.commitment)


@rule
def drive_now(organisations, alliance, provisions, p, i):
    """Willingness of member `i` from all that it feels now (M1).

    Writes: organisations[i].worth, felt_voice, felt_cost.
    """
    m = organisations[i]
    a = alliance
    liking = 0.0
    weight = 0.0
    for q in range(a.provisions):
        if provisions[q].is_asked == 1:
            liking += provisions[q].weight * settled_view(organisations[i].position[q], provisions[q].softened)
            weight += provisions[q].weight
    liking = liking / weight if weight > 0.0 else 0.5
    mismatch = abs(m.approach - (1.0 - share(p.insider_share + a.learned_insider)))
    hoped = share(a.efficacy * (1.0 + a.prospects))
    worth = worth_of_belonging(liking, p.goal_ambition, hoped, mismatch, p) + p.worth_benefit * m.benefit
    relief = p.support_relief * p.participation_support * p.support_delivery * m.small
    heard = m.voice - p.suspicion * (1.0 - p.transparency) * a.voice_gini
    if p.co_chair_diversity == 0 and a.chairs > 1 and m.is_chair == 0:
        heard -= p.chair_suspicion
    m.worth = worth
    m.felt_voice = heard
    m.felt_cost = m.load * (1.0 - relief)
    drive = drive_of(worth, m.mean_trust, heard, m.enthusiasm, m.felt_cost, m.fatigue, 1.0 - m.satisfaction, p)
    return min(0.98, drive * a.urgency) * (p.dormant_drive if a.phase == DORMANT else 1.0)


@rule
def urgency(weeks, deadline, p):
    """What a near deadline adds to willingness, from 1; nothing once it is past (S02)."""
    if weeks > deadline:
        return 1.0
    return 1.0 + p.deadline_focus * math.exp(-(deadline - weeks) / 26.0)


@rule
def remember_moods(organisations, moods, rows, count):
    """Enthusiasm and will as others meet them this week. Writes: moods, organisations.seat."""
    for k in range(count):
        m = organisations[rows[k]]
        m.seat = k
        moods[k].row = rows[k]
        moods[k].enthusiasm = m.enthusiasm
        moods[k].root_drive = math.sqrt(m.drive)


@rule
def legitimacy_of(represented, breadth, lean, polarisation, government_member, bottom_up, members, p):
    """Weight that others grant the alliance, 0 to 1.

    Parameters
    ----------
    represented : float
        How far those who are heard speak for the people affected, 0 to 1.
    breadth : float
        Variety of sectors among those who are heard, unlikely supporters included, 0 to 1; a single sector has a little
        (J21), or comparing it with many (S56) would be decided beforehand.
    lean, polarisation : float
        Mean partisan lean, -1 to 1, and how much it matters.

    Source: S07 S08 S16 S33 to S35; multiplicative on purpose: one missing side cannot be made up for by another.
    """
    value = represented**p.legitimacy_represented * breadth**p.legitimacy_breadth
    value *= 1.0 - p.legitimacy_partisan * abs(lean) * polarisation
    value *= 1.0 - p.legitimacy_government * government_member
    return min(1.0, value * (0.9 + p.bottom_up_legitimacy * bottom_up) * (0.85 + 0.15 * math.log(1.0 + members) / 4.0))


@rule
def survey_voices(w, p):
    """Who is heard: breadth over sectors, representation, lean, weighted by voice squared; plain diversity (S07 S33
    S34).

    Writes: alliance.diversity, breadth, representativeness, unlikely, mean_lean. Returns the share of government.
    """
    a = w.alliance
    heard = 0.0
    represented = 0.0
    lean = 0.0
    most_unlikely = 0.0
    state = 0
    blau = 1.0
    plain = 1.0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        weight = m.voice * m.voice
        heard += weight
        represented += weight * m.representativeness
        lean += m.lean
        most_unlikely = max(most_unlikely, m.unlikeliness * m.commitment)
        state = 1 if m.family == GOVERNMENT else state
    for s in range(SECTOR_COUNT):
        of_sector = 0.0
        number = 0
        for k in range(a.member_count):
            m = w.organisations[w.rows[k]]
            if m.sector == s:
                of_sector += m.voice * m.voice
                number += 1
        if heard > 0.0:
            blau -= (of_sector / heard) * (of_sector / heard)
            plain -= (number / a.member_count) * (number / a.member_count)
    a.diversity = plain * SECTOR_COUNT / (SECTOR_COUNT - 1.0) if heard > 0.0 else 0.0
    a.unlikely = most_unlikely
    variety = min(1.0, blau / 0.875 + p.unlikely_breadth * most_unlikely)
    a.breadth = p.breadth_of_one + (1.0 - p.breadth_of_one) * variety if heard > 0.0 else 0.0
    a.representativeness = represented / heard if heard > 0.0 else 0.0
    a.mean_lean = lean / a.member_count if a.member_count > 0 else 0.0
    return state


@rule
def voice_gini(organisations, rows, count):
    """Gini coefficient of voice over present members, 0 (equal) to 1."""
    total = 0.0
    apart = 0.0
    for k in range(count):
        x = organisations[rows[k]].voice
        total += x
        for other in range(k):
            apart += abs(x - organisations[rows[other]].voice)
    return apart / (count * total) if total > 0.0 else 0.0


@rule
def average_members(w):
    """Means over present members of trust, drive and enthusiasm. Writes: alliance."""
    a = w.alliance
    trust = 0.0
    drive = 0.0
    enthusiasm = 0.0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        trust += m.mean_trust
        drive += m.drive
        enthusiasm += m.enthusiasm
    n = max(1, a.member_count)
    a.mean_trust = trust / n
    a.mean_drive = drive / n
    a.mean_enthusiasm = enthusiasm / n


@rule
def survey_members(w, p, week):
    """An anonymous survey that is discussed: the least heard will be heard more, and grievances lift (S30 S37).

    Writes: organisations.raised, satisfaction; alliance.backlog; events.
    """
    a = w.alliance
    if p.feedback_surveys == 0 or a.agreed == 0 or week % (52 // p.feedback_surveys) != 7:
        return
    lowest = NOBODY
    for k in range(a.member_count):
        i = w.rows[k]
        if lowest == NOBODY or w.organisations[i].voice < w.organisations[lowest].voice:
            lowest = i
    if lowest == NOBODY:
        return
    a.backlog += p.survey_hours
    w.organisations[lowest].raised += p.survey_raises
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        m.satisfaction += p.survey_relief * (1.0 - m.satisfaction)
        m.enthusiasm = share(m.enthusiasm - p.survey_weariness * (1.0 - a.administration))
    log(w.events, w.counts, week, E_SURVEYED, lowest, NOBODY, NOBODY, 0.0)


@rule
def tend(w, p, week):
    """Process 7, the part of all: legitimacy, voices, means, surveys (S07 S30 S33 S37 S42).

    Members expect of a government of their side what its trust in them promises, and less of the other side (S35).

    Writes: alliance, organisations, events.
    """
    a = w.alliance
    if not is_alive(a.phase):
        return
    average_members(w)
    a.urgency = urgency(a.weeks, float(p.goal_deadline), p)
    a.efficacy += p.efficacy_drift * (p.efficacy_base - a.efficacy)
    stage = w.policy.stage - w.policy.start_stage
    a.progress = min(4.0, stage + (w.policy.implementation if w.policy.stage == ADOPTED else 0.0)) / 4.0
    if week % 4 == 0:
        a.prospects = partisan_trust(1.0, a.mean_lean, w.public.government_side, p.partisan_polarisation, p) - 1.0
        a.voice_gini = voice_gini(w.organisations, w.rows, a.member_count)
        state = survey_voices(w, p)
        goal = legitimacy_of(a.representativeness, a.breadth, a.mean_lean, p.partisan_polarisation, float(state),
                             p.bottom_up, float(a.member_count), p)  # fmt: skip
        goal *= 0.75 + 0.25 * a.coherence
        a.legitimacy += 4.0 * p.legitimacy_rate * (goal - a.legitimacy)
    if is_awake(a.phase):
        survey_members(w, p, week)
