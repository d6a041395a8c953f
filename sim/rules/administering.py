"""Administering: notices, minutes, accounts, and who carries them (S15 S17 S18 S36; A36)."""

import math

from sim.compiled import rule
from sim.rules.forms import is_awake, log, logistic
from sim.rules.words import (
    ADMINISTRATION,
    DORMANT,
    E_PROMISE_BROKEN,
    NOBODY_CARRIES,
    ONE_HOST,
    PAID,
    ROTATING,
)  # fmt: skip
from sim.state import NEVER, NOBODY


@rule
def accountability(formality, p):
    """How far people are held to what they took on, 0 to 1: concave in formality (S15; T3)."""
    return 1.0 - math.exp(-p.accountability_slope * formality)


@rule
def hours_needed(members, formality, interval, support, fund, p):
    """Hours of administration a week: basics, members, form, meetings, and accounts of promised support and pooled
    money.

    Source: S18; costs of form grow with its square and with members (S15).
    """
    form = p.admin_form * formality * formality * (0.5 + members / 30.0)
    accounts = p.admin_accounts * (support + fund)
    return p.admin_base + p.admin_member * members + form + p.admin_meeting / interval + accounts


@rule
def hours_done(carrier, needed, members, trust, accountable, paid_share, p):
    """Hours of administration done in a week, by who carries it.

    Nobody: a quarter and goodwill. One host: all, if trusted. Rotating: all, if trusted or held to it, and more among
    few who know each other's part; handing over among many loses the thread. Paid: more than needed while the money
    lasts, goodwill for the rest. Source: S18; A46 (Provan and Kenis 2008: shared governance suits up to eight members);
    assumption F6 on the levels.
    """
    goodwill = p.admin_goodwill * needed + 0.02 * members * trust
    if carrier == ONE_HOST:
        return needed * 1.02 * (0.55 + 0.5 * logistic(3.0 * trust))
    if carrier == ROTATING:
        shared = p.rotation_known * math.exp(-members / p.rotation_size)
        return needed * 1.02 * (0.5 + 0.3 * trust + 0.12 * accountable + shared)
    if carrier == PAID:
        return paid_share * 1.15 * needed + (1.0 - paid_share) * goodwill
    return goodwill


@rule
def paid_part(a, counts, p, week):
    """Share of the paid post that money covers this week, and the money taken from the fund (S18 S51).

    Writes: alliance.fund, counts. The post costs `secretariat_cost` thousand a year.
    """
    if p.administration != PAID or (a.paid_until != NEVER and week >= a.paid_until):
        return 0.0
    price = p.secretariat_cost / 52.0
    taken = min(price, max(0.0, a.fund))
    a.fund -= taken
    counts.money += taken
    return taken / price


@rule
def choose_host(w, week):
    """Row of the host: listed with dates, else whoever has most administrative skill and will (S18).

    Writes: organisations.is_host.
    """
    best = NOBODY
    highest = -1.0
    for k in range(w.alliance.member_count):
        i = w.rows[k]
        m = w.organisations[i]
        m.is_host = 0
        score = w.organisations[i].skill[ADMINISTRATION] * (0.2 + m.commitment) * (0.5 + m.hours / 10.0)
        if m.host_from != NEVER and m.host_from <= week and (m.host_to == NEVER or week <= m.host_to):
            score += 100.0
        if score > highest and m.is_guest == 0:
            highest = score
            best = i
    if best != NOBODY:
        w.organisations[best].is_host = 1
    return best


@rule
def carried_less(m, other):
    """Whether a member has carried the papers less than another, or as little and is more committed."""
    return m.papers < other.papers or (m.papers == other.papers and m.commitment > other.commitment)


@rule
def whose_turn(w):
    """Row of the member that has carried the papers least, the most committed first; NOBODY if there is none (S18).

    Writes: organisations.is_host.
    """
    best = NOBODY
    for k in range(w.alliance.member_count):
        i = w.rows[k]
        m = w.organisations[i]
        m.is_host = 0
        if m.is_guest == 1:
            continue
        if best == NOBODY or carried_less(m, w.organisations[best]):
            best = i
    if best != NOBODY:
        w.organisations[best].is_host = 1
    return best


@rule
def carry(w, p, done, week):
    """Charge the hours done to those who did them: a host, whose turn it is, or all. Source: S18.

    Writes: organisations.hours_this_week, papers, voice; alliance.host; counts.
    """
    a = w.alliance
    if p.administration == PAID or a.member_count == 0:
        return
    w.counts.admin_hours += done
    if p.administration == NOBODY_CARRIES:
        for k in range(a.member_count):
            w.organisations[w.rows[k]].hours_this_week += done / a.member_count
        return
    gone = a.host == NOBODY or w.organisations[a.host].is_present == 0
    if p.administration == ONE_HOST and (week % 4 == 0 or gone):
        a.host = choose_host(w, week)
    if p.administration == ROTATING:
        if week % p.rotation_weeks == 0 or gone:
            a.host = whose_turn(w)
        for k in range(a.member_count):
            m = w.organisations[w.rows[k]]
            m.voice += p.rotation_voice * (0.6 - m.voice)
    if a.host != NOBODY:
        w.organisations[a.host].hours_this_week += done
        w.organisations[a.host].papers += done


@rule
def administer(w, p, key, week):
    """Process 5: the week's administration is done, or piles up (S18).

    Writes: alliance.backlog, administration, fund; organisations; counts.
    """
    a = w.alliance
    if not is_awake(a.phase) or a.member_count == 0:
        return
    needed = hours_needed(
        float(a.member_count), p.formality, max(1.0, a.interval), p.participation_support, p.pooled_fund, p
    )
    accountable = accountability(p.formality, p)
    paid = paid_part(a, w.counts, p, week)
    done = hours_done(p.administration, needed, float(a.member_count), a.mean_trust, accountable, paid, p)
    carry(w, p, min(done, needed + a.backlog), week)
    a.backlog = max(0.0, (1.0 - p.backlog_forgotten) * a.backlog + needed - done)
    a.administration = 1.0 / (1.0 + a.backlog / p.backlog_scale)


@rule
def promised_support(w, p, week):
    """Each quarter, what was promised to small members arrives or not (S36).

    The undelivered share is a broken promise of those with means. Writes: trust, alliance.fund, organisations.purse,
    counts, events.
    """
    a = w.alliance
    if week % 13 != 0 or p.participation_support <= 0.0 or a.phase == DORMANT or not is_awake(a.phase):
        return
    missing = (1.0 - p.support_delivery) * p.participation_support
    loss = p.trust_ratio * p.trust_gain * p.broken_support * missing
    for k in range(a.member_count):
        i = w.rows[k]
        if w.organisations[i].small < 0.5:
            share_cost(w, p, i)
            continue
        for other in range(a.member_count):
            j = w.rows[other]
            if w.organisations[j].small < 0.5:
                w.trust[i, j] -= loss * w.trust[i, j]
    if missing > 0.05:
        log(w.events, w.counts, week, E_PROMISE_BROKEN, NOBODY, NOBODY, NOBODY, missing)


@rule
def share_cost(w, p, i):
    """One well-resourced member pays its part of the quarter's support. Writes: organisations[i].purse, counts."""
    a = w.alliance
    small = 0.0
    rich = 0.0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        small += 1.0 if m.small >= 0.5 else 0.0
        rich += 1.0 if m.small < 0.5 else 0.0
    price = p.support_cost / 4.0 * p.participation_support * p.support_delivery * p.participation_cost * small
    paid = min(w.organisations[i].purse, price / max(1.0, rich))
    w.organisations[i].purse -= paid
    w.counts.money += paid
