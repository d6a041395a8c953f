"""Joining: who is asked, and who finds it worth while (S05 S07 S13 S34 S35; T2 T11)."""

from sim.compiled import rule
from sim.draws import uniform
from sim.rules import addresses as at
from sim.rules.forms import happens, is_alive, log, logistic, settled_view
from sim.rules.words import DORMANT, E_DECLINED, E_JOINED
from sim.state import NEVER, NOBODY


@rule
def invitation_hazard(openness, salience, legitimacy, ties, missing, closed_to_present, p):
    """Hazard within four weeks that an outsider is asked (the alliance looks around once a month).

    Rises with the open door, with attention to the issue (A19), with legitimacy and with ties to members (A47: at most
    three count). Targeted recruitment raises it for missing sectors and lowers it for those present. Source: S13.
    """
    aim = 1.0 + p.recruit_missing * p.targeted_recruitment * missing - closed_to_present
    return (
        4.0 * p.invitation_rate * openness * (0.5 + salience) * (0.3 + 1.4 * legitimacy) * (1.0 + ties) * max(0.05, aim)
    )


@rule
def joining_chance(taste, liking, legitimacy, familiar, trust, cost, formality, small, wariness, p):
    """Chance that an invited organisation joins.

    Parameters
    ----------
    taste : float
        Inclination to join at all, founders' or outsiders', in logits.
    liking : float
        How much it wants the asked provisions, 0 to 1.
    familiar, trust : float
        Share of members it has worked with, and mean trust in the members.
    cost : float
        Share of its hours that belonging will take; weighs more where the alliance is formal (entry barrier, S15).
    wariness : float
        What it may lose: risk of collaborating, controversy where civic space is narrow (S03 S05).

    Returns
    -------
    float
        0 to 1; rises with liking, legitimacy, familiarity, trust and a clear aim, falls with cost, formality and
        wariness.

    Source: S05 S13; threshold choice (Granovetter 1978); the logistic form is assumption F1.
    """
    worth = (
        taste + p.join_liking * (liking - 0.5) + p.join_legitimacy * (legitimacy - 0.4)
        + p.join_familiar * familiar + p.join_trust * (trust - 0.35) + p.join_clarity * (p.goal_specificity - 0.5)
    )  # fmt: skip
    price = p.join_cost * cost * (0.5 + 0.5 * formality) + p.join_barrier * formality * formality * small
    return logistic(worth - price - wariness)


@rule
def liking_of(m, provisions, count):
    """How much an organisation wants what is asked: weighted mean of its own positions on the asked provisions, 0 to
    1.
    """
    total = 0.0
    weight = 0.0
    for q in range(count):
        if provisions[q].is_asked == 1:
            total += provisions[q].weight * settled_view(m.anchor[q], provisions[q].softened)
            weight += provisions[q].weight
    return total / weight if weight > 0.0 else 0.5


@rule
def acquaintance(organisations, known, trust, rows, count, i):
    """Number of members that `i` has worked with, and its mean trust in the members."""
    ties = 0
    felt = 0.0
    for k in range(count):
        ties += known[i, rows[k]]
        felt += trust[i, rows[k]]
    return ties, (felt / count if count > 0 else 0.35)


@rule
def sector_is_missing(organisations, rows, count, sector):
    """1 if no member comes from this sector, else 0."""
    for k in range(count):
        if organisations[rows[k]].sector == sector:
            return 0
    return 1


@rule
def passes_tests(m, mean_lean, p, key, week):
    """Whether the list has room for this body: a size test (S34) and the balance of political sides (S35)."""
    if p.size_test == 1 and m.money * p.member_money < p.size_limit:
        return False
    worsens = m.lean * mean_lean > 0.0 and abs(m.lean) > abs(mean_lean)
    refused = uniform(key, at.BALANCE, week, m.address, at.NONE) < p.partisan_balance
    return not (worsens and refused and abs(m.lean) > 0.3)


@rule
def is_asked(organisations, alliance, public, known, trust, rows, p, key, week, i):
    """Whether `i` receives an invitation this week: those on the first list when it reaches them, others by hazard."""
    m = organisations[i]
    a = alliance
    if m.is_idle == 1 or m.is_member == 1 or m.is_opponent == 1 or m.is_outside == 1:
        return False
    if week < m.invited_week or not is_alive(a.phase):
        return False
    if m.is_founder == 1 and m.asked_week == NEVER:
        return passes_tests(m, a.mean_lean, p, key, week)
    if week % 4 != 0 or a.phase == DORMANT or (m.asked_week != NEVER and week - m.asked_week < 52):
        return False
    u = uniform(key, at.INVITATION, week, m.address, at.NONE)
    highest = invitation_hazard(p.open_door, public.salience, a.legitimacy, 3.0, 1.0, 0.0, p)
    if not happens(u, highest):
        return False
    ties, _ = acquaintance(organisations, known, trust, rows, a.member_count, i)
    missing = sector_is_missing(organisations, rows, a.member_count, m.sector)
    closed = p.recruit_present * p.targeted_recruitment * (1.0 - missing)
    hazard = invitation_hazard(
        p.open_door, public.salience, a.legitimacy, min(3.0, float(ties)), float(missing), closed, p
    )
    return happens(u, hazard) and passes_tests(m, a.mean_lean, p, key, week)


@rule
def decide_to_join(organisations, alliance, public, provisions, known, trust, rows, counts, events, p, key,
                   week, i):  # fmt: skip
    """One organisation's answer, if it is asked this week (S05 S13 S36).

    Writes: organisations[i] (membership), alliance.queue, backlog; counts; events.
    """
    if not is_asked(organisations, alliance, public, known, trust, rows, p, key, week, i):
        return
    m = organisations[i]
    a = alliance
    m.asked_week = week
    counts.invited += 1
    ties, felt = acquaintance(organisations, known, trust, rows, a.member_count, i)
    hours = m.hours * p.member_hours
    relief = p.support_relief * p.participation_support * m.small
    cost = p.expected_hours * p.participation_cost / max(0.5, hours) * (1.0 - relief)
    wariness = p.join_risk * p.collaboration_risk + p.join_controversy * p.controversy * (1.0 - p.civic_space)
    taste = p.join_founder if m.is_founder == 1 else p.join_outsider
    liking = liking_of(m, provisions, a.provisions)
    familiar = ties / a.member_count if a.member_count > 0 else p.prior_collaboration
    chance = joining_chance(taste, liking, a.legitimacy, familiar, felt, cost, p.formality, m.small, wariness, p)
    if uniform(key, at.JOINING, week, m.address, at.NONE) < chance:
        welcome(organisations, alliance, counts, events, p, week, i)
    else:
        log(events, counts, week, E_DECLINED, i, NOBODY, NOBODY, 0.0)


@rule
def welcome(organisations, alliance, counts, events, p, week, i):
    """An organisation becomes a member; newcomers after the start cost decisions and administration (T11).

    Writes: organisations[i], alliance.queue, backlog; counts; events.
    """
    m = organisations[i]
    m.is_member = 1
    m.has_joined = 1
    m.joined_week = week
    m.left_week = NEVER
    m.objects_since = NEVER
    m.satisfaction = 1.0
    promised = p.expectation_floor + (1.0 - p.expectation_floor) * p.goal_ambition
    m.expectation = promised * (p.expectation_excess - p.expectation_cut * p.expectation_management)
    counts.joined += 1
    if alliance.agreed == 1:
        alliance.queue += p.newcomer_items
        alliance.backlog += p.newcomer_hours
    log(events, counts, week, E_JOINED, i, NOBODY, NOBODY, 0.0)


@rule
def gather_members(organisations, alliance, rows, counts, week):
    """List the rows of present members, in order; idle ones are on no list; an ended alliance keeps its last list.

    Writes: rows, organisations.is_present, alliance.member_count, counts.
    """
    if not is_alive(alliance.phase):
        return
    n = 0
    for i in range(alliance.organisations):
        m = organisations[i]
        m.is_present = 1 if m.is_member == 1 and m.is_idle == 0 else 0
        if m.is_present == 1:
            rows[n] = i
            n += 1
    alliance.member_count = n
    counts.members_peak = max(counts.members_peak, n)
