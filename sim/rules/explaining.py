"""Explaining: the causes of what happens, written into the log beside it by the rules that decide.

Nothing here draws, and nothing changes what happens; without a log nothing here is worked out. Every part stands in the
unit of the rule that it explains, so that the parts of one event add up to what decided it.
"""

import math

from sim.compiled import rule
from sim.rules.forms import because, is_told, log
from sim.rules.relating import drive_terms
from sim.rules.words import (
    CANDIDATE,
    DORMANT,
    E_MOVED,
    E_NO_BILL,
    E_NOT_CARRIED,
    E_NOT_COMMITTED,
    E_NOT_ON_AGENDA,
    R_ACTIVE_OPPONENTS,
    R_ALL_COST,
    R_ALL_HEART,
    R_ALL_LET_DOWN,
    R_ALL_TIRED,
    R_ALL_TRUST,
    R_ALL_VOICE,
    R_ALL_WORTH,
    R_ASKED,
    R_ATTENTION_HIGH,
    R_ATTENTION_LOW,
    R_BLOCKED,
    R_BY_CHANCE,
    R_BY_CONTACT,
    R_BY_CONVICTION,
    R_BY_OPPONENTS,
    R_BY_PEERS,
    R_BY_PLEDGE,
    R_BY_PRESSURE,
    R_BY_PUBLIC,
    R_CARRIED_BY_LUCK,
    R_CARRIERS_AGAINST,
    R_CARRIERS_FOR,
    R_CONTENT,
    R_COST,
    R_COURTED,
    R_DROPPED_CONTESTED,
    R_DROPPED_HARD,
    R_DROPPED_RED,
    R_FEW,
    R_FITS,
    R_HEARD,
    R_HEART,
    R_HOSTILE,
    R_INSIDE,
    R_KEPT,
    R_LEAD_LEFT,
    R_LET_DOWN,
    R_LITTLE_CAPACITY,
    R_LITTLE_WILL,
    R_LUCK,
    R_LUKEWARM,
    R_NARROWEST,
    R_NEWCOMER,
    R_NO_ALLIANCE,
    R_NO_LUCK,
    R_NO_MONEY,
    R_NO_ROOM,
    R_NO_SPONSOR,
    R_NO_TEXT,
    R_NONE_OFFERED,
    R_PAPERS,
    R_PEERS_AGAINST,
    R_PEERS_FOR,
    R_PROVED,
    R_RED_LINES,
    R_RED_MISSING,
    R_REFUSED_FAR,
    R_REFUSED_LUCK,
    R_REFUSED_SELF,
    R_SHORT_OF_HOURS,
    R_SIGN_VIEW,
    R_SLEEPING,
    R_SPONSOR_AGAINST,
    R_SPONSOR_FOR,
    R_TIRED,
    R_TRUST,
    R_UNDERESTIMATED,
    R_UNHEARD,
    R_UNOWNED,
    R_VOICE,
    R_WATCHED,
    R_WORTH,
)  # fmt: skip
from sim.state import NOBODY

QUARTER = 13
YEAR = 52


@rule
def weigh(events, counts, week, pushes, holds, who, amount, term):
    """A reason that can push either way: one word for it where its term is above 0, another below. Writes: events."""
    because(events, counts, week, pushes if term >= 0.0 else holds, who, NOBODY, amount, term)


# Members -------------------------------------------------------------------------------------------------------------


@rule
def member_terms(m, p):
    """What each part of a member's willingness added to it, in logits: see `drive_terms`."""
    let_down = 1.0 - m.satisfaction
    return drive_terms(m.worth, m.mean_trust, m.felt_voice, m.enthusiasm, m.felt_cost, m.fatigue, let_down, p)


@rule
def explain_discontent(m, alliance, counts, events, p, week):
    """Why a member found that belonging is not worth it: the parts of its willingness that were low (M1).

    Writes: events.
    """
    if not is_told(events, counts):
        return
    worth, trust, voice, heart, cost, tired, let_down = member_terms(m, p)
    because(events, counts, week, R_WORTH, NOBODY, NOBODY, m.worth, -worth)
    because(events, counts, week, R_TRUST, NOBODY, NOBODY, m.mean_trust, -trust)
    because(events, counts, week, R_VOICE, NOBODY, NOBODY, m.felt_voice, -voice)
    because(events, counts, week, R_HEART, NOBODY, NOBODY, m.enthusiasm, -heart)
    because(events, counts, week, R_COST, NOBODY, NOBODY, m.felt_cost, -cost)
    because(events, counts, week, R_TIRED, NOBODY, NOBODY, m.fatigue, -tired)
    because(events, counts, week, R_LET_DOWN, NOBODY, NOBODY, 1.0 - m.satisfaction, -let_down)
    because(events, counts, week, R_CONTENT, NOBODY, NOBODY, 0.5 * (m.drive + m.commitment), 0.0)
    if alliance.phase == DORMANT:
        because(events, counts, week, R_SLEEPING, NOBODY, NOBODY, 0.0, 0.0)


@rule
def explain_courting(m, public, counts, events, week):
    """Why opponents could win a member over: they are at work, and it was not much committed (S03). Writes: events."""
    because(events, counts, week, R_COURTED, NOBODY, NOBODY, public.opposition_mobilised, 0.0)
    because(events, counts, week, R_LUKEWARM, NOBODY, NOBODY, m.commitment, 0.0)


@rule
def deficit_shares(w, p):
    """Which parts of willingness are low among the members: mean terms below an ordinary member's, as shares of their
    sum, 0 where a part is not low (worth, trust, voice, heart, cost, fatigue, disappointment).
    """
    a = w.alliance
    n = max(1, a.member_count)
    s0, s1, s2, s3, s4, s5, s6 = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    for k in range(a.member_count):
        t0, t1, t2, t3, t4, t5, t6 = member_terms(w.organisations[w.rows[k]], p)
        s0 += t0 / n
        s1 += t1 / n
        s2 += t2 / n
        s3 += t3 / n
        s4 += t4 / n
        s5 += t5 / n
        s6 += t6 / n
    s0, s1, s2, s3 = max(0.0, -s0), max(0.0, -s1), max(0.0, -s2), max(0.0, -s3)
    s4, s5, s6 = max(0.0, -s4), max(0.0, -s5), max(0.0, -s6)
    total = s0 + s1 + s2 + s3 + s4 + s5 + s6
    scale = 1.0 / total if total > 0.0 else 0.0
    return s0 * scale, s1 * scale, s2 * scale, s3 * scale, s4 * scale, s5 * scale, s6 * scale


@rule
def explain_weariness(w, p, week, weight):
    """Why the members as a whole have little drive: `weight` is shared out over the parts that are low (M1).

    Writes: events.
    """
    if not is_told(w.events, w.counts):
        return
    a = w.alliance
    n = max(1, a.member_count)
    worth, voice, cost, tired, let_down = 0.0, 0.0, 0.0, 0.0, 0.0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        worth += m.worth / n
        voice += m.felt_voice / n
        cost += m.felt_cost / n
        tired += m.fatigue / n
        let_down += (1.0 - m.satisfaction) / n
    s0, s1, s2, s3, s4, s5, s6 = deficit_shares(w, p)
    because(w.events, w.counts, week, R_ALL_WORTH, NOBODY, NOBODY, worth, weight * s0)
    because(w.events, w.counts, week, R_ALL_TRUST, NOBODY, NOBODY, a.mean_trust, weight * s1)
    because(w.events, w.counts, week, R_ALL_VOICE, NOBODY, NOBODY, voice, weight * s2)
    because(w.events, w.counts, week, R_ALL_HEART, NOBODY, NOBODY, a.mean_enthusiasm, weight * s3)
    because(w.events, w.counts, week, R_ALL_COST, NOBODY, NOBODY, cost, weight * s4)
    because(w.events, w.counts, week, R_ALL_TIRED, NOBODY, NOBODY, tired, weight * s5)
    because(w.events, w.counts, week, R_ALL_LET_DOWN, NOBODY, NOBODY, let_down, weight * s6)


@rule
def explain_ending(w, week, members, p, drive_part, papers_part, few_part):
    """Why nobody carries the alliance any more: parts of the log of `ending_hazard` (S18 S41). Writes: events."""
    explain_weariness(w, p, week, drive_part)
    because(w.events, w.counts, week, R_PAPERS, NOBODY, NOBODY, w.alliance.backlog, papers_part)
    because(w.events, w.counts, week, R_FEW, NOBODY, NOBODY, members, few_part)


@rule
def explain_aim(w, week):
    """What was agreed: the provisions asked for, and the red lines among them (S14). Writes: events."""
    if not is_told(w.events, w.counts):
        return
    for q in range(w.alliance.provisions):
        if w.provisions[q].is_asked == 1:
            because(w.events, w.counts, week, R_ASKED, q, NOBODY, 0.0, 0.0)
    for q in range(w.alliance.provisions):
        if w.provisions[q].is_asked == 1 and w.provisions[q].is_red > 0:
            because(w.events, w.counts, week, R_RED_LINES, q, NOBODY, 0.0, 0.0)


# Work ----------------------------------------------------------------------------------------------------------------


@rule
def explain_failure(v, counts, events, week):
    """Why work was not done in time: it needed more than planned, or got less; their logs add up to needed over done.

    Writes: events. Source: S20.
    """
    if not is_told(events, counts):
        return
    done = max(1.0, v.done)
    because(events, counts, week, R_UNDERESTIMATED, NOBODY, NOBODY, v.needed / v.estimated,
            math.log(v.needed / v.estimated))  # fmt: skip
    because(events, counts, week, R_SHORT_OF_HOURS, NOBODY, NOBODY, v.done / v.estimated, math.log(v.estimated / done))
    if v.owner == NOBODY:
        because(events, counts, week, R_LEAD_LEFT if v.members > 0 else R_UNOWNED, NOBODY, NOBODY, 0.0, 0.0)


@rule
def explain_dropping(w, week, price, is_full):
    """Why a plan was dropped: no room for it, nobody offered, or none of those who did could pay (S20 S22).

    Writes: events.
    """
    if not is_told(w.events, w.counts):
        return
    if is_full:
        because(w.events, w.counts, week, R_NO_ROOM, NOBODY, NOBODY, 0.0, 0.0)
        return
    offered = 0
    for k in range(w.alliance.member_count):
        m = w.organisations[w.rows[k]]
        offered += 1 if m.offers == 1 and m.tasks < 2 else 0
    because(w.events, w.counts, week, R_NO_MONEY if offered > 0 else R_NONE_OFFERED, NOBODY, NOBODY, price, 0.0)


# Power-holders -------------------------------------------------------------------------------------------------------


@rule
def begin_account(o):
    """What moves a holder is added up anew from here. Writes: holder."""
    o.by_contact = 0.0
    o.by_pressure = 0.0
    o.by_opponents = 0.0
    o.by_public = 0.0
    o.by_peers = 0.0
    o.by_pledge = 0.0
    o.by_conviction = 0.0
    o.by_chance = 0.0


@rule
def introduce(holders, events, counts, week, h, before):
    """How the views in an office change with the person. Writes: holders[h], events. Source: S50."""
    begin_account(holders[h])
    because(events, counts, week, R_NEWCOMER, h, NOBODY, holders[h].position, holders[h].position - before)


@rule
def explain_holder(holders, events, counts, week, h):
    """What moved a holder since that was last told; the parts add up to the move. Writes: holders[h], events."""
    if h == NOBODY or not is_told(events, counts):
        return
    o = holders[h]
    moved = (
        o.by_contact + o.by_pressure + o.by_opponents + o.by_public + o.by_peers + o.by_pledge + o.by_conviction
        + o.by_chance
    )  # fmt: skip
    log(events, counts, week, E_MOVED, h, NOBODY, NOBODY, o.position)
    events[counts.logged - 1].part = moved
    tell_part(events, counts, week, R_BY_CONTACT, o.by_contact)
    tell_part(events, counts, week, R_BY_PRESSURE, o.by_pressure)
    tell_part(events, counts, week, R_BY_OPPONENTS, o.by_opponents)
    tell_part(events, counts, week, R_BY_PUBLIC, o.by_public)
    tell_part(events, counts, week, R_BY_PEERS, o.by_peers)
    tell_part(events, counts, week, R_BY_PLEDGE, o.by_pledge)
    tell_part(events, counts, week, R_BY_CONVICTION, o.by_conviction)
    tell_part(events, counts, week, R_BY_CHANCE, o.by_chance)
    begin_account(o)


@rule
def tell_part(events, counts, week, reason, part):
    """One part of a move, if it is one. Writes: events."""
    if part != 0.0:
        because(events, counts, week, reason, NOBODY, NOBODY, part, part)


@rule
def tell_moves(w, week):
    """Each quarter, what moved the power-holders. Writes: holders, events."""
    if week % QUARTER != QUARTER - 1 or not is_told(w.events, w.counts):
        return
    for h in range(w.alliance.holders):
        if w.holders[h].is_present == 1 and w.holders[h].office != CANDIDATE:
            explain_holder(w.holders, w.events, w.counts, week, h)


# Agenda and commitment -----------------------------------------------------------------------------------------------


@rule
def explain_agenda(events, counts, week, a, b, c, d, e, sponsor, chance, sign, public, p):
    """Why the issue reached the agenda (`sign` 1), or has not (-1): the terms of `agenda_chance`, in logits (J11).

    `a` to `e` are what the rule met: salience, mean position, sponsor's position, voice of the alliance, logits of
    the window. Writes: events.
    """
    weigh_either(events, counts, week, R_ATTENTION_HIGH, R_ATTENTION_LOW, NOBODY, a,
                 p.agenda_base + p.agenda_salience * a, sign)  # fmt: skip
    weigh_either(events, counts, week, R_PEERS_FOR, R_PEERS_AGAINST, NOBODY, b, p.agenda_position * b, sign)
    against = R_SPONSOR_AGAINST if sponsor != NOBODY else R_NO_SPONSOR
    weigh_either(events, counts, week, R_SPONSOR_FOR, against, sponsor, c, p.agenda_sponsor * c, sign)
    because(events, counts, week, R_HEARD, NOBODY, NOBODY, d, sign * p.agenda_outside * d)
    because(events, counts, week, public.window_reason, NOBODY, NOBODY, 0.0, sign * 2.0 * e)
    because(events, counts, week, R_LUCK if sign > 0.0 else R_NO_LUCK, NOBODY, NOBODY, chance, 0.0)


@rule
def explain_commitment(events, counts, week, a, c, e, sponsor, chance, sign, public, p):
    """Why a sponsor committed to act (`sign` 1), or nobody has (-1): the terms of `commitment_chance`, in logits (J11).

    `a`, `c`, `e`: salience, sponsor's position, logits of the window. Writes: events.
    """
    weigh_either(events, counts, week, R_ATTENTION_HIGH, R_ATTENTION_LOW, NOBODY, a,
                 p.commitment_base + p.commitment_salience * a, sign)  # fmt: skip
    favour = R_SIGN_VIEW if sign > 0.0 else R_SPONSOR_FOR
    against = R_SPONSOR_AGAINST if sponsor != NOBODY else R_NO_SPONSOR
    weigh_either(events, counts, week, favour, against, sponsor, c, p.commitment_sponsor * c, sign)
    because(events, counts, week, public.window_reason, NOBODY, NOBODY, 0.0, sign * e)
    because(events, counts, week, R_LUCK if sign > 0.0 else R_NO_LUCK, NOBODY, NOBODY, chance, 0.0)


@rule
def weigh_either(events, counts, week, pushes, holds, who, amount, term, sign):
    """A reason that can push either way, for why something came (`sign` 1) or did not (-1). Writes: events."""
    because(events, counts, week, pushes if term >= 0.0 else holds, who, NOBODY, amount, sign * term)


@rule
def wait(y, counts, kind, a, b, c, d, e):
    """One week more in which something has not come, and what it depended on; returns the weeks. Writes: policy."""
    if counts.tells == 0:
        return 0
    if y.waiting_for != kind or y.waited >= YEAR:
        y.waiting_for = kind
        y.waited = 0
        y.waited_0, y.waited_1, y.waited_2, y.waited_3, y.waited_4 = 0.0, 0.0, 0.0, 0.0, 0.0
    y.waited += 1
    y.waited_0 += a / YEAR
    y.waited_1 += b / YEAR
    y.waited_2 += c / YEAR
    y.waited_3 += d / YEAR
    y.waited_4 += e / YEAR
    return y.waited


@rule
def wait_for_agenda(w, week, sponsor, who, voice, window, chance, p):
    """Once a year without the issue on the agenda: what it lacked, on average. Writes: policy, events."""
    y = w.policy
    s = w.public
    if wait(y, w.counts, E_NOT_ON_AGENDA, s.salience, y.peer_position, sponsor, voice, window) == YEAR:
        log(w.events, w.counts, week, E_NOT_ON_AGENDA, NOBODY, NOBODY, NOBODY, chance)
        explain_agenda(w.events, w.counts, week, y.waited_0, y.waited_1, y.waited_2, y.waited_3, y.waited_4, who,
                       chance, -1.0, s, p)  # fmt: skip


@rule
def wait_for_commitment(w, week, sponsor, who, window, chance, p):
    """Once a year on the agenda without commitment: what it lacked, on average. Writes: policy, events."""
    y = w.policy
    if wait(y, w.counts, E_NOT_COMMITTED, w.public.salience, 0.0, sponsor, 0.0, window) == YEAR:
        log(w.events, w.counts, week, E_NOT_COMMITTED, NOBODY, NOBODY, NOBODY, chance)
        explain_commitment(w.events, w.counts, week, y.waited_0, y.waited_2, y.waited_4, who, chance, -1.0, w.public, p)


# Votes and bills -----------------------------------------------------------------------------------------------------


@rule
def explain_refusal(events, counts, week, h, position, threshold, says_no):
    """Why one holder refused: it stood too far off, or only the day went against it, or it decides by itself (A6 A12).

    `says_no` is what the model's own rule says. Writes: events.
    """
    reason = R_REFUSED_FAR if position < threshold else R_REFUSED_LUCK
    if not says_no:
        reason = R_REFUSED_SELF
    because(events, counts, week, reason, h, NOBODY, threshold, threshold - position)


@rule
def explain_consent(events, counts, week, h, position, threshold):
    """Who consented most narrowly, and whether the luck of the day had to help (A12). Writes: events."""
    reason = R_NARROWEST if position >= threshold else R_CARRIED_BY_LUCK
    because(events, counts, week, reason, h, NOBODY, threshold, threshold - position)


@rule
def explain_bill(w, gate, week):
    """What was left out of the bill at a gate, and why (S14; T12). Writes: events."""
    for q in range(w.alliance.provisions):
        b = w.provisions[q]
        if b.is_asked == 1 and b.gate == gate and b.in_bill == 0 and b.left_out > 0:
            because(w.events, w.counts, week, b.left_out, q, b.struck_by, 0.0, 0.0)


@rule
def reason_to_drop(b, held, p):
    """Why a provision is the one that is dropped: it was a red line that did not hold, contested, or hard (S14)."""
    if held:
        return R_DROPPED_RED
    return R_DROPPED_CONTESTED if p.contest_difficulty * b.contested > b.difficulty else R_DROPPED_HARD


@rule
def leave_out(b, reason, holder):
    """Remember why a provision is not in the bill. Writes: provision."""
    b.left_out = reason
    b.struck_by = holder


@rule
def explain_yardstick(w, week, p):
    """How much of the aim stands after an adoption, and which red lines are missing (S04 S14). Writes: events."""
    if not is_told(w.events, w.counts):
        return
    whole = 0.0
    kept = 0.0
    for q in range(w.alliance.provisions):
        b = w.provisions[q]
        if b.is_asked == 1:
            whole += b.weight * (1.0 - b.today)
            kept += b.weight * (1.0 - b.today) * b.is_kept
    because(w.events, w.counts, week, R_KEPT, NOBODY, NOBODY, kept / whole if whole > 0.0 else 0.0, 0.0)
    for q in range(w.alliance.provisions):
        b = w.provisions[q]
        if b.is_asked == 1 and b.is_measure == 1 and b.is_kept == 0:
            because(w.events, w.counts, week, R_RED_MISSING, q, NOBODY, 0.0, 0.0)


@rule
def tell_no_bill(w, week, alive, chance):
    """A session passes without a bill: nobody brought a text in (S43; J15). Once a session. Writes: policy, events."""
    y = w.policy
    if y.told_session == y.next_vote or not is_told(w.events, w.counts):
        return
    y.told_session = y.next_vote
    log(w.events, w.counts, week, E_NO_BILL, NOBODY, NOBODY, NOBODY, chance)
    if not alive:
        because(w.events, w.counts, week, R_NO_ALLIANCE, NOBODY, NOBODY, 0.0, 0.0)
    elif w.alliance.agreed == 0:
        because(w.events, w.counts, week, R_NO_TEXT, NOBODY, NOBODY, 0.0, 0.0)
    else:
        because(w.events, w.counts, week, R_UNHEARD, y.sponsor, NOBODY, chance, 0.0)


@rule
def explain_reversal(w, week, who, position):
    """Who undid the policy, and whether opponents were at work (S50, J13). Writes: events."""
    because(w.events, w.counts, week, R_HOSTILE, who, NOBODY, position, -position)
    if w.public.opposition_mobilised > 0.0:
        because(w.events, w.counts, week, R_ACTIVE_OPPONENTS, NOBODY, NOBODY, w.public.opposition_mobilised, 0.0)


# Carrying out --------------------------------------------------------------------------------------------------------


@rule
def explain_carrying(w, week, weighed, position, fit, evidence, watched, inside):
    """What gives the administration its will to carry the policy out: the terms of `will_to_implement`. Writes: events.

    `weighed` is the mean position of those who carry it out; the others are terms of the will, 0 to 1.
    """
    a = w.alliance
    weigh(w.events, w.counts, week, R_CARRIERS_FOR, R_CARRIERS_AGAINST, NOBODY, weighed, position)
    because(w.events, w.counts, week, R_FITS, NOBODY, NOBODY, w.policy.fit, fit)
    because(w.events, w.counts, week, R_PROVED, NOBODY, NOBODY, a.evidence, evidence)
    because(w.events, w.counts, week, R_WATCHED, NOBODY, NOBODY, a.outside, watched)
    because(w.events, w.counts, week, R_INSIDE, NOBODY, NOBODY, 0.0, inside)


@rule
def wait_for_carrying(w, week, will, weighed, blocked, p):
    """Once a year of a policy that is carried out too little: what it lacked. Writes: policy, events.

    The first two parts are the logs of the factors that bring it forward; `blocked`, 0 to 1, is what opponents hold up,
    weighed against the decay by itself (S04 S47).
    """
    y = w.policy
    if wait(y, w.counts, E_NOT_CARRIED, will, weighed, blocked, 0.0, 0.0) < YEAR:
        return
    log(w.events, w.counts, week, E_NOT_CARRIED, NOBODY, NOBODY, NOBODY, y.implementation)
    because(w.events, w.counts, week, R_LITTLE_WILL, NOBODY, NOBODY, y.waited_0, -math.log(max(1e-3, y.waited_0)))
    because(w.events, w.counts, week, R_LITTLE_CAPACITY, NOBODY, NOBODY, p.implementation_capacity,
            -math.log(max(1e-3, p.implementation_capacity)))  # fmt: skip
    decay = p.implementation_decay * (1.0 - y.waited_0)
    because(w.events, w.counts, week, R_BLOCKED, NOBODY, NOBODY, y.waited_2,
            math.log((decay + p.implementation_blocked * y.waited_2 + 1e-6) / (decay + 1e-6)))  # fmt: skip
    if y.waited_1 < 0.0:
        because(w.events, w.counts, week, R_CARRIERS_AGAINST, NOBODY, NOBODY, y.waited_1, -y.waited_1)
